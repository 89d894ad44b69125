package pipeline

import (
	"strings"
	"unicode"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/fold"
)

// Cited finds the paragraph that a citation names, if the cited work is among
// the project's documents: the same title, section and paragraph. It never
// offers a neighbouring paragraph instead.
func (p *Project) Cited(m *entente.Model, c entente.Citation) (*entente.Document, entente.Span, bool) {
	title := c.Title
	if w, ok := m.Works[c.Work]; ok && title == "" {
		title = w.Title
	}
	for _, w := range p.Collation.Works {
		if !p.titled(w, title) {
			continue
		}
		for _, v := range w.Versions {
			if d := p.document(v.Doc); d != nil {
				if span, ok := paragraph(d, c); ok {
					return d, span, true
				}
			}
		}
	}
	return nil, entente.Span{}, false
}

// titled reports whether a document of the work has the cited title.
func (p *Project) titled(w entente.Work, title string) bool {
	const telling = 8 // letters: a shorter title may be many works'
	want := letters(title)
	for _, v := range w.Versions {
		d := p.document(v.Doc)
		if d == nil {
			continue
		}
		if have := letters(d.Title); len([]rune(have)) >= telling && strings.Contains(want, have) {
			return true
		}
	}
	return false
}

func (p *Project) document(id entente.DocID) *entente.Document {
	for _, d := range p.Documents {
		if d.ID == id {
			return d
		}
	}
	return nil
}

// letters is a text folded to its letters and digits, in lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, fold.String(s))
}

// paragraph returns the paragraph of a document that a citation names: "§2(1)"
// and "1", or the first of "1–3". "Intro" is what stands before section 1.
func paragraph(d *entente.Document, c entente.Citation) (entente.Span, bool) {
	section := letters(c.Section)
	if section == "intro" {
		section = ""
	}
	number := 0
	for _, r := range strings.TrimPrefix(c.Paragraph, "¶") {
		if r < '0' || r > '9' {
			break
		}
		number = 10*number + int(r-'0')
	}
	for _, para := range d.Paragraphs {
		here := ""
		if para.Section >= 0 {
			here = letters(d.Sections[para.Section].Number)
		}
		if !para.Heading && number > 0 && para.Number == number && here == section {
			return d.Span(para.Start, para.End), true
		}
	}
	return entente.Span{}, false
}
