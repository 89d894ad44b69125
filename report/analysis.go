package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/ententelab/entente/sim"
)

// How many rows of an analysis a table shows; --json has them all.
const mostRows = 25

// ModelLoops prints the reading first, then the strongest loops.
func ModelLoops(w io.Writer, r *sim.LoopReport) {
	for _, line := range r.Reading {
		fmt.Fprintln(w, line)
	}
	if r.Truncated {
		fmt.Fprintln(w, "There are more, longer loops than were looked for; see --most.")
	}
	fmt.Fprintf(w, "\nThe strongest of %d loops:\n\n", len(r.Loops))
	var rows [][]string
	for _, l := range r.Loops[:min(mostRows, len(r.Loops))] {
		rows = append(rows, []string{l.ID, l.Polarity, fmt.Sprintf("%.1f %%", 100*l.Mean), strings.ReplaceAll(list(l.Variables), "; ", " → ")})
	}
	print(w, []column{{head: "loop"}, {head: "polarity"}, {head: "mean share", right: true}, {head: "through", width: 100}}, rows)
}

// Morris lists the constants with the largest effects.
func Morris(w io.Writer, effects []sim.Effect) {
	var rows [][]string
	for _, e := range effects[:min(mostRows, len(effects))] {
		rows = append(rows, []string{string(e.Constant), signed(e.Mean), number(e.Size), number(e.Low) + " … " + number(e.High), number(e.Spread)})
	}
	print(w, []column{{head: "constant"}, {head: "mean effect", right: true}, {head: "mean size", right: true}, {head: "95 %", right: true}, {head: "spread", right: true}}, rows)
}

// Sobol lists the constants with the largest total indices.
func Sobol(w io.Writer, indices []sim.Index) {
	var rows [][]string
	for _, x := range indices[:min(mostRows, len(indices))] {
		rows = append(rows, []string{string(x.Constant), share(x.First, x.FirstLow, x.FirstHigh), share(x.Total, x.TotalLow, x.TotalHigh)})
	}
	print(w, []column{{head: "constant"}, {head: "alone (95 %)", right: true}, {head: "with all others (95 %)", right: true}}, rows)
}

func share(v, low, high float64) string { return fmt.Sprintf("%.2f (%.2f … %.2f)", v, low, high) }
