package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// purposes finds aims and means in clause k: A to B; to B, A; A, aiming to B;
// B by doing A; B through A.
func (r *enReader) purposes(k int) {
	c := stretch{r.clauses[k].start, r.clauses[k].end}
	open := r.clause(k)
	if r.aimCleft(k) {
		return
	}
	for _, m := range r.within(c, r.to) {
		m = r.splitInOrder(c.from, m)
		if slices.Contains(enHowFar, r.word(r.tidy(stretch{c.from, m.start}))) {
			open.from = m.start // partly to do B
		}
		if m.start == open.from && (k == 0 || r.clauses[k-1].mark != ',') && r.verbAt(m.end+1) && !strings.HasSuffix(r.word(stretch{c.from, m.start}), "addition ") {
			r.inOrderTo(k, m)
			continue
		}
		if r.tooMuch(c, m) || !r.actAt(m.end) || r.asked(c.from, m.start) || r.noAim(c.from, m) {
			continue
		}
		if m.start == open.from {
			r.inOrderTo(k, m)
		} else if p, ok := r.before(r.dateBefore(m.start)); !ok || !p.is(r.control|r.say|r.modal|r.primary|r.have|r.adverb|r.somebody|r.feeling) || r.usedFor(c.from, p) || r.unasked(p, m) {
			r.toAim(k, m)
		}
	}
	if m, ok := r.first(c, r.way); ok {
		r.wayTo(k, m)
	}
	if m, ok := r.first(c, r.aim); ok {
		r.aimOf(k, m)
	}
	if m, ok := r.first(c, r.primary); ok {
		r.objective(k, m)
	}
	if m, ok := r.first(c, r.vital); ok {
		r.vitalFor(k, m)
	}
	if m, ok := r.first(c, r.cost); ok && m.start > open.from+8 {
		d := r.purposeDraft(m.stretch(), r.subject(stretch{c.from, m.start}), stretch{m.start, c.to})
		d.relation, d.modality, d.rule, d.sign = "result", "asserted", "claim/en/cost", entente.Minus
		r.add(d)
	}
	for _, m := range r.within(c, r.by|r.through|r.use) {
		r.meansOf(k, m)
	}
	if m, ok := r.first(c, r.trade); ok {
		r.tradedFor(m, c.to)
	}
}

// enHowFar say of an aim or of what something is how much that counts.
var enHowFar = []string{"partly", "in part", "chiefly", "mainly", "largely", "in large part", "not least", "if only", "ostensibly", "supposedly", "perhaps", "primarily", "principally", "in great part", "in no small part", "in large measure", "first of all", "above all", "at bottom", "in essence", "in effect", "in truth", "in fact", "to some extent", "to a large extent", "first and foremost", "at least in part", "in the main"}

// splitInOrder takes "in order" into an infinitive that adverbs part from it: in
// order more effectively to deter.
func (r *enReader) splitInOrder(from int, to linkCue) linkCue {
	w := r.word(stretch{from, to.start})
	at := strings.LastIndex(w, "in order ")
	if at < 0 || at > 0 && w[at-1] != ' ' {
		return to
	}
	between := strings.Fields(w[at+len("in order "):])
	if len(between) == 0 || len(between) > 3 || !strings.HasSuffix(between[len(between)-1], "ly") && between[len(between)-1] != "better" {
		return to
	}
	to.start = from + len([]rune(w[:at]))
	return to
}

// asked reports whether a verb before "to" tells its object what to do: advised
// citizens to avoid.
func (r *enReader) asked(from, to int) bool {
	a, ok := r.last(stretch{from, to}, r.ask)
	return ok && a.end < to-2 && to-a.end < 45 && len(r.within(stretch{a.end, to}, r.act&^r.noun)) == 0
}

