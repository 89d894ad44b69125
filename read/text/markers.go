package text

import (
	"strconv"
	"strings"
)

// A form is the way in which the sign of a note is printed.
type form uint8

const (
	formNone     form = iota
	formCaret         // ^{1} ^① , as page readers print superscripts
	formSup           // <sup>1)</sup>
	formMarkdown      // [^1]
	formSuper         // ¹
	formNote          // （注1）
	formCircled       // ①
	formStar          // * † ‡
	formLost          // damaged: the number may be unknown
	formBracket       // [1] 〔1〕
	formHalf          // 1)
	formParen         // (1)
	formDot           // 1. before the text of a note
	formBare          // 1
)

// certain reports whether a sign of this form can be nothing but a note's.
func (f form) certain() bool { return f >= formCaret && f <= formNote }

// A marker is the sign of a note, in running text or before the note's text.
type marker struct {
	start, end int // with what encloses it
	form       form
	n          int    // 0 if it has no number
	print      string // the plain sign
	block      int
}

const (
	superDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹"
	stars       = "*＊†‡※✽∗"
)

// circledValue is the number in a circle, 0 if c is none.
func circledValue(c rune) int {
	switch {
	case c >= '①' && c <= '⑳':
		return int(c-'①') + 1
	case c >= '㉑' && c <= '㉟':
		return int(c-'㉑') + 21
	case c >= '㊱' && c <= '㊿':
		return int(c-'㊱') + 36
	case c >= '❶' && c <= '❿':
		return int(c-'❶') + 1
	}
	return 0
}

// superRun reads superscript digits.
func superRun(r []rune) (n, end int) {
	for end < len(r) && end < 4 {
		i := superValue(r[end])
		if i < 0 {
			break
		}
		n = n*10 + i
		end++
	}
	return n, end
}

func superValue(c rune) int {
	switch c {
	case '¹':
		return 1
	case '²', '³':
		return int(c-'²') + 2
	}
	if c == '⁰' || c >= '⁴' && c <= '⁹' {
		return int(c - '⁰')
	}
	return -1
}

// sign reads what stands inside the brackets of a marker: 12, 12), ①, *, 注3,
// 註三.
func sign(r []rune) (n int, print string, ok bool) {
	s := without(trimmed(r), '\\')
	called := len(s) > 1 && in(s[0], "注註")
	for len(s) > 0 && in(s[0], "([（［〔.注註주 \n\r　") {
		s = s[1:]
	}
	for len(s) > 0 && in(s[len(s)-1], ")]）］〕. ") {
		s = s[:len(s)-1]
	}
	if len(s) == 0 || len(s) > 4 {
		return 0, "", false
	}
	if v := circledValue(s[0]); v > 0 && len(s) == 1 {
		return v, string(s), true
	}
	if n := allDigits(s); n > 0 && len(s) < 4 {
		return n, strconv.Itoa(n), true
	}
	if n := hanValue(s); n > 0 && called {
		return n, string(s), true
	}
	if n, end := superRun(s); n > 0 && end == len(s) {
		return n, strconv.Itoa(n), true
	}
	if strings.Trim(string(s), stars) == "" {
		return 0, string(s), true
	}
	return 0, "", false
}

// without drops every c from r.
func without(r []rune, c rune) []rune {
	out := r[:0:0]
	for _, x := range r {
		if x != c {
			out = append(out, x)
		}
	}
	return out
}

