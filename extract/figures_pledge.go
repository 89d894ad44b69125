package extract

import (
	"github.com/ententelab/entente"
)

// Some sums exist only on paper, whether or not a verb says so: what a state is
// to invest, the price of a contract, the budget of several years, a tariff
// announced.

// pledged reports whether the number is such a sum, and nothing says that it was
// spent.
func (r *reading) pledged(guessed bool) bool {
	switch {
	case r.tariff():
		return r.heralded()
	case r.spent() || guessed:
		return false
	case r.decided(), r.bargained(), r.toCome(), r.budgeted(), r.worth():
		return true
	case r.money() && (r.gloss() == "investment" && !r.amounts() || r.priced() || r.manyYears()):
		return true
	case r.unit == "%GDP" || r.money():
		return r.toRaise() || r.underPlan() || r.knownPlan()
	}
	return r.unit == "year" && r.before != nil && r.before.standing == "planned" && r.toRaise()
}

// spent reports whether the clause says that a sum was spent, or that things
// were bought and came.
func (r *reading) spent() bool {
	text, c := r.text(), r.clause()
	if r.ends() {
		return figureData.Spent.in(text, c.start, c.end)
	}
	return figureData.Spent.in(text, c.start, r.Start) || figureData.SpentAfter.in(text, r.End, min(c.end, r.End+24)) || r.achieved()
}

// amounts reports whether an investment has come to the sum.
func (r *reading) amounts() bool {
	c := r.clause()
	return figureData.Amounts.in(r.text(), c.start, c.end)
}

// ends reports whether the verbs of the text's language stand behind the number.
func (r *reading) ends() bool {
	return r.p.doc.Lang == entente.Japanese || r.p.doc.Lang == entente.Korean
}

// achieved reports whether the Chinese verb right before the number is past:
// 购买了400枚.
func (r *reading) achieved() bool {
	text := r.text()
	for i := r.Start - 1; i >= max(0, r.Start-3); i-- {
		switch text[i] {
		case '了':
			n, _ := figureData.statusBack.before(text, i, max(0, i-4)) // 批准了, 承诺了: only decided
			return n == 0
		case '约', '近', '逾', '超':
			continue
		}
		break
	}
	return false
}

// heralded reports whether a tariff is announced or threatened, and not yet
// there.
func (r *reading) heralded() bool {
	text, c := r.text(), r.clause()
	if r.ends() {
		to := r.s.clauses[len(r.s.clauses)-1].end
		return figureData.Announced.in(text, r.End, min(to, c.end)) && !figureData.InForce.in(text, r.End, c.end)
	}
	if r.p.doc.Lang == entente.Chinese && figureData.Announced.in(text, r.End, min(c.end, r.End+8)) {
		return true // 46%的关税威胁
	}
	for i := r.Start - 1; i >= c.start; i-- {
		if n, _ := figureData.Announced.at(text, i, r.Start); n > 0 {
			return !figureData.InForce.in(text, i+n, r.End) && !figureData.InForce.in(text, r.End, min(c.end, r.End+12))
		}
	}
	level, _ := figureData.Level.before(text, skipSpace(text, r.Start), 0)
	return level == 0 && r.before != nil && r.before.standing == "planned" && r.before.tariff() &&
		!figureData.InForce.in(text, r.before.End, min(c.end, r.End+20)) // 24 percent on Japan, 25 percent on South Korea
}

// priced reports whether a sum is the price of a contract.
func (r *reading) priced() bool {
	c := r.clause()
	if r.ends() {
		return figureData.Priced.in(r.text(), c.start, c.end)
	}
	return figureData.Priced.in(r.text(), c.start, r.Start)
}

// manyYears reports whether a sum is a budget for several years: 五年43万亿日元,
// 43 trillion yen over five years. What the host of guests pays is an agreement
// and not a plan.
func (r *reading) manyYears() bool {
	if r.hostSupport() {
		return false
	}
	switch r.gloss() {
	case "defence spending":
	case "", "cost", "investment":
		if figureData.Agreement.in(r.text(), 0, len(r.text())) {
			return false
		}
	default:
		return false
	}
	for _, n := range r.numbers {
		if n.Unit != "year" || n.Value < 2 || n.Value > 20 {
			continue
		}
		near := n.End <= r.Start && r.Start-n.End < 14 || n.Start >= r.End && n.Start-r.End < 8
		if past, _ := figureData.Past.before(r.text(), skipSpace(r.text(), n.Start), 0); near && past == 0 && !r.ago(n) {
			return r.s.clauseAt(n.NumStart) == r.s.clauseAt(r.NumStart)
		}
	}
	return false
}

