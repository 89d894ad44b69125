package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/pipeline"
	"github.com/ententelab/entente/report"
	"github.com/ententelab/entente/sqlite"
)

// reviewFlags say who decides, and what is to be changed or added.
type reviewFlags struct {
	by, cause, effect, sign, modality, doc, quote, kind string
	set                                                 []string
	list, add, asJSON                                   bool
}

func reviewCommand() *cobra.Command {
	var f reviewFlags
	cmd := &cobra.Command{
		Use:   "review PROJECT.entente [ID accept|reject|amend|withdraw]",
		Short: "Accept, reject or amend what was read, or add a statement by hand; people outrank the program",
		Long: `Review decides on a statement of a project: accept it (it is then certain to be
there), reject it (it is left out), amend it, or withdraw what was decided. What
can be amended with --set: of a claim cause, effect, sign, modality; of a figure
value, unit, status, holder, source, date; of an event date, action, actors,
realis; of a position speaker, addressee, stance, topic, date; of an institution
name, kind, members. Lists are separated by semicolons. A decision holds who made
it and when, is never overwritten, and applies again when the documents are read
by a newer version of the program, whether or not that version still finds the
statement. Decisions whose quote no longer stands in its document are listed as
lost and change nothing. The IDs of statements are in every list that is printed
as JSON or CSV.`,
		Example: "  entente review alliance.entente cb51543e63eba reject --by \"Ann Lee\"\n" +
			"  entente review alliance.entente cb51543e63eba amend --effect trust_in_us --sign - --by \"Ann Lee\"\n" +
			"  entente review alliance.entente f0a1b2c3d4e5f amend --set status=planned --set holder=JPN --by \"Ann Lee\"\n" +
			"  entente review alliance.entente --add --doc a.md --quote \"Pressure erodes trust\" --cause us_pressure --effect trust_in_us --sign - --by \"Ann Lee\"\n" +
			"  entente review alliance.entente --list",
		Args: atLeast(1, "one project"),
		RunE: func(cmd *cobra.Command, args []string) error {
			v, err := f.verdict(args)
			if err != nil {
				return err
			}
			p, err := openProject(cmd, args[0])
			if err != nil {
				return err
			}
			if f.list {
				return f.print(cmd.OutOrStdout(), p)
			}
			return f.decide(cmd, p, args[0], v)
		},
	}
	cmd.Flags().StringVar(&f.by, "by", "", "who decides")
	cmd.Flags().StringArrayVar(&f.set, "set", nil, "SLOT=VALUE: what the statement should say; may be repeated")
	cmd.Flags().StringVar(&f.cause, "cause", "", "of a claim: concept of the cause, an ID or a name")
	cmd.Flags().StringVar(&f.effect, "effect", "", "of a claim: concept of the effect")
	cmd.Flags().StringVar(&f.sign, "sign", "", "of a claim: + or -")
	cmd.Flags().StringVar(&f.modality, "modality", "", "of a claim: asserted, predicted, conditional, intended or denied")
	cmd.Flags().BoolVar(&f.list, "list", false, "list the decisions in force")
	cmd.Flags().BoolVar(&f.add, "add", false, "add a statement by hand: --doc, --quote, and what it says")
	cmd.Flags().StringVar(&f.kind, "kind", string(entente.KindClaim), "of a statement added by hand: figure, event, position, claim or institution")
	cmd.Flags().StringVar(&f.doc, "doc", "", "file name of the document that says so")
	cmd.Flags().StringVar(&f.quote, "quote", "", "the words that say so; they must stand in the document, once")
	cmd.Flags().BoolVar(&f.asJSON, "json", false, "print JSON")
	return cmd
}

