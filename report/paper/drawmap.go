package paper

import (
	"cmp"
	"fmt"
	"html"
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// The boxes of a drawn map, in pixels.
const (
	boxWide, boxHigh = 150.0, 50.0
	gapWide, gapHigh = 90.0, 16.0
)

// A drawing places concepts in columns, causes to the left of their effects as
// far as loops allow.
type drawing struct {
	links  []entente.Link
	column map[entente.ConceptID]int
	row    map[entente.ConceptID]float64
	rows   int
}

// A Diagram is boxes and arrows on a sheet Wide by High, in pixels.
type Diagram struct {
	Wide, High float64
	Boxes      []Box
	Arrows     []Arrow
}

// A Box has its upper left corner at X, Y, and lines of text.
type Box struct {
	X, Y  float64
	Lines []string
}

// An Arrow leaves and arrives level; Bend is how far it goes straight on.
type Arrow struct {
	X0, Y0, X1, Y1 float64
	Bend, Width    float64
	Minus          bool
}

// The colours of arrows.
const plusColor, minusColor = "2b6cb0", "b3473c"

// drawMap draws links as boxes and arrows.
func (w *writer) drawMap(links []entente.Link) Figure {
	d := &drawing{links: links, column: map[entente.ConceptID]int{}, row: map[entente.ConceptID]float64{}}
	d.columns()
	columns := d.order()
	g := &Diagram{Wide: float64(len(columns))*(boxWide+gapWide) - gapWide + 20, High: float64(d.rows)*(boxHigh+gapHigh) + 20}
	for i := range links {
		g.Arrows = append(g.Arrows, d.arrow(&links[i]))
	}
	for _, list := range columns {
		for _, c := range list {
			x, y := d.corner(c)
			g.Boxes = append(g.Boxes, Box{X: x, Y: y, Lines: wrap(w.concept(c), 22, 3)})
		}
	}
	return Figure{SVG: g.svg(), Caption: w.say("causes.map"), Diagram: g}
}

// columns gives each concept the length of the longest chain to it; links that
// close a loop are left out of that.
func (d *drawing) columns() {
	var accepted []entente.Link
	for _, l := range d.links {
		if !leads(accepted, l.Effect, l.Cause) {
			accepted = append(accepted, l)
		}
		d.column[l.Cause], d.column[l.Effect] = 0, 0
	}
	for range accepted {
		for _, l := range accepted {
			d.column[l.Effect] = max(d.column[l.Effect], d.column[l.Cause]+1)
		}
	}
	for _, l := range slices.Backward(accepted) { // causes move up to their first effect
		first := 1 << 20
		for _, o := range accepted {
			if o.Cause == l.Cause {
				first = min(first, d.column[o.Effect])
			}
		}
		if !slices.ContainsFunc(accepted, func(o entente.Link) bool { return o.Effect == l.Cause }) {
			d.column[l.Cause] = first - 1
		}
	}
}

// leads reports whether a chain of links leads from one concept to another.
func leads(links []entente.Link, from, to entente.ConceptID) bool {
	seen := map[entente.ConceptID]bool{from: true}
	for queue := []entente.ConceptID{from}; len(queue) > 0; queue = queue[1:] {
		if queue[0] == to {
			return true
		}
		for _, l := range links {
			if l.Cause == queue[0] && !seen[l.Effect] {
				seen[l.Effect] = true
				queue = append(queue, l.Effect)
			}
		}
	}
	return false
}

// order sorts the concepts of each column so that arrows cross little: by the
// mean row of their neighbours, a few times over.
func (d *drawing) order() [][]entente.ConceptID {
	last := 0
	for _, c := range d.column {
		last = max(last, c)
	}
	columns := make([][]entente.ConceptID, last+1)
	for c, at := range d.column {
		columns[at] = append(columns[at], c)
	}
	for i := range columns {
		slices.Sort(columns[i])
		d.rows = max(d.rows, len(columns[i]))
	}
	for range 8 {
		for _, list := range columns {
			for i, c := range list { // spread over the whole height
				d.row[c] = (float64(i) + 0.5) * float64(d.rows) / float64(len(list))
			}
		}
		for i := range columns {
			mean := map[entente.ConceptID]float64{}
			for _, c := range columns[i] {
				mean[c] = d.neighbours(c)
			}
			slices.SortStableFunc(columns[i], func(a, b entente.ConceptID) int { return cmp.Compare(mean[a], mean[b]) })
			for k, c := range columns[i] {
				d.row[c] = (float64(k) + 0.5) * float64(d.rows) / float64(len(columns[i]))
			}
		}
	}
	return columns
}

func (d *drawing) neighbours(c entente.ConceptID) float64 {
	sum, n := 0.0, 0.0
	for _, l := range d.links {
		switch c {
		case l.Cause:
			sum, n = sum+d.row[l.Effect], n+1
		case l.Effect:
			sum, n = sum+d.row[l.Cause], n+1
		}
	}
	return sum / n
}

// corner is the upper left corner of a concept's box.
func (d *drawing) corner(c entente.ConceptID) (x, y float64) {
	return 10 + float64(d.column[c])*(boxWide+gapWide), 10 + d.row[c]*(boxHigh+gapHigh) - boxHigh/2
}

func (d *drawing) arrow(l *entente.Link) Arrow {
	x0, y0 := d.corner(l.Cause)
	x1, y1 := d.corner(l.Effect)
	a := Arrow{X0: x0 + boxWide, Y0: y0 + boxHigh/2, X1: x1, Y1: y1 + boxHigh/2, Bend: gapWide / 2, Width: 1 + 2.5*l.Belief, Minus: l.Sign < 0}
	if a.X1 <= a.X0 { // back to the left: from side to side, round the boxes
		a.Bend = gapWide
	}
	return a
}

func (g *Diagram) svg() string {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg viewBox="0 0 %g %g" role="img" xmlns="http://www.w3.org/2000/svg" font-size="12">`, g.Wide, g.High)
	for _, a := range g.Arrows {
		a.svg(&b)
	}
	for _, box := range g.Boxes {
		fmt.Fprintf(&b, `<rect x="%.1f" y="%.1f" width="%g" height="%g" rx="6" fill="#fff" stroke="#4a5568"/>`, box.X, box.Y, boxWide, boxHigh)
		for i, line := range box.Lines {
			at := box.Y + boxHigh/2 + 4 + (float64(i)-float64(len(box.Lines)-1)/2)*15
			fmt.Fprintf(&b, `<text x="%.1f" y="%.1f" text-anchor="middle" fill="#1a202c">%s</text>`, box.X+boxWide/2, at, html.EscapeString(line))
		}
	}
	return b.String() + "</svg>"
}

func (a *Arrow) svg(b *strings.Builder) {
	color, dash := plusColor, ""
	if a.Minus {
		color, dash = minusColor, ` stroke-dasharray="6 4"`
	}
	const head = 11
	fmt.Fprintf(b, `<path d="M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1f" fill="none" stroke="#%s" stroke-width="%.1f"%s/>`,
		a.X0, a.Y0, a.X0+a.Bend, a.Y0, a.X1-a.Bend, a.Y1, a.X1-head+1, a.Y1, color, a.Width, dash)
	fmt.Fprintf(b, `<path d="M%.1f %.1fl-%d -5.5v11z" fill="#%s"/>`, a.X1, a.Y1, head, color)
}

// wrap breaks a name into lines of so many columns: Latin at words, Chinese
// anywhere; what does not fit is cut.
func wrap(s string, width, most int) []string {
	var lines []string
	line, used := "", 0
	for _, word := range pieces(s) {
		n := columnsOf(word)
		if used+n > width && strings.TrimSpace(line) != "" {
			lines = append(lines, strings.TrimSpace(line))
			line, used = "", 0
		}
		line, used = line+word, used+n
	}
	lines = append(lines, strings.TrimSpace(line))
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] += "…"
	}
	return lines
}

// pieces are the parts that must not be broken.
func pieces(s string) []string {
	var out []string
	word := ""
	for _, r := range s {
		if r < 0x1100 && r != ' ' {
			word += string(r)
			continue
		}
		if word != "" {
			out = append(out, word)
			word = ""
		}
		out = append(out, string(r))
	}
	return append(out, word)
}

func columnsOf(s string) int {
	n := 0
	for _, r := range s {
		if n++; r >= 0x1100 {
			n++
		}
	}
	return n
}
