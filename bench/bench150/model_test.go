package bench150

import (
	"context"
	"math"
	"testing"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/sim"
)

// TestReference compares runs with the published final values.
func TestReference(t *testing.T) {
	p, err := sim.Compile(Model())
	if err != nil {
		t.Fatal(err)
	}
	s, err := p.Members(context.Background(), entente.Scenario{}, Design(0, 100), 1, sim.Options{Variables: Outputs()})
	if err != nil {
		t.Fatal(err)
	}
	want := map[int][5]float64{
		0:  {146.479702860, 154.137097685, 397.804512395, 281.617511715, 592.202685983},
		1:  {145.346576553, 154.136364864, 397.804512395, 281.617511715, 592.118996516},
		2:  {145.492579440, 154.136627135, 397.804512395, 281.617511715, 592.129823965},
		99: {147.334489707, 154.135656348, 397.804512395, 281.617511715, 592.265302162},
	}
	for run, values := range want {
		for i, name := range Outputs() {
			if got := s.At(name, 125)[run]; math.Abs(got-values[i]) > 1e-9*values[i] {
				t.Errorf("run %d: %s = %.9f, want %.9f", run, name, got, values[i])
			}
		}
	}
}
