package quantity

import (
	"strconv"
	"strings"
	"unicode"
)

// dateWords holds data/dates.yaml.
var dateWords = readDateWords()

type dateVocabulary struct {
	months, weekdays, quarters, seasons *words[int]
	eras, centuries                     *words[int]
	relative                            *words[relative]
	parts, yearParts, monthParts        *words[Part]
	rangeMarks, and, prepositions       *words[bool]
	afterDay, numbered                  *words[bool]
	betweenWord, betweenAfter           *words[bool]
	halves, away, spans, side           *words[string]
	days                                *words[int]
	notDayAfter                         string
}

// A relative is the base and shift that a word such as 去年 stands for.
type relative struct {
	base  Base
	unit  string
	shift Shift
}

type dateFile struct {
	Months     map[int][]string    `yaml:"months"`
	Weekdays   map[int][]string    `yaml:"weekdays"`
	Eras       map[string]int      `yaml:"eras"`
	Centuries  map[string]int      `yaml:"centuries"`
	Relative   map[string][]string `yaml:"relative"`
	Parts      map[string][]string `yaml:"parts"`
	YearParts  map[string]string   `yaml:"year_parts"`
	MonthParts map[string]string   `yaml:"month_parts"`
	Quarters   map[int][]string    `yaml:"quarters"`
	Seasons    map[int][]string    `yaml:"seasons"`
	Range      []string            `yaml:"range"`
	And        []string            `yaml:"and"`
	Halves     map[string][]string `yaml:"halves"`
	Away       map[string][]string `yaml:"away"`
	Spans      map[string][]string `yaml:"spans"`
	Side       map[string][]string `yaml:"side"`
	Days       map[string]int      `yaml:"days"`
	Between    []string            `yaml:"between"`
	BetweenEnd []string            `yaml:"between_after"`
	Preps      []string            `yaml:"prepositions"`
	NotDay     string              `yaml:"not_day_after"`
	AfterDay   []string            `yaml:"after_day"`
	Numbered   []string            `yaml:"numbered"`
}

var partNames = map[string]Part{"early": Early, "mid": Mid, "late": Late, "first": FirstHalf, "second": SecondHalf}

func readDateWords() dateVocabulary {
	var f dateFile
	load("dates.yaml", &f)
	set := func(list []string) *words[bool] { return listed(map[bool][]string{true: list}) }
	parts := make(map[Part][]string)
	for name, list := range f.Parts {
		parts[partNames[name]] = list
	}
	named := func(m map[string]string) *words[Part] {
		out := make(map[string]Part)
		for phrase, name := range m {
			out[phrase] = partNames[name]
		}
		return newWords(out)
	}
	rel := make(map[relative][]string)
	for key, list := range f.Relative {
		rel[relativeOf(key)] = list
	}
	return dateVocabulary{
		months: listed(f.Months), weekdays: listed(f.Weekdays), quarters: listed(f.Quarters), seasons: listed(f.Seasons),
		eras: newWords(f.Eras), centuries: newWords(f.Centuries), relative: listed(rel), parts: listed(parts),
		yearParts: named(f.YearParts), monthParts: named(f.MonthParts),
		rangeMarks: set(f.Range), and: set(f.And), halves: listed(f.Halves), away: listed(f.Away), spans: listed(f.Spans), side: listed(f.Side), days: newWords(f.Days), betweenWord: set(f.Between), betweenAfter: set(f.BetweenEnd), prepositions: set(f.Preps), notDayAfter: f.NotDay, afterDay: set(f.AfterDay), numbered: set(f.Numbered),
	}
}

// relativeOf reads a key of the data: "then month -1".
func relativeOf(key string) relative {
	f := strings.Fields(key)
	r := relative{base: Reference, unit: f[1]}
	if f[0] == "then" {
		r.base = Context
	}
	n, err := strconv.Atoi(f[2])
	if err != nil {
		panic("quantity: data/dates.yaml: relative " + key)
	}
	switch f[1] {
	case "year":
		r.shift.Years = n
	case "month":
		r.shift.Months = n
	case "week":
		r.shift.Weeks = n
	case "day":
		r.shift.Days = n
	}
	return r
}

