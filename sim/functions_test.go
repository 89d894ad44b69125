package sim

import (
	"math"
	"testing"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model/expr"
)

// TestEveryFunctionIsThere holds the list that is checked against and the
// functions that there are together.
func TestEveryFunctionIsThere(t *testing.T) {
	for name := range expr.Functions {
		if builtins[name] == nil {
			t.Errorf("%s is listed, but has no meaning", name)
		}
	}
	for name := range builtins {
		if _, ok := expr.Functions[name]; !ok {
			t.Errorf("%s is not listed", name)
		}
	}
}

// TestFunctions holds values that follow from the definitions.
func TestFunctions(t *testing.T) {
	for eqn, want := range map[string][]float64{ // at times 0, 1, 2, 3
		"STEP(3, 2)":                             {0, 0, 3, 3},
		"RAMP(2, 1)":                             {0, 0, 2, 4},
		"RAMP(2, 1, 2)":                          {0, 0, 2, 2},
		"PULSE(5, 1, 2)":                         {0, 5, 0, 5},
		"PULSE(5, 1)":                            {0, 5, 0, 0},
		"PREVIOUS(TIME, -1)":                     {-1, 0, 1, 2},
		"PREVIOUS(SELF, 1) * 2":                  {2, 4, 8, 16},
		"DELAY(TIME, 2, 7)":                      {7, 7, 0, 1},
		"INIT(TIME + 4)":                         {4, 4, 4, 4},
		"SMTH1(STEP(8, 1), 2)":                   {0, 0, 4, 6},
		"DELAY1(STEP(8, 1), 2)":                  {0, 0, 4, 6},
		"IF TIME > 1 AND TIME < 3 THEN 1 ELSE 0": {0, 0, 1, 0},
		"TIME MOD 2":                             {0, 1, 0, 1},
		"-2 ^ 2 + 2 ^ 3 ^ 0":                     {-2, -2, -2, -2},
		"SAFEDIV(1, TIME, 9)":                    {9, 1, 0.5, 1.0 / 3},
		"3 // TIME":                              {0, 3, 1.5, 1},
		"table(TIME)":                            {1, 3, 2, 2},
		"LOOKUP_INVERT(table, 3)":                {1, 1, 1, 1},
		"LOOKUP_AREA(table, 0, 2)":               {4.5, 4.5, 4.5, 4.5},
		"NPV(10, 0.1)":                           {10, 10 + 10/1.1, 10 + 10/1.1 + 10/1.21, 10 + 10/1.1 + 10/1.21 + 10/1.331},
		"TREND(EXP(TIME), 1, 0)":                 {0, math.E - 1, math.E - 1, math.E - 1},
		"ROUND(2.5) + INT(-2.5) + ABS(-1)":       {2, 2, 2, 2},
		"FACTORIAL(4) + COMBINATIONS(5, 2)":      {34, 34, 34, 34},
		"SUM(v[*]) + MEAN(v[*]) * SIZE(v[*]) + MAX(v[*])": {15, 15, 15, 15},
		"SUM(v[1:2]) + v[TIME + 1]":                       {4, 5, 6, 3},
		"RANK(v, 3)":                                      {3, 3, 3, 3},
	} {
		m := &entente.Model{
			Name: "functions", Time: entente.TimeSpec{Stop: 3, Step: 1, Save: 1},
			Dimensions: []entente.Dimension{{Name: "d", Elements: []string{"a", "b", "c"}}},
			Variables: []entente.Variable{
				{Name: "y", Kind: entente.Auxiliary, Equation: eqn},
				{Name: "v", Kind: entente.Auxiliary, Subscripts: []string{"d"}, Equation: "1, 2, 3"},
				{Name: "table", Kind: entente.Auxiliary, Lookup: &entente.Lookup{X: []float64{0, 1, 2}, Y: []float64{1, 3, 2}}},
			},
		}
		p, err := Compile(m)
		if err != nil {
			t.Errorf("%s: %v", eqn, err)
			continue
		}
		r, err := p.Run(entente.Scenario{}, 1)
		if err != nil {
			t.Fatal(err)
		}
		for i, w := range want {
			if got := r.Series("y")[i]; math.Abs(got-w) > 1e-9 {
				t.Errorf("%s at %d is %v, want %v", eqn, i, got, w)
			}
		}
	}
}
