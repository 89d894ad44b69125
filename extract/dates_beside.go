package extract

import (
	"strings"

	"github.com/ententelab/entente/extract/quantity"
)

// This file reads the words beside a date: that it lies ahead, is an aim, a work's, a
// budget's, or part of a name.

// inTheStory counts Korean 다음 달 from the date spoken of before, where the sentence tells
// what has been.
func inTheStory(text []rune, d *quantity.Date) {
	if d.From.Base != quantity.Reference || d.Start+3 > len(text) || string(text[d.Start:d.Start+3]) != "다음 " {
		return
	}
	end := len(text)
	for end > 0 && !hangul(text[end-1]) {
		end--
	}
	if end > 1 && text[end-1] == '다' && strings.ContainsRune("했었았됐렸졌냈왔갔", text[end-2]) && !dateData.Ahead.in(text, d.End, end) {
		d.From.Base = quantity.Context
	}
}

// waitedTill reports whether 等到, 直到 or not until stands before a date, which is then
// when something happened at last.
func waitedTill(text []rune, d quantity.Date) bool {
	i := skipSpace(text, d.Start)
	if word, at := wordLeft(text, i); word == "until" {
		not, _ := wordLeft(text, at)
		return not == "not"
	}
	return i > 1 && text[i-1] == '到' && (text[i-2] == '等' || text[i-2] == '直' || text[i-2] == '迟')
}

// inRow reports whether two dates stand in a row, as equals: on 13 August and 15 October,
// 6月和11月.
func inRow(text []rune, a, b *dated) bool {
	if a.End > b.Start || a.From.Grain != b.From.Grain || a.From.Month == 0 && a.From.Day == 0 || a.To != nil || b.To != nil {
		return false
	}
	return dateData.Listing[strings.TrimSpace(string(text[a.End:b.Start]))]
}

// shareYears gives the dates of an English row the year that stands behind its last: on 13
// August and 15 October 2023. So does a name its days: Balikatan 2025, which ran from April
// 21 to May 9.
func shareYears(text []rune, dates []dated) {
	for k := len(dates) - 2; k >= 0; k-- {
		d, next := &dates[k], &dates[k+1]
		if d.quoted && relative(text, d.End) && next.From.Base == quantity.Absent && next.From.Year == 0 && next.From.Month != 0 {
			next.From.Year = d.From.Year
			if next.To != nil && next.To.Year == 0 {
				next.To.Year = d.From.Year
			}
		}
		if d.From.Base == quantity.Absent && d.From.Year == 0 && d.From.Month != 0 && next.From.Month != 0 && next.From.Year != 0 && inRow(text, d, next) {
			d.From.Year = next.From.Year
			if d.From.Month > next.From.Month {
				d.From.Year--
			}
		}
	}
}

// byThen reports whether an English month behind by opens its clause, so that it is
// when what the clause tells had come about: by June, the Pentagon was asking.
func byThen(text []rune, d quantity.Date) bool {
	by, at := wordLeft(text, d.Start)
	if by != "by" || d.From.Month == 0 || d.To != nil {
		return false
	}
	before, _ := wordLeft(text, at)
	return before == "" || before == "and" || before == "but" || strings.ContainsAny(before, ",;:")
}

// doneIn reports whether a verb in the past, and no "to be" or "is" before it, stands right
// before an English date and its preposition: a poll published in April.
func doneIn(text []rune, d *dated) bool {
	word, at := wordLeft(text, d.Start)
	if word != "in" && word != "on" {
		return false
	}
	verb, at := wordLeft(text, at)
	if !dateData.Done[verb] {
		return false
	}
	before, _ := wordLeft(text, at)
	return before != "be" && before != "is" && before != "are"
}

// toldFrom is where what somebody said on an English day begins, up to to: On 9 July he
// declared | that Japan would. That it lies ahead of then says nothing of the day.
func toldFrom(text []rune, from, to int) int {
	for i := from; i < to; {
		end := i
		for end < len(text) && latin(text[end]) {
			end++
		}
		if end > i && dateData.Told[strings.ToLower(string(text[i:end]))] {
			return end
		}
		i = end + 1
	}
	return to
}

