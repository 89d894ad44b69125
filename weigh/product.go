package weigh

import (
	"math"
	"slices"
)

// A Product is two passages of which each speaks for plus or minus, and a reader
// gave only the product of the two: that fewer troops bring less tension is plus.
type Product struct {
	A, B   []Feature
	Minus  bool
	Weight float64
}

// The labels of a side.
const (
	AsPlus = iota
	AsMinus
)

// leaning is where a side stands of which nothing is known: most speak for plus.
// Without it both sides would stand in the middle, from where no step is uphill.
const leaning = -2

// LearnProduct fits weights for the sign of a side. Features seen fewer times than
// often say nothing. The same lessons give the same weights.
func LearnProduct(lessons []Product, often int) *Table {
	l := &products{at: map[uint32]int{}}
	for _, p := range lessons {
		l.count(p.A)
		l.count(p.B)
	}
	l.number(often)
	inTurn(newRandom(), passes, len(lessons), func(n int) { l.learn(&lessons[n]) })
	return l.table()
}

// products holds the weights of minus while they are being learned.
type products struct {
	at       map[uint32]int // first how often a feature is seen, then its number
	hashes   []uint32
	w, grown []float64
}

func (l *products) count(features []Feature) {
	for _, f := range features {
		l.at[f.Hash]++
	}
}

func (l *products) number(often int) {
	for hash, n := range l.at {
		if n >= often {
			l.hashes = append(l.hashes, hash)
		}
	}
	slices.Sort(l.hashes)
	clear(l.at)
	for i, hash := range l.hashes {
		l.at[hash] = i
	}
	l.w, l.grown = make([]float64, len(l.hashes)), make([]float64, len(l.hashes))
}

// learn moves the weights a step towards the product that the reader gave.
func (l *products) learn(p *Product) {
	a, b := logistic(l.sum(p.A)), logistic(l.sum(p.B))
	minus := a*(1-b) + b*(1-a)
	miss := minus
	if p.Minus {
		miss--
	}
	const far = 1e-4
	miss *= p.Weight / max(far, minus*(1-minus))
	l.step(p.A, miss*(1-2*b)*a*(1-a))
	l.step(p.B, miss*(1-2*a)*b*(1-b))
}

func (l *products) sum(features []Feature) float64 {
	sum := float64(leaning)
	for _, f := range features {
		if n, ok := l.at[f.Hash]; ok {
			sum += float64(f.Weight) * l.w[n]
		}
	}
	return sum
}

func (l *products) step(features []Feature, slope float64) {
	for _, f := range features {
		if n, ok := l.at[f.Hash]; ok {
			g := slope*float64(f.Weight) + keepLow*l.w[n]
			l.grown[n] += g * g
			l.w[n] -= step * g / math.Sqrt(l.grown[n]+1e-2)
		}
	}
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

func (l *products) table() *Table {
	t := &Table{Labels: 2}
	for i, hash := range l.hashes {
		if math.Abs(l.w[i]) >= tooLow {
			t.row(hash, []cell{{AsMinus, quantized(l.w[i])}})
		}
	}
	t.index()
	return t
}

// Sign is the probability that a side speaks for minus.
func (t *Table) Sign(features []Feature) float64 {
	var s Score
	s[AsMinus] = leaning * unit * unit
	t.Add(&s, features)
	share, sum := t.Shares(&s)
	return share[AsMinus] / sum
}
