package text

import (
	"strconv"
	"strings"

	"github.com/ententelab/entente"
)

// widestHeading is the width beyond which a line is no heading.
const widestHeading = 170

// A frame is one level of numbering in use.
type frame struct {
	scheme scheme
	depth  int
	n      int // the last number
}

// numbered finds the headings that a number, a # or a usual wording marks, and
// gives them their level by the order in which the ways of numbering nest.
func (l *layout) numbered() {
	if len(l.hints.Headings) > 0 {
		l.hinted()
		return
	}
	found := l.dropLists(l.candidates())
	var stack []frame
	for i, c := range found {
		b := &l.blocks[c.block]
		if i == 0 && c.number.scheme == schemeMarkdown && l.doc.Title == "" && !l.proseBefore(c.block) {
			b.kind, l.doc.Title = title, l.plainText(b)
			continue
		}
		if c.role != "" {
			b.kind, b.level, b.number = heading, 1, map[string]string{"conclusion": "C"}[c.role]
			stack = stack[:min(1, len(stack))]
			continue
		}
		level, ok := place(&stack, c.number)
		if !ok {
			continue
		}
		b.kind, b.level, b.number = heading, level, c.number.print
	}
}

// proseBefore reports whether a long paragraph stands before a block: then it
// is no title.
func (l *layout) proseBefore(i int) bool {
	for j := range i {
		if b := &l.blocks[j]; b.kind == body && b.width >= 120 {
			return true
		}
	}
	return false
}

// hinted takes the headings that the format marks.
func (l *layout) hinted() {
	i := 0
	for _, h := range l.hints.Headings {
		for i < len(l.blocks) && l.blocks[i].end <= h.Start {
			i++
		}
		if i == len(l.blocks) {
			return
		}
		b := &l.blocks[i]
		if b.kind != body || b.start > h.Start {
			continue
		}
		b.kind, b.level = heading, h.Level
		if h.Level == 0 {
			b.kind = title
			l.doc.Title = l.plainText(b)
		} else if num, ok := numbering(l.text(b)); ok {
			b.number = num.print
		}
	}
}

// A candidate is a block that looks like a heading.
type candidate struct {
	block  int
	number number
	role   string // of a heading that needs no number
}

func (l *layout) candidates() []candidate {
	var out []candidate
	for i := range l.blocks {
		b := &l.blocks[i]
		if b.kind != body || b.width > widestHeading {
			continue
		}
		r := l.text(b)
		if role := namedHeading(r); role != "" {
			out = append(out, candidate{block: i, role: role})
		} else if num, ok := numbering(r); ok && headingEnd(r, num) {
			out = append(out, candidate{block: i, number: num})
		}
	}
	return out
}

// longestNamed bounds the headings that are known by their wording.
const longestNamed = 45

// namedHeading returns what part of an article a heading such as Conclusion or
// 引言 opens, "" for any other line.
func namedHeading(r []rune) (role string) {
	if len(r) > longestNamed {
		return ""
	}
	name := trimRight(trimLeft(r, "#* 　【[<〈"), "*】]>〉：: 　")
	return words().headings[strings.ToLower(string(collapse(name)))]
}

// collapse drops the spaces between Chinese characters, as in 结　语.
func collapse(r []rune) []rune {
	if len(r) > 8 {
		return r
	}
	out := make([]rune, 0, len(r))
	for i, c := range r {
		if space(c) && i > 0 && i+1 < len(r) && (han(r[i-1]) || kana(r[i-1])) {
			continue
		}
		out = append(out, c)
	}
	return out
}

func trimRight(r []rune, cut string) []rune {
	for len(r) > 0 && in(r[len(r)-1], cut) {
		r = r[:len(r)-1]
	}
	return r
}

// headingEnd reports whether a numbered line ends as headings do: with no mark
// that ends a sentence or leaves it open.
func headingEnd(r []rune, num number) bool {
	text := r[num.rest:]
	if len(text) == 0 || num.scheme == schemeCircled {
		return false
	}
	last := trimRight(text, "*#\"”’ ")
	if len(last) == 0 {
		return false
	}
	c := last[len(last)-1]
	if in(c, "。；;，,、") || in(c, ":：") && num.scheme != schemeMarkdown {
		return false
	}
	if c == '.' {
		return num.scheme == schemeMarkdown || width(text) < 40 && !contains(text, ". ")
	}
	if in(c, "!！?？") && width(text) > 80 {
		return false
	}
	return index(text, "。") < 0 && (!ideograph(text[0]) || width(text) <= 110)
}

