// Package sim turns a model into runs: it compiles equations into a graph of
// scalar operations, integrates it, and draws, runs and compares ensembles.
//
// The passes are files: scope and elaborate (names, arrays, macros and delays
// written out), ir (operations, folded and shared), plan (what runs when),
// scalar (the oracle executor), column (many members at once). Whatever the
// number of cores, the same model, scenario and seed give the same bytes.
package sim

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model/expr"
)

// A Program is a compiled model. It is safe for concurrent use.
type Program struct {
	model *entente.Model
	mu    sync.Mutex
	plans map[string]*plan
}

// Compile checks that a model can run and prepares it. The model must not
// change afterwards. The error names the variable and what to do.
func Compile(m *entente.Model) (*Program, error) {
	p := &Program{model: m, plans: map[string]*plan{}}
	_, err := p.plan(entente.Scenario{}, nil, nil)
	return p, err
}

// Model returns the model that was compiled.
func (p *Program) Model() *entente.Model { return p.model }

// plan returns the plan of a scenario, made once. Want are the outputs, free the
// constants that members set; nil means all, and those with a range.
func (p *Program) plan(s entente.Scenario, want, free []entente.VariableName) (*plan, error) {
	key := fmt.Sprint(sorted(s.Set), sorted(s.Inputs), sorted(s.Ranges), want, free)
	p.mu.Lock()
	defer p.mu.Unlock()
	if got := p.plans[key]; got != nil {
		return got, nil
	}
	m, err := Apply(p.model, s)
	if err != nil {
		return nil, err
	}
	open := ranged(m)
	if free != nil {
		open = map[string]bool{}
		for _, n := range free {
			open[expr.Key(string(n))] = true
		}
	}
	made, err := newPlan(m, open, wanted(want))
	if err != nil {
		return nil, err
	}
	if len(p.plans) >= maxPlans {
		clear(p.plans)
	}
	p.plans[key] = made
	return made, nil
}

// maxPlans bounds what a long-lived program keeps.
const maxPlans = 64

// sorted lists a map's entries by name.
func sorted[V any](m map[entente.VariableName]V) []string {
	out := make([]string, 0, len(m))
	for k, v := range m {
		out = append(out, fmt.Sprintf("%q=%v", k, v))
	}
	sort.Strings(out)
	return out
}

func wanted(names []entente.VariableName) func(entente.VariableName) bool {
	if names == nil {
		return nil
	}
	set := map[string]bool{}
	for _, n := range names {
		set[expr.Key(string(n))] = true
	}
	return func(n entente.VariableName) bool { return set[expr.Key(string(n))] }
}

// ranged are the variables that an ensemble draws.
func ranged(m *entente.Model) map[string]bool {
	out := map[string]bool{}
	for i := range m.Variables {
		if m.Variables[i].Range != nil {
			out[expr.Key(string(m.Variables[i].Name))] = true
		}
	}
	return out
}

// Apply returns the model with a scenario's changes; m itself stays as it is. A
// name that the model does not have is an error with the nearest that it has.
func Apply(m *entente.Model, s entente.Scenario) (*entente.Model, error) {
	if len(s.Set)+len(s.Inputs)+len(s.Ranges) == 0 {
		return m, nil
	}
	out := *m
	out.Variables = append([]entente.Variable(nil), m.Variables...)
	at := map[string]*entente.Variable{}
	var names []string
	for i := range out.Variables {
		at[expr.Key(string(out.Variables[i].Name))] = &out.Variables[i]
		names = append(names, string(out.Variables[i].Name))
	}
	find := func(n entente.VariableName) (*entente.Variable, error) {
		if v := at[expr.Key(string(n))]; v != nil {
			return v, nil
		}
		e := &entente.Error{Kind: entente.Usage, Msg: fmt.Sprintf("the scenario %q changes %q, which the model does not have", s.Name, n)}
		if near := expr.Nearest(string(n), names); near != "" {
			e.Hint = fmt.Sprintf("did you mean %q?", near)
		}
		return nil, e
	}
	return &out, change(s, find)
}

