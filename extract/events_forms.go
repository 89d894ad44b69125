package extract

import (
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/extract/quantity"
)

// This file tells apart what one word can be by the forms and words beside it: a
// verb and a plural noun, a deed and advice, an agreement and a decision.

// plural reports whether an English word in -s is a noun in the plural, not a
// verb: eight visits to, emergency purchases of.
func (sp *spell) plural(c cueAt) bool {
	text := sp.text()
	if text[c.end-1] != 's' || c.class&strong == 0 || c.class&nouns != 0 || c.end-c.start < 4 || c.end+4 > len(text) {
		return false
	}
	if string(text[c.end:c.end+4]) == " of " {
		return true
	}
	j := skipSpace(text, c.start)
	i := j
	for i > 0 && text[i-1] != ' ' {
		i--
	}
	if prepositionAt(text, i) && !hasWord(text, i, j, "that") {
		return true // with boycotts and bans
	}
	if j == c.start || strings.ContainsRune(string(text[c.start:c.end]), ' ') || i < j && text[j-1] == ',' {
		return false
	}
	numbers := quantity.Numbers(text[i:j])
	return len(numbers) > 0 && numbers[0].Start == 0
}

// advised reports whether a Japanese or Korean verb is only what should be done:
// 設置すべき, 설치해야.
func (sp *spell) advised(c cueAt) bool {
	text := sp.text()
	after := string(text[c.end:min(len(text), c.end+7)])
	switch sp.p.doc.Lang {
	case entente.Japanese:
		return c.class&speech == 0 && strings.Contains(after, "べき")
	case entente.Korean:
		return c.class&speech == 0 && (strings.HasPrefix(after, "해야") || strings.HasPrefix(after, "되어야") || strings.HasPrefix(after, "돼야"))
	}
	return false
}

// invited reports whether a Chinese journey is only what somebody is asked to
// make: 邀其赴美. Who is 应邀 goes.
func (sp *spell) invited(c cueAt) bool {
	const reach = 8
	text := sp.text()
	if sp.p.doc.Lang != entente.Chinese || c.class&actVisit == 0 {
		return false
	}
	for i := c.start - 1; i >= 0 && i > c.start-reach && text[i] != ','; i-- {
		if text[i] == '邀' {
			return i == 0 || text[i-1] != '应'
		}
	}
	return false
}

// describing leaves out what only describes the noun of a Chinese or English
// verb of holding: 举行防务采购磋商, held talks on is another matter.
func (c *course) describing(k, n int) {
	if c.p.doc.Lang != entente.Chinese {
		return
	}
	if strings.ContainsRune(string(c.text()[c.cues[k].end:max(c.cues[k].end, c.cues[n].start)]), '并') {
		return
	}
	for i := k + 1; i < n; i++ {
		c.used[i] = c.used[i] || c.cues[i].class&(speech|actVisit) == 0
	}
}

// advises reports whether what a verb of speaking tells people is a measure:
// 提醒公民避免前往, urged its citizens not to travel.
func (c *course) advises(cue cueAt) bool {
	if c.g.verbLast {
		return c.g.advisories.in(c.text(), max(c.clauseStart(cue), c.date.Start, cue.start-12), cue.start)
	}
	return c.g.advisories.in(c.text(), cue.start, min(c.clauseEnd(cue), cue.end+40))
}

// order reports whether what is signed is an order of one government, no
// agreement.
func (c *course) order(cue cueAt) bool {
	if c.g.verbLast {
		return c.g.orders.in(c.text(), max(c.clauseStart(cue), cue.start-12), cue.start)
	}
	return c.g.orders.in(c.text(), cue.start, min(c.clauseEnd(cue), cue.end+30)) || c.orderBefore(cue) || c.ownMemorandum(cue)
}

