package sim

import (
	"errors"
	"fmt"
	"math"
	"strings"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model/expr"
)

// mode says for which moment an equation is read: while it runs, or for the
// initial values, where stocks are their initial equations.
type mode uint8

const (
	running mode = iota
	initial
)

// An elaborator turns the equations of a model into a graph of scalar
// operations: arrays element by element, macros and delays written out.
type elaborator struct {
	*graph
	m        *entente.Model
	root     *scope
	dims     map[string]*dimension
	adhoc    map[*expr.Range]*dimension
	macros   map[string]*entente.Macro
	params   []parameter
	paramOf  map[string]int32
	free     map[string]bool // constants that keep a parameter of their own
	states   []state
	pending  []func() error
	clock    clock
	moving   *movingClock
	usesStep bool    // an equation counts on the length of a step
	trail    []*work // equations in work, for the path of a cycle
	depth    int
	streams  map[useKey]int
	uses     map[useKey]*scope
}

// A work is an equation that is being read.
type work struct {
	sym  *symbol
	flat int
	mode mode
}

// A parameter is a constant that a run may set.
type parameter struct {
	name  entente.VariableName
	value float64
	node  id
}

// A clock is the model's time: start + n·dt for n = 0 … steps, and every
// saved-th of them is a row. An offset shifts the first row after the start.
type clock struct {
	start, stop, dt float64
	steps, every    int
	rk4             bool
}

func (c clock) at(n int) float64 { return c.start + float64(float64(n)*c.dt) }

func elaborate(m *entente.Model, free map[string]bool) (*elaborator, error) {
	e := &elaborator{
		graph: newGraph(), m: m, dims: map[string]*dimension{}, adhoc: map[*expr.Range]*dimension{},
		macros: map[string]*entente.Macro{}, paramOf: map[string]int32{}, free: free,
	}
	for _, d := range m.Dimensions {
		dim := newDimension(d)
		e.dims[dim.key] = dim
	}
	for i := range m.Macros {
		e.macros[expr.Key(m.Macros[i].Name)] = &m.Macros[i]
	}
	root, err := e.scope(m.Variables, nil)
	if err != nil {
		return nil, err
	}
	e.root = root
	if m.Time.Moving {
		return e, e.moveClock(m.Time)
	}
	return e, e.setClock(m.Time)
}

// scope declares variables.
func (e *elaborator) scope(vars []entente.Variable, up *scope) (*scope, error) {
	s := &scope{symbols: make(map[string]*symbol, len(vars)), up: up}
	for i := range vars {
		y, err := e.declare(&vars[i], s)
		if err != nil {
			return nil, err
		}
		if old, twice := s.symbols[y.key]; twice {
			return nil, e.problem(y, 0, fmt.Sprintf("%q is defined twice, here and at line %d", y.v.Name, old.v.Line), "")
		}
		s.symbols[y.key] = y
		s.order = append(s.order, y)
	}
	return s, nil
}

// declare makes the symbol of a variable; equations are read when needed.
func (e *elaborator) declare(v *entente.Variable, s *scope) (*symbol, error) {
	y := &symbol{v: v, key: expr.Key(string(v.Name)), in: s}
	for _, name := range v.Subscripts {
		d := e.dims[expr.Key(name)]
		if d == nil {
			return nil, e.problem(y, 0, fmt.Sprintf("there is no dimension %q", name), "")
		}
		y.dims = append(y.dims, d)
	}
	if v.Equation != "" || v.Lookup != nil || len(v.Elements) == 0 {
		y.defs = append(y.defs, definition{text: v.Equation, lookup: v.Lookup})
	}
	for _, el := range v.Elements {
		d := definition{text: el.Equation, rate: el.Rate, lookup: el.Lookup}
		for _, sub := range el.Subscripts {
			d.subs = append(d.subs, expr.Key(sub))
		}
		for _, ex := range el.Except {
			keys := make([]string, len(ex))
			for i, sub := range ex {
				keys[i] = expr.Key(sub)
			}
			d.except = append(d.except, keys)
		}
		if len(d.subs) != len(y.dims) {
			return nil, e.problem(y, 0, fmt.Sprintf("an element of %q has %d subscripts, not %d", v.Name, len(d.subs), len(y.dims)), "")
		}
		y.defs = append(y.defs, d)
	}
	size := 1
	for _, d := range y.dims {
		if size *= len(d.elems); size > maxElements || size*max(1, len(y.defs)) > maxMatches {
			return nil, e.problem(y, 0, fmt.Sprintf("%q has more than %d elements, or too many equations for them", v.Name, maxElements), "")
		}
	}
	y.run, y.init = make([]id, y.size()), make([]id, y.size())
	return y, e.own(y)
}

