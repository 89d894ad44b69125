package extract

import (
	"slices"
	"strings"
	"sync"

	"github.com/ententelab/entente"
)

// zhClasses are the classes of Chinese marking words.
type zhClasses struct {
	mannerClasses
	cause, causeLess, semi, semiLess, light                                                                                                                                                                                        linkClass
	adverb, opener, pronoun, contrast                                                                                                                                                                                              linkClass
	reason, because, basis, basisEnd, under, in                                                                                                                                                                                    linkClass
	result, source, therefore, affected, affectEnd                                                                                                                                                                                 linkClass
	goal, purpose, with, come, means, manner                                                                                                                                                                                       linkClass
	aim, act, cond, onlyIf, then, otherwise, need                                                                                                                                                                                  linkClass
	say, matrix, somebody, able, use, strive, way, asWell, goesOn, vital, vitalEnd, mean, frame, frameEnd, wayEnd, cost, exchange, reasonOf, theMore, deed, even, regard, tool, moveObj, inCase, hence, sameSubject, ought, forced linkClass

	verb, filler, turnsSign linkClass // unions of the above
}

func newZhClasses(w *linkWords) *zhClasses {
	c := &zhClasses{
		cause: w.class("cause"), causeLess: w.class("cause-"), semi: w.class("semi"), semiLess: w.class("semi-"),
		light: w.class("light"), mannerClasses: newMannerClasses(w),
		adverb: w.class("adverb"), opener: w.class("opener"), pronoun: w.class("pronoun"), contrast: w.class("contrast"),
		reason: w.class("reason"), because: w.class("because"), basis: w.class("basis"), basisEnd: w.class("basisend"),
		under: w.class("under"), in: w.class("in"), result: w.class("result"), source: w.class("source"),
		therefore: w.class("therefore"), affected: w.class("affected"), affectEnd: w.class("affectend"),
		goal: w.class("for"), purpose: w.class("purpose"), with: w.class("with"), come: w.class("come"),
		means: w.class("means"), manner: w.class("manner"), aim: w.class("aim"), act: w.class("act"),
		cond: w.class("if"), onlyIf: w.class("onlyif"), then: w.class("then"), otherwise: w.class("else"),
		need: w.class("need"), say: w.class("say"), matrix: w.class("matrix"), somebody: w.class("somebody"),
		able: w.class("able"), use: w.class("use"), strive: w.class("strive"), way: w.class("way"), asWell: w.class("thesame"), goesOn: w.class("goeson"),
		vital: w.class("vital"), vitalEnd: w.class("vitalend"), mean: w.class("mean"),
		frame: w.class("frame"), frameEnd: w.class("frameend"), wayEnd: w.class("wayend"), cost: w.class("cost"), exchange: w.class("exchange"),
		reasonOf: w.class("reasonof"), theMore: w.class("themore"), deed: w.class("deed"),
		even: w.class("even"), regard: w.class("regard"), tool: w.class("tool"), moveObj: w.class("moveobj"), inCase: w.class("incase"), hence: w.class("hence"),
		sameSubject: w.class("samesubject"), ought: w.class("ought"), forced: w.class("forced"),
	}
	c.verb = c.cause | c.causeLess | c.semi | c.semiLess | c.aim | c.act
	c.filler = c.adverb | c.modal | c.no
	c.turnsSign = c.causeLess | c.semiLess
	return c
}

// zhReader reads the claims of one Chinese sentence.
type zhReader struct {
	linkReader
	*zhClasses
	names []stretch // who acts in the sentence, as the lexicon knows them
}

func chineseClaims(p *passage, s *sentence) []draft {
	w := linkWordsZH()
	c := zhClassesOnce()
	r := &zhReader{linkReader: newLinkReader(s, w, c.mannerClasses), zhClasses: c}
	r.cues = slices.DeleteFunc(r.cues, r.countsNoun)
	if !r.marked() && !slices.ContainsFunc(r.clauses, r.endsRelated) && !zhNounsOnce().nouns.in(s.view.Text, 0, len(s.view.Text)) {
		return nil
	}
	for _, a := range s.actors {
		r.names = append(r.names, stretch{a.Start, a.End})
	}
	if r.heading {
		r.skipNumber()
	}
	for k := range r.clauses {
		r.nouns(k)
		r.reasonsTold(k)
		r.byWhom(k)
		r.ratherThan(k)
		r.reasons(k)
		r.purposes(k)
		r.conditions(k)
		r.results(k)
		r.gives(k)
		r.follows(k)
		r.usedFor(k)
	}
	return r.drafts
}

