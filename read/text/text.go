// Package text lays out the text of a document: its language, headings,
// paragraphs, sentences, notes and furniture. It works on the text as it
// stands and changes nothing in it.
package text

import "github.com/ententelab/entente"

// Hints is what a file format knows about its text beyond the characters.
type Hints struct {
	Title   string
	Authors []string
	Date    string
}

// Layout fills in everything about doc that its Text tells. Text must be set.
func Layout(doc *entente.Document, hints Hints) {
	r := doc.Runes()
	doc.Title, doc.Authors, doc.Date = hints.Title, hints.Authors, hints.Date
	doc.Lang, doc.Script = Language(r)
	l := &layout{doc: doc, r: r}
	l.blocks = blocks(r)
	l.headings()
	l.body()
}

// layout is a document in the making.
type layout struct {
	doc    *entente.Document
	r      []rune
	blocks []block
}

// A block is a run of lines that belong together: a paragraph, a heading, a
// page number.
type block struct {
	start, end int
	level      int // of a heading; 0 for what is none
	number     string
}

// blocks cuts the text into its non-blank lines.
func blocks(r []rune) []block {
	var out []block
	for i := 0; i < len(r); {
		end := i
		for end < len(r) && !lineEnd(r[end]) {
			end++
		}
		if s, e := trim(r, i, end); s < e {
			out = append(out, block{start: s, end: e})
		}
		i = end + 1
	}
	return out
}

func lineEnd(r rune) bool { return r == '\n' || r == '\r' || r == '\f' || r == '\u2028' || r == '\u2029' }
