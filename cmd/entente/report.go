package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/alliances"
	"github.com/ententelab/entente/assemble"
	"github.com/ententelab/entente/lexicon"
	"github.com/ententelab/entente/pipeline"
	"github.com/ententelab/entente/report"
	"github.com/ententelab/entente/report/paper"
)

func reportCommand() *cobra.Command {
	var out, lang string
	var f pipeline.Filter
	q := pipeline.Question{Share: 0.2}
	cmd := &cobra.Command{
		Use:   "report PROJECT.entente -o FILE.html|FILE.docx",
		Short: "The whole project as one page or a Word file, with numbered citations",
		Long: `Report writes the ledger, the timeline, the map with its disagreements, and the
answers of the map's model as one self-contained page (.html) or a Word file
(.docx), in Chinese or English. Every statement in it has a numbered citation to
its document, section and paragraph.`,
		Example: "  entente report alliance.entente -o alliance.html --lang zh\n  entente report alliance.entente -o alliance.docx --since 2025",
		Args:    exactly(1, "one project"),
		RunE: func(cmd *cobra.Command, args []string) error {
			write, ok := paperWriters[strings.ToLower(filepath.Ext(out))]
			if !ok {
				return usage("report needs -o FILE.html or FILE.docx, not %q", out)
			}
			p, err := openProject(cmd, args[0])
			if err != nil {
				return err
			}
			s, err := subject(cmd.Context(), p, &f, q)
			if err != nil {
				return err
			}
			s.Name = strings.TrimSuffix(filepath.Base(args[0]), projectSuffix)
			doc, err := paper.New(*s, entente.Lang(lang))
			if err != nil {
				return err
			}
			var b bytes.Buffer
			if err := write(doc, &b); err != nil {
				return err
			}
			if err := os.WriteFile(out, b.Bytes(), 0o644); err != nil {
				return &entente.Error{Kind: entente.BadInput, File: out, Msg: "cannot be written", Err: cause(err)}
			}
			fmt.Fprintf(cmd.OutOrStdout(), "%s: %d sources cited\n", out, len(doc.Sources))
			return nil
		},
	}
	cmd.Flags().StringVarP(&out, "out", "o", "", "the file to write: .html or .docx")
	cmd.Flags().StringVar(&lang, "lang", "en", "zh or en")
	cmd.Flags().Float64Var(&q.From, "from", 2026, "year in which the changes asked about begin")
	cmd.Flags().Float64Var(&q.By, "by", 2030, "year the answers are for")
	cmd.Flags().IntVar(&q.Members, "runs", defaultMembers, "runs in the ensembles")
	cmd.Flags().Uint64Var(&q.Seed, "seed", defaultSeed, "seed of the ensembles")
	filterFlags(cmd, &f)
	return cmd
}

var paperWriters = map[string]func(*paper.Paper, *bytes.Buffer) error{
	".html": func(p *paper.Paper, b *bytes.Buffer) error { return p.WriteHTML(b) },
	".docx": func(p *paper.Paper, b *bytes.Buffer) error { return p.WriteDOCX(b) },
}

// subject gathers what a report tells of a project.
func subject(ctx context.Context, p *pipeline.Project, f *pipeline.Filter, q pipeline.Question) (*paper.Subject, error) {
	corpus := f.Corpus(p)
	m := f.Map(p)
	s := &paper.Subject{Documents: spoken(corpus), Works: corpus.Works, Statements: corpus.Statements, Map: m, Loops: f.Claims(p).FindLoops(m, 100),
		Ledger: f.Ledger(p), Timeline: f.Timeline(p), Reviews: len(p.Reviews), Concept: p.Lexicon.Title, Actor: actorName}
	var err error
	if s.Record, err = record(); err != nil {
		return nil, err
	}
	s.Promises = p.Promises(s.Ledger, s.Record)
	q.Belief = f.Belief
	s.Questions, err = mainQuestions(ctx, p.Lexicon, f.Claims(p), m, q)
	return s, err
}

