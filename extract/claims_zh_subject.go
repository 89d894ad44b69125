package extract

import (
	"slices"
	"strings"
	"unicode"
)

// sharedSubject returns the subject of the clauses before k that clause k goes
// on with, as it opens with an adverb that adds to what was said: A提高了B,也
// 加深了C. There is none where somebody does it: then all that is done counts.
func (r *zhReader) sharedSubject(k int) (stretch, bool) {
	if k == 0 || !r.goesOnWith(k) {
		return stretch{}, false
	}
	if s, ok := r.bareSubject(k); ok {
		return s, true
	}
	for n := k - 1; n >= max(0, k-3) && r.clauses[n].mark != ':'; n-- {
		c := r.clause(n)
		if r.frames(n) {
			continue
		}
		verb, ok := r.predicate(c)
		if !ok || r.endsReport(n) || r.namesDeed(c) || r.listed(c) {
			return stretch{}, false
		}
		left := stretch{c.from, verb.start}
		if at, ok := r.governed(left, verb); ok {
			left.to = at // A对C造成冲击,并B
		}
		s := r.subject(left)
		if s.to > s.from && slices.Contains([]rune("在以为对把将给"), r.text[s.to-1]) && !r.inCue(s.to-1) {
			s.to-- // A在C的同时,也B
		}
		if s.empty() {
			continue
		}
		if c, ok := r.opensAt(s.from, r.means|r.use|r.purpose); ok && (!c.is(r.purpose) || c.end >= s.to) {
			continue
		}
		if _, ok := r.opensAt(s.from, r.reason|r.basis|r.cond|r.in); ok || r.isPronoun(s) {
			return stretch{}, false
		}
		if _, ok := r.opensAt(s.from, r.matrix); ok || slices.Contains([]rune("将把"), r.text[s.from]) && !r.inCue(s.from) {
			return stretch{}, false // 允许将A输往C,并B; 把A绑上C,只会B
		}
		is := slices.Index(r.text[s.from:s.to], '是') // 目标是A,并将B
		return s, s.to-s.from > 1 && is < 0 && !r.plainActor(s)
	}
	return stretch{}, false
}

// bare drops what says where or how from a pronoun: 此举立刻在首都.
func (r *zhReader) bare(s stretch) stretch {
	c, ok := r.opensAt(s.from, r.pronoun)
	if !ok || c.end >= s.to {
		return s
	}
	rest := r.trimLeft(stretch{c.end, s.to}, r.adverb|r.modal)
	if rest.empty() || slices.Contains([]rune("在对给从于向"), r.text[rest.from]) {
		return c.stretch()
	}
	return s
}

// addsCause reports whether a clause only adds a cause to the one before.
func (r *zhReader) addsCause(s stretch) bool {
	text := string(r.text[s.from:min(s.to, s.from+3)])
	return strings.HasPrefix(text, "加上") || strings.HasPrefix(text, "加之") || text == "再加上" || strings.HasPrefix(text, "外加")
}

// goesOnWith reports whether an adverb that adds or contrasts stands among the
// words that open clause k.
func (r *zhReader) goesOnWith(k int) bool {
	at := r.clauses[k].start
	for {
		c, ok := r.opensAt(at, r.sameSubject|r.opener|r.adverb|r.modal|r.no)
		if !ok || c.is(r.sameSubject) {
			return ok
		}
		at = c.end
	}
}

// namesDeed reports whether a clause is only a noun phrase for something done:
// 这种试图改变现状的做法.
func (r *zhReader) namesDeed(c stretch) bool {
	deed, ok := r.last(c, r.deed)
	return ok && deed.end == c.to
}

// listed reports whether a clause is only a noun that several deeds describe: 干涉A、
// 挑战B的图谋.
func (r *zhReader) listed(c stretch) bool {
	return slices.Contains(r.text[c.from:c.to], '、') && r.nominalised(c)
}

// predicate returns the first word of a clause that starts what is said of its
// subject.
func (r *zhReader) predicate(c stretch) (linkCue, bool) {
	for _, v := range r.within(stretch{c.from, c.to}, r.verb|r.no|r.modal|r.mean|r.light) {
		if !r.adnominal(v) && !r.isNominal(v) {
			return v, true
		}
	}
	return linkCue{}, false
}

// isNominal reports whether a verb is a noun where it stands: another verb or
// its adverbs follow it directly (约束限制了), or it ends a number (50%左右).
func (r *zhReader) isNominal(v linkCue) bool {
	if v.start > 0 && (unicode.IsDigit(r.text[v.start-1]) || slices.Contains([]rune("%倍年月日岁"), r.text[v.start-1])) {
		return v.is(r.semi)
	}
	if left := r.trimRight(stretch{0, v.start}, r.adverb, &manner{}); left.to > 0 && r.text[left.to-1] == '的' && !v.is(r.cause) {
		return true // 军费的大幅增加
	}
	if v.end+2 <= len(r.text) && string(r.text[v.end:v.end+2]) == "之一" {
		return true // 主要拖累之一
	}
	if slices.ContainsFunc(r.cues, func(c linkCue) bool { return c.end == v.start && c.is(r.source) }) && !v.is(r.cause) {
		return true // 是因为威胁上升
	}
	if next, ok := r.opensAt(v.end, r.verb); ok && !r.adnominal(next) && !r.governedVerb(v) && (next.is(r.cause) || string(r.text[next.start:next.end]) == "倒逼") && !v.is(r.cause) && next.end-next.start > 1 && v.end-v.start > 1 && !drivingVerbs.in(r.text, v.start, v.end) {
		return true // 供应链重组迫使企业, 能力提升导致
	}
	if v.is(r.semi|r.semiLess|r.causeLess) && (r.pointedAt(v) || r.actsAsSubject(v)) {
		return true
	}
	if no, ok := r.opensAt(v.end, r.no); ok && no.end-no.start > 1 && !v.is(r.cause|r.mean) && r.text[v.start] != '让' {
		return true // 军备的扩张并非
	}
	if v.start > 0 && r.text[v.start-1] == '的' {
		_, ok := r.opensAt(v.end, r.verb|r.modal|r.no)
		return ok // 负担的加重引发争论
	}
	if !v.is(r.semiLess|r.causeLess) || slices.ContainsFunc(r.cues, func(c linkCue) bool { return c.end == v.start && c.is(r.filler) }) {
		return false
	}
	if v.end+2 <= len(r.text) && v.is(r.semiLess) && slices.Contains(zhCompounds, string(r.text[v.end:v.end+2])) {
		return true // 打击能力
	}
	next, ok := r.opensAt(v.end, r.verb|r.modal|r.no|r.need)
	return ok && next.end-next.start > 1
}

