package collate

import (
	"math"
	"math/bits"
)

// A bead is sentences of one text and the sentences of another that say the
// same: a[from:to] and b[from:to].
type bead struct {
	a, toA, b, toB int
	gain           float64
}

// An alignment is the beads of two texts in order, and what was compared.
type alignment struct {
	a, b  *side
	beads []bead
	gain  float64
}

// A side is a reading as one of the two of a pair: only keys that both have
// are kept, as bits.
type side struct {
	*reading
	units  [][]weighted
	total  []float64  // weight of each sentence
	has    [][]uint64 // keys of each sentence
	length []float64  // of each sentence, as letters of English
	weight []float64  // of each key
}

// A weighted unit of a pair: its keys as numbers, none if the other text never
// has any of them.
type weighted struct {
	weight float64
	keys   []int32
	unit   *unit
}

// sides prepares two readings for each other.
func sides(a, b *reading) (*side, *side) {
	number := map[uint64]int32{}
	inA := map[uint64]bool{}
	for _, us := range a.units {
		for _, u := range us {
			for _, k := range u.keys {
				inA[k] = true
			}
		}
	}
	for _, us := range b.units {
		for _, u := range us {
			for _, k := range u.keys {
				if _, ok := number[k]; !ok && inA[k] {
					number[k] = int32(len(number))
				}
			}
		}
	}
	return newSide(a, number), newSide(b, number)
}

// Letters of English that a letter of each script is worth in translation.
func letterWorth(t *text) float64 {
	switch {
	case t.doc.Lang == "zh":
		return 3.2
	case t.doc.Lang == "ja":
		return 2.1
	case t.doc.Lang == "ko":
		return 2.3
	}
	return 1
}

func newSide(r *reading, number map[uint64]int32) *side {
	n := len(r.units)
	s := &side{reading: r, units: make([][]weighted, n), total: make([]float64, n), has: make([][]uint64, n),
		length: make([]float64, n), weight: make([]float64, len(number))}
	worth := letterWorth(r.text)
	for i, us := range r.units {
		s.has[i] = make([]uint64, (len(number)+63)/64)
		s.length[i] = worth * float64(r.sentences[i].size)
		for k := range us {
			u := &us[k]
			w := weighted{weight: r.weights[u.id] * kindWeight[u.kind], unit: u}
			for _, key := range u.keys {
				if n, ok := number[key]; ok {
					w.keys = append(w.keys, n)
					s.has[i][n/64] |= 1 << (n % 64)
					s.weight[n] = max(s.weight[n], w.weight)
				}
			}
			s.total[i] += w.weight
			s.units[i] = append(s.units[i], w)
		}
	}
	return s
}

// found is the weight of the units of sentence i that the keys of the other
// side answer. A heavy word answered by a light one counts as the light one.
func (s *side) found(i int, keys []uint64, other *side) float64 {
	sum := 0.0
	for _, u := range s.units[i] {
		best := 0.0
		for _, k := range u.keys {
			if keys[k/64]&(1<<(k%64)) != 0 {
				best = max(best, min(u.weight, other.weight[k]))
			}
		}
		sum += best
	}
	return sum
}

const (
	// The share of a sentence's weight that must be answered: translations are
	// answered by half and more, sentences on the same subject by a sixth.
	answered = 0.28
	// What a bead must gain to be worth making.
	beadCost = 1.0
)

// The shapes of beads: how many sentences of each text.
var shapes = [][2]int{{1, 1}, {1, 2}, {2, 1}, {1, 3}, {3, 1}}

