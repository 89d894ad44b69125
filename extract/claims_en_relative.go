package extract

import (
	"slices"
	"strings"
)

// describes reports whether a verb stands in a relative clause that only tells
// which thing the subject of a later verb is: a patron that gives A gains B.
func (r *enReader) describes(k int, left stretch, v linkCue) bool {
	c, ok := r.last(stretch{left.from, v.start}, r.which)
	if own := (stretch{c.end - 2, v.start}); !ok || c.start < left.from+3 || r.finite(own) {
		return false // it is the verb behind the relative clause, or there is none
	}
	head := stretch{left.from, c.start}
	if r.finite(head) || len(r.within(head, r.say|r.be)) > 0 {
		return false
	}
	return r.predicateIn(stretch{v.end, r.clauses[k].end})
}

// predicateIn reports whether a verb with tense follows in a stretch that is
// neither that of another relative clause nor joined to the one before.
func (r *enReader) predicateIn(s stretch) bool {
	relative := false
	for _, c := range r.within(s, r.which|r.be|r.modal|r.have|r.verb) {
		switch p, _ := r.before(c.start); {
		case c.is(r.which):
			relative = true
		case p.is(r.modal|r.be|r.and|r.to|r.noun) || p.is(r.adverb) && r.auxiliary(p):
		case !c.is(r.modal) && !r.predicateAt(c.start), c.is(r.verb) && (r.prepositionAt(c.end+1) || !c.is(r.cause|r.causeLess) && !r.objectAt(c.end+1)):
		case relative:
			relative = false
		default:
			return true
		}
	}
	return false
}

// antecedent is the noun phrase that a relative at the end of a stretch belongs to,
// if neither a comma parts the two nor an article is missing.
func (r *enReader) antecedent(s stretch) (stretch, bool) {
	which, ok := r.endsAt(s.to)
	if !ok || !which.is(r.which) || which.start < s.from+8 || r.word(which.stretch()) == "who" || strings.ContainsRune(",;", r.text[which.start-2]) {
		return stretch{}, false
	}
	return r.nounPhrase(stretch{s.from, which.start - 1})
}

// nounPhrase is the noun phrase at the end of a stretch, from its article on.
func (r *enReader) nounPhrase(s stretch) (stretch, bool) {
	words := strings.Fields(r.word(s))
	at := s.to
	for n := len(words) - 1; n >= 0; n-- {
		at -= len([]rune(words[n]))
		if at < s.from {
			break
		}
		if c, ok := r.opensAt(at, r.verb|r.be|r.modal|r.have|r.say|r.that|r.which|r.cond|r.because|r.to); ok && c.start == at && !slices.Contains(enArticles, words[n]) {
			break
		}
		if slices.Contains(enArticles, words[n]) {
			return stretch{at, s.to}, true
		}
		at--
	}
	return stretch{}, false
}

// enArticles open a noun phrase.
var enArticles = []string{"the", "a", "an", "its", "their", "his", "her", "our", "this", "these", "those", "some", "any", "such", "no", "every", "each", "many", "several"}

// clausal reports whether what follows "that" up to a verb is a clause of its
// own, so that the verb is that of the noun before: the belief that A will do B
// has changed C. After a noun of asking the clause needs no verb with tense.
func (r *enReader) clausal(that linkCue, to int) bool {
	words := strings.Fields(r.word(stretch{max(0, that.start-20), that.start}))
	return len(words) > 0 && slices.Contains(enAskings, strings.TrimSuffix(words[len(words)-1], "s")) || r.finite(stretch{that.end, to})
}

// enAskings are nouns of asking, whose clause has its verb in the base form.
var enAskings = []string{"demand", "request", "requirement", "insistence", "suggestion", "proposal", "recommendation", "wish", "order", "appeal", "plea", "condition", "stipulation"}

