package lexicon

import "github.com/ententelab/entente/trie"

// Terms is a set of words and phrases with a number each, found in folded text
// at any place: the longest that starts there. It is safe for concurrent use
// once built.
//
// A term that begins or ends with a Latin letter stands at a word's edge;
// "deter*" also takes what follows in the word. Case of Latin letters is
// ignored.
type Terms struct {
	words *trie.Trie
	open  []bool // by node: the word may go on
}

// NewTerms returns an empty set.
func NewTerms() *Terms { return &Terms{words: trie.New()} }

// Add puts a term into the set. A term added twice keeps its first value,
// which is returned.
func (t *Terms) Add(term string, value int32) int32 {
	runes := []rune(term)
	open := len(runes) > 1 && runes[len(runes)-1] == '*'
	if open {
		runes = runes[:len(runes)-1]
	}
	if len(runes) == 0 {
		return value
	}
	for i, r := range runes {
		runes[i] = lower(r)
	}
	node := t.words.Add(runes, value)
	t.open = append(t.open, make([]bool, max(0, int(node)+1-len(t.open)))...)
	t.open[node] = t.open[node] || open
	return t.words.Value(node)
}

// At returns the value and the end of the longest term that starts at
// text[i]; ok is false if there is none.
func (t *Terms) At(text []rune, i int) (value int32, end int, ok bool) {
	t.walk(text, i, func(v int32, e int) { value, end, ok = v, e, true })
	return value, end, ok
}

// walk calls found for each term that starts at text[i], the shortest first.
func (t *Terms) walk(text []rune, i int, found func(value int32, end int)) {
	if i > 0 && letter(text[i]) && letter(text[i-1]) {
		return
	}
	node := t.words.Root(lower(text[i]))
	for j := i + 1; node != 0; j++ {
		if v := t.words.Value(node); v >= 0 {
			if stop, ok := wordEnd(text, j, t.open[node]); ok {
				found(v, stop)
			}
		}
		if j == len(text) {
			return
		}
		node = t.words.Step(node, lower(text[j]))
	}
}

// wordEnd is where a term that ends at a place stops: there, unless a Latin
// word goes on; then with the word if the term is open, or nowhere.
func wordEnd(text []rune, at int, open bool) (stop int, ok bool) {
	if !letter(text[at-1]) || at >= len(text) || !letter(text[at]) {
		return at, true
	}
	for at < len(text) && letter(text[at]) {
		at++
	}
	return at, open
}

func letter(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0xC0 && r <= 0x24F
}

func lower(r rune) rune {
	if r >= 'A' && r <= 'Z' {
		return r + 'a' - 'A'
	}
	if r == '’' {
		return '\''
	}
	return r
}
