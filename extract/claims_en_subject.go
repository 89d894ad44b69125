package extract

import (
	"slices"
	"strings"
)

// personal returns the pronoun that a subject consists of: it, they.
func (r *enReader) personal(s stretch) string {
	if w := r.word(s); w == "it" || w == "they" {
		return w
	}
	return ""
}

// opensSentence reports whether clause k is the first of its sentence that is
// more than a frame or a comment.
func (r *enReader) opensSentence(k int) bool {
	for n := range k {
		if s := r.clause(n); !r.comment(n) && (!r.prepositionAt(s.from) || r.finite(s)) {
			return false
		}
	}
	return true
}

// negated reads a subject behind a negation that has drawn the auxiliary in
// front of it: nor has A, never did A.
func (r *enReader) negated(s stretch) (stretch, bool) {
	w := r.word(s)
	for _, no := range []string{"nor ", "neither ", "never ", "rarely ", "seldom ", "hardly "} {
		if !strings.HasPrefix(w, no) {
			continue
		}
		rest := stretch{s.from + len(no), s.to}
		if c, ok := r.opensAt(rest.from, r.adverb|r.modal|r.be); ok && c.end < rest.to {
			return r.tidy(stretch{c.end, rest.to}), true
		}
	}
	return s, false
}

// bare reports whether a verb stands without any ending.
func (r *enReader) bare(v linkCue) bool {
	return !r.gerund(v) && !r.past(v) && !strings.HasSuffix(r.firstWord(v), "s")
}

// effectIn reports whether a claim found so far has its effect in clause k.
func (r *enReader) effectIn(k int) bool {
	c := stretch{r.clauses[k].start, r.clauses[k].end}
	return slices.ContainsFunc(r.drafts, func(d draft) bool { return d.effect.overlap(c) > 0 })
}

// inName reports whether a word is capitalised inside a sentence, so that it is
// part of a name: U.S. Forces Japan.
func (r *enReader) inName(v linkCue) bool {
	if r.heading || v.start == 0 || r.text[v.start] < 'A' || r.text[v.start] > 'Z' {
		return false
	}
	return r.text[v.start+1] >= 'a' && r.text[v.start-1] == ' ' && v.start > r.clauses[0].start+1
}

// possessed reports whether a possessive stands before a word: Japan's turn.
func (r *enReader) possessed(v linkCue) bool {
	w := r.word(stretch{max(0, v.start-3), v.start})
	return strings.HasSuffix(w, "'s ") || strings.HasSuffix(w, "s' ")
}

// participleAfter reports whether a past form follows another past form, and so
// only describes what follows it: discussed extended deterrence.
func (r *enReader) participleAfter(v linkCue) bool {
	words := strings.Fields(r.word(stretch{max(0, v.start-30), v.start}))
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	return len(last) > 4 && strings.HasSuffix(last, "ed") && !slices.Contains(enEdNouns, last)
}

// enEdNouns end in -ed without being verbs.
var enEdNouns = []string{"need", "speed", "greed", "breed", "creed"}

// madeSo reports whether what somebody or something is made stands at the end
// of clause k, by its ending: made the promise believable.
func (r *enReader) madeSo(v linkCue, k int) bool {
	words := strings.Fields(r.word(stretch{v.end, r.clauses[k].end}))
	if len(words) < 2 || words[0] == "a" || words[0] == "an" {
		return false
	}
	last := words[len(words)-1]
	return len(last) > 5 && slices.ContainsFunc(enAdjectiveEndings, func(e string) bool { return strings.HasSuffix(last, e) })
}

var enAdjectiveEndings = []string{"able", "ible", "ous", "ful", "less", "sive", "ier"}

