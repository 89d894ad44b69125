package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// conditions finds if A, B; B if A; B requires A in clause k.
func (r *enReader) conditions(k int) {
	c := stretch{r.clauses[k].start, r.clauses[k].end}
	open := r.tidy(c)
	if n := min(r.after(k), len(r.clauses)-1); strings.HasPrefix(r.word(open), "had ") && n > k && r.clauses[k].mark == ',' && len(r.within(r.clause(n), r.modal)) > 0 {
		m := linkCue{start: open.from, end: open.from + 3} // had A been, B would be
		r.add(r.conditional(m, stretch{m.end, c.to}, r.clause(n)))
	}
	if m, ok := r.firstCondition(c); ok {
		r.condition(k, m, m.start == open.from || m.start == r.clause(k).from)
	}
	if m, ok := r.first(c, r.need); ok {
		r.needed(k, m)
	}
}

// firstCondition is the first word of condition in a stretch; a "should" that only advises is
// none where another follows: Congress should do B on condition that A.
func (r *enReader) firstCondition(s stretch) (linkCue, bool) {
	m, ok := r.first(s, r.cond)
	if ok && r.word(m.stretch()) == "should" && m.start > s.from+1 && !r.turnedRound(m) {
		if next, more := r.first(stretch{m.end, s.to}, r.cond); more {
			return next, true
		}
	}
	return m, ok
}

func (r *enReader) conditional(m linkCue, cause, effect stretch) draft {
	d := draft{cause: cause, effect: effect, connective: m.stretch(), relation: "condition",
		modality: "conditional", rule: "claim/en/condition", rank: 6, sign: entente.Plus}
	if m.is(r.absent) {
		d.sign = entente.Minus
	} else {
		d.causeTurn = r.negation(cause)
	}
	return d
}

func (r *enReader) condition(k int, m linkCue, first bool) {
	c := stretch{r.clauses[k].start, r.clauses[k].end}
	word := r.word(m.stretch())
	if word == "where" && !(first && k+1 < len(r.clauses) && r.clauses[k].mark == ',' && len(r.within(r.clause(r.after(k)), r.modal)) > 0) {
		return // only as it opens a sentence, with a modal in the next clause: where A, B will
	}
	inReason := false
	if said, ok := r.before(m.start); ok && said.is(r.say|r.because|r.that) && word == "without" {
		first, inReason = true, said.is(r.because) // they hold that without A B; C because without A B
	}
	if word == "should" && !first && r.turnedRound(m) {
		r.add(r.conditional(m, stretch{m.end, c.to}, r.subject(stretch{c.from, m.start}))) // B should A lapse
		return
	}
	if word == "should" || word == "were" || word == "without" {
		if !first && word == "without" && r.wouldNot(c.from, m) {
			r.add(r.conditional(m, stretch{m.end, r.causeEnd(m.end, c.to)}, r.subject(stretch{c.from, m.start})))
			return
		}
		if m.start != r.tidy(c).from && word != "without" || !first || !inReason && k > 0 && r.clauses[k-1].mark == ',' {
			return
		}
	}
	if first && m.is(r.absent) && (k+1 == len(r.clauses) || r.clauses[k].mark != ',') {
		for _, there := range []string{" there would ", " there could ", " there can ", " there will "} {
			if at := strings.Index(r.word(stretch{m.end, c.to}), there); at > 4 {
				n := m.end + len([]rune(r.word(stretch{m.end, c.to})[:at]))
				r.add(r.conditional(m, stretch{m.end, n}, stretch{n + 1, c.to})) // without A there would be no B
				return
			}
		}
	}
	if first && word == "without" && !r.gerundAt(m.end) {
		if it := wordAfter(r.text, m.end); slices.Contains(enIts, it) && r.clauses[k].mark != ',' {
			r.add(r.conditional(m, stretch{m.start, m.end + 1 + len(it)}, stretch{m.end + 1 + len(it), c.to})) // without it B
			return
		}
		if at := r.resumesAt(m.end, c.to); at > 0 {
			r.add(r.conditional(m, stretch{m.end, at}, stretch{at, c.to})) // without A the plan will fail
			return
		}
		if who, ok := r.actorResumes(stretch{m.end, c.to}); ok {
			r.add(r.conditional(m, stretch{m.end, who.from}, stretch{who.from, c.to})) // without A Japan would fail
			return
		}
		if at := r.newSubject(stretch{m.end + 1, c.to}); at > 0 && len(r.within(stretch{at, c.to}, r.modal|r.no)) > 0 {
			r.add(r.conditional(m, stretch{m.end, at}, stretch{at, c.to})) // without A no B could last
			return
		}
		if inReason {
			return
		}
	}
	if p, ok := r.before(m.start); ok && word == "absent" && p.is(r.be) || word == "provided" && !first {
		return // was absent, has provided
	}
	if body := r.tidy(stretch{m.end, c.to}); word == "once" && (!r.sentential(body) && !r.finite(body) || r.pastAt(body.from)) {
		return // once due in 2027, once begun, a custom once kept by all
	}
	if c, ok := r.last(stretch{c.from, m.start}, r.say|r.that|r.and); ok && c.end == m.start-1 && (!c.is(r.and) || k+1 < len(r.clauses) && r.clauses[k].mark == ',' && r.finite(r.clause(k+1))) {
		first = true // they hold that if A, B; and if A, B
	}
	if slices.Contains(enIfAtAll, r.word(r.tidy(stretch{m.end, c.to}))) {
		return // if required
	}
	if main, ok := r.mainWithin(stretch{m.end, c.to}); ok && word == "if" && (first || r.andIf(m)) {
		r.ifWithoutComma(k, m, main)
		return
	}
	if strings.HasPrefix(word, "only ") {
		if can, ok := r.first(stretch{m.end, c.to}, r.modal); ok { // only by A can B
			r.add(r.conditional(m, stretch{m.end, can.start}, stretch{can.end, c.to}))
			return
		}
	}
	if m.is(r.even) {
		r.evenIf(k, m, first)
		return
	}
	if first && k > 0 && (k+1 == len(r.clauses) || r.clauses[k].mark != ',') {
		if effect := r.mainBefore(k); r.clauses[k-1].mark == ',' && !effect.empty() && !strings.HasPrefix(r.word(r.tidy(c)), "and ") {
			r.add(r.conditional(m, stretch{m.end, c.to}, effect)) // B, but only if A
		}
		return
	}
	if first {
		if k+3 < len(r.clauses) && r.tidy(stretch{m.end, c.to}).empty() && r.clauses[k+2].mark == ',' {
			r.add(r.conditional(m, r.clause(k+2), r.clause(r.after(k+2)))) // if, on the other hand, A, B
			return
		}
		if k+1 < len(r.clauses) && r.clauses[k].mark == ',' {
			n, to := r.mainAfter(k, m)
			if n+1 < len(r.clauses) && r.clauses[n].mark == ',' && headWord(r.word(r.clause(n))) == "as" {
				n = r.after(n) // if A, as some suggest, B
			}
			cause := stretch{m.end, to}
			if k+3 < len(r.clauses) && r.interposed(k+1) && !r.finite(r.clause(k+1)) && !r.finite(cause) {
				cause.to = r.clauses[k+2].end // if A, once B, is C, D
				n = r.after(k + 2)
			}
			if w := r.word(r.tidy(cause)); w == "it" || w == "them" || w == "that" || w == "this" {
				cause.from = m.start
			}
			if !m.is(r.absent) && word == "if" && r.bareName(cause) {
				return // if A, the country that did B, should do C
			}
			d := r.aimedAt(r.conditional(m, cause, r.clause(n)))
			r.add(d)
			r.secondConsequence(d)
			r.moreConsequences(n+1, d)
		}
		return
	}
	effect := r.subject(stretch{c.from, m.start})
	if body := (stretch{m.end, c.to}); word == "if" && len(strings.Fields(r.word(body))) < 4 && !r.finite(body) && !r.sentential(body) {
		return // a new if modest programme
	}
	r.add(r.conditional(m, stretch{m.end, r.causeEnd(m.end, c.to)}, effect))
}

