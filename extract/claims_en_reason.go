package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// reasons finds the links of clause k that are marked from the cause's side:
// due to A, B; B because A; B stems from A; therefore B.
func (r *enReader) reasons(k int) {
	c := stretch{r.clauses[k].start, r.clauses[k].end}
	open := r.clause(k)
	if m, ok := r.opensAt(r.said(open).from, r.theMore); ok && k+1 < len(r.clauses) {
		if _, ok := r.opensAt(r.clause(k+1).from, r.theMore); ok {
			d := r.reasonDraft(m, r.said(open), r.clause(k+1))
			d.relation, d.rule = "condition", "claim/en/themore"
			if _, also := r.opensAt(r.clause(max(0, k-1)).from, r.theMore); k > 0 && also {
				return // the more A, the more B, and the more C
			}
			r.add(d)
			if k+2 < len(r.clauses) {
				if _, more := r.opensAt(r.clause(k+2).from, r.theMore); more {
					d.effect = r.clause(k + 2)
					r.add(d)
				}
			}
			return
		}
	}
	if _, ok := r.opensAt(open.from, r.theMore); ok {
		return
	}
	if m, ok := r.first(c, r.because); ok && k > 0 && r.conditionExplained(k, m, r.tidy(stretch{c.from, m.start})) || r.contrasted(k) {
		return
	}
	if slices.Contains(r.grounds, k) {
		m := linkCue{start: c.from - 4, end: c.from - 1}
		if effect := r.mainBefore(k); !effect.empty() {
			d := r.reasonDraft(m, stretch{c.from, r.causeEnd(c.from, c.to)}, effect)
			if first, _, _ := strings.Cut(r.word(r.tidy(c)), " "); first == "it" || first == "they" {
				d.rank = 4 // rather what it does in its turn
			}
			r.add(d)
		}
	}
	for _, m := range r.within(c, r.reason) {
		if !r.reasonCleft(c, m) {
			r.reasonOf(k, m)
		}
	}
	for _, m := range r.within(c, r.from) {
		r.stemsFrom(k, m)
	}
	if m, ok := r.first(c, r.because); ok {
		r.becauseOf(k, m, m.start == open.from || m.start == c.from)
	}
	r.withDoing(k)
	r.havingDoneCan(k)
	r.farFrom(k)
	r.saidToBe(k)
	r.passives(k)
	r.resultOf(k)
	if m, ok := r.first(c, r.reasonFor); ok {
		r.reasonIs(k, m)
	}
	if m, ok := r.opensAt(open.from, r.theReason); ok {
		r.theReasonIs(k, m)
	}
	if m, ok := r.opensAt(r.tidy(c).from, r.therefore); ok {
		r.consequence(k, m)
	} else if m, ok := r.opensAt(open.from, r.therefore); ok && k > 0 && r.clauses[k-1].mark == ',' && slices.Contains(enAndSo, r.word(m.stretch())) {
		r.consequence(k, m) // A, and thereby B
	} else if m, ok := r.first(stretch{open.from + 4, c.to}, r.therefore); ok && k > 0 {
		r.henceSaid(k, m)
	}
	r.soThat(k)
	r.cleft(open)
	if m, ok := r.first(c, r.respond); ok {
		r.answered(m, c.to)
	}
	if m, ok := r.first(c, r.impact); ok {
		r.effectOf(m, c)
	}
}

// enAndSo are words of consequence that follow "and".
var enAndSo = []string{"thereby", "therefore", "thus", "hence", "for this reason", "for that reason", "as a result", "as a consequence", "consequently", "accordingly"}

