package extract

import (
	"strings"

	"github.com/ententelab/entente"
)

// This file reads what stands beside a Chinese verb and makes it none, or another.

// besideVerb corrects the class of a Chinese cue by the words around it.
func (sp *spell) besideVerb(c *cueAt) {
	text := sp.text()
	switch {
	case c.class&speech != 0 && sp.describesNoun(*c):
		c.class &^= speech // 印度主张的水域
	case c.class&(speech|strong) != 0 && sp.g.suffered.in(text, max(0, sp.clauseFrom(*c)), c.start) && c.end-c.start == 2:
		if sp.objectOf(*c) {
			c.class &^= speech | actCoerce // 不顾反对, 招致批评
		}
	case sp.barely(*c), sp.jubilee(*c), sp.standard(*c), sp.pretext(*c), sp.wished(*c), sp.askedAbout(*c):
		c.class &= nouns
	case sp.wasOnce(*c):
		c.class = 0
	case c.class&actState != 0 && sp.voicesAnger(*c):
		c.class = actCriticize
	}
	sp.readVisit(c)
	sp.readFiring(c)
}

// askedAbout reports whether a Chinese verb is only what somebody was asked about: 被问及修订文件.
func (sp *spell) askedAbout(c cueAt) bool {
	text := sp.text()[sp.clauseFrom(c):c.start]
	for _, asked := range []string{"问及", "问到", "询及", "追问"} {
		if strings.Contains(string(text), asked) {
			return true
		}
	}
	return false
}

// wasOnce reports whether a Chinese clause only says what something is or was that its verb
// or noun stands in: 原为司局级的闭门会议.
func (sp *spell) wasOnce(c cueAt) bool {
	text := sp.text()
	n, _ := isOnly.at(text, sp.clauseFrom(c), c.start)
	return n > 0 && c.clause > 0 && c.clause < len(sp.s.clauses) && c.end >= sp.s.clauses[c.clause].end
}

var isOnly = wordsetOf(false, []string{"原为", "原是", "原系", "本为", "本是", "最初是", "最初为", "起初是", "起初为"})

// voicesAnger reports whether what a Chinese verb of saying voices, in quotation marks, is
// disapproval: 对此表示“严重关切”.
func (sp *spell) voicesAnger(c cueAt) bool {
	text := sp.text()
	if c.end+1 >= len(text) || !strings.ContainsRune("“「", text[c.end]) {
		return false
	}
	n, v := sp.g.cues.at(text, c.end+1, len(text))
	return n > 0 && cueClass(v)&actCriticize != 0 && c.end+1+n < len(text) && strings.ContainsRune("”」", text[c.end+1+n])
}

// readFiring reads what is fired: missiles are tested, water is turned on others.
func (sp *spell) readFiring(c *cueAt) {
	text := sp.text()
	if c.class&actExercise == 0 || c.end-c.start != 2 || text[c.start] != '发' || text[c.start+1] != '射' {
		return
	}
	around := string(text[sp.clauseFrom(*c):min(len(text), c.end+24)])
	switch {
	case strings.Contains(around, "水炮"), strings.Contains(around, "信号弹"), strings.Contains(around, "照明弹"):
		c.class = actCoerce
	case !strings.Contains(around, "弹") && !strings.Contains(around, "火箭") && !strings.Contains(around, "卫星"):
		c.class &= nouns
	}
}

func (sp *spell) clauseFrom(c cueAt) int {
	if c.clause < 0 {
		return 0
	}
	return sp.s.clauses[c.clause].start
}

// describesNoun reports whether a verb of speaking only says whose a noun is:
// 的 follows, and no form of 是 behind that.
func (sp *spell) describesNoun(c cueAt) bool {
	text := sp.text()
	if c.end+1 >= len(text) || text[c.end] != '的' || text[c.end+1] == '是' || text[c.end+1] == ',' {
		return false
	}
	for _, d := range sp.p.datesIn(sp.s) {
		if d.End <= c.start && c.start-d.End <= nounReach && sp.s.clauseAt(d.Start) == c.clause {
			return sp.s.clauseAt(c.end) != c.clause
		}
	}
	return true
}

// objectOf reports whether a word for protest is what a verb of suffering or
// ignoring right before it takes: 不顾邻国反对, 招致河内批评.
func (sp *spell) objectOf(c cueAt) bool {
	const reach = 9
	text := sp.text()
	for i := c.start - 2; i >= sp.clauseFrom(c) && i >= c.start-reach; i-- {
		if n, _ := sp.g.suffered.at(text, i, c.start); n > 0 {
			return true
		}
	}
	return false
}

// barely reports whether 未 or 没有 rules a verb over an adverb between: 尚未就此签署.
func (sp *spell) barely(c cueAt) bool {
	const reach = 6
	text := sp.text()
	for i := c.start - 1; i >= max(sp.clauseFrom(c), c.start-reach, 0); i-- {
		switch text[i] {
		case '未':
			return text[i+1] != '来' && text[i+1] != '经'
		case '的', '了', '后', '与', '和':
			return false
		}
	}
	return false
}