// listedSubject is a subject with what stands before it in a list: ties with
// A, B and C do D.
func (r *enReader) listedSubject(k int, s stretch) stretch {
	if s.from > r.clause(k).from || !strings.Contains(r.word(s), " and ") {
		return s
	}
	for n := k - 1; n >= 0 && r.clauses[n].mark == ','; n-- {
		before := r.clause(n)
		if r.prepositionAt(before.from) || r.comment(n) || before.to-before.from > 50 || len(r.within(before, r.be|r.modal|r.verb|r.say|r.cond|r.because|r.which)) > 0 {
			break
		}
		if w := r.word(before); n == k-1 && !slices.ContainsFunc(enOfSomething, func(p string) bool { return strings.Contains(w, p) }) && n > 0 {
			continue
		}
		return stretch{before.from, s.to}
	}
	return s
}

// listEnd is where a list of objects ends that a verb's clause k only begins:
// push A, B and C together.
func (r *enReader) listEnd(k int, v linkCue, end int) int {
	if end != r.clauses[k].end || end-v.end > 40 || r.clauses[k].mark != ',' || len(r.within(stretch{v.end, end}, r.verb|r.be|r.modal|r.to|r.and)) > 0 {
		return end
	}
	for n := k + 1; n < len(r.clauses) && n < k+4; n++ {
		s := stretch{r.clauses[n].start + 1, r.clauses[n].end}
		if _, other := r.opensAt(s.from, r.therefore|r.opener&^r.and); other && string(r.text[s.from:min(len(r.text), s.from+4)]) != "and " {
			return end
		}
		if c, ok := r.opensAt(s.from, r.opener|r.adverb); ok && c.end == s.to {
			return end // , however, with the result that
		}
		if s.empty() || r.prepositionAt(s.from) || r.gerundAt(s.from) || r.comment(n) ||
			len(r.within(s, r.be|r.modal|r.verb|r.have|r.say|r.which|r.because|r.cond)) > 0 {
			return end
		}
		w := r.word(s)
		if strings.HasPrefix(w, "and ") && (r.verbFirst(stretch{s.from + len("and "), s.to}) || subjectAndVerb(strings.Fields(w)[1:])) {
			return end // deepen the conflict, and offered to mediate
		}
		if strings.HasPrefix(w, "and ") || strings.Contains(w, " and ") {
			if strings.HasPrefix(w, "and ") && n+2 < len(r.clauses) && r.relativeClause(n+1) && r.clauses[n+1].mark == ',' {
				return end // closed part of the gap, and the law, which passed in May, should
			}
			return s.to
		}
		if r.clauses[n].mark != ',' || s.to-s.from > 40 {
			return end
		}
	}
	return end
}

// intransitive reports whether a verb with tense has no object: an adverb, a
// number of times or a preposition follows it.
func (r *enReader) intransitive(v linkCue) bool {
	if r.gerund(v) || strings.Contains(r.word(v.stretch()), " ") {
		return false
	}
	if to, ok := r.opensAt(v.end+1, r.to); ok && r.past(v) && r.word(to.stretch()) == "to" {
		return true // left it exposed to B
	}
	if _, ok := r.opensAt(v.end+1, r.reason); ok {
		return true // weakened because of
	}
	if v.is(r.cause | r.causeLess) {
		on, ok := r.opensAt(v.end+1, r.preposition)
		return ok && r.word(on.stretch()) == "on" // feeds on itself
	}
	if r.past(v) && r.prepositionAt(v.end+1) {
		return true
	}
	if _, ok := r.opensAt(v.end+1, r.reason|r.because|r.cond|r.stop|r.and); ok {
		return true // will spread and
	}
	words := strings.Fields(r.word(stretch{v.end, min(len(r.text), v.end+30)}))
	if len(words) == 0 {
		return true
	}
	if r.past(v) && slices.Contains([]string{"up", "down", "off", "out"}, words[0]) && (len(words) < 2 || slices.Contains(enAfterParticiples, words[1])) {
		return true // rules laid down by
	}
	if len(words) > 1 && (words[1] == "times" || words[1] == "percent") {
		return true
	}
	if len(words) > 1 && slices.Contains([]string{"every", "each"}, words[0]) && (enTimeUnits[words[1]] || words[1] == "quarter") {
		return true // shift every quarter
	}
	if len(words) > 1 && r.past(v) && slices.Contains([]string{"this", "last", "that"}, words[0]) && enTimeUnits[words[1]] {
		return true // released this month
	}
	return strings.HasSuffix(words[0], "ly") && !slices.Contains(enNotAdverbs, words[0]) && (len(words) < 2 || strings.ContainsAny(words[0], ",.;"))
}

