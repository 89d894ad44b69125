// Package entente holds the nouns of the project: what a document is, what a
// statement says and where, what a map of claims is, what a model is, and what
// a run of it gives.
//
// Every step of the pipeline is a function from these values to these values:
//
//	files ─read─▶ Document ─collate─▶ Work ─extract─▶ Statement ─assemble─▶ Map ─compile─▶ Model ─simulate─▶ Run
//
// The package imports the standard library only, and knows no step, no file
// and no network.
package entente

import (
	"crypto/sha256"
	"encoding/hex"
	"math"
	"unicode/utf8"
)

// DocID names a document by its content: the SHA-256 of the file's bytes, in
// hexadecimal. Two files with the same bytes are one document.
type DocID string

// NewDocID returns the ID of a file's bytes.
func NewDocID(data []byte) DocID {
	sum := sha256.Sum256(data)
	return DocID(hex.EncodeToString(sum[:]))
}

// Short is the ID as people read it: its first twelve digits.
func (id DocID) Short() string {
	if len(id) > 12 {
		return string(id[:12])
	}
	return string(id)
}

// Lang is an ISO 639-1 code: zh, ja, ko, en. Empty means not recognised.
type Lang string

// The languages that are read.
const (
	Chinese  Lang = "zh"
	Japanese Lang = "ja"
	Korean   Lang = "ko"
	English  Lang = "en"
)

// Script is an ISO 15924 code: Hans, Hant, Jpan, Kore, Latn.
type Script string

// The scripts that are told apart.
const (
	Hans Script = "Hans"
	Hant Script = "Hant"
	Jpan Script = "Jpan"
	Kore Script = "Kore"
	Latn Script = "Latn"
)

// A Document is one file as read. All offsets in it count Unicode code points
// from 0 in Text, line ends included; Start is inclusive, End exclusive.
//
// Text is the file's own text, decoded and otherwise untouched: nothing is
// normalised, stripped or re-joined. What reading leaves out of the argument
// (page numbers, running heads, note texts) stays in Text and is listed in
// Furniture.
type Document struct {
	ID       DocID    `json:"id"`
	Name     string   `json:"doc"`    // base name of the file
	Format   string   `json:"format"` // text, markdown, html, pdf, docx
	Encoding string   `json:"encoding"`
	Lang     Lang     `json:"language"`
	Script   Script   `json:"script"`
	Title    string   `json:"title,omitempty"`
	Authors  []string `json:"authors,omitempty"`
	Date     string   `json:"date,omitempty"` // YYYY, YYYY-MM or YYYY-MM-DD, as the document gives it

	Text       string      `json:"-"`
	Sections   []Section   `json:"sections"`
	Paragraphs []Paragraph `json:"-"`
	Sentences  []Sentence  `json:"-"`
	Notes      []Note      `json:"notes"`
	Furniture  []Furniture `json:"furniture"`
	Pages      []Page      `json:"pages,omitempty"` // of a format that has pages

	runes []rune  // Text, decoded once by Runes
	bytes []int32 // where every stride-th code point starts in Text; nil if Text is not valid UTF-8
}

const stride = 32

// Runes returns Text as code points, so that offsets index it directly. The
// slice is shared: callers must not change it. The first call is not safe for
// concurrent use; readers make it before they hand the document out.
func (d *Document) Runes() []rune {
	if d.runes == nil && d.Text != "" {
		d.runes = []rune(d.Text)
		d.mark()
	}
	return d.runes
}

// Slice returns the text from start to end, in code points; "" if the range is
// not inside the document.
func (d *Document) Slice(start, end int) string {
	r := d.Runes()
	if start < 0 || end > len(r) || start > end {
		return ""
	}
	if d.bytes == nil {
		return string(r[start:end])
	}
	return d.Text[d.byteAt(start):d.byteAt(end)]
}

// mark notes where code points start in Text, so that a quote is a piece of it
// and no copy.
func (d *Document) mark() {
	if !utf8.ValidString(d.Text) || len(d.Text) > math.MaxInt32 {
		return
	}
	d.bytes = make([]int32, 0, len(d.runes)/stride+1)
	n := 0
	for at := range d.Text {
		if n%stride == 0 {
			d.bytes = append(d.bytes, int32(at))
		}
		n++
	}
}

// byteAt is where a code point starts in Text; its length behind the last.
func (d *Document) byteAt(n int) int {
	if n >= len(d.runes) {
		return len(d.Text)
	}
	at := int(d.bytes[n/stride])
	for _, r := range d.runes[n-n%stride : n] {
		at += utf8.RuneLen(r)
	}
	return at
}

// Span returns the place from start to end with its quote.
func (d *Document) Span(start, end int) Span {
	return Span{Doc: d.ID, Start: start, End: end, Quote: d.Slice(start, end)}
}

// Where returns the section, as cited, and the body paragraph in which an
// offset stands; "" and 0 outside any.
func (d *Document) Where(offset int) (section string, paragraph int) {
	for _, p := range d.Paragraphs {
		if p.Start <= offset && offset < p.End {
			if p.Section >= 0 && p.Section < len(d.Sections) {
				section = d.Sections[p.Section].Number
			}
			return section, p.Number
		}
	}
	return "", 0
}

