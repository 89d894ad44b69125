package model

import (
	"fmt"
	"math"
	"sort"
	"strings"
	"unicode"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model/expr"
)

// A Unit is a product of base units with exponents; empty is dimensionless.
type Unit map[string]float64

// ParseUnit reads "person/year", "1/year", "%GDP", "JPY*person^2". A space
// between words is a product; "", "1", "dmnl" and "index" are dimensionless.
// Plurals and case do not matter. It reports what cannot be read.
func ParseUnit(s string) (Unit, error) {
	u := Unit{}
	sign := 1.0
	for rest := strings.TrimSpace(s); rest != ""; rest = strings.TrimSpace(rest) {
		switch c := rest[0]; {
		case c == '*' || c == '(' || c == ')':
			if c == ')' {
				sign = 1
			}
			rest = rest[1:]
		case c == '/':
			sign, rest = -1, rest[1:]
			if strings.HasPrefix(strings.TrimSpace(rest), "(") {
				inner, tail, err := parenthesis(strings.TrimSpace(rest))
				if err != nil {
					return nil, err
				}
				v, err := ParseUnit(inner)
				if err != nil {
					return nil, err
				}
				u.multiply(v, -1)
				sign, rest = 1, tail
			}
		default:
			word, power, tail, err := unitWord(rest)
			if err != nil {
				return nil, fmt.Errorf("the unit %q: %w", s, err)
			}
			if base := baseUnit(word); base != "" {
				u.multiply(Unit{base: power}, sign)
			}
			sign, rest = 1, tail
		}
	}
	return u, nil
}

func parenthesis(s string) (inner, tail string, err error) {
	depth := 0
	for i, c := range s {
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return s[1:i], s[i+1:], nil
			}
		}
	}
	return "", "", fmt.Errorf("the unit %q: a parenthesis is not closed", s)
}

// unitWord takes a name and its exponent.
func unitWord(s string) (word string, power float64, tail string, err error) {
	end := strings.IndexFunc(s, func(r rune) bool { return strings.ContainsRune("*/^() ", r) || unicode.IsSpace(r) })
	if end < 0 {
		return s, 1, "", nil
	}
	if end == 0 {
		return "", 0, "", fmt.Errorf("%q is not expected", s[:1])
	}
	word, tail, power = s[:end], s[end:], 1
	if strings.HasPrefix(tail, "^") {
		n, err := fmt.Sscanf(tail[1:], "%g", &power)
		if n != 1 || err != nil {
			return "", 0, "", fmt.Errorf("an exponent is expected after ^")
		}
		tail = strings.TrimLeft(tail[1:], "+-.0123456789")
	}
	return word, power, tail, nil
}

var dimensionless = map[string]bool{
	"": true, "1": true, "dmnl": true, "dimensionless": true, "unitless": true, "index": true, "fraction": true,
	"none": true, "no_units": true, "share": true, "probability": true, "ratio": true,
}

// synonyms of base units; plurals are cut first.
var synonyms = map[string]string{
	"people": "person", "persons": "person", "$": "usd", "dollar": "usd", "yr": "year", "mo": "month", "wk": "week",
	"hr": "hour", "min": "minute", "sec": "second", "annum": "year",
}

// baseUnit folds a word to the base unit it names, "" if it names none.
func baseUnit(word string) string {
	key := expr.Key(word)
	if dimensionless[key] {
		return ""
	}
	if s, ok := synonyms[key]; ok {
		return s
	}
	if len(key) > 3 && strings.HasSuffix(key, "s") && !strings.HasSuffix(key, "ss") {
		key = key[:len(key)-1]
	}
	if s, ok := synonyms[key]; ok {
		return s
	}
	return key
}

func (u Unit) multiply(v Unit, power float64) {
	for base, p := range v {
		if u[base] += p * power; math.Abs(u[base]) < 1e-9 {
			delete(u, base)
		}
	}
}

// Equal reports whether two units are the same.
func (u Unit) Equal(v Unit) bool {
	if len(u) != len(v) {
		return false
	}
	for base, p := range u {
		if math.Abs(v[base]-p) > 1e-9 {
			return false
		}
	}
	return true
}

func (u Unit) String() string {
	var up, down []string
	for base, p := range u {
		word := base
		if a := math.Abs(p); a != 1 {
			word = fmt.Sprintf("%s^%g", base, a)
		}
		if p > 0 {
			up = append(up, word)
		} else {
			down = append(down, word)
		}
	}
	sort.Strings(up)
	sort.Strings(down)
	switch {
	case len(u) == 0:
		return "dimensionless"
	case len(down) == 0:
		return strings.Join(up, "*")
	case len(up) == 0:
		up = []string{"1"}
	}
	return strings.Join(up, "*") + "/" + strings.Join(down, "/")
}

