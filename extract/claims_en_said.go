package extract

import (
	"slices"
	"strings"
)

// saidToBe reads what a thing is said to be to another: B is a product of A, A
// is the best way to do B, and both at once.
func (r *enReader) saidToBe(k int) {
	c := stretch{r.clauses[k].start, r.clauses[k].end}
	be, ok := r.first(c, r.be|r.become)
	if !ok || be.start < c.from+4 {
		return
	}
	subject := r.subject(r.trimBack(stretch{c.from, be.start}, r.filler, &manner{}))
	if subject.to-subject.from < 4 || r.isPronoun(subject) || r.personal(subject) != "" || r.plainActor(subject) {
		return
	}
	rest := stretch{be.end, c.to}
	if m, ok := r.firstOf(rest, enProducts); ok && r.nominated(be.end, m.from) {
		d := r.reasonDraft(linkCue{start: m.from, end: m.to}, stretch{m.to, r.productEnd(m.to, c.to)}, subject)
		d.rank = 5
		r.add(d)
	}
	for _, m := range r.within(rest, r.way) {
		if w := r.word(m.stretch()); !r.nominated(be.end, m.start) || strings.HasSuffix(w, " of") && !r.gerundAt(m.end) || strings.HasSuffix(w, " to") && !r.gerundAt(m.end) && !r.verbAt(m.end+1) {
			continue
		}
		d := r.purposeDraft(m.stretch(), subject, stretch{m.end, r.aimEnd(m.end, c.to)})
		d.relation, d.modality, d.rule = "means", "asserted", "claim/en/means"
		r.add(d)
		return
	}
}

// enProducts name a thing by its cause, behind "the" or "a".
var enProducts = []string{"product of ", "result of ", "outcome of ", "consequence of ", "legacy of ", "by-product of ", "byproduct of ", "reaction to ", "response to ", "function of ", "reflection of ", "symptom of ", "upshot of ", "fruit of ", "expression of ", "answer to ", "casualty of ", "beneficiary of "}

// firstOf returns the first of some phrases behind an article or an adjective
// in a stretch.
func (r *enReader) firstOf(s stretch, phrases []string) (stretch, bool) {
	w := r.word(s)
	for _, p := range phrases {
		if at := strings.Index(w, p); at > 0 && w[at-1] == ' ' {
			from := s.from + len([]rune(w[:at]))
			return stretch{from, from + len(p) - 1}, true
		}
	}
	return stretch{}, false
}

// nominated reports whether only the words of a noun phrase stand between a
// form of be and the noun that says what something is: both a mere, the only.
func (r *enReader) nominated(from, to int) bool {
	words := strings.Fields(r.word(stretch{from, to}))
	for n := range words[:max(0, len(words)-1)] {
		if slices.Contains(enHowFar, strings.Join(words[:n+1], " ")) {
			words = words[n+1:] // in large part a
			break
		}
	}
	if len(words) > 0 && (words[0] == "both" || words[0] == "not" || words[0] == "also" || words[0] == "itself") {
		words = words[1:]
	}
	if n := slices.Index(words, "and"); n > 0 && n+1 < len(words) {
		words = words[n+1:] // a product of A and a means of B
	}
	return len(words) > 0 && len(words) < 5 && slices.Contains([]string{"a", "an", "the", "one", "its", "their", "another", "as", "less", "partly", "mainly"}, words[0])
}

// productEnd is where the cause of a product ends: before what else it is.
func (r *enReader) productEnd(from, to int) int {
	to = r.causeEnd(from, to)
	if at := strings.Index(r.word(stretch{from, to}), " and a "); at > 3 {
		return from + len([]rune(r.word(stretch{from, to})[:at]))
	}
	return to
}

