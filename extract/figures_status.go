package extract

import (
	"slices"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/extract/quantity"
)

// status says whether the level exists, is asked for, planned or reckoned, and
// where the word stands that says so, or -1.
func (r *reading) status() (string, int) {
	if r.unit == "rank" || r.class != "substantive" || r.polled() {
		return "actual", -1
	}
	if r.converted() || r.besideAnother() && r.before.standing == "estimate" {
		return r.before.standing, -1
	}
	if r.alreadyThere() {
		return "actual", -1
	}
	if r.programmed() || r.stillToCome() {
		return "planned", -1
	}
	found := r.allCues(r.s.clauseAt(r.NumStart))
	if _, asked := found["demanded"]; r.Vague && r.money() && !asked {
		return "estimate", -1 // hundreds of billions of dollars
	}
	ruled, at := r.ruled(found)
	if ruled == "actual" && r.p.lookingBack(r.s) {
		return ruled, at // the section tells what was done
	}
	weighed := r.weighed(found, ruled)
	if (weighed == "planned" || weighed == "demanded") && (r.left() || (r.unit == "%GDP" || r.gloss() == "defence spending") && r.leaves()) {
		return "actual", -1
	}
	if weighed == "demanded" && r.timesAsMuch() {
		return "estimate", -1 // $8 billion, some four times what it paid
	}
	if weighed == ruled {
		return ruled, at
	}
	if at, ok := found[weighed]; ok {
		return weighed, at
	}
	return weighed, -1
}

// timesAsMuch reports whether an English number of times compares a sum before it with another.
func (r *reading) timesAsMuch() bool {
	text := r.text()
	return r.p.doc.Lang == entente.English && r.Unit == "times" && r.before != nil && r.before.money() && r.Start-r.before.End < 40 &&
		slices.Contains([]string{"what", "the", "that", "as", "its", "more"}, wordAfter(text, skipAhead(text, r.NumEnd)+len("times")))
}

// alreadyThere reports whether the level is said to be there: 预算虽已达GDP的2%.
func (r *reading) alreadyThere() bool {
	const near = 8
	return r.p.doc.Lang == entente.Chinese && figureData.StandsAt.in(r.text(), max(0, r.Start-near), r.Start)
}

// converted reports whether an English sum is the one before it in other money: 211
// billion yen a year, or $1.4 billion.
func (r *reading) converted() bool {
	if r.p.doc.Lang != entente.English || r.before == nil || !r.money() || !r.before.money() || r.before.unit == r.unit || r.Start-r.before.End > 24 {
		return false
	}
	text := r.text()
	i := skipSpace(text, r.Start)
	if i > 0 && text[i-1] == '(' {
		return true
	}
	n, _ := figureData.Converted.before(text, i, r.before.End)
	return n > 0 && slices.Contains(text[r.before.End:i], ',')
}

// ruled reads the status from the verbs before the number, which were found. A
// clause with no subject of its own continues the one before it.
func (r *reading) ruled(found map[string]int) (string, int) {
	if status, at := r.statusAround(found); status != "" {
		return status, at
	}
	return r.statusOfVerb(found)
}

// statusAround is what the words around the number say of it, "" if nothing does.
func (r *reading) statusAround(found map[string]int) (string, int) {
	if r.foreseen() {
		return "planned", -1
	}
	if r.exists() {
		if at, ok := found["demanded"]; ok {
			return "actual", at // who is asked has it
		}
		return "actual", -1
	}
	if r.restates() {
		return r.before.standing, -1
	}
	if r.asksItsBudget(found) {
		return "planned", -1
	}
	if at, ok := r.requested(found); ok {
		return "demanded", at
	}
	if status := r.leftOf(found); status != "" {
		return status, -1
	}
	switch {
	case r.pledgedAfter() > 0:
		return "planned", -1
	case r.floor():
		return "threshold", -1
	case r.settled(found):
		return "actual", -1
	case r.partOf("demanded") || r.partOf("planned") || r.growthOfPlan():
		return r.before.standing, -1
	}
	return "", -1
}