// maxElements bounds an array and maxMatches its elements times its equations,
// so that no file exhausts memory or time.
const (
	maxElements = 1 << 20
	maxMatches  = 1 << 27
)

// own finds which definition gives each element; a later one wins.
func (e *elaborator) own(y *symbol) error {
	y.owner = make([]int32, y.size())
	for flat := range y.owner {
		y.owner[flat] = -1
		if len(y.defs) == 1 && y.defs[0].subs == nil {
			y.owner[flat] = 0
			continue
		}
		tuple := y.tuple(flat)
		for i, d := range y.defs {
			if e.covers(y, d, tuple) {
				y.owner[flat] = int32(i)
			}
		}
	}
	return nil
}

func (e *elaborator) covers(y *symbol, d definition, tuple []int) bool {
	if !e.matches(y, d.subs, tuple) {
		return false
	}
	for _, ex := range d.except {
		if e.matches(y, ex, tuple) {
			return false
		}
	}
	return true
}

// matches reports whether an element tuple lies in the given elements and
// dimensions.
func (e *elaborator) matches(y *symbol, subs []string, tuple []int) bool {
	for i, sub := range subs {
		if i >= len(tuple) {
			return false
		}
		elem := y.dims[i].elems[tuple[i]]
		if elem == sub {
			continue
		}
		d := e.dims[sub]
		if d == nil {
			return false
		}
		if _, in := d.place[elem]; !in {
			return false
		}
	}
	return true
}

// element returns the node of one element of a symbol.
func (e *elaborator) element(y *symbol, flat int, m mode) (id, error) {
	memo := y.run
	if m == initial {
		memo = y.init
	}
	switch at := memo[flat]; {
	case at > 0:
		return at, nil
	case at < 0:
		return 0, e.cycle(y, flat, m)
	}
	if m == running && e.isStock(y) {
		at, err := e.stock(y, flat)
		memo[flat] = at
		return at, err
	}
	memo[flat] = -1
	e.trail = append(e.trail, &work{y, flat, m})
	at, err := e.define(y, flat, m)
	e.trail = e.trail[:len(e.trail)-1]
	memo[flat] = at
	return at, err
}

// maxDepth bounds how deep expressions and the equations they refer to nest, so
// that no file exhausts the stack.
const maxDepth = 600_000

func (e *elaborator) isStock(y *symbol) bool { return y.v.Kind == entente.Stock }

// define reads the equation of an element.
func (e *elaborator) define(y *symbol, flat int, m mode) (id, error) {
	if y.owner[flat] < 0 {
		return 0, e.problem(y, 0, fmt.Sprintf("%s has no equation", y.label(flat)), "")
	}
	d := &y.defs[y.owner[flat]]
	x := &site{e: e, in: y.in, sym: y, flat: flat, mode: m, env: e.bindings(y, d, flat)}
	at, err := x.definition(d)
	if err != nil {
		return 0, err
	}
	if y.v.Kind == entente.Flow && y.v.NonNegative {
		at = e.make(opMax, at, e.constant(0), 0)
	}
	return at, nil
}

// bindings binds the dimensions of the variable and of the definition.
func (e *elaborator) bindings(y *symbol, d *definition, flat int) *env {
	var v *env
	for i, at := range y.tuple(flat) {
		elem := y.dims[i].elems[at]
		v = v.bind(y.dims[i], 0, elem)
		if i < len(d.subs) && e.dims[d.subs[i]] != nil && d.subs[i] != elem {
			v = v.bind(e.dims[d.subs[i]], 0, elem)
		}
	}
	return v
}

