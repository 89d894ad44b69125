package sim

import (
	"strings"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model/expr"
)

// A dimension is a named list of elements; dimensions that share elements are
// subranges of each other, since elements are found by name.
type dimension struct {
	name  string
	key   string
	elems []string // keys
	spell []string // as the model writes them
	place map[string]int
	maps  []entente.DimensionMap
}

func newDimension(d entente.Dimension) *dimension {
	out := &dimension{name: d.Name, key: expr.Key(d.Name), spell: d.Elements, place: map[string]int{}, maps: d.Maps}
	for i, e := range d.Elements {
		out.elems = append(out.elems, expr.Key(e))
		out.place[expr.Key(e)] = i
	}
	return out
}

// An env binds dimensions to elements while an equation of an array is read.
// Star counts the * of one reference over one dimension; 0 is the dimension
// named by itself.
type env struct {
	up   *env
	dim  *dimension
	star int
	elem string
}

func (v *env) bind(d *dimension, star int, elem string) *env { return &env{v, d, star, elem} }

// find returns the element that a dimension stands at.
func (v *env) find(d *dimension, star int) (string, bool) {
	for ; v != nil; v = v.up {
		if v.star == star && v.dim.key == d.key {
			return v.elem, true
		}
	}
	return "", false
}

// A symbol is a variable in a scope, with a node for each of its elements.
type symbol struct {
	v     *entente.Variable
	key   string
	in    *scope
	dims  []*dimension
	defs  []definition
	owner []int32 // per element the index into defs, -1 if none
	run   []id    // per element; 0 not yet, -1 in work
	init  []id
}

// A definition is one equation of a symbol, for all or some of its elements.
type definition struct {
	subs   []string // keys of elements or dimensions; nil for all
	except [][]string
	text   string
	rate   string // of a stock, where its elements' differ
	node   expr.Node
	lookup *entente.Lookup
	table  int32 // index + 1 once made
}

// size is the number of elements; 1 of a scalar.
func (s *symbol) size() int {
	n := 1
	for _, d := range s.dims {
		n *= len(d.elems)
	}
	return n
}

// flat is the place of an element tuple.
func (s *symbol) flat(tuple []int) int {
	at := 0
	for i, d := range s.dims {
		at = at*len(d.elems) + tuple[i]
	}
	return at
}

// tuple undoes flat.
func (s *symbol) tuple(flat int) []int {
	out := make([]int, len(s.dims))
	for i := len(s.dims) - 1; i >= 0; i-- {
		n := len(s.dims[i].elems)
		out[i] = flat % n
		flat /= n
	}
	return out
}

// label is how the file spells an element: name or name[a,b].
func (s *symbol) label(flat int) string {
	if len(s.dims) == 0 {
		return string(s.v.Name)
	}
	parts := make([]string, len(s.dims))
	for i, at := range s.tuple(flat) {
		parts[i] = s.dims[i].spell[at]
	}
	return string(s.v.Name) + "[" + strings.Join(parts, ",") + "]"
}

// A scope is where names are looked up: the model, or one use of a macro.
type scope struct {
	symbols map[string]*symbol
	order   []*symbol
	params  map[string]argument // of a macro
	up      *scope
	level   int // how many macros deep
}

// An argument is what a macro's parameter stands for: an expression where the
// macro is used.
type argument struct {
	node expr.Node
	at   *site
}

// find looks a name up here, then outside.
func (s *scope) find(key string) *symbol {
	for ; s != nil; s = s.up {
		if y, ok := s.symbols[key]; ok {
			return y
		}
	}
	return nil
}

// names lists what can be referred to, for suggestions.
func (s *scope) names() []string {
	var out []string
	for ; s != nil; s = s.up {
		for _, y := range s.order {
			out = append(out, string(y.v.Name))
		}
	}
	return out
}
