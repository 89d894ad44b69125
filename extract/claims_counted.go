package extract

import (
	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

// A LabelledSide is the cause or effect of a claim that a reader marked, in runes
// of the document, with its concept.
type LabelledSide struct {
	Start, End int
	Concept    entente.ConceptID
}

// Counted is what the rules count that each side of a reader's claim says of its
// concept; 0 where they do not find the claim, or its cause is elided. From it
// package lexicon learns how far the rules are to be trusted.
func Counted(doc *entente.Document, lex *lexicon.Lexicon, cause, effect LabelledSide) (c, e entente.Sign) {
	p := newPassage(doc, lex)
	for i := range p.sentences {
		s := &p.sentences[i]
		g := p.drafts(s)
		if g == nil {
			continue
		}
		for _, d := range g.drafts {
			if s.marks(d.cause, cause) && s.marks(d.effect, effect) {
				return g.countedOf(lexicon.Cause, d.topic(), d.causeTurn, d.causeKind, cause.Concept),
					g.countedOf(lexicon.Effect, d.says(), d.turn, d.kind, effect.Concept) * d.sign
			}
		}
	}
	return 0, 0
}

// marks reports whether a stretch of the sentence and a reader's side share half
// of the shorter.
func (s *sentence) marks(r stretch, side LabelledSide) bool {
	if r.empty() {
		return false
	}
	start, end := s.view.Span(r.from, r.to)
	return stretch{start, end}.covers(stretch{side.Start, side.End})
}

// countedOf is what a phrase says of a concept, as the rules count it.
func (g *grounding) countedOf(role lexicon.Role, phrase, turn stretch, kind turnKind, concept entente.ConceptID) entente.Sign {
	return g.signed(g.facets.As(g.phrase(role, phrase, turn), concept), role, phrase, turn, kind).Sign
}
