package lexicon

import (
	"cmp"
	"slices"
	"unicode"
)

// An automaton holds all names over classes of runes: upper and lower case, and all
// dashes, are one class. A node's edges are sorted by class; nodes are numbered
// breadth first, so that edge e leads to node e+1.
type automaton struct {
	class    []uint16 // of each rune of the basic plane; 0 if it is in no name
	first    []int32  // edges of node n are first[n] to first[n+1]
	label    []uint16 // of each edge
	root     []int32  // by class: the node after one rune, 0 if none
	ends     []int32  // patterns ending at node n are patterns[ends[n]:ends[n+1]]
	patterns []pattern
}

// A pattern is one name of an entry.
type pattern struct {
	entry *Entry // nil for a word that only looks like a name
	key   []uint16
	upper uint8 // which letters must be as written: none, the first, all
	layer uint8
}

// Case that a name asks of the text.
const (
	anyCase uint8 = iota
	firstUpper
	theUpper // the first behind "the"
	allUpper
)

// theLength is the length of the article that a name may open with.
const theLength = len("the ")

// Names of one layer never overlap each other; those of different layers may:
// 美日同盟 is an institution and names two states.
const (
	actorLayer = iota
	institutionLayer
	conceptLayer
	layers
)

// plain maps a rune to the one that stands for its class.
func plain(r rune) rune {
	switch {
	case r < 0x80:
		if r >= 'A' && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	case r >= 0x2010 && r <= 0x2015 || r == 0x2212:
		return '-'
	case r == 0x2019 || r == 0x2018:
		return '\''
	case r == '・' || r == '‧' || r == '•':
		return '·'
	case r == '「' || r == '『' || r == '“':
		return '“'
	case r == '」' || r == '』' || r == '”':
		return '”'
	case r == '〈' || r == '〉':
		return r - '〈' + '《'
	case r < 0x2E80:
		return unicode.ToLower(r)
	}
	return r
}

// newAutomaton builds the automaton. Names with runes beyond the basic plane are
// left out by the caller.
func newAutomaton(names []name) *automaton {
	t := &automaton{class: classes(names), patterns: make([]pattern, len(names))}
	total := 0
	for _, n := range names {
		total += len(n.text)
	}
	keys := make([]uint16, 0, total)
	for i, n := range names {
		at := len(keys)
		for _, r := range n.text {
			keys = append(keys, t.class[r])
		}
		t.patterns[i] = pattern{n.entry, keys[at:len(keys):len(keys)], n.upper, n.layer}
	}
	slices.SortStableFunc(t.patterns, func(a, b pattern) int { return slices.Compare(a.key, b.key) })
	t.grow()
	t.index()
	return t
}

// classes numbers the runes of the names from 1, and gives each class to all
// its runes.
func classes(names []name) []uint16 {
	class := make([]uint16, 0x10000)
	next := uint16(1)
	for _, n := range names {
		for _, r := range n.text {
			if class[plain(r)] == 0 {
				class[plain(r)] = next
				next++
			}
		}
	}
	for r := range rune(0x10000) {
		if p := plain(r); p != r {
			class[r] = class[p]
		}
	}
	return class
}

// grow makes the nodes breadth first from the sorted patterns.
func (t *automaton) grow() {
	type node struct{ lo, hi, depth int }
	queue := make([]node, 1, 1+4*len(t.patterns))
	queue[0] = node{0, len(t.patterns), 0}
	ends := make([]pattern, 0, len(t.patterns))
	t.first, t.ends = make([]int32, 0, 4*len(t.patterns)), make([]int32, 0, 4*len(t.patterns))
	t.label = make([]uint16, 0, 4*len(t.patterns))
	for q := 0; q < len(queue); q++ {
		n := queue[q]
		t.first = append(t.first, int32(len(t.label)))
		t.ends = append(t.ends, int32(len(ends)))
		i := n.lo
		for ; i < n.hi && len(t.patterns[i].key) == n.depth; i++ {
			ends = append(ends, t.patterns[i])
		}
		for i < n.hi {
			c, j := t.patterns[i].key[n.depth], i+1
			for j < n.hi && t.patterns[j].key[n.depth] == c {
				j++
			}
			t.label = append(t.label, c)
			queue = append(queue, node{i, j, n.depth + 1})
			i = j
		}
	}
	t.first = append(t.first, int32(len(t.label)))
	t.ends = append(t.ends, int32(len(ends)))
	t.patterns = ends
}

// index makes the table of the first step.
func (t *automaton) index() {
	t.root = make([]int32, int(slices.Max(t.class))+1)
	for e := t.first[0]; e < t.first[1]; e++ {
		t.root[t.label[e]] = e + 1
	}
}

// of returns the class of a rune.
func (t *automaton) of(r rune) uint16 {
	if uint32(r) < 0x10000 {
		return t.class[r]
	}
	return 0
}

// step returns the node after one more rune of class c, 0 if none.
func (t *automaton) step(node int32, c uint16) int32 {
	lo, hi := t.first[node], t.first[node+1]
	if hi-lo > 8 {
		e, ok := slices.BinarySearchFunc(t.label[lo:hi], c, cmp.Compare[uint16])
		if !ok {
			return 0
		}
		return lo + int32(e) + 1
	}
	for e := lo; e < hi; e++ {
		if t.label[e] == c {
			return e + 1
		}
	}
	return 0
}
