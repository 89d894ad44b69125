package extract

import (
	"slices"
	"strings"
)

// settleClauses gives the reader clauses of its own: the year of a date stays
// with its day, and a "for" that gives grounds is taken off its clause.
func (r *enReader) settleClauses() {
	own := slices.Clone(r.clauses)
	out := own[:0]
	for _, c := range own {
		n := len(out)
		switch {
		case n > 0 && out[n-1].mark == ',' && (r.year(c) || r.dated(out[n-1], c) || r.districtOf(out[n-1], c) || r.adjectives(out[n-1], c)),
			n > 0 && out[n-1].mark == ',' && r.year(clause{out[n-1].end - 5, out[n-1].end, 0}) && r.predicateAt(c.start+1) && !r.frames(out[n-1]):
			out[n-1].end, out[n-1].mark = c.end, c.mark
		default:
			out = append(out, c)
		}
	}
	r.clauses = out
	out = r.joinLists(out)
	r.clauses = out
	for k := 1; k < len(out); k++ {
		if r.givesGrounds(k) {
			out[k].start += len(" for ")
			r.grounds = append(r.grounds, k)
		}
	}
}

// dated reports whether the comma between two clauses stands inside a date that
// no comma ends: signed on March 8, 2018 preserved the rules.
func (r *enReader) dated(before, c clause) bool {
	s := r.tidy(stretch{max(0, c.start), c.end})
	if s.to-s.from < 6 || !r.year(clause{s.from, s.from + 4, 0}) || r.text[s.from+4] != ' ' {
		return false
	}
	words := strings.Fields(r.word(stretch{max(before.start, before.end-14), before.end}))
	n := len(words)
	return n > 1 && digit([]rune(words[n-1])[0]) && slices.Contains(enCalendar[:12], words[n-2])
}

// districtOf reports whether the comma between two clauses stands in Washington, D.C.
func (r *enReader) districtOf(before, c clause) bool {
	return strings.HasSuffix(r.word(stretch{before.start, before.end}), "washington") && strings.HasPrefix(r.word(r.tidy(stretch{c.start, c.end})), "d.c.")
}

// adjectives reports whether the comma between two clauses stands between the
// adjectives of one noun: a new, costly and risky plan.
func (r *enReader) adjectives(before, c clause) bool {
	words := strings.Fields(r.word(stretch{max(before.start, before.end-60), before.end}))
	next := strings.TrimPrefix(r.word(r.tidy(stretch{c.start, c.end})), "and ")
	n := len(words)
	return n > 0 && enAdjective(words[n-1]) && enAdjective(headWord(next)) &&
		slices.ContainsFunc(words[max(0, n-5):n-1], func(w string) bool { return slices.Contains(enDeterminers, w) })
}

// enAdjective reports whether a word is an adjective by its ending, or one of the
// common ones without one.
func enAdjective(w string) bool {
	return enShortAdjectives[w] || len(w) > 5 && slices.ContainsFunc(enAdjectiveEnds, func(e string) bool { return strings.HasSuffix(w, e) })
}

var enAdjectiveEnds = []string{"ive", "ous", "able", "ible", "ful", "less", "ional", "ical", "orial", "antial", "ential", "etic", "gic", "ary"}

var enShortAdjectives = enWords("new old large small big great free open fair strong weak long short deep broad wide high low hard soft early late close dark grand rich poor safe stable secure costly risky likely friendly lonely global local vital legal equal joint common peaceful clear firm cold warm quick slow swift severe complex unjust corrupt balanced limited shared united coordinated sustained integrated renewed advanced determined sophisticated ambitious democratic prosperous violent aging ageing growing emerging daunting shrinking rules-based long-term far-reaching short-sighted wide-ranging")

// year reports whether a clause is only a year, after the comma of a date.
func (r *enReader) year(c clause) bool {
	s := r.tidy(stretch{max(0, c.start), c.end})
	return s.to-s.from == 4 && !slices.ContainsFunc(r.text[s.from:s.to], func(x rune) bool { return !digit(x) })
}

