package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// results finds verbs of causing in clause k, finite (A will undermine B) or as
// a participle that goes on from what was said (A, undermining B).
func (r *enReader) results(k int) {
	c := r.clauses[k]
	from := c.start
	for _, v := range r.within(stretch{c.start, c.end}, r.verb|r.have|r.mean) {
		if v.start < from || v.end >= c.end-2 {
			continue
		}
		d, ok := r.resultClaim(k, stretch{from, v.start}, r.overTime(v))
		if !ok {
			continue
		}
		if before, _, more := strings.Cut(r.word(d.effect), " than "); more && strings.HasSuffix(r.word(v.stretch()), " more for") {
			d.effect.to = d.effect.from + len([]rune(before)) // did more for A than B
		}
		n := len(r.drafts)
		if first, second, ok := r.andSo(d); ok {
			r.add(first)
			d = second
		}
		r.add(d)
		if len(r.drafts) > n {
			r.contradicted(k, d)
			r.notThat(k, d)
			from = d.effect.to
		}
	}
}

// overTime is a verb of leading with what stands before its "to": led in June of the next year to.
func (r *enReader) overTime(v linkCue) linkCue {
	if !slices.Contains([]string{"led", "lead", "leads"}, r.word(v.stretch())) {
		return v
	}
	words := strings.Fields(r.word(stretch{v.end, min(len(r.text), v.end+60)}))
	if len(words) == 0 || !slices.Contains(enAfterParticiples, words[0]) || words[0] == "to" {
		return v
	}
	for n, w := range words[1:] {
		if w == "to" {
			v.end += len(" " + strings.Join(words[:n+2], " "))
			return v
		}
		if !digit([]rune(w)[0]) && !slices.Contains(enCalendar, w) && !slices.Contains(enAfterLed, w) && !enTimeUnits[w] {
			return v
		}
	}
	return v
}

// enAfterLed tell when or how something led to another, besides dates.
var enAfterLed = []string{"next", "following", "same", "that", "a", "few", "weeks", "months", "years", "days", "turn", "time", "part", "course", "end", "its", "their", "due"}

// andSo takes apart what a cause does and what it does by that: such visits complicate A and
// so strengthen B.
func (r *enReader) andSo(d draft) (first, second draft, ok bool) {
	const link = " and so "
	before, after, ok := strings.Cut(r.word(d.effect), link)
	end := d.effect.from + len([]rune(before))
	if at := end + len(link); !ok || slices.Contains(enNotAfterSo, headWord(after)) || !r.actAt(at-1) {
		return d, d, false
	}
	first, second = d, d
	first.effect.to, second.effect.from = end, end+len(link)
	return first, second, true
}

// compared reports whether a subject holds what it is compared with, and its own verb
// before: have used them faster than plants.
func (r *enReader) compared(s stretch) bool {
	w := r.word(s)
	at := strings.LastIndex(w, " than ")
	if at < 0 || digit([]rune(w[at+len(" than "):] + " ")[0]) {
		return false
	}
	return len(r.within(stretch{s.from, s.from + len([]rune(w[:at]))}, r.have|r.be|r.modal)) > 0
}

// summedUp is a cause without the clause that its last words sum up: …, a merger | that
// creates the largest group.
func (r *enReader) summedUp(s stretch) stretch {
	const most = 3 // words of the noun phrase
	w := r.word(s)
	at := max(strings.LastIndex(w, ", a "), strings.LastIndex(w, ", an "))
	if at < 0 || len(strings.Fields(w[at+1:])) > most {
		return s
	}
	if next := r.word(stretch{s.to, min(len(r.text), s.to+8)}); !strings.HasPrefix(strings.TrimLeft(next, " "), "that ") && !strings.HasPrefix(strings.TrimLeft(next, " "), "which ") {
		return s
	}
	n := s.from + len([]rune(w[:at]))
	if slices.Contains(enDeeds, lastWord(w)) {
		return stretch{s.from, n} // did A, a step | that does B
	}
	return stretch{n + len(", "), s.to}
}

// isDeed reports whether a stretch only sums up what somebody did: a step.
func (r *enReader) isDeed(s stretch) bool {
	article, rest, _ := strings.Cut(r.word(s), " ")
	return (article == "a" || article == "an") && len(strings.Fields(rest)) < 3 && slices.Contains(enDeeds, lastWord(rest))
}

// enDeeds sum up what somebody did, and say nothing of their own.
var enDeeds = []string{"step", "move", "show", "decision", "change", "shift", "demand", "gesture", "act", "measure", "departure", "concession", "signal", "development", "course", "choice", "action", "practice"}