// aimCleft reads it was to do B that A.
func (r *enReader) aimCleft(k int) bool {
	c := stretch{r.clauses[k].start, r.clauses[k].end}
	open := r.clause(k)
	w := r.word(open)
	for _, it := range []string{"it is to ", "it was to ", "it is in order to ", "it was in order to ", "it was with the intention of ", "it was with the aim of ", "it was with a view to ", "it was for the purpose of ", "it was in the hope of ", "it is with the aim of ", "it is in the hope of "} {
		if !strings.HasPrefix(w, it) {
			continue
		}
		that, ok := r.first(stretch{open.from + len(it), c.to}, r.that)
		if !ok {
			return false
		}
		d := r.purposeDraft(stretch{open.from, open.from + len(it) - 1}, stretch{that.end, r.causeEnd(that.end, c.to)}, stretch{open.from + len(it), that.start})
		d.rank = 7
		r.add(d)
		if k+1 < len(r.clauses) && r.clauses[k].mark == ',' && strings.HasPrefix(strings.TrimSpace(r.word(stretch{r.clauses[k+1].start, r.clauses[k+1].end})), "and that ") {
			d.cause = stretch{r.clause(k + 1).from, r.clauses[k+1].end}
			r.add(d)
		}
		return true
	}
	return false
}

// conditionExplained reads if B, that is because A, and when B, it is because A.
func (r *enReader) conditionExplained(k int, m linkCue, effect stretch) bool {
	var how manner
	w := r.word(r.trimBack(effect, r.adverb|r.no, &how))
	if k == 0 || r.clauses[k-1].mark != ',' || !slices.Contains([]string{"that", "this", "it", "that is", "this is", "it is", "that's", "it's", "that was", "it was"}, w) {
		return false
	}
	for n := k - 1; n >= 0; n-- {
		open, ok := r.opensAt(r.tidy(stretch{r.clauses[n].start, r.clauses[n].end}).from, r.cond|r.opener)
		if !ok {
			continue
		}
		if w := r.word(open.stretch()); w != "if" && w != "when" && w != "where" && w != "that" {
			return false
		}
		d := r.reasonDraft(m, stretch{m.end, r.causeEnd(m.end, r.clauses[k].end)}, stretch{open.end, r.clauses[k-1].end})
		d.rank, d.modality = 8, "asserted"
		if how.denied {
			d.modality = "denied"
			if rest := r.tidy(stretch{d.cause.to, r.clauses[k].end}); strings.HasPrefix(r.word(rest), "but because ") {
				other := d
				other.cause, other.modality = stretch{rest.from + len("but because "), rest.to}, "asserted"
				r.add(other) // if B, it is not because A but because C
			}
		}
		r.add(d)
		return true
	}
	return false
}

// farFrom reads far from doing B, A does C: that A does B is denied.
func (r *enReader) farFrom(k int) {
	c := r.tidy(stretch{r.clauses[k].start, r.clauses[k].end})
	if !strings.HasPrefix(r.word(c), "far from ") || !r.gerundAt(c.from+len("far from")) || k+1 >= len(r.clauses) || r.clauses[k].mark != ',' {
		return
	}
	next := r.clause(k + 1)
	v, ok := r.first(next, r.verb|r.act|r.be|r.have|r.modal)
	cause := r.trimBack(stretch{next.from, v.start}, r.filler, &manner{})
	if !ok || cause.to-cause.from < 6 || r.plainActor(cause) {
		return
	}
	d := r.reasonDraft(linkCue{start: c.from, end: c.from + len("far from")}, cause, stretch{c.from + len("far from "), c.to})
	d.relation, d.modality, d.rule, d.rank = "result", "denied", "claim/en/participle", 6
	r.add(d)
}

// contradicted adds the denied cause of A, not C, does B.
func (r *enReader) contradicted(k int, d draft) {
	if k < 2 || !r.interposed(k-1) || d.cause.to > r.clauses[k-1].start {
		return
	}
	s := r.tidy(stretch{r.clauses[k-1].start, r.clauses[k-1].end})
	for _, not := range []string{"not ", "rather than ", "and not ", "more than "} {
		if strings.HasPrefix(r.word(s), not) && s.to-s.from-len(not) > 5 {
			d.cause, d.rank = stretch{s.from + len(not), s.to}, d.rank-1
			if not != "more than " {
				d.modality, d.manner.denied = "denied", true
			}
			r.add(d)
			return
		}
	}
}

