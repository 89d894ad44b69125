package lexicon

import (
	"slices"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/weigh"
)

// The labels of a sign.
const (
	asMuch = iota
	lessOf
)

// learnSign fits weights for whether a phrase says that there is less of its
// concept. Each feature speaks twice: for all concepts alike, as "loss of" does,
// and for its concept alone, as "calmer" does for tension.
func learnSign(examples []Example) *weigh.Table {
	var lessons []weigh.Lesson
	for i := range examples {
		e := &examples[i]
		if e.Sign == 0 || e.Concept == "" {
			continue
		}
		text, i, j := e.text()
		f := (&Lexicon{}).Facets(text, e.Lang)
		near, seen := f.weigh(i, j, 0, len(text))
		of, parts := f.vocabulary.patternOf(e.Concept, &near, &seen)
		counted := of.Sign * f.direction(i, j, e.Concept, parts, facetHit{})
		l := weigh.Lesson{Features: crossed(f.signFeatures(nil, i, j, facetHit{}, counted), e.Concept), Label: asMuch, Weight: 1}
		if e.Sign == entente.Minus {
			l.Label = lessOf
		}
		lessons = append(lessons, l)
	}
	dropRare(lessons)
	return weigh.Learn(2, lessons)
}

// dropRare leaves out what is seen too seldom to say anything of a direction.
func dropRare(lessons []weigh.Lesson) {
	const often = 4
	count := map[uint32]int{}
	for i := range lessons {
		for _, f := range lessons[i].Features {
			count[f.Hash]++
		}
	}
	for i := range lessons {
		l := &lessons[i]
		l.Features = slices.DeleteFunc(l.Features, func(f feature) bool { return count[f.Hash] < often })
	}
}

// signFeatures appends what text[i:j], without the verb at turn, shows of the
// direction in which it speaks.
func (f Facets) signFeatures(out []feature, i, j int, turn facetHit, counted entente.Sign) []feature {
	from, to := int(turn.start), int(turn.end)
	if to <= from || from < i || to > j {
		from, to = j, j
	}
	out = f.plain(out, i, from)
	if to < j {
		second := len(out)
		out = f.plain(out, to, j)
		out = append(out[:second], out[second+1:]...) // what every phrase shows, shown once
	}
	if counted == entente.Minus {
		out = append(out, feature{Hash: hashString(turned, ""), Weight: 1})
	}
	return out
}

// scramble keeps a feature of a concept from being taken for one of another.
const scramble uint32 = 16777619

// crossed appends each feature once more, as what it says of one concept.
func crossed(out []feature, about entente.ConceptID) []feature {
	concept := hashString(ofConcept, string(about))
	for _, x := range out {
		out = append(out, feature{Hash: concept ^ x.Hash*scramble, Weight: x.Weight})
	}
	return out
}
