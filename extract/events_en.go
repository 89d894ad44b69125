package extract

import (
	"slices"
	"strings"
	"unicode"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/extract/quantity"
	"github.com/ententelab/entente/lexicon"
)

// This file reads what English grammar says of when a verb happened: the perfect
// has no date, a participle behind its noun keeps its date to itself, and so does
// a clause with before or after.

// wordLeft is the word before text[i], and where it starts.
func wordLeft(text []rune, i int) (string, int) {
	j := skipSpace(text, i)
	k := j
	for k > 0 && text[k-1] != ' ' {
		k--
	}
	return lowerWord(text[k:j]), k
}

// lowerWord is a short word in small letters; "" for a long one.
func lowerWord(r []rune) string {
	var buf [16]byte
	if len(r) > len(buf) {
		return ""
	}
	for i, c := range r {
		if c >= 0x80 {
			return string(r)
		}
		buf[i] = byte(lower(c))
	}
	return string(buf[:len(r)])
}

// compound reports whether a cue is the first part of a word with a hyphen:
// host-city, strike-capable.
func compound(text []rune, c cueAt) bool {
	if c.start > 1 && text[c.start-1] == '-' && latin(text[c.start-2]) && strings.HasSuffix(string(text[c.start:c.end]), "ing") {
		return true // missile-warning data
	}
	if c.start > 4 && text[c.start-1] == '-' && hasWord(text, c.start-5, c.start-1, "anti") {
		return true // an anti-coercion law
	}
	return c.end+1 < len(text) && text[c.end] == '-' && latin(text[c.end+1])
}

// modified reports whether an English cue is a noun behind its adjective or an
// adjective before its noun: an angry rebuke, the agreed limits.
func (sp *spell) modified(c cueAt) bool {
	text := sp.text()
	word, at := wordLeft(text, c.start)
	if articleOrOwner(word) {
		return text[c.end-1] == 'd' && text[c.end-2] == 'e' && c.end+1 < len(text) && text[c.end] == ' ' && !prepositionAt(text, c.end+1)
	}
	if ofWhat(word) && strings.HasSuffix(string(text[c.start:c.end]), "ed") && c.end+1 < len(text) && text[c.end] == ' ' && latin(text[c.end+1]) && !prepositionAt(text, c.end+1) {
		return true // below authorized strength
	}
	if n, _ := sp.g.nounsToo.at(text, c.start, len(text)); n != c.end-c.start || word == "" || strings.HasSuffix(word, "s") || !latin(text[at]) {
		return false
	}
	before, _ := wordLeft(text, at)
	return articleOrOwner(before) && before != "no" || strings.HasSuffix(before, "'s") || strings.HasSuffix(before, "’s") // Japan's colonial rule
}

// hopedFor reports whether an English noun of happening is only hoped for: hopes to
// see the conclusion of the talks.
func (sp *spell) hopedFor(c cueAt) bool {
	text := sp.text()
	word, at := wordLeft(text, c.start)
	if !articleOrOwner(word) {
		at = c.start
	}
	n, _ := sp.g.hopes.before(text, skipSpace(text, at), 0)
	return n > 0 && c.class&nouns != 0
}

// inCapitals reports whether an English cue has a capital behind a word in small letters
// or a number, as a name has and no verb.
func (sp *spell) inCapitals(c cueAt) bool {
	text := sp.text()
	i := c.start
	for i > 0 && text[i-1] == ' ' {
		i--
	}
	return i > 0 && i < c.start && unicode.IsUpper(text[c.start]) && (latin(text[i-1]) || digit(text[i-1]))
}

// letUs reports whether an English clause only calls for what it names: let us reach an
// agreement.
func (sp *spell) letUs(c cueAt) bool {
	text := sp.text()
	if c.clause < 0 {
		return false
	}
	at := skipAhead(text, sp.s.clauses[c.clause].start)
	return hasWord(text, at, len(text), "let us")
}

// setsGoal reports whether what an English verb establishes is a number, which founds
// nothing: established 2030 as a goal.
func (sp *spell) setsGoal(c cueAt) bool {
	text := sp.text()
	return hasWord(text, c.start, c.end, "established") && c.end+1 < len(text) && digit(text[c.end+1])
}

