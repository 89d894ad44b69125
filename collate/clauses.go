package collate

import "strings"

// A clause is part of a sentence: units from:to of a side, and its place.
type clause struct {
	start, end int // in the document
	letters    int
	found      float64 // weight answered by the bead's other side
	total      float64
	figures    bool // has a figure or date that is not answered
}

// clauses splits sentence i at commas and weighs each part against the keys of
// the other side's sentences.
func (s *side) clauses(i int, keys []uint64, other *side) []clause {
	v := s.view(s.sentences[i].start, s.sentences[i].end)
	var out []clause
	from := 0
	for k := range len(v.Text) + 1 {
		if k < len(v.Text) && !comma(v.Text, k) {
			continue
		}
		if k > from {
			c := clause{letters: len(appendLetters(nil, v.Text[from:k]))}
			c.start, c.end = v.Span(from, k)
			for _, u := range s.units[i] {
				if u.unit.start >= from && u.unit.start < k {
					w := s.answers(u, keys, other)
					c.total += u.weight
					c.found += w
					c.figures = c.figures || w == 0 && (u.unit.kind == unitFigure || u.unit.kind == unitDate)
				}
			}
			out = append(out, c)
		}
		from = k + 1
	}
	return out
}

// comma reports whether a clause ends at text[k]. A comma inside a number does
// not end one.
func comma(text []rune, k int) bool {
	if !strings.ContainsRune("，,；;：:—", text[k]) {
		return false
	}
	return k == 0 || k+1 == len(text) || !digit(text[k-1]) || !digit(text[k+1])
}

// answers is the weight of the best key of a unit that the other side has.
func (s *side) answers(u weighted, keys []uint64, other *side) float64 {
	best := 0.0
	for _, k := range u.keys {
		if keys[k/64]&(1<<(k%64)) != 0 {
			best = max(best, min(u.weight, other.weight[k]))
		}
	}
	return best
}

// keysOf joins the keys of sentences from:to.
func (s *side) keysOf(from, to int) []uint64 {
	out := make([]uint64, len(s.has[from]))
	for i := from; i < to; i++ {
		for w, x := range s.has[i] {
			out[w] |= x
		}
	}
	return out
}