// madeWithout reports whether a verb can only be a participle that describes its noun: rules
// made without Washington keep the order alive.
func (r *enReader) madeWithout(v linkCue) bool {
	return slices.Contains(enStrongParticiples, r.word(v.stretch())) &&
		slices.Contains([]string{"without", "by", "under", "between", "during", "amid", "among"}, headWord(r.word(stretch{min(v.end+1, len(r.text)), min(v.end+12, len(r.text))})))
}

func (r *enReader) resultClaim(k int, left stretch, v linkCue) (draft, bool) {
	d := draft{connective: v.stretch(), relation: "result", rule: "claim/en/result", rank: 5, sign: entente.Plus}
	if !r.marks(k, left, v) || r.describes(k, left, v) || r.madeWithout(v) {
		return d, false
	}
	who, ok := r.doer(k, left, v, &d)
	if !ok || !who.pronoun && !r.links(k, who.subject, v, d.manner, who.head, who.filled) {
		return d, false
	}
	inside := who.head > r.clauses[k].start
	if headWord(r.word(who.subject)) == "by" || r.progressive(v) && slices.Contains(enEquated, lastWord(r.word(who.subject))) {
		return d, false // what was said by Dulles has lulled them; the problem may not be preventing it
	}
	if r.compared(who.subject) {
		return d, false // faster than plants can build them
	}
	if slices.Contains(enOpenEnds, lastWord(r.word(who.subject))) {
		return d, false // America need not carry B; driven by worries about B; pay for hardened shelters
	}
	if strings.HasPrefix(r.word(v.stretch()), "forc") && r.plainActor(who.subject) && !strings.Contains(r.word(stretch{v.end, r.clauses[k].end}), "to ") {
		return d, false // forced the law through the Diet
	}
	if w := r.word(who.subject); slices.ContainsFunc(enNobody, func(no string) bool { return strings.HasPrefix(w+" ", no) }) {
		d.manner.denied = true
	}
	if who.subject.empty() && (r.past(v) || r.gerund(v)) && !inside && r.attributive(k, v) {
		return d, false
	}
	if be, ok := r.opensAt(who.subject.from, r.be); ok && be.end < who.subject.to {
		return d, false // a relative clause without its head
	}
	r.brought(k, v, &d)
	if r.gerund(v) {
		d.rule, d.listed = "claim/en/participle", !v.is(r.cause|r.causeLess)
	}
	d.grounded = v.is(r.mean) && !d.manner.denied
	if d.cause = r.causeOf(k, who.subject, who.head, v); who.pronoun {
		d.cause, d.anaphoric = stretch{}, true
	} else if how := r.havingDone(k, who.subject); !how.empty() {
		d.cause = how
	}
	if subject := r.resumedSubject(k - 1); r.gerund(v) && k > 0 && d.cause == r.clause(k-1) && !subject.empty() && r.goesOnIn(d.cause) {
		d.cause = subject // the accord, signed in July, took effect in May, enabling B
	}
	d.cause = r.summedUp(d.cause)
	if prior, ok := r.chained(k); ok && who.subject.empty() && !who.resumed && prior.manner.predicted {
		d.manner.predicted = true
	}
	if n := len(r.drafts); who.subject.empty() && inside && r.bare(v) && n > 0 && r.drafts[n-1].manner.predicted {
		d.manner.predicted = true // will do A and do B
	}
	r.unequalled(k, &d)
	d.modality = d.manner.modality()
	if d.modality == "asserted" && who.subject.empty() && r.gerund(v) {
		d.modality = r.modalityOf(d.cause)
	}
	if d.modality == "asserted" && r.heading && (r.gerund(v) && !r.progressive(v) || r.bare(v)) {
		d.modality = "predicted"
	}
	return d, true
}

// goesOnIn reports whether a stretch opens with a verb in the past, its subject being left
// before it.
func (r *enReader) goesOnIn(s stretch) bool {
	first := headWord(r.word(s))
	return strings.HasSuffix(first, "ed") || slices.Contains(enPasts, first)
}

// havingDone is what somebody who brings something about did it by, told in the clause
// before: having buried A, Washington has made B.
func (r *enReader) havingDone(k int, subject stretch) stretch {
	if k == 0 || r.clauses[k-1].mark != ',' || !r.plainActor(subject) || subject.from > r.clause(k).from+4 {
		return stretch{}
	}
	before := r.clause(k - 1)
	if c, ok := r.opensAt(before.from, r.by|r.through); ok {
		return stretch{c.end, before.to}
	}
	if first := headWord(r.word(before)); first == "having" || r.gerundAt(before.from) && !r.prepositionAt(before.from) {
		return before
	}
	return stretch{}
}

