package text

import (
	"strconv"
	"strings"
)

// A scheme is a way of numbering headings.
type scheme uint8

const (
	schemePlain       scheme = iota // no number
	schemeMarkdown                  // # ## ###
	schemeChapter                   // 第一章, 제1장, Chapter 1
	schemeSection                   // 第一节, 제1절, Section 1
	schemeArticle                   // Article 1, 第一条
	schemeHanFormal                 // 壹、
	schemeHan                       // 一、
	schemeHanParen                  // （一）
	schemeRoman                     // I. Ⅰ．
	schemeArabic                    // 1. １
	schemeArabicParen               // (1) （１）
	schemeArabicHalf                // 1) 1）
	schemeDecimal                   // 1.1
	schemeCircled                   // ①
	schemeKorean                    // 가.
	schemeKoreanParen               // 가) (가)
	schemeLetter                    // A.
)

// A number is the number that a line begins with.
type number struct {
	scheme scheme
	n      int
	depth  int    // of # or of 1.1.1
	print  string // as cited: "1", "(1)", "II", "1.1"
	rest   int    // where the text after it begins
}

// numbering reads the number at the beginning of a line.
func numbering(r []rune) (number, bool) {
	skip, marks := tags(r), 0
	for skip < len(r) && (r[skip] == '#' || r[skip] == '*' || marks > 0 && r[skip] == ' ') {
		if r[skip] == '#' {
			marks++
		}
		skip++
	}
	for n := tags(r[skip:]); n > 0; n = 0 {
		skip += n
		for skip < len(r) && (r[skip] == '*' || r[skip] == ' ') {
			skip++
		}
	}
	if num, ok := plainNumber(r[skip:]); ok {
		num.rest += skip
		return num, true
	}
	if marks > 0 && skip < len(r) {
		return number{scheme: schemeMarkdown, depth: marks, rest: skip}, true
	}
	return number{}, false
}

func plainNumber(r []rune) (number, bool) {
	if len(r) < 2 {
		return number{}, false
	}
	for _, read := range []func([]rune) (number, bool){chapterNumber, hanNumbered, parenNumber, romanNumbered, arabicNumber, letterNumber} {
		if num, ok := read(r); ok && num.rest < len(r) {
			return num, true
		}
	}
	return number{}, false
}

// chapterNumber reads 第一章, 第1節, 제2장, Chapter 3, Part II, Article 4.
func chapterNumber(r []rune) (number, bool) {
	if r[0] == '第' || r[0] == '제' {
		return cjkChapter(r)
	}
	if !upper(r[0]) {
		return number{}, false
	}
	w := 0
	for w < len(r) && w < 10 && latin(r[w]) {
		w++
	}
	s, ok := map[string]scheme{"chapter": schemeChapter, "part": schemeChapter, "section": schemeSection, "article": schemeArticle}[strings.ToLower(string(r[:w]))]
	if !ok || w >= len(r) || r[w] != ' ' {
		return number{}, false
	}
	end := w + 1
	for end < len(r) && (latin(r[end]) || digit(r[end])) {
		end++
	}
	word := string(r[w+1 : end])
	n := allDigits([]rune(word))
	if n < 0 {
		n = romanValue(word)
	}
	if n <= 0 {
		n = map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}[strings.ToLower(word)]
	}
	if n <= 0 {
		return number{}, false
	}
	return number{scheme: s, n: n, print: word, rest: skipMarks(r, end)}, true
}

func cjkChapter(r []rune) (number, bool) {
	end := 1
	for end < len(r) && (r[end] == ' ' || digit(r[end]) || in(r[end], hanDigits)) {
		end++
	}
	n := hanValue(trimmed(r[1:end]))
	if n <= 0 || end >= len(r) {
		return number{}, false
	}
	var s scheme
	switch r[end] {
	case '章', '编', '編', '部', '장', '부', '篇':
		s = schemeChapter
	case '节', '節', '절':
		s = schemeSection
	case '条', '條', '조':
		s = schemeArticle
	default:
		return number{}, false
	}
	end++
	if end < len(r) && !space(r[end]) && !in(r[end], "：:.、，,") && r[0] == '第' && s == schemeChapter && r[end-1] == '部' {
		return number{}, false
	}
	return number{scheme: s, n: n, print: strconv.Itoa(n), rest: skipMarks(r, end)}, true
}

