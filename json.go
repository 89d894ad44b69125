package entente

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
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
		Pair      StatementID `json:"pair,omitempty"`
	}{s.DocName, s.Kind, s.ID, s.Start, s.End, s.Quote, s.Rule, s.Section, s.Paragraph, s.Mention.Quote, nil, nil, s.Pair}
	if !s.Mention.Empty() {
		head.MStart, head.MEnd = &s.Mention.Start, &s.Mention.End
	}
	return joinObjects(head, s.body())
}

// UnmarshalJSON reads what MarshalJSON wrote. The line names its document by
// file name only: Rebind says which document it is.
func (s *Statement) UnmarshalJSON(data []byte) error {
	var head struct {
		Doc       string      `json:"doc"`
		Kind      Kind        `json:"kind"`
		ID        StatementID `json:"id"`
		Start     int         `json:"start"`
		End       int         `json:"end"`
		Quote     string      `json:"quote"`
		Rule      RuleID      `json:"rule"`
		Section   string      `json:"section"`
		Paragraph int         `json:"paragraph"`
		Mention   string      `json:"mention"`
		MStart    int         `json:"mention_start"`
		MEnd      int         `json:"mention_end"`
		Pair      StatementID `json:"pair"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return err
	}
	*s = Statement{ID: head.ID, Kind: head.Kind, DocName: head.Doc, Rule: head.Rule,
		Section: head.Section, Paragraph: head.Paragraph, Pair: head.Pair,
		Span:    Span{Start: head.Start, End: head.End, Quote: head.Quote},
		Mention: Span{Start: head.MStart, End: head.MEnd, Quote: head.Mention}}
	body := s.newBody()
	if body == nil {
		return fmt.Errorf("statement of unknown kind %q", head.Kind)
	}
	return json.Unmarshal(data, body)
}

// newBody sets the pointer that the statement's kind names and returns what
// its JSON is read into.
func (s *Statement) newBody() any {
	switch s.Kind {
	case KindFigure:
		s.Figure = new(Figure)
		return s.Figure
	case KindEvent:
		s.Event = new(Event)
		return s.Event
	case KindPosition:
		s.Position = new(Position)
		return s.Position
	case KindClaim:
		s.Claim = new(Claim)
		return s.Claim
	case KindInstitution:
		s.Institution = new(InstitutionMention)
		return s.Institution
	case KindNote:
		s.Note = &Note{Start: s.Start, End: s.End}
		return &noteView{s.Note}
	}
	return nil
}

// Rebind says which document a statement read from JSON belongs to.
func (s *Statement) Rebind(doc DocID) {
	spans := []*Span{&s.Span, &s.Mention}
	if s.Claim != nil {
		spans = append(spans, &s.Claim.Cause, &s.Claim.Effect)
	}
	if s.Institution != nil {
		spans = append(spans, &s.Institution.Name)
	}
	for _, span := range spans {
		if !span.Empty() {
			span.Doc = doc
		}
	}
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

// A noteBody is a note without its start and end: on a statement's line those
// are the statement's own.
type noteBody struct {
	Marker    string      `json:"marker"`
	Anchor    int         `json:"anchor"`
	Text      string      `json:"text"`
	TextStart int         `json:"text_start"`
	TextEnd   int         `json:"text_end"`
	Cited     []CitedWork `json:"cited_work"`
}

type noteView struct{ note *Note }

func (v *noteView) UnmarshalJSON(data []byte) error {
	var b noteBody
	if err := json.Unmarshal(data, &b); err != nil {
		return err
	}
	n := v.note
	n.Marker, n.Anchor, n.Text, n.TextStart, n.TextEnd, n.Cited = b.Marker, b.Anchor, b.Text, b.TextStart, b.TextEnd, b.Cited
	return nil
}

// A claimBody is a claim in JSON's shape: an elided cause is null.
type claimBody struct {
	Cause         *string    `json:"cause"`
	CauseStart    *int       `json:"cause_start"`
	CauseEnd      *int       `json:"cause_end"`
	Effect        *string    `json:"effect"`
	EffectStart   *int       `json:"effect_start"`
	EffectEnd     *int       `json:"effect_end"`
	CauseConcept  *ConceptID `json:"cause_concept"`
	EffectConcept *ConceptID `json:"effect_concept"`
	Polarity      Sign       `json:"polarity"`
	Modality      string     `json:"modality"`
	Relation      string     `json:"relation,omitempty"`
	Connective    string     `json:"connective,omitempty"`
	Hedged        bool       `json:"hedged,omitempty"`
	Sure          float64    `json:"sure,omitempty"`
	Strength      string     `json:"strength,omitempty"`
	Delay         string     `json:"delay,omitempty"`
	Source        []ActorID  `json:"source,omitempty"`
}

// MarshalJSON writes the spans of cause and effect beside their quotes.
func (c Claim) MarshalJSON() ([]byte, error) {
	b := claimBody{Polarity: c.Polarity, Modality: c.Modality, Relation: c.Relation, Connective: c.Connective,
		Hedged: c.Hedged, Sure: c.Sure, Strength: c.Strength, Delay: c.Delay, Source: c.Source}
	if !c.Cause.Empty() {
		b.Cause, b.CauseStart, b.CauseEnd = &c.Cause.Quote, &c.Cause.Start, &c.Cause.End
	}
	if !c.Effect.Empty() {
		b.Effect, b.EffectStart, b.EffectEnd = &c.Effect.Quote, &c.Effect.Start, &c.Effect.End
	}
	if c.CauseConcept != "" {
		b.CauseConcept = &c.CauseConcept
	}
	if c.EffectConcept != "" {
		b.EffectConcept = &c.EffectConcept
	}
	return json.Marshal(b)
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (c *Claim) UnmarshalJSON(data []byte) error {
	var b claimBody
	if err := json.Unmarshal(data, &b); err != nil {
		return err
	}
	*c = Claim{Polarity: b.Polarity, Modality: b.Modality, Relation: b.Relation, Connective: b.Connective,
		Hedged: b.Hedged, Sure: b.Sure, Strength: b.Strength, Delay: b.Delay, Source: b.Source}
	if b.Cause != nil && b.CauseStart != nil && b.CauseEnd != nil {
		c.Cause = Span{Start: *b.CauseStart, End: *b.CauseEnd, Quote: *b.Cause}
	}
	if b.Effect != nil && b.EffectStart != nil && b.EffectEnd != nil {
		c.Effect = Span{Start: *b.EffectStart, End: *b.EffectEnd, Quote: *b.Effect}
	}
	if b.CauseConcept != nil {
		c.CauseConcept = *b.CauseConcept
	}
	if b.EffectConcept != nil {
		c.EffectConcept = *b.EffectConcept
	}
	return nil
}

type institutionBody struct {
	Name      string   `json:"name"`
	NameStart int      `json:"name_start"`
	NameEnd   int      `json:"name_end"`
	NameEn    string   `json:"name_en,omitempty"`
	Kind      string   `json:"inst_kind"`
	Members   []string `json:"members"`
	FirstDate string   `json:"first_date,omitempty"`
}

// MarshalJSON writes the name with its place.
func (i InstitutionMention) MarshalJSON() ([]byte, error) {
	return json.Marshal(institutionBody{i.Name.Quote, i.Name.Start, i.Name.End, i.NameEn, i.Kind, i.Members, i.FirstDate})
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (i *InstitutionMention) UnmarshalJSON(data []byte) error {
	var b institutionBody
	if err := json.Unmarshal(data, &b); err != nil {
		return err
	}
	*i = InstitutionMention{Span{Start: b.NameStart, End: b.NameEnd, Quote: b.Name}, b.NameEn, b.Kind, b.Members, b.FirstDate}
	return nil
}

// joinObjects writes two JSON objects as one, without escaping < > &.
func joinObjects(a, b any) ([]byte, error) {
	left, err := plainJSON(a)
	if err != nil {
		return nil, err
	}
	right, err := plainJSON(b)
	if err != nil {
		return nil, err
	}
	if len(right) <= len("{}") {
		return left, nil
	}
	return slices.Concat(left[:len(left)-1], []byte(","), right[1:]), nil
}

func plainJSON(v any) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return bytes.TrimSpace(out.Bytes()), err
}