// unequalled turns round a claim that nothing does more than something else: nothing has
// strengthened the alliance more than China's rise.
func (r *enReader) unequalled(k int, d *draft) {
	if w := r.word(d.cause); w != "nothing" && w != "no one" && !strings.HasPrefix(w, "nothing else") && !strings.HasPrefix(w, "no other ") && !strings.HasPrefix(w, "no single ") {
		return
	}
	end := r.clauses[k].end
	w := r.word(stretch{d.effect.from, end})
	at := strings.LastIndex(w, " than ")
	if at < 4 || len(w)-at < len(" than ")+4 {
		return
	}
	n := d.effect.from + len([]rune(w[:at]))
	d.cause, d.effect.to = r.tidy(stretch{n + len(" than "), end}), min(n, d.effect.to)
	if d.effect.to == n && strings.HasSuffix(w[:at], " more") {
		d.effect.to -= len(" more")
	}
	d.manner.denied = false
}

// enEquated are what a gerund says what it is, and not what it brings about.
var enEquated = []string{"problem", "task", "goal", "aim", "challenge", "point", "question", "difficulty", "job", "key", "answer", "purpose", "priority", "trick", "objective"}

// enOpenEnds end what is no subject: something else must follow.
var enOpenEnds = []string{"need", "by", "of", "for", "with", "from", "into", "than", "at", "against", "toward", "towards", "about", "over", "under", "to", "below", "above", "beyond", "within", "between", "among", "without"}

// enNobody open a subject that denies what is said of it.
var enNobody = []string{"none of ", "neither ", "no amount of ", "no single ", "nothing "}

// marks reports whether a word that can mark a link does so in clause k.
func (r *enReader) marks(k int, left stretch, v linkCue) bool {
	switch {
	case v.is(r.have) && !r.hasImpact(k, v), v.is(r.make) && !r.comparative(k, v), r.nominal(left, v), r.ceases(v):
		return false
	case v.is(r.lead):
		return strings.HasSuffix(r.word(v.stretch()), " to") || strings.Contains(r.word(stretch{min(v.end+3, r.clauses[k].end), r.clauses[k].end}), " to ")
	}
	return true
}

// ceases reports whether a verb of ending has a deed for its object, which is
// what somebody does no more: stop treating. To keep something in mind brings
// nothing about either.
func (r *enReader) ceases(v linkCue) bool {
	if strings.HasPrefix(r.word(v.stretch()), "ke") && strings.HasSuffix(strings.TrimRight(r.word(stretch{v.end, min(len(r.text), v.end+40)}), " ."), " in mind") {
		return true
	}
	return strings.HasPrefix(r.word(v.stretch()), "stop") && r.gerundAt(v.end)
}

// brought sets the effect of a draft: what v does, with the verb itself where
// the verb says what becomes of it.
func (r *enReader) brought(k int, v linkCue, d *draft) {
	d.effect = stretch{v.end, r.listEnd(k, v, r.effectEnd(k, v))}
	if !v.is(r.cause|r.have|r.mean) || v.is(r.semi|r.semiLess) {
		d.effect.from = v.start
	}
	if at := r.overPlace(v); at > 0 {
		d.effect.from = at
	}
	if at := r.effectOfDoing(k, v); at > 0 {
		d.effect.from = at
	}
	if v.is(r.causeLess | r.semiLess) {
		d.turn = v.stretch()
	}
	if less := r.lessened(v, r.tidy(d.effect)); !less.empty() {
		d.turn = less
	}
	if p, ok := r.before(v.start); ok && strings.HasSuffix(r.word(p.stretch()), "more to") {
		if at := strings.Index(r.word(d.effect), " than "); at > 0 {
			d.effect.to = d.effect.from + len([]rune(r.word(d.effect)[:at])) // did more to do B than C
		}
	}
	if n := k + 1; lastWord(r.word(r.tidy(d.effect))) == "that" && d.effect.to == r.clauses[k].end && n < len(r.clauses) {
		for ; n+1 < len(r.clauses) && (r.clauses[n].end-r.clauses[n].start < 24 || r.prepositionAt(r.clause(n).from)) && !r.finite(r.clause(n)); n++ {
		}
		d.effect.to = r.clauses[n].end // made voters think that, this time, B
	}
	if w := r.word(stretch{d.effect.from, r.clauses[k].end}); strings.HasPrefix(strings.TrimLeft(w, " "), "not ") && strings.HasPrefix(r.word(stretch{d.effect.to, r.clauses[k].end}), "but ") {
		d.effect.to = r.clauses[k].end // produced not A but B
	}
	if that, ok := r.opensAt(r.tidy(d.effect).from, r.that); ok && (v.is(r.mean) || r.finite(stretch{that.end, d.effect.to})) {
		d.effect.from = that.end
	}
	if e := r.tidy(d.effect); (r.plainActor(e) || strings.HasPrefix(r.word(e), "it ")) && v.is(r.cause|r.causeLess) {
		d.effect.from = v.start // embolden Beijing
	}
	if strings.HasPrefix(r.word(v.stretch()), "ke") && strings.Contains(r.word(d.effect), " from ") {
		d.sign = entente.Minus // keep A from B
	}
}

