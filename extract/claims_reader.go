package extract

import "slices"

// A linkReader holds one sentence with its marking words while the rules of a
// language look for claims in it.
type linkReader struct {
	text    []rune
	cues    []linkCue
	classes linkClass // of all cues
	clauses []clause
	heading bool
	how     mannerClasses
	drafts  []draft
}

// mannerClasses are the classes of words that say whether a link holds.
type mannerClasses struct {
	modal, no linkClass
}

func newMannerClasses(w *linkWords) mannerClasses {
	return mannerClasses{modal: w.class("modal"), no: w.class("not")}
}

func newLinkReader(s *sentence, w *linkWords, how mannerClasses) linkReader {
	r := linkReader{text: s.view.Text, cues: w.scan(s.view.Text), clauses: s.clauses, heading: s.Heading, how: how}
	for _, c := range r.cues {
		r.classes |= c.class
	}
	return r
}

// within returns the cues of a class inside a stretch, in order.
func (r *linkReader) within(s stretch, class linkClass) []linkCue {
	var out []linkCue
	if r.classes&class == 0 {
		return nil
	}
	for _, c := range r.cues {
		if c.start >= s.from && c.end <= s.to && c.is(class) {
			out = append(out, c)
		}
	}
	return out
}

// first returns the first cue of a class inside a stretch.
func (r *linkReader) first(s stretch, class linkClass) (linkCue, bool) {
	if r.classes&class == 0 {
		return linkCue{}, false
	}
	for _, c := range r.cues {
		if c.start >= s.from && c.end <= s.to && c.is(class) {
			return c, true
		}
	}
	return linkCue{}, false
}

// last returns the last cue of a class inside a stretch.
func (r *linkReader) last(s stretch, class linkClass) (linkCue, bool) {
	if r.classes&class == 0 {
		return linkCue{}, false
	}
	for i := len(r.cues) - 1; i >= 0; i-- {
		if c := r.cues[i]; c.start >= s.from && c.end <= s.to && c.is(class) {
			return c, true
		}
	}
	return linkCue{}, false
}

// opensAt returns the cue that starts at a place, if it is of the class.
func (r *linkReader) opensAt(at int, class linkClass) (linkCue, bool) {
	lo, hi := 0, len(r.cues) // by hand: this is asked more often than anything else
	for lo < hi {
		if mid := (lo + hi) / 2; r.cues[mid].start < at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == len(r.cues) || r.cues[lo].start != at {
		return linkCue{}, false
	}
	return r.cues[lo], r.cues[lo].is(class)
}

func (m manner) modality() string {
	switch {
	case m.denied:
		return "denied"
	case m.predicted:
		return "predicted"
	}
	return "asserted"
}

// trimLeft drops cues of a class from the front, unless nothing would remain.
func (r *linkReader) trimLeft(s stretch, class linkClass) stretch {
	for {
		c, ok := r.opensAt(s.from, class)
		if !ok || c.end > s.to {
			return s
		}
		s.from = c.end
		if s.from+1 < s.to && r.text[s.from] == '地' && !slices.Contains([]rune("区缘方位理面带图下球形域"), r.text[s.from+1]) {
			s.from++ // 积极地
		}
		if s.from < s.to && (r.text[s.from] == ',' || r.text[s.from] == '、') {
			s.from++
		}
	}
}

// trimRight drops cues of a class from the end and notes what they say. Two
// runes between them and the end are taken for an adverb: 不会自动导致.
func (r *linkReader) trimRight(s stretch, class linkClass, m *manner) stretch {
	for i := len(r.cues) - 1; i >= 0; i-- {
		c := r.cues[i]
		if c.end > s.to {
			continue
		}
		if c.start < s.from || c.end < s.to-2 {
			break
		}
		switch {
		case c.end == s.to && c.is(class), c.end == s.to-2 && c.is(r.how.no&class):
			r.note(c, m)
			s.to = c.start
		case c.end == s.to:
			if no, ok := r.last(stretch{s.from, s.to - 2}, r.how.no&class); !ok || no.end != s.to-2 {
				return s
			}
		case c.end == s.to-1 && c.start == s.to-2: // the adverb's first half, read as a word
		default:
			return s
		}
	}
	return s
}

func (r *linkReader) note(c linkCue, m *manner) {
	m.predicted = m.predicted || c.is(r.how.modal)
	m.denied = m.denied || c.is(r.how.no)
	m.hedged = m.hedged || c.tone&hedged != 0
	m.strong = m.strong || c.tone&strongly != 0
	m.slight = m.slight || c.tone&slightly != 0
	m.immediate = m.immediate || c.tone&atOnce != 0
	m.long = m.long || c.tone&inTime != 0
}

// reportBefore returns one more than the place of the verb of saying, of class
// say, that reports a draft; 0 if none does. The verb stands before both sides
// in their clause, or ends the clause before.
func (r *linkReader) reportBefore(d draft, say linkClass) int {
	at := d.effect.from
	if !d.cause.empty() {
		at = min(at, d.cause.from)
	}
	c, ok := r.last(stretch{0, at}, say)
	if !ok {
		return 0
	}
	marks := slices.IndexFunc(r.text[c.end:at], func(r rune) bool { return r == ',' || r == ';' })
	if marks > 0 || marks == 0 && slices.Contains(r.text[c.end+1:at], ',') {
		return 0
	}
	return c.start + 1
}
