package extract

import (
	"iter"
	"math"
	"unicode"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/extract/quantity"
)

// figures returns the figures of one sentence.
func (p *passage) figures(s *sentence) []entente.Statement {
	if s.Heading {
		return nil
	}
	var out []entente.Statement
	for r := range p.readings(s) {
		out = append(out, r.statement())
	}
	return append(out, p.majorities(s)...)
}

// readings are the numbers of a sentence that say something, each with the one
// before it.
func (p *passage) readings(s *sentence) iter.Seq[*reading] {
	return func(yield func(*reading) bool) {
		var last *reading
		numbers := quantity.Numbers(s.view.Text)
		for i, n := range numbers {
			if n.Unit == "" && n.Counter == "" && i+1 < len(numbers) && ranges(s.view.Text, n, numbers[i+1]) {
				n.Unit = numbers[i+1].Unit
			}
			if last != nil && last.money() && sumGoesOn(s.view.Text, n) {
				n.Unit = last.Unit
			}
			r := &reading{Number: n, p: p, s: s, before: last, numbers: numbers}
			if r.percentGoesOn() {
				r.Unit, r.elided = "%", true
			}
			if !r.isFigure() || !r.classify() {
				continue
			}
			if !yield(r) {
				return
			}
			if r.unit != "ordinal" {
				last = r
			}
		}
	}
}

// ranges reports whether a number without a unit opens a range whose end has
// one: 26 to 28 per cent.
func ranges(text []rune, from, to quantity.Number) bool {
	if to.Unit == "" || to.NumStart < from.End {
		return false
	}
	if n, _ := figureData.ChangeFrom.before(text, skipSpace(text, from.Start), 0); from.Value >= to.Value && (n == 0 || to.Unit != "%") {
		return false // but from 24 to 15 per cent
	}
	switch string(text[from.End:to.NumStart]) {
	case " to ", " or ", "-", "–", "—", "~", "至", "到", "～", "〜", " – ", "增至", "增加到", "升至", "提高到", "提高至", "から", "에서 ":
		return true
	}
	return false
}

// sumGoesOn reports whether a number that ends in a magnitude counts nothing, so
// that it is a sum in the currency named before: 8.7 trillion yen, up from 5.4
// trillion.
func sumGoesOn(text []rune, n quantity.Number) bool {
	if n.Unit != "" || n.Counter != "" || n.Vague || n.Value < 1e6 || digit(text[n.NumEnd-1]) {
		return false
	}
	i := skipAhead(text, n.NumEnd)
	if i >= len(text) || !letterOrHan(text[i]) {
		return true
	}
	m, _ := figureData.SumGoesOn.at(text, i, len(text))
	return m > 0
}

func letterOrHan(r rune) bool { return latin(r) || han(r) || kana(r) || hangul(r) }

// A reading is one number of a sentence on its way to being a figure.
type reading struct {
	quantity.Number
	p       *passage
	s       *sentence
	before  *reading          // the figure before it in the sentence
	numbers []quantity.Number // all of the sentence

	unit, class string
	value       float64
	measure     int // index into figureData.Measures.glosses, -1 if none
	measureAt   int // where its word begins
	holder      []entente.ActorID
	elided      bool   // its unit is that of the percentage before it
	agreed      bool   // what was accepted, see settled
	standing    string // its status, once known
}

func (r *reading) text() []rune { return r.s.view.Text }

// isFigure reports whether the number is one at all: not a date, nor a part of
// a name or title, nor a reference.
func (r *reading) isFigure() bool {
	for _, d := range r.p.datesIn(r.s) {
		if d.Start < r.End && r.Start < d.End {
			return false
		}
	}
	for _, m := range r.s.names {
		if m.Start <= r.NumStart && r.NumEnd <= m.End && m.End-m.Start > 2 {
			return false
		}
	}
	text := r.text()
	if titledAt(text, r.NumStart) || r.designation() || r.numbering() || r.callsNote() || r.dayOfMonth() || r.yearsOld() || r.clockTime() || r.rateOfExchange() {
		return false
	}
	if n, _ := figureData.NotBefore.before(text, skipSpace(text, r.NumStart), 0); n > 0 && r.Unit == "" && !r.Ordinal {
		return false
	}
	if r.money() || r.Unit == "%" {
		return true
	}
	n, _ := figureData.NotAfter.at(text, skipAhead(text, r.NumEnd), len(text))
	return n == 0
}

