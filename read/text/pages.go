package text

import "strings"

// pageFurniture gives the lines that belong to the page and not to the text
// their kind: printed page numbers, rules, running heads.
func pageFurniture(r []rune, ls []line) {
	for i := range ls {
		l := &ls[i]
		text := r[l.start:l.end]
		switch {
		case len(text) > 60:
		case isRule(text):
			l.kind = pageRule
		case isPageNumber(text):
			l.kind = pageNumber
		}
	}
	tableNumbers(ls)
	for i := range ls {
		if l := &ls[i]; i > 0 && l.kind == body && l.end-l.start < 60 && besidePage(ls, i) && volumeAt.MatchString(string(r[l.start:l.end])) && !terminal(r[l.start:l.end]) {
			l.kind = metadata // the journal's name and number at the head of a page
		}
	}
	runningHeads(r, ls)
}

// isRule reports whether a line is a printed rule.
func isRule(r []rune) bool {
	n := 0
	for _, c := range r {
		switch {
		case in(c, "-—–_=─━*＿﹍﹎~～·.…⎯"):
			n++
		case !space(c) && c != '|' && c != ':' && c != '+':
			return false
		}
	}
	return n >= 3
}

// isPageNumber reports whether a line is nothing but a page's number, however
// it is adorned: "- 12 -", "· 86 ·", "^{. 86 .}", "第 3 页", "Page 2 of 9". A number with
// nothing but a stop behind it ends the sentence of a line broken before it: "August
// 13, / 2023."
func isPageNumber(r []rune) bool {
	if digit(r[0]) && in(r[len(r)-1], ".。") {
		return false
	}
	s := strings.ToLower(string(r))
	for _, cut := range []string{"\\cdot", "$", "^", "{", "}", "第", "页", "頁", "共", "page", "쪽", "페이지", "ページ"} {
		s = strings.ReplaceAll(s, cut, " ")
	}
	if f := strings.Fields(s); len(f) == 3 && (f[1] == "of" || f[1] == "/") {
		s = f[0]
	} else if a, b, ok := strings.Cut(s, "/"); ok && allDigits([]rune(strings.TrimSpace(b))) >= 0 {
		s = a
	}
	s = strings.TrimPrefix(strings.Trim(s, " \t　.·•・-—–−―~～|[]()（）<>〈〉"), "p. ")
	n := allDigits([]rune(s))
	return n > 0 && (n < 1900 || n > 2100 || len(r) > len([]rune(s))) || isSmallRoman(strings.Trim(string(r), "-–— "))
}

// isSmallRoman reports whether s is a page's number in small Roman digits.
func isSmallRoman(s string) bool {
	return len(s) > 1 && len(s) < 7 && strings.Trim(s, "ivxl") == ""
}

// tableNumbers takes back the page numbers that stand one below another: they
// are the cells of a table.
func tableNumbers(ls []line) {
	for i := 0; i < len(ls); {
		j := i
		for j < len(ls) && ls[j].kind == pageNumber {
			j++
		}
		if j-i >= 3 {
			for k := i; k < j; k++ {
				ls[k].kind = body
			}
		}
		i = max(j, i+1)
	}
}

// widestHead is the width beyond which a line is no running head.
const widestHead = 110

// runningHeads finds the short lines that come again and again beside a page's
// number, or with a number of their own that changes. Their first printing may
// be the title and is left alone unless it, too, stands beside a page number.
func runningHeads(r []rune, ls []line) {
	seen := map[string][]int{}
	for i, l := range ls {
		if l.kind == body && l.end-l.start <= widestHead {
			if key := headKey(r[l.start:l.end], l.page || i > 0 && ls[i-1].kind == pageNumber); key != "" {
				seen[key] = append(seen[key], i)
			}
		}
	}
	for _, at := range seen {
		later := 0
		for _, i := range at[1:] {
			if besidePage(ls, i) || paged(r[ls[i].start:ls[i].end]) {
				later++
			}
		}
		if later == 0 || later < len(at)-1 && len(at) < 4 {
			continue
		}
		for n, i := range at {
			if n > 0 || besidePage(ls, i) || paged(r[ls[i].start:ls[i].end]) {
				ls[i].kind = metadata
			}
		}
	}
}

// paged reports whether a line begins or ends with a page's number.
func paged(r []rune) bool {
	r = trimRight(trimLeft(r, "#*|· "), "*|· ")
	start, end := 0, len(r)
	for start < len(r) && digit(r[start]) {
		start++
	}
	for end > start && digit(r[end-1]) {
		end--
	}
	n, m := allDigits(r[:start]), allDigits(r[end:])
	return n > 0 && start < len(r) && in(r[start], " *\t　") || m > 0 && m < 1900 && end > 0 && in(r[end-1], " *\t　")
}

// headKey is what two printings of a running head have in common: the text
// without digits, spaces and dots. It is empty for a line that cannot be one;
// at the top of a page even a small number before it is the page's.
func headKey(r []rune, top bool) string {
	if width(r) > widestHead || terminal(r) || in(r[len(r)-1], ":：,，;；、") {
		return ""
	}
	if num, ok := numbering(r); ok && num.scheme != schemeMarkdown && !(num.scheme == schemeArabic && (top || num.n > 9) && space(r[len(num.print)])) {
		return ""
	}
	var b strings.Builder
	n := 0
	r = trimLeft(r, "#* ")
	r = r[tags(r):]
	if len(r) == 0 {
		return ""
	}
	for _, c := range r {
		if digit(c) || space(c) || in(c, ".·•・-—–|*:：") {
			continue
		}
		b.WriteRune(c)
		n++
	}
	if n < 3 || r[0] == '|' {
		return ""
	}
	return b.String()
}

// besidePage reports whether a page begins or ends at line i.
func besidePage(ls []line, i int) bool {
	return ls[i].page || i > 0 && ls[i-1].kind == pageNumber || i+1 < len(ls) && (ls[i+1].kind == pageNumber || ls[i+1].page) ||
		i+2 < len(ls) && ls[i+1].kind == pageRule && (ls[i+2].page || ls[i+2].kind == pageNumber)
}
