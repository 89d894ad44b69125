package alliances

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"testing"

	entente "github.com/ententelab/entente"
)

var dateForm = regexp.MustCompile(`(20\d\d)(?:-(\d\d))?(?:-(\d\d))?`)

// day is a date as the model counts time, and how far off an input may step.
func day(parts []string) (at, slack float64) {
	year, _ := strconv.ParseFloat(parts[1], 64)
	month, _ := strconv.ParseFloat(parts[2], 64)
	dayOf, _ := strconv.ParseFloat(parts[3], 64)
	switch {
	case parts[2] == "":
		return year + 0.5, 0.51
	case parts[3] == "":
		return year + (month-0.5)/12, 0.06
	}
	return year + (month-1)/12 + (dayOf-1)/365, 0.05
}

// TestEvents fails when an input that names an event of the table does not
// step on its date.
func TestEvents(t *testing.T) {
	m, table := shipped(t)
	for _, x := range table.Mechanisms {
		if x.Kind != "event" {
			continue
		}
		date := dateForm.FindStringSubmatch(x.Text)
		if date == nil {
			t.Errorf("%s has no date: %s", x.ID, x.Text)
			continue
		}
		at, slack := day(date)
		if !stepsAt(m, x.ID, at, slack) {
			t.Errorf("%s: no input that names it steps in %.2f: %s", x.ID, at, x.Text)
		}
	}
}

func stepsAt(m *entente.Model, id string, at, slack float64) bool {
	for _, v := range m.Variables {
		if v.Kind != entente.Input || !slices.Contains(v.Mechanism, id) {
			continue
		}
		for _, x := range v.Lookup.X {
			if math.Abs(x-at) <= slack {
				return true
			}
		}
	}
	return false
}

// TestInstitutions fails when an institution of the table has no entry, or its
// variable does not name it or does not step when the institution begins.
func TestInstitutions(t *testing.T) {
	m, table := shipped(t)
	entered := map[string]bool{}
	for _, in := range table.Institutions {
		entered[in.ID] = true
		i := slices.IndexFunc(m.Variables, func(v entente.Variable) bool { return v.Name == in.Variable })
		if i < 0 || !slices.Contains(m.Variables[i].Mechanism, in.ID) {
			t.Errorf("%s (%s) is not named by %s", in.ID, in.Name, in.Variable)
			continue
		}
		date := append(dateForm.FindStringSubmatch(in.Since), "", "", "", "")
		if at, slack := day(date[:4]); at > 2012 && in.Since[0] == '2' && !slices.ContainsFunc(m.Variables[i].Lookup.X, func(x float64) bool { return math.Abs(x-at) <= slack }) {
			t.Errorf("%s (%s) begins in %s, %s does not step then", in.ID, in.Name, in.Since, in.Variable)
		}
	}
	for _, x := range table.Mechanisms {
		if x.Kind == "institution" && !entered[x.ID] {
			t.Errorf("%s (%s) has no entry", x.ID, x.Text)
		}
	}
}

// TestDemands holds the stated demands to the figures of the table: 3 in
// March 2025, 5 at the end of May, 3.5 in July.
func TestDemands(t *testing.T) {
	m, _ := shipped(t)
	i := slices.IndexFunc(m.Variables, func(v entente.Variable) bool { return v.Name == "spending_demand_on_record" })
	got := ""
	for k, x := range m.Variables[i].Lookup.X {
		if x > 2025 && x < 2026 {
			got += fmt.Sprintf("%.1f:%g ", x, m.Variables[i].Lookup.Y[k])
		}
	}
	if got != "2025.2:3 2025.4:5 2025.5:3.5 " {
		t.Errorf("the demands of 2025 are %s", got)
	}
}
