package main

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/collate"
	"github.com/ententelab/entente/extract"
	"github.com/ententelab/entente/lexicon"
	"github.com/ententelab/entente/pipeline"
	"github.com/ententelab/entente/report"
)

func readCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "read FILE...",
		Short:   "Structure, notes and language of documents",
		Example: "  entente read report.txt\n  entente read --json *.txt > read.json",
		Args:    atLeast(1, "a file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			files, missing := loadFiles(args)
			docs, bad := pipeline.Read(files)
			if asJSON {
				return joined(missing, bad, printJSON(cmd.OutOrStdout(), orEmpty(docs)))
			}
			report.Documents(cmd.OutOrStdout(), docs)
			return joined(missing, bad)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

// orEmpty makes an empty list print as [] and not as null.
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

func collateCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "collate FILE...",
		Short:   "Which documents are versions of one work, and what changed",
		Example: "  entente collate print.txt repost.txt translation.txt",
		Args:    atLeast(1, "a file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			files, missing := loadFiles(args)
			docs, bad := pipeline.Read(files)
			c := collate.Collate(docs, lexicon.Default())
			if asJSON {
				return joined(missing, bad, printJSON(cmd.OutOrStdout(), c))
			}
			report.Works(cmd.OutOrStdout(), c)
			report.Changes(cmd.OutOrStdout(), c, docs)
			return joined(missing, bad)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

func extractCommand() *cobra.Command {
	var kinds, named []string
	var format string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "extract FILE...",
		Short: "What documents say: figures, events, positions, claims, institutions, notes",
		Example: "  entente extract report.txt\n" +
			"  entente extract --kind claim --format jsonl *.txt > claims.jsonl",
		Args: atLeast(1, "a file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			for _, k := range kinds {
				if !slices.Contains(entente.Kinds, entente.Kind(k)) {
					return usage("there is no kind %q; the kinds are %v", k, entente.Kinds)
				}
			}
			if asJSON {
				format = "jsonl"
			}
			write, ok := statementWriters[format]
			if !ok {
				return usage("there is no format %q; the formats are table, jsonl, csv", format)
			}
			files, missing := loadFiles(args)
			docs, bad := pipeline.Read(files)
			lex, err := namesOf(named)
			if err != nil {
				return err
			}
			sts, faults := pipeline.Extract(cmd.Context(), docs, lex)
			if len(kinds) > 0 {
				sts = slices.DeleteFunc(sts, func(s entente.Statement) bool { return !slices.Contains(kinds, string(s.Kind)) })
			}
			printed := write(cmd.OutOrStdout(), sts)
			if len(kinds) == 0 || slices.Contains(kinds, string(entente.KindClaim)) {
				sayPeripheral(cmd.ErrOrStderr(), docs, lex)
			}
			return joined(missing, bad, faults, printed)
		},
	}
	cmd.Flags().StringSliceVar(&kinds, "kind", nil, "only these kinds: figure, event, position, claim, institution, note")
	cmd.Flags().StringVar(&format, "format", "table", "table, jsonl or csv")
	addNames(cmd, &named)
	cmd.Flags().BoolVar(&asJSON, "json", false, "the same as --format jsonl")
	return cmd
}

// sayPeripheral names the documents of which not all claims are read, and says why.
func sayPeripheral(w io.Writer, docs []*entente.Document, lex *lexicon.Lexicon) {
	for _, d := range docs {
		if extract.Peripheral(d, lex) {
			fmt.Fprintf(w, "entente: %s: hardly names both the United States and Japan; its claims of cause and effect are read only in paragraphs that name one of them\n", d.Name)
		}
	}
}

var statementWriters = map[string]func(io.Writer, []entente.Statement) error{
	"table": func(w io.Writer, sts []entente.Statement) error { report.Statements(w, sts); return nil },
	"jsonl": writeJSONL,
	"csv":   writeCSV,
}

func writeJSONL(w io.Writer, sts []entente.Statement) error {
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	for i := range sts {
		if err := enc.Encode(&sts[i]); err != nil {
			return err
		}
	}
	return out.Flush()
}

func writeCSV(w io.Writer, sts []entente.Statement) error {
	out := csv.NewWriter(w)
	out.Write([]string{"doc", "kind", "start", "end", "section", "paragraph", "says", "mention", "quote", "rule", "id"})
	for i := range sts {
		s := &sts[i]
		out.Write([]string{s.DocName, string(s.Kind), strconv.Itoa(s.Start), strconv.Itoa(s.End), s.Section, strconv.Itoa(s.Paragraph),
			report.Slots(s), s.Mention.Quote, s.Quote, string(s.Rule), string(s.ID)})
	}
	out.Flush()
	return out.Error()
}