const (
	hanDigits    = "一二三四五六七八九十" + formalDigits
	formalDigits = "壹貳參叁肆伍陸柒捌玖拾贰陆"
)

// hanNumbered reads 一、 and 壹、, and 一 with a space or a point after it.
func hanNumbered(r []rune) (number, bool) {
	end := 0
	for end < len(r) && end < 4 && in(r[end], hanDigits) {
		end++
	}
	if end == 0 || end >= len(r) {
		return number{}, false
	}
	switch c := r[end]; {
	case in(c, "、．.:："):
	case space(c):
	case c == '·' && end+1 < len(r):
	default:
		return number{}, false
	}
	n := hanValue(r[:end])
	num := number{scheme: schemeHan, n: n, print: strconv.Itoa(n), rest: skipMarks(r, end)}
	if in(r[0], formalDigits) {
		num.scheme = schemeHanFormal
	}
	return num, n > 0
}

// parenNumber reads （一） (1) (가) and ① ㈠ ⑴.
func parenNumber(r []rune) (number, bool) {
	switch c := r[0]; {
	case c >= '①' && c <= '⑳':
		n := int(c-'①') + 1
		return number{scheme: schemeCircled, n: n, print: string(c), rest: skipMarks(r, 1)}, true
	case c >= '⑴' && c <= '⒇':
		n := int(c-'⑴') + 1
		return number{scheme: schemeArabicParen, n: n, print: "(" + strconv.Itoa(n) + ")", rest: skipMarks(r, 1)}, true
	case c >= '㈠' && c <= '㈩':
		n := int(c-'㈠') + 1
		return number{scheme: schemeHanParen, n: n, print: "(" + strconv.Itoa(n) + ")", rest: skipMarks(r, 1)}, true
	case c != '(' && c != '（' && c != '〔':
		return number{}, false
	}
	end := 1
	for end < len(r) && end < 6 && !in(r[end], ")）〕") {
		end++
	}
	if end >= len(r) || !in(r[end], ")）〕") {
		return number{}, false
	}
	inner := trimmed(r[1:end])
	num := number{rest: skipMarks(r, end+1)}
	if num.n = allDigits(inner); num.n > 0 {
		num.scheme = schemeArabicParen
	} else if num.n = hanValue(inner); num.n > 0 {
		num.scheme = schemeHanParen
	} else if num.n = koreanValue(inner); num.n > 0 {
		num.scheme = schemeKoreanParen
	} else {
		return number{}, false
	}
	num.print = "(" + strconv.Itoa(num.n) + ")"
	return num, num.n < 100
}

// romanNumbered reads I. Ⅱ． and Ⅲ with a space.
func romanNumbered(r []rune) (number, bool) {
	if c := r[0]; c >= 'Ⅰ' && c <= 'Ⅻ' {
		n := int(c-'Ⅰ') + 1
		return number{scheme: schemeRoman, n: n, print: romanPrint(n), rest: skipMarks(r, 1)}, true
	}
	end := 0
	for end < len(r) && end < 6 && in(r[end], "IVXＩＶＸ") {
		end++
	}
	if end == 0 || end+1 >= len(r) {
		return number{}, false
	}
	switch {
	case in(r[end], ".．、") && !latin(r[end+1]):
	case space(r[end]) && ideograph(r[end+1]):
	default:
		return number{}, false
	}
	n := romanValue(string(r[:end]))
	return number{scheme: schemeRoman, n: n, print: romanPrint(n), rest: skipMarks(r, end)}, n > 0
}