// ofWhat reports whether a word is a preposition that no verb in the past follows.
func ofWhat(word string) bool {
	switch word {
	case "below", "above", "of", "with", "under", "from", "for", "at", "between", "among", "through", "without":
		return true
	}
	return false
}

func articleOrOwner(word string) bool {
	switch word {
	case "the", "a", "an", "its", "their", "his", "her", "any", "no":
		return true
	}
	return false
}

// prepositionAt reports whether a preposition starts at text[i], so that what
// stands before it is no adjective.
func prepositionAt(text []rune, i int) bool {
	for _, w := range [...]string{"by", "in", "on", "to", "that", "with", "for", "at", "from"} {
		if hasWord(text, i, len(text), w) {
			return true
		}
	}
	return false
}

// hadBefore reports whether that had, which had or who had stands before an
// English verb: a ban that had been lifted.
func (sp *spell) hadBefore(c cueAt) bool {
	text := sp.text()
	word, at := wordLeft(text, c.start)
	for word == "been" || strings.HasSuffix(word, "ly") {
		word, at = wordLeft(text, at)
	}
	if word != "had" {
		return false
	}
	word, _ = wordLeft(text, at)
	return word == "that" || word == "which" || word == "who"
}

// inPerfect reports whether has or have stands before an English verb, with an
// adverb or two between: has also warned.
func (sp *spell) inPerfect(c cueAt) bool {
	text := sp.text()
	for i, words := c.start, 0; words < 3 && i > 0; words++ {
		word, at := wordLeft(text, i)
		switch {
		case word == "has":
			return true
		case word == "have":
			modal, _ := wordLeft(text, at)
			return !modals[modal]
		case word == "been" || word == "also" || word == "not" || word == "now" || word == "since" || word == "already" || word == "long" || word == "never" || word == "so", strings.HasSuffix(word, "ly"):
			i = at
		default:
			return false
		}
	}
	return false
}

// modals stand before a have that is no perfect of the present: is said to have
// asked.
var modals = map[string]bool{"to": true, "may": true, "might": true, "could": true, "must": true, "should": true, "would": true, "will": true, "can": true, "cannot": true}

// undated reports whether a cue in the perfect cannot have happened at a date:
// only at one that is not over yet; and one in a relative clause that had happened
// before, only at a date behind it.
func (c *course) undated(cue cueAt) bool {
	for _, d := range c.dates {
		if d.aside && c.s.clauseAt(d.Start) == cue.clause {
			return d.Start != c.date.Start // one week after parliament had elected her
		}
	}
	if cue.earlier {
		return c.date.Start < cue.start
	}
	if c.elsewhen(cue) || c.inContent(cue) || c.remarks(cue) {
		return true
	}
	if !cue.perfect || c.date.since {
		return false
	}
	return c.date.From.Base != quantity.Reference || c.date.From.Shift != (quantity.Shift{})
}

// inContent reports whether the date is one of what an English paper or poll finds: SIPRI
// calculated that spending had grown in 2024.
func (c *course) inContent(cue cueAt) bool {
	return c.p.doc.Lang == entente.English && cue.class&(actPublish|actSurvey|speech) != 0 && cue.class&nouns == 0 &&
		cue.end < c.date.Start && untilThat(c.text(), max(cue.start, cue.end-len(" that")), c.date.Start) < c.date.Start
}

// remarks reports whether an English clause behind the date's only remarks on what was told:
// a tariff, which Beijing denounced; a ban, a step that will push Tokyo.
func (c *course) remarks(cue cueAt) bool {
	if c.p.doc.Lang != entente.English || cue.clause < 1 || c.date.Start < 0 || c.date.End > c.clauseStart(cue) || c.s.clauses[cue.clause-1].mark != ',' {
		return false
	}
	text := c.text()
	at := skipAhead(text, c.clauseStart(cue))
	if hasWord(text, at, len(text), "which") {
		return true
	}
	if !hasWord(text, at, len(text), "a") && !hasWord(text, at, len(text), "an") {
		return false
	}
	for words := 0; words < 4 && at < cue.start; words++ {
		for at < cue.start && text[at] != ' ' {
			at++
		}
		if at = skipAhead(text, at); hasWord(text, at, len(text), "that") || hasWord(text, at, len(text), "which") {
			return true
		}
	}
	return false
}

