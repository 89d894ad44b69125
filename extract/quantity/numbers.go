package quantity

import "strings"

// Numbers returns the numbers in folded text, in order, none overlapping.
// Dates are among them (2025年 is a number of years to this function); model
// designations such as F-35 and pairs such as 2+2 are not.
func Numbers(t []rune) []Number {
	var out []Number
	for i, text := 0, t; i < len(text); {
		if !numberStarts.has(text[i]) {
			i = skip(text, i)
			continue
		}
		t := text[:min(len(text), i+window)]
		n, ok := numberAt(t, i)
		if !ok {
			i = skip(t, i)
			continue
		}
		n.money(t)
		if n.ofLaw(t) {
			i = n.End
			continue
		}
		if k := len(out); k > 0 && n.Start < out[k-1].End {
			n.Start = n.NumStart
		}
		n.hedges(t)
		out = append(out, n)
		i = max(n.End, i+1)
	}
	return shares(t, ranges(t, out))
}

// skip steps over a rune, or over a whole Latin word or designation (F-35).
func skip(t []rune, i int) int {
	if !latin(t[i]) && !digit(t[i]) {
		return i + 1
	}
	for i < len(t) && (latin(t[i]) || digit(t[i]) || joint(t, i)) {
		i++
		if i < len(t) && latin(t[i-1]) && percentAt(t, i) {
			break // GDP2.6%
		}
	}
	return i
}

// joint reports whether the mark at t[i] holds a designation together: F-35, V2.0.
func joint(t []rune, i int) bool {
	if i == 0 || i+1 >= len(t) || !digit(t[i+1]) {
		return false
	}
	return t[i] == '-' && latin(t[i-1]) || t[i] == '.' && digit(t[i-1])
}

// percentAt reports whether the digits at t[i] are a percentage.
func percentAt(t []rune, i int) bool {
	j := i
	for j < len(t) && (digit(t[j]) || t[j] == '.') {
		j++
	}
	return j > i && j < len(t) && t[j] == '%'
}

// vulgar are the fractions with a character of their own.
var vulgar = map[rune]float64{
	'½': 1. / 2, '⅓': 1. / 3, '⅔': 2. / 3, '¼': 1. / 4, '¾': 3. / 4, '⅕': 1. / 5, '⅖': 2. / 5, '⅗': 3. / 5, '⅘': 4. / 5,
	'⅙': 1. / 6, '⅚': 5. / 6, '⅛': 1. / 8, '⅜': 3. / 8, '⅝': 5. / 8, '⅞': 7. / 8,
}

// ofLaw reports whether a number is that of an article of a Korean law, for which the word
// is the same as for a trillion: 무역법 122조.
func (n *Number) ofLaw(t []rune) bool {
	j := spaceBack(t, n.Start)
	if n.Unit != "" || t[n.NumEnd-1] != '조' || j < 2 || !hangul(t[j-1]) {
		return false
	}
	last := string(t[j-2 : j])
	return t[j-1] == '법' && last != "방법" || last == "협정" || last == "조약" || last == "헌장"
}

// numberAt reads the number that starts at t[i].
func numberAt(t []rune, i int) (Number, bool) {
	r := t[i]
	switch {
	case r < 0x80 && !digit(r) && !latin(r):
		return Number{}, false
	case r < 0x2200 && r > 0xBB && vulgar[r] != 0:
		return Number{Start: i, End: i + 1, NumStart: i, NumEnd: i + 1, Value: vulgar[r], High: vulgar[r], Unit: "fraction"}, true
	case r >= 0x80 && r < 0x3007, r >= 0x3040 && r < 0x30FF && r != '初' && r != 'マ':
		return Number{}, false
	case digit(r):
		return digitsAt(t, i)
	case latin(r):
		if i > 0 && (latin(t[i-1]) || digit(t[i-1])) {
			return Number{}, false
		}
		return englishAt(t, i)
	}
	return cjkAt(t, i)
}

// digitsAt reads a number written in digits.
func digitsAt(t []rune, i int) (Number, bool) {
	if designation(t, i) {
		return Number{}, false
	}
	if v, end, ok := englishOrdinal(t, i); ok {
		n := Number{Start: i, End: end, NumStart: i, NumEnd: end, Value: v, High: v, Ordinal: true}
		return n, true
	}
	num, ok := cjkNumeral(t, i)
	if !ok {
		return Number{}, false
	}
	if e, ok := englishNumeral(t, i); ok && e.end > num.end {
		num = e
	}
	if num.end < len(t) && (latin(t[num.end]) || t[num.end] == '+' || t[num.end] == '×') {
		if _, _, unit := units.suffixes.at(t, num.end); !unit {
			return Number{}, false
		}
	}
	return finish(t, i, num)
}

