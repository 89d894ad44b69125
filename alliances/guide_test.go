package alliances

import (
	"os"
	"regexp"
	"strings"
	"testing"

	entente "github.com/ententelab/entente"
)

var (
	arrow  = regexp.MustCompile(`(\w+) -- "([+−])" --> (\w+)`)
	quoted = regexp.MustCompile("`([a-z][a-z_]*_[a-z_]+)`")
)

// shortened are arrows of the guide that leave out a step of the loop.
var shortened = map[string]bool{
	"spending_wanted → japan_defence_spending": true, "regional_arms → threat_perceived": true,
}

// TestGuide holds the pictures of the guide to the equations, and the names in
// it to the model.
func TestGuide(t *testing.T) {
	guide, err := os.ReadFile("../docs/reference-model.md")
	if err != nil {
		t.Fatal(err)
	}
	m, _ := shipped(t)
	signs := newPartials(t, m)
	arrows := arrow.FindAllStringSubmatch(string(guide), -1)
	if len(arrows) < 50 {
		t.Errorf("the guide draws %d arrows", len(arrows))
	}
	for _, a := range arrows {
		got := signs.sign(entente.VariableName(a[3]), entente.VariableName(a[1]), 2026.25)
		if want := map[string]int{"+": 1, "−": -1}[a[2]]; got != want && !(got == 0 && shortened[a[1]+" → "+a[3]]) {
			t.Errorf("the guide draws %s, the model has %+d", a[0], got)
		}
	}
	known := map[string]bool{}
	for _, v := range m.Variables {
		known[string(v.Name)] = true
	}
	for _, s := range m.Scenarios {
		known[s.Name] = true
	}
	for _, q := range quoted.FindAllStringSubmatch(string(guide), -1) {
		if !known[q[1]] && !strings.HasPrefix(q[1], "us_japan") {
			t.Errorf("the guide names %q, which the model does not have", q[1])
		}
	}
}
