package quantity

// cjkAway reads a distance from the date spoken of before: 六天后, 三个月之后,
// 2か月後, 사흘 뒤; and 两周前, 이틀 전. Days and weeks before are counted from
// it too, months before from the day of writing. Years are a length of time.
func cjkAway(t []rune, i int) (Point, int, bool) {
	if counted(t, i) || i > 0 && (t[i-1] == '第' || t[i-1] == '每' || t[i-1] == '.' || t[i-1] == '近' || t[i-1] == '约') {
		return Point{}, 0, false
	}
	shift, j, ok := span(t, i)
	if !ok {
		return Point{}, 0, false
	}
	side, end, ok := dateWords.side.at(t, space(t, j))
	if !ok || end < len(t) && notSide(t[end-1], t[end]) {
		return Point{}, 0, false
	}
	p := Point{Base: Context, Shift: shift, Grain: shift.grain()}
	if side == "before" {
		p.Shift = Shift{0, -shift.Months, -shift.Weeks, -shift.Days}
		if p.Grain != Day {
			p.Base = Reference
		}
	}
	return p, end, true
}

// notSide reports whether a word for before or after at its last rune r goes on
// into another word: 前往, 后方, 전략.
func notSide(r, next rune) bool {
	switch r {
	case '后':
		return next == '期' || next == '方' || next == '续' || next == '来' || next == '果' || next == '者' || next == '退'
	case '前':
		return next == '往' || next == '后' || next == '线' || next == '景' || next == '提' || next == '者' || next == '沿' || next == '进' || next == '倒' || next == '半' || next == '記' || next == '述'
	case '전', '후', '뒤':
		return hangul(next) && next != '에' && next != '인' && next != '의' && next != '부'
	}
	return false
}

// grain is the unit that a distance is told in; that of weeks is the day.
func (s Shift) grain() Grain {
	if s.Months != 0 {
		return Month
	}
	return Day
}

// span reads a length of time: 六天, 三个月, 1週間, 사흘, 두 달.
func span(t []rune, i int) (Shift, int, bool) {
	if days, end, ok := dateWords.days.at(t, i); ok && (i == 0 || !hangul(t[i-1])) {
		return Shift{Days: days}, end, true
	}
	n, end := 0, i
	if v, stop, ok := korean.ones.at(t, i); ok && (i == 0 || !hangul(t[i-1])) {
		n, end = int(v), stop
	} else if num, ok := cjkNumeral(t, i); ok && !num.vague && num.value == float64(int(num.value)) && num.value <= 100 {
		n, end = int(num.value), num.end
	}
	if n < 1 {
		return Shift{}, 0, false
	}
	unit, stop, ok := dateWords.spans.at(t, space(t, end))
	switch {
	case !ok:
		return Shift{}, 0, false
	case unit == "day":
		return Shift{Days: n}, stop, true
	case unit == "week":
		return Shift{Weeks: n}, stop, true
	}
	return Shift{Months: n}, stop, true
}
