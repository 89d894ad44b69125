package http

import (
	"reflect"
	"sort"

	"github.com/ententelab/entente"
)

// A quoted statement is evidence: with the ID of its document, so that a page
// can open it, the printed page it stands on, and in a translation the
// statement of the original that it translates.
type quoted struct {
	Document  entente.DocID     `json:"document"`
	Statement entente.Statement `json:"statement"`
	Page      *printed          `json:"page,omitempty"`
	Pair      *pairBody         `json:"pair,omitempty"`
}

// A printed place counts pages from 1, and lines of the page from 1.
type printed struct {
	Page     int `json:"page"`
	LastPage int `json:"last_page"`
	Line     int `json:"line"`
	LastLine int `json:"last_line"`
}

type pairBody struct {
	Document  entente.DocID     `json:"document"`
	Statement entente.Statement `json:"statement"`
	Page      *printed          `json:"page,omitempty"`
	Differs   []string          `json:"differs"` // slots that the two give differently
}

func (s *Server) quote(st *entente.Statement) quoted {
	out := quoted{Document: st.Doc, Statement: *st, Page: printedAt(s.doc(st.Doc), st.Start, st.End)}
	if st.Pair == "" {
		return out
	}
	if o := s.statement(st.Pair); o != nil {
		out.Pair = &pairBody{o.Doc, *o, printedAt(s.doc(o.Doc), o.Start, o.End), differing(o, st)}
	}
	return out
}

func (s *Server) doc(id entente.DocID) *entente.Document {
	for _, d := range s.Project.Documents {
		if d.ID == id {
			return d
		}
	}
	return nil
}

// printedAt is where a stretch of text stands in print; nil if the document
// has no pages.
func printedAt(d *entente.Document, start, end int) *printed {
	if d == nil || len(d.Pages) == 0 {
		return nil
	}
	first, last := pageOf(d, start), pageOf(d, max(start, end-1))
	return &printed{Page: first + 1, LastPage: last + 1, Line: lineOf(d.Pages[first], start), LastLine: lineOf(d.Pages[last], max(start, end-1))}
}

func pageOf(d *entente.Document, at int) int {
	i := sort.Search(len(d.Pages), func(i int) bool { return d.Pages[i].Start > at })
	return max(i-1, 0)
}

// lineOf counts the printed lines from the head of the page; 0 if none is known.
func lineOf(p entente.Page, at int) int {
	return sort.Search(len(p.Lines), func(i int) bool { return p.Lines[i].Start > at })
}

// differing names the slots in which a statement and its translation differ.
// Words in the document's own language are not compared: they always differ.
func differing(a, b *entente.Statement) []string {
	out := []string{}
	slot := func(name string, x, y any) {
		if !reflect.DeepEqual(x, y) {
			out = append(out, name)
		}
	}
	switch {
	case a.Kind != b.Kind:
	case a.Figure != nil:
		slot("value", a.Figure.Value, b.Figure.Value)
		slot("unit", a.Figure.Unit, b.Figure.Unit)
		slot("status", a.Figure.Status, b.Figure.Status)
		slot("holder", setOf(a.Figure.Holder), setOf(b.Figure.Holder))
		slot("date", a.Figure.Date, b.Figure.Date)
	case a.Event != nil:
		slot("date", a.Event.Date, b.Event.Date)
		slot("action", a.Event.Action, b.Event.Action)
		slot("actors", setOf(a.Event.Actors), setOf(b.Event.Actors))
	case a.Position != nil:
		slot("speaker", setOf(a.Position.Speaker), setOf(b.Position.Speaker))
		slot("stance", a.Position.Stance, b.Position.Stance)
		slot("addressee", setOf(a.Position.Addressee), setOf(b.Position.Addressee))
	case a.Claim != nil:
		slot("cause_concept", a.Claim.CauseConcept, b.Claim.CauseConcept)
		slot("effect_concept", a.Claim.EffectConcept, b.Claim.EffectConcept)
		slot("polarity", a.Claim.Polarity, b.Claim.Polarity)
		slot("modality", a.Claim.Modality, b.Claim.Modality)
	}
	return out
}

// setOf is actors as a set, their order being the language's.
func setOf(list []entente.ActorID) map[entente.ActorID]bool {
	out := map[entente.ActorID]bool{}
	for _, a := range list {
		out[a] = true
	}
	return out
}
