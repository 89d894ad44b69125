package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/ententelab/entente/alliances"
	"github.com/ententelab/entente/fit"
	"github.com/ententelab/entente/report"
)

func backtestCommand() *cobra.Command {
	var until float64
	var members int
	var seed uint64
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "backtest MODEL",
		Short: "Calibrate on the record to a date, forecast what follows, beside two naive forecasts",
		Long: `Backtest weighs the runs of an ensemble by how well they follow the record up to
a date, and forecasts the figures after it, given only the dated events. Beside
it stand two naive forecasts: the last value, and the straight line through the
past. It says where the model loses. MODEL is a shipped model that carries a
record.`,
		Example: "  entente backtest us-japan",
		Args:    exactly(1, "one model"),
		RunE: func(cmd *cobra.Command, args []string) error {
			record, err := alliances.Observed(args[0])
			if err != nil {
				return err
			}
			b, err := shipped(args[0])
			if err != nil {
				return err
			}
			r, err := fit.Backtest(cmd.Context(), b.Program, record, until, members, seed)
			if err != nil {
				return err
			}
			if asJSON {
				return printJSON(cmd.OutOrStdout(), r)
			}
			w := cmd.OutOrStdout()
			fmt.Fprintf(w, "%s: calibrated on the record before %g, over %d runs, seed %d\n\n", title(b.Model.Title, b.Name), until, members, seed)
			report.Backtest(w, r)
			return nil
		},
	}
	cmd.Flags().Float64Var(&until, "until", 2022, "calibrate on figures before this time")
	cmd.Flags().IntVar(&members, "runs", 2000, "runs in the ensemble")
	cmd.Flags().Uint64Var(&seed, "seed", defaultSeed, "seed of the ensemble")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}