// markerAt reads the marker at r[i], if one may stand there.
func markerAt(r []rune, i int) (marker, bool) {
	switch c := r[i]; {
	case c == '^':
		return caretMarker(r, i)
	case c == '$' && i+1 < len(r) && r[i+1] == '^':
		if m, ok := caretMarker(r, i+1); ok && m.end < len(r) && r[m.end] == '$' {
			m.start, m.end = i, m.end+1
			return m, true
		}
	case c == '<':
		return supMarker(r, i)
	case in(c, bracketOpeners):
		return bracketMarker(r, i)
	case c == '(' || c == '（':
		return parenMarker(r, i)
	case c == '注' || c == '註':
		return wordMarker(r, i)
	case superValue(c) > 0:
		if n, w := superRun(r[i:]); n > 0 && !unit(r, i) {
			end := i + w
			if end < len(r) && in(r[end], ")）⁾") {
				end++
			}
			return marker{start: i, end: end, form: formSuper, n: n, print: strconv.Itoa(n)}, true
		}
	case circledValue(c) > 0:
		return marker{start: i, end: i + 1, form: formCircled, n: circledValue(c), print: string(c)}, true
	}
	return marker{}, false
}

// unit reports whether the superscript at i is that of m² or km³.
func unit(r []rune, i int) bool {
	return (r[i] == '²' || r[i] == '³') && i > 0 && (r[i-1] == 'm' && (i < 2 || !latin(r[i-2]) || in(r[i-2], "kcmd")) || digit(r[i-1]))
}

func caretMarker(r []rune, i int) (marker, bool) {
	if i+1 >= len(r) || i > 0 && digit(r[i-1]) && r[i+1] != '{' && circledValue(r[i+1]) == 0 {
		return marker{}, false
	}
	end := i + 2
	inner := r[i+1 : end]
	if r[i+1] == '{' {
		for end < len(r) && end < i+12 && r[end] != '}' {
			end++
		}
		if end >= len(r) || r[end] != '}' {
			return marker{}, false
		}
		inner = r[i+2 : end]
		end++
	} else if digit(r[i+1]) {
		for end < len(r) && digit(r[end]) {
			end++
		}
		inner = r[i+1 : end]
	}
	n, print, ok := sign(inner)
	return marker{start: i, end: end, form: formCaret, n: n, print: print}, ok
}

func supMarker(r []rune, i int) (marker, bool) {
	if i+6 > len(r) || !sameFold(r[i:i+5], []rune("<sup>")) {
		return marker{}, false
	}
	for end := i + 5; end < len(r) && end < i+24; end++ {
		if r[end] == '<' && end+6 <= len(r) && sameFold(r[end:end+6], []rune("</sup>")) {
			n, print, ok := sign(r[i+5 : end])
			return marker{start: i, end: end + 6, form: formSup, n: n, print: print}, ok
		}
	}
	return marker{}, false
}

// What encloses the sign of a note.
const (
	bracketOpeners = "[［〔【﹝"
	bracketClosers = "]］〕】﹞"
)

func bracketMarker(r []rune, i int) (marker, bool) {
	end := i + 1
	for end < len(r) && end < i+12 && !in(r[end], bracketClosers) {
		end++
	}
	if end >= len(r) || !in(r[end], bracketClosers) || end == i+1 {
		return marker{}, false
	}
	inner := r[i+1 : end]
	m := marker{start: i, end: end + 1, form: formBracket}
	switch {
	case inner[0] == '^' && len(inner) > 1:
		m.form, m.print = formMarkdown, string(inner[1:])
		m.n = max(0, allDigits(inner[1:]))
		return m, !strings.ContainsAny(m.print, " \n[]")
	case inner[0] == '注' || inner[0] == '註':
		m.form = formNote
	case len(inner) > len("note ") && sameFold(inner[:len("note ")], []rune("note ")):
		m.form, inner = formNote, inner[len("note "):]
	}
	var ok bool
	if m.n, m.print, ok = sign(inner); !ok {
		m.n, ok = firstOf(inner)
		m.print = string(inner)
	}
	return m, ok && m.n > 0
}

// firstOf reads the first of several numbers, as in 2-3 or 4,7.
func firstOf(r []rune) (n int, ok bool) {
	end := 0
	for end < len(r) && digit(r[end]) {
		end++
	}
	for _, c := range r[end:] {
		if !digit(c) && !in(c, "-–—~,，、 ") {
			return 0, false
		}
	}
	n = allDigits(r[:end])
	return n, n > 0 && n < 1000 && end < len(r)
}