// turnedRound reports whether a subject follows "should", and not its verb: should American
// leadership lapse, should the court object.
func (r *enReader) turnedRound(m linkCue) bool {
	return r.nounAt(m.end + 1)
}

// actorResumes is the name before the first modal of a stretch, if the main clause begins with
// it: without American forces | Japan would.
func (r *enReader) actorResumes(s stretch) (stretch, bool) {
	modal, ok := r.first(stretch{s.from + 5, s.to}, r.modal|r.no)
	if !ok {
		return stretch{}, false
	}
	who := stretch{modal.start - 1 - len([]rune(lastWord(r.word(r.tidy(stretch{s.from, modal.start}))))), modal.start - 1}
	if who.from <= s.from+5 || r.text[who.from] < 'A' || r.text[who.from] > 'Z' || !r.plainActor(who) {
		return stretch{}, false
	}
	before, tied := r.before(who.from)
	return who, !tied || !before.is(r.preposition|r.and|r.noun|r.adverb)
}

// enIts stand for what was spoken of.
var enIts = []string{"it", "them", "this", "that", "these", "one"}

// andIf reports whether "and" or "but" opens a sentence right before "if".
func (r *enReader) andIf(m linkCue) bool {
	return slices.Contains([]string{"and", "but"}, lastWord(r.word(r.tidy(stretch{max(0, m.start-5), m.start}))))
}

// mainWithin is where the main clause begins that no comma parts from the
// condition before it: if we lose the bases | we would lose our voice.
func (r *enReader) mainWithin(s stretch) (stretch, bool) {
	it, ok := r.pronounIn(s)
	if !ok {
		return it, false
	}
	modal, ok := r.opensAt(it.to, r.modal)
	if p, tied := r.before(it.from); tied && p.end == it.from && p.is(r.that|r.which|r.cond|r.because|r.say|r.and|r.preposition|r.stop) || lastWord(r.word(stretch{s.from, it.from})) == "what" {
		return it, false // if she feels that they will pay
	}
	return it, ok && modal.start == it.to && (r.finite(stretch{s.from, it.from}) || len(strings.Fields(r.word(stretch{s.from, it.from}))) > 2)
}

