package extract

import "slices"

// objectless reports whether a verb has no object, so that it brings nothing
// about: it is a noun of which something is said (第一重制约是, 积累有限), or a
// suffix makes a noun of it (秩序维护者), or an adverb of time of its clause (恶化后).
func (r *zhReader) objectless(v linkCue, to int) bool {
	if !v.is(r.semi | r.semiLess | r.causeLess) {
		return false
	}
	n, kind := saidOfNoun.at(r.text, v.end, to)
	switch {
	case n == 0:
		return false
	case kind == saidOnly:
		return !slices.Contains(r.text[v.end:to], '的')
	case kind == saidLast:
		return v.end+n == to
	}
	return kind == saidAnywhere
}

// The kinds of words in saidOfNoun.
const (
	saidAnywhere int32 = iota
	saidOnly           // unless they describe a noun: 放大来自周边的压力
	saidLast           // only where they end the clause
	saidInWord         // they only open a longer word: 恢复均势
)

// saidOfNoun are words that follow a verb where it has no object.
var saidOfNoun = wordsetOf(false,
	[]string{"是", "乃", "则", "均", "皆", "亦", "仍", "者", "型", "性", "因而", "因此", "由此", "取决于", "受制于", "受限于", "所致", "几近", "近乎", "一概", "一律", "本身", "之虞", "之间", "之中", "与否", "得以"},
	[]string{"来自", "源于", "源自", "受阻", "受挫", "受到", "遭到", "有限", "有余", "缓慢", "松弛", "不足", "不力", "乏力", "无力", "滞后", "放缓", "停滞", "落空", "升高", "上升", "升温", "加剧", "加重", "增大", "减弱", "下降", "减退", "日增", "日盛", "日深", "高涨", "攀升", "逼近", "迫近"},
	[]string{"后", "时", "前", "之后", "之时", "之际", "以后", "以来", "期间", "方面", "为由", "过程中"},
	[]string{"均势", "均衡", "均等", "性能", "性质", "性价比", "型号", "是否", "则例", "者众"})

// undergone reports whether the passive stands before a verb, so that its
// subject is not what brings something about: 选项遂被排除.
func (r *zhReader) undergone(v linkCue) bool {
	return v.start > 0 && r.text[v.start-1] == '被'
}

// willed reports whether a verb of wanting or saying governs a verb directly,
// so that it is what somebody means to do: 首尔随即承诺加快审议. After 的 it is a noun.
func (r *zhReader) willed(left stretch, v linkCue, m manner) bool {
	if m.predicted || m.denied || r.text[v.end-1] == '了' || v.end < len(r.text) && r.text[v.end] == '了' {
		return false
	}
	if n, _ := amidWords.before(r.text, left.to, left.from); n > 0 {
		return true // 在C的情况下维持B, 其用意在于维持B
	}
	c, ok := r.last(left, r.say|r.matrix)
	return ok && !v.is(r.cause) && c.end == left.to && c.end-c.start > 1 && c.start > left.from && r.text[c.start-1] != '的'
}

// asked reports whether 能否 or the like stands before a verb: whether it comes
// about is open.
func (r *zhReader) asked(v linkCue) bool {
	n, _ := openWords.before(r.text, v.start, 0)
	return n > 0
}

var openWords = wordsetOf(true, []string{"能否", "可否", "会否", "应否", "能否真正", "能否有效", "能否进一步", "能否继续"})

var amidWords = wordsetOf(true, []string{"情况下", "条件下", "前提下", "情形下", "意在于", "图在于", "的在于", "标在于"})

// turnedFrom reports whether a verb only names what something turns from: 重心由
// 维护体系转为核算收益.
func (r *zhReader) turnedFrom(k int, v linkCue) bool {
	if v.start == 0 || !slices.Contains([]rune("由从"), r.text[v.start-1]) || r.inCue(v.start-1) {
		return false
	}
	return turnWords.in(r.text, v.end, r.clauses[k].end)
}

var turnWords = wordsetOf(false, []string{"转为", "转向", "转到", "变为", "变成", "走向", "演变", "移向", "改为", "过渡到", "让位于"})

// defined reports whether a copula was read to say what a verb does: A的作用在于
// 提升B is no link of its own.
func (r *zhReader) defined(v linkCue) bool {
	return !v.is(r.cause) && slices.ContainsFunc(r.drafts, func(d draft) bool {
		return d.rule == "claim/zh/is" && (d.effect.from == v.start || d.cause.from == v.start)
	})
}

// takesClause reports whether a verb of causing has a clause for its object, so
// that further clauses may go on with what it brings about: 使A上升,B下降.
func (r *zhReader) takesClause(v stretch) bool {
	n, _ := pivotVerbs.before(r.text, v.to, v.from)
	return n > 0
}

var pivotVerbs = wordsetOf(true, []string{"使", "令", "让", "致使", "迫使", "促使", "驱使", "诱使", "导致", "使得", "弄得", "搞得", "闹得", "害得", "逼得", "惹得", "招致", "酿成"})

// placedAt returns where the phrase of place or condition starts that ends a
// subject: 收缩在对日政策上, 演习在军方主导下; 0 if none does.
func (r *zhReader) placedAt(s stretch) int {
	if s.to-s.from < 6 || !slices.Contains([]rune("上下"), r.text[s.to-1]) || r.inCue(s.to-1) {
		return 0
	}
	for i := s.to - 3; i > s.from+1; i-- {
		if r.text[i] == '在' && !r.inCue(i) {
			return i
		}
	}
	return 0
}

// asSubject reports whether a verb that opens clause k is, alone or with its
// object, what the clause says something of: 威慑与安抚失去平衡, 巩固关系是B.
func (r *zhReader) asSubject(k int, v linkCue) bool {
	c := r.clauses[k]
	noun, _ := nounToo.at(r.text, v.start, v.end)
	if r.objectless(v, c.end) || noun > 0 && slices.Contains([]rune("与和又去在愈越"), r.text[v.end]) {
		return true
	}
	for i := v.end + 2; i+2 < c.end; i++ {
		if r.text[i] == '是' && !r.inCue(i) && !slices.Contains([]rune("于还也都尤"), r.text[i-1]) {
			return true
		}
	}
	_, links := r.first(stretch{v.end + 2, c.end}, r.mean)
	return links || relating.in(r.text, v.end+2, c.end)
}

var relating = wordsetOf(false, []string{"关系到", "关系其", "关乎", "攸关", "取决于", "有赖于"})

// nounToo are verbs that are as often nouns.
var nounToo = wordsetOf(false, []string{"威慑", "吓阻", "威胁", "约束", "制约", "限制", "冲击", "打击", "挑战", "影响"})
