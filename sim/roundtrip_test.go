package sim_test

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model/load"
	"github.com/ententelab/entente/model/xmile"
	"github.com/ententelab/entente/sim"
)

// sameRuns demands that two models give the same numbers for what the first
// names.
func sameRuns(t *testing.T, a, b *entente.Model) {
	t.Helper()
	p, err := sim.Compile(a)
	if err != nil {
		t.Skip("SKIPPED: not a model we can run: ", err)
	}
	q, err := sim.Compile(b)
	if err != nil {
		t.Fatal(err)
	}
	want, err := p.Run(entente.Scenario{}, 3)
	if err != nil {
		t.Fatal(err)
	}
	got, err := q.Run(entente.Scenario{}, 3)
	if err != nil {
		t.Fatal(err)
	}
	if len(want.Time) != len(got.Time) {
		t.Fatalf("%d rows, want %d", len(got.Time), len(want.Time))
	}
	have := map[string][]float64{}
	for i, n := range got.Names {
		have[columnKey(string(n))] = got.Values[i]
	}
	for i, n := range want.Names {
		series, ok := have[columnKey(string(n))]
		if !ok {
			t.Fatalf("%s is lost", n)
		}
		for row, v := range want.Values[i] {
			if d := math.Abs(series[row] - v); d > 1e-9*math.Abs(v) && !(math.IsNaN(v) && math.IsNaN(series[row])) {
				t.Fatalf("%s at %g is %v, want %v", n, want.Time[row], series[row], v)
			}
		}
	}
}

// TestRoundTrip writes every model that can be found as XMILE and reads it back.
func TestRoundTrip(t *testing.T) {
	shared := os.Getenv("ENTENTE_SHARED")
	if shared == "" {
		shared = "../../shared"
	}
	var files []string
	for _, pattern := range []string{"../alliances/*/model.yaml", shared + "/peers/test-models/*/*/*.*"} {
		found, _ := filepath.Glob(pattern)
		files = append(files, found...)
	}
	for _, f := range files {
		switch strings.ToLower(filepath.Ext(f)) {
		case ".yaml", ".xmile", ".mdl":
			t.Run(filepath.Base(f), func(t *testing.T) {
				m, err := load.File(f)
				if err != nil {
					t.Skip("SKIPPED: not a model we can read: ", err)
				}
				for i := range m.Variables {
					if strings.Contains(m.Variables[i].Equation, "RANDOM") {
						t.Skip("SKIPPED: draws depend on the place in the file")
					}
				}
				if m.Time.Moving {
					t.Skip("SKIPPED: XMILE has no such clock")
				}
				data, err := xmile.Write(m)
				if err != nil {
					t.Fatal(err)
				}
				back, err := xmile.Read("back.xmile", data)
				if err != nil {
					t.Fatal(err)
				}
				sameRuns(t, m, back)
			})
		}
	}
}