// window is how far ahead one date or number is read: longer than any of them,
// and a bound on the work that a hostile text can cause.
const window = 96

// Dates returns the dates in folded text, in order, none overlapping.
func Dates(t []rune) []Date {
	var out []Date
	for i, text := 0, t; i < len(text); {
		if !dateStarts.has(text[i]) {
			i = skipDate(text, i)
			continue
		}
		t := text[:min(len(text), i+window)]
		p, end, ok := pointAt(t, i)
		if !ok {
			i = skipDate(t, i)
			continue
		}
		d := Date{Start: i, End: end, From: p}
		d.rangeEnd(t)
		d.trim(t)
		out = append(out, d)
		i = max(d.End, i+1)
	}
	return out
}

// skipDate steps over what cannot hold the start of a date: a Latin word, a
// number.
func skipDate(t []rune, i int) int {
	switch {
	case digit(t[i]):
		for i < len(t) && digit(t[i]) {
			i++
		}
		return i
	case latin(t[i]):
		for i < len(t) && (latin(t[i]) || digit(t[i])) {
			i++
		}
		return i
	}
	return i + 1
}

// trim takes back a space at the end.
func (d *Date) trim(t []rune) {
	for d.End > d.Start && t[d.End-1] == ' ' {
		d.End--
	}
}

// rangeEnd reads the second half of a range after d.
func (d *Date) rangeEnd(t []rune) {
	j := d.End
	_, end, ok := dateWords.rangeMarks.at(t, space(t, j))
	if !ok {
		_, end, ok = dateWords.rangeMarks.at(t, j)
	}
	if !ok {
		end, ok = d.between(t)
	}
	if !ok && d.From.Day != 0 && j > d.Start && digit(t[j-1]) {
		end, ok = dayMark(t, j)
	}
	if !ok {
		return
	}
	end = space(t, end)
	if end >= len(t) {
		return
	}
	p, stop, ok := pointAt(t, end)
	if !ok {
		p, stop, ok = bareEnd(t, end, d.From)
	}
	if !ok || p.Base == Context && p.Shift == (Shift{}) && p.Month == 0 && p.Part == Whole {
		return
	}
	d.To, d.End = &p, stop
	if p.Base == Absent && p.Year == 0 && d.From.Base != Absent && d.From.Grain != Week && d.From.Weekday == 0 {
		d.To.Base, d.To.Shift = d.From.Base, d.From.Shift
	}
	if d.From.Base == Absent && d.From.Year == 0 && p.Year != 0 && (p.Month == 0 || p.Month >= d.From.Month) {
		d.From.Year = p.Year
	}
	if d.To.Month == 0 && d.From.Month != 0 && d.To.Day != 0 {
		d.To.Month = d.From.Month
	}
	if d.To.Year == 0 && d.From.Year != 0 && d.To.Base == Absent {
		d.To.Year = d.From.Year
		if d.To.Month != 0 && d.To.Month < d.From.Month {
			d.To.Year++
		}
	}
}

// between reads the and of "between March and May" and 2007年与2009年之间, and
// returns where the second date begins.
func (d *Date) between(t []rune) (int, bool) {
	_, k, ok := dateWords.and.at(t, space(t, d.End))
	if !ok {
		return 0, false
	}
	if _, _, ok := dateWords.betweenWord.before(t, spaceBack(t, d.Start)); ok {
		return k, true
	}
	if _, stop, ok := pointAt(t, space(t, k)); ok {
		_, _, closed := dateWords.betweenAfter.at(t, space(t, stop))
		return k, closed
	}
	return 0, false
}

