package weigh

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
)

// A Lesson is what a passage shows and the label that a reader gave it.
type Lesson struct {
	Features []Feature
	Label    int
	Weight   float64 // how much the lesson counts
}

// How the weights are learned: passes over the lessons, the size of a step, and
// how strongly weights are kept small.
const (
	passes  = 12
	settled = 6 // of them, after which the weights of all others are averaged: the order of lessons counts less
	step    = 0.25
	keepLow = 2e-3
	tooLow  = 0.2 // smaller weights are left out
	seed    = 1
)

// Learn fits the weights of a multinomial logistic regression. The same lessons
// give the same weights.
func Learn(labels int, lessons []Lesson) *Table {
	l := newLearner(labels, lessons)
	taught := 0
	inTurn(newRandom(), passes, len(l.rows), func(n int) {
		l.learn(&l.rows[n])
		if taught++; taught > settled*len(l.rows) && taught%len(l.rows) == 0 {
			l.keep()
		}
	})
	l.average()
	return l.table()
}

// inTurn learns n lessons again and again, each time in another order, which is
// always the same.
func inTurn(random *rand.Rand, passes, n int, learn func(lesson int)) {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	for range passes {
		random.Shuffle(n, func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, k := range order {
			learn(k)
		}
	}
}

// newRandom gives the same numbers every time.
func newRandom() *rand.Rand { return rand.New(rand.NewPCG(seed, seed)) }

// A learner holds the weights while they are being learned: one for each
// feature and label, by AdaGrad, whose steps shrink with what was learned.
type learner struct {
	labels   int
	features []uint32
	rows     []lesson
	w, grown []float32 // feature × label
	kept     []float32 // the sum of what the weights were after some passes
	times    int       // … of so many
	score    []float64
}

// keep adds the weights as they are now to what they are averaged of.
func (l *learner) keep() {
	if l.kept == nil {
		l.kept = make([]float32, len(l.w))
	}
	for i, w := range l.w {
		l.kept[i] += w
	}
	l.times++
}

// average makes the weights what they were on the average of the kept passes.
func (l *learner) average() {
	for i := range l.kept {
		l.w[i] = l.kept[i] / float32(l.times)
	}
}

// A lesson is a Lesson whose features are numbered.
type lesson struct {
	features []int
	values   []float32
	label    int
	weight   float64
}

func newLearner(labels int, lessons []Lesson) *learner {
	l := &learner{labels: labels}
	l.features, l.rows = numbered(lessons, 1)
	l.w = make([]float32, len(l.features)*labels)
	l.grown = make([]float32, len(l.w))
	l.score = make([]float64, labels)
	return l
}

// numbered numbers the features that are seen as often as that, in their order, and
// returns them with the lessons by these numbers.
func numbered(lessons []Lesson, often int) (features []uint32, rows []lesson) {
	seen, at := map[uint32]int{}, map[uint32]int{}
	for _, given := range lessons {
		for _, f := range given.Features {
			seen[f.Hash]++
		}
	}
	for _, given := range lessons {
		row := lesson{label: given.Label, weight: given.Weight}
		for _, f := range given.Features {
			if seen[f.Hash] < often {
				continue
			}
			n, ok := at[f.Hash]
			if !ok {
				n = len(features)
				at[f.Hash] = n
				features = append(features, f.Hash)
			}
			row.features, row.values = append(row.features, n), append(row.values, f.Weight)
		}
		rows = append(rows, row)
	}
	return features, rows
}

// learn moves the weights a step towards the lesson's label.
func (l *learner) learn(r *lesson) {
	k := l.labels
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
		if c == r.label {
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

// table holds the weights worth keeping.
func (l *learner) table() *Table {
	t := &Table{Labels: l.labels}
	order := make([]int, len(l.features))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(l.features[a], l.features[b]) })
	var cells []cell
	for _, f := range order {
		values := l.w[f*l.labels : (f+1)*l.labels]
		usual := median(values)
		cells = cells[:0]
		for c, v := range values {
			if v -= usual; math.Abs(float64(v)) >= tooLow {
				cells = append(cells, cell{uint8(c), quantized(float64(v))})
			}
		}
		if len(cells) > 0 {
			t.row(l.features[f], cells)
		}
	}
	t.index()
	return t
}

// median is what a feature says of most labels. Probabilities do not change when
// all labels lose the same, and then most cells of a row are empty.
func median(values []float32) float32 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}

// quantized is a weight in units.
func quantized(v float64) int16 {
	return int16(max(-32000, min(32000, math.Round(v*unit))))
}
