package lexicon

import (
	"testing"

	"pgregory.net/rapid"
)

func TestTerms(t *testing.T) {
	terms := NewTerms()
	for i, w := range []string{"同盟", "同盟困境", "trust", "deter*", "u.s."} {
		terms.Add(w, int32(i))
	}
	for _, c := range []struct {
		text string
		at   int
		want int32 // -1: none
		end  int
	}{
		{"美日同盟", 2, 0, 4},
		{"同盟困境", 0, 1, 4},
		{"Trust in", 0, 2, 5},
		{"distrust", 3, -1, 3},
		{"trusted", 0, -1, 0},
		{"deterrence holds", 0, 3, 10},
		{"U.S.-Japan", 0, 4, 4},
	} {
		value, end, ok := terms.At([]rune(c.text), c.at)
		if !ok {
			value, end = -1, c.at
		}
		if value != c.want || end != c.end {
			t.Errorf("%s at %d: %d to %d, want %d to %d", c.text, c.at, value, end, c.want, c.end)
		}
	}
}

// TestTermsAgree: the set finds the longest of its words, as a map would.
func TestTermsAgree(t *testing.T) {
	word := rapid.StringMatching(`[甲乙丙丁]{1,5}`)
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(word, 1, 60).Draw(t, "words")
		terms, known := NewTerms(), map[string]bool{}
		for i, w := range words {
			terms.Add(w, int32(i))
			known[w] = true
		}
		text := []rune(rapid.StringMatching(`[甲乙丙丁戊]{0,40}`).Draw(t, "text"))
		for i := range text {
			want := i
			for j := i + 1; j <= len(text); j++ {
				if known[string(text[i:j])] {
					want = j
				}
			}
			if _, end, ok := terms.At(text, i); ok != (want > i) || ok && end != want {
				t.Fatalf("at %d: %d, want %d", i, end, want)
			}
		}
	})
}
