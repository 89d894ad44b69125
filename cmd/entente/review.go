package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/assemble"
	"github.com/ententelab/entente/pipeline"
	"github.com/ententelab/entente/report"
	"github.com/ententelab/entente/sqlite"
)

// reviewFlags say who decides, and what is to be changed or added.
type reviewFlags struct {
	by, cause, effect, sign, modality, doc, quote string
	list, add, asJSON                             bool
}

func reviewCommand() *cobra.Command {
	var f reviewFlags
	cmd := &cobra.Command{
		Use:   "review PROJECT.entente [ID accept|reject|amend|withdraw]",
		Short: "Accept, reject or amend what was read, or add a claim by hand; people outrank the program",
		Long: `Review decides on a statement of a project: accept it (it is then certain to be
there), reject it (it is left out), amend its concepts, sign or modality, or
withdraw what was decided. A decision holds who made it and when, is never
overwritten, and applies again when the documents are read by a newer version of
the program, whether or not that version still finds the statement. Decisions
whose quote no longer stands in its document are listed as lost and change
nothing. The IDs of statements are in every list that is printed as JSON or CSV.`,
		Example: "  entente review alliance.entente cb51543e63eba reject --by \"Ann Lee\"\n" +
			"  entente review alliance.entente cb51543e63eba amend --effect trust_in_us --sign - --by \"Ann Lee\"\n" +
			"  entente review alliance.entente --add --doc a.md --quote \"Pressure erodes trust\" --cause us_pressure --effect trust_in_us --sign - --by \"Ann Lee\"\n" +
			"  entente review alliance.entente --list",
		Args: atLeast(1, "one project"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := f.check(args); err != nil {
				return err
			}
			p, err := openProject(cmd, args[0])
			if err != nil {
				return err
			}
			if f.list {
				return f.print(cmd.OutOrStdout(), p)
			}
			return f.decide(cmd, p, args)
		},
	}
	cmd.Flags().StringVar(&f.by, "by", "", "who decides")
	cmd.Flags().StringVar(&f.cause, "cause", "", "concept of the cause, an ID or a name")
	cmd.Flags().StringVar(&f.effect, "effect", "", "concept of the effect")
	cmd.Flags().StringVar(&f.sign, "sign", "", "+ or -")
	cmd.Flags().StringVar(&f.modality, "modality", "", "asserted, predicted, conditional, intended or denied")
	cmd.Flags().BoolVar(&f.list, "list", false, "list the decisions in force")
	cmd.Flags().BoolVar(&f.add, "add", false, "add a claim by hand: --doc, --quote, --cause, --effect, --sign")
	cmd.Flags().StringVar(&f.doc, "doc", "", "file name of the document that says so")
	cmd.Flags().StringVar(&f.quote, "quote", "", "the words that say so; they must stand in the document, once")
	cmd.Flags().BoolVar(&f.asJSON, "json", false, "print JSON")
	return cmd
}

// check refuses flags that do not go together.
func (f *reviewFlags) check(args []string) error {
	switch {
	case f.list && (f.add || len(args) != 1), f.add && len(args) != 1, !f.list && !f.add && len(args) != 3:
		return usage("review needs PROJECT ID DECISION, PROJECT --add, or PROJECT --list; see entente review --help")
	case !f.list && strings.TrimSpace(f.by) == "":
		return usage("review needs --by NAME: a decision is somebody's")
	case f.sign != "" && f.sign != "+" && f.sign != "-":
		return usage("a sign is + or -, not %q", f.sign)
	case f.modality != "" && !slices.Contains(modalities, f.modality):
		return usage("there is no modality %q; the modalities are %s", f.modality, strings.Join(modalities, ", "))
	case f.add && (f.doc == "" || f.quote == "" || f.cause == "" || f.effect == "" || f.sign == ""):
		return usage("review --add needs --doc, --quote, --cause, --effect and --sign")
	}
	return nil
}

var modalities = []string{"asserted", "predicted", "conditional", "intended", "denied"}

