package text

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
