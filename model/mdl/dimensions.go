package mdl

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model/expr"
)

// A dimension is a subscript range.
type dimension struct {
	name  string
	order int // in the file
	def   *definition
	elems []string
	maps  []entente.DimensionMap
	done  int // 1 in work, 2 done
}

// dimensions reads the subscript ranges; one may name others.
func (r *reader) dimensions() {
	for i, d := range r.defs {
		r.dims[expr.Key(d.name)] = &dimension{name: d.name, order: i, def: d}
	}
	list := sortedDims(r.dims)
	for _, d := range list {
		r.expand(d)
	}
	for _, d := range list {
		r.m.Dimensions = append(r.m.Dimensions, entente.Dimension{Name: d.name, Elements: d.elems, Maps: d.maps})
	}
}

// expand lists the elements of a range.
func (r *reader) expand(d *dimension) {
	if d.done == 1 {
		r.fail(d.def.line, "the subscript range %q contains itself", d.name)
	}
	if d.done > 0 {
		return
	}
	d.done = 1
	defer func() { d.done = 2 }()
	src := d.def.right
	if d.def.op == "<->" {
		other := r.dims[expr.Key(src)]
		if other == nil {
			r.fail(d.def.line, "there is no subscript range %q", src)
			return
		}
		r.expand(other)
		d.elems = other.elems
		return
	}
	if name, args, ok := externalCall(src); ok {
		elems, err := r.ext.subscripts(name, args)
		if err != nil {
			r.fail(d.def.line, "in the subscript range %s: %v", d.name, err)
		}
		d.elems = elems
		return
	}
	if i := strings.Index(src, "->"); i >= 0 {
		r.mappings(d, src[i+2:])
		src = src[:i]
	}
	for _, word := range words(src) {
		d.elems = append(d.elems, r.members(d, word)...)
	}
}

var numbered = regexp.MustCompile(`^\(\s*(.*?)(\d+)\s*-\s*(.*?)(\d+)\s*\)$`)

// members are what one word of a range stands for: an element, the elements of
// another range, or (a1-a9).
func (r *reader) members(d *dimension, word string) []string {
	if m := numbered.FindStringSubmatch(word); m != nil {
		low, _ := strconv.Atoi(m[2])
		high, _ := strconv.Atoi(m[4])
		if m[1] != m[3] || high < low || high-low > 1<<20 {
			r.fail(d.def.line, "the subscript range %q: %s is no range", d.name, word)
			return nil
		}
		var out []string
		for i := low; i <= high; i++ {
			out = append(out, m[1]+strconv.Itoa(i))
		}
		return out
	}
	if other := r.dims[expr.Key(word)]; other != nil && other != d {
		r.expand(other)
		return other.elems
	}
	return []string{word}
}

// mappings reads DimB, (DimC: c1, c2, SubC).
func (r *reader) mappings(d *dimension, src string) {
	for _, item := range topLevel(src) {
		item = strings.TrimSpace(item)
		if inner, ok := strings.CutPrefix(item, "("); ok {
			to, list, _ := strings.Cut(strings.TrimSuffix(inner, ")"), ":")
			d.maps = append(d.maps, entente.DimensionMap{To: strings.TrimSpace(to), Elements: words(list)})
			continue
		}
		if item != "" {
			d.maps = append(d.maps, entente.DimensionMap{To: item})
		}
	}
}

// topLevel cuts at the commas outside parentheses.
func topLevel(s string) []string {
	var out []string
	depth, from := 0, 0
	for i := range len(s) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			depth--
		case ',':
			if depth == 0 {
				out, from = append(out, s[from:i]), i+1
			}
		}
	}
	return append(out, s[from:])
}

// subscripts finds the dimensions of a variable from the subscripts of its
// definitions: for each place the range that holds them all.
func (r *reader) subscripts(v *variable) ([]string, bool) {
	var out []string
	for place := range v.defs[0].subs {
		name, err := r.holder(v, place)
		if err != nil {
			r.fail(v.defs[0].line, "in the definition of %s: %v", v.name, err)
			return nil, false
		}
		out = append(out, name)
	}
	return out, true
}

func (r *reader) holder(v *variable, place int) (string, error) {
	var all []string
	same := true
	for _, d := range v.defs {
		sub := d.subs[place]
		same = same && expr.Key(sub) == expr.Key(v.defs[0].subs[place])
		if dim := r.dims[expr.Key(sub)]; dim != nil {
			all = append(all, dim.elems...)
		} else {
			all = append(all, sub)
		}
	}
	if first := r.dims[expr.Key(v.defs[0].subs[place])]; same && first != nil {
		return first.name, nil
	}
	var best *dimension
	for _, d := range sortedDims(r.dims) {
		if d.holds(all) && (best == nil || len(d.elems) < len(best.elems)) {
			best = d
		}
	}
	if best == nil {
		return r.union(v, place, all)
	}
	return best.name, nil
}

// union makes a range of elements that no range of the file holds together.
func (r *reader) union(v *variable, place int, all []string) (string, error) {
	d := &dimension{name: fmt.Sprintf("%s subscript %d", v.name, place+1), order: len(r.dims), done: 2}
	seen := map[string]bool{}
	for _, e := range all {
		if key := expr.Key(e); !seen[key] {
			if !r.isElement(key) {
				return "", fmt.Errorf("%q is no subscript", e)
			}
			seen[key] = true
			d.elems = append(d.elems, e)
		}
	}
	r.dims[expr.Key(d.name)] = d
	r.m.Dimensions = append(r.m.Dimensions, entente.Dimension{Name: d.name, Elements: d.elems})
	return d.name, nil
}

func (r *reader) isElement(key string) bool {
	for _, d := range r.dims {
		if d.holds([]string{key}) {
			return true
		}
	}
	return false
}

// holds reports whether all names are elements of the range.
func (d *dimension) holds(names []string) bool {
	set := map[string]bool{}
	for _, e := range d.elems {
		set[expr.Key(e)] = true
	}
	for _, n := range names {
		if !set[expr.Key(n)] {
			return false
		}
	}
	return len(names) > 0
}
