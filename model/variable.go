package model

import (
	"strings"

	entente "github.com/ententelab/entente"
	"github.com/goccy/go-yaml/ast"
)

var kinds = map[string]entente.VariableKind{
	"stock": entente.Stock, "flow": entente.Flow, "aux": entente.Auxiliary,
	"constant": entente.Constant, "input": entente.Input,
}

// variable reads one variable and says what its kind lacks or has too much.
func (r *reader) variable(p pair) entente.Variable {
	v := entente.Variable{Name: entente.VariableName(p.key), Kind: entente.Auxiliary}
	v.Line, v.Col = place(p.at)
	given := map[string]ast.Node{}
	note := func(name string, read func(ast.Node)) func(ast.Node) {
		return func(n ast.Node) { given[name] = n; read(n) }
	}
	readers := r.provenance(&v)
	for name, read := range r.behaviour(&v) {
		readers[name] = note(name, read)
	}
	r.fields(p.value, "a variable", readers)
	r.complete(p, &v, given)
	return v
}

// provenance are the fields that say what a variable is and where it is from.
func (r *reader) provenance(v *entente.Variable) map[string]func(ast.Node) {
	return map[string]func(ast.Node){
		"kind": func(n ast.Node) {
			k, ok := kinds[r.text(n)]
			if !ok {
				r.fail(n, didYouMean(r.text(n), []string{"stock", "flow", "aux", "constant", "input"}),
					"%q is no kind of variable", r.text(n))
			}
			v.Kind = k
		},
		"title":      func(n ast.Node) { v.Title = r.title(n) },
		"unit":       func(n ast.Node) { v.Unit = r.text(n) },
		"doc":        func(n ast.Node) { v.Doc = r.text(n) },
		"mechanism":  func(n ast.Node) { v.Mechanism = r.texts(n) },
		"cites":      func(n ast.Node) { v.Cites = r.citations(n) },
		"assumption": func(n ast.Node) { v.Assumption = r.assumption(n) },
		"links": func(n ast.Node) {
			for _, t := range r.texts(n) {
				v.Links = append(v.Links, entente.LinkID(t))
			}
		},
	}
}

// behaviour are the fields that say how a variable gets its value.
func (r *reader) behaviour(v *entente.Variable) map[string]func(ast.Node) {
	equation := func(n ast.Node) { v.Equation = r.equation(n) }
	return map[string]func(ast.Node){
		"equation": equation, "value": equation, "initial": equation,
		"rate":         func(n ast.Node) { v.Rate = r.equation(n) },
		"inflows":      func(n ast.Node) { v.Inflows = r.names(n) },
		"outflows":     func(n ast.Node) { v.Outflows = r.names(n) },
		"non_negative": func(n ast.Node) { v.NonNegative = r.truth(n) },
		"dimensions":   func(n ast.Node) { v.Subscripts = r.texts(n) },
		"elements":     func(n ast.Node) { v.Elements = r.elements(n) },
		"lookup":       func(n ast.Node) { v.Lookup = r.lookup(n) },
		"points": func(n ast.Node) {
			kind := ""
			if v.Lookup != nil {
				kind = v.Lookup.Kind
			}
			v.Lookup = r.points(n)
			v.Lookup.Kind = kind
		},
		"interpolate": func(n ast.Node) {
			if v.Lookup == nil {
				v.Lookup = &entente.Lookup{}
			}
			v.Lookup.Kind = r.interpolation(n)
		},
		"range": func(n ast.Node) { v.Range = r.distribution(n) },
	}
}

// complete checks that a variable has what its kind needs.
func (r *reader) complete(p pair, v *entente.Variable, given map[string]ast.Node) {
	need := func(ok bool, what string) {
		if !ok {
			r.fail(p.at, "", "%s %q needs %s", v.Kind, p.key, what)
		}
	}
	only := func(kind entente.VariableKind, fields ...string) {
		for _, f := range fields {
			if n, ok := given[f]; ok && v.Kind != kind {
				r.fail(n, "", "%q is a %s: only a %s has the field %q", p.key, v.Kind, kind, f)
			}
		}
	}
	only(entente.Stock, "initial", "rate", "inflows", "outflows")
	only(entente.Constant, "value", "range")
	only(entente.Input, "points", "interpolate")
	switch v.Kind {
	case entente.Stock:
		need(v.Equation != "" || len(v.Elements) > 0, "an initial value (initial:)")
		need(v.Rate == "" || len(v.Inflows)+len(v.Outflows) == 0, "either a rate or flows, not both")
	case entente.Constant:
		need(v.Equation != "" || len(v.Elements) > 0, "a value (value:)")
	case entente.Input:
		need(v.Lookup != nil && len(v.Lookup.X) > 0, "its points over time (points:)")
	default:
		need(v.Equation != "" || len(v.Elements) > 0 || v.Lookup != nil, "an equation")
	}
}

func (r *reader) elements(n ast.Node) []entente.Element {
	var out []entente.Element
	for _, p := range r.pairs(n, "elements") {
		var subs []string
		for _, s := range strings.Split(p.key, ",") {
			subs = append(subs, strings.TrimSpace(s))
		}
		out = append(out, entente.Element{Subscripts: subs, Equation: r.equation(p.value)})
	}
	return out
}

func (r *reader) lookup(n ast.Node) *entente.Lookup {
	l := &entente.Lookup{}
	r.fields(n, "a lookup", map[string]func(ast.Node){
		"x":      func(n ast.Node) { l.X = r.numbers(n) },
		"y":      func(n ast.Node) { l.Y = r.numbers(n) },
		"points": func(n ast.Node) { p := r.points(n); l.X, l.Y = p.X, p.Y },
		"kind":   func(n ast.Node) { l.Kind = r.interpolation(n) },
	})
	r.ordered(n, l)
	return l
}

// points reads [[x, y], …].
func (r *reader) points(n ast.Node) *entente.Lookup {
	l := &entente.Lookup{}
	for _, item := range r.items(n) {
		xy := r.numbers(item)
		if len(xy) != 2 {
			r.fail(item, "", "a point is [x, y]")
			continue
		}
		l.X, l.Y = append(l.X, xy[0]), append(l.Y, xy[1])
	}
	r.ordered(n, l)
	return l
}

func (r *reader) ordered(n ast.Node, l *entente.Lookup) {
	if len(l.X) != len(l.Y) || len(l.X) == 0 {
		r.fail(n, "", "a lookup needs as many x as y, and at least one (here %d and %d)", len(l.X), len(l.Y))
		return
	}
	for i := 1; i < len(l.X); i++ {
		if !(l.X[i] > l.X[i-1]) {
			r.fail(n, "", "the x of a lookup must rise: %g comes after %g", l.X[i], l.X[i-1])
			return
		}
	}
}

// interpolation reads how values between points are found.
func (r *reader) interpolation(n ast.Node) string {
	switch t := r.text(n); t {
	case "linear", "continuous", "":
		return "continuous"
	case "step", "discrete":
		return "discrete"
	case "extrapolate":
		return "extrapolate"
	default:
		r.fail(n, "", "%q is not continuous (linear), discrete (step) or extrapolate", t)
		return ""
	}
}
