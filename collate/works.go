package collate

import (
	"cmp"
	"slices"

	"github.com/ententelab/entente"
)

// A version is one text among those of a work.
type version struct {
	*text
	sure float64
}

// An edition is the texts of a work that are copies of one another, in one
// language. The first is the one that the others were most likely made from.
type edition []version

// editions joins linked texts.
func editions(texts []*text, links []link) []edition {
	root := make([]int, len(texts))
	for i := range root {
		root[i] = i
	}
	find := func(i int) int {
		for root[i] != i {
			root[i] = root[root[i]]
			i = root[i]
		}
		return i
	}
	sure := make([]float64, len(texts))
	for _, l := range links {
		a, b := find(l.a), find(l.b)
		root[max(a, b)] = min(a, b)
		sure[l.a], sure[l.b] = max(sure[l.a], l.sure), max(sure[l.b], l.sure)
	}
	at := make(map[int]int)
	var out []edition
	for i, t := range texts {
		r := find(i)
		k, ok := at[r]
		if !ok {
			k = len(out)
			at[r], out = k, append(out, nil)
		}
		out[k] = append(out[k], version{t, sure[i]})
	}
	for _, e := range out {
		e.sort()
	}
	return out
}

// sort puts the original first: among those that have most of the text, the
// one with notes and the marks of print, then the earliest, then the fullest.
func (e edition) sort() {
	longest := 0
	earliest := ""
	for _, v := range e {
		longest = max(longest, v.size)
		if d := v.doc.Date; d != "" && (earliest == "" || d < earliest) {
			earliest = d
		}
	}
	slices.SortStableFunc(e, func(a, b version) int {
		return cmp.Or(
			cmp.Compare(b.printed(longest, earliest), a.printed(longest, earliest)),
			cmp.Compare(b.size, a.size),
			cmp.Compare(a.doc.ID, b.doc.ID))
	})
	e[0].sure = 1
}

// printed is how much speaks for this text being the one that the others were
// made from.
func (t *text) printed(longest int, earliest string) int {
	points := 0
	if float64(t.size) >= excerptShare*float64(longest) {
		points += 8
	}
	if len(t.doc.Notes) > 0 {
		points += 3
	}
	if d := t.doc.Date; d != "" && (len(d) >= len(earliest) && d[:len(earliest)] == earliest || len(d) < len(earliest) && earliest[:len(d)] == d) {
		points++
	}
	if t.has("page_number") || t.has("references") {
		points += 2
	}
	if t.has("navigation") {
		points--
	}
	return points
}

func (t *text) has(kind string) bool {
	return slices.ContainsFunc(t.doc.Furniture, func(f entente.Furniture) bool { return f.Type == kind })
}

// excerptShare is the share of the original's text below which a copy is an
// excerpt.
const excerptShare = 0.6

// clearest is the text of an edition whose sentences are least interrupted by
// furniture, among those that have most of the text.
func (e edition) clearest() *text {
	best, least := e[0].text, e[0].interruptions()
	for _, v := range e[1:] {
		if n := v.interruptions(); n < least && float64(v.size) >= 0.9*float64(e[0].size) {
			best, least = v.text, n
		}
	}
	return best
}

// interruptions counts furniture between the first and the last sentence.
func (t *text) interruptions() int {
	if len(t.sentences) == 0 {
		return 0
	}
	n := 0
	first, last := t.sentences[0].start, t.sentences[len(t.sentences)-1].end
	for _, f := range t.skip {
		if f.Start >= first && f.End <= last {
			n++
		}
	}
	return n
}

// A work is the editions of one text, the original's first.
type work struct {
	editions []edition
}

// noun is the work as the rest of the program knows it.
func (w work) noun() entente.Work {
	lead := w.editions[0][0].doc
	out := entente.Work{ID: entente.WorkID("W" + lead.ID.Short()), Title: lead.Title, Authors: lead.Authors}
	for i, e := range w.editions {
		for j, v := range e {
			role := entente.Translation
			switch {
			case i == 0 && j == 0:
				role = entente.Original
			case i == 0:
				role = e.relation(j)
			}
			out.Versions = append(out.Versions, entente.Version{Doc: v.doc.ID, Name: v.doc.Name, Role: role, Sure: rounded(v.sure)})
		}
	}
	return out
}

// relation is what the copy j is to the first of the edition.
func (e edition) relation(j int) entente.Role {
	if float64(e[j].size) < excerptShare*float64(e[0].size) {
		return entente.Excerpt
	}
	return entente.Repost
}

// pairs compares each version with what it was made from.
func (w work) pairs() []entente.VersionPair {
	var out []entente.VersionPair
	for _, e := range w.editions {
		for j := 1; j < len(e); j++ {
			p := e[0].compare(e[j].text)
			p.Relation, p.Sure = e.relation(j), rounded(e[j].sure)
			out = append(out, p)
		}
	}
	return out
}

func rounded(x float64) float64 { return float64(int(x*1000+0.5)) / 1000 }