// spoken are the documents of the works that a filter lets through.
func spoken(c assemble.Corpus) []*entente.Document {
	return slices.DeleteFunc(slices.Clone(c.Documents), func(d *entente.Document) bool {
		return !slices.ContainsFunc(c.Works, func(w entente.Work) bool {
			return slices.ContainsFunc(w.Versions, func(v entente.Version) bool { return v.Doc == d.ID })
		})
	})
}

// mainQuestions asks what follows from a fifth more of each of the main
// drivers: the causes with the most belief in their links that lead to an
// outcome readers ask about.
func mainQuestions(ctx context.Context, lex *lexicon.Lexicon, c assemble.Corpus, m entente.Map, q pipeline.Question) ([]paper.Question, error) {
	const most = 4
	var out []paper.Question
	for _, driver := range drivers(m) {
		q.Raise = driver
		r, err := pipeline.Ask(ctx, c, q, lex.Title, func(string) bool { return true })
		if e, ok := errors.AsType[*entente.Error](err); ok && e.Kind == entente.Finding {
			continue
		}
		if err != nil {
			return nil, err
		}
		if pq := answered(r); len(pq.Asked) > 0 {
			out = append(out, pq)
		}
		if len(out) == most {
			break
		}
	}
	return out, nil
}

// drivers are the causes of a map, those with the most belief in their links
// first.
func drivers(m entente.Map) []entente.ConceptID {
	weight := map[entente.ConceptID]float64{}
	var out []entente.ConceptID
	for _, l := range m.Links {
		if weight[l.Cause] == 0 && l.Belief > 0 {
			out = append(out, l.Cause)
		}
		weight[l.Cause] += l.Belief
	}
	slices.SortStableFunc(out, func(a, b entente.ConceptID) int { return cmp.Compare(weight[b], weight[a]) })
	return out
}

// answered keeps the answers that most people would look at: of outcomes that
// move in a fifth of the runs by the whole map.
func answered(r *pipeline.Reply) paper.Question {
	q := paper.Question{Raise: r.Question.Raise, Share: r.Question.Share, From: r.Question.From, By: r.Question.By, Members: r.Question.Members, Seed: r.Question.Seed, Whole: r.Whole.Voice}
	for i, o := range r.Question.Outcomes {
		if w := &r.Whole.Outcomes[i]; !w.Reached || w.Up+w.Down < 0.2 {
			continue
		}
		for _, v := range append([]pipeline.VoiceReply{r.Whole}, r.Authors...) {
			a := &v.Outcomes[i]
			q.Asked = append(q.Asked, report.Asked{Voice: v.Voice, Outcome: string(o), Reached: a.Reached, Size: a.Size, Answer: a.Answer, Links: backed(a.HangsOn)})
		}
	}
	return q
}

// record is the actual spending that the shipped model is held against.
func record() ([]assemble.Series, error) {
	list, err := alliances.Observed("us-japan")
	if err != nil {
		return nil, err
	}
	s := assemble.Series{Of: "JPN", Unit: "%GDP", Name: map[entente.Lang]string{entente.English: "Japan's defence spending, share of GDP", entente.Chinese: "日本防卫支出占GDP比例"}}
	for _, o := range list {
		if o.Variable == "japan_defence_spending" && o.Unit == s.Unit {
			s.Source = cmp.Or(s.Source, o.Source)
			s.Points = append(s.Points, [2]float64{o.Time, o.Value})
		}
	}
	return []assemble.Series{s}, nil
}

// actorName names an actor for people: the lexicon's name, with the state of a
// person.
func actorName(a entente.ActorID, lang entente.Lang) string {
	tag := map[entente.Lang]string{entente.Chinese: "zh-Hans", entente.English: "en"}[lang]
	for _, id := range []string{string(a), strings.TrimPrefix(string(a), "ORG/"), strings.TrimPrefix(string(a), "GROUP/")} {
		if e := lexicon.Default().Entry(id); e != nil {
			return e.Name(tag)
		}
	}
	return ""
}