func parenMarker(r []rune, i int) (marker, bool) {
	end := i + 1
	for end < len(r) && end < i+8 && !in(r[end], ")）") {
		end++
	}
	if end >= len(r) || !in(r[end], ")）") || end == i+1 {
		return marker{}, false
	}
	m := marker{start: i, end: end + 1, form: formParen}
	inner := r[i+1 : end]
	if inner[0] == '注' || inner[0] == '註' || inner[0] == '주' {
		m.form = formNote
	} else if allDigits(inner) < 0 || len(inner) > 3 {
		return marker{}, false
	}
	var ok bool
	m.n, m.print, ok = sign(inner)
	return m, ok && m.n > 0
}

// wordMarker reads 註3 and 註 3 behind a stop or before one: anywhere else it
// speaks of the note (見註3) or is another word (注入).
func wordMarker(r []rune, i int) (marker, bool) {
	start := i + 1
	if start < len(r) && r[start] == ' ' {
		start++
	}
	n, print, end := noteNumber(r, start)
	if i == 0 || n <= 0 || in(r[i-1], "見见如同參参前後后下附按") {
		return marker{}, false
	}
	stopped := in(r[i-1], stops+terminals+closers+weakStops)
	closed := end == len(r) || space(r[end]) || in(r[end], stops+terminals+closers+weakStops)
	return marker{start: i, end: end, form: formNote, n: n, print: print}, stopped && (closed || han(r[end]) && !in(r[end], counted)) || closed
}

// noteNumber reads the 3, 三 or ③ of 註3, 註三 and 註③, how it is printed and
// where it ends.
func noteNumber(r []rune, i int) (n int, print string, end int) {
	end = i
	if end < len(r) && circledValue(r[end]) > 0 {
		return circledValue(r[end]), string(r[end]), end + 1
	}
	for end < len(r) && digit(r[end]) {
		end++
	}
	if end > i {
		n = allDigits(r[i:end])
		if end > i+3 {
			n = 0
		}
		return n, strconv.Itoa(n), end
	}
	for end < len(r) && end < i+3 && in(r[end], hanDigits) {
		end++
	}
	return hanValue(r[i:end]), string(r[i:end]), end
}

// flatMarker reads a marker whose superscript was lost: the digits at r[i] that
// follow a word or a stop without a space, as in "policy.12 The" or "했다.3)".
func flatMarker(r []rune, i int) (marker, bool) {
	p := r[i-1]
	if digit(p) || space(p) || in(p, "-–—/~+$€£¥#%第제((（[［第约約") || p == '.' && i > 1 && digit(r[i-2]) && !endsWithYear(r, i) || p == ',' && i > 1 && digit(r[i-2]) {
		return marker{}, false
	}
	end := i
	for end < len(r) && digit(r[end]) {
		end++
	}
	n := allDigits(r[i:end])
	if n <= 0 || end-i > 3 {
		return marker{}, false
	}
	m := marker{start: i, end: end, form: formBare, n: n, print: strconv.Itoa(n)}
	if end < len(r) && in(r[end], ")）") {
		m.form, m.end = formHalf, end+1
		return m, !insideBracket(r, i)
	}
	if !in(p, terminals) && !in(p, weakStops) && !in(p, closers) {
		return marker{}, false
	}
	return m, end == len(r) || space(r[end]) || upper(r[end]) || in(r[end], openers) || in(p, terminals+closers+weakStops) && han(r[end]) && !in(r[end], counted)
}

// endsWithYear reports whether a sentence that ends with a year stands before
// the sign at i: "in 2025.5 The" is no decimal.
func endsWithYear(r []rune, i int) bool {
	end := i
	for end < len(r) && digit(r[end]) {
		end++
	}
	if i < 6 || digit(r[i-6]) || end+1 < len(r) && !(space(r[end]) && upper(r[end+1])) || end+1 == len(r) && !space(r[end]) {
		return false
	}
	year := allDigits(r[i-5 : i-1])
	return year >= 1900 && year < 2100
}