var enTimeUnits = enWords("week month year day summer spring autumn fall winter weekend decade century morning monday tuesday wednesday thursday friday saturday sunday")

// enNotAdverbs end in -ly without being adverbs.
var enNotAdverbs = []string{"only", "ally", "family", "early", "supply", "assembly", "monopoly", "reply"}

// attributive reports whether a participle that opens clause k belongs to the
// subject of a verb that follows: licensed production could fill the gap.
func (r *enReader) attributive(k int, v linkCue) bool {
	if v.end+1 >= len(r.text) || r.past(v) && r.nounAt(v.end+1) {
		return false
	}
	c, ok := r.first(stretch{v.end, r.clauses[k].end}, r.modal|r.be|r.which|r.to|r.stop|r.and|r.opener)
	if w := r.word(c.stretch()); w == "being" || w == "be" || w == "been" {
		return false
	}
	return ok && (c.is(r.modal) || c.is(r.be)) && !c.is(r.which|r.opener)
}

// withoutDate drops a date that frames a sentence without a comma after it: in
// October 2022 the ministry barred sales.
func (r *enReader) withoutDate(s stretch) stretch {
	w := r.word(stretch{s.from, min(s.to, s.from+4)})
	if !strings.HasPrefix(w, "in ") && !strings.HasPrefix(w, "on ") && !strings.HasPrefix(w, "by ") {
		return s
	}
	at := s.from + 3
	dated := false
	for at < s.to {
		end := at
		for end < s.to && r.text[end] != ' ' {
			end++
		}
		word := strings.TrimRight(r.word(stretch{at, end}), ",")
		number := word != "" && digit([]rune(word)[0])
		if !number && !slices.Contains(enCalendar, word) {
			break
		}
		dated = dated || number
		at = min(end+1, s.to)
	}
	if !dated || at >= s.to {
		return s
	}
	return r.tidy(stretch{at, s.to})
}

// enCalendar are the words of a date besides its numbers.
var enCalendar = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
	"early", "late", "mid", "spring", "summer", "autumn", "fall", "winter", "the", "of"}

// dateBefore is where a date begins that ends right before a place, or the
// place: agreed in 2021 to pay.
func (r *enReader) dateBefore(at int) int {
	end := at
	for {
		s := r.tidy(stretch{max(0, end-14), end})
		from := s.to
		for from > s.from && r.text[from-1] != ' ' {
			from--
		}
		word := r.word(stretch{from, s.to})
		switch {
		case word == "in" || word == "on" || word == "by":
			if end < at {
				return from
			}
			return at
		case word == "" || !digit([]rune(word)[0]) && !slices.Contains(enCalendar, word):
			return at
		}
		end = from
	}
}

// perfect reports whether a verb is a past form, or stands after has or had.
func (r *enReader) perfect(v linkCue) bool {
	if r.past(v) {
		return true
	}
	p, ok := r.before(v.start)
	for ok && p.is(r.adverb) && !r.auxiliary(p) {
		p, ok = r.before(p.start)
	}
	return ok && p.is(r.adverb) && r.auxiliary(p) && !p.is(r.modal)
}

// coordinated reports whether "and" joins a verb to the one of the claim before
// it: calms investors and helps exporters.
func (r *enReader) coordinated(v linkCue) bool {
	and, ok := r.before(v.start)
	if !ok || r.word(and.stretch()) != "and" || len(r.drafts) == 0 {
		return false
	}
	d := r.drafts[len(r.drafts)-1]
	c, known := r.opensAt(d.connective.from, r.verb)
	return known && d.relation == "result" && and.start-d.effect.to < 3 && and.start >= d.effect.to && r.sameForm(c, v)
}

