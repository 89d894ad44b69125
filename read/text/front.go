package text

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// mostFront is how many blocks the front matter may have.
const mostFront = 60

// front reads the front matter: the blocks before the first heading, abstract
// or long paragraph. It finds the title, the authors and the date, and tells
// what else stands there.
func (l *layout) front() {
	l.frontEnd = l.endOfFront()
	at := l.findTitle()
	if at >= 0 {
		l.blocks[at].kind, l.blocks[at].list = title, false
		if l.doc.Title == "" {
			l.doc.Title = l.plainText(&l.blocks[at])
		}
	}
	for i := 0; i < l.frontEnd; i++ {
		if l.blocks[i].kind == body {
			l.frontLine(i, at)
		}
	}
	l.credits()
}

func (l *layout) endOfFront() int {
	for i := range l.blocks {
		b := &l.blocks[i]
		switch b.kind {
		case heading, abstract, otherAbstract, tableOfContents, keywords:
			return i
		case body:
			if i >= mostFront || b.width >= 120 && (b.ends || b.width > 200) || b.ends && b.width >= 40 && l.terminalStop(b) && !l.creditsFollow(i) {
				return i
			}
		}
	}
	return len(l.blocks)
}

// terminalStop reports whether a block ends with a full stop, as titles do not.
func (l *layout) terminalStop(b *block) bool {
	r := trimRight(l.text(b), closers)
	return len(r) > 0 && in(r[len(r)-1], "。.")
}

// creditsFollow reports whether a byline or a date stands within the next
// blocks: then block i is a summary below the title.
func (l *layout) creditsFollow(i int) bool {
	for j := i + 1; j < len(l.blocks) && j < i+4; j++ {
		b := &l.blocks[j]
		if b.kind == metadata || b.kind == authorInfo || b.kind == abstract || b.kind == otherAbstract {
			return true
		}
		r := l.text(b)
		date, as := dateIn(string(r[:min(len(r), 60)]))
		if date != "" && len([]rune(as))*2 > len(r) || len(names(r)) > 0 {
			return true
		}
	}
	return false
}

// findTitle returns the block of the front matter that is most like a title,
// -1 if there is none.
func (l *layout) findTitle() int {
	best, bestScore := -1, 0
	for i := 0; i < l.frontEnd; i++ {
		b := &l.blocks[i]
		if b.kind == title {
			return i
		}
		if b.kind != body || !l.mayBeTitle(b) || l.wrapped && i+1 < len(l.blocks) && l.blocks[i+1].gap == 0 && l.blocks[i+1].width > 160 {
			continue
		}
		score := 20 + min(b.width, 60)
		if l.r[b.start] == '#' {
			score += 60
		}
		if i+1 < len(l.blocks) {
			if k := l.blocks[i+1].kind; k == metadata || k == authorInfo {
				score += 20
			}
		}
		if l.otherLanguage(b) {
			score -= 80
		}
		if date, _ := dateIn(string(l.text(b))); affiliated(l.text(b)) || len(date) > 4 {
			score -= 25
		}
		if want := strings.TrimSpace(l.hints.Title); want != "" && strings.Contains(want, l.plainText(b)) {
			score += 100
		}
		if best >= 0 && b.width >= 12 && strings.HasPrefix(l.plainText(&l.blocks[best]), l.plainText(b)) {
			score = bestScore + 1 // the page's title, with the site's name after it, stood before
		}
		if score > bestScore {
			best, bestScore = i, score
		}
	}
	if best > 0 && l.blocks[best].gap == 0 && l.blocks[best-1].kind == body && l.mayBeTitle(&l.blocks[best-1]) && !l.otherLanguage(&l.blocks[best-1]) && !affiliated(l.text(&l.blocks[best-1])) {
		return best - 1 // the line right below a title is its second
	}
	return best
}

func (l *layout) mayBeTitle(b *block) bool {
	r := afterColumn(l.text(b))
	last := r[len(r)-1]
	if b.width < 8 || b.width > 220 || in(last, "。.;；:：,，、") || in(r[0], "-–—―─‐•(（[【〈<") || volumeAt.MatchString(string(r)) && (yearAt.MatchString(string(r)) || b.width < 40) {
		return false
	}
	if date, as := dateIn(string(r)); date != "" && len([]rune(as))*3 > len(r)*2 {
		return false
	}
	return len(names(r)) == 0 && !contains(r, "。") && !contains(r, "@") && !contains(r, "http") && !twoSentences(r)
}

// afterColumn leaves out the name of a column before a title: 【观察】, [칼럼].
func afterColumn(r []rune) []rune {
	closing := map[rune]rune{'【': '】', '[': ']'}[r[0]]
	if end := slices.Index(r, closing); closing != 0 && end > 0 && width(r[end+1:]) >= 12 {
		return trimLeft(r[end+1:], " 　")
	}
	return r
}

// twoSentences reports whether a sentence ends inside a line.
func twoSentences(r []rune) bool {
	for i := 0; i+1 < len(r); i++ {
		if r[i] == '.' && space(r[i+1]) && pointEnds(r, i) {
			return i > 3
		}
	}
	return false
}

