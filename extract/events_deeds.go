package extract

import (
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/extract/quantity"
)

// meeting reads a word for a meeting that no verb of holding claims.
func (c *course) meeting(k int) {
	cue := c.cues[k]
	text := c.text()
	if n, _ := c.g.tails.at(text, skipAhead(text, cue.end), len(text)); n > 0 {
		return
	}
	if c.p.doc.Lang == entente.English && c.attributive(k) {
		if !c.at() {
			c.addOnce(actConsult, cue)
		}
		return
	}
	if n, _ := c.g.scene.at(text, skipAhead(text, cue.end), len(text)); n > 0 {
		if c.attributive(k) && c.g.verbLast || c.then(k, skipAhead(text, cue.end)+n) {
			c.addOnce(actConsult, cue)
			return
		}
		c.setting(k)
		return
	}
	if c.content || cue.class&actConsult == 0 && c.subjectOfDeed(k) {
		return
	}
	if cue.class&actConsult == 0 && c.p.doc.Lang == entente.English {
		return
	}
	if cue.class&nounMeeting != 0 && c.subjectOfDeed(k) || c.purpose(k) {
		return
	}
	c.add(actConsult, cue)
	c.absorbed = true
	if cue.class&nounMeeting == 0 && !c.g.verbLast {
		c.within = cue.clause // what is discussed; 会談し、協定に署名した goes on
	}
}

// then reports whether a meeting with its own date is a step of the story, told
// in a clause that ends at text[i]: 两人10月30日会晤后,.
func (c *course) then(k, i int) bool {
	cue := c.cues[k]
	if c.date.Start < 0 || c.s.clauseAt(c.date.Start) != cue.clause || c.date.End > cue.start || i < c.clauseEnd(cue) {
		return false
	}
	before, after := c.text()[cue.start-1], c.text()[skipAhead(c.text(), cue.end)]
	return before != '的' && (after == '后' || after == '前')
}

// attributive reports whether the date belongs to the noun k itself:
// 7月22日的协议, the talks of 28 July.
func (c *course) attributive(k int) bool {
	cue, text := c.cues[k], c.text()
	d := c.date
	if d.Start < 0 || d.End >= len(text) || cue.start < d.End || c.s.clauseAt(d.Start) != cue.clause {
		return false
	}
	if c.p.doc.Lang == entente.English {
		return c.adjectival(k)
	}
	if cue.start-d.End > 16 {
		return false
	}
	switch text[d.End] {
	case '的', 'の', '의':
		return true
	}
	return false
}

// at reports whether the date stands in "at the May 2025 Shangri-La Dialogue",
// which says only where something was said.
func (c *course) at() bool {
	for _, place := range []string{"at the ", "At the ", "during the ", "During the "} {
		if n := len(place); c.date.Start >= n && string(c.text()[c.date.Start-n:c.date.Start]) == place {
			return true
		}
	}
	return false
}

// adjectival reports whether an English date stands as an adjective before the
// noun k: the April 2024 summit, Tokyo's December 2022 strategy.
func (c *course) adjectival(k int) bool {
	text, d, cue := c.text(), c.date, c.cues[k]
	if cue.start-d.End > 40 || k > 0 && c.cues[k-1].start >= d.End {
		return false
	}
	j := skipSpace(text, d.Start)
	i := j
	for i > 0 && text[i-1] != ' ' {
		i--
	}
	word := string(text[i:j])
	switch word {
	case "the", "The", "a", "A", "an", "its", "their", "his", "this":
		return j < d.Start
	}
	return j < d.Start && (strings.HasSuffix(word, "'s") || strings.HasSuffix(word, "’s") || strings.HasSuffix(word, "s’"))
}

// agreement reads an agreement that its date is put to.
func (c *course) agreement(k int) {
	if c.attributive(k) {
		c.addOnce(actAgree, c.cues[k])
	}
}

// addOnce adds what the text may only be coming back to: an event of the same
// kind and date that it gave before is not given again. Polls are: two papers may ask
// in one month.
func (c *course) addOnce(class cueClass, cue cueAt) {
	if class == actSurvey || !c.p.calendar.happened[happened{c.date.from, class}] {
		c.add(class, cue)
	}
}

