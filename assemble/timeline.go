package assemble

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// A Happening is one dated event with all the statements that report it.
type Happening struct {
	Date       string                `json:"date"`
	DateEnd    string                `json:"date_end,omitempty"`
	Actors     []entente.ActorID     `json:"actors"`
	Action     string                `json:"action"`
	Realis     string                `json:"realis"`
	Quote      string                `json:"quote"`
	Doc        string                `json:"doc"`
	Section    string                `json:"section,omitempty"`
	Paragraph  int                   `json:"paragraph,omitempty"`
	Works      int                   `json:"works"`
	Statements []entente.StatementID `json:"statements"`

	works []entente.WorkID
}

// Timeline joins the events of a corpus: the same day (or month), action and
// states are one happening, however many works report it.
func Timeline(c Corpus) []Happening {
	witness, workOf := c.witnesses()
	out := []Happening{}
	index := map[string]int{}
	for _, first := range []bool{true, false} {
		for i := range c.Statements {
			st := &c.Statements[i]
			if st.Kind != entente.KindEvent || st.Event.Date == "" || witness[st.Doc] != first {
				continue
			}
			key := strings.Join([]string{st.Event.Date, st.Event.Action, states(st.Event.Actors)}, "|")
			at, known := index[key]
			if !known {
				if !first {
					continue
				}
				at = len(out)
				index[key] = at
				out = append(out, happening(st))
			}
			out[at].report(st, workOf)
		}
	}
	slices.SortStableFunc(out, func(a, b Happening) int { return cmp.Compare(a.Date, b.Date) })
	return out
}

func happening(st *entente.Statement) Happening {
	e := st.Event
	return Happening{Date: e.Date, DateEnd: e.DateEnd, Actors: e.Actors, Action: e.Action, Realis: e.Realis,
		Quote: st.Quote, Doc: st.DocName, Section: st.Section, Paragraph: st.Paragraph}
}

func (h *Happening) report(st *entente.Statement, workOf map[entente.DocID]*entente.Work) {
	h.Statements = append(h.Statements, st.ID)
	work := entente.WorkID("W" + st.Doc.Short())
	if w := workOf[st.Doc]; w != nil {
		work = w.ID
	}
	if !slices.Contains(h.works, work) {
		h.works = append(h.works, work)
	}
	h.Works = len(h.works)
}
