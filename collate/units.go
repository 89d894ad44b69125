package collate

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

func han(l entente.Lang) bool { return l == entente.Chinese || l == entente.Japanese }

// A unit is something that a sentence says and that a translation of it should
// say too. It is found there if any of its keys is.
type unit struct {
	id         uint64 // its own form, by which its weight is counted
	keys       []uint64
	kind       unitKind
	start, end int // in the view of its sentence
}

type unitKind uint8

const (
	unitWord unitKind = iota
	unitName
	unitConcept
	unitFigure
	unitDate
	unitLatin
	unitPair // of Chinese characters in no word of the dictionary
)

// Weight of a unit by its kind: what keeps its form in translation tells more.
var kindWeight = [...]float64{unitWord: 1, unitName: 1.2, unitConcept: 0.8, unitFigure: 2, unitDate: 2, unitLatin: 1.5, unitPair: 0.8}

// A reading is a text as units, sentence by sentence.
type reading struct {
	*text
	units   [][]unit
	weights map[uint64]float64 // of a unit's form, by how few sentences have it
}

func newReading(t *text, lex *lexicon.Lexicon) *reading {
	r := &reading{text: t, units: make([][]unit, len(t.sentences)), weights: map[uint64]float64{}}
	last := map[uint64]int{}
	for i, s := range t.sentences {
		r.units[i] = t.unitsIn(s.start, s.end, lex)
		if s.heading {
			r.units[i] = append(r.units[i], numbering(t.view(s.start, s.end).Text)...)
		}
		for _, u := range r.units[i] {
			if at, ok := last[u.id]; !ok || at != i {
				last[u.id] = i
				r.weights[u.id]++
			}
		}
	}
	for id, n := range r.weights {
		r.weights[id] = math.Log2(1 + float64(len(t.sentences))/n)
	}
	return r
}

// numbering reads the number of a heading: 二、 II. (2) are one.
func numbering(text []rune) []unit {
	i := 0
	for i < len(text) && strings.ContainsRune("第(（ ", text[i]) {
		i++
	}
	j := i
	for j < len(text) && j < i+5 && strings.ContainsRune("一二三四五六七八九十IVX0123456789", text[j]) {
		j++
	}
	if j == i || j == len(text) || !strings.ContainsRune("、.．) ）章节節部:：,", text[j]) {
		return nil
	}
	k := key(fmt.Sprint("h", ordinal(string(text[i:j]))))
	return []unit{{id: k, keys: []uint64{k}, kind: unitFigure, start: i, end: j}}
}

// ordinal reads a small number in Chinese, Roman or Arabic numerals.
func ordinal(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	romans := []string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"}
	if n := slices.Index(romans, s); n >= 0 {
		return n
	}
	n := 0
	for _, r := range s {
		if r == '十' {
			n = max(n, 1) * 10
		} else {
			n += int(chineseDigit(r))
		}
	}
	return n
}

// latinScript reports whether a text is in Latin letters.
func (t *text) latinScript() bool {
	return !han(t.doc.Lang) && t.doc.Lang != entente.Korean
}

// unitsIn reads the units of a range of the document.
func (t *text) unitsIn(start, end int, lex *lexicon.Lexicon) []unit {
	text := t.view(start, end).Text
	var out []unit
	covered := make([]bool, len(text))
	for _, f := range facts(text, lex, t.latinScript()) {
		u := unit{id: key(f.key), start: f.start, end: f.end}
		u.keys = append(u.keys, u.id)
		switch f.kind {
		case factFigure:
			u.kind = unitFigure
		case factDate:
			u.kind = unitDate
		case factLatin:
			u.kind = unitLatin
			u.keys = append(u.keys, key("w"+stem(f.key[1:])))
		case factName:
			u.kind = unitName
			if e := lex.Entry(f.key[1:]); e != nil && e.Type == lexicon.Concept {
				u.kind = unitConcept
				out = append(out, u)
				continue
			}
		}
		for i := f.start; i < f.end; i++ {
			covered[i] = true
		}
		if f.kind == factName {
			for _, w := range t.words(text[f.start:f.end], nil) {
				u.keys = append(u.keys, w.keys...)
			}
		}
		out = append(out, u)
	}
	return append(out, t.words(text, covered)...)
}

// words reads the words of folded text that nothing else covers.
func (t *text) words(text []rune, covered []bool) []unit {
	switch {
	case t.doc.Lang == entente.Japanese:
		return append(hanWords(text, covered), kanaWords(text, covered)...)
	case han(t.doc.Lang):
		return hanWords(text, covered)
	case t.latinScript():
		return englishWords(text, covered)
	}
	return koreanWords(text, covered)
}

func free(covered []bool, i, j int) bool {
	if covered == nil {
		return true
	}
	for ; i < j; i++ {
		if covered[i] {
			return false
		}
	}
	return true
}

// hanWords reads the longest words of the dictionary, and of characters that
// are in no word each neighbouring two. A word is found by its English stems,
// by each two of its characters, and by what its English sounds like in
// katakana.
func hanWords(text []rune, covered []bool) []unit {
	d := chinese()
	d.simplify(text)
	var out []unit
	for i := 0; i+1 < len(text); {
		v, end, ok := d.words.At(text, i)
		switch {
		case ok && free(covered, i, end):
			ks := append(pairs(text[i:end]), d.keys[v]...)
			out = append(out, unit{id: key("z" + string(text[i:end])), keys: ks, start: i, end: end})
			i = end
			continue
		case unicode.Is(unicode.Han, text[i]) && unicode.Is(unicode.Han, text[i+1]) && free(covered, i, i+2):
			ks := pairs(text[i : i+2])
			out = append(out, unit{id: ks[0], keys: ks, kind: unitPair, start: i, end: i + 2})
		}
		i++
	}
	return out
}

// pairs are the keys of each two neighbouring characters.
func pairs(word []rune) []uint64 {
	var out []uint64
	for i := range len(word) - 1 {
		out = append(out, key("b"+string(word[i:i+2])))
	}
	return out
}

// englishKeys are those of an English word: its stem and its consonants.
func englishKeys(w string) []uint64 {
	out := []uint64{key("w" + stem(w))}
	if s := skeleton(w); s != "" {
		out = append(out, key("k"+s))
	}
	return out
}

// englishWords reads the words that are not mere grammar.
func englishWords(text []rune, covered []bool) []unit {
	var out []unit
	for i := 0; i < len(text); i++ {
		if !latin(text[i]) {
			continue
		}
		j := i
		for j < len(text) && latin(text[j]) {
			j++
		}
		if w := strings.ToLower(string(text[i:j])); j-i > 1 && !grammar[w] && free(covered, i, j) {
			ks := englishKeys(w)
			out = append(out, unit{id: ks[0], keys: ks, start: i, end: j})
		}
		i = j
	}
	return out
}

var grammar = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(`a an the to of in on at for with by from and or but nor not be is are was were been being am
		it its this that these those which who whom whose what when where why how as if than then so such there here their they them he him his
		she her we us our you your i me my into onto upon up out over off about after before during under between among through while
		although though because since until unless whether either neither both each every all any some no more most much many few less least
		other another same own only just also too very can could may might must shall should will would have has had having do does did done
		doing make makes made making get one once`) {
		m[w] = true
	}
	return m
}()

// key hashes a key.
func key(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return mix(h)
}
