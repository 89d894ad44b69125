package report

import (
	"fmt"
	"io"

	"github.com/ententelab/entente/fit"
)

// Backtest lists forecasts beside what was observed, then who was nearest.
func Backtest(w io.Writer, r *fit.Report) {
	var rows [][]string
	for _, f := range r.Forecasts {
		inside := "no"
		if f.Low <= f.Observed && f.Observed <= f.High {
			inside = "yes"
		}
		rows = append(rows, []string{string(f.Variable), fmt.Sprintf("%.0f", f.Time-0.5), number(f.Observed), number(f.Median),
			number(f.Low) + " … " + number(f.High), inside, number(f.Last), number(f.Trend)})
	}
	print(w, []column{{head: "variable"}, {head: "year", right: true}, {head: "observed", right: true}, {head: "model", right: true},
		{head: "5 % … 95 %", right: true}, {head: "inside"}, {head: "last value", right: true}, {head: "trend", right: true}}, rows)
	fmt.Fprintf(w, "\nMean absolute error, and the share of figures inside the interval (90 %% would be right)\n\n")
	rows = nil
	for _, s := range r.Scores {
		rows = append(rows, []string{string(s.Variable), itoa(s.Figures), number(s.Model), number(s.Last), number(s.Trend), s.Best, fmt.Sprintf("%.0f %%", 100*s.Coverage)})
	}
	print(w, []column{{head: "variable"}, {head: "figures", right: true}, {head: "model", right: true}, {head: "last value", right: true},
		{head: "trend", right: true}, {head: "nearest"}, {head: "inside", right: true}}, rows)
}