// designation reports whether the digits at t[i] belong to a name: F-35, 2+2,
// Covid-19, No.7.
func designation(t []rune, i int) bool {
	if i == 0 {
		return false
	}
	if _, _, money := units.prefixes.before(t, i); money {
		return false
	}
	switch p := t[i-1]; {
	case latin(p):
		return !percentAt(t, i)
	case p == '+', p == '×', p == '#', p == '_':
		return true
	case p == '-' || p == '/' || p == '.' || p == '–':
		return i > 1 && latin(t[i-2])
	}
	return false
}

// finish gives a numeral its unit, and a fraction its other half.
func finish(t []rune, i int, num numeral) (Number, bool) {
	n := Number{
		Start: i, End: num.end, NumStart: i, NumEnd: num.end,
		Value: num.value, Vague: num.vague, Approx: num.approx,
	}
	if !n.fraction(t) {
		n.unit(t)
	}
	n.Lone = num.lone && n.Unit == ""
	if !num.arabic && n.NumEnd-n.NumStart == 1 && n.Unit == "" && n.Counter == "" {
		n.Lone = true
	}
	n.High = n.Value
	if num.wide > 0 && num.value > 0 {
		n.High, n.Approx = n.Value*(1+num.wide/num.value), true
	}
	n.sign(t)
	return n, true
}

// fraction reads 三分之二 and 3/4.
func (n *Number) fraction(t []rune) bool {
	j := n.NumEnd
	if j+2 < len(t) && t[j] == ' ' && t[j+1] == '분' && t[j+2] == '의' {
		j++
	}
	if j+1 >= len(t) || n.Value == 0 {
		return false
	}
	var k int
	switch {
	case j+2 < len(t) && t[j] == '分' && (t[j+1] == '之' || t[j+1] == 'の'), j+2 < len(t) && t[j] == '분' && t[j+1] == '의':
		k = space(t, j+2)
	case t[j] == '/' && digit(t[j+1]) && j > 0 && digit(t[j-1]):
		v, end, plain := arabic(t, j+1)
		if !plain || v == 0 || end < len(t) && t[end] == '/' || v > 100 {
			return false
		}
		n.Value, n.Unit, n.NumEnd, n.End = n.Value/v, "fraction", end, end
		return true
	default:
		return false
	}
	if k >= len(t) {
		return false
	}
	num, ok := cjkNumeral(t, k)
	if !ok {
		return false
	}
	n.Value, n.Unit, n.NumEnd, n.End = num.value/n.Value, "fraction", num.end, num.end
	return true
}

// sign reads a minus before the number.
func (n *Number) sign(t []rune) {
	j := spaceBack(t, n.Start)
	if _, start, ok := units.negative.before(t, j); ok && !(start > 0 && han(t[start]) && han(t[start-1])) { // not 税负, 背负
		n.Value, n.High, n.Start, n.NumStart = -n.Value, -n.High, start, start
		return
	}
	if i := n.Start; i > 0 && (t[i-1] == '-' || t[i-1] == '−') && (i == 1 || t[i-2] == ' ' || t[i-2] == '(' || t[i-2] >= 0x3041 && t[i-2] <= 0x3096) {
		n.Value, n.High, n.Start, n.NumStart = -n.Value, -n.High, i-1, i-1
	}
}

// cjkAt reads a number that starts with a Han or Hangul word.
func cjkAt(t []rune, i int) (Number, bool) {
	r := t[i]
	if _, end, ok := units.firsts.at(t, i); ok && !(hangul(r) && i > 0 && hangul(t[i-1])) {
		return Number{Start: i, End: end, NumStart: i, NumEnd: end, Value: 1, High: 1, Ordinal: true}, true
	}
	if _, end, ok := units.halves.at(t, i); ok {
		return Number{Start: i, End: end, NumStart: i, NumEnd: end, Value: 0.5, High: 0.5, Unit: "fraction"}, true
	}
	if _, end, word := units.noNumbers.at(t, i); word {
		return Number{Start: i, End: end, NumStart: i, NumEnd: end}, false
	}
	if _, end, ok := units.ordinal.at(t, i); ok {
		return cjkOrdinal(t, i, end)
	}
	if n, ok := percentWords(t, i); ok {
		return n, true
	}
	if hangul(r) {
		return hangulAt(t, i)
	}
	if r == '陆' && i > 0 && han(t[i-1]) {
		return Number{}, false // 大陆一度
	}
	num, ok := cjkNumeral(t, i)
	if !ok || hangulInside(t[i:num.end]) {
		return Number{}, false
	}
	return finish(t, i, num)
}

