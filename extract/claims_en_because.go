package extract

import (
	"slices"
	"strings"
)

// This file reads English clauses of reason: because, since and as A, B.

// becauseOf reads because A, B and B because A. Since and as are reasons only
// at the head of a sentence that goes on with its main clause.
func (r *enReader) becauseOf(k int, m linkCue, first bool) {
	c := stretch{r.clauses[k].start, r.clauses[k].end}
	word := r.word(m.stretch())
	if word == "in that" && !r.nounAt(m.end+1) && !r.subjectAt(m.end+1) {
		return // in that letter
	}
	if words := strings.Fields(r.word(stretch{m.end, min(c.to, m.end+24)})); word == "since" && len(words) > 1 && (slices.Contains(enTimes, words[0]) || slices.Contains(enTimes, words[1]) || slices.Contains(enCalendar[:12], words[0]) || yearWord(words[0])) {
		return // since the beginning of the year, since November
	}
	if be, ok := r.before(m.start); word == "considering" && ok && be.is(r.be) {
		return // was considering a halt
	}
	if word == "since" && r.datesOnly(stretch{m.end, c.to}) {
		return // since the normalization of 1972 the weight has grown; since the pact took effect last September
	}
	if word == "since" && r.gerundAt(m.end) && (k == 0 || !first || len(r.within(stretch{m.end, c.to}, r.modal)) == 0) {
		return // since returning to office, but: since walking away would cost more
	}
	if body := (stretch{m.end, c.to}); word == "since" && k > 0 && !r.sentential(body) && !r.finite(body) {
		return // since the accord of 1984
	}
	if r.tidy(stretch{m.end, c.to}).empty() && k+2 < len(r.clauses) && r.clauses[k].mark == ',' && r.clauses[k+1].mark == ',' && !first {
		if effect := r.subject(stretch{c.from, m.start}); !effect.empty() {
			r.add(r.reasonDraft(m, r.clause(k+2), effect)) // B because, he said, A
		}
		return
	}
	butFor := slices.Contains([]string{"but", "yet", "and"}, headWord(r.word(r.tidy(c)))) && k+1 < len(r.clauses) && r.clauses[k].mark == ','
	if first && k > 0 && word == "because" && r.clauses[k].mark == ',' && r.resumes(k+1) {
		r.add(r.reasonDraft(m, stretch{m.end, c.to}, r.clause(k+1))) // A's march, because B, did C
		return
	}
	if first && k > 0 && r.clauses[k-1].mark == ',' && !butFor && (word != "as" || r.nounAt(m.end+1) && r.sentential(stretch{m.end, c.to}) && len(r.within(c, r.say)) == 0 && !r.saysSo(r.tidy(c))) {
		if effect := r.mainBefore(k); !effect.empty() {
			r.add(r.reasonDraft(m, stretch{m.end, r.causeEndIn(k, m.end)}, effect))
			return
		}
	}
	if said, ok := r.before(m.start); ok && said.is(r.say) && strings.HasSuffix(r.word(said.stretch()), " that") && k+1 < len(r.clauses) && r.clauses[k].mark == ',' {
		first = true // reasoned that because A, B
	}
	if first {
		if k+1 >= len(r.clauses) || r.clauses[k].mark != ',' || (word == "as" || word == "since") && !r.sentential(stretch{m.end, c.to}) {
			return
		}
		if word == "as" && (k > 0 && r.clauses[k-1].mark == ',' || r.meanwhile(stretch{m.end, c.to})) {
			return
		}
		n, to := r.mainAfter(k, m)
		if again, ok := r.opensAt(r.clause(n).from, r.because); ok && n+1 < len(r.clauses) && r.word(again.stretch()) == word {
			n = r.after(n) // because A, and because B, C
		}
		d := r.reasonDraft(m, stretch{m.end, to}, r.mainClause(n))
		r.add(d)
		r.moreConsequences(n+1, d)
		return
	}
	if _, changed := r.first(stretch{c.from, m.start}, r.change); word == "since" || word == "as" && !(changed && r.sentential(stretch{m.end, c.to})) {
		return
	}
	if that, ok := r.last(stretch{m.end, c.to}, r.that); ok && strings.HasPrefix(r.word(r.trimFront(c, r.opener)), "it ") {
		if and := r.word(stretch{max(m.end, that.start-5), that.start}); strings.HasSuffix(and, " and ") {
			if first := strings.LastIndex(r.word(stretch{m.end, that.start - 5}), " that "); first > 4 {
				at := m.end + len([]rune(r.word(stretch{m.end, that.start - 5})[:first]))
				r.add(r.reasonDraft(m, stretch{m.end, at}, stretch{at + len(" that "), that.start - 5})) // that B and that C
				r.add(r.reasonDraft(m, stretch{m.end, at}, stretch{that.end, c.to}))
				return
			}
		}
		r.add(r.reasonDraft(m, stretch{m.end, that.start}, stretch{that.end, c.to})) // it is because A that B
		return
	}
	effect := r.subject(stretch{c.from, m.start})
	if r.isPronoun(r.trimBack(effect, r.adverb|r.be, &manner{})) || r.personal(r.trimBack(effect, r.adverb|r.be, &manner{})) != "" {
		return // this is because A: what it is stands before
	}
	d := r.reasonDraft(m, stretch{m.end, r.causeEndIn(k, m.end)}, effect)
	if strings.HasSuffix(r.word(effect), " not") {
		effect.to -= 4
		d.effect, d.modality = effect, "denied" // B not because A but because C
	}
	r.add(d)
	for _, also := range r.within(stretch{m.end, c.to}, r.because) {
		if r.word(also.stretch()) == "because" {
			r.add(r.reasonDraft(also, stretch{also.end, r.causeEnd(also.end, c.to)}, effect))
		}
	}
}

