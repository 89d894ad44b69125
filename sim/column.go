package sim

// A column is one value for each member of a pass.
type column [width]float64

// A columnMachine runs width members of a plan at once. It gives the numbers of
// the scalar machine, bit for bit.
type columnMachine struct {
	*columnProgram
	col   []column
	seeds [width]uint64
	args  []float64
	pipes [][]column
	sizes [][width]int
	start []column // for Runge and Kutta
	sum   []column
	step  int

	kernels *kernels
}

func newColumnMachine(p *columnProgram) *columnMachine {
	m := &columnMachine{columnProgram: p, col: make([]column, p.regs), kernels: newKernels()}
	for _, c := range p.constant {
		m.col[c.reg].fill(c.value)
	}
	if p.clock.rk4 {
		m.start, m.sum = make([]column, len(p.states)), make([]column, len(p.states))
	}
	m.pipes, m.sizes = make([][]column, len(p.states)), make([][width]int, len(p.states))
	return m
}

func (c *column) fill(v float64) {
	for i := range c {
		c[i] = v
	}
}

// run simulates the members whose parameters and seeds are set, and calls row
// for every saved row; out reads an output's column.
func (m *columnMachine) run(param func(i int, to *column), row func(i int, out func(o int) *column)) {
	for i, q := range m.params {
		param(i, &m.col[m.reg[q.node]])
	}
	m.begin()
	out := func(o int) *column { return &m.col[m.out[o]] }
	for m.step = 0; ; m.step++ {
		m.time(m.clock.at(m.step))
		m.execute(m.every)
		if m.step%m.clock.every == 0 {
			m.execute(m.saved)
			row(m.step/m.clock.every, out)
		}
		if m.step == m.clock.steps {
			return
		}
		m.advance()
	}
}

func (m *columnMachine) time(t float64) {
	if m.now != 0 {
		m.col[m.reg[m.now]].fill(t)
	}
}

func (m *columnMachine) begin() {
	m.step = 0
	m.time(m.clock.start)
	m.execute(m.once)
	for i, s := range m.states {
		m.col[m.reg[s.node]] = m.col[m.reg[s.init]]
		if s.kind == pipe {
			longest := 1
			for lane := range width {
				m.sizes[i][lane] = pipeLength(m.col[m.reg[s.delay]][lane], m.clock)
				longest = max(longest, m.sizes[i][lane])
			}
			m.pipes[i] = make([]column, longest)
		}
	}
}

// advance moves all states from this step to the next.
func (m *columnMachine) advance() {
	if m.clock.rk4 {
		m.rungeKutta()
	}
	dt := m.clock.dt
	for i, s := range m.states {
		to, from := &m.col[m.at[i]], &m.col[m.next[i]]
		switch s.kind {
		case integral:
			rate := from
			if m.clock.rk4 {
				rate = &m.sum[i]
			}
			if vectors {
				integrate(to, rate, dt)
			} else {
				for l := range to {
					to[l] += float64(dt * rate[l])
				}
			}
			if s.floor {
				for l := range to {
					to[l] = greater(to[l], 0)
				}
			}
		case memory:
			if m.clock.rk4 {
				from = &m.sum[i]
			}
			*to = *from
		case pipe:
			if m.clock.rk4 {
				from = &m.sum[i]
			}
			m.flow(i, to, from)
		}
	}
}

// flow moves a pipe on by one step; members may have pipes of other lengths.
func (m *columnMachine) flow(i int, to, from *column) {
	buf := m.pipes[i]
	for l := range to {
		n := m.sizes[i][l]
		buf[m.step%n][l] = from[l]
		if m.step+1 >= n {
			to[l] = buf[(m.step+1)%n][l]
		}
	}
}

// rungeKutta leaves the weighted mean of four rates in sum; of other states it
// leaves what they become.
func (m *columnMachine) rungeKutta() {
	dt, t := m.clock.dt, m.clock.at(m.step)
	for i, s := range m.states {
		m.start[i], m.sum[i] = m.col[m.reg[s.node]], m.col[m.next[i]]
	}
	slope := make([]column, len(m.states))
	for i := range m.states {
		slope[i] = m.col[m.next[i]]
	}
	for stage, h := range [3]float64{dt / 2, dt / 2, dt} {
		for i, s := range m.states {
			if s.kind == integral {
				to, from, k := &m.col[m.reg[s.node]], &m.start[i], &slope[i]
				for l := range to {
					to[l] = from[l] + float64(h*k[l])
				}
			}
		}
		m.time(t + h)
		m.execute(m.every)
		weight := 2.0
		if stage == 2 {
			weight = 1
		}
		for i, s := range m.states {
			slope[i] = m.col[m.next[i]]
			if s.kind == integral {
				for l := range slope[i] {
					m.sum[i][l] += float64(weight * slope[i][l])
				}
			}
		}
	}
	for i, s := range m.states {
		m.col[m.reg[s.node]] = m.start[i]
		if s.kind == integral {
			for l := range m.sum[i] {
				m.sum[i][l] /= 6
			}
		}
	}
}

// execute runs instructions in order.
func (m *columnMachine) execute(list []inst) {
	if vectors {
		m.executeVectors(list)
		return
	}
	for i := range list {
		in := &list[i]
		m.one(in, &m.col[in.d], &m.col[in.a])
	}
}

