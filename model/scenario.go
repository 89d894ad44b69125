package model

import (
	"math"

	entente "github.com/ententelab/entente"
	"github.com/goccy/go-yaml/ast"
)

// distributions gives the number of parameters of each, -1 for pairs.
var distributions = map[string]int{
	"uniform": 2, "normal": 2, "triangular": 3, "pert": 3, "lognormal": 2, "discrete": -1, "bernoulli": 1,
}

// distribution reads {dist: …, params: […]}, or [low, high] for uniform.
func (r *reader) distribution(n ast.Node) *entente.Range {
	d := &entente.Range{Dist: "uniform"}
	if _, list := plainNode(n).(*ast.SequenceNode); list {
		d.Params = r.numbers(n)
	} else {
		r.fields(n, "a range", map[string]func(ast.Node){
			"dist":   func(n ast.Node) { d.Dist = r.text(n) },
			"params": func(n ast.Node) { d.Params = r.numbers(n) },
		})
	}
	if msg := WrongRange(*d); msg != "" {
		hint := ""
		if _, ok := distributions[d.Dist]; !ok {
			hint = didYouMean(d.Dist, keys(distributions))
		}
		r.fail(n, hint, "%s", msg)
	}
	return d
}

// WrongRange says what is wrong with a distribution, "" if nothing is.
//
// The parameters are: uniform low, high; normal mean, standard deviation;
// triangular and pert low, mode, high; lognormal mean and standard deviation of
// the logarithm; discrete value, weight, value, weight, …; bernoulli the chance
// of 1.
func WrongRange(d entente.Range) string {
	want, ok := distributions[d.Dist]
	if !ok {
		return "there is no distribution " + d.Dist
	}
	p := d.Params
	for _, v := range p {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return "the parameters of a distribution are finite numbers"
		}
	}
	if want >= 0 && len(p) != want || want < 0 && (len(p) == 0 || len(p)%2 != 0) {
		return d.Dist + " has the wrong number of parameters"
	}
	switch d.Dist {
	case "uniform":
		ok = p[0] <= p[1]
	case "triangular", "pert":
		ok = p[0] <= p[1] && p[1] <= p[2]
	case "normal", "lognormal":
		ok = p[1] >= 0
	case "bernoulli":
		ok = 0 <= p[0] && p[0] <= 1
	case "discrete":
		total := 0.0
		for i := 1; i < len(p); i += 2 {
			ok = ok && p[i] >= 0
			total += p[i]
		}
		ok = ok && total > 0
	}
	if !ok {
		return "the parameters of " + d.Dist + " are out of order"
	}
	return ""
}

func (r *reader) assumption(n ast.Node) *entente.Assumption {
	a := &entente.Assumption{Low: math.NaN(), High: math.NaN()}
	r.fields(n, "an assumption", map[string]func(ast.Node){
		"range": func(n ast.Node) {
			if p := r.numbers(n); len(p) == 2 {
				a.Low, a.High = p[0], p[1]
			} else {
				r.fail(n, "", "the range of an assumption is [low, high]")
			}
		},
		"why": func(n ast.Node) { a.Why = r.text(n) },
	})
	if a.Why == "" {
		r.fail(n, "", "an assumption says why it is reasonable (why:)")
	}
	if math.IsNaN(a.Low) {
		a.Low, a.High = 0, 0
	}
	return a
}

func (r *reader) scenarios(n ast.Node) {
	for _, p := range r.pairs(n, "scenarios") {
		s := entente.Scenario{Name: p.key}
		r.fields(p.value, "a scenario", map[string]func(ast.Node){
			"title": func(n ast.Node) { s.Title = r.title(n) },
			"why":   func(n ast.Node) { s.Why = r.text(n) },
			"set": func(n ast.Node) {
				s.Set = map[entente.VariableName]float64{}
				for _, p := range r.pairs(n, "set") {
					s.Set[entente.VariableName(p.key)] = r.number(p.value)
				}
			},
			"inputs": func(n ast.Node) { s.Inputs = r.inputs(n) },
			"ranges": func(n ast.Node) {
				s.Ranges = map[entente.VariableName]entente.Range{}
				for _, p := range r.pairs(n, "ranges") {
					s.Ranges[entente.VariableName(p.key)] = *r.distribution(p.value)
				}
			},
		})
		r.m.Scenarios = append(r.m.Scenarios, s)
	}
}

// inputs reads series over time, {points: […], interpolate: step} or the bare
// list of points.
func (r *reader) inputs(n ast.Node) map[entente.VariableName]entente.Lookup {
	out := map[entente.VariableName]entente.Lookup{}
	for _, p := range r.pairs(n, "inputs") {
		l := &entente.Lookup{}
		if _, list := plainNode(p.value).(*ast.SequenceNode); list {
			l = r.points(p.value)
		} else {
			kind := ""
			r.fields(p.value, "an input", map[string]func(ast.Node){
				"points":      func(n ast.Node) { l = r.points(n) },
				"interpolate": func(n ast.Node) { kind = r.interpolation(n) },
			})
			l.Kind = kind
		}
		out[entente.VariableName(p.key)] = *l
	}
	return out
}

func (r *reader) tests(n ast.Node) {
	for _, p := range r.pairs(n, "tests") {
		t := entente.BehaviourTest{ID: p.key, Share: 0.95}
		r.fields(p.value, "a test", map[string]func(ast.Node){
			"title":    func(n ast.Node) { t.Title = r.title(n) },
			"scenario": func(n ast.Node) { t.Scenario = r.text(n) },
			"against": func(n ast.Node) {
				if t.Against = r.text(n); t.Against == "base" {
					t.Against = ""
				}
			},
			"share":  func(n ast.Node) { t.Share = r.number(n) },
			"cites":  func(n ast.Node) { t.Cites = r.citations(n) },
			"expect": func(n ast.Node) { t.Expect = r.expectations(n) },
		})
		if t.Scenario == "base" {
			t.Scenario = ""
		}
		r.m.Tests = append(r.m.Tests, t)
	}
}

func (r *reader) expectations(n ast.Node) []entente.Expectation {
	list := []ast.Node{n}
	if _, many := plainNode(n).(*ast.SequenceNode); many {
		list = r.items(n)
	}
	var out []entente.Expectation
	for _, item := range list {
		var e entente.Expectation
		r.fields(item, "an expectation", map[string]func(ast.Node){
			"variable": func(n ast.Node) { e.Variable = entente.VariableName(r.text(n)) },
			"at":       func(n ast.Node) { e.At = r.number(n) },
			"by":       func(n ast.Node) { e.By = r.number(n) },
			"is": func(n ast.Node) {
				e.Is = r.text(n)
				if !expectations[e.Is] {
					r.fail(n, didYouMean(e.Is, keys(expectations)), "%q is nothing a test can expect", e.Is)
				}
			},
		})
		out = append(out, e)
	}
	return out
}

var expectations = map[string]bool{
	"higher": true, "lower": true, "not_higher": true, "not_lower": true, "same": true, "above": true, "below": true,
}

func keys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	return out
}
