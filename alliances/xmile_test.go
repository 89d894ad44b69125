package alliances

import (
	"math"
	"testing"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model/xmile"
)

// TestXMILE sends the model out as XMILE and in again: the same numbers.
func TestXMILE(t *testing.T) {
	m, _ := shipped(t)
	data, err := xmile.Write(m)
	if err != nil {
		t.Fatal(err)
	}
	back, err := xmile.Read("us-japan.xmile", data)
	if err != nil {
		t.Fatal(err)
	}
	want, err := compiled(t, m).Run(entente.Scenario{}, 1)
	if err != nil {
		t.Fatal(err)
	}
	got, err := compiled(t, back).Run(entente.Scenario{}, 1)
	if err != nil {
		t.Fatal(err)
	}
	for i, n := range want.Names {
		series := got.Series(n)
		for row, v := range want.Values[i] {
			if series == nil || math.Abs(series[row]-v) > 1e-9*math.Max(1, math.Abs(v)) {
				t.Fatalf("%s differs after the way through XMILE", n)
			}
		}
	}
}