// percentWords reads 百分之三.
func percentWords(t []rune, i int) (Number, bool) {
	if i+3 >= len(t) || t[i+1] != '分' || t[i+2] != '之' || t[i] != '百' && t[i] != '千' && t[i] != '万' {
		return Number{}, false
	}
	num, ok := cjkNumeral(t, i+3)
	if !ok {
		return Number{}, false
	}
	v := num.value / magnitudeOf(t[i]) * 100
	n := Number{Start: i, End: num.end, NumStart: i, NumEnd: num.end, Value: round(v), High: round(v), Unit: "%"}
	n.sign(t)
	return n, true
}

// cjkOrdinal reads 第三次, 제2차: the numeral starts at t[j].
func cjkOrdinal(t []rune, i, j int) (Number, bool) {
	j = space(t, j)
	if j >= len(t) {
		return Number{}, false
	}
	num, ok := cjkNumeral(t, j)
	if !ok || hangul(t[i]) && i > 0 && hangul(t[i-1]) {
		return Number{}, false
	}
	n := Number{Start: i, End: num.end, NumStart: i, NumEnd: num.end, Value: num.value, High: num.value, Ordinal: true}
	n.unit(t)
	n.Unit = ""
	return n, true
}

// hangulAt reads a numeral spelled in Hangul. Most syllables that can be digits
// are also parts of words, so it must be a word of its own that holds a
// magnitude, or a native numeral with its counter.
func hangulAt(t []rune, i int) (Number, bool) {
	if i > 0 && hangul(t[i-1]) {
		return Number{}, false
	}
	if n, ok := nativeKorean(t, i); ok {
		return n, true
	}
	if _, _, word := units.noNumbers.at(t, i); word {
		return Number{}, false
	}
	num, ok := cjkNumeral(t, i)
	if !ok {
		return Number{}, false
	}
	if num.lone || num.end-i < 2 {
		n, _ := finish(t, i, num)
		return n, n.Unit == "%" || n.Unit == "fraction"
	}
	n, ok := finish(t, i, num)
	if n.Unit == "" && n.Counter == "" && num.end < len(t) && hangul(t[num.end]) && !strings.ContainsRune(units.particles, t[num.end]) {
		return Number{}, false
	}
	return n, ok
}

func hangulInside(t []rune) bool {
	for _, r := range t {
		if hangul(r) {
			return true
		}
	}
	return false
}

// englishAt reads a number that starts with an English word.
func englishAt(t []rune, i int) (Number, bool) {
	if _, end, ok := units.halves.at(t, i); ok {
		return Number{Start: i, End: end, NumStart: i, NumEnd: end, Value: 0.5, High: 0.5, Unit: "fraction"}, true
	}
	if v, end, ok := english.fractions.at(t, i); ok {
		if n, ok := halfOf(t, i, end, v); ok {
			return n, true
		}
		if n, ok := partOfAge(t, i, end, v); ok {
			return n, true
		}
		return Number{Start: i, End: end, NumStart: i, NumEnd: end, Value: v, High: v, Unit: "fraction"}, true
	}
	if v, end, ok := english.multiples.at(t, i); ok {
		return Number{Start: i, End: end, NumStart: i, NumEnd: end, Value: v, High: v, Unit: "times"}, true
	}
	if v, end, ok := englishOrdinal(t, i); ok {
		return Number{Start: i, End: end, NumStart: i, NumEnd: end, Value: v, High: v, Ordinal: true}, true
	}
	if end, ok := onePoint(t, i); ok {
		return Number{Start: i, End: end, NumStart: i, NumEnd: end, Value: 1, High: 1, Unit: "pp"}, true
	}
	num, ok := englishNumeral(t, i)
	if !ok {
		return Number{}, false
	}
	if d, end, ok := english.denominators.at(t, nextWord(t, num.end)); ok {
		v := num.value / d
		if n, ok := partOfAge(t, i, end, v); ok {
			return n, true
		}
		return Number{Start: i, End: end, NumStart: i, NumEnd: end, Value: v, High: v, Unit: "fraction"}, true
	}
	return finish(t, i, num)
}

