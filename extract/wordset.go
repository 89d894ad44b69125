package extract

import "slices"

// A wordset finds the words of a list in folded text, the longest first. Each
// word carries a number that its owner gives a meaning. Latin letters match in
// either case.
type wordset struct {
	nodes []wordNode
	back  bool // words are stored from their last letter

	first [1024]uint64 // which characters start a word; most characters of a text do not
}

// A wordNode is what follows a beginning of words. Most beginnings have one
// continuation, which needs no map.
type wordNode struct {
	only rune // its one continuation, 0 if none
	to   int32
	more map[rune]int32 // all continuations, if there are several
	val  int32          // value of the word that ends here, -1 if none does
}

// step returns the node behind a letter, false if no word goes on with it.
func (n *wordNode) step(r rune) (int32, bool) {
	if n.more != nil {
		to, ok := n.more[r]
		return to, ok
	}
	return n.to, n.only == r && r != 0
}

// link makes a letter lead to a node.
func (n *wordNode) link(r rune, to int32) {
	switch {
	case n.more != nil:
		n.more[r] = to
	case n.only == 0:
		n.only, n.to = r, to
	default:
		n.more = map[rune]int32{n.only: n.to, r: to}
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

// add puts a word into the set. The first value given to a word stays.
func (w *wordset) add(word string, val int32) {
	runes := []rune(word)
	if w.back {
		slices.Reverse(runes)
	}
	if len(runes) > 0 {
		r := lower(runes[0]) & 0xFFFF
		w.first[r>>6] |= 1 << (r & 63)
	}
	at := int32(0)
	for _, r := range runes {
		r = lower(r)
		to, ok := w.nodes[at].step(r)
		if !ok {
			to = int32(len(w.nodes))
			w.nodes = append(w.nodes, wordNode{val: -1})
			w.nodes[at].link(r, to)
		}
		at = to
	}
	if w.nodes[at].val < 0 && len(runes) > 0 {
		w.nodes[at].val = val
	}
}

// starts reports whether a word may start with r.
func (w *wordset) starts(r rune) bool {
	r = lower(r) & 0xFFFF
	return w.first[r>>6]&(1<<(r&63)) != 0
}

// at returns the longest word that starts at i and ends at or before to, as
// its length and value; length 0 if there is none. A Latin word matches whole
// words only.
func (w *wordset) at(text []rune, i, to int) (n int, val int32) {
	if i >= to || !w.starts(text[i]) {
		return 0, 0
	}
	node := int32(0)
	for j := i; j < to; j++ {
		next, ok := w.nodes[node].step(lower(text[j]))
		if !ok {
			break
		}
		node = next
		if v := w.nodes[node].val; v >= 0 && wholeWord(text, i, j+1) {
			n, val = j+1-i, v
		}
	}
	return n, val
}

// before returns the longest word that ends at i and starts at or after from,
// of a set read from the end.
func (w *wordset) before(text []rune, i, from int) (n int, val int32) {
	if i <= from || !w.starts(text[i-1]) {
		return 0, 0
	}
	node := int32(0)
	for j := i - 1; j >= from; j-- {
		next, ok := w.nodes[node].step(lower(text[j]))
		if !ok {
			break
		}
		node = next
		if v := w.nodes[node].val; v >= 0 && wholeWord(text, j, i) {
			n, val = i-j, v
		}
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
