package pdf

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/tetratelabs/wazero/api"

	"github.com/ententelab/entente"
)

// mostPages bounds a file; what lies behind is reported, not read.
const mostPages = 5000

// Read returns the text of a PDF, line by line, a blank line between
// paragraphs and between pages, and the pages with the place of every line in
// that text. Raised small digits, which call notes, are written ¹²³. A file
// without any text is an error that says so: it is a scan.
func Read(data []byte) (string, []entente.Page, error) {
	s, err := newSession()
	if err != nil {
		return "", nil, err
	}
	defer s.close()
	doc := s.call("FPDF_LoadMemDocument", s.put(data), uint64(len(data)), 0)
	if s.err != nil {
		return "", nil, s.err
	}
	if doc == 0 {
		return "", nil, openError(s.call("FPDF_GetLastError"))
	}
	defer s.call("FPDF_CloseDocument", doc)
	w := writer{}
	count := int(s.call("FPDF_GetPageCount", doc))
	for i := range min(count, mostPages) {
		w.page(s.page(doc, i))
		if s.err != nil {
			return w.b.String(), w.pages, fmt.Errorf("page %d: %w", i+1, s.err)
		}
	}
	switch {
	case count == 0:
		return "", nil, errors.New("it has no pages")
	case strings.TrimSpace(w.b.String()) == "":
		return "", nil, fmt.Errorf("its %d pages hold no text: it is a scan, and needs text recognition first", count)
	case count > mostPages:
		return w.b.String(), w.pages, fmt.Errorf("it has %d pages; the first %d were read", count, mostPages)
	}
	return w.b.String(), w.pages, nil
}

// openError says why PDFium does not open a file.
func openError(code uint64) error {
	switch code {
	case 3:
		return errors.New("it is not a PDF, or is damaged")
	case 4:
		return errors.New("it is locked by a password")
	case 5:
		return errors.New("its security settings are not known")
	}
	return fmt.Errorf("PDFium cannot open it (error %d)", code)
}

// A glyph is a character on a page. Coordinates are points from the lower left
// corner.
type glyph struct {
	r                        rune
	left, right, bottom, top float64
	size                     float64 // of the font
}

// A line is the glyphs between two line breaks.
type line struct {
	glyphs                   []glyph
	left, right, bottom, top float64
	size                     float64 // of most of its glyphs
}

type page struct {
	width, height float64
	lines         []line
}

// page reads one page. Its lines come in PDFium's reading order.
func (s *session) page(doc uint64, i int) page {
	handle := s.call("FPDF_LoadPage", doc, uint64(i))
	if s.err != nil || handle == 0 {
		return page{} // an unreadable page leaves a gap, not a failure
	}
	p := page{
		width:  float64(api.DecodeF32(s.call("FPDF_GetPageWidthF", handle))),
		height: float64(api.DecodeF32(s.call("FPDF_GetPageHeightF", handle))),
	}
	text := s.call("FPDFText_LoadPage", handle)
	if text != 0 {
		p.lines = s.lines(text)
		s.call("FPDFText_ClosePage", text)
	}
	s.call("FPDF_ClosePage", handle)
	return p
}

func (s *session) lines(text uint64) []line {
	var out []line
	var cur []glyph
	flush := func() {
		if l, ok := newLine(cur); ok {
			out = append(out, l)
		}
		cur = nil
	}
	box := s.put(make([]byte, 32)) // left, right, bottom, top
	n := int(int32(s.call("FPDFText_CountChars", text)))
	for i := 0; i < n && s.err == nil; i++ {
		r := rune(s.call("FPDFText_GetUnicode", text, uint64(i)))
		if r == '\r' || r == '\n' {
			flush()
			continue
		}
		if r == 0 || r == 0xFFFE || r > 0x10FFFF || r >= 0xD800 && r < 0xE000 {
			continue
		}
		g := glyph{r: r, size: api.DecodeF64(s.call("FPDFText_GetFontSize", text, uint64(i)))}
		if s.call("FPDFText_GetCharBox", text, uint64(i), box, box+8, box+16, box+24) != 0 {
			for k, to := range []*float64{&g.left, &g.right, &g.bottom, &g.top} {
				*to, _ = s.m.Memory().ReadFloat64Le(uint32(box) + uint32(8*k))
			}
		}
		cur = append(cur, g)
	}
	flush()
	s.call("free", box)
	return out
}

// newLine measures a line; a line of blanks is none.
func newLine(glyphs []glyph) (line, bool) {
	l := line{glyphs: glyphs, left: math.Inf(1), right: math.Inf(-1), bottom: math.Inf(1), top: math.Inf(-1)}
	var sizes []float64
	for _, g := range glyphs {
		if g.r == ' ' || g.r == 0xA0 || g.right <= g.left {
			continue
		}
		l.left, l.right = min(l.left, g.left), max(l.right, g.right)
		l.bottom, l.top = min(l.bottom, g.bottom), max(l.top, g.top)
		sizes = append(sizes, g.size)
	}
	if len(sizes) == 0 {
		return l, false
	}
	slices.Sort(sizes)
	l.size = sizes[len(sizes)/2]
	return l, true
}
