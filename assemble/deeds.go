package assemble

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/ententelab/entente"
)

// A Promise is what somebody committed to do, with what is reported of its
// being done.
type Promise struct {
	Entry
	Outcome string `json:"outcome"` // reached, below, acted, silent
	Deeds   []Deed `json:"deeds"`   // by date
}

// The outcomes of a promise. That the documents are silent does not say that
// nothing was done.
const (
	Reached = "reached" // an amount at least as high as the promised one is reported
	Below   = "below"   // only lower amounts are
	Acted   = "acted"   // something of the kind was done; there is no amount to compare
	Silent  = "silent"  // no deed is reported
)

// A Deed is what was done, or how far it went: an event, a figure of what is
// the case, or a point of a record.
type Deed struct {
	Date       string                `json:"date"`
	Kind       string                `json:"kind"` // event, figure, record
	Action     string                `json:"action,omitempty"`
	Value      *float64              `json:"value,omitempty"`
	Unit       string                `json:"unit,omitempty"`
	Quote      string                `json:"quote,omitempty"`
	Doc        string                `json:"doc,omitempty"`
	Section    string                `json:"section,omitempty"`
	Paragraph  int                   `json:"paragraph,omitempty"`
	Source     string                `json:"source,omitempty"` // of a record
	Statements []entente.StatementID `json:"statements,omitempty"`

	actors []entente.ActorID
	about  []string
}

// Subjects says what a statement is about, in words that are the same in every
// language: the IDs of concepts and institutions.
type Subjects func(*entente.Statement) []string

// A Series is a quantity over time, as a record outside the documents gives it.
type Series struct {
	Of     entente.ActorID
	Name   map[entente.Lang]string
	Unit   string
	Source string
	Points [][2]float64 // year, value; in order
}

// doings are the actions by which a promise is carried out; the others are
// words again, or meetings.
var doings = map[string]bool{"approve": true, "legislate": true, "agree": true, "deploy": true, "found": true, "exercise": true, "cooperate": true}

// Promises lays deeds beside words: of each dated commitment in a ledger, what
// the same states are later reported to have done about the same subject, and
// how the amount they promised compares with the amounts reported since.
func Promises(c Corpus, entries []Entry, about Subjects, record []Series) []Promise {
	statements := map[entente.StatementID]*entente.Statement{}
	for i := range c.Statements {
		statements[c.Statements[i].ID] = &c.Statements[i]
	}
	deeds := deedsOf(c, about)
	out := []Promise{}
	for _, e := range entries {
		st := statements[e.Statements[0]]
		if e.Stance != "commit" || e.Date == "" || st == nil || !byStates(e.Speaker) {
			continue
		}
		p := Promise{Entry: e, Deeds: []Deed{}}
		subjects := about(st)
		for i := range deeds {
			if p.meets(&deeds[i], subjects) {
				p.Deeds = append(p.Deeds, deeds[i])
			}
		}
		p.Deeds = append(p.Deeds, p.recorded(record)...)
		slices.SortStableFunc(p.Deeds, func(a, b Deed) int { return cmp.Compare(a.Date, b.Date) })
		p.settle()
		out = append(out, p)
	}
	return out
}

// byStates reports whether it is states, their people or bodies that promise.
func byStates(speakers []entente.ActorID) bool {
	return len(speakers) > 0 && !slices.ContainsFunc(speakers, func(a entente.ActorID) bool {
		s := a.State()
		return len(s) != 3 || s == "ORG"
	})
}

// deedsOf lists what a corpus reports as done or as the case, each once; what
// a copy repeats is the work's own deed.
func deedsOf(c Corpus, about Subjects) []Deed {
	witness, _ := c.witnesses()
	var out []Deed
	statement := map[entente.StatementID]*entente.Statement{}
	for i := range c.Statements {
		st := &c.Statements[i]
		statement[st.ID] = st
		if f := st.Figure; f != nil && f.Status == "actual" && f.Value != nil && f.Date != "" && amount(st) && (witness[st.Doc] || reviewed(st)) {
			out = append(out, Deed{Date: f.Date, Kind: "figure", Value: f.Value, Unit: f.Unit, Quote: st.Quote, Doc: st.DocName, Section: st.Section,
				Paragraph: st.Paragraph, Statements: []entente.StatementID{st.ID}, actors: f.Holder, about: about(st)})
		}
	}
	for _, h := range Timeline(c) {
		if h.Realis == "actual" && doings[h.Action] {
			out = append(out, Deed{Date: h.Date, Kind: "event", Action: h.Action, Quote: h.Quote, Doc: h.Doc, Section: h.Section,
				Paragraph: h.Paragraph, Statements: h.Statements, actors: h.Actors, about: about(statement[h.Statements[0]])})
		}
	}
	return out
}

// meets reports whether a deed may carry out the promise: by one of those who
// promised and nobody besides them and those they promised it to, later, of
// the same subject, and not told in the same sentence.
func (p *Promise) meets(d *Deed, subjects []string) bool {
	return p.later(d.Date) && d.Quote != p.Quote && p.comparable(d) && sharing(p.Speaker, d.actors) && among(d.actors, p.Speaker, p.Addressee) &&
		slices.ContainsFunc(d.about, func(s string) bool { return slices.Contains(subjects, s) })
}

// comparable reports whether a figure is of the promised kind; events always
// are. Only shares compare: a sum promised for five years is neither met by
// what one year cost nor by being named again.
func (p *Promise) comparable(d *Deed) bool {
	return d.Kind == "event" || p.Value != nil && d.Unit == p.Unit && (d.Unit == "%GDP" || d.Unit == "%")
}

// later compares as far as both dates go: what is dated 2025 may follow a
// promise of March 2025; what is dated the same day is the promise itself.
func (p *Promise) later(date string) bool {
	n := min(len(p.Date), len(date))
	return date[:n] > p.Date[:n] || date[:n] == p.Date[:n] && len(date) != len(p.Date)
}

func sharing(a, b []entente.ActorID) bool {
	return slices.ContainsFunc(a, func(x entente.ActorID) bool {
		return slices.ContainsFunc(b, func(y entente.ActorID) bool { return x.State() == y.State() })
	})
}

// among reports whether the states of all actors are among those of the lists.
func among(actors []entente.ActorID, lists ...[]entente.ActorID) bool {
	all := slices.Concat(lists...)
	return !slices.ContainsFunc(actors, func(a entente.ActorID) bool { return !sharing([]entente.ActorID{a}, all) })
}

// recorded are the points of a record of the promised quantity after the
// promise, in the years that it covers.
func (p *Promise) recorded(record []Series) []Deed {
	var out []Deed
	for _, s := range record {
		if p.Value == nil || s.Unit != p.Unit || !sharing(p.Speaker, []entente.ActorID{s.Of}) {
			continue
		}
		for _, point := range s.Points {
			date := strconv.Itoa(int(point[0]))
			if date <= p.Date[:4] {
				continue
			}
			out = append(out, Deed{Date: date, Kind: "record", Value: &point[1], Unit: s.Unit, Source: s.Source})
		}
	}
	return out
}

// settle sets the outcome by the highest amount reported since.
func (p *Promise) settle() {
	p.Outcome = Silent
	for _, d := range p.Deeds {
		switch {
		case d.Value == nil || p.Value == nil || d.Unit != p.Unit:
			if p.Outcome == Silent {
				p.Outcome = Acted
			}
		case *d.Value >= *p.Value:
			p.Outcome = Reached
			return
		default:
			p.Outcome = Below
		}
	}
}
