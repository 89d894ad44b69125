package extract

import (
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/extract/quantity"
)

// A word of asking, planning or reckoning reaches only so far. What stands here
// says where its scope ends: at a level that exists already, at a relative
// clause, at the words that restate a number.

// exists reports whether the number is a level that is there beside another one
// asked for or planned: the current 2 percent, 从20%降到10%, 2만8500명 가운데.
func (r *reading) exists() bool {
	text := r.text()
	n, _ := figureData.Current.before(text, skipSpace(text, r.Start), 0)
	m, _ := figureData.WholeOf.at(text, skipAhead(text, r.End), len(text))
	return n > 0 || m > 0 || r.changesFrom() || r.comparisonBase()
}

// comparisonBase reports whether something is compared with the number in Chinese:
// 较上一期的27.5万亿日元增加五成.
func (r *reading) comparisonBase() bool {
	if r.p.doc.Lang != entente.Chinese || r.unit == "times" {
		return false
	}
	text, c := r.text(), r.clause()
	if n, _ := figureData.ComparedAfter.at(text, skipAhead(text, r.End), len(text)); n == 0 {
		return false
	}
	for i := r.Start; i > max(c.start, r.Start-16) && text[i-1] != ','; i-- {
		if n, _ := figureData.Compared.before(text, i, c.start); n > 0 {
			return (n > 1 || i == 1 || !notComparing.has(text[i-2])) && !figureData.Change.in(text, i, r.Start)
		}
	}
	return false
}

// notComparing are the characters that make another word of 比 or 较.
var notComparing = setOf("占对正同环可无配")

// changesFrom reports whether a change begins at the number and ends at the one
// behind it: from 1 to 2 percent, 20％から10％へ. What ranges is no change.
func (r *reading) changesFrom() bool {
	next, ok := r.nextNumber()
	if !ok || next.Unit != r.Number.Unit && r.Number.Unit != "" || next.NumStart-r.End > 14 {
		return false
	}
	text := r.text()
	if r.ends() {
		n, _ := figureData.ChangeTo.at(text, r.End, len(text))
		return n > 0
	}
	at := skipSpace(text, r.Start)
	n, _ := figureData.ChangeFrom.before(text, at, 0)
	if n == 0 || !figureData.ChangeTo.in(text, r.End, next.Start) {
		return false
	}
	m, _ := figureData.Ranging.before(text, skipSpace(text, at-n), 0)
	return m == 0
}

// nextNumber is the number behind this one in the sentence.
func (r *reading) nextNumber() (quantity.Number, bool) {
	for _, n := range r.numbers {
		if n.NumStart >= r.End {
			return n, true
		}
	}
	return quantity.Number{}, false
}

// restates reports whether the number says the one before it in another way:
// ¥2.2 trillion, or about 0.4 percent of GDP.
func (r *reading) restates() bool {
	if r.before == nil || r.Start-r.before.End > 12 || r.Start < r.before.End {
		return false
	}
	gap := strings.TrimSuffix(string(r.text()[r.before.End:r.Start]), "about ")
	switch gap {
	case ", or ", " or ", " (", "(", ", equivalent to ", ", equal to ", ", i.e. ", ",即", ",相当于", ",约合", "(约合", ",合", "、つまり", "、すなわち", ", 즉 ":
		return r.before.Number.Unit != r.Number.Unit
	}
	return false
}

// setsBar finds the word of a standard that the guarantor sets for others, which
// makes a share of a product one that is asked for: 美国把标准抬高到5%.
func (r *reading) setsBar() (int, bool) {
	if r.unit != "%GDP" {
		return 0, false
	}
	role := r.p.subjectAt(r.s, r.Start)
	who := role.actors
	if len(who) == 0 || !role.named() || who[0].State() != string(guarantor) || !r.onlyGuarantor(who) {
		return 0, false
	}
	text, c := r.text(), r.clause()
	for i := c.start; i < min(c.end, r.End+10); i++ {
		if n, _ := figureData.Bars.at(text, i, c.end); n > 0 && (i < r.Start || i >= r.End) {
			return min(i, r.NumStart), true
		}
	}
	return 0, false
}

// group is the group of states named in text[from:to], nil if none is.
func (r *reading) group(from, to int) []entente.ActorID {
	for i := from; i < to; i++ {
		if n, v := figureData.Groups.at(r.text(), i, to); n > 0 {
			return []entente.ActorID{figureData.Groups.ids[v]}
		}
	}
	return nil
}

// hedged reports whether a word right before the number says that its author is
// not sure of it.
func (r *reading) hedged() bool {
	text := r.text()
	n, _ := figureData.Hedges.before(text, skipSpace(text, r.Start), 0)
	return n > 0
}

