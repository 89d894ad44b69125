package sim

import (
	"context"
	"encoding/json"
	"math"
	"runtime"
	"sync"

	entente "github.com/ententelab/entente"
)

// A Stream is an ensemble of which only the quantiles are kept, so that a
// million runs need no million curves in memory. The first members are kept as
// they are; their spread fixes bins in which later ones are counted. A quantile
// is therefore right to 1/1024 of a range four times the spread of the first
// members. Counts do not depend on the order, so that the result is the same on
// any number of cores, and after any number of interruptions.
//
// Members are the points of a Sobol sequence, which needs no table of draws.
type Stream struct {
	program  *Program
	scenario entente.Scenario
	options  Options
	plan     *plan
	ranges   []entente.Range
	seq      *sobol
	state    streamState
}

// streamState is what resuming needs.
type streamState struct {
	Model    string
	Scenario string
	Seed     uint64
	Members  int // in all
	Done     int // so far, in order
	Cells    []cell
}

// A cell is the distribution of one variable in one row.
type cell struct {
	First     []float64 // until there are firstMembers of them
	Low, Step float64
	Counts    []uint32 // bins, with those below and above at the ends
	Min, Max  float64
	Lost      uint32 // NaN
}

const (
	firstMembers = 1024
	streamBins   = 4096
)

// NewStream prepares an ensemble of many members. Nothing runs before Run.
func (p *Program) NewStream(s entente.Scenario, members int, seed uint64, o Options) (*Stream, error) {
	if members < 1 {
		return nil, &entente.Error{Kind: entente.Usage, Msg: "an ensemble needs at least one member"}
	}
	ranges, names, err := p.ranges(s)
	if err != nil {
		return nil, err
	}
	plan, err := p.plan(s, o.Variables, nil)
	if err != nil {
		return nil, err
	}
	if plan.moving != nil {
		return nil, errMoving
	}
	seq, err := newSobol(max(1, len(names)), seed)
	if err != nil {
		return nil, err
	}
	st := &Stream{program: p, scenario: s, options: o, plan: plan, ranges: ranges, seq: seq}
	st.state = streamState{Model: p.model.Name, Scenario: s.Name, Seed: seed, Members: members}
	st.state.Cells = make([]cell, len(plan.outputs)*plan.rows())
	return st, nil
}

// Run goes on until all members are done or ctx is cancelled; then it returns
// ctx's error, and a later Run goes on from there.
func (st *Stream) Run(ctx context.Context) error {
	workers := st.options.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	machines := make([]*columnMachine, workers)
	for i := range machines {
		machines[i] = newColumnMachine(st.plan.columns())
	}
	results := make([][]column, workers) // [output·rows + row]
	for i := range results {
		results[i] = make([]column, len(st.state.Cells))
	}
	for st.state.Done < st.state.Members {
		if err := ctx.Err(); err != nil {
			return err
		}
		var wg sync.WaitGroup
		for w := range workers {
			if from := st.state.Done + w*width; from < st.state.Members {
				wg.Go(func() { st.pass(machines[w], from, results[w]) })
			}
		}
		wg.Wait()
		st.merge(results)
		if st.options.Progress != nil {
			st.options.Progress(st.state.Done, st.state.Members)
		}
	}
	return nil
}

// pass runs width members from the one given.
func (st *Stream) pass(m *columnMachine, from int, to []column) {
	rows := st.plan.rows()
	for lane := range width {
		m.seeds[lane] = memberSeed(st.state.Seed, from+lane)
	}
	m.run(
		func(i int, c *column) {
			for lane := range c {
				c[lane] = quantile(st.ranges[i], st.seq.at(uint64(from+lane), i))
			}
		},
		func(row int, out func(int) *column) {
			for o := range st.plan.outputs {
				to[o*rows+row] = *out(o)
			}
		})
}

