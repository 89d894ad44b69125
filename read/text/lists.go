package text

import "strings"

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
