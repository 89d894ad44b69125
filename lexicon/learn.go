package lexicon

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/fold"
)

// An Example is a phrase of which a reader said what concept it is about.
type Example struct {
	Lang    entente.Lang
	Before  string // what stands before the phrase in its sentence; may be empty
	Phrase  string
	After   string
	Concept entente.ConceptID // "" if none fits
	Weight  float64
	Sign    entente.Sign // 0 if the reader did not say
	Role    Role         // of the phrase in its sentence
}

// How the weights are learned: passes over the examples, the size of a step,
// and how strongly weights are kept small.
const (
	passes   = 12
	step     = 0.25
	keepLow  = 2e-3
	tooLow   = 0.2 // smaller weights are left out
	stepSeed = 1
)

// Learn fits the weights of a multinomial logistic regression: what in a
// phrase speaks for and against each concept. The same examples give the same
// weights.
func Learn(examples []Example) *Weights {
	l := newLearner(examples)
	order := make([]int, len(l.rows))
	for i := range order {
		order[i] = i
	}
	random := rand.New(rand.NewPCG(stepSeed, stepSeed))
	for range passes {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, n := range order {
			l.learn(&l.rows[n])
		}
	}
	w := l.weights()
	w.keepSigns(learnSign(examples))
	return w
}

// A learner holds the weights while they are being learned: one for each
// feature and concept, by AdaGrad, whose steps shrink with what was learned.
type learner struct {
	concepts []entente.ConceptID
	features []uint32
	rows     []lesson
	w, grown []float32 // feature × concept
	score    []float64
}

// A lesson is an example as the learner sees it.
type lesson struct {
	features []int
	values   []float32
	concept  int
	weight   float64
}

func newLearner(examples []Example) *learner {
	l := &learner{}
	at, concept := map[uint32]int{}, map[entente.ConceptID]int{}
	for _, c := range loadVocabulary().concepts {
		concept[c.id] = len(l.concepts)
		l.concepts = append(l.concepts, c.id)
	}
	concept[""] = len(l.concepts) // of phrases that no concept fits
	l.concepts = append(l.concepts, "")
	for i := range examples {
		e := &examples[i]
		c, ok := concept[e.Concept]
		if !ok {
			continue
		}
		row := lesson{concept: c, weight: e.Weight}
		for _, f := range e.features() {
			n, ok := at[f.hash]
			if !ok {
				n = len(l.features)
				at[f.hash] = n
				l.features = append(l.features, f.hash)
			}
			row.features, row.values = append(row.features, n), append(row.values, f.weight)
		}
		l.rows = append(l.rows, row)
	}
	l.w = make([]float32, len(l.features)*len(l.concepts))
	l.grown = make([]float32, len(l.w))
	l.score = make([]float64, len(l.concepts))
	return l
}

// features are those of the example's phrase in its sentence.
func (e *Example) features() []feature {
	text, i, j := e.text()
	f := (&Lexicon{}).Facets(text, e.Lang)
	return f.features(nil, Phrase{Start: i, End: j, To: len(text), Role: e.Role}, f.hand(i, j, 0, len(text)))
}

// text is the folded sentence with the place of the phrase. Folding drops
// spaces at the ends; between parts of a sentence they stay.
func (e *Example) text() (text []rune, i, j int) {
	text = []rune(fold.String(e.Before))
	if len(text) > 0 && (e.Lang == entente.English || e.Lang == entente.Korean) {
		text = append(text, ' ')
	}
	i = len(text)
	text = append(text, []rune(fold.String(e.Phrase))...)
	j = len(text)
	if e.After != "" && (e.Lang == entente.English || e.Lang == entente.Korean) {
		text = append(text, ' ')
	}
	return append(text, []rune(fold.String(e.After))...), i, j
}

// learn moves the weights a step towards the example's concept.
func (l *learner) learn(r *lesson) {
	k := len(l.concepts)
	clear(l.score)
	for n, f := range r.features {
		v := float64(r.values[n])
		for c, w := range l.w[f*k : (f+1)*k] {
			l.score[c] += v * float64(w)
		}
	}
	softmax(l.score)
	for c, p := range l.score {
		miss := p
		if c == r.concept {
			miss--
		}
		if miss *= r.weight; math.Abs(miss) < 1e-3 {
			continue
		}
		for n, f := range r.features {
			at := f*k + c
			g := float32(miss)*r.values[n] + keepLow*l.w[at]
			l.grown[at] += g * g
			l.w[at] -= step * g / float32(math.Sqrt(float64(l.grown[at])+1e-2))
		}
	}
}

func softmax(score []float64) {
	top, sum := slices.Max(score), 0.0
	for i, s := range score {
		score[i] = math.Exp(s - top)
		sum += score[i]
	}
	for i := range score {
		score[i] /= sum
	}
}

// weights are those worth keeping, by feature.
func (l *learner) weights() *Weights {
	w := &Weights{Concepts: l.concepts}
	k := len(l.concepts)
	for f, hash := range l.features {
		row := row{hash: hash}
		values := l.w[f*k : (f+1)*k]
		usual := median(values)
		for c, v := range values {
			if v -= usual; math.Abs(float64(v)) >= tooLow {
				row.concepts, row.weights = append(row.concepts, uint8(c)), append(row.weights, quantized(float64(v)))
			}
		}
		if len(row.concepts) > 0 {
			w.rows = append(w.rows, row)
		}
	}
	slices.SortFunc(w.rows, func(a, b row) int { return cmp.Compare(a.hash, b.hash) })
	w.index()
	return w
}

// median is what a feature says of most concepts. Probabilities do not change
// when all concepts lose the same, and then most cells of a row are empty.
func median(values []float32) float32 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}

// keepSigns keeps the weights of the sign that are worth it.
func (w *Weights) keepSigns(sign map[uint32]float64) {
	w.sign = map[uint32]int16{}
	for hash, v := range sign {
		if math.Abs(v) >= tooLow {
			w.sign[hash] = quantized(v)
		}
	}
}

func quantized(v float64) int16 {
	return int16(max(-32000, min(32000, math.Round(v*weightUnit))))
}
