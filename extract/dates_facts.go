package extract

import (
	"slices"

	"github.com/ententelab/entente/extract/quantity"
	"github.com/ententelab/entente/lexicon"
)

// This file tells what stands beside a date and could not be so at any time: that
// the Takaichi cabinet adopted a budget last December was not written before 2026.

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
		if e.Founded != "" && dateData.Founding.in(text, from, to) {
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
		if dateData.Budgets.in(text, from, to) && !dateData.Extra.in(text, max(0, dates[i].Start-reach), to) {
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
	if n, _ := dateData.Former.before(text, skipSpace(text, m.Start), 0); n > 0 {
		return "", false
	}
	if n, _ := dateData.Governments.at(text, skipAhead(text, m.End), len(text)); n > 0 {
		return "", m.Post == "" || m.Entry.Held(m.Post, "")
	}
	if m.Entry.Kind != "person" {
		return "", true
	}
	n, _ := dateData.NotYet.at(text, skipAhead(text, m.End), len(text))
	return m.Post, m.Post != "" && n == 0
}
