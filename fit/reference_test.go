package fit

import (
	"context"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/alliances"
)

var update = flag.Bool("update", false, "write KNOCKOUT.md anew (some minutes)")

const knockoutFile = "../alliances/usjapan/KNOCKOUT.md"

// TestEssential takes out each arrow that a prediction rests on: its test must
// fail, or the test says nothing.
func TestEssential(t *testing.T) {
	p := reference(t)
	table, err := alliances.MechanismTable("us-japan")
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range p.Model().Tests {
		i := slices.IndexFunc(table.Essential, func(r alliances.Rest) bool { return r.Test == b.ID })
		if i < 0 {
			t.Errorf("%s rests on nothing: no knock-out makes it fail", b.ID)
			continue
		}
		knocks, err := Knockout(context.Background(), p, []entente.BehaviourTest{b}, table.Essential[i].Weights, 40, 1)
		if err != nil {
			t.Fatal(err)
		}
		for _, k := range knocks {
			if len(k.Noticed) == 0 {
				t.Errorf("%s does not notice that %s is gone", b.ID, k.Weight)
			}
		}
	}
}

// TestKnockoutTable writes the table of all arrows, and otherwise checks that
// it names every test.
func TestKnockoutTable(t *testing.T) {
	p := reference(t)
	if *update {
		if err := os.WriteFile(knockoutFile, []byte(knockoutTable(t)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(knockoutFile)
	if err != nil {
		t.Fatal(err)
	}
	words := strings.FieldsFunc(string(have), func(r rune) bool { return strings.ContainsRune(" ,|`\n", r) })
	for _, b := range p.Model().Tests {
		if !slices.Contains(words, b.ID) {
			t.Errorf("no knock-out makes %s fail: run go test ./fit -run KnockoutTable -update", b.ID)
		}
	}
}

func knockoutTable(t *testing.T) string {
	p := reference(t)
	var weights []entente.VariableName
	for _, v := range p.Model().Variables {
		if v.Kind == entente.Constant && strings.Contains(string(v.Name), "_by_") {
			weights = append(weights, v.Name)
		}
	}
	knocks, err := Knockout(context.Background(), p, p.Model().Tests, weights, 40, 1)
	if err != nil {
		t.Fatal(err)
	}
	if idle := Idle(p.Model().Tests, knocks); len(idle) > 0 {
		t.Errorf("no knock-out makes these tests fail: %v", idle)
	}
	return "# Knock-outs\n\nWhat happens to the behaviour tests when one arrow is taken out. Written by\n" +
		"`go test ./fit -run KnockoutTable -update`; do not edit.\n\n" + KnockoutTable(knocks)
}
