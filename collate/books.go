package collate

import (
	"cmp"
	"slices"
)

// A region is sentences of both sides that are aligned with each other.
type region struct{ a, toA, b, toB int }

const (
	// The most pairs of sentences that are aligned at once.
	largestRegion = 4_000_000
	// Long texts are cut so often, at sentences that are surely each other's.
	regionLength = 400
)

// regions cuts two texts that are too long to be aligned at once, where
// sentences share words that stand nowhere else in either. ok is false if
// there are too few such places.
func regions(a, b *side) (out []region, ok bool) {
	n, m := len(a.units), len(b.units)
	if n*m <= largestRegion {
		return []region{{0, n, 0, m}}, true
	}
	last := region{}
	for _, at := range append(rising(anchors(a, b)), match{n, m}) {
		if at.a-last.toA < regionLength && at.a < n {
			continue
		}
		last = region{last.toA, at.a, last.toB, at.b}
		if (last.toA-last.a)*(last.toB-last.b) > largestRegion {
			return nil, false
		}
		out = append(out, last)
	}
	return out, true
}

// anchors pairs the sentences that share at least two keys which no other
// sentence has, in the order of a.
func anchors(a, b *side) []match {
	const least = 2
	inA, inB := a.onlyIn(), b.onlyIn()
	votes := map[match]int{}
	for k := range inA {
		if inA[k] >= 0 && inB[k] >= 0 {
			votes[match{inA[k], inB[k]}]++
		}
	}
	var out []match
	for m, n := range votes {
		if n >= least {
			out = append(out, m)
		}
	}
	slices.SortFunc(out, func(x, y match) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	return slices.CompactFunc(out, func(x, y match) bool { return x.a == y.a })
}

// onlyIn gives for each key the one sentence that has it, or -1.
func (s *side) onlyIn() []int {
	const none, many = -1, -2
	at := make([]int, len(s.weight))
	for k := range at {
		at[k] = none
	}
	for i, us := range s.units {
		for _, u := range us {
			for _, k := range u.keys {
				if at[k] == none || at[k] == i {
					at[k] = i
				} else {
					at[k] = many
				}
			}
		}
	}
	return at
}
