package extract

import (
	"slices"

	"github.com/ententelab/entente/trie"
)

// A wordset finds the words of a list in folded text, the longest first. Each
// word carries a number that its owner gives a meaning. Latin letters match in
// either case.
type wordset struct {
	words *trie.Trie
	back  bool // words are stored from their last letter
}

// starts reports whether a word may start with r.
func (w *wordset) starts(r rune) bool { return w.words.Root(lower(r)) != 0 }

// newWordset returns an empty set that is read forward, or, with back, from the
// end of a word.
func newWordset(back bool) *wordset { return &wordset{words: trie.New(), back: back} }

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
	if len(runes) == 0 {
		return
	}
	if w.back {
		slices.Reverse(runes)
	}
	for i, r := range runes {
		runes[i] = lower(r)
	}
	w.words.Add(runes, val)
}

// at returns the longest word that starts at i and ends at or before to, as
// its length and value; length 0 if there is none. A Latin word matches whole
// words only.
func (w *wordset) at(text []rune, i, to int) (n int, val int32) {
	if i >= to {
		return 0, 0
	}
	node := w.words.Root(lower(text[i]))
	if node != 0 && i > 0 && latin(text[i]) && latin(text[i-1]) {
		return 0, 0 // inside a Latin word none begins
	}
	for j := i + 1; node != 0; j++ {
		if v := w.words.Value(node); v >= 0 && !(j < len(text) && latin(text[j-1]) && latin(text[j])) {
			n, val = j-i, v
		}
		if j == to {
			break
		}
		node = w.words.Step(node, lower(text[j]))
	}
	return n, val
}

// before returns the longest word that ends at i and starts at or after from,
// of a set read from the end.
func (w *wordset) before(text []rune, i, from int) (n int, val int32) {
	if i <= from {
		return 0, 0
	}
	node := w.words.Root(lower(text[i-1]))
	if node != 0 && i < len(text) && latin(text[i-1]) && latin(text[i]) {
		return 0, 0 // nor ends
	}
	for j := i - 1; node != 0; j-- {
		if v := w.words.Value(node); v >= 0 && !(j > 0 && latin(text[j]) && latin(text[j-1])) {
			n, val = i-j, v
		}
		if j == from {
			break
		}
		node = w.words.Step(node, lower(text[j-1]))
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
