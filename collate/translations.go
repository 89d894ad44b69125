package collate

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

// A kinship says that two editions are one work in two languages.
type kinship struct {
	a, b  int // indexes into the editions, a < b
	share float64
	sure  float64
	// The share of each text that is in beads, by length: a shortened
	// translation is wholly in the original, and not the reverse.
	inBeadsA, inBeadsB float64
}

const (
	// A fact that more editions have than this says too little to be followed.
	mostEditions = 400
	// So many rare facts of an edition are followed, and so many other editions
	// looked at closely: the cost is linear in the number of editions.
	factsFollowed  = 64
	mostCandidates = 6
)

// translations finds the pairs of editions that say the same in two languages,
// and says how many pairs it compared.
func translations(eds []edition, lex *lexicon.Lexicon) ([]kinship, int) {
	if len(languages(eds)) < 2 {
		return nil, 0
	}
	pairs := byFacts(eds, lex)
	found := make([]*kinship, len(pairs))
	groups := slices.Collect(chunks(pairs))
	inParallel(len(groups), func(g int) {
		var a *reading
		for i := groups[g][0]; i < groups[g][1]; i++ {
			if a == nil {
				a = newReading(eds[pairs[i][0]].clearest(), lex)
			}
			if al, ok := compareReadings(a, eds[pairs[i][1]].clearest(), lex); ok {
				inA, inB := al.aligned()
				found[i] = &kinship{pairs[i][0], pairs[i][1], al.share(), al.sure(), inA, inB}
			}
		}
	})
	return closest(found, len(eds)), len(pairs)
}

// chunks yields the ranges of pairs with the same first edition.
func chunks(pairs [][2]int) func(yield func([2]int) bool) {
	return func(yield func([2]int) bool) {
		for i := 0; i < len(pairs); {
			j := i + 1
			for j < len(pairs) && pairs[j][0] == pairs[i][0] {
				j++
			}
			if !yield([2]int{i, j}) {
				return
			}
			i = j
		}
	}
}

// compareReadings aligns two texts if it is worth while; ok is true if they
// are one work.
func compareReadings(a *reading, b *text, lex *lexicon.Lexicon) (al alignment, ok bool) {
	x, y := sides(a, newReading(b, lex))
	if !promising(x, y) {
		return al, false
	}
	al, ok = align(x, y)
	return al, ok && al.sameWork()
}

