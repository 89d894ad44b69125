package text

import (
	"sort"
	"strings"
)

// A kind is what a block is: one of the kinds below, or a type of furniture as
// the schema names it.
type kind string

const (
	body     kind = ""
	heading  kind = "heading"
	title    kind = "title"
	abstract kind = "own_abstract" // in the document's own language: read as content

	footnoteMarker  kind = "footnote_marker"
	footnoteText    kind = "footnote_text"
	pageNumber      kind = "page_number"
	navigation      kind = "navigation"
	metadata        kind = "metadata"
	authorInfo      kind = "author_info"
	keywords        kind = "keywords"
	otherAbstract   kind = "abstract"
	tableOfContents kind = "table_of_contents"
	references      kind = "references"
	foreignArticle  kind = "foreign_article"
	translationMark kind = "translation_marker"
	imageCredit     kind = "image_credit"
	pageRule        kind = "page_rule"
)

// content reports whether the text of a kind belongs to the argument.
func (k kind) content() bool { return k == body || k == heading || k == title || k == abstract }

// A line is one line of the text, without the space around it.
type line struct {
	start, end int
	gap        int  // blank lines before it
	page       bool // a page begins with it
	indent     int  // columns
	kind       kind // of page furniture, which cuts no paragraph
}

// A block is a run of lines that belong together: a paragraph, a heading, a
// page number.
type block struct {
	start, end int
	gap        int
	page       bool
	kind       kind
	ofPage     bool   // page number, rule or running head
	level      int    // of a heading
	number     string // of a heading, as printed
	joined     bool   // goes on with the block before it
	width      int
	ends       bool // as a sentence does
	cues       int  // 1 more than the signs that it gives a source; 0 if not counted yet
	list       bool // an item of a list
	abstract   bool // begins with the label of an abstract
	inNotes    bool // below the heading of a list of notes
}

// lines cuts the text into its lines, blank ones left out.
func lines(r []rune) []line {
	var out []line
	gap, page := 0, false
	for i := 0; i < len(r); {
		end := i
		for end < len(r) && !lineEnd(r[end]) {
			end++
		}
		if s, e := trim(r, i, end); s < e {
			out = append(out, line{start: s, end: e, gap: gap, page: page, indent: width(r[i:s])})
			gap, page = 0, false
		} else {
			gap++
		}
		if end < len(r) {
			page = page || r[end] == '\f'
			if r[end] == '\r' && end+1 < len(r) && r[end+1] == '\n' {
				end++
			}
		}
		i = end + 1
	}
	return out
}

// blocks joins the lines of a text whose lines are broken at a fixed width;
// in any other text each line is a block.
func blocks(r []rune, ls []line) (all []block, wrapped bool) {
	full := fullWidth(r, ls)
	out := make([]block, 0, len(ls))
	for i, l := range ls {
		if i > 0 && full > 0 && continues(r, ls[i-1], l, full) {
			out[len(out)-1].end = l.end
			continue
		}
		out = append(out, block{start: l.start, end: l.end, gap: l.gap, page: l.page, kind: l.kind, ofPage: l.kind != body})
	}
	for i := range out {
		b := &out[i]
		b.width = width(r[b.start:b.end])
		b.ends = terminal(r[b.start:b.end])
	}
	return out, full > 0
}

// fullWidth returns the width at which the text's lines are broken, 0 if they
// are not: in most runs of lines without a blank between them, a line is about
// as wide as the widest and does not end a sentence.
func fullWidth(r []rune, ls []line) int {
	var widths []int
	for i := 0; i+1 < len(ls); i++ {
		if ls[i+1].gap == 0 && ls[i].kind == "" && ls[i+1].kind == "" {
			widths = append(widths, width(r[ls[i].start:ls[i].end]))
		}
	}
	if len(widths) < 3 {
		return 0
	}
	sorted := append([]int(nil), widths...)
	sort.Ints(sorted)
	full := sorted[len(sorted)*19/20]
	if full < 30 || full > 180 {
		return 0
	}
	wide, open := 0, 0
	for i, n := 0, 0; i+1 < len(ls); i++ {
		if ls[i+1].gap == 0 && ls[i].kind == "" && ls[i+1].kind == "" {
			if widths[n] >= full*3/4 {
				wide++
				if !terminal(r[ls[i].start:ls[i].end]) {
					open++
				}
			}
			n++
		}
	}
	if wide*2 < len(widths) || open*2 < wide {
		return 0
	}
	return full
}

// continues reports whether line b goes on where line a was broken: its first
// word found no place on a.
func continues(r []rune, a, b line, full int) bool {
	before, after := r[a.start:a.end], r[b.start:b.end]
	stops := terminal(before) && !(r[a.end-1] == '.' && abbreviates(r, a.end-1, b.start))
	if b.gap > 0 || b.page || a.kind != "" || b.kind != "" || b.indent > a.indent+1 && stops {
		return false
	}
	if _, ok := numbering(after); ok && stops || in(after[0], "(（") && in(after[len(after)-1], ")）") {
		return false
	}
	if l, _ := noteLabel(after); l.form != formNone && (l.form < formHalf || stops) {
		return false
	}
	if num, ok := numbering(before); ok && num.scheme != schemeCircled && num.scheme != schemeArabicHalf && titled(before, after) && cues(r[a.start:b.end]) < 2 {
		return titleCase(after) // a heading goes on with headings' capitals only; a note gives its source
	}
	word := b.start
	for word < b.end && !space(r[word]) && (!ideograph(r[word]) || hangul(r[word])) {
		word++
	}
	need := max(2, width(r[b.start:word])+1)
	indent := a.indent
	if indent > widestIndent {
		indent = 0 // set in the middle
	}
	return indent+width(before)+need > full*9/10
}

// widestIndent is the most columns by which the first line of a paragraph is set in.
const widestIndent = 8

// titled reports whether a numbered line may be a heading, with line after below it: it
// has the capitals of one and is one phrase, and what follows does not begin with a small
// letter or the last number of a sentence.
func titled(line, after []rune) bool {
	phrase := strings.TrimLeft(string(line), "0123456789IVXivx.()（）、 ")
	return titleCase(line) && !strings.Contains(phrase, ". ") && !(latin(after[0]) && !upper(after[0])) && !(digit(after[0]) && terminal(after))
}

// titleCase reports whether a Latin line has the capitals of an English
// heading and no stop.
func titleCase(r []rune) bool {
	if terminal(r) {
		return false
	}
	words, capitals := 0, 0
	for i := range r {
		if latin(r[i]) && (i == 0 || space(r[i-1]) || in(r[i-1], "-\"“'(")) {
			switch {
			case upper(r[i]):
				words, capitals = words+1, capitals+1
			case i+4 < len(r) && latin(r[i+1]) && latin(r[i+2]) && latin(r[i+3]) && latin(r[i+4]):
				words++ // small words of up to four letters are small in headings, too
			}
		}
	}
	return words > 0 && capitals*5 >= words*4
}
