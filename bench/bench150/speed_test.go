package bench150

import (
	"context"
	"testing"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/sim"
)

// BenchmarkMembers is one core; divide by 512 for a run.
func BenchmarkMembers(b *testing.B) {
	p, err := sim.Compile(Model())
	if err != nil {
		b.Fatal(err)
	}
	d := Design(0, 512)
	for b.Loop() {
		if _, err := p.Members(context.Background(), entente.Scenario{}, d, 1, sim.Options{Variables: Outputs(), Workers: 1}); err != nil {
			b.Fatal(err)
		}
	}
}
