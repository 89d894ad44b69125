package sim

import (
	"context"
	"math"
	"sort"

	entente "github.com/ententelab/entente"
)

// An Effect is what one constant does to an outcome, by Morris screening: over
// random places in the ranges, the change of the outcome when the constant
// alone moves by half of its range (in probability).
type Effect struct {
	Constant entente.VariableName `json:"constant"`
	Mean     float64              `json:"mean"`
	Size     float64              `json:"size"` // mean of the absolute changes
	Low      float64              `json:"low"`  // of Size, 95 % by bootstrap
	High     float64              `json:"high"`
	Spread   float64              `json:"spread"` // standard deviation: interaction or curvature
}

// Morris screens all constants with a range for their effect on an outcome at a
// time, from trajectories of single steps; the largest come first.
func (p *Program) Morris(ctx context.Context, s entente.Scenario, outcome entente.VariableName, at float64, trajectories int, seed uint64, o Options) ([]Effect, error) {
	ranges, names, err := p.ranges(s)
	if err != nil {
		return nil, err
	}
	if trajectories < 2 || len(names) == 0 {
		return nil, &entente.Error{Kind: entente.Usage, Msg: "screening needs constants with a range, and two trajectories or more"}
	}
	plan := morrisPlan(len(names), trajectories, seed)
	o.Variables = []entente.VariableName{outcome}
	sample, err := p.Members(ctx, s, inRanges(plan.u, ranges, names), seed, o)
	if err != nil {
		return nil, err
	}
	y, err := sample.outcome(outcome, at)
	if err != nil {
		return nil, err
	}
	out := make([]Effect, len(names))
	for i, changes := range plan.changes(y) {
		out[i] = effect(names[i], changes, newSource(seed, uint64(i), 0xb007))
	}
	sort.SliceStable(out, func(a, b int) bool { return out[a].Size > out[b].Size })
	return out, nil
}

func (s *Sample) outcome(name entente.VariableName, at float64) ([]float64, error) {
	if y := s.At(name, at); y != nil {
		return y, nil
	}
	return nil, &entente.Error{Kind: entente.Usage, Msg: "the model has no outcome " + string(name)}
}

// inRanges turns uniform numbers into a design by the quantiles of the ranges.
func inRanges(u [][]float64, ranges []entente.Range, names []entente.VariableName) Design {
	d := Design{Names: names, Values: make([][]float64, len(u))}
	for i := range u {
		d.Values[i] = make([]float64, len(u[i]))
		for k, v := range u[i] {
			d.Values[i][k] = quantile(ranges[i], v)
		}
	}
	return d
}

// morrisLevels is how many values a constant takes in a screening.
const morrisLevels = 4

// A screening is trajectories: member t·(k+1)+j+1 differs from the one before
// only in constant order[t][j], by half a range, up if rises[t][j].
type screening struct {
	u     [][]float64
	order [][]int
	rises [][]bool
}

func morrisPlan(k, trajectories int, seed uint64) *screening {
	p := &screening{u: make([][]float64, k)}
	for t := range trajectories {
		src := newSource(seed, uint64(t), 0x40f215)
		at := make([]float64, k)
		for i := range at {
			at[i] = (math.Floor(src.uniform()*morrisLevels) + 0.5) / morrisLevels
		}
		p.add(at)
		order, rises := shuffled(k, &src), make([]bool, k)
		for j, i := range order {
			if rises[j] = at[i] < 0.5; rises[j] {
				at[i] += 0.5
			} else {
				at[i] -= 0.5
			}
			p.add(at)
		}
		p.order, p.rises = append(p.order, order), append(p.rises, rises)
	}
	return p
}

func (p *screening) add(at []float64) {
	for i, v := range at {
		p.u[i] = append(p.u[i], v)
	}
}

