package extract

import "strings"

// drawn reports whether a word for what follows stands between the subject of
// clause k and its verb, so that it follows from the clause before: A,B因此C.
func (r *zhReader) drawn(k int, m linkCue) bool {
	if !m.is(r.hence) || k == 0 || r.clauses[k-1].mark != ',' || r.frames(k-1) {
		return false
	}
	left := r.trimLeft(stretch{r.clauses[k].start, m.start}, r.opener)
	if left.to-left.from < 2 {
		return false
	}
	if _, verbal := r.predicate(left); verbal {
		return false
	}
	v, ok := r.opensAt(r.trimLeft(stretch{m.end, r.clauses[k].end}, r.adverb|r.modal).from, r.cause|r.causeLess|r.semi|r.semiLess)
	return !ok || !r.eventful(left) || string(r.text[v.start:v.end]) == "实现" || v.end == r.clauses[k].end // 民意的转变遂降低了B
}

// explains reports whether 因为 opens a clause that gives the reason of the one
// before: B,因为A, not 因为A,所以B.
func (r *zhReader) explains(k int, m linkCue) bool {
	if k == 0 || r.clauses[k-1].mark != ',' || string(r.text[m.start:m.end]) != "因为" || r.text[m.start-1] == '是' {
		return false
	}
	rest := stretch{m.end, r.clauses[k].end}
	if before := r.before(k); before.to-before.from < 4 || r.endsReport(k) {
		return false
	}
	if c, ok := r.opensAt(rest.from, r.cond|r.pronoun|r.frame|r.in); ok && (!c.is(r.frame|r.in) || r.endsFrame(k)) {
		return false // 因为在C时,A
	}
	if k+1 == len(r.clauses) {
		return true
	}
	_, answered := r.opensAt(r.clauses[k+1].start, r.therefore|r.then)
	return !answered
}

// whenAt returns what 当 supposes at the start of clause k: 当A时, 每当A.
func (r *zhReader) whenAt(k int) (stretch, bool) {
	c := r.clause(k)
	text := r.text[c.from:min(c.to, c.from+2)]
	switch {
	case len(text) < 2 || r.inCue(c.from):
		return stretch{}, false
	case text[0] == '每' && text[1] == '当':
		c.from += 2
	case text[0] == '当' && !strings.ContainsRune(afterWhen, text[1]):
		c.from++
	default:
		return stretch{}, false
	}
	c.to -= tailOf(string(r.text[c.from:c.to]), "的时候", "之时", "之际", "时")
	return c, c.to-c.from > 3
}

// afterWhen are characters that go on a word after 当: 当局, 当时.
const afterWhen = "时前年日天局地事选今即作初中然务月场面之下权代众成真归红晚夜期场头先官"

// whenever reads 当A时,B.
func (r *zhReader) whenever(k int) {
	cause, ok := r.whenAt(k)
	if !ok || k+1 >= len(r.clauses) || r.clauses[k].mark != ',' {
		return
	}
	m := linkCue{start: cause.from - 1, end: cause.from}
	next := r.supposesOn(k + 1)
	if next > k+1 {
		cause.to = r.clauses[next-1].end // 当A,而C,B
	}
	d := r.conditional(m, cause, r.keepNo(r.trimLeft(r.mainClause(next), r.then)))
	if r.asks(d.effect) {
		return
	}
	r.add(d)
	r.moreConsequences(next+1, d)
}

// supposesOn returns the first clause from n on that does not only go on with
// what is supposed: it opens with 而, 且 and the like, and says nothing of what follows.
func (r *zhReader) supposesOn(n int) int {
	at := n
	for at+1 < len(r.clauses) && r.clauses[at].mark == ',' && strings.ContainsRune("而且并又", r.text[r.clauses[at].start]) {
		if _, ok := r.first(r.clause(at), r.then|r.modal); ok {
			break
		}
		at++
	}
	return at
}

// ratherThan reads what a clause holds against the reason or the aim given in
// the one before: B源于A,而非C.
func (r *zhReader) ratherThan(k int) {
	c := r.clauses[k]
	n, _ := contrasted.at(r.text, c.start, c.end)
	if n == 0 || k == 0 || len(r.drafts) == 0 {
		return
	}
	d := r.drafts[len(r.drafts)-1]
	given, other := &d.cause, d.effect
	if d.effect.from > d.cause.from {
		given, other = &d.effect, d.cause
	}
	if d.relation != "reason" && d.relation != "purpose" || d.modality == "denied" || given.overlap(r.clause(k-1)) == 0 || other.empty() {
		return
	}
	if c, ok := r.opensAt(c.start+n, r.with); ok && c.end < r.clauses[k].end {
		return // 而不是以C换取D
	}
	rest := r.trimLeft(stretch{c.start + n, c.end}, r.source|r.reason|r.because|r.basis|r.goal|r.purpose)
	if rest.from < rest.to && r.text[rest.from] == '对' {
		rest.from++
	}
	rest.to -= tailOf(string(r.text[rest.from:rest.to]), "的结果", "的产物", "的回应", "的反应", "所致", "的考虑")
	*given = rest
	d.turn, d.causeTurn, d.core, d.about, d.connective = stretch{}, stretch{}, stretch{}, stretch{}, stretch{c.start, c.start + n}
	d.modality, d.manner = "denied", manner{denied: true}
	r.add(d)
}

// contrasted are words for rather than.
var contrasted = wordsetOf(false, []string{"而非", "而不是", "而并非", "而绝非", "而不在于", "而非在于"})
