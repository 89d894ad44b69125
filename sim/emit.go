package sim

// The column program is a plan written for columns: a register holds one value
// for each of width members, and an instruction computes a whole register.

// width is how many members one pass computes.
const width = 128

// A cop is an instruction for columns. Those with K have a constant in place of
// an operand; the fused ones round as their two operations would.
type cop uint8

const (
	cCompute cop = iota // any operation of compute; aux is it
	cCopy
	cAdd
	cAddK
	cSub
	cSubK // a - k
	cKSub // k - a
	cMul
	cMulK
	cDiv
	cDivK
	cKDiv
	cPowK
	cExp
	cNeg
	cMin
	cMax
	cMinK
	cMaxK
	cLt
	cLe
	cGtK
	cLtK
	cIf
	cIfK     // a ? k : k2
	cMulAdd  // a*b + c
	cMulSub  // a*b - c
	cSubMul  // c - a*b
	cMulAddK // (a*k)*b + c
	cMulSubK // (a*k)*b - c
	cSubMulK // c - (a*k)*b
	cMulMulK // (a*k)*b
	cRatio   // (a*k) / (b+k2)
	cLookup  // an evenly spaced, continuous table
	cTable   // any table
	cRandom
	cMany
)

// An inst is one instruction: registers d = a op b op c.
type inst struct {
	op         cop
	aux        int32
	d, a, b, c int32
	k, k2      float64
	node       id      // of cRandom
	args       []int32 // of cMany
}

// columnProgram is a plan as instructions.
type columnProgram struct {
	*plan
	once, every, saved []inst
	regs               int
	constant           []constantReg // filled when a machine is made
	reg                map[id]int32
	at, next           []int32 // per state its register, and that of what it becomes
	out                []int32 // per output its register
}

type constantReg struct {
	reg   int32
	value float64
}

// emitter writes the instructions and gives values their registers. A register
// is used again once its value is: values that live on from step to step have
// theirs for good.
type emitter struct {
	*columnProgram
	uses   []int32 // how often a node is read
	last   []int32 // where in the program it is read last
	free   []int32
	fused  []bool // computed inside its only reader
	place  map[id]int32
	consts map[float64]int32
}

const forever = int32(1<<31 - 1)

func emit(p *plan) *columnProgram {
	e := &emitter{
		columnProgram: &columnProgram{plan: p, reg: map[id]int32{}},
		uses:          make([]int32, len(p.nodes)), last: make([]int32, len(p.nodes)), fused: make([]bool, len(p.nodes)),
		place: map[id]int32{}, consts: map[float64]int32{},
	}
	order := append(append(append([]id(nil), p.once...), p.every...), p.saved...)
	e.count(order)
	e.fuse(order)
	e.lives(order)
	for _, s := range p.states {
		e.fix(s.node)
	}
	for _, q := range p.params {
		e.fix(q.node)
	}
	if p.now != 0 {
		e.fix(p.now)
	}
	at := int32(0)
	for _, section := range []struct {
		nodes []id
		to    *[]inst
	}{{p.once, &e.once}, {p.every, &e.every}, {p.saved, &e.saved}} {
		for _, n := range section.nodes {
			if !e.fused[n] {
				*section.to = append(*section.to, e.instruction(n, at))
			}
			at++
		}
	}
	e.finish()
	return e.columnProgram
}

func (e *emitter) count(order []id) {
	for _, n := range order {
		e.operands(n, func(o id) { e.uses[o]++ })
	}
	for _, s := range e.states {
		e.uses[s.next]++
		e.uses[s.init]++
		e.uses[s.delay]++
	}
	for _, o := range e.outputs {
		e.uses[o.node]++
	}
}

// lives finds where each value is read last.
func (e *emitter) lives(order []id) {
	onceEnd := int32(len(e.plan.once))
	for at, n := range order {
		reader := int32(at)
		e.operands(n, func(o id) { e.read(o, reader, onceEnd) })
	}
	for i := len(order) - 1; i >= 0; i-- { // what a fused value reads is read by its reader
		if n := order[i]; e.fused[n] {
			e.operands(n, func(o id) { e.read(o, e.last[n], onceEnd) })
		}
	}
	for _, s := range e.states {
		e.last[s.next], e.last[s.init], e.last[s.delay] = forever, forever, forever
	}
	for _, o := range e.outputs {
		e.last[o.node] = forever
	}
}

func (e *emitter) read(o id, at, onceEnd int32) {
	if at >= onceEnd && e.varies[o]&perStep == 0 {
		at = forever // computed once, read in every step
	}
	e.last[o] = max(e.last[o], at)
}

// fix gives a value a register for good.
func (e *emitter) fix(n id) int32 {
	if r, ok := e.reg[n]; ok {
		return r
	}
	r := int32(e.regs)
	e.regs++
	e.reg[n] = r
	return r
}

// register is where a value is; a constant gets a register filled with it.
func (e *emitter) register(n id) int32 {
	if v, ok := e.value(n); ok || n == 0 {
		if r, ok := e.consts[v]; ok {
			return r
		}
		r := int32(e.regs)
		e.regs++
		e.constant = append(e.constant, constantReg{r, v})
		if v == v {
			e.consts[v] = r
		}
		return r
	}
	return e.reg[n]
}

