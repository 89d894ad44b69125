package pipeline

import (
	"cmp"
	"context"
	"slices"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/model"
	"github.com/ententelab/entente/sim"
)

// A Bench is a model ready to be run and asked: a shipped one, a file's, or
// the one made from a project's map.
type Bench struct {
	Name    string
	Source  string // where it comes from, for people
	Model   *entente.Model
	Program *sim.Program
	Project *Project // the project whose map it was made from, or nil
}

// NewBench compiles a model.
func NewBench(name, source string, m *entente.Model, p *Project) (*Bench, error) {
	prog, err := sim.Compile(m)
	if err != nil {
		return nil, err
	}
	return &Bench{Name: name, Source: source, Model: m, Program: prog, Project: p}, nil
}

// Outcomes are the variables a reader asks about first: those the model names,
// or else its stocks.
func (b *Bench) Outcomes() []entente.VariableName {
	if len(b.Model.Questions) > 0 {
		return b.Model.Questions
	}
	var out []entente.VariableName
	for _, v := range b.Model.Variables {
		if v.Kind == entente.Stock {
			out = append(out, v.Name)
		}
	}
	return out[:min(len(out), 6)]
}

// Horizon is the time answers are given for: 2030 where the model runs through
// it, or else its end.
func (b *Bench) Horizon() float64 {
	const asked = 2030
	if b.Model.Time.Start < asked && asked <= b.Model.Time.Stop {
		return asked
	}
	return b.Model.Time.Stop
}

// Compare runs the base scenario and others over one ensemble and answers what
// each of the others does to the outcomes.
func (b *Bench) Compare(ctx context.Context, scenarios []entente.Scenario, members int, seed uint64) ([]entente.Answer, error) {
	answers := []entente.Answer{}
	base, err := b.sample(ctx, entente.Scenario{}, members, seed)
	if err != nil {
		return nil, err
	}
	for _, s := range scenarios {
		changed, err := b.sample(ctx, s, members, seed)
		if err != nil {
			return nil, err
		}
		for _, v := range b.Outcomes() {
			a, err := sim.Compare(base, changed, v, b.Horizon())
			if err != nil {
				return nil, err
			}
			answers = append(answers, a)
		}
	}
	return answers, nil
}

func (b *Bench) sample(ctx context.Context, s entente.Scenario, members int, seed uint64) (*sim.Sample, error) {
	return b.Program.Ensemble(ctx, s, members, seed, sim.Options{Variables: b.Outcomes()})
}

// Curves runs a scenario and the base over one ensemble: the quantiles of the
// outcomes over time, and the answers.
func (b *Bench) Curves(ctx context.Context, s entente.Scenario, members int, seed uint64) (base, changed *entente.Ensemble, answers []entente.Answer, err error) {
	was, err := b.sample(ctx, entente.Scenario{}, members, seed)
	if err != nil {
		return nil, nil, nil, err
	}
	is, err := b.sample(ctx, s, members, seed)
	if err != nil {
		return nil, nil, nil, err
	}
	for _, v := range b.Outcomes() {
		a, err := sim.Compare(was, is, v, b.Horizon())
		if err != nil {
			return nil, nil, nil, err
		}
		answers = append(answers, a)
	}
	return was.Ensemble(), is.Ensemble(), answers, nil
}

// An Explanation says what a variable is, what moves it, and who says so.
type Explanation struct {
	*sim.Explanation
	Moves     []entente.VariableName // what it moves itself
	Sentences []*entente.Statement   // behind its links, for a model made from a map
}

// Explain walks one step from a variable towards its causes and its sources.
func (b *Bench) Explain(name entente.VariableName) (*Explanation, error) {
	steps, err := b.Program.Explain(name, b.Horizon())
	if err != nil {
		return nil, err
	}
	x := &Explanation{Explanation: steps, Sentences: b.sentences(steps.Variable)}
	for of, deps := range model.Dependencies(b.Model) {
		if slices.ContainsFunc(deps, func(d model.Dependency) bool { return d.Name == steps.Variable.Name }) {
			x.Moves = append(x.Moves, of)
		}
	}
	slices.Sort(x.Moves)
	return x, nil
}

// sentences returns the statements behind a variable's links; for a concept's
// index, those behind the links that pull on it.
func (b *Bench) sentences(v *entente.Variable) []*entente.Statement {
	if b.Project == nil {
		return nil
	}
	var out []*entente.Statement
	for _, l := range b.Project.Map.Links {
		if !slices.Contains(v.Links, l.ID) && string(l.Effect) != string(v.Name) {
			continue
		}
		for _, id := range slices.Concat(l.Statements, l.Denials) {
			if st := b.Project.Statement(id); st != nil {
				out = append(out, st)
			}
		}
	}
	slices.SortStableFunc(out, func(a, c *entente.Statement) int {
		return cmp.Or(cmp.Compare(a.DocName, c.DocName), cmp.Compare(a.Start, c.Start))
	})
	return out
}

// simulate answers the scenarios of a map's model.
func (b *Builder) simulate(ctx context.Context, m *entente.Model) ([]entente.Answer, error) {
	if len(m.Scenarios) == 0 {
		return []entente.Answer{}, nil
	}
	bench, err := NewBench(m.Name, "", m, nil)
	if err != nil {
		return nil, err
	}
	return bench.Compare(ctx, m.Scenarios, b.Members, b.Seed)
}
