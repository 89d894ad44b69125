package text

import (
	"github.com/ententelab/entente"
)

// A noteText is a block that holds the text of a note.
type noteText struct {
	marker
	block int
	start int // of the text after the sign
	group int // notes printed together: at the foot of one page, or at the end
}

// notes finds the signs of notes in the running text and the texts of the
// notes, and ties them together. Texts become furniture; so do signs.
func (l *layout) notes() {
	anchors, texts := l.anchors(), l.noteTexts()
	active := activeForms(anchors, texts)
	anchors = keep(anchors, func(m marker) bool { return active[m.form] })
	texts = l.headed(texts, anchors)
	if active[formBare] || len(anchors) == 0 && l.underHeading(texts) {
		anchors = l.withinWords(anchors, texts)
	}
	if active[formHalf] {
		texts = keep(texts, func(t noteText) bool { return t.form != formBare })
	}
	texts = l.confirm(texts, anchors)
	stars := l.starNotes()
	anchors = keep(anchors, func(m marker) bool { return !stars[m.start] })
	l.tie(anchors, texts)
}

// underHeading reports whether all texts stand below the heading of a list of notes.
func (l *layout) underHeading(texts []noteText) bool {
	for _, t := range texts {
		if !l.blocks[t.block].inNotes {
			return false
		}
	}
	return len(texts) > 0
}

// headed keeps the texts below the heading of a list of notes, where they answer all
// signs: numbered items elsewhere are no notes then.
func (l *layout) headed(texts []noteText, anchors []marker) []noteText {
	answered := map[int]bool{}
	below := keep(texts, func(t noteText) bool { return l.blocks[t.block].inNotes })
	for _, t := range below {
		answered[t.n] = true
	}
	for _, m := range anchors {
		if !answered[m.n] {
			return texts
		}
	}
	if len(anchors) == 0 {
		return texts
	}
	return below
}

func keep[T any](list []T, ok func(T) bool) []T {
	out := list[:0:0]
	for _, x := range list {
		if ok(x) {
			out = append(out, x)
		}
	}
	return out
}

// anchors returns everything in the running text that may be a note's sign.
func (l *layout) anchors() []marker {
	var out []marker
	for bi := range l.blocks {
		b := &l.blocks[bi]
		if !b.kind.content() && b.kind != otherAbstract {
			continue
		}
		r := l.r[b.start:b.end]
		from := 1
		if m, rest := noteLabel(r); m.form != formNone {
			from = max(rest, 1)
		}
		for i := from; i < len(r); i++ {
			m, ok := signAt(r, i)
			if !ok {
				continue
			}
			next := m.end
			m.start, m.end, m.block = m.start+b.start, m.end+b.start, bi
			out = append(out, m)
			i = next - 1
		}
	}
	return out
}

// noteTexts returns the blocks that may hold the text of a note.
func (l *layout) noteTexts() []noteText {
	var out []noteText
	for bi := range l.blocks {
		b := &l.blocks[bi]
		if b.kind != body && b.kind != metadata && b.kind != references {
			continue
		}
		r := l.r[b.start:b.end]
		m, rest := noteLabel(r)
		if m.form == formNone || starred(m) {
			continue
		}
		if !m.form.certain() && m.form != formLost && !b.inNotes {
			follows := len(out) > 0 && out[len(out)-1].block == bi-1 && out[len(out)-1].form == m.form && out[len(out)-1].n == m.n-1
			atFoot := bi > 0 && l.blocks[bi-1].kind == pageRule || follows
			if num, ok := numbering(r); ok && num.scheme == schemeArabic && b.width < 80 && !b.ends && l.cues(b) < 2 && !atFoot {
				continue
			}
			if (m.form == formDot || m.form == formBare || m.form == formParen) && l.cues(b) == 0 && b.kind == body && !atFoot {
				continue
			}
			if m.form == formHalf && l.cues(b) < 2 && !b.ends && b.width < 80 && !atFoot || m.form == formParen && l.cues(b) < 2 && !atFoot {
				continue
			}
		}
		m.start, m.end = m.start+b.start, m.end+b.start
		out = append(out, noteText{marker: m, block: bi, start: b.start + rest})
	}
	return out
}