// countsNoun reports whether a numeral that may open a point of a list only
// counts the noun after it: 第二张账单, not 第二,.
func (r *zhReader) countsNoun(c linkCue) bool {
	return r.text[c.start] == '第' && c.end < len(r.text) && inWord(r.text[c.end])
}

// skipNumber leaves the number of a heading out of its first clause: (一), 二、.
func (r *zhReader) skipNumber() {
	if len(r.clauses) == 0 {
		return
	}
	c := r.clauses[0]
	for i := c.start; i < min(c.end, c.start+6); i++ {
		if r.text[i] == ')' || r.text[i] == '、' {
			r.clauses = slices.Clone(r.clauses)
			r.clauses[0].start = i + 1
			return
		}
	}
}

// marked reports whether any word of the sentence could mark a link.
func (r *zhReader) marked() bool {
	marks := r.verb | r.reason | r.because | r.basis | r.under | r.source | r.result | r.therefore |
		r.purpose | r.strive | r.goal | r.with | r.cond | r.onlyIf | r.need | r.affected | r.theMore | r.vital |
		r.wayEnd | r.reasonOf | r.forced | r.then | r.even | r.otherwise | r.inCase | r.tool | r.means | r.use | r.way
	return slices.ContainsFunc(r.cues, func(c linkCue) bool { return c.is(marks) })
}

// clause returns clause k without its openers.
func (r *zhReader) clause(k int) stretch {
	c := r.clauses[k]
	return r.trimLeft(stretch{c.start, c.end}, r.opener)
}

// before is the clause before k that says something, with those that it goes
// on from: 希望A,同时B. It is empty if there are only frames and reports.
func (r *zhReader) before(k int) stretch {
	n := k - 1
	for n >= 0 && r.frames(n) {
		n--
	}
	if n < 0 || r.endsReport(n) {
		return stretch{}
	}
	s := r.clause(n)
	for ; n > 0 && r.clauses[n-1].mark == ','; n-- {
		if !r.resumes(n) || r.frames(n-1) || r.endsReport(n-1) {
			break
		}
		s.from = r.clause(n - 1).from
	}
	return s
}

// resumes reports whether clause n goes on from the one before: it opens with
// 同时, 并 and the like.
func (r *zhReader) resumes(n int) bool {
	_, ok := r.opensAt(r.clauses[n].start, r.goesOn)
	return ok
}

// subjectless reports whether clause n opens with a verb, so that its subject
// stands in the clause before.
func (r *zhReader) subjectless(n int) bool {
	open := r.trimLeft(r.clause(n), r.adverb)
	if open.to-open.from > 2 && slices.Contains([]rune("于经"), r.text[open.from]) && !r.inCue(open.from) {
		return true // 于9月生效
	}
	_, ok := r.opensAt(open.from, r.semi|r.semiLess|r.aim|r.act|r.use|r.means)
	return ok
}

// frames reports whether clause k only says against what, where or when the
// next one holds: 与传统模式不同, 在经贸领域.
func (r *zhReader) frames(k int) bool {
	c := r.clause(k)
	if c.empty() || r.sizes(c) {
		return true
	}
	if _, ok := r.opensAt(c.from, r.frame); !ok {
		return false
	}
	end, ok := r.last(c, r.frameEnd)
	return ok && end.end == c.to
}

// sizes reports whether a clause only says how large or long something is: 编制约60人.
func (r *zhReader) sizes(c stretch) bool {
	n, _ := sizeWords.at(r.text, c.from, c.to)
	return n > 0 && slices.ContainsFunc(r.text[c.from+n:c.to], digit) && c.to-c.from < 16
}

var sizeWords = wordsetOf(false, []string{"编制", "规模", "总额", "总值", "金额", "为期", "期限", "历时", "总长", "射程", "造价", "价值", "总价", "人数", "兵力"})