// closest keeps the kinships that are not much weaker than the best of either
// edition: who translates one text does not half translate another.
func closest(found []*kinship, n int) []kinship {
	const near = 0.6
	best := make([]float64, n)
	for _, k := range found {
		if k != nil {
			best[k.a], best[k.b] = max(best[k.a], k.share), max(best[k.b], k.share)
		}
	}
	var out []kinship
	for _, k := range found {
		if k != nil && k.share >= near*min(best[k.a], best[k.b]) {
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
	f := followed{eds: eds, keys: make([][]uint64, len(eds)), index: map[uint64][]int32{}, score: make([]float64, len(eds)), shared: make([]int, len(eds))}
	inParallel(len(eds), func(i int) { f.keys[i] = eds[i].clearest().factKeys(lex) })
	for i, ks := range f.keys {
		for _, k := range ks {
			f.index[k] = append(f.index[k], int32(i))
		}
	}
	var out [][2]int
	for i := range eds {
		for _, j := range f.closeTo(i) {
			out = append(out, [2]int{min(i, j), max(i, j)})
		}
	}
	slices.SortFunc(out, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return slices.Compact(out)
}

// followed is the facts of editions and where each is found.
type followed struct {
	eds    []edition
	keys   [][]uint64
	index  map[uint64][]int32
	score  []float64 // of each edition against the one at hand: rare facts count more
	shared []int
}

// closeTo returns the editions in other languages that share most of the rare
// facts of edition i.
func (f *followed) closeTo(i int) []int {
	rare := f.rare(i)
	var met, out []int
	for _, k := range rare {
		weight := math.Log2(1 + float64(len(f.eds))/float64(len(f.index[k])))
		for _, j := range f.index[k] {
			if f.eds[j][0].doc.Lang == f.eds[i][0].doc.Lang {
				continue
			}
			if f.shared[j] == 0 {
				met = append(met, int(j))
			}
			f.shared[j]++
			f.score[j] += weight
		}
	}
	slices.SortFunc(met, func(a, b int) int { return cmp.Or(cmp.Compare(f.score[b], f.score[a]), cmp.Compare(a, b)) })
	for _, j := range met {
		if len(out) < mostCandidates && 4*f.shared[j] >= min(len(rare), len(f.keys[j])) && inStep(f.keys[i], f.keys[j]) {
			out = append(out, j)
		}
		f.score[j], f.shared[j] = 0, 0
	}
	return out
}

// rare are the facts of edition i that are followed, the rarest first.
func (f *followed) rare(i int) []uint64 {
	out := slices.DeleteFunc(slices.Clone(f.keys[i]), func(k uint64) bool { return len(f.index[k]) > mostEditions })
	slices.SortFunc(out, func(a, b uint64) int {
		return cmp.Or(cmp.Compare(len(f.index[a]), len(f.index[b])), cmp.Compare(a, b))
	})
	return out[:min(len(out), factsFollowed)]
}

// factKeys are the facts of a text that few other texts have, in its order:
// days, figures, names but those of states, words in Latin letters.
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
	return firsts(out)
}

// firsts drops all but the first of equal keys.
func firsts(keys []uint64) []uint64 {
	seen := make(map[uint64]bool, len(keys))
	return slices.DeleteFunc(keys, func(k uint64) bool {
		was := seen[k]
		seen[k] = true
		return was
	})
}

// inStep reports whether two texts give enough of their facts in the same
// order: a third of those of the text that has fewer.
func inStep(a, b []uint64) bool {
	return 3*len(rising(unique(a, b))) >= min(len(a), len(b))
}

// alignTexts aligns two texts; ok is false if they are too long for it.
func alignTexts(a, b *text, lex *lexicon.Lexicon) (alignment, bool) {
	return align(facing(a, b, lex))
}

// facing reads two texts for each other.
func facing(a, b *text, lex *lexicon.Lexicon) (*side, *side) {
	return sides(newReading(a, lex), newReading(b, lex))
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

// What two texts must come up to, to be one work.
const (
	// The beads gain this share of the lighter text's weight. Translations gain
	// 0.19 and more, texts on the same events 0.13 at most.
	gainShare = 0.155
	// This share of the lighter text is in beads that gain a tenth of their
	// weight; less where Korean is compared, of which only the words of Chinese
	// origin are known.
	strongShare       = 0.6
	strongShareKorean = 0.5
	strongBead        = 0.1
	// And there are so many beads.
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

// strong is the share of the lighter text, by length, that is in beads which
// are hardly a matter of chance.
func (al alignment) strong() float64 {
	s := al.a
	if total(al.b.total) < total(al.a.total) {
		s = al.b
	}
	in := 0.0
	for _, bd := range al.beads {
		from, to := bd.a, bd.toA
		if s == al.b {
			from, to = bd.b, bd.toB
		}
		weight := total(al.a.total[bd.a:bd.toA]) + total(al.b.total[bd.b:bd.toB])
		if bd.gain >= strongBead*weight/2 {
			in += total(s.length[from:to])
		}
	}
	return in / max(1, total(s.length))
}

func (al alignment) sameWork() bool {
	least := strongShare
	if al.a.doc.Lang == entente.Korean || al.b.doc.Lang == entente.Korean {
		least = strongShareKorean
	}
	return al.share() >= gainShare && al.strong() >= least && len(al.beads) >= fewestBeads
}

// sure grows with the share that is answered and with the number of beads.
func (al alignment) sure() float64 {
	x := 0.55 + 0.45*min(1, (al.share()-gainShare)/gainShare)
	return x * (1 - 0.3/float64(len(al.beads)))
}
