package fit

import (
	"strings"
	"testing"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/alliances"
	"github.com/ententelab/entente/model"
	"github.com/ententelab/entente/sim"
)

func reference(t testing.TB) *sim.Program {
	t.Helper()
	data, err := alliances.Model("us-japan")
	if err != nil {
		t.Fatal(err)
	}
	m, err := model.Parse("us-japan/model.yaml", data)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range model.Check(m) {
		t.Error(e)
	}
	p, err := sim.Compile(m)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestReference runs the behaviour tests of the reference model.
func TestReference(t *testing.T) {
	p := reference(t)
	results, err := Tests(p, p.Model(), 100, 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range results {
		if !r.Pass {
			t.Errorf("%s holds in %.0f %% of the runs, not in %.0f %%: %+v", r.ID, 100*r.Share, 100*r.Test.Share, r.Expect)
		}
	}
}

func TestHolds(t *testing.T) {
	for _, c := range []struct {
		is      string
		by      float64
		was, to float64
		want    bool
	}{
		{"higher", 0.1, 1, 1.2, true}, {"higher", 0.1, 1, 1.05, false}, {"higher", 0, 1, 1, false},
		{"lower", 0.1, 1, 0.8, true}, {"lower", 0.1, 1, 1.2, false},
		{"not_higher", 0, 1, 1, true}, {"not_higher", 0, 1, 1.1, false}, {"not_higher", 0.2, 1, 1.1, true},
		{"not_lower", 0, 1, 1.1, true}, {"not_lower", 0, 1, 0.9, false},
		{"same", 0.1, 1, 1.05, true}, {"same", 0.1, 1, 1.2, false},
		{"above", 2, 9, 2.1, true}, {"above", 2, 9, 1.9, false}, {"below", 2, 9, 1.9, true}, {"nonsense", 0, 1, 1, false},
	} {
		if got := sim.Holds(entente.Expectation{Is: c.is, By: c.by}, c.was, c.to); got != c.want {
			t.Errorf("%g → %g is %s by %g: %t", c.was, c.to, c.is, c.by, got)
		}
	}
}

func TestIdle(t *testing.T) {
	tests := []entente.BehaviourTest{{ID: "T1"}, {ID: "T2"}, {ID: "T3"}}
	knocks := []Knock{{Weight: "a", Noticed: []string{"T2"}}, {Weight: "b"}, {Weight: "c", Noticed: []string{"T2", "T3"}}}
	if got := Idle(tests, knocks); len(got) != 1 || got[0] != "T1" {
		t.Errorf("idle: %v", got)
	}
	if table := KnockoutTable(knocks); !strings.Contains(table, "| `c` | T2, T3 |") || !strings.Contains(table, "2 of 3 arrows") {
		t.Errorf("the table is\n%s", table)
	}
}

// TestNoSuchThing gives errors that name what is missing.
func TestNoSuchThing(t *testing.T) {
	p := reference(t)
	for _, b := range []entente.BehaviourTest{
		{ID: "T1", Scenario: "demand55"}, {ID: "T2", Against: "nowhere"},
		{ID: "T3", Expect: []entente.Expectation{{Variable: "japan_defense", At: 2030, Is: "higher"}}},
	} {
		m := &entente.Model{Tests: []entente.BehaviourTest{b}}
		if _, err := Tests(p, m, 2, 1); err == nil || !strings.Contains(err.Error(), b.ID) {
			t.Errorf("%s: %v", b.ID, err)
		}
	}
}
