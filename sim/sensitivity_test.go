package sim_test

import (
	"context"
	"math"
	"testing"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/sim"
)

// ishigami is a function whose Sobol indices are known.
const ishigami = `
model: ishigami
time: {start: 0, stop: 1, step: 1}
variables:
  a: {kind: constant, value: 0, range: [-3.141592653589793, 3.141592653589793]}
  b: {kind: constant, value: 0, range: [-3.141592653589793, 3.141592653589793]}
  c: {kind: constant, value: 0, range: [-3.141592653589793, 3.141592653589793]}
  y: {equation: SIN(a) + 7 * SIN(b)^2 + 0.1 * c^4 * SIN(a)}
`

func TestSobolIndices(t *testing.T) {
	p := compile(t, ishigami)
	got, err := p.SobolIndices(context.Background(), entente.Scenario{}, "y", 1, 8192, 1, sim.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := map[entente.VariableName][2]float64{"a": {0.3139, 0.5576}, "b": {0.4424, 0.4424}, "c": {0, 0.2437}}
	for _, x := range got {
		w := want[x.Constant]
		if math.Abs(x.First-w[0]) > 0.02 || math.Abs(x.Total-w[1]) > 0.02 {
			t.Errorf("%s: first %.4f, total %.4f; want %v", x.Constant, x.First, x.Total, w)
		}
		if x.TotalLow > x.Total || x.TotalHigh < x.Total || x.FirstHigh-x.FirstLow > 0.2 {
			t.Errorf("%s: the intervals are odd: %+v", x.Constant, x)
		}
	}
}

func TestMorris(t *testing.T) {
	p := compile(t, `
model: linear
time: {start: 0, stop: 1, step: 1}
variables:
  a: {kind: constant, value: 0, range: [0, 2]}
  b: {kind: constant, value: 0, range: [0, 10]}
  c: {kind: constant, value: 0, range: [0, 1]}
  y: {equation: 3 * a - b}
`)
	got, err := p.Morris(context.Background(), entente.Scenario{}, "y", 1, 10, 1, sim.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []sim.Effect{{Constant: "b", Mean: -5, Size: 5}, {Constant: "a", Mean: 3, Size: 3}, {Constant: "c"}}
	for i, w := range want {
		if g := got[i]; g.Constant != w.Constant || math.Abs(g.Mean-w.Mean) > 1e-12 || math.Abs(g.Size-w.Size) > 1e-12 || g.Spread > 1e-12 {
			t.Errorf("%d: %+v, want %+v", i, g, w)
		}
	}
}

// TestDraws holds what an ensemble promises: even margins, the correlations
// asked for, and the same draws for a member whatever else is drawn.
func TestDraws(t *testing.T) {
	p := compile(t, tub)
	for _, o := range []sim.Options{{}, {Sobol: true}} {
		o.Correlations = []sim.Correlation{{A: "tap", B: "drain_time", Rho: 0.8}}
		d, err := p.Draw(entente.Scenario{}, 2000, 5, o)
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range [][2]float64{{1, 2}, {4, 6}} {
			sum := 0.0
			for _, v := range d.Values[i] {
				if v < r[0] || v > r[1] {
					t.Fatalf("%s: %v is outside %v", d.Names[i], v, r)
				}
				sum += v
			}
			if m := sum / 2000; math.Abs(m-(r[0]+r[1])/2) > 0.02 {
				t.Errorf("%s: mean %v", d.Names[i], m)
			}
		}
		if rho := pearson(d.Values[0], d.Values[1]); math.Abs(rho-0.785) > 0.02 { // of the uniform margins
			t.Errorf("correlation %v", rho)
		}
	}
	narrow := entente.Scenario{Set: map[entente.VariableName]float64{"tap": 1}}
	a, _ := p.Draw(entente.Scenario{}, 50, 5, sim.Options{})
	b, _ := p.Draw(narrow, 50, 5, sim.Options{})
	for k := range b.Values[0] {
		if b.Names[0] != "drain_time" || a.Values[1][k] != b.Values[0][k] {
			t.Fatal("a member's draw of drain_time depends on whether tap is drawn")
		}
	}
}

func pearson(a, b []float64) float64 {
	var ma, mb, ab, aa, bb float64
	for i := range a {
		ma, mb = ma+a[i]/float64(len(a)), mb+b[i]/float64(len(b))
	}
	for i := range a {
		ab, aa, bb = ab+(a[i]-ma)*(b[i]-mb), aa+(a[i]-ma)*(a[i]-ma), bb+(b[i]-mb)*(b[i]-mb)
	}
	return ab / math.Sqrt(aa*bb)
}
