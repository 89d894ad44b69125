package quantity

import (
	"math"
	"strings"
)

// A numeral is a number without its unit, at text[start:end].
type numeral struct {
	end    int
	value  float64
	arabic bool // written in digits, at least its first part
	plain  bool // digits only: no comma, point or magnitude
	lone   bool // one CJK or English numeral word
	vague  bool
	approx bool    // 余, 多 inside
	wide   float64 // how far the upper of two neighbouring digits lies above: 两三百
	digits int     // CJK or Arabic digits in a row, for years
}

var cjkDigits = map[rune]float64{
	'〇': 0, '零': 0, '○': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
	'壹': 1, '贰': 2, '弐': 2, '叁': 3, '参': 3, '肆': 4, '伍': 5, '陆': 6, '柒': 7, '捌': 8, '玖': 9,
	'영': 0, '공': 0, '일': 1, '이': 2, '삼': 3, '사': 4, '오': 5, '육': 6, '륙': 6, '칠': 7, '팔': 8, '구': 9,
}

var cjkMagnitudes = map[rune]float64{
	'十': 1e1, '百': 1e2, '千': 1e3, '万': 1e4, '亿': 1e8, '億': 1e8, '兆': 1e12, '拾': 1e1, '佰': 1e2, '仟': 1e3,
	'십': 1e1, '백': 1e2, '천': 1e3, '만': 1e4, '억': 1e8, '조': 1e12,
}

// numerals says of each rune of the basic plane what numeral it is: 1 + its
// digit, or 10 + the power of ten that it stands for; 0 if none. It is asked for
// every rune of every text.
var numerals = func() *[0x10000]uint8 {
	n := new([0x10000]uint8)
	for r, v := range cjkDigits {
		n[r] = 1 + uint8(v)
	}
	for r, v := range cjkMagnitudes {
		n[r] = 10 + uint8(math.Round(math.Log10(v)))
	}
	return n
}()

func digitOf(r rune) (float64, bool) {
	if r > 0xFFFF {
		return 0, false
	}
	n := numerals[r]
	return float64(n) - 1, n > 0 && n <= 10
}

func magnitudeOf(r rune) float64 {
	if r > 0xFFFF || numerals[r] <= 10 {
		return 0
	}
	return powersOfTen[numerals[r]-10]
}

var powersOfTen = [...]float64{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12}

// arabic reads digits with thousands commas and a decimal point.
func arabic(t []rune, i int) (v float64, end int, plain bool) {
	end, plain = i, true
	for end < len(t) {
		switch {
		case digit(t[end]):
			v = v*10 + float64(t[end]-'0')
			end++
			continue
		case t[end] == ',' && end > i && thousands(t, end+1):
			plain = false
			end++
			continue
		case (t[end] == ' ' || t[end] == '\'') && end > i && spaced(t, i, end):
			plain = false
			end++
			continue
		}
		break
	}
	if end > i && end+1 < len(t) && (t[end] == '.' || t[end] == '·') && digit(t[end+1]) && !dotted(t, end) {
		plain = false
		scale := 0.1
		for end++; end < len(t) && digit(t[end]); end++ {
			v += float64(t[end]-'0') * scale
			scale /= 10
		}
		v = round(v)
	}
	return v, end, plain
}

// spaced reports whether the mark at t[end] groups thousands: 40 000. The group
// before it, which began at t[i] or behind another mark, has up to three digits.
func spaced(t []rune, i, end int) bool {
	j := end
	for j > i && digit(t[j-1]) {
		j--
	}
	return end-j <= 3 && (j > i || t[j] != '0') && thousands(t, end+1)
}

// thousands reports whether exactly three digits stand at t[i:].
func thousands(t []rune, i int) bool {
	n := 0
	for i+n < len(t) && digit(t[i+n]) {
		n++
	}
	return n == 3
}

// dotted reports whether the point at t[i] is one of several, as in 2025.3.4.
func dotted(t []rune, i int) bool {
	j := i + 1
	for j < len(t) && digit(t[j]) {
		j++
	}
	return j+1 < len(t) && t[j] == '.' && digit(t[j+1])
}

// round takes away the noise of adding decimal fractions.
func round(v float64) float64 {
	if v == 0 || math.Abs(v) > 1e17 {
		return v
	}
	scale := math.Pow(10, 12-math.Ceil(math.Log10(math.Abs(v))))
	return math.Round(v*scale) / scale
}