// result gives an instruction its register, after its operands free theirs.
func (e *emitter) result(n id, at int32) int32 {
	release := func(o id) {
		if r, ok := e.reg[o]; ok && e.last[o] == at && e.place[o] == 0 && !e.isConst(o) && e.nodes[o].op > opState {
			e.free = append(e.free, r)
			e.place[o] = 1
		}
	}
	e.operands(n, func(o id) { e.inner(o, release) })
	if k := len(e.free); k > 0 {
		r := e.free[k-1]
		e.free = e.free[:k-1]
		e.reg[n] = r
		return r
	}
	return e.fix(n)
}

// inner visits what is read in place of o: o itself, or what it reads if it is
// fused.
func (e *emitter) inner(o id, visit func(id)) {
	if e.fused[o] {
		e.operands(o, func(p id) { e.inner(p, visit) })
		return
	}
	visit(o)
}

// instruction writes one operation.
func (e *emitter) instruction(n id, at int32) inst {
	d := &e.nodes[n]
	in := inst{op: cCompute, aux: int32(d.op), node: n}
	switch d.op {
	case opMany:
		in.op, in.aux = cMany, d.aux
		for _, o := range e.calls[d.aux].args {
			in.args = append(in.args, e.register(o))
		}
	case opRandom:
		in.op, in.aux = cRandom, d.aux
		in.a, in.b, in.c = e.register(d.a), e.register(d.b), e.register(d.c)
	case opLookup:
		in.op, in.aux, in.a = cTable, d.aux, e.register(d.a)
		if t := &e.tables[d.aux]; t.kind == continuous && t.step > 0 {
			in.op = cLookup
		}
	default:
		if !e.fusion(d, &in) && !e.scaling(d, &in) && !e.withConstant(d, &in) {
			e.plain(d, &in)
		}
	}
	in.d = e.result(n, at)
	return in
}

// withConstant uses the instructions that hold a constant.
func (e *emitter) withConstant(d *node, in *inst) bool {
	if d.op == opIf {
		b, okB := e.value(d.b)
		c, okC := e.value(d.c)
		if okB && okC {
			in.op, in.a, in.k, in.k2 = cIfK, e.register(d.a), b, c
			return true
		}
		return false
	}
	if d.b == 0 {
		return false
	}
	if k, ok := e.value(d.b); ok {
		if op, ok := constantRight[d.op]; ok {
			in.op, in.a, in.k = op, e.register(d.a), k
			return true
		}
	}
	if k, ok := e.value(d.a); ok {
		if op, ok := constantLeft[d.op]; ok {
			in.op, in.a, in.k = op, e.register(d.b), k
			return true
		}
	}
	return false
}

var constantRight = map[op]cop{
	opAdd: cAddK, opSub: cSubK, opMul: cMulK, opDiv: cDivK, opPow: cPowK, opMin: cMinK, opMax: cMaxK, opGt: cGtK, opLt: cLtK,
}

// constantLeft leaves out min and max, which are not symmetric for NaN.
var constantLeft = map[op]cop{opAdd: cAddK, opSub: cKSub, opMul: cMulK, opDiv: cKDiv, opLt: cGtK, opGt: cLtK}

var plainOps = map[op]cop{
	opAdd: cAdd, opSub: cSub, opMul: cMul, opDiv: cDiv, opExp: cExp, opNeg: cNeg, opMin: cMin, opMax: cMax,
	opLt: cLt, opLe: cLe, opIf: cIf,
}

func (e *emitter) plain(d *node, in *inst) {
	if op, ok := plainOps[d.op]; ok {
		in.op = op
	}
	in.a = e.register(d.a)
	if d.b != 0 {
		in.b = e.register(d.b)
	}
	if d.c != 0 {
		in.c = e.register(d.c)
	}
	if d.op == opGt || d.op == opGe { // as the mirrored comparison
		in.op = cLt
		if d.op == opGe {
			in.op = cLe
		}
		in.a, in.b = in.b, in.a
	}
}

// finish finds the registers that the machine itself reads. A state that
// becomes another state's value gets a copy of it, so that no state is moved
// before it is read.
func (e *emitter) finish() {
	for _, s := range e.states {
		r := e.register(s.next)
		if e.nodes[s.next].op == opState {
			r = int32(e.regs)
			e.regs++
			e.every = append(e.every, inst{op: cCopy, d: r, a: e.reg[s.next]})
		}
		e.next, e.at = append(e.next, r), append(e.at, e.reg[s.node])
		e.register(s.init)
		if s.delay != 0 {
			e.register(s.delay)
		}
	}
	for _, o := range e.outputs {
		e.out = append(e.out, e.register(o.node))
	}
	for _, s := range e.states {
		e.reg[s.init] = e.register(s.init)
		if s.delay != 0 {
			e.reg[s.delay] = e.register(s.delay)
		}
	}
}