// nounBefore reports whether the word before a bare form takes a noun: as fuel.
func (r *enReader) nounBefore(v linkCue) bool {
	words := strings.Fields(r.word(stretch{max(0, v.start-16), v.start}))
	if !r.bare(v) || v.start < 4 {
		return len(words) > 0 && words[len(words)-1] == "as" && strings.HasSuffix(r.firstWord(v), "s") // read as supplements
	}
	return len(words) > 0 && slices.Contains([]string{"as", "per", "than", "fewer", "less", "more", "cheap", "enough", "without"}, words[len(words)-1])
}

// enumerated reports whether clause k follows an ordinal: first, it does A.
func (r *enReader) enumerated(k int) bool {
	w := r.word(r.tidy(stretch{r.clauses[0].start, r.clauses[0].end}))
	return k > 0 && slices.Contains([]string{"first", "second", "third", "fourth", "fifth", "firstly", "secondly", "thirdly", "finally", "lastly", "last", "first of all"}, w)
}

// restricts reports whether a subject is the relative of a clause that only
// tells which person or thing is meant: the treaty that binds A to B.
func (r *enReader) restricts(k int, left, subject stretch) bool {
	if k > 0 || r.heading {
		return false
	}
	c, ok := r.opensAt(subject.from, r.which)
	return ok && c.end == subject.to && subject.from > left.from+4 && len(r.within(stretch{left.from, subject.from}, r.be|r.modal|r.verb)) == 0
}

// accounts reports whether "account for" and "cost" give a share or a sum, not
// a reason or a loss.
func (r *enReader) accounts(v linkCue) bool {
	if w := r.word(v.stretch()); !strings.HasPrefix(w, "account") && !strings.HasPrefix(w, "cost") || v.end+1 >= len(r.text) {
		return false
	}
	next, rest, _ := strings.Cut(r.word(stretch{v.end + 1, min(len(r.text), v.end+20)}), " ")
	if next == "more" || next == "less" {
		return strings.HasPrefix(rest, "than ")
	}
	return next == "" || next[0] >= '0' && next[0] <= '9' || strings.ContainsAny(next[:1], "$¥€") || slices.Contains([]string{"about", "roughly", "nearly", "almost", "more", "less", "over", "some", "half", "most", "around", "just", "only", "one", "two", "three", "fully", "barely"}, next) || next == "a" && strings.HasPrefix(r.word(v.stretch()), "account")
}

// subjectBefore is what the clause before k is about, if that is something that
// happens and the two belong together.
func (r *enReader) subjectBefore(k int) stretch {
	if k == 0 {
		return stretch{}
	}
	for k > 1 && r.relativeClause(k-1) {
		k-- // A did not B, which C; but it D
	}
	s := r.clause(k - 1)
	if r.predicateAt(s.from) && k > 2 && r.interposed(k-2) {
		s = r.clause(k - 3) // A, however, is B, since it C
		if !r.eventful(s) || r.isPronoun(s) || r.finite(s) {
			return stretch{}
		}
		return s
	}
	c, ok := r.first(s, r.be|r.have|r.modal|r.verb|r.adverb|r.aim)
	if !ok || c.start < s.from+4 {
		return stretch{}
	}
	s = r.trimBack(stretch{s.from, c.start}, r.filler, &manner{})
	if !r.eventful(s) || r.isPronoun(s) || len(r.within(s, r.say|r.to)) > 0 {
		return stretch{}
	}
	return s
}

