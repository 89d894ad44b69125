package extract

import (
	"strings"

	"github.com/ententelab/entente"
)

// This file reads English participles that only say how a happening came into the
// world: the tariffs announced on 2 April, the withdrawal, ordered in January.

// announced reports whether a participle that makes a happening known or orders it
// ends at text[j], who did it between: announced by the minister.
func (c *course) announced(from, j int) (int, bool) {
	const words = 6
	text := c.text()
	for i, n := j, 0; i > from && n < words; n++ {
		word, at := wordLeft(text, i)
		if at < from || strings.HasSuffix(word, ",") {
			return 0, false
		}
		if n == 0 || hasWord(text, skipAhead(text, i), len(text), "by") {
			if m, _ := c.g.makesKnown.at(text, at, i); m > 0 {
				return at, true
			}
		}
		i = at
	}
	return 0, false
}

// knownNoun finds the happening that such a participle before a date tells of:
// right before it, with of or on and what it concerns between, or in the clause
// before a comma.
func (c *course) knownNoun(j, clause int) (cueAt, bool) {
	text := c.text()
	start := c.clauseStart(cueAt{clause: clause})
	at, ok := c.announced(start, j)
	if !ok {
		return cueAt{}, false
	}
	if at > skipAhead(text, start) {
		return c.headNoun(start, at)
	}
	if clause < 1 || c.s.clauses[clause-1].mark != ',' {
		return cueAt{}, false
	}
	return c.headNoun(c.s.clauses[clause-1].start, c.s.clauses[clause-1].end)
}

// nounMadeKnown is the happening that a participle before the date makes known.
func (c *course) nounMadeKnown() (cueAt, bool) {
	j := skipSpace(c.text(), c.date.Start)
	n, _ := c.g.datePrepositions.before(c.text(), j, 0)
	if n == 0 {
		return cueAt{}, false
	}
	return c.knownNoun(skipSpace(c.text(), j-n), c.s.clauseAt(c.date.Start))
}

// headNoun is the first noun of happening in text[from:to] that nothing but what
// it is of, on or against stands behind: no verb, no relative pronoun.
func (c *course) headNoun(from, to int) (cueAt, bool) {
	text := c.text()
	for i := skipAhead(text, from); i < to; i++ {
		if i > from && latin(text[i-1]) {
			continue
		}
		n, v := c.g.nounsOf.at(text, i, to)
		if n == 0 {
			continue
		}
		k := skipAhead(text, i+n)
		if k < to && text[k] != ',' && !c.complement(k) && !c.endsInPreposition(i+n) || c.predicate(i+n, to) || c.isVerb(i) || c.cueBetween(from, i, strong|speech|cueHold|cueIssue) {
			continue
		}
		return cueAt{class: cueClass(v), start: i, end: i + n}, true
	}
	return cueAt{}, false
}

// complement reports whether a preposition that ties a noun to what it concerns
// stands at text[i].
func (c *course) complement(i int) bool {
	text := c.text()
	for _, w := range [...]string{"of", "on", "upon", "against", "for", "from", "with", "to"} {
		if hasWord(text, i, len(text), w) {
			return true
		}
	}
	return false
}

// happensItself reports whether a noun of law is the deed, not what was made: its
// passage in May.
func (c *course) happensItself(cue cueAt) bool {
	switch lowerWord(c.text()[cue.start:cue.end]) {
	case "passage", "enactment", "amendment", "legislation", "reform":
		return true
	}
	return false
}

// modifies reports whether a noun of happening in text[i:k] only describes the
// noun behind it, before a date phrase at j: the ruling coalition, tariff relief.
func (c *course) modifies(i, k, j int) bool {
	text := c.text()
	if n, v := c.g.cues.at(text, i, len(text)); n > k-i && cueClass(v)&cueNone != 0 {
		return true
	}
	at := skipAhead(text, k)
	if at >= j || text[k] != ' ' || !latin(text[at]) || strings.ContainsRune(string(text[i:k]), ' ') {
		return false
	}
	if text[k-1] == 'g' && text[at] != lower(text[at]) {
		return false // meeting Minister Koizumi
	}
	n, _ := c.g.relatives.at(text, at, j)
	return n == 0 && !c.complement(at) && !prepositionAt(text, at) && !c.between(at) && !c.participleAt(at, j)
}

// participleAt reports whether a past participle starts at text[i].
func (c *course) participleAt(i, j int) bool {
	text := c.text()
	n, _ := c.g.pasts.at(text, i, j)
	for i < j && latin(text[i]) {
		i++
	}
	return n > 0 || text[i-1] == 'd' && text[i-2] == 'e'
}

// between reports whether a rarer preposition, or and, stands at text[i].
func (c *course) between(i int) bool {
	for _, w := range [...]string{"and", "or", "between", "among", "over", "under", "about", "into", "toward", "towards", "near", "off", "around", "after", "before", "as", "last", "early", "late"} {
		if hasWord(c.text(), i, len(c.text()), w) {
			return true
		}
	}
	return false
}

// endsInPreposition reports whether the word before text[i] ties a noun to what
// it concerns: withdrawal from.
func (c *course) endsInPreposition(i int) bool {
	_, at := wordLeft(c.text(), i)
	return c.complement(at)
}

// joined reports whether an English clause behind what somebody said tells what was done
// next: he assured them that it would hold, and the pair signed.
func (c *course) joined(cue cueAt) bool {
	const subject = 30
	if c.p.doc.Lang != entente.English || cue.clause < 1 || cue.class&nouns != 0 || c.s.clauses[cue.clause-1].mark != ',' {
		return false
	}
	text := c.text()
	at := skipAhead(text, c.s.clauses[cue.clause].start)
	if strings.ContainsRune("\"”’", text[at]) {
		at = skipAhead(text, at+1)
	}
	from := at + len("and ")
	if !hasWord(text, at, len(text), "and") || cue.start <= from || cue.start-from > subject || c.inPresent(cue) || c.supposed(cue) {
		return false
	}
	switch word, _ := wordLeft(text, cue.start); word {
	case "had", "has", "have", "to", "would", "will", "been", "that":
		return false
	}
	return true
}
