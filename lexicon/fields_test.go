package lexicon

import (
	"slices"
	"testing"

	"github.com/ententelab/entente"
)

// Every field has words in all four languages, and words that mean the same
// stand in the same field.
func TestFields(t *testing.T) {
	f, err := parseFields(fieldsYAML)
	if err != nil {
		t.Fatal(err)
	}
	for lang, words := range f.byLang {
		seen := make([]bool, len(f.in))
		for _, list := range words.fields {
			for _, n := range list {
				seen[n] = true
			}
		}
		if n := slices.Index(seen, false); n >= 0 {
			t.Errorf("field %d has no words in %s", n, lang)
		}
	}
	fieldsOf := func(lang entente.Lang, text string) (out []uint8) {
		for _, h := range f.find([]rune(text), lang) {
			out = append(out, h.facet)
		}
		return out
	}
	ballot := fieldsOf("en", "the ballot")
	for lang, text := range map[entente.Lang]string{"zh": "选票", "ja": "投票", "ko": "투표"} {
		if got := fieldsOf(lang, text); len(ballot) != 1 || !slices.Contains(got, ballot[0]) {
			t.Errorf("%s: fields %v, of ballot %v", text, got, ballot)
		}
	}
	if _, err := parseFields([]byte("election: none")); err == nil {
		t.Error("a field without languages is read")
	}
}
