package sim

import (
	"fmt"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model/expr"
)

// A state is a number that lives from one time step to the next.
type state struct {
	kind  stateKind
	owner string // the variable it belongs to
	own   bool   // it is that variable's stock, not a delay inside its equation
	node  id     // opState
	init  id     // its value at the start; does not vary within a run
	next  id     // an integral's rate, or the value in the next step
	delay id     // of a pipe: how long, fixed at the start
	floor bool   // never below 0
}

type stateKind uint8

const (
	integral stateKind = iota // grows by next·dt
	memory                    // becomes next
	pipe                      // becomes what next was, delay ago
)

// remember makes a state. Its equations are read later, so that what it feeds
// may feed it.
func (e *elaborator) remember(s state, init, next, delay func() (id, error)) id {
	at := len(e.states)
	s.node = e.intern(node{op: opState, aux: int32(at)}, perRun|perStep)
	e.states = append(e.states, s)
	e.pending = append(e.pending, func() error {
		i, err := init()
		if err != nil {
			return err
		}
		n, err := next()
		if err != nil {
			return err
		}
		e.states[at].init, e.states[at].next = i, n
		if delay != nil {
			d, err := delay()
			e.states[at].delay = d
			return err
		}
		return nil
	})
	return s.node
}

// settle reads the equations of all states, and of the states these bring.
func (e *elaborator) settle() error {
	for len(e.pending) > 0 {
		next := e.pending[0]
		e.pending = e.pending[1:]
		if err := next(); err != nil {
			return err
		}
	}
	return nil
}

// stock makes the state of one element of a stock.
func (e *elaborator) stock(y *symbol, flat int) (id, error) {
	if y.owner[flat] < 0 {
		return 0, e.problem(y, 0, fmt.Sprintf("%s has no equation", y.label(flat)), "")
	}
	s := state{kind: integral, owner: y.label(flat), own: true, floor: y.v.NonNegative}
	return e.remember(s,
		func() (id, error) { return e.element(y, flat, initial) },
		func() (id, error) { return e.net(y, flat) }, nil), nil
}