// money reports whether the number is a sum in a currency.
func (r *reading) money() bool {
	return len(r.Unit) == 3 && r.Unit[0] >= 'A' && r.Unit[0] <= 'Z'
}

// callsNote reports whether the number stands right behind the end of a sentence
// or a quotation, where only the sign of a note does.
func (r *reading) callsNote() bool {
	text, i := r.text(), r.NumStart
	return r.Unit == "" && r.Counter == "" && i >= 2 && (text[i-1] == '”' || text[i-1] == '"' && text[i-2] == '.' || text[i-1] == '.' && latin(text[i-2]) && r.NumEnd == len(text))
}

// designation reports whether a hyphen ties the number to a word before it:
// 标准-3, Block-4.
func (r *reading) designation() bool {
	text, i := r.text(), r.NumStart
	return r.Unit == "" && i >= 2 && text[i-1] == '-' && (latin(text[i-2]) || text[i-2] >= 0x3041)
}

// titledAt reports whether text[i] stands in the title of a book or document.
func titledAt(text []rune, i int) bool {
	depth := 0
	for _, r := range text[:i] {
		switch r {
		case '《', '『', '〈':
			depth++
		case '》', '』', '〉':
			depth = max(0, depth-1)
		}
	}
	return depth > 0
}

// classify gives the number its unit and class, and reports whether it has a
// meaning worth a statement.
func (r *reading) classify() bool {
	r.value, r.class = r.Value, "substantive"
	r.findMeasure()
	switch {
	case r.Ordinal:
		return r.ordinal()
	case r.Unit == "%":
		r.unit = "%"
		if r.shareOfGDP() {
			r.unit, r.p.lastShare = "%GDP", r.s.index
			if r.Value <= 10 && (r.measure < 0 || r.gloss() == "defence spending") && r.p.sharesGiven != nil {
				r.p.sharesGiven[r.Value] = true
			}
		}
		return true
	case r.Unit == "fraction":
		r.unit, r.value = "%", math.Round(r.Value*1000)/10
		return r.Value < 1 && (r.NumEnd-r.NumStart > 1) && !r.ofVotes() && r.fractionOf()
	case r.Unit == "month":
		r.unit, r.value = "year", math.Round(r.Value/12*100)/100
		return r.solid() && (r.Value >= 12 || digit(r.text()[r.NumStart]))
	case r.Unit == "decade":
		r.unit, r.value = "year", r.Value*10
		return true
	case r.Unit == "year":
		r.unit = "year"
		n, _ := figureData.Ages.before(r.text(), skipSpace(r.text(), r.Start), 0)
		return (r.solid() || r.lasts()) && r.Value < 1000 && n == 0 && !r.Vague && !r.namesTerm() && !r.setsScene() // 失われた30年 is an age
	case r.Unit == "day" && r.Value >= 100:
		r.unit = "count" // ships were sighted on 357 days
		return true
	case r.Unit == "week", r.Unit == "day", r.Unit == "hour", r.Unit == "minute", r.Unit == "age":
		return false
	case r.Unit == "times":
		r.unit = "count"
		return !r.thinksTwice()
	case r.moneyGoesOn():
		r.unit = r.p.lastMoney
		return true
	case r.Unit != "":
		r.unit = r.Unit
		if r.money() {
			r.p.lastMoney, r.p.lastMoneyAt = r.unit, r.s.index
		}
		return !(r.Unit == "CNY" && r.End-r.NumEnd == 1 && r.NumEnd-r.NumStart == 1 && !digit(r.text()[r.NumStart])) // 二元论
	}
	return r.count()
}

