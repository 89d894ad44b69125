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
	if rel, end, ok := dateWords.relative.at(t, i); ok && !(t[i] == '年' && counted(t, i)) && !latin(t[i]) && !insideWord(t, i, end) && !(t[end-1] == '日' && end < len(t) && t[end] == '本') {
		p := Point{Base: rel.base, Shift: rel.shift}
		return finest(p, rel, t, end)
	}
	return plainYear(t, i)
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
		zero := next < len(t) && t[next] == '度' || t[i] == '0' || t[i] == '零' || t[i] == '〇'
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
func fiscalYear(t []rune, i int) int {
	for _, w := range []string{"财政年度", "会计年度", "财年", "회계연도"} {
		r := []rune(w)
		if i+len(r) <= len(t) && string(t[i:i+len(r)]) == w {
			return len(r)
		}
	}
	return 0
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
		p.Quarter = s
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
	if d, end, ok := dayAt(t, k); ok {
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
		if d, end, ok := dayAt(t, i); ok {
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
	if d, stop, ok := dayAt(t, k); ok {
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
	if end < len(t) && t[end] == '份' {
		end++
	}
	if end < len(t) && (t[end] == '间' || t[end] == '球' || t[end] == '亮') {
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
	switch t[end] {
	case '日', '일':
		end++
		if end < len(t) && strings.ContainsRune(dateWords.notDayAfter, t[end]) && (bare || t[end] == '间') || bare && !num.arabic {
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

// dateBefore reports whether a month, or a range mark, stands right before t[i].
func dateBefore(t []rune, i int) bool {
	j := spaceBack(t, i)
	return j > 0 && strings.ContainsRune("月월份日号일至到-–—~〜、,와과らの", t[j-1])
}
