package collate

import "strings"

// Words that Japanese took from English are compared by their consonants:
// グローバル and global are both grbr. What Japanese does not tell apart (l and
// r, b and v, z and j) is one letter, and an r that English does not sound is
// none.

// The rows of the katakana table by their consonant; small signs and vowels
// have none.
var kanaRows = map[string]string{
	"k": "カキクケコヵヶ", "g": "ガギグゲゴ", "s": "サシスセソザジズゼゾチヂ", "t": "タツテトヅ", "d": "ダデド", "n": "ナニヌネノン",
	"h": "ハヒフヘホ", "b": "バビブベボヴ", "p": "パピプペポ", "m": "マミムメモ", "r": "ラリルレロ", "w": "ワ", "y": "ヤユヨ",
}

var kanaConsonant = func() map[rune]string {
	m := map[rune]string{}
	for c, row := range kanaRows {
		for _, r := range row {
			m[r] = c
		}
	}
	return m
}()

func katakana(r rune) bool { return r >= 0x30A1 && r <= 0x30FA || r == 0x30FC }

// kanaWords reads the words in katakana that have at least three consonants.
func kanaWords(text []rune, covered []bool) []unit {
	var out []unit
	for i := 0; i < len(text); i++ {
		j := i
		var b strings.Builder
		for j < len(text) && katakana(text[j]) {
			b.WriteString(kanaConsonant[text[j]])
			j++
		}
		if s := single(b.String()); len(s) >= leastConsonants && free(covered, i, j) {
			out = append(out, unit{id: key("K" + string(text[i:j])), keys: []uint64{key("k" + s)}, start: i, end: j})
		}
		i = max(i, j-1)
	}
	return out
}

const leastConsonants = 3

// skeleton is the consonants of an English word as Japanese would write them;
// "" if there are too few.
func skeleton(w string) string {
	var b strings.Builder
	for i := range len(w) {
		next := byte(0)
		if i+1 < len(w) {
			next = w[i+1]
		}
		soft := next == 'e' || next == 'i' || next == 'y'
		switch c := w[i]; c {
		case 'c', 'g':
			switch {
			case soft, c == 'c' && next == 'h':
				b.WriteByte('s')
			case c == 'c':
				b.WriteByte('k')
			default:
				b.WriteByte('g')
			}
		case 'k', 'q':
			b.WriteByte('k')
		case 'x':
			b.WriteString("ks")
		case 's', 'z', 'j':
			b.WriteByte('s')
		case 'f':
			b.WriteByte('h')
		case 'v':
			b.WriteByte('b')
		case 'l':
			b.WriteByte('r')
		case 'r':
			if next != 0 && strings.IndexByte("aeiouy", next) >= 0 {
				b.WriteByte('r')
			}
		case 't', 'd', 'n', 'b', 'p', 'm':
			if c == 't' && i+3 < len(w) && w[i:i+3] == "tio" {
				c = 's'
			}
			b.WriteByte(c)
		case 'h':
			if i == 0 || strings.IndexByte("cstpg", w[i-1]) < 0 {
				b.WriteByte('h')
			}
		}
	}
	if s := single(b.String()); len(s) >= leastConsonants {
		return s
	}
	return ""
}

// single writes doubled letters once.
func single(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if i == 0 || s[i] != s[i-1] {
			b.WriteByte(s[i])
		}
	}
	return b.String()
}
