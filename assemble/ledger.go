package assemble

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/ententelab/entente"
)

// An Entry of the ledger is one thing asked, promised, refused or delivered,
// with all the statements that report it.
type Entry struct {
	Date       string                `json:"date,omitempty"`
	Speaker    []entente.ActorID     `json:"speaker"`
	Stance     string                `json:"stance"`
	Addressee  []entente.ActorID     `json:"addressee"`
	Topic      string                `json:"topic,omitempty"`
	Value      *float64              `json:"value,omitempty"`
	Unit       string                `json:"unit,omitempty"`
	Quote      string                `json:"quote"`
	Doc        string                `json:"doc"`
	Section    string                `json:"section,omitempty"`
	Paragraph  int                   `json:"paragraph,omitempty"`
	Works      int                   `json:"works"` // independent works that report it
	Statements []entente.StatementID `json:"statements"`

	works []entente.WorkID
}

// Ledger lists positions with the amounts that stand in them, and demanded or
// planned figures that no position carries, by date. Mentions of the same
// demand (same states, stance, amount, and month) are one entry with all its
// statements; the copies of a work never make a second entry.
func Ledger(c Corpus) []Entry {
	witness, workOf := c.witnesses()
	b := ledger{workOf: workOf, index: map[string]int{}}
	figures := figuresBySentence(c.Statements)
	for _, first := range []bool{true, false} { // witnesses first: their entries lead
		for i := range c.Statements {
			st := &c.Statements[i]
			if witness[st.Doc] != first {
				continue
			}
			if st.Kind == entente.KindPosition {
				b.add(position(st, figures), st, first)
			}
		}
		for i := range c.Statements {
			st := &c.Statements[i]
			if witness[st.Doc] == first && st.Kind == entente.KindFigure && !figures[place(st)].taken[st.ID] {
				if e, ok := figureEntry(st); ok {
					b.add(e, st, first)
				}
			}
		}
	}
	for i := range b.entries {
		b.entries[i].Works = len(b.entries[i].works)
	}
	slices.SortStableFunc(b.entries, func(x, y Entry) int {
		return cmp.Or(cmp.Compare(orLast(x.Date), orLast(y.Date)), cmp.Compare(x.Doc, y.Doc))
	})
	return b.entries
}

// orLast sorts undated entries behind dated ones.
func orLast(date string) string { return cmp.Or(date, "9999") }

type ledger struct {
	entries []Entry
	index   map[string]int // key of an entry to its place
	workOf  map[entente.DocID]*entente.Work
}

// add joins e to the entry with its key, or starts one. A copy's statement
// that has no entry of its work is left out: its work has already spoken.
func (b *ledger) add(e Entry, st *entente.Statement, witness bool) {
	work := entente.WorkID("W" + st.Doc.Short())
	if w := b.workOf[st.Doc]; w != nil {
		work = w.ID
	}
	key := e.key()
	if key == "" {
		key = string(st.ID)
	}
	i, known := b.index[key]
	if !known {
		if !witness {
			return
		}
		i = len(b.entries)
		b.index[key] = i
		b.entries = append(b.entries, e)
	}
	entry := &b.entries[i]
	entry.Statements = append(entry.Statements, st.ID)
	if !slices.Contains(entry.works, work) {
		entry.works = append(entry.works, work)
	}
}

// key identifies what is said: who to whom, stance, amount and month. Without
// an amount or a date nothing tells two mentions apart, and key is "".
func (e *Entry) key() string {
	if e.Value == nil || e.Date == "" {
		return ""
	}
	return strings.Join([]string{states(e.Speaker), e.Stance, states(e.Addressee), e.Amount(), e.Date[:min(7, len(e.Date))]}, "|")
}