// statusOfVerb is what the verbs of the clause say of the number.
func (r *reading) statusOfVerb(found map[string]int) (string, int) {
	if at, ok := r.setsBar(); ok {
		if asked, is := found["demanded"]; is {
			at = asked
		}
		return "demanded", at
	}
	if at, ok := r.reckonedBefore(); ok && r.needed(found) {
		return "estimate", at
	}
	if r.conditional(found) {
		return "estimate", -1
	}
	if at, ok := found["demanded"]; ok && r.achieved() {
		return "actual", at // 促使日本购买了
	} else if ok && !r.ofPlan(at) {
		if limit, capped := found["threshold"]; capped && limit > at {
			return "threshold", limit
		}
		return "demanded", at
	}
	text := r.text()
	const later = 50 // characters: treated 1 % of the product as a ceiling
	if n, _ := figureData.Limits.at(text, skipAhead(text, r.End), len(text)); n > 0 || figureData.LimitsLater.in(text, r.End, min(r.clause().end, r.End+later)) {
		return "threshold", -1
	}
	if figureData.ReachedAfter.in(text, r.End, len(text)) && figureData.Goals.in(text, 0, len(text)) {
		return "actual", -1
	}
	if status, at := r.intended(found); status != "" {
		return status, at
	}
	return r.bounded(found)
}

// needed reports whether no word asks for the number but one of need, which a
// reckoning may hold as well: 测算，每年需增加30万亿.
func (r *reading) needed(found map[string]int) bool {
	at, ok := found["demanded"]
	if !ok {
		return false
	}
	n, _ := figureData.Modals.at(r.text(), at, len(r.text()))
	return n > 0
}

// partOf reports whether the number is a part of the figure before it, and that
// has the status: 5%,其中军事支出3.5%.
func (r *reading) partOf(status string) bool {
	return r.before != nil && r.before.standing == status && r.unit == r.before.unit &&
		figureData.Partitive.in(r.text(), r.before.End, r.Start)
}

// ofPlan reports whether the number belongs to a plan named right behind it,
// while the demand at text[at:] is another's: the plan is the topic, 43兆円の計画は,
// or the demand is made in another clause.
func (r *reading) ofPlan(at int) bool {
	text := r.text()
	i := skipAhead(text, r.End)
	goal, _ := figureData.Goals.at(text, i, len(text))
	if !r.ends() || goal == 0 {
		return false
	}
	return at >= r.clause().end || i+goal < len(text) && topics.has(text[i+goal])
}

// growthOfPlan reports whether the percentage is by how much the planned sum
// before it grows: 1조5192억 원으로 올해보다 8.3% 늘어난다.
func (r *reading) growthOfPlan() bool {
	return r.unit == "%" && r.before != nil && r.before.standing == "planned" && r.before.money() &&
		r.Start-r.before.End < 80 && r.grows()
}

var topics = setOf("はが은는이가")

// intended reads whether a level is planned or only reckoned, "" if neither.
func (r *reading) intended(found map[string]int) (string, int) {
	text := r.text()
	saving := r.gloss() == "savings"
	guess, guessed := found["estimate"]
	if !guessed {
		guess, guessed = r.reckonedBefore()
	}
	if at, ok := found["planned"]; ok && (text[at] == '将' && (guessed || r.reckoned(at)) || guessed && guess < at && r.auxiliary(at)) {
		return "estimate", at // 预计…将达到
	} else if ok && !saving && !(guessed && guess > at) && !r.achieved() {
		return "planned", at
	}
	goal, _ := figureData.Goals.at(text, skipAhead(text, r.End), len(text))
	reached, _ := figureData.Reached.before(text, skipSpace(text, r.Start), 0)
	limit, limited := found["threshold"]
	limited = limited && limit < r.Start
	if goal > 0 && reached == 0 && !r.nowThere() || r.ordered() || r.drafted() || !limited && r.pledged(guessed) {
		return "planned", -1
	}
	if guessed {
		return "estimate", guess
	}
	return "", -1
}

// auxiliary reports whether the word at text[at:] is an English future, which a
// verb of reckoning may hold: estimate that it will cost.
func (r *reading) auxiliary(at int) bool {
	n, _ := figureData.Auxiliaries.at(r.text(), at, len(r.text()))
	return n > 0
}

