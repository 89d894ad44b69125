package extract

import (
	"slices"
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

// nounInEnglish reads "his decision in March 2023", "the Posture Review of
// 2022" and "Japan's July 2019 export curbs".
func (c *course) nounInEnglish() {
	text := c.text()
	noun, ok := c.nounMadeKnown()
	if !ok {
		noun, ok = c.nounBefore()
	}
	if !ok {
		noun, ok = c.nounBehind()
	}
	if !ok {
		noun, ok = c.meetingBehind()
	}
	if !ok {
		return
	}
	noun.clause = c.s.clauseAt(noun.start)
	if noun.class == actConsult && c.scenePhrase(noun.start) {
		return
	}
	c.addNamed(noun)
	start := c.clauseStart(noun)
	if n, _ := c.g.fronts.at(text, skipAhead(text, start), len(text)); n == 0 && !c.meetingFirst(noun) || c.after(noun) && noun.class != actConsult {
		c.told = [2]int{noun.start, len(text)} // the happening is the subject: what it did has no date
	}
}

// meetingFirst reports whether a meeting is told by a participle that opens its sentence,
// behind which the date ends: Meeting in Manila on 3 June, the ministers condemned. What
// they did there has the same date.
func (c *course) meetingFirst(noun cueAt) bool {
	text := c.text()
	return noun.class == actConsult && noun.start == 0 && strings.HasSuffix(lowerWord(text[noun.start:noun.end]), "ing") &&
		c.clauseEnd(noun)-c.date.End <= 1
}

// after reports whether the phrase of a noun is what something else follows:
// after his remarks on 7 November, … That has another date.
func (c *course) after(noun cueAt) bool {
	text := c.text()
	n, _ := c.g.takingOffice.before(text, skipSpace(text, c.phraseStart(noun.start)), 0)
	return n > 0
}

// scenePhrase reports whether a named meeting is only where something is said
// or done: at the Hague summit in June 2025.
func (c *course) scenePhrase(i int) bool {
	text := c.text()
	if word, at := wordLeft(text, i); word == "press" || word == "news" {
		i = at // at his press conference in March
		if word, at := wordLeft(text, i); word == "a" || word == "his" || word == "her" || word == "their" {
			i = at
		}
	}
	switch words := strings.Fields(strings.ToLower(string(text[max(0, c.phraseStart(i)-8):i]))); {
	case len(words) == 0:
		return false
	default:
		for k, w := range words {
			if (w == "at" || w == "during") && (k+1 == len(words) || words[k+1] == "the") {
				return true
			}
		}
	}
	return false
}

// phraseStart goes back over the capitals, articles and possessives before a
// noun.
func (c *course) phraseStart(i int) int {
	text := c.text()
	for i > 0 {
		j := skipSpace(text, i)
		k := j
		for k > 0 && text[k-1] != ' ' && text[k-1] != ',' {
			k--
		}
		word := string(text[k:j])
		switch {
		case k == j:
			return i
		case word[0] >= 'A' && word[0] <= 'Z' && k > 0, word == "the", word == "a", word == "his", word == "her", word == "its", word == "their", strings.HasSuffix(word, "'s"):
			i = k
		default:
			return i
		}
	}
	return i
}

// nounBefore finds the noun of happening that the date follows after a
// preposition, with at most a few words between: restrictions on rare earth
// exports in 2010. A verb between takes the date for itself.
func (c *course) nounBefore() (cueAt, bool) {
	text, d := c.text(), c.date
	j := skipSpace(text, d.Start)
	n, of := c.g.datePrepositions.before(text, j, 0)
	if first := wordAfter(text, d.Start); n == 0 && (d.From.Month == 0 || first != "last" && first != "this" && first != "next") {
		return cueAt{}, false // his remarks last November, but not his remarks this year
	}
	planned := strings.HasSuffix(string(text[j-n:j]), "ed for") || strings.HasSuffix(string(text[j-n:j]), "set for")
	j = skipSpace(text, j-n)
	clause := c.s.clauseAt(d.Start)
	if j > 0 && text[j-1] == ',' && d.End < len(text) && text[d.End] == ',' {
		j-- // Seoul's choice, on May 3, of a frigate
		clause = c.s.clauseAt(j - 1)
	}
	from := max(c.clauseStart(cueAt{clause: clause}), j-90)
	for i, words := j, 0; i > from && words < 11; words++ {
		k := i
		for k > from && text[k-1] != ' ' {
			k--
		}
		if n, v := c.g.nounsOf.at(text, k, j); n > 0 && !c.modifies(k, k+n, j) {
			cue := cueAt{class: cueClass(v), start: k, end: k + n}
			if cue.class&actAgree != 0 && c.ofPerson(k+n, "accession") {
				cue.class = actElect
			}
			if word, at := wordLeft(text, k); word != "" && at >= from {
				if m, w := c.g.nounsOf.at(text, at, j); at+m == cue.end {
					cue.class, cue.start, k, n = cueClass(w), at, at, m // the joint statement of
				}
			}
			if (of == 0 || d.From.Month == 0) && !planned && c.cueBetween(c.clauseStart(cueAt{clause: c.s.clauseAt(k)}), k, strong|speech|cueHold|cueAttend|cueIssue|cueAnnounce) {
				return cueAt{}, false // the date is the verb's
			}
			if of == 0 && cue.class&actLegislate != 0 && !c.happensItself(cue) {
				return cueAt{}, false // will vote on the bill in June
			}
			return cue, (of == 0 || k+n == j && cue.class&actAgree == 0 || cue.class&(actPublish|actAgree) == 0 || d.From.Month != 0) && !c.predicate(k+n, j) && !c.isVerb(k)
		}
		i = skipSpace(text, k)
	}
	return cueAt{}, false
}

// ofPerson reports whether a noun that ends at text[i] is said of somebody: the accession
// of Takaichi, and not of Japan to a treaty.
func (c *course) ofPerson(i int, noun string) bool {
	text := c.text()
	if word, _ := wordLeft(text, i); word != noun || !hasWord(text, skipAhead(text, i), len(text), "of") {
		return false
	}
	names := c.s.namesIn(i, len(text))
	return len(names) > 0 && names[0].Start <= i+len(" of ")+1 && names[0].person()
}

// isVerb reports whether a word that may be a noun or a verb is one behind a
// subject: no article, possessive, adjective or preposition stands before it.
func (c *course) isVerb(i int) bool {
	text := c.text()
	j := skipSpace(text, i)
	n, _ := c.g.verbBefore.before(text, j, 0)
	return n > 0
}

// predicate reports whether a verb stands in text[i:j], so that a date behind
// it is the verb's.
func (c *course) predicate(i, j int) bool {
	text := c.text()
	if c.cueBetween(i, j, strong|speech|cueHold|cueAttend|cueIssue|cueAnnounce) {
		return true
	}
	for ; i < j; i++ {
		if n, _ := c.g.auxiliaries.at(text, i, j); n > 0 {
			return true
		}
	}
	return false
}

// nounBehind finds the noun of happening that the date stands before as an
// adjective.
func (c *course) nounBehind() (cueAt, bool) {
	text, d := c.text(), c.date
	owner := possessive(text, d.End) && d.End+3 < len(text) && text[d.End+2] == ' ' // last year's deal
	if !owner && (d.End >= len(text) || text[d.End] != ' ' || d.From.Month == 0) {
		return cueAt{}, false
	}
	from := d.End + 1
	if owner {
		from += 2
	}
	for i, words := from, 0; i < len(text) && words < 4; words++ {
		k := i
		for k < len(text) && (latin(text[k]) || text[k] == '-') {
			k++
		}
		if k == i {
			break
		}
		if n, v := c.g.nounsOf.at(text, i, len(text)); n > 0 {
			cue := cueAt{class: cueClass(v), start: i, end: i + n}
			ok := owner || c.possessed(d.Start)
			return cue, ok && !c.at() && !c.cueBetween(d.End, i, strong|speech)
		}
		i = k + 1
	}
	return cueAt{}, false
}

// meetingBehind finds the meeting that is named between a date and what was done there: on
// July 28, at a committee meeting in Tokyo, Washington declared.
func (c *course) meetingBehind() (cueAt, bool) {
	text, d := c.text(), c.date
	if d.From.Month == 0 || d.End+2 >= len(text) || text[d.End] != ',' {
		return cueAt{}, false
	}
	at := wordAfter(text, d.End+1)
	from := d.End + len(", ") + len(at) + 1
	if at != "at" && at != "during" || from >= len(text) || !slices.Contains([]string{"a", "an", "their", "his", "her"}, wordAfter(text, from)) {
		return cueAt{}, false
	}
	end := from
	for end < len(text) && text[end] != ',' {
		end++
	}
	for i := from + 1; i < end; i++ {
		if text[i-1] != ' ' {
			continue
		}
		if n, v := c.g.nounsOf.at(text, i, end); n > 0 && cueClass(v) == actConsult {
			before, _ := wordLeft(text, i)
			named := c.s.named(skipSpace(text, i) - 1) // a committee of both states has a name
			return cueAt{class: actConsult, start: i, end: i + n}, (named || !noMeetings[before]) && !c.cueBetween(d.End, i, strong|speech)
		}
	}
	return cueAt{}, false
}

// noMeetings say of a meeting that somebody only speaks there, or that one body meets.
var noMeetings = map[string]bool{"press": true, "news": true, "cabinet": true, "committee": true, "party": true, "campaign": true, "plenary": true, "council": true}

// possessed reports whether an article or possessive stands before text[i].
func (c *course) possessed(i int) bool {
	text := c.text()
	j := skipSpace(text, i)
	k := j
	for k > 0 && text[k-1] != ' ' {
		k--
	}
	word := strings.ToLower(string(text[k:j]))
	switch word {
	case "the", "a", "an", "its", "their", "his", "her", "this":
		return j < i
	}
	return j < i && (strings.HasSuffix(word, "'s") || strings.HasSuffix(word, "’s") || strings.HasSuffix(word, "s’"))
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
		case c.cues[n].class&nounLaw != 0 && cue.class&(actApprove|actLegislate) != 0 && !c.byCabinet(cue):
			return actLegislate
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
