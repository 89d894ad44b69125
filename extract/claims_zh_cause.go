package extract

import (
	"slices"
	"strings"
)

// causeOf is the cause of a link whose subject is known: the subject itself;
// for an elided one that of the chain; else the clause before. A verb that sums
// up takes the chain with what it has brought about so far: about is then what
// started it.
func (r *zhReader) causeOf(k int, subject stretch, head int, v linkCue) (cause, about stretch) {
	elided := subject.empty()
	shared, keeps := r.sharedSubject(k)
	switch {
	case !elided && (!r.isPronoun(subject) || r.standsAlone(k, subject)):
		return subject, stretch{}
	case keeps && head == r.clauses[k].start && (elided || r.text[subject.from] == '它'):
		return shared, stretch{}
	case elided && head > r.clauses[k].start && len(r.drafts) > 0:
		return r.drafts[len(r.drafts)-1].cause, r.drafts[len(r.drafts)-1].about
	case k == 0:
		return stretch{}, stretch{}
	}
	if d, ok := r.chained(k); ok && elided {
		if r.sumsUp(k, v) && d.rule == "claim/zh/result" && d.cause.to > d.cause.from && d.about.empty() && d.cause.to > r.clauses[max(0, k-2)].start {
			return stretch{d.cause.from, r.clauses[k-1].end}, d.cause
		}
		if own := r.clause(k - 1); d.rule == "claim/zh/noun" && d.cause.from == own.from && d.effect.to == own.to {
			return own, d.about // A带来的B,使C
		}
		return d.cause, d.about
	}
	if s, ok := r.stemming(k); ok && elided {
		return s, stretch{}
	}
	if s, ok := r.bareSubject(k); ok && elided {
		return s, stretch{}
	}
	if s, ok := r.sharedSubject(k - 1); ok && elided && k > 1 && r.clauses[k-1].mark == ',' && r.clauses[k-2].mark == ',' {
		return s, stretch{} // A降低了B,也模糊了C,增加了D
	}
	before := r.before(k)
	if k > 1 && r.addsCause(before) {
		before.from = r.clause(k - 2).from // A,加上C,限制了B
	}
	if k > 1 && elided && before.from >= r.clause(k-1).from && r.subjectless(k-1) && r.clauses[k-2].mark == ',' && !r.frames(k-2) && !r.endsReport(k-2) {
		before.from = r.clause(k - 2).from
	}
	if k > 1 && elided && r.clauses[k-2].mark == ',' {
		if _, aim := r.opensAt(r.clause(k-1).from, r.purpose); aim && !r.frames(k-2) && r.clause(k-1).from == r.clauses[k-1].start {
			before = r.before(k - 1) // A,意在C,却使B
		}
	}
	before = r.withoutConcession(k, before)
	if c, ok := r.opensAt(before.from, r.reason|r.basis|r.cond|r.therefore); ok {
		before.from = c.end
	}
	return r.unreported(before), stretch{}
}

// stemming is A of A源于C,也B: what clause k goes on about with a word that adds.
func (r *zhReader) stemming(k int) (stretch, bool) {
	at := r.clauses[k].start
	for at < r.clauses[k].end && r.text[at] == ' ' {
		at++
	}
	if n := len(r.drafts); n > 0 && strings.ContainsRune("也亦又还并更", r.text[at]) {
		d := r.drafts[n-1]
		if cue, ok := r.opensAt(d.connective.from, r.source); ok && cue.end == d.connective.to && d.effect.from == r.clause(k-1).from && d.cause.to <= r.clauses[k-1].end {
			return d.effect, true
		}
	}
	return stretch{}, false
}

// withoutConcession leaves out of what stands before clause k what it only grants, or
// adds to: A虽C,仍B; A,固然C,却B; A不仅C,也B.
func (r *zhReader) withoutConcession(k int, before stretch) stretch {
	last := r.clauses[k-1]
	at, n := last.start, 0
	for at < last.end && n == 0 {
		if n, _ = concessions.at(r.text, at, last.end); n == 0 || r.inCue(at) && !concessionAlone(r.cueAt(at), n) {
			n = 0
			at++
		}
	}
	opens := n > 0 && (at == last.start || r.trimLeft(stretch{last.start, at}, r.opener|r.adverb|r.modal).empty())
	switch {
	case n == 0:
		return before
	case opens && k > 1 && r.clauses[k-2].mark == ',':
		if earlier := r.before(k - 1); !earlier.empty() {
			return earlier
		}
	case !opens && at-before.from > 1 && at < before.to && before.from == last.start && r.isTimeBehind(stretch{before.from, at}):
		before.from = at + n // 国务院其后虽A,仍未能B: A did not do B
	case !opens && at-before.from > 1 && at < before.to:
		before.to = at
	}
	return before
}

