package pipeline

import (
	"testing"
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
		f := Filter{Since: test.since, Until: test.until}
		if got := f.keepsDate(test.date); got != test.keep {
			t.Errorf("%q from %q to %q: %v", test.date, test.since, test.until, got)
		}
	}
}
