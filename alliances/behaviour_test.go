package alliances

import (
	"context"
	"math"
	"testing"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/sim"
)

func compiled(t *testing.T, m *entente.Model) *sim.Program {
	t.Helper()
	p, err := sim.Compile(m)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestBounds pushes every input to 0 and far beyond its range: an index stays
// between 0 and 1 whatever happens.
func TestBounds(t *testing.T) {
	m, _ := shipped(t)
	p := compiled(t, m)
	index := map[entente.VariableName]bool{}
	for _, v := range m.Variables {
		index[v.Name] = v.Kind == entente.Stock && v.Unit == "1"
	}
	for _, push := range []float64{0, 1, 3, 10} {
		s := entente.Scenario{Name: "pushed", Inputs: map[entente.VariableName]entente.Lookup{}}
		for _, v := range m.Variables {
			if v.Kind == entente.Input {
				s.Inputs[v.Name] = entente.Lookup{X: []float64{2012, 2020}, Y: []float64{v.Lookup.Y[0], push * max(1, v.Lookup.Y[len(v.Lookup.Y)-1])}, Kind: "discrete"}
			}
		}
		sample, err := p.Ensemble(context.Background(), s, 8, 1, sim.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for member := range 8 {
			r := sample.Member(member)
			for i, n := range r.Names {
				for row, v := range r.Values[i] {
					if math.IsNaN(v) || math.IsInf(v, 0) || index[n] && (v < 0 || v > 1) {
						t.Fatalf("inputs pushed to %g: %s is %g in %g", push, n, v, r.Time[row])
					}
				}
			}
		}
	}
}

// TestStep halves the time step: what people ask about moves by less than one
// per cent, or than 0.02 in the quarter after an event, whose date falls between steps.
func TestStep(t *testing.T) {
	m, _ := shipped(t)
	base, err := compiled(t, m).Run(entente.Scenario{}, 1)
	if err != nil {
		t.Fatal(err)
	}
	half := *m
	half.Time.Step /= 2
	fine, err := compiled(t, &half).Run(entente.Scenario{}, 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range m.Questions {
		a, b := base.Series(q), fine.Series(q)
		for i := range a {
			if math.Abs(a[i]-b[i]) > math.Max(0.01*math.Abs(a[i]), 0.02) {
				t.Errorf("%s in %g is %g, with half the step %g", q, base.Time[i], a[i], b[i])
				break
			}
		}
	}
}

// TestRest takes all events away: 2012 goes on for ever, apart from the drift
// of power and arms.
func TestRest(t *testing.T) {
	m, _ := shipped(t)
	s := entente.Scenario{Name: "rest", Set: map[entente.VariableName]float64{"power_floor": 0.387},
		Inputs: map[entente.VariableName]entente.Lookup{"japan_declared_target": {X: []float64{2012}, Y: []float64{0.957}}}}
	for _, v := range m.Variables {
		if _, ok := s.Inputs[v.Name]; v.Kind == entente.Input && !ok {
			s.Inputs[v.Name] = entente.Lookup{X: []float64{2012}, Y: v.Lookup.Y[:1]}
		}
	}
	r, err := compiled(t, m).Run(s, 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range m.Variables {
		if v.Kind != entente.Stock || v.Unit != "1" {
			continue
		}
		if x := r.Series(v.Name); math.Abs(x[len(x)-1]-x[0]) > 0.02 {
			t.Errorf("%s drifts from %.3f to %.3f without any event", v.Name, x[0], x[len(x)-1])
		}
	}
}
