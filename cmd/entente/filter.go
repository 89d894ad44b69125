package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/assemble"
	"github.com/ententelab/entente/pipeline"
)

// A filter narrows what a command shows. Words that may be repeated widen it:
// two authors are the works of either.
type filter struct {
	authors, works, actors, modalities []string
	languages                          []string
	since, until                       string
	belief                             float64
}

func (f *filter) flags(cmd *cobra.Command) {
	list := func(to *[]string, name, doc string) { cmd.Flags().StringArrayVar(to, name, nil, doc) }
	list(&f.authors, "author", "only this author's works (part of the name will do); may be repeated")
	list(&f.works, "work", "only this work: part of its title or file name, or its ID; may be repeated")
	list(&f.languages, "language", "only documents in this language: zh, zh-Hant, ja, ko, en; may be repeated")
	list(&f.actors, "actor", "only what this state or person says or does: USA, \"USA/Pete Hegseth\", author; may be repeated")
	list(&f.modalities, "modality", "only statements so qualified. Claims: asserted, predicted, conditional, intended, denied; events: actual, planned; positions: their stance")
	cmd.Flags().StringVar(&f.since, "since", "", "only what is dated on or after: YYYY, YYYY-MM or YYYY-MM-DD (a claim has the date of its document)")
	cmd.Flags().StringVar(&f.until, "until", "", "only what is dated on or before")
	cmd.Flags().Float64Var(&f.belief, "belief", 0, "only what has at least this belief, 0 to 1")
}

// corpus is the part of the project's corpus that the filter lets through.
func (f *filter) corpus(p *pipeline.Project) assemble.Corpus {
	c := p.Corpus()
	docs := map[entente.DocID]*entente.Document{}
	for _, d := range c.Documents {
		docs[d.ID] = d
	}
	c.Works = f.versions(c.Works, docs)
	c = c.Only(f.keepsWork)
	if len(f.actors)+len(f.modalities) == 0 && f.since == "" && f.until == "" {
		return c
	}
	return c.Where(func(s *entente.Statement) bool {
		return f.keepsActors(s) && f.keepsModality(s) && f.keepsDate(dateOf(s, docs[s.Doc]))
	})
}

// idle reports whether the filter lets everything through but for belief.
func (f *filter) idle() bool {
	return len(f.authors)+len(f.works)+len(f.languages)+len(f.actors)+len(f.modalities) == 0 && f.since == "" && f.until == ""
}

// versions leaves each work only its documents in the languages asked for.
func (f *filter) versions(works []entente.Work, docs map[entente.DocID]*entente.Document) []entente.Work {
	if len(f.languages) == 0 {
		return works
	}
	out := slices.Clone(works)
	for i := range out {
		out[i].Versions = slices.DeleteFunc(slices.Clone(out[i].Versions), func(v entente.Version) bool {
			d := docs[v.Doc]
			return d == nil || !slices.Contains(f.languages, string(d.Lang)) && !slices.Contains(f.languages, string(d.Lang)+"-"+string(d.Script))
		})
	}
	return slices.DeleteFunc(out, func(w entente.Work) bool { return len(w.Versions) == 0 })
}

func (f *filter) keepsWork(w *entente.Work) bool {
	byAuthor := len(f.authors) == 0 || slices.ContainsFunc(w.Authors, func(a string) bool { return anyPart(a, f.authors) })
	byWork := len(f.works) == 0 || slices.Contains(f.works, string(w.ID)) || anyPart(w.Title, f.works) ||
		slices.ContainsFunc(w.Versions, func(v entente.Version) bool { return anyPart(v.Name, f.works) })
	return byAuthor && byWork
}

// anyPart reports whether one of the words is part of s, whatever the case.
func anyPart(s string, words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(strings.ToLower(s), strings.ToLower(word)) })
}

func (f *filter) keepsActors(s *entente.Statement) bool {
	return len(f.actors) == 0 || slices.ContainsFunc(actorsOf(s), func(a entente.ActorID) bool {
		return slices.Contains(f.actors, string(a)) || slices.Contains(f.actors, a.State())
	})
}

// actorsOf are those who say or do what a statement reports. A claim that is
// reported of nobody is the author's.
func actorsOf(s *entente.Statement) []entente.ActorID {
	switch s.Kind {
	case entente.KindPosition:
		return s.Position.Speaker
	case entente.KindEvent:
		return s.Event.Actors
	case entente.KindFigure:
		return slices.Concat(s.Figure.Source, s.Figure.Holder)
	case entente.KindClaim:
		if len(s.Claim.Source) == 0 {
			return []entente.ActorID{"author"}
		}
		return s.Claim.Source
	}
	return nil
}

func (f *filter) keepsModality(s *entente.Statement) bool {
	if len(f.modalities) == 0 {
		return true
	}
	modality := ""
	switch s.Kind {
	case entente.KindClaim:
		modality = s.Claim.Modality
	case entente.KindEvent:
		modality = s.Event.Realis
	case entente.KindPosition:
		modality = s.Position.Stance
	case entente.KindFigure:
		modality = s.Figure.Status
	}
	return slices.Contains(f.modalities, modality)
}

// dateOf is the date of what a statement reports, or else that of its
// document; "" if neither has one.
func dateOf(s *entente.Statement, d *entente.Document) string {
	date := ""
	switch s.Kind {
	case entente.KindPosition:
		date = s.Position.Date
	case entente.KindEvent:
		date = s.Event.Date
	case entente.KindFigure:
		date = s.Figure.Date
	}
	if date == "" && d != nil {
		date = d.Date
	}
	return date
}

// keepsDate compares as far as both dates go: 2025 lies neither before nor
// after 2025-07. Undated things fail a filter by date.
func (f *filter) keepsDate(date string) bool {
	if date == "" {
		return f.since == "" && f.until == ""
	}
	n, m := min(len(date), len(f.since)), min(len(date), len(f.until))
	return date[:n] >= f.since[:n] && (f.until == "" || date[:m] <= f.until[:m])
}

// beliefs keeps the links of at least the belief asked for.
func (f *filter) beliefs(m entente.Map) entente.Map {
	m.Links = slices.DeleteFunc(slices.Clone(m.Links), func(l entente.Link) bool { return l.Belief < f.belief })
	return m
}