// frames reports whether a clause opens with a preposition, a relative or a
// participle, and so holds no subject.
func (r *enReader) frames(c clause) bool {
	s := r.trimFront(stretch{c.start, c.end}, r.opener)
	first, _, _ := strings.Cut(r.word(s), " ")
	_, which := r.opensAt(s.from, r.which|r.cond|r.because)
	return which || first == "whose" || r.prepositionAt(s.from) || strings.HasSuffix(first, "ed") || slices.Contains(enStrongParticiples, first)
}

// predicateAt reports whether a verb with tense starts at a place.
func (r *enReader) predicateAt(at int) bool {
	c, ok := r.opensAt(at, r.verb|r.be|r.have|r.modal)
	return ok && (r.past(c) || c.is(r.be|r.modal|r.have) || strings.HasSuffix(r.firstWord(c), "s")) && !r.gerund(c)
}

// givesGrounds reports whether clause k goes on with "for" and a sentence of
// its own, as in: the plan failed, for nobody had paid for it.
func (r *enReader) givesGrounds(k int) bool {
	c := r.clauses[k]
	if m := r.clauses[k-1].mark; m != ',' && m != ';' || c.end-c.start < 20 || string(r.text[c.start:c.start+5]) != " for " {
		return false
	}
	body := stretch{c.start + 5, c.end}
	first, _, _ := strings.Cut(r.word(body), " ")
	return !slices.Contains(enNoGrounds, first) && (r.finite(body) || r.finiteTwice(body) || r.namedDoes(body) || r.stays(body))
}

// stays reports whether a stretch says of a noun phrase how it stands: the alliance remains
// unequal, Japan still depends on.
func (r *enReader) stays(s stretch) bool {
	words := strings.Fields(r.word(s))
	for n := 1; n < len(words) && n < 6; n++ {
		if slices.Contains(enRelatives, words[n]) {
			return false
		}
		if slices.Contains(enStates, words[n]) {
			return true
		}
	}
	return false
}

// enRelatives open a relative clause.
var enRelatives = []string{"that", "which", "who", "whose"}

// enStates are verbs in the present of how something stands.
var enStates = []string{"remains", "remain", "stays", "lacks", "lack", "needs", "depends", "depend", "relies", "rely", "wants", "seems", "requires", "belongs", "lies", "knows", "rests"}

// dropGrounds drops what "for" and "since" give the ground for, where that marks
// a link of its own: A has weakened B, for C. They say why one may say so, not
// what has brought A about. With "for" it is the same where the ground does.
func (r *enReader) dropGrounds() {
	r.drafts = slices.DeleteFunc(r.drafts, func(d draft) bool {
		w := r.word(d.connective)
		return (w == "for" || w == "since") && d.relation == "reason" && slices.ContainsFunc(r.drafts, func(o draft) bool {
			return o.relation == "result" && !o.cause.empty() && (d.effect.holds(o) || w == "for" && d.cause.holds(o))
		})
	})
}

// finiteTwice reports whether a stretch has a verb with tense besides the one of
// the relative clause that its subject has.
func (r *enReader) finiteTwice(s stretch) bool {
	which, ok := r.first(s, r.which)
	if !ok || which.start > s.from+60 {
		return false
	}
	n := 0
	for _, c := range r.within(stretch{which.end, s.to}, r.be|r.modal|r.have|r.verb) {
		if !r.gerund(c) && (c.is(r.be|r.modal|r.have) || r.past(c) || strings.HasSuffix(r.firstWord(c), "s")) && r.word(c.stretch()) != "be" {
			n++
		}
	}
	return n > 1
}

// namedDoes reports whether a stretch opens with a name and a verb with its
// object: Japan lacks the satellites.
func (r *enReader) namedDoes(s stretch) bool {
	words := strings.Fields(string(r.text[s.from:s.to]))
	return len(words) > 3 && words[0][0] >= 'A' && words[0][0] <= 'Z' && words[1][0] >= 'a' && strings.HasSuffix(words[1], "s") && slices.Contains(enObjects, words[2])
}

// enNoGrounds open a length of time, a relative clause or a frame after "for".
var enNoGrounds = []string{"years", "decades", "months", "weeks", "generations", "centuries", "now", "once", "all", "example", "instance",
	"which", "whom", "what", "whatever", "how", "much", "most", "many", "several", "example,", "instance,"}