// merge takes in what one round of passes gave, in the order of the members.
func (st *Stream) merge(results [][]column) {
	for _, r := range results {
		n := min(width, st.state.Members-st.state.Done)
		if n <= 0 {
			return
		}
		for i := range st.state.Cells {
			for _, v := range r[i][:n] {
				st.state.Cells[i].add(v)
			}
		}
		st.state.Done += n
	}
}

func (c *cell) add(v float64) {
	if v != v {
		c.Lost++
		return
	}
	if c.Counts == nil {
		if c.First = append(c.First, v); len(c.First) == firstMembers {
			c.bin()
		}
		return
	}
	c.Min, c.Max = math.Min(c.Min, v), math.Max(c.Max, v)
	at := 0
	if f := (v - c.Low) / c.Step; f >= 0 {
		at = int(math.Min(f, streamBins)) + 1
	}
	c.Counts[at]++
}

// bin fixes the bins by the members so far, and counts them.
func (c *cell) bin() {
	first := ascending(c.First)
	c.Min, c.Max = first[0], first[len(first)-1]
	spread := c.Max - c.Min
	c.Low, c.Step = c.Min-1.5*spread, 4*spread/streamBins
	if !(c.Step > 0) || math.IsInf(c.Step, 0) {
		c.Low, c.Step = c.Min, math.Max(math.Abs(c.Min)*1e-12, 1e-300)
	}
	c.First, c.Counts = nil, make([]uint32, streamBins+2)
	for _, v := range first {
		c.add(v)
	}
}

// quantile reads a quantile off the counts, straight within a bin.
func (c *cell) quantile(level float64) float64 {
	if c.Counts == nil {
		return quantileOf(ascending(c.First), level)
	}
	var all uint64
	for _, n := range c.Counts {
		all += uint64(n)
	}
	rank, below := level*float64(all), 0.0
	for i, n := range c.Counts {
		if n == 0 || below+float64(n) < rank {
			below += float64(n)
			continue
		}
		low, high := c.Low+float64(i-1)*c.Step, c.Low+float64(i)*c.Step
		if i == 0 {
			low = c.Min
		}
		if i == len(c.Counts)-1 {
			high = c.Max
		}
		v := low + (high-low)*(rank-below)/float64(n)
		return math.Max(c.Min, math.Min(c.Max, v))
	}
	return c.Max
}

// Ensemble returns the quantiles over the members that are done.
func (st *Stream) Ensemble() *entente.Ensemble {
	levels := st.options.Quantiles
	if levels == nil {
		levels = []float64{0.05, 0.5, 0.95}
	}
	s := &st.state
	out := &entente.Ensemble{
		Model: s.Model, Scenario: s.Scenario, Seed: s.Seed, Members: s.Done, Time: st.plan.times(), Quantiles: levels,
	}
	rows := st.plan.rows()
	for o, output := range st.plan.outputs {
		band := entente.Band{Variable: output.name, Values: make([][]float64, len(levels))}
		for q, level := range levels {
			band.Values[q] = make([]float64, rows)
			for row := range rows {
				band.Values[q][row] = s.Cells[o*rows+row].quantile(level)
			}
		}
		out.Bands = append(out.Bands, band)
	}
	return out
}

// Save returns what Resume needs to go on in another process.
func (st *Stream) Save() ([]byte, error) { return json.Marshal(st.state) }

// Resume takes up a stream that was saved; it must be of the same model,
// scenario, members, seed and variables.
func (st *Stream) Resume(saved []byte) error {
	var s streamState
	if err := json.Unmarshal(saved, &s); err != nil {
		return &entente.Error{Kind: entente.BadInput, Msg: "not a saved ensemble", Err: err}
	}
	now := &st.state
	if s.Model != now.Model || s.Scenario != now.Scenario || s.Seed != now.Seed || s.Members != now.Members || len(s.Cells) != len(now.Cells) {
		return &entente.Error{Kind: entente.Usage, Msg: "the saved ensemble is of another model, scenario, seed or size"}
	}
	st.state = s
	return nil
}
