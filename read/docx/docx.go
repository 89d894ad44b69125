// Package docx reads Word documents (Office Open XML): paragraphs, headings,
// tables, foot- and endnotes. It needs the standard library only.
package docx

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ententelab/entente/read/text"
)

// Largest is the size, unpacked, beyond which a part of a document is not read.
const Largest = 64 << 20

var errLarge = fmt.Errorf("a part of the document is larger than %d MB", Largest>>20)

// Is reports whether an archive is a Word document.
func Is(z *zip.Reader) bool {
	for _, f := range z.File {
		if f.Name == "word/document.xml" {
			return true
		}
	}
	return false
}

// Read returns the text of a document, one paragraph a line, the notes after
// it, and what the styles tell of headings. Signs of notes are written [^1].
func Read(z *zip.Reader) (string, text.Hints, error) {
	parts := map[string]*zip.File{}
	for _, f := range z.File {
		parts[f.Name] = f
	}
	r := &reader{levels: map[string]int{}}
	if err := decode(parts["word/styles.xml"], r.styles); err != nil {
		return "", text.Hints{}, err
	}
	if err := decode(parts["word/document.xml"], r.document); err != nil {
		return "", text.Hints{}, err
	}
	for _, kind := range []string{"footnote", "endnote"} {
		r.kind = kind
		if err := decode(parts["word/"+kind+"s.xml"], r.notes); err != nil {
			return "", text.Hints{}, err
		}
	}
	body := r.b.String()
	if strings.TrimSpace(body) == "" {
		return "", text.Hints{}, errors.New("the document has no text")
	}
	hints := text.Hints{Title: r.title, Headings: r.headings}
	return body, hints, nil
}

// decode hands the elements of a part to next; a part that is not there has
// none.
func decode(f *zip.File, next func(*xml.Decoder, xml.Token) error) error {
	if f == nil {
		return nil
	}
	in, err := f.Open()
	if err != nil {
		return err
	}
	defer in.Close()
	limited := &io.LimitedReader{R: in, N: Largest}
	d := xml.NewDecoder(limited)
	for {
		t, err := d.Token()
		if limited.N <= 0 {
			return errLarge
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
		if err := next(d, t); err != nil {
			return err
		}
	}
}

// A reader collects the text of the parts.
type reader struct {
	b        strings.Builder
	runes    int
	levels   map[string]int // style → level of heading; 0 is the title
	headings []text.Heading
	title    string
	kind     string // of notes being read
	style    string // being defined
	start    int    // of the paragraph
	level    int    // of the paragraph; -1 is no heading
	inText   bool
	note     string // number of the note being read
	cell     bool
	numbers  map[string]int // note → its number in order
}

func (r *reader) write(s string) {
	r.b.WriteString(s)
	r.runes += utf8.RuneCountInString(s)
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// styles learns which styles are headings.
func (r *reader) styles(_ *xml.Decoder, t xml.Token) error {
	e, ok := t.(xml.StartElement)
	if !ok {
		return nil
	}
	switch e.Name.Local {
	case "style":
		r.style = attr(e, "styleId")
	case "name":
		name := strings.ToLower(attr(e, "val"))
		if name == "title" {
			r.levels[r.style] = 0
		} else if n, err := strconv.Atoi(strings.TrimPrefix(name, "heading ")); err == nil && n > 0 && n < 7 {
			r.levels[r.style] = n
		}
	case "outlineLvl":
		if n, err := strconv.Atoi(attr(e, "val")); err == nil && n < 6 && n >= 0 {
			if _, known := r.levels[r.style]; !known {
				r.levels[r.style] = n + 1
			}
		}
	}
	return nil
}

var oneLine = strings.NewReplacer("\n", " ", "\r", "")

// document writes the running text.
func (r *reader) document(d *xml.Decoder, t xml.Token) error {
	switch e := t.(type) {
	case xml.StartElement:
		return r.open(d, e)
	case xml.EndElement:
		r.close(e.Name.Local)
	case xml.CharData:
		if r.inText {
			r.write(oneLine.Replace(string(e)))
		}
	}
	return nil
}

func (r *reader) open(d *xml.Decoder, e xml.StartElement) error {
	switch e.Name.Local {
	case "p":
		r.start, r.level = r.runes, -1
	case "pStyle":
		if n, ok := r.levels[attr(e, "val")]; ok {
			r.level = n
		}
	case "outlineLvl":
		if n, err := strconv.Atoi(attr(e, "val")); err == nil && n < 6 && n >= 0 {
			r.level = n + 1
		}
	case "t":
		r.inText = true
	case "tab":
		if !r.inText {
			r.write("\t")
		}
	case "br", "cr":
		r.write("\n")
	case "tc":
		r.cell = true
	case "footnoteReference", "endnoteReference":
		r.write("[^" + r.number(strings.TrimSuffix(e.Name.Local, "Reference"), attr(e, "id")) + "]")
	case "del", "instrText", "Fallback":
		return d.Skip()
	}
	return nil
}

func (r *reader) close(name string) {
	switch name {
	case "t":
		r.inText = false
	case "tc":
		r.cell = false
		r.write(" | ")
	case "tr":
		r.write("\n")
	case "p":
		if r.cell {
			r.write(" ")
			return
		}
		r.endParagraph()
	}
}

func (r *reader) endParagraph() {
	if r.level >= 0 && r.runes > r.start {
		if r.level == 0 && r.title == "" {
			s := r.b.String()
			r.title = strings.TrimSpace(s[strings.LastIndexByte(s, '\n')+1:])
		} else if r.level > 0 {
			r.headings = append(r.headings, text.Heading{Start: r.start, Level: r.level})
		}
	}
	r.write("\n\n")
	r.level = -1
}

// number counts the notes in the order in which the text calls them.
func (r *reader) number(kind, id string) string {
	if r.numbers == nil {
		r.numbers = map[string]int{}
	}
	key := kind + id
	if r.numbers[key] == 0 {
		r.numbers[key] = len(r.numbers) + 1
	}
	return strconv.Itoa(r.numbers[key])
}

// notes writes the texts of the notes that are called.
func (r *reader) notes(_ *xml.Decoder, t xml.Token) error {
	switch e := t.(type) {
	case xml.StartElement:
		switch e.Name.Local {
		case r.kind:
			r.note = ""
			if n := r.numbers[r.kind+attr(e, "id")]; n > 0 {
				r.note = strconv.Itoa(n)
				r.write("[^" + r.note + "]: ")
			}
		case "t":
			r.inText = r.note != ""
		}
	case xml.EndElement:
		switch e.Name.Local {
		case r.kind:
			if r.note != "" {
				r.write("\n\n")
			}
		case "t":
			r.inText = false
		case "p":
			if r.note != "" {
				r.write(" ")
			}
		}
	case xml.CharData:
		if r.inText {
			r.write(oneLine.Replace(string(e)))
		}
	}
	return nil
}
