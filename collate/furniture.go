package collate

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/fold"
)

// The furniture that a reader of two prints wants to know about, with what it
// is called. Page numbers, rules and the marks of notes are not worth a word.
var named = []struct{ kind, name string }{
	{"author_info", "author line"},
	{"keywords", "keywords"},
	{"abstract", "abstract"},
	{"metadata", "imprint"},
	{"references", "list of references"},
	{"translation_marker", "remark on the translation"},
	{"image_credit", "picture credit"},
	{"table_of_contents", "table of contents"},
	{"foreign_article", "part of another article"},
	{"navigation", "site navigation"},
}

// furniture lists what stands around the text of one document only.
func furniture(a, b *entente.Document) []entente.Difference {
	inA, inB := lettersOf(a, 0, len(a.Runes())), lettersOf(b, 0, len(b.Runes()))
	out := notes(a, b)
	for _, f := range pieces(a, inB) {
		out = append(out, entente.Difference{What: "furniture", Original: &f.Span, Note: f.name + ": only in the original"})
	}
	for _, f := range pieces(b, inA) {
		out = append(out, entente.Difference{What: "furniture", Version: &f.Span, Note: f.name + ": only in the version"})
	}
	return out
}

// notes says which document has notes that the other lacks.
func notes(a, b *entente.Document) []entente.Difference {
	x, y := len(a.Notes), len(b.Notes)
	d := entente.Difference{What: "notes"}
	switch {
	case x == y:
		return nil
	case x > y:
		s := a.Span(a.Notes[0].Start, a.Notes[0].End)
		d.Original = &s
	default:
		s := b.Span(b.Notes[0].Start, b.Notes[0].End)
		d.Version = &s
	}
	d.Note = fmt.Sprintf("the original has %d notes, the version %d", x, y)
	return []entente.Difference{d}
}

type piece struct {
	entente.Span
	name string
}

// pieces lists a document's furniture that does not stand in other letters.
func pieces(doc *entente.Document, other []rune) (out []piece) {
	const most = 200 // a hostile text may have any number
	haystack, looked := string(other), 0
	for _, f := range doc.Furniture {
		k := slices.IndexFunc(named, func(n struct{ kind, name string }) bool { return n.kind == f.Type })
		if k < 0 {
			continue
		}
		if looked++; looked > most {
			break
		}
		own := string(lettersOf(doc, f.Start, f.End))
		if own != "" && !strings.Contains(haystack, own) {
			out = append(out, piece{doc.Span(f.Start, f.End), named[k].name})
		}
	}
	return out
}

// lettersOf are the letters of a range, furniture included.
func lettersOf(doc *entente.Document, start, end int) []rune {
	return appendLetters(nil, fold.Of(doc.Runes(), start, end, nil).Text)
}