// solid reports whether the number is more than an article: not 一年, one year.
func (r *reading) solid() bool {
	return r.Value != 1 || digit(r.text()[r.NumStart]) || r.NumEnd < len(r.text()) && r.text()[r.NumEnd] == '-' // a one-year truce
}

// fractionOf reports whether a half or third is one of something.
func (r *reading) fractionOf() bool {
	text, j := r.text(), skipAhead(r.text(), r.NumEnd)
	if r.piece() || r.NumEnd < len(text) && text[r.NumEnd] == '-' {
		return false // half-finished
	}
	if !latin(text[r.NumStart]) {
		return true
	}
	if r.Start >= 4 && string(text[r.Start-4:r.Start]) == "and " {
		return false // a year and a half
	}
	if _, end := wordBefore(text, r.Start, 0); end >= 2 && string(text[end-2:end]) == "by" {
		return true // fell by a third
	}
	return j+2 < len(text) && text[j] == 'o' && text[j+1] == 'f' || text[r.NumEnd-1] == 'f'
}

// piece reports whether a half is one piece of something, or a figure of speech:
// the other half, 说对了一半, half the battle.
func (r *reading) piece() bool {
	if r.Value != 0.5 {
		return false
	}
	text := r.text()
	i, j := skipSpace(text, r.Start), skipAhead(text, r.NumEnd)
	if r.theOne(i) || r.twice() {
		return true
	}
	if n, _ := figureData.PartNames.before(text, i, 0); n > 0 {
		return true
	}
	if j+3 < len(text) && string(text[j:j+3]) == "of " {
		j += 3
	}
	if n, _ := figureData.Figurative.at(text, j, len(text)); n > 0 {
		return true
	}
	if i > 1 && (text[i-1] == '的' || text[i-1] == 'の' || text[i-1] == '의') {
		return figureData.Figurative.in(text, max(0, i-4), i-1)
	}
	return false
}

// ordinal tells a place in a ranking from a number in a series.
func (r *reading) ordinal() bool {
	text := r.text()
	after := skipAhead(text, r.NumEnd)
	if after < len(text) && text[after] == '-' {
		after++
	}
	n, _ := figureData.RankAfter.at(text, after, len(text))
	b, _ := figureData.RankBefore.before(text, skipSpace(text, r.Start), 0)
	switch {
	case n > 0 && r.inPlace(after), latin(text[r.Start]) && r.ordersOnly(after):
		return false
	case n > 0 && r.Counter == "" && (latin(text[after]) || n > 1 || b > 0 || text[after] == '大'),
		b > 0 && r.Counter == "" && !latin(text[r.Start]),
		b > 0 && latin(text[r.Start]) && n == 0 && after < len(text) && text[after] != 's':
		r.unit = "rank"
		return r.Value > 1 || n > 0
	}
	r.unit, r.class = "ordinal", "ordinal"
	if latin(text[r.Start]) {
		return r.Start > 0 && after < len(text) && latin(text[after]) && r.Start >= 4 && string(text[r.Start-4:r.Start]) != ". th" && text[r.NumEnd] == ' '
	}
	return r.Counter != "" || r.Value == 1 && r.End-r.Start >= 2 && r.NumEnd < len(text) && unicode.IsLetter(text[r.NumEnd]) // not 质量第一
}

