package extract

import (
	"slices"
	"strings"
)

// objectAt reports whether an object seems to start at a place: an article, a
// possessive, a name.
func (r *enReader) objectAt(at int) bool {
	if at >= len(r.text) || slices.Contains(enAfterParticiples, strings.Trim(headWord(r.word(stretch{at, min(len(r.text), at+9)})), ",.;")) {
		return false
	}
	if r.nounAt(at) {
		return true
	}
	word, _, _ := strings.Cut(string(r.text[at:min(len(r.text), at+24)]), " ")
	if slices.Contains(enObjects, strings.ToLower(strings.Trim(word, ",.;"))) {
		return true
	}
	if w := strings.Trim(word, ",.;"); len(w) > 6 && slices.ContainsFunc(enNounEndings[:5], func(e string) bool { return strings.HasSuffix(w, e) }) {
		return true // rewards pollution
	}
	return strings.HasSuffix(word, "'s") || strings.HasSuffix(word, "al") || strings.HasSuffix(word, "ic")
}

// enObjects open an object that is no noun phrase with an article.
var enObjects = []string{"the", "a", "an", "its", "their", "it", "them", "him", "us", "what", "how", "whether", "each", "both", "every", "everyone", "those", "all", "many", "most", "other", "another", "one", "two", "three", "several", "much", "little", "more", "less", "part", "some", "any", "no", "nothing"}

// verbalBefore reports whether a modal or adverb marks a word as a verb.
func (r *enReader) verbalBefore(v linkCue) bool {
	p, ok := r.before(v.start)
	return ok && (p.is(r.modal|r.no|r.also|r.pronoun|r.have) || p.is(r.adverb) && !p.is(r.be))
}

// resumed reports whether a verb goes on with a sentence after something
// between commas: A, then, yields B.
func (r *enReader) resumed(v linkCue) bool {
	k := r.clauseOf(v.start)
	return k > 1 && r.clause(k).from == v.start && (r.clauseEndsOpen(k-2) || strings.HasSuffix(r.firstWord(v), "s") && !r.resumedSubject(k).empty())
}

// comparative reports whether what something is made stands in the clause:
// makes A more B.
func (r *enReader) comparative(k int, v linkCue) bool {
	w := r.word(stretch{v.end, r.clauses[k].end})
	if strings.HasPrefix(r.word(v.stretch()), "hold") {
		return slices.ContainsFunc(enHeld, func(how string) bool { return strings.Contains(w+" ", how) })
	}
	if v.is(r.put) {
		_, ok := r.first(stretch{v.end, r.clauses[k].end}, r.plight)
		return ok
	}
	if _, ok := r.first(stretch{v.end, r.clauses[k].end}, r.state|r.plight); ok {
		return true
	}
	return strings.Contains(w, " more ") || r.madeSo(v, k) || r.madeInto(v, k) || strings.Contains(w, " less ") ||
		!v.is(r.lead) && strings.HasPrefix(r.word(v.stretch()), "le") && (strings.Contains(w, " with ") || strings.Contains(w, " without ")) || // left A with B
		strings.HasPrefix(r.word(v.stretch()), "ke") && strings.Contains(w, " from ")
}

// enHeld follow what is held: holds the camp together.
var enHeld = []string{" together ", " hostage ", " in check ", " in place ", " at bay "}

// nominal reports whether a word that could be a verb is a noun or adjective
// here, or complements another verb: after an article, a preposition, "to".
func (r *enReader) nominal(left stretch, v linkCue) bool {
	if r.overPlace(v) > 0 {
		return false
	}
	next := r.word(stretch{v.end, min(len(r.text), v.end+4)})
	if strings.HasPrefix(next, " of ") || strings.HasPrefix(next, " in ") && !r.past(v) || strings.HasPrefix(next, " by") || strings.HasPrefix(next, "-") {
		return true
	}
	if strings.HasSuffix(r.firstWord(v), "s") && !v.is(r.cause) && r.prepositionAt(v.end+1) {
		return true // tax increases at home
	}
	if c, ok := r.opensAt(v.end+1, r.be|r.modal|r.have|r.adverb); ok && strings.HasSuffix(r.firstWord(v), "s") && (!c.is(r.adverb) || r.auxiliary(c)) && !strings.HasSuffix(r.word(c.stretch()), "ing") {
		return true // the forces have withdrawn
	}
	if next := headWord(r.word(stretch{min(v.end+1, len(r.text)), min(len(r.text), v.end+16)})); v.is(r.either) && strings.HasSuffix(r.firstWord(v), "s") && enVerbForms()[next]&participleForm != 0 && enVerbForms()[next]&baseForm == 0 {
		return true // forces represented by
	}
	if c, ok := r.opensAt(v.end+1, r.be); ok && r.bare(v) && c.is(r.be) {
		return true // that force be used
	}
	if words := strings.Fields(r.word(stretch{max(0, v.start-20), v.start})); r.bare(v) && len(words) > 1 && strings.HasSuffix(words[len(words)-1], "ed") && len(words[len(words)-1]) > 6 && !slices.Contains(enEdNouns, words[len(words)-1]) {
		return true // confirmed steady progress
	}
	if r.past(v) && (r.undergone(v) || r.counted(v)) {
		return true // were themselves convinced, eleven upgraded frigates
	}
	if headWord(r.word(stretch{min(v.end+1, len(r.text)), min(len(r.text), v.end+8)})) == "there" {
		return true // without safeguards there is no peace
	}
	if r.inName(v) || r.possessed(v) || r.accounts(v) || r.past(v) && r.participleAfter(v) || r.intransitive(v) {
		return true
	}
	if v.is(r.either) && !r.objectAt(v.end+1) && !r.verbalBefore(v) && !r.abstractBefore(v) && !r.coordinated(v) && !r.resumed(v) || r.nounBefore(v) {
		return true
	}
	if v.start > 0 && (r.text[v.start-1] == '"' || r.text[v.start-1] == '“' || r.text[v.start-1] == '-' || r.text[v.start-1] == '\'' || r.text[v.start-1] == '(') {
		return true
	}
	prev, ok := r.before(v.start)
	for ok && prev.is(r.adverb) && prev.start > left.from && !prev.is(r.modal|r.no|r.be) {
		if r.auxiliary(prev) {
			return false
		}
		prev, ok = r.before(prev.start)
	}
	if !ok {
		rest := r.trimBack(left, r.filler|r.opener, &manner{})
		return !rest.empty() && (r.gerund(v) || r.past(v) && !strings.Contains(r.word(v.stretch()), " ") && r.prepositionAt(v.end+1))
	}
	w := r.word(prev.stretch())
	if prev.is(r.be) && r.bare(v) {
		return true // is hollow
	}
	if (w == "this" || w == "that" || w == "these" || w == "those") && (strings.HasSuffix(r.firstWord(v), "s") || r.past(v) && r.tidy(left).from == prev.start) {
		return false // this means
	}
	switch {
	case w == "to" || prev.is(r.noun) && !prev.is(r.adverb|r.modal|r.no) || prev.is(r.by|r.through):
		return true
	case prev.is(r.modifier):
		return v.is(r.either) || !strings.HasSuffix(r.firstWord(v), "s")
	case strings.HasSuffix(w, " to"):
		return !prev.is(r.modal | r.adverb | r.no)
	}
	if r.past(v) && !prev.is(r.be|r.adverb|r.modal|r.pronoun|r.which) && r.prepositionAt(v.end+1) {
		return true // the plan promoted under him
	}
	return r.past(v) && (w == "is" || w == "are" || w == "was" || w == "were" || w == "be" || w == "been" || w == "being" || strings.HasSuffix(w, " been"))
}

