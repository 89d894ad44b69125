package text

import (
	"strings"

	"github.com/ententelab/entente"
)

// glued cuts off the bracketed remarks that stand at the end of a paragraph and
// say who wrote, edited or translated it.
func (l *layout) glued() {
	out := make([]block, 0, len(l.blocks)+2)
	for _, b := range l.blocks {
		var remarks []block
		for len(remarks) < 4 {
			open, k := l.remark(&b)
			if k == "" {
				break
			}
			remarks = append(remarks, block{start: open, end: b.end, kind: k, width: width(l.r[open:b.end])})
			_, b.end = trim(l.r, b.start, open)
		}
		if len(remarks) > 0 {
			b.width, b.ends = width(l.text(&b)), terminal(l.text(&b))
		}
		out = append(out, b)
		for i := len(remarks) - 1; i >= 0; i-- {
			out = append(out, remarks[i])
		}
	}
	l.blocks = out
}

// remark returns where the remark at the end of a block begins and what it
// is; "" if there is none, or nothing but it.
func (l *layout) remark(b *block) (open int, k kind) {
	if b.kind != body {
		return 0, ""
	}
	open = lastBracket(l.r, b.start, b.end)
	if open <= b.start {
		return 0, ""
	}
	r := l.r[open:b.end]
	if k, _ = labelOf(r); k == "" {
		k = words().opens(r)
	}
	switch k {
	case authorInfo, metadata, translationMark, imageCredit:
		return open, k
	}
	return 0, ""
}

// longestRemark bounds a remark at the end of a paragraph.
const longestRemark = 260

