package extract

import (
	"slices"
	"strings"
)

// lessened returns what in the object of a verb says that there is less of it:
// makes the pledge harder to keep, leaves Tokyo without a friend.
func (r *enReader) lessened(v linkCue, effect stretch) stretch {
	if !v.is(r.make | r.put) {
		return stretch{}
	}
	rest := stretch{v.end, effect.to}
	if c, ok := r.first(rest, r.stateLess); ok {
		return c.stretch()
	}
	if strings.HasPrefix(r.word(v.stretch()), "le") {
		if c, ok := r.first(rest, r.absent); ok {
			return c.stretch()
		}
	}
	return stretch{}
}

// negation returns the word that negates the verb of a condition or a reason:
// if trust is not restored, because nobody is willing any longer. One in a
// relative clause negates something else.
func (r *enReader) negation(s stretch) stretch {
	c, ok := r.first(stretch{s.from, min(s.to, s.from+70)}, r.no)
	if !ok || len(r.within(stretch{s.from, c.start}, r.which|r.that)) > 0 {
		return stretch{}
	}
	if w := r.word(c.stretch()); strings.HasSuffix(w, " to") || strings.HasSuffix(w, " of") || strings.HasSuffix(w, " from") || w == "not only" || w == "without" && slices.Contains([]string{"it", "them", "him", "her", "us"}, headWord(r.word(stretch{min(c.end+1, s.to), s.to}))) {
		return stretch{} // is not the result of
	}
	return c.stretch()
}

// wouldNot reports whether what stands before "without" in a clause is said to
// come or not to come about for want of what follows, which is no deed: Japan
// cannot deter China without American support.
func (r *enReader) wouldNot(from int, m linkCue) bool {
	if r.gerundAt(m.end) || len(r.within(stretch{from, m.start}, r.make)) > 0 {
		return false // leave Tokyo without a friend
	}
	modal, ok := r.last(stretch{from, m.start}, r.modal)
	v, does := r.opensAt(modal.end+1, r.cause|r.semi)
	return ok && !(does && !v.is(r.either) && m.start-v.end > len(" it ")) // would strengthen A without another platform
}

// lessVerb returns the main verb of an effect that is a deed or a sentence, if
// it makes less of its object: to delay the talks, Tokyo halted its purchases.
func (r *enReader) lessVerb(s stretch) stretch {
	v, ok := r.first(s, r.verb|r.act)
	if lost, no := r.first(s, r.stateLess); no && r.loses(lost) && (!ok || lost.start <= v.start) {
		return lost.stretch()
	}
	if ok && strings.HasPrefix(r.word(v.stretch()), "hedg") {
		return stretch{} // the deed itself is meant
	}
	if to, inf := r.first(stretch{s.from, min(s.to, s.from+40)}, r.to); ok && inf && v.start > s.from && to.end+1 == v.start && v.is(r.causeLess|r.semiLess) && r.plainActor(r.tidy(stretch{s.from, to.start})) {
		return v.stretch() // led Tokyo to call off the talks
	}
	if !ok || !v.is(r.causeLess|r.semiLess) || v.start > s.from && (r.gerund(v) || r.nominal(stretch{s.from, v.start}, v)) {
		return stretch{}
	}
	return v.stretch()
}

// modalityOf is that of what a participle goes on from: of the consequence of a
// condition, or of what will be.
func (r *enReader) modalityOf(cause stretch) string {
	for i := len(r.drafts) - 1; i >= 0; i-- {
		if d := r.drafts[i]; d.modality == "conditional" && d.effect.covers(cause) {
			return "conditional"
		}
	}
	if c, ok := r.first(cause, r.modal|r.that|r.which|r.say); ok && c.is(r.modal) && len(r.within(stretch{cause.from, c.start}, r.verb)) == 0 {
		if w := r.word(c.stretch()); w != "can" && w != "should" && w != "must" && w != "could" {
			return "predicted"
		}
	}
	return "asserted"
}

// loses reports whether a word of there being less is a verb, of losing or of
// failing, and not a state or a noun: deterrence will fail, Tokyo lost its nerve.
func (r *enReader) loses(c linkCue) bool {
	if c.is(r.state|r.plight|r.from) || slices.Contains([]string{"less", "fewer", "no", "little"}, r.firstWord(c)) {
		return false
	}
	p, ok := r.before(c.start)
	return !ok || !p.is(r.noun|r.preposition|r.modifier)
}
