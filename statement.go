package entente

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
)

// A Kind is the kind of a statement.
type Kind string

// The six kinds of statement.
const (
	KindFigure      Kind = "figure"
	KindEvent       Kind = "event"
	KindPosition    Kind = "position"
	KindClaim       Kind = "claim"
	KindInstitution Kind = "institution"
	KindNote        Kind = "note"
)

// Kinds lists the kinds in the order in which people read them.
var Kinds = []Kind{KindFigure, KindEvent, KindPosition, KindClaim, KindInstitution, KindNote}

// StatementID names a statement by its document, place and content, so that
// reading a file again gives the same IDs.
type StatementID string

// RuleID names the rule that found a statement, as "claim/zh/result".
type RuleID string

// ActorID is a state ("JPN"), a person or body of a state ("USA/Pete Hegseth"),
// an international organization ("ORG/NATO"), a group ("GROUP/US allies"),
// "author" or "unattributed".
type ActorID string

// State is the part before the slash: the state, or ORG, GROUP, author.
func (a ActorID) State() string {
	for i := range len(a) {
		if a[i] == '/' {
			return string(a[:i])
		}
	}
	return string(a)
}

// A Statement is what a document says, with the sentence or clause that says
// it. Exactly one of the pointers is set, the one that Kind names.
type Statement struct {
	ID      StatementID
	Kind    Kind
	DocName string // base name of the file
	Span           // the quote that carries the statement
	Rule    RuleID // the rule that found it
	Mention Span   // the shortest part of the quote that carries it; may be empty

	Section   string // where the quote stands, as cited: "2(1)"
	Paragraph int    // body paragraph within the section, from 1; 0 in a heading

	Pair StatementID // in a translation: the statement of the original that this one translates

	Figure      *Figure
	Event       *Event
	Position    *Position
	Claim       *Claim
	Institution *InstitutionMention
	Note        *Note
}

// NewStatementID derives the ID from what identifies a statement: document,
// kind, place, and a key that tells apart several statements at one place.
func NewStatementID(doc DocID, kind Kind, start, end int, key string) StatementID {
	var room [256]byte
	b := append(append(room[:0], doc...), '|')
	b = append(append(b, kind...), '|')
	b = append(strconv.AppendInt(b, int64(start), 10), '|')
	b = append(strconv.AppendInt(b, int64(end), 10), '|')
	sum := sha256.Sum256(append(b, key...))
	return StatementID(string(hex.AppendEncode(append(room[:0], kind[0]), sum[:6])))
}

// A Figure is a number with a meaning.
type Figure struct {
	Value   *float64  `json:"value"` // in base units: 11.8亿 is 1180000000; nil if only an order of magnitude
	Unit    string    `json:"unit"`  // %GDP, %, pp, USD or another ISO 4217 code, count, year, rank, ordinal, majority
	Class   string    `json:"class"` // substantive, ordinal, discourse, participants, vague
	Measure string    `json:"measure,omitempty"`
	Holder  []ActorID `json:"holder"`
	Source  []ActorID `json:"source"`
	Status  string    `json:"status"` // actual, demanded, planned, estimate, threshold
	Date    string    `json:"date,omitempty"`
	Approx  bool      `json:"approx,omitempty"`
}

// An Event is a dated happening.
type Event struct {
	Date      string    `json:"date"`
	DateEnd   string    `json:"date_end,omitempty"`
	Precision string    `json:"precision"`  // day, month, year
	DateBasis string    `json:"date_basis"` // explicit, inherited, relative, inferred
	Actors    []ActorID `json:"actors"`
	Action    string    `json:"action"`
	Object    string    `json:"object,omitempty"`
	Realis    string    `json:"realis"` // actual, planned
}

// A Position is a stance that somebody takes.
type Position struct {
	Speaker   []ActorID `json:"speaker"`
	Addressee []ActorID `json:"addressee"`
	Stance    string    `json:"stance"` // demand, propose, commit, assure, support, criticize, question, refuse
	Topic     string    `json:"topic,omitempty"`
	Date      string    `json:"date,omitempty"`
	Voice     string    `json:"voice"` // reported, author
}

// ConceptID is an ID of the concept vocabulary: "japan_defense_spending".
type ConceptID string

// A Claim is a causal statement whose link the text itself marks.
type Claim struct {
	Cause         Span // empty if elided or only a pronoun for earlier sentences
	Effect        Span
	CauseConcept  ConceptID // "" if no concept fits
	EffectConcept ConceptID
	Polarity      Sign   // of the link between the two concepts, not of the verb
	Modality      string // asserted, predicted, conditional, denied, intended
	Relation      string // result, reason, purpose, means, condition, enable
	Connective    string // the marking word
	Hedged        bool
	Sure          float64 // probability that both phrases are about their concepts; 0 where nothing tells
	Strength      string  // strong, slight, or "" where the text does not say
	Delay         string  // immediate, long, or "" where the text does not say
	Source        []ActorID
}

// A Sign is the direction of a causal link: +1 or -1.
type Sign int8

// The two signs.
const (
	Plus  Sign = 1
	Minus Sign = -1
)

func (s Sign) String() string {
	if s < 0 {
		return "-"
	}
	return "+"
}

// MarshalText writes + or -.
func (s Sign) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads + or -.
func (s *Sign) UnmarshalText(text []byte) error {
	switch string(text) {
	case "+":
		*s = Plus
	case "-":
		*s = Minus
	default:
		return fmt.Errorf("sign %q is neither + nor -", text)
	}
	return nil
}

// An InstitutionMention is the first mention of a named body, agreement,
// format or programme in a document.
type InstitutionMention struct {
	Name      Span
	NameEn    string
	Kind      string // alliance, minilateral, forum, agreement, program, …
	Members   []string
	FirstDate string
}