// finite reports whether a stretch says something of a subject: a verb with
// tense follows a noun phrase, outside a relative clause.
func (r *enReader) finite(s stretch) bool {
	for _, c := range r.within(stretch{s.from + 2, s.to}, r.be|r.modal|r.have|r.verb|r.say|r.which|r.to|r.adverb|r.no) {
		switch w := r.word(c.stretch()); {
		case c.is(r.which) || w == "to":
			return false
		case r.gerund(c) || w == "be" || w == "been" || w == "likely":
		case c.is(r.be) || c.is(r.modal) || w == "has" || w == "have" || w == "had" || w == "do" || w == "does" || w == "did" || strings.HasSuffix(w, " not") || w == "cannot":
			return true
		case !c.is(r.verb) || r.prepositionAt(c.end+1) || c.is(r.either) && !r.objectAt(c.end+1):
		case r.past(c) || strings.HasSuffix(r.firstWord(c), "s"):
			return true
		}
	}
	return false
}

// comment reports whether clause k only comments on the sentence it stands in:
// however, in turn, of course.
func (r *enReader) comment(k int) bool {
	s := r.tidy(stretch{r.clauses[k].start, r.clauses[k].end})
	c, ok := r.opensAt(s.from, r.opener|r.adverb|r.therefore)
	return ok && c.end == s.to || slices.Contains(enComments, r.word(s))
}

// enComments comment on a sentence and are no other word of the data.
var enComments = []string{"too", "as ever", "as always", "by contrast", "in contrast", "in short", "in sum", "in brief", "in effect", "after all", "for example", "for instance", "for its part", "for their part", "on balance", "at worst", "at best", "in practice", "in theory", "in principle", "if anything", "instead"}

// parenthesis reports whether clause k interrupts what goes on after it: a
// comment, a frame with a preposition, somebody who says so.
func (r *enReader) parenthesis(k int) bool {
	if k < 1 || r.clauses[k].mark != ',' || r.clauses[k-1].mark != ',' {
		return false
	}
	s := r.clause(k)
	if s.to-s.from > 60 {
		return false
	}
	return r.comment(k) || r.interposed(k) || r.saysSo(s)
}

// saysSo reports whether a short clause ends with a verb of saying: some
// officials warn.
func (r *enReader) saysSo(s stretch) bool {
	w := r.word(s)
	if strings.HasPrefix(w, "it is ") || strings.HasPrefix(w, "it was ") || strings.HasPrefix(w, "it has been ") {
		return len(w) < 40 && strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "thought") || strings.HasSuffix(w, "said") // it was argued
	}
	if words := strings.Fields(w); len(words) > 1 && len(words) < 7 && slices.Contains(enSpeakers, words[0]) && slices.Contains(enSaid, " "+words[1]) {
		return true // he said in October
	}
	return len(w) < 60 && slices.ContainsFunc(enSaid, func(v string) bool { return strings.HasSuffix(w, v) })
}

// enSpeakers are the pronouns of those who say something.
var enSpeakers = []string{"he", "she", "they", "we", "i", "officials", "analysts", "critics", "diplomats", "experts"}

// enSaid are the verbs that end a parenthesis such as "some officials warn".
var enSaid = []string{" warn", " warns", " warned", " say", " says", " said", " argue", " argues", " argued", " believe", " believes", " believed",
	" hope", " hopes", " hoped", " fear", " fears", " feared", " note", " notes", " noted", " claim", " claims", " claimed", " insist", " insists",
	" think", " thinks", " complain", " complains", " add", " adds", " added", " suggest", " suggests", " suggested", " concede", " concedes", " contend", " contends",
	" conclude", " concludes", " concluded", " suspect", " suspects", " suspected", " maintain", " maintains", " maintained", " reckon", " reckons", " admit", " admits", " admitted", " predict", " predicted",
	" observe", " observes", " observed", " explain", " explains", " explained", " estimate", " estimates", " estimated", " assert", " asserts", " allege", " alleges", " warrant", " imagine", " assume", " assumes", " recall", " recalls", " feel", " feels", " felt", " submit", " hold", " holds", " told reporters", " reasoned", " reasons", " reason", " calculate", " calculates", " calculated", " object", " objects", " objected", " wager", " wagers", " wrote", " writes", " remarked", " declared", " replied", " told", " put", " put it", " puts it", " thought", " supposed", " supposes"}

