package extract

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/extract/quantity"
)

// events returns the events of one sentence: what happened at its dates.
func (p *passage) events(s *sentence) []entente.Statement {
	g := eventGrammars[p.doc.Lang]
	if s.Heading || g == nil || p.domestic() && !p.abroad(s) {
		return nil
	}
	dates := p.datesIn(s)
	if s.Start < p.calendar.head || len(dates) > 0 && citation(s.view.Text) {
		return nil
	}
	sp := &spell{p: p, s: s, g: g}
	var out []entente.Statement
	if len(dates) > 0 {
		sp.findCues()
	}
	sp.dates = sp.eventDates(dates, p.calendar.known)
	if len(sp.dates) == 0 {
		sp.cues = nil
		return p.sceneEvents(sp)
	}
	sp.bracketed = sp.takeBrackets()
	sp.findFinal()
	var last happening
	told := make([][]happening, len(sp.dates))
	for k := range sp.dates {
		from, to := sp.domain(k)
		var found []happening
		alone := sp.bracketed != nil && sp.bracketed[k] != nil
		if alone {
			found = sp.bracketed[k]
		}
		if !alone && g.verbLast && k == 0 {
			found = sp.happenings(&sp.dates[k], sp.dates[k].Start, to) // what stands before has another date
			alone = len(found) > 0
		}
		if !alone {
			found = sp.happenings(&sp.dates[k], from, to)
		}
		if len(found) == 0 && k == 0 && !alone && (g.verbLast || p.doc.Lang == entente.English && !sp.clauseOfItsOwn(k)) {
			found = sp.happenings(&sp.dates[k], 0, to)
		}
		if len(found) == 0 && !alone && g.verbLast && k+1 < len(sp.dates) && sp.alone(k) {
			_, to = sp.domain(k + 1)
			found = sp.happenings(&sp.dates[k], from, to) // 日本は22日、韓国は30日に妥結した
		}
		if h, ok := sp.gapped(k, last); ok && len(found) == 0 {
			found = []happening{h}
		}
		if len(found) > 0 {
			last = found[len(found)-1]
		}
		told[k] = found
	}
	for _, found := range sp.eachListed(told) {
		for _, h := range found {
			if h.class&speech != 0 && p.calendar.known && later(h.date.from, p.calendar.ref) {
				continue // nobody has said anything yet
			}
			out = append(out, sp.statement(h))
		}
	}
	return out
}

// eachListed gives what is told at one of several dates in a row to each of them: in June
// and November they exercised.
func (sp *spell) eachListed(told [][]happening) [][]happening {
	share := func(from, to int) {
		if len(told[to]) > 0 || !inRow(sp.text(), &sp.dates[min(from, to)], &sp.dates[max(from, to)]) {
			return
		}
		for _, h := range told[from] {
			if h.class&repeated != 0 && h.date == &sp.dates[from] {
				h.date = &sp.dates[to]
				told[to] = append(told[to], h)
			}
		}
	}
	for k := range sp.dates[1:] {
		share(k, k+1)
	}
	for k := len(sp.dates) - 2; k >= 0; k-- {
		share(k+1, k)
	}
	return told
}

// repeated are the deeds that a row of dates tells once for each, or of which one clause
// may leave out the verb.
const repeated = actAgree | actFound | actExercise | actConsult | actDeploy | actElect | actApprove

// eventDates are the dates at which something can happen. A budget year is one
// only if there is no other.
func (sp *spell) eventDates(dates []dated, known bool) []dated {
	var days, periods []dated
	for _, d := range dates {
		switch {
		case sp.namesDate(d):
			// in a name: the 1 March Movement, the Global Goals 2030
		case len(dates) > 1 && sp.yearOf(d):
			// tells one of many: that the 1960 treaty binds America
		case d.quoted || d.since && !sp.beginning(d) || d.from.Year == 0 || d.From.Span != 0:
		case d.From.Grain == quantity.Day && d.From.Base != quantity.Absent && d.from.Day == 0 && d.from.Month == 0:
			// today, in a text that does not say which day it is
		case !known && d.From.Base == quantity.Reference && (d.From.Month == 0 || d.From.Shift.Months != 0):
			// last month, in a text that does not say when it was written
		case d.period && d.Start > 5:
		case d.period:
			periods = append(periods, d)
		default:
			days = append(days, d)
		}
	}
	if len(days) == 0 {
		return periods
	}
	return days
}

