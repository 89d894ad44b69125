package pipeline

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/assemble"
)

// A Filter narrows what is shown of a project. Several words of one kind widen
// it: two authors are the works of either. The zero Filter lets all through.
type Filter struct {
	Authors    []string // part of an author's name
	Works      []string // part of a title or file name, or an ID
	Languages  []string // zh, zh-Hant, ja, ko, en
	Actors     []string // who says or does it: a state, a person, author
	Modalities []string // of claims; of events their realis, of positions their stance
	Since      string   // YYYY, YYYY-MM or YYYY-MM-DD
	Until      string
	Belief     float64 // at least
}

// Corpus is the part of the project that works and languages let through.
func (f *Filter) Corpus(p *Project) assemble.Corpus {
	c := p.Corpus()
	if len(f.Authors)+len(f.Works)+len(f.Languages) == 0 {
		return c
	}
	c.Works = f.versions(c.Works, documentsOf(p))
	return c.Only(f.keepsWork)
}

// Claims is the corpus with only the claims that the filter lets through.
func (f *Filter) Claims(p *Project) assemble.Corpus {
	docs := documentsOf(p)
	return f.Corpus(p).Where(func(s *entente.Statement) bool {
		return s.Kind == entente.KindClaim && f.keeps(sourceOf(s.Claim), s.Claim.Modality, dateOr("", docs[s.Doc]))
	})
}

// Ledger keeps the entries that the filter lets through.
func (f *Filter) Ledger(p *Project) []assemble.Entry {
	c, docs := f.Corpus(p), documentsOf(p)
	return slices.DeleteFunc(assemble.Ledger(c), func(e assemble.Entry) bool {
		date := dateOr(e.Date, docs[p.Statement(e.Statements[0]).Doc])
		return !f.keeps(e.Speaker, e.Stance, date) || f.Belief > 0 && c.Belief(e.Statements) < f.Belief
	})
}

// Timeline keeps the happenings that the filter lets through.
func (f *Filter) Timeline(p *Project) []assemble.Happening {
	c := f.Corpus(p)
	return slices.DeleteFunc(assemble.Timeline(c), func(h assemble.Happening) bool {
		return !f.keeps(h.Actors, h.Realis, h.Date) || f.Belief > 0 && c.Belief(h.Statements) < f.Belief
	})
}

// Map is the map of the claims that the filter lets through; that of the
// project if it lets all through.
func (f *Filter) Map(p *Project) entente.Map {
	m := p.Map
	if len(f.Authors)+len(f.Works)+len(f.Languages)+len(f.Actors)+len(f.Modalities) > 0 || f.Since != "" || f.Until != "" {
		m = assemble.Map(f.Claims(p))
	}
	return assemble.Believed(m, f.Belief)
}

// keeps tests what a statement's kind brings: who says or does it, its
// modality, its date.
func (f *Filter) keeps(actors []entente.ActorID, modality, date string) bool {
	return (len(f.Modalities) == 0 || slices.Contains(f.Modalities, modality)) && f.keepsActors(actors) && f.keepsDate(date)
}

func documentsOf(p *Project) map[entente.DocID]*entente.Document {
	docs := map[entente.DocID]*entente.Document{}
	for _, d := range p.Documents {
		docs[d.ID] = d
	}
	return docs
}

// versions leaves each work only its documents in the languages asked for.
func (f *Filter) versions(works []entente.Work, docs map[entente.DocID]*entente.Document) []entente.Work {
	if len(f.Languages) == 0 {
		return works
	}
	out := slices.Clone(works)
	for i := range out {
		out[i].Versions = slices.DeleteFunc(slices.Clone(out[i].Versions), func(v entente.Version) bool {
			d := docs[v.Doc]
			return d == nil || !slices.Contains(f.Languages, string(d.Lang)) && !slices.Contains(f.Languages, string(d.Lang)+"-"+string(d.Script))
		})
	}
	return slices.DeleteFunc(out, func(w entente.Work) bool { return len(w.Versions) == 0 })
}

func (f *Filter) keepsWork(w *entente.Work) bool {
	byAuthor := len(f.Authors) == 0 || slices.ContainsFunc(w.Authors, func(a string) bool { return AnyPart(a, f.Authors) })
	byWork := len(f.Works) == 0 || slices.Contains(f.Works, string(w.ID)) || AnyPart(w.Title, f.Works) ||
		slices.ContainsFunc(w.Versions, func(v entente.Version) bool { return AnyPart(v.Name, f.Works) })
	return byAuthor && byWork
}

// AnyPart reports whether one of the words is part of s, whatever the case.
func AnyPart(s string, words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(strings.ToLower(s), strings.ToLower(word)) })
}

func (f *Filter) keepsActors(actors []entente.ActorID) bool {
	return len(f.Actors) == 0 || slices.ContainsFunc(actors, func(a entente.ActorID) bool {
		return slices.Contains(f.Actors, string(a)) || slices.Contains(f.Actors, a.State())
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
func (f *Filter) keepsDate(date string) bool {
	if date == "" {
		return f.Since == "" && f.Until == ""
	}
	n, m := min(len(date), len(f.Since)), min(len(date), len(f.Until))
	return date[:n] >= f.Since[:n] && (f.Until == "" || date[:m] <= f.Until[:m])
}
