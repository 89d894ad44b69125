package collate

import (
	"cmp"
	"runtime"
	"slices"
	"sync"
	"unicode"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/fold"
)

// A text is a document as it is compared: its sentences folded, without
// furniture, and prints of its letters. The letters themselves are not kept.
type text struct {
	doc       *entente.Document
	skip      []entente.Furniture // what is not compared
	sentences []sentence
	size      int     // letters of all sentences
	prints    []print // by hash
}

// A sentence is a range of the document.
type sentence struct {
	start, end int
	sum        uint64 // hash of its letters
	size       int    // how many they are
	paragraph  int
	heading    bool
}

// prepare readies documents for comparing, in an order that depends on nothing
// but themselves.
func prepare(docs []*entente.Document) []*text {
	docs = slices.DeleteFunc(slices.Clone(docs), func(d *entente.Document) bool { return d == nil })
	slices.SortStableFunc(docs, func(a, b *entente.Document) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Name, b.Name))
	})
	for _, d := range docs {
		d.Runes() // its first call is not safe beside others
	}
	texts := make([]*text, len(docs))
	inParallel(len(docs), func(i int) { texts[i] = newText(docs[i]) })
	return texts
}

// inParallel calls f for 0 to n-1, on all processors.
func inParallel(n int, f func(i int)) {
	var wg sync.WaitGroup
	workers := min(n, runtime.GOMAXPROCS(0))
	for w := range workers {
		wg.Go(func() {
			for i := w; i < n; i += workers {
				f(i)
			}
		})
	}
	wg.Wait()
}

func newText(doc *entente.Document) *text {
	t := &text{doc: doc, skip: compared(doc)}
	var letters []rune
	for _, s := range doc.Sentences {
		from := len(letters)
		letters = appendLetters(letters, t.view(s.Start, s.End).Text)
		if n := len(letters) - from; n > 0 {
			t.sentences = append(t.sentences, sentence{s.Start, s.End, sum(letters[from:]), n, s.Paragraph, s.Heading})
		}
	}
	t.size = len(letters)
	t.prints = winnow(letters)
	return t
}

// compared lists the furniture that a comparison leaves out. An abstract is
// furniture of its own kind: where the reader kept it among the sentences, it
// is compared.
func compared(doc *entente.Document) []entente.Furniture {
	return slices.DeleteFunc(slices.Clone(doc.Furniture), func(f entente.Furniture) bool { return f.Type == "abstract" })
}

// view folds a range of the document, without furniture.
func (t *text) view(start, end int) fold.View {
	k, _ := slices.BinarySearchFunc(t.skip, start, func(f entente.Furniture, at int) int { return cmp.Compare(f.End, at+1) })
	return fold.Of(t.doc.Runes(), start, end, t.skip[k:])
}

// appendLetters adds the letters and digits of folded text: what two prints of
// one sentence have in common whatever their quotation marks and spaces.
func appendLetters(to, text []rune) []rune {
	for _, r := range text {
		if letter(r) {
			to = append(to, unicode.ToLower(r))
		}
	}
	return to
}

func letter(r rune) bool {
	return r >= 0x3400 && r <= 0x9FFF || unicode.IsLetter(r) || unicode.IsDigit(r)
}

// sum hashes letters.
func sum(letters []rune) uint64 {
	h := uint64(len(letters))
	for _, r := range letters {
		h = mix(h ^ uint64(r))
	}
	return h
}

// span is a sentence as a place in its document.
func (t *text) span(i int) entente.Span {
	return t.doc.Span(t.sentences[i].start, t.sentences[i].end)
}
