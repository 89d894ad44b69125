package read

import (
	"strings"
	"testing"
	"time"
)

// TestHostileTextsTakeLinearTime reads much of each of what would make
// careless scans quadratic.
func TestHostileTextsTakeLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: takes seconds")
	}
	const size = 1 << 17
	for _, unit := range []string{"(", "「", "\"", "①", "①\n", "^", "^{", "<sup>", "[1]", "a.1) ", "Notes\n", "References\n", "Abstract\n", "一、标题\n", "# a\n",
		"1) x\n", "王强，《题》，2020年，第1页。\n", "① 王强，《题》，2020年，第1页。\n正文①\n", "[&]quot;x, 2020, pp. 1\n", "目录\n", "短\n\n", "\f1\n", "*a*\n", "（作者：", "a, b", "Mr. ", "…", "2020年", "a\n", "王强\n"} {
		data := []byte(strings.Repeat(unit, size/len(unit)))
		start := time.Now()
		if _, err := Read("x.txt", data); err != nil {
			t.Errorf("%q: %v", unit, err)
		}
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%q took %v", unit, took)
		} else {
			t.Logf("%q %v", unit, took.Round(time.Millisecond))
		}
	}
}
