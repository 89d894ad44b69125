package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/assemble"
	"github.com/ententelab/entente/examples"
	"github.com/ententelab/entente/pipeline"
	"github.com/ententelab/entente/report"
	"github.com/ententelab/entente/sqlite"
)

// demoScenarios is how many of the reference model's scenarios the demo runs;
// entente run us-japan runs them all.
const demoScenarios = 8

// demoProject is where the demo leaves its project.
const demoProject = "example" + projectSuffix

func demoCommand() *cobra.Command {
	var listen, out string
	var open, quiet bool
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Read the example corpus, build its map and model, run the scenarios, print the answers",
		Long: `Demo reads the example corpus (documents of our own writing about real, dated
facts, in four languages), builds its map and model, runs the scenarios of the
reference model, and prints what it found. Every figure printed comes from the run.`,
		Example: "  entente demo\n  entente demo --serve",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			w := cmd.OutOrStdout()
			if quiet {
				w = io.Discard
			}
			p, err := demo(cmd, w, out)
			if err != nil || !open {
				return err
			}
			return serve(cmd, out, p, listen)
		},
	}
	cmd.Flags().BoolVar(&open, "serve", false, "open the workbench afterwards")
	cmd.Flags().StringVar(&listen, "listen", defaultListen, "where the workbench listens")
	cmd.Flags().StringVarP(&out, "out", "o", demoProject, "the project file to write")
	cmd.Flags().BoolVar(&quiet, "quiet", false, "print nothing but the workbench's address")
	return cmd
}

func demo(cmd *cobra.Command, w io.Writer, out string) (*pipeline.Project, error) {
	began := time.Now()
	var files []pipeline.File
	for _, f := range examples.USJapan() {
		files = append(files, pipeline.File{Name: f.Name, Data: f.Data})
	}
	if err := os.Remove(out); err != nil && !os.IsNotExist(err) {
		return nil, &entente.Error{Kind: entente.BadInput, File: out, Msg: "cannot be replaced", Err: cause(err)}
	}
	store, err := sqlite.Create(out)
	if err != nil {
		return nil, err
	}
	defer store.Close()
	maker, err := builder(store, out, cmd.ErrOrStderr())
	if err != nil {
		return nil, err
	}
	p, err := maker.Build(cmd.Context(), files)
	if err != nil {
		return nil, err
	}
	b, err := shipped("us-japan")
	if err != nil {
		return nil, err
	}
	answers, err := b.Compare(cmd.Context(), b.Model.Scenarios[:min(demoScenarios, len(b.Model.Scenarios))], defaultMembers, defaultSeed)
	if err != nil {
		return nil, err
	}
	printDemo(w, p, b, answers)
	fmt.Fprintf(w, "\nDone in %.1f seconds. The project is %s. Where to go from here:\n", time.Since(began).Seconds(), out)
	self := filepath.Join(".", os.Args[0])
	for _, hint := range [][2]string{
		{"serve " + out, "the workbench: documents, ledger, map, model"},
		{"ledger " + out + " --stance demand", "every demand, with its sentence"},
		{"run us-japan --explain " + string(b.Outcomes()[0]), "from a curve back to author, section, paragraph"},
		{"build -o my" + projectSuffix + " *.txt", "the same with your own files"},
	} {
		fmt.Fprintf(w, "  %-52s %s\n", self+" "+hint[0], hint[1])
	}
	return p, nil
}

func printDemo(w io.Writer, p *pipeline.Project, b *pipeline.Bench, answers []entente.Answer) {
	report.Head(w, fmt.Sprintf("1. Read: %d documents, which are %d works", len(p.Documents), len(p.Collation.Works)))
	report.Works(w, p.Collation)
	report.Head(w, fmt.Sprintf("2. What they say: %d statements, each with its sentence and place", len(p.Statements)))
	report.Kinds(w, p.Documents, p.Statements)
	report.Head(w, "3. Who asked what of whom: demands and promises with an amount")
	report.Ledger(w, asked(assemble.Ledger(p.Corpus())))
	report.Head(w, fmt.Sprintf("4. What causes what: the strongest of %d links", len(p.Map.Links)))
	report.Links(w, p.Map.Links[:min(12, len(p.Map.Links))], p.Statement)
	report.Head(w, fmt.Sprintf("5. Where authors disagree: %d links", len(p.Map.Disagreements)))
	report.Disagreements(w, p.Map.Disagreements, p.Statement)
	report.Head(w, "6. The model made from this map: what a fifth more of each main driver does")
	report.Answers(w, p.Answers)
	report.Head(w, fmt.Sprintf("7. The reference model us-japan (%d variables): %d of its %d scenarios against the base run, over %d runs", len(b.Model.Variables), min(demoScenarios, len(b.Model.Scenarios)), len(b.Model.Scenarios), defaultMembers))
	report.Answers(w, answers)
}

// asked keeps dated demands and promises with an amount.
func asked(entries []assemble.Entry) []assemble.Entry {
	return slices.DeleteFunc(entries, func(e assemble.Entry) bool {
		return e.Value == nil || e.Date == "" || !slices.Contains([]string{"demand", "commit", "propose"}, e.Stance)
	})
}
