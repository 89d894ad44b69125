package collate

import (
	"cmp"
	"slices"
)

// A match says that element a of one list is element b of the other.
type match struct{ a, b int }

// sequence aligns two lists: what is in each once and in the same order, and
// what is equal beside it (Cohen's patience diff).
func sequence(a, b []uint64) []match {
	anchors := rising(unique(a, b))
	var out []match
	i, j := 0, 0
	for _, m := range append(anchors, match{len(a), len(b)}) {
		back := 0
		for m.a-back > i && m.b-back > j && a[m.a-back-1] == b[m.b-back-1] {
			back++
		}
		for ; i < m.a-back && j < m.b-back && a[i] == b[j]; i, j = i+1, j+1 {
			out = append(out, match{i, j})
		}
		for ; back > 0; back-- {
			out = append(out, match{m.a - back, m.b - back})
		}
		if m.a < len(a) {
			out = append(out, m)
		}
		i, j = m.a+1, m.b+1
	}
	return out
}

// unique pairs the elements that stand once in each list, in the order of a.
func unique(a, b []uint64) []match {
	const none, many = -1, -2
	place := func(list []uint64) map[uint64]int {
		at := make(map[uint64]int, len(list))
		for i, h := range list {
			if _, ok := at[h]; ok {
				at[h] = many
			} else {
				at[h] = i
			}
		}
		return at
	}
	inA, inB := place(a), place(b)
	var out []match
	for i, h := range a {
		if j, ok := inB[h]; ok && j >= 0 && inA[h] == i {
			out = append(out, match{i, j})
		}
	}
	return out
}

// rising keeps the longest run of matches that are in order in b as they are
// in a.
func rising(ms []match) []match {
	var ends []int // index into ms of the last of the best sequence of each length
	before := make([]int, len(ms))
	for i, m := range ms {
		k, _ := slices.BinarySearchFunc(ends, m.b, func(e, b int) int { return cmp.Compare(ms[e].b, b) })
		before[i] = -1
		if k > 0 {
			before[i] = ends[k-1]
		}
		if k == len(ends) {
			ends = append(ends, i)
		} else {
			ends[k] = i
		}
	}
	out := make([]match, len(ends))
	if len(ends) == 0 {
		return out
	}
	for k, i := len(ends)-1, ends[len(ends)-1]; k >= 0; k, i = k-1, before[i] {
		out[k] = ms[i]
	}
	return out
}

// A run is letters that two texts share: n from a in one and from b in the
// other.
type run struct{ a, b, n int }

// runs aligns letters. Runs too short to mean anything are left out.
func runs(a, b []rune) []run {
	gram, least := 5, 8
	if dense(a) {
		gram, least = 3, 4
	}
	head := sharedStart(a, b)
	tail := sharedEnd(a[head:], b[head:])
	x, y := a[head:len(a)-tail], b[head:len(b)-tail]
	out := []run{{0, 0, head}}
	for _, m := range rising(unique(rolling(x, gram), rolling(y, gram))) {
		at, bt := m.a+head, m.b+head
		last := &out[len(out)-1]
		if at < last.a+last.n || bt < last.b+last.n {
			continue
		}
		back := sharedEnd(a[last.a+last.n:at], b[last.b+last.n:bt])
		n := back + sharedStart(a[at:len(a)-tail], b[bt:len(b)-tail])
		out = append(out, run{at - back, bt - back, n})
	}
	out = append(out, run{len(a) - tail, len(b) - tail, tail})
	return slices.DeleteFunc(out, func(r run) bool {
		edge := r.a == 0 && r.b == 0 || r.a+r.n == len(a) && r.b+r.n == len(b)
		return r.n == 0 || r.n < least && !edge
	})
}

// sharedStart is how many letters two runs begin with in common.
func sharedStart(a, b []rune) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// sharedEnd is how many they end with in common.
func sharedEnd(a, b []rune) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}