// otherLanguage reports whether a line is not in the document's language. A
// Japanese line may have no kana.
func (l *layout) otherLanguage(b *block) bool {
	lang := l.lang(b)
	return lang != l.doc.Lang && !(lang == entente.Chinese && l.doc.Lang == entente.Japanese)
}

func (l *layout) lang(b *block) entente.Lang {
	var c letters
	c.count(l.text(b))
	return c.language()
}

// frontLine tells what a line of the front matter is, the title aside.
func (l *layout) frontLine(i, titleAt int) {
	b := &l.blocks[i]
	r := l.text(b)
	date, as := dateIn(string(r[:min(len(r), 80)]))
	switch who := names(r); {
	case titleAt >= 0 && i == titleAt+1 && b.gap == 0 && len(who) == 0 && date == "" && b.width < 100 && !b.ends && !l.otherLanguage(b) && l.titleEnds(i) && !affiliated(r):
		b.kind, b.list = title, true // the title's second line
		l.doc.Title += joiner(l.r[l.blocks[titleAt].end-1]) + l.plainText(b)
	case in(r[0], "—–-―─") && i == titleAt+1 && !b.ends:
		b.kind, b.list = title, true
		l.doc.Title += l.plainText(b)
	case l.terminalStop(b) && len([]rune(as))+2 < len(r) && date != "" && len(who) == 0:
		// a short first sentence with a date: 2025年10月27日，特朗普抵达东京。
	case date != "" && len([]rune(as))*2 > len(r), len(date) == 10 && fewLetters(r):
		b.kind = metadata
	case len(who) > 0 && i > titleAt && titleAt >= 0:
		b.kind = authorInfo
		if len(l.doc.Authors) == 0 {
			l.doc.Authors = who
		}
	case len(r) > 3 && sameFold(r[:3], []rune("by ")) && b.width < 260 && len(leadingNames(r[3:])) > 0:
		b.kind = authorInfo
		if len(l.doc.Authors) == 0 {
			l.doc.Authors = leadingNames(r[3:])
		}
	case b.ends || b.width > 200:
	case contains(r, "@") && b.width < 120:
		b.kind = authorInfo
		if len(l.doc.Authors) == 0 {
			l.doc.Authors = leadingNames(r)
		}
	case contains(r, "http") && b.width < 120:
		b.kind = metadata
	case affiliated(r):
		b.kind = authorInfo
	case volumeAt.MatchString(string(r)) && yearAt.MatchString(string(r)):
		b.kind = metadata
	case in(r[0], "[【［〈<") || titleAt >= 0 && i > titleAt && l.otherLanguage(b):
		b.kind = metadata
	case titleAt >= 0 && i < titleAt && len(date) == 10:
		b.kind = metadata
	case titleAt >= 0 && i < titleAt:
		b.kind = navigation
	case b.width <= 40 && !in(r[len(r)-1], ":：,，"):
		b.kind = metadata
	}
}

// fewLetters reports whether a line is little more than digits: dates and
// times with a word or two.
func fewLetters(r []rune) bool {
	n := 0
	for _, c := range r {
		if ideograph(c) || latin(c) {
			n++
		}
	}
	return n <= 14 && len(r) < 80
}

// titleEnds reports whether the title may end with block i: a blank line, a
// date or names follow.
func (l *layout) titleEnds(i int) bool {
	if i+1 >= len(l.blocks) || l.blocks[i+1].gap > 0 || l.blocks[i+1].kind != body {
		return true
	}
	r := l.text(&l.blocks[i+1])
	date, as := dateIn(string(r[:min(len(r), 80)]))
	return date != "" && len([]rune(as))*2 > len(r) || len(names(r)) > 0
}

func joiner(last rune) string {
	if ideograph(last) && !hangul(last) {
		return ""
	}
	return " "
}

// credits reads authors and date from labelled lines.
func (l *layout) credits() {
	best := ""
	for i := range l.blocks {
		b := &l.blocks[i]
		if b.kind != metadata && b.kind != authorInfo || b.width > 500 {
			continue
		}
		r := l.text(b)
		k, rest := labelOf(r)
		if b.kind == authorInfo && len(l.doc.Authors) == 0 {
			if k != authorInfo {
				rest = 0
			}
			l.doc.Authors = leadingNames(r[rest:])
		}
		if b.kind == metadata && !submission(r) {
			if date, _ := dateIn(string(r)); len(date) > len(best) {
				best = date
			}
		}
	}
	if l.doc.Date == "" {
		l.doc.Date = best
	}
}

// submission reports whether a line dates the handling of a manuscript rather
// than its publication.
func submission(r []rune) bool {
	r = trimLeft(r, bracketsOp+"-· ")
	return hasPrefix(string(r[:min(len(r), 40)]), words().submission)
}

// leadingNames reads the names at the beginning of an author's note.
func leadingNames(r []rune) []string {
	r = trimmed(r)
	for cut := min(len(r), 80); cut > 1; cut-- {
		if cut < len(r) && !in(r[cut], ",，、;；。.（(|/ 　:：<") {
			continue
		}
		if who := names(r[:cut]); len(who) > 0 {
			return who
		}
	}
	return nil
}

