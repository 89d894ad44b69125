package load_test

import (
	"math"
	"strings"
	"testing"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model/load"
	"github.com/ententelab/entente/sim"
)

// TestFiles runs models that use much of each format, worked out by hand.
func TestFiles(t *testing.T) {
	for file, want := range map[string]map[string][]float64{
		"testdata/harbour.mdl": {
			"ships[p1]":    {4, 4, 4.25, 4.65625, 5.201171875},
			"ships[p2]":    {3, 1.5, 3.84375, 5.40234375, 3.714111328125},
			"ships[o2]":    {1, 0.5, 0.28125, 5.17578125, 3.55834960938},
			"all ships":    {10, 8, 10.5, 17.5625, 15.07421875},
			"by berth[b1]": {20, 20, 21.25, 23.28125, 26.005859375},
			"late":         {10, 10, 9, 9.75, 13.65625},
			"odd":          {6, 6, 6, 6, 6},
			"grown":        {1, 2, 4, 8, 16},
		},
		"testdata/fleet.xmile": {
			`Ships\nafloat[big]`:   {10, 10.5, 11, 11.5, 12, 10.5, 9, 7.5, 6},
			`Ships\nafloat[small]`: {1, 1.25, 1.5, 1.75, 2, 0.5, 0, 0, 0},
			"demand":               {1, 1, 1, 1, 2, 2, 2, 2, 3},
			"yard.output":          {0.25, 0.25, 0.25, 0.25, 0.5, 0.5, 0.5, 0.5, 0.75},
			"last slot":            {8, 8, 8, 8, 10, 10, 10, 10, 12},
		},
	} {
		m, err := load.File(file)
		if err != nil {
			t.Fatal(err)
		}
		p, err := sim.Compile(m)
		if err != nil {
			t.Fatal(err)
		}
		r, err := p.Run(entente.Scenario{}, 1)
		if err != nil {
			t.Fatal(err)
		}
		for name, series := range want {
			got := r.Series(entente.VariableName(name))
			if len(got) != len(series) {
				t.Errorf("%s: %s is %v, want %v", file, name, got, series)
				continue
			}
			for i := range series {
				if math.Abs(got[i]-series[i]) > 1e-9 {
					t.Errorf("%s: %s is %v, want %v", file, name, got, series)
					break
				}
			}
		}
	}
}

// TestRefused holds that what we lack is named, not passed over.
func TestRefused(t *testing.T) {
	for name, c := range map[string]struct{ src, want string }{
		"conveyor.xmile": {`<xmile><model><variables><stock name="belt"><eqn>1</eqn><conveyor/></stock></variables></model></xmile>`, `the stock "belt" is a conveyor`},
		"method.xmile":   {`<xmile><sim_specs method="Gear"><stop>1</stop></sim_specs><model/></xmile>`, `the integration method "Gear"`},
		"broken.xmile":   {`<xmile><model>`, "not an XMILE file"},
		"other.xml":      {`<html/>`, "the root is <html>"},
		"data.mdl":       {"x:RAW: ~~|", "its values come from no file"},
		"sheet.mdl":      {"x := GET XLS DATA('none.xls', 'a', 'A', 'B2') ~~|", `the data file "none.xls" cannot be read`},
		"sign.mdl":       {"x = 3 ? 4 ~~|", `has no meaning`},
		"model.doc":      {"", "no model format that we know"},
	} {
		_, err := load.Load(name, []byte(c.src))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}
