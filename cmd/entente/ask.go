package main

import (
	"cmp"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
	"github.com/ententelab/entente/pipeline"
	"github.com/ententelab/entente/report"
)

func askCommand() *cobra.Command {
	var raise string
	var outcomes []string
	var asJSON bool
	var f pipeline.Filter
	q := pipeline.Question{}
	cmd := &cobra.Command{
		Use:   "ask PROJECT.entente --raise CONCEPT=20%",
		Short: "What follows when one thing changes: by the whole map, and by each author's own",
		Long: `Ask puts one question to the model made from the whole map and to the model made
from each author's own claims, side by side: which way each outcome goes, by how
much, in which share of the runs, the links the answer hangs on with a sentence
each, and where authors part. Where few links, or none, lead to an outcome, the
answer says so. CONCEPT is an ID of the map or a name in any of its languages;
a change is a share of the index: 20%, 0.2, -10%.`,
		Example: "  entente ask alliance.entente --raise us_pressure=20% --from 2026 --by 2030\n" +
			"  entente ask alliance.entente --raise 美国施压=20% --outcome trust_in_us --author 林知远",
		Args: exactly(1, "one project"),
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := openProject(cmd, args[0])
			if err != nil {
				return err
			}
			if q, err = question(p.Lexicon, q, raise, outcomes); err != nil {
				return err
			}
			q.Belief = f.Belief
			authors := f.Authors
			f.Authors = nil // the whole map stays whole: authors choose whose own map is asked besides
			r, err := pipeline.Ask(cmd.Context(), f.Claims(p), q, p.Lexicon.Title, func(name string) bool {
				return len(authors) == 0 || pipeline.AnyPart(name, authors)
			})
			if err != nil {
				return err
			}
			if asJSON {
				return printJSON(cmd.OutOrStdout(), r)
			}
			printReply(cmd.OutOrStdout(), r, p.Statement)
			return nil
		},
	}
	cmd.Flags().StringVar(&raise, "raise", "", "CONCEPT=SHARE: what changes, and by how much of its index")
	cmd.Flags().Float64Var(&q.From, "from", 2026, "year in which the change begins")
	cmd.Flags().Float64Var(&q.By, "by", 2030, "year the answer is for")
	cmd.Flags().StringArrayVar(&outcomes, "outcome", nil, "a concept to answer for; may be repeated (default: what readers ask about first)")
	cmd.Flags().IntVar(&q.Members, "runs", defaultMembers, "runs in the ensemble")
	cmd.Flags().Uint64Var(&q.Seed, "seed", defaultSeed, "seed of the ensemble")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	filterFlags(cmd, &f)
	return cmd
}

// question reads what is asked from the flags.
func question(lex *lexicon.Lexicon, q pipeline.Question, raise string, outcomes []string) (pipeline.Question, error) {
	name, amount, ok := strings.Cut(raise, "=")
	if !ok {
		return q, usage("ask needs --raise CONCEPT=20%%; not %q", raise)
	}
	var err error
	if q.Share, err = share(amount); err != nil {
		return q, err
	}
	if q.Raise, err = conceptNamed(lex, name); err != nil {
		return q, err
	}
	for _, o := range outcomes {
		c, err := conceptNamed(lex, o)
		if err != nil {
			return q, err
		}
		q.Outcomes = append(q.Outcomes, c)
	}
	if q.Members < 1 {
		return q, usage("an ensemble needs at least one run")
	}
	return q, nil
}

// share reads 20%, 0.2 or -10%.
func share(s string) (float64, error) {
	number, percent := strings.CutSuffix(strings.TrimSpace(s), "%")
	v, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
	if percent {
		v /= 100
	}
	if err != nil || !(v >= -1 && v <= 1) || v == 0 {
		return 0, usage("a change is a share between -100%% and 100%%, as 20%% or 0.2, not %q", s)
	}
	return v, nil
}

// conceptNamed finds a concept of a project by its ID, by one of its names, or
// by what a phrase is about.
func conceptNamed(lex *lexicon.Lexicon, name string) (entente.ConceptID, error) {
	if c, ok := lex.Concept(name); ok {
		return c, nil
	}
	return "", usage("there is no concept %q; entente map lists those of a project", strings.TrimSpace(name))
}

// printReply prints a reply outcome by outcome, each with the maps side by
// side.
func printReply(w io.Writer, r *pipeline.Reply, sentence func(entente.StatementID) *entente.Statement) {
	q := &r.Question
	fmt.Fprintf(w, "%s %+.0f %% from %g on: what follows by %g? (%d runs, seed %d)\n\n", titleOf(q.Raise), 100*q.Share, q.From, q.By, q.Members, q.Seed)
	voices := append([]pipeline.VoiceReply{r.Whole}, r.Authors...)
	var rows []report.Asked
	var links []report.Backed
	for i, o := range q.Outcomes {
		for _, v := range voices {
			row := report.Asked{Voice: v.Voice, Outcome: titleOf(o), Reached: v.Outcomes[i].Reached, Size: v.Outcomes[i].Size, Answer: v.Outcomes[i].Answer, Links: backed(v.Outcomes[i].HangsOn)}
			rows, links = append(rows, row), append(links, row.Links...)
		}
	}
	report.Asks(w, rows)
	printWarnings(w, voices)
	if len(r.Partings) > 0 {
		report.Head(w, "Where authors part")
	}
	for _, p := range r.Partings {
		printParting(w, &p)
	}
	if len(r.Disagreements) > 0 {
		report.Head(w, "What they disagree about on the way")
		report.Disagreements(w, r.Disagreements, sentence)
	}
	report.Head(w, "The links the answers hang on, each with a sentence")
	report.Supports(w, links)
}

// printWarnings says how little some answers rest on; maps with the same
// warning share a line.
func printWarnings(w io.Writer, voices []pipeline.VoiceReply) {
	var order []string
	by := map[string][]string{}
	for _, v := range voices {
		for _, warning := range v.Warnings {
			if by[warning] == nil {
				order = append(order, warning)
			}
			by[warning] = append(by[warning], v.Voice)
		}
	}
	if len(order) > 0 {
		report.Head(w, "Warnings")
	}
	for _, warning := range order {
		fmt.Fprintf(w, "  %s\n    (%s)\n", warning, strings.Join(by[warning], "; "))
	}
}

func printParting(w io.Writer, p *pipeline.Parting) {
	fmt.Fprintf(w, "  %s\n", titleOf(p.Outcome))
	for _, side := range []struct {
		word   string
		voices []string
	}{{"goes up", p.Up}, {"goes down", p.Down}, {"does not move in most runs", p.Still}, {"not reached", p.Silent}} {
		if len(side.voices) > 0 {
			fmt.Fprintf(w, "    %s: %s\n", side.word, strings.Join(side.voices, "; "))
		}
	}
	for _, d := range p.Over {
		fmt.Fprintf(w, "    only %s: %s\n", d.Voice, d.Link)
	}
}

func backed(list []pipeline.Support) []report.Backed {
	out := make([]report.Backed, len(list))
	for i, s := range list {
		out[i] = report.Backed(s)
	}
	return out
}

// titleOf names a concept for people, with its ID.
func titleOf(c entente.ConceptID) string {
	return cmp.Or(lexicon.Default().Title(c)[entente.English], string(c))
}