// onePoint reads "a percentage point" and "a single percentage point".
func onePoint(t []rune, i int) (end int, ok bool) {
	for _, words := range []string{"a percentage point", "a single percentage point", "a full percentage point"} {
		if end := i + len(words); end <= len(t) && same(t[i:end], []rune(words)) && (end == len(t) || !latin(t[end])) {
			return end, true
		}
	}
	return 0, false
}

// halfOf reads "half a million", "half million" and "half a point" from the half at
// t[i:end].
func halfOf(t []rune, i, end int, v float64) (Number, bool) {
	j := skipWord(t, space(t, end), "a")
	if at := skipWord(t, j, "percentage"); j > end+1 && at+len("point") <= len(t) && same(t[at:at+len("point")], []rune("point")) {
		return Number{Start: i, End: at + len("point"), NumStart: i, NumEnd: end, Value: v, High: v, Unit: "pp"}, true
	}
	m, stop, ok := english.magnitudes.at(t, j)
	if !ok || stop-j < 3 {
		return Number{}, false
	}
	return finish(t, i, numeral{end: stop, value: v * m})
}

// partOfAge reads the years of "half a century" and "a quarter of a century" from the
// fraction at t[i:end].
func partOfAge(t []rune, i, end int, v float64) (Number, bool) {
	j := skipWord(t, space(t, end), "of", "a")
	for _, age := range [...]struct {
		name  string
		years float64
	}{{"century", 100}, {"decade", 10}} {
		if stop := j + len(age.name); j > end && followedBy(t, j, age.name) && (stop == len(t) || !latin(t[stop])) {
			v *= age.years
			return Number{Start: i, End: stop, NumStart: i, NumEnd: end, Value: v, High: v, Unit: "year"}, true
		}
	}
	return Number{}, false
}

// ranges joins two numbers with a range mark between them: 3至5年, 2-3 per cent.
// The first has no unit of its own; with its own unit it stays a number apart.
func ranges(t []rune, list []Number) []Number {
	out := list[:0]
	for _, n := range list {
		if k := len(out); k > 0 && out[k-1].opens(t, n) {
			p := &out[k-1]
			p.High, p.Unit, p.Counter = n.Value, n.Unit, n.Counter
			p.End, p.NumEnd, p.Lone = n.End, n.NumEnd, false
			p.Value *= scaleOf(t, *p, n)
			continue
		}
		out = append(out, n)
	}
	return out
}

// opensEnglish reports whether n is the lower end of an English range whose upper end
// has the unit or magnitude of both: 4 to 7 million, and not from 4 to 7 million.
func (n *Number) opensEnglish(t []rune, next Number) bool {
	if string(t[n.End:next.Start]) != " to " || next.NumStart != next.Start {
		return false
	}
	before := string(t[max(0, n.Start-len("from ")):n.Start])
	return before != "from " && before != "From " && n.Value < 1000 && n.Value < next.Value && (next.Unit != "" || next.Value >= 1e6)
}

func (n *Number) opens(t []rune, next Number) bool {
	if n.Unit != "" || n.Counter != "" || n.Ordinal || next.Ordinal || next.Start <= n.End || n.High != n.Value {
		return false
	}
	if last := t[n.NumEnd-1]; magnitudeOf(last) >= 1e4 && len(next.Unit) == 3 {
		return false // 2000亿至3000亿: two sums
	}
	if n.opensEnglish(t, next) {
		return true
	}
	_, end, ok := units.rangeMarks.at(t, n.End)
	return ok && end == next.Start && next.NumStart == next.Start
}

// scaleOf is the magnitude that a range writes only once: 3至5亿.
func scaleOf(t []rune, a, b Number) float64 {
	if a.Value >= 1000 || b.Value < 1e4 {
		return 1
	}
	last := t[b.NumEnd-1]
	if m := magnitudeOf(last); m >= 1e4 {
		return m
	}
	if m, _, ok := english.magnitudes.before(t, b.NumEnd); ok && m >= 1e6 {
		return m
	}
	return 1
}
