// Package paper writes a project as a paper for people who were not there: one
// self-contained page (HTML), or a Word file. Both are made from the same
// blocks; every statement in them has a numbered citation to its document,
// section and paragraph.
package paper

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/assemble"
	"github.com/ententelab/entente/report"
)

// A Subject is what a paper is about: a project, with the answers to be told.
type Subject struct {
	Name       string
	Documents  []*entente.Document
	Works      []entente.Work
	Statements []entente.Statement
	Map        entente.Map
	Loops      assemble.Loops
	Ledger     []assemble.Entry
	Promises   []assemble.Promise
	Timeline   []assemble.Happening
	Questions  []Question
	Record     []assemble.Series // actual series, to be held against what was asked
	Reviews    int               // decisions of analysts in force
	Concept    func(entente.ConceptID) map[entente.Lang]string
	Actor      func(entente.ActorID, entente.Lang) string
}

// A Question is a question put to the map, with the answers by outcome.
type Question struct {
	Raise   entente.ConceptID
	Share   float64
	From    float64
	By      float64
	Members int
	Seed    uint64
	Asked   []report.Asked // of one outcome after the other; Outcome is a concept's ID
	Whole   string         // the Voice that is the whole map
}

// A Paper is blocks in the order in which they are read, then the sources.
type Paper struct {
	Lang    entente.Lang
	Title   string
	Blocks  []Block
	Sources []string // source i has the number i+1
}

// A Block is one of the types below.
type Block any

// Heading of level 1 or 2; ID is what links in the page lead to.
type Heading struct {
	Level    int
	ID, Text string
}

// Text is a paragraph.
type Text struct{ Runs []Run }

// List is points.
type List struct{ Items [][]Run }

// Table has a row of headings. Widths are shares of the line.
type Table struct {
	Head   []string
	Widths []int
	Right  []bool
	Rows   [][][]Run
}

// Figure is a drawing, with what it shows in words. A Word file takes the
// Chart or the Diagram instead of the drawing.
type Figure struct {
	SVG, Caption string
	Chart        *Chart
	Diagram      *Diagram
}

// A Run is words in one style; Cite is the number of a source, 0 for none.
type Run struct {
	Text string
	Bold bool
	Soft bool // said by the way
	Cite int
}

// New makes the paper of a subject in Chinese or English.
func New(s Subject, lang entente.Lang) (*Paper, error) {
	if lang != entente.Chinese && lang != entente.English {
		return nil, &entente.Error{Kind: entente.Usage, Msg: fmt.Sprintf("a report is written in zh or en, not %q", lang)}
	}
	w := &writer{Subject: s, lang: lang, sentence: map[entente.StatementID]*entente.Statement{}, cited: map[string]int{}, docs: map[string]*entente.Document{}}
	for i := range s.Statements {
		w.sentence[s.Statements[i].ID] = &s.Statements[i]
	}
	for _, d := range s.Documents {
		w.docs[d.Name] = d
	}
	w.paper.Lang, w.paper.Title = lang, w.say("title", s.Name)
	w.summary()
	w.ledger()
	w.timeline()
	w.causes()
	w.disagreements()
	w.answers()
	w.method()
	return &w.paper, nil
}

// A writer fills a paper.
type writer struct {
	Subject
	lang     entente.Lang
	paper    Paper
	sentence map[entente.StatementID]*entente.Statement
	docs     map[string]*entente.Document
	cited    map[string]int // place to number
}

func (w *writer) add(b ...Block) { w.paper.Blocks = append(w.paper.Blocks, b...) }

func (w *writer) head(level int, key string, args ...any) {
	w.add(Heading{Level: level, ID: key, Text: w.say(key, args...)})
}

func (w *writer) text(key string, args ...any) { w.add(Text{plain(w.say(key, args...))}) }

func plain(s string) []Run { return []Run{{Text: s}} }

func bold(s string) []Run { return []Run{{Text: s, Bold: true}} }

// say is a phrase of the paper's language with its arguments.
func (w *writer) say(key string, args ...any) string {
	s := phrases[key][w.lang]
	if s == "" {
		return key
	}
	if len(args) == 0 {
		return s
	}
	return fmt.Sprintf(s, args...)
}

// word is a phrase if there is one, or else the key as it stands.
func (w *writer) word(kind, key string) string {
	if s := phrases[kind+"."+key][w.lang]; s != "" {
		return s
	}
	return strings.ReplaceAll(key, "_", " ")
}

// cite numbers a place; the same paragraph has the same number throughout.
func (w *writer) cite(doc, section string, paragraph int) Run {
	place := report.Place(doc, section, paragraph)
	n := w.cited[place]
	if n == 0 {
		w.paper.Sources = append(w.paper.Sources, w.source(doc, section, paragraph))
		n = len(w.paper.Sources)
		w.cited[place] = n
	}
	return Run{Cite: n}
}

func (w *writer) citeStatement(s *entente.Statement) Run {
	return w.cite(s.DocName, s.Section, s.Paragraph)
}

// source writes author, title, date, section, paragraph and file.
func (w *writer) source(doc, section string, paragraph int) string {
	var parts []string
	if d := w.docs[doc]; d != nil {
		if len(d.Authors) > 0 {
			parts = append(parts, strings.Join(d.Authors, w.say("and")))
		}
		if d.Title != "" {
			parts = append(parts, w.say("quoted", strings.Join(strings.Fields(d.Title), " ")))
		}
		if d.Date != "" {
			parts = append(parts, d.Date)
		}
	}
	if section != "" {
		parts = append(parts, w.say("section", section))
	}
	if paragraph > 0 {
		parts = append(parts, w.say("paragraph", paragraph))
	}
	return strings.Join(append(parts, doc), w.say("comma"))
}

// quote is a sentence in its own language with its citation.
func (w *writer) quote(s *entente.Statement) []Run {
	return []Run{{Text: "“" + cut(s.Quote, 180) + "”"}, w.citeStatement(s)}
}

// cut shortens a text to n columns, without the marks of Markdown; Chinese
// characters count two.
func cut(s string, n int) string {
	s = strings.Join(strings.Fields(strings.NewReplacer("**", "", "# ", "").Replace(s)), " ")
	s = strings.TrimPrefix(s, "- ")
	width := 0
	for i, r := range s {
		if width++; r >= 0x1100 {
			width++
		}
		if width > n {
			return strings.TrimRight(s[:i], " ") + "…"
		}
	}
	return s
}

// concept names a concept in the paper's language.
func (w *writer) concept(id entente.ConceptID) string {
	return cmp.Or(w.Concept(id)[w.lang], strings.ReplaceAll(string(id), "_", " "))
}

func (w *writer) actors(list []entente.ActorID) string {
	var out []string
	for _, a := range list {
		out = append(out, cmp.Or(w.Actor(a, w.lang), report.Names([]entente.ActorID{a})))
	}
	return strings.Join(out, w.say("and"))
}
