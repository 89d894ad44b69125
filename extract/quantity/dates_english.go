package quantity

// englishPoint reads an English date: July 22, 2025; 22 July 2025; late May;
// 2025; last year; last Saturday; the first half of 2025.
func englishPoint(t []rune, i int) (Point, int, bool) {
	if i >= len(t) {
		return Point{}, 0, false
	}
	part, j := englishPart2(t, i)
	if part != Whole {
		p, end, ok := englishPoint(t, j)
		if !ok || p.Part != Whole {
			return Point{}, 0, false
		}
		p.Part = part
		return p, end, true
	}
	if q, j, ok := dateWords.quarters.at(t, i); ok && latin(t[i]) {
		if p, end, ok := englishPoint(t, skipWord(t, space(t, j), "of", "the")); ok && p.Month == 0 {
			p.Quarter = q
			return p, end, true
		}
		return Point{Quarter: q, Base: Context}, j, true
	}
	if p, end, ok := after(t, i); ok {
		return p, end, true
	}
	if half, j, ok := dateWords.halves.at(t, i); ok && latin(t[i]) {
		if p, end, ok := englishPoint(t, space(t, j)); ok && p.Month == 0 {
			p.Part = partNames[half]
			return p, end, true
		}
		return Point{}, 0, false
	}
	if j := skipWord(t, i, "month", "year"); j > i {
		if j = skipWord(t, j, "of"); j < len(t) {
			if p, end, ok := monthFirst(t, j); ok {
				return p, end, true
			}
		}
	}
	if rel, end, ok := dateWords.relative.at(t, i); ok && latin(t[i]) {
		if p, stop, ok := monthFirst(t, skipWord(t, space(t, end), "of")); ok && followedBy(t, end, " of ") {
			return p, stop, true // the last week of January
		}
		return englishRelative(t, rel, end)
	}
	if digit(t[i]) {
		if p, end, ok := after(t, i); ok {
			return p, end, true
		}
		return dayFirst(t, i)
	}
	if p, end, ok := monthFirst(t, i); ok {
		return p, end, true
	}
	if _, end, ok := dateWords.weekdays.at(t, i); ok && latin(t[i]) {
		return weekdayPoint(t, i, end)
	}
	return Point{}, 0, false
}

// englishPart2 reads early, mid- and late, and "the end of", before a date.
func englishPart2(t []rune, i int) (Part, int) {
	part, end, ok := dateWords.parts.at(t, i)
	if !ok || !latin(t[i]) || end >= len(t) || t[end] != ' ' && t[end] != '-' {
		return Whole, i
	}
	return part, skipWord(t, end+1, "in", "the")
}

// skipWord steps over the given words and the spaces after them.
func skipWord(t []rune, i int, skip ...string) int {
	for _, w := range skip {
		r := []rune(w)
		if i+len(r) < len(t) && same(t[i:i+len(r)], r) && t[i+len(r)] == ' ' {
			i += len(r) + 1
		}
	}
	return i
}

// followedBy reports whether words stand at t[i:].
func followedBy(t []rune, i int, words string) bool {
	r := []rune(words)
	return i+len(r) <= len(t) && same(t[i:i+len(r)], r)
}

// englishRelative reads the month or weekday that may follow: "last month",
// "this year's April" is left at the year.
func englishRelative(t []rune, rel relative, end int) (Point, int, bool) {
	p := Point{Base: rel.base, Shift: rel.shift}
	return finest(p, rel, nil, end)
}

// monthFirst reads "July 22, 2025", "July 2025", "July", "last July".
func monthFirst(t []rune, i int) (Point, int, bool) {
	base, j := englishBase(t, i)
	m, end, ok := dateWords.months.at(t, j)
	if ok && end < len(t) && t[end] == '-' && end-j == 3 {
		return Point{}, 0, false // Mar-a-Lago
	}
	if !ok || !upper(t[j]) && !lowerMonth(t, j, end) {
		if j > i {
			return lastWeekday(t, j, base)
		}
		return Point{}, 0, false
	}
	p := base
	p.Month, p.Grain = m, Month
	k := skipWord(t, space(t, end), "the")
	if day, stop, ok := englishDay(t, k); ok {
		p.Day, p.Grain, end = day, Day, stop
	}
	if year, stop, ok := englishYear(t, end); ok && base.Base == Absent {
		p.Year, end = year, stop
	} else if rel, stop, ok := yearBehind(t, end); ok && base.Base == Absent {
		p.Base, p.Shift, end = rel.base, rel.shift, stop
	} else if p.Day == 0 && base.Base == Absent && !monthStands(t, j, end) {
		return Point{}, 0, false
	}
	return p, end, true
}