// verdict is what the arguments and flags decide.
func (f *reviewFlags) verdict(args []string) (pipeline.Verdict, error) {
	v := pipeline.Verdict{By: f.by, Set: map[string]string{}}
	for slot, value := range map[string]string{"cause": f.cause, "effect": f.effect, "sign": f.sign, "modality": f.modality} {
		if value != "" {
			v.Set[slot] = value
		}
	}
	for _, s := range f.set {
		slot, value, ok := strings.Cut(s, "=")
		if !ok {
			return v, usage("--set needs SLOT=VALUE, not %q", s)
		}
		v.Set[slot] = value
	}
	switch {
	case f.list && (f.add || len(args) != 1), f.add && len(args) != 1, !f.list && !f.add && len(args) != 3:
		return v, usage("review needs PROJECT ID DECISION, PROJECT --add, or PROJECT --list; see entente review --help")
	case !f.list && strings.TrimSpace(f.by) == "":
		return v, usage("review needs --by NAME: a decision is somebody's")
	case f.add && (f.doc == "" || f.quote == ""):
		return v, usage("review --add needs --doc, --quote, and what the words say; for a claim --cause, --effect and --sign")
	case f.add:
		v.Decision, v.Doc, v.Quote, v.Kind = entente.Add, f.doc, f.quote, entente.Kind(f.kind)
	case !f.list:
		v.Target, v.Decision = entente.StatementID(args[1]), entente.Decision(args[2])
	}
	return v, nil
}

// decide stores one review, makes the project anew and says what changed.
func (f *reviewFlags) decide(cmd *cobra.Command, p *pipeline.Project, path string, v pipeline.Verdict) error {
	r, after, err := decide(cmd.Context(), path, p, v, cmd.ErrOrStderr())
	if err != nil {
		return err
	}
	if f.asJSON {
		return printJSON(cmd.OutOrStdout(), r)
	}
	printDecision(cmd.OutOrStdout(), &r, p.Map, after.Map)
	return nil
}

// decide judges, stores the review in the project at path, and makes the
// project anew.
func decide(ctx context.Context, path string, p *pipeline.Project, v pipeline.Verdict, progress io.Writer) (entente.Review, *pipeline.Project, error) {
	store, err := sqlite.Open(path)
	if err != nil {
		return entente.Review{}, nil, err
	}
	defer store.Close()
	earlier, err := store.Reviews()
	if err != nil {
		return entente.Review{}, nil, err
	}
	r, err := p.Judge(v, earlier)
	if err != nil {
		return r, nil, err
	}
	r.At = time.Now().UTC().Format(time.RFC3339)
	if err := store.PutReview(r); err != nil {
		return r, nil, err
	}
	b, err := builder(store, path, progress)
	if err != nil {
		return r, nil, err
	}
	after, err := b.Build(ctx, nil)
	return r, after, err
}

// printDecision says what was decided and what it did to the map.
func printDecision(w io.Writer, r *entente.Review, before, after entente.Map) {
	shown := r.Is
	if shown == nil {
		shown = r.Was
	}
	fmt.Fprintf(w, "%s %s by %s: %s\n  “%s”\n  %s\n", r.Decision, r.Target, r.By, report.Slots(shown), shown.Quote, report.Place(shown.DocName, shown.Section, shown.Paragraph))
	for _, id := range touched(r) {
		was, is := beliefIn(before, id), beliefIn(after, id)
		fmt.Fprintf(w, "  link %s: belief %.2f, before %.2f\n", id, is, was)
	}
}

// touched are the links a review may have changed.
func touched(r *entente.Review) []entente.LinkID {
	var out []entente.LinkID
	for _, s := range []*entente.Statement{r.Was, r.Is} {
		if s == nil || s.Claim == nil || s.Claim.CauseConcept == "" || s.Claim.EffectConcept == "" {
			continue
		}
		id := entente.NewLinkID(s.Claim.CauseConcept, s.Claim.EffectConcept, s.Claim.Polarity)
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

func beliefIn(m entente.Map, id entente.LinkID) float64 {
	for _, l := range m.Links {
		if l.ID == id {
			return l.Belief
		}
	}
	return 0
}

// print lists the reviews in force.
func (f *reviewFlags) print(w io.Writer, p *pipeline.Project) error {
	if f.asJSON {
		return printJSON(w, orEmpty(p.Reviews))
	}
	report.Reviews(w, p.Reviews)
	return nil
}
