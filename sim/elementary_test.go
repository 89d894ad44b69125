package sim

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestElementary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float64Range(-750, 750).Draw(t, "x")
		if got, want := exp(x), math.Exp(x); math.Abs(got-want) > 4e-16*want {
			t.Fatalf("exp(%v) = %v, want %v", x, got, want)
		}
		b := math.Exp(rapid.Float64Range(-60, 60).Draw(t, "log base"))
		y := rapid.Float64Range(-6, 6).Draw(t, "y")
		if got, want := pow(b, y), math.Pow(b, y); math.Abs(got-want) > 4e-15*want {
			t.Fatalf("pow(%v, %v) = %v, want %v", b, y, got, want)
		}
	})
	for _, x := range []float64{0, math.Inf(1), math.Inf(-1), math.NaN(), -1, 1e-310} {
		for _, y := range []float64{0, 0.5, -0.5, 2, -2, math.Inf(1), math.NaN()} {
			if got, want := pow(x, y), math.Pow(x, y); got != want && !(math.IsNaN(got) && math.IsNaN(want)) {
				t.Errorf("pow(%v, %v) = %v, want %v", x, y, got, want)
			}
		}
		if got, want := exp(x), math.Exp(x); got != want && !(math.IsNaN(got) && math.IsNaN(want)) {
			t.Errorf("exp(%v) = %v, want %v", x, got, want)
		}
	}
}
