package extract

import (
	"slices"
	"strings"
)

// wayTo reads the best way to do B is to do A.
func (r *enReader) wayTo(k int, m linkCue) {
	c := stretch{m.end, r.clauses[k].end}
	be, ok := r.first(c, r.be)
	if !ok || be.start < c.from+5 || slices.Contains([]string{"its", "their", "his", "her", "our"}, headWord(r.word(r.clause(k)))) {
		return // their means of delivery
	}
	cause := r.trimFront(stretch{be.end, c.to}, r.preposition|r.to|r.that|r.by)
	d := r.purposeDraft(m.stretch(), cause, r.trimBack(stretch{c.from, be.start}, r.filler, &manner{}))
	d.relation, d.rule, d.rank = "means", "claim/en/means", 7
	r.add(d)
}

// tradedFor reads to trade A for B.
func (r *enReader) tradedFor(m linkCue, to int) {
	p, ok := r.before(m.start)
	if !ok || !p.is(r.to|r.modal) && !r.gerund(m) {
		return
	}
	rest := string(r.text[m.end:to])
	at := strings.Index(rest, " for ")
	if at < 4 || strings.Contains(rest[:at], " with ") {
		return
	}
	mid := m.end + len([]rune(rest[:at]))
	d := r.purposeDraft(m.stretch(), stretch{m.end, mid}, stretch{mid + 5, r.aimEnd(mid+5, to)})
	d.rule = "claim/en/exchange"
	r.add(d)
}

// usedFor reports whether somebody named before "to" is not asked but used:
// relying on allies to.
func (r *enReader) usedFor(from int, p linkCue) bool {
	if !p.is(r.somebody) || p.is(r.say) {
		return false
	}
	u, ok := r.last(stretch{from, p.start}, r.use)
	return ok && p.start-u.end < 30
}

// meansOf reads B by doing A and B through A.
func (r *enReader) meansOf(k int, m linkCue) {
	c := stretch{r.clauses[k].start, r.clauses[k].end}
	if m.is(r.use) && r.tidy(stretch{m.end, c.to}).empty() {
		return // the order that Japan relies on
	}
	if _, which := r.opensAt(m.end+1, r.which); m.is(r.by) && !which && !r.gerundAt(m.end) || m.is(r.use) && r.toAct(stretch{m.end, c.to}) {
		return
	}
	if which, ok := r.opensAt(m.end+1, r.which); ok {
		r.meansWhich(m, stretch{c.from, m.start}, stretch{which.end, c.to})
		return
	}
	opens := m.start == r.clause(k).from
	effect := r.achieved(stretch{c.from, m.start})
	d := r.purposeDraft(m.stretch(), stretch{m.end, r.causeEnd(m.end, c.to)}, effect)
	d.relation, d.modality, d.rule, d.rank = "means", "asserted", "claim/en/means", 4
	if at := r.resumesAt(m.end, c.to); at > 0 && opens && !r.gerundAt(m.end) {
		d.cause.to, d.effect, d.rank = at, stretch{at, c.to}, 6 // through A the plan does B
		r.add(d)
		return
	}
	if verb, ok := r.verbBehind(m, d.cause); ok {
		if d.cause.to = verb.start; r.meansInside(k, m, verb, d) {
			return
		}
	}
	switch it, pronoun := r.pronounIn(d.cause); {
	case r.word(m.stretch()) == "through" && r.plainActor(r.tidy(d.cause)):
		return // through our government
	case m.is(r.use) && opens && r.gerund(m) && k > 0 && r.clauses[k-1].mark == ',' && !(k+1 < len(r.clauses) && r.resumes(k+1)):
		if d.cause.from, d.effect = m.start, r.deed(r.mainBefore(k)); d.effect.to-d.effect.from > 12 {
			r.add(d) // B, using A
		}
	case k+1 < len(r.clauses) && !(pronoun && r.clauses[k].mark != ',') && (opens && effect.to-effect.from < 6 || m.is(r.by) && r.byBefore(k, m)):
		r.meansFirst(k, d)
	case pronoun && opens && effect.to-effect.from < 6:
		d.effect = r.trimFront(stretch{it.to, c.to}, r.adverb) // by doing A it does B
		d.cause.to, d.rank = it.from, 6
		r.add(d)
	case len(r.within(effect, r.verb|r.act)) > 0:
		if m.is(r.use) {
			d.cause.from = m.start
		}
		r.add(d)
	}
}

