package lexicon

import (
	"encoding/binary"
	"math"
	"slices"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/weigh"
)

// What one side of a claim is about says something of the other: after a tariff
// "the bill" is rather one for the alliance than for the voters. How much oftener
// than by chance a cause and an effect were met together decides between concepts
// that the words of both leave open; what the words say counts more.

// maxCandidates is how many concepts are kept that a phrase may be about.
const maxCandidates = 8

// A candidate is a concept, by its number among the weights', that a phrase is
// about with some probability.
type candidate struct {
	number uint8
	share  float32
}

// candidates are the likeliest, in no order; a share of 0 ends them.
type candidates [maxCandidates]candidate

// leastShare is the probability below which a concept is no candidate.
const leastShare = 0.01

// candidatesOf keeps the likeliest concepts.
func candidatesOf(share *[weigh.MaxLabels]float64, labels int, sum float64) (out candidates) {
	n := 0
	for i := range labels {
		p := float32(share[i] / sum)
		if p < leastShare {
			continue
		}
		if n < maxCandidates {
			out[n] = candidate{uint8(i), p}
			n++
			continue
		}
		least := 0
		for k := range out {
			if out[k].share < out[least].share {
				least = k
			}
		}
		if p > out[least].share {
			out[least] = candidate{uint8(i), p}
		}
	}
	return out
}

// togetherWeight is how much it counts that two concepts are met together; set on
// claims that no weight was learned from.
const togetherWeight = 0.5

// together weighs the pairs of candidates of a cause and an effect. It returns the
// likeliest pair of the likeliest groups, and how likely each of the two is.
func (w *Weights) together(cause, effect *candidates) (c, e int, sureC, sureE float64) {
	var mass [maxCandidates][maxCandidates]float64
	total := 0.0
	for i, a := range cause {
		for j, b := range effect {
			if a.share > 0 && b.share > 0 {
				mass[i][j] = float64(a.share*b.share) * math.Exp(togetherWeight*w.pair(a.number, b.number))
				total += mass[i][j]
			}
		}
	}
	first, second := w.groupsOf(cause), w.groupsOf(effect)
	var groups [maxCandidates][maxCandidates]float64
	for i := range cause {
		for j := range effect {
			groups[first[i]][second[j]] += mass[i][j]
		}
	}
	best, bestGroups := [2]int{}, 0.0
	for i := range cause {
		for j := range effect {
			g := groups[first[i]][second[j]]
			if mass[i][j] > 0 && (g > bestGroups || g == bestGroups && mass[i][j] > mass[best[0]][best[1]]) {
				best, bestGroups = [2]int{i, j}, g
			}
		}
	}
	for k := range cause {
		sureC += mass[best[0]][k]
		sureE += mass[k][best[1]]
	}
	return int(cause[best[0]].number), int(effect[best[1]].number), sureC / total, sureE / total
}

// groupsOf numbers the groups of candidates by their first one.
func (w *Weights) groupsOf(may *candidates) (first [maxCandidates]int) {
	for i, c := range may {
		for first[i] = 0; w.group[may[first[i]].number] != w.group[c.number]; first[i]++ {
		}
	}
	return first
}

// pair is the logarithm of how much oftener than by chance two concepts were met
// as cause and effect.
func (w *Weights) pair(cause, effect uint8) float64 {
	return float64(w.pairs[int(cause)*len(w.Concepts)+int(effect)]) / pairUnit
}

// pairUnit is how many units of a stored logarithm make 1.
const pairUnit = 256

// learnPairs counts the causes and effects of the examples.
func learnPairs(examples []Example, number map[entente.ConceptID]int) []int16 {
	n := len(number)
	met, causes, effects, all := make([]float64, n*n), make([]float64, n), make([]float64, n), 0.0
	for i := range examples {
		cause := causeOf(examples, i)
		if cause == nil {
			continue
		}
		c, known := number[cause.Concept]
		e, also := number[examples[i].Concept]
		if !known || !also {
			continue
		}
		met[c*n+e]++
		causes[c]++
		effects[e]++
		all++
	}
	const doubt = 0.4 // so many meetings more of every pair, as chance has them
	out := make([]int16, n*n)
	for c := range n {
		for e := range n {
			if chance := causes[c] * effects[e] / max(1, all); chance > 0 {
				out[c*n+e] = int16(math.Round(pairUnit * math.Log((met[c*n+e]+doubt)/(chance+doubt))))
			}
		}
	}
	return out
}

// tilt is how much likelier minus is between two concepts than between any, as the
// logarithm of the odds: a threat mostly makes more of a build-up, a shortage less of
// deterrence.
func (w *Weights) tilt(cause, effect entente.ConceptID) float64 {
	c, e := slices.Index(w.Concepts, cause), slices.Index(w.Concepts, effect)
	if c < 0 || e < 0 {
		return 0
	}
	return float64(w.tilts[c*len(w.Concepts)+e]) / pairUnit
}

// signCount counts how often a cause made more of an effect, and how often less.
type signCount struct{ plus, minus float64 }