// after is the next clause after k that is more than a comment: if A, to a large
// extent, B.
func (r *enReader) after(k int) int {
	for k++; k < len(r.clauses)-1 && (r.comment(k) || r.instances(k) || r.aside(k) || r.clauses[k].end-r.clauses[k].start < 40 && r.saysSo(r.clause(k)) || !r.saysSomething(stretch{r.clauses[k].start, r.clauses[k].end})); k++ {
	}
	return k
}

// aside reports whether clause k only adds to a phrase before it that goes on behind:
// suitable for a new century, into the whole region.
func (r *enReader) aside(k int) bool {
	s := r.clause(k)
	return r.clauses[k].mark == ',' && (r.prepositionAt(s.from) || headWord(r.word(s)) == "into" || enAdjective(headWord(r.word(s)))) && !r.finite(s) && len(r.within(s, r.verb|r.act)) == 0
}

// instances reports whether clause k only picks out some of what stands before it.
func (r *enReader) instances(k int) bool {
	return slices.Contains([]string{"especially", "particularly", "notably", "including"}, headWord(r.word(r.tidy(stretch{r.clauses[k].start, r.clauses[k].end}))))
}

// mainBefore is what the subordinate clause k goes on from: the clause before
// it that neither comments nor gives a reason itself. It is empty if that is
// no sentence of its own.
func (r *enReader) mainBefore(k int) stretch {
	for n := k - 1; n >= 0; n-- {
		s := r.clause(n)
		_, reason := r.opensAt(s.from, r.because|r.cond|r.reason)
		switch {
		case r.comment(n), n > 0 && s.to-s.from < 40 && r.saysSo(s), n > 0 && r.saidBy(n):
		case reason && n == 0:
			return stretch{}
		case reason || slices.Contains(r.grounds, n):
		case r.prepositionAt(s.from) && (n == 0 || s.to-s.from < 40):
			if main := r.withoutFrame(s); main != s && r.finite(main) {
				return r.said(main) // in its second term Washington has done B
			}
			if n == 0 {
				return stretch{}
			}
		case r.finite(s) || n == k-1 && r.verbal(n) && s.to-s.from > 8 && (s.to-s.from > 24 || k == len(r.clauses)-1 || r.clauses[k].mark != ','):
			return r.said(s)
		case n == 0:
			return stretch{}
		}
	}
	return stretch{}
}

// saidBy reports whether a clause between commas only names who says so, with the verb of
// saying near its end: a senior official said on condition of anonymity.
func (r *enReader) saidBy(n int) bool {
	if n+1 >= len(r.clauses) || r.clauses[n-1].mark != ',' || r.clauses[n].mark != ',' {
		return false
	}
	s := r.tidy(stretch{r.clauses[n].start, r.clauses[n].end})
	c, ok := r.last(s, r.say)
	if !ok || strings.HasSuffix(r.word(c.stretch()), " that") || len(r.within(s, r.that)) > 0 {
		return false
	}
	rest := r.word(stretch{c.end, s.to})
	return rest == "" || strings.HasPrefix(rest, " on condition") || strings.HasPrefix(rest, " in ") && len(strings.Fields(rest)) < 5 || strings.HasPrefix(rest, " at the time")
}

// said is what a verb of saying in a clause reports, or the clause.
func (r *enReader) said(s stretch) stretch {
	if c, ok := r.last(s, r.say); ok && s.to-c.end > 12 {
		s.from = c.end
	}
	return r.trimFront(s, r.opener)
}

// antecedentActs reports whether a pronoun that opens the sentence stands for
// somebody, not for something that happens: the subjects before it tell.
func (r *enReader) antecedentActs() bool {
	for i, n := r.sentence.index-1, 0; i >= 0 && n < 3; i, n = i-1, n+1 {
		before := &r.passage.sentences[i]
		if before.Heading {
			return false
		}
		p := newEnReader(r.passage, before)
		s, known := p.opening()
		if !known {
			continue
		}
		return p.plainActor(s)
	}
	return false
}