// monthBases are the words before a month, season or weekday that say of which
// year it is.
var monthBases = newWords(map[string]Point{
	"this": {Base: Reference}, "this past": {Base: Reference}, "this coming": {Base: Reference},
	"last": {Base: Reference, Shift: Shift{Years: -1}}, "past": {Base: Reference, Shift: Shift{Years: -1}},
	"next": {Base: Reference, Shift: Shift{Years: 1}},
	"that": {Base: Context}, "that same": {Base: Context}, "the same": {Base: Context},
	"the following": {Base: Context, Turn: 1}, "the next": {Base: Context, Turn: 1},
	"the previous": {Base: Context, Turn: -1}, "the preceding": {Base: Context, Turn: -1},
})

// yearBehind reads the year that a word behind a month counts from another: March
// of the following year, May 3 this year.
func yearBehind(t []rune, i int) (relative, int, bool) {
	if i < len(t) && t[i] == ',' {
		i++
	}
	k := skipWord(t, space(t, i), "of", "in")
	if k == i {
		return relative{}, 0, false
	}
	rel, end, ok := dateWords.relative.at(t, k)
	if !ok || rel.unit != "year" || !latin(t[k]) || end+1 < len(t) && t[end] == '\'' && t[end+1] == 's' {
		return relative{}, 0, false
	}
	return rel, end, true
}

// lowerMonth reports whether a month's name without its capital is one all the
// same: any name that is no other word, or one with a day or year.
func lowerMonth(t []rune, i, end int) bool {
	name := t[i:end]
	other := same(name, []rune("may")) || same(name, []rune("march")) || same(name, []rune("mar")) || same(name, []rune("august")) || same(name, []rune("sep"))
	if !other && end-i > 3 {
		return true
	}
	k := skipWord(t, space(t, end), "the")
	_, _, day := englishDay(t, k)
	_, _, year := englishYear(t, end)
	return day || year
}

// englishBase reads this, last, next, that or the following before a month or
// weekday.
func englishBase(t []rune, i int) (Point, int) {
	p, end, ok := monthBases.at(t, i)
	if !ok || end+1 >= len(t) || t[end] != ' ' {
		return Point{}, i
	}
	return p, end + 1
}

// lastWeekday reads the weekday or season after this, last or next: last Monday,
// that spring.
func lastWeekday(t []rune, j int, base Point) (Point, int, bool) {
	if q, end, ok := dateWords.seasons.at(t, j); ok {
		base.Quarter, base.Season = q, true
		return base, end, true
	}
	wd, end, ok := dateWords.weekdays.at(t, j)
	if !ok || base.Base == Absent {
		return Point{}, 0, false
	}
	if base.Base == Context {
		return Point{Base: Context, Turn: base.Turn, Weekday: wd, Grain: Day}, end, true // that Friday, the following Friday
	}
	return Point{Base: Reference, Shift: Shift{Weeks: base.Shift.Years}, Weekday: wd, Grain: Day}, end, true
}

// weekdayPoint reads a weekday: alone it is a day near the day of writing;
// before a full date it only repeats it.
func weekdayPoint(t []rune, i, end int) (Point, int, bool) {
	j := end
	if j < len(t) && t[j] == ',' {
		j++
	}
	j = skipWord(t, space(t, j), "the")
	if j < len(t) && j > end {
		if p, stop, ok := englishPoint(t, j); ok && p.Day != 0 {
			return p, stop, true
		}
	}
	wd, _, _ := dateWords.weekdays.at(t, i)
	return Point{Base: Reference, Weekday: wd, Grain: Day}, end, true
}