// minusOf is the part of minus, with so many claims more as are usual.
func (s signCount) minusOf(usual, more float64) float64 {
	return (s.minus + more*usual) / (s.plus + s.minus + more)
}

// learnTilts counts the signs between concepts. A pair that is seldom met takes
// after its groups, and these after all.
func learnTilts(examples []Example, number map[entente.ConceptID]int, group []uint8) []int16 {
	n := len(number)
	pairs, groups, all := make([]signCount, n*n), make([]signCount, n*n), signCount{1, 1}
	for i := range examples {
		cause, e := causeOf(examples, i), &examples[i]
		if cause == nil || e.Makes == 0 {
			continue
		}
		a, known := number[cause.Concept]
		b, also := number[e.Concept]
		if !known || !also {
			continue
		}
		for _, at := range []*signCount{&all, &pairs[a*n+b], &groups[int(group[a])*n+int(group[b])]} {
			if e.Makes == entente.Minus {
				at.minus += e.Weight
			} else {
				at.plus += e.Weight
			}
		}
	}
	const more = 3 // claims
	usual := all.minusOf(0, 0)
	out := make([]int16, n*n)
	for a := range n {
		for b := range n {
			ofGroups := groups[int(group[a])*n+int(group[b])].minusOf(usual, more)
			out[a*n+b] = int16(math.Round(pairUnit * (odds(pairs[a*n+b].minusOf(ofGroups, more)) - odds(usual))))
		}
	}
	return out
}

// odds is the logarithm of the odds of a probability.
func odds(p float64) float64 { return math.Log(p / (1 - p)) }

// causeOf is the cause of the i-th example, if that is an effect: it stands right
// before it. It is nil if there is none.
func causeOf(examples []Example, i int) *Example {
	if i == 0 || examples[i].Role != Effect || examples[i-1].Role != Cause || examples[i-1].sentence() != examples[i].sentence() {
		return nil
	}
	return &examples[i-1]
}

func (e *Example) sentence() string { return e.Before + e.Phrase + e.After }

// appendPairs and readPairs write and read the logarithms.
func appendPairs(b []byte, pairs []int16) []byte {
	for _, v := range pairs {
		b = binary.LittleEndian.AppendUint16(b, uint16(v))
	}
	return b
}

func readPairs(data []byte, concepts int) (pairs []int16, rest []byte) {
	out := make([]int16, concepts*concepts)
	for i := range out {
		out[i] = int16(binary.LittleEndian.Uint16(data[2*i:]))
	}
	return out, data[2*len(out):]
}

// Together reconsiders what the two sides of a claim are about in the light of each
// other and of what the rest of the text speaks of. What a user named stands, and so
// does what nothing was weighed for.
func (f Facets) Together(cause, effect Phrase, c, e Grounding, rest *Themes) (Grounding, Grounding) {
	w := loadWeights()
	if w == nil || !c.weighed() || !e.weighed() {
		return c, e
	}
	may, also := w.leaning(c.may, rest), w.leaning(e.may, rest)
	i, j, sureC, sureE := w.together(&may, &also)
	return f.reconsidered(cause, c, w.Concepts[i], sureC), f.reconsidered(effect, e, w.Concepts[j], sureE)
}

// Amid reconsiders what a phrase is about in the light of what the rest of the text
// speaks of.
func (f Facets) Amid(p Phrase, g Grounding, rest *Themes) Grounding {
	w := loadWeights()
	if w == nil || !g.weighed() || rest == nil {
		return g
	}
	may := w.leaning(g.may, rest)
	first := w.groupsOf(&may)
	var groups [maxCandidates]float32
	for i, c := range may {
		groups[first[i]] += c.share
	}
	best := 0
	for i, c := range may {
		if a, b := groups[first[i]], groups[first[best]]; a > b || a == b && c.share > may[best].share {
			best = i
		}
	}
	return f.reconsidered(p, g, w.Concepts[may[best].number], float64(may[best].share))
}

// weighed reports whether weights said what a phrase is about.
func (g *Grounding) weighed() bool { return g.Sure != 1 && g.Concept != "" && g.may[0].share > 0 }

// reconsidered is what a phrase is about if it is about a concept.
func (f Facets) reconsidered(p Phrase, was Grounding, id entente.ConceptID, sure float64) Grounding {
	if id == was.Concept {
		was.Sure = max(was.Sure, sure*calibration)
		return was
	}
	if id == "" {
		return was
	}
	out := f.As(p, id)
	out.Sure, out.may = sure*calibration, was.may
	return out
}

// As is what a phrase says of a concept that it is known to be about.
func (f Facets) As(p Phrase, id entente.ConceptID) Grounding {
	near, seen := f.weigh(p.Start, p.End, p.From, p.To)
	out, parts := f.vocabulary.patternOf(id, &near, &seen)
	var room [128]feature
	out.Sign = f.sign(p.Start, p.End, f.plain(room[:0], p.Start, p.End), out, parts, facetHit{start: int32(p.Turn), end: int32(p.TurnEnd)})
	return out
}
