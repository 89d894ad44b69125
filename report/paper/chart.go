package paper

import (
	"cmp"
	"fmt"
	"html"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/assemble"
)

// A Chart is points over time, by series; a series that is joined is a line.
type Chart struct {
	Unit   string
	Series []Plotted
}

// A Plotted series of a chart.
type Plotted struct {
	Name   string
	Color  string // RRGGBB
	Joined bool
	Points []Point
}

// A Point of a chart; Label is empty where the point needs none.
type Point struct {
	X, Y  float64
	Label string
}

// amounts draws the shares of GDP that were asked of and promised by the state
// most asked, with what it spent.
func (w *writer) amounts() {
	state := mostAsked(w.Ledger)
	if state == "" {
		return
	}
	asked := Plotted{Name: w.word("stance", "demand"), Color: "b3473c"}
	promised := Plotted{Name: w.word("stance", "commit"), Color: "2b6cb0"}
	for i := range w.Ledger {
		e := &w.Ledger[i]
		at, ok := decimalYear(e.Date)
		if !ok || e.Value == nil || e.Unit != "%GDP" {
			continue
		}
		p := Point{X: at, Y: *e.Value, Label: strconv.FormatFloat(*e.Value, 'f', -1, 64)}
		switch {
		case e.Stance == "demand" && (concerns(e.Addressee, state) || len(e.Addressee) == 0):
			asked.add(p)
		case e.Stance == "commit" && concerns(e.Speaker, state):
			promised.add(p)
		}
	}
	c := &Chart{Unit: w.say("unit.gdp"), Series: []Plotted{asked, promised}}
	first := earliest(c.Series)
	record := slices.DeleteFunc(slices.Clone(w.Record), func(s assemble.Series) bool { return s.Of != state })
	for _, s := range record {
		line := Plotted{Name: w.say("actual"), Color: "4a5568", Joined: true}
		for _, p := range s.Points {
			if p[0] >= first-before && s.Unit == "%GDP" {
				line.Points = append(line.Points, Point{X: p[0], Y: p[1]})
			}
		}
		if len(line.Points) > 0 {
			c.Series = append(c.Series, line)
		}
	}
	w.head(2, "ledger.amounts")
	w.add(Figure{SVG: c.svg(), Caption: w.say("ledger.chart", w.actors([]entente.ActorID{state})), Chart: c})
	for _, s := range record {
		w.add(Text{[]Run{{Text: w.say("ledger.record", s.Name[w.lang], s.Source), Soft: true}}})
	}
}

// before is how many years of the record stand before the first demand.
const before = 5

// add keeps one point of several at the same place.
func (p *Plotted) add(x Point) {
	if !slices.ContainsFunc(p.Points, func(o Point) bool { return math.Abs(o.X-x.X) < 0.09 && o.Y == x.Y }) {
		p.Points = append(p.Points, x)
	}
}

// mostAsked is the state that most demands of a share of GDP address.
func mostAsked(entries []assemble.Entry) entente.ActorID {
	count := map[entente.ActorID]int{}
	var best entente.ActorID
	for i := range entries {
		e := &entries[i]
		if e.Stance != "demand" || e.Unit != "%GDP" {
			continue
		}
		for _, a := range e.Addressee {
			if s := entente.ActorID(a.State()); s != "GROUP" && s != "ORG" {
				count[s]++
				if count[s] > count[best] || count[s] == count[best] && s < best {
					best = s
				}
			}
		}
	}
	return best
}

// concerns reports whether a state is among actors, itself or in a group of
// allies.
func concerns(actors []entente.ActorID, state entente.ActorID) bool {
	return slices.ContainsFunc(actors, func(a entente.ActorID) bool {
		return entente.ActorID(a.State()) == state || a.State() == "GROUP" && strings.Contains(string(a), "allies")
	})
}

// decimalYear turns YYYY, YYYY-MM or YYYY-MM-DD into a year with a fraction; a
// year alone is its middle.
func decimalYear(date string) (float64, bool) {
	f := strings.Split(date, "-")
	y, err := strconv.Atoi(f[0])
	if err != nil || len(f[0]) != 4 {
		return 0, false
	}
	month, day := 7, 1
	if len(f) > 1 {
		if month, err = strconv.Atoi(f[1]); err != nil {
			return 0, false
		}
	}
	if len(f) > 2 {
		day, _ = strconv.Atoi(f[2])
	}
	return float64(y) + (float64(month)-1+float64(day-1)/31)/12, true
}

