package sim

import (
	"fmt"

	"github.com/ententelab/entente/model/expr"
)

var tableFunctions = map[string]builtin{
	"lookup":             lookupAs(asGiven),
	"lookup_extrapolate": lookupAs(extrapolate),
	"lookup_forward":     lookupAs(forward),
	"lookup_backward":    lookupAs(discrete),
	"lookup_invert":      lookupInverse,
	"lookupinv":          lookupInverse,
	"lookup_area":        lookupArea,
	"lookuparea":         lookupArea,
	"lookup_mean":        lookupMean,
	"lookupmean":         lookupMean,
	"lookup_slope":       lookupSlope,
	"get_data_between_times": func(x *site, n *expr.Call) (id, error) {
		kind := continuous
		if m, ok := n.Args[2].(*expr.Number); ok && m.Value < 0 {
			kind = discrete
		} else if ok && m.Value > 0 {
			kind = forward
		}
		return lookupAs(kind)(x, n)
	},
}

// asGiven leaves a table's kind as the model declares it.
const asGiven tableKind = 255

// tableArg returns the graphical function that the first argument names.
func (x *site) tableArg(n *expr.Call) (int32, error) {
	r, ok := n.Args[0].(*expr.Ref)
	if !ok {
		return 0, x.fail(n.Pos(), fmt.Sprintf("the first argument of %s is the name of a graphical function", n.Name), "")
	}
	y, at := x.tableSymbol(r.Name, r.Subs)
	if y == nil {
		return 0, x.fail(n.Pos(), fmt.Sprintf("%q is no graphical function", r.Name), "")
	}
	if at != x { // through a macro's parameter
		if outer, ok := x.in.params[expr.Key(r.Name)]; ok {
			r = outer.node.(*expr.Ref)
		}
	}
	return at.tableIndex(y, r)
}

func lookupAs(kind tableKind) builtin {
	return func(x *site, n *expr.Call) (id, error) {
		t, err := x.tableArg(n)
		if err != nil {
			return 0, err
		}
		arg, err := x.node(n.Args[1])
		if err != nil {
			return 0, err
		}
		if kind != asGiven && x.e.tables[t].kind != kind {
			t = x.e.variant(t, kind)
		}
		return x.e.makeAux(opLookup, t, arg, 0, 0), nil
	}
}

// variant is the table with another way between its points.
func (e *elaborator) variant(t int32, kind tableKind) int32 {
	base := e.tables[t]
	for i, other := range e.tables {
		if other.kind == kind && len(other.x) == len(base.x) && len(base.x) > 0 && &other.x[0] == &base.x[0] {
			return int32(i)
		}
	}
	base.kind, base.small = kind, nil
	base.pack()
	return e.graph.table(base)
}

// withTable is a function of a table and numbers.
func withTable(name string, f func(t table, a []float64) float64) builtin {
	return func(x *site, n *expr.Call) (id, error) {
		at, err := x.tableArg(n)
		if err != nil {
			return 0, err
		}
		rest := *n
		rest.Args = n.Args[1:]
		args, err := x.arguments(&rest)
		if err != nil {
			return 0, err
		}
		t := x.e.tables[at]
		return x.e.many(fmt.Sprintf("%s/%d", name, at), func(a []float64) float64 { return f(t, a) }, args), nil
	}
}

var lookupInverse = withTable("lookup_invert", func(t table, a []float64) float64 {
	back := table{x: append([]float64(nil), t.y...), y: append([]float64(nil), t.x...)}
	back.sort()
	back.slopes()
	return back.at(a[0])
})

var lookupArea = withTable("lookup_area", func(t table, a []float64) float64 { return t.area(a[0], a[1]) })

var lookupSlope = withTable("lookup_slope", func(t table, a []float64) float64 {
	return (t.at(a[0]+a[1]/2) - t.at(a[0]-a[1]/2)) / a[1]
})

var lookupMean = withTable("lookup_mean", func(t table, _ []float64) float64 {
	n := len(t.x)
	if n < 2 {
		return t.at(0)
	}
	return t.area(t.x[0], t.x[n-1]) / (t.x[n-1] - t.x[0])
})

// area is the integral of the table from a to b.
func (t *table) area(a, b float64) float64 {
	if b < a {
		return -t.area(b, a)
	}
	sum, from := 0.0, a
	for _, x := range t.x {
		if x > from && x < b {
			sum += (x - from) * (t.at(from) + t.at(x)) / 2
			from = x
		}
	}
	return sum + (b-from)*(t.at(from)+t.at(b))/2
}