// arabicNumber reads 1. 1、 1) 1.2 and 1 before a CJK word.
func arabicNumber(r []rune) (number, bool) {
	end := 0
	for end < len(r) && end < 3 && digit(r[end]) {
		end++
	}
	if end == 0 || end+1 >= len(r) {
		return number{}, false
	}
	n := allDigits(r[:end])
	num := number{scheme: schemeArabic, n: n, print: strconv.Itoa(n)}
	switch c, next := r[end], r[end+1]; {
	case in(c, ")）"):
		num.scheme = schemeArabicHalf
		num.print += ")"
	case in(c, ".．") && digit(next):
		return decimalNumber(r)
	case in(c, ".．、") && (c != '.' || space(next) || !latin(next) || upper(next)):
	case space(c) && end < 3 && (ideograph(next) || c == '　'):
	default:
		return number{}, false
	}
	num.rest = skipMarks(r, end+1)
	return num, n > 0
}

// decimalNumber reads 1.1 and 1.1.1.
func decimalNumber(r []rune) (number, bool) {
	end, depth, n := 0, 1, 0
	for end < len(r) && end < 12 {
		switch {
		case digit(r[end]):
			n = n*10 + digitValue(r[end])
		case in(r[end], ".．") && end+1 < len(r) && digit(r[end+1]):
			depth++
			n = 0
		default:
			goto done
		}
		end++
	}
done:
	print := string(r[:end])
	if end < len(r) && in(r[end], ".．") {
		end++
	}
	if end >= len(r) || !space(r[end]) || n == 0 || n > 40 {
		return number{}, false
	}
	return number{scheme: schemeDecimal, n: n, depth: depth, print: print, rest: skipMarks(r, end)}, true
}

// letterNumber reads A. and the Korean 가. 가).
func letterNumber(r []rune) (number, bool) {
	n := koreanValue(r[:1])
	num := number{scheme: schemeKorean, n: n, print: string(r[:1])}
	switch {
	case n > 0 && in(r[1], ".．") && len(r) > 2 && space(r[2]):
	case n > 0 && in(r[1], ")）"):
		num.scheme = schemeKoreanParen
	case r[0] >= 'A' && r[0] <= 'H' && in(r[1], ".．") && len(r) > 3 && space(r[2]) && !(len(r) > 4 && upper(r[3]) && r[4] == '.'):
		num.scheme, num.n = schemeLetter, int(r[0]-'A')+1
	default:
		return number{}, false
	}
	num.rest = skipMarks(r, 2)
	return num, true
}

func skipMarks(r []rune, i int) int {
	for i < len(r) && (space(r[i]) || in(r[i], ".．、:：·")) {
		i++
	}
	return i
}

const koreanDigits = "가나다라마바사아자차카타파하"

func koreanValue(r []rune) int {
	if len(r) != 1 {
		return 0
	}
	i := strings.IndexRune(koreanDigits, r[0])
	if i < 0 {
		return 0
	}
	return i/3 + 1
}

// hanValue reads a number of Chinese or Arabic digits up to 99; 0 if it is
// none.
func hanValue(r []rune) int {
	const low, formal, simple = "一二三四五六七八九", "壹貳參肆伍陸柒捌玖", "壹贰叁肆伍陆柒捌玖"
	if len(r) == 0 || len(r) > 4 {
		return 0
	}
	n, unit := 0, 0
	for _, c := range r {
		switch {
		case digit(c):
			unit = unit*10 + digitValue(c)
		case c == '十' || c == '拾':
			n += max(unit, 1) * 10
			unit = 0
		default:
			i := max(strings.IndexRune(low, c), strings.IndexRune(formal, c), strings.IndexRune(simple, c))
			if i < 0 || unit > 0 {
				return 0
			}
			unit = i/3 + 1
		}
	}
	return n + unit
}

// romanValue reads a Roman number up to 39; 0 if it is none.
func romanValue(s string) int {
	s = strings.NewReplacer("Ｉ", "I", "Ｖ", "V", "Ｘ", "X").Replace(s)
	for n := 1; n < 40; n++ {
		if romanPrint(n) == s {
			return n
		}
	}
	return 0
}

func romanPrint(n int) string {
	ones := [...]string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}
	return strings.Repeat("X", n/10) + ones[n%10]
}