// activeForms decides which forms are signs of notes in this document. A
// certain form always is. Any other must have texts that answer its signs.
func activeForms(anchors []marker, texts []noteText) [formBare + 1]bool {
	var active [formBare + 1]bool
	inText := map[form]map[int]bool{}
	for _, m := range anchors {
		if inText[m.form] == nil {
			inText[m.form] = map[int]bool{}
		}
		inText[m.form][m.n] = true
		active[m.form] = active[m.form] || m.form.certain()
	}
	answered := func(f form, labels ...form) bool {
		n, all := 0, 0
		for _, t := range texts {
			for _, label := range labels {
				if t.form == label && !inText[formSup][t.n] && !inText[formCaret][t.n] {
					all++
					if inText[f][t.n] {
						n++
					}
				}
			}
		}
		return n > 0 && n*5 >= all*3
	}
	certain := active[formCaret] || active[formSup] || active[formSuper]
	active[formCircled] = len(inText[formCircled]) > 0 && (certain || answered(formCircled, formCircled, formSuper, formCaret, formLost))
	active[formBracket] = answered(formBracket, formBracket, formDot, formBare, formMarkdown)
	active[formHalf] = answered(formHalf, formHalf, formDot, formSup, formCaret)
	active[formParen] = answered(formParen, formParen, formNote, formDot)
	active[formBare] = !certain && !active[formCircled] && !active[formBracket] && !active[formHalf] &&
		answered(formBare, formBare, formDot, formBracket, formSuper, formSup, formCaret)
	return active
}

// confirm keeps the texts that answer some sign, makes them furniture, and
// adds the notes between them whose own sign was lost.
func (l *layout) confirm(texts []noteText, anchors []marker) []noteText {
	if len(anchors) == 0 {
		return nil
	}
	called := map[int]int{} // number → first place where it is called
	circles := false
	for _, m := range anchors {
		circles = circles || m.print != "" && circledValue([]rune(m.print)[0]) > 0 || m.form == formSuper
		if _, ok := called[m.n]; !ok {
			called[m.n] = m.start
		}
	}
	byBlock := map[int]noteText{}
	for _, t := range texts {
		at, ok := called[t.n]
		if t.form == formCircled && !circles && l.cues(&l.blocks[t.block]) < 2 {
			continue // an item of a list
		}
		if t.form == formLost || ok && at < t.start || t.form.certain() && t.form != formNote {
			byBlock[t.block] = t
		}
	}
	var out []noteText
	group, last := 0, -2
	for bi := range l.blocks {
		t, ok := byBlock[bi]
		if !ok {
			if last != bi-1 || !l.lostNote(bi) {
				if k := l.blocks[bi].kind; last == bi-1 && (k == pageRule || k == pageNumber) {
					last = bi
				}
				continue
			}
			t = noteText{marker: marker{form: formLost}, block: bi, start: l.blocks[bi].start}
		}
		if last != bi-1 {
			group++
		}
		t.group, last = group, bi
		if l.blocks[bi].kind == body {
			l.blocks[bi].kind = footnoteText
		}
		out = append(out, t)
	}
	return out
}

// lostNote reports whether a block beside a note's text is itself the text of a
// note that has lost its sign: it gives a source as notes do.
func (l *layout) lostNote(bi int) bool {
	b := &l.blocks[bi]
	if b.kind != body || b.width > 1400 {
		return false
	}
	r := l.r[b.start:b.end]
	if _, ok := numbering(r); ok {
		return false
	}
	if contains(r, "http") || contains(r, "www.") {
		return true
	}
	var c letters
	c.count(r)
	return l.cues(b) >= 2 && c.language() != l.doc.Lang
}

