package report

import (
	"strings"
	"testing"

	"github.com/ententelab/entente"
)

func TestChanges(t *testing.T) {
	doc := &entente.Document{ID: "a", Name: "a.txt", Text: "Ports\nThey paid 340 million. Nobody thanked them. It rained.",
		Sections:   []entente.Section{{Title: "Ports", Level: 1, Number: "1", Start: 0, End: 59}},
		Paragraphs: []entente.Paragraph{{Start: 0, End: 5, Section: 0, Heading: true}, {Start: 6, End: 59, Section: 0, Number: 1}}}
	version := &entente.Document{ID: "b", Name: "b.txt", Text: "他们付了3亿。"}
	paid, less := doc.Span(16, 27), version.Span(4, 6)
	c := entente.Collation{Pairs: []entente.VersionPair{{Original: "a.txt", Version: "b.txt", OriginalID: "a", VersionID: "b",
		Relation: entente.Translation, Sure: 0.9, AlignedShare: 0.5, Omitted: []entente.Span{doc.Span(29, 49)},
		Differences: []entente.Difference{{What: "figure", Original: &paid, Version: &less, Note: "differs"}}}}}
	var out strings.Builder
	Changes(&out, c, []*entente.Document{doc, version})
	for _, want := range []string{"a.txt\n→ b.txt\n", "translation, sure 0.90; 50 % of the original's sentences are there, 1 left out, 1 details differ",
		"340 million", "3亿", "§1 Ports", "¶1  Nobody thanked them."} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the page lacks %q:\n%s", want, out.String())
		}
	}
	// Documents that are not at hand leave the sections unnamed.
	Changes(&out, c, nil)
}