// align finds the beads that gain most, in the order of both texts. What is in
// no bead was left out or added.
func align(a, b *side) alignment {
	n, m := len(a.units), len(b.units)
	best := make([][]float64, n+1)
	from := make([][]int8, n+1)
	for i := range best {
		best[i], from[i] = make([]float64, m+1), make([]int8, m+1)
	}
	keys := make([]uint64, len(a.weight)/64+1)
	single := newGains(a, b)
	for i := 0; i <= n; i++ {
		for j := 0; j <= m; j++ {
			if i > 0 && best[i-1][j] > best[i][j] {
				best[i][j], from[i][j] = best[i-1][j], -1
			}
			if j > 0 && best[i][j-1] > best[i][j] {
				best[i][j], from[i][j] = best[i][j-1], -2
			}
			for k, s := range shapes {
				if i < s[0] || j < s[1] || !single.may(i-s[0], i, j-s[1], j) {
					continue
				}
				if g := best[i-s[0]][j-s[1]] + gain(a, b, i-s[0], i, j-s[1], j, keys); g > best[i][j]+1e-9 {
					best[i][j], from[i][j] = g, int8(k+1)
				}
			}
		}
	}
	return trace(a, b, best, from)
}

// gains holds what each pair of sentences answers, to pass over hopeless beads.
type gains struct {
	m     int
	worth []bool
}

func newGains(a, b *side) gains {
	g := gains{len(b.units), make([]bool, len(a.units)*len(b.units))}
	for i := range a.units {
		for j := range b.units {
			n := 0
			for w, x := range a.has[i] {
				n += bits.OnesCount64(x & b.has[j][w])
			}
			g.worth[i*g.m+j] = n >= 1
		}
	}
	return g
}

// may reports whether every sentence of a bead has something in common with
// the other side.
func (g gains) may(i, toI, j, toJ int) bool {
	for x := i; x < toI; x++ {
		any := false
		for y := j; y < toJ; y++ {
			any = any || g.worth[x*g.m+y]
		}
		if !any {
			return false
		}
	}
	for y := j; y < toJ; y++ {
		any := false
		for x := i; x < toI; x++ {
			any = any || g.worth[x*g.m+y]
		}
		if !any {
			return false
		}
	}
	return true
}

// gain is what a bead is worth: what is answered on both sides, less what must
// be, less a little where the lengths do not fit.
func gain(a, b *side, i, toI, j, toJ int, keys []uint64) float64 {
	foundA, totalA, lengthA := a.answer(i, toI, b, j, toJ, keys)
	foundB, totalB, lengthB := b.answer(j, toJ, a, i, toI, keys)
	off := max(0, math.Abs(math.Log2((lengthA+20)/(lengthB+20)))-0.7)
	return (foundA+foundB)/2 - answered*(totalA+totalB)/2 - beadCost - 0.03*off*(totalA+totalB)
}

// answer sums over sentences i to toI what the other side's sentences answer.
func (s *side) answer(i, toI int, other *side, j, toJ int, keys []uint64) (found, total, length float64) {
	bits := other.has[j]
	if toJ > j+1 {
		bits = keys[:len(bits)]
		copy(bits, other.has[j])
		for y := j + 1; y < toJ; y++ {
			for w, x := range other.has[y] {
				bits[w] |= x
			}
		}
	}
	for x := i; x < toI; x++ {
		found += s.found(x, bits, other)
		total += s.total[x]
		length += s.length[x]
	}
	return found, total, length
}

// trace reads the best way back.
func trace(a, b *side, best [][]float64, from [][]int8) alignment {
	i, j := len(a.units), len(b.units)
	al := alignment{a: a, b: b, gain: best[i][j]}
	for i > 0 || j > 0 {
		switch k := from[i][j]; {
		case k > 0:
			s := shapes[k-1]
			al.beads = append(al.beads, bead{i - s[0], i, j - s[1], j, best[i][j] - best[i-s[0]][j-s[1]]})
			i, j = i-s[0], j-s[1]
		case k == -2 || i == 0:
			j--
		default:
			i--
		}
	}
	for x, y := 0, len(al.beads)-1; x < y; x, y = x+1, y-1 {
		al.beads[x], al.beads[y] = al.beads[y], al.beads[x]
	}
	return al
}
