package collate

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

// A detail is a figure, date, name or title at its place in a document.
type detail struct {
	what  string
	key   string
	unit  string // of a figure
	value string
	date  date
	span  entente.Span
}

// differences lists the details that the beads give differently or that the
// version drops, and the figures of the sentences that it leaves out.
func (al alignment) differences(inA []bool, lex *lexicon.Lexicon) []entente.Difference {
	var out []entente.Difference
	for i, in := range inA {
		if in {
			continue
		}
		for _, d := range al.a.details(i, i+1, lex) {
			if d.what == "figure" {
				out = append(out, entente.Difference{What: d.what, Original: &d.span, Note: "dropped with its sentence"})
			}
		}
	}
	for n, bd := range al.beads {
		a, b := al.a.details(bd.a, bd.toA, lex), al.b.details(bd.b, bd.toB, lex)
		out = append(out, al.unmatched(n, a, b, lex)...)
		out = append(out, titles(al.a.titled(bd.a, bd.toA, lex), al.b.titled(bd.b, bd.toB, lex))...)
	}
	slices.SortStableFunc(out, func(x, y entente.Difference) int { return cmp.Compare(place(x), place(y)) })
	return out
}

func place(d entente.Difference) int {
	if d.Original != nil {
		return d.Original.Start
	}
	return d.Version.Start
}

// details reads the figures, dates and names of sentences from:to.
func (s *side) details(from, to int, lex *lexicon.Lexicon) []detail {
	var out []detail
	for i := from; i < to; i++ {
		v := s.view(s.sentences[i].start, s.sentences[i].end)
		used := make([]bool, len(v.Text))
		at := func(start, end int) entente.Span { x, y := v.Span(start, end); return s.doc.Span(x, y) }
		for _, d := range dates(v.Text) {
			for k := d.start; k < d.end; k++ {
				used[k] = true
			}
			out = append(out, detail{what: "date", date: d.date, span: at(d.start, d.end)})
		}
		names := lex.Find(v.Text)
		for _, m := range names {
			for k := m.Start; k < m.End && m.Entry.Type != lexicon.Concept; k++ {
				used[k] = true // the 20 of the G20 is no figure
			}
		}
		for _, f := range figures(v.Text, used) {
			value := strings.TrimRight(f.key, "%ABCDEFGHIJKLMNOPQRSTUVWXYZ")
			out = append(out, detail{what: "figure", key: f.key, value: value, unit: f.key[len(value):], span: at(f.start, f.end)})
		}
		for _, m := range names {
			if k := m.Entry.Kind; m.Entry.Type != lexicon.Concept && (k == "person" || k == "organization") {
				out = append(out, detail{what: "name", key: m.Entry.ID, span: at(m.Start, m.End)})
			}
		}
	}
	return out
}

// same reports whether two details say the same.
func (d detail) same(e detail) bool {
	switch {
	case d.what != e.what:
		return false
	case d.what == "figure":
		return d.value == e.value && (d.unit == e.unit || d.unit == "" || e.unit == "")
	case d.what == "date":
		return d.date.agrees(e.date)
	}
	return d.key == e.key
}

// agrees reports whether two dates can be one: what both give is equal, and
// there is something that both give.
func (d date) agrees(e date) bool {
	both := false
	for _, p := range [][2]int{{d.year, e.year}, {d.month, e.month}, {d.day, e.day}} {
		if p[0] > 0 && p[1] > 0 {
			if p[0] != p[1] {
				return false
			}
			both = true
		}
	}
	return both
}

// unmatched compares the details of bead n.
func (al alignment) unmatched(n int, a, b []detail, lex *lexicon.Lexicon) []entente.Difference {
	a, b = apart(a, b)
	var out []entente.Difference
	for _, d := range a {
		k := slices.IndexFunc(b, func(e detail) bool { return d.rivals(e) })
		if k >= 0 {
			other := b[k].span
			out = append(out, entente.Difference{What: d.what, Original: &d.span, Version: &other, Note: "differs"})
			b = slices.Delete(slices.Clone(b), k, k+1)
			continue
		}
		if d.what != "name" || !al.nearby(n, d, lex) {
			out = append(out, entente.Difference{What: d.what, Original: &d.span, Note: "dropped"})
		}
	}
	for _, e := range b {
		if e.what == "figure" && e.unit != "" {
			out = append(out, entente.Difference{What: e.what, Version: &e.span, Note: "only in the version"})
		}
	}
	return out
}

