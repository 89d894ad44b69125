package sim

import "math"

// A scalarMachine runs one member of a plan, one operation at a time, in the
// order of the plan. It is the oracle: what it gives is what a model means.
type scalarMachine struct {
	*plan
	clock clock
	seed  uint64
	reg   []float64 // by node
	args  []float64
	pipes [][]float64
	next  []float64
	step  int
}

// runScalar runs a plan and calls row for every saved row; get reads a node.
func (p *plan) runScalar(params []float64, seed uint64, row func(i int, get func(id) float64)) {
	m := newScalarMachine(p, params, seed)
	get := func(n id) float64 { return m.reg[n] }
	for m.step = 0; ; m.step++ {
		m.time(p.clock.at(m.step))
		m.execute(p.every)
		if m.step%p.clock.every == 0 {
			m.execute(p.saved)
			row(m.step/p.clock.every, get)
		}
		if m.step == p.clock.steps {
			return
		}
		m.advanceFrom(p.clock.at(m.step))
	}
}

func newScalarMachine(p *plan, params []float64, seed uint64) *scalarMachine {
	m := &scalarMachine{
		plan: p, clock: p.clock, seed: seed, reg: make([]float64, len(p.nodes)), next: make([]float64, len(p.states)),
	}
	m.begin(params)
	return m
}

// begin sets what does not change within the run, and the states.
func (m *scalarMachine) begin(params []float64) {
	for i := range m.nodes {
		if m.nodes[i].op == opConst {
			m.reg[i] = m.nodes[i].val
		}
	}
	for i, q := range m.params {
		m.reg[q.node] = params[i]
	}
	m.time(m.clock.start)
	m.execute(m.once)
	m.pipes = make([][]float64, len(m.states))
	for i, s := range m.states {
		m.reg[s.node] = m.reg[s.init]
		if s.kind == pipe {
			m.pipes[i] = make([]float64, pipeLength(m.reg[s.delay], m.clock))
		}
	}
}

// pipeLength is a delay in steps: at least one, at most the run.
func pipeLength(delay float64, c clock) int {
	n := math.Round(delay / c.dt)
	if !(n >= 1) {
		return 1
	}
	return int(math.Min(n, float64(c.steps+1)))
}

func (m *scalarMachine) time(t float64) {
	if m.now != 0 {
		m.reg[m.now] = t
	}
}

func (m *scalarMachine) execute(order []id) {
	for _, i := range order {
		n := &m.nodes[i]
		switch n.op {
		case opLookup:
			m.reg[i] = m.tables[n.aux].at(m.reg[n.a])
		case opRandom:
			m.reg[i] = drawAt(m.seed, n, m.step, m.reg[n.a], m.reg[n.b], m.reg[n.c])
		case opMany:
			c := &m.calls[n.aux]
			m.args = m.args[:0]
			for _, a := range c.args {
				m.args = append(m.args, m.reg[a])
			}
			m.reg[i] = c.fn(m.args)
		default:
			m.reg[i] = compute(n.op, m.reg[n.a], m.reg[n.b], m.reg[n.c])
		}
	}
}

// drawAt is the draw of a random function in a step.
func drawAt(seed uint64, n *node, step int, a, b, c float64) float64 {
	if n.aux&firstDraw != 0 {
		step = 0
	}
	s := newSource(seed, uint64(n.val), uint64(step))
	return s.draw(chance(n.aux&^firstDraw), a, b, c)
}

// advanceFrom moves all states from the step at t to the next; every rate is
// known before any state moves.
func (m *scalarMachine) advanceFrom(t float64) {
	for i, s := range m.states {
		m.next[i] = m.reg[s.next]
	}
	if m.clock.rk4 {
		m.rungeKutta(t)
	}
	dt := m.clock.dt
	for i, s := range m.states {
		switch s.kind {
		case integral:
			v := m.reg[s.node] + float64(dt*m.next[i])
			if s.floor {
				v = greater(v, 0)
			}
			m.reg[s.node] = v
		case memory:
			m.reg[s.node] = m.next[i]
		case pipe:
			m.flow(i, s)
		}
	}
}

// flow moves a pipe on by one step.
func (m *scalarMachine) flow(i int, s state) {
	buf := m.pipes[i]
	buf[m.step%len(buf)] = m.next[i]
	if m.step+1 >= len(buf) {
		m.reg[s.node] = buf[(m.step+1)%len(buf)]
	}
}

// rungeKutta makes the rates in next the weighted mean of four.
func (m *scalarMachine) rungeKutta(t float64) {
	dt := m.clock.dt
	start := make([]float64, len(m.states))
	sum := make([]float64, len(m.states))
	for i, s := range m.states {
		start[i], sum[i] = m.reg[s.node], m.next[i]
	}
	slope := append([]float64(nil), m.next...)
	for stage, h := range [3]float64{dt / 2, dt / 2, dt} {
		for i, s := range m.states {
			if s.kind == integral {
				m.reg[s.node] = start[i] + float64(h*slope[i])
			}
		}
		m.time(t + h)
		m.execute(m.every)
		weight := 2.0
		if stage == 2 {
			weight = 1
		}
		for i, s := range m.states {
			slope[i] = m.reg[s.next]
			sum[i] += float64(weight * slope[i])
		}
	}
	for i, s := range m.states {
		m.reg[s.node] = start[i]
		if s.kind == integral {
			m.next[i] = sum[i] / 6
		}
	}
}