// withDoing reads with A doing so, B, and B grows with A.
func (r *enReader) withDoing(k int) {
	c, open := stretch{r.clauses[k].start, r.clauses[k].end}, r.clause(k)
	if m, ok := r.opensAt(open.from, r.with); ok && r.clauses[k].mark == ',' && k+1 < len(r.clauses) && (strings.Contains(r.word(c)+" ", "ing ") || r.each(m.end) || r.turnOfEvents(stretch{m.end, c.to}) || r.done(stretch{m.end, c.to})) {
		d := r.reasonDraft(m, stretch{m.end, c.to}, r.clause(r.after(k)))
		d.rank, d.listed = 3, true
		r.add(d)
	}
	for _, m := range r.within(stretch{open.from + 8, c.to}, r.with) {
		if p, ok := r.before(m.start); ok && p.is(r.change) {
			r.add(r.reasonDraft(m, stretch{m.end, r.causeEnd(m.end, c.to)}, stretch{open.from, m.start}))
		}
	}
}

// havingDoneCan reads that, having done A, somebody can or must do B.
func (r *enReader) havingDoneCan(k int) {
	open := r.clause(k)
	if headWord(r.word(open)) != "having" || r.clauses[k].mark != ',' || k+1 >= len(r.clauses) {
		return
	}
	effect := r.clause(r.after(k))
	m, ok := r.first(effect, r.modal)
	if !ok || !slices.Contains([]string{"can", "could", "must", "may", "cannot"}, r.word(m.stretch())) || !r.plainActor(r.tidy(stretch{effect.from, m.start})) {
		return
	}
	d := r.reasonDraft(linkCue{start: open.from, end: open.from + len("having")}, open, effect)
	d.rank, d.listed = 3, true
	r.add(d)
}

// turnOfEvents reports whether the head of a noun phrase is a change or a lack:
// with the decline of its power.
func (r *enReader) turnOfEvents(s stretch) bool {
	w := r.word(r.tidy(s))
	if at := firstPreposition(w); at > 0 {
		w = w[:at]
	}
	words := strings.Fields(w)
	return len(words) > 1 && slices.Contains(enTurns, words[len(words)-1])
}

// enTurns name what happens to something.
var enTurns = []string{"decline", "rise", "erosion", "collapse", "end", "loss", "growth", "return", "advent", "emergence", "spread", "expansion", "departure", "outbreak", "arrival", "absence", "lack",
	"deterioration", "improvement", "shift", "fall", "demise", "retreat", "withdrawal", "resurgence", "revival", "breakdown", "intensification", "escalation", "acceleration", "proliferation", "death", "defeat", "victory", "election", "increase", "decrease", "reduction", "disappearance", "dissolution", "ascent"}

func (r *enReader) reasonDraft(m linkCue, cause, effect stretch) draft {
	d := draft{cause: cause, effect: effect, connective: m.stretch(), relation: "reason", rule: "claim/en/reason", rank: 6, sign: entente.Plus}
	if at := strings.Index(r.word(stretch{effect.from, min(effect.to, effect.from+30)}), " why "); at > 0 && (strings.HasPrefix(r.word(effect), "is ") || strings.HasPrefix(r.word(effect), "that is ")) {
		d.effect.from += at + len(" why ") // that is exactly why B
	}
	c, ok := r.first(stretch{effect.from, min(effect.to, effect.from+60)}, r.modal|r.that|r.say)
	if ok && c.is(r.modal) && !slices.Contains([]string{"can", "would like"}, r.word(c.stretch())) {
		r.note(c, &d.manner) // not what somebody feared would come, nor what can be done now
	}
	d.modality = d.manner.modality()
	return d
}

// mainClause is clause k as the effect of a reason.
func (r *enReader) mainClause(k int) stretch {
	if k >= len(r.clauses) {
		return stretch{}
	}
	return r.clause(k)
}

