package extract

import "github.com/ententelab/entente"

// More numbers that measure nothing: the day that opens a range of dates, an age,
// the hour, a time that only sets the scene, what was counted before.

// inPlace reports whether an English ordinal only orders the argument: in the
// first place.
func (r *reading) inPlace(after int) bool {
	text, i := r.text(), r.Start
	return after+5 <= len(text) && string(text[after:after+5]) == "place" && i >= 7 && string(text[i-6:i]) == "n the "
}

// ordersOnly reports whether what follows an English ordinal says that it only orders the
// argument or tells a time, the second week, the first is, or whether it is part of a name:
// the Neighbourhood First Policy.
func (r *reading) ordersOnly(after int) bool {
	text := r.text()
	if n, _ := figureData.OrdinalsIdle.at(text, after, len(text)); n > 0 && (after+n == len(text) || !latin(text[after+n])) {
		return true
	}
	at, end := wordBefore(text, r.Start, 0)
	return upper(text[r.Start]) && after < len(text) && upper(text[after]) && at >= 0 && end == skipSpace(text, r.Start) && upper(text[at])
}

// dayOfMonth reports whether an English number is a day that shares its month with
// the date beside it: from 20 to 22 August, June 24 and 25.
func (r *reading) dayOfMonth() bool {
	text := r.text()
	if r.p.doc.Lang != entente.English || r.Unit != "" || !digit(text[r.NumStart]) || r.Value < 1 || r.Value > 31 {
		return false
	}
	for _, d := range r.p.datesIn(r.s) {
		if d.from.Day == 0 {
			continue
		}
		if d.Start > r.NumEnd && digit(text[d.Start]) && betweenDays(text[r.NumEnd:d.Start]) {
			return true
		}
		if d.End < r.NumStart && digit(text[d.End-1]) && betweenDays(text[d.End:r.NumStart]) {
			return true
		}
	}
	return false
}

// betweenDays reports whether a gap joins two days.
func betweenDays(gap []rune) bool {
	switch string(gap) {
	case " to ", " and ", " or ", "-", "–", " – ", ", ":
		return true
	}
	return false
}

// yearsOld reports whether an English number between commas behind a name is an
// age: Kazuko Yamashita, 71, who lives by the fence, or that of somebody: nineteen-year-olds.
func (r *reading) yearsOld() bool {
	text, i, j := r.text(), r.NumStart, r.NumEnd
	if hasWord(text, j, len(text), "-year-old") || hasWord(text, j, len(text), "-year-olds") {
		return true
	}
	if r.p.doc.Lang != entente.English || r.Unit != "" || r.Value < 10 || r.Value > 110 || j >= len(text) || text[j] != ',' {
		return false
	}
	if i < 3 || text[i-1] != ' ' || text[i-2] != ',' {
		return false
	}
	at, end := wordBefore(text, i-2, 0)
	return at >= 0 && end == i-2 && upper(text[at])
}

// clockTime reports whether a number tells the hour, 凌晨两点, 6:30 p.m., or how much of
// one: half an hour.
func (r *reading) clockTime() bool {
	text := r.text()
	if r.NumEnd >= len(text) || r.Value > 60 {
		return false
	}
	after := figureData.HoursAfter
	if r.Unit == "%" {
		after = figureData.HalvesAfter
	}
	if n, _ := after.at(text, skipAhead(text, r.NumEnd), len(text)); n > 0 {
		return true
	}
	switch text[r.NumEnd] {
	case '点', '點', '时', '時':
		n, _ := figureData.Hours.before(text, r.NumStart, 0)
		return n > 0
	}
	return false
}

// rateOfExchange reports whether one unit of a currency is only what another is
// measured by: 1美元兑108日元.
func (r *reading) rateOfExchange() bool {
	text := r.text()
	return r.money() && r.Value == 1 && r.End < len(text) && (text[r.End] == '兑' || text[r.End] == '兌')
}

// thinksTwice reports whether "twice" is only a figure of speech.
func (r *reading) thinksTwice() bool {
	n, _ := figureData.Ponders.before(r.text(), skipSpace(r.text(), r.Start), 0)
	return n > 0
}

// setsScene reports whether a length of time only sets the scene for what follows:
// the English one that opens its sentence (For three decades the allies have,
// Three decades of mergers left), the Chinese one over which a sum is spread
// (五年43兆日圆, 五年合计).
func (r *reading) setsScene() bool {
	text := r.text()
	if r.p.doc.Lang == entente.English {
		i := skipSpace(text, r.Start)
		if n, _ := figureData.Approximately.before(text, i, 0); n > 0 {
			i = skipSpace(text, i-n)
		}
		n, _ := figureData.SpanOpens.before(text, i, 0)
		return n > 0 && n == i || i == 0 && r.ofSomething()
	}
	if r.p.doc.Lang != entente.Chinese {
		return false
	}
	i := r.End
	if i < len(text) && (text[i] == '间' || text[i] == '間') {
		i++
	}
	if i < len(text) && digit(text[i]) {
		return true
	}
	n, _ := figureData.Summed.at(text, i, len(text))
	return n > 0
}

// ofSomething reports whether "of" follows the number with its unit.
func (r *reading) ofSomething() bool {
	text, i := r.text(), skipAhead(r.text(), r.End)
	return i+3 <= len(text) && string(text[i:i+3]) == "of "
}

// takesUp reports whether a small Chinese count opens its sentence as its subject,
// and so takes up what was told before: 两份文件把, 三次跃升的共同点.
func (r *reading) takesUp() bool {
	text := r.text()
	return r.p.doc.Lang == entente.Chinese && r.Counter != "" && r.Start == 0 && r.End < len(text) && han(text[r.End])
}

func upper(q rune) bool { return q >= 'A' && q <= 'Z' }
