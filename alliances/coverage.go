package alliances

import (
	"fmt"
	"strings"

	entente "github.com/ententelab/entente"
)

// A Covered mechanism is one that the model names, or leaves out for a reason.
type Covered struct {
	Mechanism
	Names   []entente.VariableName // the variables that name it; the path of a loop
	Tests   []string               // the behaviour tests of a prediction
	Refused string
	Note    string // how it stands, where its number does not enter
}

// Coverage lists every mechanism of the table with where the model has it.
func (t *Table) Coverage(m *entente.Model) []Covered {
	named := map[string][]entente.VariableName{}
	for _, v := range m.Variables {
		for _, id := range v.Mechanism {
			named[id] = append(named[id], v.Name)
		}
	}
	for _, l := range t.Loops {
		named[l.ID] = l.Path
	}
	tests := map[string][]string{}
	for _, b := range m.Tests {
		id := strings.TrimRight(b.ID, "bcd")
		tests[id] = append(tests[id], b.ID)
	}
	var out []Covered
	for _, mech := range t.Mechanisms {
		out = append(out, Covered{mech, named[mech.ID], tests[mech.ID], t.Refused[mech.ID], t.Noted[mech.ID]})
	}
	return out
}

// Missing lists the mechanisms that are neither in the model nor refused.
func Missing(c []Covered) []string {
	var out []string
	for _, x := range c {
		if len(x.Names)+len(x.Tests) == 0 && x.Refused == "" {
			out = append(out, x.ID)
		}
	}
	return out
}

var kindTitles = []struct{ kind, title string }{
	{"variable", "Variables"}, {"link", "Links"}, {"loop", "Loops"}, {"rule", "Decision rules"},
	{"constraint", "Constraints"}, {"institution", "Institutions"}, {"quantity", "Quantities"},
	{"event", "Events"}, {"test", "Predictions"},
}

// Markdown is the coverage as people read it.
func Markdown(c []Covered) string {
	var b strings.Builder
	b.WriteString("# Coverage of the literature's mechanisms\n\nWritten by the test of package alliances (`go test ./alliances -update`); do not edit.\n" +
		"M = Meng, B = Ba and others, F = Foreign Policy. A name is a variable of `model.yaml`; the path of a loop is in order.\n")
	for _, k := range kindTitles {
		fmt.Fprintf(&b, "\n## %s\n\n| ID | what | where | in the model |\n|---|---|---|---|\n", k.title)
		for _, x := range c {
			if x.Kind == k.kind {
				fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", x.ID, strings.TrimSpace(x.Text+" "+x.Sign), x.Where, x.place())
			}
		}
	}
	return b.String()
}

func (x Covered) place() string {
	if x.Refused != "" {
		return "left out: " + x.Refused
	}
	if len(x.Tests) > 0 {
		return "test " + strings.Join(x.Tests, ", ")
	}
	sep := ", "
	if x.Kind == "loop" {
		sep = " → "
	}
	names := make([]string, len(x.Names))
	for i, n := range x.Names {
		names[i] = "`" + string(n) + "`"
	}
	if x.Note != "" {
		return strings.Join(names, sep) + ": " + x.Note
	}
	return strings.Join(names, sep)
}