// setting reads a meeting that is where something is said: an event of its own
// only if it is counted (the first talks) or comes next in a story.
func (c *course) setting(k int) {
	cue := c.cues[k]
	text := c.text()
	from := max(c.clauseStart(cue), cue.start-24)
	counted := c.g.sequence.in(text, from, cue.start)
	for _, n := range quantity.Numbers(text[from:cue.start]) {
		counted = counted || n.Ordinal
	}
	if !counted {
		return
	}
	c.add(actConsult, cue)
	if n := len(c.found); n > 0 {
		c.found[n-1].scene = true
	}
	c.absorbed = true
}

// subjectOfDeed reports whether a deed follows the meeting in its clause, so
// that the meeting is who does it: the talks agreed, condemned, launched.
func (c *course) subjectOfDeed(k int) bool {
	cue := c.cues[k]
	deed := actAgree | actCriticize | actDemand | actFound | actApprove | actPublish | actDeploy | cueIssue | cueHold
	if c.g.verbLast {
		deed |= actState
	}
	for n := k + 1; n < len(c.cues) && c.cues[n].clause == cue.clause; n++ {
		if c.cues[n].class&deed != 0 {
			return true
		}
	}
	return false
}

// purpose reports whether talks are only what a journey right before them is
// for: 赴美磋商.
func (c *course) purpose(k int) bool {
	return k > 0 && c.cues[k-1].class&actVisit != 0 && c.cues[k].start-c.cues[k-1].end <= 2
}

// document reads a document that no verb of issuing claims: one right behind
// its date, or one that speaks.
func (c *course) document(k int) {
	cue := c.cues[k]
	d := c.date
	if d.Start < 0 || c.content || c.g.verbLast {
		return
	}
	if cue.class&nounAgreement != 0 && c.attributive(k) {
		c.agreement(k)
		return
	}
	speaks := k+1 < len(c.cues) && c.cues[k+1].class&speech != 0 && c.cues[k+1].clause == cue.clause && c.cues[k+1].start-cue.end <= 5 &&
		!scenic(c.text()[cue.end:c.cues[k+1].start])
	attached := cue.start > d.End && c.s.clauseAt(d.Start) == cue.clause && cue.start-d.End <= 24
	for n := range k {
		if c.cues[n].start >= d.End && c.cues[n].class&(strong|speech|cueHold|cueAttend|cueIssue) != 0 && c.cues[n].clause == cue.clause {
			attached = false
		}
	}
	if attached && !c.g.verbLast && d.Start < cue.start && c.denied(d.End, cue.start) {
		attached = false
	}
	if attached && scenic(c.text()[cue.end:min(len(c.text()), cue.end+1)]) {
		attached = false
	}
	if c.p.doc.Lang == entente.English {
		if attached = c.adjectival(k); attached && c.date.From.Month == 0 {
			return // the 2022 strategy is only named so
		}
	}
	if speaks || attached {
		c.add(actPublish, cue)
		c.absorbed, c.content, c.reported = true, true, true
	}
}

// denied reports whether a negation stands in text[i:j].
func (c *course) denied(i, j int) bool {
	for ; i < j; i++ {
		if text := c.text(); text[i] == '未' || text[i] == '没' || text[i] == '不' || text[i] == '无' {
			return true
		}
	}
	return false
}

// scenic reports whether 中 or 上 makes what stands before it a place.
func scenic(text []rune) bool {
	for _, r := range text {
		if r == '中' || r == '上' || r == '里' {
			return true
		}
	}
	return false
}