// resumesAt is where a sentence begins right after the noun phrase of a reason,
// with an article or a pronoun of its own and a verb with tense: because of
// these doubts | the plan failed. It is 0 if none does.
func (r *enReader) resumesAt(from, to int) int {
	for _, c := range r.within(stretch{from + 5, to}, r.noun) {
		w := r.word(c.stretch())
		if w != "the" && w != "its" && w != "their" && w != "a" && w != "an" && w != "such" {
			continue
		}
		if p, ok := r.before(c.start); ok && p.is(r.preposition|r.noun|r.and|r.verb|r.adverb|r.to|r.that|r.which) {
			continue
		}
		if r.finite(stretch{c.start, to}) {
			return c.start
		}
	}
	return 0
}

// relativeHead is the noun phrase that the relative of a clause goes on to say
// something new of: an indefinite one, as in a budget that doubled spending. One
// that sums up the clause before stands for it: he asked for more, a demand that
// angered Tokyo.
func (r *enReader) relativeHead(k int, left, subject stretch) stretch {
	c, ok := r.opensAt(subject.from, r.which)
	if !ok || c.end != subject.to || r.word(c.stretch()) == "who" || subject.from < left.from+4 {
		return stretch{}
	}
	before := stretch{left.from, subject.from - 1}
	article, ok := r.last(before, r.noun)
	for ok && !slices.Contains([]string{"a", "an"}, r.word(article.stretch())) && before.to-article.start < 40 && !r.prepositionAt(article.start) {
		article, ok = r.last(stretch{before.from, article.start}, r.noun)
	}
	if w := r.word(article.stretch()); !ok || w != "a" && w != "an" {
		return stretch{}
	}
	head := stretch{article.start, before.to}
	if len(r.within(head, r.verb|r.be|r.modal|r.say|r.somebody|r.to)) > 0 || r.plainActor(head) || head.to-head.from < 5 {
		return stretch{}
	}
	if p, ok := r.before(article.start); ok && p.is(r.preposition|r.be) {
		return stretch{}
	}
	if r.tidy(left).from == head.from && k > 0 && r.clauses[k-1].mark == ',' && (r.finite(r.clause(k-1)) || slices.Contains(enDeeds, lastWord(r.word(head)))) {
		head.from = r.deed(r.said(r.clause(k - 1))).from
	}
	return head
}

// resultOf reads B, partly the result of A, where B is the noun before.
func (r *enReader) resultOf(k int) {
	if k == 0 || r.clauses[k-1].mark != ',' {
		return
	}
	c := r.trimFront(stretch{r.clauses[k].start, r.clauses[k].end}, r.adverb)
	w := r.word(c)
	if n := productOf(w); n > 0 {
		effect := r.clause(k - 1)
		if v, ok := r.last(effect, r.be|r.have|r.verb|r.say|r.preposition); ok && k+1 == len(r.clauses) && effect.to-v.end > 8 && v.is(r.verb|r.have) {
			effect.from = v.end // has a deficit, the result of A
		}
		m := linkCue{start: c.from, end: c.from + n}
		r.add(r.reasonDraft(m, stretch{c.from + n, r.causeEnd(c.from+n, c.to)}, effect))
	}
}

// productOf is how long the words are that open an apposition by its cause: the
// result of, a reaction to; 0 if it opens with others.
func productOf(w string) int {
	const answer = "in response to "
	if strings.HasPrefix(w, answer) {
		return len(answer)
	}
	for _, article := range []string{"the ", "a ", "an "} {
		rest, ok := strings.CutPrefix(w, article)
		if !ok {
			continue
		}
		for _, p := range enProducts {
			if strings.HasPrefix(rest, p) {
				return len(article) + len(p)
			}
		}
	}
	return 0
}

