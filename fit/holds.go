package fit

import (
	"math"

	entente "github.com/ententelab/entente"
)

// noChange is the share of a value below which a difference is none.
const noChange = 1e-9

// Holds reports whether an expectation is true of one member: was is the value
// in the run it is held against, is the value under the scenario. By is the
// least difference for higher and lower, the greatest for same, not_higher and
// not_lower, and the threshold for above and below.
func Holds(e entente.Expectation, was, is float64) bool {
	d := is - was
	none := noChange * math.Max(math.Abs(is), math.Abs(was))
	switch e.Is {
	case "higher":
		return d > none && d >= e.By
	case "lower":
		return -d > none && -d >= e.By
	case "not_higher":
		return d <= math.Max(none, e.By)
	case "not_lower":
		return -d <= math.Max(none, e.By)
	case "same":
		return math.Abs(d) <= math.Max(none, e.By)
	case "above":
		return is > e.By
	case "below":
		return is < e.By
	}
	return false
}
