package text

import (
	"strings"

	"github.com/ententelab/entente"
)

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
