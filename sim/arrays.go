package sim

import (
	"fmt"
	"math"

	"github.com/ententelab/entente/model/expr"
)

// A place is one subscript: a fixed element, or a number known only while it
// runs.
type place struct {
	fixed int
	moves id
}

// places reads the subscripts of a reference to an array.
func (x *site) places(y *symbol, n *expr.Ref) ([]place, error) {
	if len(n.Subs) == 0 {
		return x.implied(y, n)
	}
	if len(n.Subs) != len(y.dims) {
		return nil, x.fail(n.Pos(), fmt.Sprintf("%q has %d dimensions, not %d", n.Name, len(y.dims), len(n.Subs)), "")
	}
	out := make([]place, len(n.Subs))
	stars := map[string]int{}
	for i, sub := range n.Subs {
		p, err := x.place(y.dims[i], sub, stars)
		if err != nil {
			return nil, err
		}
		out[i] = p
	}
	return out, nil
}

// implied are the subscripts of a bare array name: those of the equation.
func (x *site) implied(y *symbol, n *expr.Ref) ([]place, error) {
	out := make([]place, len(y.dims))
	for i, d := range y.dims {
		elem, ok := x.bound(d, 0)
		if !ok {
			return nil, x.fail(n.Pos(), fmt.Sprintf("%q is an array over %q: which element?", n.Name, d.name), "")
		}
		out[i].fixed = d.place[elem]
	}
	return out, nil
}

// place reads one subscript of an array over d.
func (x *site) place(d *dimension, sub expr.Node, stars map[string]int) (place, error) {
	switch s := sub.(type) {
	case *expr.Star:
		over := d
		if s.Dim != "" {
			if over = x.e.dims[expr.Key(s.Dim)]; over == nil {
				return place{}, x.fail(s.Pos(), fmt.Sprintf("there is no dimension %q", s.Dim), "")
			}
		}
		stars[over.key]++
		return x.boundPlace(d, over, stars[over.key], s.Pos())
	case *expr.Range:
		over, err := x.rangeDimension(d, s)
		if err != nil {
			return place{}, err
		}
		return x.boundPlace(d, over, 1, s.Pos())
	case *expr.Ref:
		if p, ok, err := x.named(d, s); ok || err != nil {
			return p, err
		}
	}
	at, err := x.node(sub)
	if err != nil {
		return place{}, err
	}
	v, fixed := x.e.value(at)
	if !fixed {
		return place{moves: at}, nil
	}
	i := int(math.Round(v)) - 1
	if i < 0 || i >= len(d.elems) {
		return place{fixed: -1}, nil
	}
	return place{fixed: i}, nil
}

// named reads a subscript that is the name of an element or a dimension.
func (x *site) named(d *dimension, s *expr.Ref) (place, bool, error) {
	key := expr.Key(s.Name)
	if len(s.Subs) > 0 {
		return place{}, false, nil
	}
	over := x.e.dims[key]
	if over != nil {
		if _, ok := x.bound(over, 0); ok {
			p, err := x.boundPlace(d, over, 0, s.Pos())
			return p, true, err
		}
	}
	if i, ok := d.place[key]; ok {
		return place{fixed: i}, true, nil
	}
	if dot := lastDot(key); dot >= 0 && key[:dot] == d.key {
		if i, ok := d.place[key[dot+1:]]; ok {
			return place{fixed: i}, true, nil
		}
	}
	if over != nil {
		return place{}, false, x.fail(s.Pos(), fmt.Sprintf("the equation of %s does not run over the dimension %q", x.sym.v.Name, s.Name), "")
	}
	if x.in.find(key) == nil {
		if _, macro := x.argument(key); !macro && !expr.Constants[key] {
			hint := ""
			if near := expr.Nearest(s.Name, d.spell); near != "" {
				hint = fmt.Sprintf("did you mean %q?", near)
			}
			return place{}, false, x.fail(s.Pos(), fmt.Sprintf("%q is no element of %q", s.Name, d.name), hint)
		}
	}
	return place{}, false, nil
}

func lastDot(s string) int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == '.' {
			return i
		}
	}
	return -1
}

// boundPlace is the place in d of the element that over stands at.
func (x *site) boundPlace(d, over *dimension, star, pos int) (place, error) {
	elem, ok := x.bound(over, star)
	if !ok {
		return place{}, x.fail(pos, fmt.Sprintf("* over %q stands outside a function of arrays", over.name), "")
	}
	if i, ok := d.place[elem]; ok {
		return place{fixed: i}, nil
	}
	if i, ok := x.e.mapped(over, d, elem); ok {
		return place{fixed: i}, nil
	}
	return place{}, x.fail(pos, fmt.Sprintf("%q, an element of %q, is none of %q", elem, over.name, d.name), "")
}