// deed reads a verb of doing.
func (c *course) deed(k int) {
	cue := c.cues[k]
	if c.content && !c.joined(cue) && (!c.g.verbLast || c.reported) && c.date.End < cue.start && (!(c.date.Start > c.lastSaid()) || c.saysWhen()) || c.bound && !c.newSubject(c.p.subjectAt(c.s, cue.start)) {
		return
	}
	class := cueClass(1)
	for class&(cue.class&strong) == 0 {
		class <<= 1
	}
	if !cue.framed && c.g.needsNoun[c.word(k)] && !(class == actFound && (c.opens(cue) || c.made(cue))) {
		n := c.near(k, nounLaw|nounDocument|nounTitle)
		if n < 0 && class&(actApprove|actLegislate) != 0 {
			n = c.before(k, nounLaw)
		}
		switch {
		case n < 0 && class&(actApprove|actLegislate) != 0 && c.titleBefore(cue), n < 0 && class == actPublish && c.byMedia(cue):
		case n < 0:
			c.participle(k)
			return
		case c.cues[n].class&nounLaw != 0 && class == actApprove && !c.byCabinet(cue):
			class = actLegislate
		}
	}
	if n := c.near(k, nounLaw); class == actApprove && n >= 0 && strings.HasSuffix(c.word(k), "通过") && !c.byCabinet(cue) {
		class = actLegislate // 表决通过《网络应对能力强化法》
	}
	if class == actAgree && c.order(cue) {
		class = c.ordered(k)
	}
	if class == actAgree && c.lawBehind(cue) {
		class = actLegislate
	}
	if n, _ := c.g.effect.at(c.text(), cue.start, cue.end); n > 0 && c.before(k, nounLaw) >= 0 && c.before(k, nounAgreement) < 0 {
		class = actLegislate
	}
	if class == actAgree && c.p.doc.Lang == entente.English && c.hasForce(cue) {
		class = c.inForce(cue)
	}
	if class == actFound && c.government(cue) {
		class = actElect
	}
	if class == actFound && (c.absorbed && c.has(actConsult) && !c.andThen(cue) || c.byLaw(cue) || !cue.framed && c.foundsNothing(cue)) || c.topic(k) || c.attains(k) {
		return
	}
	if class == actApprove && c.has(actLegislate) && !c.newSubject(c.p.subjectAt(c.s, cue.start)) {
		return // 通过国防授权法,授权…: the law says so
	}
	if class == actElect && c.background(cue) || class == actAgree && c.sceneConsult() {
		return
	}
	c.dropContent(k)
	c.add(class, cue)
	if class&(actVisit|actElect) == 0 {
		c.absorbed = true
	}
	if class&(actAgree|actApprove) != 0 && !c.g.verbLast {
		c.within, c.bound = cue.clause, true
	}
	c.reported = c.reported || class == actPublish
	if class&(actAgree|actApprove|actLegislate|actPublish|actFound) != 0 && c.adnominal(cue) {
		c.content, c.reported = true, true // what the agreement or law says or does has no date
	}
	if class == actSurvey || class == actPublish {
		c.content = true
	}
}

// andThen reports whether an English verb tells what those did who met: met and launched.
func (c *course) andThen(cue cueAt) bool {
	word, _ := wordLeft(c.text(), cue.start)
	return c.p.doc.Lang == entente.English && word == "and"
}

// byMedia reports whether a paper or an agency does what an English verb of publishing tells:
// the expansion is late, Reuters reported in July.
func (c *course) byMedia(cue cueAt) bool {
	who := c.p.subjectAt(c.s, cue.start).actors
	if c.p.doc.Lang != entente.English || len(who) != 1 || c.date.Start < cue.end && cue.end < len(c.text()) && c.text()[cue.end] == ',' {
		return false // in June, the paper reported, Tokyo called it off
	}
	e := c.p.lex.Entry(string(who[0]))
	return e != nil && e.Kind == "media"
}

// ordered is what an order does: a measure against others, where the Chinese clause behind
// it says which, and a decision otherwise: 签署行政令,加征关税.
func (c *course) ordered(k int) cueClass {
	if c.p.doc.Lang == entente.Chinese && k+1 < len(c.cues) {
		if next := c.cues[k+1]; next.class&actCoerce != 0 && next.clause == c.cues[k].clause+1 && next.start-c.clauseStart(next) <= 2 {
			return actCoerce
		}
	}
	return actApprove
}

// titleBefore reports whether a law, agreement or title is the subject of a
// Chinese verb whose date stands between: 《防卫合作指针》于1997年修订.
func (c *course) titleBefore(cue cueAt) bool {
	if c.p.doc.Lang != entente.Chinese || c.date.Start < 0 || c.date.End > cue.start || cue.start-c.date.End > 8 {
		return false
	}
	for _, n := range c.spell.cues {
		if n.clause == cue.clause && n.start < c.date.Start && n.class&(nounTitle|nounLaw|nounAgreement) != 0 {
			return true
		}
	}
	return false
}

// topic reports whether cue k is what talks are about: 就联合生产达成共识.
func (c *course) topic(k int) bool {
	cue := c.cues[k]
	about := false
	for _, r := range c.text()[c.clauseStart(cue):cue.start] {
		about = about || r == '就' || r == '对' && c.p.doc.Lang == entente.Chinese && c.expresses(k)
	}
	for n := k + 1; about && n < len(c.cues) && c.cues[n].clause == cue.clause; n++ {
		if c.cues[n].class&(actAgree|actConsult|cueHold|speech) != 0 {
			return true
		}
	}
	return false
}

