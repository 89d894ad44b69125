package extract

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/extract/quantity"
	"github.com/ententelab/entente/lexicon"
)

// events returns the events of one sentence: what happened at its dates.
func (p *passage) events(s *sentence) []entente.Statement {
	g := eventGrammars[p.doc.Lang]
	if s.Heading || g == nil {
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
	for k := range sp.dates {
		from, to := sp.domain(k)
		found := sp.happenings(&sp.dates[k], from, to)
		if len(found) == 0 && k == 0 && (p.doc.Lang == entente.English || g.verbLast) {
			found = sp.happenings(&sp.dates[k], 0, to)
		}
		if len(found) == 0 && g.verbLast && k+1 < len(sp.dates) && sp.alone(k) {
			_, to = sp.domain(k + 1)
			found = sp.happenings(&sp.dates[k], from, to) // 日本は22日、韓国は30日に妥結した
		}
		for _, h := range found {
			if h.class&speech != 0 && p.calendar.known && later(h.date.from, p.calendar.ref) {
				continue // nobody has said anything yet
			}
			out = append(out, sp.statement(h))
		}
	}
	return out
}

// eventDates are the dates at which something can happen. A budget year is one
// only if there is no other.
func (sp *spell) eventDates(dates []dated, known bool) []dated {
	var days, periods []dated
	for _, d := range dates {
		switch {
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
}

// A cueAt is a word of data/events.yaml in the sentence.
type cueAt struct {
	class      cueClass
	start, end int
	clause     int
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

// findCues finds the cue words outside quotations.
func (sp *spell) findCues() {
	text := sp.text()
	quoted := quotations(text)
	names := sp.s.names
	for i := 0; i < len(text); {
		if quoted != nil && quoted[i] {
			switch text[i] {
			case '《', '『':
				sp.cues = append(sp.cues, cueAt{nounTitle | sp.titleKind(i), i, i + 1, sp.s.clauseAt(i)})
			case '“', '「':
				if kind := sp.titleKind(i); kind != 0 {
					sp.cues = append(sp.cues, cueAt{kind, i, i + 1, sp.s.clauseAt(i)})
				}
			}
			i++
			continue
		}
		if !sp.g.cues.starts(text[i]) {
			i++
			continue
		}
		n, v := sp.g.cues.at(text, i, len(text))
		if n == 0 {
			i++
			continue
		}
		c := cueAt{cueClass(v), i, i + n, sp.s.clauseAt(i)}
		for len(names) > 0 && names[0].End <= i {
			names = names[1:]
		}
		if c.class&cueNone == 0 && sp.stands(&c, names) {
			sp.cues = append(sp.cues, c)
		}
		i += n
	}
}

// maxTitle is how long a title in quotation marks may be; longer is speech.
const maxTitle = 24

// titleKind is what the title that opens at text[i] is by its last word: a law,
// a document, an agreement.
func (sp *spell) titleKind(i int) cueClass {
	text := sp.text()
	j := i + 1
	for j < len(text) && j-i < maxTitle && !strings.ContainsRune("”》」』", text[j]) {
		j++
	}
	if j >= len(text) || !strings.ContainsRune("”》」』", text[j]) {
		return 0
	}
	for k := max(i+1, j-5); k < j; k++ {
		if n, v := sp.g.cues.at(text, k, j); n > 0 && k+n == j {
			return cueClass(v) & (nounLaw | nounDocument | nounAgreement)
		}
	}
	return 0
}

// stands reports whether a cue is a word of its own: no part of a name unless
// it is a noun, and in English no infinitive.
func (sp *spell) stands(c *cueAt, names []lexicon.Mention) bool {
	text := sp.text()
	for _, m := range names {
		if m.Start > c.start {
			break
		}
		if m.End >= c.end && m.End-m.Start > c.end-c.start {
			c.class &= nouns
		}
	}
	if n, _ := sp.g.negations.before(text, skipSpace(text, c.start), 0); n > 0 {
		c.class &= nouns
	}
	if sp.p.doc.Lang == entente.English {
		sp.readOn(c)
	} else if sp.negated(*c) || sp.describes(*c) {
		c.class &= nouns
	}
	if sp.nominal(*c) {
		c.class &^= speech | actCoerce | actCooperate | actApprove | actDeploy | actFound | actLegislate | actAgree | cueAnnounce
	}
	if sp.p.doc.Lang == entente.English && c.start >= 3 && string(text[c.start-3:c.start]) == "to " && !sp.due(c.start-3) {
		c.class &= nouns
	}
	if sp.p.doc.Lang == entente.English && sp.thing(*c) {
		c.class &= nouns
	}
	return c.class != 0
}

// readOn corrects what an English verb and the word behind it seem to be, by
// what follows: insisted on March 5, concluded in October that.
func (sp *spell) readOn(c *cueAt) {
	text := sp.text()
	if c.class&speech != 0 && string(text[c.end-3:c.end]) == " on" {
		for _, d := range sp.p.datesIn(sp.s) {
			if d.Start == c.end+1 {
				c.class, c.end = actState, c.end-3
			}
		}
	}
	if c.class&actAgree != 0 && strings.HasPrefix(strings.ToLower(string(text[c.start:c.end])), "conclude") &&
		strings.Contains(string(text[c.end:min(len(text), c.end+30)]), " that ") {
		c.class = actState
	}
}

// negated reports whether a negation rules a verb over the phrase between, or
// behind it: 未就数字提出要求, 설명되지 않았다.
func (sp *spell) negated(c cueAt) bool {
	text := sp.text()
	if sp.p.doc.Lang == entente.Korean {
		after := string(text[c.end:min(len(text), c.end+5)])
		return strings.Contains(after, "지 않") || strings.Contains(after, "지 못") || strings.Contains(after, "지는 않")
	}
	if sp.p.doc.Lang != entente.Chinese || c.class&(nounMeeting|nounDocument) != 0 {
		return false
	}
	for i := c.start - 1; i > 0 && i > c.start-16 && text[i] != ',' && text[i] != ';'; i-- {
		switch text[i] {
		case '就', '向', '对', '与':
			n, _ := sp.g.negations.before(text, i, 0)
			return n > 0
		}
	}
	return false
}

// describes reports whether a Japanese verb stands before the noun it describes,
// so that the deed is another: 購入する契約.
func (sp *spell) describes(c cueAt) bool {
	text := sp.text()
	if sp.p.doc.Lang != entente.Japanese || c.class&strong == 0 || c.end+2 >= len(text) || text[c.end] != 'す' || text[c.end+1] != 'る' {
		return false
	}
	r := text[c.end+2]
	return r >= 0x4E00 && r <= 0x9FFF
}

// thing reports whether an English verb has no deed in it: a gerund behind a
// preposition (the cost of hosting), or a verb of meeting whose object is a sum
// or a goal (received $500 million, met the 2 percent target).
func (sp *spell) thing(c cueAt) bool {
	text := sp.text()
	if c.end-c.start > 4 && string(text[c.end-3:c.end]) == "ing" {
		n, _ := sp.g.gerundAfter.before(text, skipSpace(text, c.start), 0)
		return n > 0
	}
	if c.class&actConsult == 0 || c.class&nounMeeting != 0 {
		return false
	}
	i := skipAhead(text, c.end)
	for _, w := range []string{"the", "its", "their", "an", "some", "about", "nearly", "estimated"} {
		if hasWord(text, i, len(text), w) {
			i = skipAhead(text, i+len(w))
		}
	}
	return i < len(text) && (digit(text[i]) || text[i] == '$')
}

// due reports whether the infinitive at text[i:] says what is to come: are to
// meet, is set to visit.
func (sp *spell) due(i int) bool {
	text := sp.text()
	j := skipSpace(text, i)
	k := j
	for k > 0 && latin(text[k-1]) {
		k--
	}
	switch string(text[k:j]) {
	case "is", "are", "was", "were", "due", "set", "scheduled", "slated", "expected", "meant", "planned", "supposed":
		return true
	}
	return false
}

// nominal reports whether a cue is a noun: what stands before it, an article or
// 的, says so.
func (sp *spell) nominal(c cueAt) bool {
	text := sp.text()
	n, not := sp.g.nominal.before(text, skipSpace(text, c.start), 0)
	if n == 0 || not == 1 {
		return false
	}
	if latin(text[c.start]) && not == 0 {
		end := text[c.end-1]
		return end != 'd' && end != 'g' || c.end-c.start < 4
	}
	return true
}

// citation reports whether a sentence is a note that cites: it gives a page, an
// address or a day of access.
func citation(text []rune) bool {
	for i := range text {
		if dateData.citations.starts(text[i]) {
			if n, v := dateData.citations.at(text, i, len(text)); n > 0 && (v == 0 || i < 8) {
				return true
			}
		}
		if text[i] == '第' && i+2 < len(text) && digit(text[i+1]) {
			j := i + 1
			for j < len(text) && (digit(text[j]) || strings.ContainsRune("-–—~,、", text[j])) {
				j++
			}
			if j < len(text) && (text[j] == '页' || text[j] == '頁' || text[j] == '版') {
				return true
			}
		}
	}
	return false
}

// quotations marks the runes inside quotation marks and titles; nil if there
// are none.
func quotations(text []rune) []bool {
	var in []bool
	depth, straight := 0, false
	for i, r := range text {
		switch r {
		case '“', '《', '「', '『', '〈':
			depth++
		case '”', '》', '」', '』', '〉':
			depth = max(0, depth-1)
		case '"':
			straight = !straight
		}
		if depth > 0 || straight {
			if in == nil {
				in = make([]bool, len(text))
			}
			in[i] = true
		}
	}
	return in
}

// domain is the part of the sentence that the k-th date governs: from its
// clause up to the clause of the next date. A clause that ends in 以来 keeps
// its date to itself.
func (sp *spell) domain(k int) (from, to int) {
	d := sp.dates[k]
	c := sp.s.clauseAt(d.Start)
	if c < 0 {
		return d.Start, len(sp.text())
	}
	from, to = sp.s.clauses[c].start, len(sp.text())
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
	if k+1 < len(sp.dates) {
		next := sp.dates[k+1]
		if at, ok := sp.fronted(k); ok {
			to = min(to, at)
		} else if n := sp.s.clauseAt(next.Start); n > c && verbFirst {
			to = min(to, sp.s.clauses[n].start)
		} else {
			to = min(to, next.Start)
		}
	}
	if end := sp.s.clauses[c].end; end >= 2 && end < to && string(sp.text()[end-2:end]) == "以来" {
		to = end
	}
	return from, to
}

// alone reports whether the k-th date ends its clause behind a subject of its own.
func (sp *spell) alone(k int) bool {
	d := sp.dates[k]
	c := sp.s.clauseAt(d.Start)
	return c >= 0 && d.Start > sp.s.clauses[c].start+1 && sp.s.clauses[c].end-d.End <= 1 && sp.s.clauseAt(sp.dates[k+1].Start) == c+1
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
	at, verbs := next.Start, 0
	for _, cue := range sp.cues {
		if cue.clause == n && cue.start < next.Start && cue.class&(strong|speech|cueHold|cueIssue|cueAnnounce) != 0 {
			if verbs++; verbs > 1 {
				at = cue.start
			}
		}
	}
	return at, true
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

// statement turns a happening into a statement.
func (sp *spell) statement(h happening) entente.Statement {
	d := h.date
	start, end := sp.mention(h)
	sp.p.calendar.happened[happened{d.from, h.class}] = true
	action := h.class.action()
	st := sp.p.statement(sp.s, entente.KindEvent, entente.RuleID("event/"+string(sp.p.doc.Lang)+"/"+action), start, end)
	ev := &entente.Event{
		Date: d.from.String(), Precision: [...]string{"year", "month", "month", "day"}[d.from.Grain()],
		DateBasis: d.basis, Actors: sp.actors(h, start, end), Action: action,
		Object: sp.s.view.String(h.cue.start, sp.clauseEnd(h.cue)), Realis: sp.realis(h),
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
	return start, end
}

// actors are the subject of the deed and whoever else the mention names.
func (sp *spell) actors(h happening, start, end int) []entente.ActorID {
	role := sp.p.subjectAt(sp.s, h.cue.start)
	out := slices.Clone(role.actors)
	if c := h.cue.clause; !role.named() && c >= 0 && c+1 < len(sp.s.clauses) && len(sp.s.namesIn(sp.s.clauses[c].start, h.cue.end)) == 0 {
		if next := sp.p.roles[sp.s.index][c+1]; next.named() && len(next.actors) > 0 {
			out = slices.Clone(next.actors)
		}
	}
	out = slices.DeleteFunc(out, func(a entente.ActorID) bool { return a == "author" })
	if h.class&(actVisit|actConsult|actDemand|actAgree) != 0 {
		end = min(sp.clauseEnd(h.cue), end+24)
	}
	for _, m := range sp.s.namesIn(start, end) {
		for _, a := range m.Actors() {
			if !slices.Contains(out, a) {
				out = append(out, a)
			}
		}
	}
	if out == nil {
		out = []entente.ActorID{}
	}
	return out
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