// sceneEvents returns what is said, in a sentence without a date, at a meeting
// that the text dated before.
func (p *passage) sceneEvents(sp *spell) []entente.Statement {
	date, ok := p.calendar.scene(p, sp.s)
	if !ok {
		return nil
	}
	sp.findCues()
	d := &dated{Date: quantity.Date{Start: -1, End: 0}, from: date, basis: "inferred"}
	for _, h := range sp.happenings(d, 0, len(sp.text())) {
		if h.class&speech != 0 {
			return []entente.Statement{sp.statement(h)}
		}
	}
	return nil
}

// A spell is a sentence in which something happens.
type spell struct {
	p     *passage
	s     *sentence
	g     *eventGrammar
	dates []dated
	cues  []cueAt

	bracketed [][]happening // of each date, what it tells in brackets; nil if none does
	final     finalVerb
}

// A cueAt is a word of data/events.yaml in the sentence.
type cueAt struct {
	class      cueClass
	start, end int
	clause     int
	perfect    bool // English: has said
	earlier    bool // English: who had said
	present    bool // English: says, urge
	framed     bool // its object makes it what it is
	verb       int  // where the verb ends, if it stands before the noun it takes; else 0
}

// A happening is an event on its way to being a statement.
type happening struct {
	class  cueClass // one action
	date   *dated
	cue    cueAt
	attend bool // somebody's part in a meeting: what they say there counts beside it
	named  bool // told by a noun, not a verb
	scene  bool // a meeting that is only where something is said
}

func (sp *spell) text() []rune { return sp.s.view.Text }

// domain is the part of the sentence that the k-th date governs: from its
// clause up to the clause of the next date. A clause that ends in 以来 keeps
// its date to itself.
func (sp *spell) domain(k int) (from, to int) {
	d := sp.dates[k]
	c := sp.s.clauseAt(d.Start)
	if c < 0 {
		return d.Start, len(sp.text())
	}
	if d.From.Base == quantity.Following {
		return sp.behindNext(k)
	}
	if d.aside {
		return d.End, sp.s.clauses[c].end
	}
	if end, ok := sp.besideTime(); ok {
		switch {
		case k == 0:
			return end, sp.toNext(end, sp.nextDate(end))
		case d.Start < end:
			return sp.s.clauses[c].start, end
		case sp.s.clauseAt(end) == c && sp.nextDate(end) == d.Start:
			from = sp.firstPart(end, d.Start)
		}
	}
	from, to = max(from, sp.backTo(k, c)), len(sp.text())
	if k > 0 && sp.dates[k-1].From.Base == quantity.Following {
		return sp.s.clauses[c].start, sp.baseEnd(k)
	}
	verbFirst := sp.p.doc.Lang == entente.English
	if k > 0 {
		from = max(from, sp.dates[k-1].End)
		if !verbFirst {
			from = d.Start
		}
		if sp.reported(from, c) {
			to = sp.s.clauses[c].end
		}
	}
	if k > 0 {
		if at, ok := sp.fronted(k - 1); ok {
			from = max(from, at)
		}
	}
	for k+1 < len(sp.dates) && (sp.bracketed != nil && sp.bracketed[k+1] != nil || sp.dates[k+1].aside) {
		k++
	}
	if k+1 < len(sp.dates) {
		next := sp.dates[k+1]
		if at, ok := sp.fronted(k); ok {
			to = min(to, at)
		} else if verbFirst && sp.verbIn(from, d.Start) && sp.verbIn(d.End, next.Start) && sp.s.clauseAt(next.Start) == c {
			to = d.End // was imposed in August and lifted on Jan. 9
		} else if n := sp.s.clauseAt(next.Start); n > c && verbFirst {
			to = min(to, sp.s.clauses[n].start)
		} else {
			to = min(to, next.Start)
		}
	}
	if !verbFirst {
		for n := c; n < len(sp.s.clauses) && sp.s.clauses[n].end < to; n++ {
			if sp.s.clauses[n].mark == ';' {
				to = sp.s.clauses[n].end // another statement
				break
			}
		}
	}
	if end := sp.s.clauses[c].end; end >= 2 && end < to && string(sp.text()[end-2:end]) == "以来" {
		to = end
	}
	return from, to
}

// besideTime is where the clause begins behind one that only says how long before or after
// something the English date was that opens the sentence: On October 24, three days after
// she took office, the minister told parliament. The date is that of what follows.
func (sp *spell) besideTime() (int, bool) {
	const words = 4 // less than two and a half
	d, text := sp.dates[0], sp.text()
	c := sp.s.clauseAt(d.End - 1)
	if sp.p.doc.Lang != entente.English || c < 0 || c+2 >= len(sp.s.clauses) || sp.s.clauses[c].end-d.End > 1 || d.Start > headStart(text) {
		return 0, false
	}
	beside := sp.s.clauses[c+1]
	at := skipAhead(text, beside.start)
	for range words + 1 {
		if n, _ := sp.g.timeBeside.at(text, at, beside.end); n > 0 {
			return sp.s.clauses[c+2].start, sp.nextDate(beside.start) < beside.end || d.From.Day != 0
		}
		if at >= len(text) || unicode.IsUpper(text[at]) || sp.verbIn(beside.start, at) {
			break
		}
		for at < beside.end && text[at] != ' ' {
			at++
		}
		at = skipAhead(text, at)
	}
	return 0, false
}

