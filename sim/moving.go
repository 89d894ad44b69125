package sim

import (
	"fmt"

	entente "github.com/ententelab/entente"
)

// A movingClock is a clock whose end and steps are variables of the model, read
// anew in every step.
type movingClock struct{ step, stop, save id }

// moveClock takes the clock at the start from the control variables; their
// equations see the time 0, and then the start.
func (e *elaborator) moveClock(t entente.TimeSpec) error {
	e.clock = clock{dt: 1}
	for _, c := range []struct {
		key string
		to  *float64
	}{{"initial_time", &t.Start}, {"time_step", &t.Step}, {"final_time", &t.Stop}, {"saveper", &t.Save}} {
		y := e.root.symbols[c.key]
		if y == nil {
			continue
		}
		at, err := e.element(y, 0, initial)
		if err != nil {
			return err
		}
		v, fixed := e.value(at)
		if !fixed {
			return e.problem(y, 0, fmt.Sprintf("%s cannot be told at the start", y.v.Name), "")
		}
		if *c.to = v; c.key == "initial_time" {
			e.clock.start = v
		}
		y.init[0] = 0 // the start is known only now
	}
	if err := e.setClock(t); err != nil {
		return err
	}
	e.moving = &movingClock{}
	return nil
}

// control finds the nodes that move the clock.
func (e *elaborator) control() error {
	if e.moving == nil {
		return nil
	}
	for _, c := range []struct {
		key      string
		to       *id
		fallback float64
	}{{"time_step", &e.moving.step, e.clock.dt}, {"final_time", &e.moving.stop, e.clock.stop}, {"saveper", &e.moving.save, e.clock.dt}} {
		if *c.to = e.constant(c.fallback); e.root.symbols[c.key] == nil {
			continue
		}
		at, err := e.element(e.root.symbols[c.key], 0, running)
		if err != nil {
			return err
		}
		*c.to = at
	}
	if e.varies[e.moving.step]&perStep != 0 && e.usesStep {
		return e.problem(e.root.symbols["time_step"], 0, "the time step changes, and the model has functions of a fixed step (PULSE, DELAY FIXED, NPV, …)", "")
	}
	return nil
}

// step is the node of a time step that an equation counts on.
func (e *elaborator) step() id {
	e.usesStep = true
	return e.constant(e.clock.dt)
}

// runMoving is runScalar for a moving clock: it saves a row when the save step
// has passed since the last, and stops when the time has reached the end.
func (p *plan) runMoving(m *scalarMachine, row func(t float64)) {
	t, next := p.clock.start, p.clock.start
	for m.step = 0; m.step <= maxSteps; m.step++ {
		m.time(t)
		m.execute(p.every)
		dt, stop, save := m.reg[p.moving.step], m.reg[p.moving.stop], m.reg[p.moving.save]
		if t >= next-1e-6*dt {
			m.execute(p.saved)
			row(t)
			next = t + save
		}
		if !(dt > 0) || t >= stop-1e-6*dt {
			return
		}
		m.clock.dt = dt
		m.advanceFrom(t)
		t += dt
	}
}
