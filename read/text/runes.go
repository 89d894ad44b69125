package text

import (
	"strings"
	"unicode"
)

// trim narrows r[start:end] to what is not space.
func trim(r []rune, start, end int) (int, int) {
	for start < end && space(r[start]) {
		start++
	}
	for end > start && space(r[end-1]) {
		end--
	}
	return start, end
}

func trimmed(r []rune) []rune {
	s, e := trim(r, 0, len(r))
	return r[s:e]
}

func space(r rune) bool {
	if r < 0x80 {
		return r == ' ' || r >= '\t' && r <= '\r'
	}
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u2060'
}

func lineEnd(r rune) bool {
	return r == '\n' || r == '\r' || r == '\f' || r == '\u2028' || r == '\u2029' || r == '\v'
}

func han(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF || r >= 0xF900 && r <= 0xFAFF || r >= 0x20000 && r <= 0x3FFFF
}

func kana(r rune) bool { return r >= 0x3041 && r <= 0x30FF && r != '・' || r >= 0x31F0 && r <= 0x31FF }

func hangul(r rune) bool { return r >= 0xAC00 && r <= 0xD7A3 || r >= 0x1100 && r <= 0x11FF }

// ideograph reports whether r is a letter of Chinese, Japanese or Korean.
func ideograph(r rune) bool { return r >= 0x1100 && (han(r) || kana(r) || hangul(r)) }

func digit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

// digitValue is the value of a digit, ASCII or full-width.
func digitValue(r rune) int {
	if r >= '０' {
		return int(r - '０')
	}
	return int(r - '0')
}

func upper(r rune) bool { return r >= 'A' && r <= 'Z' || r >= 0xC0 && unicode.IsUpper(r) }

func lower(r rune) bool { return r >= 'a' && r <= 'z' || r >= 0xC0 && unicode.IsLower(r) }

func latin(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0xC0 && r <= 0x24F
}

// width is the number of columns that r takes in print: two for a Chinese
// character or anything of its width.
func width(r []rune) int {
	n := len(r)
	for _, c := range r {
		if c >= 0x1100 && wide(c) {
			n++
		}
	}
	return n
}

func wide(c rune) bool {
	return c >= 0x2E80 && c <= 0xD7A3 || c <= 0x11FF || c >= 0xF900 && c <= 0xFAFF || c >= 0xFF00 && c <= 0xFF60 || c >= 0x20000
}

const (
	stops      = "。！？!?…｡．"
	closers    = "”’」』）)\"'》〉】］]〗"
	openers    = "“‘「『（(《〈【［[〖"
	weakStops  = "；;：:，,、"
	terminals  = stops + "."
	bracketsOp = "【[［〔（(〈《<「*_#>＜◇■◆●▲〖•·▪○※"
	bracketsCl = "】]］〕）)〉》>」*＞〗"
)

func in(r rune, set string) bool { return strings.ContainsRune(set, r) }

// terminal reports whether the text ends as a sentence does: quotes, brackets,
// spaces and the signs of notes aside.
func terminal(r []rune) bool {
	end := len(r)
	for end > 0 {
		c := r[end-1]
		if in(c, stops) || c == '.' {
			return true
		}
		cut := signBefore(r[:end])
		if cut == end && !space(c) && !in(c, closers) {
			return false
		}
		end = min(cut, end-1)
	}
	return false
}

// signBefore returns where the sign of a note begins that ends r, len(r) if
// there is none.
func signBefore(r []rune) int {
	end := len(r)
	switch c := r[end-1]; {
	case circledValue(c) > 0 || superValue(c) >= 0:
		return end - 1
	case c == '>' || c == '}' || c == ']':
		for i := end - 2; i >= 0 && i > end-16; i-- {
			if m, ok := markerAt(r, i); ok && m.end == end {
				return i
			}
		}
	case digit(c), c == ')' && end > 1 && digit(r[end-2]):
		i := end - 1
		for i > 0 && digit(r[i-1]) {
			i--
		}
		if i > 0 && r[i-1] == '^' {
			return i - 1
		}
		if i > 0 && end-i <= 4 && (in(r[i-1], stops) || r[i-1] == '.' || in(r[i-1], "”\"")) && (i < 2 || !digit(r[i-2]) || endsWithYear(r, i)) {
			return i
		}
		if n, _, stop := noteNumber(r, i); i > 0 && in(r[i-1], "注註") && n > 0 && stop == end {
			return i - 1
		}
	}
	return end
}

// startsWith reports whether r begins with s.
func startsWith(r []rune, s string) bool {
	i := 0
	for _, c := range s {
		if i >= len(r) || r[i] != c {
			return false
		}
		i++
	}
	return true
}

// index returns the first place of s in r, -1 if there is none.
func index(r []rune, s string) int {
	w := []rune(s)
	for i := 0; i+len(w) <= len(r); i++ {
		if r[i] == w[0] && startsWith(r[i:], s) {
			return i
		}
	}
	return -1
}

func contains(r []rune, s string) bool { return index(r, s) >= 0 }

// allDigits reads r as a number of one to four digits, -1 if it is none.
func allDigits(r []rune) int {
	if len(r) == 0 || len(r) > 4 {
		return -1
	}
	n := 0
	for _, c := range r {
		if !digit(c) {
			return -1
		}
		n = n*10 + digitValue(c)
	}
	return n
}