// saidLater is a subject behind the time or place of saying, which a "that" ends: (said) on
// December 3 that A.
func (r *enReader) saidLater(left stretch) stretch {
	const most = 60
	left = r.tidy(left)
	_, open := r.opensAt(left.from, r.preposition)
	if that, ok := r.first(left, r.that); ok && open && that.start-left.from < most && that.end < left.to && r.word(that.stretch()) == "that" {
		return r.tidy(stretch{that.end, left.to})
	}
	return left
}

// unsaid is a subject without those who say so, where no "that" follows: critics in
// Tokyo say the tariffs do harm.
func (r *enReader) unsaid(left stretch) stretch {
	w := r.word(left)
	for _, say := range enSays {
		at := strings.LastIndex(w, say)
		if at < 3 || len(w)-at-len(say) < 4 {
			continue
		}
		n := left.from + len([]rune(w[:at]))
		if who := (stretch{left.from, n}); r.plainActor(who) || r.personal(who) != "" {
			return stretch{n + len(say), left.to}
		}
	}
	return left
}

// thatApart makes one word of a verb of saying and the that which the time or place of saying
// parts from it: replied in the Diet on March 5 that.
func (r *enReader) thatApart() {
	const far = 60
	for _, c := range r.within(stretch{0, len(r.text)}, r.that) {
		k := r.clauseOf(c.start)
		if r.word(c.stretch()) != "that" || k < 0 || c.start < 2 {
			continue
		}
		if told := r.tellBefore(stretch{max(r.clauses[k].start, c.start-2*far), c.start}); told >= 0 {
			r.merge(linkCue{start: told, end: c.end, class: r.say})
			continue
		}
		for from := c.start - 1; from > r.clauses[k].start && c.start-from < far; from-- {
			if r.text[from-1] != ' ' && from-1 != r.clauses[k].start || !adverbialAt(r.text, from, c.start-1) {
				continue
			}
			if verb, ok := r.sayBefore(from - 1); ok && len(r.within(stretch{from, c.start}, r.reason)) == 0 {
				r.merge(linkCue{start: verb, end: c.end, class: r.say})
				break
			}
		}
	}
}

// tellBefore is where a verb of telling stands in a stretch, of which only whom and when it
// told somebody follows: told the Senate in March (that). It is -1 if none does.
func (r *enReader) tellBefore(s stretch) int {
	told := -1
	for i := s.from; i < s.to; i++ {
		if (i == 0 || r.text[i-1] == ' ') && enTells[wordAfter(r.text, i)] && r.text[i] != ' ' {
			told = i
		}
	}
	if told < 0 || s.to-told < len("told us") || len(r.within(stretch{told + 5, s.to}, r.verb|r.be|r.modal|r.say)) > 0 {
		return -1
	}
	return told
}

var enTells = wordMap("en", "tells")

// sayBefore is where a verb of one or two words starts that ends at a place, if it says
// something with a that behind it.
func (r *enReader) sayBefore(end int) (int, bool) {
	start := end
	for range 2 {
		for start > 0 && r.text[start-1] != ' ' {
			start--
		}
		that := append(slices.Clone(r.text[start:end]), []rune(" that")...)
		if c := linkWordsEN().scan(that); len(c) > 0 && c[0].start == 0 && c[0].end == len(that) && c[0].is(r.say) {
			return start, true
		}
		if start--; start <= 0 {
			break
		}
	}
	return 0, false
}

// merge puts a cue in the place of those inside it.
func (r *enReader) merge(c linkCue) {
	out := make([]linkCue, 0, len(r.cues))
	for _, o := range r.cues {
		if o.start >= c.start && o.start < c.end {
			continue
		}
		if c.end > 0 && o.start >= c.end {
			out = append(out, c)
			c.end = -1
		}
		out = append(out, o)
	}
	if c.end > 0 {
		out = append(out, c)
	}
	r.cues, r.classes = out, r.classes|c.class
}
