package mdl

import (
	"fmt"
	"math"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model/expr"
)

// control takes the clock from Vensim's control variables. If one of them is
// computed, the clock moves with it.
func (r *reader) control() {
	t := &r.m.Time
	t.Method, t.Step = "euler", 1
	c := &constants{known: map[string]*entente.Variable{}}
	for i := range r.m.Variables {
		c.known[expr.Key(string(r.m.Variables[i].Name))] = &r.m.Variables[i]
	}
	set := func(key string, to *float64, fallback float64) {
		v := c.known[key]
		if *to = fallback; v == nil {
			return
		}
		got, err := c.value(key, 0)
		if err != nil {
			t.Moving = true
			return
		}
		if *to = got; key == "time_step" {
			t.Unit = v.Unit
		}
	}
	set("initial_time", &t.Start, 0)
	set("final_time", &t.Stop, t.Start)
	set("time_step", &t.Step, 1)
	set("saveper", &t.Save, t.Step)
}

// constants evaluates equations of numbers.
type constants struct{ known map[string]*entente.Variable }

func (c *constants) value(key string, depth int) (float64, error) {
	v := c.known[key]
	if v == nil || depth > 100 || v.Kind != entente.Auxiliary || v.Equation == "" || v.Lookup != nil {
		return 0, fmt.Errorf("%q is no constant", key)
	}
	n, err := expr.Parse(v.Equation)
	if err != nil {
		return 0, err
	}
	return c.eval(n, depth)
}

func (c *constants) eval(n expr.Node, depth int) (float64, error) {
	switch n := n.(type) {
	case *expr.Number:
		return n.Value, nil
	case *expr.Ref:
		return c.value(expr.Key(n.Name), depth+1)
	case *expr.Unary:
		v, err := c.eval(n.X, depth)
		if n.Op == "-" {
			v = -v
		}
		return v, err
	case *expr.Binary:
		return c.binary(n, depth)
	}
	return 0, fmt.Errorf("%s is no constant", expr.String(n))
}

func (c *constants) binary(n *expr.Binary, depth int) (float64, error) {
	x, err := c.eval(n.X, depth)
	if err != nil {
		return 0, err
	}
	y, err := c.eval(n.Y, depth)
	if err != nil {
		return 0, err
	}
	switch n.Op {
	case "+":
		return x + y, nil
	case "-":
		return x - y, nil
	case "*":
		return x * y, nil
	case "/":
		return x / y, nil
	case "^":
		return math.Pow(x, y), nil
	}
	return 0, fmt.Errorf("%s is no constant", expr.String(n))
}
