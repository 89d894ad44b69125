package text

import (
	"slices"
	"strconv"
)

// signAt reads the sign at r[i], whether or not its superscript was kept.
func signAt(r []rune, i int) (marker, bool) {
	c := r[i]
	switch {
	case c >= 'a' && c <= 'z', c == ' ', c >= 0x3400 && c < 0xFF00 && c != '注' && c != '註' && c != '﹝': // most of any text
		return marker{}, false
	case digit(c):
		return flatMarker(r, i)
	}
	m, ok := markerAt(r, i)
	if ok && m.form == formCircled && (lists(r, i) || in(r[i-1], "注註")) || m.form == formParen && (space(r[i-1]) || in(r[i-1], "：:；;、")) {
		return marker{}, false
	}
	return m, ok
}

// lists reports whether the circled number at i begins an item of a list in
// running text: a colon, or a space at the beginning, is before it, or a
// semicolon that ends the item before.
func lists(r []rune, i int) bool {
	n := circledValue(r[i])
	for i > 0 && space(r[i-1]) {
		i--
	}
	if i == 0 || in(r[i-1], "：:") {
		return true
	}
	if !in(r[i-1], "；;") {
		return false
	}
	before := slices.IndexFunc(r[:i], func(c rune) bool { return circledValue(c) == n-1 })
	return before >= 0 && n > 1 && lists(r, before)
}

// withinWords adds the signs that stand behind a word, as in "India5 and", where
// a note has that number, no other sign calls it, and just one place between
// the signs before and after fits.
func (l *layout) withinWords(anchors []marker, texts []noteText) []marker {
	at := map[int]int{}
	for _, m := range anchors {
		at[m.n] = m.start
	}
	out := anchors
	for _, t := range texts {
		before, ok := at[t.n-1]
		after, more := at[t.n+1]
		if _, called := at[t.n]; called || !ok && t.n > 1 {
			continue
		}
		if !more {
			after = t.start
		}
		if found := l.behindWord(t.n, before, min(after, t.start)); len(found) == 1 {
			at[t.n] = found[0].start
			out = append(out, found[0])
		}
	}
	slices.SortStableFunc(out, func(a, b marker) int { return a.start - b.start })
	return out
}

// behindWord finds a number right behind a word of at least four letters, or behind
// a Chinese word and before a stop, in the running text between two places.
func (l *layout) behindWord(n, from, to int) []marker {
	var out []marker
	for bi := range l.blocks {
		b := &l.blocks[bi]
		if !b.kind.content() || b.end <= from || b.start >= to {
			continue
		}
		for i := max(b.start+4, from); i < min(b.end, to); i++ {
			if !digit(l.r[i]) {
				continue
			}
			end := i
			for end < b.end && digit(l.r[end]) {
				end++
			}
			if end > i && end-i < 4 && allDigits(l.r[i:end]) == n && (word(l.r[i-4:i]) && (end == b.end || space(l.r[end]) || in(l.r[end], weakStops)) || l.behindHan(i, end, b.end)) {
				out = append(out, marker{start: i, end: end, form: formBare, n: n, print: strconv.Itoa(n), block: bi})
			}
			i = max(i, end)
		}
	}
	return out
}

// behindHan reports whether a number stands between a Chinese word and a stop. A
// number of its own has a word for what it counts behind it, or 第 before it.
func (l *layout) behindHan(i, end, blockEnd int) bool {
	return han(l.r[i-1]) && !in(l.r[i-1], "第约約为為是有至到") && end < blockEnd && in(l.r[end], terminals+weakStops+stops)
}

// word reports whether letters end in a small one.
func word(r []rune) bool {
	for _, c := range r {
		if !latin(c) {
			return false
		}
	}
	return !upper(r[len(r)-1])
}