func earliest(list []Plotted) float64 {
	first := math.Inf(1)
	for _, s := range list {
		for _, p := range s.Points {
			first = min(first, p.X)
		}
	}
	return first
}

// The chart's frame, in pixels.
const (
	chartWide, chartHigh           = 860.0, 340.0
	chartLeft, chartTop, chartFoot = 52.0, 40.0, 34.0
)

// svg draws the chart.
func (c *Chart) svg() string {
	x0, x1, y1 := c.bounds()
	px := func(x float64) float64 { return chartLeft + (x-x0)/(x1-x0)*(chartWide-chartLeft-20) }
	py := func(y float64) float64 { return chartHigh - chartFoot - y/y1*(chartHigh-chartFoot-chartTop) }
	var b strings.Builder
	fmt.Fprintf(&b, `<svg viewBox="0 0 %g %g" role="img" xmlns="http://www.w3.org/2000/svg" font-size="12">`, chartWide, chartHigh)
	for y := 0.0; y <= y1; y++ {
		fmt.Fprintf(&b, `<line x1="%g" x2="%g" y1="%.1f" y2="%.1f" stroke="#e2e8f0"/><text x="%g" y="%.1f" text-anchor="end" fill="#4a5568">%g</text>`, chartLeft, chartWide-20, py(y), py(y), chartLeft-8, py(y)+4, y)
	}
	step := max(1, math.Ceil((x1-x0)/12))
	for x := math.Ceil(x0); x <= x1; x += step {
		fmt.Fprintf(&b, `<text x="%.1f" y="%g" text-anchor="middle" fill="#4a5568">%g</text>`, px(x), chartHigh-12, x)
	}
	fmt.Fprintf(&b, `<text x="%g" y="16" fill="#4a5568">%s</text>`, 8.0, html.EscapeString(c.Unit))
	for i, s := range c.Series {
		s.draw(&b, px, py)
		at := chartWide - 20 - float64(len(c.Series)-i)*120
		fmt.Fprintf(&b, `<circle cx="%.1f" cy="12" r="5" fill="#%s"/><text x="%.1f" y="16" fill="#1a202c">%s</text>`, at, s.Color, at+10, html.EscapeString(s.Name))
	}
	b.WriteString("</svg>")
	return b.String()
}

func (c *Chart) bounds() (x0, x1, y1 float64) {
	x0, x1 = math.Inf(1), math.Inf(-1)
	for _, s := range c.Series {
		for _, p := range s.Points {
			x0, x1, y1 = min(x0, p.X), max(x1, p.X), max(y1, p.Y)
		}
	}
	if x1 < x0 {
		return 2020, 2030, 5
	}
	return math.Floor(x0), math.Ceil(x1 + 0.3), math.Ceil(y1 + 0.5)
}

func (s *Plotted) draw(b *strings.Builder, px, py func(float64) float64) {
	points := slices.Clone(s.Points)
	slices.SortStableFunc(points, func(p, q Point) int { return cmp.Compare(p.X, q.X) })
	if s.Joined {
		var at []string
		for _, p := range points {
			at = append(at, fmt.Sprintf("%.1f,%.1f", px(p.X), py(p.Y)))
		}
		fmt.Fprintf(b, `<polyline points="%s" fill="none" stroke="#%s" stroke-width="2.5"/>`, strings.Join(at, " "), s.Color)
		return
	}
	for _, p := range points {
		fmt.Fprintf(b, `<circle cx="%.1f" cy="%.1f" r="6" fill="#%s" fill-opacity="0.75" stroke="#fff"/>`, px(p.X), py(p.Y), s.Color)
		fmt.Fprintf(b, `<text x="%.1f" y="%.1f" text-anchor="middle" fill="#%s">%s</text>`, px(p.X), py(p.Y)-10, s.Color, html.EscapeString(p.Label))
	}
}
