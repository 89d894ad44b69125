package main

import (
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
	"github.com/ententelab/entente/pipeline"
	"github.com/ententelab/entente/report"
	"github.com/ententelab/entente/score"
)

func scoreCommand() *cobra.Command {
	var golds []string
	var kinds []string
	var showErrors, showRules, asJSON bool
	cmd := &cobra.Command{
		Use:   "score --gold DIR FILE...",
		Short: "Precision, recall and F1 of the reading against a gold set",
		Long: `Score reads files and compares what was extracted with hand-made records:
docs.json and figures, events, positions, causal, institutions, footnotes.jsonl
in DIR. --errors lists what was missed and what is not in the gold; --rules lists
the precision of every rule, in the shape of assemble/reliability.tsv.`,
		Example: "  entente score --gold examples/gold/tune examples/us-japan\n  entente score --gold gold/dev --kind claim --errors seeds/*.txt",
		Args:    atLeast(1, "a file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(golds) == 0 {
				return usage("score needs --gold DIR")
			}
			files, missing := loadFiles(args)
			docs, bad := pipeline.Read(files)
			lang := map[string]entente.Lang{}
			for _, d := range docs {
				lang[d.Name] = d.Lang
			}
			sts, faults := pipeline.Extract(cmd.Context(), docs, lexicon.Default())
			var reports []*score.Report
			for _, dir := range golds {
				g, err := score.Load(os.DirFS(dir))
				if err != nil {
					return err
				}
				reports = append(reports, score.Compare(g, sts, func(f string) entente.Lang { return lang[f] }))
			}
			rep := score.Merge(reports...)
			rep.Rows = slices.DeleteFunc(rep.Rows, func(r score.Row) bool { return len(kinds) > 0 && !slices.Contains(kinds, string(r.Kind)) })
			rep.Errors = slices.DeleteFunc(rep.Errors, func(e score.Error) bool { return len(kinds) > 0 && !slices.Contains(kinds, string(e.Kind)) })
			if asJSON {
				return joined(missing, bad, faults, printJSON(cmd.OutOrStdout(), rep.Rows))
			}
			printScore(cmd.OutOrStdout(), rep, showErrors, showRules)
			return joined(missing, bad, faults)
		},
	}
	cmd.Flags().StringArrayVar(&golds, "gold", nil, "directory of a gold set; may be repeated")
	cmd.Flags().StringSliceVar(&kinds, "kind", nil, "only these kinds")
	cmd.Flags().BoolVar(&showErrors, "errors", false, "list what was missed and what is not in the gold")
	cmd.Flags().BoolVar(&showRules, "rules", false, "list the precision of every rule, as assemble/reliability.tsv")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

func printScore(w io.Writer, rep *score.Report, showErrors, showRules bool) {
	if showRules {
		report.Rules(w, rep.Rules)
		return
	}
	report.Scores(w, rep.Rows)
	if showErrors {
		fmt.Fprintln(w)
		report.ScoreErrors(w, rep.Errors)
	}
}
