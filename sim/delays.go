package sim

import (
	"fmt"
	"math"

	"github.com/ententelab/entente/model/expr"
)

// order is a delay (of material) or a smooth (of information) of fixed order;
// its initial output is the argument at init, or else its input.
func order(order int, material bool, init int) builtin {
	return func(x *site, n *expr.Call) (id, error) {
		return x.chain(n.Args[0], n.Args[1], arg(n, init, 0), order, material)
	}
}

// orderAt takes the order from the argument at nth.
func orderAt(material bool, nth, init int) builtin {
	return func(x *site, n *expr.Call) (id, error) {
		v, err := x.constant(n, nth)
		if err != nil {
			return 0, err
		}
		return x.chain(n.Args[0], n.Args[1], arg(n, init, 0), int(v), material)
	}
}

// delayN is Vensim's DELAY N(input, time, initial, order): the order is no more
// than the steps in the delay, and a change of the delay time moves along with
// the material, one stage in a step.
func delayN(x *site, n *expr.Call) (id, error) {
	if x.mode == initial {
		return x.node(n.Args[2])
	}
	order, err := x.constant(n, 3)
	if err != nil {
		return 0, err
	}
	delay, err := x.before(n.Args[1])
	if err != nil {
		return 0, err
	}
	if d, fixed := x.e.value(delay); fixed {
		order = math.Min(order, math.Floor(d/x.e.clock.dt+1e-9))
	}
	count := int(math.Max(1, order))
	times := x.travelling(n.Args[1], count)
	return x.stages(n.Args[0], n.Args[2], count, func(stage int, c *site) (id, error) {
		d, err := times(stage, c)
		return x.e.div(d, x.e.constant(float64(count))), err
	})
}

// travelling gives each stage the delay time of as many steps ago.
func (x *site) travelling(delay expr.Node, count int) func(int, *site) (id, error) {
	now := func(c *site) (id, error) { return c.node(delay) }
	at, err := now(x)
	if err != nil || x.e.varies[at]&perStep == 0 {
		return func(_ int, c *site) (id, error) { return now(c) }
	}
	late := []id{at}
	for i := 1; i < count; i++ {
		from := late[i-1]
		late = append(late, x.hidden(memory,
			func() (id, error) { return x.before(delay) },
			func() (id, error) { return from, nil }))
	}
	return func(stage int, c *site) (id, error) {
		if c.mode == initial {
			return now(c)
		}
		return late[stage], nil
	}
}

// constant is the value of an argument that must be known before the run.
func (x *site) constant(n *expr.Call, i int) (float64, error) {
	at, err := x.before(n.Args[i])
	if err != nil {
		return 0, err
	}
	v, fixed := x.e.value(at)
	if !fixed || !(v >= 1 && v <= maxOrder) {
		return 0, x.fail(n.Pos(), fmt.Sprintf("the order of %s must be a constant from 1 to %d", n.Name, maxOrder), "")
	}
	return math.Round(v), nil
}

// maxOrder bounds the stocks that one delay stands for.
const maxOrder = 1000

// chain is a row of stocks with the delay shared among them.
func (x *site) chain(input, delay, init expr.Node, order int, material bool) (id, error) {
	if x.mode == initial {
		return x.node(init)
	}
	part := func(_ int, c *site) (id, error) {
		d, err := c.node(delay)
		return x.e.div(d, x.e.constant(float64(order))), err
	}
	if material {
		return x.stages(input, init, order, part)
	}
	out := func() (id, error) { return x.node(input) }
	var last id
	for range order {
		in := out
		var self id
		self = x.hidden(integral,
			func() (id, error) { return x.before(init) },
			func() (id, error) { return x.approach(in, self, part) })
		last = self
		out = func() (id, error) { return self, nil }
	}
	return last, nil
}

// approach is the rate at which a smooth moves to its input.
func (x *site) approach(in func() (id, error), self id, part func(int, *site) (id, error)) (id, error) {
	v, err := in()
	if err != nil {
		return 0, err
	}
	d, err := part(0, x)
	return x.e.div(x.e.sub(v, self), d), err
}

// stages passes material on from stock to stock; part is the time that it
// stays in one.
func (x *site) stages(input, init expr.Node, count int, part func(int, *site) (id, error)) (id, error) {
	out := func() (id, error) { return x.node(input) }
	for stage := range count {
		in := out
		var self id
		leaving := func() (id, error) {
			d, err := part(stage, x)
			return x.e.div(self, d), err
		}
		self = x.hidden(integral,
			func() (id, error) { return x.filled(init, stage, part) },
			func() (id, error) {
				v, err := in()
				if err != nil {
					return 0, err
				}
				w, err := leaving()
				return x.e.sub(v, w), err
			})
		out = leaving
	}
	return out()
}

// filled is what a stage holds when the initial output flows through it.
func (x *site) filled(init expr.Node, stage int, part func(int, *site) (id, error)) (id, error) {
	v, err := x.before(init)
	if err != nil {
		return 0, err
	}
	d, err := part(stage, x.when(initial))
	return x.e.mul(v, d), err
}