// achieved is what is done by the means that follow a stretch.
func (r *enReader) achieved(s stretch) stretch {
	effect := r.innerDeed(r.mainPart(s))
	if t, ok := r.last(stretch{effect.from, s.to}, r.to); ok && r.actAt(t.end) {
		effect.from = t.end
	} else if t, ok := r.last(stretch{effect.from, s.to}, r.aim); ok && strings.HasSuffix(r.word(t.stretch()), " is to") {
		effect.from = t.end // its objective is to do B by doing A
	}
	return effect
}

// meansInside reads the parties by means of A will B, and to do C the parties by means
// of A will B, where verb is the modal or auxiliary behind A.
func (r *enReader) meansInside(k int, m, verb linkCue, d draft) bool {
	lead := stretch{r.clause(k).from, m.start}
	if at := r.resumesAt(lead.from, r.clauses[k].end); at > 0 && at < m.start {
		lead.from = at
	}
	who := r.subject(lead)
	if who.from != lead.from || !strings.HasSuffix(r.word(m.stretch()), " of") || len(r.within(who, r.verb|r.act|r.be|r.modal|r.have|r.to)) > 0 {
		return false
	}
	d.effect, d.rank = stretch{verb.end, r.clauses[k].end}, 6
	r.note(verb, &d.manner)
	d.modality = d.manner.modality()
	r.add(d)
	return true
}

// goesOnInRow reports whether clause k is an item of a row: it holds no verb, or one without
// a subject: by sharing bases, repair yards and patrols.
func (r *enReader) goesOnInRow(k int) bool {
	c := r.clause(k)
	if v, ok := r.first(c, r.verb|r.be|r.modal|r.say|r.act|r.aim|r.primary); ok {
		return v.start == c.from && v.is(r.verb|r.act) && r.bare(v) && len(r.within(stretch{v.end, c.to}, r.verb|r.be|r.modal|r.say)) == 0
	}
	return !subjectAndVerb(strings.Fields(r.word(c)))
}

// meansFirst reads by doing A, B, where the clause of A is a list at times (by tying A,
// B and C together) and goes on with "and by" at others, which is another cause.
func (r *enReader) meansFirst(k int, d draft) {
	next, last := k+1, k
	if next+1 < len(r.clauses) && r.clauses[next].mark == ',' && r.saysSo(r.clause(next)) {
		next++ // by doing A, they say, B
	}
	for next+1 < len(r.clauses) && r.clauses[next].mark == ',' && r.relativeClause(next) {
		next++ // by strengthening A, which were raised in July, the allies
	}
	for next+1 < len(r.clauses) && r.clauses[next].mark == ',' && r.goesOnInRow(next) {
		last = next
		next++
	}
	if and := strings.Index(r.word(d.cause), " and by "); and > 4 {
		d.cause.to = d.cause.from + len([]rune(r.word(d.cause)[:and]))
	} else {
		d.cause.to = max(d.cause.to, r.clauses[last].end)
	}
	whole := r.clause(next)
	d.effect = r.mainPart(whole)
	if at := meansTo(r.word(whole)); at > 0 {
		d.effect, d.modality = stretch{whole.from + len([]rune(r.word(whole)[:at])), whole.to}, "intended"
		r.add(d)
		return
	}
	if hope, ok := r.last(stretch{whole.from, d.effect.from}, r.say); ok && slices.Contains(enHoping, r.firstWord(hope)) {
		d.modality = "intended"
	} else if v, ok := r.first(d.effect, r.verb|r.act|r.have); ok && r.plainActor(r.trimBack(stretch{d.effect.from, v.start}, r.filler, &manner{})) {
		d.effect.from = v.start // by doing A, the government creates B
	}
	r.add(d)
}

// meansTo is where, in a clause, what somebody intends begins: they hope to | weave a net;
// 0 if nobody does.
func meansTo(clause string) int {
	words := strings.Fields(clause)
	for i := 1; i+2 < len(words) && i < 9; i++ {
		if words[i+1] == "to" && slices.Contains(enHoping, words[i]) {
			return strings.Index(clause, words[i]+" to ") + len(words[i]) + len(" to ")
		}
	}
	return 0
}

// enSubjectPronouns stand for whoever does what the next verb says.
var enSubjectPronouns = []string{"it", "they", "he", "she", "we", "you", "i"}