// one runs an instruction.
func (m *columnMachine) one(in *inst, d, a *column) {
	if in.op >= cMin {
		m.choose(in, d, a)
		return
	}
	b, k := &m.col[in.b], in.k
	switch in.op {
	case cCopy:
		*d = *a
	case cAdd:
		for l := range d {
			d[l] = a[l] + b[l]
		}
	case cAddK:
		for l := range d {
			d[l] = a[l] + k
		}
	case cSub:
		for l := range d {
			d[l] = a[l] - b[l]
		}
	case cSubK:
		for l := range d {
			d[l] = a[l] - k
		}
	case cKSub:
		for l := range d {
			d[l] = k - a[l]
		}
	case cMul:
		for l := range d {
			d[l] = a[l] * b[l]
		}
	case cMulK:
		for l := range d {
			d[l] = a[l] * k
		}
	case cDiv:
		for l := range d {
			d[l] = a[l] / b[l]
		}
	case cDivK:
		for l := range d {
			d[l] = a[l] / k
		}
	case cKDiv:
		for l := range d {
			d[l] = k / a[l]
		}
	case cNeg:
		for l := range d {
			d[l] = -a[l]
		}
	case cExp:
		for l := range d {
			d[l] = exp(a[l])
		}
	case cPowK:
		for l := range d {
			d[l] = pow(a[l], k)
		}
	case cCompute:
		o, c := op(in.aux), &m.col[in.c]
		for l := range d {
			d[l] = compute(o, a[l], b[l], c[l])
		}
	}
}

// choose runs comparisons, choices, fused operations and tables.
func (m *columnMachine) choose(in *inst, d, a *column) {
	b, c, k := &m.col[in.b], &m.col[in.c], in.k
	switch in.op {
	case cMin:
		for l := range d {
			d[l] = lesser(a[l], b[l])
		}
	case cMax:
		for l := range d {
			d[l] = greater(a[l], b[l])
		}
	case cMinK:
		for l := range d {
			d[l] = lesser(a[l], k)
		}
	case cMaxK:
		for l := range d {
			d[l] = greater(a[l], k)
		}
	case cLt:
		for l := range d {
			d[l] = truth(a[l] < b[l])
		}
	case cLe:
		for l := range d {
			d[l] = truth(a[l] <= b[l])
		}
	case cGtK:
		for l := range d {
			d[l] = truth(a[l] > k)
		}
	case cLtK:
		for l := range d {
			d[l] = truth(a[l] < k)
		}
	case cIf:
		for l := range d {
			v := c[l]
			if a[l] != 0 {
				v = b[l]
			}
			d[l] = v
		}
	case cIfK:
		for l := range d {
			v := in.k2
			if a[l] != 0 {
				v = k
			}
			d[l] = v
		}
	case cMulAdd:
		for l := range d {
			d[l] = float64(a[l]*b[l]) + c[l]
		}
	case cMulSub:
		for l := range d {
			d[l] = float64(a[l]*b[l]) - c[l]
		}
	case cSubMul:
		for l := range d {
			d[l] = c[l] - float64(a[l]*b[l])
		}
	case cLookup:
		m.tables[in.aux].evenColumn(d, a)
	default:
		m.scaled(in, d, a, b, c)
	}
}

// scaled runs what has a constant inside.
func (m *columnMachine) scaled(in *inst, d, a, b, c *column) {
	k, k2 := in.k, in.k2
	switch in.op {
	case cMulAddK:
		for l := range d {
			d[l] = float64(float64(a[l]*k)*b[l]) + c[l]
		}
	case cMulSubK:
		for l := range d {
			d[l] = float64(float64(a[l]*k)*b[l]) - c[l]
		}
	case cSubMulK:
		for l := range d {
			d[l] = c[l] - float64(float64(a[l]*k)*b[l])
		}
	case cMulMulK:
		for l := range d {
			d[l] = float64(a[l]*k) * b[l]
		}
	case cRatio:
		for l := range d {
			d[l] = float64(a[l]*k) / (b[l] + k2)
		}
	default:
		m.rare(in, d, a, b, c)
	}
}

// evenColumn is at for an evenly spaced, continuous table.
func (t *table) evenColumn(d, a *column) {
	n := len(t.slope)
	x, y, slope := t.x[:n+1], t.y[:n+1], t.slope
	x0, inv, last := x[0], t.inv, x[n]
	for l := range d {
		v := a[l]
		if !(v > x0 && v < last) {
			d[l] = t.at(v)
			continue
		}
		i := int((v - x0) * inv)
		if uint(i) >= uint(n) {
			i = n - 1
		}
		if v < x[i] {
			i--
		} else if v >= x[i+1] {
			i++
		}
		if uint(i) < uint(len(slope)) && i < len(x) && i < len(y) {
			d[l] = y[i] + float64(slope[i]*(v-x[i]))
		}
	}
}

// rare runs what is worth no loop of its own.
func (m *columnMachine) rare(in *inst, d, a, b, c *column) {
	switch in.op {
	case cTable:
		t := &m.tables[in.aux]
		for l := range d {
			d[l] = t.at(a[l])
		}
	case cRandom:
		n := &m.nodes[in.node]
		for l := range d {
			d[l] = drawAt(m.seeds[l], n, m.step, a[l], b[l], c[l])
		}
	case cMany:
		f := m.calls[in.aux].fn
		for l := range d { // d may be the register of an operand: it is written last
			m.args = m.args[:0]
			for _, r := range in.args {
				m.args = append(m.args, m.col[r][l])
			}
			d[l] = f(m.args)
		}
	}
}
