package assemble

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// A Voice is whoever speaks through a set of works: an author, authors who
// always write together, or, where a work names no author, the work itself.
type Voice struct {
	Name  string           `json:"name"`
	Works []entente.WorkID `json:"works"`
}

// Voices lists who speaks in a corpus, by name. A work of two authors who also
// write apart is counted under each of them.
func (c Corpus) Voices() []Voice {
	var voices []Voice
	at := map[string]int{}
	add := func(name string, w entente.WorkID) {
		i, ok := at[name]
		if !ok {
			i = len(voices)
			at[name] = i
			voices = append(voices, Voice{Name: name})
		}
		voices[i].Works = append(voices[i].Works, w)
	}
	for i := range c.Works {
		w := &c.Works[i]
		for _, a := range w.Authors {
			add(a, w.ID)
		}
		if len(w.Authors) == 0 {
			add(unsigned(w), w.ID)
		}
	}
	return together(voices)
}

// unsigned names a work without an author: its title, or its first file.
func unsigned(w *entente.Work) string {
	file := string(w.ID)
	if len(w.Versions) > 0 {
		file = w.Versions[0].Name
	}
	return cmp.Or(strings.Join(strings.Fields(w.Title), " "), file)
}

// together joins the voices that speak in just the same works.
func together(voices []Voice) []Voice {
	var out []Voice
	for _, v := range voices {
		i := slices.IndexFunc(out, func(o Voice) bool { return slices.Equal(o.Works, v.Works) })
		if i < 0 {
			out = append(out, v)
			continue
		}
		out[i].Name += ", " + v.Name
	}
	slices.SortStableFunc(out, func(a, b Voice) int { return cmp.Compare(a.Name, b.Name) })
	return out
}

// Only returns the part of a corpus whose works keep accepts.
func (c Corpus) Only(keep func(*entente.Work) bool) Corpus {
	docs := map[entente.DocID]bool{}
	var works []entente.Work
	for i := range c.Works {
		if !keep(&c.Works[i]) {
			continue
		}
		works = append(works, c.Works[i])
		for _, v := range c.Works[i].Versions {
			docs[v.Doc] = true
		}
	}
	c.Works = works
	return c.Where(func(s *entente.Statement) bool { return docs[s.Doc] })
}

// Of returns what a voice says.
func (c Corpus) Of(v Voice) Corpus {
	return c.Only(func(w *entente.Work) bool { return slices.Contains(v.Works, w.ID) })
}

// Where returns a corpus with only the statements that keep accepts.
func (c Corpus) Where(keep func(*entente.Statement) bool) Corpus {
	var sts []entente.Statement
	for i := range c.Statements {
		if keep(&c.Statements[i]) {
			sts = append(sts, c.Statements[i])
		}
	}
	c.Statements = sts
	return c
}

// Believed is a map without the links below a belief.
func Believed(m entente.Map, least float64) entente.Map {
	if least <= 0 {
		return m
	}
	m.Links = slices.DeleteFunc(slices.Clone(m.Links), func(l entente.Link) bool { return l.Belief < least })
	m.Concepts = []entente.ConceptID{}
	for _, l := range m.Links {
		m.Concepts = append(m.Concepts, l.Cause, l.Effect)
	}
	slices.Sort(m.Concepts)
	m.Concepts = slices.Compact(m.Concepts)
	m.Disagreements = Disagreements(m.Links)
	return m
}

// Belief is how far statements that report one thing are to be believed: 1 −
// Π(1 − rᵢ) over independent works, where rᵢ is the reliability of the best
// rule that found it in work i.
func (c Corpus) Belief(ids []entente.StatementID) float64 {
	_, workOf := c.witnesses()
	best := map[entente.WorkID]float64{}
	for i := range c.Statements {
		if s := &c.Statements[i]; slices.Contains(ids, s.ID) {
			work := entente.WorkID("W" + s.Doc.Short())
			if w := workOf[s.Doc]; w != nil {
				work = w.ID
			}
			best[work] = max(best[work], Reliability(s.Rule))
		}
	}
	return belief(best, nil)
}
