package extract

import (
	"slices"
	"sync"

	"github.com/ententelab/entente"
)

// zhClasses are the classes of Chinese marking words.
type zhClasses struct {
	cause, causeLess, semi, semiLess, light           linkClass
	modal, hedge, strong, slight, immediate, long, no linkClass
	adverb, opener, pronoun, contrast                 linkClass
	reason, because, basis, basisEnd, under, in       linkClass
	result, source, therefore, affected, affectEnd    linkClass
	goal, purpose, with, come, means, manner          linkClass
	aim, act, cond, onlyIf, then, otherwise, need     linkClass
	say, somebody                                     linkClass

	verb, filler, turnsSign linkClass // unions of the above
}

func newZhClasses(w *linkWords) *zhClasses {
	c := &zhClasses{
		cause: w.class("cause"), causeLess: w.class("cause-"), semi: w.class("semi"), semiLess: w.class("semi-"),
		light: w.class("light"), modal: w.class("modal"), hedge: w.class("hedge"), strong: w.class("strong"),
		slight: w.class("slight"), immediate: w.class("immediate"), long: w.class("long"), no: w.class("not"),
		adverb: w.class("adverb"), opener: w.class("opener"), pronoun: w.class("pronoun"), contrast: w.class("contrast"),
		reason: w.class("reason"), because: w.class("because"), basis: w.class("basis"), basisEnd: w.class("basisend"),
		under: w.class("under"), in: w.class("in"), result: w.class("result"), source: w.class("source"),
		therefore: w.class("therefore"), affected: w.class("affected"), affectEnd: w.class("affectend"),
		goal: w.class("for"), purpose: w.class("purpose"), with: w.class("with"), come: w.class("come"),
		means: w.class("means"), manner: w.class("manner"), aim: w.class("aim"), act: w.class("act"),
		cond: w.class("if"), onlyIf: w.class("onlyif"), then: w.class("then"), otherwise: w.class("else"),
		need: w.class("need"), say: w.class("say"), somebody: w.class("somebody"),
	}
	c.verb = c.cause | c.causeLess | c.semi | c.semiLess | c.aim | c.act
	c.filler = c.adverb | c.modal | c.no
	c.turnsSign = c.causeLess | c.semiLess
	return c
}

// zhReader reads the claims of one Chinese sentence.
type zhReader struct {
	*zhClasses
	text    []rune
	cues    []linkCue
	clauses []clause
	heading bool
	drafts  []draft
}

func chineseClaims(p *passage, s *sentence) []draft {
	w := linkWordsZH()
	r := &zhReader{zhClasses: zhClassesOnce(), text: s.view.Text, clauses: s.clauses, heading: s.Heading}
	r.cues = w.scan(r.text)
	if !r.marked() {
		return nil
	}
	for k := range r.clauses {
		r.reasons(k)
		r.purposes(k)
		r.conditions(k)
		r.results(k)
	}
	return r.drafts
}

// marked reports whether any word of the sentence could mark a link.
func (r *zhReader) marked() bool {
	marks := r.verb | r.reason | r.because | r.basis | r.under | r.source | r.result | r.therefore |
		r.purpose | r.goal | r.with | r.cond | r.onlyIf | r.need | r.affected
	return slices.ContainsFunc(r.cues, func(c linkCue) bool { return c.is(marks) })
}

// within returns the cues of a class inside a stretch, in order.
func (r *zhReader) within(s stretch, class linkClass) []linkCue {
	var out []linkCue
	for _, c := range r.cues {
		if c.start >= s.from && c.end <= s.to && c.is(class) {
			out = append(out, c)
		}
	}
	return out
}

// first returns the first cue of a class inside a stretch.
func (r *zhReader) first(s stretch, class linkClass) (linkCue, bool) {
	for _, c := range r.cues {
		if c.start >= s.from && c.end <= s.to && c.is(class) {
			return c, true
		}
	}
	return linkCue{}, false
}

// last returns the last cue of a class inside a stretch.
func (r *zhReader) last(s stretch, class linkClass) (linkCue, bool) {
	for i := len(r.cues) - 1; i >= 0; i-- {
		if c := r.cues[i]; c.start >= s.from && c.end <= s.to && c.is(class) {
			return c, true
		}
	}
	return linkCue{}, false
}

