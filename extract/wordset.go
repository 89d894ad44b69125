package extract

import (
	"cmp"
	"math/bits"
	"slices"
)

// A wordset finds the words of a list in folded text, the longest first. Each
// word carries a number that its owner gives a meaning. Latin letters match in
// either case.
type wordset struct {
	nodes []wordNode
	back  bool // words are stored from their last letter

	first [1024]uint64 // which characters of the basic plane start a word; most of a text do not
	rank  [1024]uint16 // how many start one before the 64 of first
	roots []int32      // the node behind each character that starts one, in their order
}

// A wordNode is what follows a beginning of words. Most beginnings have one
// continuation.
type wordNode struct {
	only rune // its one continuation, 0 if none
	to   int32
	more []wordEdge // the others, in order
	val  int32      // value of the word that ends here, -1 if none does
}

// A wordEdge is one continuation.
type wordEdge struct {
	r  rune
	to int32
}

// step returns the node behind a letter, false if no word goes on with it.
func (n *wordNode) step(r rune) (int32, bool) {
	if n.only == r {
		return n.to, r != 0
	}
	for _, e := range n.more {
		if e.r == r {
			return e.to, true
		}
		if e.r > r {
			break
		}
	}
	return 0, false
}

// link makes a letter lead to a node.
func (n *wordNode) link(r rune, to int32) {
	if n.only == 0 {
		n.only, n.to = r, to
		return
	}
	i, _ := slices.BinarySearchFunc(n.more, r, func(e wordEdge, r rune) int { return cmp.Compare(e.r, r) })
	n.more = slices.Insert(n.more, i, wordEdge{r, to})
}

// root returns the node behind a character that starts words, 0 if none does.
func (w *wordset) root(r rune) int32 {
	r = lower(r)
	if r > 0xFFFF {
		return 0
	}
	set, bit := w.first[r>>6], uint(r&63)
	if set&(1<<bit) == 0 {
		return 0
	}
	return w.roots[int(w.rank[r>>6])+bits.OnesCount64(set&(1<<bit-1))]
}

// starts reports whether a word may start with r.
func (w *wordset) starts(r rune) bool { return w.root(r) != 0 }

// addRoot makes a character of the basic plane lead to a node.
func (w *wordset) addRoot(r rune, to int32) {
	set, bit := w.first[r>>6], uint(r&63)
	w.roots = slices.Insert(w.roots, int(w.rank[r>>6])+bits.OnesCount64(set&(1<<bit-1)), to)
	w.first[r>>6] |= 1 << bit
	for i := int(r>>6) + 1; i < len(w.rank); i++ {
		w.rank[i]++
	}
}

// newWordset returns an empty set that is read forward, or, with back, from the
// end of a word.
func newWordset(back bool) *wordset {
	return &wordset{nodes: []wordNode{{val: -1}}, back: back}
}

// wordsetOf returns the set of some lists; a word's value is its list's index.
func wordsetOf(back bool, lists ...[]string) *wordset {
	w := newWordset(back)
	for i, list := range lists {
		for _, word := range list {
			w.add(word, int32(i))
		}
	}
	return w
}

// add puts a word into the set. The first value given to a word stays. No word
// starts outside the basic plane.
func (w *wordset) add(word string, val int32) {
	runes := []rune(word)
	if w.back {
		slices.Reverse(runes)
	}
	if len(runes) == 0 || runes[0] > 0xFFFF {
		return
	}
	at := w.root(runes[0])
	if at == 0 {
		at = w.newNode()
		w.addRoot(lower(runes[0]), at)
	}
	for _, r := range runes[1:] {
		r = lower(r)
		to, ok := w.nodes[at].step(r)
		if !ok {
			to = w.newNode()
			w.nodes[at].link(r, to)
		}
		at = to
	}
	if w.nodes[at].val < 0 {
		w.nodes[at].val = val
	}
}

func (w *wordset) newNode() int32 {
	w.nodes = append(w.nodes, wordNode{val: -1})
	return int32(len(w.nodes) - 1)
}

// at returns the longest word that starts at i and ends at or before to, as
// its length and value; length 0 if there is none. A Latin word matches whole
// words only.
func (w *wordset) at(text []rune, i, to int) (n int, val int32) {
	if i >= to {
		return 0, 0
	}
	node := w.root(text[i])
	if node != 0 && i > 0 && latin(text[i]) && latin(text[i-1]) {
		return 0, 0 // inside a Latin word none begins
	}
	for j := i + 1; node != 0; j++ {
		if v := w.nodes[node].val; v >= 0 && !(j < len(text) && latin(text[j-1]) && latin(text[j])) {
			n, val = j-i, v
		}
		if j == to {
			break
		}
		node, _ = w.nodes[node].step(lower(text[j]))
	}
	return n, val
}

// before returns the longest word that ends at i and starts at or after from,
// of a set read from the end.
func (w *wordset) before(text []rune, i, from int) (n int, val int32) {
	if i <= from {
		return 0, 0
	}
	node := w.root(text[i-1])
	if node != 0 && i < len(text) && latin(text[i-1]) && latin(text[i]) {
		return 0, 0 // nor ends
	}
	for j := i - 1; node != 0; j-- {
		if v := w.nodes[node].val; v >= 0 && !(j > 0 && latin(text[j]) && latin(text[j-1])) {
			n, val = i-j, v
		}
		if j == from {
			break
		}
		node, _ = w.nodes[node].step(lower(text[j-1]))
	}
	return n, val
}

// in reports whether a word of the set stands in text[from:to].
func (w *wordset) in(text []rune, from, to int) bool {
	for i := from; i < to; i++ {
		if n, _ := w.at(text, i, to); n > 0 {
			return true
		}
	}
	return false
}

// wholeWord reports whether text[i:j] is not cut out of a longer Latin word.
func wholeWord(text []rune, i, j int) bool {
	return !(i > 0 && latin(text[i]) && latin(text[i-1])) &&
		!(j < len(text) && latin(text[j-1]) && latin(text[j]))
}

func latin(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0xC0 && r <= 0x24F
}

func lower(r rune) rune {
	if r >= 'A' && r <= 'Z' {
		return r + 32
	}
	return r
}
