package extract

import (
	"strings"

	"github.com/ententelab/entente"
)

// This file reads happenings that a noun names and a date is put to: 2010年的
// 稀土风波, his decision in March 2023, 2019년 7월의 수출규제; and those that a
// verb before its noun tells: 7月22日达成的协议.

// namedHappening reads the noun of happening that the date belongs to, if there is one.
func (c *course) namedHappening() {
	if c.date.Start < 0 || c.date.since && !c.runsFrom(*c.date) {
		return
	}
	if c.p.doc.Lang == entente.English {
		c.nounInEnglish()
		return
	}
	start, class := c.nounAfterDate()
	if class == 0 {
		return
	}
	c.addNamed(cueAt{class: class, start: start.start, end: start.end, clause: c.s.clauseAt(start.start)})
	if c.g.verbLast && start.end < len(c.text()) && strings.ContainsRune("をはがも을를은는", c.text()[start.end]) {
		c.told = [2]int{start.end, c.clauseEnd(c.cuesEnd(start))} // what is done to it has another date
	}
}

// cuesEnd is a cue with its clause looked up.
func (c *course) cuesEnd(cue cueAt) cueAt {
	cue.clause = c.s.clauseAt(cue.start)
	return cue
}

// addNamed adds a happening that a noun names. What is said in the same sentence
// may be the speech that the noun names.
func (c *course) addNamed(cue cueAt) {
	n := len(c.found)
	c.addOnce(cue.class, cue)
	if len(c.found) == n {
		return
	}
	c.found[n].named = true
	if cue.class&speech != 0 {
		c.said = n
	}
}

// nounReach is how far behind its date a noun of happening may stand.
const nounReach = 20

// nounAfterDate finds the noun of happening in the phrase right behind the
// date. A year alone must be tied to it: 2010年的.
func (c *course) nounAfterDate() (cueAt, cueClass) {
	text := c.text()
	i := skipAhead(text, c.date.End)
	if at, ok := c.runFrom(*c.date); ok {
		i = at
	}
	tied := i < len(text) && (text[i] == '的' || text[i] == 'の' || text[i] == '의' || text[i] == '之')
	if tied {
		i = skipAhead(text, i+1)
	} else if c.date.From.Month == 0 {
		if n, v := c.g.nounsOf.at(text, i, len(text)); cueClass(v) == actSurvey {
			return cueAt{class: actSurvey, start: i, end: i + n}, actSurvey // 2025년 조사에서, 2025年民调
		}
		return cueAt{}, 0
	}
	to := min(len(text), i+nounReach)
	var last cueAt
	for j := i; j < to; j++ {
		if strings.ContainsRune(",。;:!?、()“”《》", text[j]) {
			break
		}
		if text[j] == ' ' && j > i && strings.ContainsRune("은는이가을를에로서고며", text[j-1]) {
			break
		}
		if c.g.verbLast && strings.ContainsRune("はがをもへにで", text[j]) || !c.g.verbLast && strings.ContainsRune("在就对将与和的称说", text[j]) {
			break
		}
		n, v := c.g.nounsOf.at(text, j, min(len(text), to+6))
		if m, w := c.g.cues.at(text, j, len(text)); n > 0 && m > n && cueClass(w)&cueNone != 0 {
			break // 派轰炸机
		}
		if n > 0 && c.endsNoun(j+n) && (tied || !c.takenUp(j+n) && !c.onlyScene(j+n)) {
			last = cueAt{class: cueClass(v), start: j, end: j + n}
			break
		}
		if c.cueBetween(i, j+1, strong|speech|cueHold|cueAttend|cueIssue|cueAnnounce) {
			break
		}
	}
	return last, last.class
}

// endsNoun reports whether the word that ends at text[i] is the head of its
// phrase: a particle, mark, verb or nothing follows, not the noun it describes.
func (c *course) endsNoun(i int) bool {
	text := c.text()
	j := skipAhead(text, i)
	if j >= len(text) {
		return true
	}
	if j+1 < len(text) && text[j] == 'の' && (text[j+1] == '后' || text[j+1] == '際' || text[j+1] == '际' || text[j+1] == '直') {
		return true // 衝突の後
	}
	n, _ := c.g.tails.at(text, j, len(text))
	return n == 0 && text[j] != '的' && text[j] != 'の' && text[j] != '의'
}

// onlyScene reports whether a Chinese meeting that ends at text[i] is where
// something is said: 2月美日首脑会谈后的记者会上.
func (c *course) onlyScene(i int) bool {
	text := c.text()
	if c.g.verbLast || i >= len(text) {
		return false
	}
	return strings.ContainsRune("上中里", text[i]) || text[i] == '期' || text[i] == '后' && i+1 < len(text) && text[i+1] == '的'
}

// takenUp reports whether, in a language whose verb comes last, a verb takes the
// noun that ends at text[i] for its own: 취임했다, 演習を行う.
func (c *course) takenUp(i int) bool {
	text := c.text()
	return c.g.verbLast && i < len(text) && strings.ContainsRune("했하한됐되된할함을를しさすをれせ", text[i])
}

