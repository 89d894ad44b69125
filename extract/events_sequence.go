package extract

import (
	"slices"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

// A course is the events of one date's part of a sentence, as they are found
// from left to right.
type course struct {
	*spell
	date     *dated
	cues     []cueAt
	used     []bool // nouns that belong to a verb already read
	found    []happening
	speaker  []entente.ActorID
	said     int    // index in found of the speaker's event, -1 if none
	content  bool   // what follows is what somebody says
	absorbed bool   // what is stated next is only what the event before was about
	reported bool   // what follows is what a document or paper says
	bound    bool   // what follows with the same subject is what was agreed or decided
	told     [2]int // part of the sentence that a noun with a date rules
	within   int    // clause whose further verbs are the content of an agreement or decision, -1 if none
}

// happenings returns the events of text[from:to], which a date governs.
func (sp *spell) happenings(d *dated, from, to int) []happening {
	c := &course{spell: sp, date: d, said: -1, within: -1}
	for _, cue := range sp.cues {
		if cue.start >= from && cue.end <= to && !(d.Start < cue.end && cue.start < d.End) {
			c.cues = append(c.cues, cue)
		}
	}
	c.used = make([]bool, len(c.cues))
	c.preferSurveys()
	c.namedHappening()
	for k := range c.cues {
		if !c.used[k] && !(c.cues[k].start >= c.told[0] && c.cues[k].start < c.told[1]) && !c.described(k) {
			c.step(k)
		}
	}
	if d.since {
		c.keepBeginning()
	}
	return c.found
}

// keepBeginning keeps, of what a date rules that something is counted from,
// what began then.
func (c *course) keepBeginning() {
	clause := c.s.clauseAt(c.date.Start)
	if c.p.doc.Lang == entente.English {
		clause++ // since 2015, when the Diet passed
	}
	c.found = slices.DeleteFunc(c.found, func(h happening) bool { return h.class&begins == 0 || h.cue.clause > clause })
}

// step reads one cue.
func (c *course) step(k int) {
	cue := c.cues[k]
	switch {
	case cue.class&cueCancel != 0:
		c.within = cue.clause
	case c.within == cue.clause && cue.class&speech == 0:
	case c.tells(k):
	case c.ahead(k):
	case cue.class&(cueHold|cueAttend) != 0 && c.joint(k):
	case cue.class&cueIssue != 0 && c.issue(k):
	case cue.class&cueAnnounce != 0 && c.announces(k):
	case cue.class&speech != 0:
		c.say(k)
	case cue.class&nounMeeting != 0 || cue.class&actConsult != 0:
		c.meeting(k)
	case cue.class&nounDocument != 0 && cue.class&strong == 0:
		c.document(k)
	case cue.class&nounAgreement != 0 && cue.class&strong == 0:
		c.agreement(k)
	case cue.class&strong != 0:
		c.deed(k)
	}
}

// preferSurveys lets a poll be the event of its clause, not its publication.
func (c *course) preferSurveys() {
	for _, s := range c.cues {
		if s.class&actSurvey == 0 {
			continue
		}
		for k := range c.cues {
			if c.cues[k].clause == s.clause && c.cues[k].class&actSurvey == 0 {
				c.cues[k].class &^= actPublish | cueAnnounce | cueIssue | actState
			}
		}
	}
}

// ahead reports whether cue k is a plan that follows what happened: the event
// is the decision, not what is to come of it.
func (c *course) ahead(k int) bool {
	cue := c.cues[k]
	if len(c.found) == 0 || cue.clause < 0 || cue.class&speech != 0 || c.found[len(c.found)-1].cue.clause == cue.clause || c.date.Start > c.clauseStart(cue) {
		return false
	}
	if c.g.verbLast {
		return false
	}
	for _, d := range c.p.datesIn(c.s) {
		if (d.since || d.period) && c.s.clauseAt(d.Start) == cue.clause {
			return true
		}
	}
	return c.g.future.in(c.text(), c.clauseStart(cue), cue.start)
}

// joint reads a verb with its noun: hold talks, carry out an exercise, attend a
// meeting.
func (c *course) joint(k int) bool {
	cue := c.cues[k]
	n := c.near(k, nounMeeting|nounExercise|nounHearing)
	if n < 0 && cue.class&cueHold != 0 && c.format(cue) {
		c.add(actConsult, cue)
		c.absorbed = true
		return true
	}
	if n < 0 {
		return false
	}
	noun := c.cues[n]
	c.used[n] = true
	attend := cue.class&cueAttend != 0
	wide := cueAt{class: cue.class, start: min(cue.start, noun.start), end: max(cue.end, noun.end), clause: cue.clause}
	switch {
	case noun.class&nounHearing != 0:
		return true
	case noun.class&nounExercise != 0 && noun.class&nounMeeting == 0:
		c.add(actExercise, wide)
	default:
		c.add(actConsult, wide)
		if attend && len(c.found) > 0 {
			c.found[len(c.found)-1].attend = true
		}
	}
	c.absorbed = !attend
	return true
}

// format reports whether the clause of a cue names a forum or minilateral, which
// is held or attended under its own name.
func (c *course) format(cue cueAt) bool {
	if cue.clause < 0 {
		return false
	}
	cl := c.s.clauses[cue.clause]
	for _, m := range c.s.names {
		if m.Start >= cl.start && m.End <= cl.end && m.Entry.Type == lexicon.Institution && (m.Entry.Kind == "forum" || m.Entry.Kind == "minilateral") {
			return true
		}
	}
	return false
}

// issue reads a verb with a document or speech.
func (c *course) issue(k int) bool {
	cue := c.cues[k]
	n := c.near(k, nounDocument|nounSpeech|nounLaw|nounTitle)
	if n < 0 {
		return false
	}
	noun := c.cues[n]
	if c.signs(cue, noun) {
		return false
	}
	if !c.g.verbLast && scenic(c.text()[noun.end:min(len(c.text()), noun.end+1)]) {
		return true
	}
	wide := cueAt{class: cue.class, start: min(cue.start, noun.start), end: max(cue.end, noun.end), clause: cue.clause}
	switch {
	case noun.class&nounSpeech != 0 && noun.class&nounDocument == 0:
		if c.said >= 0 {
			return true
		}
		c.used[n] = true
		c.add(actState, wide)
		c.said = len(c.found) - 1
		return true
	case noun.class&nounLaw != 0 && cue.class&(actApprove|actLegislate) != 0:
		c.used[n] = true
		c.add(actLegislate, wide)
	case noun.class&(nounDocument|nounTitle) == 0:
		return false
	case cue.class&actApprove != 0 && cue.class&actPublish == 0 && cue.class&cueAnnounce == 0 && c.content == false && cue.class&actFound == 0:
		c.used[n] = true
		c.add(actApprove, wide)
	default:
		c.used[n] = true
		c.add(actPublish, wide)
	}
	c.absorbed = true
	return true
}

// signs reports whether an English verb of signing makes an agreement: its
// object is a framework or memorandum, no order or law.
func (c *course) signs(cue, noun cueAt) bool {
	if c.p.doc.Lang != entente.English || cue.class&actAgree == 0 || noun.class&(nounLaw|nounSpeech) != 0 {
		return false
	}
	switch string(c.text()[noun.start:noun.end]) {
	case "framework", "memorandum", "roadmap", "declaration", "joint declaration", "arrangement":
		return true
	}
	return false
}

// near returns the index of the noun that belongs to the verb k: after it, or
// before it in languages where the verb comes last; English has both.
func (c *course) near(k int, class cueClass) int {
	cue := c.cues[k]
	after := func() int {
		for n := k + 1; n < len(c.cues) && c.cues[n].clause == cue.clause; n++ {
			if c.cues[n].class&class != 0 && !c.used[n] {
				return n
			}
		}
		return -1
	}
	if c.g.verbLast {
		n := c.before(k, class)
		if next := after(); n < 0 && next >= 0 && c.cues[next].start-cue.end <= 14 {
			n = next // a verb before its noun describes it: 열린 정상회담
		}
		return n
	}
	if n := after(); n >= 0 {
		return n
	}
	if c.p.doc.Lang == entente.English || class&nounMeeting != 0 && c.cues[k].class&cueHold != 0 {
		return c.before(k, class)
	}
	return -1
}

// before returns the index of the last such noun before k in its clause, or -1.
func (c *course) before(k int, class cueClass) int {
	for n := k - 1; n >= 0 && c.cues[n].clause == c.cues[k].clause; n-- {
		if c.cues[n].class&class != 0 && !c.used[n] {
			return n
		}
	}
	return -1
}

// announces reads 宣布 and its like: the deed that is announced counts, if the
// clause names one.
func (c *course) announces(k int) bool {
	cue := c.cues[k]
	if c.absorbed && !c.g.verbLast {
		c.within, c.content = cue.clause, true
		return true
	}
	if n := c.near(k, nounAgreement); n >= 0 && c.cues[n].clause == cue.clause && !c.g.verbLast {
		c.used[n] = true
		c.add(actAgree, cue)
		c.absorbed = true
		return true
	}
	deed := actSurvey | actCoerce | actAgree | actCooperate | actApprove | actLegislate | actDeploy | actFound | actExercise | cueHold | actElect | actVisit
	for n := k + 1; n < len(c.cues) && c.cues[n].clause <= cue.clause+1; n++ {
		if c.cues[n].class&deed != 0 && !c.g.needsNoun[c.word(n)] {
			if c.g.verbLast || !c.g.future.in(c.text(), cue.end, c.cues[n].start) {
				return true
			}
			break
		}
	}
	if c.g.verbLast {
		for n := k - 1; n >= 0 && c.cues[n].clause == cue.clause; n-- {
			if c.cues[n].class&deed != 0 {
				return true
			}
		}
	}
	cue.class = actState
	c.cues[k] = cue
	c.say(k)
	return true
}

func (c *course) word(n int) string {
	r := c.text()[c.cues[n].start:c.cues[n].end]
	out := make([]rune, len(r))
	for i := range r {
		out[i] = lower(r[i])
	}
	return string(out)
}

// say reads a verb of speaking. One speaker's words at one date are one event:
// the first that is more than a statement decides what kind.
func (c *course) say(k int) {
	cue := c.cues[k]
	if c.g.needsNoun[c.word(k)] && cue.class == actState && len(c.found) > 0 {
		return
	}
	if c.reported || c.documentSpeaks(k) || c.datesSpeech(cue) {
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
		case other && cue.clause != now.cue.clause:
			c.add(class, cue)
			c.said, c.speaker = len(c.found)-1, role.actors
		case now.class == actState && class != actState:
			now.class = class
		}
		return
	}
	if class == actState && c.absorbed && !c.newSubject(role) {
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
		if last.cue.clause != c.cues[k].clause || last.class&keep != 0 || last.cue.end > c.cues[k].start {
			return
		}
		c.found = c.found[:len(c.found)-1]
		c.absorbed, c.bound, c.within = false, false, -1
	}
}

// speechAct is what a verb of speaking does: a statement that somebody else
// must do something is a demand.
func (c *course) speechAct(k int) cueClass {
	cue := c.cues[k]
	switch {
	case cue.class&actDemand != 0:
		return actDemand
	case cue.class&actCriticize != 0:
		return actCriticize
	}
	speaker := c.p.subjectAt(c.s, cue.start).actors
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
