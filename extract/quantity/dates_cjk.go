package quantity

import "strings"

// cjkPoint reads a date written with 年月日, 년월일, an era, or a relative word.
func cjkPoint(t []rune, i int) (Point, int, bool) {
	if p, end, ok := cjkAway(t, i); ok {
		return p, end, true
	}
	p, j, ok := glossed(t, i)
	if !ok {
		p, j, ok = cjkYear(t, i)
	}
	if ok {
		if p.Span != 0 {
			return p, j, true
		}
		q, end := monthAfter(t, j, p)
		return q, end, true
	}
	if q, end, ok := partOfYear(t, i); ok {
		return q, end, true
	}
	if q, end, ok := monthDay(t, i); ok {
		return q, end, true
	}
	if wd, end, ok := dateWords.weekdays.at(t, i); ok && han(t[i]) == han(t[end-1]) && !digit(t[i]) {
		return Point{Base: Reference, Weekday: wd, Grain: Day}, end, true
	}
	return Point{}, 0, false
}

// monthAfter reads the month, day, part or quarter that follows a year.
func monthAfter(t []rune, j int, p Point) (Point, int) {
	if p.Grain >= Week {
		return p, j
	}
	k := j
	for k < len(t) && k < j+2 && (t[k] == ' ' || t[k] == 'の' || t[k] == '的' || t[k] == ',') {
		k++
	}
	if p.Grain == Month {
		return dayAfter(t, j, k, p)
	}
	if m, end, ok := monthDay(t, k); ok && m.Month > 0 {
		p.Month, p.Day, p.Part, p.Grain = m.Month, m.Day, m.Part, m.Grain
		return p, end
	}
	if q, end, ok := dateWords.quarters.at(t, k); ok {
		p.Quarter = q
		return p, end
	}
	if s, end, ok := dateWords.seasons.at(t, k); ok && !latin(t[k]) && (end-k > 1 || end == len(t) || !han(t[end])) {
		p.Quarter, p.Season = s, true
		return p, end
	}
	if part, end, ok := partAfter(t, k); ok {
		p.Part = part
		return p, end
	}
	return p, j
}

// dayAfter reads the day or part after a month that has no number: 本月4日, 上月底.
func dayAfter(t []rune, j, k int, p Point) (Point, int) {
	if d, end, ok := firstDay(t, k); ok {
		p.Day, p.Grain = d, Day
		return p, end
	}
	if part, end, ok := partAfter(t, k); ok {
		p.Part = part
		return p, end
	}
	return p, j
}

// partAfter reads 初, 中旬, 底 and the like after a date.
func partAfter(t []rune, i int) (Part, int, bool) {
	part, end, ok := dateWords.parts.at(t, i)
	if !ok || latin(t[i]) || t[i] == '中' && end-i == 1 || t[i] == '头' && end < len(t) && han(t[end]) {
		return Whole, 0, false
	}
	if hangul(t[i]) && end-i == 1 && end < len(t) && hangul(t[end]) && !strings.ContainsRune("부까에의과와로", t[end]) {
		return Whole, 0, false
	}
	return part, end, true
}

// partOfYear reads 年底, 上半年 and 一季度 that leave the year out.
func partOfYear(t []rune, i int) (Point, int, bool) {
	if counted(t, i) {
		return Point{}, 0, false
	}
	if part, end, ok := dateWords.yearParts.at(t, i); ok && !insideWord(t, i, end) {
		return Point{Part: part, Base: Context}, end, true
	}
	if part, end, ok := dateWords.monthParts.at(t, i); ok && !insideWord(t, i, end) {
		return Point{Part: part, Grain: Month, Base: Context}, end, true
	}
	if q, end, ok := dateWords.quarters.at(t, i); ok && !latin(t[i]) {
		return Point{Quarter: q, Base: Context}, end, true
	}
	return Point{}, 0, false
}

// monthDay reads 3月, 3月4日, 5月底, 2月份, 3월 4일, or a bare 4日.
func monthDay(t []rune, i int) (Point, int, bool) {
	m, end, ok := monthAt(t, i)
	if !ok {
		if d, end, ok := firstDay(t, i); ok {
			return Point{Day: d, Grain: Day}, withWeekday(t, end), true
		}
		return Point{}, 0, false
	}
	p := Point{Month: m, Grain: Month}
	if d, stop, ok := traditionalDay(t, end); ok {
		p.Day, p.Grain = d, Day
		return p, stop, true
	}
	k := space(t, end)
	if k < len(t) && t[k] == 'の' {
		k++
	}
	if d, stop, ok := firstDay(t, k); ok {
		p.Day, p.Grain = d, Day
		return p, withWeekday(t, stop), true
	}
	if part, stop, ok := partAfter(t, k); ok {
		p.Part = part
		return p, stop, true
	}
	return p, end, true
}

// traditionalDay reads the day of 八月十五, written without 日.
func traditionalDay(t []rune, i int) (int, int, bool) {
	if i >= len(t) || digit(t[i]) || hangul(t[i]) {
		return 0, 0, false
	}
	n, ok := cjkNumeral(t, i)
	if !ok || n.arabic || n.value < 10 || n.value > 31 || n.end < len(t) && strings.ContainsRune("日号个名年月多余万亿人艘架次家国项日天岁", t[n.end]) {
		return 0, 0, false
	}
	return int(n.value), n.end, true
}