// expresses reports whether 表示 follows cue k in its clause: what is said is of
// the deed, 对达成目标表示肯定.
func (c *course) expresses(k int) bool {
	text := c.text()
	return strings.Contains(string(text[c.cues[k].end:c.clauseEnd(c.cues[k])]), "表示")
}

// lastSaid is where the last verb of speaking stands, -1 if there is none.
func (c *course) lastSaid() int {
	if c.said < 0 {
		return len(c.text())
	}
	return c.found[c.said].cue.start
}

// saysWhen reports whether the date stands right behind an English verb of
// speaking whose that follows: insisted on March 5 that.
func (c *course) saysWhen() bool {
	if c.said < 0 || c.p.doc.Lang != entente.English {
		return false
	}
	text := c.text()
	cue := c.found[c.said].cue
	if c.date.Start < cue.end || c.s.clauseAt(c.date.Start) != cue.clause || c.cueBetween(cue.end, c.date.Start, strong|speech|cueIssue|cueHold) ||
		strings.Contains(string(text[cue.end:c.date.Start]), " that ") {
		return false
	}
	return c.clauseEnd(cue)-c.date.End <= 1 && !c.newClause(cue) || hasWord(text, skipAhead(text, c.date.End), len(text), "that")
}

// newClause reports whether the clause behind that of a cue begins with and or
// but, so that it tells something else.
func (c *course) newClause(cue cueAt) bool {
	if cue.clause < 0 || cue.clause+1 >= len(c.s.clauses) {
		return false
	}
	if c.s.clauses[cue.clause].mark != ',' {
		return true
	}
	i := skipAhead(c.text(), c.s.clauses[cue.clause+1].start)
	for _, w := range [...]string{"and", "but", "while", "as", "when", "after", "before"} {
		if hasWord(c.text(), i, len(c.text()), w) {
			return true
		}
	}
	return false
}

// sceneConsult reports whether the deed before was a counted meeting, whose
// result is no event beside it.
func (c *course) sceneConsult() bool {
	return len(c.found) > 0 && c.found[len(c.found)-1].scene
}

// background reports whether coming to office is only when something happens:
// 再任首日, unless the date stands right before it.
func (c *course) background(cue cueAt) bool {
	text := c.text()
	if n, _ := c.g.takingOffice.before(text, skipSpace(text, cue.start), 0); n > 0 {
		return c.date.Start < cue.start || c.date.Start > cue.end+6
	}
	n, _ := c.g.temporal.at(text, skipAhead(text, cue.end), len(text))
	if n == 0 {
		return false
	}
	if c.date.Start < 0 || c.date.End > cue.start {
		return true
	}
	for _, r := range text[c.date.End:cue.start] {
		if r == ',' {
			return true
		}
	}
	return false
}

// described reports whether cue k stands in a clause that only describes a
// name: 赢得选举的石破茂. A date right before it makes it a happening all the same.
func (c *course) described(k int) bool {
	cue := c.cues[k]
	if c.g.verbLast || cue.clause < 0 || cue.class&nouns != 0 && cue.class&(strong|speech) == 0 {
		return false
	}
	text := c.text()
	names := c.s.namesIn(cue.end, c.s.clauses[cue.clause].end)
	if len(names) == 0 {
		return false
	}
	m := names[0]
	if m.Start == 0 || text[m.Start-1] != '的' || m.Start-cue.end > 14 || !c.predicateAfter(k, m.End) {
		return false
	}
	return c.date.End < c.clauseStart(cue) || c.date.Start > cue.start || c.date.Start < 0
}

// predicateAfter reports whether another verb follows text[i:] in the clause of
// cue k, so that the name at i is its subject.
func (c *course) predicateAfter(k, i int) bool {
	for n := k + 1; n < len(c.cues) && c.cues[n].clause == c.cues[k].clause; n++ {
		if c.cues[n].start >= i && c.cues[n].class&(strong|speech|cueAnnounce|cueHold|cueIssue|cueAttend) != 0 {
			return true
		}
	}
	return false
}

// has reports whether an event of this kind is there already.
func (c *course) has(class cueClass) bool {
	for _, h := range c.found {
		if h.class == class {
			return true
		}
	}
	return false
}

// add keeps an event, once per kind.
func (c *course) add(class cueClass, cue cueAt) {
	if class&speech == 0 && c.has(class) {
		return
	}
	c.found = append(c.found, happening{class: class, date: c.date, cue: cue})
}

func (c *course) clauseStart(cue cueAt) int {
	if cue.clause < 0 {
		return 0
	}
	return c.s.clauses[cue.clause].start
}