// actAt reports whether a verb of action starts at a place, perhaps after an
// adverb.
func (r *enReader) actAt(at int) bool {
	for range 3 {
		s := r.tidy(stretch{at, len(r.text)})
		c, ok := r.opensAt(s.from, r.act|r.verb|r.adverb)
		if !ok {
			return false
		}
		if c.is(r.act | r.verb) {
			return true
		}
		at = c.end
	}
	return false
}

// tooMuch reads that A is too small to do B.
func (r *enReader) tooMuch(c stretch, m linkCue) bool {
	w := r.word(stretch{c.from, m.start})
	at := strings.LastIndex(w, " too ")
	if at < 0 || len(strings.Fields(w[at:])) > 3 || !r.actAt(m.end) {
		return false
	}
	how := len([]rune(w[:at]))
	verb, from := wordLeft(r.text, c.from+how)
	if !slices.Contains(enBeforeAdjectives, verb) && !strings.HasPrefix(verb, "remain") && !strings.HasPrefix(verb, "prove") {
		return false
	}
	var said manner
	who := r.subject(r.trimBack(stretch{c.from, from}, r.filler, &said))
	if last := lastWord(r.word(who)); last == "but" || last == "and" || last == "yet" {
		if has, ok := r.first(who, r.have|r.be|r.modal); ok {
			who.to = has.start // has grown ninefold but remains too small
		}
	}
	if who.empty() || r.isPronoun(who) || r.personal(who) != "" || r.plainActor(who) {
		return true
	}
	d := r.purposeDraft(m.stretch(), who, stretch{m.end, r.aimEnd(m.end, c.to)})
	d.relation, d.modality, d.rule = "result", "denied", "claim/en/result"
	r.add(d)
	return true
}

// unasked reports whether somebody before an infinitive is not asked to do it: a place, or
// one whom a date or "in order" parts from it.
func (r *enReader) unasked(who, to linkCue) bool {
	apart := strings.HasPrefix(r.word(to.stretch()), "in order") || r.dateBefore(to.start) < to.start-len(" in ")
	return who.is(r.somebody) && (apart || r.placed(who.start))
}

// placed reports whether a name at a place only says where something is done, so that the
// infinitive behind it is nothing that is asked of somebody: flew over the Sea of Japan to.
func (r *enReader) placed(at int) bool {
	word, from := wordLeft(r.text, at)
	if word == "the" {
		word, from = wordLeft(r.text, from)
	}
	if word == "of" {
		head, k := wordLeft(r.text, from)
		return head != "" && upper(r.text[k])
	}
	return slices.Contains([]string{"in", "over", "at", "near", "off", "across", "around", "outside", "through", "under"}, word)
}

func (r *enReader) purposeDraft(m stretch, cause, effect stretch) draft {
	return draft{cause: r.untimed(cause), effect: effect, connective: m, relation: "purpose", modality: "intended",
		rule: "claim/en/purpose", rank: 5, sign: entente.Plus}
}

// untimed is a deed without when it was done, before it or at its end: in November of that
// year Japan completed A; set up A at Ichigaya on March 24.
func (r *enReader) untimed(s stretch) stretch {
	s = r.withoutFrame(s)
	at := r.dateBefore(s.to)
	if at >= s.to || at-s.from < 12 {
		return s
	}
	s.to = at
	s = r.tidy(s)
	from := s.to
	for from > s.from {
		word, k := wordLeft(r.text, from)
		if word == "" || !upper(r.text[k]) {
			break
		}
		from = k
	}
	if place := r.tidy(stretch{s.from, from}); from < s.to && lastWord(r.word(place)) == "at" && place.to-len(" at")-s.from > 12 {
		s.to = place.to - len(" at")
	}
	return s
}

