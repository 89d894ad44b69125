package sim

import (
	"context"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model/load"
)

// agree runs members of a model on both executors and demands the same bits.
func agree(t *testing.T, m *entente.Model) {
	t.Helper()
	p, err := Compile(m)
	if err != nil {
		t.Fatal(err)
	}
	const members = 5
	sample, err := p.Ensemble(context.Background(), entente.Scenario{}, members, 7, Options{Workers: 1})
	if err != nil {
		t.Fatal(err)
	}
	plan, err := p.plan(entente.Scenario{}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for member := range members {
		params := make([]float64, len(plan.params))
		for i := range params {
			params[i] = sample.Draws[i][member]
		}
		want := plan.run(params, memberSeed(7, member))
		got := sample.Member(member)
		for i, name := range want.Names {
			for row := range want.Time {
				a, b := want.Values[i][row], got.Values[i][row]
				if a != b && !(math.IsNaN(a) && math.IsNaN(b)) {
					t.Fatalf("%s, member %d, %s at %g: scalar %v, columns %v", m.Name, member, name, want.Time[row], a, b)
				}
			}
		}
	}
}

// TestExecutorsAgree compares the executors on every model that can be found.
func TestExecutorsAgree(t *testing.T) {
	shared := os.Getenv("ENTENTE_SHARED")
	if shared == "" {
		shared = "../../shared"
	}
	var files []string
	for _, pattern := range []string{"../alliances/*/model.yaml", "testdata/*.yaml", shared + "/peers/test-models/*/*/*.*"} {
		found, _ := filepath.Glob(pattern)
		files = append(files, found...)
	}
	for _, f := range files {
		switch strings.ToLower(filepath.Ext(f)) {
		case ".yaml", ".xmile", ".mdl":
			t.Run(filepath.Base(f), func(t *testing.T) {
				m, err := load.File(f)
				if err == nil {
					_, err = Compile(m)
				}
				switch {
				case err != nil && strings.HasPrefix(f, shared):
					t.Skip("SKIPPED: not a model we can run: ", err)
				case err != nil:
					t.Fatal(err)
				case m.Time.Moving:
					t.Skip("SKIPPED: its end moves while it runs, which the ensemble does not do")
				}
				agree(t, m)
			})
		}
	}
}
