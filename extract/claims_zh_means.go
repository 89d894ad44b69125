package extract

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// withMeans reads 以A牵制B, where A is a thing. 以A为B is none.
func (r *zhReader) withMeans(m linkCue, to int) {
	if r.amount(m.end) {
		return // 以约300亿美元购买
	}
	for _, v := range r.within(stretch{m.end + 1, to}, r.verb|r.goal) {
		if v.is(r.goal) || v.start-m.end > 14 || v.start-m.end < 2 {
			return
		}
		if r.adnominal(v) || !r.endsNoun(v.start) || !v.is(r.aim|r.act|r.semi|r.semiLess) {
			continue
		}
		d := r.purposeDraft(m.stretch(), stretch{m.end, v.start}, stretch{v.start, r.effectEnd(v.end, to)})
		d.relation, d.rule, d.rank, d.listed = "means", "claim/zh/with", 3, true
		r.add(d)
		return
	}
}

// asTool reads 将A作为B的工具.
func (r *zhReader) asTool(m linkCue, from int) {
	as, ok := r.last(stretch{from, m.start}, r.regard)
	if !ok || m.start-as.end < 2 {
		return
	}
	object, ok := r.last(stretch{from, as.start}, r.moveObj)
	if !ok {
		return
	}
	d := r.purposeDraft(as.stretch(), stretch{object.end, as.start}, stretch{as.end, m.start})
	d.relation, d.rule = "means", "claim/zh/tool"
	r.add(d)
}

// tradedFor reads 以A换取B.
func (r *zhReader) tradedFor(m, x linkCue, to int) {
	effect := stretch{x.start, to}
	for i := x.end; i+1 < to; i++ {
		if r.text[i] == '、' && r.text[i+1] == '以' {
			effect.to = i // 以A换B、以C换D
			break
		}
	}
	if x.is(r.come) {
		effect.from = x.end
	}
	const shortest = 3 // characters of an exchange that describes a noun
	if of := slices.Index(r.text[effect.from:effect.to], '的'); of >= shortest && slices.ContainsFunc(zhSchemes, func(n string) bool {
		return strings.HasPrefix(string(r.text[effect.from+of+1:effect.to]), n)
	}) {
		effect.to = effect.from + of // 以A换B的策略
	}
	d := r.purposeDraft(m.stretch(), stretch{m.end, x.start}, effect)
	d.rule = "claim/zh/exchange"
	if slices.Contains(zhGot, string(r.text[x.start:x.end])) {
		d.relation, d.modality = "result", "asserted"
		if will, ok := r.last(stretch{m.end, x.start}, r.modal); ok && will.end == x.start {
			d.cause, d.rule = r.subject(stretch{r.clauseFrom(m.start), will.start}), "claim/zh/result"
			r.note(will, &d.manner) // 以武力求安全的努力终将换来B: 以 stands inside what brings B
			d.modality = d.manner.modality()
		}
	}
	r.add(d)
}

// zhSchemes name what an exchange is.
var zhSchemes = []string{"策略", "做法", "战略", "思路", "交易", "逻辑", "路径", "路线", "模式", "办法", "算盘", "方针", "安排", "方式", "政策", "构想", "谋略", "手法"}

// zhGot say of an exchange that the other side of it was got, and not only wanted.
var zhGot = []string{"换来", "换得"}

// mannerOf reads 以A的方式B.
func (r *zhReader) mannerOf(m, e linkCue, end int) {
	effect := stretch{e.end, r.effectEnd(e.end, end)}
	for i := effect.from + 3; i < effect.to; i++ {
		if r.text[i] == '是' && !r.inCue(i) {
			effect.to = i
		}
	}
	if c, ok := r.opensAt(effect.from, r.come); ok {
		effect.from = c.end
	}
	if next := r.nextClause(end); effect.to-effect.from < 2 && !next.empty() {
		if effect = next; !r.purposeVerbAt(next.from) {
			effect = r.mainPart(next) // 以A为借口,B
		}
	}
	pretext := string(r.text[e.start:e.end]) == "为由" && effect.to-effect.from > 3
	if !r.purposeVerbAt(effect.from) && !pretext {
		return
	}
	d := r.purposeDraft(m.stretch(), stretch{m.end, e.start}, effect)
	d.relation, d.modality, d.rule = "means", "asserted", "claim/zh/means"
	r.add(d)
}

// nextClause is the clause after the comma at a place.
func (r *zhReader) nextClause(at int) stretch {
	for k, c := range r.clauses[:max(0, len(r.clauses)-1)] {
		if c.end == at && c.mark == ',' {
			return r.clause(k + 1)
		}
	}
	return stretch{}
}