// bound is the element a dimension stands at: itself, or through a mapping
// from a dimension of the equation.
func (x *site) bound(d *dimension, star int) (string, bool) {
	if elem, ok := x.env.find(d, star); ok || star > 0 {
		return elem, ok
	}
	for v := x.env; v != nil; v = v.up {
		if v.star != 0 {
			continue
		}
		if i, ok := x.e.mapped(v.dim, d, v.elem); ok {
			return d.elems[i], true
		}
	}
	for v := x.env; v != nil; v = v.up {
		if v.star != 0 {
			continue
		}
		if _, ok := d.place[v.elem]; ok && x.e.related(v.dim, d) {
			return v.elem, true
		}
	}
	return "", false
}

// related reports whether one dimension is a subrange of the other.
func (e *elaborator) related(a, b *dimension) bool {
	if len(a.elems) > len(b.elems) {
		a, b = b, a
	}
	for _, el := range a.elems {
		if _, ok := b.place[el]; !ok {
			return false
		}
	}
	return len(a.elems) > 0
}

// mapped carries an element of one dimension to its partner in another, by a
// mapping that either of them declares.
func (e *elaborator) mapped(from, to *dimension, elem string) (int, bool) {
	for _, m := range from.maps {
		if expr.Key(m.To) != to.key {
			continue
		}
		i, ok := from.place[elem]
		if ok && len(m.Elements) == 0 {
			return i, i < len(to.elems)
		}
		if ok && i < len(m.Elements) {
			at, found := to.place[expr.Key(m.Elements[i])]
			return at, found
		}
	}
	for _, m := range to.maps {
		if expr.Key(m.To) != from.key {
			continue
		}
		if len(m.Elements) == 0 {
			i, ok := from.place[elem]
			return i, ok && i < len(to.elems)
		}
		for i, partner := range m.Elements {
			if e.isIn(elem, expr.Key(partner)) {
				return i, i < len(to.elems)
			}
		}
	}
	return 0, false
}

// isIn reports whether elem is the element, or one of the subrange, named key.
func (e *elaborator) isIn(elem, key string) bool {
	if elem == key {
		return true
	}
	if d := e.dims[key]; d != nil {
		_, ok := d.place[elem]
		return ok
	}
	return false
}

// rangeDimension is the part of a dimension from low to high.
func (x *site) rangeDimension(d *dimension, r *expr.Range) (*dimension, error) {
	if got := x.e.adhoc[r]; got != nil {
		return got, nil
	}
	low, err := x.place(d, r.Low, nil)
	if err != nil {
		return nil, err
	}
	high, err := x.place(d, r.High, nil)
	if err != nil {
		return nil, err
	}
	if low.moves != 0 || high.moves != 0 || low.fixed < 0 || high.fixed < low.fixed {
		return nil, x.fail(r.Pos(), fmt.Sprintf("the range of %q must be fixed elements in rising order", d.name), "")
	}
	part := &dimension{name: d.name, key: fmt.Sprintf("%s[%d:%d]", d.key, low.fixed, high.fixed), place: map[string]int{}}
	for i, el := range d.elems[low.fixed : high.fixed+1] {
		part.elems, part.spell = append(part.elems, el), append(part.spell, d.spell[low.fixed+i])
		part.place[el] = i
	}
	x.e.adhoc[r] = part
	return part, nil
}

// pick returns the node of one element, or of the choice among elements while
// it runs. Outside the array the value is 0.
func (x *site) pick(y *symbol, places []place) (id, error) {
	tuple := make([]int, len(places))
	for i, p := range places {
		if p.moves != 0 {
			return x.choose(y, places, i)
		}
		if tuple[i] = p.fixed; p.fixed < 0 {
			return x.e.constant(0), nil
		}
	}
	return x.e.element(y, y.flat(tuple), x.mode)
}

// choose picks by the moving subscript i.
func (x *site) choose(y *symbol, places []place, i int) (id, error) {
	args := []id{places[i].moves}
	for at := range y.dims[i].elems {
		rest := append([]place(nil), places...)
		rest[i] = place{fixed: at}
		n, err := x.pick(y, rest)
		if err != nil {
			return 0, err
		}
		args = append(args, n)
	}
	return x.e.many("element", nth, args), nil
}

