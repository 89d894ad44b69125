package pdf

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// A writer puts the pages' lines together into one text.
type writer struct {
	b     strings.Builder
	n     int // code points written
	pages []entente.Page
}

func (w *writer) write(s string) {
	w.b.WriteString(s)
	w.n += len([]rune(s))
}

func (w *writer) page(p page) {
	if w.n > 0 {
		w.write("\n")
	}
	out := entente.Page{Start: w.n, Width: p.width, Height: p.height}
	body := bodyOf(p.lines)
	for i, l := range p.lines {
		if i > 0 && body.startsParagraph(p.lines[i-1], l) {
			w.write("\n")
		}
		start := w.n
		w.write(l.text())
		out.Lines = append(out.Lines, entente.Line{Start: start, End: w.n, Left: l.left, Bottom: l.bottom, Right: l.right, Top: l.top})
		w.write("\n")
	}
	out.End = w.n
	w.pages = append(w.pages, out)
}

// A body is what most lines of a page have in common.
type body struct {
	left, right float64
	gap         float64 // from one line's bottom to the next one's
}

// bodyOf takes the middle of the lines' left edges, and of the gaps between
// lines; the right edge is that of the longer lines.
func bodyOf(lines []line) body {
	var lefts, rights, gaps []float64
	for i, l := range lines {
		lefts, rights = append(lefts, l.left), append(rights, l.right)
		if i > 0 && lines[i-1].bottom > l.bottom {
			gaps = append(gaps, lines[i-1].bottom-l.bottom)
		}
	}
	at := func(v []float64, share float64) float64 {
		if len(v) == 0 {
			return 0
		}
		slices.Sort(v)
		return v[int(share*float64(len(v)-1))]
	}
	return body{left: at(lefts, 0.4), right: at(rights, 0.7), gap: at(gaps, 0.5)}
}

// startsParagraph reports whether l begins a paragraph after prev: more space
// than between lines, another size of type, an indented beginning, or a line
// before it that ends early.
func (b body) startsParagraph(prev, l line) bool {
	em := max(l.size, 1)
	gap := prev.bottom - l.bottom
	switch {
	case gap > 1.6*b.gap && b.gap > 0, gap < -2*em: // a wide gap; up into another column
		return true
	case l.size > 1.15*prev.size || l.size < 0.87*prev.size:
		return true
	case l.left > b.left+1.2*em && prev.left < b.left+0.6*em && prev.right > b.right-20*em:
		return true
	}
	return prev.right < b.right-2*em && endsSentence(prev) && l.left < b.left+3*em
}

func endsSentence(l line) bool {
	for i := len(l.glyphs) - 1; i >= 0; i-- {
		if l.glyphs[i].r != ' ' {
			return strings.ContainsRune("。！？.!?”」』）)", l.glyphs[i].r)
		}
	}
	return false
}

// superscripts are the raised digits.
var superscripts = []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")

// text is the line's characters. A digit that is smaller than the line's type
// and stands above its middle is a raised one: it calls a note and belongs to
// no number.
func (l line) text() string {
	var b strings.Builder
	middle := (l.bottom + l.top) / 2
	for _, g := range l.glyphs {
		raised := g.r >= '0' && g.r <= '9' && g.size < 0.8*l.size && g.bottom > middle-0.1*l.size
		if raised {
			g.r = superscripts[g.r-'0']
		}
		b.WriteRune(g.r)
	}
	return strings.TrimRight(b.String(), " ")
}