// endsReport reports whether clause k ends in a verb of saying.
func (r *zhReader) endsReport(k int) bool {
	c := r.clause(k)
	say, ok := r.last(c, r.say)
	if !ok || say.end != c.to {
		return false
	}
	noun := slices.Contains([]string{"承诺", "建议", "主张", "要求", "判断", "希望", "期待", "预测", "担心"}, string(r.text[say.start:say.end]))
	return !noun || r.clauses[k].mark == ':'
}

// mainPart drops subject and matrix verb: of 赫格塞思敦促日本提升能力 it leaves
// 日本提升能力, of 美国推进建立机制 it leaves 建立机制.
func (r *zhReader) mainPart(s stretch) stretch {
	s = r.trimLeft(s, r.opener|r.adverb)
	if c, ok := r.last(stretch{s.from, max(s.from, s.to-2)}, r.say|r.matrix); ok && r.text[c.end] != '的' {
		s.from = c.end
	}
	if c, ok := r.last(s, r.come); ok && r.purposeVerbAt(c.end) {
		s.from = c.end
	}
	s = r.tidy(r.trimLeft(s, r.opener|r.adverb|r.say|r.matrix))
	if c, ok := r.opensAt(s.from, r.say|r.matrix); ok && c.end == s.to {
		return stretch{}
	}
	return s
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

// quantifiers stand before a noun, and so before a clause that describes it.
var quantifiers = wordsetOf(true, []string{"诸多", "许多", "众多", "若干", "一系列", "种种", "各种", "多项", "一批", "不少"})

// withoutPlace drops where something comes about from the end of its cause: 这一表态在国会|
// 引发争议.
func (r *zhReader) withoutPlace(s stretch) stretch {
	for i := s.to - 2; i > s.from+1; i-- {
		if r.text[i] != '在' || r.inCue(i) {
			continue
		}
		if n, _ := scenes.at(r.text, i+1, s.to); n == s.to-i-1 || r.nameSpans(i+1, s.to) {
			return stretch{s.from, i}
		}
		return s
	}
	return s
}

// nameSpans reports whether a name is all of a stretch.
func (r *zhReader) nameSpans(from, to int) bool {
	return slices.Contains(r.names, stretch{from, to})
}

// scenes are where something may come about.
var scenes = wordsetOf(false, []string{"国会", "国内", "岛内", "民间", "当地", "地区", "地区内", "区域内", "社会", "坊间", "政坛", "党内", "朝野", "舆论", "舆论场", "国际社会", "国际上", "学界", "海外", "周边", "周边国家", "亚洲", "东亚", "东北亚", "欧洲", "两岸"})

// ofWriter are who writes: that the text shows something brings nothing about.
var ofWriter = wordsetOf(false, []string{"本文", "本报告", "本研究", "本章", "本节", "笔者", "作者"})

func (r *zhReader) add(d draft) {
	d.cause, d.effect = r.tidy(d.cause), r.tidy(r.trimRight(r.tidy(d.effect), r.asWell, &manner{}))
	if d.effect.to-d.effect.from < 2 || d.effect.to-d.effect.from < 3 && d.rank < 3 || d.cause.to-d.cause.from == 1 {
		return
	}
	if !d.cause.empty() && r.trimLeft(d.cause, r.filler|r.then).empty() {
		return // 更可能以A来B
	}
	if slices.Contains(zhManners, string(r.text[d.cause.from:d.cause.to])) {
		return
	}
	d.cause = r.withoutPlace(d.cause)
	if n, _ := ofWriter.at(r.text, d.cause.from, d.cause.to); n > 0 && d.cause.to-d.cause.from <= n+3 {
		return // 本文主张,真正使A停步的是B
	}
	if n, _ := quantifiers.before(r.text, d.cause.to, d.cause.from); n > 0 && d.cause.to == d.connective.from {
		return // 签署诸多让他国占便宜的协议: the verb is inside what is counted
	}
	if d.rank < 5 && (!r.balanced(d.effect) || !r.balanced(d.cause)) {
		return
	}
	if d.sign == 0 {
		d.sign = entente.Plus
	}
	if d.relation == "means" && d.modality == "asserted" {
		r.foretells(stretch{r.clauseFrom(d.effect.from), min(d.effect.from+8, d.effect.to)}, d.effect.to, &d.manner)
		d.modality = d.manner.modality()
	}
	if d.modality != "denied" && d.modality != "intended" && r.supposed(d.cause) {
		d.modality = "conditional"
	}
	if r.disputed(d.connective) {
		d.modality = "denied"
	}
	d.joint, d.jointLen = r.jointOf(d.effect)
	r.signs(&d)
	d.said = r.reportBefore(d, r.say)
	r.drafts = append(r.drafts, d)
}

// zhManners are adverbs that stand where a cause may: how something is done
// brings nothing about.
var zhManners = strings.Fields("坚决 深入 依法 切实 全面 大力 积极 进一步 持续 加快 着力 认真 扎实 稳步 严格 有效 统筹 协同 不断 努力 共同 逐步 继续 充分 科学 合理 主动 强力 有序 精准 高效 联合 同时 分别 相互 直接 间接 坚定 公开 再次 明确 普遍 广泛 迅速 及时 长期 单独 首次 另外 其中 据此")

// supposed reports whether a stretch only supposes what it says: 美方若加价.
func (r *zhReader) supposed(s stretch) bool {
	return slices.ContainsFunc(r.within(s, r.cond), func(c linkCue) bool {
		return slices.Contains(zhSupposing, string(r.text[c.start:c.end]))
	})
}

// zhSupposing open a condition wherever they stand in a clause.
var zhSupposing = []string{"若", "倘若", "倘", "如果", "假如", "假若", "一旦"}

// disputed reports whether a connective stands in a clause that 与其说 opens:
// what it says is held to be less true than what follows.
func (r *zhReader) disputed(m stretch) bool {
	for _, c := range r.clauses {
		if m.from < c.start || m.from >= c.end {
			continue
		}
		for i := c.start; i+3 <= m.from; i++ {
			if r.text[i] == '与' && string(r.text[i:i+3]) == "与其说" {
				return true
			}
		}
	}
	return false
}

// balanced reports whether each quotation mark of a stretch has its other half.
func (r *zhReader) balanced(s stretch) bool {
	open := 0
	for _, c := range r.text[s.from:s.to] {
		switch c {
		case '“', '「':
			open++
		case '”', '」':
			open--
		}
	}
	return open == 0
}

// jointOf finds where 和, 并 or 以及 joins a second verb with its object to a
// first.
func (r *zhReader) jointOf(s stretch) (at, length int) {
	if !r.purposeVerbAt(s.from) {
		return 0, 0
	}
	for i := s.from + 4; i < s.to-3; i++ {
		switch r.text[i] {
		case '和', '并', '与', '及':
			if r.purposeVerbAt(i+1) && !r.inCue(i) && !strings.Contains(string(r.text[i:s.to]), "之间") {
				return i, 1 // but: 在施压与拉拢之间摇摆
			}
		}
	}
	return 0, 0
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
		return !r.strikes(s)
	}
	if r.eventful(s) {
		return false
	}
	rest := r.text[actors[0].end:s.to]
	return actors[0].start <= s.from+2 && slices.Contains([]rune("在对与以从向就为于将把通"), rest[0])
}

