package extract

import (
	"slices"
	"strings"
)

// This file finds what brings about what an English verb of result tells: its subject, what
// stands for that, the clause before.

// A doer is what stands as the subject of a marking verb.
type doer struct {
	subject stretch // empty if elided
	head    int     // where the search for it began
	filled  bool    // adverbs or an auxiliary stand before the verb
	pronoun bool    // it is a pronoun for an earlier sentence
	resumed bool    // it is a pronoun for the subject of the chain, with a verb of its own
}

// doer finds the subject of v among what stands left of it, or in the clauses
// before.
func (r *enReader) doer(k int, left stretch, v linkCue, d *draft) (doer, bool) {
	who := doer{head: left.from}
	before := left.to
	left = r.trimBack(left, r.filler, &d.manner)
	who.filled = left.to < r.tidy(stretch{left.from, before}).to
	if and, ok := r.last(left, r.and); ok && and.end == left.to && who.head == r.clauses[k].start && and.start > who.head+1 {
		c, which := r.opensAt(r.tidy(left).from, r.which)
		if !which || !r.past(v) || !slices.Contains([]string{"which", "that"}, r.word(c.stretch())) {
			who.subject = r.sharedSubject(k, left, v)
			if n := len(r.drafts); n > 0 && r.personal(who.subject) != "" && r.drafts[n-1].effect.from > who.subject.from && r.drafts[n-1].effect.to <= and.start {
				who.subject = r.drafts[n-1].cause // it does A and will do B: what it is stands there
			}
			if !r.eventful(who.subject) || r.isPronoun(who.subject) || r.personal(who.subject) != "" {
				return who, false // what comes before "and" was not understood
			}
			who.filled = true
			return who, true
		}
		left.to, who.filled = c.end, true // which does A and does B
	}
	who.subject = r.listedSubject(k, r.subject(left))
	if s, ok := r.predicated(k, who.subject); ok {
		who.subject, who.filled = s, true // A settled C but could not do B
	}
	if i := strings.LastIndexByte(r.word(who.subject), ' '); i > 0 && slices.Contains([]string{"we", "i", "you"}, r.word(who.subject)[i+1:]) {
		return who, false // many countries where we assist one another
	}
	if r.plainActor(who.subject) {
		if v.is(r.need) {
			return who, false // somebody requires: a demand
		}
		d.rank = 2
	}
	if r.meansBefore(k) && !who.subject.empty() && r.text[who.subject.from-1] == ' ' {
		d.rank = 2 // by doing A, somebody does B
	}
	if s, ok := r.cleftBefore(k); ok && r.isPronoun(who.subject) {
		who.subject = s
	}
	if head := r.relativeHead(k, left, who.subject); !head.empty() {
		who.subject = head
	} else if r.restricts(k, left, who.subject) {
		return who, false
	} else if head, ok := r.antecedent(stretch{left.from, who.subject.to}); ok && who.subject.from > r.clause(k).from+4 {
		if article := headWord(r.word(head)); article != "a" && article != "an" || r.plainActor(head) {
			return who, false // the five categories that limit exports: which ones are meant
		}
		who.subject = head // agreed on a charter that limits B
	}
	if nor, ok := r.negated(who.subject); ok {
		who.subject, d.manner.denied = nor, true
	}
	switch w := r.personal(who.subject); {
	case w != "":
		r.resolve(k, v, w, &who, d)
	case who.subject.empty() && who.head == r.clauses[k].start && !r.gerund(v):
		if s := r.resumedSubject(k); !s.empty() {
			who.subject, who.filled = r.trimBack(s, r.filler, &d.manner), true // A, which is B, brings about C
			if w := r.personal(who.subject); w != "" {
				r.resolve(r.clauseOf(s.from), v, w, &who, d) // it has not, however, brought about C
			}
		}
	}
	return who, true
}

// meansBefore reports whether clause k follows by doing A.
func (r *enReader) meansBefore(k int) bool {
	if k == 0 || r.clauses[k-1].mark != ',' {
		return false
	}
	by, ok := r.opensAt(r.clause(k-1).from, r.by)
	return ok && r.gerundAt(by.end)
}

// resolve finds what the pronoun w stands for: the subject of the chain, what
// the clause before is about, or something in an earlier sentence.
func (r *enReader) resolve(k int, v linkCue, w string, who *doer, d *draft) {
	if _, ok := r.chained(k); ok {
		who.subject.from, who.filled, who.resumed = who.subject.to, true, true
		return
	}
	if s := r.subjectBefore(k); !s.empty() {
		who.subject, who.filled = s, true // A is a hedge: it lets B do C
		return
	}
	finite := who.filled || r.past(v) || strings.HasSuffix(r.firstWord(v), "s") || w == "they"
	if r.opensSentence(k) && !r.gerund(v) && finite && (r.enumerated(k) || !r.antecedentActs()) {
		who.subject.from, who.pronoun, d.rank = who.subject.to, true, 5 // critics say that it provokes B
	}
}