// verbBehind is the modal or auxiliary with which a sentence goes on behind the noun
// phrase of a means that stands inside it: attempts at A through B have failed.
func (r *enReader) verbBehind(m linkCue, means stretch) (linkCue, bool) {
	verb, ok := r.first(stretch{means.from + 4, means.to}, r.modal|r.have|r.be|r.adverb|r.which|r.that|r.cond|r.to|r.from)
	if !ok || slices.Contains(enSubjectPronouns, lastWord(r.word(r.tidy(stretch{means.from, verb.start})))) || r.gerundAt(m.end) || !(verb.is(r.modal) || r.auxiliary(verb) || verb.is(r.be)) || verb.is(r.to|r.that|r.which) {
		return verb, false
	}
	w := r.word(verb.stretch())
	return verb, w != "be" && w != "being" && w != "having" && !strings.HasSuffix(w, " to")
}

// byBefore reports whether "and" joins a "by" to the one that opens clause k.
func (r *enReader) byBefore(k int, by linkCue) bool {
	open := r.clause(k).from
	return by.start > open+6 && strings.HasPrefix(r.word(stretch{open, by.start}), "by ") && strings.HasSuffix(r.word(stretch{open, by.start}), " and ")
}

// meansWhich reads an apposition that sums up what was said, and what comes about
// by it: an arrangement by which B.
func (r *enReader) meansWhich(m linkCue, head, rest stretch) {
	head = r.tidy(head)
	if article := headWord(r.word(head)); article != "a" && article != "an" || len(r.within(head, r.verb|r.be|r.modal|r.say|r.to)) > 0 || !r.finite(rest) {
		return
	}
	d := r.reasonDraft(m, head, rest)
	d.relation, d.rule = "means", "claim/en/means"
	r.add(d)
}

// pronounIn finds a pronoun that begins a sentence in a stretch: it, they,
// followed by a verb or an adverb; or a name that does.
func (r *enReader) pronounIn(s stretch) (stretch, bool) {
	w := r.word(s)
	for _, it := range []string{" it ", " they ", " he ", " she ", " we "} {
		at := strings.LastIndex(w, it)
		if at < 8 {
			continue
		}
		found := stretch{s.from + len([]rune(w[:at])), s.from + len([]rune(w[:at])) + len(it)}
		if _, ok := r.opensAt(found.to, r.verb|r.adverb|r.modal|r.be|r.have|r.no|r.aim); ok {
			return found, true
		}
	}
	for _, who := range r.within(stretch{s.from + 8, s.to}, r.somebody) {
		if p, ok := r.before(who.start); !(ok && p.is(r.preposition|r.and|r.by|r.noun)) && r.text[who.start] < 'a' && r.predicateAt(who.end+1) {
			return stretch{who.start, who.end + 1}, true // by bullying its friends Washington weakens
		}
	}
	return stretch{}, false
}

// enHoping are verbs that make an aim of what they govern.
var enHoping = []string{"hope", "hopes", "hoped", "hoping", "seek", "seeks", "sought", "aim", "aims", "want", "wants", "wanted", "intend", "intends", "intended", "plan", "plans", "try", "tried", "attempts", "attempt"}

// toAct reports whether "to" with a verb of action stands in a stretch.
func (r *enReader) toAct(s stretch) bool {
	for _, t := range r.within(s, r.to) {
		if r.actAt(t.end) {
			return true
		}
	}
	return false
}

// foretold reports whether what is done by a means is still to come: by A the allies would
// do B; they would, by A, do B.
func (r *enReader) foretold(d draft) bool {
	k := r.clauseOf(d.effect.from)
	from, to := r.clauses[k].start, d.effect.from
	v, ok := r.first(d.effect, r.verb|r.act)
	if by := r.clauseOf(d.cause.from); ok && k == by+1 && by > 0 && v.start == d.effect.from && r.bare(v) {
		from = r.clauses[by-1].start
	}
	if ok {
		to = max(to, v.start)
	}
	return slices.ContainsFunc(r.within(stretch{from, to}, r.modal), func(c linkCue) bool {
		return slices.Contains(enToCome, r.firstWord(c))
	})
}

// enToCome open what tells what is to come, and not what can or should be done.
var enToCome = []string{"will", "would", "may", "might", "could", "shall"}
