package collate

import (
	"fmt"
	"slices"
	"strings"
)

// A date is what a text gives of one; 0 is not given.
type date struct{ year, month, day int }

// keys are what of the date another language's text can share: the day, else
// the month, and the year.
func (d date) keys() []string {
	var out []string
	switch {
	case d.day > 0:
		out = append(out, fmt.Sprintf("@%02d-%02d", d.month, d.day))
	case d.month > 0:
		out = append(out, fmt.Sprintf("@%02d", d.month))
	}
	if d.year > 0 {
		out = append(out, fmt.Sprintf("@%04d", d.year))
	}
	return out
}

// A dated is a date at its place.
type dated struct {
	date
	start, end int
}

// dates finds the dates in a folded text.
func dates(text []rune) []dated {
	var out []dated
	for i := 0; i < len(text); i++ {
		d, end, ok := dateAt(text, i)
		if !ok {
			continue
		}
		out = append(out, dated{d, i, end})
		i = end - 1
	}
	return out
}

func dateAt(text []rune, i int) (date, int, bool) {
	if i > 0 && (digit(text[i]) && (digit(text[i-1]) || text[i-1] == '.' || text[i-1] == '-' && i > 1 && latin(text[i-2])) || latin(text[i]) && latin(text[i-1])) {
		return date{}, i, false
	}
	switch {
	case digit(text[i]):
		if d, end, ok := asianDate(text, i); ok {
			return d, end, true
		}
		if d, end, ok := isoDate(text, i); ok {
			return d, end, true
		}
		return dayFirst(text, i)
	case text[i] == '令' || text[i] == '平':
		return eraDate(text, i)
	case text[i] >= 'A' && text[i] <= 'Z':
		return monthFirst(text, i)
	}
	return date{}, i, false
}

// whole reads up to most digits at i; -1 if there are none or more.
func whole(text []rune, i, most int) (n, end int) {
	for end = i; end < len(text) && digit(text[end]); end++ {
		n = n*10 + int(text[end]-'0')
		if end-i >= most {
			return -1, i
		}
	}
	if end == i {
		return -1, i
	}
	return n, end
}

// marked reads a number and the word for year, month or day after it.
func marked(text []rune, i, most int, marks string) (n, end int, ok bool) {
	n, end = whole(text, i, most)
	if n < 0 || end >= len(text) {
		return 0, i, false
	}
	if text[end] == ' ' && end+1 < len(text) {
		end++
	}
	if !strings.ContainsRune(marks, text[end]) {
		return 0, i, false
	}
	end++
	if end < len(text) && text[end] == ' ' && end+1 < len(text) && digit(text[end+1]) {
		return n, end + 1, true
	}
	return n, end, true
}

// asianDate reads 2025年3月30日, 3月30日, 2025年, 3월; 5年 is a length of time.
func asianDate(text []rune, i int) (d date, end int, ok bool) {
	end = i
	if n, e, found := marked(text, end, 4, "年년"); found && n >= 1800 && n <= 2199 {
		d.year, end = n, e
	}
	if n, e, found := marked(text, end, 2, "月월"); found && n >= 1 && n <= 12 && !(e < len(text) && text[e] == '间') {
		d.month, end = n, e
		if n, e, found := marked(text, end, 2, "日일号"); found && n >= 1 && n <= 31 {
			d.day, end = n, e
		}
	}
	for end > i && text[end-1] == ' ' {
		end--
	}
	return d, end, d.year > 0 || d.month > 0
}

var eras = map[string]int{"令和": 2018, "平成": 1988}

// eraDate reads 令和6年7月28日.
func eraDate(text []rune, i int) (d date, end int, ok bool) {
	if i+3 > len(text) {
		return d, i, false
	}
	base, known := eras[string(text[i:i+2])]
	n, e, found := marked(text, i+2, 2, "年")
	if !known || !found {
		return d, i, false
	}
	d, end, _ = asianDate(text, e)
	if d.year != 0 || end == e {
		d, end = date{}, e
	}
	d.year = base + n
	return d, end, true
}

// isoDate reads 2025-03-30, 2025/3/30, 2025.3.30, and a year alone.
func isoDate(text []rune, i int) (d date, end int, ok bool) {
	y, e := whole(text, i, 4)
	if y < 1900 || y > 2099 || e-i != 4 {
		return d, i, false
	}
	d.year = y
	if e+1 < len(text) && strings.ContainsRune("-/.", text[e]) && digit(text[e+1]) {
		sign := text[e]
		if m, f := whole(text, e+1, 2); m >= 1 && m <= 12 && f < len(text) && text[f] == sign {
			if day, g := whole(text, f+1, 2); day >= 1 && day <= 31 {
				return date{y, m, day}, g, true
			}
		}
	}
	if e < len(text) && (text[e] == ',' && group(text, e+1) || text[e] == '.' && e+1 < len(text) && digit(text[e+1]) || strings.ContainsRune("%万亿億兆名人", text[e])) {
		return date{}, i, false
	}
	return d, e, true
}

var months = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// monthAt reads an English month, whole or cut, that starts at i.
func monthAt(text []rune, i int) (month, end int) {
	w := strings.ToLower(wordAt(text, i))
	end = i + len([]rune(w))
	if w == "sept" {
		w = "sep"
	}
	m := slices.IndexFunc(months, func(m string) bool { return w == m || len(w) == 3 && strings.HasPrefix(m, w) })
	if m >= 0 && end < len(text) && text[end] == '.' && len(w) < 5 {
		end++
	}
	return m + 1, end
}

// monthFirst reads March 30, 2025; March 2025; July.
func monthFirst(text []rune, i int) (d date, end int, ok bool) {
	m, end := monthAt(text, i)
	if m == 0 {
		return d, i, false
	}
	d.month = m
	if n, e := whole(text, skip(text, end, " "), 2); n >= 1 && n <= 31 {
		d.day, end = n, e
		if strings.ContainsAny(wordAt(text, min(e, len(text))), "thsndr") && len(wordAt(text, e)) == 2 {
			end += 2
		}
	}
	if n, e := whole(text, skip(text, end, ", "), 4); n >= 1800 && n <= 2199 {
		d.year, end = n, e
	}
	// "March" and "May" alone are words too.
	if d.day == 0 && d.year == 0 && (m == 3 || m == 5) && !dateBefore(text, i) {
		return date{}, i, false
	}
	return d, end, true
}

// dateBefore reports whether the word before i leads one to expect a date.
func dateBefore(text []rune, i int) bool {
	words := strings.Fields(strings.ToLower(string(text[max(0, i-10):i])))
	if len(words) == 0 {
		return false
	}
	return slices.Contains([]string{"in", "of", "late", "early", "mid", "since", "by", "until", "last", "this", "next", "from", "to", "mid-", "between"}, words[len(words)-1])
}

// dayFirst reads 30 March 2025.
func dayFirst(text []rune, i int) (d date, end int, ok bool) {
	n, e := whole(text, i, 2)
	if n < 1 || n > 31 || e+1 >= len(text) || text[e] != ' ' {
		return d, i, false
	}
	m, e := monthAt(text, e+1)
	if m == 0 {
		return d, i, false
	}
	d = date{month: m, day: n}
	if y, f := whole(text, skip(text, e, ", "), 4); y >= 1800 && y <= 2199 {
		d.year, e = y, f
	}
	return d, e, true
}

// skip passes over signs.
func skip(text []rune, i int, signs string) int {
	for i < len(text) && strings.ContainsRune(signs, text[i]) {
		i++
	}
	return min(i, len(text))
}
