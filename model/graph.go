package model

import (
	"sort"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model/expr"
)

// A Dependency is one variable in another's equation.
type Dependency struct {
	Name entente.VariableName // as the model spells it
	// Role is how it acts: "equation", "inflow", "outflow", "initial" of a
	// stock, or "remembered" if only an earlier value counts (inside a delay, a
	// smooth or INIT), so that it closes no cycle within a time step.
	Role string
}

// Dependencies returns for each variable what its equations name, in the order
// of the equations, each name and role once. Names that the model does not have
// are left out.
func Dependencies(m *entente.Model) map[entente.VariableName][]Dependency {
	known := namesOf(m)
	out := make(map[entente.VariableName][]Dependency, len(m.Variables))
	for i := range m.Variables {
		out[m.Variables[i].Name] = dependencies(&m.Variables[i], known)
	}
	return out
}

// namesOf maps keys to the variables.
func namesOf(m *entente.Model) map[string]*entente.Variable {
	out := make(map[string]*entente.Variable, len(m.Variables))
	for i := range m.Variables {
		out[expr.Key(string(m.Variables[i].Name))] = &m.Variables[i]
	}
	return out
}

func dependencies(v *entente.Variable, known map[string]*entente.Variable) []Dependency {
	var out []Dependency
	seen := map[Dependency]bool{}
	add := func(name, role string) {
		if y := known[expr.Key(name)]; y != nil {
			d := Dependency{y.Name, role}
			if !seen[d] {
				seen[d] = true
				out = append(out, d)
			}
		}
	}
	for _, f := range v.Inflows {
		add(string(f), "inflow")
	}
	for _, f := range v.Outflows {
		add(string(f), "outflow")
	}
	role := "equation"
	if v.Kind == entente.Stock {
		eachName(v.Rate, "equation", add)
		role = "initial"
	}
	for _, eq := range Equations(v) {
		eachName(eq, role, add)
	}
	return out
}

// Equations lists a variable's equations; of a stock its initial values.
func Equations(v *entente.Variable) []string {
	var out []string
	if v.Equation != "" {
		out = append(out, v.Equation)
	}
	for _, e := range v.Elements {
		if e.Equation != "" {
			out = append(out, e.Equation)
		}
	}
	return out
}

// remembering functions use only earlier values of all their arguments but, of
// some, the first: TREND compares the present with the past.
var remembering = map[string]bool{
	"delay": true, "delay1": true, "delay3": true, "delayn": true, "delay_fixed": true, "delay1i": true,
	"delay3i": true, "delay_n": true, "smth1": true, "smth3": true, "smthn": true, "smooth": true, "smoothi": true,
	"smooth3": true, "smooth3i": true, "smooth_n": true, "previous": true, "init": true, "initial": true, "integ": true,
}

// eachName calls add for every name in an equation that stands for a value.
func eachName(equation, role string, add func(name, role string)) {
	n, err := expr.Parse(equation)
	if equation == "" || err != nil {
		return
	}
	visit(n, role, add)
}

func visit(n expr.Node, role string, add func(name, role string)) {
	switch n := n.(type) {
	case *expr.Ref:
		add(n.Name, role)
	case *expr.Call:
		if add(n.Name, role); remembering[expr.Key(n.Name)] && role == "equation" {
			role = "remembered"
		}
	}
	for _, c := range expr.Children(n) {
		visit(c, role, add)
	}
}

// cycles returns the cycles of equations that no stock or delay breaks, each as
// the path it takes; one per knot, in the order of the model. Models with
// arrays are left to the compiler, which knows the elements.
func cycles(m *entente.Model) [][]entente.VariableName {
	for i := range m.Variables {
		if len(m.Variables[i].Subscripts) > 0 {
			return nil
		}
	}
	w := &walker{deps: Dependencies(m), state: map[entente.VariableName]int{}, stock: map[entente.VariableName]bool{}}
	for _, v := range m.Variables {
		w.stock[v.Name] = v.Kind == entente.Stock
	}
	for _, v := range m.Variables {
		if !w.stock[v.Name] {
			w.walk(v.Name)
		}
	}
	return w.found
}

type walker struct {
	deps  map[entente.VariableName][]Dependency
	state map[entente.VariableName]int // 1 on the path, 2 done
	stock map[entente.VariableName]bool
	path  []entente.VariableName
	found [][]entente.VariableName
}

func (w *walker) walk(v entente.VariableName) {
	w.state[v] = 1
	w.path = append(w.path, v)
	for _, d := range w.deps[v] {
		if d.Role != "equation" || w.stock[d.Name] {
			continue
		}
		switch w.state[d.Name] {
		case 0:
			w.walk(d.Name)
		case 1:
			w.found = append(w.found, w.back(d.Name))
		}
	}
	w.path = w.path[:len(w.path)-1]
	w.state[v] = 2
}

// back is the path from v to the present place and to v again.
func (w *walker) back(v entente.VariableName) []entente.VariableName {
	from := 0
	for i, p := range w.path {
		if p == v {
			from = i
		}
	}
	return append(append([]entente.VariableName(nil), w.path[from:]...), v)
}

func sortedKeys[V any](m map[string]V) []string {
	out := keys(m)
	sort.Strings(out)
	return out
}
