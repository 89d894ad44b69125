package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// This file reads what is said at a date: statements, demands, criticism.

// say reads a verb of speaking. One speaker's words at one date are one event:
// the first that is more than a statement decides what kind.
func (c *course) say(k int) {
	cue := c.cues[k]
	if c.g.needsNoun[c.word(k)] && cue.class == actState && len(c.found) > 0 {
		return
	}
	if c.reported || c.has(actSurvey) || c.documentSpeaks(k) || c.datesSpeech(cue) {
		return
	}
	role := c.p.subjectAt(c.s, cue.start)
	if c.jointDocument(k) {
		return
	}
	if n, _ := c.g.results.at(c.text(), cue.start, len(c.text())); n > 0 && c.absorbed && c.said < 0 {
		c.content = true
		return
	}
	class := c.speechAct(k)
	c.dropContent(k)
	if c.said >= 0 {
		now := &c.found[c.said]
		other := role.named() && role.start >= c.clauseStart(cue) && len(role.actors) > 0 && !slices.Equal(role.actors, c.speaker)
		switch {
		case c.broughtUp(now.cue):
			return // 述べたことに中国が反発し: the answer has another date
		case c.p.doc.Lang == entente.English && !other && c.reportedThere(now.cue, cue):
			return // said that he had demanded nothing
		case now.named:
			now.cue, now.named, c.speaker = cue, false, role.actors
			if now.class == actState {
				now.class = class
			}
		case other && cue.clause != now.cue.clause:
			c.add(class, cue)
			c.said, c.speaker = len(c.found)-1, role.actors
		case now.class == actState && class != actState && !(other && c.g.verbLast) && !(c.p.doc.Lang == entente.English && cue.clause != now.cue.clause && c.date.Start < cue.start):
			now.class = class
		}
		return
	}
	if c.p.doc.Lang != entente.English && class&(actDemand|actState) != 0 && c.has(actPublish) && !c.newSubject(role) {
		c.content = true // what the document asks for
		return
	}
	if class == actState && c.absorbed && !c.newSubject(role) && !(c.g.verbLast && c.has(actConsult)) {
		c.content = true
		return
	}
	c.content = true
	if c.has(class) {
		return
	}
	c.add(class, cue)
	c.said, c.speaker = len(c.found)-1, role.actors
}

// reportedThere reports whether an English verb of speaking stands in the clause with that
// of another: said that he had demanded nothing, and not: told them that it made little
// sense and asked for more.
func (c *course) reportedThere(said, cue cueAt) bool {
	text := c.text()
	if untilThat(text, said.end, cue.start) >= cue.start {
		return false
	}
	word, _ := wordLeft(text, cue.start)
	return word != "and" && word != "but"
}

// broughtUp reports whether a Japanese or Korean verb of speaking only tells what
// something else is about: 述べたことに, 말한 데 대해.
func (c *course) broughtUp(cue cueAt) bool {
	if !c.g.verbLast {
		return false
	}
	after := string(c.text()[cue.end:min(len(c.text()), cue.end+6)])
	for _, w := range [...]string{"たことに", "たことへ", "たことを", "た点に", "たことが", "한 데 대", "한 것에", "한 것을"} {
		if strings.Contains(after, w) {
			return true
		}
	}
	return false
}

// datesSpeech reports whether the date stands right behind a Chinese verb of
// speaking, so that it is a part of what is said: 承诺2026年防卫费达到.
func (c *course) datesSpeech(cue cueAt) bool {
	at := c.date.Start
	return c.p.doc.Lang == entente.Chinese && at >= cue.end && at-cue.end <= 1
}

// newSubject reports whether somebody else than the event before speaks.
func (c *course) newSubject(role role) bool {
	return role.named() && len(c.found) > 0 && role.start >= c.found[len(c.found)-1].cue.end && len(role.actors) == 1 && !c.found[len(c.found)-1].scene
}

// dropContent takes back deeds that, in a language whose verb comes last, turn
// out to be what is said.
func (c *course) dropContent(k int) {
	if !c.g.verbLast {
		return
	}
	for len(c.found) > 0 {
		last := c.found[len(c.found)-1]
		keep := speech | actConsult | actVisit
		if c.cues[k].class&speech == 0 {
			keep |= actAgree | actExercise | actElect | actSurvey
		}
		if c.cues[k].class&speech != 0 && last.class&(actConsult|actVisit) != 0 && c.foretold(last.cue) {
			c.found = c.found[:len(c.found)-1] // 到着すると述べた
			continue
		}
		if c.strung(last.cue) && (c.cues[k].class&speech == 0 || c.takesObject(k)) {
			return
		}
		if last.named && last.class&actExercise != 0 || c.adnominal(last.cue) || last.cue.clause != c.cues[k].clause || last.class&keep != 0 || last.cue.end > c.cues[k].start {
			return
		}
		c.found = c.found[:len(c.found)-1]
		c.absorbed, c.bound, c.within = false, false, -1
	}
}

