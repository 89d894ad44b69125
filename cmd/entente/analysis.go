package main

import (
	"cmp"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/pipeline"
	"github.com/ententelab/entente/report"
	"github.com/ententelab/entente/sim"
)

func loopsCommand() *cobra.Command {
	var scenario string
	var most int
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "loops MODEL",
		Short: "Feedback loops of a model, their polarity, and which drives what when",
		Example: "  entente loops us-japan\n" +
			"  entente loops us-japan --scenario demand5 --most 40",
		Args: exactly(1, "one model"),
		RunE: func(cmd *cobra.Command, args []string) error {
			b, s, err := benchAndScenario(cmd, args[0], scenario)
			if err != nil {
				return err
			}
			r, err := b.Program.Loops(s, most)
			if err != nil {
				return err
			}
			if asJSON {
				return printJSON(cmd.OutOrStdout(), r)
			}
			report.ModelLoops(cmd.OutOrStdout(), r)
			return nil
		},
	}
	cmd.Flags().StringVar(&scenario, "scenario", "", "the loops as this scenario runs")
	cmd.Flags().IntVar(&most, "most", 200, "find at most this many loops, the shortest first")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

func sensitivityCommand() *cobra.Command {
	var scenario, outcome, method string
	var at float64
	var n int
	var seed uint64
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "sensitivity MODEL",
		Short: "Which assumptions an outcome hangs on: Morris screening or Sobol indices",
		Long: `Morris screens all constants that have a range by changing one at a time; Sobol
splits the variance of the outcome among them, with confidence intervals, from
n·(k+2) runs for k constants.`,
		Example: "  entente sensitivity us-japan --outcome japan_trust --at 2030\n" +
			"  entente sensitivity model.yaml --method sobol --n 256",
		Args: exactly(1, "one model"),
		RunE: func(cmd *cobra.Command, args []string) error {
			b, s, err := benchAndScenario(cmd, args[0], scenario)
			if err != nil {
				return err
			}
			v := entente.VariableName(cmp.Or(outcome, string(b.Outcomes()[0])))
			at := cmp.Or(at, b.Horizon())
			o := sim.Options{Progress: stepProgress(cmd, method)}
			w := cmd.OutOrStdout()
			switch method {
			case "morris":
				effects, err := b.Program.Morris(cmd.Context(), s, v, at, n, seed, o)
				if err != nil || asJSON {
					return joined(err, printUnless(err, w, effects))
				}
				fmt.Fprintf(w, "%s in %g: %d trajectories, seed %d\n\n", v, at, n, seed)
				report.Morris(w, effects)
			case "sobol":
				indices, err := b.Program.SobolIndices(cmd.Context(), s, v, at, n, seed, o)
				if err != nil || asJSON {
					return joined(err, printUnless(err, w, indices))
				}
				fmt.Fprintf(w, "%s in %g: n = %d, seed %d\n\n", v, at, n, seed)
				report.Sobol(w, indices)
			default:
				return usage("there is no method %q; the methods are morris, sobol", method)
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&scenario, "scenario", "", "under this scenario")
	cmd.Flags().StringVar(&outcome, "outcome", "", "the variable; the model's first question if not given")
	cmd.Flags().StringVar(&method, "method", "morris", "morris or sobol")
	cmd.Flags().Float64Var(&at, "at", 0, "the time; 2030 or the model's end if not given")
	cmd.Flags().IntVar(&n, "n", 20, "trajectories (morris), or the sample's base size (sobol)")
	cmd.Flags().Uint64Var(&seed, "seed", defaultSeed, "seed")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

// benchAndScenario finds a model and one of its scenarios, the base run if
// none is named.
func benchAndScenario(cmd *cobra.Command, ref, scenario string) (*pipeline.Bench, entente.Scenario, error) {
	b, err := bench(cmd, ref)
	if err != nil || scenario == "" {
		return b, entente.Scenario{}, err
	}
	s, err := b.Program.Scenario(scenario)
	return b, s, err
}

// printUnless prints v as JSON if there is no error.
func printUnless(err error, w interface{ Write([]byte) (int, error) }, v any) error {
	if err != nil {
		return nil
	}
	return printJSON(w, v)
}

// stepProgress is a bar for one step of long work.
func stepProgress(cmd *cobra.Command, step string) func(done, of int) {
	bar := progressBar(cmd.ErrOrStderr())
	if bar == nil {
		return nil
	}
	return func(done, of int) { bar(step, done, of) }
}
