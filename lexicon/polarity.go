package lexicon

import (
	"math"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/weigh"
)

// Whether a cause makes more or less of its effect is the product of what each
// side says of its concept: that fewer troops calm the sea is minus times minus.
// The rules count the words they know to turn a sign; the weights, learned from
// claims of which a reader gave the product, know more words, and how each is
// meant of a concept.

// countedWeight is how much the sign that the rules count speaks beside the
// weights; set on claims that no weight was learned from.
const countedWeight = 1.0

// causeWeight is how much less the words of a cause speak for all concepts than
// those of an effect: a dispute that hurts is more of a dispute, not less.
const causeWeight = 0.4

// Polarity is the sign of a link between two concepts. The cause is empty if it is
// elided; counted is the sign that the rules found.
func (f Facets) Polarity(cause, effect Phrase, c, e entente.ConceptID, counted entente.Sign) entente.Sign {
	w := loadWeights()
	if w == nil || c == "" || e == "" {
		return counted
	}
	a, b := w.sides.Sign(f.sideOf(cause, c)), w.sides.Sign(f.sideOf(f.led(cause, effect), e))
	minus := a*(1-b) + b*(1-a)
	if math.Log((1-minus)/minus)+countedWeight*float64(counted) < 0 {
		return entente.Minus
	}
	return entente.Plus
}

// led is an effect with the verb that leads to it: what stands before it, down to
// the cause.
func (f Facets) led(cause, effect Phrase) Phrase {
	reach := 12
	if f.lang == entente.English || f.lang == entente.Korean {
		reach = 60
	}
	switch {
	case cause.End <= cause.Start:
		effect.Start = max(0, effect.Start-reach/2)
	case cause.End <= effect.Start:
		effect.Start = max(cause.End, effect.Start-reach)
	}
	return effect
}

// sideOf is what a side shows, of all concepts and of its own.
func (f Facets) sideOf(p Phrase, of entente.ConceptID) []feature {
	out := []feature{{Hash: hashString(asRole, string(rune('0'+p.Role))), Weight: 1}, {Hash: hashString(ofConcept, string(of)), Weight: 1}}
	if p.End <= p.Start {
		return out
	}
	plain := f.plain(nil, p.Start, p.End)
	both := crossed(plain, of)
	if p.Role == Cause {
		for i := range both[:len(plain)] {
			both[i].Weight *= causeWeight
		}
	}
	return append(out, both...)
}

// learnPolarity fits the weights of the sides.
func learnPolarity(examples []Example) *weigh.Table {
	const often = 3
	var lessons []weigh.Product
	for i := range examples {
		e := &examples[i]
		if e.Makes == 0 || e.Concept == "" {
			continue
		}
		text, start, end := e.text()
		f := (&Lexicon{}).Facets(text, e.Lang)
		effect, cause, of := Phrase{Start: start, End: end, Role: Effect}, Phrase{Role: Cause}, entente.ConceptID("")
		if c := examples[max(0, i-1)]; i > 0 && c.Role == Cause && c.sentence() == e.sentence() {
			_, cause.Start, cause.End = c.text()
			cause.End, of = min(cause.End, len(text)), c.Concept
		}
		lessons = append(lessons, weigh.Product{A: f.sideOf(cause, of), B: f.sideOf(f.led(cause, effect), e.Concept), Minus: e.Makes == entente.Minus, Weight: e.Weight / 1.5})
	}
	return weigh.LearnProduct(lessons, often)
}
