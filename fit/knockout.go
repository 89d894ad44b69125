package fit

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/sim"
)

// A Knock is what happens to the behaviour tests when one arrow is taken out.
type Knock struct {
	Weight  entente.VariableName `json:"weight"`  // the constant that was set to 0
	Noticed []string             `json:"noticed"` // tests that pass with it and fail without
}

// Knockout sets each weight to 0 in turn and says which tests notice. Tests
// that fail with all arrows in place notice nothing.
func Knockout(ctx context.Context, p *sim.Program, tests []entente.BehaviourTest, weights []entente.VariableName, members int, seed uint64) ([]Knock, error) {
	whole, err := run(ctx, p, tests, nil, members, seed)
	if err != nil {
		return nil, err
	}
	var passing []entente.BehaviourTest
	for _, r := range whole {
		if r.Pass {
			passing = append(passing, r.Test)
		}
	}
	out := make([]Knock, len(weights))
	errs := make([]error, len(weights))
	var next atomic.Int64
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= len(weights) || ctx.Err() != nil {
					return
				}
				out[i], errs[i] = knock(ctx, p, passing, weights[i], members, seed)
			}
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return out, ctx.Err()
}

func knock(ctx context.Context, p *sim.Program, tests []entente.BehaviourTest, weight entente.VariableName, members int, seed uint64) (Knock, error) {
	k := Knock{Weight: weight}
	results, err := run(ctx, p, tests, map[entente.VariableName]float64{weight: 0}, members, seed)
	for _, r := range results {
		if !r.Pass {
			k.Noticed = append(k.Noticed, r.ID)
		}
	}
	return k, err
}

// Idle lists the tests that no knock-out makes fail.
func Idle(tests []entente.BehaviourTest, knocks []Knock) []string {
	seen := map[string]bool{}
	for _, k := range knocks {
		for _, id := range k.Noticed {
			seen[id] = true
		}
	}
	var out []string
	for _, t := range tests {
		if !seen[t.ID] {
			out = append(out, t.ID)
		}
	}
	return out
}

// KnockoutTable is the knock-outs as people read them: the arrows that some
// test notices, then how many none does.
func KnockoutTable(knocks []Knock) string {
	var b strings.Builder
	b.WriteString("| arrow taken out | tests that notice |\n|---|---|\n")
	quiet := 0
	for _, k := range knocks {
		if len(k.Noticed) == 0 {
			quiet++
			continue
		}
		fmt.Fprintf(&b, "| `%s` | %s |\n", k.Weight, strings.Join(k.Noticed, ", "))
	}
	fmt.Fprintf(&b, "\n%d of %d arrows are noticed by a test; the other %d move the numbers, not the answers.\n", len(knocks)-quiet, len(knocks), quiet)
	return b.String()
}
