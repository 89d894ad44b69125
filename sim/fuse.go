package sim

import "math"

// Fusing saves passes over the columns: a product that one sum alone reads, a
// product with a constant that one product or quotient alone reads, a sum with
// a constant that is one quotient's divisor. Every step still rounds by itself.

// fuse marks the nodes that are computed inside their only reader.
func (e *emitter) fuse(order []id) {
	section := make([]uint8, len(e.nodes))
	for i, nodes := range [][]id{e.plan.once, e.plan.every, e.plan.saved} {
		for _, n := range nodes {
			section[n] = uint8(i + 1)
		}
	}
	private := func(o, reader id) bool { return e.uses[o] == 1 && section[o] == section[reader] && !e.fused[o] }
	for _, n := range order {
		if d := &e.nodes[n]; d.op == opAdd || d.op == opSub {
			e.fuseProduct(n, d, private)
		}
	}
	for _, n := range order {
		d := &e.nodes[n]
		switch {
		case d.op == opMul && !e.isConst(d.a) && !e.isConst(d.b) && d.a != d.b:
			if !e.fuseFactor(d.a, opMul, n, private) {
				e.fuseFactor(d.b, opMul, n, private)
			}
		case d.op == opDiv && !e.isConst(d.a) && !e.isConst(d.b) && d.a != d.b:
			e.fuseFactor(d.a, opMul, n, private)
			e.fuseFactor(d.b, opAdd, n, private)
		}
	}
}

// fuseProduct marks a product of two columns in a sum or difference of columns.
func (e *emitter) fuseProduct(n id, d *node, private func(o, reader id) bool) {
	if d.a == d.b || e.isConst(d.a) || e.isConst(d.b) {
		return
	}
	for _, o := range [2]id{d.b, d.a} {
		if m := &e.nodes[o]; m.op == opMul && private(o, n) && !e.isConst(m.a) && !e.isConst(m.b) {
			e.fused[o] = true
			return
		}
	}
}

// fuseFactor marks an operation with one constant inside n.
func (e *emitter) fuseFactor(o id, want op, n id, private func(o, reader id) bool) bool {
	m := &e.nodes[o]
	if m.op != want || !private(o, n) || e.isConst(m.a) == e.isConst(m.b) {
		return false
	}
	e.fused[o] = true
	return true
}

// withFactor is the register of an operand, and the constant that a fused
// product or sum joins to it; none if it has none.
func (e *emitter) withFactor(o id, none float64) (reg int32, k float64) {
	if !e.fused[o] {
		return e.register(o), none
	}
	m := &e.nodes[o]
	if v, ok := e.value(m.a); ok {
		return e.register(m.b), v
	}
	v, _ := e.value(m.b)
	return e.register(m.a), v
}

// factors are the operands of a product, the one with a constant first; scaled
// says whether there is one.
func (e *emitter) factors(m *node, in *inst) (scaled bool) {
	a, b := m.a, m.b
	if e.fused[b] {
		a, b = b, a
	}
	in.a, in.k = e.withFactor(a, 1)
	in.b = e.register(b)
	return e.fused[a]
}

// fusion writes a product and the sum that alone reads it as one.
func (e *emitter) fusion(d *node, in *inst) bool {
	if d.op != opAdd && d.op != opSub {
		return false
	}
	var product, other id
	switch {
	case e.fused[d.b]:
		product, other, in.op = d.b, d.a, cMulAdd
		if d.op == opSub {
			in.op = cSubMul
		}
	case e.fused[d.a]:
		product, other, in.op = d.a, d.b, cMulAdd
		if d.op == opSub {
			in.op = cMulSub
		}
	default:
		return false
	}
	if e.factors(&e.nodes[product], in) {
		in.op += cMulAddK - cMulAdd
	}
	in.c = e.register(other)
	return true
}

// scaling writes products and quotients whose operands hold a constant.
func (e *emitter) scaling(d *node, in *inst) bool {
	switch {
	case d.op == opMul && (e.fused[d.a] || e.fused[d.b]):
		e.factors(d, in)
		in.op = cMulMulK
	case d.op == opDiv && (e.fused[d.a] || e.fused[d.b]):
		in.op = cRatio
		in.a, in.k = e.withFactor(d.a, 1)
		in.b, in.k2 = e.withFactor(d.b, math.Copysign(0, -1)) // adding -0 changes nothing
	default:
		return false
	}
	return true
}
