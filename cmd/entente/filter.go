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

// corpus is the part of the project that works and languages let through.
func (f *filter) corpus(p *pipeline.Project) assemble.Corpus {
	c := p.Corpus()
	if len(f.authors)+len(f.works)+len(f.languages) == 0 {
		return c
	}
	c.Works = f.versions(c.Works, documentsOf(p))
	return c.Only(f.keepsWork)
}

// claims is the corpus with only the claims that the filter lets through.
func (f *filter) claims(p *pipeline.Project) assemble.Corpus {
	docs := documentsOf(p)
	return f.corpus(p).Where(func(s *entente.Statement) bool {
		return s.Kind == entente.KindClaim && f.keeps(sourceOf(s.Claim), s.Claim.Modality, dateOr("", docs[s.Doc]))
	})
}

// ledger keeps the entries that the filter lets through.
func (f *filter) ledger(p *pipeline.Project) []assemble.Entry {
	c, docs := f.corpus(p), documentsOf(p)
	return slices.DeleteFunc(assemble.Ledger(c), func(e assemble.Entry) bool {
		date := dateOr(e.Date, docs[p.Statement(e.Statements[0]).Doc])
		return !f.keeps(e.Speaker, e.Stance, date) || f.belief > 0 && c.Belief(e.Statements) < f.belief
	})
}

// timeline keeps the happenings that the filter lets through.
func (f *filter) timeline(p *pipeline.Project) []assemble.Happening {
	c := f.corpus(p)
	return slices.DeleteFunc(assemble.Timeline(c), func(h assemble.Happening) bool {
		return !f.keeps(h.Actors, h.Realis, h.Date) || f.belief > 0 && c.Belief(h.Statements) < f.belief
	})
}

// joinedMap is the map of the claims that the filter lets through; that of the
// project if it lets all through.
func (f *filter) joinedMap(p *pipeline.Project) entente.Map {
	m := p.Map
	if len(f.authors)+len(f.works)+len(f.languages)+len(f.actors)+len(f.modalities) > 0 || f.since != "" || f.until != "" {
		m = assemble.Map(f.claims(p))
	}
	return assemble.Believed(m, f.belief)
}

// keeps tests what a statement's kind brings: who says or does it, its
// modality, its date.
func (f *filter) keeps(actors []entente.ActorID, modality, date string) bool {
	return (len(f.modalities) == 0 || slices.Contains(f.modalities, modality)) && f.keepsActors(actors) && f.keepsDate(date)
}

func documentsOf(p *pipeline.Project) map[entente.DocID]*entente.Document {
	docs := map[entente.DocID]*entente.Document{}
	for _, d := range p.Documents {
		docs[d.ID] = d
	}
	return docs
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

func (f *filter) keepsActors(actors []entente.ActorID) bool {
	return len(f.actors) == 0 || slices.ContainsFunc(actors, func(a entente.ActorID) bool {
		return slices.Contains(f.actors, string(a)) || slices.Contains(f.actors, a.State())
	})
}

// sourceOf is who makes a claim: the author, if it is reported of nobody.
func sourceOf(c *entente.Claim) []entente.ActorID {
	if len(c.Source) == 0 {
		return []entente.ActorID{"author"}
	}
	return c.Source
}

// dateOr is a date, or else that of the document; "" if neither has one.
func dateOr(date string, d *entente.Document) string {
	if date == "" && d != nil {
		return d.Date
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
