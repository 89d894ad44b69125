// Package html reads web pages: it finds the article on the page and gives its
// text, with a blank line between paragraphs, and what the markup tells of
// headings, authors and date. Offsets count in that text, not in the page.
package html

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"github.com/ententelab/entente/read/text"
)

// Largest is the size of page, in bytes, up to which the article is looked
// for; of a larger page the whole text is taken.
const Largest = 4 << 20

// A page without any text is no document.
var errEmpty = errors.New("the page has no text")

// Read returns the text of a page, what the markup tells about it, and the
// page's encoding.
func Read(data []byte) (body string, hints text.Hints, encoding string, err error) {
	enc, encoding, _ := charset.DetermineEncoding(data[:min(len(data), 1024)], "")
	if utf8.Valid(data) {
		encoding = "utf-8"
	} else if data, err = io.ReadAll(enc.NewDecoder().Reader(bytes.NewReader(data))); err != nil {
		return "", hints, "", err
	}
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return "", hints, "", err
	}
	w := &writer{}
	if len(data) <= Largest {
		hints = w.article(root)
	}
	if strings.TrimSpace(w.b.String()) == "" {
		// The article was not found, or took its nodes with it: read again.
		if root, err = html.Parse(bytes.NewReader(data)); err != nil {
			return "", hints, "", err
		}
		*w = writer{}
		w.walk(root, 0)
	}
	body = strings.TrimRight(w.b.String(), "\n") + "\n"
	if strings.TrimSpace(body) == "" {
		return "", hints, "", errEmpty
	}
	hints.Headings = w.levels()
	return body, hints, strings.ToUpper(encoding), nil
}

// article writes the page's main text, and returns its metadata.
func (w *writer) article(root *html.Node) (hints text.Hints) {
	found, err := trafilatura.ExtractDocument(root, trafilatura.Options{ExcludeComments: true, EnableFallback: false})
	if err != nil || found == nil || found.ContentNode == nil {
		return hints
	}
	m := found.Metadata
	hints.Title = m.Title
	for _, a := range strings.Split(m.Author, ";") {
		if a = strings.TrimSpace(a); a != "" {
			hints.Authors = append(hints.Authors, a)
		}
	}
	if !m.Date.IsZero() {
		hints.Date = m.Date.Format("2006-01-02")
	}
	if m.Title != "" && !strings.Contains(firstWords(found.ContentText), m.Title) {
		w.b.WriteString(m.Title + "\n\n")
		w.runes = utf8.RuneCountInString(m.Title) + 2
	}
	w.walk(found.ContentNode, 0)
	return hints
}

// firstWords is where an article repeats its title, if it does.
func firstWords(s string) string { return s[:min(len(s), 400)] }

// A writer writes the text of nodes.
type writer struct {
	b        strings.Builder
	runes    int // written so far
	headings []text.Heading
	fresh    bool // a paragraph was just begun
}

// deepest bounds the nesting of elements that is followed.
const deepest = 400

var blocks = map[string]bool{"p": true, "div": true, "article": true, "section": true, "main": true, "li": true, "ul": true, "ol": true, "tr": true, "table": true,
	"blockquote": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "pre": true, "figcaption": true, "dt": true, "dd": true, "header": true}

var skipped = map[string]bool{"script": true, "style": true, "noscript": true, "template": true, "nav": true, "footer": true, "form": true, "button": true, "svg": true, "iframe": true, "head": true, "aside": true}

func (w *writer) walk(n *html.Node, depth int) {
	if depth > deepest || n.Type == html.ElementNode && skipped[n.Data] {
		return
	}
	if n.Type == html.TextNode {
		w.words(n.Data)
		return
	}
	block := n.Type == html.ElementNode && blocks[n.Data]
	switch {
	case block:
		w.paragraph()
		if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
			w.headings = append(w.headings, text.Heading{Start: w.runes, Level: int(n.Data[1] - '0')})
		}
	case n.Data == "br":
		w.paragraph()
	case n.Data == "td" || n.Data == "th":
		w.words(" ")
	case n.Data == "sup":
		if sign := signOf(n); sign != "" {
			w.write("^{" + sign + "}")
			return
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c, depth+1)
	}
	if block {
		w.paragraph()
	}
}

// signOf returns the sign of a note in a superscript, "" for any other.
func signOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && b.Len() < 16 {
			b.WriteString(d.Data)
		}
	}
	s := strings.Trim(b.String(), " []()（）\n\t")
	if s == "" || len(s) > 4 || strings.Trim(s, "0123456789*†‡①②③④⑤⑥⑦⑧⑨⑩") != "" {
		return ""
	}
	return s
}

// paragraph begins a new paragraph, unless nothing was written since the last.
func (w *writer) paragraph() {
	if w.runes > 0 && !w.fresh {
		w.write("\n\n")
		w.fresh = true
	}
}

// words writes text with its runs of spaces as one space.
func (w *writer) words(s string) {
	fields := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f' })
	if len(fields) == 0 {
		if s != "" && !w.fresh && w.runes > 0 {
			w.space()
		}
		return
	}
	if strings.ContainsRune(" \n\t\r", rune(s[0])) {
		w.space()
	}
	w.write(strings.Join(fields, " "))
	if strings.ContainsRune(" \n\t\r", rune(s[len(s)-1])) {
		w.space()
	}
}

func (w *writer) space() {
	if s := w.b.String(); w.runes > 0 && !w.fresh && s[len(s)-1] != ' ' {
		w.b.WriteByte(' ')
		w.runes++
	}
}

func (w *writer) write(s string) {
	w.b.WriteString(s)
	w.runes += utf8.RuneCountInString(s)
	w.fresh = false
}

// levels numbers the headings from 1: the largest heading that comes more than
// once, or the only ones there are, is a main section.
func (w *writer) levels() []text.Heading {
	count := [8]int{}
	for _, h := range w.headings {
		count[h.Level]++
	}
	top := 1
	for top < 6 && (count[top] == 0 || top == 1 && count[1] == 1 && len(w.headings) > 1) {
		top++
	}
	var out []text.Heading
	for _, h := range w.headings {
		if h.Level >= top && len(w.headings) > 1 {
			out = append(out, text.Heading{Start: h.Start, Level: h.Level - top + 1})
		}
	}
	return out
}
