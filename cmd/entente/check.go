package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/alliances"
	"github.com/ententelab/entente/fit"
	"github.com/ententelab/entente/model"
	"github.com/ententelab/entente/pipeline"
	"github.com/ententelab/entente/report"
	"github.com/ententelab/entente/sqlite"
)

// A checked thing: what was looked at, and what is wrong with it.
type checked struct {
	What     string   `json:"what"`
	Count    int      `json:"count"`
	Findings []string `json:"findings"`
}

func checkCommand() *cobra.Command {
	var asJSON bool
	var members int
	cmd := &cobra.Command{
		Use:   "check MODEL|PROJECT.entente",
		Short: "Nothing without a source: spans, links, units, citations, behaviour tests",
		Long: `Of a project, check looks whether the file is sound, whether every quote stands
at its place in its document, and whether every link has statements. Of a model,
whether its names and units fit, every element cites a work or says that it is
an assumption, and its behaviour tests hold over the ensemble. A finding ends
with exit code 1.`,
		Example: "  entente check alliance.entente\n  entente check us-japan",
		Args:    exactly(1, "one model or project"),
		RunE: func(cmd *cobra.Command, args []string) error {
			var list []checked
			var err error
			if strings.HasSuffix(args[0], projectSuffix) {
				list, err = checkProject(cmd, args[0])
			} else {
				list, err = checkModel(cmd, args[0], members)
			}
			if err != nil {
				return err
			}
			if asJSON {
				err = printJSON(cmd.OutOrStdout(), list)
			} else {
				printChecked(cmd.OutOrStdout(), list)
			}
			if n := findings(list); n > 0 {
				return joined(err, finding("%s: %d findings", args[0], n))
			}
			return err
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	cmd.Flags().IntVar(&members, "runs", 200, "runs of each behaviour test")
	return cmd
}

func findings(list []checked) int {
	n := 0
	for _, c := range list {
		n += len(c.Findings)
	}
	return n
}

func printChecked(w io.Writer, list []checked) {
	for _, c := range list {
		verdict := "all right"
		if len(c.Findings) > 0 {
			verdict = fmt.Sprintf("%d findings", len(c.Findings))
		}
		fmt.Fprintf(w, "%-48s %6d  %s\n", c.What, c.Count, verdict)
		for _, f := range c.Findings {
			fmt.Fprintf(w, "  %s\n", f)
		}
	}
}

func checkProject(cmd *cobra.Command, path string) ([]checked, error) {
	store, err := sqlite.Open(path)
	if err != nil {
		return nil, err
	}
	broken, err := store.Integrity()
	store.Close()
	if err != nil {
		return nil, err
	}
	file := checked{What: "the file itself", Count: 1, Findings: broken}
	p, err := openProject(cmd, path)
	if err != nil {
		return nil, err
	}
	list := append([]checked{file}, checkSources(p)...)
	return append(list, checked{"variables of the map's model have a source", len(p.Model.Variables), messages(model.Check(p.Model))}), nil
}

// checkSources is promise 1: every span is where its quote stands, and every
// link has statements.
func checkSources(p *pipeline.Project) []checked {
	docs := map[entente.DocID]*entente.Document{}
	for _, d := range p.Documents {
		docs[d.ID] = d
	}
	spans := checked{What: "statements quote the page's own words"}
	known := map[entente.StatementID]bool{}
	for i := range p.Statements {
		s := &p.Statements[i]
		known[s.ID] = true
		spans.Count++
		for _, lost := range lostSpans(s, docs[s.Doc]) {
			spans.Findings = append(spans.Findings, fmt.Sprintf("%s: %s %s: the words “%s” do not stand at characters %d to %d", report.Place(s.DocName, s.Section, s.Paragraph), s.Kind, s.ID, lost.Quote, lost.Start, lost.End))
		}
	}
	links := checked{What: "links rest on statements", Count: len(p.Map.Links)}
	for _, l := range p.Map.Links {
		if len(l.Statements)+len(l.Denials) == 0 {
			links.Findings = append(links.Findings, fmt.Sprintf("link %s has no statement", l.ID))
		}
		for _, id := range append(append([]entente.StatementID{}, l.Statements...), l.Denials...) {
			if !known[id] {
				links.Findings = append(links.Findings, fmt.Sprintf("link %s names a statement %s that is not there", l.ID, id))
			}
		}
	}
	return []checked{spans, links}
}

// lostSpans returns the spans of a statement whose quote is not at its place.
func lostSpans(s *entente.Statement, doc *entente.Document) []entente.Span {
	spans := []entente.Span{s.Mention}
	if s.Claim != nil {
		spans = append(spans, s.Claim.Cause, s.Claim.Effect)
	}
	if s.Institution != nil {
		spans = append(spans, s.Institution.Name)
	}
	var lost []entente.Span
	if doc == nil || !s.Span.In(doc) {
		lost = append(lost, s.Span)
	}
	for _, span := range spans {
		if !span.Empty() && (doc == nil || !span.In(doc)) {
			lost = append(lost, span)
		}
	}
	return lost
}

func checkModel(cmd *cobra.Command, ref string, members int) ([]checked, error) {
	b, err := bench(cmd, ref)
	if err != nil {
		return nil, err
	}
	list := []checked{{"variables: names, units, citations", len(b.Model.Variables), messages(model.Check(b.Model))}}
	tests := checked{What: fmt.Sprintf("behaviour tests over %d runs", members), Count: len(b.Model.Tests)}
	results, err := fit.Tests(b.Program, b.Model, members, defaultSeed)
	if err != nil {
		return nil, err
	}
	for _, r := range results {
		if !r.Pass {
			tests.Findings = append(tests.Findings, behaviour(r))
		}
	}
	list = append(list, tests)
	if !slices.Contains(alliances.Names(), ref) {
		return list, nil
	}
	table, err := alliances.MechanismTable(ref)
	if err != nil {
		return nil, err
	}
	covered := table.Coverage(b.Model)
	missing := checked{What: "mechanisms implemented, or refused with a reason", Count: len(covered)}
	for _, id := range alliances.Missing(covered) {
		missing.Findings = append(missing.Findings, id+" is neither")
	}
	return append(list, missing), nil
}

func messages(errs []error) []string {
	var out []string
	for _, e := range errs {
		out = append(out, e.Error())
	}
	return out
}

// behaviour says how a test came out.
func behaviour(r fit.Result) string {
	return fmt.Sprintf("%s: holds in %.0f %% of runs, %.0f %% wanted", r.ID, 100*r.Share, 100*r.Test.Share)
}