func change(s entente.Scenario, find func(entente.VariableName) (*entente.Variable, error)) error {
	for _, n := range ordered(s.Ranges) {
		v, err := find(n)
		if err != nil {
			return err
		}
		r := s.Ranges[n]
		v.Range = &r
	}
	for _, n := range ordered(s.Set) {
		v, err := find(entente.VariableName(baseName(string(n))))
		if err != nil {
			return err
		}
		if subs := subscripts(string(n)); subs != nil && len(subs) == len(v.Subscripts) {
			v.Elements = append(append([]entente.Element(nil), v.Elements...), entente.Element{Subscripts: subs, Equation: expr.Number64(s.Set[n])})
			continue
		}
		v.Equation, v.Elements, v.Lookup, v.Range = expr.Number64(s.Set[n]), nil, nil, nil
		if v.Kind != entente.Stock {
			v.Kind = entente.Constant
		}
	}
	for _, n := range ordered(s.Inputs) {
		v, err := find(n)
		if err != nil {
			return err
		}
		l := s.Inputs[n]
		v.Kind, v.Equation, v.Elements, v.Lookup, v.Range = entente.Input, "", nil, &l, nil
	}
	return nil
}

// subscripts are those of name[a,b], nil without brackets.
func subscripts(label string) []string {
	_, list, ok := strings.Cut(strings.TrimSuffix(label, "]"), "[")
	if !ok {
		return nil
	}
	parts := strings.Split(list, ",")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

func ordered[V any](m map[entente.VariableName]V) []entente.VariableName {
	out := make([]entente.VariableName, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Slice(out, func(i, j int) bool { return out[i] < out[j] })
	return out
}

// Scenario returns the model's scenario of that name; "" and "base" are the
// base, which changes nothing.
func (p *Program) Scenario(name string) (entente.Scenario, error) {
	var names []string
	for _, s := range p.model.Scenarios {
		if s.Name == name {
			return s, nil
		}
		names = append(names, s.Name)
	}
	if name == "" || name == "base" {
		return entente.Scenario{Name: name}, nil
	}
	e := &entente.Error{Kind: entente.Usage, Msg: fmt.Sprintf("the model has no scenario %q", name)}
	if near := expr.Nearest(name, names); near != "" {
		e.Hint = fmt.Sprintf("did you mean %q?", near)
	}
	return entente.Scenario{}, e
}

// Run simulates a scenario once, with every constant at its declared value.
// Seed matters only to models with random functions.
func (p *Program) Run(s entente.Scenario, seed uint64) (*entente.Run, error) {
	plan, err := p.plan(s, nil, nil)
	if err != nil {
		return nil, err
	}
	params, err := plan.values(nil)
	if err != nil {
		return nil, err
	}
	r := plan.run(params, seed)
	r.Model, r.Scenario, r.Seed = p.model.Name, s.Name, seed
	return r, nil
}

// run collects all rows of one member.
func (p *plan) run(params []float64, seed uint64) *entente.Run {
	if p.moving != nil {
		return p.collect(params, seed)
	}
	r := &entente.Run{Time: p.times()}
	for _, o := range p.outputs {
		r.Names = append(r.Names, o.name)
		r.Values = append(r.Values, make([]float64, p.rows()))
	}
	p.runScalar(params, seed, func(row int, get func(id) float64) {
		for i, o := range p.outputs {
			r.Values[i][row] = get(o.node)
		}
	})
	return r
}

// collect is run where how many rows there are shows only at the end.
func (p *plan) collect(params []float64, seed uint64) *entente.Run {
	r := &entente.Run{Values: make([][]float64, len(p.outputs))}
	for _, o := range p.outputs {
		r.Names = append(r.Names, o.name)
	}
	m := newScalarMachine(p, params, seed)
	p.runMoving(m, func(t float64) {
		if len(r.Time)*len(p.outputs) > maxCells {
			return
		}
		r.Time = append(r.Time, t)
		for i, o := range p.outputs {
			r.Values[i] = append(r.Values[i], m.reg[o.node])
		}
	})
	return r
}