// inOrderTo reads To B, A.
func (r *enReader) inOrderTo(k int, m linkCue) {
	if last := k+1 == len(r.clauses) || r.clauses[k].mark != ','; last && k > 0 && r.clauses[k-1].mark == ',' {
		helps := strings.HasPrefix(r.word(stretch{m.end, r.clauses[k].end}), " help") || k > 1 && r.interposed(k-1) ||
			slices.Contains(enHowFar, r.word(r.tidy(stretch{r.clauses[k].start, m.start})))
		if before := r.deed(r.mainBefore(k)); helps && before.to-before.from > 12 && !r.plainActor(before) && len(r.within(before, r.say)) == 0 {
			d := r.purposeDraft(m.stretch(), before, stretch{m.end, r.aimEnd(m.end, r.clauses[k].end)})
			d.rank = 3
			r.add(d) // A, to help B
		}
		return
	}
	if k > 0 && r.clauses[k-1].mark == ',' && !r.finite(r.clause(min(k+1, len(r.clauses)-1))) {
		return // to do A, and to do B
	}
	if slices.Contains(enStaying, lastWord(r.word(r.tidy(stretch{m.end, r.clauses[k].end})))) || len(r.within(stretch{m.end, r.clauses[k].end}, r.be)) > 0 && strings.Contains(r.word(stretch{m.end, r.clauses[k].end}), " is to ") {
		return // to do A is, in the end, to do B
	}
	if k+1 < len(r.clauses) && r.clauses[k].mark == ',' && !r.clauseEndsOpen(k) {
		r.add(r.purposeDraft(m.stretch(), r.deed(r.clause(r.after(k))), stretch{m.end, r.clauses[k].end}))
	}
}

