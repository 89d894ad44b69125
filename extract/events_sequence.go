package extract

import (
	"slices"
	"strings"

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
		if sp.within(cue, d, from, to) && !(d.Start < cue.end && cue.start < d.End) && !c.undated(cue) {
			if cue = c.atDate(cue); cue.class != 0 {
				c.cues = append(c.cues, cue)
			}
		}
	}
	c.used = make([]bool, len(c.cues))
	c.preferSurveys()
	c.namedHappening()
	c.calledOff()
	for _, cue := range c.cues {
		if sp.setsOff(cue) {
			c.told = [2]int{cue.end, len(sp.text())} // what follows from it has another date
		}
	}
	c.relativeClause()
	c.keepsDate()
	if c.owns() || len(sp.dates) == 1 && sp.yearOf(*d) {
		c.told = [2]int{0, len(sp.text())}
	}
	for k := range c.cues {
		if !c.used[k] && !(c.cues[k].start >= c.told[0] && c.cues[k].start < c.told[1]) && !c.described(k) {
			c.step(k)
		}
	}
	c.dropScene()
	if d.since {
		c.keepBeginning()
	}
	return c.found
}

// relativeClause leaves out, in English, the main verb behind a date that stands
// in a relative clause: the act that Congress passed in 2023 created a fund.
func (c *course) relativeClause() {
	if c.p.doc.Lang != entente.English || c.date.Start < 0 || c.told[1] > 0 {
		return
	}
	clause := c.s.clauseAt(c.date.Start)
	for k := range c.cues {
		cue := c.cues[k]
		if cue.clause != clause || cue.start >= c.date.Start || cue.class&(strong|cueIssue|cueHold|cueAnnounce) == 0 {
			continue
		}
		if c.relative(cue) {
			c.told = [2]int{c.date.End, c.clauseEnd(cue)}
			if cue.earlier && hasWord(c.text(), skipAhead(c.text(), c.clauseStart(cue)), len(c.text()), "who") {
				c.told[1] = len(c.text()) // Austin, who had met him in May, welcomed
			}
			return
		}
	}
}

// relative reports whether that, which or who stands before the verb of a cue,
// with at most its subject between: that the ministry published.
func (c *course) relative(cue cueAt) bool {
	const words = 4
	text := c.text()
	i := c.phraseStart(cue.start)
	if n, _ := c.g.relatives.before(text, skipSpace(text, i), 0); n > 0 {
		return true
	}
	for k := 0; k < words && i > c.clauseStart(cue); k++ {
		word, at := wordLeft(text, i)
		if n, _ := c.g.relatives.before(text, skipSpace(text, at), 0); n > 0 {
			_, that := wordLeft(text, at)
			return !c.cueBetween(max(0, that-14), cue.start, strong|speech|cueIssue|cueHold|cueAnnounce)
		}
		if word == "" || prepositionAt(text, at) {
			return false
		}
		i = at
	}
	return false
}