// hasImpact reports whether have and its like are followed by an impact on
// something in the same clause.
func (r *enReader) hasImpact(k int, v linkCue) bool {
	rest := stretch{v.end, min(r.clauses[k].end, v.end+60)}
	if strings.HasPrefix(r.word(v.stretch()), "br") && slices.ContainsFunc(enBroughtTo, func(to string) bool { return strings.Contains(r.word(rest)+" ", to) }) {
		return true // bring costs down
	}
	_, ok := r.first(rest, r.impactOn)
	return ok || r.effectOfDoing(k, v) > 0
}

// enBroughtTo say where or how something is brought.
var enBroughtTo = []string{" down ", " closer ", " together ", " to an end ", " to a halt ", " to a standstill ", " to the brink ", " into line ", " into being ", " in its train ", " to bear ", " greater ", " more "}

// effectOfDoing is where the effect begins in: has the odd effect of doing B.
func (r *enReader) effectOfDoing(k int, v linkCue) int {
	if !v.is(r.have) {
		return 0
	}
	c, ok := r.first(stretch{v.end, min(r.clauses[k].end, v.end+45)}, r.impact)
	if !ok || !r.gerundAt(c.end) {
		return 0
	}
	return c.end
}

// links reports whether verb and subject make a causal link.
func (r *enReader) links(k int, subject stretch, v linkCue, m manner, head int, filled bool) bool {
	always := v.is(r.cause|r.causeLess) && !v.is(r.semi|r.semiLess)
	switch {
	case v.is(r.mean) && !m.denied:
		return r.isPronoun(subject) || (strings.HasSuffix(r.word(v.stretch()), "s") || r.plural(subject)) && r.eventful(subject) && !r.prepositionAt(v.end+1)
	case v.is(r.mean):
		return true
	case subject.empty() && r.gerund(v) && head > r.clauses[k].start:
		n := len(r.drafts)
		return n > 0 && r.drafts[n-1].relation == "result" && r.drafts[n-1].effect.to >= r.clauses[k].start
	case subject.empty() && r.gerund(v):
		return k > 0 && r.clauses[k-1].mark == ',' && r.verbal(k-1)
	case subject.empty() && head > r.clauses[k].start:
		n := len(r.drafts) // the chain goes on: will undermine A and accelerate B
		return n > 0 && r.drafts[n-1].relation == "result" && r.drafts[n-1].effect.to >= r.clauses[k].start
	case subject.empty():
		if _, ok := r.chained(k); ok {
			return true
		}
		return r.heading && (m.predicted || always) || m.predicted && k > 0
	case r.gerund(v) && !r.progressive(v):
		return false
	case r.progressive(v):
		return always || r.eventful(subject)
	case r.isPronoun(subject):
		return m.predicted || r.past(v) || always || strings.HasSuffix(r.word(v.stretch()), "s") || filled
	case r.plainActor(subject):
		return always && (filled || r.past(v)) && !strings.HasPrefix(r.word(v.stretch()), "impos") && !strings.HasPrefix(r.word(v.stretch()), "ke")
	case always && enVerbForms()[r.firstWord(v)]&(baseForm|pastForm) == baseForm|pastForm && r.eventful(subject):
		return true // the incident put an end to the talks
	case always:
		return filled || r.perfect(v) || strings.HasSuffix(r.firstWord(v), "s") || r.firstWord(v) == "are" || r.firstWord(v) == "were" || r.plural(subject) && r.eventful(subject)
	}
	if m.denied {
		return true
	}
	if r.prepositionAt(subject.from) && strings.HasPrefix(r.word(subject), "from ") {
		return false
	}
	if p, ok := r.before(v.start); ok && strings.HasSuffix(r.word(p.stretch()), " to") && p.is(r.adverb) {
		return r.eventful(subject) // did more to damage
	}
	if !m.predicted && !r.perfect(v) && !strings.HasSuffix(r.firstWord(v), "s") {
		unchanged := enVerbForms()[r.firstWord(v)]&(baseForm|pastForm) == baseForm|pastForm
		return (unchanged || r.plural(subject)) && r.eventful(subject) // the affair cost the alliance much
	}
	return m.predicted || r.perfect(v) && r.eventful(subject) || strings.HasSuffix(r.firstWord(v), "s") && r.eventful(subject)
}

