package collate

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// A fact is something in a text that keeps its form in every language: a
// figure, a date, a name, a word in Latin letters.
type fact struct {
	kind       factKind
	key        string // the same in every language
	start, end int    // in the view
}

type factKind uint8

const (
	factFigure factKind = iota
	factDate
	factName
	factLatin
)

// An amount is a number as read: its value and where it ends.
type amount struct {
	value float64
	end   int
}

// figures finds the numbers with their units in a folded text; used marks what
// dates have taken. The key of a figure is its value in base units and %, a
// currency, or nothing.
func figures(text []rune, used []bool) []fact {
	var out []fact
	for i := 0; i < len(text); i++ {
		a, ok := numberAt(text, i)
		if !ok || slices.Contains(used[i:a.end], true) {
			if d := digitsEnd(text, i); d > i {
				i = d - 1
			}
			continue
		}
		start := i
		key, end := unitAfter(text, a.end)
		if c, at := currencyBefore(text, i); c != "" {
			start, key = at, c
		}
		out = append(out, fact{factFigure, strconv.FormatFloat(a.value, 'g', 6, 64) + key, start, end})
		i = end - 1
	}
	return out
}

// digitsEnd skips a number that is no figure.
func digitsEnd(text []rune, i int) int {
	for i < len(text) && (digit(text[i]) || text[i] == '.' && i+1 < len(text) && digit(text[i+1])) {
		i++
	}
	return i
}

func digit(r rune) bool { return r >= '0' && r <= '9' }

func latin(r rune) bool {
	return r < 0x250 && unicode.IsLetter(r)
}

// numberAt reads the number that starts at i: digits with scales (1.05万亿,
// 2万5,000, 1.2 billion), Chinese numerals before a measure word, English words.
func numberAt(text []rune, i int) (amount, bool) {
	switch r := text[i]; {
	case digit(r):
		if i > 0 && (digit(text[i-1]) || latin(text[i-1]) || strings.ContainsRune(".+/", text[i-1]) && i > 1 && (digit(text[i-2]) || latin(text[i-2])) ||
			text[i-1] == '-' && i > 1 && latin(text[i-2])) {
			return amount{}, false
		}
		a := scaled(text, i)
		if a.end < len(text) && (latin(text[a.end]) && !ordinalOrScale(text, a.end) || text[a.end] == '+') {
			return amount{}, false
		}
		return a, true
	case chineseDigit(r) > 0 || r == '十' || r == '数' || r == '几' || r == '百' || r == '千':
		return numerals(text, i)
	case latin(r) && (i == 0 || !latin(text[i-1])):
		return numberWords(text, i)
	}
	return amount{}, false
}

// ordinalOrScale reports whether letters right after digits belong to the
// number: 80th, 3bn, 5G is a name.
func ordinalOrScale(text []rune, i int) bool {
	w := strings.ToLower(wordAt(text, i))
	switch w {
	case "th", "st", "nd", "rd", "bn", "m", "tn", "trn", "k", "percent", "yen":
		return true
	}
	return false
}

func wordAt(text []rune, i int) string {
	j := i
	for j < len(text) && latin(text[j]) {
		j++
	}
	return string(text[i:j])
}

// scaled reads digits and the scales after them.
func scaled(text []rune, i int) amount {
	total, end := 0.0, i
	for {
		v, j := plain(text, end)
		if j == end {
			break
		}
		k := scaleAt(text, j)
		if k.end == j {
			total, end = total+v, j
			break
		}
		total, end = total+v*k.value, k.end
		if !(end < len(text) && digit(text[end])) {
			break
		}
	}
	return amount{total, end}
}

// plain reads digits with group commas and a decimal point.
func plain(text []rune, i int) (float64, int) {
	var b strings.Builder
	j := i
	for j < len(text) {
		r := text[j]
		next := j+1 < len(text) && digit(text[j+1])
		switch {
		case digit(r) || r == '.' && next && j > i:
			b.WriteRune(r)
		case r == ',' && j > i && group(text, j+1):
		default:
			v, _ := strconv.ParseFloat(b.String(), 64)
			return v, j
		}
		j++
	}
	v, _ := strconv.ParseFloat(b.String(), 64)
	return v, j
}

// group reports whether exactly three digits start at i.
func group(text []rune, i int) bool {
	if i+3 > len(text) || !digit(text[i]) || !digit(text[i+1]) || !digit(text[i+2]) {
		return false
	}
	return i+3 == len(text) || !digit(text[i+3])
}

var scaleRunes = map[rune]float64{
	'百': 1e2, '千': 1e3, '万': 1e4, '亿': 1e8, '億': 1e8, '兆': 1e12,
	'천': 1e3, '만': 1e4, '억': 1e8, '조': 1e12,
}

var scaleWords = map[string]float64{
	"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9, "tn": 1e12, "trn": 1e12,
	"hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12,
}

// scaleAt reads scales that follow a number: 万亿, " billion".
func scaleAt(text []rune, i int) amount {
	a := amount{1, i}
	for a.end < len(text) {
		s, ok := scaleRunes[text[a.end]]
		if !ok {
			break
		}
		a.value, a.end = a.value*s, a.end+1
	}
	if a.end > i {
		return a
	}
	j := i
	if j < len(text) && (text[j] == ' ' || text[j] == '-') {
		j++
	}
	w := wordAt(text, min(j, len(text)))
	if s, ok := scaleWords[strings.ToLower(w)]; ok {
		return amount{s, j + len([]rune(w))}
	}
	return a
}