// reasonOf reads due to A, B, and B due to A.
func (r *enReader) reasonOf(k int, m linkCue) {
	if slices.Contains([]string{"for fear of", "for lack of", "for want of"}, r.word(m.stretch())) {
		m.end = m.start + len("for") // the fear, the lack is the cause
	}
	c := stretch{r.clauses[k].start, r.clauses[k].end}
	if _, ok := r.opensAt(m.end+1, r.feeling); r.word(m.stretch()) == "out of" && !ok && m.start > r.clause(k).from {
		return // out of poverty
	}
	if _, ok := r.opensAt(m.end+1, r.scheduled); ok && strings.HasSuffix(r.word(m.stretch()), "due to") {
		return
	}
	if next := strings.Fields(r.word(stretch{m.end, c.to})); strings.HasSuffix(r.word(m.stretch()), "due to") && len(next) > 1 && next[1] == "to" && enVerbForms()[next[0]]&baseForm != 0 {
		return // control, due to pass to a general
	}
	if p, ok := r.before(m.start); r.word(m.stretch()) == "given" && (ok && (p.is(r.and|r.be) || r.auxiliary(p)) || m.start > r.clause(k).from+len("even ")) {
		return // has brought A closer and given B, answers commonly given, the response given to it
	}
	if (strings.HasSuffix(r.word(m.stretch()), " that") || slices.Contains(enMoods, r.firstWord(m))) && m.start > r.clause(k).from {
		return // is wary of A, were convinced that A: that opens a clause where it is a reason
	}
	if r.word(m.stretch()) == "based on" && m.start > r.clause(k).from {
		return // the analysis is based on records
	}
	if which, ok := r.opensAt(m.end+1, r.which); ok && k > 0 {
		r.add(r.reasonDraft(m, r.said(r.clause(k-1)), stretch{which.end, c.to})) // A, as a result of which B
		return
	}
	cause := r.sooner(m, stretch{m.end, r.causeEnd(m.end, c.to)})
	if strings.HasPrefix(r.word(m.stretch()), "under ") {
		cause.from = m.start + 6 // under pressure from A: the pressure
	}
	var how manner
	left := r.trimBack(r.trimFront(stretch{c.from, m.start}, r.opener), r.adverb|r.no, &how)
	if left.to-left.from < 5 && r.clauses[k].mark != ',' || k+1 == len(r.clauses) {
		if at := r.resumesAt(m.end, c.to); left.to-left.from < 5 && at > 0 {
			r.add(r.reasonDraft(m, stretch{m.end, at}, stretch{at, c.to})) // because of A the plan failed
			return
		}
	}
	if left.to-left.from < 5 {
		next := r.after(k)
		if w := r.word(r.clause(min(next, len(r.clauses)-1))); strings.HasPrefix(w, "by ") && strings.HasSuffix(r.word(m.stretch()), " by") {
			next++ // stung by A, and by C, somebody did B
		}
		effect := r.mainClause(next)
		if _, is := r.first(stretch{c.from, m.start}, r.be); is && r.interposed(k-1) {
			r.add(r.reasonDraft(m, cause, r.said(r.clause(k-2)))) // A, which nobody foresaw, was caused by B
			return
		}
		if w := r.word(effect); strings.Contains(w[:min(len(w), len("under which "))], " which ") {
			effect = stretch{} // B, thanks to A, in which C
		}
		if effect.empty() || r.clauses[k].mark != ',' || k > 0 && r.clauses[k-1].mark == ',' && r.participial(m) && lastWord(r.word(r.clause(k-1))) != "that" && !(k == 1 && r.prepositionAt(r.clause(0).from) && !r.finite(r.clause(0))) {
			effect = stretch{}
			if k > 0 {
				effect = r.clause(k - 1)
			}
			if k > 1 && r.clauses[k-2].mark == ',' && effect.to-effect.from < 40 && r.saysSo(effect) {
				effect = r.clause(k - 2) // B, one of them admitted, because of A
			}
			if main := r.mainBefore(k - 1); r.sumOnly(effect) && !main.empty() {
				effect = main // revenues rose by a tenth, to 13 billion dollars, owing to A
			}
			if k > 0 && r.participial(m) && r.plainActor(effect) {
				effect = r.predicateBehind(k) // somebody, fearing A, did B
			}
		}
		if !effect.empty() {
			r.add(r.reasonDraft(m, cause, effect))
		}
		return
	}
	if w := r.word(m.stretch()); strings.HasSuffix(w, "ed about") && slices.Contains(enStaying, lastWord(r.word(left))) {
		return // we remain concerned about A
	}
	effect := left
	if s, ok := r.last(left, r.say|r.stop); ok && left.to-s.end > 8 {
		effect.from = s.end
	}
	if c, ok := r.endsAt(effect.to); ok && c.is(r.modal) && slices.Contains(enSubjectPronouns, lastWord(r.word(r.tidy(stretch{effect.from, c.start})))) {
		return // they would be faced with A: no effect is told
	}
	if at := strings.LastIndex(r.word(left), " that "); at > 3 && strings.HasPrefix(r.word(m.stretch()), "attribute") {
		effect = stretch{left.from, left.from + len([]rune(r.word(left)[:at]))} // a drop that most attributed to A
	}
	d := r.reasonDraft(m, cause, effect)
	d.rank = 4
	if how.denied {
		d.modality = "denied"
	}
	r.add(d)
}

