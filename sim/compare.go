package sim

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"sort"

	entente "github.com/ententelab/entente"
)

// Compare says what a scenario does to an outcome at a time, member by member
// against base. The samples must have the same seed and number of members.
func Compare(base, other *Sample, variable entente.VariableName, at float64) (entente.Answer, error) {
	a := entente.Answer{Scenario: other.Scenario, Variable: variable}
	was, is, err := pairs(base, other, variable, at)
	if err != nil {
		return a, err
	}
	change := make([]float64, len(is))
	size := 0.0
	for i := range is {
		change[i] = is[i] - was[i]
		size = math.Max(size, math.Max(math.Abs(is[i]), math.Abs(was[i])))
	}
	a.At = other.Time[other.row(at)]
	a.Base = quantileOf(ascending(was), 0.5)
	sortedChange := ascending(change)
	a.Low, a.Median, a.High = quantileOf(sortedChange, 0.05), quantileOf(sortedChange, 0.5), quantileOf(sortedChange, 0.95)
	a.Direction, a.Agree = direction(change, size*noChange)
	a.HangsOn = other.hangsOn(change)
	return a, nil
}

// noChange is the share of a value below which a change is none: less than a
// thousandth is nothing that a reader of such a model should build on.
const noChange = 1e-3

func pairs(base, other *Sample, variable entente.VariableName, at float64) (was, is []float64, err error) {
	if base.Seed != other.Seed || base.Members != other.Members {
		return nil, nil, &entente.Error{Kind: entente.Usage, Msg: "only ensembles with the same seed and members compare"}
	}
	was, is = base.At(variable, at), other.At(variable, at)
	if was == nil || is == nil {
		return nil, nil, &entente.Error{Kind: entente.Usage, Msg: fmt.Sprintf("the ensembles do not have %q", variable)}
	}
	return was, is, nil
}

// direction is the most frequent direction and its share.
func direction(change []float64, none float64) (string, float64) {
	up, down := 0, 0
	for _, c := range change {
		switch {
		case c > none:
			up++
		case c < -none:
			down++
		}
	}
	n := float64(len(change))
	same := len(change) - up - down
	switch {
	case same >= up && same >= down:
		return "none", float64(same) / n
	case up >= down:
		return "up", float64(up) / n
	}
	return "down", float64(down) / n
}

// hangsOn names the drawn constants that the change goes with most, by rank
// correlation: at most three, none weaker than hangs.
func (s *Sample) hangsOn(change []float64) []string {
	type weight struct {
		name string
		rho  float64
	}
	var all []weight
	target := ranks(change)
	if target == nil {
		return nil
	}
	drawn := s.drawnRanks()
	for i, name := range s.Drawn {
		if r := drawn[i]; r != nil {
			if rho := correlation(r, target); math.Abs(rho) >= hangs {
				all = append(all, weight{string(name), rho})
			}
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return math.Abs(all[i].rho) > math.Abs(all[j].rho) })
	var out []string
	for _, w := range all[:min(3, len(all))] {
		out = append(out, w.name)
	}
	return out
}

const hangs = 0.2

// drawnRanks are the ranks of every drawn constant, made once per sample.
func (s *Sample) drawnRanks() [][]float64 {
	s.rankOnce.Do(func() {
		s.rankedDraws = make([][]float64, len(s.Draws))
		for i, v := range s.Draws {
			s.rankedDraws[i] = ranks(v)
		}
	})
	return s.rankedDraws
}

// ranks gives each value its place, the mean of their places to equal ones; nil
// if all are equal.
func ranks(v []float64) []float64 {
	order := make([]int, len(v))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(v[a], v[b]), a-b) })
	if len(v) == 0 || !(v[order[0]] < v[order[len(v)-1]]) {
		return nil
	}
	out := make([]float64, len(v))
	for i := 0; i < len(order); {
		j := i
		for j < len(order) && v[order[j]] == v[order[i]] {
			j++
		}
		for k := i; k < max(j, i+1); k++ {
			out[order[k]] = float64(i+max(j, i+1)-1) / 2
		}
		i = max(j, i+1)
	}
	return out
}

func correlation(a, b []float64) float64 {
	ma, mb := mean(a), mean(b)
	var ab, aa, bb float64
	for i := range a {
		ab += float64((a[i] - ma) * (b[i] - mb))
		aa += float64((a[i] - ma) * (a[i] - ma))
		bb += float64((b[i] - mb) * (b[i] - mb))
	}
	if aa == 0 || bb == 0 {
		return 0
	}
	return ab / math.Sqrt(aa*bb)
}

// Share is the part of the members in which an expectation holds, of other
// against base.
func Share(base, other *Sample, e entente.Expectation) (float64, error) {
	was, is, err := pairs(base, other, e.Variable, e.At)
	if err != nil {
		return 0, err
	}
	n := 0
	for i := range is {
		if Holds(e, was[i], is[i]) {
			n++
		}
	}
	return float64(n) / float64(len(is)), nil
}

// noDifference is the share of a value below which two numbers are the same.
const noDifference = 1e-9

// Holds reports whether an expectation is true of one member: was is the value
// in the run it is held against, is the value under the scenario. By is the
// least difference for higher and lower, the greatest for same, not_higher and
// not_lower, and the threshold for above and below.
func Holds(e entente.Expectation, was, is float64) bool {
	d := is - was
	none := noDifference * math.Max(math.Abs(is), math.Abs(was))
	switch e.Is {
	case "higher":
		return d > none && d >= e.By
	case "lower":
		return -d > none && -d >= e.By
	case "not_higher":
		return d <= math.Max(none, e.By)
	case "not_lower":
		return -d <= math.Max(none, e.By)
	case "same":
		return math.Abs(d) <= math.Max(none, e.By)
	case "above":
		return is > e.By
	case "below":
		return is < e.By
	}
	return false
}
