// Package fit holds a model against what is known: the behaviour tests that
// come with it, as shares of an ensemble (Tests); what each of its arrows is
// good for (Knockout); and the record, by calibrating on the years to a date
// and forecasting those after it (Calibrate, Backtest).
package fit

import (
	"context"
	"fmt"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/sim"
)

// A Result is the outcome of a behaviour test.
type Result struct {
	Test    entente.BehaviourTest `json:"-"`
	ID      string                `json:"id"`
	Members int                   `json:"members"`
	Share   float64               `json:"share"` // of the members in which all that is expected holds
	Pass    bool                  `json:"pass"`
	Expect  []Outcome             `json:"expect"`
}

// An Outcome is one expectation of a test.
type Outcome struct {
	entente.Expectation
	Share float64 `json:"share"` // of the members in which it holds
}

// Tests runs the behaviour tests of a model, each over the same draws of its
// constants. A test passes if all that it expects holds in at least its share
// of the members. An error means that a test cannot be run at all.
func Tests(p *sim.Program, m *entente.Model, members int, seed uint64) ([]Result, error) {
	return run(context.Background(), p, m.Tests, nil, members, seed)
}

// run runs tests with some constants set throughout.
func run(ctx context.Context, p *sim.Program, tests []entente.BehaviourTest, set map[entente.VariableName]float64, members int, seed uint64) ([]Result, error) {
	s := samples{ctx: ctx, p: p, set: set, members: members, seed: seed, want: watched(tests), got: map[string]*sim.Sample{}}
	out := make([]Result, 0, len(tests))
	for _, t := range tests {
		r, err := s.result(t)
		if err != nil {
			return nil, fmt.Errorf("test %s: %w", t.ID, err)
		}
		out = append(out, r)
	}
	return out, nil
}

// watched lists what the tests look at, each once.
func watched(tests []entente.BehaviourTest) []entente.VariableName {
	seen := map[entente.VariableName]bool{}
	var out []entente.VariableName
	for _, t := range tests {
		for _, e := range t.Expect {
			if !seen[e.Variable] {
				seen[e.Variable] = true
				out = append(out, e.Variable)
			}
		}
	}
	return out
}

// samples runs each scenario once, when it is first asked for.
type samples struct {
	ctx     context.Context
	p       *sim.Program
	set     map[entente.VariableName]float64
	members int
	seed    uint64
	want    []entente.VariableName
	got     map[string]*sim.Sample
}

func (s *samples) sample(name string) (*sim.Sample, error) {
	if got, ok := s.got[name]; ok {
		return got, nil
	}
	sc, err := s.p.Scenario(name)
	if err != nil {
		return nil, err
	}
	got, err := s.p.Ensemble(s.ctx, with(sc, s.set), s.members, s.seed, sim.Options{Variables: s.want})
	if err == nil {
		s.got[name] = got
	}
	return got, err
}

// with is a scenario with more constants set.
func with(sc entente.Scenario, set map[entente.VariableName]float64) entente.Scenario {
	if len(set) == 0 {
		return sc
	}
	all := map[entente.VariableName]float64{}
	for n, v := range sc.Set {
		all[n] = v
	}
	for n, v := range set {
		all[n] = v
	}
	sc.Set = all
	return sc
}

func (s *samples) result(t entente.BehaviourTest) (Result, error) {
	r := Result{Test: t, ID: t.ID, Members: s.members}
	other, err := s.sample(t.Scenario)
	if err != nil {
		return r, err
	}
	base, err := s.sample(t.Against)
	if err != nil {
		return r, err
	}
	all := make([]bool, s.members)
	for i := range all {
		all[i] = true
	}
	for _, e := range t.Expect {
		was, is := base.At(e.Variable, e.At), other.At(e.Variable, e.At)
		if was == nil || is == nil {
			return r, &entente.Error{Kind: entente.Usage, Msg: fmt.Sprintf("the model does not have %q", e.Variable)}
		}
		n := 0
		for i := range is {
			if sim.Holds(e, was[i], is[i]) {
				n++
			} else {
				all[i] = false
			}
		}
		r.Expect = append(r.Expect, Outcome{e, float64(n) / float64(s.members)})
	}
	n := 0
	for _, ok := range all {
		if ok {
			n++
		}
	}
	r.Share = float64(n) / float64(s.members)
	r.Pass = r.Share >= t.Share
	return r, nil
}