// opensAt returns the cue that starts at a place, if it is of the class.
func (r *zhReader) opensAt(at int, class linkClass) (linkCue, bool) {
	for _, c := range r.cues {
		if c.start == at {
			return c, c.is(class)
		}
		if c.start > at {
			break
		}
	}
	return linkCue{}, false
}

// clause returns clause k without its openers.
func (r *zhReader) clause(k int) stretch {
	c := r.clauses[k]
	return r.trimLeft(stretch{c.start, c.end}, r.opener)
}

// trimLeft drops cues of a class from the front, unless nothing would remain.
func (r *zhReader) trimLeft(s stretch, class linkClass) stretch {
	for {
		c, ok := r.opensAt(s.from, class)
		if !ok || c.end > s.to {
			return s
		}
		s.from = c.end
		if s.from < s.to && (r.text[s.from] == ',' || r.text[s.from] == '、') {
			s.from++
		}
	}
}

// trimRight drops cues of a class from the end and notes what they say.
func (r *zhReader) trimRight(s stretch, class linkClass, m *manner) stretch {
	for i := len(r.cues) - 1; i >= 0; i-- {
		c := r.cues[i]
		if c.end > s.to {
			continue
		}
		if c.end < s.to || c.start < s.from || !c.is(class) {
			break
		}
		r.note(c, m)
		s.to = c.start
	}
	return s
}

func (r *zhReader) note(c linkCue, m *manner) {
	m.predicted = m.predicted || c.is(r.modal)
	m.denied = m.denied || c.is(r.no)
	m.hedged = m.hedged || c.is(r.hedge)
	m.strong = m.strong || c.is(r.strong)
	m.slight = m.slight || c.is(r.slight)
	m.immediate = m.immediate || c.is(r.immediate)
	m.long = m.long || c.is(r.long)
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

// mainPart drops subject and matrix verb: of 赫格塞思敦促日本提升能力 it leaves
// 日本提升能力, of 美国推进建立机制 it leaves 建立机制.
func (r *zhReader) mainPart(s stretch) stretch {
	s = r.trimLeft(s, r.opener|r.adverb)
	if c, ok := r.last(stretch{s.from, max(s.from, s.to-2)}, r.say); ok {
		s.from = c.end
	}
	s = r.trimLeft(s, r.adverb|r.say)
	return r.tidy(s)
}

// tidy drops particles and marks from both ends.
func (r *zhReader) tidy(s stretch) stretch {
	for s.from < s.to && slices.Contains([]rune{',', '、', ' ', '了', '的', ':', '—'}, r.text[s.from]) {
		s.from++
	}
	for s.to > s.from && slices.Contains([]rune{',', '、', ' ', '的', '了', ':', ';', '—', '是'}, r.text[s.to-1]) {
		s.to--
	}
	return s
}

func (r *zhReader) add(d draft) {
	d.cause, d.effect = r.tidy(d.cause), r.tidy(d.effect)
	if d.effect.to-d.effect.from < 2 || d.cause.to-d.cause.from == 1 {
		return
	}
	if d.sign == 0 {
		d.sign = entente.Plus
	}
	r.drafts = append(r.drafts, d)
}

// plainActor reports whether a stretch names only somebody, not something that
// happens: 日本, 特朗普政府, 美国在亚太.
func (r *zhReader) plainActor(s stretch) bool {
	actors := r.within(s, r.somebody)
	if len(actors) == 0 {
		return false
	}
	last := actors[len(actors)-1]
	if last.end == s.to {
		return true
	}
	rest := r.text[actors[0].end:s.to]
	return actors[0].start <= s.from+2 && slices.Contains([]rune("在对与以从向就为于将把通"), rest[0])
}

// isPronoun reports whether a stretch is only a word for what was said before.
func (r *zhReader) isPronoun(s stretch) bool {
	c, ok := r.opensAt(s.from, r.pronoun)
	return ok && c.end == s.to
}

var zhClassesOnce = sync.OnceValue(func() *zhClasses { return newZhClasses(linkWordsZH()) })
