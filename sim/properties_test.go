package sim_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model"
	"github.com/ententelab/entente/model/xmile"
	"github.com/ententelab/entente/sim"
	"pgregory.net/rapid"
)

// randomModel draws a model of stocks, flows, auxiliaries and constants whose
// equations use the language widely and stay finite.
func randomModel(t *rapid.T) *entente.Model {
	m := &entente.Model{Name: "random", Time: entente.TimeSpec{
		Stop: 4, Step: 0.25, Save: 0.5, Method: rapid.SampledFrom([]string{"euler", "rk4"}).Draw(t, "method"),
	}}
	stocks := rapid.IntRange(1, 4).Draw(t, "stocks")
	var names []string
	for i := range stocks {
		names = append(names, fmt.Sprint("s", i))
	}
	for i := range rapid.IntRange(1, 3).Draw(t, "constants") {
		name := fmt.Sprint("k", i)
		v := rapid.Float64Range(0.1, 3).Draw(t, name)
		m.Variables = append(m.Variables, entente.Variable{
			Name: entente.VariableName(name), Kind: entente.Constant, Equation: fmt.Sprint(v),
			Range: &entente.Range{Dist: "uniform", Params: []float64{v / 2, v * 2}},
		})
		names = append(names, name)
	}
	for i := range rapid.IntRange(1, 5).Draw(t, "auxiliaries") {
		name := fmt.Sprint("a", i)
		m.Variables = append(m.Variables, entente.Variable{Name: entente.VariableName(name), Kind: entente.Auxiliary, Equation: equation(t, names, 3)})
		names = append(names, name)
	}
	for i := range stocks {
		m.Variables = append(m.Variables, entente.Variable{
			Name: entente.VariableName(fmt.Sprint("s", i)), Kind: entente.Stock, Equation: fmt.Sprint(i + 1),
			Rate: "ARCTAN(" + equation(t, names, 2) + ")", NonNegative: rapid.Bool().Draw(t, "non-negative"),
		})
	}
	return m
}

func equation(t *rapid.T, names []string, depth int) string {
	leaf := func() string {
		if rapid.Bool().Draw(t, "number") {
			return fmt.Sprint(rapid.Float64Range(0.1, 4).Draw(t, "value"))
		}
		return rapid.SampledFrom(names).Draw(t, "name")
	}
	if depth == 0 {
		return leaf()
	}
	sub := func() string { return equation(t, names, depth-1) }
	switch rapid.IntRange(0, 14).Draw(t, "form") {
	case 0:
		return "(" + sub() + " + " + sub() + ")"
	case 1:
		return "(" + sub() + " - " + sub() + " * " + leaf() + ")"
	case 2:
		return "(" + sub() + " * " + sub() + ")"
	case 3:
		return sub() + " / (1 + ABS(" + sub() + "))"
	case 4:
		return "EXP(-ABS(" + sub() + "))"
	case 5:
		return "(IF " + sub() + " > " + leaf() + " THEN " + sub() + " ELSE " + leaf() + ")"
	case 6:
		return "MAX(" + sub() + ", MIN(2, " + sub() + "))"
	case 7:
		return "(1 + ABS(" + sub() + ")) ^ 0.37"
	case 8:
		return "SMTH3(" + sub() + ", 2)"
	case 9:
		return "DELAY(" + sub() + ", 1)"
	case 10:
		return "STEP(" + leaf() + ", 1) + RAMP(0.1, 1, 3) + PULSE(1, 1, 1)"
	case 11:
		return "SQRT(ABS(" + sub() + ")) - INIT(" + leaf() + ")"
	case 12:
		return "SIN(" + sub() + ") * TIME"
	case 13:
		return "(NOT (" + sub() + " <= 1) OR " + leaf() + " < 2) * " + leaf()
	}
	return leaf()
}

// TestRandomModels holds for any model: both executors give the same bits, and
// what is written as XMILE reads back to the same run.
func TestRandomModels(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		m := randomModel(r)
		sim.AgreeForTest(t, m)
		data, err := xmile.Write(m)
		if err != nil {
			r.Fatal(err)
		}
		back, err := xmile.Read("back.xmile", data)
		if err != nil {
			r.Fatalf("%v\n%s", err, data)
		}
		sameRuns(t, m, back)
	})
}

// TestRenaming holds that names carry no meaning.
func TestRenaming(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		m := randomModel(r)
		want := mustRun(t, m)
		renamed := *m
		renamed.Variables = append([]entente.Variable(nil), m.Variables...)
		swap := func(s string) string {
			for i := range 6 {
				for _, p := range []string{"s", "k", "a"} {
					s = replaceWord(s, fmt.Sprint(p, i), fmt.Sprintf("zz_%d_%s", 9-i, p))
				}
			}
			return s
		}
		for i := range renamed.Variables {
			v := &renamed.Variables[i]
			v.Name = entente.VariableName(swap(string(v.Name)))
			v.Equation, v.Rate = swap(v.Equation), swap(v.Rate)
		}
		got := mustRun(t, &renamed)
		for i := range want.Values {
			for row := range want.Time {
				if a, b := want.Values[i][row], got.Values[i][row]; a != b && !(math.IsNaN(a) && math.IsNaN(b)) {
					t.Fatalf("%s is %v, as %s it is %v", want.Names[i], a, got.Names[i], b)
				}
			}
		}
	})
}

func replaceWord(s, from, to string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		end := i + len(from)
		if strings.HasPrefix(s[i:], from) && (i == 0 || !letter(s[i-1])) && (end == len(s) || !letter(s[end])) {
			b.WriteString(to)
			i = end
			continue
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}

func letter(c byte) bool { return c == '_' || c >= '0' && c <= '9' || c|32 >= 'a' && c|32 <= 'z' }

func mustRun(t *testing.T, m *entente.Model) *entente.Run {
	t.Helper()
	p, err := sim.Compile(m)
	if err != nil {
		t.Fatal(err)
	}
	r, err := p.Run(entente.Scenario{}, 1)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestOrder holds that halving the step brings the error down by the order of
// the integrator: 1 for Euler, 4 for Runge and Kutta.
func TestOrder(t *testing.T) {
	errorAt := func(method string, step float64) float64 {
		m, err := model.Parse("pendulum.yaml", []byte(`
model: oscillator
time: {start: 0, stop: 6, step: 1}
variables:
  x: {kind: stock, initial: 1, rate: v}
  v: {kind: stock, initial: 0, rate: -x}
`))
		if err != nil {
			t.Fatal(err)
		}
		m.Time.Step, m.Time.Save, m.Time.Method = step, 6, method
		x := mustRun(t, m).Series("x")
		return math.Abs(x[len(x)-1] - math.Cos(6))
	}
	for method, order := range map[string]float64{"euler": 1, "rk4": 4} {
		for _, step := range []float64{1.0 / 32, 1.0 / 64} {
			got := math.Log2(errorAt(method, step) / errorAt(method, step/2))
			if math.Abs(got-order) > 0.35 {
				t.Errorf("%s at %g: the error falls with order %.2f, want %g", method, step, got, order)
			}
		}
	}
}