// groups adds up a numeral of Chinese shape: digits, 十百千 within a group of
// four, 万亿兆 between groups.
type groups struct {
	total, section, cur float64
	hasCur, zero        bool
	curDigits           int     // CJK digits in cur, for positional writing
	arabicCur           bool    // cur was written in digits
	lastMag, lastBig    float64 // last magnitude of each kind
	mags                int
	up, wide            float64 // 两三百: how far the second of two neighbouring digits lies above the first, in cur and in all
}

func (g *groups) digit(d float64) {
	if g.hasCur {
		g.cur, g.curDigits = g.cur*10+d, g.curDigits+1
		return
	}
	g.cur, g.hasCur, g.curDigits, g.arabicCur, g.up = d, true, 1, false, 0
}

// either reads two neighbouring digits as one or the other, where what follows them
// can be counted: 两三年, 七八个, 五六十. The digits of a year or a number of a
// page are none such.
func (g *groups) either(next rune) {
	first, second := math.Floor(g.cur/10), math.Mod(g.cur, 10)
	if g.hasCur && !g.arabicCur && g.curDigits == 2 && !g.zero && first > 0 && second == first+1 && !strings.ContainsRune("日月号页頁条條章节節版期", next) {
		g.cur, g.curDigits, g.up = first, 1, 1
		g.zero = true // 三四百五: no tenths
	}
}

func (g *groups) small(mag float64) {
	if !g.hasCur {
		g.cur = 1
	}
	g.section += g.cur * mag
	g.wide += g.up * mag
	g.cur, g.hasCur, g.curDigits, g.lastMag, g.zero, g.up = 0, false, 0, mag, false, 0
	g.mags++
}

func (g *groups) big(mag float64) {
	x := g.section + g.cur
	g.wide = (g.wide + g.up) * mag
	switch {
	case x == 0 && g.lastBig > 0: // 万亿
		g.total *= mag
	case x == 0:
		g.total = mag
	case g.lastBig > 0 && mag > g.lastBig:
		g.total = (g.total + x) * mag
	default:
		g.total += x * mag
	}
	g.section, g.cur, g.hasCur, g.curDigits, g.lastMag, g.lastBig, g.zero = 0, 0, false, 0, mag, mag, false
	g.up = 0
	g.mags++
}

// value ends the numeral. A last CJK digit without its magnitude counts tenths
// of the one before: 三万五 is 35000.
func (g *groups) value() float64 {
	if g.hasCur && !g.arabicCur && g.curDigits == 1 && !g.zero && g.lastMag >= 100 {
		return round(g.total + g.section + g.cur*g.lastMag/10)
	}
	return round(g.total + g.section + g.cur)
}

