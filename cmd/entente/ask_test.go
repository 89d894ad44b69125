package main

import (
	"testing"

	"github.com/ententelab/entente"
)

func TestShares(t *testing.T) {
	for s, want := range map[string]float64{"20%": 0.2, " 0.2": 0.2, "-10 %": -0.1, "100%": 1} {
		if got, err := share(s); err != nil || got != want {
			t.Errorf("%q is %v, %v", s, got, err)
		}
	}
	for _, s := range []string{"", "%", "much", "0", "300%", "NaN", "20%%"} {
		if got, err := share(s); err == nil || entente.KindOf(err) != entente.Usage {
			t.Errorf("%q is %v, %v", s, got, err)
		}
	}
}