// names reads a line that holds nothing but people's names; nil if it holds
// anything else.
func names(r []rune) []string {
	posts := affiliated(r)
	line := len(r)
	r = withoutSigns(trimmed(r))
	if posts && len(r) < line/2 && nameLetters(r) {
		return []string{string(r)}
	}
	if len(r) < 2 || len(r) > 120 {
		return nil
	}
	if len(r) > 3 && sameFold(r[:3], []rune("by ")) {
		r = r[3:]
	} else if len(r) > 3 && (r[0] == '文' || r[0] == '作') && in(r[1], "/／|丨") {
		r = r[2:]
	}
	var out []string
	for _, part := range strings.FieldsFunc(strings.NewReplacer(" and ", "、", " & ", "、", " with ", "、").Replace(string(r)), func(c rune) bool { return in(c, "、，,;；／/\t|") }) {
		name := strings.TrimSpace(part)
		if name == "" {
			continue
		}
		who := oneOrMore(name)
		if who == nil {
			return nil
		}
		out = append(out, who...)
	}
	return out
}

// nameLetters reports whether r may be a name by its letters: beside a post in
// brackets that is enough.
func nameLetters(r []rune) bool {
	for _, c := range r {
		if !han(c) && !kana(c) && c != '　' && c != ' ' {
			return false
		}
	}
	return len(r) >= 2 && len(r) <= 7 && !affiliated(r)
}

// oneOrMore reads a name, or names with nothing but spaces or dots between
// them.
func oneOrMore(s string) []string {
	fields := strings.FieldsFunc(s, func(c rune) bool { return space(c) || c == '·' || c == '・' })
	if n := len(fields); n > 1 && affiliated([]rune(fields[n-1])) {
		fields = fields[:n-1] // the post after the name
	}
	people := 0
	for _, f := range fields {
		if cjkName([]rune(f)) {
			people++
		}
	}
	switch {
	case people == len(fields):
		return fields
	case cjkName([]rune(s)), latinName(s), transliterated(s):
		return []string{s}
	}
	return nil
}

// transliterated reports whether s is a foreign name in Chinese characters or
// kana, with dots between its parts: 约翰·多伊.
func transliterated(s string) bool {
	parts := strings.FieldsFunc(s, func(c rune) bool { return c == '·' || c == '・' || c == '•' || c == '‧' })
	if len(parts) < 2 || len(parts) > 4 {
		return false
	}
	people := 0
	for _, p := range parts {
		r := []rune(p)
		if len(r) > 8 {
			return false
		}
		for _, c := range r {
			if !han(c) && !kana(c) && c != 'ー' && !(upper(c) && len(r) == 1) {
				return false
			}
		}
		if cjkName(r) {
			people++
		}
	}
	return people < len(parts)
}

// withoutSigns drops the signs of notes, digits, brackets and what stands in
// them from a line of names.
func withoutSigns(r []rune) []rune {
	out := make([]rune, 0, len(r))
	for i := 0; i < len(r); i++ {
		if m, ok := markerAt(r, i); ok {
			i = m.end - 1
			continue
		}
		switch c := r[i]; {
		case in(c, stars) || digit(c) || c == '#' || c == '`':
		case c == '(' || c == '（' || c == '[' || c == '［':
			if end := closing(r, i); end > i {
				i = end
			}
		default:
			out = append(out, c)
		}
	}
	return trimRight(trimmed(out), "著撰 ")
}

// cjkName reports whether r is a Chinese, Japanese or Korean name.
func cjkName(r []rune) bool {
	nHan, nHangul, spaces := 0, 0, 0
	for _, c := range r {
		switch {
		case han(c):
			nHan++
		case hangul(c):
			nHangul++
		case space(c):
			spaces++
		default:
			return false
		}
	}
	v := words()
	switch {
	case nHangul > 0:
		return nHan == 0 && nHangul >= 2 && nHangul <= 4 && v.koreanSurnames[r[0]] && spaces <= nHangul
	case nHan >= 3 && nHan <= 6 && spaces == 1 && !space(r[1]):
		return true // a Japanese name with a space before the given name
	}
	return nHan >= 2 && nHan <= 4 && spaces < nHan && v.surnames[r[0]] && !affiliated(r)
}

// latinName reports whether s is a name in Latin letters: two to four words
// with capitals, or initials.
func latinName(s string) bool {
	fields := strings.Fields(s)
	if len(fields) < 2 || len(fields) > 5 {
		return false
	}
	v := words()
	for _, f := range fields {
		r := []rune(f)
		if v.notNames[strings.ToLower(strings.Trim(f, ".,"))] {
			return false
		}
		if !upper(r[0]) && !v.particles[f] {
			return false
		}
		for _, c := range r {
			if !latin(c) && c != '.' && c != '-' && c != '\'' && c != '’' {
				return false
			}
		}
	}
	return true
}
