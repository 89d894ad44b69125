package alliances

import (
	"fmt"
	"regexp"
	"testing"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model/expr"
	"github.com/ententelab/entente/sim"
)

// A laboratory takes partial derivatives of a model's equations at the states
// that a run passes through: each equation is compiled alone, with everything
// it names held at its value.
type laboratory struct {
	t    *testing.T
	vars map[entente.VariableName]entente.Variable
	run  *entente.Run
	memo map[string]float64
}

func newLaboratory(t *testing.T, m *entente.Model) *laboratory {
	t.Helper()
	p, err := sim.Compile(m)
	if err != nil {
		t.Fatal(err)
	}
	run, err := p.Run(entente.Scenario{}, 1)
	if err != nil {
		t.Fatal(err)
	}
	lab := &laboratory{t: t, vars: map[entente.VariableName]entente.Variable{}, run: run, memo: map[string]float64{}}
	for _, v := range m.Variables {
		lab.vars[v.Name] = v
	}
	return lab
}

// rule is what moves a variable: the rate of a stock, the equation of another.
func (l *laboratory) rule(n entente.VariableName) string {
	if v := l.vars[n]; v.Kind == entente.Stock {
		return v.Rate
	} else if v.Kind == entente.Auxiliary {
		return v.Equation
	}
	return ""
}

func names(equation string) map[entente.VariableName]bool {
	out := map[entente.VariableName]bool{}
	tree, err := expr.Parse(equation)
	if err != nil {
		return out
	}
	expr.Walk(tree, func(n expr.Node) bool {
		if c, ok := n.(*expr.Call); ok && expr.Key(c.Name) == "init" {
			return false
		}
		if r, ok := n.(*expr.Ref); ok {
			out[entente.VariableName(expr.Key(r.Name))] = true
		}
		return true
	})
	return out
}

// sign is that of the partial derivative of effect by cause in a row of the
// run, through the pull of the effect if need be; 0 if there is no arrow.
func (l *laboratory) sign(effect, cause entente.VariableName, row int) int {
	rule := l.rule(effect)
	if names(rule)[cause] && cause != effect {
		return l.slope(rule, cause, row)
	}
	pull := effect + "_pull"
	if names(rule)[pull] && names(l.rule(pull))[cause] {
		return l.slope(rule, pull, row) * l.slope(l.rule(pull), cause, row)
	}
	return 0
}

var initial = regexp.MustCompile(`INIT\((\w+)\)`)

func (l *laboratory) slope(equation string, by entente.VariableName, row int) int {
	at := l.run.Series(by)[row]
	h := 1e-4 * max(1, at)
	low, high := l.value(equation, by, at-h, row), l.value(equation, by, at+h, row)
	switch {
	case high > low:
		return 1
	case high < low:
		return -1
	}
	return 0
}

// value computes an equation with one name at another value.
func (l *laboratory) value(equation string, name entente.VariableName, at float64, row int) float64 {
	key := fmt.Sprint(equation, name, at, row)
	if v, ok := l.memo[key]; ok {
		return v
	}
	m := &entente.Model{Name: "equation", Time: entente.TimeSpec{Start: l.run.Time[row], Stop: l.run.Time[row], Step: 1, Save: 1}}
	add := func(n entente.VariableName, v float64) {
		m.Variables = append(m.Variables, entente.Variable{Name: n, Kind: entente.Constant, Equation: expr.Number64(v)})
	}
	for _, i := range initial.FindAllStringSubmatch(equation, -1) {
		if n := entente.VariableName(i[1]); len(m.Variables) == 0 || !has(m, n+"_at_start") {
			add(n+"_at_start", l.run.Series(n)[0])
		}
	}
	equation = initial.ReplaceAllString(equation, "${1}_at_start")
	for n := range names(equation) {
		if s := l.run.Series(n); n == name {
			add(n, at)
		} else if s != nil {
			add(n, s[row])
		}
	}
	m.Variables = append(m.Variables, entente.Variable{Name: "result", Kind: entente.Auxiliary, Equation: equation})
	p, err := sim.Compile(m)
	if err != nil {
		l.t.Fatalf("%s: %v", equation, err)
	}
	r, err := p.Run(entente.Scenario{}, 1)
	if err != nil {
		l.t.Fatal(err)
	}
	v := r.Series("result")[0]
	l.memo[key] = v
	return v
}

func has(m *entente.Model, n entente.VariableName) bool {
	for _, v := range m.Variables {
		if v.Name == n {
			return true
		}
	}
	return false
}

// rowsTried are the moments at which signs are taken: 2013, 2021, 2026, 2033.
var rowsTried = []int{4, 36, 57, 84}

// TestLinkSigns fails when an arrow of the model points another way than the
// literature says, or when the table turns a sign without a reason.
func TestLinkSigns(t *testing.T) {
	m, table := shipped(t)
	lab := newLaboratory(t, m)
	said := map[string]string{}
	for _, x := range table.Mechanisms {
		said[x.ID] = x.Sign
	}
	for _, l := range table.Links {
		for _, row := range rowsTried {
			if got := lab.sign(l.Effect, l.Cause, row); got != int(l.Sign) {
				t.Errorf("%s: %s → %s has the sign %+d in %g, want %s", l.ID, l.Cause, l.Effect, got, lab.run.Time[row], l.Sign)
			}
		}
		if first := []rune(said[l.ID])[0]; (first == '+') != (l.Sign == entente.Plus) && l.Turned == "" {
			t.Errorf("%s: %s → %s is %s against the table's %s, without a reason", l.ID, l.Cause, l.Effect, l.Sign, said[l.ID])
		}
	}
}

// TestLoops finds each loop of the literature in the equations, with its
// polarity.
func TestLoops(t *testing.T) {
	m, table := shipped(t)
	lab := newLaboratory(t, m)
	for _, loop := range table.Loops {
		for _, row := range rowsTried {
			polarity := 1
			for i, cause := range loop.Path {
				effect := loop.Path[(i+1)%len(loop.Path)]
				s := lab.sign(effect, cause, row)
				if s == 0 {
					t.Errorf("%s: %s does not act on %s in %g", loop.ID, cause, effect, lab.run.Time[row])
				}
				polarity *= s
			}
			if polarity != int(loop.Sign) {
				t.Errorf("%s has the polarity %+d in %g, want %s", loop.ID, polarity, lab.run.Time[row], loop.Sign)
			}
		}
	}
}