// toRaise reports whether an English infinitive of change governs the number:
// to raise spending to 2 percent.
func (r *reading) toRaise() bool {
	if r.p.doc.Lang != entente.English {
		return false
	}
	text, c := r.text(), r.clause()
	for i := c.start; i < r.Start; i++ {
		if n, _ := figureData.ToRaise.at(text, i, r.Start); n > 0 {
			return !figureData.Managed.in(text, c.start, i)
		}
	}
	return false
}

// underPlan reports whether a clause before the number's adopts a plan, which
// sets the number: 内阁通过《防卫力整备计划》,五年43万亿日元.
func (r *reading) underPlan() bool {
	switch r.gloss() {
	case "", "defence spending", "cost", "share":
	default:
		return false
	}
	return !r.ends() && figureData.Adopted.in(r.text(), 0, r.clause().start)
}

// knownPlan reports whether the document has given the sum as planned before.
func (r *reading) knownPlan() bool {
	k := r.known()
	return k != nil && k.status == "planned" && r.money()
}

// requested reports whether the words behind the number say that it is asked
// for: the 3.5 percent that Washington wants, 3.5%的要求; or those before
// it, where they name a price asked.
func (r *reading) requested(found map[string]int) (int, bool) {
	text, c := r.text(), r.clause()
	if n, _ := figureData.AskedAfter.at(text, skipAhead(text, r.End), len(text)); n > 0 && len(found) == 0 {
		return r.NumStart, true
	}
	i := skipAhead(text, r.End)
	if n, _ := figureData.RequestNouns.at(text, i, len(text)); n > 0 {
		return r.NumStart, true
	}
	if r.p.doc.Lang == entente.English {
		i += r.ofGDP(i)
		if j := r.contactClause(i); j > 0 {
			if m, _ := figureData.RequestedBy.at(text, j, c.end); m > 0 {
				return r.NumStart, true // the 3.5 percent Washington asked for
			}
		}
		n, _ := figureData.Relatives.at(text, i, c.end)
		if m, _ := figureData.RequestedBy.at(text, i, c.end); m > 0 || n > 0 && figureData.RequestedBy.in(text, i, min(c.end, i+70)) {
			return r.NumStart, true
		}
		return 0, false
	}
	if r.ends() {
		// 米国が求める3.5％: the clause before the number is its attribute
		if n, _ := figureData.Asking.before(text, r.Start-r.gdpBefore(), c.start); n > 0 {
			return r.Start - r.gdpBefore() - n, true
		}
	}
	return 0, false
}

// settled reports whether the verb nearest before the number says that it was
// accepted, or the number stands beside a settled one.
func (r *reading) settled(found map[string]int) bool {
	text, c := r.text(), r.clause()
	if r.ends() {
		_, asked := found["demanded"]
		r.agreed = !asked && r.gloss() != "investment" && figureData.SettledAfter.in(text, r.End, r.reach(c.end))
		return false // what was accepted exists unless a word behind it says otherwise
	}
	if r.manyYears() {
		return false
	}
	if r.before != nil && r.before.agreed && r.s.clauseAt(r.before.NumStart)+1 >= r.s.clauseAt(r.NumStart) && r.gloss() != "investment" {
		r.agreed = true
		return true
	}
	for i := r.Start - 1; i >= c.start; i-- {
		if n, _ := figureData.Settled.at(text, i, r.Start); n > 0 {
			at, ok := found["planned"]
			r.agreed = r.gloss() != "investment" && !(ok && c.start <= at && at < i && !andBetween(text, at, i))
			return r.agreed
		}
		if n, _ := figureData.status.at(text, i, r.Start); n > 0 {
			return false
		}
	}
	return false
}

// andBetween reports whether " and " parts text[from:to] into two predicates.
func andBetween(text []rune, from, to int) bool {
	for i := from; i+5 <= to; i++ {
		if text[i] == ' ' && string(text[i:i+5]) == " and " {
			return true
		}
	}
	return false
}

// ofGDP is how long the name of the product behind a share is: "of GDP ".
func (r *reading) ofGDP(i int) int {
	text := r.text()
	if i+3 > len(text) || string(text[i:i+3]) != "of " {
		return 0
	}
	n, _ := figureData.GDP.at(text, i+3, len(text))
	if n == 0 {
		return 0
	}
	return 3 + n + skipAhead(text, i+3+n) - (i + 3 + n)
}

// gdpBefore is how long the name of the product right before a share is: GDP比.
func (r *reading) gdpBefore() int {
	text := r.text()
	for n := 0; n < 10 && r.Start-n > 0; n++ {
		if m, _ := figureData.GDP.at(text, r.Start-n, r.Start); m > 0 && n-m <= 4 {
			return n + r.Start - n - skipSpace(text, r.Start-n)
		}
	}
	return r.Start - skipSpace(text, r.Start)
}
