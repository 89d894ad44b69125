package sim_test

import (
	"bytes"
	"context"
	"encoding/json"
	"math"
	"testing"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/sim"
)

// TestStream compares streamed quantiles with exact ones, and a run that was
// interrupted with one that was not, on different numbers of cores.
func TestStream(t *testing.T) {
	p := compile(t, tub)
	const members = 5000
	whole := stream(t, p, members, 1)
	if err := whole.Run(context.Background()); err != nil {
		t.Fatal(err)
	}
	exact, err := p.Ensemble(context.Background(), entente.Scenario{}, members, 9, sim.Options{Sobol: true})
	if err != nil {
		t.Fatal(err)
	}
	want, got := exact.Ensemble(), whole.Ensemble()
	for i, b := range want.Bands {
		for q := range want.Quantiles {
			for row := range want.Time {
				spread := want.Bands[i].Values[2][row] - want.Bands[i].Values[0][row]
				if d := math.Abs(b.Values[q][row] - got.Bands[i].Values[q][row]); d > 0.005*spread+1e-9 {
					t.Fatalf("%s, quantile %g, row %d: %v, want %v", b.Variable, want.Quantiles[q], row, got.Bands[i].Values[q][row], b.Values[q][row])
				}
			}
		}
	}
	parts := stream(t, p, members, 3)
	for stops := 0; ; stops++ {
		ctx, cancel := context.WithCancel(context.Background())
		parts = stream(t, p, members, 3, cancel, parts)
		err := parts.Run(ctx)
		cancel()
		if err == nil {
			if stops == 0 {
				t.Error("it was never interrupted")
			}
			break
		}
	}
	a, _ := json.Marshal(whole.Ensemble())
	b, _ := json.Marshal(parts.Ensemble())
	if !bytes.Equal(a, b) {
		t.Error("an interrupted ensemble differs from one in a piece")
	}
}

// stream makes one that cancels itself after a third and takes up an earlier.
func stream(t *testing.T, p *sim.Program, members, workers int, rest ...any) *sim.Stream {
	t.Helper()
	o := sim.Options{Workers: workers}
	if len(rest) == 2 {
		calls := 0
		o.Progress = func(done, of int) {
			if calls++; calls == 5 && done < of {
				rest[0].(context.CancelFunc)()
			}
		}
	}
	st, err := p.NewStream(entente.Scenario{}, members, 9, o)
	if err != nil {
		t.Fatal(err)
	}
	if len(rest) == 2 {
		saved, err := rest[1].(*sim.Stream).Save()
		if err != nil {
			t.Fatal(err)
		}
		if err := st.Resume(saved); err != nil {
			t.Fatal(err)
		}
	}
	return st
}
