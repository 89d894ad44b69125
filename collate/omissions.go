package collate

import (
	"cmp"
	"math"
	"slices"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

// translated compares an original with a translation: what was left out, what
// was added, and which figures, dates, names and titles differ.
func translated(a, b *text, lex *lexicon.Lexicon) entente.VersionPair {
	p := entente.VersionPair{Original: a.doc.Name, Version: b.doc.Name, OriginalID: a.doc.ID, VersionID: b.doc.ID,
		Relation: entente.Translation, Omitted: []entente.Span{}, Added: []entente.Span{}}
	al, ok := alignTexts(a, b, lex)
	if !ok {
		return p
	}
	inA, inB := al.members()
	p.Omitted, p.AlignedShare = a.outside(inA)
	p.Added, _ = b.outside(al.echoes(inB))
	norm := al.ratio()
	for _, bd := range al.beads {
		p.Omitted = append(p.Omitted, al.a.gaps(bd.a, bd.toA, al.b, bd.b, bd.toB, norm)...)
		p.Added = append(p.Added, al.b.gaps(bd.b, bd.toB, al.a, bd.a, bd.toA, 1/norm)...)
	}
	inOrder(p.Omitted)
	inOrder(p.Added)
	p.Differences = al.differences(inA, lex)
	p.Aligned = al.passages()
	return p
}

// passages are the places of the beads in the two documents.
func (al alignment) passages() []entente.Aligned {
	var out []entente.Aligned
	for _, bd := range al.beads {
		out = append(out, entente.Aligned{
			Original: [2]int{al.a.sentences[bd.a].start, al.a.sentences[bd.toA-1].end},
			Version:  [2]int{al.b.sentences[bd.b].start, al.b.sentences[bd.toB-1].end},
		})
	}
	return out
}

func inOrder(spans []entente.Span) {
	slices.SortFunc(spans, func(a, b entente.Span) int { return cmp.Compare(a.Start, b.Start) })
}

// members says of each sentence whether it is in a bead.
func (al alignment) members() (a, b []bool) {
	a, b = make([]bool, len(al.a.units)), make([]bool, len(al.b.units))
	for _, bd := range al.beads {
		for i := bd.a; i < bd.toA; i++ {
			a[i] = true
		}
		for j := bd.b; j < bd.toB; j++ {
			b[j] = true
		}
	}
	return a, b
}

// outside lists the sentences that are in no bead, and gives the share of
// those that are.
func (t *text) outside(in []bool) ([]entente.Span, float64) {
	out := []entente.Span{}
	for i, ok := range in {
		if !ok {
			out = append(out, t.span(i))
		}
	}
	return out, rounded(1 - float64(len(out))/float64(max(1, len(in))))
}

// echoes adds to the sentences of the version that are in beads those that
// repeat what a neighbouring bead's original says: the translator split a
// sentence further than beads go, or said it twice.
func (al alignment) echoes(in []bool) []bool {
	const repeated = 0.4
	out := slices.Clone(in)
	for n, bd := range al.beads {
		keys := al.a.keysOf(bd.a, bd.toA)
		before, after := 0, len(in)
		if n > 0 {
			before = al.beads[n-1].toB
		}
		if n+1 < len(al.beads) {
			after = al.beads[n+1].b
		}
		for j := before; j < after; j++ {
			if in[j] || al.b.total[j] == 0 {
				continue
			}
			found := 0.0
			for _, u := range al.b.units[j] {
				found += al.b.answers(u, keys, al.a)
			}
			out[j] = out[j] || found >= repeated*al.b.total[j]
		}
	}
	return out
}

// ratio is how much longer the original's sentences are than the version's
// that translate them: the median over beads of one sentence each.
func (al alignment) ratio() float64 {
	var all []float64
	for _, bd := range al.beads {
		if bd.toA == bd.a+1 && bd.toB == bd.b+1 {
			all = append(all, (al.a.length[bd.a]+1)/(al.b.length[bd.b]+1))
		}
	}
	if len(all) == 0 {
		return 1
	}
	slices.Sort(all)
	return min(2, max(0.5, all[len(all)/2]))
}

const (
	// Clauses are looked for where a side is longer than the other by this.
	tooLong = 1.3
	// or, for a clause with a figure or date that is not answered, by this.
	tooLongForFigure = 1.1
	// Without them it must still be at least so long.
	longEnough = 0.75
	// Of a clause that was left out less than this is answered,
	clauseAnswered = 0.25
	// and it weighs something.
	clauseWeight = 10
)

// gaps lists the clauses of sentences i to toI that have no counterpart in the
// other side's: only where the lengths say that something is missing.
func (s *side) gaps(i, toI int, other *side, j, toJ int, norm float64) []entente.Span {
	length, theirs := total(s.length[i:toI])/norm, total(other.length[j:toJ])
	if length < tooLongForFigure*theirs {
		return nil
	}
	worth := letterWorth(s.text) / norm
	keys := other.keysOf(j, toJ)
	var out []entente.Span
	for x := i; x < toI; x++ {
		all := s.clauses(x, keys, other)
		order := make([]int, len(all))
		for k := range order {
			order[k] = k
		}
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(all[a].share(), all[b].share()) })
		gone := make([]bool, len(all))
		for _, k := range order {
			c := all[k]
			rest := length - worth*float64(c.letters)
			if length < tooLong*theirs && (!c.figures || c.found > 0) {
				continue
			}
			if len(all) > 1 && c.total >= clauseWeight && c.share() < clauseAnswered && rest >= longEnough*theirs {
				gone[k], length = true, rest
			}
		}
		out = append(out, s.joined(all, gone)...)
	}
	return out
}

// share is what of the clause is answered.
func (c clause) share() float64 {
	if c.total == 0 {
		return math.Inf(1)
	}
	return c.found / c.total
}

// joined makes one span of neighbouring clauses.
func (s *side) joined(all []clause, gone []bool) []entente.Span {
	var out []entente.Span
	for k := 0; k < len(all); k++ {
		if !gone[k] {
			continue
		}
		from := k
		for k+1 < len(all) && gone[k+1] {
			k++
		}
		out = append(out, s.doc.Span(all[from].start, all[k].end))
	}
	return out
}