// ifWithoutComma reads if A they will B, where they stand for the main clause
// that mainWithin found; it may go on over what stands between commas.
func (r *enReader) ifWithoutComma(k int, m linkCue, main stretch) {
	effect := stretch{main.from + 1, r.causeEnd(main.to, r.clauses[k].end)}
	if k+2 < len(r.clauses) && effect.to == r.clauses[k].end && r.clauseEndsOpen(k) {
		effect.to = r.clauses[k+2].end // if A they must, to a large extent, B
	}
	r.add(r.aimedAt(r.conditional(m, stretch{m.end, main.from}, effect)))
}

// aimedAt turns round a condition that names an aim: if A is to be, B is needed.
func (r *enReader) aimedAt(d draft) draft {
	if be, ok := r.first(d.cause, r.be); ok && strings.HasSuffix(r.word(be.stretch()), " to") && r.word(be.stretch()) != "were to" {
		d.cause, d.effect, d.relation = d.effect, d.cause, "enable"
	}
	return d
}

// enIfAtAll are what follows an "if" that sets no condition.
var enIfAtAll = []string{"required", "possible", "necessary", "needed", "any", "anything", "ever", "so", "not", "desired", "applicable", "appropriate"}

// secondConsequence splits B of "if A, B will be and C will be".
func (r *enReader) secondConsequence(d draft) {
	n := len(r.drafts)
	for _, and := range r.within(d.effect, r.and) {
		first, second := stretch{d.effect.from, and.start}, stretch{and.end, d.effect.to}
		_, one := r.first(first, r.modal)
		m, two := r.first(second, r.modal)
		if n == 0 || !one || !two || m.start-second.from < 4 || len(r.within(stretch{second.from, m.start}, r.which|r.that)) > 0 {
			continue
		}
		r.drafts[n-1].effect = r.tidy(first)
		r.drafts[n-1].joint, r.drafts[n-1].jointLen = 0, 0
		d.effect = second
		r.add(d)
		return
	}
}

// moreConsequences adds the clauses that list what else follows from a
// condition: if A, B, and C will D.
func (r *enReader) moreConsequences(n int, d draft) {
	for ; n < len(r.clauses) && r.clauses[n-1].mark == ','; n++ {
		whole := r.tidy(stretch{r.clauses[n].start, r.clauses[n].end})
		w := r.word(whole)
		switch own := r.opensBare(whole); {
		case !own.empty() && len(r.within(d.effect, r.modal)) > 0:
			e := d
			e.effect, e.rank = own, 5
			r.add(e) // they will do A, do B, and do C
			continue
		case strings.HasPrefix(w, "and ") && r.sentential(r.clause(n)) && len(r.within(whole, r.because|r.cond)) == 0:
		case !strings.HasPrefix(w, "and ") && !strings.HasPrefix(w, "but ") || len(r.within(whole, r.modal)) == 0:
			return
		}
		d.effect, d.rank = r.clause(n), 5
		r.add(d)
	}
}

// opensBare is a clause that opens with a verb of action in its base form, behind "and" at
// most, without that; empty if none does.
func (r *enReader) opensBare(s stretch) stretch {
	if strings.HasPrefix(r.word(s), "and ") {
		s.from += len("and ")
	}
	if first := headWord(r.word(s)); !r.actAt(s.from) || hasSuffix(first, "ing") || hasSuffix(first, "ed") {
		return stretch{}
	}
	return s
}

// evenIf reads even if A, not B: that A brings B about is denied.
func (r *enReader) evenIf(k int, m linkCue, first bool) {
	c := stretch{r.clauses[k].start, r.clauses[k].end}
	main := stretch{c.from, m.start}
	if first && k+1 < len(r.clauses) {
		main = r.clause(k + 1)
	}
	no, ok := r.first(main, r.no)
	if !ok {
		return
	}
	d := r.conditional(m, stretch{m.end, r.causeEnd(m.end, c.to)}, stretch{no.end, main.to})
	d.modality, d.rule = "denied", "claim/en/even"
	r.add(d)
}

// needed reads B requires A, where B is something that is to be.
func (r *enReader) needed(k int, m linkCue) {
	effect := r.subject(r.trimBack(stretch{r.clauses[k].start, m.start}, r.filler, &manner{}))
	rest := r.word(stretch{m.end, r.clauses[k].end})
	if effect.to-effect.from < 12 || r.plainActor(effect) || strings.Contains(rest, " to ") {
		return
	}
	d := r.conditional(m, stretch{m.end, r.clauses[k].end}, effect)
	d.relation, d.rule, d.rank = "enable", "claim/en/need", 3
	if w := r.word(effect); strings.HasPrefix(w, "none of ") || strings.HasPrefix(w, "nothing ") || strings.HasPrefix(w, "neither ") {
		d.modality = "denied"
	}
	r.add(d)
}