// decide stores one review, makes the project anew and says what changed.
func (f *reviewFlags) decide(cmd *cobra.Command, p *pipeline.Project, args []string) error {
	store, err := sqlite.Open(args[0])
	if err != nil {
		return err
	}
	defer store.Close()
	var r entente.Review
	if f.add {
		r, err = f.addition(p)
	} else {
		r, err = f.decision(p, store, entente.StatementID(args[1]), entente.Decision(args[2]))
	}
	if err != nil {
		return err
	}
	r.By, r.At = strings.TrimSpace(f.by), time.Now().UTC().Format(time.RFC3339)
	if err := store.PutReview(r); err != nil {
		return err
	}
	b, err := builder(store, args[0], cmd.ErrOrStderr())
	if err != nil {
		return err
	}
	after, err := b.Build(cmd.Context(), nil)
	if err != nil {
		return err
	}
	if f.asJSON {
		return printJSON(cmd.OutOrStdout(), r)
	}
	printDecision(cmd.OutOrStdout(), &r, p.Map, after.Map)
	return nil
}

// decision is a review of a statement that is there, or was before an earlier
// review.
func (f *reviewFlags) decision(p *pipeline.Project, store *sqlite.Project, id entente.StatementID, d entente.Decision) (entente.Review, error) {
	r := entente.Review{Decision: d, Target: id}
	now := p.Statement(id)
	earlier, err := store.Reviews()
	if err != nil {
		return r, err
	}
	r.Was = now
	for _, e := range earlier {
		if e.Target != id {
			continue
		}
		if r.Was = e.Was; now == nil {
			now = e.Place()
		}
	}
	if now == nil {
		return r, usage("the project has no statement %q; the IDs are in entente map %s --json", id, "PROJECT")
	}
	switch d {
	case entente.Reject, entente.Withdraw:
		if r.Was == nil { // added by hand: there is nothing else to tell its place by
			r.Was = now
		}
		return r, nil
	case entente.Accept:
		r.Is = now
		return r, nil
	case entente.Amend:
		r.Is, err = f.amended(now)
		return r, err
	}
	return r, usage("there is no decision %q; the decisions are accept, reject, amend, withdraw", d)
}

// amended is a claim with what the flags say.
func (f *reviewFlags) amended(now *entente.Statement) (*entente.Statement, error) {
	if now.Kind != entente.KindClaim {
		return nil, usage("%s is a %s: only claims can be amended; others are accepted or rejected", now.ID, now.Kind)
	}
	if f.cause+f.effect+f.sign+f.modality == "" {
		return nil, usage("amend needs --cause, --effect, --sign or --modality")
	}
	is, claim := *now, *now.Claim
	is.Claim = &claim
	return &is, f.fill(&claim)
}

// fill sets what the flags say on a claim.
func (f *reviewFlags) fill(c *entente.Claim) error {
	for _, side := range []struct {
		said string
		to   *entente.ConceptID
	}{{f.cause, &c.CauseConcept}, {f.effect, &c.EffectConcept}} {
		if side.said == "" {
			continue
		}
		id, err := conceptNamed(side.said)
		if err != nil {
			return err
		}
		*side.to = id
	}
	if f.sign != "" {
		c.Polarity = entente.Plus
		if f.sign == "-" {
			c.Polarity = entente.Minus
		}
	}
	if f.modality != "" {
		c.Modality = f.modality
	}
	return nil
}

// addition is a claim added by hand. Its quote must stand in the document,
// and only once.
func (f *reviewFlags) addition(p *pipeline.Project) (entente.Review, error) {
	r := entente.Review{Decision: entente.Add}
	at := slices.IndexFunc(p.Documents, func(d *entente.Document) bool { return d.Name == f.doc })
	if at < 0 {
		return r, usage("the project has no document %q", f.doc)
	}
	d := p.Documents[at]
	places := assemble.Find(d, f.quote)
	if len(places) != 1 {
		return r, &entente.Error{Kind: entente.BadInput, File: f.doc, Msg: fmt.Sprintf("the quote stands in the document %d times", len(places)),
			Hint: "give the words as they stand there, as many as it takes to be found once"}
	}
	claim := &entente.Claim{Polarity: entente.Plus, Modality: "asserted"}
	if err := f.fill(claim); err != nil {
		return r, err
	}
	s := &entente.Statement{Kind: entente.KindClaim, DocName: d.Name, Span: places[0], Mention: places[0], Rule: assemble.ReviewRule + "/add", Claim: claim}
	s.Section, s.Paragraph = d.Where(s.Start)
	s.ID = entente.NewStatementID(d.ID, s.Kind, s.Start, s.End, "by hand|"+string(entente.NewLinkID(claim.CauseConcept, claim.EffectConcept, claim.Polarity)))
	r.Target, r.Is = s.ID, s
	return r, nil
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
