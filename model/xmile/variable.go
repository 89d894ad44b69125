package xmile

import (
	"encoding/xml"
	"strconv"
	"strings"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model/expr"
)

var kinds = map[string]entente.VariableKind{
	"stock": entente.Stock, "flow": entente.Flow, "aux": entente.Auxiliary, "gf": entente.Auxiliary,
}

// variable reads a stock, flow, aux or gf; ok is false for what is no variable.
func (r *reader) variable(x xmlVariable, behavior xmlBehavior) (v entente.Variable, ok bool) {
	kind, ok := kinds[x.XMLName.Local]
	if !ok {
		if local := x.XMLName.Local; local != "group" && local != "module" && !foreign(x.XMLName) {
			r.fail("the element <%s> named %q: we do not have it", local, x.Name)
		}
		return v, false
	}
	for what, present := range map[string]bool{"conveyor": x.Conveyor != nil, "queue": x.Queue != nil, "oven": x.Oven != nil} {
		if present {
			r.fail("the stock %q is a %s: we do not have it", x.Name, what)
		}
	}
	v = entente.Variable{
		Name: entente.VariableName(spell(x.Name)), Kind: kind, Unit: strings.TrimSpace(x.Units), Doc: strings.TrimSpace(x.Doc),
		NonNegative: nonNegative(x, kind, behavior),
	}
	switch n := len(x.Equations); {
	case n == 1:
		v.Equation = clean(x.Equations[0])
	case n > 1: // Vensim writes an array's equations in the order of its elements
		v.Elements = r.inOrder(x)
	}
	if init := clean(x.InitEqn); init != "" && kind != entente.Stock {
		v.Equation = "ACTIVE_INITIAL(" + v.Equation + ", " + init + ")"
	}
	v.Inflows, v.Outflows = names(x.Inflows), names(x.Outflows)
	if x.XMLName.Local == "gf" {
		x.Table = &x.xmlTable
	}
	v.Lookup = r.table(x.Table, x.Name)
	v.Subscripts = dims(x)
	r.elements(&v, x)
	return v, true
}

// inOrder gives the equations of an array to its elements, the last dimension
// running fastest.
func (r *reader) inOrder(x xmlVariable) []entente.Element {
	tuples := [][]string{nil}
	for _, d := range dims(x) {
		if len(tuples)*len(r.elementsOf(d)) > len(x.Equations) {
			tuples = nil // more elements than equations
			break
		}
		var next [][]string
		for _, t := range tuples {
			for _, e := range r.elementsOf(d) {
				next = append(next, append(append([]string(nil), t...), e))
			}
		}
		tuples = next
	}
	if len(tuples) != len(x.Equations) {
		r.fail("%q has %d equations for %d elements", x.Name, len(x.Equations), len(tuples))
		return nil
	}
	var out []entente.Element
	for i, t := range tuples {
		out = append(out, entente.Element{Subscripts: t, Equation: clean(x.Equations[i])})
	}
	return out
}

func dims(x xmlVariable) []string {
	var out []string
	if x.Dimensions != nil {
		for _, d := range x.Dimensions.Dims {
			out = append(out, d.Name)
		}
	}
	return out
}

func (r *reader) elementsOf(dim string) []string {
	for _, d := range r.m.Dimensions {
		if expr.Key(d.Name) == expr.Key(dim) {
			return d.Elements
		}
	}
	return nil
}

// foreign reports whether an element belongs to a vendor's own namespace.
func foreign(n xml.Name) bool { return strings.Contains(strings.ToLower(n.Space), "isee") }

// spell is a name without the line breaks that only serve its drawing.
func spell(name string) string { return strings.TrimSpace(name) }

// clean takes the white space off an equation, and what says that there is none.
func clean(eqn string) string {
	eqn = strings.TrimSpace(eqn)
	if strings.HasPrefix(eqn, "{") && strings.HasSuffix(eqn, "}") && strings.Count(eqn, "{") == 1 {
		return "" // only a comment
	}
	return eqn
}

func nonNegative(x xmlVariable, kind entente.VariableKind, b xmlBehavior) bool {
	fallback := b.All.or(false)
	of := b.Stock
	if kind == entente.Flow {
		of = b.Flow
	}
	if kind == entente.Auxiliary {
		return false
	}
	if of != nil {
		fallback = of.NonNegative.or(fallback)
	}
	return x.NonNegative.or(fallback)
}

func names(in []string) []entente.VariableName {
	var out []entente.VariableName
	for _, n := range in {
		n = strings.TrimSpace(n)
		if len(n) > 1 && n[0] == '"' && n[len(n)-1] == '"' {
			n = n[1 : len(n)-1]
		}
		out = append(out, entente.VariableName(n))
	}
	return out
}

func (r *reader) elements(v *entente.Variable, x xmlVariable) {
	for _, e := range x.Elements {
		el := entente.Element{Subscripts: list(e.Subscript), Equation: clean(e.Equation), Lookup: r.table(e.Table, x.Name)}
		for _, ex := range strings.Split(e.Except, ";") {
			if subs := list(ex); subs != nil {
				el.Except = append(el.Except, subs)
			}
		}
		if el.Equation == "" && el.Lookup != nil {
			el.Equation = v.Equation
		}
		v.Elements = append(v.Elements, el)
	}
	if len(v.Elements) > 0 && v.Lookup == nil {
		v.Equation = ""
	}
}

// table reads a graphical function: y over given x, or over a range.
func (r *reader) table(t *xmlTable, name string) *entente.Lookup {
	if t == nil || t.Y == nil {
		return nil
	}
	l := &entente.Lookup{Y: r.points(t.Y, name), Kind: strings.ToLower(t.Type)}
	if l.Kind == "" {
		l.Kind = "continuous"
		if strings.EqualFold(t.Discrete, "true") {
			l.Kind = "discrete"
		}
	}
	switch {
	case t.X != nil:
		l.X = r.points(t.X, name)
	case t.XScale != nil:
		low := r.number(t.XScale.Min, "the x scale of "+name, 0)
		high := r.number(t.XScale.Max, "the x scale of "+name, 0)
		for i := range l.Y {
			l.X = append(l.X, low+(high-low)*float64(i)/float64(max(1, len(l.Y)-1)))
		}
	}
	if len(l.X) != len(l.Y) {
		r.fail("the graphical function of %q has %d x and %d y", name, len(l.X), len(l.Y))
	}
	return l
}

func (r *reader) points(p *xmlPoints, name string) []float64 {
	sep := p.Sep
	if sep == "" {
		sep = ","
	}
	var out []float64
	for _, part := range strings.Split(p.Text, sep) {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		v, err := strconv.ParseFloat(part, 64)
		if err != nil {
			r.fail("the graphical function of %q has the point %q", name, part)
		}
		out = append(out, v)
	}
	return out
}
