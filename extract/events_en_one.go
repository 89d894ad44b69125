package extract

import "github.com/ententelab/entente"

// This file chooses, of what an English date rules, the happening that is its own.

// ownDeed keeps one happening of an English date: a text puts a date to one deed,
// and what follows in the sentence is what came of it or what it was about. An
// agreement that a journey or meeting ended in counts beside it.
func (c *course) ownDeed() {
	if c.p.doc.Lang != entente.English || len(c.found) < 2 {
		return
	}
	best := c.lastBeforeDate()
	own := c.found[best]
	for _, h := range c.found[best+1:] {
		if h.class == actAgree && own.class&(actVisit|actConsult) != 0 && h.cue.clause <= own.cue.clause+2 && h.cue.start > own.cue.end {
			c.found = append(c.found[:0], own, h)
			return
		}
	}
	c.found = append(c.found[:0], own)
}

// lastBeforeDate is the index of the happening whose verb the date follows: the
// last one before it in its clause; of several behind their date it is the first.
func (c *course) lastBeforeDate() int {
	for k, h := range c.found {
		if h.class == actSurvey {
			return k // whoever published it or asked for it
		}
	}
	if c.found[0].named {
		return 0
	}
	best, clause := 0, c.s.clauseAt(max(0, c.date.Start))
	for k, h := range c.found {
		if h.class != actVisit && h.cue.clause == clause && h.cue.end <= c.date.Start && h.cue.class&nouns == 0 && !h.named {
			best = k
		}
	}
	return best
}
