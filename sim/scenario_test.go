package sim_test

import (
	"strings"
	"testing"

	entente "github.com/ententelab/entente"
)

// TestScenario holds what a scenario can change, and that names are checked.
func TestScenario(t *testing.T) {
	p := compile(t, `
model: s
time: {start: 0, stop: 2, step: 1}
dimensions: {region: [north, south]}
variables:
  level: {kind: stock, initial: 5, rate: inflow}
  inflow: {equation: rate * 2}
  rate: {kind: constant, value: 1}
  parts: {dimensions: [region], equation: rate}
  total: {equation: SUM(parts)}
`)
	set := func(name entente.VariableName, v float64) entente.Scenario {
		return entente.Scenario{Set: map[entente.VariableName]float64{name: v}}
	}
	for _, c := range []struct {
		s    entente.Scenario
		name entente.VariableName
		want float64 // at the end
	}{
		{entente.Scenario{}, "level", 9},
		{set("rate", 3), "level", 17},
		{set("Level", 0), "level", 4},
		{set("inflow", 10), "level", 25},
		{set("parts[south]", 4), "total", 5},
		{entente.Scenario{Inputs: map[entente.VariableName]entente.Lookup{"rate": {X: []float64{0, 1}, Y: []float64{1, 5}, Kind: "discrete"}}}, "level", 17},
	} {
		r, err := p.Run(c.s, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Series(c.name); got[2] != c.want {
			t.Errorf("%v: %s is %v, want %v", c.s, c.name, got[2], c.want)
		}
	}
	if _, err := p.Run(set("rat", 1), 0); err == nil || !strings.Contains(err.Error(), `did you mean "rate"?`) {
		t.Errorf("an unknown name gives %v", err)
	}
	if r, _ := p.Run(entente.Scenario{}, 0); r.Series("level")[2] != 9 {
		t.Error("a scenario changed the model itself")
	}
}
