package quantity

import "strings"

// cjkYear reads what names a year: 2025年, 令和5年, 民国114年, 去年, 同日, 90年代.
func cjkYear(t []rune, i int) (Point, int, bool) {
	if century, end, ok := dateWords.centuries.at(t, i); ok {
		if p, stop, ok := decadeOf(t, end, century); ok && p.Span == 10 {
			return p, stop, true
		}
	}
	if before, end, ok := dateWords.eras.at(t, i); ok {
		return eraYear(t, space(t, end), before)
	}
	if rel, end, ok := dateWords.relative.at(t, i); ok && !(t[i] == '年' && counted(t, i)) && !latin(t[i]) && !insideWord(t, i, end) && !timesNext(t, i) && !(i > 0 && t[i-1] == '提' && t[i] == '前') && !(t[end-1] == '日' && end < len(t) && t[end] == '本') {
		p := Point{Base: rel.base, Shift: rel.shift}
		if japaneseZennen(t, i, end) {
			p = Point{Base: Context, Shift: Shift{Years: -1}}
		}
		return finest(p, rel, t, end)
	}
	return plainYear(t, i)
}

// japaneseZennen reports whether 前年 at t[i:end] is Japanese, the year before that
// spoken of, and not Chinese, the year before last: a particle or 同 follows.
func japaneseZennen(t []rune, i, end int) bool {
	return end-i == 2 && t[i] == '前' && t[i+1] == '年' && end < len(t) && (kana(t[end]) || t[end] == '同' || t[end] == '比')
}

// glossed reads a relative word that gives its number beside it, as officials in
// Taiwan write: 今(2024)年, 本(4)月11日, 昨(11)日.
func glossed(t []rune, i int) (Point, int, bool) {
	if !strings.ContainsRune("本今去上明昨前次當当", t[i]) || i+1 >= len(t) || t[i+1] != '(' {
		return Point{}, 0, false
	}
	n, end := 0, i+2
	for ; end < len(t) && digit(t[end]) && end < i+6; end++ {
		n = n*10 + int(t[end]-'0')
	}
	if n == 0 || end+1 >= len(t) || t[end] != ')' {
		return Point{}, 0, false
	}
	switch unit := t[end+1]; {
	case unit == '年' && n >= 1900 && n < 2100:
		return Point{Year: n}, end + 2, true
	case unit == '年' && n >= 80 && n < 200:
		return Point{Year: minguo + n}, end + 2, true
	case unit == '月' && n <= 12:
		return Point{Base: Reference, Month: n, Grain: Month}, end + 2, true
	case unit == '日' && n <= 31:
		return Point{Base: Reference, Day: n, Grain: Day}, end + 2, true
	}
	return Point{}, 0, false
}

const minguo = 1911 // the year before 民國 1

// counted reports whether a number or 年 stands before t[i], so that the word
// there is a length of time: 一年内.
func counted(t []rune, i int) bool {
	if i == 0 {
		return false
	}
	_, ok := digitOf(t[i-1])
	return ok || digit(t[i-1]) || magnitudeOf(t[i-1]) > 0 || t[i-1] == '年' || t[i-1] == '几' || t[i-1] == '多' || t[i-1] == '余'
}

// timesNext reports whether 次 at t[i] counts times, and does not mean the next: 首次|日美菲峰会.
func timesNext(t []rune, i int) bool {
	return t[i] == '次' && i > 0 && strings.ContainsRune("首本此每多再初历歷该該两兩三一二几幾屡屢数數", t[i-1])
}

// insideWord reports whether the Hangul word at t[i:end] is part of a longer
// one: 올 in 올림픽.
func insideWord(t []rune, i, end int) bool {
	if !hangul(t[i]) {
		return false
	}
	if i > 0 && hangul(t[i-1]) {
		return true
	}
	return end-i == 1 && end < len(t) && t[end] != ' ' && !digit(t[end])
}

// finest sets the grain of a relative point, which says what may still follow:
// a month after 去年, nothing but a weekday after 上周.
func finest(p Point, rel relative, t []rune, end int) (Point, int, bool) {
	switch rel.unit {
	case "day":
		p.Grain = Day
	case "week":
		p.Grain = Week
		if wd, stop, ok := weekdayAfter(t, end); ok {
			p.Weekday, p.Grain, end = wd, Day, stop
		}
	case "month":
		p.Grain = Month
	}
	return p, end, true
}

// weekdayAfter reads the day of 上周六, 다음 주 금요일.
func weekdayAfter(t []rune, i int) (int, int, bool) {
	if i < len(t) {
		if k := strings.IndexRune("一二三四五六日", t[i]); k >= 0 {
			return k/3 + 1, i + 1, true
		}
		if t[i] == '天' {
			return 7, i + 1, true
		}
	}
	for _, j := range []int{i, i + 1} {
		if j > i && (j-1 >= len(t) || t[j-1] != ' ' && t[j-1] != 'の' && t[j-1] != '的') {
			break
		}
		if wd, end, ok := dateWords.weekdays.at(t, j); ok && !latin(t[j]) {
			return wd, end, true
		}
	}
	return 0, 0, false
}

// eraYear reads the year of an era, 元年 included.
func eraYear(t []rune, i, before int) (Point, int, bool) {
	year, end := 0, i
	if i < len(t) && t[i] == '元' {
		year, end = 1, i+1
	} else if i < len(t) {
		n, ok := cjkNumeral(t, i)
		if !ok || n.value != float64(int(n.value)) || n.value > 3000 {
			return Point{}, 0, false
		}
		year, end = int(n.value), n.end
	}
	end = space(t, end)
	if end >= len(t) || t[end] != '年' && t[end] != '년' {
		return Point{}, 0, false
	}
	p := Point{Year: before + year}
	end++
	if end < len(t) && t[end] == '度' {
		end++
	}
	return p, end, true
}

