package text

import (
	"strings"

	"github.com/ententelab/entente"
)

// longestHeading is the number of code points beyond which a line is no heading.
const longestHeading = 160

// headings finds the headings among the blocks and builds the section tree.
func (l *layout) headings() {
	for i := range l.blocks {
		b := &l.blocks[i]
		b.level, b.number = headingOf(l.r[b.start:b.end])
	}
	last := [4]string{}
	for i := range l.blocks {
		b := &l.blocks[i]
		if b.level == 0 {
			continue
		}
		last[b.level] = b.number
		number := b.number
		if b.level == 2 && last[1] != "" {
			number = last[1] + "(" + b.number + ")"
		}
		l.doc.Sections = append(l.doc.Sections, entente.Section{
			Title: string(l.r[b.start:b.end]), Level: b.level, Start: b.start, End: len(l.r), Number: number,
		})
	}
	s := l.doc.Sections
	for i := range s {
		for j := i + 1; j < len(s); j++ {
			if s[j].Level <= s[i].Level {
				s[i].End = s[j].Start
				break
			}
		}
	}
}

const hanDigits = "一二三四五六七八九十"

func headingOf(r []rune) (level int, number string) {
	if len(r) > longestHeading {
		return 0, ""
	}
	if words().headings[strings.ToLower(string(r))] != "" {
		return 1, "C"
	}
	if strings.ContainsRune("。.;；,，", r[len(r)-1]) {
		return 0, ""
	}
	n := 0
	for n < len(r) && strings.ContainsRune(hanDigits, r[n]) {
		n++
	}
	if n > 0 && n+1 < len(r) && strings.ContainsRune("、 　", r[n]) {
		return 1, hanNumber(r[:n])
	}
	if (r[0] == '(' || r[0] == '（') && len(r) > 3 {
		for n = 1; n < len(r) && (strings.ContainsRune(hanDigits, r[n]) || digit(r[n])); n++ {
		}
		if n > 1 && n < len(r)-1 && (r[n] == ')' || r[n] == '）') {
			return 2, hanNumber(r[1:n])
		}
	}
	for n = 0; n < len(r) && strings.ContainsRune("IVX", r[n]); n++ {
	}
	if n > 0 && n+1 < len(r) && r[n] == '.' && r[n+1] == ' ' {
		return 1, romanNumber(string(r[:n]))
	}
	return 0, ""
}
