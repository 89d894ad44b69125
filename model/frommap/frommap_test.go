package frommap_test

import (
	"testing"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/model"
	"github.com/ententelab/entente/model/frommap"
	"github.com/ententelab/entente/sim"
)

func untitled(entente.ConceptID) map[entente.Lang]string { return nil }

func link(cause, effect entente.ConceptID, sign entente.Sign, belief float64) entente.Link {
	return entente.Link{ID: entente.NewLinkID(cause, effect, sign), Cause: cause, Effect: effect, Sign: sign, Belief: belief}
}

// pressure lowers trust, distrust raises autonomy, autonomy lowers pressure:
// a loop, so that the model must run without an order of its own.
func loop() entente.Map {
	return entente.Map{
		Concepts: []entente.ConceptID{"us_pressure", "trust_in_us", "japan_strategic_autonomy"},
		Links: []entente.Link{
			link("us_pressure", "trust_in_us", entente.Minus, 0.9),
			link("trust_in_us", "japan_strategic_autonomy", entente.Minus, 0.7),
			link("japan_strategic_autonomy", "us_pressure", entente.Minus, 0.5),
		},
	}
}

func TestTheBaseRunStaysAtOne(t *testing.T) {
	run := simulate(t, loop(), entente.Scenario{})
	for _, c := range loop().Concepts {
		for i, v := range run.Series(entente.VariableName(c)) {
			if v != 1 {
				t.Fatalf("%s is %v at %v", c, v, run.Time[i])
			}
		}
	}
}

func TestAPushFollowsTheSigns(t *testing.T) {
	run := simulate(t, loop(), frommap.Push("us_pressure", 0.2, untitled))
	for c, above := range map[entente.VariableName]bool{"us_pressure": true, "trust_in_us": false, "japan_strategic_autonomy": true} {
		series := run.Series(c)
		if got := series[len(series)-1]; (got > 1) != above || got == 1 || got < 0 || got > 2.4 {
			t.Errorf("%s ends at %v", c, got)
		}
	}
}

func TestEveryElementHasASource(t *testing.T) {
	for _, err := range model.Check(frommap.Model("m", loop(), untitled)) {
		t.Error(err)
	}
}

func TestAnEmptyMapHasNoScenario(t *testing.T) {
	if m := frommap.Model("m", entente.Map{}, untitled); len(m.Scenarios) != 0 || len(m.Questions) != 0 {
		t.Errorf("scenarios %v, questions %v", m.Scenarios, m.Questions)
	}
}

func simulate(t *testing.T, m entente.Map, s entente.Scenario) *entente.Run {
	t.Helper()
	p, err := sim.Compile(frommap.Model("m", m, untitled))
	if err != nil {
		t.Fatal(err)
	}
	run, err := p.Run(s, 1)
	if err != nil {
		t.Fatal(err)
	}
	return run
}