// toNext is where the domain of a date from text[from] on ends before the next one.
func (sp *spell) toNext(from, next int) int {
	if n := sp.s.clauseAt(next); next < len(sp.text()) && n != sp.s.clauseAt(from) {
		return sp.s.clauses[n].start
	}
	return sp.firstPart(from, next)
}

// nextDate is where the first date stands that is not before text[from].
func (sp *spell) nextDate(from int) int {
	for _, d := range sp.dates {
		if d.Start >= from {
			return d.Start
		}
	}
	return len(sp.text())
}

// behindNext is the domain of a date that counts from the next: "three days after she
// took office on October 21" holds behind the clause of that one.
func (sp *spell) behindNext(k int) (from, to int) {
	from, to = sp.dates[k].End, len(sp.text())
	if k+1 < len(sp.dates) {
		from = sp.baseEnd(k + 1)
	}
	if k+2 < len(sp.dates) {
		to = min(to, sp.dates[k+2].Start)
	}
	return min(from, to), to
}

// baseEnd is where the domain of a date ends that the one before counts from: behind
// its clause, and what tells more of it: Trump's letter of July 7, which threatened, .
func (sp *spell) baseEnd(k int) int {
	text, c := sp.text(), sp.s.clauseAt(sp.dates[k].Start)
	if c < 0 {
		return sp.dates[k].End
	}
	for c+1 < len(sp.s.clauses) && hasWord(text, skipAhead(text, sp.s.clauses[c+1].start), len(text), "which") {
		c++
	}
	return sp.s.clauses[c].end
}

// alone reports whether the k-th date ends its clause behind a subject of its own.
func (sp *spell) alone(k int) bool {
	d := sp.dates[k]
	c := sp.s.clauseAt(d.Start)
	return c >= 0 && d.Start > sp.s.clauses[c].start+1 && sp.s.clauses[c].end-d.End <= 1 && sp.s.clauseAt(sp.dates[k+1].Start) == c+1
}

// clauseOfItsOwn reports whether an English date opens a clause that tells something else
// than the ones before: and in November it left.
func (sp *spell) clauseOfItsOwn(k int) bool {
	const words = 8 // and in late
	d := sp.dates[k]
	c := sp.s.clauseAt(d.Start)
	if c <= 0 || d.From.Base == quantity.Following {
		return false
	}
	start := skipAhead(sp.text(), sp.s.clauses[c].start)
	joined := hasWord(sp.text(), start, len(sp.text()), "and") || hasWord(sp.text(), start, len(sp.text()), "but") || sp.s.clauses[c-1].mark == ';'
	return joined && d.Start-start <= words && sp.s.clauses[c].end-d.End > words
}

// fronted reports whether the k-th date is an English adverbial of its own before
// a clause that holds the next date too, and where its part of that clause ends:
// before the last verb, which is the next date's, if there are several.
func (sp *spell) fronted(k int) (int, bool) {
	d, next := sp.dates[k], sp.dates[k+1]
	c, n := sp.s.clauseAt(d.End-1), sp.s.clauseAt(next.Start)
	if sp.p.doc.Lang != entente.English || c < 0 || n != c+1 || sp.s.clauses[c].end-d.End > 1 || d.Start > headStart(sp.text()) {
		return 0, false
	}
	return sp.firstPart(sp.s.clauses[n].start, next.Start), true
}

// firstPart is where what an English adverbial of time tells ends in the clause that a
// later date stands in: before the last verb, which is the later date's, if there are
// several.
func (sp *spell) firstPart(from, next int) int {
	at, verbs, n := next, 0, sp.s.clauseAt(from)
	for _, cue := range sp.cues {
		if cue.clause == n && cue.start < next && cue.class&(strong|speech|cueHold|cueIssue|cueAnnounce) != 0 {
			if verbs++; verbs > 1 {
				at = cue.start
			}
		}
	}
	return at
}

// reported reports whether a verb of speaking stands before text[i] in clause
// c: a date there is part of what is said.
func (sp *spell) reported(i, c int) bool {
	for _, cue := range sp.cues {
		if cue.clause == c && cue.start < i && cue.class&speech != 0 {
			return true
		}
	}
	return false
}

