package text

import (
	"strings"
	"unicode"
)

// labelOf returns the kind that the label at the beginning of a line tells, and
// where the text after the label begins. A label is followed by a colon, a
// closing bracket, a bar, or the end of the line.
func labelOf(r []rune) (k kind, rest int) {
	v := words()
	i := tags(r)
	lead := i + 8
	for i < len(r) && i < lead && (in(r[i], bracketsOp) || space(r[i])) {
		i++
	}
	bracket := i > 0 && in(r[i-1], "【[［〔（(〈《<＜〖「")
	var head strings.Builder
	for j := i; j < len(r) && j-i <= v.longestLabel; j++ {
		if j > i && labelEnds(r, j, bracket) {
			if k, ok := v.label(head.String()); ok {
				return k, afterLabel(r, j)
			}
			if !space(r[j]) {
				return "", 0
			}
		}
		if j > i+1 && r[j] == ' ' && j+1 < len(r) && (upper(r[j+1]) || ideograph(r[j+1])) && v.bareLabels[head.String()] {
			k, _ := v.label(head.String())
			return k, j + 1
		}
		head.WriteRune(unicode.ToLower(r[j]))
	}
	if len(r)-i <= v.longestLabel {
		if k, ok := v.label(strings.TrimRight(head.String(), bracketsCl+" ")); ok {
			return k, len(r)
		}
	}
	return "", 0
}

// innerLabel returns the kind of the first label inside a line such as
// "2025-01-02 10:00 来源：…".
func innerLabel(r []rune) kind {
	v := words()
	for i := 1; i < len(r); i++ {
		if r[i] != ':' && r[i] != '：' {
			continue
		}
		start := i
		for start > 0 && i-start < v.longestLabel && !space(r[start-1]) && !in(r[start-1], "|丨/，,、；;") {
			start--
		}
		k := v.labels[strings.ToLower(string(r[start:i]))]
		if start > 0 && (k == metadata || k == authorInfo || k == translationMark) {
			return k
		}
	}
	return ""
}

// tags returns where the text begins after empty elements of HTML, which page
// readers leave at the beginning of lines: <span id="page-3"></span>.
func tags(r []rune) int {
	i := 0
	for {
		n := emptyElement(r[i:])
		if n == 0 {
			return i
		}
		i = skipSpace(r, i+n)
	}
}

// longestTag bounds the length of an empty element.
const longestTag = 160

func emptyElement(r []rune) int {
	if !startsWith(r, "<span ") && !startsWith(r, "<a ") {
		return 0
	}
	end := 0
	for end < len(r) && end < longestTag && r[end] != '>' {
		end++
	}
	for _, closing := range []string{"></span>", "></a>"} {
		if end < len(r) && startsWith(r[end:], closing) {
			return end + len(closing)
		}
	}
	return 0
}

// labelEnds reports whether a label may end before r[j].
func labelEnds(r []rune, j int, bracket bool) bool {
	switch r[j] {
	case ':', '：', '|', '丨', '︱', '｜', '】', ']', '］', '〕', '〗', '>', '＞', '》', '〉', '﹥', '■':
		return true
	case ')', '）', '」':
		return bracket
	case '*':
		return j+1 < len(r) && r[j+1] == '*' || j+1 == len(r)
	case '/', '／', '—', '-', '–':
		return false
	}
	return (r[j] == '　' || r[j] == '\t' || r[j] == '\u2003') && !bracket
}

// afterLabel skips what closes a label.
func afterLabel(r []rune, j int) int {
	for j < len(r) && (in(r[j], bracketsCl) || in(r[j], ":：|丨︱｜*") || space(r[j])) {
		j++
	}
	return j
}

