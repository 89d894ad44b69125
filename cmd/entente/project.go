package main

import (
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/assemble"
	"github.com/ententelab/entente/exchange"
	"github.com/ententelab/entente/extract"
	"github.com/ententelab/entente/lexicon"
	"github.com/ententelab/entente/pipeline"
	"github.com/ententelab/entente/report"
	"github.com/ententelab/entente/sqlite"
)

const projectSuffix = ".entente"

// The size and seed of the ensembles that build answers the scenarios with.
const (
	defaultMembers = 500
	defaultSeed    = 1
)

func buildCommand() *cobra.Command {
	var out string
	var named []string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "build -o PROJECT.entente FILE...",
		Short: "Read files into a project: documents, statements, map, model, answers",
		Long: `Build reads files (or the documents in a directory) into a project file and makes
everything up to the answers of the model. Building again redoes only what
changed; files that the project already has stay in it.`,
		Example: "  entente build -o alliance.entente papers/*.txt",
		Args:    atLeast(1, "a file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if out == "" {
				return usage("build needs -o PROJECT%s", projectSuffix)
			}
			files, missing := loadFiles(args)
			more, err := loadNames(named)
			if err != nil {
				return err
			}
			store, err := sqlite.Create(out)
			if err != nil {
				return err
			}
			defer store.Close()
			b, err := builder(store, out, cmd.ErrOrStderr(), more...)
			if err != nil {
				return err
			}
			p, bad := b.Build(cmd.Context(), files)
			if p == nil {
				return joined(missing, bad)
			}
			logged := store.Log(fmt.Sprintf("build: %d files given, %d documents read anew", len(files), p.Reread))
			if asJSON {
				return joined(missing, bad, logged, printJSON(cmd.OutOrStdout(), summary(p)))
			}
			report.Summary(cmd.OutOrStdout(), p.Documents, p.Collation, p.Statements, p.Map, p.Answers)
			sayPeripheral(cmd.ErrOrStderr(), peripheral(p))
			fmt.Fprintf(cmd.OutOrStdout(), "\n%d of %d documents were read anew. Look at it with: entente serve %s\n", p.Reread, len(p.Documents), out)
			return joined(missing, bad, logged)
		},
	}
	cmd.Flags().StringVarP(&out, "out", "o", "", "the project file")
	addNames(cmd, &named)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

// summary is what build prints for programs. It holds nothing that differs
// between two builds of the same input.
func summary(p *pipeline.Project) any {
	kinds := map[entente.Kind]int{}
	for _, s := range p.Statements {
		kinds[s.Kind]++
	}
	return struct {
		Documents  []*entente.Document  `json:"documents"`
		Collation  entente.Collation    `json:"collation"`
		Kinds      map[entente.Kind]int `json:"kinds"`
		Statements []entente.Statement  `json:"statements"`
		Map        entente.Map          `json:"map"`
		Answers    []entente.Answer     `json:"answers"`
	}{p.Documents, p.Collation, kinds, p.Statements, p.Map, p.Answers}
}

func builder(store *sqlite.Project, path string, progress io.Writer, more ...lexicon.File) (*pipeline.Builder, error) {
	lex, err := projectNames(store, more)
	name := strings.TrimSuffix(filepath.Base(path), projectSuffix)
	return &pipeline.Builder{Name: name, Store: store, Lexicon: lex, Members: defaultMembers, Seed: defaultSeed, Progress: progressBar(progress)}, err
}

// progressBar shows one bar per step on a terminal, and nothing elsewhere.
func progressBar(w io.Writer) func(string, int, int) {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	var bar *progressbar.ProgressBar
	step := ""
	return func(name string, done, of int) {
		if of < 2 {
			return
		}
		if name != step {
			step = name
			bar = progressbar.NewOptions(of, progressbar.OptionSetWriter(w), progressbar.OptionSetDescription(name), progressbar.OptionClearOnFinish())
		}
		bar.Set(done)
	}
}

// counted shows on a terminal how many of files were asked for.
func counted(files iter.Seq[pipeline.File], of int, w io.Writer) iter.Seq[pipeline.File] {
	show := progressBar(w)
	if show == nil {
		return files
	}
	return func(yield func(pipeline.File) bool) {
		n := 0
		for f := range files {
			if !yield(f) {
				return
			}
			n++
			show("extract", n, of)
		}
	}
}

// openProject opens a project and brings it up to date: whatever this version
// of the program makes otherwise is made again from the stored documents.
func openProject(cmd *cobra.Command, path string) (*pipeline.Project, error) {
	store, err := sqlite.Open(path)
	if err != nil {
		return nil, err
	}
	defer store.Close()
	b, err := builder(store, path, cmd.ErrOrStderr())
	if err != nil {
		return nil, err
	}
	return b.Build(cmd.Context(), nil)
}

