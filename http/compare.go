package http

import (
	"cmp"
	nethttp "net/http"
	"slices"
	"strings"
	"unicode"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/fold"
)

// A passage is a row of two versions side by side: what the original says and
// what the version says in its place.
type passage struct {
	Mark        string               `json:"mark"` // same, changed, omitted, added, or "" for a heading or other text without a partner
	Original    *entente.Span        `json:"original,omitempty"`
	Version     *entente.Span        `json:"version,omitempty"`
	Heading     bool                 `json:"heading,omitempty"`
	Section     string               `json:"section,omitempty"` // of the original
	Paragraph   int                  `json:"paragraph,omitempty"`
	Differences []entente.Difference `json:"differences,omitempty"`
}

type comparison struct {
	Work         entente.Work         `json:"work"`
	Original     documentLine         `json:"original"`
	Version      documentLine         `json:"version"`
	Relation     entente.Role         `json:"relation"`
	AlignedShare float64              `json:"aligned_share"`
	Passages     []passage            `json:"passages"`
	Elsewhere    []entente.Difference `json:"elsewhere"` // that stand in no passage
}

// compare answers ?version=DOCUMENT of a work beside the document it was made
// from; without it, the first version that has one.
func (s *Server) compare(r *nethttp.Request) (*comparison, error) {
	w := s.work(entente.WorkID(r.PathValue("id")))
	if w == nil {
		return nil, notFound("there is no such work in this project")
	}
	pair := s.pair(w, entente.DocID(r.URL.Query().Get("version")))
	if pair == nil {
		return nil, notFound("this work has no such version to compare")
	}
	original, version := s.doc(pair.OriginalID), s.doc(pair.VersionID)
	if original == nil || version == nil {
		return nil, notFound("a document of this comparison is missing from the project")
	}
	rows, rest := passages(pair, original, version)
	lines := s.documentLines(original, version)
	return &comparison{*w, lines[0], lines[1], pair.Relation, pair.AlignedShare, rows, rest}, nil
}

func (s *Server) work(id entente.WorkID) *entente.Work {
	for i := range s.Project.Collation.Works {
		if w := &s.Project.Collation.Works[i]; w.ID == id {
			return w
		}
	}
	return nil
}

func (s *Server) pair(w *entente.Work, version entente.DocID) *entente.VersionPair {
	for _, v := range w.Versions {
		for i := range s.Project.Collation.Pairs {
			p := &s.Project.Collation.Pairs[i]
			if p.VersionID == v.Doc && (version == "" || version == v.Doc) {
				return p
			}
		}
	}
	return nil
}

// sideBySide is the work of laying two versions beside each other.
type sideBySide struct {
	original, version *entente.Document
	pair              *entente.VersionPair
	left, right       []bool // sentences that have a row
	rows              []passage
}

// passages lays the pair out in the original's order, each added passage after
// the one that it follows in the version.
func passages(p *entente.VersionPair, original, version *entente.Document) (rows []passage, rest []entente.Difference) {
	t := &sideBySide{original: original, version: version, pair: p,
		left: make([]bool, len(original.Sentences)), right: make([]bool, len(version.Sentences))}
	for _, a := range t.aligned() {
		t.add(t.mark(a), a.Original, a.Version)
	}
	for _, o := range p.Omitted {
		if !allOf(original, t.left, o.Start, o.End) {
			t.add("omitted", [2]int{o.Start, o.End}, [2]int{})
		}
	}
	for i, s := range original.Sentences {
		if !t.left[i] {
			t.add("", [2]int{s.Start, s.End}, [2]int{})
		}
	}
	slices.SortStableFunc(t.rows, func(a, b passage) int { return cmp.Compare(a.Original.Start, b.Original.Start) })
	t.insertAdded()
	return t.rows, t.differences()
}

// aligned is what the collation aligned; of a copy, the sentences that are
// equal when folded and stand there once, and between them those much alike.
func (t *sideBySide) aligned() []entente.Aligned {
	if len(t.pair.Aligned) > 0 {
		return t.pair.Aligned
	}
	left, right := foldedAll(t.original), foldedAll(t.version)
	partner := make([]int, len(left))
	count := map[string]int{}
	for _, b := range right {
		count[b]++
	}
	matchRun(left, right, partner, func(a, b string) bool { return a == b && count[b] == 1 })
	from := 0 // the gap between two equal sentences, on both sides
	for i := 0; i <= len(left); i++ {
		if i < len(left) && partner[i] < 0 {
			continue
		}
		to := len(right)
		if i < len(left) {
			to = partner[i]
		}
		gap := i
		for gap > 0 && partner[gap-1] < 0 {
			gap--
		}
		matchRun(left[gap:i], right[from:to], partner[gap:i], alike)
		for k := gap; k < i; k++ {
			if partner[k] >= 0 {
				partner[k] += from
			}
		}
		from = to + 1
	}
	var out []entente.Aligned
	for i, j := range partner {
		if j >= 0 {
			a, b := t.original.Sentences[i], t.version.Sentences[j]
			out = append(out, entente.Aligned{Original: [2]int{a.Start, a.End}, Version: [2]int{b.Start, b.End}})
		}
	}
	return out
}

