package entente

// LinkID names a link by what it joins: "cause+effect" or "cause-effect".
type LinkID string

// NewLinkID returns the ID of the link from cause to effect with a sign.
func NewLinkID(cause, effect ConceptID, sign Sign) LinkID {
	return LinkID(string(cause) + " " + sign.String() + " " + string(effect))
}

// A Link is what the claims of all documents say of one concept's effect on
// another, with one sign. Claims of the opposite sign are another link.
type Link struct {
	ID         LinkID        `json:"id"`
	Cause      ConceptID     `json:"cause"`
	Effect     ConceptID     `json:"effect"`
	Sign       Sign          `json:"sign"`
	Belief     float64       `json:"belief"` // 0 to 1, from independent works only
	Statements []StatementID `json:"statements"`
	Denials    []StatementID `json:"denials,omitempty"` // claims that the link does not hold
	Works      []WorkID      `json:"works"`
	Authors    []string      `json:"authors,omitempty"`
	Strength   string        `json:"strength,omitempty"` // what the texts say: strong, slight
	Delay      string        `json:"delay,omitempty"`    // what the texts say: immediate, long
}

// A Disagreement is a pair of links that cannot both hold: opposite signs
// between the same concepts, a link asserted and denied, or one cause that
// raises both of two opposite effects (or lowers both).
type Disagreement struct {
	Kind   string        `json:"kind"` // sign, denial, opposite
	Cause  ConceptID     `json:"cause"`
	Effect ConceptID     `json:"effect"`
	Other  ConceptID     `json:"other_effect,omitempty"` // of kind opposite
	For    []StatementID `json:"for"`
	Contra []StatementID `json:"against"`
}

// A Map is the claims of a corpus joined on their concepts.
type Map struct {
	Concepts      []ConceptID    `json:"concepts"`
	Links         []Link         `json:"links"`
	Disagreements []Disagreement `json:"disagreements"`
	Ungrounded    []StatementID  `json:"ungrounded,omitempty"` // claims with a side that no concept fits
}

// A Concept is something that causes and effects are about, with its names.
type Concept struct {
	ID        ConceptID         `json:"id"`
	Group     string            `json:"group"`
	Names     map[string]string `json:"names"` // by language tag: zh-Hans, zh-Hant, ja, ko, en
	Mechanism []string          `json:"mechanism,omitempty"`
}