func ledgerCommand() *cobra.Command {
	var format string
	var asJSON bool
	var f pipeline.Filter
	var stances []string
	var amounts, deeds bool
	cmd := &cobra.Command{
		Use:     "ledger PROJECT.entente",
		Short:   "Who asked, promised, refused what, of whom, when, and where it says so",
		Example: "  entente ledger alliance.entente --stance demand --actor USA\n  entente ledger alliance.entente --deeds --actor JPN",
		Args:    exactly(1, "one project"),
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := openProject(cmd, args[0])
			if err != nil {
				return err
			}
			f.Modalities = append(f.Modalities, stances...)
			entries := f.Ledger(p)
			if amounts {
				entries = slices.DeleteFunc(entries, func(e assemble.Entry) bool { return e.Value == nil })
			}
			if deeds {
				return showPromises(cmd.OutOrStdout(), asJSON, format, p, entries)
			}
			return show(cmd.OutOrStdout(), asJSON, format, entries,
				func(w io.Writer) { report.Ledger(w, entries) }, func(w io.Writer) error { return report.LedgerCSV(w, entries) })
		},
	}
	addFormat(cmd, &format, &asJSON)
	filterFlags(cmd, &f)
	cmd.Flags().StringArrayVar(&stances, "stance", nil, "only this stance: demand, propose, commit, assure, support, criticize, question, refuse; may be repeated")
	cmd.Flags().BoolVar(&amounts, "amounts", false, "only entries with an amount")
	cmd.Flags().BoolVar(&deeds, "deeds", false, "words against deeds: of each dated promise, what the same states are later reported to have done about it")
	return cmd
}

// showPromises prints the promises among entries with their deeds.
func showPromises(w io.Writer, asJSON bool, format string, p *pipeline.Project, entries []assemble.Entry) error {
	spent, err := record()
	if err != nil {
		return err
	}
	promises := p.Promises(entries, spent)
	return show(w, asJSON, format, promises, func(w io.Writer) { report.Promises(w, promises) },
		func(w io.Writer) error { return report.PromisesCSV(w, promises) })
}

func timelineCommand() *cobra.Command {
	var format string
	var asJSON bool
	var f pipeline.Filter
	cmd := &cobra.Command{
		Use:     "timeline PROJECT.entente",
		Short:   "Dated happenings, each with its sentence",
		Example: "  entente timeline alliance.entente",
		Args:    exactly(1, "one project"),
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := openProject(cmd, args[0])
			if err != nil {
				return err
			}
			happenings := f.Timeline(p)
			return show(cmd.OutOrStdout(), asJSON, format, happenings,
				func(w io.Writer) { report.Timeline(w, happenings) }, func(w io.Writer) error { return report.TimelineCSV(w, happenings) })
		},
	}
	addFormat(cmd, &format, &asJSON)
	filterFlags(cmd, &f)
	return cmd
}

func mapCommand() *cobra.Command {
	var format string
	var asJSON bool
	var f pipeline.Filter
	var chains chainFlags
	var offers bool
	cmd := &cobra.Command{
		Use:     "map PROJECT.entente",
		Short:   "What the authors think causes what, and where they disagree",
		Example: "  entente map alliance.entente --belief 0.5\n  entente map alliance.entente --author 林知远 --format graphml > map.graphml\n  entente map alliance.entente --loops",
		Args:    exactly(1, "one project"),
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := openProject(cmd, args[0])
			if err != nil {
				return err
			}
			if chains.loops || chains.chain != "" {
				return chains.show(cmd.OutOrStdout(), p, &f, asJSON, format)
			}
			if offers {
				list := assemble.Offers(f.Claims(p))
				return show(cmd.OutOrStdout(), asJSON, format, list, func(w io.Writer) { report.Offers(w, list) }, nil)
			}
			m := f.Map(p)
			if write, ok := exchange.Writers[format]; ok && !asJSON {
				return write(cmd.OutOrStdout(), m, p.Statement)
			}
			return show(cmd.OutOrStdout(), asJSON, format, m, func(w io.Writer) { report.Map(w, m, p.Statement) }, nil)
		},
	}
	addFormat(cmd, &format, &asJSON)
	cmd.Flag("format").Usage = "table, json, csv, indra, graphml, dot or fcm (fuzzy cognitive map matrix)"
	filterFlags(cmd, &f)
	chains.flags(cmd)
	cmd.Flags().BoolVar(&offers, "offers", false, "phrases in claims that no concept fits, those alike together: concepts to add (docs/lexicon.md)")
	return cmd
}

func addFormat(cmd *cobra.Command, format *string, asJSON *bool) {
	cmd.Flags().StringVar(format, "format", "table", "table, csv or json")
	cmd.Flags().BoolVar(asJSON, "json", false, "the same as --format json")
}

// show writes a result in the format that was asked for.
func show(w io.Writer, asJSON bool, format string, v any, table func(io.Writer), csv func(io.Writer) error) error {
	switch {
	case asJSON || format == "json":
		return printJSON(w, v)
	case format == "csv" && csv != nil:
		return csv(w)
	case format == "table":
		table(w)
		return nil
	}
	return usage("there is no format %q", format)
}

// peripheral names the documents of a project that gave no claim since they hardly name both
// allies. Only of those without a claim it is asked, which takes a look at every name.
func peripheral(p *pipeline.Project) []string {
	gave := map[entente.DocID]bool{}
	for i := range p.Statements {
		gave[p.Statements[i].Doc] = gave[p.Statements[i].Doc] || p.Statements[i].Kind == entente.KindClaim
	}
	var names []string
	for _, d := range p.Documents {
		if !gave[d.ID] && extract.Peripheral(d, p.Lexicon) {
			names = append(names, d.Name)
		}
	}
	return names
}
