package fit

import (
	"context"
	"math"
	"sort"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/sim"
)

// An Index is how much of the variance of an answer goes with one constant:
// its first-order Sobol index, 0 to 1.
type Index struct {
	Name  entente.VariableName `json:"name"`
	First float64              `json:"first"`
}

// Sensitivity says which constants an answer hangs on: the change of a
// variable at a time under one scenario against another, over an ensemble. The
// largest index comes first.
func Sensitivity(ctx context.Context, p *sim.Program, scenario, against string, variable entente.VariableName, at float64, members int, seed uint64) ([]Index, error) {
	s := samples{ctx: ctx, p: p, members: members, seed: seed, want: []entente.VariableName{variable}, got: map[string]*sim.Sample{}}
	other, err := s.sample(scenario)
	if err != nil {
		return nil, err
	}
	base, err := s.sample(against)
	if err != nil {
		return nil, err
	}
	was, is := base.At(variable, at), other.At(variable, at)
	if was == nil || is == nil {
		return nil, &entente.Error{Kind: entente.Usage, Msg: "the model does not have " + string(variable)}
	}
	change := make([]float64, members)
	for i := range change {
		change[i] = is[i] - was[i]
	}
	return indices(other, change), nil
}

func indices(s *sim.Sample, out []float64) []Index {
	var all []Index
	for i, n := range s.Drawn {
		all = append(all, Index{n, firstOrder(s.Draws[i], out)})
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].First > all[j].First })
	return all
}

// firstOrder estimates a first-order index from given data (Plischke, Borgonovo
// and Smith 2013): the members are cut into classes of equal size by the
// constant, and the variance of the classes' means, less what chance alone
// would give, is held against the whole variance.
func firstOrder(constant, out []float64) float64 {
	n := len(out)
	classes := int(math.Cbrt(float64(n)))
	if classes < 2 {
		return 0
	}
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { return constant[order[a]] < constant[order[b]] })
	mean, whole := moments(order, out)
	if whole == 0 || constant[order[0]] == constant[order[n-1]] {
		return 0
	}
	between, within := 0.0, 0.0
	for c := range classes {
		part := order[c*n/classes : (c+1)*n/classes]
		m, v := moments(part, out)
		share := float64(len(part)) / float64(n)
		between += share * (m - mean) * (m - mean)
		within += v * share / float64(len(part)-1)
	}
	return math.Min(1, math.Max(0, (between-within)/whole))
}

// moments are the mean and variance of some of the values.
func moments(which []int, values []float64) (mean, variance float64) {
	for _, i := range which {
		mean += values[i] / float64(len(which))
	}
	for _, i := range which {
		variance += (values[i] - mean) * (values[i] - mean) / float64(len(which))
	}
	return mean, variance
}
