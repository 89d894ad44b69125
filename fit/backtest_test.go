package fit

import (
	"context"
	"math"
	"os"
	"testing"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/alliances"
	"github.com/ententelab/entente/model"
	"github.com/ententelab/entente/sim"
)

// toy grows by a constant that the record knows to be 2.
const toy = `
model: toy
time: {start: 0, stop: 10, step: 0.5, unit: year}
variables:
  growth: {kind: constant, value: 3, range: {dist: uniform, params: [0, 6]}, unit: 1/year, assumption: {range: [0, 6], why: a test}}
  level: {kind: stock, initial: 1, rate: growth, unit: "1", assumption: {why: a test}}
`

func toyProgram(t *testing.T) *sim.Program {
	t.Helper()
	m, err := model.Parse("toy", []byte(toy))
	if err != nil {
		t.Fatal(err)
	}
	p, err := sim.Compile(m)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func toyRecord(last float64) []entente.Observation {
	var out []entente.Observation
	for y := 0.5; y < last; y++ {
		wobble := 0.2 * float64(int(y)%2)
		out = append(out, entente.Observation{Variable: "level", Time: y, Value: 1 + 2*y + wobble})
	}
	return append(out, entente.Observation{Variable: "level", Time: 2.5, Value: 1e6, Note: "a slip"})
}

func TestCalibrateFindsTheConstant(t *testing.T) {
	post, err := Calibrate(context.Background(), toyProgram(t), toyRecord(9), 6, 2000, 1)
	if err != nil {
		t.Fatal(err)
	}
	if post.Ranges[0].Name != "growth" {
		t.Fatalf("the record moved %s most", post.Ranges[0].Name)
	}
	if got := post.Ranges[0].Posterior; math.Abs(got[1]-2) > 0.15 || got[2]-got[0] > 1.5 {
		t.Errorf("growth is %v, want about 2", got)
	}
	if r := post.Scenario().Ranges["growth"]; model.WrongRange(r) != "" || r.Params[0] < 1 || r.Params[2] > 3 {
		t.Errorf("the calibrated range of growth is %+v", r)
	}
}

func TestBacktestForecasts(t *testing.T) {
	r, err := Backtest(context.Background(), toyProgram(t), toyRecord(9), 6, 2000, 1)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Forecasts) != 3 || len(r.Scores) != 1 {
		t.Fatalf("%d forecasts, %d scores", len(r.Forecasts), len(r.Scores))
	}
	for _, f := range r.Forecasts {
		if f.Low > f.Median || f.Median > f.High || math.Abs(f.Median-f.Observed) > 1 || f.Last != 12.2 {
			t.Errorf("%+v", f)
		}
	}
	if s := r.Scores[0]; s.Best == "last" || s.Coverage != 1 {
		t.Errorf("%+v", s)
	}
}

const backtestFile = "../alliances/usjapan/BACKTEST.md"

// TestReferenceBacktest writes the report on the reference model, and
// otherwise checks that it still beats the naive forecasts of spending.
func TestReferenceBacktest(t *testing.T) {
	p := reference(t)
	record, err := alliances.Observed("us-japan")
	if err != nil {
		t.Fatal(err)
	}
	members := 400
	if *update {
		members = 4000
	}
	r, err := Backtest(context.Background(), p, record, 2022, members, 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range r.Scores {
		if s.Variable == "japan_defence_spending" && s.Best != "model" {
			t.Errorf("spending is forecast better by %s: %+v", s.Best, s)
		}
	}
	if *update {
		text := "# Against the record\n\nWritten by `go test ./fit -run ReferenceBacktest -update`; do not edit.\n\n" + r.Markdown()
		if err := os.WriteFile(backtestFile, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
