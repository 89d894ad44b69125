package quantity

import (
	"slices"
	"strings"
)

// shares joins two numbers that give a part of a whole into a percentage: seven
// in ten, 10명 중 7명, 每十人中有七人.
func shares(t []rune, list []Number) []Number {
	out := list[:0]
	for _, n := range list {
		if k := len(out); k > 0 {
			if share, ok := out[k-1].shareWith(t, n); ok {
				out[k-1] = share
				continue
			}
		}
		out = append(out, n)
	}
	return out
}

// wholes are the numbers that a share is counted out of.
var wholes = []float64{2, 3, 4, 5, 6, 8, 10, 20, 100, 1000}

// shareWith joins a number with the one that follows it.
func (n *Number) shareWith(t []rune, next Number) (Number, bool) {
	if n.NumEnd > next.NumStart || next.NumStart-n.NumEnd > 20 || !n.plainCount() || !next.plainCount() {
		return Number{}, false
	}
	gap := strings.TrimSpace(string(t[n.End:max(n.End, next.NumStart)]))
	part, whole := n.Value, next.Value
	switch {
	case slices.Contains(units.partOf, strings.ToLower(gap)) && next.Counter == "":
	case n.Counter != "" && slices.ContainsFunc(units.outOf, n.countedOut(t, gap)):
		part, whole = whole, part
	default:
		return Number{}, false
	}
	if part >= whole || part <= 0 || !slices.Contains(wholes, whole) {
		return Number{}, false
	}
	v := round(part / whole * 100)
	return Number{
		Start: n.Start, End: next.End, NumStart: n.NumStart, NumEnd: next.NumEnd,
		Value: v, High: v, Unit: "%", Approx: n.Approx || next.Approx, Bound: next.Bound,
	}, true
}

// countedOut tells which words between a whole and its part make them a share:
// alone, or behind the name of those counted in "of every ten voters, seven".
func (n *Number) countedOut(t []rune, gap string) func(string) bool {
	each := n.Start > 0 && t[n.Start-1] == '每' || n.Value == 10 || n.Value == 100
	return func(w string) bool {
		return gap == w || each && strings.HasSuffix(gap, w) && !strings.ContainsAny(gap, ",;:。、")
	}
}

// plainCount reports whether a number counts heads and is no length or sum.
func (n *Number) plainCount() bool {
	return n.Unit == "" && !n.Ordinal && !n.Vague && n.High == n.Value
}