// elsewhen reports whether an English verb tells of another time than the date beside
// it: seven years after it was founded; after I withdrew, last year.
func (c *course) elsewhen(cue cueAt) bool {
	if c.p.doc.Lang != entente.English || c.date.Start < 0 || cue.clause < 0 {
		return false
	}
	text := c.text()
	if c.date.End < cue.start {
		between := string(text[max(c.date.End, c.clauseStart(cue)):cue.start])
		for _, unit := range [...]string{" years after ", " months after ", " years before ", " months before ", " decades after ", " days after "} {
			if strings.Contains(between, unit) {
				return true
			}
		}
	}
	at := skipAhead(text, c.s.clauses[cue.clause].start)
	return c.date.Start > c.clauseEnd(cue) && hasWord(text, at, len(text), "after")
}

// keepsDate leaves out what follows an English clause that keeps its date to
// itself: the charter, amended in 2009, says; before he took office in
// October, he said.
func (c *course) keepsDate() {
	if c.p.doc.Lang != entente.English || c.date.Start < 0 || c.told[1] > 0 {
		return
	}
	n := c.s.clauseAt(c.date.Start)
	if n < 0 || n+1 >= len(c.s.clauses) {
		return
	}
	cl := c.s.clauses[n]
	if rest := string(c.text()[c.date.End:]); strings.Contains(rest, " have passed since ") || strings.Contains(rest, " has passed since ") {
		c.told = [2]int{c.date.End, len(c.text())} // on 15 November 40 years will have passed since
		return
	}
	start := skipAhead(c.text(), cl.start)
	if n, since := c.g.subordinators.at(c.text(), start, len(c.text())); n > 0 && (since == 0 || c.date.Start > start+n+3) {
		c.told = [2]int{cl.end, len(c.text())}
		return
	}
	for k := range c.cues {
		cue := c.cues[k]
		if cue.clause != n || cue.end > c.date.Start || cue.class&(strong|speech|cueIssue|cueHold|cueAnnounce) == 0 {
			continue
		}
		if c.postnominal(cue, start) {
			c.told = [2]int{cl.end, len(c.text())}
		}
		return
	}
}

// namesDate reports whether an English date is a part of a name: the 1 March
// Independence Movement, the Global Goals 2030.
func (sp *spell) namesDate(d dated) bool {
	text := sp.text()
	if sp.p.doc.Lang != entente.English || d.Start < 1 {
		return false
	}
	before, at := wordLeft(text, d.Start)
	if d.From.Month == 0 && d.From.Day == 0 {
		return digit(text[d.Start]) && at+len(before) == d.Start-1 && text[at] >= 'A' && text[at] <= 'Z' && sp.g.yearNames.in(text, at, d.Start)
	}
	i := d.End + 1
	return d.From.Day != 0 && d.From.Month != 0 && d.From.Year == 0 && before == "the" && i < len(text) && text[d.End] == ' ' && text[i] >= 'A' && text[i] <= 'Z'
}

// yearOf reports whether an English year only tells which of several agreements or
// laws is meant: the 1960 treaty, the treaty of 1960.
func (sp *spell) yearOf(d dated) bool {
	text := sp.text()
	if sp.p.doc.Lang != entente.English || d.From.Year == 0 || d.From.Month != 0 || d.To != nil {
		return false
	}
	word, at := wordLeft(text, d.Start)
	noun, end := skipAhead(text, d.End), len(text)
	if word == "of" {
		_, noun = wordLeft(text, at)
		end = at
	} else if !articleOrOwner(word) {
		return false
	}
	_, v := sp.g.nounsOf.at(text, noun, end)
	return cueClass(v)&(actAgree|actLegislate) != 0
}