// meansOf reads 通过A实现B, and 通过A,实现B. The aim begins at the first verb
// after A has begun.
func (r *zhReader) meansOf(k int, m linkCue) {
	c := r.clauses[k]
	if string(r.text[m.start:m.end]) == "通过" && m.start > c.start && slices.Contains([]rune("案法议》"), r.text[c.end-1]) {
		return // a bill is passed
	}
	if r.sustains(k, m) {
		return
	}
	d := r.purposeDraft(m.stretch(), stretch{m.end, c.end}, stretch{})
	d.relation, d.modality, d.rule, d.rank = "means", "asserted", "claim/zh/means", 4
	if r.meant(m.start) {
		d.relation, d.modality = "purpose", "intended"
	}
	for i := m.end + 2; i < c.end-4 && r.text[m.start] == '借'; i++ {
		if r.text[i] == '为' && !r.inCue(i) && len(r.within(stretch{i, c.end}, r.light|r.cause)) > 0 {
			d.cause, d.effect, d.rank = stretch{m.end, i}, stretch{i, c.end}, 6
			r.add(d) // 借A为B制造C
			return
		}
	}
	for _, v := range r.within(stretch{m.end + 2, c.end}, r.verb|r.come) {
		if r.adnominal(v) || !r.endsNoun(v.start) {
			continue
		}
		if string(r.text[v.start:v.end]) == "提供" && slices.Contains(r.text[m.end:v.start], '向') {
			return // 通过A向B提供C
		}
		d.cause = r.trimRight(stretch{m.end, v.start}, r.filler, &d.manner)
		d.effect = stretch{v.start, r.effectEnd(v.end, c.end)}
		if d.manner.denied {
			d.modality = "denied"
		}
		if v.is(r.come) {
			d.effect.from = v.end
		}
		r.add(d)
		return
	}
	if c.mark == ',' && k+1 < len(r.clauses) && m.start == r.clause(k).from {
		d.effect = r.mainPart(r.clause(k + 1))
		if no, ok := r.first(stretch{d.effect.from, min(d.effect.from+4, d.effect.to)}, r.no); ok && alone.in(r.text, m.start, m.end) {
			d.effect.from, d.modality = no.end, "denied" // 单靠A,并不足以B
		}
		r.add(d)
	}
}

// alone say that a means is the only one.
var alone = wordsetOf(false, []string{"单靠", "仅靠", "只靠", "光靠", "单凭", "仅凭", "只凭", "光凭"})

// meant reports whether a word for an aim ends at a place: 企图借A.
func (r *zhReader) meant(at int) bool {
	if before := string(r.text[max(0, at-8):at]); strings.HasSuffix(before, "是,") && slices.ContainsFunc(zhIntents, func(w string) bool { return strings.Contains(before, w) }) {
		return true // 其盘算是,通过A
	}
	return slices.ContainsFunc(r.cues, func(c linkCue) bool {
		return c.end == at && (c.is(r.purpose) || slices.Contains(zhMeaning, string(r.text[c.start:c.end])))
	})
}

// zhIntents are what somebody has in mind: 其盘算是.
var zhIntents = []string{"盘算", "算盘", "目的", "意图", "用意", "打算", "考虑"}

// zhMeaning say of what follows that somebody wants or asks for it.
var zhMeaning = []string{"想", "欲", "希望", "打算", "准备", "计划", "寄望", "盼", "期盼", "期望", "主张", "呼吁", "建议"}

// sustains reads B靠A维持 and B是靠A维持的: the verb has no object.
func (r *zhReader) sustains(k int, m linkCue) bool {
	c := r.clauses[k]
	end := c.end
	end -= tailOf(string(r.text[c.start:end]), "起来的", "出来的", "来的", "的", "下去")
	from := end - 2
	if slices.Contains([]rune("换买赚挣"), r.text[end-1]) {
		from = end - 1
	}
	var how manner
	effect := r.subject(r.trimRight(stretch{c.start, m.start}, r.filler, &how))
	if effect.to > effect.from && r.text[effect.to-1] == '是' {
		effect = r.subject(r.trimRight(stretch{c.start, effect.to - 1}, r.filler, &how))
	}
	if n := len(r.drafts); effect.empty() && n > 0 && r.drafts[n-1].rule == "claim/zh/sustain" {
		effect = r.drafts[n-1].effect // B不是靠A维持的,而是靠C维持的
	}
	if from <= m.end+1 || !slices.Contains(zhSustain, string(r.text[from:end])) || effect.empty() {
		return false
	}
	cause := r.trimRight(stretch{m.end, from}, r.filler|r.come, &manner{})
	d := r.reasonDraft(m.stretch(), cause, effect)
	d.relation, d.rule = "means", "claim/zh/sustain"
	if how.denied {
		d.modality = "denied"
	}
	r.add(d)
	return true
}

// zhSustain are verbs for what keeps something going.
var zhSustain = []string{"维持", "维系", "支撑", "支持", "运转", "推动", "保障", "驱动", "维护", "保证", "实现", "换来", "买来", "换", "买", "赚", "挣", "赢得", "积累", "建立", "铸就", "造就", "促成", "决定", "拉动", "带动"}

