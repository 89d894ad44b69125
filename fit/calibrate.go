package fit

import (
	"context"
	"math"
	"sort"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/sim"
)

// A Posterior is an ensemble weighed by the record up to a date: the more
// closely a member keeps to the record, the more it counts.
//
// The method is importance sampling. Members are drawn from the ranges of the
// model; each gets the likelihood of the record given it, with independent
// normal errors whose standard deviation is that of the yearly changes in the
// record of the variable. Figures with a note are left out.
type Posterior struct {
	Until     float64      `json:"until"`
	Members   int          `json:"members"`
	Effective float64      `json:"effective"` // size of an unweighted sample that would say as much
	Figures   int          `json:"figures"`   // of the record, that were used
	Ranges    []Calibrated `json:"ranges"`    // most changed first

	weights []float64
	sample  *sim.Sample
	errors  map[entente.VariableName]float64
}

// A Calibrated is a constant before and after: quantiles 5, 50 and 95 %.
type Calibrated struct {
	Name      entente.VariableName `json:"name"`
	Prior     [3]float64           `json:"prior"`
	Posterior [3]float64           `json:"posterior"`
	Moved     float64              `json:"moved"` // shift of the median, in widths of the prior from 5 to 95 %
}

// Calibrate weighs an ensemble of the base run by the record before a date.
func Calibrate(ctx context.Context, p *sim.Program, record []entente.Observation, until float64, members int, seed uint64) (*Posterior, error) {
	var names []entente.VariableName
	for n := range byVariable(record) {
		names = append(names, n)
	}
	sort.Slice(names, func(i, j int) bool { return names[i] < names[j] })
	s, err := p.Ensemble(ctx, entente.Scenario{}, members, seed, sim.Options{Variables: names})
	if err != nil {
		return nil, err
	}
	post := &Posterior{Until: until, Members: members, sample: s, errors: map[entente.VariableName]float64{}}
	logs := make([]float64, members)
	for _, n := range names {
		known := before(byVariable(record)[n], until)
		sd := yearlyChange(known)
		if sd == 0 || math.IsNaN(sd) {
			continue // too short a record says nothing
		}
		post.errors[n] = sd
		for _, o := range known {
			at := s.At(n, o.Time)
			if at == nil {
				return nil, &entente.Error{Kind: entente.Usage, Msg: "the record has " + string(n) + ", which the model does not have"}
			}
			post.Figures++
			for i, v := range at {
				z := (o.Value - v) / sd
				logs[i] -= z * z / 2
			}
		}
	}
	post.weights, post.Effective = normalised(logs)
	post.Ranges = post.calibrated()
	return post, nil
}

// Scenario is the base run with the ranges that the record leaves: for each
// constant a triangle over the 5, 50 and 95 % quantiles of the posterior. What
// the record says about constants together, beyond each alone, is lost in it.
func (p *Posterior) Scenario() entente.Scenario {
	s := entente.Scenario{Name: "calibrated", Ranges: map[entente.VariableName]entente.Range{}}
	for _, c := range p.Ranges {
		s.Ranges[c.Name] = entente.Range{Dist: "triangular", Params: c.Posterior[:]}
	}
	return s
}

func byVariable(record []entente.Observation) map[entente.VariableName][]entente.Observation {
	out := map[entente.VariableName][]entente.Observation{}
	for _, o := range record {
		if o.Note == "" {
			out[o.Variable] = append(out[o.Variable], o)
		}
	}
	return out
}

func before(record []entente.Observation, until float64) []entente.Observation {
	var out []entente.Observation
	for _, o := range record {
		if o.Time < until {
			out = append(out, o)
		}
	}
	return out
}

// yearlyChange is the root mean square of the changes from year to year.
func yearlyChange(record []entente.Observation) float64 {
	sum, n := 0.0, 0.0
	for i := 1; i < len(record); i++ {
		years := record[i].Time - record[i-1].Time
		d := record[i].Value - record[i-1].Value
		sum += d * d / years
		n++
	}
	return math.Sqrt(sum / n)
}

// normalised turns log likelihoods into weights that add up to 1.
func normalised(logs []float64) (weights []float64, effective float64) {
	best := math.Inf(-1)
	for _, l := range logs {
		best = math.Max(best, l)
	}
	weights = make([]float64, len(logs))
	sum, squares := 0.0, 0.0
	for i, l := range logs {
		weights[i] = math.Exp(l - best)
		sum += weights[i]
	}
	for i := range weights {
		weights[i] /= sum
		squares += weights[i] * weights[i]
	}
	return weights, 1 / squares
}

// calibrated compares the constants that were drawn, before and after.
func (p *Posterior) calibrated() []Calibrated {
	equal := make([]float64, p.Members)
	for i := range equal {
		equal[i] = 1 / float64(p.Members)
	}
	var out []Calibrated
	for i, n := range p.sample.Drawn {
		c := Calibrated{Name: n, Prior: three(p.sample.Draws[i], equal), Posterior: three(p.sample.Draws[i], p.weights)}
		if width := c.Prior[2] - c.Prior[0]; width > 0 {
			c.Moved = (c.Posterior[1] - c.Prior[1]) / width
		}
		out = append(out, c)
	}
	sort.SliceStable(out, func(i, j int) bool { return math.Abs(out[i].Moved) > math.Abs(out[j].Moved) })
	return out
}

func three(values, weights []float64) [3]float64 {
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { return values[order[a]] < values[order[b]] })
	var out [3]float64
	sum, next := 0.0, 0
	levels := [3]float64{0.05, 0.5, 0.95}
	for _, i := range order {
		sum += weights[i]
		for next < 3 && sum >= levels[next]-1e-12 {
			out[next] = values[i]
			next++
		}
	}
	for ; next < 3 && len(order) > 0; next++ {
		out[next] = values[order[len(order)-1]]
	}
	return out
}
