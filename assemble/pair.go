package assemble

import (
	"cmp"
	"slices"

	"github.com/ententelab/entente"
)

// Pair ties each statement of a translation to the statement of the original
// that it translates: of the same kind, in the passage that says the same, and
// alike in what it says. Statements are changed in place; the pairs are one to
// one. Where the two disagree on a slot, the translation has changed it.
func Pair(c entente.Collation, lists ...[]entente.Statement) {
	byDoc := map[entente.DocID][]*entente.Statement{}
	for _, sts := range lists {
		for i := range sts {
			sts[i].Pair = ""
			byDoc[sts[i].Doc] = append(byDoc[sts[i].Doc], &sts[i])
		}
	}
	for _, p := range c.Pairs {
		for _, a := range p.Aligned {
			pairPassage(inside(byDoc[p.OriginalID], a.Original), inside(byDoc[p.VersionID], a.Version))
		}
	}
}

func inside(sts []*entente.Statement, place [2]int) []*entente.Statement {
	var out []*entente.Statement
	for _, s := range sts {
		if place[0] <= s.Start && s.End <= place[1] {
			out = append(out, s)
		}
	}
	return out
}

// pairPassage pairs the statements of two passages, the most alike first; of
// those equally alike, the ones that stand at the same place in their order.
func pairPassage(original, version []*entente.Statement) {
	type candidate struct {
		score float64
		i, j  int
	}
	var all []candidate
	for i, o := range original {
		for j, v := range version {
			if s := likeness(o, v); s > 0 && v.Pair == "" {
				apart := float64(i)/float64(len(original)) - float64(j)/float64(len(version))
				all = append(all, candidate{s - 0.5*max(apart, -apart), i, j})
			}
		}
	}
	slices.SortFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.i, b.i), cmp.Compare(a.j, b.j))
	})
	taken := map[int]bool{}
	for _, c := range all {
		if !taken[c.i] && version[c.j].Pair == "" {
			taken[c.i] = true
			version[c.j].Pair = original[c.i].ID
		}
	}
}

// likeness is how much two statements say the same: 0 if they cannot be one
// and its translation.
func likeness(a, b *entente.Statement) float64 {
	if a.Kind != b.Kind {
		return 0
	}
	same := func(equal bool, worth float64) float64 {
		if equal {
			return worth
		}
		return 0
	}
	switch a.Kind {
	case entente.KindClaim:
		x, y := a.Claim, b.Claim
		return 0.5 + same(x.CauseConcept == y.CauseConcept, 1) + same(x.EffectConcept == y.EffectConcept, 1) +
			same(x.Polarity == y.Polarity, 0.3) + same(x.Modality == y.Modality, 0.3)
	case entente.KindFigure:
		x, y := a.Figure, b.Figure
		return same(x.Unit == y.Unit, 1) * (0.5 + same(x.Value != nil && y.Value != nil && *x.Value == *y.Value, 1))
	case entente.KindEvent:
		return same(a.Event.Action == b.Event.Action, 1) + same(a.Event.Date == b.Event.Date, 1)
	case entente.KindPosition:
		return same(states(a.Position.Speaker) == states(b.Position.Speaker), 1) + same(a.Position.Stance == b.Position.Stance, 1)
	}
	return 0
}