// count decides on a number of things.
func (r *reading) count() bool {
	text := r.text()
	if r.Counter == "届" || r.Counter == "屆" {
		r.unit, r.class = "ordinal", "ordinal" // 十九届
		return true
	}
	r.unit = "count"
	word := skipAhead(text, r.NumEnd)
	if r.points(word) {
		r.unit = "pp"
		return true
	}
	arabic := digit(text[r.NumStart])
	if b, _ := figureData.RankBefore.before(text, skipSpace(text, r.Start), 0); b > 0 && arabic && (r.Counter == "位" || r.Counter == "위") {
		r.unit = "rank"
		return true
	}
	if r.Counter == "차" && arabic {
		r.unit, r.class = "ordinal", "ordinal"
		return true
	}
	if part, _ := figureData.Participants.at(text, word, len(text)); part > 0 && (r.Value <= 10 || !arabic) && r.Value < 100 {
		r.class = "participants"
		return r.Value > 1
	}
	concrete := r.measure >= 0 && figureData.Measures.concrete[r.measure]
	small := r.Value <= 10 && !arabic
	if small && r.takesUp() {
		return false
	}
	if n, _ := figureData.Tallies.before(text, skipSpace(text, r.Start), 0); n > 0 && r.Value <= 10 {
		r.class = "discourse"
		return r.Value > 1 // 《战略》等三份文件
	}
	if n, _ := figureData.Discourse.at(text, word, len(text)); n > 0 && small && !concrete {
		r.class = "discourse"
		return r.Value > 1
	}
	switch {
	case r.Vague:
		r.class = "vague" // an order of magnitude
		return r.Counter != "" || concrete || latin(text[r.NumStart])
	case small && r.Value <= 1, r.Lone && r.Counter == "" && !latin(text[r.NumStart]):
		return false
	case r.Counter != "":
		return true
	case latin(text[r.NumStart]):
		return r.countsNoun(small)
	case arabic && word < len(text) && latin(text[word]):
		return !r.afterName()
	}
	return concrete && !(arabic && r.afterName()) || r.NumEnd-r.NumStart > 1 && r.Value >= 1000 && !digit(text[r.NumEnd-1])
}

// afterName reports whether a capitalised word right before the number makes it
// part of a name: Project 33, Section 232.
func (r *reading) afterName() bool {
	text := r.text()
	j := skipSpace(text, r.NumStart)
	if j == r.NumStart || j == 0 || !latin(text[j-1]) {
		return false
	}
	for _, m := range r.s.actors {
		if m.End == j {
			return false // cost Japan 100 aircraft
		}
	}
	k := j
	for k > 0 && (latin(text[k-1]) || text[k-1] == '\'' || text[k-1] == '’') {
		k--
	}
	return k > 0 && text[k] >= 'A' && text[k] <= 'Z' && text[j-1] != 's'
}

// ofTariff reports whether the percentage is said to be that of a tariff: 15%的关税.
func (r *reading) ofTariff() bool {
	text, i := r.text(), skipAhead(r.text(), r.End)
	if i < len(text) && (text[i] == '的' || text[i] == '之' || text[i] == 'の') {
		i++
	}
	n, _ := figureData.Measures.tariffs.at(text, i, len(text))
	return n > 0
}

// moved reports whether something went up or down by the percentage: 日经指数涨3.5%.
func (r *reading) moved() bool {
	n, _ := figureData.Moved.before(r.text(), skipSpace(r.text(), r.Start), 0)
	return n > 0
}

// shareOfGDP reports whether a percentage is a share of gross domestic product.
func (r *reading) shareOfGDP() bool {
	if n, _ := figureData.Margins.at(r.text(), skipAhead(r.text(), r.End), len(r.text())); n > 0 {
		return false // 按5%的幅度压减支出
	}
	text, c := r.text(), r.clause()
	if r.ofTariff() || r.moved() {
		return false
	}
	for i := c.start; i < r.Start; i++ {
		if n, _ := figureData.GDP.at(text, i, len(text)); n > 0 {
			return !r.perUnit(i) && !figureData.Change.in(text, i, r.Start)
		}
	}
	for i := r.End; i < min(c.end, r.End+24); i++ {
		if n, _ := figureData.GDP.at(text, i, len(text)); n > 0 {
			return !figureData.Change.in(text, r.End, i)
		}
		if digit(text[i]) {
			break
		}
	}
	if r.elided {
		return r.before.unit == "%GDP"
	}
	if r.before != nil && r.before.unit == "%GDP" && (r.measure < 0 || r.measure == r.before.measure || figureData.Same.in(text, c.start, r.Start)) {
		return true
	}
	if r.shareOfElse() || figureData.OtherRates.in(text, c.start, r.Start) {
		return false
	}
	if r.knownShare() || r.benchmark() {
		return true
	}
	if r.before != nil && r.before.unit == "%GDP" && r.Value <= 10 && (r.gloss() == "defence spending" || r.gloss() == "cost") && !figureData.Change.in(text, r.before.End, r.Start) {
		return true
	}
	return r.defenceLevel()
}

