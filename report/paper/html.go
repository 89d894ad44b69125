package paper

import (
	_ "embed"
	"fmt"
	"html"
	"io"
	"strings"

	"github.com/ententelab/entente"
)

//go:embed paper.css
var style string

// WriteHTML writes the paper as one page that needs nothing else: no script,
// no font, no image from elsewhere.
func (p *Paper) WriteHTML(w io.Writer) error {
	var b strings.Builder
	tag := map[entente.Lang]string{entente.Chinese: "zh-Hans", entente.English: "en"}[p.Lang]
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n<title>%s</title>\n<style>\n%s</style></head>\n<body><main>\n<h1>%s</h1>\n",
		tag, esc(p.Title), style, esc(p.Title))
	p.contents(&b)
	for _, block := range p.Blocks {
		writeBlock(&b, block)
	}
	fmt.Fprintf(&b, "<h2 id=\"sources\">%s</h2>\n<ol class=\"sources\">\n", esc(phrases["sources"][p.Lang]))
	for i, s := range p.Sources {
		fmt.Fprintf(&b, "<li id=\"s%d\">%s</li>\n", i+1, esc(s))
	}
	b.WriteString("</ol>\n</main></body></html>\n")
	_, err := io.WriteString(w, b.String())
	return err
}

func esc(s string) string { return html.EscapeString(s) }

func (p *Paper) contents(b *strings.Builder) {
	b.WriteString("<nav><ol>\n")
	for _, block := range p.Blocks {
		if h, ok := block.(Heading); ok && h.Level == 1 {
			fmt.Fprintf(b, "<li><a href=\"#%s\">%s</a></li>\n", h.ID, esc(h.Text))
		}
	}
	fmt.Fprintf(b, "<li><a href=\"#sources\">%s</a></li>\n</ol></nav>\n", esc(phrases["sources"][p.Lang]))
}

func writeBlock(b *strings.Builder, block Block) {
	switch t := block.(type) {
	case Heading:
		fmt.Fprintf(b, "<h%d id=\"%s\">%s</h%d>\n", t.Level+1, t.ID, esc(t.Text), t.Level+1)
	case Text:
		fmt.Fprintf(b, "<p>%s</p>\n", runs(t.Runs))
	case List:
		b.WriteString("<ul>\n")
		for _, item := range t.Items {
			fmt.Fprintf(b, "<li>%s</li>\n", runs(item))
		}
		b.WriteString("</ul>\n")
	case Table:
		t.html(b)
	case Figure:
		fmt.Fprintf(b, "<figure>%s<figcaption>%s</figcaption></figure>\n", t.SVG, esc(t.Caption))
	}
}

func (t *Table) html(b *strings.Builder) {
	b.WriteString("<table><colgroup>")
	for _, width := range t.Widths {
		fmt.Fprintf(b, "<col style=\"width:%d%%\">", width)
	}
	b.WriteString("</colgroup><thead><tr>")
	for i, h := range t.Head {
		fmt.Fprintf(b, "<th%s>%s</th>", t.class(i), esc(h))
	}
	b.WriteString("</tr></thead><tbody>\n")
	for _, row := range t.Rows {
		b.WriteString("<tr>")
		for i, cell := range row {
			fmt.Fprintf(b, "<td%s>%s</td>", t.class(i), runs(cell))
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</tbody></table>\n")
}

func (t *Table) class(i int) string {
	if i < len(t.Right) && t.Right[i] {
		return ` class="n"`
	}
	return ""
}

func runs(list []Run) string {
	var b strings.Builder
	for _, r := range list {
		switch {
		case r.Cite > 0:
			fmt.Fprintf(&b, `<a class="c" href="#s%d">[%d]</a>`, r.Cite, r.Cite)
		case r.Bold:
			b.WriteString("<b>" + esc(r.Text) + "</b>")
		case r.Soft:
			b.WriteString("<small>" + esc(r.Text) + "</small>")
		default:
			b.WriteString(esc(r.Text))
		}
	}
	return b.String()
}