// bareEnd reads the end of a range that is only a number: 2017-2021, July 28-29.
func bareEnd(t []rune, i int, from Point) (Point, int, bool) {
	if !digit(t[i]) {
		return Point{}, 0, false
	}
	v, end, plain := arabic(t, i)
	if !plain || end < len(t) && (latin(t[end]) || t[end] == '%' || t[end] == ' ' && countedNext(t, end+1)) {
		return Point{}, 0, false // in 2024 to 55 percent
	}
	n := int(v)
	switch {
	case from.Day != 0 && n >= 1 && n <= 31 && end-i <= 2:
		p := Point{Month: from.Month, Day: n, Grain: Day}
		if year, stop, ok := englishYear(t, end); ok {
			p.Year, end = year, stop
		}
		return p, end, true
	case from.Year != 0 && from.Month == 0 && end-i == 4 && plausibleYear(n):
		return Point{Year: n}, end, true
	case from.Year != 0 && from.Month == 0 && end-i == 2 && n > from.Year%100:
		return Point{Year: from.Year/100*100 + n}, end, true
	}
	return Point{}, 0, false
}

// pointAt reads the date that starts at t[i].
func pointAt(t []rune, i int) (Point, int, bool) {
	if i >= len(t) {
		return Point{}, 0, false
	}
	r := t[i]
	switch {
	case digit(r):
		if i > 0 && (digit(t[i-1]) || latin(t[i-1]) || t[i-1] == '.' && i > 1 && digit(t[i-2]) || t[i-1] == ',' && i > 1 && digit(t[i-2])) {
			return Point{}, 0, false
		}
		return numericPoint(t, i)
	case latin(r):
		if i > 0 && (latin(t[i-1]) || digit(t[i-1])) {
			return Point{}, 0, false
		}
		return englishPoint(t, i)
	case r < 0x2E80:
		return Point{}, 0, false
	}
	return cjkPoint(t, i)
}

// numericPoint reads a date that starts with digits: 2025年3月4日, 2025-03-04,
// 4 March 2025, 3月4日, 2025.
func numericPoint(t []rune, i int) (Point, int, bool) {
	if p, end, ok := cjkPoint(t, i); ok {
		return p, end, true
	}
	if p, end, ok := separated(t, i); ok {
		return p, end, true
	}
	return englishPoint(t, i)
}

// separated reads 2025-03-04, 2025/3/4, 2025.3.4 and 2025.12.
func separated(t []rune, i int) (Point, int, bool) {
	a, j, plain := intAt(t, i)
	if !plain || j >= len(t) || t[j] != '-' && t[j] != '/' && t[j] != '.' {
		return Point{}, 0, false
	}
	mark := t[j]
	b, k, ok := intAt(t, space(t, j+1))
	if !ok {
		return Point{}, 0, false
	}
	if k >= len(t) || t[k] != mark {
		return Point{}, 0, false
	}
	c, end, ok := intAt(t, space(t, k+1))
	if !ok || end < len(t) && (digit(t[end]) || t[end] == mark && end+1 < len(t) && digit(t[end+1])) {
		return Point{}, 0, false
	}
	switch {
	case j-i == 4 && plausibleYear(a) && validMonth(b) && validDay(c):
		return Point{Year: a, Month: b, Day: c, Grain: Day}, end, true
	case end-k >= 5 && plausibleYear(c) && validMonth(b) && validDay(a) && (mark == '.' || a > 12):
		return Point{Year: c, Month: b, Day: a, Grain: Day}, end, true
	case end-k >= 5 && plausibleYear(c) && validMonth(a) && validDay(b):
		return Point{Year: c, Month: a, Day: b, Grain: Day}, end, true
	}
	return Point{}, 0, false
}

func intAt(t []rune, i int) (v, end int, ok bool) {
	for end = i; end < len(t) && digit(t[end]) && end-i < 5; end++ {
		v = v*10 + int(t[end]-'0')
	}
	return v, end, end > i && end-i < 5
}

func plausibleYear(y int) bool { return y >= 1000 && y <= 2199 }
func validMonth(m int) bool    { return m >= 1 && m <= 12 }
func validDay(d int) bool      { return d >= 1 && d <= 31 }

func upper(r rune) bool { return unicode.IsUpper(r) }
