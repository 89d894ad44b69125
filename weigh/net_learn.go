package weigh

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
)

// How a net is learned: passes over the lessons, the size of a step, how strongly
// weights are kept small, how often a feature must be seen, and which part of the
// features of a lesson is left out each time, so that none is relied upon alone.
const (
	netPasses  = 12
	netStep    = 0.05
	netKeepLow = 1e-3
	netOften   = 6
	leftOut    = 0.5
)

// LearnNet fits a net. The same lessons give the same net.
func LearnNet(labels int, lessons []Lesson) *Net {
	l := newNetLearner(labels, lessons)
	inTurn(l.random, netPasses, len(l.rows), func(n int) { l.learn(&l.rows[n]) })
	return l.net()
}

// A netLearner holds the weights of a net while they are being learned, by AdaGrad.
type netLearner struct {
	labels              int
	features            []uint32
	rows                []lesson
	shows, speaks, bias grownWeights
	random              *rand.Rand
	trait, back         [traits]float32 // what a lesson shows, and how much of that was wrong
	score               []float64
	kept                []int // features of a lesson that are not left out
}

// grownWeights are weights with the sum of the squares of their steps.
type grownWeights struct{ w, grown []float32 }

func newGrownWeights(n int) grownWeights {
	return grownWeights{make([]float32, n), make([]float32, n)}
}

// move takes a step against a slope.
func (g *grownWeights) move(at int, slope float32) {
	slope += netKeepLow * g.w[at]
	g.grown[at] += slope * slope
	g.w[at] -= netStep * slope / float32(math.Sqrt(float64(g.grown[at])+1e-4))
}

func newNetLearner(labels int, lessons []Lesson) *netLearner {
	l := &netLearner{labels: labels, random: newRandom(), score: make([]float64, labels)}
	l.features, l.rows = numbered(lessons, netOften)
	l.shows, l.speaks, l.bias = newGrownWeights(len(l.features)*traits), newGrownWeights(traits*labels), newGrownWeights(labels)
	for i := range l.shows.w {
		l.shows.w[i] = float32(l.random.NormFloat64() * 0.1)
	}
	for i := range l.speaks.w {
		l.speaks.w[i] = float32(l.random.NormFloat64() * 0.2)
	}
	return l
}

// learn moves the weights a step towards the lesson's label.
func (l *netLearner) learn(r *lesson) {
	l.look(r)
	l.back = [traits]float32{}
	for c, p := range l.score {
		miss := p
		if c == r.label {
			miss--
		}
		if miss *= r.weight; math.Abs(miss) < 1e-3 {
			continue
		}
		l.bias.move(c, float32(miss))
		for k, h := range l.trait {
			at := k*l.labels + c
			l.back[k] += float32(miss) * l.speaks.w[at]
			l.speaks.move(at, float32(miss)*h)
		}
	}
	for k, h := range l.trait {
		l.back[k] *= 1 - h*h
	}
	for _, i := range l.kept {
		for k, b := range l.back {
			l.shows.move(r.features[i]*traits+k, b*r.values[i])
		}
	}
}

// look finds the traits of a lesson by a part of its features, and the probability
// of each label.
func (l *netLearner) look(r *lesson) {
	l.trait, l.kept = [traits]float32{}, l.kept[:0]
	for i, f := range r.features {
		if l.random.Float64() < leftOut {
			continue
		}
		l.kept = append(l.kept, i)
		for k, w := range l.shows.w[f*traits : (f+1)*traits] {
			l.trait[k] += r.values[i] * w
		}
	}
	for c, b := range l.bias.w {
		l.score[c] = float64(b)
	}
	for k, sum := range l.trait {
		h := math.Tanh(float64(sum))
		l.trait[k] = float32(h)
		for c, w := range l.speaks.w[k*l.labels : (k+1)*l.labels] {
			l.score[c] += h * float64(w)
		}
	}
	softmax(l.score)
}

// net holds the weights in units. All features of a passage are there when it is
// read, so that each shows less.
func (l *netLearner) net() *Net {
	n := &Net{labels: l.labels}
	order := make([]int, len(l.features))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(l.features[a], l.features[b]) })
	for _, f := range order {
		n.hashes = append(n.hashes, l.features[f])
		for _, w := range l.shows.w[f*traits : (f+1)*traits] {
			n.shows = append(n.shows, int8(max(-127, min(127, math.Round(float64(w)*(1-leftOut)*traitUnit)))))
		}
	}
	for _, w := range l.speaks.w {
		n.speaks = append(n.speaks, quantized(float64(w)))
	}
	for _, w := range l.bias.w {
		n.bias = append(n.bias, quantized(float64(w)))
	}
	n.index()
	return n
}