// defenceLevel reports whether a percentage with no GDP near it is a level of
// defence spending: "raise defence spending to 3.5 %" in a document that has
// spoken of GDP.
func (r *reading) defenceLevel() bool {
	text := r.text()
	same := figureData.Same.in(text, r.clause().start, r.Start)
	goal, _ := figureData.Goals.at(text, skipAhead(text, r.End), len(text))
	limit, _ := figureData.Limits.at(text, skipAhead(text, r.End), len(text))
	level, _ := figureData.Level.before(text, skipSpace(text, r.Start), 0)
	number, _ := figureData.NumberWords.at(text, skipAhead(text, r.End), len(text))
	if r.ends() {
		level = 1
	}
	if level > 0 && figureData.Goals.in(text, max(r.clause().start, r.Start-16), r.Start) {
		goal++ // a goal of 5 percent
	}
	goal += limit + number
	reached, _ := figureData.Reached.before(text, skipSpace(text, r.Start), 0)
	if r.Value <= 10 && (r.measure < 0 || r.gloss() == "defence spending") && r.wanted(level+reached > 0) {
		goal++
	}
	switch {
	case r.Value > 10, r.grows():
		return false
	case (r.measure < 0 || figureData.Measures.glosses[r.measure] == "cost") && level+reached > 0 && r.shareNear():
	case goal > 0 && (r.measure < 0 || figureData.Measures.general[r.measure]):
	case !same && (r.measure < 0 || figureData.Measures.glosses[r.measure] != "defence spending"), level+goal == 0:
		return false
	}
	for i := r.s.index; i >= max(0, r.s.index-40); i-- {
		t := r.p.sentences[i].view.Text
		if figureData.GDP.in(t, 0, len(t)) || goal > 0 && r.s.index-i < 10 && figureData.Measures.defence.in(t, 0, len(t)) {
			return true
		}
	}
	return false
}

// grows reports whether a percentage is that of a change: 前年比7.2％増えた.
func (r *reading) grows() bool {
	text := r.text()
	since, _ := figureData.Since.before(text, skipSpace(text, r.Start), 0)
	return since > 0 || r.ends() && figureData.Change.in(text, r.End, min(len(text), r.End+5))
}

// shareNear reports whether one of the three sentences before, in the same
// paragraph, gave a share of a product.
func (r *reading) shareNear() bool {
	last := r.p.lastShare
	return last > 0 && r.s.index-last <= 3 && r.p.sentences[last].Paragraph == r.s.Paragraph
}

// clause is the clause in which the number stands.
func (r *reading) clause() clause {
	if c := r.s.clauseAt(r.NumStart); c >= 0 {
		return r.s.clauses[c]
	}
	return clause{0, len(r.text()), 0}
}

// pastBracket is where the words behind the number go on: behind the brackets
// that give the sum in another currency.
func (r *reading) pastBracket() int {
	text := r.text()
	if i := skipAhead(text, r.End); i < len(text) && text[i] == '(' {
		for j := i; j < min(len(text), i+24); j++ {
			if text[j] == ')' {
				return j + 1
			}
		}
	}
	return r.NumEnd
}
