package collate

import (
	"testing"

	"github.com/ententelab/entente"
)

func TestParagraphs(t *testing.T) {
	doc := &entente.Document{
		Paragraphs: []entente.Paragraph{{Start: 0, End: 20, Section: -1, Number: 1}, {Start: 20, End: 40, Section: -1, Number: 2}, {Start: 40, End: 60, Section: -1, Number: 3}},
		Sentences:  []entente.Sentence{{Start: 0, End: 20}, {Start: 20, End: 30, Paragraph: 1}, {Start: 30, End: 40, Paragraph: 1}, {Start: 40, End: 60, Paragraph: 2}},
	}
	got := paragraphs(doc, []entente.Span{{Start: 30, End: 40}, {Start: 40, End: 59}})
	for i, want := range []string{"full", "partial", "omitted"} {
		if got[i].State != want || got[i].Paragraph != i+1 {
			t.Errorf("paragraph %d: %+v, want %s", i+1, got[i], want)
		}
	}
}
