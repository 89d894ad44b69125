package sim

import (
	"fmt"
	"math"
	"sort"

	"github.com/ententelab/entente/model/expr"
)

// arrayFunctions run over the axes of their arguments themselves.
var arrayFunctions = map[string]bool{
	"sum": true, "mean": true, "stddev": true, "prod": true, "size": true, "vmin": true, "vmax": true,
	"elmcount": true, "vector_select": true, "rank": true,
	"vector_sort_order": true, "vector_rank": true, "vector_reorder": true, "invert_matrix": true,
	"allocate_available": true, "allocate_by_priority": true, "vector_elm_map": true,
}

var arrayBuiltins = map[string]builtin{
	"sum":      folded(opAdd, 0),
	"prod":     folded(opMul, 1),
	"vmin":     folded(opMin, math.Inf(1)),
	"vmax":     folded(opMax, math.Inf(-1)),
	"min":      extreme(opMin),
	"max":      extreme(opMax),
	"mean":     ofValues("mean", mean),
	"stddev":   ofValues("stddev", stddev),
	"size":     size,
	"elmcount": size,
	"rank":     rank,

	"vector_select":        vectorSelect,
	"vector_elm_map":       vectorElmMap,
	"vector_sort_order":    vectorOf("sort", sortOrder),
	"vector_rank":          vectorOf("rank", rankOrder),
	"vector_reorder":       vectorReorder,
	"invert_matrix":        invertMatrix,
	"allocate_available":   allocateAvailable,
	"allocate_by_priority": allocateByPriority,
}

// fold joins nodes two by two, left to right, so that sums have one order.
func (e *elaborator) foldAll(o op, start float64, nodes []id) id {
	at := e.constant(start)
	for i, n := range nodes {
		if i == 0 {
			at = n
			continue
		}
		at = e.make(o, at, n, 0)
	}
	return at
}

func folded(o op, empty float64) builtin {
	return func(x *site, n *expr.Call) (id, error) {
		nodes, err := x.values(n.Args[0])
		return x.e.foldAll(o, empty, nodes), err
	}
}

// extreme is the least or greatest of its arguments, or of one array.
func extreme(o op) builtin {
	return func(x *site, n *expr.Call) (id, error) {
		if len(n.Args) == 1 {
			nodes, err := x.values(n.Args[0])
			return x.e.foldAll(o, 0, nodes), err
		}
		nodes, err := x.arguments(n)
		return x.e.foldAll(o, 0, nodes), err
	}
}

func ofValues(name string, f manyFunc) builtin {
	return func(x *site, n *expr.Call) (id, error) {
		nodes, err := x.values(n.Args[0])
		if err != nil {
			return 0, err
		}
		return x.e.many(name, f, nodes), nil
	}
}

func mean(a []float64) float64 {
	sum := 0.0
	for _, v := range a {
		sum += v
	}
	return sum / float64(len(a))
}

// stddev is of a sample: over n-1.
func stddev(a []float64) float64 {
	m, sum := mean(a), 0.0
	for _, v := range a {
		sum += float64((v - m) * (v - m))
	}
	return math.Sqrt(sum / float64(len(a)-1))
}

// size counts the elements of a dimension or of an array.
func size(x *site, n *expr.Call) (id, error) {
	if r, ok := n.Args[0].(*expr.Ref); ok && len(r.Subs) == 0 {
		if d := x.e.dims[expr.Key(r.Name)]; d != nil {
			return x.e.constant(float64(len(d.elems))), nil
		}
	}
	nodes, err := x.values(n.Args[0])
	return x.e.constant(float64(len(nodes))), err
}

// rank is the place, from 1, of the element with the n-th smallest value.
func rank(x *site, n *expr.Call) (id, error) {
	nodes, err := x.values(n.Args[0])
	if err != nil {
		return 0, err
	}
	nth, err := x.node(n.Args[1])
	if err != nil {
		return 0, err
	}
	return x.e.many("rank-nth", func(a []float64) float64 {
		order := sortOrder(a[1:], 1)
		if i := int(a[0]) - 1; i >= 0 && i < len(order) {
			return order[i] + 1
		}
		return 0
	}, append([]id{nth}, nodes...)), nil
}