// ownMemorandum reports whether the memorandum that an English verb signs is one head of
// government's alone: it is of nothing with anybody, and no other state is named.
func (c *course) ownMemorandum(cue cueAt) bool {
	const reach = 50
	text := c.text()
	who := c.p.subjectAt(c.s, cue.start).actors
	if c.p.doc.Lang != entente.English || len(who) != 1 || len(c.s.namesIn(cue.end, c.clauseEnd(cue))) > 0 {
		return false
	}
	for i := cue.end; i < min(c.clauseEnd(cue), cue.end+reach); i++ {
		if hasWord(text, i, len(text), "memorandum") {
			after := skipAhead(text, i+len("memorandum"))
			return !hasWord(text, after, len(text), "of") && !hasWord(text, after, len(text), "with") && !hasWord(text, after, len(text), "on")
		}
	}
	return false
}

// orderBefore reports whether an order is what an English clause tells more of: the
// executive order that Trump signed, an order signed on July 31.
func (c *course) orderBefore(cue cueAt) bool {
	const reach = 40
	text := c.text()
	for i := max(0, cue.start-reach); i < cue.start; i++ {
		n, _ := c.g.orders.at(text, i, cue.start)
		if n == 0 || i > 0 && latin(text[i-1]) {
			continue
		}
		next := skipAhead(text, i+n)
		return next == cue.start || hasWord(text, next, cue.start, "that") || hasWord(text, next, cue.start, "which")
	}
	return false
}

// byCabinet reports whether a cabinet passes a budget or bill, which a
// parliament makes law.
func (c *course) byCabinet(cue cueAt) bool {
	return c.g.cabinets.in(c.text(), max(c.clauseStart(cue), cue.start-24), cue.start)
}

// participle reads an English participle before its date that tells of the
// document or law before the comma: the Strategy, released in December.
func (c *course) participle(k int) bool {
	cue := c.cues[k]
	if c.p.doc.Lang != entente.English || c.date.Start < cue.end || c.s.clauseAt(c.date.Start) != cue.clause {
		return false
	}
	noun := c.nounBeforeComma(cue)
	if !c.postnominal(cue, skipAhead(c.text(), c.clauseStart(cue))) {
		if noun = c.nounBeforeThat(cue); noun == 0 {
			return false
		}
	}
	class := actPublish
	switch {
	case noun&nounLaw != 0 && cue.class&(actApprove|actLegislate) != 0:
		class = actLegislate
	case noun&nounAgreement != 0 && cue.class&(actAgree|actApprove) != 0, noun&nounDocument != 0 && cue.class&actAgree != 0:
		class = actAgree
	case noun&nounDocument != 0 && cue.class&actApprove != 0 && cue.class&actPublish == 0:
		class = actApprove
	case noun&nounDocument == 0 || cue.class&cueIssue == 0:
		return false
	}
	c.add(class, cue)
	c.absorbed = true
	return true
}

// nounBeforeThat is what the title is, in quotation marks, of which the relative clause
// of a verb tells more: the "National Security Strategy" that the White House issued.
func (c *course) nounBeforeThat(cue cueAt) cueClass {
	text := c.text()
	if !c.relative(cue) {
		return 0
	}
	for i := cue.start; i > c.clauseStart(cue)+1; i-- {
		if n, _ := c.g.relatives.before(text, i, 0); n > 0 {
			end := skipSpace(text, i-n)
			if end < 2 || !strings.ContainsRune("\"”", text[end-1]) {
				return 0
			}
			_, at := wordLeft(text, end-1)
			m, v := c.g.cues.at(text, at, end-1)
			if at+m != end-1 {
				return 0
			}
			return cueClass(v) & (nounDocument | nounLaw | nounAgreement)
		}
	}
	return 0
}

// nounBeforeComma is what the noun is that a participle describes, from the
// comma before it: the last one of the clause before.
func (c *course) nounBeforeComma(cue cueAt) cueClass {
	class := cueClass(0)
	for _, n := range c.spell.cues {
		if n.clause == cue.clause-1 && n.class&(nounDocument|nounLaw|nounAgreement) != 0 {
			class |= n.class
		}
	}
	return class
}
