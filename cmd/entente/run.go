package main

import (
	"bufio"
	"cmp"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/pipeline"
	"github.com/ententelab/entente/report"
	"github.com/ententelab/entente/sim"
)

type runFlags struct {
	scenario, out, explain, in string
	set                        []string
	members                    int
	seed                       uint64
	asJSON                     bool
}

func runCommand() *cobra.Command {
	var f runFlags
	cmd := &cobra.Command{
		Use:   "run MODEL",
		Short: "Run a model: what scenarios do to its outcomes, or one run as CSV",
		Long: `MODEL is a shipped model (us-japan), a project, or a file (model.yaml, XMILE,
Vensim .mdl). Without -o, run compares the model's scenarios with its base run
over an ensemble, and says in which share of the runs the direction is the same.
With -o it writes one run: time, then every variable, one row per save step.
--explain walks from a variable back to its equation, causes and sources.`,
		Example: "  entente run us-japan\n" +
			"  entente run us-japan --scenario demand_5 --set prep_time=2 --runs 1000 --seed 7\n" +
			"  entente run alliance.entente --explain trust_in_us\n" +
			"  entente run teacup.xmile -o teacup.csv",
		Args: exactly(1, "one model"),
		RunE: func(cmd *cobra.Command, args []string) error {
			b, err := bench(cmd, args[0])
			if err != nil {
				return err
			}
			switch {
			case f.explain != "":
				return explainVariable(cmd, b, f)
			case f.out != "":
				return runOnce(cmd, b, f)
			}
			return runEnsemble(cmd, b, f)
		},
	}
	cmd.Flags().StringVar(&f.scenario, "scenario", "", "only this scenario")
	cmd.Flags().StringArrayVar(&f.set, "set", nil, "NAME=VALUE: change a constant; may be repeated")
	cmd.Flags().IntVar(&f.members, "runs", defaultMembers, "runs in the ensemble")
	cmd.Flags().Uint64Var(&f.seed, "seed", defaultSeed, "seed of the ensemble")
	cmd.Flags().StringVarP(&f.out, "out", "o", "", "write one run to this CSV file (- for standard output)")
	cmd.Flags().StringVar(&f.explain, "explain", "", "explain this variable")
	cmd.Flags().StringVar(&f.in, "in", "", "with --explain: a project whose documents may hold the works that are cited; their paragraphs are printed")
	cmd.Flags().BoolVar(&f.asJSON, "json", false, "print JSON")
	return cmd
}

// scenarios returns what the flags ask to be run, each with the changes of
// --set. With --set alone that is one scenario of its own.
func (f *runFlags) scenarios(b *pipeline.Bench) ([]entente.Scenario, error) {
	set, err := settings(f.set)
	if err != nil {
		return nil, err
	}
	list := b.Model.Scenarios
	switch {
	case f.scenario != "":
		s, err := b.Program.Scenario(f.scenario)
		if err != nil {
			return nil, err
		}
		list = []entente.Scenario{s}
	case len(set) > 0:
		list = []entente.Scenario{{Name: strings.Join(f.set, ",")}}
	}
	out := make([]entente.Scenario, len(list))
	for i, s := range list {
		merged := map[entente.VariableName]float64{}
		for _, m := range []map[entente.VariableName]float64{s.Set, set} {
			for k, v := range m {
				merged[k] = v
			}
		}
		out[i] = s
		out[i].Set = merged
	}
	return out, nil
}

func settings(args []string) (map[entente.VariableName]float64, error) {
	set := map[entente.VariableName]float64{}
	for _, a := range args {
		name, value, ok := strings.Cut(a, "=")
		v, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
		if !ok || err != nil {
			return nil, usage("--set needs NAME=VALUE with a number, not %q", a)
		}
		set[entente.VariableName(strings.TrimSpace(name))] = v
	}
	return set, nil
}

func runEnsemble(cmd *cobra.Command, b *pipeline.Bench, f runFlags) error {
	scenarios, err := f.scenarios(b)
	if err != nil {
		return err
	}
	if len(scenarios) == 0 {
		return usage("the model %s has no scenarios: give --set NAME=VALUE to compare with the base run, or -o FILE.csv for one run", b.Name)
	}
	answers, err := b.Compare(cmd.Context(), scenarios, f.members, f.seed)
	if err != nil {
		return err
	}
	if f.asJSON {
		return printJSON(cmd.OutOrStdout(), struct {
			Model   string           `json:"model"`
			Members int              `json:"members"`
			Seed    uint64           `json:"seed"`
			Answers []entente.Answer `json:"answers"`
		}{b.Name, f.members, f.seed, answers})
	}
	w := cmd.OutOrStdout()
	fmt.Fprintf(w, "%s: %d variables, %s; %d runs of each scenario, seed %d\n\n", title(b.Model.Title, b.Name), len(b.Model.Variables), b.Source, f.members, f.seed)
	report.Answers(w, answers)
	fmt.Fprintf(w, "\nSays who? entente run %s --explain VARIABLE\n", b.Name)
	return nil
}

func title(titles map[entente.Lang]string, otherwise string) string {
	return cmp.Or(titles[entente.English], otherwise)
}

// runOnce writes one run as CSV.
func runOnce(cmd *cobra.Command, b *pipeline.Bench, f runFlags) error {
	s := entente.Scenario{}
	if f.scenario != "" || len(f.set) > 0 {
		list, err := f.scenarios(b)
		if err != nil {
			return err
		}
		s = list[0]
	}
	r, err := b.Program.Run(s, f.seed)
	if err != nil {
		return err
	}
	if f.out == "-" {
		return sim.WriteCSV(cmd.OutOrStdout(), r)
	}
	file, err := os.Create(f.out)
	if err != nil {
		return &entente.Error{Kind: entente.BadInput, File: f.out, Msg: "cannot be written", Err: cause(err)}
	}
	w := bufio.NewWriter(file)
	return joined(sim.WriteCSV(w, r), w.Flush(), file.Close())
}

func explainVariable(cmd *cobra.Command, b *pipeline.Bench, f runFlags) error {
	x, err := b.Explain(entente.VariableName(f.explain))
	if err != nil {
		return err
	}
	w := cmd.OutOrStdout()
	if f.asJSON {
		return printJSON(w, x)
	}
	report.Explanation(w, b.Model, x.Explanation, x.Moves, x.Sentences)
	if f.in == "" {
		return nil
	}
	p, err := openProject(cmd, f.in)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "\nThe paragraphs cited, as they stand in %s:\n", f.in)
	for _, c := range x.Variable.Cites {
		if doc, span, ok := p.Cited(b.Model, c); ok {
			fmt.Fprintf(w, "  %s %s ¶%s\n    %s\n", doc.Name, c.Section, c.Paragraph, span.Quote)
		}
	}
	return nil
}
