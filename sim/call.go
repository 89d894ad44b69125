package sim

import (
	"fmt"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model/expr"
)

// A builtin makes the node of a call of one function. The number of arguments
// is already checked.
type builtin func(x *site, n *expr.Call) (id, error)

var builtins map[string]builtin

func init() { // the functions refer to call, so the table is filled late
	builtins = map[string]builtin{}
	for _, part := range []map[string]builtin{mathFunctions, timeFunctions, memoryFunctions, tableFunctions, arrayBuiltins, chanceFunctions} {
		for name, f := range part {
			builtins[name] = f
		}
	}
}

// call returns the node of a call: of a macro, a graphical function, or a
// function of the language.
func (x *site) call(n *expr.Call) (id, error) {
	key := expr.Key(n.Name)
	if m := x.e.macros[key]; m != nil && len(n.Subs) == 0 {
		return x.macro(m, n)
	}
	if y, at := x.tableSymbol(n.Name, n.Subs); y != nil && len(n.Args) == 1 {
		arg, err := x.node(n.Args[0])
		if err != nil {
			return 0, err
		}
		return at.applyTable(y, n, arg)
	}
	f, ok := builtins[key]
	if !ok {
		return 0, x.unknown(n)
	}
	sig := expr.Functions[key]
	if len(n.Args) < sig.Min || sig.Max >= 0 && len(n.Args) > sig.Max {
		return 0, x.fail(n.Pos(), fmt.Sprintf("the equation of %s gives %s %d arguments", x.sym.v.Name, n.Name, len(n.Args)), takes(sig))
	}
	return f(x, n)
}

func takes(s expr.Signature) string {
	switch {
	case s.Max < 0:
		return fmt.Sprintf("it takes %d or more", s.Min)
	case s.Min == s.Max:
		return fmt.Sprintf("it takes %d", s.Min)
	}
	return fmt.Sprintf("it takes %d to %d", s.Min, s.Max)
}

func (x *site) unknown(n *expr.Call) error {
	if y := x.in.find(expr.Key(n.Name)); y != nil {
		return x.fail(n.Pos(), fmt.Sprintf("the equation of %s calls %q, which is no function and has no lookup", x.sym.v.Name, n.Name), "")
	}
	known := x.in.names()
	for name := range expr.Functions {
		known = append(known, name)
	}
	hint := ""
	if near := expr.Nearest(n.Name, known); near != "" {
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	return x.fail(n.Pos(), fmt.Sprintf("the equation of %s calls %q, a function that we lack", x.sym.v.Name, n.Name), hint)
}

// macro writes out one use of a macro: its variables in a scope of their own.
func (x *site) macro(m *entente.Macro, n *expr.Call) (id, error) {
	if len(n.Args) != len(m.Params) {
		return 0, x.fail(n.Pos(), fmt.Sprintf("the macro %q takes %d arguments, not %d", m.Name, len(m.Params), len(n.Args)), "")
	}
	if x.nesting() > maxMacros {
		return 0, x.fail(n.Pos(), fmt.Sprintf("the macro %q uses itself", m.Name), "")
	}
	inner, err := x.instance(m, n)
	if err != nil {
		return 0, err
	}
	result := inner.symbols[expr.Key(m.Name)]
	if m.Equation != "" {
		eq, err := expr.Parse(m.Equation)
		if err != nil {
			return 0, x.fail(n.Pos(), "in the macro "+m.Name+": "+err.Error(), "")
		}
		y := *x
		y.in, y.env = inner, nil
		return y.node(eq)
	}
	if result == nil {
		return 0, x.fail(n.Pos(), fmt.Sprintf("the macro %q has no equation", m.Name), "")
	}
	return x.e.element(result, 0, x.mode)
}

// instance returns the scope of one use of a macro; the same use in another
// moment is the same scope, so that its stocks are too.
func (x *site) instance(m *entente.Macro, n *expr.Call) (*scope, error) {
	key := useKey{n, x.sym, x.flat}
	if got := x.e.uses[key]; got != nil {
		return got, nil
	}
	inner, err := x.e.scope(append([]entente.Variable(nil), m.Variables...), x.in)
	if err != nil {
		return nil, err
	}
	inner.up, inner.level = x.e.root, x.nesting()+1
	inner.params = map[string]argument{}
	for i, p := range m.Params {
		inner.params[expr.Key(p)] = argument{n.Args[i], x}
	}
	if x.e.uses == nil {
		x.e.uses = map[useKey]*scope{}
	}
	x.e.uses[key] = inner
	return inner, nil
}

// A useKey is one use of a macro or of chance in one element of one equation.
type useKey struct {
	call *expr.Call
	sym  *symbol
	flat int
}

// maxMacros bounds macros within macros.
const maxMacros = 64

func (x *site) nesting() int { return x.in.level }

// tableSymbol finds the variable whose graphical function a name means, and the
// context to read its subscripts in.
func (x *site) tableSymbol(name string, subs []expr.Node) (*symbol, *site) {
	key := expr.Key(name)
	if arg, ok := x.argument(key); ok {
		if r, ok := arg.node.(*expr.Ref); ok {
			return arg.at.tableSymbol(r.Name, r.Subs)
		}
		return nil, x
	}
	y := x.in.find(key)
	if y == nil {
		return nil, x
	}
	for _, d := range y.defs {
		if d.lookup != nil {
			return y, x
		}
	}
	return nil, x
}

// applyTable looks arg up in the graphical function of y.
func (x *site) applyTable(y *symbol, n *expr.Call, arg id) (id, error) {
	t, err := x.tableIndex(y, &expr.Ref{At: n.At, Name: n.Name, Subs: n.Subs})
	if err != nil {
		return 0, err
	}
	return x.e.makeAux(opLookup, t, arg, 0, 0), nil
}

// tableIndex is the graphical function of y at the subscripts given.
func (x *site) tableIndex(y *symbol, n *expr.Ref) (int32, error) {
	flat := 0
	if len(y.dims) > 0 {
		places, err := x.places(y, n)
		if err != nil {
			return 0, err
		}
		tuple := make([]int, len(places))
		for i, p := range places {
			if p.moves != 0 || p.fixed < 0 {
				return 0, x.fail(n.Pos(), fmt.Sprintf("the subscripts of the graphical function %q must be fixed", n.Name), "")
			}
			tuple[i] = p.fixed
		}
		flat = y.flat(tuple)
	}
	if y.owner[flat] < 0 || y.defs[y.owner[flat]].lookup == nil {
		return 0, x.fail(n.Pos(), fmt.Sprintf("%s has no graphical function", y.label(flat)), "")
	}
	d := &y.defs[y.owner[flat]]
	if _, err := x.lookupNode(d, x.e.constant(0)); err != nil {
		return 0, err
	}
	return d.table - 1, nil
}