// opening is the subject of a sentence's first clause that is no mere frame.
// It is not known if it is a pronoun itself.
func (r *enReader) opening() (stretch, bool) {
	for k := range r.clauses {
		s := r.clause(k)
		if r.comment(k) || r.prepositionAt(s.from) && k+1 < len(r.clauses) {
			continue
		}
		if _, ok := r.opensAt(s.from, r.cond|r.because); ok && k+1 < len(r.clauses) {
			continue
		}
		c, ok := r.first(s, r.be|r.have|r.modal|r.verb|r.say|r.adverb|r.to)
		if who, acts := r.first(stretch{s.from, min(s.to, s.from+30)}, r.somebody); acts && !ok && r.text[min(who.end, len(r.text)-1)] == ' ' {
			return stretch{s.from, who.end}, true // the minister visited B
		}
		if !ok {
			return s, s.to-s.from > 5
		}
		s = r.tidy(stretch{s.from, c.start})
		w := r.word(s)
		return s, w != "it" && w != "they" && w != "that" && w != "this" && s.to-s.from > 2
	}
	return stretch{}, false
}

// mainAfter is the clause that the subordinate clause k belongs to, and where that
// ends: it may go on behind what is said of its subject, since A, then in debt, did B.
func (r *enReader) mainAfter(k int, m linkCue) (n, to int) {
	n, to = r.after(k), r.clauses[k].end
	for n+2 < len(r.clauses) && r.clauses[n].mark == ',' && r.clauses[n+1].mark == ',' && !r.finite(stretch{m.end, to}) && r.listItem(n) {
		n = r.after(n)
		if strings.HasPrefix(r.word(r.tidy(stretch{r.clauses[n].start, r.clauses[n].end})), "and ") {
			to = r.clauses[n].end // unless sensors in Luzon, Okinawa, and Guam feed a picture
			return r.after(n), to
		}
	}
	for n+1 < len(r.clauses) && r.clauses[n].mark == ',' && r.relativeClause(n) && !r.goesOnWithVerb(n+1) {
		n = r.after(n) // because A, which did C, B
	}
	if body := (stretch{m.end, to}); r.word(m.stretch()) != "without" && n+1 < len(r.clauses) && r.clauses[n].mark == ',' && r.bareNoun(body) && len(r.within(r.clause(n), r.be|r.have|r.modal)) > 0 {
		to = r.clauses[n].end // unless the headquarters, the fund and the talks are tied together
		n = r.after(n)
	}
	if and := r.word(r.tidy(stretch{r.clauses[n].start, r.clauses[n].end})); n+1 < len(r.clauses) && r.clauses[n].mark == ',' && strings.HasPrefix(and, "and ") && !r.goesOnWithVerb(n) {
		if _, again := r.opensAt(r.clause(n).from, r.because|r.cond); !again && (r.finite(r.clause(n)) || subjectAndVerb(strings.Fields(r.word(r.clause(n))))) {
			to = r.clauses[n].end // because A, and C, B
			n = r.after(n)
		}
	}
	if w := r.word(r.clause(n)); n+1 < len(r.clauses) && r.clauses[n].mark == ',' && strings.Contains(w, " and ") && enVerbForms()[headWord(w)]&baseForm != 0 && len(r.within(stretch{m.end, r.clauses[k].end}, r.modal)) > 0 {
		to = r.clauses[n].end // because forces can enter, refuel and be repaired
		n = r.after(n)
	}
	for n+1 < len(r.clauses) && r.clauses[n].mark == ',' && r.goesOnWithVerb(n) {
		to = r.clauses[n].end
		n = r.after(n)
	}
	aside := n+2 < len(r.clauses) && (r.relativeClause(n) || !r.finite(r.clause(n)) && !r.sentential(r.clause(n)))
	if aside && r.clauses[n+1].mark == ',' && r.goesOnWithVerb(n+1) {
		to = r.clauses[n+1].end
		n = r.after(n + 1)
	}
	return n, to
}

// listItem reports whether clause k is a noun of three words at most, as in a row.
func (r *enReader) listItem(k int) bool {
	c := r.clause(k)
	return len(strings.Fields(r.word(c))) < 4 && !r.finite(c) && len(r.within(c, r.be|r.have|r.modal|r.verb)) == 0
}

