package extract

import (
	"strings"

	"github.com/ententelab/entente/extract/quantity"
	"github.com/ententelab/entente/fold"
)

// foldedSet is wordsetOf over words that are folded first.
func foldedSet(back bool, lists ...[]string) *wordset {
	folded := make([][]string, len(lists))
	for i, list := range lists {
		for _, w := range list {
			folded[i] = append(folded[i], fold.String(w))
		}
	}
	return wordsetOf(back, folded...)
}

// skipSpace steps back over one space before text[i].
func skipSpace(text []rune, i int) int {
	if i > 0 && text[i-1] == ' ' {
		return i - 1
	}
	return i
}

// skipAhead steps over one space at text[i].
func skipAhead(text []rune, i int) int {
	if i < len(text) && text[i] == ' ' {
		return i + 1
	}
	return i
}

// quotedAt reports whether text[i] stands inside quotation marks or the
// brackets of a title.
func quotedAt(text []rune, i int) bool {
	depth := 0
	for _, r := range text[:i] {
		switch r {
		case '“', '《', '「', '『', '〈':
			depth++
		case '”', '》', '」', '』', '〉':
			depth = max(0, depth-1)
		}
	}
	if depth == 0 {
		return false
	}
	for _, r := range text[i:] {
		switch r {
		case '”', '》', '」', '』', '〉':
			return true
		}
	}
	return false
}

// A quoteScan tells of places in a text, asked for from left to right, whether
// they are quoted, as quotedAt does.
type quoteScan struct {
	text      []rune
	to, depth int
	closed    int // up to here no mark closes behind the last place
}

func (q *quoteScan) at(i int) bool {
	for ; q.to < i; q.to++ {
		switch q.text[q.to] {
		case '“', '《', '「', '『', '〈':
			q.depth++
		case '”', '》', '」', '』', '〉':
			q.depth = max(0, q.depth-1)
		}
	}
	if q.depth == 0 {
		return false
	}
	for q.closed = max(q.closed, i); q.closed < len(q.text); q.closed++ {
		switch q.text[q.closed] {
		case '”', '》', '」', '』', '〉':
			return true
		}
	}
	return false
}

// remember keeps the date of each meeting that a sentence names after a date.
func (c *calendar) remember(s *sentence) {
	text := s.view.Text
	for k, d := range c.dates[s.index] {
		if d.quoted || d.since || d.from.Year == 0 {
			continue
		}
		to := len(text)
		if k+1 < len(c.dates[s.index]) {
			to = c.dates[s.index][k+1].Start
		}
		for _, m := range meetingsIn(text, d.End, min(to, d.End+60)) {
			name := m.name
			if old, ok := c.meetings[name]; !ok || d.from.Grain() >= old.Grain() || d.from.Year != old.Year || d.from.Month != old.Month {
				c.meetings[name] = d.from
			}
		}
	}
}

// scene returns the date of the meeting that a sentence is set in: one that the
// text named and dated before, or, for "at the press conference", the date of
// the sentence before it in the paragraph.
func (c *calendar) scene(p *passage, s *sentence) (quantity.Civil, bool) {
	if len(c.meetings) == 0 || s.Heading {
		return quantity.Civil{}, false
	}
	if c.scenes == nil {
		c.scenes = make([]scene, len(c.dates))
	}
	known := &c.scenes[s.index]
	if !known.read {
		known.read = true
		known.date, known.ok = c.findScene(p, s)
	}
	return known.date, known.ok
}

// A scene is what is known of the meeting a sentence is set in.
type scene struct {
	date     quantity.Civil
	ok, read bool
}

func (c *calendar) findScene(p *passage, s *sentence) (quantity.Civil, bool) {
	text := s.view.Text
	for _, m := range meetingsIn(text, 0, len(text)) {
		if n, _ := dateData.SceneAfter.at(text, skipAhead(text, m.end), len(text)); n == 0 && p.doc.Lang != "en" {
			continue
		}
		if date, ok := c.meeting(m.name); ok {
			return date, true
		}
	}
	for i, r := range text {
		if !dateData.Scenes.starts(r) {
			continue
		}
		if n, _ := dateData.Scenes.at(text, i, len(text)); n > 0 && !quotedAt(text, i) {
			return c.nearby(p, s)
		}
	}
	return quantity.Civil{}, false
}

// nearby is the date of one of the sentences before s in its paragraph: of the
// next one that names a meeting, or else of one of the last two.
func (c *calendar) nearby(p *passage, s *sentence) (quantity.Civil, bool) {
	var any quantity.Civil
	for i := s.index - 1; i >= max(0, s.index-3) && p.sentences[i].Paragraph == s.Paragraph; i-- {
		text := p.sentences[i].view.Text
		for _, d := range c.dates[i] {
			if d.from.Year == 0 || d.quoted || d.since {
				continue
			}
			if len(meetingsIn(text, 0, len(text))) > 0 {
				return d.from, true
			}
			if any.Year == 0 && i >= s.index-2 {
				any = d.from
			}
			break
		}
	}
	return any, any.Year != 0
}

// meeting looks a name up; a short form finds the full name that ends in it.
func (c *calendar) meeting(name string) (quantity.Civil, bool) {
	if d, ok := c.meetings[name]; ok {
		return d, true
	}
	best, found := "", false
	for full := range c.meetings {
		if strings.HasSuffix(full, name) && len(name) >= 12 && (!found || full < best) {
			best, found = full, true
		}
	}
	return c.meetings[best], found
}

// A meeting is the name of a meeting in a text and where it ends.
type meeting struct {
	name string
	end  int
}

// meetingsIn returns the names of the meetings in text[from:to]: the words from
// the last boundary to the word for meeting.
func meetingsIn(text []rune, from, to int) []meeting {
	var out []meeting
	for i := from; i < to; i++ {
		if !dateData.Meetings.starts(text[i]) {
			continue
		}
		n, _ := dateData.Meetings.at(text, i, to)
		if n == 0 {
			continue
		}
		start := nameStart(text, from, i)
		if i+n-start >= 4 && (!latin(text[i]) || i > start) {
			out = append(out, meeting{strings.ToLower(string(text[start : i+n])), i + n})
		}
		i += n - 1
	}
	return out
}

// nameStart goes back from the word for meeting at text[i] to where its name
// begins: behind a particle, mark or, in English, an article or preposition.
func nameStart(text []rune, from, i int) int {
	if latin(text[i]) {
		return englishNameStart(text, from, i)
	}
	j := i
	for j > from && i-j < 16 {
		switch text[j-1] {
		case ',', '。', '“', '”', '"', '(', ')', '《', '》', ':', ';', '、', '「', '」', '.':
			return j
		}
		if n, _ := dateData.Bounds.before(text, j, from); n > 0 {
			return j
		}
		j--
	}
	return j
}

func englishNameStart(text []rune, from, i int) int {
	j := i
	for words := 0; j > from && words < 5; words++ {
		k := j - 1
		for k > from && text[k-1] != ' ' {
			k--
		}
		if first := text[k]; !(first >= 'A' && first <= 'Z') && first != '"' && first != '“' {
			break
		}
		j = k
	}
	return j
}
