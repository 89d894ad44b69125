package alliances

import (
	"flag"
	"os"
	"strings"
	"testing"
	"unicode"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model"
)

var update = flag.Bool("update", false, "write COVERAGE.md anew")

func shipped(t *testing.T) (*entente.Model, *Table) {
	t.Helper()
	data, err := Model("us-japan")
	if err != nil {
		t.Fatal(err)
	}
	m, err := model.Parse("us-japan/model.yaml", data)
	if err != nil {
		t.Fatal(err)
	}
	table, err := MechanismTable("us-japan")
	if err != nil {
		t.Fatal(err)
	}
	return m, table
}

func TestCoverage(t *testing.T) {
	m, table := shipped(t)
	c := table.Coverage(m)
	if len(c) < 300 {
		t.Errorf("the table has %d mechanisms", len(c))
	}
	for _, id := range Missing(c) {
		t.Errorf("%s is neither in the model nor refused", id)
	}
	for _, x := range c {
		if x.Refused != "" && len(x.Names) > 0 {
			t.Errorf("%s is refused and in the model", x.ID)
		}
	}
	const file = "usjapan/COVERAGE.md"
	if *update {
		if err := os.WriteFile(file, []byte(Markdown(c)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if have, _ := os.ReadFile(file); string(have) != Markdown(c) {
		t.Errorf("%s is out of date: go test ./alliances -update", file)
	}
}

// TestMechanismsExist fails when a variable names an ID that is in no table.
func TestMechanismsExist(t *testing.T) {
	m, table := shipped(t)
	known := map[string]bool{}
	for _, x := range table.Mechanisms {
		known[x.ID] = true
	}
	for _, v := range m.Variables {
		for _, id := range v.Mechanism {
			if !known[id] {
				t.Errorf("%s names the mechanism %s, which there is not", v.Name, id)
			}
		}
	}
}

// TestSaid fails when a variable says neither who holds it nor why it is
// assumed, or lacks a title in one of the two languages or a unit.
func TestSaid(t *testing.T) {
	m, _ := shipped(t)
	for _, v := range m.Variables {
		if len(v.Cites) == 0 && v.Assumption == nil {
			t.Errorf("%s has neither citation nor assumption", v.Name)
		}
		if v.Title[entente.English] == "" || v.Title[entente.Chinese] == "" || v.Unit == "" {
			t.Errorf("%s lacks a title or unit", v.Name)
		}
		if v.Kind != entente.Constant && !strings.ContainsFunc(v.Doc, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
			t.Errorf("%s is not explained in Chinese", v.Name)
		}
		for _, c := range v.Cites {
			if _, ok := m.Works[c.Work]; !ok {
				t.Errorf("%s cites %q, which is no work of the model", v.Name, c.Work)
			}
		}
	}
	for _, s := range m.Scenarios {
		if s.Why == "" {
			t.Errorf("the scenario %s has no reason", s.Name)
		}
	}
}

func TestObserved(t *testing.T) {
	m, _ := shipped(t)
	units := map[entente.VariableName]string{}
	for _, v := range m.Variables {
		units[v.Name] = v.Unit
	}
	record, err := Observed("us-japan")
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range record {
		if units[o.Variable] != o.Unit {
			t.Errorf("the record gives %s in %s, the model in %q", o.Variable, o.Unit, units[o.Variable])
		}
		if _, ok := m.Works[o.Work]; !ok {
			t.Errorf("%s %g cites %q", o.Variable, o.Time, o.Work)
		}
	}
}