// strikes reports whether a phrase says what one actor did to another: 俄罗斯
// 入侵乌克兰.
func (r *zhReader) strikes(s stretch) bool {
	actors := r.within(s, r.somebody)
	if len(actors) < 2 {
		return false
	}
	last := actors[len(actors)-1]
	between := string(r.text[actors[0].end:last.start])
	return last.end == s.to && slices.ContainsFunc(zhAttacks, func(w string) bool { return strings.HasSuffix(between, w) })
}

// zhAttacks are verbs for what one actor does to another.
var zhAttacks = []string{"入侵", "攻击", "进攻", "攻打", "侵略", "施压", "制裁", "抛弃", "背弃", "疏远", "羞辱", "冷落", "压榨", "敲打", "拉拢", "遏制", "围堵", "封锁", "威胁", "轰炸", "空袭", "勒索", "要挟", "胁迫", "退出", "加入", "撤出", "访问", "迁就", "讨好", "偏袒", "挑衅"}

// isPronoun reports whether a stretch is only a word for what was said before.
func (r *zhReader) isPronoun(s stretch) bool {
	c, ok := r.opensAt(s.from, r.pronoun)
	return ok && c.end == s.to
}

var zhClassesOnce = sync.OnceValue(func() *zhClasses { return newZhClasses(linkWordsZH()) })
