// Package fold gives texts the form in which they are compared: Traditional
// characters as Simplified, full-width forms as ASCII, no spaces or line breaks
// inside CJK words. A view keeps the way back, so that what is found in the
// folded text is quoted from the original.
package fold

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"

	"github.com/ententelab/entente"
)

//go:embed t2s.tsv
var t2s string

// simplified is the Simplified form of each rune of the basic plane, 0 if it is
// the rune itself; that of rarer ones is in rare.
var simplified, rare = readTable(t2s)

func readTable(tsv string) (*[0x10000]rune, map[rune]rune) {
	table, m := new([0x10000]rune), map[rune]rune{}
	for line := range strings.Lines(tsv) {
		if line[0] == '#' {
			continue
		}
		trad, simp, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if ok {
			if r := []rune(trad)[0]; r <= 0xFFFF {
				table[r] = []rune(simp)[0]
			} else {
				m[r] = []rune(simp)[0]
			}
		}
	}
	return table, m
}

// Rune folds one code point: Traditional to Simplified, full-width ASCII to
// ASCII, every kind of space to ' ', the tilde operator to '~'. It never changes the number of runes.
func Rune(r rune) rune {
	switch {
	case r < 0x80:
		if r == '\n' || r == '\t' || r == '\r' {
			return ' '
		}
		return r
	case r >= 0xFF01 && r <= 0xFF5E:
		return r - 0xFEE0
	case r == 0x3000 || unicode.IsSpace(r):
		return ' '
	case r == '∼':
		return '~' // a sign of mathematics that stands for it in Korean print
	}
	if r <= 0xFFFF {
		if s := simplified[r]; s != 0 {
			return s
		}
		return r
	}
	if s, ok := rare[r]; ok {
		return s
	}
	return r
}

// String folds a whole string, as Of does, and drops the way back.
func String(s string) string { return string(Of([]rune(s), 0, len([]rune(s)), nil).Text) }

// A View is folded text with the way back to the original.
type View struct {
	Text []rune
	Pos  []int // Pos[i] is the original offset of Text[i]; one more entry for the end
}

// Span returns the original range of Text[i:j]. What was dropped at either end
// is not part of it.
func (v View) Span(i, j int) (start, end int) {
	if i >= j {
		return v.Pos[i], v.Pos[i]
	}
	return v.Pos[i], v.Pos[j-1] + 1
}

// String returns Text[i:j].
func (v View) String(i, j int) string { return string(v.Text[i:j]) }

// Of folds text[start:end] and leaves out the ranges in skip, which are sorted
// and do not overlap.
func Of(text []rune, start, end int, skip []entente.Furniture) View {
	v := View{Text: make([]rune, 0, end-start), Pos: make([]int, 0, end-start+1)}
	k := 0
	for i := start; i < end; i++ {
		for k < len(skip) && skip[k].End <= i {
			k++
		}
		if k < len(skip) && skip[k].Start <= i {
			i = min(skip[k].End, end) - 1
			continue
		}
		v.push(text, i)
	}
	v.trimRight()
	last := end
	if n := len(v.Pos); n > 0 {
		last = v.Pos[n-1] + 1
	}
	v.Pos = append(v.Pos, last)
	return v
}

// push adds text[i], and takes back a space that turns out to stand inside a
// CJK word.
func (v *View) push(text []rune, i int) {
	r := Rune(text[i])
	if r == 0xAD || r == 0x200B || r == 0xFEFF || r == 0x200D || r == 0x2060 {
		return
	}
	n := len(v.Text)
	if r == '’' || r == '‘' {
		r = v.apostrophe(text, i)
	}
	if r == ' ' {
		if n > 0 && v.Text[n-1] != ' ' && !Wide(v.Text[n-1]) {
			v.Text, v.Pos = append(v.Text, r), append(v.Pos, i)
		}
		return
	}
	if n > 1 && v.Text[n-1] == ' ' {
		if Wide(r) || broken(text, v.Pos[n-1], v.Text[n-2], r) || n > 2 && v.Text[n-2] == '-' && latin(v.Text[n-3]) && parted(text[i:]) {
			v.trimRight()
		}
	}
	if r == '廿' || r == '卅' {
		v.Text, v.Pos = append(v.Text, tens[r]), append(v.Pos, i)
		r = '十'
	}
	v.Text, v.Pos = append(v.Text, r), append(v.Pos, i)
}

// apostrophe is what the single quotation mark text[i] stands for: the apostrophe of
// Japan’s and the allies’ demands as ASCII, unless that closes what such a mark opened.
func (v *View) apostrophe(text []rune, i int) rune {
	n := len(v.Text)
	if n == 0 || !latin(v.Text[n-1]) {
		return text[i]
	}
	if i+1 < len(text) && latin(Rune(text[i+1])) {
		return '\''
	}
	if text[i] == '’' && v.Text[n-1] == 's' && !slices.Contains(v.Text, '‘') {
		return '\''
	}
	return text[i]
}

func latin(r rune) bool { return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' }

// tens are the numerals that stand for two: 廿四日 is the 24th.
var tens = map[rune]rune{'廿': '二', '卅': '三'}

// broken reports whether a hyphen before a line break splits one Latin word;
// the space stands at offset at in text.
func broken(text []rune, at int, before, after rune) bool {
	return text[at] == '\n' && before == '-' && unicode.IsLower(after)
}

// parted reports whether what follows a hyphen and a space is the rest of its word, as where
// a line that broke there was joined again: the Six- Party Talks, but pre- and post-war.
func parted(rest []rune) bool {
	n := 0
	for n < len(rest) && n <= len("and") && latin(Rune(rest[n])) {
		n++
	}
	switch string(rest[:n]) {
	case "", "and", "or", "to", "nor", "but", "by":
		return false
	}
	return true
}

func (v *View) trimRight() {
	for n := len(v.Text); n > 0 && v.Text[n-1] == ' '; n = len(v.Text) {
		v.Text, v.Pos = v.Text[:n-1], v.Pos[:n-1]
	}
}

// Wide reports whether no space is written around r: Chinese characters, kana,
// and their punctuation. Hangul is not wide: Korean separates words by spaces.
func Wide(r rune) bool {
	return r >= 0x2E80 && r <= 0x9FFF && !(r >= 0x3130 && r <= 0x318F) ||
		r >= 0xF900 && r <= 0xFAFF || r >= 0x20000 && r <= 0x3FFFF ||
		r >= 0x3000 && r <= 0x303F
}