// sumOnly reports whether a stretch only gives the sum that something came to or from: to 13
// billion dollars, up from 9 percent.
func (r *enReader) sumOnly(s stretch) bool {
	words := strings.Fields(r.word(s))
	if len(words) > 0 && (words[0] == "up" || words[0] == "down") {
		words = words[1:]
	}
	return len(words) > 1 && len(words) < 9 && (words[0] == "to" || words[0] == "from") && strings.ContainsAny(words[1][:1], "0123456789$¥€") && !r.finite(s)
}

// predicateBehind is the first clause behind k, within what may be put between commas, that
// goes on with a verb with tense; empty if none does.
func (r *enReader) predicateBehind(k int) stretch {
	const most = 3
	for n := k + 1; n < len(r.clauses) && n <= k+most && r.clauses[n-1].mark == ','; n++ {
		if from := r.clause(n).from; r.predicateAt(from) || r.pastAt(from) || r.goesOnWithVerb(n) || slices.Contains(enStaying[:4], headWord(r.word(r.clause(n)))) {
			return r.clause(n)
		}
	}
	return stretch{}
}

// enMoods are what somebody is about something; at the head of a clause it is why they act.
var enMoods = []string{"wary", "afraid", "mindful", "fearful", "anxious", "eager", "keen", "desperate", "reluctant", "unwilling", "loath", "unable", "determined", "careful"}

// enStaying are verbs of being that a feeling follows.
var enStaying = []string{"is", "are", "was", "were", "be", "been", "am", "remain", "remains", "remained", "become", "becomes", "became", "grow", "grows", "grew", "feel", "feels", "felt", "seem", "seems", "seemed"}

// reasonCleft reads it was because of A that B.
func (r *enReader) reasonCleft(c stretch, m linkCue) bool {
	lead := r.trimFront(stretch{c.from, m.start}, r.opener)
	before := r.word(lead)
	if at := strings.Index(before, " in "); strings.HasSuffix(before, " part") && at > 0 {
		lead.to = lead.from + len([]rune(before[:at])) // it was in large part due to A
	}
	that, ok := r.first(stretch{m.end + 3, c.to}, r.that)
	if !ok || r.word(r.trimBack(lead, r.adverb, &manner{})) != "it" || !strings.HasPrefix(before, "it is") && !strings.HasPrefix(before, "it was") {
		return false
	}
	d := r.reasonDraft(m, stretch{m.end, that.start}, stretch{that.end, c.to})
	d.rank = 7
	r.add(d)
	return true
}

// participial reports whether a marking phrase begins with a participle, which
// goes on from what stands before it.
func (r *enReader) participial(m linkCue) bool {
	first := r.firstWord(m)
	if first == "given" {
		return false
	}
	return slices.Contains(enStrongParticiples, first) || strings.HasSuffix(first, "ing") || strings.HasSuffix(first, "ed") || strings.HasSuffix(first, "en")
}

