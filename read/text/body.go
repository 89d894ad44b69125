package text

import (
	"strings"

	"github.com/ententelab/entente"
)

// body makes paragraphs and sentences of the blocks.
func (l *layout) body() {
	section, number := -1, 0
	for _, b := range l.blocks {
		if b.level > 0 {
			section, number = section+1, 0
		} else {
			number++
		}
		p := entente.Paragraph{Start: b.start, End: b.end, Section: section, Heading: b.level > 0}
		if !p.Heading {
			p.Number = number
		}
		l.doc.Paragraphs = append(l.doc.Paragraphs, p)
		index := len(l.doc.Paragraphs) - 1
		if p.Heading {
			l.doc.Sentences = append(l.doc.Sentences, entente.Sentence{Start: b.start, End: b.end, Paragraph: index, Heading: true})
			continue
		}
		for _, s := range sentences(l.r, b.start, b.end) {
			s.Paragraph = index
			l.doc.Sentences = append(l.doc.Sentences, s)
		}
	}
}

// sentences cuts r[start:end] into sentences. A closing quote or bracket
// belongs to the sentence before it.
func sentences(r []rune, start, end int) []entente.Sentence {
	var out []entente.Sentence
	add := func(from, to int) {
		if from, to = trim(r, from, to); from < to {
			out = append(out, entente.Sentence{Start: from, End: to})
		}
	}
	from, depth := start, 0
	for i := start; i < end; i++ {
		switch r[i] {
		case '(', '（':
			depth++
		case ')', '）':
			depth = max(0, depth-1)
		}
		if depth > 0 || !stops(r, i, end) {
			continue
		}
		to := i + 1
		for to < end && strings.ContainsRune("。！？!?…", r[to]) {
			to++
		}
		for to < end && strings.ContainsRune("”’」』）)\"'", r[to]) {
			to++
		}
		add(from, to)
		from, i = to, to-1
	}
	add(from, end)
	return out
}

// stops reports whether the mark at i ends a sentence.
func stops(r []rune, i, end int) bool {
	switch r[i] {
	case '。', '！', '？':
		return true
	case '!', '?':
		return i+1 == end || !latin(r[i+1]) && !digit(r[i+1])
	case '.':
		return pointStops(r, i, end)
	}
	return false
}

// pointStops reports whether the full point at i ends a sentence.
func pointStops(r []rune, i, end int) bool {
	j := i + 1
	for j < end && strings.ContainsRune("”’\"')]", r[j]) {
		j++
	}
	if j < end && !space(r[j]) {
		return false
	}
	for j < end && space(r[j]) {
		j++
	}
	if j == end {
		return true
	}
	if r[j] >= 'a' && r[j] <= 'z' {
		return false
	}
	w := i
	for w > 0 && (latin(r[w-1]) || r[w-1] == '.' && w > 1 && latin(r[w-2]) || r[w-1] == '\'') {
		w--
	}
	word := string(r[w:i])
	next := j
	for next < end && latin(r[next]) {
		next++
	}
	v := words()
	if v.ambiguous[word] {
		return v.starters[string(r[j:next])]
	}
	return !v.abbreviations[word] && !(i-w == 1 && r[w] >= 'A' && r[w] <= 'Z')
}