// englishDay reads the day after a month: 22, 22nd, twenty-second.
func englishDay(t []rune, i int) (day, end int, ok bool) {
	if i >= len(t) {
		return 0, 0, false
	}
	if v, end, ok := englishOrdinal(t, i); ok && validDay(int(v)) && v == float64(int(v)) {
		return int(v), end, true
	}
	if !digit(t[i]) {
		return 0, 0, false
	}
	day, end, ok = intAt(t, i)
	if !ok || end-i > 2 || !validDay(day) || end < len(t) && (latin(t[end]) || t[end] == '%' || t[end] == ':') {
		return 0, 0, false
	}
	if end+1 < len(t) && (t[end] == '.' || t[end] == ',') && digit(t[end+1]) {
		return 0, 0, false
	}
	return day, end, true
}

// englishYear reads ", 2025", " 2025", " of 2025", ", 1980 BC" not.
func englishYear(t []rune, i int) (year, end int, ok bool) {
	j := i
	if j < len(t) && t[j] == ',' {
		j++
	}
	j = skipWord(t, space(t, j), "of", "in")
	if j == i || j >= len(t) || !digit(t[j]) {
		return 0, 0, false
	}
	year, end, ok = intAt(t, j)
	return year, end, ok && end-j == 4 && plausibleYear(year) && !(end < len(t) && (latin(t[end]) || t[end] == '%')) &&
		!(end+1 < len(t) && t[end] == ',' && digit(t[end+1]))
}

// monthStands reports whether a month's name alone is a date: after a
// preposition, or when it is no other word.
func monthStands(t []rune, i, end int) bool {
	name := end - i
	if name == 3 && same(t[i:end], []rune("may")) || name == 5 && same(t[i:end], []rune("march")) {
		_, _, ok := dateWords.prepositions.before(t, spaceBack(t, i))
		return ok
	}
	if name <= 3 {
		_, _, ok := dateWords.prepositions.before(t, spaceBack(t, i))
		return ok && upper(t[i])
	}
	return true
}

// dayFirst reads "22 July 2025", "the 4th of March", and a year that stands
// alone.
func dayFirst(t []rune, i int) (Point, int, bool) {
	if p, end, ok := monthYear(t, i); ok {
		return p, end, true
	}
	if p, end, ok := yearMonth(t, i); ok {
		return p, end, true
	}
	if day, end, ok := englishDay(t, i); ok {
		k := skipWord(t, space(t, end), "of")
		if m, stop, ok := dateWords.months.at(t, k); ok && k > end {
			p := Point{Month: m, Day: day, Grain: Day}
			if year, last, ok := englishYear(t, stop); ok {
				p.Year, stop = year, last
			} else if rel, last, ok := yearBehind(t, stop); ok {
				p.Base, p.Shift, stop = rel.base, rel.shift, last
			}
			return p, stop, true
		}
		if p, stop, ok := dayAlone(t, i, day, end); ok {
			return p, stop, true
		}
		if p, stop, ok := dayRange(t, day, end); ok {
			return p, stop, true
		}
	}
	return bareYear(t, i)
}

// dayAlone reads the day of "on the 28th", whose month was named before.
func dayAlone(t []rune, i, day, end int) (Point, int, bool) {
	const before = "on the "
	if i < len(before) || end-i < 3 || digit(t[end-1]) || !same(t[i-len(before):i], []rune(before)) {
		return Point{}, 0, false
	}
	if end < len(t) && t[end] == ' ' {
		if k := skipWord(t, end+1, "of"); k > end+1 {
			if rel, stop, ok := dateWords.relative.at(t, k); ok && rel.unit == "month" {
				return Point{Base: rel.base, Shift: rel.shift, Day: day, Grain: Day}, stop, true
			}
		}
		_, _, ok := dateWords.afterDay.at(t, end+1)
		return Point{Day: day, Grain: Day}, end, ok || opensWithName(t, i-len(before), end)
	}
	return Point{Day: day, Grain: Day}, end, end == len(t) || t[end] == ',' || t[end] == '.' || t[end] == ';'
}

// opensWithName reports whether a day opens a clause and a name follows: "; on the
// 20th Zelensky flew in", and not "on the 20th Party Congress".
func opensWithName(t []rune, i, end int) bool {
	opens := i == 0 || i > 1 && t[i-1] == ' ' && (t[i-2] == ',' || t[i-2] == ';' || t[i-2] == ':')
	_, _, number := dateWords.numbered.at(t, end+1)
	return opens && end+1 < len(t) && upper(t[end+1]) && !number
}

