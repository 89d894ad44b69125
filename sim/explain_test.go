package sim_test

import (
	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model"
	"github.com/ententelab/entente/sim"
	"testing"
)

const tub = `
model: tub
time: {start: 0, stop: 10, step: 0.5, unit: minute}
variables:
  water: {kind: stock, initial: 10, inflows: [filling], outflows: [draining], unit: litre, cites: [own]}
  filling: {kind: flow, equation: tap * 2 - (water - INIT(water)) / 100, cites: [own]}
  draining: {kind: flow, equation: water / drain_time, cites: [own]}
  tap: {kind: constant, value: 1.5, range: [1, 2], cites: [own]}
  drain_time: {kind: constant, value: 5, range: [4, 6], cites: [own]}
scenarios:
  wide: {set: {tap: 3}}
works: {own: {title: Our own}}
`

func compile(t *testing.T, src string) *sim.Program {
	t.Helper()
	m, err := model.Parse("test.yaml", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	p, err := sim.Compile(m)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestExplain(t *testing.T) {
	p := compile(t, tub)
	want := map[string]map[string]int{
		"water":    {"filling": 1, "draining": -1},
		"filling":  {"tap": 1, "water": -1},
		"draining": {"water": 1, "drain_time": -1},
	}
	for name, causes := range want {
		x, err := p.Explain(entente.VariableName(name), 5)
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]int{}
		for _, c := range x.Causes {
			got[string(c.Variable.Name)] = c.Sign
		}
		for cause, sign := range causes {
			if got[cause] != sign {
				t.Errorf("%s: sign of %s is %d, want %d", name, cause, got[cause], sign)
			}
		}
		if len(got) != len(causes) {
			t.Errorf("%s: causes %v, want %v", name, got, causes)
		}
	}
	if _, err := p.Explain("watre", 5); err == nil {
		t.Error("an unknown variable is explained")
	}
}
