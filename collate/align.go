package collate

import (
	"math"
	"slices"
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
	used   []int      // of each key: the sentence of the bead at hand that it has answered
	bead   int        // beads looked at so far
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
		length: make([]float64, n), weight: make([]float64, len(number)), used: make([]int, len(number))}
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
			if u.kind == unitPair && len(w.keys) == 0 {
				continue // nothing that the other language could answer
			}
			s.total[i] += w.weight
			s.units[i] = append(s.units[i], w)
		}
	}
	return s
}

// found is the weight of the units of sentence i that the keys of the other
// side answer. A heavy word answered by a light one counts as the light one,
// and what has answered another sentence of the bead answers no more: so a
// sentence that was left out does not pass for half of the one beside it.
func (s *side) found(i int, keys []uint64, other *side) float64 {
	sum := 0.0
	stamp := s.bead<<20 | i + 1
	for _, u := range s.units[i] {
		best, by := 0.0, int32(-1)
		for _, k := range u.keys {
			if keys[k/64]&(1<<(k%64)) == 0 || s.used[k]>>20 == s.bead && s.used[k] != stamp {
				continue
			}
			if w := min(u.weight, other.weight[k]); w > best {
				best, by = w, k
			}
		}
		if by >= 0 {
			s.used[by] = stamp
			sum += best
		}
	}
	return sum
}

// Terms are what a bead must come up to.
type terms struct {
	answered float64 // the share of its weight that must be answered
	cost     float64 // what it must gain to be worth making
	off      float64 // how far lengths may differ, as a power of two, before it costs
	shapes   [][2]int
}

var (
	// Translations are answered by half their weight and more, sentences on the
	// same subject by a sixth.
	strict = terms{0.34, 1, 0.7, [][2]int{{1, 1}, {1, 2}, {2, 1}, {1, 3}, {3, 1}}}
	// Between two beads, sentences of like length left over on both sides are
	// likely to be each other's even where the dictionary knows few words.
	between = terms{0.12, 0, 0.5, [][2]int{{1, 1}}}
)

// What it is worth that both are headings, and costs that one is not.
const headings = 3.0

// align finds the beads that gain most, in the order of both texts. What is in
// no bead was left out or added. ok is false if the texts are too long for it.
func align(a, b *side) (al alignment, ok bool) {
	parts, ok := regions(a, b)
	if !ok {
		return alignment{}, false
	}
	var sure []bead
	for _, p := range parts {
		sure = append(sure, strict.best(a, b, p.a, p.toA, p.b, p.toB)...)
	}
	al = alignment{a: a, b: b}
	i, j := 0, 0
	for _, bd := range append(sure, bead{a: len(a.units), b: len(b.units)}) {
		if i < bd.a && j < bd.b && (bd.a-i)*(bd.b-j) <= largestRegion {
			al.beads = append(al.beads, between.best(a, b, i, bd.a, j, bd.b)...)
		}
		if bd.toA > bd.a {
			al.beads = append(al.beads, bd)
			al.gain += bd.gain
		}
		i, j = bd.toA, bd.toB
	}
	return al, true
}

// best finds the beads of sentences i0 to i1 of one side and j0 to j1 of the
// other.
func (t terms) best(a, b *side, i0, i1, j0, j1 int) []bead {
	n, m := i1-i0, j1-j0
	total := make([][]float64, n+1)
	from := make([][]int8, n+1)
	for i := range total {
		total[i], from[i] = make([]float64, m+1), make([]int8, m+1)
	}
	keys := make([]uint64, len(a.weight)/64+1)
	related := newRelation(a, b, i0, i1, j0, j1)
	for i := 0; i <= n; i++ {
		for j := 0; j <= m; j++ {
			if i > 0 {
				total[i][j], from[i][j] = total[i-1][j], -1
			}
			if j > 0 && total[i][j-1] > total[i][j] {
				total[i][j], from[i][j] = total[i][j-1], -2
			}
			for k, s := range t.shapes {
				x, y := i-s[0], j-s[1]
				if x < 0 || y < 0 || !related.all(x, i, y, j) {
					continue
				}
				if g := total[x][y] + t.gain(a, b, i0+x, i0+i, j0+y, j0+j, keys); g > total[i][j]+1e-9 {
					total[i][j], from[i][j] = g, int8(k+1)
				}
			}
		}
	}
	return t.trace(total, from, i0, j0)
}

// trace reads the best way back.
func (t terms) trace(total [][]float64, from [][]int8, i0, j0 int) []bead {
	var out []bead
	i, j := len(total)-1, len(total[0])-1
	for i > 0 && j > 0 {
		switch k := from[i][j]; {
		case k > 0:
			s := t.shapes[k-1]
			out = append(out, bead{i0 + i - s[0], i0 + i, j0 + j - s[1], j0 + j, total[i][j] - total[i-s[0]][j-s[1]]})
			i, j = i-s[0], j-s[1]
		case k == -2:
			j--
		default:
			i--
		}
	}
	slices.Reverse(out)
	return out
}

// A relation says which sentences have a key in common at all.
type relation struct {
	m     int
	found []bool
}

func newRelation(a, b *side, i0, i1, j0, j1 int) relation {
	r := relation{j1 - j0, make([]bool, (i1-i0)*(j1-j0))}
	for i := i0; i < i1; i++ {
		for j := j0; j < j1; j++ {
			for w, x := range a.has[i] {
				if x&b.has[j][w] != 0 {
					r.found[(i-i0)*r.m+j-j0] = true
					break
				}
			}
		}
	}
	return r
}

// all reports whether every sentence of a bead has a key in common with the
// other side. Beads have one sentence on one side at least.
func (r relation) all(i, toI, j, toJ int) bool {
	for x := i; x < toI; x++ {
		for y := j; y < toJ; y++ {
			if !r.found[x*r.m+y] {
				return false
			}
		}
	}
	return true
}

// gain is what a bead is worth: what is answered on both sides, less what must
// be, less a little where the lengths do not fit.
func (t terms) gain(a, b *side, i, toI, j, toJ int, keys []uint64) float64 {
	foundA, totalA, lengthA := a.answer(i, toI, b, j, toJ, keys)
	foundB, totalB, lengthB := b.answer(j, toJ, a, i, toI, keys)
	off := max(0, math.Abs(math.Log2((lengthA+20)/(lengthB+20)))-t.off)
	return (foundA+foundB)/2 - t.answered*(totalA+totalB)/2 - t.cost - 0.03*off*(totalA+totalB) + a.fit(i, toI, b, j, toJ)
}

// fit is what it tells that sentences are headings.
func (s *side) fit(i, toI int, other *side, j, toJ int) float64 {
	x, y := 0, 0
	for k := i; k < toI; k++ {
		if s.sentences[k].heading {
			x++
		}
	}
	for k := j; k < toJ; k++ {
		if other.sentences[k].heading {
			y++
		}
	}
	switch {
	case x == 0 && y == 0:
		return 0
	case x == toI-i && y == toJ-j:
		return headings
	}
	return -headings
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
	s.bead++
	for x := i; x < toI; x++ {
		found += s.found(x, bits, other)
		total += s.total[x]
		length += s.length[x]
	}
	return found, total, length
}
