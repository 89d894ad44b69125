package fit

import (
	"context"
	"fmt"
	"strings"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/sim"
)

// A View is one of the accounts that a model holds: a constant set to a value.
type View struct {
	Name string
	Set  map[entente.VariableName]float64
}

// A Divided is a question that the accounts answer differently: what a
// scenario does to an outcome, in each of them.
type Divided struct {
	Scenario string               `json:"scenario"`
	Variable entente.VariableName `json:"variable"`
	Answers  []entente.Answer     `json:"answers"` // in the order of the views
}

// Split reports whether the accounts disagree: one says up and another down,
// or one says something and another nothing.
func (d Divided) Split() bool {
	for _, a := range d.Answers[1:] {
		if a.Direction != d.Answers[0].Direction {
			return true
		}
	}
	return false
}

// Views asks every question of the model under every scenario given, once in
// each account: the change against the base run of the same account. A change
// of less than half a per cent of the outcome counts as none.
func Views(ctx context.Context, p *sim.Program, views []View, scenarios []entente.Scenario, at float64, members int, seed uint64) ([]Divided, error) {
	m := p.Model()
	sample := func(s entente.Scenario, v View) (*sim.Sample, error) {
		return p.Ensemble(ctx, with(s, v.Set), members, seed, sim.Options{Variables: m.Questions})
	}
	base := make([]*sim.Sample, len(views))
	for i, v := range views {
		var err error
		if base[i], err = sample(entente.Scenario{}, v); err != nil {
			return nil, err
		}
	}
	var out []Divided
	for _, s := range scenarios {
		rows := make([]Divided, len(m.Questions))
		for i, v := range views {
			other, err := sample(s, v)
			if err != nil {
				return nil, err
			}
			for q, name := range m.Questions {
				a, err := sim.Compare(base[i], other, name, at)
				if err != nil {
					return nil, err
				}
				if immaterial(a) {
					a.Direction = "none"
				}
				rows[q].Scenario, rows[q].Variable = s.Name, name
				rows[q].Answers = append(rows[q].Answers, a)
			}
		}
		out = append(out, rows...)
	}
	return out, nil
}

// ViewTable is what Views gives as people read it, questions without any
// answer left out.
func ViewTable(views []View, rows []Divided) string {
	var b strings.Builder
	b.WriteString("| scenario | outcome |")
	for _, v := range views {
		b.WriteString(" " + v.Name + " |")
	}
	b.WriteString(" |\n|---|---|" + strings.Repeat("---|", len(views)) + "---|\n")
	for _, d := range rows {
		if !d.answered() {
			continue
		}
		fmt.Fprintf(&b, "| %s | `%s` |", d.Scenario, d.Variable)
		for _, a := range d.Answers {
			b.WriteString(" " + answer(a) + " |")
		}
		if d.Split() {
			b.WriteString(" divided |\n")
		} else {
			b.WriteString(" |\n")
		}
	}
	return b.String()
}

func (d Divided) answered() bool {
	for _, a := range d.Answers {
		if a.Direction != "none" {
			return true
		}
	}
	return false
}

func answer(a entente.Answer) string {
	if a.Direction == "none" {
		return "–"
	}
	return fmt.Sprintf("%s %.2g (%.0f %%)", a.Direction, a.Median, 100*a.Agree)
}