// Units checks the units of all equations and returns what does not fit. A
// constant without a unit takes the unit that its first use asks for; a bare
// number fits anywhere in a sum or comparison, and is dimensionless in a
// product. A variable without a unit and without such a use is not checked.
func Units(m *entente.Model) []error {
	c := &unitChecker{m: m, known: namesOf(m), units: map[string]Unit{}, told: map[string]bool{}}
	for i := range m.Variables {
		c.declare(&m.Variables[i])
	}
	for range 4 { // what one equation says of a constant serves the next
		before := len(c.units)
		c.errs, c.told = append([]error(nil), c.bad...), map[string]bool{}
		for i := range m.Variables {
			c.variable(&m.Variables[i])
		}
		if len(c.units) == before {
			break
		}
	}
	return c.errs
}

type unitChecker struct {
	m     *entente.Model
	known map[string]*entente.Variable
	units map[string]Unit // by key; missing is not known
	now   *entente.Variable
	bad   []error // units that cannot be read
	errs  []error
	told  map[string]bool
}

func (c *unitChecker) declare(v *entente.Variable) {
	if strings.TrimSpace(v.Unit) == "" {
		return
	}
	u, err := ParseUnit(v.Unit)
	if err != nil {
		c.bad = append(c.bad, finding(c.m, v, "", err.Error()))
		return
	}
	c.units[expr.Key(string(v.Name))] = u
}

func (c *unitChecker) say(format string, args ...any) {
	msg := fmt.Sprintf("in the equation of %s: ", c.now.Name) + fmt.Sprintf(format, args...)
	if !c.told[msg] {
		c.told[msg] = true
		c.errs = append(c.errs, finding(c.m, c.now, "", msg))
	}
}

// perTime is the unit of a rate of change of u.
func (c *unitChecker) perTime(u Unit) Unit {
	t, err := ParseUnit(c.m.Time.Unit)
	if err != nil || u == nil {
		return nil
	}
	out := Unit{}
	out.multiply(u, 1)
	out.multiply(t, -1)
	return out
}

func (c *unitChecker) variable(v *entente.Variable) {
	c.now = v
	want := c.units[expr.Key(string(v.Name))]
	for _, eq := range Equations(v) {
		if v.Lookup != nil {
			want = nil // a graphical function changes the unit
		}
		c.expect(eq, want, v)
	}
	if v.Kind != entente.Stock {
		return
	}
	rate := c.perTime(want)
	if v.Rate != "" {
		c.expect(v.Rate, rate, nil)
	}
	for _, f := range append(append([]entente.VariableName(nil), v.Inflows...), v.Outflows...) {
		if u := c.units[expr.Key(string(f))]; u != nil && rate != nil && !u.Equal(rate) {
			c.say("the flow %s is in %s, not in %s", f, u, rate)
		}
	}
}

// expect checks an equation against a unit; infer is the variable that takes
// the equation's unit if it has none.
func (c *unitChecker) expect(src string, want Unit, infer *entente.Variable) {
	n, err := expr.Parse(src)
	if err != nil || src == "" {
		return
	}
	got := c.unit(n, want)
	if want != nil && got != nil && !got.Equal(want) {
		c.say("it gives %s, but %s is declared", got, want)
	}
	if want == nil && got != nil && infer != nil && infer.Lookup == nil && infer.Unit == "" {
		c.units[expr.Key(string(infer.Name))] = got
	}
}

// unit is the unit of an expression, nil if it is not known; want is what its
// place asks for, nil if nothing.
func (c *unitChecker) unit(n expr.Node, want Unit) Unit {
	switch n := n.(type) {
	case *expr.Ref:
		return c.name(n, want)
	case *expr.Unary:
		if n.Op == "not" {
			return Unit{}
		}
		return c.unit(n.X, want)
	case *expr.If:
		c.unit(n.Cond, nil)
		return c.same(want, "the branches of IF", n.Then, n.Else)
	case *expr.Binary:
		return c.binary(n, want)
	case *expr.Call:
		return c.callUnit(n, want)
	}
	return nil // a number fits anywhere
}

// name looks a unit up; a constant without one takes what its place asks for.
func (c *unitChecker) name(n *expr.Ref, want Unit) Unit {
	key := expr.Key(n.Name)
	v := c.known[key]
	if v == nil {
		return c.builtinUnit(key)
	}
	if u, ok := c.units[key]; ok {
		return u
	}
	if v.Kind == entente.Constant && want != nil {
		c.units[key] = want
		return want
	}
	return nil
}