// plainYear reads 2025年, 二〇二五年, 98年3月, 2025财年, 20世纪90年代.
func plainYear(t []rune, i int) (Point, int, bool) {
	year, end, digits := yearDigits(t, i)
	if digits == 0 {
		return Point{}, 0, false
	}
	at := space(t, end)
	if at >= len(t) {
		return Point{}, 0, false
	}
	if century, stop, ok := centuryAt(t, at); ok && year >= 1 && year <= 30 && century {
		return decadeOf(t, stop, (year-1)*100)
	}
	fiscal := fiscalYear(t, at)
	if t[at] != '年' && t[at] != '년' && fiscal == 0 {
		return slashYear(t, i, year, digits, end)
	}
	next := at + max(1, fiscal)
	if next < len(t) && (t[next] == '代' || t[next] == '대') && fiscal == 0 {
		if digits == 2 {
			year += 1900
		}
		return Point{Year: year, Span: 10}, next + 1, true
	}
	if digits == 2 {
		zero := next < len(t) && (t[next] == '度' || year > 14 && year < 40 && strings.ContainsRune("末春夏秋冬", t[next])) || t[i] == '0' || t[i] == '零' || t[i] == '〇'
		if _, _, ok := monthDay(t, space(t, next)); !zero && (!ok || duration(t, i, next)) {
			return Point{}, 0, false
		}
		year += 2000
		if year > 2060 {
			year -= 100
		}
	}
	if !plausibleYear(year) || next < len(t) && (t[next] == '间' || t[next] == '간') {
		return Point{}, 0, false
	}
	if next < len(t) && (t[next] == '度' || t[next] == '도') {
		next++
	}
	return Point{Year: year}, next, true
}

// slashYear lets 2023/24 and 2017-2021年 begin with a bare year.
func slashYear(t []rune, i, year, digits, end int) (Point, int, bool) {
	if digits != 4 || !plausibleYear(year) || end >= len(t) {
		return Point{}, 0, false
	}
	_, k, ok := dateWords.rangeMarks.at(t, end)
	if !ok || k >= len(t) {
		return Point{}, 0, false
	}
	to, stop, n := yearDigits(t, k)
	marked := stop < len(t) && (t[stop] == '年' || t[stop] == '년')
	if n != 4 && n != 2 || n == 2 && !marked || n == 4 && !plausibleYear(to) {
		return Point{}, 0, false
	}
	return Point{Year: year}, end, true
}

// fiscalYear returns the length of 财年, 财政年度, 会计年度 at t[i].
var fiscalYears = listed(map[bool][]string{true: {"财政年度", "会计年度", "财年", "회계연도"}})

func fiscalYear(t []rune, i int) int {
	_, end, ok := fiscalYears.at(t, i)
	if !ok {
		return 0
	}
	return end - i
}

func centuryAt(t []rune, i int) (bool, int, bool) {
	if i+1 < len(t) && (t[i] == '世' && (t[i+1] == '纪' || t[i+1] == '紀') || t[i] == '세' && t[i+1] == '기') {
		return true, i + 2, true
	}
	return false, 0, false
}

// decadeOf reads the 90年代 of 20世纪90年代.
func decadeOf(t []rune, i, century int) (Point, int, bool) {
	j := i
	if j < len(t) && (t[j] == 'の' || t[j] == ' ') {
		j++
	}
	if j < len(t) {
		n, ok := cjkNumeral(t, j)
		if ok && n.value < 100 && n.end+1 < len(t) && (t[n.end] == '年' && t[n.end+1] == '代' || t[n.end] == '년' && t[n.end+1] == '대') {
			return Point{Year: century + int(n.value), Span: 10}, n.end + 2, true
		}
	}
	return Point{Year: century, Span: 100}, i, true
}

// duration reports whether t[i:j] counts years and names none: 再过25年.
func duration(t []rune, i, j int) bool {
	return j < len(t) && (t[j] == '间' || t[j] == '前' || t[j] == '后' || t[j] == '来')
}

// yearDigits reads a year of four digits, Arabic or CJK, or of one or two.
func yearDigits(t []rune, i int) (year, end, digits int) {
	if i > 0 && (digit(t[i-1]) || i > 1 && (t[i-1] == '.' || t[i-1] == ',') && digit(t[i-2]) && digit(t[i])) {
		return 0, 0, 0
	}
	if digit(t[i]) {
		v, end, ok := intAt(t, i)
		if !ok || end < len(t) && digit(t[end]) {
			return 0, 0, 0
		}
		return v, end, end - i
	}
	if _, ok := digitOf(t[i]); !ok && t[i] != '十' && t[i] != '십' {
		return 0, 0, 0
	}
	if i > 0 {
		if _, ok := digitOf(t[i-1]); ok {
			return 0, 0, 0
		}
	}
	n, ok := cjkNumeral(t, i)
	if !ok || n.value >= 10000 || n.value < 1 {
		return 0, 0, 0
	}
	v := int(n.value)
	switch {
	case n.digits == 4 && n.end-i == 4, v >= 1000:
		return v, n.end, 4
	case v < 100:
		return v, n.end, 2
	}
	return 0, 0, 0
}
