package sim_test

import (
	"strings"
	"testing"
	"time"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model/load"
	"github.com/ententelab/entente/sim"
)

const logistic = `
model: logistic
time: {start: 0, stop: 40, step: 0.25, save: 1}
variables:
  people: {kind: stock, initial: 1, inflows: [births], outflows: [deaths]}
  births: {kind: flow, equation: people * 0.4}
  deaths: {kind: flow, equation: people * crowding * 0.4}
  crowding: {equation: people / 100}
`

// TestLoops takes the case that everybody knows: growth by the reinforcing loop
// until half of the room is taken, then by the balancing ones.
func TestLoops(t *testing.T) {
	p := compile(t, logistic)
	r, err := p.Loops(entente.Scenario{}, 100)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Loops) != 3 || r.Truncated {
		t.Fatalf("%d loops, want 3: %+v", len(r.Loops), r.Loops)
	}
	kinds := map[string]int{}
	for _, l := range r.Loops {
		kinds[l.Polarity]++
	}
	if kinds["reinforcing"] != 1 || kinds["balancing"] != 2 {
		t.Errorf("polarities %v", kinds)
	}
	early, late := 0.0, 0.0
	for _, l := range r.Loops {
		if l.Polarity == "reinforcing" {
			early, late = l.Share[4], l.Share[30]
		}
	}
	if early < 0.5 || late > 0.5 {
		t.Errorf("the reinforcing loop has %.2f early and %.2f late", early, late)
	}
	if len(r.Reading) < 2 {
		t.Errorf("the reading is %q", r.Reading)
	}
}

// TestLoopsOfReference holds that the reference model has loops of both kinds
// through several variables, and that they can be read.
func TestLoopsOfReference(t *testing.T) {
	const path = "../alliances/usjapan/model.yaml"
	m, err := load.File(path)
	if err != nil {
		t.Fatal(err)
	}
	p, err := sim.Compile(m)
	if err != nil {
		t.Fatal(err)
	}
	from := time.Now()
	r, err := p.Loops(entente.Scenario{}, 500)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d loops (more: %v) in %v", len(r.Loops), r.Truncated, time.Since(from))
	several := map[string]bool{}
	for _, l := range r.Loops {
		if len(l.Variables) > 1 {
			several[l.Polarity] = true
		}
	}
	if !several["reinforcing"] || !several["balancing"] {
		t.Errorf("loops through several variables are of polarity %v", several)
	}
	if len(r.Reading) == 0 || strings.Contains(strings.Join(r.Reading, "\n"), "NaN") {
		t.Errorf("the reading is %q", r.Reading)
	}
}