// causeEnd is where a cause ends: with the clause, or before while, but, which.
func (r *enReader) causeEnd(from, to int) int {
	if c, ok := r.first(stretch{from + 6, to}, r.stop); ok {
		return c.start
	}
	return to
}

// stemsFrom reads B stems from A.
func (r *enReader) stemsFrom(k int, m linkCue) {
	var how manner
	if p, ok := r.before(m.start); ok && strings.HasSuffix(" "+r.word(p.stretch()), " to") && !p.is(r.modal|r.no) {
		return // an infinitive
	}
	if strings.HasSuffix(r.word(m.stretch()), "due to") && enVerbForms()[wordAfter(r.text, m.end)]&baseForm != 0 {
		return // is due to meet
	}
	effect := r.subject(r.trimBack(stretch{r.clauses[k].start, m.start}, r.filler, &how))
	if effect.empty() || r.isPronoun(effect) || effect.to-effect.from < 16 && strings.HasPrefix(r.word(effect), "which ") {
		if k == 0 {
			return
		}
		effect = r.clause(k - 1)
		if k > 1 && (r.comment(k-1) || r.interposed(k-1) || r.aside(k-1)) {
			effect = r.clause(k - 2)
		}
		if r.isPronoun(effect) {
			return
		}
	}
	if w := r.word(effect); w == "it" || w == "they" {
		if effect = r.subjectBefore(k); effect.empty() {
			return
		}
	}
	d := r.reasonDraft(m, r.sooner(m, stretch{m.end, r.causeEnd(m.end, r.clauses[k].end)}), effect)
	if r.bareName(r.tidy(d.cause)) {
		return // it depends on Washington, orders come from Hawaii
	}
	if how.denied || m.is(r.no) {
		d.modality = "denied"
	}
	if m.is(r.stateLess) {
		d.sign = entente.Minus // fell victim to
	}
	words := strings.Fields(r.word(m.stretch()))
	prep := " and " + words[len(words)-1] + " "
	if at := strings.Index(r.word(d.cause), prep); at > 3 {
		second, n := d, len([]rune(r.word(d.cause)[:at]))
		second.cause.from, d.cause.to = d.cause.from+n+len(prep), d.cause.from+n
		r.add(second) // is driven by A and by C
	}
	r.add(d)
}

// bareName reports whether a stretch is one or two names and nothing else.
func (r *enReader) bareName(s stretch) bool {
	for _, w := range strings.Fields(string(r.text[s.from:s.to])) {
		if w != "and" && w != "or" && (w[0] < 'A' || w[0] > 'Z') || strings.Contains(w, "'s") {
			return false
		}
	}
	return s.to-s.from < 40
}

// theReasonIs reads the reason B is that A.
func (r *enReader) theReasonIs(k int, m linkCue) {
	c := r.clauses[k]
	for _, be := range r.within(stretch{m.end, c.end}, r.be) {
		rest := r.tidy(stretch{be.end, c.end})
		if that, ok := r.opensAt(rest.from, r.that|r.because); ok {
			effect := r.trimFront(stretch{m.end, be.start}, r.preposition|r.that)
			r.add(r.reasonDraft(m, stretch{that.end, c.end}, effect))
			return
		}
	}
}

// reasonIs reads A is the main reason for B.
func (r *enReader) reasonIs(k int, m linkCue) {
	c := r.clauses[k]
	be, ok := r.last(stretch{c.start, m.start}, r.be|r.become)
	if !ok || m.start-be.end > 16 {
		return
	}
	cause := r.subject(r.trimBack(stretch{c.start, be.start}, r.filler, &manner{}))
	effect := r.trimFront(stretch{m.end, c.end}, r.preposition|r.opener|r.that)
	if cause.to-cause.from > 5 && !r.plainActor(cause) {
		r.add(r.reasonDraft(m, cause, effect))
	}
}