// jubilee reports whether a founding is only counted from: 成立70周年.
func (sp *spell) jubilee(c cueAt) bool {
	text := sp.text()
	if c.class&actFound == 0 {
		return false
	}
	i := c.end
	for i < len(text) && (digit(text[i]) || strings.ContainsRune("一二三四五六七八九十百", text[i])) {
		i++
	}
	return i > c.end && i+1 < len(text) && (text[i] == '周' || text[i] == '週') && text[i+1] == '年'
}

// standard reports whether 要求 is a noun: what is required, at the end of its
// clause or before what is said of it: 符合新要求, 要求高, 与要求相适应.
func (sp *spell) standard(c cueAt) bool {
	text := sp.text()
	if c.class&actDemand == 0 || c.end-c.start != 2 || text[c.start] != '要' || text[c.start+1] != '求' {
		return false
	}
	if c.end+1 < len(text) && text[c.end] == '相' {
		return strings.ContainsRune("衔适符一", text[c.end+1])
	}
	return c.end >= len(text) || strings.ContainsRune(",。;、高低严", text[c.end])
}

// readVisit tells travellers and interviews from visits: 访日旅客, 接受电台访问.
func (sp *spell) readVisit(c *cueAt) {
	if c.class&actVisit == 0 {
		return
	}
	const reach = 10
	text := sp.text()
	after := string(text[c.end:min(len(text), c.end+6)])
	before := string(text[max(sp.clauseFrom(*c), c.start-reach, 0):c.start])
	switch {
	case strings.Contains(after, "旅客") || strings.Contains(after, "游客") || strings.Contains(after, "人次") || strings.Contains(after, "人数"):
		c.class &= nouns
	case strings.Contains(before, "接受"):
		c.class = c.class&^actVisit | actState
	}
}

// openly reports whether a verb of speaking stands right behind 公开, which is
// then how it is said: 公开指责.
func (sp *spell) openly(c cueAt) bool {
	text := sp.text()
	if c.end-c.start != 2 || text[c.start] != '公' || text[c.start+1] != '开' {
		return false
	}
	n, v := sp.g.cues.at(text, c.end, len(text))
	return n > 0 && cueClass(v)&speech != 0
}

// accordingTo reports whether a Chinese word of reporting only names a source:
// 据《晚报》报道.
func (sp *spell) accordingTo(c cueAt) bool {
	const reach = 16
	text := sp.text()
	if c.class&(actPublish|speech) == 0 {
		return false
	}
	for i := c.start - 1; i >= max(sp.clauseFrom(c), c.start-reach, 0); i-- {
		if text[i] == '据' && (i == 0 || text[i-1] != '根' && text[i-1] != '证' && text[i-1] != '数' && text[i-1] != '依') {
			for _, d := range sp.p.datesIn(sp.s) {
				if d.Start >= i && d.End <= c.start {
					return false
				}
			}
			return true
		}
	}
	return false
}

// attains reports whether 达成 takes a goal, no agreement: 如期达成减排目标.
func (c *course) attains(k int) bool {
	cue, text := c.cues[k], c.text()
	if c.p.doc.Lang != entente.Chinese || cue.end-cue.start != 2 || text[cue.start] != '达' || text[cue.start+1] != '成' {
		return false
	}
	return strings.Contains(string(text[cue.end:c.clauseEnd(cue)]), "目标") && c.near(k, nounAgreement) < 0
}

// signsTitle reports whether the title of a law follows a Chinese verb of signing.
func (c *course) signsTitle(cue cueAt) bool {
	const reach = 16
	text := c.text()
	for i := cue.end; i < min(len(text), cue.end+reach); i++ {
		switch text[i] {
		case ',', ';':
			return false
		case '《':
			for j := i; j < min(len(text), i+maxTitle); j++ {
				if text[j] == '》' {
					return text[j-1] == '法' || text[j-1] == '案' && text[j-2] == '法'
				}
			}
			return false
		}
	}
	return false
}

// pretext reports whether a Chinese verb is only what a measure is said to be for:
// 以印度购买俄油为由.
func (sp *spell) pretext(c cueAt) bool {
	text, from := sp.text(), sp.clauseFrom(c)
	rest := string(text[c.end:max(c.end, sp.clauseEnd(c))])
	if !strings.Contains(rest, "为由") && !strings.Contains(rest, "为名") && !strings.Contains(rest, "为借口") && !strings.Contains(rest, "为理由") {
		return false
	}
	return strings.ContainsRune(string(text[from:c.start]), '以')
}

// wished reports whether a Chinese clause begins with a word of wishing, so that its
// verb is only hoped for: 希望借由分散采购降低依赖.
func (sp *spell) wished(c cueAt) bool {
	if c.clause < 1 || c.class&(strong&^(actConsult|actVisit)) == 0 {
		return false
	}
	at := sp.s.clauses[c.clause].start
	n, _ := sp.g.hopes.at(sp.text(), at, c.start)
	return n > 0
}