// lastBracket returns where the bracket opens that closes at the end of
// r[start:end], -1 if none does.
func lastBracket(r []rune, start, end int) int {
	_, end = trim(r, start, end)
	for end > start && in(r[end-1], "*_") {
		end--
	}
	if end <= start || !in(r[end-1], ")）】]］") {
		return -1
	}
	depth := 0
	for i := end - 1; i >= start && i > end-longestRemark; i-- {
		switch r[i] {
		case ')', '）', '】', ']', '］':
			depth++
		case '(', '（', '【', '[', '［':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// mostContents is how many lines a printed list of contents may have.
const mostContents = 120

// contents finds printed lists of contents: what follows the word, and lines
// that end in dots and a page number.
func (l *layout) contents() {
	for _, x := range l.lists {
		if x.kind != tableOfContents || l.blocks[x.block].kind != body {
			continue
		}
		if !x.alone {
			if b := &l.blocks[x.block]; b.width < 600 && !b.ends {
				b.kind = tableOfContents
			}
			continue
		}
		l.contentsAfter(x.block)
	}
	for i := range l.blocks {
		if b := &l.blocks[i]; b.kind == body && b.width < 160 && leaders(l.text(b)) {
			b.kind = tableOfContents
		}
	}
}

// contentsAfter marks the entries below the word at block at. The list ends
// with a long line, or where its first entry comes again as a heading.
func (l *layout) contentsAfter(at int) {
	seen := map[string]bool{}
	end := at + 1
	for ; end < len(l.blocks) && end-at < mostContents; end++ {
		b := &l.blocks[end]
		if b.kind == pageNumber {
			continue
		}
		if b.kind != body || b.abstract || b.width > 160 || b.ends && !leaders(l.text(b)) {
			break
		}
		key := contentsKey(l.text(b))
		if seen[key] {
			break
		}
		seen[key] = true
	}
	if end-at < 3 {
		return
	}
	for i := at; i < end; i++ {
		if b := &l.blocks[i]; b.kind == body {
			b.kind = tableOfContents
		}
	}
}

// contentsKey is a heading without spaces, dots and page number.
func contentsKey(r []rune) string {
	var b strings.Builder
	for _, c := range trimRight(r, "0123456789.·…・ \t") {
		if !space(c) {
			b.WriteRune(c)
		}
	}
	return b.String()
}

// leaders reports whether a line ends in dots and a page number.
func leaders(r []rune) bool {
	cut := trimRight(r, "0123456789 ()（）")
	if len(cut) == len(r) {
		return false
	}
	n := 0
	for len(cut) > 0 && (in(cut[len(cut)-1], ".·…・‥ ")) {
		if cut[len(cut)-1] == '…' {
			n += 2
		} else if !space(cut[len(cut)-1]) {
			n++
		}
		cut = cut[:len(cut)-1]
	}
	return n >= 4 && len(cut) > 1
}

// listed marks what stands below the headings References and Notes, and gives
// a label that has its line for itself the line after it.
func (l *layout) listed() {
	for _, x := range l.lists {
		b := &l.blocks[x.block]
		if b.kind != body || x.kind == tableOfContents {
			continue
		}
		if !x.alone {
			if x.kind == references && b.width > 30 && l.cues(b) > 1 {
				b.kind = references
			}
			continue
		}
		if x.kind == references {
			l.references(x.block)
		} else {
			l.endnotes(x.block)
		}
	}
	for _, i := range l.bare {
		if next := &l.blocks[i+1]; l.blocks[i].kind == keywords && next.kind == body && next.gap <= 1 && next.width < 300 {
			next.kind = keywords
		}
	}
}

// references marks a list of references: it ends with a text that gives no
// source, with an abstract, or with the dates of the manuscript.
func (l *layout) references(at int) {
	end, misses := at+1, 0
	for ; end < len(l.blocks); end++ {
		b := &l.blocks[end]
		if b.kind == pageNumber || b.kind == pageRule || b.kind == navigation || b.kind == metadata && !submission(l.text(b)) {
			continue
		}
		if b.kind != body || l.isAbstract(end) {
			break
		}
		r := l.text(b)
		if l.cues(b) == 0 {
			if num, ok := numbering(r); ok && (num.scheme == schemeHan || num.scheme == schemeRoman) && len(r) > 12 {
				break
			}
			if misses++; b.width > 300 || misses > 3 {
				break
			}
		} else {
			misses = 0
		}
	}
	for end > at+1 && (l.blocks[end-1].kind != body || l.cues(&l.blocks[end-1]) == 0) {
		end--
	}
	if end == at+1 {
		return
	}
	for i := at; i < end; i++ {
		if b := &l.blocks[i]; b.kind == body || b.kind == navigation {
			b.kind = references
		}
	}
}

// endnotes marks the blocks below the heading of a list of notes.
func (l *layout) endnotes(at int) {
	first := at + 1
	for first < len(l.blocks) && (l.blocks[first].kind == pageRule || l.blocks[first].kind == pageNumber) {
		first++
	}
	if first == len(l.blocks) {
		return
	}
	if m, _ := noteLabel(l.text(&l.blocks[first])); m.form == formNone {
		return
	}
	l.blocks[at].kind = footnoteText
	for i := first; i < len(l.blocks); i++ {
		b := &l.blocks[i]
		if b.kind != body && b.kind != pageNumber && b.kind != pageRule && b.kind != metadata || l.isAbstract(i) {
			break
		}
		if namedHeading(l.text(b)) != "" {
			break
		}
		b.inNotes = true
	}
}

// isAbstract reports whether an abstract begins with a block.
func (l *layout) isAbstract(i int) bool { return l.blocks[i].abstract }

// knownNotes takes the notes that the format itself ties.
func (l *layout) knownNotes() {
	i := 0
	for _, n := range l.hints.Notes {
		for i < len(l.blocks) && l.blocks[i].end <= n.Anchor {
			i++
		}
		if i == len(l.blocks) {
			return
		}
		end := n.End
		n.Start, n.End = clauseBefore(l.r, l.blocks[i].start, n.Anchor), n.Anchor
		if n.TextEnd > n.TextStart {
			n.Text = string(l.r[n.TextStart:n.TextEnd])
			n.Cited = cited(l.r[n.TextStart:n.TextEnd])
		}
		l.doc.Notes = append(l.doc.Notes, n)
		if end > n.Anchor {
			l.furnish(n.Anchor, end, footnoteMarker)
		}
	}
	for i := range l.blocks {
		b := &l.blocks[i]
		for _, n := range l.hints.Notes {
			if b.start < n.TextEnd && n.TextStart < b.end {
				b.kind = footnoteText
			}
		}
	}
}

// tail reads what stands after the last paragraph: remarks, menus, lists of
// other articles.
func (l *layout) tail() {
	last := len(l.blocks) - 1
	for last >= 0 {
		if b := &l.blocks[last]; b.kind.content() && b.ends && b.width >= 30 || b.kind == heading {
			break
		}
		last--
	}
	if last < 0 {
		return
	}
	var short []int
	for i := last + 1; i < len(l.blocks); i++ {
		b := &l.blocks[i]
		if b.kind != body {
			continue
		}
		r := l.text(b)
		date, as := dateIn(string(r[:min(len(r), 80)]))
		switch {
		case date != "" && len([]rune(as))*2 > len(r):
			b.kind = metadata
		case b.width > 160 || b.ends || b.list:
		case affiliated(r):
			b.kind = authorInfo
		default:
			short = append(short, i)
		}
	}
	if len(short) >= 3 {
		for _, i := range short {
			l.blocks[i].kind = navigation
		}
	}
	for _, i := range short {
		if l.blocks[i-1].kind == navigation || i+1 < len(l.blocks) && l.blocks[i+1].kind == navigation {
			l.blocks[i].kind = navigation
		}
	}
	l.related()
	l.biographies(last)
}

// biographies finds the paragraph at the end that says who the authors are: it
// begins with the name of one and names a post.
func (l *layout) biographies(last int) {
	for i := max(last-3, 0); i < len(l.blocks); i++ {
		b := &l.blocks[i]
		if b.kind != body || b.width > 700 {
			continue
		}
		r := l.text(b)
		for _, who := range l.doc.Authors {
			if startsWith(trimLeft(r, "*_ "), who) && affiliated(r) {
				b.kind = authorInfo
			}
		}
	}
}

// mostRelated is how many lines are taken from the middle of an article below
// a heading such as Read More.
const mostRelated = 6

// related marks the lines below a heading such as Related Articles: short ones,
// up to the next paragraph.
func (l *layout) related() {
	left := 0
	for i := range l.blocks {
		b := &l.blocks[i]
		switch {
		case b.kind == navigation:
			if k, rest := labelOf(l.text(b)); k == navigation && rest == b.end-b.start {
				left = mostRelated
				if i*2 > len(l.blocks) {
					left = len(l.blocks)
				}
			}
		case b.kind == heading && b.number != "" || l.terminalStop(b) && b.width > 60 || left == 0:
			left = 0
		case (b.kind == body || b.kind == metadata || b.kind == heading) && b.width < 130 && !l.terminalStop(b):
			b.kind, b.level = navigation, 0
			left--
		}
	}
}

// foreign tells what the abstracts are: the document's own in its own language,
// which is read; its own in another; or that of another article printed on the
// same page.
func (l *layout) foreign() {
	var groups []abstractGroup
	for _, a := range l.abstracts {
		if l.blocks[a.block].kind != body {
			continue
		}
		g := l.groupOf(a)
		var c letters
		for i := a.block; i < g.end; i++ {
			c.count(l.text(&l.blocks[i]))
		}
		if g.lang = c.language(); g.lang == l.doc.Lang {
			l.ownAbstract(a, g)
			continue
		}
		g.begin = l.headOf(a.block, g.lang)
		groups = append(groups, g)
	}
	for i, g := range groups {
		k := otherAbstract
		if l.isForeign(groups, i) {
			k = foreignArticle
		}
		for j := g.begin; j < g.end; j++ {
			if b := &l.blocks[j]; b.kind == body || b.kind == keywords && k == foreignArticle || b.kind == authorInfo && j < g.label {
				b.kind = k
			}
		}
	}
}

// An abstractGroup is an abstract with its title, authors and keywords:
// blocks begin to end, the label in one of them.
type abstractGroup struct {
	begin, label, end int
	lang              entente.Lang
}

func (l *layout) ownAbstract(a labelled, g abstractGroup) {
	for i := a.block; i < g.end; i++ {
		if b := &l.blocks[i]; b.kind == body {
			b.kind = abstract
		}
	}
	if a.alone {
		l.blocks[a.block].kind = otherAbstract
	}
}

// mostAbstract is how many paragraphs an abstract may have.
const mostAbstract = 12

// groupOf returns an abstract and the keywords after it.
func (l *layout) groupOf(a labelled) abstractGroup {
	g := abstractGroup{begin: a.block, label: a.block, end: a.block + 1}
	for i := a.block + 1; i < len(l.blocks) && i < a.block+mostAbstract; i++ {
		b := &l.blocks[i]
		switch {
		case b.kind == pageNumber || b.kind == pageRule:
			continue
		case b.kind == keywords:
			g.end = i + 1
			return g
		case b.kind != body || b.abstract || l.headingLike(b):
			if a.alone || b.kind == authorInfo || b.abstract {
				g.end = max(g.end, i)
			}
			return g
		case a.alone && i == a.block+1:
			g.end = i + 1
		}
	}
	return g
}

// headingLike reports whether a block looks like a numbered heading.
func (l *layout) headingLike(b *block) bool {
	if b.width > widestHeading || l.otherLanguage(b) {
		return false
	}
	r := l.text(b)
	num, ok := numbering(r)
	return ok && headingEnd(r, num) || namedHeading(r) != ""
}

// headOf returns the first of the lines before an abstract that give title and
// authors in the abstract's language.
func (l *layout) headOf(at int, lang entente.Lang) int {
	begin := at
	for i := at - 1; i >= 0 && at-i < 6; i-- {
		b := &l.blocks[i]
		if b.kind == pageNumber || b.kind == pageRule {
			continue
		}
		if (b.kind != body && b.kind != authorInfo) || b.width > 260 || b.ends || l.lang(b) != lang {
			break
		}
		begin = i
	}
	return begin
}

// isForeign reports whether the abstract of groups[i] is that of another
// article: there are several in its language, and another fits better.
func (l *layout) isForeign(groups []abstractGroup, i int) bool {
	best, bestFit := -1, -1
	for j, g := range groups {
		if g.lang != groups[i].lang {
			continue
		}
		if fit := l.fit(g); fit >= bestFit {
			best, bestFit = j, fit
		}
	}
	return best != i
}

// fit counts the signs that an abstract in another language is this
// document's: as many authors, as many keywords, the same countries named.
func (l *layout) fit(g abstractGroup) int {
	n := 0
	var head, keys []rune
	for i := g.begin; i < g.end; i++ {
		b := &l.blocks[i]
		switch {
		case i < g.label && len(names(l.text(b))) > 0:
			if len(names(l.text(b))) == len(l.likelyAuthors()) {
				n += 2
			}
		case i < g.label:
			head = append(head, l.text(b)...)
		case b.kind == keywords:
			keys = l.text(b)
		}
	}
	own := l.ownKeywords(g)
	if len(own) > 0 && items(own) == items(keys) {
		n++
	}
	ownText := string(own) + string(l.r[:min(len(l.r), 200)])
	theirs := string(head) + string(keys)
	for _, list := range words().states {
		if a, b := anyIn(ownText, list), anyIn(theirs, list); a && b {
			n++
		} else if a != b {
			n--
		}
	}
	return n + 20
}

// likelyAuthors returns the first line of names in the document.
func (l *layout) likelyAuthors() []string {
	for i := range l.blocks[:min(len(l.blocks), 20)] {
		if who := names(l.text(&l.blocks[i])); len(who) > 0 {
			return who
		}
	}
	return nil
}

// ownKeywords returns the first line of keywords outside a group.
func (l *layout) ownKeywords(g abstractGroup) []rune {
	for i := range l.blocks {
		if b := &l.blocks[i]; b.kind == keywords && (i < g.begin || i >= g.end) {
			return l.text(b)
		}
	}
	return nil
}

func items(r []rune) int {
	n := 1
	for _, c := range r {
		if in(c, ";；,，、") {
			n++
		}
	}
	return n
}

func anyIn(s string, list []string) bool {
	for _, w := range list {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