// takesObject reports whether を or 을 stands right before a verb of speaking: what
// is said is a thing, not what was told before.
func (c *course) takesObject(k int) bool {
	i := skipSpace(c.text(), c.cues[k].start)
	return i > 0 && (c.text()[i-1] == 'を' || c.text()[i-1] == '을' || c.text()[i-1] == '를')
}

// speechAct is what a verb of speaking does: a statement that somebody else
// must do something is a demand.
func (c *course) speechAct(k int) cueClass {
	cue := c.cues[k]
	switch {
	case c.advises(cue), c.imposes(cue):
		return actCoerce
	case cue.class&actDemand != 0:
		return actDemand
	case cue.class&actCriticize != 0:
		return actCriticize
	}
	speaker := c.p.subjectAt(c.s, cue.start).actors
	if n, _ := c.g.commits.at(c.text(), cue.start, len(c.text())); n > 0 && len(speaker) > 1 && speaker[0].State() != speaker[1].State() {
		return actAgree
	}
	if c.p.doc.Lang == entente.English && c.pressed(cue, speaker) {
		return actDemand
	}
	if c.p.doc.Lang == entente.English && c.publishes(cue) {
		return actPublish
	}
	if len(speaker) == 0 || !c.obliges(cue, speaker[0].State()) {
		return actState
	}
	return actDemand
}

// obliges reports whether what is said after the cue lays a duty on another
// state: its name and then should, must, or 让 and then its name.
func (c *course) obliges(cue cueAt, state string) bool {
	text := c.text()
	to := c.saidUntil(cue)
	from := cue.end
	if c.g.verbLast {
		from, to = c.clauseStart(cue), cue.start
	}
	quoted := quotations(text)
	for i := from; i < to; i++ {
		if quoted != nil && quoted[i] {
			continue
		}
		n, not := c.g.modals.at(text, i, to)
		if n > 0 && hasSuffix(string(text[max(0, i-len(" not ")):i]), " not ") {
			return false // would not need to
		}
		if not == 1 {
			i += n - 1
			continue
		}
		raise := 0
		if n == 0 && i < cue.end+2 {
			raise, _ = c.g.raises.at(text, i, to)
		}
		if n == 0 && raise == 0 {
			continue
		}
		if c.otherState(i, n+raise, state, raise > 0) {
			return true
		}
	}
	return false
}

// saidUntil is where what is said after the cue ends: at the next verb of
// speaking, a semicolon, or another date.
func (c *course) saidUntil(cue cueAt) int {
	to := len(c.text())
	for _, next := range c.spell.cues {
		if next.start > cue.start && next.class&speech != 0 {
			to = next.start
			break
		}
	}
	for _, d := range c.spell.dates {
		if d.Start > cue.end && d.Start != c.date.Start {
			to = min(to, d.Start)
			break
		}
	}
	for _, cl := range c.s.clauses {
		if cl.end > cue.start && cl.mark == ';' {
			return min(to, cl.end)
		}
	}
	return to
}

// jointDocument reads 在联合声明中确认: the statement is the event.
func (c *course) jointDocument(k int) bool {
	if k == 0 || c.has(actPublish) {
		return false
	}
	prev, cue := c.cues[k-1], c.cues[k]
	text := c.text()
	n, _ := c.g.jointDocs.at(text, prev.start, len(text))
	if n == 0 || prev.clause != cue.clause || c.used[k-1] {
		return false
	}
	c.used[k-1] = true
	c.add(actPublish, prev)
	c.absorbed, c.content = true, true
	return true
}

// otherState reports whether the subject of the modal at text[i] is of another
// state than the speaker, or, behind a causative or raising verb, its object.
func (c *course) otherState(i, n int, state string, raise bool) bool {
	cl := c.s.clauseAt(i)
	if cl < 0 {
		return false
	}
	from, to := c.s.clauses[cl].start, i
	if n >= 2 || raise || c.text()[i] == '让' {
		to = min(c.s.clauses[cl].end, i+n+16)
	}
	if raise {
		from = i
	}
	if cl > 0 && !raise {
		from = c.s.clauses[cl-1].start
	}
	for _, m := range c.s.namesIn(max(from, c.date.End), to) {
		for _, a := range m.Actors() {
			if a.State() != state {
				return true
			}
		}
	}
	return false
}

// documentSpeaks reads a statement or memorandum as the subject of a verb of
// speaking: its appearance is the event.
func (c *course) documentSpeaks(k int) bool {
	if k == 0 || c.g.verbLast {
		return false
	}
	prev, cue := c.cues[k-1], c.cues[k]
	if prev.class&nounDocument == 0 || c.used[k-1] || prev.clause != cue.clause || cue.start-prev.end > 5 {
		return false
	}
	for _, r := range c.text()[prev.end:cue.start] {
		if r == '中' || r == '里' || r == '上' {
			return false
		}
	}
	return c.has(actPublish)
}