// reckoned reports whether the words before text[at:] say that somebody
// reckons: 有学者估算,….
func (r *reading) reckoned(at int) bool {
	text := r.text()
	for i := 0; i < at; i++ {
		if n, v := figureData.status.at(text, i, at); n > 1 && statuses[v] == "estimate" {
			return true
		}
	}
	return false
}

// bounded reads whether a number is a limit, or a guess by its kind; all else is
// a level that exists.
func (r *reading) bounded(found map[string]int) (string, int) {
	text := r.text()
	at, ok := found["threshold"]
	switch {
	case ok && figureData.HardLimits.in(text, at, r.Start) && !(r.unit == "count" && r.before != nil && r.before.Start > at):
		return "threshold", at
	case r.money() && r.fallsShort():
	case ok && r.Bound == quantity.AtMost, r.Bound == quantity.AtMost && r.unit != "count":
		return "threshold", -1
	case ok && r.unit == "%GDP":
		return "threshold", at
	}
	if r.hedged() {
		return "estimate", -1
	}
	if r.gloss() == "savings" && !done(text, r.measureAt, r.Start) || r.Vague && r.unit != "count" {
		return "estimate", -1
	}
	if k := r.known(); k != nil && k.status == "demanded" && r.unit == "%GDP" && !r.attained() {
		return "demanded", -1
	}
	if c := r.p.calendar; c.known {
		if d, ok := r.p.mainDate(r.s, r.Start); ok && later(d.from, c.ref) && d.Start < r.clause().end {
			return "planned", -1
		}
	}
	return "actual", -1
}

// attained reports whether the words around the number say that it is there.
func (r *reading) attained() bool {
	text, c := r.text(), r.clause()
	n, _ := figureData.Reached.before(text, skipSpace(text, r.Start), 0)
	return n > 0 || figureData.Spends.in(text, c.start, c.end) || figureData.Spent.in(text, c.start, c.end) || r.measure >= 0 && !figureData.Measures.general[r.measure]
}

// fallsShort reports whether the number is a level that is not quite reached:
// 不到5万亿日元.
func (r *reading) fallsShort() bool {
	text := r.text()
	n, _ := figureData.ShortOf.before(text, skipSpace(text, r.Start), 0)
	return n > 0
}

// done reports whether 了 in text[from:to] makes a deed past.
func done(text []rune, from, to int) bool {
	for _, q := range text[from:max(from, to)] {
		if q == '了' {
			return true
		}
	}
	return false
}

// polled reports whether the number is a share of people asked.
func (r *reading) polled() bool {
	if r.unit == "%" && (r.opines() || r.surveyed()) {
		return true
	}
	if r.unit != "%" || r.measure < 0 {
		return false
	}
	gloss := figureData.Measures.glosses[r.measure]
	return gloss == "public opinion" || gloss == "approval"
}

// ordered reports whether the number is one of things to be bought.
func (r *reading) ordered() bool {
	if r.unit != "count" || !(r.measure >= 0 && figureData.Measures.concrete[r.measure] || figureData.ArmsCounters[r.Counter]) {
		return false
	}
	if r.spent() {
		return false
	}
	c := r.clause()
	if r.ends() {
		return figureData.Orders.in(r.text(), c.start, c.end) || figureData.Deals.in(r.text(), r.End, min(c.end, r.End+7))
	}
	if i := r.End; r.p.doc.Lang == entente.Chinese && i+4 < len(r.text()) {
		for j := i; j < i+4; j++ {
			if n, _ := figureData.Orders.at(r.text(), j+1, len(r.text())); r.text()[j] == '的' && n > 1 {
				return true // 11艘舰的采购
			}
		}
	}
	from := c.start
	if n, _ := figureData.Partitive.at(r.text(), skipAhead(r.text(), from), r.Start); n > 0 {
		from = 0 // the acquisition of new weapons, including 400 missiles
	}
	return figureData.Orders.in(r.text(), from, r.Start)
}

