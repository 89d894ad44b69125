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
		Long: `Extract lists what documents say: figures, events, positions, claims of cause and
effect, institutions, notes. It reads 8 MB of files at a time and writes what they
say before it goes on. A statement of a translation names the statement of the
original that it translates, if both are read together.`,
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
			newWriter, ok := statementWriters[format]
			if !ok {
				return usage("there is no format %q; the formats are table, jsonl, csv", format)
			}
			lex, err := namesOf(named)
			if err != nil {
				return err
			}
			var bad []error
			names := listed(args, &bad)
			files := counted(opened(names, &bad), len(names), cmd.ErrOrStderr())
			write := newWriter(cmd.OutOrStdout())
			var peripheral []string
			for readings, err := range pipeline.Readings(cmd.Context(), files, lex) {
				bad = append(bad, err)
				if err := write(ofKinds(readings, kinds)); err != nil {
					return joined(append(bad, err)...)
				}
				for _, r := range readings {
					if r.Peripheral {
						peripheral = append(peripheral, r.Document.Name)
					}
				}
			}
			if len(kinds) == 0 || slices.Contains(kinds, string(entente.KindClaim)) {
				sayPeripheral(cmd.ErrOrStderr(), peripheral)
			}
			return joined(bad...)
		},
	}
	cmd.Flags().StringSliceVar(&kinds, "kind", nil, "only these kinds: figure, event, position, claim, institution, note")
	cmd.Flags().StringVar(&format, "format", "table", "table, jsonl or csv")
	addNames(cmd, &named)
	cmd.Flags().BoolVar(&asJSON, "json", false, "the same as --format jsonl")
	return cmd
}

// ofKinds are the statements of some kinds, or of all if none is named.
func ofKinds(readings []pipeline.Reading, kinds []string) []entente.Statement {
	var out []entente.Statement
	for _, r := range readings {
		for _, st := range r.Statements {
			if len(kinds) == 0 || slices.Contains(kinds, string(st.Kind)) {
				out = append(out, st)
			}
		}
	}
	return out
}

// sayPeripheral names the documents of which not all claims are read, the first of them if
// they are many, and says why.
func sayPeripheral(w io.Writer, names []string) {
	const named = 20
	for _, name := range names[:min(len(names), named)] {
		fmt.Fprintf(w, "entente: %s: hardly names both the United States and Japan; its claims of cause and effect are read only in paragraphs that name one of them\n", name)
	}
	if len(names) > named {
		fmt.Fprintf(w, "entente: so do %d other documents\n", len(names)-named)
	}
}

// statementWriters begin an output to which statements are then written, some at a time.
var statementWriters = map[string]func(io.Writer) func([]entente.Statement) error{
	"table": tableWriter,
	"jsonl": jsonlWriter,
	"csv":   csvWriter,
}

func tableWriter(w io.Writer) func([]entente.Statement) error {
	return func(sts []entente.Statement) error { report.Statements(w, sts); return nil }
}

func jsonlWriter(w io.Writer) func([]entente.Statement) error {
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	return func(sts []entente.Statement) error {
		for i := range sts {
			if err := enc.Encode(&sts[i]); err != nil {
				return err
			}
		}
		return out.Flush()
	}
}

func csvWriter(w io.Writer) func([]entente.Statement) error {
	out := csv.NewWriter(w)
	out.Write([]string{"doc", "kind", "start", "end", "section", "paragraph", "says", "mention", "quote", "rule", "id"})
	return func(sts []entente.Statement) error {
		for i := range sts {
			s := &sts[i]
			out.Write([]string{s.DocName, string(s.Kind), strconv.Itoa(s.Start), strconv.Itoa(s.End), s.Section, strconv.Itoa(s.Paragraph),
				report.Slots(s), s.Mention.Quote, s.Quote, string(s.Rule), string(s.ID)})
		}
		out.Flush()
		return out.Error()
	}
}
