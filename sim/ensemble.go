package sim

import (
	"context"
	"fmt"
	"math"
	"runtime"
	"sort"
	"sync"
	"sync/atomic"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model"
	"github.com/ententelab/entente/model/expr"
)

// Options say what an ensemble keeps. The zero value keeps everything.
type Options struct {
	Variables []entente.VariableName // which to keep; nil keeps all
	Quantiles []float64              // nil means 0.05, 0.5, 0.95
	Workers   int                    // 0 means one per core
	Members   int                    // of a design that sets nothing
	Sobol     bool                   // draw a Sobol sequence, not a Latin hypercube
	// Correlations tie draws to each other.
	Correlations []Correlation
	Progress     func(done, of int) // called from one goroutine at a time
}

// A Sample is the members of an ensemble: what was drawn for each, and what
// each gave.
type Sample struct {
	Model    string
	Scenario string
	Seed     uint64
	Members  int
	Time     []float64
	Names    []entente.VariableName
	Drawn    []entente.VariableName // the constants that were drawn
	Draws    [][]float64            // Draws[i][member] of Drawn[i]
	levels   []float64
	params   [][]float64   // Draws in the order of the plan
	values   [][][]float64 // [name][row][member]

	rankOnce    sync.Once
	rankedDraws [][]float64
}

// Ensemble runs a scenario many times, drawing every constant that has a range.
// A member has the same draws in every scenario with the same seed and number
// of members, so that scenarios compare member by member. Cancelling ctx stops
// it with ctx's error.
func (p *Program) Ensemble(ctx context.Context, s entente.Scenario, members int, seed uint64, o Options) (*Sample, error) {
	if members < 1 {
		return nil, &entente.Error{Kind: entente.Usage, Msg: "an ensemble needs at least one member"}
	}
	d, err := p.Draw(s, members, seed, o)
	if err != nil {
		return nil, err
	}
	o.Members = members
	return p.Members(ctx, s, d, seed, o)
}

// A Design is what each member of an ensemble sets: Values[i][member] of
// Names[i].
type Design struct {
	Names  []entente.VariableName
	Values [][]float64
}

// Draw fixes the members of an ensemble over the ranges of the scenario's
// model: a Latin hypercube, or a Sobol sequence if the options say so.
func (p *Program) Draw(s entente.Scenario, members int, seed uint64, o Options) (Design, error) {
	ranges, names, err := p.ranges(s)
	if err != nil || len(names) == 0 {
		return Design{}, err
	}
	u := make([][]float64, len(names))
	if o.Sobol {
		seq, err := newSobol(len(names), seed)
		if err != nil {
			return Design{}, err
		}
		for i := range u {
			u[i] = make([]float64, members)
			for k := range u[i] {
				u[i][k] = seq.at(uint64(k), i)
			}
		}
	} else {
		for i, n := range names {
			u[i] = latin(seed, n, members)
		}
	}
	if err := correlate(u, names, o.Correlations); err != nil {
		return Design{}, err
	}
	return inRanges(u, ranges, names), nil
}

// ranges lists the constants that a scenario draws, elements of arrays one by
// one.
func (p *Program) ranges(s entente.Scenario) ([]entente.Range, []entente.VariableName, error) {
	m, err := Apply(p.model, s)
	if err != nil {
		return nil, nil, err
	}
	plan, err := p.plan(s, nil, nil)
	if err != nil {
		return nil, nil, err
	}
	byKey := map[string]entente.Range{}
	for i := range m.Variables {
		if v := &m.Variables[i]; v.Range != nil {
			byKey[expr.Key(string(v.Name))] = *v.Range
		}
	}
	var ranges []entente.Range
	var names []entente.VariableName
	for _, q := range plan.params {
		r := byKey[expr.Key(baseName(string(q.name)))]
		if msg := model.WrongRange(r); msg != "" {
			return nil, nil, &entente.Error{Kind: entente.BadInput, File: m.File, Msg: fmt.Sprintf("the range of %q: %s", q.name, msg)}
		}
		ranges, names = append(ranges, r), append(names, q.name)
	}
	return ranges, names, nil
}

// Members runs a scenario once for each member of a design. Seed is for the
// random functions of the model.
func (p *Program) Members(ctx context.Context, s entente.Scenario, d Design, seed uint64, o Options) (*Sample, error) {
	free := d.Names
	if free == nil {
		free = []entente.VariableName{}
	}
	plan, err := p.plan(s, o.Variables, free)
	if err != nil {
		return nil, err
	}
	if plan.moving != nil {
		return nil, errMoving
	}
	out := &Sample{
		Model: p.model.Name, Scenario: s.Name, Seed: seed, Members: 1, Time: plan.times(),
		levels: o.Quantiles, Drawn: d.Names, Draws: d.Values,
	}
	if len(d.Values) > 0 {
		out.Members = len(d.Values[0])
	}
	if o.Members > 0 && len(d.Values) == 0 {
		out.Members = o.Members
	}
	if out.levels == nil {
		out.levels = []float64{0.05, 0.5, 0.95}
	}
	if err := out.columns(plan); err != nil {
		return nil, err
	}
	out.make(plan)
	return out, out.fill(ctx, plan, o)
}