// reckonedBefore finds a verb of reckoning that closes a clause before the
// number's, and so governs what follows: 野村推算，….
func (r *reading) reckonedBefore() (int, bool) {
	if r.p.doc.Lang != entente.Chinese {
		return 0, false
	}
	text := r.text()
	for _, c := range r.s.clauses {
		if c.start >= r.clause().start {
			break
		}
		for i := c.start; i < c.end; i++ {
			n, v := figureData.status.at(text, i, c.end)
			if n > 1 && statuses[v] == "estimate" && (i+n >= c.end || !han(text[i+n])) {
				return i, true
			}
		}
	}
	return 0, false
}

func han(q rune) bool { return q >= 0x4E00 && q <= 0x9FFF }

// cutByRelative reports whether a relative clause, with a finite verb of its own,
// parts an English modal at text[cue:] from the number: could ease a backlog that
// keeps 30 percent in port.
func (r *reading) cutByRelative(cue int) bool {
	if r.p.doc.Lang != entente.English {
		return false
	}
	text := r.text()
	for i := cue; i < r.Start; i++ {
		if n, _ := figureData.Relatives.at(text, i, r.Start); n > 0 && finite(text, skipAhead(text, i+n), r.Start) {
			return true
		}
	}
	return false
}

// finite reports whether an English verb in the present or past stands at
// text[i:], as far as its form tells.
func finite(text []rune, i, to int) bool {
	j := i
	for j < to && latin(text[j]) {
		j++
	}
	switch word := string(text[i:j]); word {
	case "are", "was", "were", "has", "have", "had", "is",
		"lifted", "raised", "brought", "pushed", "took", "doubled", "tripled", "lowered", "reduced", "moved", "kept", "left":
		return true
	case "this", "its", "his", "allies", "sales", "taxes":
		return false
	default:
		return len(word) > 3 && word[len(word)-1] == 's' && word[len(word)-2] != 's' && text[i] >= 'a'
	}
}

// decided reports whether the attribute before the number says that its level
// was decided on: 2022年末に決めた43兆円, 약속한 3500억 달러.
func (r *reading) decided() bool {
	if !r.ends() || !r.money() && r.unit != "%GDP" || r.spent() {
		return false
	}
	text := r.text()
	n, _ := figureData.Deciding.before(text, skipSpace(text, r.Start-r.gdpBefore()), r.clause().start)
	return n > 0
}

// bargained reports whether the sum is that of a bargain or an order named right
// behind it: 일본의 5500억 달러 합의, a $330 million arms package.
func (r *reading) bargained() bool {
	if !r.money() || r.gloss() == "host-nation support" {
		return false
	}
	text, reach := r.text(), 7
	if r.p.doc.Lang == entente.English {
		reach = 20
	}
	for i := r.End; i < min(len(text), r.End+reach); i++ {
		if text[i] == ',' || text[i] == '.' || digit(text[i]) {
			return false
		}
		if n, _ := figureData.Deals.at(text, i, len(text)); n > 0 {
			return true
		}
	}
	return false
}

// toCome reports whether an English number opens its clause and what it counts
// is still to happen: about 4,000 are to follow.
func (r *reading) toCome() bool {
	c := r.clause()
	if r.p.doc.Lang != entente.English || r.unit != "count" || r.Start-c.start > 12 {
		return false
	}
	for i := r.End; i < min(c.end, r.End+28) && !digit(r.text()[i]); i++ {
		if n, _ := figureData.Relatives.at(r.text(), i, c.end); n > 0 {
			return false
		}
		if n, _ := figureData.ToCome.at(r.text(), i, c.end); n > 0 {
			return true
		}
	}
	return false
}

// worth reports whether a sum is what the things planned before it cost: a
// programme of eleven ships worth A$10 billion, 11隻を100億豪ドルで調達する.
func (r *reading) worth() bool {
	counted := r.counted()
	if r.p.doc.Lang == entente.Chinese || counted == nil || counted.standing != "planned" {
		return false
	}
	return r.ends() && r.buys() || len(r.total()) > 0
}

// budgeted reports whether a sum belongs to the budget of a year that has not
// begun.
func (r *reading) budgeted() bool {
	if !r.money() || r.spent() {
		return false
	}
	switch r.gloss() {
	case "", "defence spending", "cost":
	default:
		return false
	}
	ref := r.p.calendar.ref
	if !r.p.calendar.known || !figureData.Budget.in(r.text(), 0, len(r.text())) {
		return false
	}
	year := 0
	for _, d := range r.p.datesIn(r.s) {
		if d.period && (year == 0 || d.Start < r.Start) {
			year = d.from.Year
		}
	}
	return year > ref.Year || year == ref.Year && ref.Month > 0 && ref.Month <= 3
}