// withWeekday steps over a weekday that only repeats the date: (火), 星期三.
func withWeekday(t []rune, i int) int {
	j := i
	for j < len(t) && j < i+2 && (t[j] == ' ' || t[j] == '(' || t[j] == ',') {
		j++
	}
	_, end, ok := dateWords.weekdays.at(t, j)
	switch {
	case ok && end < len(t) && t[end] == ')' && j > i:
		return end + 1
	case ok && !latin(t[j]):
		return end
	case j > i && t[j-1] == '(' && j+1 < len(t) && t[j+1] == ')' && strings.ContainsRune("月火水木金土日월화수목금토일一二三四五六", t[j]):
		return j + 2
	}
	return i
}

// monthAt reads 3月, 三月, 2月份, 3월.
func monthAt(t []rune, i int) (m, end int, ok bool) {
	if i >= len(t) || i > 0 && (digit(t[i-1]) && digit(t[i]) || t[i-1] == '第') {
		return 0, 0, false
	}
	v, end := 0, 0
	if t[i] == '正' && i+1 < len(t) && t[i+1] == '月' {
		v, end = 1, i+1
	} else {
		n, ok := cjkNumeral(t, i)
		if !ok || n.value != float64(int(n.value)) {
			return koreanMonth(t, i)
		}
		v, end = int(n.value), space(t, n.end)
	}
	if !validMonth(v) || end >= len(t) || t[end] != '月' && t[end] != '월' {
		return koreanMonth(t, i)
	}
	end++
	if end < len(t) && (t[end] == '份' || t[end] == '间') {
		end++ // 6月间 is in June; months that last are 个月
	}
	if end < len(t) && (t[end] == '球' || t[end] == '亮') {
		return 0, 0, false
	}
	return v, end, true
}

// koreanMonth reads the two months whose spelled-out names are irregular.
func koreanMonth(t []rune, i int) (int, int, bool) {
	if i+1 < len(t) && t[i+1] == '월' {
		switch t[i] {
		case '유':
			return 6, i + 2, true
		case '시':
			return 10, i + 2, true
		}
	}
	return 0, 0, false
}

// dayAt reads 4日, 四日, 4号, 4일.
func dayAt(t []rune, i int) (d, end int, ok bool) {
	if i >= len(t) || i > 0 && (digit(t[i-1]) && digit(t[i]) || t[i-1] == '第') {
		return 0, 0, false
	}
	n := 0
	if t[i] == '初' && i+1 < len(t) { // 初一
		num, ok := cjkNumeral(t, i+1)
		if !ok || !num.lone {
			return 0, 0, false
		}
		return int(num.value), num.end, true
	}
	num, ok := cjkNumeral(t, i)
	if !ok || num.value != float64(int(num.value)) || !num.plain && num.arabic {
		return 0, 0, false
	}
	n, end = int(num.value), space(t, num.end)
	if !validDay(n) || end >= len(t) {
		return 0, 0, false
	}
	bare := i == 0 || !dateBefore(t, i)
	if both := t[end] == '両' || t[end] == '两' || t[end] == '兩'; both && !bare && end+1 < len(t) && t[end+1] == '日' {
		return n, end + 2, true // 15、16両日
	}
	switch t[end] {
	case '日', '일':
		end++
		if end < len(t) && strings.ContainsRune(dateWords.notDayAfter, t[end]) && (bare || t[end] == '间') || bare && !num.arabic && !adverbial(t, i, end) {
			return 0, 0, false
		}
		if t[end-1] == '일' && end < len(t) && t[end] == '간' || bare && end < len(t) && (t[end] == '前' || t[end] == '后') {
			return 0, 0, false
		}
		return n, end, true
	case '号', '號':
		if bare {
			return 0, 0, false
		}
		return n, end + 1, true
	}
	return 0, 0, false
}

// firstDay reads a day, or the first of two that share the word for it: 20~21日,
// 22、23日. Of these end is where the number ends, and the range goes on.
func firstDay(t []rune, i int) (d, end int, ok bool) {
	if d, end, ok := dayAt(t, i); ok {
		return d, end, true
	}
	if i >= len(t) || !digit(t[i]) || i > 0 && (digit(t[i-1]) || t[i-1] == '第' || t[i-1] == '.') {
		return 0, 0, false
	}
	n, end, plain := arabic(t, i)
	k, marked := dayMark(t, end)
	if !plain || !marked || !validDay(int(n)) {
		return 0, 0, false
	}
	last, stop, ok := dayAt(t, k)
	lasts := stop < len(t) && (strings.ContainsRune(dateWords.notDayAfter, t[stop]) || t[stop] == '간' || t[stop] == '前' || t[stop] == '后')
	return int(n), end, ok && float64(last) > n && (!lasts || dateBefore(t, i))
}

// dayMark reads what stands between two days of one month.
func dayMark(t []rune, i int) (end int, ok bool) {
	if i < len(t) && (t[i] == '、' || t[i] == '·') {
		return i + 1, true
	}
	_, end, ok = dateWords.rangeMarks.at(t, i)
	return end, ok
}

// adverbial reports whether t[i:j] opens a clause and stands alone there, as a day
// does and a length of time does not: 廿九日,….
func adverbial(t []rune, i, j int) bool {
	return (i == 0 || t[i-1] == ';' || t[i-1] == ':') && j < len(t) && (t[j] == ',' || t[j] == '、')
}

// dateBefore reports whether a month, or a range mark, stands right before t[i].
func dateBefore(t []rune, i int) bool {
	j := spaceBack(t, i)
	return j > 0 && strings.ContainsRune("月월份日号일至到-–—~〜、,와과らの", t[j-1])
}
