package alliances

import (
	"testing"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/sim"
)

// partials are the signs of the partial derivatives of a model's equations,
// at the states that its base run passes through.
type partials struct {
	t    *testing.T
	p    *sim.Program
	memo map[at]map[entente.VariableName]int
}

type at struct {
	effect entente.VariableName
	time   float64
}

func newPartials(t *testing.T, m *entente.Model) *partials {
	t.Helper()
	p, err := sim.Compile(m)
	if err != nil {
		t.Fatal(err)
	}
	return &partials{t, p, map[at]map[entente.VariableName]int{}}
}

// of returns the signs by cause; none if the effect has no equation.
func (l *partials) of(effect entente.VariableName, time float64) map[entente.VariableName]int {
	if got, ok := l.memo[at{effect, time}]; ok {
		return got
	}
	got := map[entente.VariableName]int{}
	if x, err := l.p.Explain(effect, time); err == nil {
		for _, c := range x.Causes {
			if c.Role == "equation" || c.Role == "inflow" {
				got[c.Variable.Name] = c.Sign
			}
		}
	}
	l.memo[at{effect, time}] = got
	return got
}

// sign is that of effect by cause; 0 if there is no arrow.
func (l *partials) sign(effect, cause entente.VariableName, time float64) int {
	return l.of(effect, time)[cause]
}

// moments are the times at which signs are taken.
var moments = []float64{2021, 2026.25}

// TestLinkSigns fails when an arrow of the model points another way than the
// literature says, or when the table turns a sign without a reason.
func TestLinkSigns(t *testing.T) {
	m, table := shipped(t)
	signs := newPartials(t, m)
	said := map[string]string{}
	for _, x := range table.Mechanisms {
		said[x.ID] = x.Sign
	}
	for _, l := range table.Links {
		for _, time := range moments {
			if got := signs.sign(l.Effect, l.Cause, time); got != int(l.Sign) {
				t.Errorf("%s: %s → %s has the sign %+d in %g, want %s", l.ID, l.Cause, l.Effect, got, time, l.Sign)
			}
		}
		if first := []rune(said[l.ID])[0]; (first == '+') != (l.Sign == entente.Plus) && l.Turned == "" {
			t.Errorf("%s: %s → %s is %s against the table's %s, without a reason", l.ID, l.Cause, l.Effect, l.Sign, said[l.ID])
		}
	}
}

// TestLoops finds each loop of the literature in the equations, with its
// polarity.
func TestLoops(t *testing.T) {
	m, table := shipped(t)
	signs := newPartials(t, m)
	for _, loop := range table.Loops {
		for _, time := range moments {
			polarity := 1
			for i, cause := range loop.Path {
				effect := loop.Path[(i+1)%len(loop.Path)]
				s := signs.sign(effect, cause, time)
				if s == 0 {
					t.Errorf("%s: %s does not act on %s in %g", loop.ID, cause, effect, time)
				}
				polarity *= s
			}
			if polarity != int(loop.Sign) {
				t.Errorf("%s has the polarity %+d in %g, want %s", loop.ID, polarity, time, loop.Sign)
			}
		}
	}
}