func (c *unitChecker) builtinUnit(key string) Unit {
	switch key {
	case "time", "dt", "starttime", "stoptime", "time_step", "initial_time", "final_time":
		u, err := ParseUnit(c.m.Time.Unit)
		if err == nil && c.m.Time.Unit != "" {
			return u
		}
	}
	return nil
}

// same gives the one unit of terms that must agree.
func (c *unitChecker) same(want Unit, what string, terms ...expr.Node) Unit {
	out := want
	var got Unit
	for _, t := range terms {
		u := c.unit(t, out)
		if u == nil {
			continue
		}
		if got != nil && !got.Equal(u) {
			c.say("%s have different units, %s and %s", what, got, u)
			return nil
		}
		got, out = u, u
	}
	return got
}

func (c *unitChecker) binary(n *expr.Binary, want Unit) Unit {
	switch n.Op {
	case "+", "-", "mod":
		return c.same(want, "the terms of "+n.Op, n.X, n.Y)
	case "*", "/", "//":
		return c.product(n, want)
	case "^":
		base := c.unit(n.X, nil)
		c.unit(n.Y, Unit{})
		p, fixed := n.Y.(*expr.Number)
		if base == nil || !fixed && len(base) > 0 {
			return nil
		}
		out := Unit{}
		if fixed {
			out.multiply(base, p.Value)
		}
		return out
	case "and", "or":
		c.unit(n.X, nil)
		c.unit(n.Y, nil)
		return Unit{}
	}
	c.same(nil, "the sides of "+n.Op, n.X, n.Y)
	return Unit{}
}

// product multiplies or divides units; a constant without a unit takes what is
// missing to what the place asks for.
func (c *unitChecker) product(n *expr.Binary, want Unit) Unit {
	sign := 1.0
	if n.Op != "*" {
		sign = -1
	}
	x, y := c.factor(n.X), c.factor(n.Y)
	if want != nil && x == nil && y != nil {
		missing := Unit{}
		missing.multiply(want, 1)
		missing.multiply(y, -sign)
		x = c.unit(n.X, missing)
	} else if want != nil && y == nil && x != nil {
		missing := Unit{}
		missing.multiply(want, sign)
		missing.multiply(x, -sign)
		y = c.unit(n.Y, missing)
	}
	if x == nil || y == nil {
		return nil
	}
	out := Unit{}
	out.multiply(x, 1)
	out.multiply(y, sign)
	return out
}

// factor is the unit of a factor: a bare number has none.
func (c *unitChecker) factor(n expr.Node) Unit {
	if _, number := n.(*expr.Number); number {
		return Unit{}
	}
	return c.unit(n, nil)
}

// sameUnit functions give the unit of their first arguments, as many as said.
var sameUnit = map[string]int{
	"abs": 1, "min": 9, "max": 9, "sum": 1, "mean": 1, "init": 1, "initial": 1, "previous": 2, "int": 1, "round": 1,
	"smth1": 1, "smth3": 1, "smthn": 1, "delay1": 1, "delay3": 1, "delayn": 1, "delay": 1, "smooth": 1, "smoothi": 1,
	"smooth3": 1, "smooth3i": 1, "delay_fixed": 1, "active_initial": 2, "step": 1, "vmin": 1, "vmax": 1,
	"normal": 2, "uniform": 2, "random": 2, "game": 1, "quantum": 2, "modulo": 2,
}

func (c *unitChecker) callUnit(n *expr.Call, want Unit) Unit {
	key := expr.Key(n.Name)
	if v := c.known[key]; v != nil { // a graphical function
		return c.units[key]
	}
	if k, ok := sameUnit[key]; ok {
		k = min(k, len(n.Args))
		for _, rest := range n.Args[k:] {
			c.unit(rest, nil)
		}
		return c.same(want, "the arguments of "+n.Name, n.Args[:k]...)
	}
	switch key {
	case "exp", "ln", "log10", "sin", "cos", "tan", "arctan", "tanh":
		if len(n.Args) == 1 {
			if u := c.unit(n.Args[0], Unit{}); len(u) > 0 {
				c.say("%s takes a dimensionless number, not %s", n.Name, u)
			}
		}
		return Unit{}
	case "if_then_else":
		if len(n.Args) == 3 {
			c.unit(n.Args[0], nil)
			return c.same(want, "the branches of IF", n.Args[1], n.Args[2])
		}
	case "safediv", "zidz", "xidz":
		if len(n.Args) >= 2 {
			return c.product(&expr.Binary{At: n.At, Op: "/", X: n.Args[0], Y: n.Args[1]}, want)
		}
	}
	return nil
}