// bareNoun reports whether a stretch is a noun phrase with an article and no verb.
func (r *enReader) bareNoun(s stretch) bool {
	words := strings.Fields(r.word(s))
	return len(words) > 1 && len(words) < 6 && slices.Contains(enDeterminers, words[0]) && !subjectAndVerb(words) &&
		len(r.within(s, r.be|r.have|r.modal|r.verb)) == 0
}

// goesOnWithVerb reports whether clause k opens with a verb with tense, so that its
// subject stands before what comes between.
func (r *enReader) goesOnWithVerb(k int) bool {
	c, ok := r.opensAt(r.clause(k).from, r.be|r.have|r.modal)
	w := r.word(c.stretch())
	return ok && w != "being" && w != "having" && w != "been" && w != "be"
}

// overAside is where clause k goes on to behind what only interrupts it: turned the works,
// for which there were no buyers, into B.
func (r *enReader) overAside(k, end int) int {
	if k+2 >= len(r.clauses) || !r.interposed(k+1) {
		return end
	}
	next := r.clause(k + 2)
	if r.wantsMore(end) && !r.finite(stretch{next.from, min(next.to, next.from+20)}) || r.asksOf(k, end) && (r.pastAt(next.from) || r.goesOnWithVerb(k+2)) {
		return next.to // to prohibit, on Monday, the export of B; why A, asked to choose, did B
	}
	if _, then := r.opensAt(next.from, r.therefore); then || !slices.Contains([]string{"into", "to", "of", "from", "with", "on", "against"}, headWord(r.word(next))) {
		return end
	}
	return next.to
}

// wantsMore reports whether a verb without its object ends at a place.
func (r *enReader) wantsMore(at int) bool {
	v, ok := r.endsAt(at)
	return ok && v.is(r.act|r.verb) && r.bare(v) && !v.is(r.either|r.noun)
}

// asksOf reports whether the part of clause k before a place ends with a question's subject: explains why A.
func (r *enReader) asksOf(k, at int) bool {
	w := r.word(stretch{r.clauses[k].start, at})
	why := strings.LastIndex(w, " why ")
	return why >= 0 && !r.finite(stretch{r.clauses[k].start + len([]rune(w[:why])) + len(" why "), at})
}

// interposed reports whether clause k only adds to the noun phrase that stands
// before it: A, which now includes B, does C.
func (r *enReader) interposed(k int) bool {
	if k < 1 || r.clauses[k].mark != ',' || r.clauses[k-1].mark != ',' {
		return false
	}
	before := r.trimBack(r.said(r.clause(k-1)), r.filler, &manner{})
	if before.to-before.from < 5 || len(r.within(before, r.be|r.say|r.modal)) > 0 || r.prepositionAt(before.from) {
		return false
	}
	if r.comment(k) {
		return true
	}
	own := r.tidy(stretch{r.clauses[k].start, r.clauses[k].end})
	_, open := r.opensAt(own.from, r.which|r.preposition|r.cond)
	w := r.word(own)
	if r.saysSo(own) {
		return true
	}
	if (r.participleAt(own) || headWord(w) == "having") && !r.finite(own) {
		return true // approved in 2024
	}
	if _, given := r.opensAt(own.from, r.reason); given && !r.finite(own) && k+1 < len(r.clauses) && r.clauseEndsOpen(k-1) {
		return true // would, given A, do B
	}
	return open || slices.Contains(enAdditions, headWord(w)) || strings.HasPrefix(w, "to ") && len(w) < 40 || strings.HasPrefix(w, "more than ") || strings.HasPrefix(w, "not ") || strings.HasPrefix(w, "rather than ")
}

// clauseEndsOpen reports whether clause k ends with a modal, an auxiliary or a
// negation, so that its verb stands further on.
func (r *enReader) clauseEndsOpen(k int) bool {
	c, ok := r.endsAt(r.tidy(r.clause(k)).to)
	return ok && (c.is(r.modal|r.no) || r.auxiliary(c))
}

// enAdditions open a clause that only adds to the noun before it.
var enAdditions = []string{"where", "whose", "whom", "including", "especially", "particularly", "notably", "such", "once", "along", "together", "coupled", "combined", "let", "if", "no", "some", "far", "however", "albeit", "itself", "themselves"}
