package quantity

// This file reads English dates counted from another: six days later, three weeks ago.

// after reads "six days later" and "two years earlier", counted from the date
// spoken of before, and "three weeks ago", counted from the day of writing.
func after(t []rune, i int) (Point, int, bool) {
	n, ok := englishNumeral(t, i)
	if j := skipWord(t, i, "a", "an"); j > i {
		n, ok = numeral{value: 1, end: j - 1}, true
	}
	if !ok || n.vague || n.value != float64(int(n.value)) || n.value < 1 || n.value > 400 || n.end >= len(t) || t[n.end] != ' ' {
		return Point{}, 0, false
	}
	unit, end, ok := units.suffixes.at(t, n.end+1)
	if j := skipWord(t, n.end+1, "fortnight", "fortnights"); j > n.end+1 {
		unit, end, ok, n.value = "week", j-1, true, 2*n.value
	}
	if !ok || end >= len(t) || t[end] != ' ' {
		return Point{}, 0, false
	}
	away, stop, ok := dateWords.away.at(t, end+1)
	if !ok {
		return Point{}, 0, false
	}
	p := Point{Base: Context, Grain: Day}
	if openAway(t, end+1, stop) {
		if p.Base, ok = countedFrom(t, i, end+1, stop); !ok {
			return Point{}, 0, false
		}
	}
	if away == "ago" {
		p.Base = Reference
	}
	v := int(n.value)
	if away != "later" || p.Base == Beside {
		v = -v
	}
	switch unit {
	case "day":
		p.Shift.Days = v
	case "week":
		p.Shift.Weeks = v
	case "month":
		p.Shift.Months, p.Grain = v, Month
	case "year":
		p.Shift.Years, p.Grain = v, Year
	default:
		return Point{}, 0, false
	}
	return p, stop, true
}

// openAway reports whether a word that may as well be a preposition, three months
// on, two days before, has an object behind it.
func openAway(t []rune, i, end int) bool {
	switch t[i] {
	case 'o', 'O':
		return end >= len(t) || t[end] != ','
	case 'b', 'B':
		return end < len(t) && t[end] != ',' && t[end] != '.' && t[end] != ';'
	}
	return same(t[i:end], []rune("after")) && end < len(t) && t[end] != ',' && t[end] != '.' && t[end] != ';'
}

// beforeThat reports whether "one week after", from t[i] to t[end], opens an English clause of
// what had been so long before the date beside it: on Oct. 28, one week after parliament
// elected her; a day after a call with Xi.
func beforeThat(t []rune, i, word, end int) bool {
	back := spaceBack(t, i)
	if back == 0 || t[back-1] != ',' || !same(t[word:end], []rune("after")) {
		return false
	}
	stop := end
	for stop < len(t) && t[stop] != ',' && t[stop] != ';' && t[stop] != '.' {
		stop++
	}
	return len(Dates(t[end:stop])) == 0
}

// countedFrom tells from which date "three days after", which ends at t[end] and opens
// its clause at t[i], counts: the one that its clause gives, or that before if it only
// points back: five days after the report.
func countedFrom(t []rune, i, word, end int) (Base, bool) {
	back := spaceBack(t, i)
	if beforeThat(t, i, word, end) {
		return Beside, true
	}
	if !same(t[word:end], []rune("after")) || back > 0 && t[back-1] != ';' && t[back-1] != ':' && t[back-1] != '.' {
		return Absent, false
	}
	stop := end
	for stop < len(t) && t[stop] != ',' && t[stop] != ';' {
		stop++
	}
	for _, d := range Dates(t[end:stop]) {
		return Following, d.From.Month != 0
	}
	return Context, skipWord(t, end+1, "the", "that", "this") > end+1
}
