// Package text lays out the text of a document: its language, headings,
// paragraphs, sentences, notes and furniture. It works on the text as it
// stands and changes nothing in it. Its rules are about layout and wording as
// printers use them; the words are data, in words.yaml.
package text

import (
	"cmp"
	"slices"

	"github.com/ententelab/entente"
)

// Hints is what a file format knows about its text beyond the characters.
// Offsets are those of the text.
type Hints struct {
	Title    string
	Authors  []string
	Date     string
	Headings []Heading      // if any, no other line is taken for a heading by its looks
	Notes    []entente.Note // Marker, Anchor, TextStart, TextEnd; the sign runs from Anchor to End
}

// A Heading is a line that the format marks as one; Level counts from 1, 0 is
// the title.
type Heading struct {
	Start int // anywhere in the line
	Level int
}

// Layout fills in everything about doc that its Text tells. Text must be set.
func Layout(doc *entente.Document, hints Hints) {
	r := doc.Runes()
	doc.Title, doc.Authors, doc.Date = hints.Title, hints.Authors, hints.Date
	ls := lines(r)
	pageFurniture(r, ls)
	l := &layout{doc: doc, r: r, hints: hints}
	l.blocks, l.wrapped = blocks(r, ls)
	l.glued()
	l.label()
	doc.Lang, doc.Script = l.mainLanguage()
	l.contents()
	l.listed()
	l.foreign()
	l.knownNotes()
	l.notes()
	l.sortFurniture()
	l.numbered()
	l.front()
	l.plain()
	l.tail()
	l.join()
	l.sections()
	l.furniture()
	l.body()
	l.languageOfBody()
}

// layout is a document in the making.
type layout struct {
	doc       *entente.Document
	r         []rune
	blocks    []block
	hints     Hints
	lists     []list
	abstracts []labelled
	bare      []int // labels that have a line for themselves
	wrapped   bool  // lines are broken at a fixed width
	frontEnd  int   // the first block that is not front matter
}

func (l *layout) text(b *block) []rune { return l.r[b.start:b.end] }

// furnish lists a range as furniture.
func (l *layout) furnish(start, end int, k kind) {
	l.doc.Furniture = append(l.doc.Furniture, entente.Furniture{Start: start, End: end, Type: string(k)})
}

// furniture lists the blocks that are not content, in the order of the text.
func (l *layout) furniture() {
	for i := range l.blocks {
		if b := &l.blocks[i]; !b.kind.content() {
			l.furnish(b.start, b.end, b.kind)
		}
	}
	l.sortFurniture()
	out, end := l.doc.Furniture[:0], 0
	for _, f := range l.doc.Furniture {
		if f.Start >= end {
			out, end = append(out, f), f.End
		}
	}
	l.doc.Furniture = out
	slices.SortStableFunc(l.doc.Notes, func(a, b entente.Note) int { return cmp.Compare(a.Anchor, b.Anchor) })
}

// sortFurniture puts the furniture in the order of the text, the longer first.
func (l *layout) sortFurniture() {
	slices.SortStableFunc(l.doc.Furniture, func(a, b entente.Furniture) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
}

// languageOfBody looks at the language again where much of the text proved to
// be notes and other furniture.
func (l *layout) languageOfBody() {
	if len(l.doc.Furniture) == 0 {
		return
	}
	var text []rune
	for i := range l.blocks {
		if b := &l.blocks[i]; b.kind.content() {
			text = append(append(text, l.text(b)...), '\n')
		}
		if len(text) > 200_000 {
			break
		}
	}
	if lang, script := Language(text); lang != "" {
		l.doc.Lang, l.doc.Script = lang, script
	}
}