// dropLists takes out the candidates that follow one another without a text
// between them and in the same way of numbering: lists, not headings. It also
// takes out those that nothing follows.
func (l *layout) dropLists(found []candidate) []candidate {
	var out []candidate
	for i := 0; i < len(found); {
		j := i + 1
		for j < len(found) && !l.textBetween(found[j-1].block, found[j].block) {
			j++
		}
		seen := map[[2]int]int{}
		for k := i; k < j; k++ {
			seen[found[k].key()]++
		}
		for k := i; k < j; k++ {
			listed := found[k].role == "" && seen[found[k].key()] > 1
			if !listed && (k < j-1 || l.textBetween(found[k].block, len(l.blocks))) {
				out = append(out, found[k])
			} else if listed {
				l.blocks[found[k].block].list = true
			}
		}
		i = j
	}
	return out
}

func (c candidate) key() [2]int { return [2]int{int(c.number.scheme), c.number.depth} }

// textBetween reports whether body text stands between two blocks.
func (l *layout) textBetween(a, b int) bool {
	for i := a + 1; i < b; i++ {
		if k := l.blocks[i].kind; k == body || k == abstract {
			return true
		}
	}
	return false
}

// place finds the level of a number among the ways of numbering in use, and
// whether it comes in turn.
func place(stack *[]frame, num number) (level int, ok bool) {
	s := *stack
	if num.scheme == schemeMarkdown {
		for len(s) > 0 && s[len(s)-1].scheme == schemeMarkdown && s[len(s)-1].depth > num.depth {
			s = s[:len(s)-1]
		}
	}
	for i := range s {
		if s[i].scheme != num.scheme || s[i].depth != num.depth {
			continue
		}
		if num.scheme != schemeMarkdown && num.n != 1 && (num.n <= s[i].n || num.n > s[i].n+3) {
			return 0, false
		}
		s[i].n = num.n
		*stack = s[:i+1]
		return i + 1, true
	}
	if num.scheme != schemeMarkdown && num.n > 2 {
		return 0, false
	}
	*stack = append(s, frame{num.scheme, num.depth, num.n})
	return len(*stack), true
}

// plain finds the headings that only their layout marks: a short line without
// a stop, after a text that ended and before a long one.
func (l *layout) plain() {
	if len(l.hints.Headings) > 0 {
		return
	}
	depth, prev, numbered := 0, -1, l.anyNumbered()
	var found []int
	for i := range l.blocks {
		b := &l.blocks[i]
		if !b.kind.content() {
			continue
		}
		if b.kind == heading {
			depth = b.level
		}
		if i >= l.frontEnd && b.kind == body && l.looksPlain(b) && l.standsAlone(i, prev) {
			b.kind, b.level = heading, 1
			if numbered {
				b.level = min(depth+1, 4)
			}
			found = append(found, i)
		}
		prev = i
	}
	if len(found) == 1 && !l.loneHeading(found[0], numbered) {
		b := &l.blocks[found[0]]
		b.kind, b.level = body, 0
	}
}

// loneHeading reports whether a line may be the only unnumbered heading of a
// text: such headings come in several, and one alone may be a broken line.
func (l *layout) loneHeading(i int, numbered bool) bool {
	b := &l.blocks[i]
	r := l.text(b)
	return in(r[0], bullets+"*") || !numbered && (latin(r[0]) && titleCase(r) || ideograph(r[0]) && b.width <= 24 && !contains(r, "，"))
}

// anyNumbered reports whether a numbered heading was found.
func (l *layout) anyNumbered() bool {
	for i := range l.blocks {
		if b := &l.blocks[i]; b.kind == heading && b.number != "" && b.number != "C" {
			return true
		}
	}
	return false
}