// nth is args[args[0]], or 0 outside.
func nth(args []float64) float64 {
	i := math.Round(args[0])
	if i >= 1 && i < float64(len(args)) {
		return args[int(i)]
	}
	return 0
}

// listItem is the value that a list gives the element in work.
func (x *site) listItem(d *definition, list *expr.List) (id, error) {
	at, size := 0, 1
	for i, place := range x.sym.tuple(x.flat) {
		dim := x.sym.dims[i]
		if i < len(d.subs) {
			if sub := x.e.dims[d.subs[i]]; sub != nil {
				place, dim = sub.place[dim.elems[place]], sub
			} else {
				continue // a fixed element: the list does not run over it
			}
		}
		at, size = at*len(dim.elems)+place, size*len(dim.elems)
	}
	if len(list.Items) != size {
		return 0, x.fail(list.Pos(), fmt.Sprintf("%s has %d values for %d elements", x.sym.v.Name, len(list.Items), size), "")
	}
	return x.node(list.Items[at])
}

// An axis is what a function of arrays runs over.
type axis struct {
	dim  *dimension
	star int
}

// axes finds what an expression runs over beyond the subscripts of its
// equation. Bare says that a bare array name runs over all its dimensions.
func (x *site) axes(n expr.Node, bare bool) ([]axis, error) {
	var out []axis
	var bad error
	seen := map[axis]bool{}
	add := func(a axis) {
		if !seen[a] {
			seen[a] = true
			out = append(out, a)
		}
	}
	_, top := n.(*expr.Ref)
	expr.Walk(n, func(n expr.Node) bool {
		if c, ok := n.(*expr.Call); ok {
			return !arrayFunctions[expr.Key(c.Name)] || x.in.find(expr.Key(c.Name)) != nil
		}
		if r, ok := n.(*expr.Ref); ok && bad == nil {
			bad = x.axesOf(r, bare && top, add)
		}
		return bad == nil
	})
	return out, bad
}

func (x *site) axesOf(r *expr.Ref, bare bool, add func(axis)) error {
	if arg, ok := x.argument(expr.Key(r.Name)); ok {
		inner, err := arg.at.axes(arg.node, bare)
		for _, a := range inner {
			add(a)
		}
		return err
	}
	y := x.in.find(expr.Key(r.Name))
	if y == nil {
		return nil
	}
	if len(r.Subs) == 0 {
		for _, d := range y.dims {
			if _, ok := x.bound(d, 0); !ok || bare {
				add(axis{d, 0})
			}
		}
		return nil
	}
	stars := map[string]int{}
	for i, sub := range r.Subs {
		if i >= len(y.dims) {
			break
		}
		switch s := sub.(type) {
		case *expr.Star:
			d := y.dims[i]
			if s.Dim != "" && x.e.dims[expr.Key(s.Dim)] != nil {
				d = x.e.dims[expr.Key(s.Dim)]
			}
			stars[d.key]++
			add(axis{d, stars[d.key]})
		case *expr.Range:
			d, err := x.rangeDimension(y.dims[i], s)
			if err != nil {
				return err
			}
			add(axis{d, 1})
		case *expr.Ref:
			d := x.e.dims[expr.Key(s.Name)]
			if d == nil || len(s.Subs) > 0 {
				continue
			}
			if _, ok := x.bound(d, 0); !ok {
				add(axis{d, 0})
			}
		}
	}
	return nil
}

// each calls visit for every combination of elements of the axes, in row-major
// order.
func (x *site) each(over []axis, visit func(*site) error) error {
	if len(over) == 0 {
		return visit(x)
	}
	for _, elem := range over[0].dim.elems {
		if err := x.with(x.env.bind(over[0].dim, over[0].star, elem)).each(over[1:], visit); err != nil {
			return err
		}
	}
	return nil
}

// values returns the nodes of an expression over all that it runs over.
func (x *site) values(n expr.Node) ([]id, error) {
	over, err := x.axes(n, true)
	if err != nil {
		return nil, err
	}
	return x.valuesOver(n, over)
}

func (x *site) valuesOver(n expr.Node, over []axis) ([]id, error) {
	var out []id
	err := x.each(over, func(at *site) error {
		i, err := at.node(n)
		out = append(out, i)
		if len(out) > maxElements {
			return x.fail(n.Pos(), "too many elements", "")
		}
		return err
	})
	return out, err
}