// vectorSelect is Vensim's: those of an array that the selection marks, summed
// or otherwise joined.
func vectorSelect(x *site, n *expr.Call) (id, error) {
	pick, err := x.axes(n.Args[0], false)
	if err != nil {
		return 0, err
	}
	rest, err := x.axes(n.Args[1], false)
	if err != nil {
		return 0, err
	}
	over := append([]axis(nil), pick...)
	for _, a := range rest {
		if !hasAxis(over, a) {
			over = append(over, a)
		}
	}
	chosen, err := x.valuesOver(n.Args[0], over)
	if err != nil {
		return 0, err
	}
	values, err := x.valuesOver(n.Args[1], over)
	if err != nil {
		return 0, err
	}
	tail := *n
	tail.Args = n.Args[2:]
	settings, err := x.arguments(&tail)
	if err != nil {
		return 0, err
	}
	args := append(append(settings, chosen...), values...)
	return x.e.many("vector_select", selectVector, args), nil
}

func hasAxis(list []axis, a axis) bool {
	for _, b := range list {
		if a == b {
			return true
		}
	}
	return false
}

// selectVector takes missing value, numerical action and error action, then the
// selections and the values. Actions 0 to 5 are sum, product, least, greatest
// and mean of value times selection, and the product of values to the power of
// their selection; 6 to 10 are the first five of the values alone.
func selectVector(a []float64) float64 {
	missing, action, n := a[0], math.Round(a[1]), (len(a)-3)/2
	var picked []float64
	for i := range n {
		s, v := a[3+i], a[3+n+i]
		switch {
		case s == 0:
		case action == 5:
			picked = append(picked, math.Pow(v, s))
		case action > 5:
			picked = append(picked, v)
		default:
			picked = append(picked, s*v)
		}
	}
	if len(picked) == 0 {
		return missing
	}
	switch action {
	case 4, 10:
		return mean(picked)
	case 1, 5, 7:
		return reduce(picked, func(x, y float64) float64 { return x * y })
	case 2, 8:
		return reduce(picked, lesser)
	case 3, 9:
		return reduce(picked, greater)
	}
	return reduce(picked, func(x, y float64) float64 { return x + y })
}

func reduce(v []float64, f func(x, y float64) float64) float64 {
	out := v[0]
	for _, x := range v[1:] {
		out = f(out, x)
	}
	return out
}

// vectorElmMap is Vensim's: the element of an array that stands an offset
// behind the one named.
func vectorElmMap(x *site, n *expr.Call) (id, error) {
	r, ok := n.Args[0].(*expr.Ref)
	y := (*symbol)(nil)
	if ok {
		y = x.in.find(expr.Key(r.Name))
	}
	if y == nil || len(y.dims) == 0 {
		return 0, x.fail(n.Pos(), "VECTOR ELM MAP needs an element of an array", "")
	}
	places, err := x.places(y, r)
	if err != nil {
		return 0, err
	}
	off, err := x.node(n.Args[1])
	if err != nil {
		return 0, err
	}
	last := len(places) - 1
	places[last] = place{moves: x.e.add(off, x.e.constant(float64(places[last].fixed+1)))}
	return x.pick(y, places)
}

// vectorOf is a function from a vector and a number to a vector: the element in
// work is that of the vector's own subscript.
func vectorOf(name string, f func(v []float64, how float64) []float64) builtin {
	return func(x *site, n *expr.Call) (id, error) {
		nodes, at, err := x.vector(n.Args[0])
		if err != nil {
			return 0, err
		}
		how, err := x.node(n.Args[1])
		if err != nil {
			return 0, err
		}
		args := append([]id{how, x.e.constant(float64(at))}, nodes...)
		return x.e.many("vector_"+name, func(a []float64) float64 {
			return f(a[2:], a[0])[int(a[1])]
		}, args), nil
	}
}

// vector reads an array along its last subscript, which the equation runs over,
// and tells at which element the equation stands.
func (x *site) vector(n expr.Node) ([]id, int, error) {
	r, ok := n.(*expr.Ref)
	if !ok {
		return nil, 0, x.fail(n.Pos(), "a vector is the name of an array here", "")
	}
	y := x.in.find(expr.Key(r.Name))
	if y == nil || len(y.dims) == 0 {
		return nil, 0, x.fail(n.Pos(), "\""+r.Name+"\" is not an array", "")
	}
	places, err := x.places(y, r)
	if err != nil {
		return nil, 0, err
	}
	last := len(places) - 1
	along, standing := y.dims[last], places[last].fixed
	if len(r.Subs) > last {
		if s, ok := r.Subs[last].(*expr.Ref); ok && x.e.dims[expr.Key(s.Name)] != nil {
			along = x.e.dims[expr.Key(s.Name)]
		}
	}
	var nodes []id
	at := 0
	for i, elem := range along.elems {
		p, ok := y.dims[last].place[elem]
		if !ok {
			continue
		}
		if p == standing {
			at = i
		}
		places[last] = place{fixed: p}
		node, err := x.pick(y, places)
		if err != nil {
			return nil, 0, err
		}
		nodes = append(nodes, node)
	}
	if len(nodes) == 0 {
		return nil, 0, x.fail(n.Pos(), fmt.Sprintf("%q has no elements there", r.Name), "")
	}
	return nodes, at, nil
}