func chineseDigit(r rune) float64 {
	if r == '两' || r == '兩' {
		return 2
	}
	return float64(slices.Index([]rune("零一二三四五六七八九"), r))
}

// Words that Chinese and Japanese count with: a numeral before one of them is
// a figure.
const measures = "次份项艘架枚人名度倍成年家位场轮件支座隻回个周天"

// longestNumeral is more characters than any numeral has.
const longestNumeral = 24

// numerals reads a Chinese numeral: 三十, 数千亿, 两 before a measure word. One of
// something is no figure, nor is the tenth of a series.
func numerals(text []rune, i int) (amount, bool) {
	if i > 0 && (strings.ContainsRune("第初周星期", text[i-1]) || digit(text[i-1])) {
		return amount{}, false
	}
	total, section, d, j := 0.0, 0.0, 0.0, i
	scales := 0
loop:
	for ; j < len(text); j++ {
		if j-i > longestNumeral {
			return amount{}, false
		}
		r := text[j]
		switch v := chineseDigit(r); {
		case v >= 0 && r != '零':
			d = v
		case r == '零':
		case r == '数' || r == '几':
			d = 3 // several
		case r == '十' || r == '百' || r == '千':
			section += max(d, 1) * map[rune]float64{'十': 10, '百': 100, '千': 1000}[r]
			d = 0
			scales++
		case r == '万' || r == '亿' || r == '兆':
			total = (total + section + d) * scaleRunes[r]
			section, d = 0, 0
			scales++
		default:
			break loop
		}
	}
	a := amount{total + section + d, j}
	measured := j < len(text) && strings.ContainsRune(measures, text[j])
	return a, a.value > 1 && (measured || scales > 0 && a.value >= 10 && j-i > 1)
}

var smallNumbers = map[string]float64{
	"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "twice": 2, "dozens": 30,
	"tens": 30, "hundreds": 300, "thousands": 3000, "millions": 3e6, "billions": 3e9,
}

// numberWords reads an English number: "three", "hundreds of billions".
func numberWords(text []rune, i int) (amount, bool) {
	w := wordAt(text, i)
	v, ok := smallNumbers[strings.ToLower(w)]
	if !ok {
		return amount{}, false
	}
	a := amount{v, i + len([]rune(w))}
	for {
		j := a.end
		if strings.HasPrefix(string(text[j:min(j+4, len(text))]), " of ") {
			j += 3
		}
		s := scaleAt(text, j)
		if s.end == j {
			return a, true
		}
		a = amount{a.value * s.value, s.end}
	}
}

var currencies = []struct{ word, code string }{
	{"美元", "USD"}, {"美金", "USD"}, {"日元", "JPY"}, {"日圆", "JPY"}, {"円", "JPY"}, {"韩元", "KRW"}, {"韩圜", "KRW"}, {"欧元", "EUR"}, {"英镑", "GBP"},
	{"人民币", "CNY"}, {"澳元", "AUD"}, {"元", "CNY"}, {"ドル", "USD"}, {"ウォン", "KRW"}, {"ユーロ", "EUR"}, {"달러", "USD"}, {"엔", "JPY"}, {"원", "KRW"}, {"유로", "EUR"},
	{"dollar", "USD"}, {"US dollar", "USD"}, {"U.S. dollar", "USD"}, {"yen", "JPY"}, {"won", "KRW"}, {"yuan", "CNY"}, {"renminbi", "CNY"}, {"euro", "EUR"}, {"pound", "GBP"},
}

var percents = []string{"%", "个百分点", "个百分比", "パーセント", "퍼센트", "percent", "per cent", "percentage point", "포인트"}

// unitAfter reads the unit of a number that ends at i.
func unitAfter(text []rune, i int) (key string, end int) {
	j := i
	for j < len(text) && (text[j] == ' ' || text[j] == '多' || text[j] == '余' || text[j] == '-') {
		j++
	}
	rest := strings.ToLower(string(text[j:min(j+20, len(text))]))
	for _, p := range percents {
		if strings.HasPrefix(rest, p) {
			return "%", j + len([]rune(p))
		}
	}
	for _, c := range currencies {
		if strings.HasPrefix(rest, strings.ToLower(c.word)) {
			return c.code, j + len([]rune(c.word))
		}
	}
	if i < len(text) && strings.ContainsRune(measures, text[i]) {
		if i+1 < len(text) && text[i] == '周' && text[i+1] == '年' {
			i++
		}
		return "", i + 1
	}
	return "", i
}

// currencyBefore reads the sign of a currency before a number, and 百分之.
func currencyBefore(text []rune, i int) (string, int) {
	if i > 2 && string(text[i-3:i]) == "百分之" {
		return "%", i - 3
	}
	k := i - 1
	if k > 0 && text[k] == ' ' {
		k--
	}
	if k < 0 {
		return "", i
	}
	switch text[k] {
	case '$':
		return "USD", k
	case '¥', '￥':
		return "JPY", k
	case '€':
		return "EUR", k
	case '£':
		return "GBP", k
	}
	return "", i
}
