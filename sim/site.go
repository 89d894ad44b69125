package sim

import (
	"fmt"
	"math"

	"github.com/ententelab/entente/model/expr"
)

// A site is where an expression is read: whose equation it is, for which
// element, at which moment.
type site struct {
	e    *elaborator
	in   *scope
	sym  *symbol
	flat int
	mode mode
	env  *env
}

func (x *site) with(v *env) *site {
	y := *x
	y.env = v
	return &y
}

// at returns the context for another moment.
func (x *site) when(m mode) *site {
	y := *x
	y.mode = m
	return &y
}

func (x *site) fail(pos int, msg, hint string) error { return x.e.problem(x.sym, pos, msg, hint) }

// node returns the graph node of an expression.
func (x *site) node(n expr.Node) (id, error) {
	if x.e.depth++; x.e.depth > maxDepth {
		return 0, x.fail(n.Pos(), "equations depend on each other in too long a chain", "")
	}
	at, err := x.operand(n)
	x.e.depth--
	return at, err
}

func (x *site) operand(n expr.Node) (id, error) {
	e := x.e
	switch n := n.(type) {
	case *expr.Number:
		return e.constant(n.Value), nil
	case *expr.Ref:
		return x.ref(n)
	case *expr.Call:
		return x.call(n)
	case *expr.Unary:
		return x.unary(n)
	case *expr.Binary:
		return x.binary(n)
	case *expr.If:
		return x.operation(opIf, n.Cond, n.Then, n.Else)
	case *expr.List:
		return 0, x.fail(n.Pos(), "a list of values stands where one value is needed", "")
	}
	return 0, x.fail(n.Pos(), "a subscript stands where a value is needed", "")
}

// operation makes a node of up to three operands.
func (x *site) operation(o op, operands ...expr.Node) (id, error) {
	var ids [3]id
	for i, n := range operands {
		at, err := x.node(n)
		if err != nil {
			return 0, err
		}
		ids[i] = at
	}
	return x.e.make(o, ids[0], ids[1], ids[2]), nil
}

func (x *site) unary(n *expr.Unary) (id, error) {
	switch n.Op {
	case "+":
		return x.node(n.X)
	case "not":
		return x.operation(opNot, n.X)
	}
	return x.operation(opNeg, n.X)
}

var binaryOps = map[string]op{
	"+": opAdd, "-": opSub, "*": opMul, "/": opDiv, "^": opPow, "mod": opMod,
	"<": opLt, "<=": opLe, ">": opGt, ">=": opGe, "=": opEq, "<>": opNe, "and": opAnd, "or": opOr,
}

func (x *site) binary(n *expr.Binary) (id, error) {
	if n.Op == "//" {
		return x.call(&expr.Call{At: n.At, Name: "safediv", Args: []expr.Node{n.X, n.Y}})
	}
	o, ok := binaryOps[n.Op]
	if !ok {
		return 0, x.fail(n.Pos(), fmt.Sprintf("the operator %q has no meaning", n.Op), "")
	}
	return x.operation(o, n.X, n.Y)
}

// ref returns the node of a name.
func (x *site) ref(n *expr.Ref) (id, error) {
	key := expr.Key(n.Name)
	if arg, ok := x.argument(key); ok {
		return x.through(arg, n)
	}
	if y := x.in.find(key); y != nil {
		return x.read(y, n)
	}
	if len(n.Subs) == 0 {
		if key == "self" { // of use inside PREVIOUS or a delay
			return x.e.element(x.sym, x.flat, x.mode)
		}
		if at, ok := x.builtinName(key); ok {
			return at, nil
		}
		if d := x.e.dims[key]; d != nil {
			return x.position(d, n)
		}
		if at, ok := x.elementNumber(key); ok {
			return at, nil
		}
	}
	hint := ""
	if near := expr.Nearest(n.Name, x.in.names()); near != "" {
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	return 0, x.fail(n.Pos(), fmt.Sprintf("the equation of %s names %q, which the model does not have", x.sym.v.Name, n.Name), hint)
}

// argument looks a macro's parameter up.
func (x *site) argument(key string) (argument, bool) {
	for s := x.in; s != nil; s = s.up {
		if a, ok := s.params[key]; ok {
			return a, true
		}
		if _, ok := s.symbols[key]; ok {
			return argument{}, false
		}
	}
	return argument{}, false
}

// through reads a parameter where the macro is used.
func (x *site) through(a argument, n *expr.Ref) (id, error) {
	outer := a.at.when(x.mode)
	if r, ok := a.node.(*expr.Ref); ok && len(n.Subs) > 0 {
		return outer.ref(&expr.Ref{At: r.At, Name: r.Name, Subs: n.Subs})
	}
	return outer.node(a.node)
}

// read returns the node of a variable, at the subscripts given.
func (x *site) read(y *symbol, n *expr.Ref) (id, error) {
	if len(y.dims) == 0 {
		if len(n.Subs) > 0 {
			return 0, x.fail(n.Pos(), fmt.Sprintf("%q is not an array", n.Name), "")
		}
		return x.e.element(y, 0, x.mode)
	}
	places, err := x.places(y, n)
	if err != nil {
		return 0, err
	}
	return x.pick(y, places)
}

// position is a dimension used as a number: the place of the element in work,
// in the whole dimension of which this may be a part.
func (x *site) position(d *dimension, n *expr.Ref) (id, error) {
	elem, ok := x.bound(d, 0)
	if !ok {
		return 0, x.fail(n.Pos(), fmt.Sprintf("the dimension %q stands where a value is needed", n.Name), "")
	}
	return x.e.constant(float64(x.e.family(d).place[elem] + 1)), nil
}

// family is the largest dimension that has all elements of d; of several the
// first in the model.
func (e *elaborator) family(d *dimension) *dimension {
	var best *dimension
	for _, m := range e.m.Dimensions {
		o := e.dims[expr.Key(m.Name)]
		if len(o.elems) >= len(d.elems) && (best == nil || len(o.elems) > len(best.elems)) && e.related(d, o) {
			best = o
		}
	}
	if best == nil {
		return d
	}
	return best
}

// elementNumber is an element's name used as a number: its place in the
// dimension that has it, and of several in one that the equation runs over.
func (x *site) elementNumber(key string) (id, bool) {
	for v := x.env; v != nil; v = v.up {
		if d := x.e.family(v.dim); v.star == 0 {
			if i, ok := d.place[key]; ok {
				return x.e.constant(float64(i + 1)), true
			}
		}
	}
	for _, m := range x.e.m.Dimensions {
		d := x.e.dims[expr.Key(m.Name)]
		if _, ok := d.place[key]; ok {
			return x.e.constant(float64(x.e.family(d).place[key] + 1)), true
		}
	}
	return 0, false
}

// builtinName returns a name that means a value without parentheses.
func (x *site) builtinName(key string) (id, bool) {
	e := x.e
	switch key {
	case "time":
		return x.clockTime(), true
	case "dt", "time_step":
		return e.step(), true
	case "starttime", "initial_time":
		return e.constant(e.clock.start), true
	case "stoptime", "final_time":
		return e.constant(e.clock.stop), true
	case "pi":
		return e.constant(math.Pi), true
	case "inf":
		return e.constant(math.Inf(1)), true
	case "nan":
		return e.constant(math.NaN()), true
	}
	return 0, false
}

// clockTime is the time of the moment in work.
func (x *site) clockTime() id {
	if x.mode == initial {
		return x.e.constant(x.e.clock.start)
	}
	return x.e.intern(node{op: opTime}, perStep)
}