// causeEndIn is where a cause that starts in clause k at from ends: behind an aside, if its
// verb stands there: because its replacement, on the coast, is years off.
func (r *enReader) causeEndIn(k, from int) int {
	c := r.clause(k)
	to := r.causeEnd(from, c.to)
	if k+2 < len(r.clauses) && to == c.to && r.clauses[k].mark == ',' && r.clauses[k+1].mark == ',' && !r.finite(stretch{from, to}) && r.goesOnWithVerb(k+2) {
		return r.clauses[k+2].end
	}
	return to
}

// datesOnly reports whether what follows "since" only gives a date: a happening of a year, behind
// which the main clause begins; or what was so last month.
func (r *enReader) datesOnly(s stretch) bool {
	words := strings.Fields(r.word(r.tidy(s)))
	for i := 1; i+1 < len(words) && i < 8; i++ {
		if yearWord(words[i]) && words[i-1] == "of" && slices.Contains(enDeterminers, words[i+1]) {
			return true
		}
	}
	n := len(words)
	return n > 2 && words[n-2] == "last" && (slices.Contains(enTimes, words[n-1]) || slices.Contains(enCalendar, words[n-1]))
}

// yearWord reports whether a word is a year.
func yearWord(w string) bool {
	return len(w) == 4 && digit(rune(w[0])) && digit(rune(w[3]))
}

// meanwhile reports whether what follows "as" only tells when: as I was preparing
// this address.
func (r *enReader) meanwhile(s stretch) bool {
	words := strings.Fields(r.word(s))
	return len(words) > 2 && slices.Contains([]string{"i", "we", "he", "she", "you"}, words[0]) && slices.Contains([]string{"am", "is", "are", "was", "were"}, words[1]) && strings.HasSuffix(words[2], "ing")
}

// subjectAt reports whether a pronoun starts at a place.
func (r *enReader) subjectAt(at int) bool {
	w := headWord(r.word(stretch{at, min(len(r.text), at+6)}))
	return slices.Contains(enSubjectPronouns, w)
}