// keepBeginning keeps, of what a date rules that something is counted from,
// what began then.
func (c *course) keepBeginning() {
	clause, kinds := c.s.clauseAt(c.date.Start), begins|actSurvey
	if n, _ := c.g.plannedBefore.before(c.text(), skipSpace(c.text(), c.date.Start), 0); n > 0 {
		kinds = actConsult | actVisit | actExercise | actElect
	} else if c.p.doc.Lang == entente.English || c.clauseEnd(cueAt{clause: clause})-c.date.End <= 2 {
		clause++ // since 2015, when the Diet passed
	}
	c.found = slices.DeleteFunc(c.found, func(h happening) bool { return h.class&kinds == 0 || h.cue.clause > clause })
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
	case cue.class&nounExercise != 0 && cue.class&strong == 0:
		c.exercise(k)
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
	if len(c.found) == 0 || c.found[len(c.found)-1].named || cue.clause < 0 || cue.class&speech != 0 || c.found[len(c.found)-1].cue.clause == cue.clause || c.date.Start > c.clauseStart(cue) {
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
	if class, ok := c.nounHeld(cue); ok {
		c.add(class, cue)
		c.absorbed = true
		return true
	}
	if n < 0 && c.namedExercise(cue) {
		c.add(actExercise, cue)
		c.absorbed = true
		return true
	}
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
	c.describing(k, n)
	attend := cue.class&cueAttend != 0
	wide := cueAt{class: cue.class, start: min(cue.start, noun.start), end: max(cue.end, noun.end), clause: cue.clause, verb: cue.end}
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

// namedExercise reports whether a programme under its own name stands beside a
// verb of holding: what is held and not a meeting is an exercise. In English its
// name may stand before which.
func (c *course) namedExercise(cue cueAt) bool {
	if cue.clause < 0 {
		return false
	}
	from := c.s.clauses[cue.clause].start
	if hasWord(c.text(), skipAhead(c.text(), from), len(c.text()), "which") && cue.clause > 0 {
		from = c.s.clauses[cue.clause-1].start
	}
	for _, m := range c.s.names {
		if m.Start >= from && m.End <= c.clauseEnd(cue) && m.Entry.Type == lexicon.Institution && m.Entry.Kind == "program" && !c.scheme(m.Entry.Name("en")) {
			return true
		}
	}
	return false
}

// scheme reports whether a programme's English name says that it is a plan,
// initiative or fund, which is not held.
func (c *course) scheme(name string) bool {
	for _, w := range []string{"lan", "nitiative", "rogram", "artnership", "orridor", "und", "roject", "etwork", "udget", "ssistance", "ramework"} {
		if strings.Contains(name, w) {
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
		if class, ok := c.nounHeld(cue); ok && class == actState && c.said < 0 {
			c.add(actState, cue)
			c.said = len(c.found) - 1
			return true
		}
		return c.participle(k)
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
		class := actLegislate
		if cue.class&actApprove != 0 && c.byCabinet(cue) {
			class = actApprove
		}
		c.add(class, wide)
	case noun.class&(nounDocument|nounTitle) == 0:
		return false
	case cue.class&actApprove != 0 && cue.class&actPublish == 0 && cue.class&cueAnnounce == 0 && !c.content && cue.class&actFound == 0:
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
	switch strings.ToLower(string(c.text()[noun.start:noun.end])) {
	case "document", "framework", "memorandum", "communique", "communiqué", "roadmap", "declaration", "joint declaration", "arrangement":
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

// announces reads 宣布 and its like: what is announced against others and what a
// poll found is the event, of other deeds that they are announced; in a language
// whose verb comes last the deed counts, if the clause names one.
func (c *course) announces(k int) bool {
	cue := c.cues[k]
	if c.absorbed && !c.g.verbLast && !(c.p.doc.Lang == entente.Chinese && c.newSubject(c.p.subjectAt(c.s, cue.start))) {
		c.within, c.content = cue.clause, true
		return true
	}
	if n := c.near(k, nounAgreement); n >= 0 && c.cues[n].clause == cue.clause && !c.g.verbLast {
		c.used[n] = true
		c.add(actAgree, cue)
		c.absorbed = true
		return true
	}
	deed := actSurvey | actCoerce
	if c.g.verbLast {
		deed |= actAgree | actCooperate | actApprove | actLegislate | actDeploy | actFound | actExercise | cueHold | actElect | actVisit
	}
	if next := k + 1; c.p.doc.Lang == entente.Chinese && next < len(c.cues) && c.cues[next].class&actFound != 0 && c.cues[next].clause == cue.clause && c.cues[next].start-cue.end < 8 && !strings.ContainsAny(string(c.text()[cue.end:c.cues[next].start]), "将把拟会") && !strings.ContainsRune("启开重恢", c.text()[c.cues[next].start]) {
		return true // 宣布组建B, not 宣布启动谈判
	}
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
			happened := func(h happening) bool { return h.cue.start == c.cues[n].start || h.cue.end > c.cues[n].start }
			if c.cues[n].class&deed != 0 && slices.ContainsFunc(c.found, happened) {
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