// A Section is a heading with what stands under it. Level 0 is the title of
// the document, 1 a main section, 2 and 3 below it, by the logical numbering
// (一、 then (一); I. then 1. then (1)), not by the count of #.
type Section struct {
	Title  string `json:"title"`
	Level  int    `json:"level"`
	Start  int    `json:"start"`            // of the heading
	End    int    `json:"end"`              // of the section's text, up to the next heading of its level or above
	Number string `json:"number,omitempty"` // as cited: "2(1)" for section 2, subsection (1)
}

// A Paragraph is a run of sentences under one section, re-joined where a page
// break cut it. Number counts body paragraphs from 1 within the section.
type Paragraph struct {
	Start, End int
	Section    int // index into Document.Sections, -1 before the first heading
	Number     int // 0 for a heading
	Heading    bool
}

// A Sentence is a sentence or a heading, in the order of the text. Furniture
// inside its range (a page break, a footnote mark) is not part of what it says.
type Sentence struct {
	Start, End int
	Paragraph  int // index into Document.Paragraphs
	Heading    bool
}

// A Note is a foot- or endnote tied to the place that calls it.
type Note struct {
	Marker    string      `json:"marker"` // plain: *, ①, 12
	Anchor    int         `json:"anchor"` // offset of the marker in the running text
	Start     int         `json:"start"`  // of the sentence or clause before the marker
	End       int         `json:"end"`    // where the marker stands
	Text      string      `json:"text"`   // "" if the note's text is lost
	TextStart int         `json:"text_start"`
	TextEnd   int         `json:"text_end"`
	Cited     []CitedWork `json:"cited_work,omitempty"`
}

// A CitedWork is a work that a note refers to, as far as it can be parsed.
type CitedWork struct {
	Author string `json:"author,omitempty"`
	Title  string `json:"title,omitempty"`
	Outlet string `json:"outlet,omitempty"`
	Date   string `json:"date,omitempty"`
	URL    string `json:"url,omitempty"`
}

// A Page is a page of a PDF: the text from Start to End, and where its lines
// stand. Lengths are points; the origin is the lower left corner.
type Page struct {
	Start  int     `json:"start"`
	End    int     `json:"end"`
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
	Lines  []Line  `json:"lines"`
}

// A Line is a printed line: the text from Start to End and its box.
type Line struct {
	Start  int     `json:"start"`
	End    int     `json:"end"`
	Left   float64 `json:"left"`
	Bottom float64 `json:"bottom"`
	Right  float64 `json:"right"`
	Top    float64 `json:"top"`
}

// Furniture is text that is not part of the argument: page_number,
// footnote_text, navigation, metadata and the other types of the schema.
type Furniture struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Type  string `json:"type"`
}

// WorkID names a work: the ID of its original document with a "W" before it.
type WorkID string

// A Role is what a document is among the versions of its work.
type Role string

// The roles of a document in its work.
const (
	Original    Role = "original"
	Repost      Role = "repost"
	Translation Role = "translation"
	Excerpt     Role = "excerpt"
)

// A Work is the documents that are versions of one text. However many files it
// has, it is one witness.
type Work struct {
	ID       WorkID    `json:"id"`
	Title    string    `json:"title,omitempty"`
	Authors  []string  `json:"authors,omitempty"`
	Versions []Version `json:"documents"`
}

// A Version is one document of a work.
type Version struct {
	Doc  DocID   `json:"id"`
	Name string  `json:"doc"`
	Role Role    `json:"role"`
	Sure float64 `json:"sure"` // 0 to 1: how sure that it is this work
}

// Collation is what comparing documents gives: the works, and for each two
// versions what changed from one to the other.
type Collation struct {
	Works []Work        `json:"works"`
	Pairs []VersionPair `json:"pairs"`
}

// A VersionPair compares a version with the document it was made from. Omitted
// are spans of the original that the version lacks; Added spans of the version
// with content that the original lacks.
type VersionPair struct {
	Original     string       `json:"original"`
	Version      string       `json:"version"`
	Relation     Role         `json:"relation"`
	Sure         float64      `json:"sure"`
	Omitted      []Span       `json:"omitted"`
	Added        []Span       `json:"added"`
	Differences  []Difference `json:"differences,omitempty"`
	OriginalID   DocID        `json:"original_id"`
	VersionID    DocID        `json:"version_id"`
	AlignedShare float64      `json:"aligned_share"`        // of the original's sentences that the version has
	Aligned      []Aligned    `json:"aligned,omitempty"`    // of a translation: what says the same
	Paragraphs   []Kept       `json:"paragraphs,omitempty"` // of the original: how much of each the version keeps
}

// Kept says how much of a paragraph of the original a version has: full,
// partial, or omitted.
type Kept struct {
	Section   string `json:"section,omitempty"`
	Paragraph int    `json:"paragraph,omitempty"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	State     string `json:"state"`
}

// Aligned is a passage of the original, and the passage of the translation
// that says the same: start and end of each, one sentence or a few.
type Aligned struct {
	Original [2]int `json:"original"`
	Version  [2]int `json:"version"`
}

// A Difference is a figure, name, date or title that the two versions give
// differently, or that only one gives.
type Difference struct {
	What     string `json:"what"` // figure, date, name, title, text; notes and furniture that only one print has
	Original *Span  `json:"original,omitempty"`
	Version  *Span  `json:"version,omitempty"`
	Note     string `json:"note,omitempty"`
}