// pointedAt reports whether a word that points, or a verb of taking steps, makes
// a noun of the verb after it: 这一约束, 采取限制旅游等措施.
func (r *zhReader) pointedAt(v linkCue) bool {
	n, _ := pointingWords.before(r.text, v.start, 0)
	return n > 0
}

var pointingWords = wordsetOf(true, []string{"这一", "此一", "该项", "这种", "此种", "这类", "此类", "采取", "出台", "祭出", "推出", "实施"})

// actsAsSubject reports whether a verb is what another, after an adverb, is
// said of: 资源约束如何推动, 军事扩张只会招致.
func (r *zhReader) actsAsSubject(v linkCue) bool {
	at := v.end
	for at < len(r.text) {
		c, ok := r.opensAt(at, r.modal|r.adverb)
		if !ok {
			break
		}
		if slices.Contains([]string{"进一步", "更", "更加", "更为", "所", "共同", "有效", "全面", "积极", "主动", "不断", "持续", "逐步"}, string(r.text[c.start:c.end])) {
			return false
		}
		at = c.end
	}
	if at == v.end {
		return false
	}
	c, ok := r.opensAt(at, r.verb)
	return ok && !r.describesNoun(c.end, len(r.text), fewerWord) || r.text[min(at, len(r.text)-1)] == '被'
}

// zhCompounds are nouns that a verb before them only describes.
var zhCompounds = []string{"能力", "手段", "措施", "体系", "战略", "行动", "链条", "力度", "作用", "政策", "因素", "清单", "工具", "讯息", "信息", "信号", "目标", "对象", "机制", "理论", "思维", "方针", "效果", "效应", "意图"}

// exhorts reports whether what stands before a verb says that it ought or ought
// not to be done.
func (r *zhReader) exhorts(left stretch) bool {
	c, ok := r.last(left, r.ought)
	return ok && left.to-c.end < 10 && (c.start == 0 || r.text[c.start-1] != '的') // 合作的需要 is a noun
}

// identifies reports whether a verb of constituting only says what something
// is: 构成存立危机事态, not 构成威胁.
func (r *zhReader) identifies(v linkCue, k int) bool {
	if string(r.text[v.start:v.end]) != "构成" {
		return false
	}
	c := r.clauses[k]
	for i := v.end; i+1 < c.end; i++ {
		if slices.Contains(zhBurdens, string(r.text[i:i+2])) {
			return false
		}
	}
	return true
}

// zhBurdens are what something may be for something else.
var zhBurdens = []string{"威胁", "挑战", "压力", "障碍", "制约", "冲击", "阻碍", "风险", "隐患", "负担", "约束", "掣肘", "影响", "干扰", "损害", "伤害", "支撑", "激励", "牵制", "破坏", "阻力", "束缚"}

// drivingVerbs take another verb for what they bring about: 推动导致.
var drivingVerbs = wordsetOf(false, []string{"推动", "促使", "帮助", "促进", "迫使", "避免", "防止", "阻止", "倒逼", "可能"})

// governedVerb reports whether a modal, an adverb or a negation stands right before
// a verb, which is then no noun.
func (r *zhReader) governedVerb(v linkCue) bool {
	return slices.ContainsFunc(r.cues, func(c linkCue) bool { return c.end == v.start && c.is(r.filler|r.no|r.modal) })
}

// fromWhoseView drops what only says for whom or to whom a verb's link holds:
// 对白宫而言可使B.
func (r *zhReader) fromWhoseView(left stretch) stretch {
	if left.empty() || !slices.Contains([]rune("对就在于"), r.text[left.from]) {
		return left
	}
	for i := left.from + 2; i+2 <= min(left.to, left.from+16); i++ {
		if slices.Contains([]string{"而言", "来说", "来讲", "看来"}, string(r.text[i:i+2])) {
			left.from = i + 2
			return left
		}
	}
	return left
}

// placeless is a subject, unless it only says for whom or where: A,替邻国补上了B.
func (r *zhReader) placeless(k int, s stretch) stretch {
	if s.to-s.from < 3 || k == 0 || r.clauses[k-1].mark != ',' || r.inCue(s.from) {
		return s
	}
	where := r.text[s.from] == '在' && (s.to-s.from < 6 || slices.Contains([]rune("中上内里间"), r.text[s.to-1]))
	if where || r.text[s.from] == '替' {
		return stretch{s.to, s.to}
	}
	return s
}
