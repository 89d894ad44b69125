package extract

import (
	"slices"

	"github.com/ententelab/entente/extract/quantity"
	"github.com/ententelab/entente/lexicon"
)

// This file finds the year of writing of a text that does not give it, where
// its most frequent year cannot be that: last December the Takaichi cabinet
// adopted, in a text whose dates are of 2025, was not written before 2026.

// years is how many years from the likely one on a text may be of.
const years = 3

// A doubt counts, for the likely year of writing and those after it, what could
// not be if the text were of that year.
type doubt [years]int

// yearOfWriting returns the first year from the likely one on that fewest dates
// contradict, and whether it is another than that.
func (c *calendar) yearOfWriting(p *passage, likely int) (int, bool) {
	if likely == 0 {
		return 0, false
	}
	var n doubt
	told := 0 // the last month of the likely year that was told of with that year
	for i := range p.sentences {
		s := &p.sentences[i]
		for k := range c.dates[i] {
			if thisYears(&c.dates[i][k]) && c.dates[i][k].From.Month < told {
				n[0]++ // November 7, 2025, and then on January 6 this year
			}
			told = laterMonth(told, &c.dates[i][k], likely)
			if when, ok := c.lookback(s, &c.dates[i][k], likely); ok {
				c.weigh(&n, s, k, when)
			}
		}
	}
	best := 0
	for y := range n {
		if n[y] < n[best] {
			best = y
		}
	}
	return likely + best, best > 0
}

// thisYears reports whether a date is of a month of the year of writing: January
// this year, 今年1月.
func thisYears(d *dated) bool {
	return d.From.Base == quantity.Reference && d.From.Month != 0 && d.From.Year == 0 && d.From.Shift == (quantity.Shift{}) && !d.quoted && !d.ahead
}

// laterMonth is the last autumn month of a year that the text gives in full, up to
// the date d.
func laterMonth(last int, d *dated, year int) int {
	if d.From.Year != year || d.From.Month < autumn || d.quoted || d.ahead || d.since {
		return last
	}
	return max(last, d.From.Month)
}

// A lookback is a month or year counted from the year of writing: first and
// last are the years it may be of if the text is of the likely year.
type lookback struct {
	first, last, month int
}

// longAgo is how far back a month that gives no year may lie.
const longAgo = 9

// lookback reads a date whose year hangs on the year of writing: 去年12月, this
// year, and a bare month that is not to come, which is at most of that year.
func (c *calendar) lookback(s *sentence, d *dated, likely int) (lookback, bool) {
	p := d.From
	l := lookback{likely + p.Shift.Years, likely + p.Shift.Years, p.Month}
	switch {
	case d.quoted, d.since, d.ahead, d.period, p.Year != 0, p.Shift.Months != 0, p.Shift.Weeks != 0, p.Shift.Days != 0, p.Span != 0, p.Shift.Years > 0:
		return l, false
	case p.Base == quantity.Absent && p.Month != 0 && !c.lies(s, d):
		l.first -= longAgo
	case p.Base != quantity.Reference || p.Month == 0 && p.Grain != quantity.Year:
		return l, false
	case p.Shift.Years == -1 && p.Month != 0 && c.lastOne(s, d):
		l.last++ // last April may be that of this year
	}
	return l, true
}

// could reports whether ok holds in one of the years that l may be of, if the
// text was written some years after the likely one.
func (l lookback) could(after int, ok func(date string) bool) bool {
	for y := l.last + after; y >= l.first+after; y-- {
		if ok(quantity.Civil{Year: y, Month: l.month}.String()) {
			return true
		}
	}
	return false
}

// weigh counts against each year of writing what then could not be true of a
// date.
func (c *calendar) weigh(n *doubt, s *sentence, k int, when lookback) {
	for _, ok := range c.facts(s, k) {
		for y := range n {
			if !when.could(y, ok) {
				n[y]++
			}
		}
	}
}

// inItsYear moves a month that gives no year to the year before or after it, where
// only there what stands beside it could be: 高市首相 is not of March 2025.
func (c *calendar) inItsYear(s *sentence, k int, from quantity.Civil) quantity.Civil {
	p := c.dates[s.index][k].From
	if p.Base != quantity.Absent || p.Year != 0 || p.Month == 0 {
		return from
	}
	for _, ok := range c.facts(s, k) {
		for _, year := range []int{from.Year, from.Year - 1, from.Year + 1} {
			at := quantity.Civil{Year: year, Month: from.Month, Day: from.Day}
			if (year <= max(from.Year, c.ref.Year)) && ok(at.String()) {
				from = at
				break
			}
		}
	}
	return from
}