// owns reports whether an English date only tells of which year something is, or is
// the subject itself: as this year's chair, this year marks an anniversary.
func (c *course) owns() bool {
	text, d := c.text(), c.date
	if c.p.doc.Lang != entente.English || d.Start < 0 {
		return false
	}
	if possessive(text, d.End) {
		switch before, _ := wordLeft(text, d.Start); before {
		case "at", "in", "during", "since", "after", "before", "by", "on":
			return false // initiated during last year's session
		}
		return true
	}
	if before, at := wordLeft(text, d.Start); before == "of" && (d.From.Day != 0 && d.From.Year == 0 || d.From.Month == 0 && d.From.Base == quantity.Absent) {
		word, noun := wordLeft(text, at)
		n, _ := c.g.nounsOf.at(text, noun, at)
		if slices.ContainsFunc(c.s.names, func(m lexicon.Mention) bool {
			return m.End >= at-1 && m.End <= at && m.Entry.Type == lexicon.Institution
		}) {
			return false // at the Security Consultative Committee of 28 July
		}
		made := slices.ContainsFunc(c.spell.cues, func(cue cueAt) bool { return cue.end > noun && cue.start < at })
		if n == 0 && !made && !c.g.partsOfTime.in([]rune(word), 0, len(word)) {
			return true // the killers of 11 September, the planners of 2022
		}
	}
	next := skipAhead(text, d.End)
	if hasWord(text, next, len(text), "also") {
		next = skipAhead(text, next+len("also"))
	}
	for _, mark := range [...]string{"marks", "marked"} {
		if hasWord(text, next, len(text), mark) {
			return true
		}
	}
	return false
}

// postnominal reports whether a participle opens its clause, which starts at
// text[start], with an adverb before it at most: (the law,) first passed in.
func (c *course) postnominal(cue cueAt, start int) bool {
	text := c.text()
	if cue.start > start {
		word, at := wordLeft(text, cue.start)
		if at > start || word != "first" && word != "last" && word != "again" && word != "since" && word != "once" && !strings.HasSuffix(word, "ly") {
			return false
		}
	}
	return participle(lowerWord(text[cue.start:cue.end]))
}

// participle reports whether a word may be a past participle.
func participle(word string) bool {
	switch word {
	case "held", "begun", "given", "made", "set up", "sent", "won", "chosen", "bought", "sold", "written", "struck", "taken", "drawn up":
		return true
	}
	return strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "ed up") || strings.HasSuffix(word, "ed out")
}

// backTo is how far back an English sentence's first date reaches when it ends
// the clause before: met him in Rome, on May 2, and left.
func (sp *spell) backTo(k, c int) int {
	text, d := sp.text(), sp.dates[k]
	from := sp.s.clauses[c].start
	if k > 0 || c == 0 || sp.p.doc.Lang != entente.English {
		return from
	}
	word, at := wordLeft(text, d.Start)
	if word != "on" && word != "in" || at > skipAhead(text, from) {
		return from
	}
	i := skipAhead(text, d.End)
	if i >= len(text) || text[d.End] == ',' || text[d.End] == '.' || hasWord(text, i, len(text), "and") || hasWord(text, i, len(text), "to") {
		for c > 0 && sp.s.clauses[c-1].mark == ',' {
			c--
		}
		return sp.s.clauses[c].start
	}
	return from
}

// foundsNothing reports whether an English verb that founds only some things has
// none of them beside it: created an environment, joined the debate.
func (c *course) foundsNothing(cue cueAt) bool {
	text := c.text()
	if n, _ := c.g.loosely.at(text, cue.start, cue.end); n == 0 || c.p.doc.Lang != entente.English {
		return false
	}
	return !c.g.foundable.in(text, c.clauseStart(cue), c.clauseEnd(cue)) && !c.made(cue)
}

// byLaw reports whether a participle only says what a law is for: passed the law creating a command.
func (c *course) byLaw(cue cueAt) bool {
	text := c.text()
	n, _ := c.g.laws.before(text, skipSpace(text, cue.start), 0)
	return n > 0 && strings.HasSuffix(lowerWord(text[cue.start:cue.end]), "ing")
}

// opens reports whether an English verb of beginning has a body, work or talks
// right behind it: opened its first plant, started a pilot line. In the passive
// they stand before it.
func (c *course) opens(cue cueAt) bool {
	const behind, before = 40, 25
	if c.p.doc.Lang != entente.English {
		return false
	}
	text := c.text()
	return c.g.foundable.in(text, cue.end, min(c.clauseEnd(cue), cue.end+behind)) ||
		c.date.Start >= cue.end && c.date.Start-cue.end <= len(" in early ") && c.g.foundable.in(text, max(c.clauseStart(cue), cue.start-before), cue.start)
}
