package sim

import (
	"fmt"
	"math"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model"
	"github.com/ententelab/entente/model/expr"
)

// An Explanation says how a variable gets its value.
type Explanation struct {
	Variable *entente.Variable
	Equation string // as people read it: a stock's is its net rate
	Initial  string // of a stock
	At       float64
	Value    float64
	Causes   []Cause
}

// A Cause is a variable in another's equation.
type Cause struct {
	Variable *entente.Variable
	Role     string  // equation, inflow, outflow, initial, remembered
	Value    float64 // at the time of the explanation
	Partial  float64 // the effect's change per unit of the cause, all else equal
	Sign     int     // of Partial: 1, -1, or 0 where it has no effect there
}

// Explain tells what makes a variable what it is, in the base run at time t.
// Signs are those of the partial derivatives at that point; of a delay or
// smooth, of what it will give in the end. NaN partials mean not known (arrays).
func (p *Program) Explain(name entente.VariableName, t float64) (*Explanation, error) {
	run, err := p.Run(entente.Scenario{}, 0)
	if err != nil {
		return nil, err
	}
	v := p.variable(name)
	if v == nil {
		return nil, p.noVariable(name)
	}
	row := (&Sample{Time: run.Time}).row(t)
	value := func(n entente.VariableName) float64 {
		if s := run.Series(n); s != nil {
			return s[row]
		}
		return math.NaN()
	}
	out := &Explanation{Variable: v, Equation: v.Equation, At: run.Time[row], Value: value(v.Name)}
	if v.Kind == entente.Stock {
		out.Initial, out.Equation = v.Equation, rateText(v)
	}
	now := map[entente.VariableName]bool{}
	deps := model.Dependencies(p.model)[v.Name]
	for _, d := range deps {
		now[d.Name] = now[d.Name] || d.Role == "equation"
	}
	for _, d := range deps {
		if d.Role != "remembered" || !now[d.Name] {
			out.Causes = append(out.Causes, Cause{Variable: p.variable(d.Name), Role: d.Role, Value: value(d.Name)})
		}
	}
	return out, p.signs(out, value, func(n entente.VariableName) float64 {
		if s := run.Series(n); s != nil {
			return s[0]
		}
		return math.NaN()
	})
}

// rateText is a stock's net rate as one expression.
func rateText(v *entente.Variable) string {
	if v.Rate != "" {
		return v.Rate
	}
	out := ""
	for _, f := range v.Inflows {
		if out != "" {
			out += " + "
		}
		out += expr.Quote(string(f))
	}
	for _, f := range v.Outflows {
		out += " - " + expr.Quote(string(f))
	}
	return out
}

func (p *Program) variable(name entente.VariableName) *entente.Variable {
	for i := range p.model.Variables {
		if expr.Key(string(p.model.Variables[i].Name)) == expr.Key(string(name)) {
			return &p.model.Variables[i]
		}
	}
	return nil
}

func (p *Program) noVariable(name entente.VariableName) error {
	var names []string
	for i := range p.model.Variables {
		names = append(names, string(p.model.Variables[i].Name))
	}
	e := &entente.Error{Kind: entente.Usage, Msg: fmt.Sprintf("the model has no variable %q", name)}
	if near := expr.Nearest(string(name), names); near != "" {
		e.Hint = fmt.Sprintf("did you mean %q?", near)
	}
	return e
}

// signs fills in the partial derivatives: the equation alone is made a model,
// with its causes as constants, and run for no time at all.
func (p *Program) signs(x *Explanation, value, start func(entente.VariableName) float64) error {
	small, ok := p.alone(x, start)
	if !ok {
		for i := range x.Causes {
			x.Causes[i].Partial = math.NaN()
		}
		return nil
	}
	for i := range x.Causes {
		c := &x.Causes[i]
		if c.Role == "initial" || c.Variable.Lookup != nil && c.Variable.Equation == "" && c.Variable.Kind != entente.Input {
			continue
		}
		h := 1e-4 * math.Max(math.Abs(c.Value), 1e-3)
		up, err := small.valueWith(explained, c.Variable.Name, c.Value+h)
		if err != nil {
			return err
		}
		down, err := small.valueWith(explained, c.Variable.Name, c.Value-h)
		if err != nil {
			return err
		}
		c.Partial = (up - down) / (2 * h)
		c.Sign = int(truth(c.Partial > 0) - truth(c.Partial < 0))
	}
	return nil
}

// explained is the name of the one equation in its model.
const explained = "the equation explained"

// alone is the model of one equation.
func (p *Program) alone(x *Explanation, start func(entente.VariableName) float64) (*Program, bool) {
	m := *p.model
	m.Time.Start, m.Time.Stop, m.Time.Moving, m.Variables = x.At, x.At, false, nil
	v := *x.Variable
	if v.Kind == entente.Stock {
		v.Kind, v.Equation, v.Elements, v.Rate = entente.Auxiliary, x.Equation, nil, ""
	}
	v.Name = explained // a stock's rate may name the stock
	var fixed []entente.Variable
	v.Equation, fixed = p.fixInitial(v.Equation, start)
	m.Variables = append(append(m.Variables, v), fixed...)
	done := map[entente.VariableName]bool{}
	for _, c := range x.Causes {
		cause := *c.Variable
		if done[cause.Name] {
			continue
		}
		done[cause.Name] = true
		pure := cause.Lookup != nil && cause.Equation == "" && cause.Kind != entente.Input
		if !pure {
			cause = entente.Variable{Name: cause.Name, Kind: entente.Constant, Equation: expr.Number64(c.Value)}
		}
		m.Variables = append(m.Variables, cause)
	}
	if len(v.Subscripts) > 0 {
		return nil, false
	}
	small, err := Compile(&m)
	return small, err == nil
}

func (p *Program) valueWith(effect, cause entente.VariableName, v float64) (float64, error) {
	r, err := p.Run(entente.Scenario{Set: map[entente.VariableName]float64{cause: v}}, 0)
	if err != nil {
		return 0, err
	}
	return r.Series(effect)[0], nil
}

// fixInitial makes what INIT names in an equation constants of their own, with
// the values of the run's start: the small model starts later.
func (p *Program) fixInitial(equation string, start func(entente.VariableName) float64) (string, []entente.Variable) {
	n, err := expr.Parse(equation)
	if err != nil {
		return equation, nil
	}
	at := map[entente.VariableName]float64{}
	expr.Walk(n, func(n expr.Node) bool {
		c, ok := n.(*expr.Call)
		if !ok || len(c.Args) != 1 || expr.Key(c.Name) != "init" && expr.Key(c.Name) != "initial" {
			return true
		}
		expr.Walk(c.Args[0], func(n expr.Node) bool {
			if r, ok := n.(*expr.Ref); ok && p.variable(entente.VariableName(r.Name)) != nil {
				v := p.variable(entente.VariableName(r.Name))
				r.Name = string(v.Name) + " at the start"
				at[entente.VariableName(r.Name)] = start(v.Name)
			}
			return true
		})
		return false
	})
	var out []entente.Variable
	for _, name := range ordered(at) {
		out = append(out, entente.Variable{Name: name, Kind: entente.Constant, Equation: expr.Number64(at[name])})
	}
	if len(out) == 0 {
		return equation, nil
	}
	return expr.String(n), out
}