// net is what a stock gains per unit of time.
func (e *elaborator) net(y *symbol, flat int) (id, error) {
	d := &y.defs[y.owner[flat]]
	x := &site{e: e, in: y.in, sym: y, flat: flat, env: e.bindings(y, d, flat)}
	if rate := or(d.rate, y.v.Rate); rate != "" {
		n, err := expr.Parse(rate)
		if err != nil {
			return 0, x.fail(0, "in the rate of "+string(y.v.Name)+": "+err.Error(), "")
		}
		return x.node(n)
	}
	total := e.constant(0)
	for _, in := range y.v.Inflows {
		f, err := x.flow(in)
		if err != nil {
			return 0, err
		}
		total = e.add(total, f)
	}
	for _, out := range y.v.Outflows {
		f, err := x.flow(out)
		if err != nil {
			return 0, err
		}
		total = e.sub(total, f)
	}
	return total, nil
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func (x *site) flow(name entente.VariableName) (id, error) {
	return x.ref(&expr.Ref{Name: string(name)})
}

// before is the value of an expression at the start.
func (x *site) before(n expr.Node) (id, error) { return x.when(initial).node(n) }

// hidden is a state inside an equation.
func (x *site) hidden(kind stateKind, init, next func() (id, error)) id {
	return x.e.remember(state{kind: kind, owner: x.sym.label(x.flat)}, init, next, nil)
}

var memoryFunctions = map[string]builtin{
	"init":    func(x *site, n *expr.Call) (id, error) { return x.before(n.Args[0]) },
	"initial": func(x *site, n *expr.Call) (id, error) { return x.before(n.Args[0]) },
	"active_initial": func(x *site, n *expr.Call) (id, error) {
		if x.mode == initial {
			return x.node(n.Args[1])
		}
		return x.node(n.Args[0])
	},
	"previous":       previous,
	"integ":          integ,
	"sample_if_true": sampleIfTrue,
	"delay":          func(x *site, n *expr.Call) (id, error) { return x.pipe(n.Args[0], n.Args[1], arg(n, 2, 0)) },
	"delay_fixed":    func(x *site, n *expr.Call) (id, error) { return x.pipe(n.Args[0], n.Args[1], n.Args[2]) },
	"delay1":         order(1, true, 2),
	"delay1i":        order(1, true, 2),
	"delay3":         order(3, true, 2),
	"delay3i":        order(3, true, 2),
	"smth1":          order(1, false, 2),
	"smth3":          order(3, false, 2),
	"smooth":         order(1, false, 2),
	"smoothi":        order(1, false, 2),
	"smooth3":        order(3, false, 2),
	"smooth3i":       order(3, false, 2),
	"delayn":         orderAt(true, 2, 3),
	"smthn":          orderAt(false, 2, 3),
	"delay_n":        delayN,
	"smooth_n":       orderAt(false, 3, 2),
	"trend":          trend,
	"forcst":         forcst,
	"forecast":       forcst,
	"npv":            npv,
}

// arg is the argument at i, or the one at other where it is not given.
func arg(n *expr.Call, i, other int) expr.Node {
	if i < len(n.Args) {
		return n.Args[i]
	}
	return n.Args[other]
}

func previous(x *site, n *expr.Call) (id, error) {
	if x.mode == initial {
		return x.node(n.Args[1])
	}
	return x.hidden(memory,
		func() (id, error) { return x.before(n.Args[1]) },
		func() (id, error) { return x.node(n.Args[0]) }), nil
}

func integ(x *site, n *expr.Call) (id, error) {
	if x.mode == initial {
		return x.node(n.Args[1])
	}
	return x.hidden(integral,
		func() (id, error) { return x.before(n.Args[1]) },
		func() (id, error) { return x.node(n.Args[0]) }), nil
}

// sampleIfTrue holds the last input for which the condition was true.
func sampleIfTrue(x *site, n *expr.Call) (id, error) {
	start, err := x.before(n.Args[2])
	if err != nil || x.mode == initial {
		return x.sampleOr(n, start, err)
	}
	var self id
	self = x.hidden(memory,
		func() (id, error) { return start, nil },
		func() (id, error) { return x.sample(n, self) })
	return x.sample(n, self)
}

func (x *site) sampleOr(n *expr.Call, held id, err error) (id, error) {
	if err != nil {
		return 0, err
	}
	return x.sample(n, held)
}

func (x *site) sample(n *expr.Call, held id) (id, error) {
	cond, err := x.node(n.Args[0])
	if err != nil {
		return 0, err
	}
	input, err := x.node(n.Args[1])
	return x.e.make(opIf, cond, input, held), err
}

// pipe is what the input was, a fixed time ago.
func (x *site) pipe(input, delay, init expr.Node) (id, error) {
	if x.mode == initial {
		return x.node(init)
	}
	x.e.usesStep = true
	return x.e.remember(state{kind: pipe, owner: x.sym.label(x.flat)},
		func() (id, error) { return x.before(init) },
		func() (id, error) { return x.node(input) },
		func() (id, error) { return x.before(delay) }), nil
}

// trendOf is the fractional growth of the input per unit of time, as a smooth
// of it sees it; start is the growth assumed before the run.
func (x *site) trendOf(input, window expr.Node, start func(*site) (id, error)) (id, error) {
	e := x.e
	average := func() (id, error) { // before the run
		v, err := x.before(input)
		if err != nil {
			return 0, err
		}
		w, err := x.before(window)
		if err != nil {
			return 0, err
		}
		g, err := start(x.when(initial))
		return e.div(v, e.add(e.constant(1), e.mul(g, w))), err
	}
	if x.mode == initial {
		return start(x)
	}
	var self id
	self = x.hidden(integral, average, func() (id, error) {
		v, err := x.node(input)
		if err != nil {
			return 0, err
		}
		w, err := x.node(window)
		return e.div(e.sub(v, self), w), err
	})
	v, err := x.node(input)
	if err != nil {
		return 0, err
	}
	w, err := x.node(window)
	return e.quotient(e.sub(v, self), e.mul(w, self), e.constant(0), 0), err
}

func startAt(n *expr.Call, i int) func(*site) (id, error) {
	return func(c *site) (id, error) {
		if i < len(n.Args) {
			return c.node(n.Args[i])
		}
		return c.e.constant(0), nil
	}
}

func trend(x *site, n *expr.Call) (id, error) {
	return x.trendOf(n.Args[0], n.Args[1], startAt(n, 2))
}

// forcst extrapolates the trend of the input over the horizon.
func forcst(x *site, n *expr.Call) (id, error) {
	g, err := x.trendOf(n.Args[0], n.Args[1], startAt(n, 3))
	if err != nil {
		return 0, err
	}
	v, err := x.node(n.Args[0])
	if err != nil {
		return 0, err
	}
	h, err := x.node(n.Args[2])
	e := x.e
	return e.mul(v, e.add(e.constant(1), e.mul(g, h))), err
}

// npv is the present value of a stream so far.
func npv(x *site, n *expr.Call) (id, error) {
	e := x.e
	optional := func(c *site, i int, v float64) (id, error) {
		if i < len(n.Args) {
			return c.node(n.Args[i])
		}
		return e.constant(v), nil
	}
	if x.mode == initial {
		return optional(x, 2, 0)
	}
	var discount id
	discount = x.hidden(integral, func() (id, error) { return e.constant(1), nil }, func() (id, error) {
		r, err := x.node(n.Args[1])
		shrink := e.add(e.constant(1), e.mul(r, e.step()))
		return e.div(e.make(opNeg, e.mul(discount, r), 0, 0), shrink), err
	})
	worth := func() (id, error) {
		v, err := x.node(n.Args[0])
		return e.mul(v, discount), err
	}
	sum := x.hidden(integral, func() (id, error) { return optional(x.when(initial), 2, 0) }, worth)
	now, err := worth()
	if err != nil {
		return 0, err
	}
	factor, err := optional(x, 3, 1)
	return e.mul(e.add(sum, e.mul(now, e.step())), factor), err
}