func shuffled(n int, src *source) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	for i := n - 1; i > 0; i-- {
		j := int(src.uniform() * float64(i+1))
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// changes lists for each constant what its steps did to the outcome.
func (p *screening) changes(y []float64) [][]float64 {
	k := len(p.u)
	out := make([][]float64, k)
	for t := range p.order {
		for j, i := range p.order[t] {
			d := y[t*(k+1)+j+1] - y[t*(k+1)+j]
			if !p.rises[t][j] {
				d = -d
			}
			out[i] = append(out[i], d)
		}
	}
	return out
}

func effect(name entente.VariableName, changes []float64, src source) Effect {
	size := make([]float64, len(changes))
	for i, c := range changes {
		size[i] = math.Abs(c)
	}
	e := Effect{Constant: name, Mean: mean(changes), Size: mean(size), Spread: stddev(changes)}
	e.Low, e.High = bootstrap(len(size), &src, func(pick []int) float64 {
		sum := 0.0
		for _, i := range pick {
			sum += size[i]
		}
		return sum / float64(len(pick))
	})
	return e
}

// resamples is how often a bootstrap draws.
const resamples = 200

// bootstrap gives the 95 % interval of a statistic of n cases.
func bootstrap(n int, src *source, statistic func(pick []int) float64) (low, high float64) {
	values := make([]float64, resamples)
	pick := make([]int, n)
	for r := range values {
		for i := range pick {
			pick[i] = int(src.uniform() * float64(n))
		}
		values[r] = statistic(pick)
	}
	sort.Float64s(values)
	return quantileOf(values, 0.025), quantileOf(values, 0.975)
}

// An Index is the share of an outcome's variance that one constant explains:
// First alone, Total with all its interactions; each with a 95 % interval.
type Index struct {
	Constant  entente.VariableName `json:"constant"`
	First     float64              `json:"first"`
	FirstLow  float64              `json:"first_low"`
	FirstHigh float64              `json:"first_high"`
	Total     float64              `json:"total"`
	TotalLow  float64              `json:"total_low"`
	TotalHigh float64              `json:"total_high"`
}

// SobolIndices splits the variance of an outcome at a time among the constants
// with a range, from n·(k+2) runs: first-order indices by Saltelli's estimator
// of 2010, total ones by Jansen's. The largest total comes first.
func (p *Program) SobolIndices(ctx context.Context, s entente.Scenario, outcome entente.VariableName, at float64, n int, seed uint64, o Options) ([]Index, error) {
	ranges, names, err := p.ranges(s)
	if err != nil {
		return nil, err
	}
	k := len(names)
	if n < 8 || k == 0 {
		return nil, &entente.Error{Kind: entente.Usage, Msg: "variance needs constants with a range, and 8 points or more"}
	}
	u, err := saltelli(k, n, seed)
	if err != nil {
		return nil, err
	}
	o.Variables = []entente.VariableName{outcome}
	sample, err := p.Members(ctx, s, inRanges(u, ranges, names), seed, o)
	if err != nil {
		return nil, err
	}
	y, err := sample.outcome(outcome, at)
	if err != nil {
		return nil, err
	}
	out := make([]Index, k)
	for i := range out {
		out[i] = index(names[i], y[:n], y[n:2*n], y[(2+i)*n:(3+i)*n], newSource(seed, uint64(i), 0x1d))
	}
	sort.SliceStable(out, func(a, b int) bool { return out[a].Total > out[b].Total })
	return out, nil
}

// saltelli is the points A, then B, then for each constant A with that one
// column from B.
func saltelli(k, n int, seed uint64) ([][]float64, error) {
	seq, err := newSobol(2*k, seed)
	if err != nil {
		return nil, err
	}
	u := make([][]float64, k)
	for i := range u {
		a, b := make([]float64, n), make([]float64, n)
		for m := range n {
			a[m], b[m] = seq.at(uint64(m), i), seq.at(uint64(m), k+i)
		}
		u[i] = append(append([]float64(nil), a...), b...)
		for j := range k {
			if j == i {
				u[i] = append(u[i], b...)
			} else {
				u[i] = append(u[i], a...)
			}
		}
	}
	return u, nil
}

func index(name entente.VariableName, a, b, ab []float64, src source) Index {
	pick := make([]int, len(a))
	for i := range pick {
		pick[i] = i
	}
	first := func(pick []int) float64 { return varianceShare(pick, a, b, ab, false) }
	total := func(pick []int) float64 { return varianceShare(pick, a, b, ab, true) }
	x := Index{Constant: name, First: first(pick), Total: total(pick)}
	x.FirstLow, x.FirstHigh = bootstrap(len(a), &src, first)
	x.TotalLow, x.TotalHigh = bootstrap(len(a), &src, total)
	return x
}

// varianceShare is an index from the chosen points; 0 where nothing varies.
func varianceShare(pick []int, a, b, ab []float64, total bool) float64 {
	var sum, square, part float64
	for _, i := range pick {
		sum += a[i] + b[i]
		square += float64(a[i]*a[i]) + float64(b[i]*b[i])
		if total {
			part += float64((a[i]-ab[i])*(a[i]-ab[i])) / 2
		} else {
			part += float64(b[i] * (ab[i] - a[i]))
		}
	}
	n := float64(len(pick))
	m := sum / (2 * n)
	variance := square/(2*n) - float64(m*m)
	if !(variance > 1e-24*math.Max(1, float64(m*m))) {
		return 0
	}
	return part / n / variance
}
