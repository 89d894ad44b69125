package sim

import (
	"fmt"
	"sort"
	"sync"

	entente "github.com/ententelab/entente"
)

// A plan is a model made ready for one scenario: which operations run once per
// run, which in every step, and which only where a row is saved. Ids are in an
// order in which operands come first.
type plan struct {
	*graph
	clock   clock
	moving  *movingClock // nil for a clock that runs evenly
	now     id           // the node of the time, 0 if nothing asks for it
	params  []parameter
	states  []state
	outputs []output
	once    []id // do not vary within a run
	every   []id // what the states need
	saved   []id // what only the outputs need

	emitOnce sync.Once
	column   *columnProgram
}

// columns is the plan for many members at once, written when first needed.
func (p *plan) columns() *columnProgram {
	p.emitOnce.Do(func() { p.column = emit(p) })
	return p.column
}

// An output is a named series.
type output struct {
	name entente.VariableName
	node id
}

// newPlan elaborates a model whose scenario is already applied. Only names
// that want accepts are outputs; nil wants all.
func newPlan(m *entente.Model, free map[string]bool, want func(entente.VariableName) bool) (*plan, error) {
	e, err := elaborate(m, free)
	if err != nil {
		return nil, err
	}
	p := &plan{graph: e.graph, clock: e.clock}
	for _, y := range e.root.order {
		if err := e.outputs(y, want, &p.outputs); err != nil {
			return nil, err
		}
	}
	if err := e.settle(); err != nil {
		return nil, err
	}
	if err := e.control(); err != nil {
		return nil, err
	}
	p.moving = e.moving
	if cells := len(p.outputs) * p.rows(); cells > maxCells {
		return nil, &entente.Error{Kind: entente.BadInput, File: m.File, Msg: fmt.Sprintf("a run would give %d numbers, more than %d: save less often, or fewer variables", cells, maxCells)}
	}
	p.params, p.states, p.now = e.params, e.states, e.index[node{op: opTime}]
	p.schedule()
	return p, nil
}

// maxCells bounds what one run gives.
const maxCells = 1 << 27

// outputs appends the elements of a variable that have a value of their own; a
// bare graphical function has none.
func (e *elaborator) outputs(y *symbol, want func(entente.VariableName) bool, to *[]output) error {
	for flat := range y.size() {
		if y.owner[flat] < 0 {
			continue
		}
		d := y.defs[y.owner[flat]]
		if d.text == "" && d.lookup != nil && y.v.Kind != entente.Input {
			continue
		}
		name := entente.VariableName(y.label(flat))
		if want != nil && !want(name) && !want(y.v.Name) {
			continue
		}
		at, err := e.element(y, flat, running)
		if err != nil {
			return err
		}
		*to = append(*to, output{name, at})
		if err := e.settle(); err != nil {
			return err
		}
	}
	return nil
}

// schedule keeps what the outputs need, and sorts it by when it runs.
func (p *plan) schedule() {
	const needed, rate = 1, 2
	mark := make([]uint8, len(p.nodes))
	live := make([]bool, len(p.states))
	var work []id
	reach := func(n id, flag uint8) {
		if n != 0 && mark[n]&flag != flag {
			mark[n] |= flag
			work = append(work, n)
		}
	}
	for _, o := range p.outputs {
		reach(o.node, needed)
	}
	if c := p.moving; c != nil {
		reach(c.step, needed|rate)
		reach(c.stop, needed|rate)
		reach(c.save, needed|rate)
	}
	for len(work) > 0 {
		n := work[len(work)-1]
		work = work[:len(work)-1]
		if p.nodes[n].op == opState {
			if s := p.nodes[n].aux; !live[s] {
				live[s] = true
				reach(p.states[s].init, needed)
				reach(p.states[s].delay, needed)
				reach(p.states[s].next, needed|rate)
			}
		}
		p.operands(n, func(o id) { reach(o, mark[n]) })
	}
	p.keepStates(live)
	for n := id(1); int(n) < len(p.nodes); n++ {
		switch o := p.nodes[n].op; {
		case mark[n] == 0 || o <= opState:
		case p.varies[n]&perStep == 0:
			p.once = append(p.once, n)
		case mark[n]&rate != 0:
			p.every = append(p.every, n)
		default:
			p.saved = append(p.saved, n)
		}
	}
}

// keepStates drops the states that nothing needs.
func (p *plan) keepStates(live []bool) {
	var kept []state
	for i, s := range p.states {
		if live[i] {
			p.nodes[s.node].aux = int32(len(kept))
			kept = append(kept, s)
		}
	}
	p.states = kept
}

// rows is how many rows a run saves.
func (p *plan) rows() int { return p.clock.steps/p.clock.every + 1 }

// times are the times of the rows.
func (p *plan) times() []float64 {
	out := make([]float64, p.rows())
	for i := range out {
		out[i] = p.clock.at(i * p.clock.every)
	}
	return out
}

// values returns the parameters' values, with some replaced.
func (p *plan) values(replace map[entente.VariableName]float64) ([]float64, error) {
	out := make([]float64, len(p.params))
	used := 0
	for i, q := range p.params {
		out[i] = q.value
		if v, ok := replace[q.name]; ok {
			out[i] = v
			used++
		}
	}
	if used < len(replace) {
		var unknown []string
		for name := range replace {
			unknown = append(unknown, string(name))
		}
		sort.Strings(unknown)
		return nil, &entente.Error{Kind: entente.Usage, Msg: fmt.Sprintf("not all of %v are parameters of this run", unknown)}
	}
	return out, nil
}