// monthYear reads 11/2016 and 11-2016.
func monthYear(t []rune, i int) (Point, int, bool) {
	month, j, ok := intAt(t, i)
	if !ok || !validMonth(month) || j-i > 2 || j >= len(t) || t[j] != '/' && t[j] != '-' || i > 0 && strangeBefore(t[i-1]) {
		return Point{}, 0, false
	}
	year, end, ok := intAt(t, j+1)
	if !ok || end-j != 5 || year < 1900 || year > 2100 || end < len(t) && (latin(t[end]) || digit(t[end]) || t[end] == t[j]) || i > 1 && (t[i-1] == '/' || t[i-1] == '-') {
		return Point{}, 0, false
	}
	return Point{Year: year, Month: month, Grain: Month}, end, true
}

// yearMonth reads 2016-11 and 2016/11.
func yearMonth(t []rune, i int) (Point, int, bool) {
	year, j, ok := intAt(t, i)
	if !ok || j-i != 4 || !plausibleYear(year) || j >= len(t) || t[j] != '-' && t[j] != '/' {
		return Point{}, 0, false
	}
	month, end, ok := intAt(t, j+1)
	if !ok || end-j > 3 || !validMonth(month) || end < len(t) && (digit(t[end]) || latin(t[end]) || t[end] == t[j]) || i > 0 && strangeBefore(t[i-1]) {
		return Point{}, 0, false
	}
	if t[j] == '-' && end-j == 3 && month > year%100 {
		return Point{}, 0, false // 2005-10 may be two years
	}
	return Point{Year: year, Month: month, Grain: Month}, end, true
}

// dayRange reads the first day of "28-29 July 2025", "15 to 19 September" and "24 and 25
// June": the month follows the second.
func dayRange(t []rune, day, end int) (Point, int, bool) {
	_, k, ok := dateWords.rangeMarks.at(t, space(t, end))
	if !ok {
		_, k, ok = dateWords.and.at(t, space(t, end))
	}
	if k = space(t, k); !ok || k >= len(t) || !digit(t[k]) {
		return Point{}, 0, false
	}
	if _, stop, ok := englishDay(t, k); ok {
		if p, _, ok := dayFirst(t, k); ok && p.Month != 0 && p.Day != 0 && stop > k {
			p.Day = day
			return p, end, true
		}
	}
	return Point{}, 0, false
}

// bareYear reads a year of four digits that stands alone, and "the 1990s".
func bareYear(t []rune, i int) (Point, int, bool) {
	year, end, ok := intAt(t, i)
	if !ok || end-i != 4 || year < 1700 || year > 2100 {
		return Point{}, 0, false
	}
	if i > 0 && strangeBefore(t[i-1]) || end < len(t) && !yearEnds(t, end) {
		return Point{}, 0, false
	}
	if end < len(t) && (t[end] == 's' || t[end] == '\'' && end+1 < len(t) && t[end+1] == 's' && year%10 == 0) {
		stop := end + 1
		if t[end] == '\'' {
			stop++
		}
		return Point{Year: year, Span: 10}, stop, true
	}
	return Point{Year: year}, end, true
}

// strangeBefore reports whether a year cannot follow r: $2025, №2025, -2025.
func strangeBefore(r rune) bool {
	switch r {
	case '$', '¥', '€', '£', '#', '+', '.', '₩':
		return true
	}
	return latin(r) || digit(r) || han(r) || hangul(r)
}

// yearEnds reports whether what follows a year lets it be one.
func yearEnds(t []rune, i int) bool {
	switch r := t[i]; {
	case r == 's' && (i+1 == len(t) || !latin(t[i+1])):
		return true
	case latin(r), digit(r), r == '%', r == ':', han(r), hangul(r):
		return false
	case (r == '.' || r == ',') && i+1 < len(t) && digit(t[i+1]):
		return false
	case r == ' ':
		return !countedNext(t, i+1)
	}
	return true
}

// countedNext reports whether a unit follows, so that 2000 is a number: "2000 km".
func countedNext(t []rune, i int) bool {
	u, _, ok := units.suffixes.at(t, i)
	if ok && u != "" {
		return true
	}
	_, _, ok = english.magnitudes.at(t, i)
	return ok
}
