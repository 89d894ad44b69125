package model_test

import (
	"strings"
	"testing"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model"
)

const head = "model: t\ntime: {start: 0, stop: 4, step: 1, unit: year}\nworks: {w: {title: W}}\nvariables:\n"

// TestParseErrors holds that every mistake of form is told with its place and,
// where one is near, the name that was meant.
func TestParseErrors(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		{"  a: {kind: stok, equation: 1}", `t.yaml:5:13: "stok" is no kind of variable (did you mean "stock"?)`},
		{"  a: {equaton: 1}", `t.yaml:5:7: a variable has no field "equaton" (did you mean "equation"?)`},
		{"  a: {equation: 1 + }", `in the equation: a value is expected, not the end of the equation`},
		{"  a: {equation: 2 * (3}", `t.yaml:5:23: in the equation: ")" is expected before the end of the equation`},
		{"  a: {kind: stock, rate: 1}", `stock "a" needs an initial value (initial:)`},
		{"  a: {kind: aux, value: 1}", `"a" is a aux: only a constant has the field "value"`},
		{"  a: {kind: constant, value: 1, range: {dist: triangluar, params: [1, 2, 3]}}", `there is no distribution triangluar (did you mean "triangular"?)`},
		{"  a: {kind: constant, value: 1, range: {dist: uniform, params: [2, 1]}}", `the parameters of uniform are out of order`},
		{"  a: {kind: input, points: [[1, 2], [1, 3]]}", `the x of a lookup must rise: 1 comes after 1`},
		{"  a: {equation: 1}\n  a: {equation: 2}", `t.yaml:6:3:`},
		{"  a: {equation: 1, assumption: {range: [0, 1]}}", `an assumption says why it is reasonable (why:)`},
	} {
		_, err := model.Parse("t.yaml", []byte(head+c.body+"\n"))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s\n got %v\nwant %s", c.body, err, c.want)
		}
		if err != nil && entente.KindOf(err) != entente.BadInput {
			t.Errorf("%s: kind %s", c.body, entente.KindOf(err))
		}
	}
}

// TestCheck holds what a check finds in a model that can be read.
func TestCheck(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		{"  income: {equation: 1, cites: [w]}\n  b: {equation: incme, cites: [w]}",
			`t.yaml:6:3: the equation of b names "incme", which the model does not have (did you mean "income"?)`},
		{"  a: {equation: 'SMHT1(1, 2)', cites: [w]}", `the equation of a calls "SMHT1", which is no function (did you mean "smth1"?)`},
		{"  a: {equation: MAX(), cites: [w]}", `gives MAX 0 arguments`},
		{"  a: {equation: b, cites: [w]}\n  b: {equation: c + 1, cites: [w]}\n  c: {equation: a, cites: [w]}",
			"a cycle without a stock: a ← b ← c ← a (put a stock or a delay into the cycle)"},
		{"  a: {equation: 1}", `"a" has neither a citation nor an assumption`},
		{"  a: {equation: 1, cites: [v]}", `the work "v" is not among the works`},
		{"  a: {kind: stock, initial: 1, unit: JPY, inflows: [f], cites: [w]}\n  f: {kind: flow, equation: 1, unit: JPY, cites: [w]}",
			"the flow f is in jpy, not in jpy/year"},
		{"  a: {kind: constant, value: 1, unit: people, cites: [w]}\n  b: {equation: a * 2, unit: person/year, cites: [w]}",
			"it gives person, but person/year is declared"},
		{"  a: {kind: constant, value: 1, unit: km, cites: [w]}\n  b: {kind: constant, value: 1, unit: kg, cites: [w]}\n  c: {equation: a + b, cites: [w]}",
			"the terms of + have different units, km and kg"},
		{"  a: {kind: constant, value: 1, unit: km, cites: [w]}\n  b: {equation: EXP(a), cites: [w]}", "EXP takes a dimensionless number, not km"},
	} {
		m, err := model.Parse("t.yaml", []byte(head+c.body+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for _, e := range model.Check(m) {
			all = append(all, e.Error())
		}
		if !strings.Contains(strings.Join(all, "\n"), c.want) {
			t.Errorf("%s\n got %q\nwant %s", c.body, all, c.want)
		}
	}
}

// TestCheckAccepts holds that a sound model has nothing wrong: delays break
// cycles, and a constant takes the unit that its use asks for.
func TestCheckAccepts(t *testing.T) {
	m, err := model.Parse("t.yaml", []byte(head+`
  stock: {kind: stock, initial: start, unit: JPY, rate: stock * growth - loss, cites: [w]}
  growth: {kind: constant, value: 0.1, cites: [w]}
  start: {kind: constant, value: 10, unit: JPY, cites: [w]}
  loss: {kind: flow, equation: (goal - 0.5 * stock) / 4 / span, unit: JPY/year, cites: [w]}
  span: {kind: constant, value: 2, unit: year, cites: [w]}
  goal: {equation: "SMTH1(echo, span) ", unit: JPY, cites: [w]}
  echo: {equation: "IF TIME > 2 THEN goal ELSE 2 * stock", unit: JPY, cites: [w]}
`))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range model.Check(m) {
		t.Error(e)
	}
}

func TestParseUnit(t *testing.T) {
	for in, want := range map[string]string{
		"": "dimensionless", "1": "dimensionless", "people/year": "person/year", "1/year": "1/year", "%GDP": "%gdp",
		"JPY*person^2/(month*km)": "jpy*person^2/km/month", "Widgets/Month/Month": "widget/month^2", "year/year": "dimensionless",
		"index": "dimensionless", "USD / year": "usd/year",
	} {
		u, err := model.ParseUnit(in)
		if err != nil || u.String() != want {
			t.Errorf("%q is %v (%v), want %s", in, u, err, want)
		}
	}
	for _, in := range []string{"a^", "a/(b"} {
		if u, err := model.ParseUnit(in); err == nil {
			t.Errorf("%q is %v, want an error", in, u)
		}
	}
}