// cjkNumeral reads a numeral of Chinese, Japanese or Sino-Korean shape, digits
// included, that starts at t[i].
func cjkNumeral(t []rune, i int) (numeral, bool) {
	var g groups
	n := numeral{end: i, plain: true}
	j := i
	if vaguePrefix(t, i) {
		n.vague, j = true, i+1
		g.digit(1)
		g.curDigits = 0
	}
loop:
	for j < len(t) {
		r := t[j]
		mag := magnitudeOf(r)
		d, cjk := digitOf(r)
		switch {
		case digit(r):
			if g.hasCur {
				break loop
			}
			var plain bool
			at := j
			g.cur, j, plain = arabic(t, j)
			g.hasCur, g.arabicCur, g.curDigits = true, true, 9
			n.plain = n.plain && plain
			if at == i {
				n.arabic, n.digits = true, j-at
			}
		case cjk:
			if g.hasCur && (g.arabicCur || n.vague || hangul(r)) || j == i && formal(r) && !amongNumerals(t, j) {
				break loop
			}
			if d == 0 && !g.hasCur && g.mags > 0 {
				g.zero = true
				j++
				break
			}
			g.digit(d)
			g.zero = g.zero || hangul(r) // Korean says every magnitude
			n.plain = false
			j++
			if j+1 < len(t) && (t[j] == '点' || t[j] == '점' || t[j] == '·' || t[j] == '・') {
				if frac, end, ok := decimals(t, j+1); ok {
					g.cur, j, g.arabicCur = g.cur+frac, end, true
				}
			}
		case mag > 0 && mag < 1e4:
			g.either(r)
			if !g.hasCur && g.mags == 0 && mag != 10 && !n.vague && !hangul(r) && !numeralAt(t, j+1) {
				break loop
			}
			g.small(mag)
			n.plain = false
			j++
		case mag > 0:
			g.either(r)
			if !g.hasCur && g.section == 0 && g.mags == 0 {
				break loop
			}
			g.big(mag)
			n.plain = false
			j++
		case r == '点' && g.mags > 0 && spoken(t, j+1):
			frac, end, _ := decimals(t, j+1)
			g.section, g.cur, g.hasCur = g.section+g.cur+frac, 0, false
			j = end
			n.end = j
			break loop
		case (r == '余' || r == '多' || r == '几' || r == '여' || r == '数') && (g.mags > 0 || n.arabic) && between(t, j):
			n.approx = true
			j++
		case r == ' ' && g.mags > 0 && !g.hasCur && (hangul(t[j-1])) && j+1 < len(t) && koreanStart(t[j+1]):
			j++
			continue
		default:
			break loop
		}
		n.end = j
	}
	if n.end == i || n.vague && g.mags == 0 {
		return numeral{}, false
	}
	if n.end < len(t) && (han(t[n.end]) || t[n.end] == ' ' || hangul(t[n.end])) && !(t[n.end] == '年' && !strings.ContainsRune("两三四五六七八", t[i])) {
		g.either(t[n.end])
	}
	n.value, n.wide = g.value(), g.wide+g.up
	n.lone = !n.arabic && !n.vague && g.mags == 0 && g.curDigits == 1
	if !n.arabic {
		n.digits = g.curDigits
	}
	return n, true
}

// vaguePrefix reports whether 数 or 几 stands at t[i] before a magnitude.
func vaguePrefix(t []rune, i int) bool {
	switch t[i] {
	case '数', '几', '成', '上', '수':
	default:
		return false
	}
	if i+1 >= len(t) || magnitudeOf(t[i+1]) == 0 || i > 0 && digit(t[i-1]) {
		return false
	}
	return !(i+2 < len(t) && t[i+1] == '百' && t[i+2] == '分')
}

// between reports whether a magnitude or counter still follows the 余 or 多 at
// t[j]: 10多万, 三十余艘. "20余" at the end of a text is no number either.
func between(t []rune, j int) bool {
	return j+1 < len(t) && (magnitudeOf(t[j+1]) >= 1e4 || han(t[j+1]) || hangul(t[j+1]) || t[j+1] == ' ')
}

func koreanStart(r rune) bool {
	_, d := digitOf(r)
	return digit(r) || hangul(r) && (d || magnitudeOf(r) > 0)
}

// numeralAt reports whether a CJK digit or magnitude stands at t[i]: 百 opens a
// numeral in 百十六 and none in 百姓.
func numeralAt(t []rune, i int) bool {
	if i >= len(t) {
		return false
	}
	_, ok := digitOf(t[i])
	return ok || magnitudeOf(t[i]) > 0
}

// formal reports whether r is a digit as cheques have it. Alone it is a word: 大陆,
// 参加, 伍.
func formal(r rune) bool { return strings.ContainsRune("壹贰弐叁参肆伍陆柒捌玖", r) }

// amongNumerals reports whether a numeral or a unit of money stands beside t[i],
// or the 分之 of a fraction before it, or nothing behind it.
func amongNumerals(t []rune, i int) bool {
	b := spaceBack(t, i)
	return numeralAt(t, i+1) || b > 0 && (numeralAt(t, b-1) || t[b-1] == '之') || i+1 == len(t) || strings.ContainsRune("元圆块年月日号", t[i+1])
}

// spoken reports whether CJK digits after a 点 at t[i-1] are decimals and not
// the minutes of a time: no magnitude follows them.
func spoken(t []rune, i int) bool {
	_, end, ok := decimals(t, i)
	return ok && (end == len(t) || magnitudeOf(t[end]) == 0)
}

// decimals reads the CJK digits after 点.
func decimals(t []rune, i int) (v float64, end int, ok bool) {
	scale := 0.1
	for end = i; end < len(t); end++ {
		d, ok := digitOf(t[end])
		if !ok {
			break
		}
		v += d * scale
		scale /= 10
	}
	return v, end, end > i
}
