package model

import (
	"fmt"
	"strings"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model/expr"
)

// Check says everything that is wrong with a model, in the order of its
// variables: names and functions that do not exist (with the nearest that do),
// units that do not fit, cycles without a stock, and elements that neither cite
// a work nor say that they are assumptions. No error means that it holds
// promise 1 of the design; whether it runs is for sim.Compile to say.
func Check(m *entente.Model) []error {
	c := &checker{m: m, known: namesOf(m)}
	for i := range m.Variables {
		c.variable(&m.Variables[i])
	}
	for _, path := range cycles(m) {
		c.cycle(path)
	}
	c.scenarios()
	c.behaviour()
	for _, q := range m.Questions {
		c.exists(nil, string(q), "the questions name")
	}
	return append(c.errs, Units(m)...)
}

type checker struct {
	m     *entente.Model
	known map[string]*entente.Variable
	errs  []error
}

// finding is an error at a variable, nil for the model as a whole.
func (c *checker) finding(v *entente.Variable, hint, format string, args ...any) {
	c.errs = append(c.errs, finding(c.m, v, hint, fmt.Sprintf(format, args...)))
}

func finding(m *entente.Model, v *entente.Variable, hint, msg string) error {
	e := &entente.Error{Kind: entente.Finding, File: m.File, Msg: msg, Hint: hint}
	if v != nil {
		e.Line, e.Col = v.Line, v.Col
	}
	return e
}

func (c *checker) variable(v *entente.Variable) {
	if c.known[expr.Key(string(v.Name))] != v {
		c.finding(v, "", "%q is defined twice", v.Name)
	}
	equations := Equations(v)
	if v.Rate != "" {
		equations = append(equations, v.Rate)
	}
	for _, eq := range equations {
		c.equation(v, eq)
	}
	for _, f := range append(append([]entente.VariableName(nil), v.Inflows...), v.Outflows...) {
		if c.exists(v, string(f), fmt.Sprintf("the flows of %s name", v.Name)) && c.known[expr.Key(string(f))].Kind == entente.Stock {
			c.finding(v, "", "%q is a stock: it cannot flow into %s", f, v.Name)
		}
	}
	c.source(v)
}

// source is promise 1: nothing without a source.
func (c *checker) source(v *entente.Variable) {
	if len(v.Cites) == 0 && v.Assumption == nil && len(v.Links) == 0 {
		c.finding(v, "add cites: or assumption:", "%q has neither a citation nor an assumption", v.Name)
	}
	for _, cite := range v.Cites {
		c.citation(v, cite)
	}
}

func (c *checker) citation(v *entente.Variable, cite entente.Citation) {
	if _, ok := c.m.Works[cite.Work]; cite.Work != "" && !ok {
		c.finding(v, didYouMean(cite.Work, sortedKeys(c.m.Works)), "the work %q is not among the works of the model", cite.Work)
	}
	if cite.Work == "" && cite.Title == "" {
		c.finding(v, "", "a citation names neither a work nor a title")
	}
}

func (c *checker) equation(v *entente.Variable, src string) {
	n, err := expr.Parse(src)
	if err != nil {
		c.finding(v, "", "in the equation of %s: %v", v.Name, err)
		return
	}
	expr.Walk(n, func(n expr.Node) bool {
		switch n := n.(type) {
		case *expr.Ref:
			c.exists(v, n.Name, fmt.Sprintf("the equation of %s names", v.Name))
			return false // subscripts are elements and dimensions
		case *expr.Call:
			c.call(v, n)
		}
		return true
	})
}

// exists reports whether a name has a meaning, and says so if it has none.
func (c *checker) exists(v *entente.Variable, name, who string) bool {
	key := expr.Key(name)
	if c.known[key] != nil {
		return true
	}
	if v != nil && (expr.Constants[key] || c.isDimension(key)) {
		return true
	}
	c.finding(v, didYouMean(name, c.names()), "%s %q, which the model does not have", who, name)
	return false
}

func (c *checker) isDimension(key string) bool {
	for _, d := range c.m.Dimensions {
		if expr.Key(d.Name) == key {
			return true
		}
		for _, e := range d.Elements {
			if expr.Key(e) == key {
				return true
			}
		}
	}
	return false
}

func (c *checker) names() []string {
	out := make([]string, 0, len(c.m.Variables))
	for i := range c.m.Variables {
		out = append(out, string(c.m.Variables[i].Name))
	}
	return out
}

func (c *checker) call(v *entente.Variable, n *expr.Call) {
	key := expr.Key(n.Name)
	sig, ok := expr.Functions[key]
	for _, m := range c.m.Macros {
		if expr.Key(m.Name) == key {
			sig, ok = expr.Signature{Min: len(m.Params), Max: len(m.Params)}, true
		}
	}
	if y := c.known[key]; y != nil {
		sig, ok = expr.Signature{Min: 1, Max: 1}, true
	}
	switch {
	case !ok:
		c.finding(v, didYouMean(n.Name, append(sortedKeys(expr.Functions), c.names()...)),
			"the equation of %s calls %q, which is no function", v.Name, n.Name)
	case len(n.Args) < sig.Min || sig.Max >= 0 && len(n.Args) > sig.Max:
		c.finding(v, "", "the equation of %s gives %s %d arguments", v.Name, n.Name, len(n.Args))
	}
}

func (c *checker) cycle(path []entente.VariableName) {
	words := make([]string, len(path))
	for i, p := range path {
		words[i] = string(p)
	}
	c.finding(c.known[expr.Key(words[0])], "put a stock or a delay into the cycle",
		"a cycle without a stock: %s", strings.Join(words, " ← "))
}

func (c *checker) scenarios() {
	for _, s := range c.m.Scenarios {
		who := fmt.Sprintf("the scenario %q changes", s.Name)
		for _, n := range sortedNames(s.Set) {
			c.exists(nil, string(n), who)
		}
		for _, n := range sortedNames(s.Inputs) {
			c.exists(nil, string(n), who)
		}
		for _, n := range sortedNames(s.Ranges) {
			c.exists(nil, string(n), who)
		}
	}
}

func sortedNames[V any](m map[entente.VariableName]V) []entente.VariableName {
	text := make(map[string]V, len(m))
	for k, v := range m {
		text[string(k)] = v
	}
	var out []entente.VariableName
	for _, k := range sortedKeys(text) {
		out = append(out, entente.VariableName(k))
	}
	return out
}

// behaviour checks what the behaviour tests refer to.
func (c *checker) behaviour() {
	names := []string{"", "base"}
	for _, s := range c.m.Scenarios {
		names = append(names, s.Name)
	}
	for _, t := range c.m.Tests {
		for _, s := range []string{t.Scenario, t.Against} {
			if !has(names, s) {
				c.finding(nil, didYouMean(s, names), "the test %s names the scenario %q, which the model does not have", t.ID, s)
			}
		}
		for _, e := range t.Expect {
			c.exists(nil, string(e.Variable), fmt.Sprintf("the test %s names", t.ID))
			if e.At < c.m.Time.Start || e.At > c.m.Time.Stop {
				c.finding(nil, "", "the test %s looks at %g, outside %g to %g", t.ID, e.At, c.m.Time.Start, c.m.Time.Stop)
			}
		}
	}
}

func has(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
