package quantity

import (
	"cmp"
	"embed"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/goccy/go-yaml"

	"github.com/ententelab/entente/fold"
)

//go:embed data
var data embed.FS

// load decodes an embedded file. The files are part of the program: a fault in
// one is a broken build.
func load(name string, into any) {
	b, err := data.ReadFile("data/" + name)
	if err == nil {
		err = yaml.Unmarshal(b, into)
	}
	if err != nil {
		panic(fmt.Sprintf("quantity: data/%s: %v", name, err))
	}
}

// words maps phrases to values and finds the longest at a place. Phrases are
// folded and lower case; one that begins or ends with a Latin letter matches
// whole words only.
type words[T any] struct {
	first [1024]uint64 // first runes below U+10000, for a quick no
	ascii [128][]word[T]
	by    map[rune][]word[T]
}

type word[T any] struct {
	runes []rune
	value T
}

func newWords[T any](phrases map[string]T) *words[T] {
	w := &words[T]{by: make(map[rune][]word[T])}
	for p, v := range phrases {
		r := []rune(strings.ToLower(fold.String(p)))
		if len(r) == 0 || r[0] > 0xFFFF {
			continue
		}
		w.first[r[0]>>6] |= 1 << (r[0] & 63)
		w.by[r[0]] = append(w.by[r[0]], word[T]{r, v})
	}
	for _, list := range w.by {
		slices.SortFunc(list, func(a, b word[T]) int {
			return cmp.Or(cmp.Compare(len(b.runes), len(a.runes)), slices.Compare(a.runes, b.runes))
		})
	}
	for r := range w.ascii {
		w.ascii[r] = w.by[rune(r)]
	}
	return w
}

// listed turns value → phrases, the shape of the data files, into phrase → value.
func listed[T comparable](m map[T][]string) *words[T] {
	out := make(map[string]T)
	for v, phrases := range m {
		for _, p := range phrases {
			out[p] = v
		}
	}
	return newWords(out)
}

// at returns the value of the longest phrase that starts at text[i], and its end.
func (w *words[T]) at(text []rune, i int) (v T, end int, ok bool) {
	if i >= len(text) {
		return v, 0, false
	}
	r := lower(text[i])
	if r > 0xFFFF || w.first[r>>6]&(1<<(r&63)) == 0 {
		return v, 0, false
	}
	if latin(r) && i > 0 && latin(text[i-1]) {
		return v, 0, false
	}
	list := w.ascii[r&127]
	if r > 127 {
		list = w.by[r]
	}
	for _, c := range list {
		end = i + len(c.runes)
		if end > len(text) || !same(text[i:end], c.runes) {
			continue
		}
		if latin(text[end-1]) && end < len(text) && latin(text[end]) {
			continue
		}
		return c.value, end, true
	}
	return v, 0, false
}

// before returns the value of the longest phrase that ends at text[:j].
func (w *words[T]) before(text []rune, j int) (v T, start int, ok bool) {
	for n := min(16, j); n > 0; n-- {
		if v, end, ok := w.at(text, j-n); ok && end == j {
			return v, j - n, true
		}
	}
	return v, 0, false
}

func same(text, phrase []rune) bool {
	if len(text) != len(phrase) {
		return false
	}
	for k, r := range phrase {
		if t := lower(text[k]); t != r && !(r == ' ' && t == '-') {
			return false
		}
	}
	return true
}

func lower(r rune) rune {
	if r >= 'A' && r <= 'Z' {
		return r + 'a' - 'A'
	}
	return r
}

func latin(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0xC0 && r <= 0x24F
}
func digit(r rune) bool  { return r >= '0' && r <= '9' }
func hangul(r rune) bool { return r >= 0xAC00 && r <= 0xD7A3 }
func han(r rune) bool    { return unicode.Is(unicode.Han, r) }
func kana(r rune) bool   { return r >= 0x3041 && r <= 0x30FF }

// space skips at most one space.
func space(text []rune, i int) int {
	if i < len(text) && text[i] == ' ' {
		return i + 1
	}
	return i
}

// spaceBack skips at most one space before text[j].
func spaceBack(text []rune, j int) int {
	if j > 0 && text[j-1] == ' ' {
		return j - 1
	}
	return j
}
