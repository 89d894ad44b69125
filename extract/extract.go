// Package extract reads what documents say: figures, events, positions, claims
// of cause and effect, institutions. A rule works on one sentence at a time, in
// its folded form, and knows the passage around it (who was spoken of, which
// year it is). Every statement names the rule that found it and quotes the
// original text.
package extract

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/fold"
	"github.com/ententelab/entente/lexicon"
)

// Version changes when the same document may give other statements.
const Version = "13"

// An Extraction is what a document says.
type Extraction struct {
	Statements []entente.Statement // in the order of the text
	Peripheral bool                // see Peripheral
}

// Statements returns what doc says, in the order of the text.
func Statements(doc *entente.Document, lex *lexicon.Lexicon) []entente.Statement {
	return extraction(doc, lex, unguarded).Statements
}

func unguarded(_ *sentence, read func()) { read() }

// Checked reads texts of anybody's: where a rule fails on a sentence, which is a fault of
// the program, the others are read all the same, and the error names the place.
func Checked(doc *entente.Document, lex *lexicon.Lexicon) (Extraction, error) {
	var bad []error
	out := extraction(doc, lex, guarded(doc, &bad, func(*sentence) {}))
	return out, errors.Join(bad...)
}

// guarded reads a piece of a document and puts down what fails on it; before is
// called first.
func guarded(doc *entente.Document, bad *[]error, before func(*sentence)) func(*sentence, func()) {
	return func(s *sentence, read func()) {
		defer func() {
			if fault := recover(); fault != nil {
				*bad = append(*bad, failed(doc, s, fault))
			}
		}()
		before(s)
		read()
	}
}

// failed is the error of a rule that failed on a sentence, or on the document if s
// is nil.
func failed(doc *entente.Document, s *sentence, fault any) error {
	if s == nil {
		return fmt.Errorf("%s: a rule failed on the document as a whole (%v); what it would have said is missing", doc.Name, fault)
	}
	return fmt.Errorf("%s: a rule failed on the sentence at character %d (%v); what it would have said is missing", doc.Name, s.Start, fault)
}

