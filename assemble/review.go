package assemble

import (
	"slices"
	"strings"
	"unicode"

	"github.com/ententelab/entente"
)

// ReviewRule is the rule of a statement that an analyst stands behind; its
// reliability is 1. What the analyst decided follows it: "review/accept".
const ReviewRule = "review"

// reviewed reports whether an analyst stands behind a statement. It then speaks
// for its work, whichever document of the work it is in.
func reviewed(s *entente.Statement) bool {
	return strings.HasPrefix(string(s.Rule), ReviewRule+"/")
}

// Reviewed applies reviews, the oldest first, to what the program read. People
// outrank the program: a statement accepted, amended or added is there whether
// or not this version finds it, and a rejected one is not. Statements keep the
// order of their documents and of their places. The states are those of the
// reviews in force, by target.
func Reviewed(docs []*entente.Document, sts []entente.Statement, reviews []entente.Review) ([]entente.Statement, []entente.ReviewState) {
	states := []entente.ReviewState{}
	out := slices.Clone(sts)
	for _, r := range inForce(reviews) {
		state := entente.ReviewState{Review: r, Doc: r.Place().DocName, Anchor: anchorOf(&r, docs)}
		if state.Anchor != "lost" {
			out, state.Found = apply(out, &r, docs)
		}
		states = append(states, state)
	}
	return out, states
}

// inForce keeps the last review of each statement that was not withdrawn, in
// the order of the first ones. Spans are copied: anchors may move them.
func inForce(reviews []entente.Review) []entente.Review {
	var order []entente.StatementID
	last := map[entente.StatementID]entente.Review{}
	for _, r := range reviews {
		if _, known := last[r.Target]; !known {
			order = append(order, r.Target)
		}
		r.Was, r.Is = copied(r.Was), copied(r.Is)
		last[r.Target] = r
	}
	var out []entente.Review
	for _, id := range order {
		if r := last[id]; r.Decision != entente.Withdraw && r.Place() != nil {
			out = append(out, r)
		}
	}
	return out
}

func copied(s *entente.Statement) *entente.Statement {
	if s == nil {
		return nil
	}
	c := *s
	if s.Claim != nil {
		claim := *s.Claim
		c.Claim = &claim
	}
	return &c
}

// anchorOf looks whether the words stand where they stood. If the file has
// been replaced or is read otherwise now, and the words stand in it just once,
// the review moves there, and says so.
func anchorOf(r *entente.Review, docs []*entente.Document) string {
	place := r.Place()
	for _, d := range docs {
		if place.Span.In(d) {
			return "stands"
		}
	}
	for _, d := range docs {
		if d.Name != place.DocName && d.ID != place.Doc {
			continue
		}
		if found := Find(d, place.Quote); len(found) == 1 {
			by := found[0].Start - place.Start
			for _, s := range []*entente.Statement{r.Was, r.Is} {
				move(s, d, by, found[0])
			}
			return "moved"
		}
	}
	return "lost"
}

// move puts s at its place in another version of its document, and shifts its
// other spans likewise. Those that do not stand there are emptied.
func move(s *entente.Statement, d *entente.Document, by int, to entente.Span) {
	if s == nil {
		return
	}
	s.Span = to
	spans := []*entente.Span{&s.Mention}
	if s.Claim != nil {
		spans = append(spans, &s.Claim.Cause, &s.Claim.Effect)
	}
	for _, span := range spans {
		if span.Empty() {
			continue
		}
		span.Doc, span.Start, span.End = d.ID, span.Start+by, span.End+by
		if !span.In(d) {
			*span = entente.Span{}
		}
	}
	s.DocName = d.Name
	s.Section, s.Paragraph = d.Where(s.Start)
}

// Find returns the places where a quote stands in a document. White space does
// not count: a line may end inside the quote.
func Find(d *entente.Document, quote string) []entente.Span {
	var want []rune
	for _, r := range quote {
		if !unicode.IsSpace(r) {
			want = append(want, r)
		}
	}
	var out []entente.Span
	text := d.Runes()
	for start := 0; len(want) > 0 && start < len(text); start++ {
		if end := matches(text, start, want); end > 0 {
			out = append(out, d.Span(start, end))
		}
	}
	return out
}

// matches returns where want ends in text from start on, 0 if it is not there.
func matches(text []rune, start int, want []rune) int {
	at := start
	for i := 0; i < len(want); at++ {
		switch {
		case at == len(text):
			return 0
		case text[at] == want[i]:
			i++
		case i == 0 || !unicode.IsSpace(text[at]):
			return 0
		}
	}
	return at
}

// apply removes what the review is about and puts what the analyst wants in
// its place; found says that the program had read it.
func apply(sts []entente.Statement, r *entente.Review, docs []*entente.Document) (out []entente.Statement, found bool) {
	out = slices.DeleteFunc(sts, func(s entente.Statement) bool {
		was := r.Was != nil && alike(&s, r.Was)
		found = found || was
		return was || r.Is != nil && alike(&s, r.Is)
	})
	if r.Is == nil {
		return out, found
	}
	is := *r.Is
	is.Rule = entente.RuleID(ReviewRule + "/" + string(r.Decision))
	return slices.Insert(out, rank(out, &is, docs), is), found
}

// rank is where a statement belongs: behind those of its document that
// start no later, and behind those of the documents before.
func rank(sts []entente.Statement, s *entente.Statement, docs []*entente.Document) int {
	order := map[entente.DocID]int{}
	for i, d := range docs {
		order[d.ID] = i
	}
	for i := range sts {
		if order[sts[i].Doc] > order[s.Doc] || sts[i].Doc == s.Doc && sts[i].Start > s.Start {
			return i
		}
	}
	return len(sts)
}

// alike reports whether two statements are one: by ID, or by saying the same
// with the same words at the same place, whatever rule found them.
func alike(a, b *entente.Statement) bool {
	if a.Doc != b.Doc || a.Kind != b.Kind {
		return false
	}
	return a.ID == b.ID || a.Start == b.Start && a.End == b.End && content(a) == content(b)
}

// content is what tells apart the statements of one sentence.
func content(s *entente.Statement) string {
	if s.Kind != entente.KindClaim {
		return s.Mention.Quote
	}
	c := s.Claim
	side := func(id entente.ConceptID, quote string) string {
		if id != "" {
			return string(id)
		}
		return "“" + quote
	}
	return strings.Join([]string{side(c.CauseConcept, c.Cause.Quote), side(c.EffectConcept, c.Effect.Quote), c.Polarity.String(), denied(c)}, "|")
}

func denied(c *entente.Claim) string {
	if c.Modality == "denied" {
		return "denied"
	}
	return ""
}