// cueBetween reports whether a verb of one of the classes starts in text[i:j].
func (c *course) cueBetween(i, j int, class cueClass) bool {
	for _, cue := range c.cues {
		if cue.start >= i && cue.start < j && cue.class&class != 0 {
			return true
		}
	}
	return false
}

// exercise reads a named exercise that no verb of holding claims, as the subject
// of its date's clause: “坚毅之龙”演习动员1.9万人, the "Resolute Dragon" exercise
// brought.
func (c *course) exercise(k int) {
	cue, text := c.cues[k], c.text()
	if c.g.verbLast || c.date.Start < 0 || c.s.clauseAt(c.date.Start) > cue.clause || cue.clause-c.s.clauseAt(c.date.Start) > 1 {
		return
	}
	if c.absorbed || c.content || c.holdBefore(k) || !c.underItsName(cue) || !c.endsNoun(cue.end) {
		return
	}
	if n, _ := c.g.scene.at(text, skipAhead(text, cue.end), len(text)); n > 0 {
		return
	}
	for n := k + 1; n < len(c.cues) && c.cues[n].clause == cue.clause; n++ {
		if c.cues[n].class&(cueHold|cueAttend) != 0 {
			return
		}
	}
	c.add(actExercise, cue)
}

// underItsName reports whether a name, in quotation marks or of the lexicon, stands
// right before a cue.
func (c *course) underItsName(cue cueAt) bool {
	i := skipSpace(c.text(), cue.start)
	if i > 0 && strings.ContainsRune("”》\"」", c.text()[i-1]) {
		return true
	}
	return c.s.named(i - 1)
}

// tells reads a Chinese verb that describes its noun: 7月22日达成的协议,
// 2023年1月公布的兵推. With the date right before it, it is a happening; without,
// it is only what the noun is.
func (c *course) tells(k int) bool {
	cue, text := c.cues[k], c.text()
	if c.p.doc.Lang != entente.Chinese || cue.class&(strong|speech|cueHold|cueIssue|cueAnnounce) == 0 {
		return false
	}
	i := cue.end
	if i < len(text) && text[i] == '了' {
		i++
	}
	if i >= len(text) || text[i] != '的' && text[i] != '之' || cue.class&nounMeeting != 0 && cue.class&cueHold == 0 && c.holdBefore(k) {
		return false
	}
	if !c.dateTells(k) {
		return cue.class&strong != 0 && cue.class&(nouns|actConsult|actVisit|actElect) == 0
	}
	if cue.class&actVisit != 0 && cue.class&(cueHold|cueIssue|cueAnnounce) == 0 {
		c.add(actVisit, cue)
		return true // 来访的拜登: what is said of him is told on its own
	}
	if class := c.toldClass(k); class != 0 {
		c.add(class, cue)
		c.within, c.absorbed = cue.clause, true
		c.reported = true // what the agreement or report says
		c.content = c.content || class&(actPublish|actSurvey|actAgree|actApprove|actLegislate) != 0
	}
	return true
}

// holdBefore reports whether a verb of holding stands before the noun k in its
// clause.
func (c *course) holdBefore(k int) bool { return c.before(k, cueHold|cueAttend) >= 0 }

// dateTells reports whether the date stands right before the verb k, with at
// most who did it between.
func (c *course) dateTells(k int) bool {
	cue, d := c.cues[k], c.date
	if d.Start < 0 || d.End > cue.start || c.s.clauseAt(d.Start) != cue.clause || cue.start-d.End > nounReach {
		return false
	}
	return !c.cueBetween(d.End, cue.start, strong|speech|cueHold|cueIssue|cueAnnounce)
}

// toldClass is what the verb k did with the noun behind it.
func (c *course) toldClass(k int) cueClass {
	cue := c.cues[k]
	if cue.class&cueHold != 0 {
		for n := k + 1; n < len(c.cues) && c.cues[n].clause == cue.clause; n++ {
			switch {
			case c.cues[n].class&nounExercise != 0 && c.cues[n].class&nounMeeting == 0:
				return actExercise
			case c.cues[n].class&nounMeeting != 0:
				return actConsult
			}
		}
	}
	for n := k + 1; n < len(c.cues) && c.cues[n].clause == cue.clause; n++ {
		switch {
		case c.cues[n].class&actSurvey != 0:
			return actSurvey
		case c.cues[n].class&actCoerce != 0 && cue.class&(cueIssue|cueAnnounce|cueHold) != 0:
			return actCoerce
		case c.cues[n].class&nounAgreement != 0 && cue.class&(cueIssue|cueAnnounce) != 0 && cue.class&strong == 0:
			return actAgree // 7月22日宣布的协议
		case c.cues[n].class&nounSpeech != 0 && cue.class&(cueIssue|speech) != 0:
			return actState
		case c.cues[n].class&nounLaw != 0 && cue.class&(actApprove|actLegislate|actAgree) != 0 && !c.byCabinet(cue):
			return actLegislate // 7月4日签署的《大而美法案》
		}
	}
	if cue.class&(cueIssue|cueAnnounce) != 0 && cue.class&strong == 0 {
		return actPublish
	}
	if cue.class&strong == 0 {
		return 0
	}
	return firstOfClass(cue.class & strong)
}

// firstOfClass is the first action in a class.
func firstOfClass(class cueClass) cueClass { return class & -class }