// extraction reads a document piece by piece, each by way of guard.
func extraction(doc *entente.Document, lex *lexicon.Lexicon, guard func(s *sentence, read func())) Extraction {
	out := Extraction{Peripheral: !lex.OwnConcepts()}
	for from, more := 0, true; more; {
		to := partEnd(doc.Sentences, from)
		guard(nil, func() {
			p := newPart(doc, lex, from, to)
			out.Peripheral = out.Peripheral && !p.onAlliance()
			out.Statements = append(out.Statements, p.statements(guard)...)
		})
		from, more = to, to < len(doc.Sentences)
	}
	guard(nil, func() { out.Statements = append(out.Statements, notes(doc)...) })
	slices.SortStableFunc(out.Statements, func(a, b entente.Statement) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	return out
}

// partEnd is where the part of a document ends that is read together from a sentence on.
// That is the whole document, unless it is longer than any book, such as a year of
// newspapers in one file: its parts know nothing of each other, so that it takes no more
// memory for a byte, and no more time, than a shorter one.
func partEnd(sentences []entente.Sentence, from int) int {
	const long, longest = 1 << 15, 1 << 16 // sentences; a thousand pages
	end := min(len(sentences), from+longest)
	for i := from + long; i < end; i++ {
		if sentences[i].Paragraph != sentences[i-1].Paragraph {
			return i
		}
	}
	return end
}

// statements is what a passage says, but for its notes.
func (p *passage) statements(guard func(s *sentence, read func())) []entente.Statement {
	out := make([]entente.Statement, 0, 16+2*len(p.sentences))
	rules := []func(*sentence) []entente.Statement{p.figures, p.events, p.positions}
	for i := range p.sentences {
		s := &p.sentences[i]
		for _, rule := range rules {
			guard(s, func() { out = append(out, rule(s)...) })
		}
	}
	out = append(out, p.claims(guard)...)
	guard(nil, func() { out = append(out, p.institutions()...) })
	return out
}

// A passage is a document, or a part of a very long one, prepared for the rules.
type passage struct {
	doc       *entente.Document
	first     bool // it begins the document
	length    int  // in characters
	lex       *lexicon.Lexicon
	sentences []sentence
	calendar  *calendar                    // made on first use
	spending  map[string][]entente.ActorID // of whom a state last asked a share of its product
	lastShare int                          // the last sentence that gave a share of a product

	answerers    []entente.ActorID // who was asked in the poll told last
	lastTariff   int               // the last sentence that gave a tariff
	lastMoney    string            // the currency of the last sum
	lastMoneyAt  int               // its sentence
	lastFigure   int               // the last sentence with a figure whose holder is known
	lastReading  *reading          // the last figure
	sharesGiven  map[float64]bool  // shares of a product that the document gives, made on first use
	figuresKnown map[string]*knownFigure
	states       map[string]int // how often each state is named, counted on first use
	alliance     *bool          // see onAlliance
	around       struct {       // what the paragraph asked for last names
		paragraph int
		states    map[string]bool
	}

	roles     [][]role            // who each clause of each sentence is about
	mains     [][]entente.ActorID // who each sentence is about in the end
	party     []entente.ActorID   // the states that issue the document, or speak in it
	we        []entente.ActorID   // who "we" is; nil if the author
	answers   bool                // a ministry answers the press
	quoting   voice               // who was quoted last
	surnames  []surname           // the people named so far
	glosses   []glossed           // those whose names were explained
	strangers []entente.ActorID   // people whom the lexicon does not know
	foreign   string              // the state last named, but for the United States
}

// A sentence is one sentence or heading as the rules see it. Offsets of
// clauses and mentions count runes of view.Text.
type sentence struct {
	entente.Sentence
	index   int // in passage.sentences
	view    fold.View
	names   []lexicon.Mention // in order; longer before shorter at one start
	clauses []clause
	actors  []mention    // the names among names that act, as findSubjects reads them
	whole   entente.Span // its place and words, see quote
}

// A clause is a part of a sentence between commas, semicolons or colons that
// stand outside brackets; its closing mark is not part of it.
type clause struct {
	start, end int
	mark       rune // what closes it: , ; : 。 or 0
}

// newPassage prepares a document that is read in one part.
func newPassage(doc *entente.Document, lex *lexicon.Lexicon) *passage {
	return newPart(doc, lex, 0, len(doc.Sentences))
}

// newPart prepares the sentences of a document from one to another.
func newPart(doc *entente.Document, lex *lexicon.Lexicon, from, to int) *passage {
	p := &passage{doc: doc, lex: lex, sentences: make([]sentence, to-from), first: from == 0, length: len(doc.Runes())}
	if whole := len(doc.Sentences); to-from < whole {
		p.length = int(int64(p.length) * int64(to-from) / int64(whole))
	}
	for i, ds := range doc.Sentences[from:to] {
		s := &p.sentences[i]
		s.Sentence, s.index = ds, i
		s.view = fold.Of(doc.Runes(), ds.Start, ds.End, furnitureIn(doc.Furniture, ds))
		s.clauses = clauses(s.view.Text)
		s.names = lex.Find(s.view.Text)
		s.clauses = outsideNames(s.clauses, s.names)
	}
	p.findSubjects()
	return p
}

// furnitureIn returns the furniture that may overlap a sentence. doc.Furniture
// is sorted by place.
func furnitureIn(f []entente.Furniture, s entente.Sentence) []entente.Furniture {
	lo, _ := slices.BinarySearchFunc(f, s.Start, func(f entente.Furniture, at int) int { return cmp.Compare(f.End, at+1) })
	hi := lo
	for hi < len(f) && f[hi].Start < s.End {
		hi++
	}
	return f[lo:hi]
}

// itemMark reports whether r opens an item of a list within a sentence, as in Korean reports.
func itemMark(r rune) bool { return slices.Contains(itemMarks, r) }

var itemMarks = []rune("▲△▷▶■●◆")

// clauses cuts a folded sentence at its commas, semicolons and colons, and at the marks of a list.
func clauses(text []rune) []clause {
	var out []clause
	depth, start := 0, 0
	for i, r := range text {
		switch r {
		case '(', '《', '〈':
			depth++
		case ')', '》', '〉':
			depth = max(0, depth-1)
		case ',', ';', ':', '。', '.', '!', '?':
			if depth > 0 || !breaks(text, i) {
				continue
			}
			if i > start {
				out = append(out, clause{start, i, r})
			}
			start = i + 1
		default:
			if !itemMark(r) {
				continue
			}
			if i > start {
				out = append(out, clause{start, i, ','})
			}
			start = i + 1
		}
	}
	if start < len(text) {
		out = append(out, clause{start, len(text), 0})
	}
	return out
}

// outsideNames joins the clauses whose mark stands inside a name: the Ministry of
// Economy, Trade and Industry.
func outsideNames(list []clause, names []lexicon.Mention) []clause {
	out, k := list[:0], 0
	for i, c := range list {
		for k < len(names) && names[k].End <= c.start {
			k++
		}
		if i > 0 && k < len(names) && names[k].Start < c.start-1 && names[k].End > c.start {
			out[len(out)-1].end, out[len(out)-1].mark = c.end, c.mark
			continue
		}
		out = append(out, c)
	}
	return out
}

// breaks reports whether the mark at i ends a clause: not the comma of 1,000,
// the point of 3.5 or U.S., the colon of 10:30.
func breaks(text []rune, i int) bool {
	if i+1 >= len(text) {
		return true
	}
	switch text[i] {
	case ',', ':':
		return !(i > 0 && digit(text[i-1]) && digit(text[i+1]))
	case '.':
		if i+2 < len(text) && text[i+2] >= 'a' && text[i+2] <= 'z' {
			return false // Marcos Jr. to
		}
		return text[i+1] == ' ' && !(i > 0 && text[i-1] >= 'A' && text[i-1] <= 'Z') && !shortened(text, i)
	}
	return true
}

func digit(r rune) bool { return r >= '0' && r <= '9' }

// statement returns a statement of a kind whose quote is the whole sentence
// and whose mention is view.Text[i:j].
func (p *passage) statement(s *sentence, kind entente.Kind, rule entente.RuleID, i, j int) entente.Statement {
	st := entente.Statement{
		Kind:    kind,
		DocName: p.doc.Name,
		Span:    p.quote(s),
		Mention: p.span(s, i, j),
		Rule:    rule,
	}
	if s.Paragraph >= 0 && s.Paragraph < len(p.doc.Paragraphs) {
		para := p.doc.Paragraphs[s.Paragraph]
		st.Paragraph = para.Number
		if para.Section >= 0 {
			st.Section = p.doc.Sections[para.Section].Number
		}
	}
	return st
}

// quote is the place of the whole sentence; its text is made once.
func (p *passage) quote(s *sentence) entente.Span {
	if s.whole.Quote == "" {
		s.whole = p.doc.Span(s.Start, s.End)
	}
	return s.whole
}

// span returns the original place of view.Text[i:j] of a sentence.
func (p *passage) span(s *sentence, i, j int) entente.Span {
	start, end := s.view.Span(i, j)
	return p.doc.Span(start, end)
}