// definition gives the node of an equation with its graphical function.
func (x *site) definition(d *definition) (id, error) {
	if d.text == "" && d.lookup == nil {
		return 0, x.fail(0, fmt.Sprintf("%q has no equation", x.sym.v.Name), "")
	}
	if d.text == "" {
		return x.lookupNode(d, x.clockTime())
	}
	if d.node == nil {
		n, err := expr.Parse(d.text)
		if err != nil {
			pos := 0
			var syntax *expr.SyntaxError
			if errors.As(err, &syntax) {
				pos = syntax.Pos
			}
			return 0, x.fail(pos, "in the equation of "+string(x.sym.v.Name)+": "+err.Error(), "")
		}
		d.node = n
	}
	at, err := x.root(d)
	if err != nil || d.lookup == nil {
		return at, err
	}
	return x.lookupNode(d, at)
}

// root is the value of the whole equation; a list gives each element its own.
func (x *site) root(d *definition) (id, error) {
	if list, ok := d.node.(*expr.List); ok {
		return x.listItem(d, list)
	}
	at, err := x.node(d.node)
	if v, fixed := x.e.value(at); err == nil && fixed && x.e.isFree(x.sym, x.flat) {
		return x.e.param(x.sym.label(x.flat), v), nil
	}
	return at, err
}

// isFree reports whether a constant stays a parameter.
func (e *elaborator) isFree(y *symbol, flat int) bool {
	return y.in == e.root && y.v.Kind != entente.Stock && (e.free[y.key] || e.free[expr.Key(y.label(flat))])
}

func (e *elaborator) param(name string, value float64) id {
	if at, ok := e.paramOf[name]; ok {
		return e.params[at].node
	}
	at := int32(len(e.params))
	n := e.intern(node{op: opParam, aux: at}, perRun)
	e.params = append(e.params, parameter{entente.VariableName(name), value, n})
	e.paramOf[name] = at
	return n
}

func (x *site) lookupNode(d *definition, at id) (id, error) {
	if d.table == 0 {
		if len(d.lookup.X) != len(d.lookup.Y) || len(d.lookup.X) == 0 {
			return 0, x.fail(0, fmt.Sprintf("the graphical function of %q has %d x and %d y", x.sym.v.Name, len(d.lookup.X), len(d.lookup.Y)), "")
		}
		d.table = x.e.graph.table(newTable(d.lookup)) + 1
	}
	return x.e.makeAux(opLookup, d.table-1, at, 0, 0), nil
}

// cycle says which equations wait for each other.
func (e *elaborator) cycle(y *symbol, flat int, m mode) error {
	from := 0
	for i, s := range e.trail {
		if s.sym == y && s.flat == flat && s.mode == m {
			from = i
		}
	}
	var path []string
	for _, s := range e.trail[from:] {
		path = append(path, s.sym.label(s.flat))
	}
	path = append(path, y.label(flat))
	msg := "a cycle without a stock: " + strings.Join(path, " ← ")
	if m == initial {
		msg = "the initial values depend on each other: " + strings.Join(path, " ← ")
	}
	return e.problem(y, 0, msg, "put a stock or a delay into the cycle")
}

// problem is an error at a variable.
func (e *elaborator) problem(y *symbol, pos int, msg, hint string) error {
	return &entente.Error{Kind: entente.BadInput, File: e.m.File, Line: y.v.Line, Col: y.v.Col, Msg: msg, Hint: hint}
}

// setClock fixes the time steps, refusing what would never end.
func (e *elaborator) setClock(t entente.TimeSpec) error {
	bad := func(msg string) error {
		return &entente.Error{Kind: entente.BadInput, File: e.m.File, Msg: msg}
	}
	if !(t.Step > 0) || math.IsInf(t.Step, 0) {
		return bad(fmt.Sprintf("the time step %g is not greater than 0", t.Step))
	}
	n := math.Round((t.Stop - t.Start) / t.Step)
	if float64(n*t.Step) > (t.Stop-t.Start)*(1+1e-9)+1e-6*t.Step {
		n--
	}
	if !(n >= 0) || n > maxSteps {
		return bad(fmt.Sprintf("from %g to %g by %g is not between 0 and %d steps", t.Start, t.Stop, t.Step, maxSteps))
	}
	every := 1.0
	if t.Save > 0 {
		every = math.Max(1, math.Round(t.Save/t.Step))
	}
	e.clock = clock{start: t.Start, stop: t.Stop, dt: t.Step, steps: int(n), every: int(math.Min(every, maxSteps)), rk4: strings.EqualFold(t.Method, "rk4")}
	return nil
}

// maxSteps bounds a run.
const maxSteps = 10_000_000