// counted is what a number before them counts: 11月 and 3個 are no signs of
// notes.
const counted = "年月日号號个個条條项項次万萬亿億千百十点點时時分秒名人艘架枚种種位家届屆份天周週岁歲度成倍级級世期章节節款架座所处處公米吨噸元円圆圓韩韓台艦舰"

// insideBracket reports whether a bracket opened a little before i is still
// open at i.
func insideBracket(r []rune, i int) bool {
	for j := i - 1; j >= 0 && j > i-60; j-- {
		switch r[j] {
		case '(', '（':
			return true
		case ')', '）', '\n':
			return false
		}
	}
	return false
}

// noteLabel reads the sign before the text of a note, and where the text
// begins.
func noteLabel(r []rune) (m marker, rest int) {
	if len(r) < 3 {
		return marker{}, 0
	}
	if m, rest := lostLabel(r); m.form != formNone {
		return m, rest
	}
	m, ok := markerAt(r, 0)
	if !ok {
		m, ok = bulletLabel(r)
	}
	if !ok {
		m, ok = plainLabel(r)
	}
	if !ok || m.end >= len(r) {
		return marker{}, 0
	}
	rest = m.end
	for rest < len(r) && (space(r[rest]) || r[rest] == ':' && m.form == formMarkdown) {
		rest++
	}
	return m, rest
}

// bulletLabel reads the superscript after a bullet, or after empty elements, at
// the beginning of a line.
func bulletLabel(r []rune) (marker, bool) {
	i := tags(r)
	if in(r[i], "-•*·") && i+2 < len(r) && r[i+1] == ' ' {
		i = skipSpace(r, i+1)
		i += tags(r[i:])
	}
	if i == 0 || i >= len(r) {
		return marker{}, false
	}
	m, ok := markerAt(r, i)
	return m, ok && m.form.certain()
}

// plainLabel reads 1) 1. * and 注1 before the text of a note.
func plainLabel(r []rune) (marker, bool) {
	i := 0
	if in(r[0], stars) || r[0] == '\\' && r[1] == '*' {
		for i < len(r) && (in(r[i], stars) || r[i] == '\\') {
			i++
		}
		return marker{end: i, form: formStar, print: strings.ReplaceAll(string(r[:i]), "\\", "")}, i < 4
	}
	f := formBare
	for i < len(r) && i < 2 && in(r[i], "注註주") {
		f = formNote
		i++
	}
	if f == formNote && space(r[i]) {
		i++
	}
	start := i
	n, print, i := noteNumber(r, start)
	if n <= 0 || i >= len(r) || f == formBare && !digit(r[start]) {
		return marker{}, false
	}
	switch {
	case in(r[i], ")）"):
		if f == formBare {
			f = formHalf
		}
		i++
	case in(r[i], ".．") && i+1 < len(r) && !digit(r[i+1]):
		if f == formBare {
			f = formDot
		}
		i++
	case in(r[i], "：:") && f == formNote:
		i++
	case !space(r[i]) && !(f == formBare && (r[i] == '"' || r[i] == '“' || r[i] == '「')):
		return marker{}, false
	}
	return marker{end: i, form: f, n: n, print: print}, true
}

// lostLabel reads a sign that a page reader mistook for a formula together with
// the quote after it: [&]quot; or ^{(4) &}quot;
func lostLabel(r []rune) (marker, int) {
	if r[0] != '[' && r[0] != '^' && r[0] != '$' {
		return marker{}, 0
	}
	for i := 1; i < len(r) && i < 14; i++ {
		if r[i] != '&' {
			continue
		}
		end := i + 1
		for end < len(r) && in(r[end], "]}$ ") {
			end++
		}
		if !startsWith(r[end:], "quot;") {
			return marker{}, 0
		}
		end += len("quot;")
		n, print, _ := sign(trimLeft(r[:i], "[^{$ "))
		return marker{end: end, form: formLost, n: n, print: print}, end
	}
	return marker{}, 0
}
