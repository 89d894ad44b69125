package collate

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
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
	joined := newClasses(len(texts))
	sure := make([]float64, len(texts))
	for _, l := range links {
		joined.join(l.a, l.b)
		sure[l.a], sure[l.b] = max(sure[l.a], l.sure), max(sure[l.b], l.sure)
	}
	var out []edition
	for _, members := range joined.all() {
		var e edition
		for _, i := range members {
			e = append(e, version{texts[i], sure[i]})
		}
		e.sort()
		out = append(out, e)
	}
	return out
}

// classes keeps which of n things belong together.
type classes struct{ root []int }

func newClasses(n int) classes {
	c := classes{make([]int, n)}
	for i := range c.root {
		c.root[i] = i
	}
	return c
}

func (c classes) find(i int) int {
	for c.root[i] != i {
		c.root[i] = c.root[c.root[i]]
		i = c.root[i]
	}
	return i
}

func (c classes) join(i, j int) {
	i, j = c.find(i), c.find(j)
	c.root[max(i, j)] = min(i, j)
}

// all lists the classes by their first members.
func (c classes) all() [][]int {
	at := map[int]int{}
	var out [][]int
	for i := range c.root {
		r := c.find(i)
		k, ok := at[r]
		if !ok {
			k = len(out)
			at[r], out = k, append(out, nil)
		}
		out[k] = append(out[k], i)
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
	sure     []float64 // of each edition: that it is this work
}

// works joins editions that are one text in several languages.
func works(eds []edition, kin []kinship) []work {
	joined := newClasses(len(eds))
	sure, points := make([]float64, len(eds)), make([]int, len(eds))
	for _, k := range kin {
		joined.join(k.a, k.b)
		sure[k.a], sure[k.b] = max(sure[k.a], k.sure), max(sure[k.b], k.sure)
		switch {
		case k.inBeadsA < k.inBeadsB-shortened:
			points[k.a], points[k.b] = points[k.a]+2, points[k.b]-2
		case k.inBeadsB < k.inBeadsA-shortened:
			points[k.a], points[k.b] = points[k.a]-2, points[k.b]+2
		}
	}
	var out []work
	for _, members := range joined.all() {
		slices.SortStableFunc(members, func(i, j int) int {
			a, b := eds[i], eds[j]
			return cmp.Or(
				cmp.Compare(points[j]+b.originality()+b.earlier(a), points[i]+a.originality()+a.earlier(b)),
				cmp.Compare(b.length(), a.length()),
				cmp.Compare(a[0].doc.ID, b[0].doc.ID))
		})
		var w work
		for _, i := range members {
			w.editions, w.sure = append(w.editions, eds[i]), append(w.sure, sure[i])
		}
		w.sure[0] = 1
		out = append(out, w)
	}
	return out
}

// shortened is how much less of one text than of the other must be in beads
// for the other to be a shortened translation.
const shortened = 0.08

// earlier is 1 if both editions have dates and this one's is the earlier.
func (e edition) earlier(than edition) int {
	a, b := e[0].doc.Date, than[0].doc.Date
	if n := min(len(a), len(b)); n > 0 && a[:n] < b[:n] {
		return 1
	}
	return 0
}

// originality is what speaks for an edition being in the language of the
// original: notes do; that it calls itself a translation, or writes its author
// as foreigners are written, does not.
func (e edition) originality() int {
	points := 0
	for _, v := range e {
		if v.has("translation_marker") {
			points = min(points, -6)
		}
		if slices.ContainsFunc(v.doc.Authors, func(a string) bool { return foreign(a, v.doc.Lang) }) {
			points = min(points, -4)
		}
	}
	for _, v := range e {
		if len(v.doc.Notes) > 0 {
			return points + 3
		}
	}
	return points
}

// foreign reports whether an author's name is written as a foreigner's: with a
// dot between names (迈克尔·格林, マイケル・グリーン) or the country before it
// ([美]格林).
func foreign(author string, lang entente.Lang) bool {
	return han(lang) && (strings.ContainsAny(author, "·・•‧") || strings.ContainsAny(author, "[［〔【（("))
}

// length is how long the edition's text would be in English letters.
func (e edition) length() float64 { return letterWorth(e[0].text) * float64(e[0].size) }

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
			out.Versions = append(out.Versions, entente.Version{Doc: v.doc.ID, Name: v.doc.Name, Role: role, Sure: rounded(v.sureIn(i, j, w))})
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

// sureIn is how sure it is that the text j of edition i belongs to the work.
func (v version) sureIn(i, j int, w work) float64 {
	switch {
	case i == 0:
		return v.sure
	case j == 0:
		return w.sure[i]
	}
	return v.sure * w.sure[i]
}

// pairs compares each version with what it was made from: a translation with
// the clearest text in the original's language, a copy with the first of its
// own.
func (w work) pairs(lex *lexicon.Lexicon) []entente.VersionPair {
	var out []entente.VersionPair
	for i, e := range w.editions {
		if i > 0 {
			source := w.editions[0].clearest()
			p := translated(source, e[0].text, lex)
			p.Sure, p.Paragraphs = rounded(w.sure[i]), paragraphs(source.doc, p.Omitted)
			out = append(out, p)
		}
		for j := 1; j < len(e); j++ {
			p := e[0].compare(e[j].text)
			p.Relation, p.Sure = e.relation(j), rounded(e[j].sure)
			out = append(out, p)
		}
	}
	return out
}

func rounded(x float64) float64 { return float64(int(x*1000+0.5)) / 1000 }