// verbAt reports whether an infinitive rather than a noun phrase starts after
// "to" at the head of a sentence: any plain word but a plural.
func (r *enReader) verbAt(at int) bool {
	if at >= len(r.text) || r.nounAt(at) {
		return false
	}
	w, _, _ := strings.Cut(r.word(stretch{at, min(len(r.text), at+30)}), " ")
	return w != "" && w[0] >= 'a' && w[0] <= 'z' && (!strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss")) && !slices.Contains(enToNouns, w)
}

// enToNouns are no verbs after "to" at the head of a sentence.
var enToNouns = []string{"be", "some", "many", "most", "one", "me", "everyone", "others", "all", "date", "what", "what's", "him", "them", "her", "us", "it", "say", "put", "repeat", "begin", "start", "conclude"}

// toAim reads A to B within a clause.
func (r *enReader) toAim(k int, m linkCue) {
	if s, ok := r.doesMore(k, m.start); ok {
		d := r.purposeDraft(m.stretch(), s, stretch{m.end, r.aimEnd(m.end, r.clauses[k].end)})
		d.relation, d.modality, d.rule = "result", "asserted", "claim/en/result"
		r.add(d)
		return
	}
	cause := r.innerDeed(r.deed(stretch{r.clauses[k].start, m.start}))
	if u, ok := r.last(cause, r.use); ok {
		cause.from = u.start
	}
	if is := lastWord(r.word(cause)); is == "is" || is == "was" {
		cause.to -= len([]rune(is)) + 1 // to do A is, in the end, to do B
	}
	if cause.to-cause.from < 8 || r.plainActor(cause) {
		return
	}
	d := r.purposeDraft(m.stretch(), cause, stretch{m.end, r.aimEnd(m.end, r.clauses[k].end)})
	d.rank, d.grounded = 4, true
	r.add(d)
	r.moreAims(k, d)
}

// doesMore is A of "A has done more than C" before an infinitive at a place.
func (r *enReader) doesMore(k, at int) (stretch, bool) {
	s := stretch{r.clauses[k].start, at}
	w := r.word(s)
	for _, more := range []string{" done more", " does more", " did more", " done much", " done as much", " did much", " does much"} {
		if n := strings.Index(w, more); n >= len(" which") {
			who := r.subject(r.trimBack(stretch{s.from, s.from + len([]rune(w[:n]))}, r.filler|r.have, &manner{}))
			if r.word(who) == "which" && k > 0 {
				who = r.clauseBefore(k)
			}
			return who, true
		}
	}
	return stretch{}, false
}

// innerDeed is the part of a deed that an infinitive behind it goes on from: what
// "how to" asks for, the content of an idea, the last of two predicates.
func (r *enReader) innerDeed(s stretch) stretch {
	w := r.word(s)
	if at := strings.LastIndex(w, " — "); at > 0 && r.finite(stretch{s.from + len([]rune(w[:at])) + len([]rune(" — ")), s.to}) {
		s = r.trimFront(stretch{s.from + len([]rune(w[:at])) + len([]rune(" — ")), s.to}, r.opener)
		w = r.word(s)
	}
	if at := strings.LastIndex(w, " how to "); at > 0 && len(w)-at > len(" how to ")+8 {
		s.from += len([]rune(w[:at])) + len(" how to ")
	}
	for _, that := range r.within(s, r.that) {
		noun := strings.TrimSuffix(lastWord(r.word(r.tidy(stretch{s.from, that.start}))), "s")
		if slices.Contains(enThatNouns, noun) && s.to-that.end > 12 && r.finite(stretch{that.end, s.to}) && r.finite(stretch{s.from, that.start}) {
			s.from = that.end // rests on the idea that A to do B
			break
		}
	}
	for _, and := range r.within(s, r.and) {
		c, ok := r.opensAt(min(and.end+1, s.to), r.adverb|r.modal|r.be)
		if ok && s.to-c.end > 10 && (r.auxiliary(c) || c.is(r.be)) && r.finite(stretch{s.from, and.start}) {
			s.from = c.end // is a trading nation and has spent sums to do B
		}
	}
	return r.tidy(s)
}

// secondAim adds B of "to do A and to do B", and drops it from the first.
func (r *enReader) secondAim(d draft) {
	n := len(r.drafts)
	at := strings.Index(r.word(d.effect), " and to ")
	if n == 0 || at < 4 || r.drafts[n-1].effect.from > d.effect.to {
		return
	}
	at = len([]rune(r.word(d.effect)[:at]))
	r.drafts[n-1].effect.to = min(r.drafts[n-1].effect.to, d.effect.from+at)
	r.drafts[n-1].joint, r.drafts[n-1].jointLen = 0, 0
	d.effect.from += at + len(" and to ")
	r.add(d)
}

// moreAims adds the clauses that go on listing aims: to do A, do B, and do C.
func (r *enReader) moreAims(k int, d draft) {
	r.secondAim(d)
	for n := k + 1; n < len(r.clauses) && r.clauses[n-1].mark == ','; n++ {
		next := r.clause(n)
		c, ok := r.opensAt(next.from, r.act|r.verb)
		if !ok || r.gerund(c) || r.past(c) || strings.HasSuffix(r.firstWord(c), "s") {
			return
		}
		d.effect = stretch{next.from, r.aimEnd(next.from, next.to)}
		d.rank = 3
		r.add(d)
	}
}

// objective reads the main objective of A is to do B, doing C.
func (r *enReader) objective(k int, m linkCue) {
	c := stretch{m.end, r.clauses[k].end}
	be, ok := r.first(c, r.be)
	if !ok || !strings.HasSuffix(r.word(be.stretch()), " to") {
		return
	}
	d := r.purposeDraft(m.stretch(), r.aimHolder(r.clause(k)), stretch{be.end, c.to})
	d.cause.to = min(d.cause.to, be.start)
	d.rank = 7
	r.add(d)
	for n := k + 1; n < len(r.clauses) && r.clauses[n-1].mark == ','; n++ {
		open := r.clause(n)
		if v, ok := r.opensAt(open.from, r.verb|r.act); !ok || !r.gerund(v) {
			break
		}
		d.effect = open
		r.add(d)
	}
}

// vitalFor reads A is crucial to doing B.
func (r *enReader) vitalFor(k int, m linkCue) {
	var how manner
	left := r.trimBack(stretch{r.clauses[k].start, m.start}, r.filler, &how)
	rest := r.word(stretch{m.end, r.clauses[k].end})
	at := 0
	switch {
	case strings.HasPrefix(rest, " to "):
		at = m.end + 4
	case strings.HasPrefix(rest, " for "):
		at = m.end + 5
	default:
		return
	}
	cause := r.subject(left)
	effect := stretch{at, r.clauses[k].end}
	if !r.copulaBefore(left.to) {
		head, ok := r.nounPhrase(left)
		if !ok {
			return // such bodies as may be necessary
		}
		cause = head // drains it of the trust necessary to do B
		if from := strings.Index(r.word(effect), " from "); from > 4 {
			effect.to = effect.from + len([]rune(r.word(effect)[:from]))
		}
	}
	if _, sub := r.opensAt(cause.from, r.cond|r.because); sub || r.plainActor(cause) || cause.to-cause.from < 12 {
		return
	}
	d := r.conditional(m, cause, effect)
	d.relation, d.rule, d.rank, d.modality = "enable", "claim/en/vital", 4, how.modality()
	r.add(d)
}

// copulaBefore reports whether a verb of being or becoming stands right before a
// place, or what stands there was trimmed down to its subject.
func (r *enReader) copulaBefore(at int) bool {
	rest := r.tidy(stretch{at, min(len(r.text), at+24)})
	if c, ok := r.opensAt(rest.from, r.be|r.become|r.modal|r.have|r.adverb); ok && (c.is(r.be|r.become|r.modal) || r.auxiliary(c)) {
		return true
	}
	last := lastWord(r.word(r.tidy(stretch{max(0, at-20), at})))
	return slices.Contains(enStaying, last) || enHeldTo[last] || strings.HasSuffix(last, "self")
}

// enHeldTo stand before what something is held or shown to be: considers it vital.
var enHeldTo = enWords("prove proves proved as them it consider considers considered considering deem deems deemed")

// headedAim reads a heading that is itself an aim: Serve A and Rebuild B.
func (r *enReader) headedAim() {
	if len(r.clauses) == 0 {
		return
	}
	c := r.clause(0)
	from := c.from
	for _, v := range r.within(c, r.goalVerb) {
		if v.start == from || r.word(stretch{max(c.from, v.start-4), v.start}) == "and " {
			d := r.purposeDraft(v.stretch(), stretch{}, stretch{v.start, c.to})
			d.rule = "claim/en/heading"
			if n := len(r.drafts); n > 0 {
				r.drafts[n-1].effect.to = v.start - 4
			}
			r.add(d)
		}
	}
}

// aimEnd is where an aim ends: before a coordinated thought, or the means.
func (r *enReader) aimEnd(from, to int) int {
	for _, c := range r.cues {
		if p, ok := r.before(c.start); ok && c.is(r.modal) && p.is(r.which) && c.start > from {
			return to // a base that would wither
		}
		if c.start > from+6 && c.end <= to && (c.is(r.stop) || c.is(r.modal) && !c.is(r.adverb) && !r.timed(from, c.start) || c.is(r.by) && r.gerundAt(c.end)) {
			return c.start
		}
	}
	return to
}

// timed reports whether the clause of a modal at a place only says when: before he could.
func (r *enReader) timed(from, at int) bool {
	words := strings.Fields(r.word(stretch{from, at}))
	n := len(words)
	return n > 2 && slices.Contains([]string{"before", "after", "until", "till", "when", "once"}, words[n-2])
}

// gerundAt reports whether the word at a place ends in -ing.
func (r *enReader) gerundAt(at int) bool {
	w, rest, _ := strings.Cut(strings.TrimSpace(string(r.text[at:min(len(r.text), at+40)])), " ")
	if strings.HasSuffix(w, "ly") {
		w, _, _ = strings.Cut(rest, " ") // by publicly demanding
	}
	return strings.HasSuffix(w, "ing") && len(w) > 4 && w[0] >= 'a'
}
