package sim

import "github.com/ententelab/entente/model/expr"

// timed is a function of its arguments, the time and the time step.
func timed(f func(e *elaborator, t id, a []id) id) builtin {
	return func(x *site, n *expr.Call) (id, error) {
		args, err := x.arguments(n)
		if err != nil {
			return 0, err
		}
		return f(x.e, x.clockTime(), args), nil
	}
}

var timeFunctions = map[string]builtin{
	"time":      func(x *site, _ *expr.Call) (id, error) { return x.clockTime(), nil },
	"self":      func(x *site, n *expr.Call) (id, error) { return x.e.element(x.sym, x.flat, x.mode) },
	"dt":        alike(func(e *elaborator, _ []id) id { return e.step() }),
	"starttime": alike(func(e *elaborator, _ []id) id { return e.constant(e.clock.start) }),
	"stoptime":  alike(func(e *elaborator, _ []id) id { return e.constant(e.clock.stop) }),
	"step": timed(func(e *elaborator, t id, a []id) id {
		return e.make(opIf, e.reached(t, a[1]), a[0], e.constant(0))
	}),
	"ramp": timed(func(e *elaborator, t id, a []id) id {
		if len(a) == 3 {
			t = e.make(opMin, t, a[2], 0)
		}
		return e.mul(a[0], e.make(opMax, e.constant(0), e.sub(t, a[1]), 0))
	}),
	"pulse": timed(func(e *elaborator, t id, a []id) id {
		first, interval := e.or(a, 1, e.clock.start), e.or(a, 2, 0)
		return e.make(opIf, e.pulsing(t, first, interval), e.div(a[0], e.step()), e.constant(0))
	}),
	"vensim_pulse": timed(func(e *elaborator, t id, a []id) id {
		since := e.since(t, a[0])
		return e.both(e.make(opGt, since, e.constant(0), 0), e.make(opLt, since, e.width(a[1]), 0))
	}),
	"pulse_train": timed(func(e *elaborator, t id, a []id) id {
		since := e.since(t, a[0])
		width := e.width(a[1])
		phase := e.make(opMod, since, a[2], 0)
		always := e.make(opLe, a[2], width, 0) // the next begins before this one ends
		on := e.both(e.make(opGt, since, e.constant(0), 0), e.make(opOr, always, e.make(opLt, phase, width, 0), 0))
		return e.both(on, e.make(opLe, t, a[3], 0))
	}),
	"sinwave": timed(func(e *elaborator, t id, a []id) id { return e.wave(opSin, t, a) }),
	"coswave": timed(func(e *elaborator, t id, a []id) id { return e.wave(opCos, t, a) }),
	"counter": timed(func(e *elaborator, t id, a []id) id {
		span := e.sub(a[1], a[0])
		return e.add(a[0], e.make(opMod, e.sub(t, e.constant(e.clock.start)), span, 0))
	}),
	"get_time_value": timeValue,
}

// timeValue is Vensim's GET TIME VALUE(relative to, offset, type): relative to
// 0 now or 1 the start. Of the types only 0, the model's own time, has a meaning
// without a calendar.
func timeValue(x *site, n *expr.Call) (id, error) {
	a, err := x.arguments(n)
	if err != nil {
		return 0, err
	}
	e := x.e
	to, ok1 := e.value(a[0])
	kind, ok2 := e.value(a[2])
	if !ok1 || !ok2 || kind != 0 || to != 0 && to != 1 {
		return 0, x.fail(n.Pos(), "GET TIME VALUE of dates or of the computer's clock: we do not have it", "")
	}
	if to == 1 {
		return e.add(e.constant(e.clock.start), a[1]), nil
	}
	return e.add(x.clockTime(), a[1]), nil
}

// reached is 1 from time a on; a step that rounding puts a hair before a
// counts.
func (e *elaborator) reached(t, a id) id {
	return e.make(opGe, e.add(t, e.constant(e.clock.dt*1e-6)), a, 0)
}

// since is the time since a, half a step ahead, so that the step nearest to a
// is the first that is not negative.
func (e *elaborator) since(t, a id) id {
	return e.sub(e.add(t, e.div(e.step(), e.constant(2))), a)
}

// width is the length of a pulse: at least one step.
func (e *elaborator) width(w id) id { return e.make(opMax, w, e.step(), 0) }

func (e *elaborator) both(a, b id) id { return e.make(opAnd, a, b, 0) }

// pulsing is 1 in the step of the first pulse and every interval after it; an
// interval of 0 means once.
func (e *elaborator) pulsing(t, first, interval id) id {
	since := e.since(t, first)
	one := e.make(opLt, since, e.step(), 0)
	every := e.make(opLt, e.make(opMod, since, interval, 0), e.step(), 0)
	again := e.make(opIf, e.make(opGt, interval, e.constant(0), 0), every, one)
	return e.both(e.make(opGe, since, e.constant(0), 0), again)
}

func (e *elaborator) wave(o op, t id, a []id) id {
	angle := e.div(e.mul(e.constant(2*3.14159265358979323846), t), a[1])
	return e.mul(a[0], e.make(o, angle, 0, 0))
}
