package lexicon

import (
	"slices"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/weigh"
)

// Whether a cause makes more or less of its effect is the product of what each
// side says of its concept: that fewer troops calm the sea is minus times minus.
// The rules count the words they know to turn a sign. What they count is one
// feature of a side; its words are the others, for all concepts and for its own.
// Their weights are learned from claims of which a reader gave the product. What
// neither side says by itself is how the two concepts mostly go together (tilt).

// causeWeight is how much less the words of a cause speak for all concepts than
// those of an effect: a dispute that hurts is more of a dispute, not less.
const causeWeight = 0.4

// A Side is one side of a claim: where it stands (nowhere, if it is elided), the
// concept it is about, and what the rules count that it says of it, 0 if they do
// not. Worded tells that words of the concept stand there.
type Side struct {
	Phrase
	Concept entente.ConceptID
	Counted entente.Sign
	Worded  bool
}

// Polarity is the sign of a link between two concepts.
func (f Facets) Polarity(cause, effect Side) entente.Sign {
	w := loadWeights()
	if w == nil || cause.Concept == "" || effect.Concept == "" {
		return cause.Counted * effect.Counted
	}
	effect.Phrase = f.led(cause.Phrase, effect.Phrase)
	a, b := w.sides.Sign(f.shows(cause)), w.sides.Sign(f.shows(effect))
	minus := odds(a*(1-b)+b*(1-a)) + tiltWeight*w.tilt(cause.Concept, effect.Concept)
	if minus > odds(leastMinus(cause, effect)) {
		return entente.Minus
	}
	return entente.Plus
}

// tiltWeight is how much it counts how the two concepts mostly go together. Of 331
// claims that nothing was made from, those of nine sets that had both groups and the
// sign right, it made 343; from .3 to 1 it makes no difference, and by less of it what
// a sentence says against the usual is heard.
const tiltWeight = 0.5

// leastMinus is how probable minus must be by the weights, given what the rules count.
// Where words of the concept itself are what a verb makes less of, as in "eased
// regional tension", the weights, which know what mostly becomes of tension, are not
// asked: of 1,386 claims with the right concepts that nothing was made from seven fewer
// have the right sign for it, of plain sentences with one verb a fifth fewer the wrong
// one.
func leastMinus(cause, effect Side) float64 {
	switch {
	case cause.Counted == entente.Minus && effect.Counted == entente.Minus:
		return leastOfTwoTurned
	case cause.Counted != entente.Plus || effect.Counted != entente.Minus:
		return 0.5
	case effect.Worded:
		return 0
	}
	return leastTurned
}

// leastTurned is how probable minus must be where the rules count that the effect
// is turned and the cause is not. There they know a word for it and are right in 79
// of 100 claims that no rule or weight was made from, the weights in 72, and both
// together in 81; with any other count the weights are right more often.
const leastTurned = 0.1

// leastOfTwoTurned is how probable minus must be where the rules count that both sides are
// turned: if Tokyo does not spend more, deterrence will weaken. In fifteen sets it makes no
// difference to .5, in plain sentences the rules are right.
const leastOfTwoTurned = 0.8

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
		from := max(cause.End, effect.Start-reach)
		for i := from; i < effect.Start; i++ {
			if f.text[i] == ',' {
				from = i + 1 // what affects it in another clause does not turn it: 受A冲击,B
			}
		}
		effect.Start = from
	}
	return effect
}

// shows is what a side shows, of all concepts and of its own.
func (f Facets) shows(s Side) []feature {
	out := []feature{{Hash: hashString(asRole, string(rune('0'+s.Role))), Weight: 1}, {Hash: hashString(ofConcept, string(s.Concept)), Weight: 1}}
	if s.Counted != 0 {
		out = append(out, feature{Hash: hashString(counted, s.Counted.String()), Weight: 1})
	}
	if s.End <= s.Start {
		return out
	}
	plain := f.plainBesideActors(s.Start, s.End)
	both := crossed(plain, s.Concept)
	if s.Role == Cause {
		for i := range both[:len(plain)] {
			both[i].Weight *= causeWeight
		}
	}
	return append(out, both...)
}

// plainBesideActors is what text[i:j] shows by itself without the actors it names:
// that tariffs are American says nothing of whether there are more or less of them.
func (f Facets) plainBesideActors(i, j int) []feature {
	out := f.plain(nil, i, j)
	for _, h := range f.hits {
		if !f.vocabulary.facets[h.facet].actor || int(h.start) < i || int(h.end) > j {
			continue
		}
		named := f.plain(nil, int(h.start), int(h.end))[1:] // but for what every phrase shows
		out = slices.DeleteFunc(out, func(x feature) bool {
			return slices.ContainsFunc(named, func(n feature) bool { return n.Hash == x.Hash })
		})
	}
	return out
}

// learnPolarity fits the weights of the sides.
func learnPolarity(examples []Example) *weigh.Table {
	const often, ofClaim = 3, 1.5 // a claim in its sentence counts once
	var lessons []weigh.Product
	for i := range examples {
		e := &examples[i]
		if e.Makes == 0 || e.Concept == "" {
			continue
		}
		text, start, end := e.text()
		f := (&Lexicon{}).Facets(text, e.Lang)
		effect := Side{Phrase: Phrase{Start: start, End: end, Role: Effect}, Concept: e.Concept, Counted: e.Counted}
		cause := Side{Phrase: Phrase{Role: Cause}}
		if c := causeOf(examples, i); c != nil {
			_, cause.Start, cause.End = c.text()
			cause.End, cause.Concept, cause.Counted = min(cause.End, len(text)), c.Concept, c.Counted
		}
		effect.Phrase = f.led(cause.Phrase, effect.Phrase)
		lessons = append(lessons, weigh.Product{A: f.shows(cause), B: f.shows(effect), Minus: e.Makes == entente.Minus, Weight: e.Weight / ofClaim})
	}
	return weigh.LearnProduct(lessons, often)
}
