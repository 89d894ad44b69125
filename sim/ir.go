package sim

import "math"

// An op is what a node computes from its operands.
type op uint8

const (
	opConst op = iota // val
	opParam           // parameter aux of this run
	opTime
	opState // state aux

	opNeg
	opNot
	opAbs
	opExp
	opLn
	opLog10
	opSqrt
	opSin
	opCos
	opTan
	opAsin
	opAcos
	opAtan
	opSinh
	opCosh
	opTanh
	opFloor
	opTrunc
	opRound
	opSign
	opGammaLn
	opNormalCDF

	opAdd
	opSub
	opMul
	opDiv
	opPow
	opMod
	opLt
	opLe
	opGt
	opGe
	opEq
	opNe
	opAnd
	opOr
	opMin
	opMax
	opLookup // table aux at a

	opIf     // a ? b : c
	opRandom // kind aux, stream val, operands a b c
	opMany   // call aux of the graph, over many operands
)

// An id names a node of a graph; 0 is no node.
type id int32

// A node is one operation. Operands have smaller ids than the node.
type node struct {
	op      op
	a, b, c id
	aux     int32
	val     float64
}

// A graph is the operations of a model, each once: nodes that are equal are
// shared, and nodes of constants are folded as they are made.
type graph struct {
	nodes  []node
	varies []variance
	index  map[node]id
	tables []table
	calls  []call
	callIx map[string]int32
}

// variance says whether a node changes from run to run or within a run.
type variance uint8

const (
	perRun  variance = 1 << iota // depends on a parameter or on chance
	perStep                      // depends on time or state
)

// A call is a function of many operands.
type call struct {
	fn   manyFunc
	name string
	args []id
}

// manyFunc computes from all operands at once; scratch is as long as args.
type manyFunc func(args []float64) float64

func newGraph() *graph {
	return &graph{nodes: make([]node, 1), varies: make([]variance, 1), index: map[node]id{}, callIx: map[string]int32{}}
}

// constant returns the node of a number. NaN is one node, whatever its bits.
func (g *graph) constant(v float64) id {
	if math.IsNaN(v) {
		return g.intern(node{op: opConst, aux: 1}, 0)
	}
	return g.intern(node{op: opConst, val: v}, 0)
}

// intern returns the node equal to n, new if there is none.
func (g *graph) intern(n node, v variance) id {
	if at, ok := g.index[n]; ok {
		return at
	}
	at := id(len(g.nodes))
	g.index[n] = at
	if n.op == opConst && n.aux == 1 {
		n.val = math.NaN()
	}
	g.nodes = append(g.nodes, n)
	g.varies = append(g.varies, v)
	return at
}

// value returns the number of a constant node.
func (g *graph) value(i id) (float64, bool) {
	n := g.nodes[i]
	return n.val, n.op == opConst
}

// make returns the node of an operation, folded and simplified.
func (g *graph) make(o op, a, b, c id) id { return g.makeAux(o, 0, a, b, c) }

func (g *graph) makeAux(o op, aux int32, a, b, c id) id {
	if same := g.simplify(o, a, b, c); same != 0 {
		return same
	}
	v := g.varies[a] | g.varies[b] | g.varies[c]
	if v == 0 && o != opRandom && g.isConst(a) && g.isConst(b) && g.isConst(c) {
		return g.constant(g.fold(o, aux, a, b, c))
	}
	if commutes(o) && a > b {
		a, b = b, a
	}
	return g.intern(node{op: o, a: a, b: b, c: c, aux: aux}, v)
}

func (g *graph) isConst(i id) bool { return i == 0 || g.nodes[i].op == opConst }

func commutes(o op) bool {
	switch o {
	case opAdd, opMul, opEq, opNe, opAnd, opOr:
		return true
	}
	return false
}

// simplify returns an operand that an operation is sure to equal, or 0.
func (g *graph) simplify(o op, a, b, c id) id {
	is := func(i id, v float64) bool { x, ok := g.value(i); return i != 0 && ok && x == v }
	switch {
	case o == opIf && g.isConst(a):
		if g.nodes[a].val != 0 {
			return b
		}
		return c
	case o == opIf && b == c:
		return b
	case o == opAdd && is(a, 0), o == opMul && is(a, 1):
		return b
	case (o == opAdd || o == opSub) && is(b, 0), (o == opMul || o == opDiv || o == opPow) && is(b, 1):
		return a
	}
	return 0
}

func (g *graph) fold(o op, aux int32, a, b, c id) float64 {
	if o == opLookup {
		return g.tables[aux].at(g.nodes[a].val)
	}
	return compute(o, g.nodes[a].val, g.nodes[b].val, g.nodes[c].val)
}

// many returns the node of a function of many operands. Name identifies fn.
func (g *graph) many(name string, fn manyFunc, args []id) id {
	var v variance
	fixed := true
	key := make([]byte, 0, len(name)+4*len(args))
	key = append(key, name...)
	for _, a := range args {
		v |= g.varies[a]
		fixed = fixed && g.isConst(a)
		key = append(key, byte(a), byte(a>>8), byte(a>>16), byte(a>>24))
	}
	if fixed {
		vals := make([]float64, len(args))
		for i, a := range args {
			vals[i] = g.nodes[a].val
		}
		return g.constant(fn(vals))
	}
	at, ok := g.callIx[string(key)]
	if !ok {
		at = int32(len(g.calls))
		g.callIx[string(key)] = at
		g.calls = append(g.calls, call{fn, name, args})
	}
	return g.intern(node{op: opMany, aux: at}, v)
}

// table returns the index of a graphical function.
func (g *graph) table(t table) int32 {
	g.tables = append(g.tables, t)
	return int32(len(g.tables) - 1)
}

// operands calls visit for every operand of a node.
func (g *graph) operands(i id, visit func(id)) {
	n := &g.nodes[i]
	if n.op == opMany {
		for _, a := range g.calls[n.aux].args {
			visit(a)
		}
		return
	}
	for _, a := range [3]id{n.a, n.b, n.c} {
		if a != 0 {
			visit(a)
		}
	}
}
