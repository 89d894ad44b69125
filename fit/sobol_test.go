package fit

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"
)

// TestFirstOrder holds the estimate to functions whose indices are known.
func TestFirstOrder(t *testing.T) {
	const n = 8000
	r := rand.New(rand.NewPCG(1, 2))
	a, b, c := make([]float64, n), make([]float64, n), make([]float64, n)
	linear, product, ishigami := make([]float64, n), make([]float64, n), make([]float64, n)
	for i := range n {
		a[i], b[i], c[i] = r.Float64(), r.Float64(), r.Float64()
		linear[i] = 2*a[i] + b[i]
		product[i] = (a[i] - 0.5) * (b[i] - 0.5)
		x, y, z := (2*a[i]-1)*math.Pi, (2*b[i]-1)*math.Pi, (2*c[i]-1)*math.Pi
		ishigami[i] = math.Sin(x) + 7*math.Pow(math.Sin(y), 2) + 0.1*math.Pow(z, 4)*math.Sin(x)
	}
	for _, x := range []struct {
		name     string
		constant []float64
		out      []float64
		want     float64
	}{
		{"linear a", a, linear, 0.8}, {"linear b", b, linear, 0.2}, {"linear c", c, linear, 0},
		{"product a", a, product, 0},
		{"Ishigami 1", a, ishigami, 0.314}, {"Ishigami 2", b, ishigami, 0.442}, {"Ishigami 3", c, ishigami, 0},
	} {
		if got := firstOrder(x.constant, x.out); math.Abs(got-x.want) > 0.03 {
			t.Errorf("%s: %.3f, want %.3f", x.name, got, x.want)
		}
	}
}

func TestSensitivity(t *testing.T) {
	got, err := Sensitivity(context.Background(), reference(t), "demand5", "", "japan_defence_spending", 2030, 300, 1)
	if err != nil {
		t.Fatal(err)
	}
	if got[0].First < 0.2 || got[0].Name != "spending_wanted_by_demand_gap" {
		t.Errorf("what 5 %% does to spending hangs on %v", got[:3])
	}
	if _, err := Sensitivity(context.Background(), reference(t), "demand5", "", "nothing", 2030, 10, 1); err == nil {
		t.Error("an unknown variable has indices")
	}
}