// toCome reports whether a word near a date says that it lies ahead: ahead of the
// president's April visit, 4월 방중을 앞둔, 3月に予定.
func toCome(text []rune, d quantity.Date) bool {
	const before, after, plansBefore, plansAfter = 28, 12, 50, 24
	return dateData.Coming.in(text, max(0, d.Start-before), d.Start) || dateData.Plans.in(text, max(0, d.Start-plansBefore), d.Start) ||
		dateData.ComingAfter.in(text, d.End, min(len(text), d.End+after)) || dateData.PlansAfter.in(text, d.End, min(len(text), d.End+plansAfter))
}

// calledOff reports whether what was planned for a date was given up, so that it may have
// gone by since.
func calledOff(text []rune, d quantity.Date) bool {
	const before = 70
	return dateData.CalledOff.in(text, max(0, d.Start-before), d.Start)
}

// aimedAt reports whether a date is a whole year by or for which something is to be.
func aimedAt(text []rune, d quantity.Date) bool {
	if d.From.Month != 0 || d.From.Year == 0 || d.To != nil {
		return false
	}
	n, _ := dateData.AimBefore.before(text, skipSpace(text, d.Start), 0)
	m, _ := dateData.AimAfter.at(text, skipAhead(text, d.End), len(text))
	return n > 0 || m > 0
}

// cited reports whether a bare year in brackets is that of a work: (Kuroda, 2024),
// Santos (2025).
func cited(text []rune, d quantity.Date) bool {
	if d.From.Month != 0 || d.To != nil || d.End-d.Start != 4 || d.End >= len(text) || d.Start < 2 || !strings.ContainsRune(");,:", text[d.End]) {
		return false
	}
	i := skipSpace(text, d.Start)
	switch text[i-1] {
	case '(':
		return text[d.End] == ')' && text[i-2] != '》'
	case ',', ';':
		for j := i - 1; j >= 0 && j > i-60; j-- {
			if text[j] == ')' {
				return false
			}
			if text[j] == '(' {
				return true
			}
		}
	}
	return false
}

// inName reports whether a bare year is a part of a name: the 2016 Arbitral
// Award, the 2030 Agenda.
func (s *sentence) inName(d quantity.Date) bool {
	if d.From.Month != 0 || d.To != nil {
		return false
	}
	text := s.view.Text
	if hasWord(text, skipAhead(text, d.End), len(text), "agenda") {
		return true
	}
	for _, m := range s.names {
		if m.Start <= d.Start && d.End <= m.End && m.End-m.Start > d.End-d.Start {
			return latin(text[m.Start]) || latin(text[m.End-1])
		}
	}
	return s.named(skipSpace(text, d.Start)-1) && relative(text, d.End) // Balikatan 2025, which ran from
}

// relative reports whether a clause that tells of what stands before text[i] begins there.
func relative(text []rune, i int) bool {
	return i < len(text) && text[i] == ',' && hasWord(text, skipAhead(text, i+1), len(text), "which")
}

// budgetYear reports whether a date names a budget year: 2025年度, fiscal year
// 2025, FY2025.
func budgetYear(text []rune, d quantity.Date) bool {
	if last := text[d.End-1]; last == '度' || last == '年' && d.End > 1 && text[d.End-2] == '财' || last == '도' || d.End < len(text) && (text[d.End] == '度' || text[d.End] == '도') {
		return true
	}
	if d.From.Base == quantity.Reference && d.From.Month == 0 && d.From.Shift.Months == 0 {
		const reach = 5 // 내년 국방예산, 来年度予算
		for i := d.End; i < min(len(text), d.End+reach); i++ {
			if n, _ := dateData.Budgets.at(text, i, len(text)); n > 0 {
				return true
			}
		}
	}
	n, _ := dateData.Budget.before(text, skipSpace(text, d.Start), 0)
	return n > 0
}

// ofName reports whether a date only says which one of its kind something is: the law of
// September 2015, 2015年9月的法律.
func ofName(text []rune, d *dated) bool {
	if start, end := wordBefore(text, d.Start, 0); start >= 0 && hasWord(text, start, end, "of") {
		w, _ := wordBefore(text, start, 0)
		return w >= 0 && capital(text[w])
	}
	return d.End < len(text) && (text[d.End] == '的' || text[d.End] == 'の' || text[d.End] == '의')
}
