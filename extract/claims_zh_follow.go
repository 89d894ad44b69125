package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// follows reads A,B便C and A,B才C, where nothing else marks the link: what 便, 就, 才 and
// their like stand before comes of the clause before.
func (r *zhReader) follows(k int) {
	if k == 0 || r.clauses[k-1].mark != ',' || r.tells(k-1) || r.endsReport(k-1) || r.asks(r.clause(k)) {
		return
	}
	c := r.clause(k)
	m, ok := r.followingIn(c)
	if !ok || r.linked(k) {
		return
	}
	cause := r.before(k)
	if cause.to-cause.from < 4 || cause.from < r.clauses[k-1].start && r.frames(k-1) || r.grants(cause) {
		return
	}
	d := draft{cause: cause, effect: c, connective: m.stretch(), relation: "result", rule: "claim/zh/follows", rank: 3, sign: entente.Plus}
	if m.start <= c.from {
		d.effect.from = m.end
	}
	r.foretells(stretch{c.from, min(c.to, m.end+4)}, c.to, &d.manner)
	d.modality = d.manner.modality()
	r.add(d)
}

// followingIn finds the word that says that a clause comes of the one before.
func (r *zhReader) followingIn(c stretch) (linkCue, bool) {
	const reach = 16
	for _, m := range r.within(stretch{c.from, min(c.to, c.from+reach)}, r.then|r.therefore|r.adverb|r.modal) {
		word := string(r.text[m.start:m.end])
		if m.end+1 >= c.to || !slices.ContainsFunc(zhFollowing, func(w string) bool { return strings.HasPrefix(word, w) }) {
			continue
		}
		if m.is(r.therefore) || m.end-m.start > 1 && m.is(r.modal) || r.expects(m.end) {
			return m, true
		}
	}
	return linkCue{}, false
}

// zhFollowing begin the words that say so.
var zhFollowing = []string{"便", "就", "才", "自然", "从此", "由此", "因此", "因而", "遂", "随之", "于是", "也就"}

// expects reports whether what stands at a place says what can or will be: 便|难以, 就|容易.
func (r *zhReader) expects(at int) bool {
	_, ok := r.opensAt(at, r.modal)
	return ok || expectWords.in(r.text, at, min(at+2, len(r.text)))
}

var expectWords = wordsetOf(false, []string{"难以", "容易", "无法", "无从", "不会", "不能", "不再"})

// linked reports whether a claim was found that goes from an earlier clause to clause k.
func (r *zhReader) linked(k int) bool {
	c := stretch{r.clauses[k].start, r.clauses[k].end}
	return slices.ContainsFunc(r.drafts, func(d draft) bool {
		return d.effect.overlap(c) > 0 && (d.cause.empty() || d.cause.from < c.from) || d.cause.overlap(c) > 0 && d.effect.from < c.from
	})
}

// grants reports whether a clause only grants what it says: 虽然, 尽管.
func (r *zhReader) grants(s stretch) bool {
	return r.concedes(s) || len(r.within(s, r.even)) > 0
}