// verbIn reports whether a verb of happening stands in text[i:j].
func (sp *spell) verbIn(i, j int) bool {
	for _, cue := range sp.cues {
		if cue.start >= i && cue.end <= j && cue.class&(strong|speech|cueHold|cueIssue|cueAnnounce) != 0 && cue.class&nouns == 0 {
			return true
		}
	}
	return false
}

// statement turns a happening into a statement.
func (sp *spell) statement(h happening) entente.Statement {
	d := h.date
	start, end := sp.mention(h)
	sp.p.calendar.happened[happened{d.from, h.class}] = true
	action := sp.action(h, start, end)
	st := sp.p.statement(sp.s, entente.KindEvent, entente.RuleID("event/"+string(sp.p.doc.Lang)+"/"+action), start, end)
	ev := &entente.Event{
		Date: d.from.String(), Precision: [...]string{"year", "month", "month", "day"}[d.from.Grain()],
		DateBasis: d.basis, Actors: sp.actors(h, start, end), Action: action,
		Object: sp.p.span(sp.s, h.cue.start, sp.clauseEnd(h.cue)).Quote, Realis: sp.realis(h),
	}
	if d.to.Year != 0 {
		ev.DateEnd = d.to.String()
	}
	st.Event = ev
	st.ID = entente.NewStatementID(sp.p.doc.ID, entente.KindEvent, st.Start, st.End, fmt.Sprintf("%s|%s|%d", ev.Date, action, h.cue.start))
	return st
}

func (sp *spell) clauseEnd(c cueAt) int {
	if c.clause < 0 {
		return c.end
	}
	return max(c.end, sp.s.clauses[c.clause].end)
}

// mention runs from the date, if it stands in the clause of the deed or just
// before it, or else from the clause, to the end of the deed's word.
func (sp *spell) mention(h happening) (int, int) {
	start := h.cue.start
	if c := h.cue.clause; c >= 0 {
		start = sp.s.clauses[c].start
		if d := h.date; d.Start >= 0 && d.Start < start && sp.s.clauseAt(d.Start) >= c-1 {
			start = d.Start
		}
	}
	for start < h.cue.start && sp.text()[start] == ' ' {
		start++
	}
	end := h.cue.end
	if h.date.Start >= 0 && h.date.Start > h.cue.start && sp.s.clauseAt(h.date.Start) == h.cue.clause {
		end = max(end, h.date.End)
	}
	if h.named && h.date.Start >= h.cue.end && h.cue.clause >= 0 && sp.s.clauseAt(h.date.Start) == h.cue.clause+1 && sp.knownThere(h) {
		end = h.date.End // the tariff, announced on 2 April
	}
	return start, end
}

// knownThere reports whether a participle that makes a happening known opens the English
// clause of its date.
func (sp *spell) knownThere(h happening) bool {
	n, _ := sp.g.makesKnown.at(sp.text(), skipAhead(sp.text(), sp.s.clauses[h.cue.clause+1].start), h.date.Start)
	return n > 0
}

// realis reports whether the deed lies ahead: of the day of writing, or by a
// word for the future before it in its clause.
func (sp *spell) realis(h happening) string {
	from, ref := h.date.from, sp.p.calendar.ref
	if sp.p.calendar.known && later(from, ref) {
		return "planned"
	}
	c := h.cue.clause
	if n, _ := sp.g.plannedBefore.before(sp.text(), skipSpace(sp.text(), max(0, h.date.Start)), 0); n > 0 {
		return "planned"
	}
	if c < 0 || h.class&speech != 0 {
		return "actual"
	}
	if word, _ := wordLeft(sp.text(), h.cue.start); word == "be" && !later(ref, from) && strings.HasSuffix(string(sp.text()[max(0, h.cue.start-6):h.cue.start]), "to be ") {
		return "planned" // the summit to be held in Busan
	}
	lo, hi := sp.s.clauses[c].start, h.cue.start
	if sp.g.verbLast {
		lo, hi = h.cue.end, sp.s.clauses[c].end
	}
	if sp.g.future.in(sp.text(), lo, hi) {
		return "planned"
	}
	return "actual"
}

// later reports whether a is after b as far as both are known.
func later(a, b quantity.Civil) bool {
	if a.Year != b.Year {
		return a.Year > b.Year
	}
	if a.Month == 0 || b.Month == 0 || a.Month != b.Month {
		return a.Month > b.Month && b.Month != 0
	}
	return a.Day > b.Day && b.Day != 0
}
