package collate

import (
	"strings"
	"unicode"

	"github.com/ententelab/entente/lexicon"
)

// facts finds the figures, dates, names and, in a text that is not in Latin
// script, the Latin words of a folded text. Dates come before figures, so that
// no year is a figure.
func facts(text []rune, lex *lexicon.Lexicon, latinScript bool) []fact {
	var out []fact
	used := make([]bool, len(text))
	for _, d := range dates(text) {
		for _, k := range d.keys() {
			out = append(out, fact{factDate, k, d.start, d.end})
		}
		for i := d.start; i < d.end; i++ {
			used[i] = true
		}
	}
	out = append(out, figures(text, used)...)
	for _, m := range lex.Find(text) {
		out = append(out, fact{factName, "n" + m.Entry.ID, m.Start, m.End})
	}
	for i := 0; i < len(text); i++ {
		if !latin(text[i]) {
			continue
		}
		j := i
		for j < len(text) && (latin(text[j]) || digit(text[j]) || j+1 < len(text) && text[j] == '-' && (latin(text[j+1]) || digit(text[j+1]))) {
			j++
		}
		if telling(text, i, j, latinScript) {
			out = append(out, fact{factLatin, "l" + strings.ToLower(string(text[i:j])), i, j})
		}
		i = j
	}
	return out
}

// telling reports whether a word in Latin letters would be kept as it is in a
// translation: any in a text of another script, acronyms and designations in
// one of Latin script.
func telling(text []rune, i, j int, latinScript bool) bool {
	if j-i < 2 {
		return false
	}
	if !latinScript {
		return true
	}
	upper := 0
	for _, r := range text[i:j] {
		if unicode.IsUpper(r) || unicode.IsDigit(r) {
			upper++
		}
	}
	return upper >= 2
}