// errMoving says what a moving clock cannot.
var errMoving = &entente.Error{Kind: entente.BadInput, Msg: "the end or the step of this model's time are computed as it runs: its runs have no rows in common"}

// columns finds for each parameter of the plan the values drawn for it.
func (s *Sample) columns(p *plan) error {
	at := map[string]int{}
	for i, n := range s.Drawn {
		at[expr.Key(string(n))] = i
	}
	for _, q := range p.params {
		i, ok := at[expr.Key(string(q.name))]
		if !ok {
			if i, ok = at[expr.Key(baseName(string(q.name)))]; !ok {
				return &entente.Error{Kind: entente.Internal, Msg: fmt.Sprintf("no draws for %q", q.name)}
			}
		}
		s.params = append(s.params, s.Draws[i])
	}
	return nil
}

// baseName is an element's variable.
func baseName(label string) string {
	for i := range len(label) {
		if label[i] == '[' {
			return label[:i]
		}
	}
	return label
}

func (s *Sample) make(p *plan) {
	rows := p.rows()
	for _, o := range p.outputs {
		s.Names = append(s.Names, o.name)
		flat := make([]float64, rows*s.Members)
		series := make([][]float64, rows)
		for r := range series {
			series[r] = flat[r*s.Members : (r+1)*s.Members]
		}
		s.values = append(s.values, series)
	}
}

// fill runs the members, in blocks that workers take in turn.
func (s *Sample) fill(ctx context.Context, p *plan, o Options) error {
	workers := o.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	var next, done atomic.Int64
	var wg sync.WaitGroup
	var report sync.Mutex
	program := p.columns()
	for range workers {
		wg.Go(func() {
			machine := newColumnMachine(program)
			for ctx.Err() == nil {
				from := int(next.Add(blockSize)) - blockSize
				if from >= s.Members {
					return
				}
				to := min(from+blockSize, s.Members)
				s.block(machine, from, to)
				if n := int(done.Add(int64(to - from))); o.Progress != nil {
					report.Lock()
					o.Progress(n, s.Members)
					report.Unlock()
				}
			}
		})
	}
	wg.Wait()
	return ctx.Err()
}

// blockSize is how many members a worker takes at a time.
const blockSize = width

// block runs the members from, …, to-1 in one pass; what is left of the pass
// repeats the last of them.
func (s *Sample) block(m *columnMachine, from, to int) {
	member := func(lane int) int { return min(from+lane, to-1) }
	for lane := range width {
		m.seeds[lane] = memberSeed(s.Seed, member(lane))
	}
	m.run(
		func(i int, c *column) {
			for lane := range c {
				c[lane] = s.params[i][member(lane)]
			}
		},
		func(row int, out func(int) *column) {
			for i := range s.values {
				copy(s.values[i][row][from:to], out(i)[:])
			}
		})
}

// memberSeed tells the members' random functions apart.
func memberSeed(seed uint64, member int) uint64 {
	return mix(seed ^ uint64(member+1)*0x9e3779b97f4a7c15)
}

// At returns a variable's value in every member at the row nearest to t; nil if
// the sample does not have the variable.
func (s *Sample) At(name entente.VariableName, t float64) []float64 {
	for i, n := range s.Names {
		if expr.Key(string(n)) == expr.Key(string(name)) {
			return s.values[i][s.row(t)]
		}
	}
	return nil
}

func (s *Sample) row(t float64) int {
	best := 0
	for i, at := range s.Time {
		if math.Abs(at-t) < math.Abs(s.Time[best]-t) {
			best = i
		}
	}
	return best
}

// Member returns one member's run.
func (s *Sample) Member(member int) *entente.Run {
	r := &entente.Run{Model: s.Model, Scenario: s.Scenario, Seed: s.Seed, Time: s.Time, Names: s.Names}
	for i := range s.Names {
		v := make([]float64, len(s.Time))
		for row := range v {
			v[row] = s.values[i][row][member]
		}
		r.Values = append(r.Values, v)
	}
	return r
}

// Ensemble returns the quantiles over time.
func (s *Sample) Ensemble() *entente.Ensemble {
	out := &entente.Ensemble{
		Model: s.Model, Scenario: s.Scenario, Seed: s.Seed, Members: s.Members, Time: s.Time, Quantiles: s.levels,
	}
	for i, n := range s.Names {
		band := entente.Band{Variable: n, Values: make([][]float64, len(s.levels))}
		for q := range band.Values {
			band.Values[q] = make([]float64, len(s.Time))
		}
		for row := range s.Time {
			v := ascending(s.values[i][row])
			for q, level := range s.levels {
				band.Values[q][row] = quantileOf(v, level)
			}
		}
		out.Bands = append(out.Bands, band)
	}
	return out
}

func ascending(v []float64) []float64 {
	out := append([]float64(nil), v...)
	sort.Float64s(out)
	return out
}

// quantileOf interpolates between the two nearest of sorted values.
func quantileOf(v []float64, level float64) float64 {
	if len(v) == 0 {
		return math.NaN()
	}
	at := level * float64(len(v)-1)
	i := min(int(at), len(v)-2)
	if i < 0 {
		return v[0]
	}
	if v[i] == v[i+1] {
		return v[i]
	}
	return v[i] + float64((at-float64(i))*(v[i+1]-v[i]))
}