// looksPlain reports whether a line may be an unnumbered heading.
func (l *layout) looksPlain(b *block) bool {
	r := trimRight(trimLeft(l.text(b), "*"), "*")
	if b.list || len(r) < 2 || contains(r, "。") || b.width < 4 || b.width > 90 || terminal(r) && !in(r[len(r)-1], "?？") {
		return false
	}
	first, last := r[0], r[len(r)-1]
	if in(last, "?？") && (contains(r, ",") || contains(r, "，")) {
		return false
	}
	if in(last, ":：,，;；、—-") || lower(first) || digit(first) || in(first, "-–—•·*|>([（【〔“\"「『…△○※《") {
		return false
	}
	if date, as := dateIn(string(r)); date != "" && len([]rune(as))*2 > len(r) {
		return false
	}
	fields := strings.Fields(string(r))
	return !(latin(first) && (len(fields) > 14 || words().dangling[fields[len(fields)-1]]))
}

// bullets are the marks that newspapers print before headings.
const bullets = "■□◆◇▶▲●◎"

// standsAlone reports whether block i stands between a text that ended and a
// long one.
func (l *layout) standsAlone(i, prev int) bool {
	if prev < 0 || l.blocks[prev].kind == body && !l.blocks[prev].ends {
		return false
	}
	for j := i + 1; j < len(l.blocks); j++ {
		switch b := &l.blocks[j]; {
		case b.kind == body:
			return b.ends && in(l.r[l.blocks[i].start], bullets) || b.width >= 50 && b.width > 2*l.blocks[i].width && (b.ends || b.width > 300)
		case b.kind.content():
			return false
		}
	}
	return false
}

// bare narrows a heading to its words, without #, ** and empty elements.
func bare(r []rune) (from, to int) {
	from, to = trim(r, 0, len(r))
	for from < to && (in(r[from], "#*") || space(r[from])) {
		from++
	}
	from += tags(r[from:to])
	for from < to && r[from] == '*' {
		from++
	}
	for to > from && (r[to-1] == '*' || r[to-1] == '#' || space(r[to-1])) {
		to--
	}
	return from, to
}

// plainText is a heading without # and *, without the signs of notes, on one
// line.
func (l *layout) plainText(b *block) string {
	f := flowOf(l.r, b.start, b.end, within(l.doc.Furniture, b.start, b.end))
	from, to := bare(f.r)
	r := f.r[from:to]
	for i := range r {
		if lineEnd(r[i]) {
			r = append([]rune(nil), r...)
			r[i] = ' '
		}
	}
	return strings.TrimSpace(string(r))
}

// sections builds the sections from the headings.
func (l *layout) sections() {
	var c counters
	for i := range l.blocks {
		b := &l.blocks[i]
		if b.kind != heading && !(b.kind == title && !b.list) {
			continue
		}
		text := l.plainText(b)
		number := ""
		if b.kind == heading {
			number = c.next(b, namedHeading([]rune(text)) != "")
		}
		l.doc.Sections = append(l.doc.Sections, entente.Section{Title: text, Level: b.level, Start: b.start, End: len(l.r), Number: number})
	}
	closeSections(l.doc.Sections)
}

// deepest is the deepest level of heading that is told apart.
const deepest = 7

// counters number the sections as they are cited.
type counters struct {
	count  [deepest + 1]int
	number [deepest + 1]string
}

// next returns the number of a heading: the printed one below that of its
// parent, or else its place. An introduction has none; a conclusion is C.
func (c *counters) next(b *block, named bool) string {
	level := min(b.level, deepest)
	number := b.number
	if number != "" || !named {
		c.count[level]++
	}
	if number == "" && !named {
		number = strconv.Itoa(c.count[level])
	}
	if level > 1 {
		number = below(c.number[level-1], number)
	}
	c.number[level] = number
	for i := level + 1; i <= deepest; i++ {
		c.count[i], c.number[i] = 0, number
	}
	return number
}

// below writes the number of a section inside another: 2(1), III.1, 1.1.
func below(parent, number string) string {
	switch {
	case parent == "" || strings.HasPrefix(number, parent+"."):
		return number
	case strings.HasPrefix(number, "("):
		return parent + number
	}
	return parent + "." + number
}

// closeSections ends each section where the next of its level or above begins.
func closeSections(s []entente.Section) {
	var open []int
	for i := range s {
		for len(open) > 0 && s[open[len(open)-1]].Level >= s[i].Level {
			s[open[len(open)-1]].End = s[i].Start
			open = open[:len(open)-1]
		}
		open = append(open, i)
	}
}
