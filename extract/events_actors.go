package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// This file tells who does what happens.

// actors are the subject of the deed and whoever else the mention names.
func (sp *spell) actors(h happening, start, end int) []entente.ActorID {
	role := sp.p.subjectAt(sp.s, h.cue.start)
	out := slices.Clone(role.actors)
	if c := h.cue.clause; !role.named() && c >= 0 && c+1 < len(sp.s.clauses) && !(c > 1 && sp.p.stands(sp.s, c-2)) && len(sp.s.namesIn(sp.s.clauses[c].start, h.cue.end)) == 0 {
		if next := sp.p.roles[sp.s.index][c+1]; next.named() && len(next.actors) > 0 {
			out = slices.Clone(next.actors)
		}
	}
	if d := h.date; sp.setsOff(h.cue) && d.Start >= 0 && d.Start < h.cue.start && len(sp.s.namesIn(d.End, h.cue.start)) > 0 {
		out = nil // 閣僚は、4月10日の岸田首相の訪問を受け: the visitor is named
		start = d.Start
	}
	out = slices.DeleteFunc(out, func(a entente.ActorID) bool { return a == "author" })
	if from, to, own := sp.ownActors(h); own {
		out, start, end = nil, max(start, from), max(end, to)
	}
	if h.class&(actVisit|actConsult|actDemand|actAgree|actCoerce) != 0 {
		const reach = 24
		end = min(sp.clauseEnd(h.cue), english.pastTitles(sp.text(), end)+reach)
	}
	for _, m := range sp.s.namesIn(start, end) {
		if h.class&actVisit == 0 && len(out) > 1 && sp.isPlace(m) {
			continue
		}
		out = union(out, m.Actors())
	}
	if out == nil {
		out = []entente.ActorID{}
	}
	return out
}

// isPlace reports whether a Chinese state only tells where several parties met: 在美国华府举行.
func (sp *spell) isPlace(m mention) bool {
	text, from := sp.text(), m.Start
	for _, before := range sp.s.namesIn(0, m.Start) {
		if before.End == from && !before.person() {
			from = before.Start // 美国华府
		}
	}
	return sp.p.doc.Lang == entente.Chinese && from > 0 && (text[from-1] == '在' || text[from-1] == '于') && !m.person()
}

// ownActors reports whether the words around a deed tell by themselves who does it, so
// that the subject of the sentence is somebody else: the parties in the name of a
// meeting, the agent of a passive, the object of thanks. They stand in text[from:to], or
// from there up to the deed.
func (sp *spell) ownActors(h happening) (from, to int, own bool) {
	if sp.p.doc.Lang != entente.English {
		from, own = sp.parties(h)
		return from, 0, own
	}
	if from, to, own = sp.agent(h.cue); own {
		return from, to, true
	}
	from, own = sp.appraised(h)
	return from, 0, own
}

// parties finds the states that stand right before a word for their meeting, in one
// run with it: 日米首脳会談, 美英外长会谈.
func (sp *spell) parties(h happening) (from int, own bool) {
	const longest = 12
	text := sp.text()
	noun := -1
	for _, c := range sp.cues {
		if h.class == actConsult && c.class&nounMeeting != 0 && c.clause == h.cue.clause && c.start >= h.cue.start && c.start <= h.cue.end+longest {
			noun = c.start
			break
		}
	}
	if noun < 0 {
		return 0, false
	}
	i := noun
	for i > max(0, noun-longest) && !strings.ContainsRune(" ,、;:的之在于行开のはがをもでにと和与同은는이가의와과", text[i-1]) {
		i--
	}
	var who []entente.ActorID
	for _, m := range sp.s.namesIn(i, noun) {
		who = union(who, m.Actors())
	}
	return i, len(who) > 1
}

// agent finds where the agent of an English passive stands: launched by the prime
// minister.
func (sp *spell) agent(c cueAt) (from, to int, ok bool) {
	const reach = 40
	text := sp.text()
	if !participle(lowerWord(text[c.start:c.end])) || !hasWord(text, skipAhead(text, c.end), len(text), "by") {
		return 0, 0, false
	}
	to = min(sp.clauseEnd(c), c.end+reach)
	names := sp.s.namesIn(c.end, to)
	if len(names) == 0 {
		return 0, 0, false
	}
	return c.end, names[0].End, true
}

// appraised finds the verb that thanks for, welcomes or recalls what a noun or gerund
// tells in an English clause: we commend Singapore for its hosting of. Whoever says so
// does not do it.
func (sp *spell) appraised(h happening) (int, bool) {
	text := sp.text()
	if !h.named && !hasSuffix(string(text[h.cue.start:wordEnd(text, h.cue.start)]), "ing") && h.cue.class&nouns == 0 || h.cue.clause < 0 {
		return 0, false
	}
	from := sp.s.clauses[h.cue.clause].start
	for i := h.cue.start; i > from; i-- {
		if n, _ := sp.g.appraisals.at(text, i, h.cue.start); n > 0 {
			return i + n, true
		}
	}
	return 0, false
}
