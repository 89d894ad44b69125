package collate

import (
	"slices"
	"strings"
	"unicode"

	"github.com/ententelab/entente"
)

// compare finds what a copy changed: sentences left out and added, and within
// sentences the runs of letters that differ.
func (t *text) compare(v *text) entente.VersionPair {
	p := entente.VersionPair{Original: t.doc.Name, Version: v.doc.Name, OriginalID: t.doc.ID, VersionID: v.doc.ID,
		Omitted: []entente.Span{}, Added: []entente.Span{}}
	c := t.against(v)
	c.moved()
	p.Omitted, p.AlignedShare = t.missing(c.aSame)
	p.Added, _ = v.missing(c.bSame)
	p.Differences = append(c.differences, furniture(t.doc, v.doc)...)
	return p
}

// against compares sentence by sentence, and letter by letter between the
// sentences that are the same.
func (t *text) against(v *text) *comparison {
	c := &comparison{a: t, b: v, aSame: make([]int, len(t.sentences)), bSame: make([]int, len(v.sentences))}
	i, j := 0, 0
	for _, m := range append(sequence(t.sums(), v.sums()), match{len(t.sentences), len(v.sentences)}) {
		c.gap(i, m.a, j, m.b)
		if m.a < len(t.sentences) {
			c.aSame[m.a], c.bSame[m.b] = t.sentences[m.a].size, v.sentences[m.b].size
		}
		i, j = m.a+1, m.b+1
	}
	return c
}

// likeness is the share of the longer text's letters that stand in the other,
// in the same order.
func (t *text) likeness(v *text) float64 {
	same := 0
	for _, n := range t.against(v).aSame {
		same += n
	}
	return float64(same) / float64(max(t.size, v.size, 1))
}

// sums are the hashes of the sentences.
func (t *text) sums() []uint64 {
	out := make([]uint64, len(t.sentences))
	for i, s := range t.sentences {
		out[i] = s.sum
	}
	return out
}

// missing returns the sentences of which less than half is in the other text,
// and the share of the sentences that is there.
func (t *text) missing(same []int) ([]entente.Span, float64) {
	out := []entente.Span{}
	for i, s := range t.sentences {
		if 2*same[i] < s.size {
			out = append(out, t.span(i))
		}
	}
	if len(same) == 0 {
		return out, 1
	}
	return out, rounded(1 - float64(len(out))/float64(len(same)))
}

// A comparison of two texts in one language.
type comparison struct {
	a, b         *text
	aSame, bSame []int // of each sentence: how many of its letters the other text has at that place
	differences  []entente.Difference
}

// A stretch is the letters of some sentences with their places.
type stretch struct {
	letters  []rune
	at       []int // offsets in the document
	sentence []int
}

func (t *text) stretch(from, to int) (s stretch) {
	for i := from; i < to; i++ {
		v := t.view(t.sentences[i].start, t.sentences[i].end)
		for k, r := range v.Text {
			if letter(r) {
				s.letters, s.at, s.sentence = appendLetters(s.letters, v.Text[k:k+1]), append(s.at, v.Pos[k]), append(s.sentence, i)
			}
		}
	}
	return s
}

// span is the place of letters i to j.
func (s stretch) span(doc *entente.Document, i, j int) *entente.Span {
	if i >= j {
		return nil
	}
	out := doc.Span(s.at[i], s.at[j-1]+1)
	return &out
}

// gap compares letter by letter the sentences between two that are the same.
func (c *comparison) gap(i, toA, j, toB int) {
	if i == toA || j == toB {
		return
	}
	a, b := c.a.stretch(i, toA), c.b.stretch(j, toB)
	m := runs(a.letters, b.letters)
	for _, r := range m {
		for k := range r.n {
			c.aSame[a.sentence[r.a+k]]++
			c.bSame[b.sentence[r.b+k]]++
		}
	}
	x, y := 0, 0
	for _, r := range append(m, run{len(a.letters), len(b.letters), 0}) {
		c.differ(a, b, x, r.a, y, r.b)
		x, y = r.a+r.n, r.b+r.n
	}
}

// differ lists letters that differ inside sentences that both texts have.
func (c *comparison) differ(a, b stretch, x, toX, y, toY int) {
	x, toX = kept(a, x, toX, c.a, c.aSame)
	y, toY = kept(b, y, toY, c.b, c.bSame)
	if x == toX && y == toY {
		return
	}
	d := entente.Difference{What: what(a.letters[x:toX], b.letters[y:toY]), Original: a.span(c.a.doc, x, toX), Version: b.span(c.b.doc, y, toY)}
	if d.What == "figure" {
		d.Original, d.Version = wholeNumber(c.a.doc, d.Original), wholeNumber(c.b.doc, d.Version)
	}
	c.differences = append(c.differences, d)
}

// wholeNumber widens a place inside a number to all of it, with its %.
func wholeNumber(doc *entente.Document, s *entente.Span) *entente.Span {
	if s == nil {
		return nil
	}
	r, start, end := doc.Runes(), s.Start, s.End
	inside := func(i int) bool { return digit(r[i]) || strings.ContainsRune(".,", r[i]) }
	for start > 0 && inside(start-1) {
		start--
	}
	for end < len(r) && inside(end) {
		end++
	}
	for end > s.End && !digit(r[end-1]) {
		end--
	}
	for start < s.Start && !digit(r[start]) {
		start++
	}
	if end < len(r) && strings.ContainsRune("%％", r[end]) {
		end++
	}
	out := doc.Span(start, end)
	return &out
}

// kept narrows letters i to j to those in sentences that the other text has.
func kept(s stretch, i, j int, t *text, same []int) (int, int) {
	stays := func(k int) bool { n := s.sentence[k]; return 2*same[n] >= t.sentences[n].size }
	for i < j && !stays(i) {
		i++
	}
	for i < j && !stays(j-1) {
		j--
	}
	return i, j
}

// what names a difference by its letters.
func what(a, b []rune) string {
	digit := func(rs []rune) bool {
		return len(rs) > 0 && !slices.ContainsFunc(rs, func(r rune) bool { return !unicode.IsDigit(r) })
	}
	if digit(a) && (digit(b) || len(b) == 0) || digit(b) && len(a) == 0 {
		return "figure"
	}
	return "text"
}

// moved looks for the sentences left out among those added.
func (c *comparison) moved() {
	grams := map[uint64]int{}
	for j, s := range c.b.sentences {
		if 2*c.bSame[j] < s.size {
			for _, h := range rolling(c.b.stretch(j, j+1).letters, 6) {
				grams[h] = j
			}
		}
	}
	for i, s := range c.a.sentences {
		if 2*c.aSame[i] >= s.size || len(grams) == 0 {
			continue
		}
		found := map[int]int{}
		hashes := rolling(c.a.stretch(i, i+1).letters, 6)
		for _, h := range hashes {
			if j, ok := grams[h]; ok {
				found[j]++
			}
		}
		j, n := mostOf(found)
		if 4*n < 3*len(hashes) || n == 0 {
			continue
		}
		c.aSame[i], c.bSame[j] = s.size, c.b.sentences[j].size
		from, to := c.a.span(i), c.b.span(j)
		c.differences = append(c.differences, entente.Difference{What: "text", Original: &from, Version: &to, Note: "stands in another place"})
	}
}

// mostOf returns the key with the highest count, the smallest of equals.
func mostOf(counts map[int]int) (best, n int) {
	for k, v := range counts {
		if v > n || v == n && k < best {
			best, n = k, v
		}
	}
	return best, n
}