func (r *enReader) firstWord(v linkCue) string {
	first, _, _ := strings.Cut(r.word(v.stretch()), " ")
	return first
}

// eventful reports whether a noun phrase has the length of something that
// happens, rather than a name.
func (r *enReader) eventful(s stretch) bool {
	return (s.to-s.from > 5 || slices.Contains(enShortCauses, r.word(s))) && !r.plainActor(s)
}

// enShortCauses bring something about, short as they are.
var enShortCauses = []string{"doubt", "fear", "fears", "money", "anger", "trust", "pride", "habit", "war", "debt", "greed", "guilt", "envy", "panic", "delay", "power", "peace"}

// effectEnd is where an effect ends: with its clause, or before a word that
// opens another thought or a coordinated verb.
func (r *enReader) effectEnd(k int, v linkCue) int {
	end := r.clauses[k].end
	for _, c := range r.cues {
		if c.start < v.end+8 && !(c.is(r.stop) && c.start > v.end+3) || c.end > end {
			continue
		}
		if r.noChoiceBut(c) {
			continue
		}
		if c.is(r.stop) || c.is(r.aim) && !c.is(r.primary) && !r.contact(stretch{v.end, c.start}) || c.is(r.by) && r.gerundAt(c.end) || c.is(r.and) && r.predicateAfter(c.end+1) {
			return c.start
		}
		if p, ok := r.before(c.start); ok && c.is(r.that) && r.word(p.stretch()) == "and" {
			return p.start // would do A and that B
		}
		if r.word(c.stretch()) == "without" && r.gerundAt(c.end) {
			return c.start // deepened A without deciding B
		}
		if c.is(r.verb) && r.sameForm(c, v) {
			if and, ok := r.andBefore(c); ok {
				return and.start
			}
		}
	}
	return r.comparedAt(v.end, r.overAside(k, end))
}

// noChoiceBut reports whether a cue is the "but" of what is left to somebody: leaves
// Washington no choice but to stay.
func (r *enReader) noChoiceBut(c linkCue) bool {
	if r.word(c.stretch()) != "but" {
		return false
	}
	word, _ := wordLeft(r.text, c.start)
	return slices.Contains([]string{"choice", "option", "alternative", "choices", "options"}, word)
}

// contact reports whether a relative clause without its "that" ends a stretch: the adversary
// it | is meant to deter.
func (r *enReader) contact(s stretch) bool {
	words := strings.Fields(r.word(s))
	n := len(words)
	return n > 1 && slices.Contains(enSubjectPronouns, words[n-1]) && !slices.Contains(enRelatives, words[n-2])
}

// sameForm reports whether two verbs have the same ending, so that they can be
// coordinated.
func (r *enReader) sameForm(a, b linkCue) bool {
	if r.gerund(a) != r.gerund(b) || r.past(a) != r.past(b) {
		return false
	}
	return strings.HasSuffix(r.firstWord(a), "s") == strings.HasSuffix(r.firstWord(b), "s")
}

// verbal reports whether clause k says that something is done, and is not only
// a frame such as "in recent years".
func (r *enReader) verbal(k int) bool {
	open := r.clause(k)
	_, framed := r.opensAt(open.from, r.preposition)
	if o, ok := r.opensAt(r.tidy(open).from, r.opener); framed || ok && o.end >= open.to {
		return false
	}
	if _, known := r.opensAt(open.from, r.verb|r.act); known || k == 0 {
		return true
	}
	return !r.gerundAt(open.from)
}

// prepositionAt reports whether a preposition starts at a place.
func (r *enReader) prepositionAt(at int) bool {
	_, ok := r.opensAt(at, r.preposition)
	return ok
}

// abstractBefore reports whether the word before a verb names something that
// happens, so that it can be its subject: retrenchment forces.
func (r *enReader) abstractBefore(v linkCue) bool {
	words := strings.Fields(r.word(stretch{max(0, v.start-24), v.start}))
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	return len(last) > 6 && (strings.HasSuffix(last, "ing") || slices.ContainsFunc(enNounEndings[:5], func(e string) bool { return strings.HasSuffix(last, e) }))
}
