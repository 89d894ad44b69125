package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// This file reads what Japanese and Korean endings say of a deed: whether a verb
// describes a noun, whether clauses are strung together, whether a stem is only
// a noun.

// adnominal reports whether a Japanese or Korean verb stands right behind its
// date and before the noun that it describes: 7月22日に妥結した合意, 11월
// 14일 발표된 자료. Whatever is said of the noun, the deed is a happening.
func (c *course) adnominal(cue cueAt) bool {
	text := c.text()
	if !c.g.verbLast || c.date.Start < 0 || c.date.End > cue.start || cue.start-c.date.End > 8 || text[c.date.End] == '、' || text[c.date.End] == ',' {
		return false
	}
	if cue.verb > 0 {
		cue.end = cue.verb
	}
	if c.p.doc.Lang == entente.Korean && strings.ContainsRune("한된인진던", text[cue.end-1]) {
		return cue.end < len(text) && text[cue.end] == ' '
	}
	after := text[cue.end:min(len(text), cue.end+4)]
	for i, r := range after {
		switch {
		case c.p.doc.Lang == entente.Korean && (r == '한' || r == '된' || r == '인' || r == '진' || r == '던'):
			return i+1 < len(after) && after[i+1] == ' '
		case (r == 'た' || r == 'だ') && i+1 < len(after):
			n := after[i+1]
			return n >= 0x4E00 && n <= 0x9FFF || n >= 0x30A1 && n <= 0x30FA || n == '「' || digit(n)
		case c.p.doc.Lang == entente.Japanese && !strings.ContainsRune("しされっんいき", r):
			return false
		}
	}
	return false
}

// strung reports whether the verb of a cue is followed by another that goes on
// where it ends, し、 or 하고, so that the two are steps, not one the other's
// content.
func (c *course) strung(cue cueAt) bool {
	text := c.text()
	if cue.verb > 0 {
		cue.end = cue.verb
	}
	after := text[cue.end:min(len(text), cue.end+4)]
	if c.p.doc.Lang == entente.Japanese {
		if text[cue.end-1] == 'し' && len(after) > 0 && (after[0] == '、' || after[0] == ',') {
			return true
		}
		for i, r := range after {
			if (r == '、' || r == ',') && i > 0 && strings.ContainsRune("しりきいちみびてで", after[i-1]) {
				return true
			}
		}
		return false
	}
	k := slices.IndexFunc(after, func(r rune) bool { return r == ' ' || r == ',' })
	return k > 0 && strings.ContainsRune("고며자서", after[k-1]) || k == 0 && strings.ContainsRune("고며", text[cue.end-1])
}

// bareStem reports whether a Japanese or Korean stem of speaking is a noun: a
// particle follows, 要求を, 야당의 요구가, and no ending of a verb.
func (sp *spell) bareStem(c cueAt) bool {
	text := sp.text()
	if c.class&speech == 0 || c.end-c.start != 2 || c.end >= len(text) {
		return false
	}
	switch next := text[c.end]; sp.p.doc.Lang {
	case entente.Korean:
		return strings.ContainsRune("가이은는을를의에와과도만", next) && !strings.ContainsRune("했하한됐되된썼", text[c.end-1])
	case entente.Japanese:
		return text[c.end-1] >= 0x4E00 && strings.ContainsRune("のをにがはへとや", next)
	}
	return false
}

// together reports whether a Korean stem is only a noun of what something else
// happens with: 발표와 함께.
func (sp *spell) together(c cueAt) bool {
	text := sp.text()
	return c.end+3 < len(text) && (text[c.end] == '와' || text[c.end] == '과') && text[c.end+1] == ' ' && text[c.end+2] == '함'
}

// setsOff reports whether a Japanese or Korean happening is only what the sentence
// goes on from: 4月10日の訪問を受け, 합의에 따라.
func (sp *spell) setsOff(c cueAt) bool {
	n, _ := sp.g.goesOn.at(sp.text(), c.end, len(sp.text()))
	return n > 0
}

// government reports whether what was set up at a date is a government, which
// takes office: 출범한 새 정부, 新政権が発足.
func (c *course) government(cue cueAt) bool {
	const reach = 12
	return c.g.governments.in(c.text(), max(c.clauseStart(cue), cue.start-reach), min(c.clauseEnd(cue), cue.end+reach))
}

// takeBrackets reads the dates that stand with their verb in brackets, and takes
// those verbs out of the sentence.
func (sp *spell) takeBrackets() [][]happening {
	var out [][]happening
	for k := range sp.dates {
		found, ok := sp.inBrackets(&sp.dates[k])
		if !ok {
			continue
		}
		if out == nil {
			out = make([][]happening, len(sp.dates))
		}
		out[k] = found
		sp.cues = slices.DeleteFunc(sp.cues, func(c cueAt) bool { return c.start == found[0].cue.start })
	}
	return out
}

// inBrackets reads a verb that stands with its date in brackets behind what it
// tells of, 海洋計画(3日公表), and reports whether there is one.
func (sp *spell) inBrackets(d *dated) ([]happening, bool) {
	text := sp.text()
	open := d.Start - 1
	if d.Start < 1 || text[open] != '(' || sp.p.doc.Lang == entente.English {
		return nil, false
	}
	shut := d.End
	for shut < len(text) && text[shut] != ')' && shut-d.End < 24 {
		shut++
	}
	var noun cueClass
	var before cueAt
	for _, cue := range sp.cues {
		switch {
		case cue.end <= open && open-cue.end <= 2:
			noun, before = cue.class, cue
		case cue.start >= d.End && cue.end <= shut && cue.class&(strong|speech|cueIssue|cueAnnounce|cueHold) != 0:
			return []happening{{class: bracketed(cue.class, noun), date: d, cue: cue}}, true
		}
	}
	if noun&actSurvey != 0 && shut == d.End && shut < len(text) {
		return []happening{{class: actSurvey, date: d, cue: before}}, true // 世論調査(6月)
	}
	return nil, false
}