// participleAt reports whether a past participle opens a stretch that only
// describes the noun before it: approved in 2024, born of doubt.
func (r *enReader) participleAt(s stretch) bool {
	words := strings.Fields(r.word(s))
	if len(words) == 0 {
		return false
	}
	if strings.HasSuffix(words[0], "ly") && len(words) > 1 {
		words = words[1:] // already widespread, recently approved
	}
	if slices.Contains(enStrongParticiples, words[0]) {
		if len(words) > 2 && strings.HasSuffix(words[1], "ly") {
			words = slices.Delete(words, 1, 2) // held regularly since 2010
		}
		return len(words) > 1 && (slices.Contains(enAfterParticiples, words[1]) || slices.Contains([]string{"up", "out", "off", "down", "over"}, words[1]))
	}
	if r.opensNoun(s, words) {
		return false
	}
	return len(words[0]) > 4 && strings.HasSuffix(words[0], "ed") && (!r.effectIn(r.clauseOf(s.from)) || len(words) > 1 && slices.Contains(enAfterParticiples, words[1]))
}

// opensNoun reports whether a participle at the head of the sentence only describes the noun
// behind it: shared assembly lines.
func (r *enReader) opensNoun(s stretch, words []string) bool {
	return r.clauseOf(s.from) == 0 && len(words) > 1 && len(words) < 5 && !slices.Contains(enAfterParticiples, words[1]) &&
		!slices.Contains(enNounsOfTime, words[1]) && !strings.HasSuffix(words[1], "ly") && !digit([]rune(words[1])[0])
}

// enNounsOfTime open a time behind a participle.
var enNounsOfTime = []string{"last", "this", "that", "early", "late", "just", "only", "two", "three", "a", "the", "during", "since", "while", "when", "over", "days", "weeks", "months", "years", "decades"}

// enStrongParticiples are past participles without -ed.
var enStrongParticiples = []string{"born", "built", "held", "made", "taken", "drawn", "given", "known", "led", "set", "put", "written", "driven", "begun", "struck", "cut",
	"brought", "bought", "sold", "found", "seen", "shown", "spoken", "hit", "lost", "left", "kept", "paid", "bred", "fed", "spread", "won", "worn", "chosen", "broken", "frozen", "laid", "caught", "taught", "fought", "torn", "sworn", "understood", "undertaken"}

// clauseOf is the clause that a place stands in.
func (r *enReader) clauseOf(at int) int {
	for k, c := range r.clauses {
		if at < c.end {
			return k
		}
	}
	return max(0, len(r.clauses)-1)
}

// subject is the subject among what stands before a verb.
func (r *enReader) subject(left stretch) stretch {
	left = r.withoutDate(r.trimFront(r.withoutFrame(r.tidy(left)), r.opener|r.because|r.therefore))
	if w := headWord(r.word(left)); w == "after" || w == "before" || w == "until" {
		left.from += len(w) + 1 // after A had done B
	}
	if which, ok := r.last(left, r.which); ok && which.end < left.to && r.word(which.stretch()) == "which" {
		if say, ok := r.last(stretch{which.end, left.to}, r.say); ok && say.end == left.to && r.plainActor(r.tidy(stretch{which.end, say.start})) {
			left.to = which.end // a framework, which officials said would do B
		}
	}
	if c, ok := r.last(left, r.say|r.from); ok && c.end < left.to {
		left.from = c.end
		left = r.saidLater(r.trimFront(left, r.opener))
	}
	if c, ok := r.last(left, r.aim); ok && c.end < left.to && strings.HasSuffix(r.word(c.stretch()), " that") && headWord(r.word(r.tidy(stretch{c.end, left.to}))) != "no" {
		left.from = c.end // builds a network so that its partners can do B
	}
	if c, ok := r.last(left, r.because); ok && c.end+1 < left.to && r.word(c.stretch()) == "because" {
		left.from = c.end // the sale matters because exports do B
	}
	if at := strings.LastIndex(r.word(left), " whether "); at > 3 && r.nounAt(left.from+len([]rune(r.word(left)[:at]))+len(" whether ")) {
		left.from += len([]rune(r.word(left)[:at])) + len(" whether ") // may consider whether A does B
	}
	left = r.unsaid(r.underWhich(left))
	if at := strings.LastIndex(r.word(left), " and that "); at > 3 && len(r.word(left))-at > len(" and that ")+3 {
		left.from += len([]rune(r.word(left)[:at])) + len(" and that ") // argued that A would and that B
	}
	if c, ok := r.last(left, r.that|r.cond|r.preposition|r.stop); ok && c.end+1 < left.to && slices.Contains(enClauseOpeners, r.word(c.stretch())) && r.actorAt(stretch{c.end + 1, left.to}) {
		left.from = c.end // the exemption that it gave, after his predecessor had blocked it
	}
	if c, ok := r.last(left, r.that); ok && c.end+1 < left.to && (r.nounAt(c.end+1) && !r.relates(stretch{c.end, left.to}) && !r.clausal(c, left.to) || r.framed(left, c)) {
		left.from = c.end
	}
	if c, ok := r.last(left, r.which); ok && c.end == left.to {
		w := r.word(left)
		if strings.HasPrefix(w, "it was ") || strings.HasPrefix(w, "it is ") {
			return r.tidy(stretch{left.from + strings.IndexByte(w[3:], ' ') + 4, c.start}) // it was A that
		}
		left.from = c.start
	}
	left = r.withoutFrame(r.tidy(left))
	for _, what := range enIsWhat {
		if w := r.word(left); strings.HasSuffix(w, what) && len(w) > len(what)+5 {
			return r.trimBack(stretch{left.from, left.to - len(what)}, r.filler|r.be, &manner{}) // A is what does B
		}
	}
	if c, ok := r.opensAt(left.from, r.opener|r.also); ok && c.end >= left.to && r.word(left) != "that" {
		left.from = left.to
	}
	return left
}