// allCues finds the words that decide the status, each with its place: in the
// number's clause before it (in Japanese and Korean, behind it), and in the
// clauses that this one continues.
func (r *reading) allCues(c int) map[string]int {
	found := map[string]int{}
	end := r.Start
	if r.p.doc.Lang == entente.Japanese || r.p.doc.Lang == entente.Korean {
		if c >= 0 {
			r.cues(r.s.clauses[c].start, r.Start, found)
			for _, status := range []string{"demanded", "planned", "estimate"} {
				delete(found, status) // before the number they belong to another
			}
		}
		if n, _ := figureData.Closers.at(r.text(), r.End, len(r.text())); n > 0 {
			return found // GDP比2.45%で,米国は…
		}
		for ; c >= 0 && c < len(r.s.clauses) && len(found) == 0; c++ {
			cl := r.s.clauses[c]
			r.cues(max(cl.start, r.End), r.reach(cl.end), found)
			if cl.end-r.End > 6 && cl.start <= r.End {
				break
			}
			if c+1 < len(r.s.clauses) && cl.end-r.End > 1 && r.p.roles[r.s.index][c+1].named() {
				break
			}
		}
		return found
	}
	for ; c >= 0; c-- {
		cl := r.s.clauses[c]
		cut := r.cues(cl.start, min(end, cl.end), found)
		if cut || len(found) > 0 || c > 0 && r.p.roles[r.s.index][c].named() || r.quoteOpens(cl) ||
			end == r.Start && figureData.Completed.in(r.text(), cl.start, end) {
			break
		}
		end = len(r.text())
	}
	return found
}

// reach is where the words stop, in text[:end], that may decide on the number in
// Japanese: at a comma that closes no predicate in the continuative form, which
// would go on with the next one (引き上げ、増やす方針だ).
func (r *reading) reach(end int) int {
	text := r.text()
	for i := r.End; i < end; i++ {
		if n, _ := figureData.InReturn.at(text, i, end); n > 0 {
			end = i // 15%로 낮추는 대가로 투자를 약속했다
		}
	}
	if r.p.doc.Lang != entente.Japanese {
		return end
	}
	for i := r.End + 6; i < end; i++ {
		if text[i] == '、' && closesPhrase.has(text[i-1]) {
			return i
		}
	}
	return end
}

// closesPhrase are the particles and nouns before a comma that end a phrase.
var closesPhrase = setOf("はがもにでらめ中方かば点")

func (r *reading) quoteOpens(c clause) bool {
	for _, q := range r.text()[c.start:c.end] {
		if q == '“' {
			return true
		}
	}
	return false
}

// cues finds the first word of each status in text[from:to], and reports whether a
// word there cuts off those before it.
func (r *reading) cues(from, to int, found map[string]int) (cut bool) {
	text := r.text()
	for i := from; i < to; {
		n, v := figureData.status.at(text, i, to)
		if n == 0 {
			if m, _ := figureData.Exchange.at(text, i, to); m > 0 {
				clear(found) // promised investment in return for a rate of 15 percent
				cut = true
			} else if m, _ := figureData.Begun.at(text, i, to); m > 0 {
				delete(found, "planned")
			}
			if _, seen := found["demanded"]; text[i] == '要' && !seen && len(r.s.namesIn(i+1, i+8)) > 0 && r.s.namesIn(i+1, i+8)[0].Start == i+1 {
				found["demanded"] = i // 扬言要韩国支付
			}
			i++
			continue
		}
		status := statuses[v]
		if _, seen := found[status]; status != "" && (!seen || status != "demanded") && !r.objectMark(i, n) {
			found[status] = i
		}
		i += n
	}
	for _, status := range []string{"estimate", "planned"} {
		if at, ok := found[status]; ok && r.cutByRelative(at) {
			delete(found, status)
		}
	}
	return cut
}

var prepositions = setOf("为在于向由以从会继再")

// objectMark reports whether the 将 at text[i] moves an object before its verb
// and is no future: a name or a measure follows it.
func (r *reading) objectMark(i, n int) bool {
	text := r.text()
	if m, _ := figureData.ObjectMarks.at(text, i, len(text)); m != n || n != 1 {
		return false
	}
	if i+1 < len(text) && prepositions.has(text[i+1]) {
		return false // 将为…支出
	}
	for _, m := range r.s.names {
		if m.Start == i+1 {
			return true
		}
	}
	for j := i + 1; j < min(len(text), i+8); j++ {
		if n, v := figureData.Measures.ahead.at(text, j, len(text)); n > 0 && !figureData.Measures.general[v] {
			return r.Start-(j+n) > 1 // 将投资5亿: the word is the verb itself
		}
	}
	return false
}
