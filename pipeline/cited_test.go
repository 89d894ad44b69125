package pipeline

import (
	"testing"

	"github.com/ententelab/entente"
)

func TestCitedOpensTheParagraphOrNothing(t *testing.T) {
	d := &entente.Document{ID: "d", Title: "压力与信任的代价研究", Text: "引言。第一段。第二段。",
		Sections:   []entente.Section{{Title: "二、（一）", Number: "2(1)", Level: 2}},
		Paragraphs: []entente.Paragraph{{Start: 0, End: 3, Section: -1, Number: 1}, {Start: 3, End: 7, Number: 1}, {Start: 7, End: 11, Number: 2}}}
	p := &Project{Documents: []*entente.Document{d}, Collation: entente.Collation{Works: []entente.Work{{Versions: []entente.Version{{Doc: "d"}}}}}}
	m := &entente.Model{Works: map[string]entente.Citation{"w": {Title: "壓力與信任的代價研究 (On the Price of Pressure)"}, "other": {Title: "另一篇完全不同的文章"}}}
	for _, tt := range []struct {
		work, section, paragraph, want string
	}{
		{"w", "§2(1)", "2", "第二段。"},
		{"w", "Intro", "1", "引言。"},
		{"w", "§2(1)", "3", ""},
		{"w", "§3", "1", ""},
		{"other", "§2(1)", "2", ""},
	} {
		_, span, ok := p.Cited(m, entente.Citation{Work: tt.work, Section: tt.section, Paragraph: tt.paragraph})
		if span.Quote != tt.want || ok != (tt.want != "") {
			t.Errorf("%+v: %q, %v", tt, span.Quote, ok)
		}
	}
}
