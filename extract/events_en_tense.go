package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// This file reads the tense of an English verb: what is told in the present or
// under a modal did not happen at a date, unless the date opens its line, as in a
// chronicle.

// inPresent reports whether the verb of a cue is no past, no participle and no
// infinitive of what is due: permits, demand.
func (sp *spell) inPresent(c cueAt) bool {
	text := sp.text()
	end := c.start
	for end < c.end && latin(text[end]) {
		end++
	}
	if end-c.start > 3 && text[end-1] == 'g' && text[end-2] == 'n' && text[end-3] == 'i' {
		word, _ := wordLeft(text, c.start)
		return word == "is" || word == "are" // is acquiring
	}
	for i := c.start; i < c.end; i++ {
		if n, _ := sp.g.pasts.at(text, i, c.end); n > 0 && (i == c.start || text[i-1] == ' ') && (i+n == c.end || text[i+n] == ' ') {
			return false // marines left for
		}
		if n := i + 2; n <= c.end && string(text[i:n]) == "ed" && (n == c.end || text[n] == ' ') {
			return false // work started in
		}
	}
	switch word, at := wordLeft(text, c.start); word {
	case "to":
		return !sp.due(at)
	case "did", "will", "would", "shall":
		return false
	}
	return true
}

// supposed reports whether a modal of what may or ought to be rules an English
// verb: could assist, might have averted, should not be revised.
func (sp *spell) supposed(c cueAt) bool {
	text := sp.text()
	for i, words := c.start, 0; words < 4 && i > 0; words++ {
		word, at := wordLeft(text, i)
		switch word {
		case "could", "may", "might", "should", "must", "can", "cannot", "ought":
			return true
		case "be", "been", "have", "not", "also", "now", "only", "even", "well", "then", "still":
		default:
			if !strings.HasSuffix(word, "ly") {
				return false
			}
		}
		i = at
	}
	return false
}

// atDate is what a cue is at the date: of a verb in the present only its noun,
// unless the date opens the sentence or lies ahead: the surtax takes effect in April.
func (c *course) atDate(cue cueAt) cueAt {
	if cue.present && c.date.Start > headStart(c.text()) && !c.scheduled(cue) {
		cue.class &^= nounVerbs | actPublish
	}
	return cue
}

// scheduled reports whether the date lies ahead, and the clause of a cue opens with no word
// that makes a condition of it.
func (c *course) scheduled(cue cueAt) bool {
	if !c.p.calendar.known || !later(c.date.from, c.p.calendar.ref) {
		return false
	}
	n, _ := c.g.conditions.at(c.text(), skipAhead(c.text(), c.clauseStart(cue)), len(c.text()))
	return n == 0
}

// counted reports whether an English participle stands between a number and its
// noun: 1,550 deployed warheads.
func (sp *spell) counted(c cueAt) bool {
	text := sp.text()
	i := skipSpace(text, c.start)
	return i > 0 && digit(text[i-1]) && text[c.end-1] == 'd' && c.end+1 < len(text) && text[c.end] == ' ' && latin(text[c.end+1]) &&
		!prepositionAt(text, c.end+1) && sp.p.doc.Lang == entente.English &&
		!slices.ContainsFunc(sp.p.datesIn(sp.s), func(d dated) bool { return d.End == i }) // on December 26 approved the budget
}