// label gives the labelled blocks their kind.
func (l *layout) label() {
	for i := range l.blocks {
		b := &l.blocks[i]
		if b.kind != body {
			continue
		}
		r := l.text(b)
		k, rest := labelOf(r)
		if rest == len(r) && l.midway(i) && headsSection(k, r) {
			k = body
		}
		switch {
		case k == "":
			l.unlabelled(b, r)
		case k == "notes", k == references, k == tableOfContents:
			// lists: what follows decides
			l.lists = append(l.lists, list{i, k, rest == len(r)})
		case k == title:
			l.labelledTitle(b, rest)
		case k == otherAbstract:
			l.abstracts = append(l.abstracts, labelled{i, rest == len(r)})
			b.abstract = true
		case k == navigation || rest == len(r) && b.width > 40:
			b.kind = k
		case b.width < 500:
			b.kind = k
			if rest == len(r) && i+1 < len(l.blocks) {
				l.bare = append(l.bare, i)
			}
		}
		if b.kind == body && !b.ends && menuLine(r) {
			b.kind = navigation
		}
	}
}

// unlabelled looks at the first and last words of a line that has no label.
func (l *layout) unlabelled(b *block, r []rune) {
	v := words()
	k := v.opens(trimLeft(r, "*＊※[（(>「【 "))
	if k == "" {
		k = v.opens(r)
	}
	if k == "" && !b.ends && b.width < 160 {
		k = innerLabel(r)
	}
	if startsWith(r, "![") || !b.ends && v.credits(r) {
		k = imageCredit
	}
	if k != "" && b.width < 600 {
		b.kind = k
	}
	b.list = r[0] == '|'
}

// headsSection reports whether a label that has its line for itself in the
// middle of a text is rather the heading of a section: Summary, 課題.
func headsSection(k kind, r []rune) bool {
	if in(r[len(r)-1], ":：】］]") {
		return false
	}
	word := strings.ToLower(strings.TrimFunc(string(r), func(c rune) bool { return c == ' ' || in(c, bracketsOp) || in(c, bracketsCl) }))
	return k == metadata || k == imageCredit || k == authorInfo || k == otherAbstract && !words().bareLabels[word]
}

// midway reports whether a block stands neither in the first nor in the last
// part of the text.
func (l *layout) midway(i int) bool { return i > 12 && i*10 > len(l.blocks) && i*10 < len(l.blocks)*9 }

// labelledTitle takes the title that a label announces.
func (l *layout) labelledTitle(b *block, rest int) {
	if rest == b.end-b.start || b.width > 250 || l.doc.Title != "" {
		return
	}
	b.kind = title
	l.furnish(b.start, b.start+rest, metadata)
	l.doc.Title = string(l.r[b.start+rest : b.end])
}

// A list is a heading such as References or Notes: block i, alone on its line
// or not.
type list struct {
	block int
	kind  kind
	alone bool
}

// labelled is a block that begins with a label.
type labelled struct {
	block int
	alone bool // the label has the line for itself
}

func trimLeft(r []rune, cut string) []rune {
	for len(r) > 0 && in(r[0], cut) {
		r = r[1:]
	}
	return r
}

// menuLine reports whether a line is part of a site's menu: words of a menu,
// or short items between bars or arrows.
func menuLine(r []rune) bool {
	if len(r) > 200 || contains(r, "</") || r[0] == '<' || r[0] == '#' {
		return false
	}
	v := words()
	if v.menu[strings.ToLower(strings.Trim(string(r), "[]【】|<>«»·•：: "))] {
		return true
	}
	items := strings.FieldsFunc(strings.ToLower(string(r)), func(c rune) bool { return in(c, "|｜>＞»›/／·•\t　丨<«") })
	arrows := strings.ContainsAny(string(r[1:]), ">＞»›")
	known, short := 0, 0
	for _, item := range items {
		item = strings.Trim(item, " []【】：:")
		if v.menu[item] {
			known++
		}
		if width([]rune(item)) <= 24 {
			short++
		}
	}
	switch {
	case len(items) == 0:
		return false
	case arrows && short == len(items) && len(items) > 1 && !terminal(r):
		return true
	case len(items) > 1:
		return known*2 >= len(items) || len(items) > 3 && known > 0 && short == len(items)
	}
	fields := strings.Fields(items[0])
	known = 0
	for _, f := range fields {
		if v.menu[f] {
			known++
		}
	}
	return len(fields) > 1 && known == len(fields) || len(fields) > 4 && known*3 >= len(fields)*2
}