// sentential reports whether a stretch has a finite verb, as far as the small
// words tell.
func (r *enReader) sentential(s stretch) bool {
	w := " " + strings.TrimSpace(r.word(s)) + " "
	for _, head := range []string{" a ", " an ", " someone ", " part ", " one ", " members ", " chair ", " always "} {
		if strings.HasPrefix(w, head) {
			return false
		}
	}
	for _, v := range []string{" is ", " are ", " was ", " were ", " has ", " have ", " had ", " will ", " would ", " may ", " can ", " could ", " do ", " does ", " did "} {
		if strings.Contains(w, v) {
			return true
		}
	}
	w = strings.TrimSpace(w)
	if words := strings.Fields(w); len(words) > 1 && strings.HasSuffix(words[len(words)-2], "s") && !strings.HasSuffix(w, "s") && !strings.Contains(w, " of ") && !strings.HasSuffix(w, "ing") {
		return true // as patrols multiply
	}
	return !strings.Contains(w, " of ") && (strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ed")) || subjectAndVerb(strings.Fields(w))
}

// each reports whether "each", "every" or "more" follows: with each crisis.
func (r *enReader) each(at int) bool {
	w := r.word(stretch{at, min(len(r.text), at+7)})
	return strings.HasPrefix(w, " each ") || strings.HasPrefix(w, " every ") || strings.HasPrefix(w, " more ") || strings.HasPrefix(w, " fewer ")
}

// answered reads B responded to A by doing C, and with C.
func (r *enReader) answered(m linkCue, to int) {
	if p, ok := r.before(m.start); ok && p.is(r.to) {
		return
	}
	for _, how := range r.within(stretch{m.end + 4, to}, r.by|r.with) {
		d := r.reasonDraft(m, stretch{m.end, how.start}, stretch{how.end, r.causeEnd(how.end, to)})
		d.relation = "result"
		r.add(d)
		return
	}
}

// effectOf reads the effect of A on B has been so.
func (r *enReader) effectOf(m linkCue, c stretch) {
	rest := r.word(stretch{m.end, c.to})
	on := strings.Index(rest, " on ")
	if on < 3 {
		r.consequenceIs(m, c)
		return
	}
	at := m.end + len([]rune(rest[:on]))
	be, ok := r.first(stretch{at + 5, c.to}, r.be|r.modal|r.have)
	if !ok {
		return
	}
	d := r.reasonDraft(m, stretch{m.end, at}, stretch{at + 4, be.start})
	d.relation, d.listed, d.rank = "result", true, 3
	r.add(d)
}

// consequenceIs reads one consequence of A is B, the effect of A was to do B.
func (r *enReader) consequenceIs(m linkCue, c stretch) {
	be, ok := r.first(stretch{m.end + 4, c.to}, r.be)
	if !ok || be.end+1 >= c.to || !strings.HasSuffix(r.word(be.stretch()), " to") && !r.nounAt(be.end+1) {
		return
	}
	d := r.reasonDraft(m, r.trimBack(stretch{m.end, be.start}, r.filler, &manner{}), stretch{be.end, c.to})
	d.relation = "result"
	r.add(d)
}

// soThat reads A is so B that C.
func (r *enReader) soThat(k int) {
	c := stretch{r.clauses[k].start, r.clauses[k].end}
	for _, that := range r.within(stretch{c.from + 12, c.to}, r.that) {
		so := strings.LastIndex(r.word(stretch{c.from, that.start}), " so ")
		if so < 4 || len([]rune(r.word(stretch{c.from, that.start})[so:])) > 40 {
			continue
		}
		if p, ok := r.before(that.start); ok && p.is(r.preposition|r.by) {
			continue // so pleased with that answer
		}
		if strings.HasSuffix(strings.TrimRight(r.word(stretch{c.from, that.start}), " "), " of") {
			continue // so much of that relationship
		}
		d := r.reasonDraft(that, r.clause(k), stretch{that.end, c.to})
		d.cause.to, d.relation, d.rule = that.start, "result", "claim/en/consequence"
		r.add(d)
		return
	}
}
