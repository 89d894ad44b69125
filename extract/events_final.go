package extract

import (
	"strings"

	"github.com/ententelab/entente"
)

// This file reads the verb that ends a Japanese or Korean sentence, where what is said
// or agreed, and its date, stand between it and its subject: 7月7日、大統領は8月1日から
// 関税を課すと通告した is of July.

// A finalVerb is such a verb.
type finalVerb struct {
	cue     cueAt // class 0 if there is none
	date    *dated
	content [2]int // what is said or agreed
	press   bool   // a paper reports it: the rest of the sentence is its report
}

// findFinal looks for the verb that ends the sentence behind a clause that it quotes.
// Its date is the last one before its subject.
func (sp *spell) findFinal() {
	if !sp.g.verbLast || len(sp.cues) == 0 {
		return
	}
	const ending = 8 // what a verb's ending may take
	cue, text := sp.cues[len(sp.cues)-1], sp.text()
	if cue.class&(speech|actAgree|actApprove|actPublish|cueAnnounce) == 0 || len(text)-cue.end > ending || !sp.quotes(cue.start) {
		return
	}
	role := sp.p.subjectAt(sp.s, cue.start)
	if !role.named() {
		return
	}
	f := finalVerb{cue: cue, content: [2]int{role.end, cue.start}}
	f.press = cue.class&(actPublish|speech) != 0 && sp.p.onlyCounts(role.actors)
	inside := false
	for k := range sp.dates {
		switch d := &sp.dates[k]; {
		case d.End <= role.start && (!sp.verbIn(d.End, role.start) || sp.scene(role.start)):
			f.date = d
		case d.Start >= role.end && d.End <= cue.start && !inside && !sp.verbIn(role.end, d.Start) && d.opensScene(text):
			f.date = d // 首相は24日、, 首相は24日の演説で
		case d.Start >= role.end && d.End <= cue.start:
			inside = true
		}
	}
	if f.date != nil && (inside || f.press) {
		sp.final = f
	}
}

// scene reports whether a place or meeting ends before text[i]: 会談で、, 회의에서.
func (sp *spell) scene(i int) bool {
	text := sp.text()
	i = skipSpace(text, i)
	if i > 1 && (text[i-1] == '、' || text[i-1] == ',') {
		i--
	}
	return i > 1 && (text[i-1] == 'で' || text[i-2] == 'で' && text[i-1] == 'は' || text[i-2] == '에' && text[i-1] == '서')
}

// opensScene reports whether a date stands for itself in its sentence, or with the
// meeting where something is said: 24日、, 24日の演説で, 4일 회의에서.
func (d *dated) opensScene(text []rune) bool {
	const reach = 14
	for i := d.End; i < min(len(text), d.End+reach); i++ {
		switch {
		case text[i] == '、' || text[i] == ',':
			return i-d.End <= 2 || text[i-1] == 'で'
		case text[i] == 'で' && text[i-1] != 'ま', text[i] == '서' && text[i-1] == '에':
			return true
		}
	}
	return false
}

// quotes reports whether a particle that quotes or resolves stands right before
// text[i]: と, よう; 고, 기로.
func (sp *spell) quotes(i int) bool {
	text := sp.text()
	i = skipSpace(text, i)
	if i < 2 {
		return false
	}
	if sp.p.doc.Lang == entente.Japanese {
		return text[i-1] == 'と' || text[i-2] == 'よ' && text[i-1] == 'う' || text[i-1] == '」'
	}
	return text[i-1] == '고' || text[i-2] == '기' && text[i-1] == '로'
}

// within reports whether a cue in text[from:to] may have happened at a date; the verb
// that ends the sentence belongs to its own, and what a paper reports to no date of its
// appearance.
func (sp *spell) within(cue cueAt, d *dated, from, to int) bool {
	f := &sp.final
	if f.cue.class == 0 {
		return cue.start >= from && cue.end <= to
	}
	if cue.start == f.cue.start {
		return d.Start == f.date.Start
	}
	if f.press && d.Start == f.date.Start && cue.start >= f.content[0] {
		return false
	}
	return cue.start >= from && cue.end <= to
}

// imposes reports whether what the verb that ends the sentence makes known is a measure
// against others: 関税を課すと通告した.
func (c *course) imposes(cue cueAt) bool {
	f := &c.final
	if f.cue.class == 0 || cue.start != f.cue.start || f.press {
		return false
	}
	for _, inner := range c.spell.cues {
		if inner.start >= f.content[0] && inner.end <= f.content[1] && inner.class&actCoerce != 0 {
			return true
		}
	}
	return false
}

// insideWord reports whether a Korean word of speaking is cut out of a longer one: 항의
// in 조항의.
func (sp *spell) insideWord(c cueAt) bool {
	text := sp.text()
	return sp.p.doc.Lang == entente.Korean && c.class&speech != 0 && c.end-c.start <= 2 && c.start > 0 && hangul(text[c.start-1]) &&
		!strings.ContainsRune("를을가이은는에로게", text[c.start-1])
}
