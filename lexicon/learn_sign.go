package lexicon

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/ententelab/entente"
)

// signLesson is an example whose sign a reader gave: what its phrase shows, and
// 1 if it says that there is less of its concept.
type signLesson struct {
	features []feature
	less     float64
}

// learnSign fits a logistic regression for whether a phrase says that there is
// less of its concept. Each feature speaks twice: for all concepts alike, as
// "loss of" does, and for its concept alone, as "calmer" does for tension.
func learnSign(examples []Example) map[uint32]float64 {
	var lessons []signLesson
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
		l := signLesson{features: crossed(f.signFeatures(nil, i, j, facetHit{}, counted), e.Concept)}
		if e.Sign == entente.Minus {
			l.less = 1
		}
		lessons = append(lessons, l)
	}
	dropRare(lessons)
	w, grown := map[uint32]float64{}, map[uint32]float64{}
	random := rand.New(rand.NewPCG(stepSeed, stepSeed))
	for range passes {
		random.Shuffle(len(lessons), func(i, j int) { lessons[i], lessons[j] = lessons[j], lessons[i] })
		for n := range lessons {
			l := &lessons[n]
			miss := logistic(l.features, w) - l.less
			for _, f := range l.features {
				g := miss*float64(f.weight) + keepLow*w[f.hash]
				grown[f.hash] += g * g
				w[f.hash] -= step * g / math.Sqrt(grown[f.hash]+1e-2)
			}
		}
	}
	return w
}

// dropRare leaves out what is seen too seldom to say anything of a direction.
func dropRare(lessons []signLesson) {
	const often = 4
	count := map[uint32]int{}
	for i := range lessons {
		for _, f := range lessons[i].features {
			count[f.hash]++
		}
	}
	for i := range lessons {
		l := &lessons[i]
		l.features = slices.DeleteFunc(l.features, func(f feature) bool { return count[f.hash] < often })
	}
}

// logistic is the probability that there is less.
func logistic(features []feature, w map[uint32]float64) float64 {
	sum := 0.0
	for _, f := range features {
		sum += float64(f.weight) * w[f.hash]
	}
	return 1 / (1 + math.Exp(-sum))
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
		out = append(out, feature{hashString(turned, ""), 1})
	}
	return out
}

// crossed appends each feature once more, as what it says of one concept.
func crossed(out []feature, about entente.ConceptID) []feature {
	concept := hashString(ofConcept, string(about))
	for _, x := range out {
		out = append(out, feature{concept ^ x.hash*fnvPrime, x.weight})
	}
	return out
}
