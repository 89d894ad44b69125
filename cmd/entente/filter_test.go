package main

import (
	"testing"

	"github.com/ententelab/entente"
)

func TestDatesCompareAsFarAsTheyGo(t *testing.T) {
	for _, test := range []struct {
		date, since, until string
		keep               bool
	}{
		{"2025-07-22", "2025", "", true},
		{"2025-07-22", "2025-07", "2025-07", true},
		{"2025-07-22", "2025-08", "", false},
		{"2025-07-22", "", "2025-07-21", false},
		{"2025", "2025-07", "2025-07", true}, // may be July
		{"2024", "2025-07", "", false},
		{"", "2025", "", false},
		{"", "", "", true},
	} {
		f := filter{since: test.since, until: test.until}
		if got := f.keepsDate(test.date); got != test.keep {
			t.Errorf("%q from %q to %q: %v", test.date, test.since, test.until, got)
		}
	}
}

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
