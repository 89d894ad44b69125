package collate

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/ententelab/entente/lexicon"
)

// Texts that would take for ever if anything were quadratic in their length.
func TestHostileTexts(t *testing.T) {
	lex := lexicon.Default()
	for name, texts := range map[string][]string{
		"one sentence repeated": {strings.Repeat("日本。", 50_000), strings.Repeat("日本。", 45_000) + "完", strings.Repeat("Japan. ", 50_000)},
		"digits and commas":     {strings.Repeat("1,", 100_000), strings.Repeat("1.5 2,000 ", 20_000), strings.Repeat("百分之二十千万", 20_000), strings.Repeat("，", 100_000)},
		"one letter":            {strings.Repeat("a", 300_000), strings.Repeat("啊", 300_000), strings.Repeat("啊", 299_999), strings.Repeat("가", 200_000)},
		"numerals":              {strings.Repeat("二", 200_000), strings.Repeat("two ", 50_000)},
	} {
		start := time.Now()
		var docs = fixture(t, "versions.txtar")
		want := len(Collate(docs, lex).Works)
		for i, s := range texts {
			docs = append(docs, document(t, name+string(rune('a'+i)), s))
		}
		if got := len(Collate(docs, lex).Works); got <= want {
			t.Errorf("%s: %d works with the hostile texts, %d without", name, got, want)
		}
		if took := time.Since(start); took > time.Minute {
			t.Errorf("%s took %v", name, took)
		}
	}
}

// Two books of 3,000 sentences are aligned in parts.
func TestBook(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: some seconds")
	}
	r := rand.New(rand.NewPCG(1, 1))
	var zh, en []string
	for range 220 {
		a, b := articles(r)
		zh, en = append(zh, a), append(en, b)
	}
	c := Collate(append(fixture(t, "versions.txtar"), document(t, "book.zh", strings.Join(zh, "\n\n")), document(t, "book.en", strings.Join(en, "\n\n"))), lexicon.Default())
	p := pair(t, c, "book.en")
	// Of fourteen sentences, three are left out.
	if left := float64(len(p.Omitted)) / (220 * 14); p.Original != "book.zh" || left < 0.15 || left > 0.3 {
		t.Errorf("%s → %s leaves out %.2f of the sentences; want three in fourteen", p.Original, p.Version, left)
	}
}