// starNotes ties a star at the end of a title or an author's name to the block
// that begins with it, and returns where the stars stand.
func (l *layout) starNotes() map[int]bool {
	var texts []noteText
	for bi := range l.blocks {
		b := &l.blocks[bi]
		r := l.text(b)
		if m, rest := noteLabel(r); starred(m) && b.width > 20 && !b.abstract && b.kind != keywords && !contains(r[rest:], "**") {
			texts = append(texts, noteText{marker: m, block: bi, start: b.start + rest})
		}
	}
	done := map[int]bool{}
	if len(texts) == 0 || len(texts) > 12 {
		return done
	}
	used := map[int]bool{}
	for bi := range l.blocks {
		b := &l.blocks[bi]
		if b.width > 200 || b.ends || !b.kind.content() && b.kind != authorInfo {
			continue
		}
		for _, m := range starsIn(l.r[b.start:b.end]) {
			m.start, m.end, m.block = m.start+b.start, m.end+b.start, bi
			for i, t := range texts {
				if used[i] || t.print != m.print || t.block <= bi {
					continue
				}
				used[i], done[m.start] = true, true
				l.addNote(m, &t)
				if k := &l.blocks[t.block].kind; *k == body {
					*k = l.starKind(t)
				}
				break
			}
		}
	}
	for i, t := range texts {
		if k := &l.blocks[t.block].kind; !used[i] && *k == body && t.form.certain() {
			*k = l.starKind(t)
		}
	}
	return done
}

func starred(m marker) bool {
	return m.form == formStar || m.form != formNone && m.n == 0 && in([]rune(m.print + " ")[0], stars)
}

// starsIn returns the stars after the words of a line.
func starsIn(r []rune) []marker {
	var out []marker
	bold := opensBold(r)
	for i := 1; i < len(r); i++ {
		if m, ok := markerAt(r, i); ok && starred(m) {
			out = append(out, m)
			i = m.end - 1
		} else if in(r[i], stars) && !bold && !in(r[0], stars) {
			end := i
			for end < len(r) && in(r[end], stars) {
				end++
			}
			out = append(out, marker{start: i, end: end, form: formStar, print: string(r[i:end])})
			i = end - 1
		}
	}
	return out
}

// opensBold reports whether a line has **words in bold** in it.
func opensBold(r []rune) bool {
	for i := 0; i+2 < len(r); i++ {
		if r[i] == '*' && r[i+1] == '*' && r[i+2] != '*' && !space(r[i+2]) && (i == 0 || in(r[i-1], " #>")) {
			return true
		}
	}
	return false
}

// starKind is what the note to a title or a name is: thanks and funding, or who
// the author is.
func (l *layout) starKind(t noteText) kind {
	r := l.r[t.start:l.blocks[t.block].end]
	if k := words().opens(r); k != "" {
		return k
	}
	if words().funds(r) {
		return metadata
	}
	if affiliated(r) && len(r) < 160 {
		return authorInfo
	}
	return footnoteText
}

// tie ties texts to signs, page by page or through the whole document, and
// makes the notes.
func (l *layout) tie(anchors []marker, texts []noteText) {
	tied := make(map[int]*noteText, len(anchors))
	if byNumber(anchors, texts) {
		at := map[int]*noteText{}
		for i := range texts {
			at[texts[i].n] = &texts[i]
		}
		for i, m := range anchors {
			if t := at[m.n]; t != nil {
				tied[i] = t
			}
		}
	} else {
		tiePages(anchors, texts, tied)
	}
	for i, m := range anchors {
		l.addNote(m, tied[i])
	}
}

// byNumber reports whether every note's number is its own in the document.
func byNumber(anchors []marker, texts []noteText) bool {
	seen := map[int]bool{}
	for _, t := range texts {
		if t.n == 0 || seen[t.n] {
			return false
		}
		seen[t.n] = true
	}
	return len(texts) > 0
}

// tiePages goes through the groups of texts in order and aligns each with the
// signs that stand before it and after what the group before it answered.
func tiePages(anchors []marker, texts []noteText, tied map[int]*noteText) {
	next := 0
	for i := 0; i < len(texts); {
		j := i
		for j < len(texts) && texts[j].group == texts[i].group {
			j++
		}
		group := texts[i:j]
		inferNumbers(group)
		end := next
		for end < len(anchors) && anchors[end].start < group[0].marker.start+group[0].blockShift() {
			end++
		}
		from := max(next, end-6*len(group)-20)
		for a, t := range align(anchors[from:end], group) {
			tied[from+a] = &group[t]
			next = max(next, from+a+1)
		}
		i = j
	}
}

