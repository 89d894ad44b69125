package fit

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/sim"
)

// accounts are the views of the reference model.
var accounts = []View{
	{"all", map[entente.VariableName]float64{"view": 3}},
	{"Meng", map[entente.VariableName]float64{"view": 0}},
	{"Ba and others", map[entente.VariableName]float64{"view": 1}},
	{"Foreign Policy", map[entente.VariableName]float64{"view": 2}},
}

const viewsFile = "../alliances/usjapan/ANSWERS.md"

// TestAccountsDiffer holds the reference model to what its authors disagree
// about: only who has an arrow sees its effect.
func TestAccountsDiffer(t *testing.T) {
	p := reference(t)
	war, err := p.Scenario("trade_war")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := Views(context.Background(), p, accounts, []entente.Scenario{war}, 2029, 20, 1)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(rows, func(d Divided) bool { return d.Variable == "japan_trust" })
	trust := rows[i]
	if !trust.Split() || trust.Answers[0].Direction != "down" || trust.Answers[1].Direction != "down" || trust.Answers[2].Direction != "none" {
		t.Errorf("a tariff lowers trust in Meng's account and not in that of Ba: %+v", trust.Answers)
	}
	if *update {
		writeAnswers(t, p)
	}
}

func writeAnswers(t *testing.T, p *sim.Program) {
	var scenarios []entente.Scenario
	for _, s := range p.Model().Scenarios {
		if !strings.HasPrefix(s.Name, "as_") {
			scenarios = append(scenarios, s)
		}
	}
	rows, err := Views(context.Background(), p, accounts, scenarios, 2030, 200, 1)
	if err != nil {
		t.Fatal(err)
	}
	answers, err := Answers(context.Background(), p, scenarios, 2030, 500, 1)
	if err != nil {
		t.Fatal(err)
	}
	text := "# What the model answers\n\nWritten by `go test ./fit -run AccountsDiffer -update`; do not edit. The year is 2030; changes are against the base\n" +
		"run, by median; a change of less than half a per cent of the outcome is no answer.\n\n## All accounts together, 500 runs\n\n" +
		AnswerTable(answers) + "\n## Account by account, 200 runs\n\n“Divided” marks where the answer depends on the author.\n\n" + ViewTable(accounts, rows)
	if err := os.WriteFile(viewsFile, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