// chained returns the claim whose effect stands in the clause before k.
func (r *enReader) chained(k int) (draft, bool) {
	if k == 0 {
		return draft{}, false
	}
	if r.parenthesis(k-1) && k > 1 && !r.effectIn(k-1) {
		k--
	}
	before := stretch{r.clauses[k-1].start, r.clauses[k-1].end}
	for i := len(r.drafts) - 1; i >= 0; i-- {
		if d := r.drafts[i]; d.relation == "result" && d.effect.overlap(before) > 0 {
			return d, true
		}
	}
	return draft{}, false
}

// pointsWithNoun reports whether what takes up an earlier sentence has a noun of its own, which
// can be shown on the page: these developments.
func (r *enReader) pointsWithNoun(s stretch) bool {
	first, noun, _ := strings.Cut(r.word(s), " ")
	return slices.Contains([]string{"this", "these", "such"}, first) && len(lastWord(noun)) > 3
}

// causeOf is the cause of a link whose subject is known: the subject itself;
// for an elided one that of the chain; else the clause before.
func (r *enReader) causeOf(k int, subject stretch, head int, v linkCue) stretch {
	elided := subject.empty()
	switch {
	case !elided && (!r.isPronoun(subject) || r.opensSentence(k) && r.pointsWithNoun(subject)):
		return subject
	case elided && head > r.clauses[k].start && len(r.drafts) > 0:
		return r.drafts[len(r.drafts)-1].cause
	case k == 0:
		return stretch{}
	}
	if d, ok := r.chained(k); ok && elided && d.cause.empty() && r.gerund(v) {
		return d.effect
	} else if ok && elided && !(d.rule == "claim/en/participle" && v.is(r.cause)) && !(r.gerund(v) && r.plainActor(d.cause)) {
		return d.cause
	}
	if d, ok := r.chained(k); ok && strings.HasPrefix(r.word(subject), "which") && strings.Contains(r.word(stretch{head, v.start}), "in turn") {
		return d.effect // does A, which in turn does B
	}
	before := r.clauseBefore(k)
	for n := k - 1; n > 0 && r.gerund(v) && r.attends(n); n-- {
		before = r.clause(n - 1) // A, with somebody doing C, to be followed by D, thereby doing B
	}
	if c, ok := r.opensAt(before.from, r.reason|r.because|r.cond|r.through); ok {
		before.from = c.end
	}
	if say, ok := r.last(before, r.say); ok && strings.HasSuffix(r.word(say.stretch()), " that") && before.to-say.end > 12 {
		before.from = say.end + 1 // the paper reported that A, which led to B
	}
	return before
}

// attends reports whether clause k only tells how the one before it goes on: with
// somebody doing so, to be followed by another.
func (r *enReader) attends(k int) bool {
	s := r.clause(k)
	return strings.HasPrefix(r.word(s), "to be ") || strings.HasPrefix(r.word(s), "with ") && strings.Contains(r.word(s), "ing ") && !r.finite(s)
}

// clauseBefore is the clause before k, with the one that it only adds to.
func (r *enReader) clauseBefore(k int) stretch {
	if k > 1 && r.clauses[k-2].mark == ',' && r.saysSo(r.clause(k-1)) {
		k-- // did A, Tokyo said, prompting B
	}
	s := r.clause(k - 1)
	if k > 1 && r.clauses[k-2].mark == ',' && r.participleAt(s) && !r.finite(s) && !r.heading {
		s = r.clause(k - 2) // produced the mechanism, set up in November, which allowed B
	}
	if k > 1 && strings.HasPrefix(r.word(s), "including") {
		s.from = r.mainPart(r.clause(k - 2)).from
	}
	if c, ok := r.opensAt(s.from, r.have|r.be|r.modal); ok && k > 2 && c.end < s.to && r.interposed(k-2) {
		s.from = r.clause(k - 3).from // A, once B, has done C
		return s
	}
	last := stretch{r.clauses[k-1].start, r.clauses[k-1].end}
	if k < 3 || !strings.HasPrefix(strings.TrimSpace(r.word(last)), "and ") || len(r.within(last, r.verb|r.be)) > 0 {
		return s
	}
	for n := k - 2; n >= 0; n-- { // a list: in A, B, and C
		s.from = r.clause(n).from
		if c := r.clauses[n]; c.end-c.start > 60 || len(r.within(stretch{c.start, c.end}, r.verb|r.be)) > 0 {
			break
		}
	}
	return s
}