// blockShift makes a lost marker's place, which is 0, that of its text.
func (t noteText) blockShift() int {
	if t.marker.start == 0 {
		return t.start
	}
	return 0
}

// farthest is how many lost numbers in a row are counted back from a kept one.
const farthest = 40

// inferNumbers counts on from the numbers that were kept to those that were
// lost.
func inferNumbers(group []noteText) {
	for i := range group {
		if group[i].n != 0 {
			continue
		}
		for k := i + 1; k < len(group) && k < i+farthest; k++ {
			if n := group[k].n - (k - i); group[k].n != 0 && n > 0 {
				group[i].n = n
				break
			}
		}
		switch {
		case group[i].n != 0:
		case i > 0:
			group[i].n = group[i-1].n + 1
		default:
			group[i].n = 1
		}
	}
}

// align ties the texts of a group to signs with the same numbers, in order, as
// many as can be; of several ways, the one nearest to the texts.
func align(anchors []marker, group []noteText) map[int]int {
	n, m := len(anchors), len(group)
	if n*m > largestTable {
		return alignInTurn(anchors, group)
	}
	best := make([]int32, (n+1)*(m+1))
	at := func(i, j int) *int32 { return &best[i*(m+1)+j] }
	for i := 1; i <= n; i++ {
		for j := 1; j <= m; j++ {
			v := max(*at(i-1, j), *at(i, j-1))
			if anchors[i-1].n == group[j-1].n {
				v = max(v, *at(i-1, j-1)+1)
			}
			*at(i, j) = v
		}
	}
	out := map[int]int{}
	for i, j := n, m; i > 0 && j > 0; {
		switch {
		case anchors[i-1].n == group[j-1].n && *at(i, j) == *at(i-1, j-1)+1:
			out[i-1] = j - 1
			i, j = i-1, j-1
		case *at(i, j) == *at(i, j-1):
			j--
		default:
			i--
		}
	}
	return out
}

// largestTable bounds the table of align; what is larger is a damaged or
// hostile text.
const largestTable = 1 << 20

// alignInTurn ties each text to the next sign with its number.
func alignInTurn(anchors []marker, group []noteText) map[int]int {
	places := map[int][]int{}
	for i, m := range anchors {
		places[m.n] = append(places[m.n], i)
	}
	out := map[int]int{}
	for j, t := range group {
		if p := places[t.n]; len(p) > 0 {
			out[p[0]], places[t.n] = j, p[1:]
		}
	}
	return out
}

// addNote records a note, and its sign as furniture.
func (l *layout) addNote(m marker, t *noteText) {
	b := l.blocks[m.block]
	note := entente.Note{Marker: m.print, Anchor: m.start, Start: clauseBefore(l.r, b.start, m.start), End: m.start}
	if t != nil {
		end := l.blocks[t.block].end
		note.TextStart, note.TextEnd, note.Text = t.start, end, string(l.r[t.start:end])
		note.Cited = cited(l.r[t.start:end])
	}
	l.doc.Notes = append(l.doc.Notes, note)
	l.furnish(m.start, m.end, footnoteMarker)
}

// longestClause bounds the clause that a note is tied to.
const longestClause = 300

// clauseBefore returns the beginning of the clause that ends at end.
func clauseBefore(r []rune, start, end int) int {
	i := end
	for i > start && (space(r[i-1]) || in(r[i-1], terminals) || in(r[i-1], weakStops) || in(r[i-1], closers)) {
		i--
	}
	for ; i > start && end-i < longestClause; i-- {
		if c := r[i-1]; in(c, stops) || in(c, "；;，,") && !(i < end && digit(r[i])) || c == '.' && space(r[i]) && pointEnds(r[:end], i-1) {
			break
		}
	}
	for i < end {
		if m, ok := markerAt(r, i); ok && m.end < end && m.form != formBracket && m.form != formParen {
			i = m.end
		} else if space(r[i]) || in(r[i], "”’」』）)") {
			i++
		} else {
			break
		}
	}
	return i
}
