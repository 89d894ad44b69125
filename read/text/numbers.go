package text

import (
	"strconv"
	"strings"
)

// hanNumber writes a number of Chinese or Arabic digits as Arabic digits; "" if
// it is none.
func hanNumber(r []rune) string {
	n, unit := 0, 0
	for _, c := range r {
		switch i := strings.IndexRune(hanDigits, c) / 3; {
		case digit(c):
			unit = unit*10 + int(c-'0')%0xFEE0
		case c == '十':
			n += max(unit, 1) * 10
			unit = 0
		case i >= 0:
			unit = i + 1
		default:
			return ""
		}
	}
	return strconv.Itoa(n + unit)
}

// romanNumber writes a Roman number as Arabic digits.
func romanNumber(s string) string {
	value := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50}
	n := 0
	for i := range len(s) {
		v := value[s[i]]
		if i+1 < len(s) && value[s[i+1]] > v {
			v = -v
		}
		n += v
	}
	return strconv.Itoa(n)
}
