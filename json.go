package entente

import (
	"bytes"
	"encoding/json"
)

// MarshalJSON writes a statement in the flat shape of one JSON line: doc, kind,
// start, end, quote, id, rule, then the fields of its kind.
func (s Statement) MarshalJSON() ([]byte, error) {
	head := struct {
		Doc       string      `json:"doc"`
		Kind      Kind        `json:"kind"`
		ID        StatementID `json:"id"`
		Start     int         `json:"start"`
		End       int         `json:"end"`
		Quote     string      `json:"quote"`
		Rule      RuleID      `json:"rule"`
		Section   string      `json:"section,omitempty"`
		Paragraph int         `json:"paragraph,omitempty"`
		Mention   string      `json:"mention,omitempty"`
		MStart    *int        `json:"mention_start,omitempty"`
		MEnd      *int        `json:"mention_end,omitempty"`
	}{s.DocName, s.Kind, s.ID, s.Start, s.End, s.Quote, s.Rule, s.Section, s.Paragraph, s.Mention.Quote, nil, nil}
	if !s.Mention.Empty() {
		head.MStart, head.MEnd = &s.Mention.Start, &s.Mention.End
	}
	return joinObjects(head, s.body())
}

// body is the part of a statement that its kind brings, in JSON's shape.
func (s Statement) body() any {
	switch s.Kind {
	case KindFigure:
		return s.Figure
	case KindEvent:
		return s.Event
	case KindPosition:
		return s.Position
	case KindClaim:
		return s.Claim
	case KindInstitution:
		return s.Institution
	case KindNote:
		return noteBody{s.Note.Marker, s.Note.Anchor, s.Note.Text, s.Note.TextStart, s.Note.TextEnd, s.Note.Cited}
	}
	return struct{}{}
}

type noteBody struct {
	Marker    string      `json:"marker"`
	Anchor    int         `json:"anchor"`
	Text      string      `json:"text"`
	TextStart int         `json:"text_start"`
	TextEnd   int         `json:"text_end"`
	Cited     []CitedWork `json:"cited_work"`
}

// MarshalJSON writes the spans of cause and effect beside their quotes; an
// elided cause is null.
func (c Claim) MarshalJSON() ([]byte, error) {
	quote := func(s Span) (*string, *int, *int) {
		if s.Empty() {
			return nil, nil, nil
		}
		return &s.Quote, &s.Start, &s.End
	}
	concept := func(id ConceptID) *ConceptID {
		if id == "" {
			return nil
		}
		return &id
	}
	var out struct {
		Cause         *string    `json:"cause"`
		CauseStart    *int       `json:"cause_start"`
		CauseEnd      *int       `json:"cause_end"`
		Effect        *string    `json:"effect"`
		EffectStart   *int       `json:"effect_start"`
		EffectEnd     *int       `json:"effect_end"`
		CauseConcept  *ConceptID `json:"cause_concept"`
		EffectConcept *ConceptID `json:"effect_concept"`
		Polarity      string     `json:"polarity"`
		Modality      string     `json:"modality"`
		Relation      string     `json:"relation,omitempty"`
		Connective    string     `json:"connective,omitempty"`
		Hedged        bool       `json:"hedged,omitempty"`
		Strength      string     `json:"strength,omitempty"`
		Delay         string     `json:"delay,omitempty"`
		Source        []ActorID  `json:"source,omitempty"`
	}
	out.Cause, out.CauseStart, out.CauseEnd = quote(c.Cause)
	out.Effect, out.EffectStart, out.EffectEnd = quote(c.Effect)
	out.CauseConcept, out.EffectConcept = concept(c.CauseConcept), concept(c.EffectConcept)
	out.Polarity, out.Modality, out.Relation, out.Connective = c.Polarity.String(), c.Modality, c.Relation, c.Connective
	out.Hedged, out.Strength, out.Delay, out.Source = c.Hedged, c.Strength, c.Delay, c.Source
	return json.Marshal(out)
}

// MarshalJSON writes the name with its place.
func (i InstitutionMention) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Name      string   `json:"name"`
		NameStart int      `json:"name_start"`
		NameEnd   int      `json:"name_end"`
		NameEn    string   `json:"name_en,omitempty"`
		Kind      string   `json:"inst_kind"`
		Members   []string `json:"members"`
		FirstDate string   `json:"first_date,omitempty"`
	}{i.Name.Quote, i.Name.Start, i.Name.End, i.NameEn, i.Kind, i.Members, i.FirstDate})
}

// joinObjects writes two JSON objects as one.
func joinObjects(a, b any) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(a); err != nil {
		return nil, err
	}
	left := bytes.TrimRight(out.Bytes(), "}\n")
	joined := append([]byte(nil), left...)
	out.Reset()
	if err := enc.Encode(b); err != nil {
		return nil, err
	}
	right := bytes.TrimSpace(out.Bytes())
	if len(right) > 2 {
		joined = append(append(joined, ','), right[1:]...)
	} else {
		joined = append(joined, '}')
	}
	return joined, nil
}