// apart drops the details that both lists have.
func apart(a, b []detail) (x, y []detail) {
	used := make([]bool, len(b))
	for _, d := range a {
		found := false
		for k, e := range b {
			if d.same(e) {
				used[k], found = true, true
			}
		}
		if !found {
			x = append(x, d)
		}
	}
	for k, e := range b {
		if !used[k] && !slices.ContainsFunc(a, e.same) {
			y = append(y, e)
		}
	}
	return x, y
}

// rivals reports whether two details that differ stand for one another.
func (d detail) rivals(e detail) bool {
	switch {
	case d.what != e.what || d.what == "name":
		return false
	case d.what == "figure":
		return d.unit == e.unit
	}
	return (d.date.day > 0) == (e.date.day > 0) || d.date.month > 0 && e.date.month > 0
}

// nearby reports whether the version names somebody in the beads beside, where
// a pronoun may stand for the name here.
func (al alignment) nearby(n int, d detail, lex *lexicon.Lexicon) bool {
	for k := max(0, n-1); k <= min(n+1, len(al.beads)-1); k++ {
		bd := al.beads[k]
		if slices.ContainsFunc(al.b.details(bd.b, bd.toB, lex), d.same) {
			return true
		}
	}
	return false
}

// A title is a post that a text gives a person.
type title struct {
	person *lexicon.Entry
	post   *lexicon.Entry
	span   entente.Span // of both
}

// titled reads the posts that stand beside persons in sentences from:to, and
// with no post the persons alone.
func (s *side) titled(from, to int, lex *lexicon.Lexicon) []title {
	var out []title
	for i := from; i < to; i++ {
		v := s.view(s.sentences[i].start, s.sentences[i].end)
		found := slices.DeleteFunc(lex.Find(v.Text), func(m lexicon.Mention) bool { return m.Entry.Type == lexicon.Concept })
		for k, m := range found {
			if m.Entry.Kind != "person" {
				continue
			}
			x, y := v.Span(m.Start, m.End)
			out = append(out, title{m.Entry, postWithin(v.Text[m.Start:m.End], lex), s.doc.Span(x, y)})
			for _, n := range neighbours(found, k) {
				start, end := min(m.Start, n.Start), max(m.End, n.End)
				if n.Entry.Post != "" && beside(string(v.Text[min(m.End, n.End):max(m.Start, n.Start)])) {
					x, y := v.Span(start, end)
					out = append(out, title{m.Entry, n.Entry, s.doc.Span(x, y)})
				}
			}
		}
	}
	return out
}

// postWithin reads the post in a mention of a person with a title: what is a
// post once the name at the end is cut off.
func postWithin(text []rune, lex *lexicon.Lexicon) *lexicon.Entry {
	for end := len(text) - 1; end > 1; end-- {
		if latin(text[end]) && latin(text[end-1]) {
			continue
		}
		found := lex.Find(text[:end])
		k := slices.IndexFunc(found, func(m lexicon.Mention) bool {
			return m.Start == 0 && m.Entry.Post != "" && m.End >= end-1
		})
		if k >= 0 {
			return found[k].Entry
		}
	}
	return nil
}

func neighbours(list []lexicon.Mention, k int) []lexicon.Mention {
	var out []lexicon.Mention
	if k > 0 && list[k-1].End <= list[k].Start {
		out = append(out, list[k-1])
	}
	if k+1 < len(list) && list[k+1].Start >= list[k].End {
		out = append(out, list[k+1])
	}
	return out
}

// beside reports whether what stands between a post and a name makes the post
// the named one's: nothing much, and no possessive.
func beside(gap string) bool {
	return len(gap) <= 24 && !strings.ContainsAny(gap, ";.。；、") && !strings.HasPrefix(gap, "'s") && !strings.HasPrefix(gap, "’s") &&
		!strings.Contains(gap, " and ") && !strings.Contains(gap, "的") && !strings.Contains(gap, "和") && !strings.Contains(gap, " with ") && !strings.Contains(gap, " to ")
}

// titles lists the posts that the version gives a person who never held them,
// where the original names that person without that post.
func titles(a, b []title) []entente.Difference {
	var out []entente.Difference
	for _, t := range b {
		if t.post == nil || held(t.person, t.post.Post) || len(t.person.Offices) == 0 {
			continue
		}
		var in *entente.Span
		says := false
		for _, o := range a {
			if o.person == t.person {
				says = says || o.post != nil && o.post.Post == t.post.Post
				if in == nil || o.post != nil {
					in = &o.span
				}
			}
		}
		if in != nil && !says {
			out = append(out, entente.Difference{What: "title", Original: in, Version: &t.span, Note: t.person.Name("en") + " was " + t.person.Offices[0].Title})
		}
	}
	return out
}

func held(e *lexicon.Entry, post string) bool {
	return slices.ContainsFunc(e.Offices, func(o lexicon.Office) bool { return o.Title == post })
}