// sortOrder gives for each rank the place, from 0, of the element that has it;
// rising for how > 0.
func sortOrder(v []float64, how float64) []float64 {
	order := make([]int, len(v))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool {
		if how > 0 {
			return v[order[a]] < v[order[b]]
		}
		return v[order[a]] > v[order[b]]
	})
	out := make([]float64, len(v))
	for i, o := range order {
		out[i] = float64(o)
	}
	return out
}

// rankOrder gives for each element its rank, from 1.
func rankOrder(v []float64, how float64) []float64 {
	out := make([]float64, len(v))
	for r, o := range sortOrder(v, how) {
		out[int(o)] = float64(r + 1)
	}
	return out
}

// vectorReorder is the vector's element at the place that the order gives.
func vectorReorder(x *site, n *expr.Call) (id, error) {
	nodes, _, err := x.vector(n.Args[0])
	if err != nil {
		return 0, err
	}
	at, err := x.node(n.Args[1])
	if err != nil {
		return 0, err
	}
	at = x.e.add(at, x.e.constant(1))
	return x.e.many("element", nth, append([]id{at}, nodes...)), nil
}

// invertMatrix is one element of the inverse; the second argument is the size.
func invertMatrix(x *site, n *expr.Call) (id, error) {
	r, ok := n.Args[0].(*expr.Ref)
	var y *symbol
	if ok {
		y = x.in.find(expr.Key(r.Name))
	}
	if y == nil || len(y.dims) < 2 {
		return 0, x.fail(n.Pos(), "INVERT MATRIX needs an array of two dimensions", "")
	}
	places, err := x.places(y, r)
	if err != nil {
		return 0, err
	}
	k := len(places)
	row, col := places[k-2].fixed, places[k-1].fixed
	size := len(y.dims[k-1].elems)
	if len(y.dims[k-2].elems) != size || row < 0 || col < 0 || size > maxMatrix {
		return 0, x.fail(n.Pos(), fmt.Sprintf("INVERT MATRIX needs a square matrix of at most %d rows", maxMatrix), "")
	}
	args := []id{x.e.constant(float64(row)), x.e.constant(float64(col))}
	for i := range size {
		for j := range size {
			places[k-2].fixed, places[k-1].fixed = i, j
			at, err := x.pick(y, places)
			if err != nil {
				return 0, err
			}
			args = append(args, at)
		}
	}
	return x.e.many("invert_matrix", func(a []float64) float64 { return inverse(a[2:], size, int(a[0]), int(a[1])) }, args), nil
}

// maxMatrix bounds a matrix: each element of its inverse is a solution of its
// own.
const maxMatrix = 64

// inverse returns an element of the inverse by Gauss and Jordan with pivots,
// NaN if the matrix has none.
func inverse(m []float64, n, row, col int) float64 {
	w := make([]float64, n*(n+1)) // the matrix and the column of the unit matrix
	for i := range n {
		copy(w[i*(n+1):], m[i*n:(i+1)*n])
	}
	w[col*(n+1)+n] = 1
	for c := range n {
		p := c
		for r := c + 1; r < n; r++ {
			if math.Abs(w[r*(n+1)+c]) > math.Abs(w[p*(n+1)+c]) {
				p = r
			}
		}
		if w[p*(n+1)+c] == 0 {
			return math.NaN()
		}
		for k := range n + 1 {
			w[c*(n+1)+k], w[p*(n+1)+k] = w[p*(n+1)+k], w[c*(n+1)+k]
		}
		for r := range n {
			if r == c {
				continue
			}
			f := w[r*(n+1)+c] / w[c*(n+1)+c]
			for k := c; k <= n; k++ {
				w[r*(n+1)+k] -= float64(f * w[c*(n+1)+k])
			}
		}
	}
	return w[row*(n+1)+n] / w[row*(n+1)+row]
}
