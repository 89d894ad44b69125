package entente

// A Span is a place in a document: from Start (inclusive) to End (exclusive) in
// code points of the document's text, with the exact quote.
type Span struct {
	Doc   DocID  `json:"-"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Quote string `json:"quote,omitempty"`
}

// In reports whether the quote stands at its place in doc. A span whose quote
// is not there is lost: it says so and never moves to a look-alike elsewhere.
func (s Span) In(doc *Document) bool {
	return s.Doc == doc.ID && s.Quote != "" && doc.Slice(s.Start, s.End) == s.Quote
}

// Within reports whether s lies inside outer.
func (s Span) Within(outer Span) bool {
	return s.Doc == outer.Doc && outer.Start <= s.Start && s.End <= outer.End
}

// Empty reports whether the span names no text.
func (s Span) Empty() bool { return s.End <= s.Start }