// tailOf returns the length in runes of the first of some endings that a text
// has.
func tailOf(text string, endings ...string) int {
	for _, e := range endings {
		if strings.HasSuffix(text, e) {
			return utf8.RuneCountInString(e)
		}
	}
	return 0
}

// byWhom reads B由A造成, B(不)是由A决定的, B为A所左右.
func (r *zhReader) byWhom(k int) {
	c := r.clauses[k]
	end := c.end
	if end > c.start && r.text[end-1] == '的' {
		end -= tailOf(string(r.text[max(c.start, end-3):end]), "起来的", "而成的", "出来的", "的")
	}
	v, ok := r.last(stretch{c.start, end}, r.cause|r.causeLess|r.semi|r.semiLess)
	if !ok || v.end < end {
		return
	}
	for i := v.start - 3; i > c.start+1; i-- {
		if r.text[i] != '由' || r.inCue(i) {
			continue
		}
		if r.isAgent(stretch{i + 1, v.start}) || slices.Contains([]string{"构成", "提供"}, string(r.text[v.start:v.end])) {
			return // 由届时的政府决定, 由两部分构成
		}
		if slices.ContainsFunc(r.text[i+1:v.start], func(c rune) bool { return c == '向' || c == '至' || c == '到' }) {
			return // 由“协调型”向“一体化型”演变
		}
		var how manner
		left := stretch{c.start, i}
		if r.text[i-1] == '是' {
			left.to--
			if how.denied = r.text[i-2] == '不'; how.denied {
				left.to--
			}
		}
		effect := r.subject(r.trimRight(left, r.filler, &how))
		d := r.reasonDraft(stretch{i, i + 1}, r.trimRight(stretch{i + 1, v.start}, r.filler|r.therefore, &manner{}), effect)
		if d.rule = "claim/zh/by"; how.denied {
			d.modality = "denied"
		}
		if !effect.empty() && !r.plainActor(effect) && (len(r.within(d.cause, r.somebody)) == 0 || r.eventful(d.cause)) {
			r.add(d)
		}
		return
	}
}

// useOf reads 利用A来B and 联合A遏制B: what is used, and for what.
func (r *zhReader) useOf(k int, m linkCue) bool {
	c := r.clauses[k]
	var aim linkCue
	for _, v := range r.within(stretch{m.end, c.end}, r.verb|r.come|r.matrix) {
		switch {
		case v.is(r.come) && !r.purposeVerbAt(v.end):
		case v.is(r.matrix) && !v.is(r.verb):
			if aim.end == 0 {
				return false
			}
		case r.adnominal(v) || !r.endsNoun(v.start) || v.start == m.end && !r.named(m):
		case v.is(r.come):
			aim = v
		case aim.end == 0 || !aim.is(r.come) && v.is(r.aim|r.semiLess):
			aim = v
		}
	}
	if aim.end == 0 || !aim.is(r.come|r.aim|r.semi|r.semiLess) {
		return false
	}
	d := r.purposeDraft(m.stretch(), stretch{m.start, aim.start}, stretch{aim.start, r.effectEnd(aim.end, c.end)})
	if aim.is(r.come) {
		d.effect.from = aim.end
	}
	d.rule, d.rank = "claim/zh/use", 4
	r.add(d)
	return true
}

// named reports whether a verb names with whom: 联日.
func (r *zhReader) named(m linkCue) bool {
	return slices.Contains([]rune("日美韩菲澳台"), r.text[m.end-1])
}

// endsNoun reports whether a phrase can end before a place: not after 的, a
// conjunction or an adverb.
func (r *zhReader) endsNoun(at int) bool {
	switch r.text[at-1] {
	case '的', '和', '与', '及', '、', '并', '地', '更':
		return false
	}
	return true
}

// wayTo reads A是B的有效途径, and A,是维系B的重要纽带.
func (r *zhReader) wayTo(k int, m linkCue) {
	c := r.clauses[k]
	of := m.start
	for of > c.start && of > m.start-7 && r.text[of] != '的' {
		of--
	}
	for i := of - 1; i >= c.start; i-- {
		length, deny := zhNounsOnce().become.before(r.text, i+1, c.start)
		if length == 0 || deny == 1 || i > length && r.text[i-length] == '被' {
			continue
		}
		v, ok := r.first(stretch{i + 1, of}, r.verb)
		cause := r.subject(stretch{c.start, i + 1 - length})
		if cause.empty() && k > 0 {
			cause = r.before(k)
		}
		if !ok || v.start > i+3 || cause.empty() || r.plainActor(cause) {
			return
		}
		d := r.purposeDraft(m.stretch(), cause, stretch{v.start, of})
		d.relation, d.modality, d.rule, d.rank = "means", "asserted", "claim/zh/way", 5
		r.add(d)
		return
	}
}