func states(actors []entente.ActorID) string {
	var out []string
	for _, a := range actors {
		if s := a.State(); !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	slices.Sort(out)
	return strings.Join(out, "+")
}

// position makes a ledger entry of a position, with the amount it is about.
func position(st *entente.Statement, figures map[where]*sentenceFigures) Entry {
	p := st.Position
	e := entry(st)
	e.Date, e.Speaker, e.Stance, e.Addressee, e.Topic = p.Date, p.Speaker, p.Stance, p.Addressee, p.Topic
	here := figures[place(st)]
	if here == nil {
		return e
	}
	if f := here.amountOf(st); f != nil {
		e.Value, e.Unit = f.Figure.Value, f.Figure.Unit
		e.Date = cmp.Or(e.Date, f.Figure.Date)
		here.taken[f.ID] = true
	}
	return e
}

// amountOf returns the figure a position is about: of the amounts inside its
// mention one that has the position's status ("now 2, to be raised to 3"), then
// shares and money before counts, then the first; or else the first amount of
// the sentence behind the position that is free and has that status; what is
// only reported as the case comes last.
func (s *sentenceFigures) amountOf(st *entente.Statement) *entente.Statement {
	var best *entente.Statement
	rank := 0
	for _, f := range s.list {
		if !amount(f) || s.taken[f.ID] {
			continue
		}
		fits := stanceOf[f.Figure.Status] == st.Position.Stance
		inside := !st.Mention.Empty() && f.Mention.Start < st.Mention.End && st.Mention.Start < f.Mention.End
		now := 0
		switch {
		case inside && !fits && f.Figure.Status == "actual":
			now = 1
		case inside && fits && f.Figure.Unit != "count":
			now = 5
		case inside && f.Figure.Unit != "count":
			now = 4
		case inside:
			now = 3
		case f.Mention.Start >= st.Mention.End && fits:
			now = 2
		}
		if now > rank {
			best, rank = f, now
		}
	}
	return best
}

// stanceOf is the stance of a figure's status.
var stanceOf = map[string]string{"demanded": "demand", "planned": "commit"}

// amount reports whether a figure is an amount that can be asked or promised:
// not a length of time, a rank or a mere numbering.
func amount(f *entente.Statement) bool {
	switch f.Figure.Unit {
	case "year", "rank", "ordinal", "majority":
		return false
	}
	return f.Figure.Class == "substantive"
}

// figureEntry makes an entry of a demanded or planned figure.
func figureEntry(st *entente.Statement) (Entry, bool) {
	f := st.Figure
	stance := stanceOf[f.Status]
	if stance == "" || !amount(st) {
		return Entry{}, false
	}
	e := entry(st)
	e.Date, e.Stance, e.Topic, e.Value, e.Unit = f.Date, stance, f.Measure, f.Value, f.Unit
	if stance == "demand" {
		e.Speaker, e.Addressee = f.Source, f.Holder
	} else {
		e.Speaker = f.Holder
	}
	return e, len(e.Speaker) > 0
}

func entry(st *entente.Statement) Entry {
	return Entry{Quote: st.Quote, Doc: st.DocName, Section: st.Section, Paragraph: st.Paragraph}
}

// where is a sentence of a document.
type where struct {
	doc   entente.DocID
	start int
}

func place(st *entente.Statement) where { return where{st.Doc, st.Start} }

type sentenceFigures struct {
	list  []*entente.Statement
	taken map[entente.StatementID]bool // shown with a position
}

func figuresBySentence(sts []entente.Statement) map[where]*sentenceFigures {
	m := map[where]*sentenceFigures{}
	for i := range sts {
		st := &sts[i]
		if st.Kind != entente.KindFigure {
			continue
		}
		if m[place(st)] == nil {
			m[place(st)] = &sentenceFigures{taken: map[entente.StatementID]bool{}}
		}
		m[place(st)].list = append(m[place(st)].list, st)
	}
	return m
}

// Amount is the entry's value with its unit as people read it: "3.5 %GDP".
func (e *Entry) Amount() string {
	if e.Value == nil {
		return ""
	}
	return FormatAmount(*e.Value, e.Unit)
}

// FormatAmount writes a value with its unit as people read it.
func FormatAmount(v float64, unit string) string {
	num := strconv.FormatFloat(v, 'f', -1, 64)
	for _, scale := range []struct {
		from float64
		word string
	}{{1e12, "trillion"}, {1e9, "billion"}, {1e6, "million"}} {
		if abs := max(v, -v); abs >= scale.from {
			num = strconv.FormatFloat(v/scale.from, 'g', 6, 64) + " " + scale.word
			break
		}
	}
	switch unit {
	case "%":
		return num + " %"
	case "%GDP":
		return num + " %GDP"
	case "count", "":
		return num
	}
	return num + " " + unit
}