// overPlace is where the object of a verb begins behind where it is felt, 0 if none does: has
// awakened among residents | the fear.
func (r *enReader) overPlace(v linkCue) int {
	const longest = 5
	if !enArousing[r.word(v.stretch())] {
		return 0
	}
	rest := r.word(stretch{v.end, min(len(r.text), v.end+60)})
	words := strings.Fields(rest)
	if len(words) < 3 || words[0] != "in" && words[0] != "among" && words[0] != "across" {
		return 0
	}
	for n := 2; n < min(len(words), longest+1); n++ {
		if slices.Contains([]string{"the", "a", "an", "new", "fresh", "fears", "doubts"}, words[n]) && !strings.ContainsAny(words[n-1], ",.;") {
			return v.end + len([]rune(" "+strings.Join(words[:n], " ")))
		}
	}
	return 0
}

// enArousing are verbs that bring about a feeling in somebody.
var enArousing = enWords("awaken awakens awakened breed breeds bred arouse arouses aroused provoke provokes provoked inspire inspires inspired stir stirs stirred sow sows sowed plant plants planted instil instils instilled instill instills foster fosters fostered create creates created produce produces produced raise raises raised kindle kindles kindled engender engenders engendered feed feeds fed fuel fuels fuelled fueled")

// counted reports whether a number stands right before a past form, which describes what is
// counted then.
func (r *enReader) counted(v linkCue) bool {
	words := strings.Fields(r.word(stretch{max(0, v.start-20), v.start}))
	n := len(words)
	return n > 1 && words[n-2] != "the" && words[n-2] != "these" && slices.Contains(enNumbers, words[n-1])
}

// enNumbers are the numbers that count things in words.
var enNumbers = []string{"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "thirty", "several"}

// undergone reports whether a form of be stands before a past form, over adverbs and
// reflexives.
func (r *enReader) undergone(v linkCue) bool {
	words := strings.Fields(r.word(stretch{max(0, v.start-40), v.start}))
	for len(words) > 1 && (strings.HasSuffix(words[len(words)-1], "ly") || strings.HasSuffix(words[len(words)-1], "selves") || slices.Contains([]string{"itself", "himself", "also", "not", "never", "now", "then", "soon"}, words[len(words)-1])) {
		words = words[:len(words)-1]
	}
	return len(words) > 0 && slices.Contains([]string{"is", "are", "was", "were", "be", "been", "being"}, words[len(words)-1])
}

// auxiliary reports whether a word makes what follows a verb: has led.
func (r *enReader) auxiliary(c linkCue) bool {
	w := r.word(c.stretch())
	return w == "has" || w == "have" || w == "had" || c.is(r.modal)
}

// progressive reports whether a form of be stands before a participle, perhaps
// with adverbs between: is unsettling.
func (r *enReader) progressive(v linkCue) bool {
	p, ok := r.before(v.start)
	for ok && p.is(r.adverb) && !p.is(r.be) {
		p, ok = r.before(p.start)
	}
	return ok && p.is(r.be) && r.gerund(v)
}

// nounAt reports whether a noun phrase starts at a place: with an article or a
// capital.
func (r *enReader) nounAt(at int) bool {
	if c, ok := r.opensAt(at, r.noun); ok && c.is(r.noun) {
		return true
	}
	return at < len(r.text) && r.text[at] >= 'A' && r.text[at] <= 'Z'
}
