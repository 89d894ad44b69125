package sim

import (
	"context"
	"testing"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model/expr"
)

// FuzzCompile holds that no equation harms: in a model with arrays, tables,
// macros and stocks it compiles and runs, or gives an error.
func FuzzCompile(f *testing.F) {
	for name, sig := range expr.Functions {
		call := name + "("
		for i := range max(sig.Min, 1) {
			if i > 0 {
				call += ", "
			}
			call += []string{"s", "2", "t", "x[d]", "1", "a"}[i%6]
		}
		f.Add(call + ")")
	}
	for _, s := range []string{
		"SUM(x[*]) + MAX(x[d])", "x[a] + x[s]", "m(x[b], 2) * t(TIME)", "LOOKUP(t, s)", "SIZE(d) + d", "VECTOR_SELECT(x[*:d], x[*:d], 0, 1, 0)",
		"x[1:2]", "SUM(x[1:2] * x[*])", "ALLOCATE_AVAILABLE(x[d], y[d, e], 3)", "INVERT_MATRIX(y[d, e], 2)", "RANK(x, 2)", "y[a, *]", "x[x[a]]", "e.a",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, eqn string) {
		for _, in := range []entente.Variable{
			{Name: "z", Kind: entente.Auxiliary, Equation: eqn},
			{Name: "z", Kind: entente.Auxiliary, Equation: eqn, Subscripts: []string{"d"}},
			{Name: "z", Kind: entente.Stock, Equation: "1", Rate: eqn},
		} {
			m := &entente.Model{
				Name: "fuzz", Time: entente.TimeSpec{Stop: 2, Step: 0.5, Save: 0.5},
				Dimensions: []entente.Dimension{{Name: "d", Elements: []string{"a", "b"}}, {Name: "e", Elements: []string{"c", "f"}, Maps: []entente.DimensionMap{{To: "d"}}}},
				Macros:     []entente.Macro{{Name: "m", Params: []string{"p", "q"}, Variables: []entente.Variable{{Name: "m", Kind: entente.Auxiliary, Equation: "p * q + w"}, {Name: "w", Kind: entente.Stock, Equation: "q", Rate: "p - w"}}}},
				Variables: []entente.Variable{
					in,
					{Name: "s", Kind: entente.Stock, Equation: "1", Rate: "0.1 * s"},
					{Name: "k", Kind: entente.Constant, Equation: "2", Range: &entente.Range{Dist: "uniform", Params: []float64{1, 3}}},
					{Name: "x", Kind: entente.Auxiliary, Subscripts: []string{"d"}, Equation: "k, 3"},
					{Name: "y", Kind: entente.Auxiliary, Subscripts: []string{"d", "e"}, Equation: "1, 2, 3, s"},
					{Name: "t", Kind: entente.Auxiliary, Lookup: &entente.Lookup{X: []float64{0, 1, 2}, Y: []float64{1, 3, 2}}},
				},
			}
			p, err := Compile(m)
			if err != nil {
				continue
			}
			if _, err := p.Run(entente.Scenario{}, 1); err != nil {
				t.Fatal(err)
			}
			if _, err := p.Ensemble(context.Background(), entente.Scenario{}, 2, 1, Options{Workers: 1}); err != nil {
				t.Fatal(err)
			}
			agree(t, m)
		}
	})
}
