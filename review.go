package entente

// A Decision is what an analyst made of a statement.
type Decision string

// The decisions. Withdraw takes back all earlier decisions on a statement.
const (
	Accept   Decision = "accept"
	Reject   Decision = "reject"
	Amend    Decision = "amend"
	Add      Decision = "add"
	Withdraw Decision = "withdraw"
)

// A Review is an analyst's decision on a statement. Reviews are only ever
// added: of several on one statement the last one counts.
//
// A review keeps the statement as it stood, not only its ID, so that it
// applies to what another version of the program finds in the same words.
type Review struct {
	At       string      `json:"at"` // UTC, RFC 3339
	By       string      `json:"by"`
	Decision Decision    `json:"decision"`
	Target   StatementID `json:"target"`
	Was      *Statement  `json:"was,omitempty"` // as the program read it; nil of a statement added by hand
	Is       *Statement  `json:"is,omitempty"`  // as the analyst wants it; nil of a rejected one
}

// Place is the span that the review is tied to.
func (r *Review) Place() *Statement {
	if r.Was != nil {
		return r.Was
	}
	return r.Is
}

// A ReviewState is a review in force, with what became of its quote: it
// stands, it moved with a new version of its file, or it is lost. A lost review
// changes nothing, and is kept.
type ReviewState struct {
	Review
	Anchor string `json:"anchor"` // stands, moved, lost
	Doc    string `json:"doc"`
	Found  bool   `json:"found"` // this version of the program finds the statement itself
}
