package extract

import (
	"testing"

	"github.com/ententelab/entente/extract/quantity"
)

func TestDateInName(t *testing.T) {
	for name, want := range map[string]quantity.Civil{
		"remarks-2025-02-07.en.txt":       {Year: 2025, Month: 2, Day: 7},
		"20250207_remarks.pdf":            {Year: 2025, Month: 2, Day: 7},
		"政府工作报告2019.txt":                  {Year: 2019},
		"general-debate-2019.en.txt":      {Year: 2019},
		"2024-13-notes.txt":               {Year: 2024},
		"trends-2017-2020.txt":            {},
		"002_87749701b02d21ac.txt":        {},
		"2019ab34.txt":                    {},
		"12-2345-minutes.txt":             {},
		"speech.txt":                      {},
		"archive/2018/speech-of-2019.txt": {Year: 2019},
	} {
		if got := dateInName(name); got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}
