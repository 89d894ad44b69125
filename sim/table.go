package sim

import (
	"math"
	"sort"

	entente "github.com/ententelab/entente"
)

// A table is a graphical function: y over rising x.
type table struct {
	x, y  []float64
	slope []float64 // from point i to i+1
	kind  tableKind
	// step is the distance between the x if they are even, else 0
	step, inv float64
	small     *smallTable
}

// A smallTable is an even table of at most 16 points, padded, for vector
// registers.
type smallTable struct{ x, y, slope [16]float64 }

// pack makes the small form of a table that has one.
func (t *table) pack() {
	n := len(t.x)
	if t.kind != continuous || t.step == 0 || n > 16 {
		return
	}
	t.small = &smallTable{}
	for i := range t.small.x {
		at := min(i, n-1)
		t.small.x[i], t.small.y[i] = t.x[at], t.y[at]
		if i < n-1 {
			t.small.slope[i] = t.slope[i]
		}
	}
}

type tableKind uint8

const (
	continuous  tableKind = iota // straight between the points, flat outside
	extrapolate                  // straight between and beyond
	discrete                     // the last point at or before x
	forward                      // the next point at or after x
	exact                        // a point at x, or what Vensim writes for :NA:
)

func newTable(l *entente.Lookup) table {
	t := table{x: l.X, y: l.Y}
	switch l.Kind {
	case "extrapolate":
		t.kind = extrapolate
	case "discrete", "step", "backward":
		t.kind = discrete
	case "forward":
		t.kind = forward
	case "raw":
		t.kind = exact
	}
	t.sort()
	t.even()
	t.slopes()
	t.pack()
	return t
}

// slopes prepares the straight lines between the points; two points with one x
// are a step.
func (t *table) slopes() {
	t.slope = make([]float64, max(0, len(t.x)-1))
	for i := range t.slope {
		if dx := t.x[i+1] - t.x[i]; dx != 0 {
			t.slope[i] = (t.y[i+1] - t.y[i]) / dx
		}
	}
}

// sort puts the points in the order of x; of two with one x the last counts.
func (t *table) sort() {
	if sort.Float64sAreSorted(t.x) {
		return
	}
	order := make([]int, len(t.x))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { return t.x[order[a]] < t.x[order[b]] })
	x, y := make([]float64, len(order)), make([]float64, len(order))
	for i, o := range order {
		x[i], y[i] = t.x[o], t.y[o]
	}
	t.x, t.y = x, y
}

// even notes whether the points are evenly spaced, so that the interval of an x
// is found by one multiplication; at corrects a rounding to the neighbour.
func (t *table) even() {
	n := len(t.x)
	if n < 3 {
		return
	}
	h := (t.x[n-1] - t.x[0]) / float64(n-1)
	for i, x := range t.x {
		if d := x - (t.x[0] + float64(i)*h); d > 1e-6*h || d < -1e-6*h {
			return
		}
	}
	if h > 0 {
		t.step, t.inv = h, 1/h
	}
}

// at is the value of the function at v; NaN stays NaN.
func (t *table) at(v float64) float64 {
	n := len(t.x)
	switch {
	case t.kind == exact:
		return t.exactly(v)
	case n == 0:
		return 0
	case v != v:
		return v
	case n == 1:
		return t.y[0]
	case v <= t.x[0]:
		if t.kind == extrapolate {
			return t.line(0, v)
		}
		return t.y[0]
	case v >= t.x[n-1]:
		if t.kind == extrapolate {
			return t.line(n-2, v)
		}
		return t.y[n-1]
	}
	i := t.interval(v)
	switch t.kind {
	case discrete:
		return t.y[i]
	case forward:
		if t.x[i] == v {
			return t.y[i]
		}
		return t.y[i+1]
	}
	return t.line(i, v)
}

// interval is the i with x[i] <= v < x[i+1], for v inside.
func (t *table) interval(v float64) int {
	if t.step > 0 {
		i := min(int((v-t.x[0])*t.inv), len(t.x)-2)
		if v < t.x[i] {
			i--
		} else if v >= t.x[i+1] {
			i++
		}
		return i
	}
	lo, hi := 0, len(t.x)-1
	for hi-lo > 1 {
		if mid := (lo + hi) / 2; t.x[mid] <= v {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo
}

// line is the straight line through points i and i+1.
func (t *table) line(i int, v float64) float64 {
	return t.y[i] + float64(t.slope[i]*(v-t.x[i]))
}

// exactly is the point at v, within rounding of a time step.
func (t *table) exactly(v float64) float64 {
	for i, x := range t.x {
		if math.Abs(x-v) <= 1e-9*math.Max(1, math.Abs(x)) {
			return t.y[i]
		}
	}
	return notAvailable
}

// notAvailable is the number that Vensim writes for :NA:.
var notAvailable = -math.Exp2(109)
