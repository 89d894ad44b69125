package quantity

import (
	"testing"

	"github.com/ententelab/entente/fold"
)

// What is read lies inside the text, in order, and does not overlap.
func FuzzQuantities(f *testing.F) {
	for _, s := range []string{
		"2025年7月22日至24日,约3.5%", "1조 2천억원, 두 차례", "hundreds of billions of dollars on July 28-29, 2025",
		"三分之二的人,第十二届,数千亿", "万亿亿零点", "令和元年、20世紀90年代", "百分之", "$-3/4", "last last ", "同年和", "between March and ", "half a ", "Q3 of ", "1,000,000,00.5.5",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := []rune(fold.String(s))
		at := 0
		for _, n := range Numbers(r) {
			if n.Start < at || n.End <= n.Start || n.End > len(r) || n.NumStart < n.Start || n.NumEnd > n.End {
				t.Fatalf("number out of place: %+v in %q", n, s)
			}
			at = n.End
		}
		at = 0
		for _, d := range Dates(r) {
			if d.Start < at || d.End <= d.Start || d.End > len(r) {
				t.Fatalf("date out of place: %+v in %q", d, s)
			}
			at = d.End
			d.From.Resolve(Civil{2025, 12, 19}, Civil{2024, 2, 0})
		}
	})
}
