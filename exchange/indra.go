package exchange

import (
	"encoding/json"
	"io"

	"github.com/ententelab/entente"
)

// The JSON of INDRA's Influence statements, as far as it is used here. What
// INDRA has no field for stands in the annotations of the evidence.
type influence struct {
	Type     string     `json:"type"` // Influence
	ID       string     `json:"id"`
	Subj     event      `json:"subj"`
	Obj      event      `json:"obj"`
	Belief   float64    `json:"belief"`
	Evidence []evidence `json:"evidence"`
}

type event struct {
	Type    string  `json:"type"` // Event
	Concept concept `json:"concept"`
	Delta   delta   `json:"delta"`
}

type concept struct {
	Type   string            `json:"type"` // Concept
	Name   string            `json:"name"`
	DBRefs map[string]string `json:"db_refs"`
}

type delta struct {
	Type       string   `json:"type"` // QualitativeDelta
	Polarity   int      `json:"polarity"`
	Adjectives []string `json:"adjectives"`
}

type evidence struct {
	SourceAPI   string      `json:"source_api"`
	SourceID    string      `json:"source_id"`
	Text        string      `json:"text"`
	Annotations annotations `json:"annotations"`
	Epistemics  epistemics  `json:"epistemics"`
}

type annotations struct {
	Doc       string           `json:"doc,omitempty"`
	Section   string           `json:"section,omitempty"`
	Paragraph int              `json:"paragraph,omitempty"`
	Stance    string           `json:"stance"`
	Works     []entente.WorkID `json:"works,omitempty"`
	Authors   []string         `json:"authors,omitempty"`
	Delay     string           `json:"delay,omitempty"`
}

type epistemics struct {
	Negated bool `json:"negated,omitempty"`
}

const grounding = "ENTENTE"

// WriteINDRA writes a list of Influence statements: the cause rises, and the
// effect rises or falls with the link's sign. Claims without a link come as
// one statement of type Unresolved, which INDRA passes over.
func WriteINDRA(w io.Writer, m entente.Map, sentence Lookup) error {
	out := []influence{}
	for _, l := range m.Links {
		x := influence{Type: "Influence", ID: string(l.ID), Subj: rising(l.Cause, entente.Plus, ""), Obj: rising(l.Effect, l.Sign, l.Strength), Belief: l.Belief}
		for _, id := range l.Statements {
			x.Evidence = append(x.Evidence, evidenceOf(id, forLink, l, sentence))
		}
		for _, id := range l.Denials {
			x.Evidence = append(x.Evidence, evidenceOf(id, againstLink, l, sentence))
		}
		out = append(out, x)
	}
	if len(m.Ungrounded) > 0 {
		x := influence{Type: "Unresolved", ID: "ungrounded"}
		for _, id := range m.Ungrounded {
			x.Evidence = append(x.Evidence, evidenceOf(id, noLink, entente.Link{}, sentence))
		}
		out = append(out, x)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(out)
}

func rising(c entente.ConceptID, sign entente.Sign, strength string) event {
	d := delta{Type: "QualitativeDelta", Polarity: int(sign), Adjectives: []string{}}
	if strength != "" {
		d.Adjectives = append(d.Adjectives, strength)
	}
	return event{Type: "Event", Concept: concept{Type: "Concept", Name: string(c), DBRefs: map[string]string{grounding: string(c)}}, Delta: d}
}

func evidenceOf(id entente.StatementID, stance string, l entente.Link, sentence Lookup) evidence {
	e := evidence{SourceAPI: "entente", SourceID: string(id), Annotations: annotations{Stance: stance, Works: l.Works, Authors: l.Authors, Delay: l.Delay},
		Epistemics: epistemics{Negated: stance == againstLink}}
	if s := sentence(id); s != nil {
		e.Text, e.Annotations.Doc, e.Annotations.Section, e.Annotations.Paragraph = s.Quote, s.DocName, s.Section, s.Paragraph
	}
	return e
}

// ReadINDRA reads Influence statements, ours or INDRA's own: a concept is our
// grounding where there is one, and its name elsewhere.
func ReadINDRA(file string, r io.Reader) (entente.Map, error) {
	var in []influence
	if err := json.NewDecoder(r).Decode(&in); err != nil {
		return entente.Map{}, damaged(file, 0, "is not a list of INDRA statements: %v", err)
	}
	var links []entente.Link
	var ungrounded []entente.StatementID
	for _, x := range in {
		l := entente.Link{Cause: idOf(x.Subj.Concept), Effect: idOf(x.Obj.Concept), Belief: x.Belief, Sign: entente.Plus}
		if x.Subj.Delta.Polarity*x.Obj.Delta.Polarity < 0 {
			l.Sign = entente.Minus
		}
		if len(x.Obj.Delta.Adjectives) > 0 {
			l.Strength = x.Obj.Delta.Adjectives[0]
		}
		l.ID = entente.NewLinkID(l.Cause, l.Effect, l.Sign)
		for _, e := range x.Evidence {
			id := entente.StatementID(e.SourceID)
			switch {
			case e.Annotations.Stance == noLink:
				ungrounded = append(ungrounded, id)
			case e.Epistemics.Negated:
				l.Denials = append(l.Denials, id)
			default:
				l.Statements = append(l.Statements, id)
			}
			l.Works, l.Authors, l.Delay = e.Annotations.Works, e.Annotations.Authors, e.Annotations.Delay
		}
		if x.Type == "Influence" {
			links = append(links, l)
		}
	}
	return complete(links, ungrounded), nil
}

func idOf(c concept) entente.ConceptID {
	if id := c.DBRefs[grounding]; id != "" {
		return entente.ConceptID(id)
	}
	return entente.ConceptID(c.Name)
}