// matchRun gives each of left the first of right, in order, that is the same;
// -1 where there is none.
func matchRun(left, right []string, partner []int, same func(a, b string) bool) {
	next := 0
	for i, a := range left {
		partner[i] = -1
		for j := next; j < len(right); j++ {
			if same(a, right[j]) {
				partner[i], next = j, j+1
				break
			}
		}
	}
}

// alike reports whether two sentences share most of their pairs of letters.
func alike(a, b string) bool {
	x, y := letterPairs(a), letterPairs(b)
	shared := 0
	for p := range x {
		if y[p] {
			shared++
		}
	}
	return shared > 0 && 2*shared >= max(len(x), len(y))
}

func letterPairs(s string) map[[2]rune]bool {
	out, last := map[[2]rune]bool{}, rune(0)
	for _, c := range s {
		out[[2]rune{last, c}] = true
		last = c
	}
	return out
}

func foldedAll(d *entente.Document) []string {
	out := make([]string, len(d.Sentences))
	for i, s := range d.Sentences {
		out[i] = folded(d, s)
	}
	return out
}

// mark says whether a copy's sentence is the original's; a translation's never
// has the same letters.
func (t *sideBySide) mark(a entente.Aligned) string {
	if len(t.pair.Aligned) > 0 ||
		folded(t.original, entente.Sentence{Start: a.Original[0], End: a.Original[1]}) == folded(t.version, entente.Sentence{Start: a.Version[0], End: a.Version[1]}) {
		return "same"
	}
	return "changed"
}

// folded is a sentence as copies are compared: spaces, quotation marks and
// brackets, which every reprint sets its own way, do not count.
func folded(d *entente.Document, s entente.Sentence) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) || unicode.In(c, unicode.Pi, unicode.Pf, unicode.Ps, unicode.Pe) || strings.ContainsRune("\"':", c) {
			return -1
		}
		return c
	}, string(fold.Of(d.Runes(), s.Start, s.End, d.Furniture).Text))
}

func (t *sideBySide) add(mark string, original, version [2]int) {
	row := passage{Mark: mark}
	if original[1] > 0 {
		row.Original = spanOf(t.original, original)
		cover(t.original, t.left, original)
		row.Section, row.Paragraph, row.Heading = whereIs(t.original, original[0])
	}
	if version[1] > 0 {
		row.Version = spanOf(t.version, version)
		cover(t.version, t.right, version)
		if row.Original == nil {
			_, _, row.Heading = whereIs(t.version, version[0])
		}
	}
	t.rows = append(t.rows, row)
}

// insertAdded puts what only the version has after the row that ends before it.
func (t *sideBySide) insertAdded() {
	matched := t.rows
	var alone []passage
	t.rows = nil
	for _, a := range t.pair.Added {
		if !allOf(t.version, t.right, a.Start, a.End) {
			t.add("added", [2]int{}, [2]int{a.Start, a.End})
		}
	}
	for j, s := range t.version.Sentences {
		if !t.right[j] {
			t.add("", [2]int{}, [2]int{s.Start, s.End})
		}
	}
	alone, t.rows = t.rows, nil
	slices.SortStableFunc(alone, func(a, b passage) int { return cmp.Compare(a.Version.Start, b.Version.Start) })
	after := map[int][]passage{}
	for _, a := range alone {
		at, end := -1, -1
		for i, row := range matched {
			if v := row.Version; v != nil && v.End <= a.Version.Start && v.End > end {
				at, end = i, v.End
			}
		}
		after[at] = append(after[at], a)
	}
	t.rows = append(t.rows, after[-1]...)
	for i, row := range matched {
		t.rows = append(append(t.rows, row), after[i]...)
	}
}

// differences hangs each difference on its passage and returns the others.
func (t *sideBySide) differences() []entente.Difference {
	rest := []entente.Difference{}
	for _, d := range t.pair.Differences {
		if d.What == "notes" || d.What == "furniture" { // of the whole document
			rest = append(rest, d)
			continue
		}
		i := slices.IndexFunc(t.rows, func(row passage) bool {
			return meets(d.Original, row.Original) || d.Original == nil && meets(d.Version, row.Version)
		})
		if i < 0 {
			rest = append(rest, d)
			continue
		}
		t.rows[i].Differences = append(t.rows[i].Differences, d)
		if t.rows[i].Mark == "same" {
			t.rows[i].Mark = "changed"
		}
	}
	return rest
}

func meets(a, b *entente.Span) bool {
	return a != nil && b != nil && a.Start < b.End && b.Start < a.End
}

func spanOf(d *entente.Document, at [2]int) *entente.Span {
	s := d.Span(at[0], at[1])
	return &s
}

func cover(d *entente.Document, covered []bool, at [2]int) {
	for i, s := range d.Sentences {
		if s.Start < at[1] && at[0] < s.End {
			covered[i] = true
		}
	}
}

// allOf reports whether every sentence between start and end is covered.
func allOf(d *entente.Document, covered []bool, start, end int) bool {
	for i, s := range d.Sentences {
		if s.Start < end && start < s.End && !covered[i] {
			return false
		}
	}
	return true
}

func whereIs(d *entente.Document, at int) (section string, paragraph int, heading bool) {
	for _, p := range d.Paragraphs {
		if p.Start <= at && at < p.End {
			if p.Section >= 0 && p.Section < len(d.Sections) {
				section = d.Sections[p.Section].Number
			}
			return section, p.Number, p.Heading
		}
	}
	return "", 0, false
}