// bracketed is what a verb in brackets did with the noun before them.
func bracketed(verb, noun cueClass) cueClass {
	switch {
	case verb&(cueIssue|cueAnnounce) != 0 || verb&strong == 0 && noun&nounDocument != 0:
		return actPublish
	case verb&cueHold != 0 && noun&nounExercise != 0:
		return actExercise
	case noun&actSurvey != 0:
		return actSurvey // 世論調査(11月15、16日実施)
	case verb&cueHold != 0:
		return actConsult
	}
	return firstOfClass(verb & (strong | speech))
}

// dropScene leaves out a meeting that a Chinese date names only as the place where
// something else was done: 6月的峰会上发表声明.
func (c *course) dropScene() {
	if c.p.doc.Lang != entente.Chinese || len(c.found) < 2 || !c.found[0].named || c.found[0].class != actConsult {
		return
	}
	i := skipAhead(c.text(), c.found[0].cue.end)
	if n, _ := c.g.scene.at(c.text(), i, len(c.text())); n > 0 && (c.text()[i] == '上' || c.text()[i] == '期' || c.text()[i] == '中') {
		c.found = c.found[1:]
	}
}

// intended reports whether a Japanese or Korean verb is only what something is
// for, or what somebody is to do: 개최하기 위한, 배치하도록, 導入するため.
func (sp *spell) intended(c cueAt) bool {
	text := sp.text()
	n, _ := sp.g.purposes.at(text, c.end, len(text))
	return n > 0
}

// foretold reports whether a Japanese or Korean verb has an ending for what is to
// come: 到着すると, 도착할 것이라고.
func (c *course) foretold(cue cueAt) bool {
	text := c.text()
	after := string(text[cue.end:min(len(text), cue.end+4)])
	if c.p.doc.Lang == entente.Japanese {
		whenDone := strings.HasPrefix(after, "すると、") || strings.HasPrefix(after, "すると,") // 照射すると、…抗議した
		return strings.HasPrefix(after, "すると") && !whenDone || strings.HasPrefix(after, "するだろ") || strings.HasPrefix(after, "する予") || strings.HasPrefix(after, "する意")
	}
	return strings.HasPrefix(after, "할 것") || strings.HasPrefix(after, "하겠") || strings.HasPrefix(after, "될 것")
}

// lawBehind reports whether a verb of signing has a law for its object, which a head of
// state signs into force: 대통령이 서명한 국방수권법, 签署《国防授权法》.
func (c *course) lawBehind(cue cueAt) bool {
	const reach = 18
	text := c.text()
	if c.p.doc.Lang == entente.Chinese {
		return c.signsTitle(cue)
	}
	if !c.g.verbLast {
		i := cue.start
		if word, at := wordLeft(text, i); word == "was" || word == "were" {
			i = at
		}
		n, _ := c.g.laws.before(text, skipSpace(text, i), 0)
		return n > 0 // the Defense Authorization Act signed on December 18
	}
	if n, _ := c.g.laws.before(text, skipSpace(text, cue.start), 0); n > 0 {
		return true // 이 법안에 서명했다
	}
	for i := cue.end; i < min(len(text), cue.end+reach); i++ {
		switch {
		case text[i] == '、' || text[i] == ',':
			return false
		case text[i] == '법' && i > 0 && hangul(text[i-1]) && text[i-1] != '방' && i+1 < len(text) && !hangulWord(text, i+1):
			return true
		case text[i] == '法' && i > 0 && text[i-1] != '方' && i+1 < len(text) && (text[i+1] == 'は' || text[i+1] == 'が' || text[i+1] == '(' || text[i+1] == 'を' || text[i+1] == 'に' || text[i+1] == '案'):
			return true
		}
	}
	return false
}

// hangulWord reports whether a Korean word goes on at text[i], rather than a particle.
func hangulWord(text []rune, i int) bool {
	return i < len(text) && hangul(text[i]) && !strings.ContainsRune("은는이가을를에의도", text[i])
}

// calledOff reads a meeting or exercise of which a Japanese or Korean date only says when
// it was to be, whatever became of it: 7月1日に予定されていた協議, 11월로 예정된 훈련.
func (c *course) calledOff() {
	const reach = 40
	if !c.g.verbLast || c.date.Start < 0 {
		return
	}
	text := c.text()
	n, _ := c.g.plannedAfter.at(text, skipSpace(text, c.date.End), len(text))
	if n == 0 {
		return
	}
	for i := c.date.End + n; i < min(len(text), c.date.End+n+reach) && text[i] != '、' && text[i] != ','; i++ {
		if m, v := c.g.nounsOf.at(text, i, len(text)); m > 0 && cueClass(v)&(actConsult|actExercise|actVisit|actElect) != 0 && c.endsNoun(i+m) {
			c.addNamed(c.cuesEnd(cueAt{class: cueClass(v), start: i, end: i + m}))
			c.told = [2]int{i, len(text)}
			return
		}
	}
}