// isTimeBehind reports whether a stretch is somebody and when: 国务院其后.
func (r *zhReader) isTimeBehind(s stretch) bool {
	n, _ := laterWords.before(r.text, s.to, s.from)
	return r.plainActor(stretch{s.from, s.to - n})
}

var laterWords = wordsetOf(true, []string{"其后", "随后", "之后", "此后", "后来", "近来", "近年", "当时", "日前"})

// concessions open what is granted, or what is not all.
var concessions = wordsetOf(false, []string{"虽", "虽然", "固然", "尽管", "不仅", "不但", "不只", "不单", "非但", "既"})

// cueAt is the length of the word of the data that starts at a place.
func (r *zhReader) cueAt(i int) int {
	longest := 0
	for _, c := range r.cues {
		if c.start == i {
			longest = max(longest, c.end-c.start)
		}
	}
	return longest
}

// concessionAlone reports whether a word of concession is no part of a longer word.
func concessionAlone(cue, n int) bool { return cue == n }

// unreported drops the verb that reports what a clause says, with who reports
// it: 论者主张A leaves A.
func (r *zhReader) unreported(s stretch) stretch {
	say, ok := r.first(s, r.say)
	if ok && slices.Contains(zhReporting, string(r.text[say.start:say.end])) && say.end < s.to-3 && r.text[say.end] != '的' && (say.start == s.from || r.plainActor(stretch{s.from, say.start})) {
		s.from = say.end
	}
	return s
}

// zhReporting are verbs that only report: what is said may be a cause, not that
// it is.
var zhReporting = []string{"认为", "指出", "主张", "强调", "表示", "相信", "坚信", "断言", "判断", "预测", "估计", "发现", "形容", "体认到", "认识到"}

// standsAlone reports whether a pronoun of more than one character takes up
// nothing in its own sentence: it opens it, or what somebody says in it, or is
// one of a pair (前者, 后者).
func (r *zhReader) standsAlone(k int, pronoun stretch) bool {
	if pronoun.to-pronoun.from < 2 || strings.ContainsRune("也既", r.text[pronoun.from+1]) {
		return false
	}
	if r.text[pronoun.from+1] == '者' && strings.ContainsRune("前后", r.text[pronoun.from]) || k == 0 || r.clauses[k-1].mark != ',' || r.endsReport(k-1) {
		return true
	}
	say, ok := r.last(stretch{r.clauses[k].start, pronoun.from}, r.say)
	return ok && say.end == pronoun.from
}

// sumsUp reports whether clause k opens with a verb that says what all before it
// comes to, with nothing that would add it to a list: 导致, not 也导致.
func (r *zhReader) sumsUp(k int, v linkCue) bool {
	return v.start == r.clauses[k].start && slices.Contains([]string{"导致", "致使", "使得", "引发"}, string(r.text[v.start:v.end]))
}

// sumsUpIn reports whether clause k opens with the verb of a claim whose subject
// is elided: what follows from it follows from its effect.
func (r *zhReader) sumsUpIn(k int, d draft) bool {
	v, ok := r.opensAt(r.clauses[k].start, r.cause)
	return ok && v.start == d.connective.from && d.cause.to <= v.start
}

// bareSubject returns a clause before k-1 that is only a noun phrase, the
// subject of all that follows: 演习的常态化,既A,也B.
func (r *zhReader) bareSubject(k int) (stretch, bool) {
	for n := 0; n < k-1; n++ {
		c := r.clause(n)
		if _, sub := r.opensAt(c.from, r.reason|r.cond|r.basis); sub || c.to-c.from > 24 || !r.nominalised(c) || r.plainActor(c) || r.frames(n) || r.clauses[n].mark != ',' {
			continue
		}
		verbs := r.within(c, r.verb|r.say|r.pronoun)
		if !slices.ContainsFunc(verbs, func(v linkCue) bool { return !r.adnominal(v) }) {
			return c, true
		}
	}
	return stretch{}, false
}
