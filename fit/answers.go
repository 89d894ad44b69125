package fit

import (
	"context"
	"fmt"
	"math"
	"strings"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/sim"
)

// Answers says what each scenario does to each question of the model: the
// change against the base run, the share of runs that agree, and up to three
// constants it hangs on with their first-order Sobol indices, as "name 0.42".
// A change of less than half a per cent of the outcome counts as none and
// hangs on nothing.
func Answers(ctx context.Context, p *sim.Program, scenarios []entente.Scenario, at float64, members int, seed uint64) ([]entente.Answer, error) {
	questions := p.Model().Questions
	o := sim.Options{Variables: questions}
	base, err := p.Ensemble(ctx, entente.Scenario{}, members, seed, o)
	if err != nil {
		return nil, err
	}
	var out []entente.Answer
	for _, s := range scenarios {
		other, err := p.Ensemble(ctx, s, members, seed, o)
		if err != nil {
			return nil, err
		}
		for _, q := range questions {
			a, err := sim.Compare(base, other, q, at)
			if err != nil {
				return nil, err
			}
			out = append(out, hanging(a, base, other))
		}
	}
	return out, nil
}

// hanging replaces what an answer hangs on by Sobol indices.
func hanging(a entente.Answer, base, other *sim.Sample) entente.Answer {
	a.HangsOn = nil
	if immaterial(a) {
		a.Direction = "none"
		return a
	}
	was, is := base.At(a.Variable, a.At), other.At(a.Variable, a.At)
	change := make([]float64, len(is))
	for i := range change {
		change[i] = is[i] - was[i]
	}
	all := indices(other, change)
	for _, x := range all[:min(3, len(all))] {
		if x.First >= noise {
			a.HangsOn = append(a.HangsOn, fmt.Sprintf("%s %.2f", x.Name, x.First))
		}
	}
	return a
}

// noise is an index that chance alone may give one of some hundred constants.
const noise = 0.05

// material is the share of an outcome below which its change is no answer.
const material = 0.005

func immaterial(a entente.Answer) bool { return math.Abs(a.Median) < material*math.Abs(a.Base) }

// AnswerTable is the answers as people read them, those that are none left out.
func AnswerTable(answers []entente.Answer) string {
	var b strings.Builder
	b.WriteString("| scenario | outcome | base | change | 5–95 % | agree | hangs on (first-order Sobol index) |\n|---|---|---|---|---|---|---|\n")
	for _, a := range answers {
		if a.Direction == "none" {
			continue
		}
		fmt.Fprintf(&b, "| %s | `%s` | %.3g | %s %.2g | %.2g to %.2g | %.0f %% | %s |\n",
			a.Scenario, a.Variable, a.Base, a.Direction, a.Median, a.Low, a.High, 100*a.Agree, strings.Join(a.HangsOn, ", "))
	}
	return b.String()
}
