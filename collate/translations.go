package collate

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/ententelab/entente/lexicon"
)

// A kinship says that two editions are one work in two languages.
type kinship struct {
	a, b int // indexes into the editions, a < b
	sure float64
}

const (
	// A fact that more editions have than this says too little to be followed.
	mostEditions = 400
	// So many rare facts of an edition are followed, and so many other editions
	// looked at closely: the cost is linear in the number of editions.
	factsFollowed   = 64
	mostCandidates  = 6
	fewestSharedOf  = 0.25 // of the facts of the edition that has fewer
	largestProducts = 4_000_000
)

// translations finds the pairs of editions that say the same in two languages.
func translations(eds []edition, lex *lexicon.Lexicon) []kinship {
	if len(languages(eds)) < 2 {
		return nil
	}
	pairs := byFacts(eds, lex)
	found := make([]*kinship, len(pairs))
	inParallel(len(pairs), func(i int) {
		a, b := eds[pairs[i][0]].clearest(), eds[pairs[i][1]].clearest()
		if len(a.sentences)*len(b.sentences) > largestProducts {
			return
		}
		x, y := facing(a, b, lex)
		if !promising(x, y) {
			return
		}
		if al := align(x, y); al.sameWork() {
			found[i] = &kinship{pairs[i][0], pairs[i][1], al.sure()}
		}
	})
	var out []kinship
	for _, k := range found {
		if k != nil {
			out = append(out, *k)
		}
	}
	return out
}

func languages(eds []edition) map[string]bool {
	out := map[string]bool{}
	for _, e := range eds {
		out[string(e[0].doc.Lang)] = true
	}
	return out
}

// byFacts returns the pairs of editions in two languages that share rare
// facts.
func byFacts(eds []edition, lex *lexicon.Lexicon) [][2]int {
	keys := make([][]uint64, len(eds))
	inParallel(len(eds), func(i int) { keys[i] = eds[i].clearest().factKeys(lex) })
	index := map[uint64][]int32{}
	for i, ks := range keys {
		for _, k := range ks {
			index[k] = append(index[k], int32(i))
		}
	}
	var pairs [][2]int
	score := make([]float64, len(eds))
	shared := make([]int, len(eds))
	for i, ks := range keys {
		slices.SortFunc(ks, func(a, b uint64) int { return cmp.Or(cmp.Compare(len(index[a]), len(index[b])), cmp.Compare(a, b)) })
		var met []int
		for _, k := range ks {
			if len(index[k]) > mostEditions {
				break
			}
			weight := math.Log2(1 + float64(len(eds))/float64(len(index[k])))
			for _, j := range index[k] {
				if eds[j][0].doc.Lang == eds[i][0].doc.Lang {
					continue
				}
				if shared[j] == 0 {
					met = append(met, int(j))
				}
				shared[j]++
				score[j] += weight
			}
		}
		slices.SortFunc(met, func(a, b int) int { return cmp.Or(cmp.Compare(score[b], score[a]), cmp.Compare(a, b)) })
		for n, j := range met {
			if n < mostCandidates && float64(shared[j]) >= fewestSharedOf*float64(min(len(ks), len(keys[j]), factsFollowed)) {
				pairs = append(pairs, [2]int{min(i, j), max(i, j)})
			}
			score[j], shared[j] = 0, 0
		}
	}
	slices.SortFunc(pairs, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return slices.Compact(pairs)
}

// factKeys are the facts of a text that few other texts have: days, figures,
// names but those of states, words in Latin letters.
func (t *text) factKeys(lex *lexicon.Lexicon) []uint64 {
	var out []uint64
	for _, s := range t.sentences {
		for _, f := range facts(t.view(s.start, s.end).Text, lex, t.latinScript()) {
			switch f.kind {
			case factName:
				if e := lex.Entry(f.key[1:]); e != nil && (e.Type == lexicon.Concept || e.Kind == "state") {
					continue
				}
			case factDate:
				if !strings.Contains(f.key, "-") {
					continue
				}
			case factFigure:
				if len(f.key) < 2 {
					continue // a small number counts something in every text
				}
			}
			out = append(out, key(f.key))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// alignTexts aligns two texts; ok is false if they are too long for it.
func alignTexts(a, b *text, lex *lexicon.Lexicon) (alignment, bool) {
	if len(a.sentences)*len(b.sentences) > largestProducts {
		return alignment{}, false
	}
	return align(facing(a, b, lex)), true
}

// facing reads two texts for each other.
func facing(a, b *text, lex *lexicon.Lexicon) (*side, *side) {
	bridge := bridgeOf(a.doc.Lang, b.doc.Lang)
	return sides(newReading(a, bridge, lex), newReading(b, bridge, lex))
}

// promising looks at a sample of the lighter text's sentences: whether the
// best that any sentence of the other text would gain comes up to what a
// version must. It saves aligning texts that only share some names.
func promising(a, b *side) bool {
	const sample = 24
	if total(b.total) < total(a.total) {
		a, b = b, a
	}
	keys := make([]uint64, len(a.weight)/64+1)
	gained, weight := 0.0, 0.0
	n := len(a.units)
	for k := range min(n, sample) {
		i := k * n / min(n, sample)
		best := 0.0
		for j := range b.units {
			best = max(best, strict.gain(a, b, i, i+1, j, j+1, keys))
		}
		gained, weight = gained+best, weight+a.total[i]
	}
	return gained >= 0.8*gainShare*weight
}

const (
	// Two texts are one work if the beads gain this much of what the lighter
	// text weighs; texts on the same events gain a tenth at most.
	gainShare = 0.15
	// and hold this share of that text.
	alignedShare = 0.5
	// and are so many, or all sentences there are.
	fewestBeads = 3
)

// share is what the beads gain of the weight of the lighter text.
func (al alignment) share() float64 {
	return al.gain / max(1, min(total(al.a.total), total(al.b.total)))
}

func total(list []float64) float64 {
	sum := 0.0
	for _, x := range list {
		sum += x
	}
	return sum
}

// aligned is the share of each text that is in beads, by length.
func (al alignment) aligned() (a, b float64) {
	for _, bd := range al.beads {
		a += total(al.a.length[bd.a:bd.toA])
		b += total(al.b.length[bd.b:bd.toB])
	}
	return a / max(1, total(al.a.length)), b / max(1, total(al.b.length))
}

func (al alignment) sameWork() bool {
	a, b := al.aligned()
	if total(al.a.total) > total(al.b.total) {
		a = b
	}
	return al.share() >= gainShare && a >= alignedShare && len(al.beads) >= fewestBeads
}

// sure grows with the share that is answered and with the number of beads.
func (al alignment) sure() float64 {
	x := 0.5 + 0.5*min(1, (al.share()-gainShare)/gainShare)
	return x * (1 - 0.5/float64(len(al.beads)))
}