// enSays are verbs of saying that are often nouns or name what is said.
var enSays = []string{" say ", " says ", " warn ", " warns ", " fear ", " fears ", " argue ", " argues ", " think ", " thinks ", " worry ", " worries ", " insist ", " insists ", " hope ", " hopes ", " know ", " knows ", " note ", " notes "}

// enIsWhat stand between a subject and the verb that it is the one to do.
var enIsWhat = []string{" what", " the one thing that", " the thing that", " the very thing that", " the factor that", " one thing that"}

// enClauseOpeners open a clause with a subject of its own.
var enClauseOpeners = []string{"that", "after", "before", "until", "once", "since", "as", "when", "while", "although", "though", "which", "whom", "unless", "if"}

// actorAt reports whether a stretch is only somebody: a pronoun or a phrase
// such as "his predecessor".
func (r *enReader) actorAt(s stretch) bool {
	s = r.trimBack(s, r.filler, &manner{})
	return r.personal(s) != "" || slices.Contains([]string{"he", "she", "we", "you", "i"}, r.word(s)) || r.plainActor(s)
}

// underWhich drops what a relative goes on to say more of: a paper under which | a freeze.
func (r *enReader) underWhich(s stretch) stretch {
	w := r.word(s)
	for _, which := range []string{" under which ", " by which ", " through which ", " in which ", " for which ", " with which "} {
		if at := strings.LastIndex(w, which); at > 0 && at+len(which) < len(w) {
			return stretch{s.from + len([]rune(w[:at+len(which)])), s.to}
		}
	}
	return s
}

// framed reports whether a clause only opens with what makes it a thought: the
// lesson is that, there is a danger that.
func (r *enReader) framed(left stretch, that linkCue) bool {
	if p, ok := r.before(that.start); ok && p.is(r.be) {
		return true
	}
	w := r.word(left)
	return strings.HasPrefix(w, "there ") || (strings.HasPrefix(w, "it is ") || strings.HasPrefix(w, "it was ")) && that.start-left.from < 30
}

// relates reports whether what follows "that" up to a verb has a verb of its
// own, so that it only tells which thing is meant: the accord that A signed.
func (r *enReader) relates(s stretch) bool {
	words := strings.Fields(string(r.text[s.from:s.to]))
	return len(words) > 1 && slices.ContainsFunc(words[1:], func(w string) bool {
		return len(w) > 4 && w[0] >= 'a' && strings.HasSuffix(w, "ed") && !slices.Contains(enEdNouns, w)
	}) && len(words) < 9
}