// A fact tells of a date whether what stands beside it could be so then.
type fact func(date string) bool

// facts are what the words beside the k-th date of a sentence tell of it: an
// office that somebody held, a body that was set up, a budget that is adopted in
// the year before its own.
func (c *calendar) facts(s *sentence, k int) []fact {
	var out []fact
	text := s.view.Text
	from, to := c.beside(s, k)
	i, _ := slices.BinarySearchFunc(s.names, from, func(m lexicon.Mention, at int) int { return m.Start - at })
	for ; i < len(s.names) && s.names[i].End <= to; i++ {
		e := s.names[i].Entry
		if post, ok := office(text, s.names[i]); ok && e.Held(post, "") {
			out = append(out, func(date string) bool { return e.Held(post, date) })
		}
		if e.Founded != "" && dateData.founding.in(text, from, to) {
			out = append(out, e.Exists)
		}
	}
	dates := c.dates[s.index]
	if year := budgetOf(text, dates, k); year != 0 && dates[k].From.Month >= budgetSeason {
		out = append(out, func(date string) bool { return quantity.ParseCivil(date).Year == year-1 })
	}
	return out
}

// budgetSeason is the month from which on a government decides on the budget of
// the next fiscal year, in Japan as in the United States.
const budgetSeason = 8

// budgetOf is the fiscal year of the budget that a sentence names as the next or
// the last date beside its k-th, 0 if it names none; an extra budget is of the
// year that runs.
func budgetOf(text []rune, dates []dated, k int) int {
	const reach = 12
	for _, i := range []int{k + 1, k - 1} {
		if i < 0 || i >= len(dates) || !dates[i].period || dates[i].From.Year == 0 || dates[i].To != nil {
			continue
		}
		from, to := dates[i].End, min(len(text), dates[i].End+reach)
		if dateData.budgets.in(text, from, to) && !dateData.extra.in(text, max(0, dates[i].Start-reach), to) {
			return dates[i].From.Year
		}
	}
	return 0
}

// beside is the stretch of a sentence whose names belong to its k-th date: its
// clause, and the next one behind a date that stands alone, as far as no other
// date stands nearer.
func (c *calendar) beside(s *sentence, k int) (from, to int) {
	near := 24
	if c.english {
		near = 70
	}
	text, dates := s.view.Text, c.dates[s.index]
	d := &dates[k]
	from, to = max(0, d.Start-near), min(len(text), d.End+near)
	if k > 0 {
		from = max(from, dates[k-1].End)
	}
	if k+1 < len(dates) {
		to = min(to, dates[k+1].Start)
	}
	for i := d.Start - 1; i >= from; i-- {
		if clauseMark(text[i]) {
			from = i + 1
		}
	}
	for i := skipComma(text, d.End); i < to; i++ {
		if clauseMark(text[i]) {
			to = i
		}
	}
	return from, max(from, to)
}

func clauseMark(r rune) bool { return r == ',' || r == ';' || r == ':' || r == '。' }

// skipComma steps over a comma at text[i], behind a particle at most: 12月に、.
func skipComma(text []rune, i int) int {
	const particle = 2
	if n := slices.Index(text[i:min(len(text), i+particle+1)], ','); n >= 0 {
		return i + n + 1
	}
	return i
}

// office is the post that a mention gives its person, "" for the lead of a
// government named after him: 高市首相, 高市内阁, the Takaichi administration. A
// former post is none, nor one to come.
func office(text []rune, m lexicon.Mention) (post string, ok bool) {
	if m.Entry.Offices == nil {
		return "", false
	}
	if n, _ := dateData.former.before(text, skipSpace(text, m.Start), 0); n > 0 {
		return "", false
	}
	if n, _ := dateData.governments.at(text, skipAhead(text, m.End), len(text)); n > 0 {
		return "", m.Post == "" || m.Entry.Held(m.Post, "")
	}
	if m.Entry.Kind != "person" {
		return "", true
	}
	n, _ := dateData.notYet.at(text, skipAhead(text, m.End), len(text))
	return m.Post, m.Post != "" && n == 0
}
