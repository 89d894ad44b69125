package text

import (
	"cmp"
	"slices"

	"github.com/ententelab/entente"
)

// join marks the blocks that go on with the block before them: where page
// furniture stands between, or where a long block stops without ending.
func (l *layout) join() {
	last, between := -1, false
	for i := range l.blocks {
		b := &l.blocks[i]
		switch {
		case !b.kind.content():
			between = between || b.ofPage || b.kind == footnoteText
			continue
		case b.kind == body && last >= 0 && l.blocks[last].kind == body && l.goesOn(&l.blocks[last], b, between):
			b.joined = true
		}
		last, between = i, false
	}
}

// goesOn reports whether block b is the rest of the sentence that a begins.
func (l *layout) goesOn(a, b *block, between bool) bool {
	if a.ends || a.list || b.list || a.level > 0 || b.level > 0 {
		return false
	}
	last := l.r[a.end-1]
	if in(last, ":：;；)）]】|") {
		return false
	}
	if !between && a.width < 100 {
		return false
	}
	first := l.r[b.start]
	if ideograph(last) || ideograph(first) {
		return between || !in(first, "【[（(“「")
	}
	return lower(first) || in(last, ",，、-–—") || between && a.width > 60
}

// body makes paragraphs and sentences of the blocks.
func (l *layout) body() {
	doc := l.doc
	section, number := -1, 0
	for i := 0; i < len(l.blocks); i++ {
		b := &l.blocks[i]
		if !b.kind.content() {
			continue
		}
		p := entente.Paragraph{Start: b.start, End: b.end, Heading: b.kind == heading || b.kind == title}
		for section+1 < len(doc.Sections) && doc.Sections[section+1].Start < b.end {
			section, number = section+1, 0
		}
		p.Section = section
		if b.kind == body {
			number++
			p.Number = number
			for j := i + 1; j < len(l.blocks); j++ {
				if next := &l.blocks[j]; next.joined {
					p.End, i = next.end, j
				} else if next.kind.content() {
					break
				}
			}
		}
		doc.Paragraphs = append(doc.Paragraphs, p)
		l.cut(len(doc.Paragraphs)-1, p)
	}
}

// cut adds the sentences of a paragraph.
func (l *layout) cut(index int, p entente.Paragraph) {
	f := flowOf(l.r, p.Start, p.End, within(l.doc.Furniture, p.Start, p.End))
	if p.Heading {
		if from, to := bare(f.r); from < to {
			start, end := f.span(from, to)
			l.doc.Sentences = append(l.doc.Sentences, entente.Sentence{Start: start, End: end, Paragraph: index, Heading: true})
		}
		return
	}
	for _, s := range f.sentences(l.doc.Lang) {
		s.Paragraph = index
		l.doc.Sentences = append(l.doc.Sentences, s)
	}
}

// within returns the furniture that overlaps a range; all is sorted.
func within(all []entente.Furniture, start, end int) []entente.Furniture {
	lo, _ := slices.BinarySearchFunc(all, start, func(f entente.Furniture, at int) int { return cmp.Compare(f.End, at+1) })
	hi := lo
	for hi < len(all) && all[hi].Start < end {
		hi++
	}
	return all[lo:hi]
}
