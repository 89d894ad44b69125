package sim

import (
	"context"
	"math"
	"runtime"
	"sort"
	"sync"
	"sync/atomic"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model/expr"
)

// Options say what an ensemble keeps. The zero value keeps everything.
type Options struct {
	Variables []entente.VariableName // which to keep; nil keeps all
	Quantiles []float64              // nil means 0.05, 0.5, 0.95
	Workers   int                    // 0 means one per core
	Progress  func(done, of int)     // called from one goroutine at a time
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
	values   [][][]float64 // [name][row][member]
}

// Ensemble runs a scenario many times, drawing every constant that has a range.
// A member has the same draws in every scenario with the same seed and number
// of members, so that scenarios compare member by member. Cancelling ctx stops
// it with ctx's error.
func (p *Program) Ensemble(ctx context.Context, s entente.Scenario, members int, seed uint64, o Options) (*Sample, error) {
	if members < 1 {
		return nil, &entente.Error{Kind: entente.Usage, Msg: "an ensemble needs at least one member"}
	}
	m, err := Apply(p.model, s)
	if err != nil {
		return nil, err
	}
	plan, err := p.plan(s, o.Variables)
	if err != nil {
		return nil, err
	}
	out := &Sample{
		Model: p.model.Name, Scenario: s.Name, Seed: seed, Members: members, Time: plan.times(), levels: o.Quantiles,
	}
	if out.levels == nil {
		out.levels = []float64{0.05, 0.5, 0.95}
	}
	out.draw(m, plan)
	out.make(plan)
	return out, out.fill(ctx, plan, o)
}

// draw fixes what every member is.
func (s *Sample) draw(m *entente.Model, p *plan) {
	ranges := map[string]entente.Range{}
	for i := range m.Variables {
		if v := &m.Variables[i]; v.Range != nil {
			ranges[expr.Key(string(v.Name))] = *v.Range
		}
	}
	for _, q := range p.params {
		r := ranges[expr.Key(baseName(string(q.name)))]
		u := latin(s.Seed, q.name, s.Members)
		for i := range u {
			u[i] = quantile(r, u[i])
		}
		s.Drawn = append(s.Drawn, q.name)
		s.Draws = append(s.Draws, u)
	}
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
				c[lane] = s.Draws[i][member(lane)]
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