// resumedSubject is the noun phrase that a verb at the head of clause k goes on
// with over what is put between commas: A, long delayed, brings about B; A may,
// in the long run, bring about B.
func (r *enReader) resumedSubject(k int) stretch {
	if k < 2 || r.clauses[k-1].mark != ',' {
		return stretch{}
	}
	first := headWord(r.word(r.tidy(stretch{r.clauses[k].start, r.clauses[k].end})))
	joined := slices.Contains([]string{"and", "but", "or", "yet"}, first)
	for n := k - 2; n >= 0 && n > k-5 && r.clauses[n].mark == ','; n-- {
		s := r.said(r.clause(n))
		switch {
		case r.clauseEndsOpen(n):
			return s
		case joined && n == k-2 && r.relativeClause(k-1):
			return r.subjectOf(s)
		case joined || r.finite(s) && !(r.modalAt(k) && r.reduced(s)) || len(r.within(s, r.say)) > 0:
			return stretch{}
		case r.comment(n), r.opensOther(s), s.to-s.from < 5:
		case r.joins(n + 1):
			return stretch{s.from, r.clauses[n+1].end}
		default:
			return s
		}
	}
	return stretch{}
}

// relativeClause reports whether clause k only tells more of the noun before it.
func (r *enReader) relativeClause(k int) bool {
	first := headWord(r.word(r.clause(k)))
	return first == "which" || first == "who" || first == "whose"
}

// subjectOf is what stands before the first verb of a clause: a demand of that size | would
// inflame Okinawa, which bears the burden, and might do C.
func (r *enReader) subjectOf(s stretch) stretch {
	v, ok := r.first(s, r.be|r.modal|r.have|r.verb)
	if !ok || v.start < s.from+4 {
		return stretch{}
	}
	return r.subject(stretch{s.from, v.start})
}

// modalAt reports whether clause k opens with a modal or an auxiliary.
func (r *enReader) modalAt(k int) bool {
	_, ok := r.opensAt(r.clause(k).from, r.modal)
	return ok || r.goesOnWithVerb(k)
}

// reduced reports whether what looks like a verb with tense in a stretch only describes its
// noun: an offer made next year.
func (r *enReader) reduced(s stretch) bool {
	v, ok := r.first(s, r.be|r.modal|r.have|r.verb)
	return ok && v.is(r.verb) && r.past(v) && v.start > s.from+4 && !r.objectAt(v.end+1)
}

// joins reports whether clause k names what acts with the subject before it: A, together
// with B, does C.
func (r *enReader) joins(k int) bool {
	w := r.word(r.tidy(stretch{r.clauses[k].start, r.clauses[k].end}))
	return slices.ContainsFunc(enTogether, func(t string) bool { return strings.HasPrefix(w, t) })
}

// enTogether open a clause that names what acts with the subject before it.
var enTogether = []string{"together with ", "along with ", "coupled with ", "combined with ", "as well as ", "in combination with ", "in tandem with ", "in concert with ", "allied with ", "added to "}

// opensOther reports whether a stretch opens as no subject does: with a
// preposition, a relative, a participle, a conjunction.
func (r *enReader) opensOther(s stretch) bool {
	_, other := r.opensAt(s.from, r.preposition|r.which|r.cond|r.because|r.reason|r.therefore|r.to|r.aim)
	w := headWord(r.word(s))
	return other || r.participleAt(s) || strings.HasSuffix(w, "ing") && !r.objectAt(s.from) || slices.Contains(enAdditions, w)
}

// resumes reports whether the sentence that clause k-1 interrupts goes on in
// clause k, with a verb for the subject before.
func (r *enReader) resumes(k int) bool {
	if k < 2 || k >= len(r.clauses) || r.clauses[k-1].mark != ',' || r.finite(r.clause(k-2)) {
		return false
	}
	from := r.clause(k).from
	return r.predicateAt(from) || r.pastAt(from)
}

// pastAt reports whether a word with the ending of a past, or an irregular one,
// stands at a place.
func (r *enReader) pastAt(at int) bool {
	w := headWord(r.word(stretch{at, min(len(r.text), at+20)}))
	return len(w) > 3 && strings.HasSuffix(w, "ed") || slices.Contains(enPasts, w) || slices.Contains(enStrongParticiples, w)
}
