package extract

import "github.com/ententelab/entente"

// What stands around a number, rather than the verb that governs it, may say
// whether it exists: the draft of a budget, a poll, the sum it is the rest of.

// foreseen reports whether a word of planning stands right before the number,
// which is then a plan though a change begins at it: 由原定25%降至15%.
func (r *reading) foreseen() bool {
	n, _ := figureData.Foreseen.before(r.text(), skipSpace(r.text(), r.Start), 0)
	return n > 0
}

// pledgedAfter is where an English participle or relative clause behind the number
// ends that says it is to come, 0 if none does: the sum promised in spring, the 5 percent that Europe has pledged.
func (r *reading) pledgedAfter() int {
	if r.p.doc.Lang != entente.English {
		return 0
	}
	text, c := r.text(), r.clause()
	i := skipAhead(text, r.End)
	i += r.ofGDP(i)
	if n, _ := figureData.PledgedAfter.at(text, i, c.end); n > 0 {
		return i + n
	}
	if j := r.contactClause(i); j > 0 {
		if m, _ := figureData.PledgedAfter.at(text, j, c.end); m > 0 {
			return j + m
		}
	}
	if n, _ := figureData.Relatives.at(text, i, c.end); n > 0 {
		for j := i + n; j < min(c.end, i+44); j++ {
			if m, _ := figureData.PledgedAfter.at(text, j, c.end); m > 0 {
				return j + m
			}
		}
	}
	return 0
}

// contactClause is where the predicate begins of an English relative clause without
// a relative word, whose subject stands at text[i:]; 0 if none stands there.
func (r *reading) contactClause(i int) int {
	text := r.text()
	for _, m := range r.s.names {
		if m.Start != i && (m.Start != i+4 || string(text[i:i+4]) != "the ") {
			continue
		}
		j := skipAhead(text, m.End)
		if n, _ := figureData.Completed.at(text, j, len(text)); n > 0 {
			j = skipAhead(text, j+n) // Seoul has promised
		}
		return j
	}
	return 0
}

// promiser is who the words behind a number say has pledged it.
func (r *reading) promiser() []entente.ActorID {
	end := r.pledgedAfter()
	if end == 0 {
		return nil
	}
	names := r.s.namesIn(r.End, min(r.clause().end, end+24))
	if len(names) == 0 {
		return nil
	}
	return names[0].Actors()
}

// surveyed reports whether the sentence tells of a poll, of which the percentage
// is a share: 40 percent of those asked approve.
func (r *reading) surveyed() bool {
	return figureData.Surveys.in(r.text(), 0, len(r.text())) && !r.tariff() && !r.grows() || r.unit == "%" && r.opines() && r.answersQuestion()
}

// answersQuestion reports whether an English sentence opens with the question of a poll: asked
// whether they would pay more, 68 percent said no.
func (r *reading) answersQuestion() bool {
	return r.p.doc.Lang == entente.English && hasWord(r.text(), 0, min(len(r.text()), len("when asked")), "asked")
}

// drafted reports whether a sum, or its growth, is that of a budget that is only
// drafted: named so in the sentence or the one before, or just announced.
func (r *reading) drafted() bool {
	if !r.money() && !(r.unit == "%" && r.changes()) || r.spent() || r.nowThere() {
		return false
	}
	switch r.gloss() {
	case "", "defence spending", "cost", "growth":
	default:
		return false
	}
	text, c := r.text(), r.clause()
	if r.unit == "%" && (r.gloss() == "defence spending" || figureData.Budget.in(text, c.start, c.end)) && figureData.Announced.in(text, c.start, c.end) {
		return true
	}
	if figureData.Drafts.in(text, 0, len(text)) {
		return true
	}
	if r.s.index == 0 || r.p.sentences[r.s.index-1].Paragraph != r.s.Paragraph || r.measure < 0 {
		return false
	}
	i := skipSpace(text, r.Start)
	if i > 0 && hedging.has(text[i-1]) {
		i--
	}
	if n, _ := figureData.Reached.before(text, i, 0); n > 0 || figureData.Amounts.in(text, c.start, c.end) {
		return false
	}
	last := r.p.sentences[r.s.index-1].view.Text
	return figureData.Drafts.in(last, 0, len(last))
}

// hedging are the characters that hedge a number in Chinese.
var hedging = setOf("约近逾超")

// changes reports whether the percentage is that of a change: up 7 percent, a 7
// percent increase.
func (r *reading) changes() bool {
	if r.grows() {
		return true
	}
	text := r.text()
	n, _ := figureData.Change.at(text, skipAhead(text, r.End), len(text))
	return n > 0 || r.p.doc.Lang == entente.English && r.gloss() == "growth"
}

// leftOf is the status of the figure that this one is the rest of, "" if it is
// the rest of none or its own clause says more: 나머지 1500억 달러.
func (r *reading) leftOf(found map[string]int) string {
	if r.isRest() == nil || len(found) > 0 {
		return ""
	}
	return r.isRest().standing
}

// isRest returns the figure that this one is said to be the rest of.
func (r *reading) isRest() *reading {
	last := r.before
	if last == nil {
		last = r.p.lastReading
	}
	if last == nil || last.unit != r.unit || r.s.index-last.s.index > 2 {
		return nil
	}
	if n, _ := figureData.Remainder.before(r.text(), skipSpace(r.text(), r.Start), 0); n == 0 {
		return nil
	}
	return last
}

// nowThere reports whether the clause says before the number that it is the level
// at present, so that "level" or "target" behind it plans nothing.
func (r *reading) nowThere() bool {
	return figureData.Now.in(r.text(), r.clause().start, r.Start)
}

// floor reports whether nothing may fall below the number: no money to cut the
// troops below 28,500.
func (r *reading) floor() bool {
	if r.unit != "count" && !r.money() {
		return false
	}
	text := r.text()
	after, _ := figureData.Floors.at(text, skipAhead(text, r.End), len(text))
	before, _ := figureData.FloorsBefore.before(text, skipSpace(text, r.NumStart), 0)
	return after+before > 0 && figureData.Bans.in(text, 0, len(text))
}

// conditional reports whether a sum is what would be needed under a condition:
// 若要达标，每年须多花5万亿日元.
func (r *reading) conditional(found map[string]int) bool {
	at, ok := found["demanded"]
	if !ok || !r.money() {
		return false
	}
	text := r.text()
	if n, _ := figureData.Needs.at(text, at, len(text)); n == 0 {
		return false
	}
	return figureData.Conditions.in(text, 0, r.Start)
}

// asksItsBudget reports whether a ministry asks its own state for the sum, in a
// budget, which is a plan and no demand: 来年度予算で8兆円を要求した.
func (r *reading) asksItsBudget(found map[string]int) bool {
	text := r.text()
	noun, _ := figureData.RequestNouns.at(text, skipAhead(text, r.End), len(text))
	if _, asked := found["demanded"]; !asked && noun == 0 || !r.money() {
		return false
	}
	if !figureData.Drafts.in(text, 0, len(text)) && !(r.ends() && figureData.Budget.in(text, 0, r.Start)) {
		return false
	}
	var state string
	for _, m := range r.s.actors {
		for _, a := range m.Actors() {
			if state != "" && a.State() != state {
				return false
			}
			state = a.State()
		}
	}
	return true
}
