package extract

import (
	"slices"
	"strings"
	"unicode"

	"github.com/ententelab/entente"
)

// results finds verbs of causing in clause k: subject verb object, where the
// subject may be elided, a pronoun, or the clause before.
func (r *zhReader) results(k int) {
	c := r.clauses[k]
	from := c.start
	if _, when := r.whenAt(k); when || r.frames(k) {
		return
	}
	for _, v := range r.within(stretch{c.start, c.end}, r.cause|r.causeLess|r.semi|r.semiLess) {
		if v.start >= from && v.is(r.cause) && v.end < c.end && r.text[v.end] == '的' {
			r.broughtBy(stretch{from, v.start}, v, c.end)
		}
		if v.start < from || r.dreaded(v) || r.defined(v) || r.adnominal(v) || r.isNominal(v) || r.objectless(v, c.end) || r.undergone(v) || r.aimedAt(stretch{from, v.start}) {
			continue
		}
		d, ok := r.resultClaim(k, stretch{from, v.start}, v)
		if !ok {
			continue
		}
		r.add(d)
		if _, sub := r.opensAt(r.clause(k).from, r.reason|r.basis|r.cond); v.is(r.cause) && !sub {
			r.moreEffects(k, d)
		}
		from = d.effect.to
	}
}

// dreaded reports whether what a verb does is only feared: 担心引发反弹.
func (r *zhReader) dreaded(v linkCue) bool {
	n, _ := dreading.before(r.text, v.start, max(0, v.start-3))
	return n > 0 && (v.start == n || !strings.ContainsRune("的之种份此这", r.text[v.start-n-1]))
}

var dreading = wordsetOf(true, []string{"担心", "担忧", "唯恐", "生怕", "深恐", "惟恐", "顾虑", "害怕"})

var replacing = wordsetOf(false, []string{"取代", "替代", "代替"})

// broughtBy reads A引发的B: a noun that a cause is said of.
func (r *zhReader) broughtBy(left stretch, v linkCue, to int) {
	cause := r.subject(r.trimRight(left, r.filler, &manner{}))
	for i := cause.to - 3; i > cause.from; i-- {
		if slices.Contains([]rune("由因对了"), r.text[i]) && !r.inCue(i) {
			cause.from = i + 1
			break
		}
	}
	if cause.from < cause.to && slices.Contains([]rune("由因"), r.text[cause.from]) {
		cause.from++
	}
	cause = r.trimLeft(cause, r.adverb|r.aim|r.act) // 如何应对A带来的B
	effect := stretch{v.end + 1, min(to, v.end+15)}
	if c, ok := r.first(stretch{effect.from + 2, effect.to}, r.verb|r.modal|r.adverb|r.no|r.therefore|r.say); ok {
		effect.to = c.start
	}
	if cause.to-cause.from < 3 || r.isPronoun(cause) || zhNounsOnce().endsRelated(r.text, to) {
		return
	}
	r.add(draft{cause: cause, effect: effect, connective: v.stretch(), relation: "result", modality: "asserted",
		rule: "claim/zh/noun", rank: 3, sign: entente.Plus, listed: true})
}

// aimedAt reports whether a word for an aim stands before a verb, so that the
// verb is part of the aim.
func (r *zhReader) aimedAt(left stretch) bool {
	if _, ok := r.opensAt(r.trimLeft(left, r.opener).from, r.goal); ok && !r.endsWithLight(left.to) {
		return true
	}
	c, ok := r.last(left, r.purpose|r.with)
	return ok && (!c.is(r.with) || r.purposeVerbAt(c.end)) && !r.adnominal(c)
}

// endsWithLight reports whether a light verb starts at a place.
func (r *zhReader) endsWithLight(at int) bool {
	_, ok := r.opensAt(at, r.light)
	return ok
}

// adnominal reports whether a verb only describes the noun after it (导致的),
// or is itself a noun (的影响).
func (r *zhReader) adnominal(v linkCue) bool {
	if v.end == len(r.text) || !inWord(r.text[v.end]) || r.text[v.end] == '的' {
		return true
	}
	if v.end+1 < len(r.text) && strings.ContainsRune("式型性", r.text[v.end]) {
		return true // 分散式的部署
	}
	if v.start > 0 && r.text[v.start-1] == '把' || r.text[v.end] == '之' && !v.is(r.cause|r.causeLess) {
		return true // 把拖延读作敷衍, 遭改变之决心
	}
	if r.text[v.end] == '而' && v.start > 0 && r.text[v.start-1] == '的' {
		return true
	}
	if n, _ := complements.at(r.text, v.end, len(r.text)); n > 0 && v.is(r.semi|r.semiLess) {
		return true // 气氛缓和下来 has no object
	}
	if v.start == 0 || r.text[v.start-1] != '的' {
		return false
	}
	conceded, ok := r.opensAt(v.end, r.opener) // 华府的催逼固然粗糙
	return v.is(r.semi|r.semiLess|r.causeLess) || ok && conceded.end < len(r.text)
}

// believing are verbs whose object is what follows their comma.
var believing = wordsetOf(true, []string{"相信", "认为", "意识到", "认识到", "确信", "深信", "以为", "发现", "觉得", "看到", "明白", "体认到", "体会到", "感受到", "察觉到", "警觉到", "领悟到", "看清"})

// complements follow a verb that only says how its subject changes.
var complements = wordsetOf(false, []string{"下来", "起来", "下去", "开来", "不已", "无遗", "殆尽"})

// resultClaim reads the claim of one causing verb; left is what stands before it.
func (r *zhReader) resultClaim(k int, left stretch, v linkCue) (draft, bool) {
	d := draft{connective: v.stretch(), relation: "result", rule: "claim/zh/result", rank: 5, sign: entente.Plus}
	head := left.from
	said := subjectSaid(r, left)
	left = r.trimRight(left, r.filler|r.even, &d.manner)
	d.effect = stretch{v.end, r.effectEnd(v.end, r.clauses[k].end)}
	if n, _ := believing.before(r.text, d.effect.to, d.effect.from); n > 0 && d.effect.to == r.clauses[k].end && k+1 < len(r.clauses) && r.clauses[k].mark == ',' {
		d.effect.to = r.clauses[k+1].end // 使人相信,B
	}
	keepsVerb := !v.is(r.cause)
	if c, ok := r.first(stretch{left.to, v.start}, r.hence); ok && keepsVerb && r.drawn(k, c) {
		return d, false // A,B由此实现C
	}
	if pp, ok := r.governed(left, v); ok {
		d.effect.from, keepsVerb = pp, false
		left = r.trimRight(stretch{left.from, pp}, r.filler, &d.manner)
	} else if keepsVerb && !v.is(r.mean) {
		d.effect.from = v.start
	}
	if keepsVerb && movingWords.in(r.text, v.start, v.end) {
		return d, false // A变成B, with nothing that is moved
	}
	if turning.in(r.text, v.start, v.end) && strings.ContainsAny(string(r.text[left.from:left.to]), "把将") {
		return d, false // 将协议转化为行动
	}
	if d.effect.to-d.effect.from < 4 && r.text[v.end-1] == '于' && v.end-v.start > 2 {
		d.effect.from = v.start // 有利于日本
	}
	if v.is(r.turnsSign) {
		d.turn = v.stretch()
	}
	if v.is(r.no) && v.is(r.semi) { // 换不来B
		d.manner.denied, d.core = true, stretch{v.end, d.effect.to}
	}
	d.manner.denied = d.manner.denied || v.is(r.no)
	if replacing.in(r.text, v.start, v.end) && !d.manner.denied {
		return d, false // A取代B tells what comes instead; 小多边无法取代B denies that it does as much
	}
	d.manner.predicted = d.manner.predicted || slices.Contains([]rune("会将"), r.text[v.start])
	subject := r.placeless(k, r.bare(r.withoutTo(r.subject(r.fromWhoseView(left)))))
	if askingWords.in(r.text, max(left.from, v.start-3), v.start) || r.asked(v) {
		return d, false // 指标是总额是否突破
	}
	if r.exhorts(left) || r.willed(left, v, d.manner) || r.measures(v) || r.reaches(k, v) || r.turnedFrom(k, v) || r.asks(d.effect) || r.ranked(k, v) || r.identifies(v, k) {
		return d, false
	}
	if _, ok := r.opensAt(subject.from, r.affected); ok || r.isTime(subject) || !subject.empty() && keepsVerb && r.opensPhrase(subject.to-1, k, v) {
		return d, false
	}
	if c, ok := r.first(left, r.theMore); ok && c.end == left.to {
		return d, false // 越是加速B
	}
	if said && subject.empty() && keepsVerb {
		return d, false // 称今后将避免B
	}
	if !r.links(k, subject, v, d.manner, head, !keepsVerb) {
		return d, false
	}
	d.cause, d.about = r.causeOf(k, subject, head, v)
	_, chained := r.chained(k)
	if d.cause.empty() && (!(k == 0 || v.is(r.cause) && r.opensSentence(k)) && !chained || !subject.empty() && !r.isPronoun(subject)) {
		return d, false
	}
	if prior, ok := r.chained(k); ok && subject.empty() && prior.manner.predicted {
		d.manner.predicted = true
	}
	if n := len(r.drafts); n > 0 && v.start > 0 && r.text[v.start-1] == '、' && r.drafts[n-1].effect.to == v.start-1 {
		d.manner.predicted = d.manner.predicted || r.drafts[n-1].manner.predicted // 将有助于A、降低B
	}
	if n := d.cause.to - d.cause.from; n > 0 && n < 4 && !r.isNoun(d.cause) {
		return d, false
	}
	if m, ok := r.opensAt(d.cause.from, r.means); ok && d.cause == subject && m.end < d.cause.to-1 {
		d.cause.from = m.end // 光靠A不能B
	}
	if _, ok := r.opensAt(subject.from, r.means|r.use); ok && !r.nominalised(subject) {
		d.relation = "means" // 借助A增强B starts no chain
	}
	d.grounded = v.is(r.mean) && !d.manner.denied
	d.modality = d.manner.modality()
	return d, true
}

// opensSentence reports whether only openers stand before clause k: 最后,导致B.
func (r *zhReader) opensSentence(k int) bool {
	for n := range k {
		if !r.clause(n).empty() {
			return false
		}
	}
	return true
}

// isTime reports whether a stretch only says when: 到2027年度.
func (r *zhReader) isTime(s stretch) bool {
	return s.to-s.from > 2 && slices.Contains([]rune("年月日度"), r.text[s.to-1]) &&
		slices.ContainsFunc(r.text[s.from:s.to], unicode.IsDigit) && s.to-s.from < 14
}

// opensPhrase reports whether 为, 对 or 给 at a place governs the verb after it,
// and a light verb of clause k governs both: 为恢复对话创造条件.
func (r *zhReader) opensPhrase(at, k int, v linkCue) bool {
	_, ok := r.first(stretch{v.end, r.clauses[k].end}, r.light)
	return ok && slices.Contains([]rune("为对给"), r.text[at]) && !r.inCue(at)
}

// effectEnd is where the effect ends: at the clause's end, or before a word
// that opens a further link.
func (r *zhReader) effectEnd(from, end int) int {
	for i := from + 2; i < end-2; i++ {
		if r.text[i] == '、' && r.purposeVerbAt(i+1) {
			end = i
		}
	}
	for _, c := range r.cues {
		if c.start <= from+1 || c.end > end {
			continue
		}
		if c.is(r.with) && r.purposeVerbAt(c.end) || c.is(r.therefore) {
			return c.start
		}
		if c.is(r.verb) && r.coordinated(c.start) && c.start > from+2 {
			return c.start - 1
		}
	}
	return end
}

// coordinated reports whether a verb at a place follows 并 or 且 directly.
func (r *zhReader) coordinated(at int) bool {
	return at > 0 && slices.Contains([]rune("并且"), r.text[at-1])
}

// governed finds the phrase with 对, 给, 为 that says what a light verb acts on,
// as in 对地区稳定造成冲击, or with 将, 把 what is moved, as in 将日本推向前沿.
func (r *zhReader) governed(left stretch, v linkCue) (at int, ok bool) {
	if !v.is(r.light) {
		return r.moved(left, v)
	}
	for i := left.from + 2; i < left.to; i++ {
		if r.text[i] == '给' && !r.inCue(i) {
			return i, true
		}
	}
	for i := left.to - 1; i >= left.from; i-- {
		if slices.Contains([]rune("对给为向"), r.text[i]) && !r.inCue(i) {
			if n, _ := standsFor.at(r.text, i, left.to); n > 0 {
				continue
			}
			return i, true
		}
	}
	return 0, false
}

// standsFor are what one thing is for another: 以规则为基础的秩序.
var standsFor = wordsetOf(false, []string{"为基础", "为核心", "为中心", "为主", "为首", "为导向", "为重点", "为依托", "为支点", "为前提", "为目标", "为目的", "为原则", "为纽带", "为代表", "为特征", "为标志", "为由", "为名", "为支柱", "为基石", "为号召", "为口号", "为旗号", "为借口", "为理由", "为粮", "为食", "为生", "为荣", "为条件", "为后盾", "为掩护", "为诉求", "为主轴", "为噱头"})

// moved finds what a verb moves somewhere: 把国家拖入战争.
func (r *zhReader) moved(left stretch, v linkCue) (at int, ok bool) {
	for i := left.to - 2; i > left.from; i-- {
		if r.text[i] == '把' && !r.inCue(i) || r.text[i] == '将' && strings.ContainsRune("入进向上回及成", r.text[v.end-1]) {
			return i, true
		}
	}
	return 0, false
}

// turning says what becomes of a thing, unless somebody makes it so.
var turning = wordsetOf(false, []string{"转化"})

// movingWords only mark a link where 把 or 将 says what is moved.
var movingWords = wordsetOf(false, []string{"推回", "推及", "推给", "变成", "改造为", "改造成"})

// inCue reports whether the rune at i is inside a longer word of the data.
func (r *zhReader) inCue(i int) bool {
	for _, c := range r.cues {
		if c.start <= i && i < c.end {
			return c.end-c.start > 1
		}
	}
	return false
}

// subject is the subject among what stands before a verb: without openers, and
// after the verb of saying that reports it.
func (r *zhReader) subject(left stretch) stretch {
	left = r.trimLeft(left, r.opener|r.modal|r.reason|r.basis)
	if c, ok := r.last(left, r.source); ok && c.end < left.to && (r.text[c.end-1] == '为' || r.text[c.end-1] == '于' && r.text[c.end-2] == '由') {
		left.from = c.end // B,是因为A限制了C
	}
	if c, ok := r.last(left, r.therefore); ok && c.end == left.to {
		left.to = c.start // 政府因此推动
	}
	deed, described := r.last(left, r.deed)
	described = described && deed.end == left.to
	if c, ok := r.last(left, r.say); ok && !described && c.end < left.to && r.text[c.end] != '的' {
		left.from = c.end
		left = r.trimLeft(left, r.opener|r.modal)
	}
	return r.tidy(r.trimRight(r.tidy(left), r.filler, &manner{}))
}

// withoutTo drops a phrase of 为, 对 or 给 at the end of a subject: 制度化为双方.
func (r *zhReader) withoutTo(s stretch) stretch {
	if i := r.placedAt(s); i > 0 {
		return r.tidy(r.trimRight(stretch{s.from, i}, r.filler, &manner{})) // 收缩在对日政策上
	}
	for i := s.to - 2; i > s.from+3 && i >= s.to-6; i-- {
		if r.text[i] == '为' && slices.Contains(r.text[s.from:i], '以') {
			break // 以他国为盾牌的安排
		}
		if slices.Contains([]rune("为给"), r.text[i]) && !r.inCue(i) {
			return r.tidy(stretch{s.from, i})
		}
	}
	return s
}

// links reports whether verb and subject make a causal link. Verbs that always
// mark one need nothing else; others do after an event, a pronoun for one, or
// a claim whose chain they continue.
func (r *zhReader) links(k int, subject stretch, v linkCue, m manner, head int, given bool) bool {
	if v.is(r.cause | r.causeLess) {
		return !(subject.empty() && k == 0 && head == r.clauses[0].start && !m.predicted && v.is(r.causeLess))
	}
	if leadsTowards.in(r.text, v.start, v.end) && !m.predicted && !m.denied {
		return false // 走向 tells a link only of what may or will not come
	}
	switch {
	case subject.empty() && k > 0 && !given && r.tells(k-1):
		return r.continues(k, head) // 首相重申A,不会威胁B
	case subject.empty():
		if _, keeps := r.sharedSubject(k); keeps {
			return true
		}
		if k > 0 && v.start == r.trimLeft(r.clause(k), r.adverb|r.modal).from && r.text[v.start] == '让' && r.clauses[k-1].mark == ',' && len(r.within(r.clause(k-1), r.modal|r.ought)) == 0 {
			return true // A,让人B
		}
		if _, pivot := r.opensAt(v.end, r.somebody); pivot && k > 0 && slices.Contains([]rune("也还更却反"), r.text[r.clause(k-1).to+1]) {
			return true // A,也推动东京B
		}
		return r.continues(k, head) || m.predicted && (r.heading || k > 0) || k > 0 && (given || m.denied || r.text[v.end] == '了')
	case r.plainActor(subject):
		return false
	case r.isPronoun(subject):
		return true
	case m.predicted, m.denied:
		return true
	}
	if v.end < len(r.text) && r.text[v.end] == '了' && r.bringsAbout(subject) {
		return true
	}
	if n, _ := progressWords.before(r.text, v.start, subject.to); n > 0 && subject.to-subject.from > 2 && !r.isAgent(subject) {
		return true // 负担转嫁正在改变B
	}
	_, verbFirst := r.opensAt(subject.from, r.verb|r.with)
	matrix := r.within(subject, r.matrix)
	return (r.eventful(subject) || r.isThing(subject) || r.strikes(subject)) && !verbFirst && (len(matrix) == 0 || r.nominalised(subject))
}

// leadsTowards are verbs for where things are heading.
var leadsTowards = wordsetOf(false, []string{"走向", "滑向", "倒向"})

var progressWords = wordsetOf(true, []string{"正在", "正"})

// continues reports whether a claim was found just before: in this clause
// before head, or in the clause before.
func (r *zhReader) continues(k, head int) bool {
	if head > r.clauses[k].start {
		return true
	}
	_, ok := r.chained(k)
	return ok
}

// chained returns the claim whose effect stands in the clause before k.
func (r *zhReader) chained(k int) (draft, bool) {
	if k == 0 {
		return draft{}, false
	}
	before := stretch{r.clauses[k-1].start, r.clauses[k-1].end}
	for i := len(r.drafts) - 1; i >= 0; i-- {
		if d := r.drafts[i]; d.relation == "result" && d.effect.overlap(before) > 0 {
			return d, true
		}
	}
	return draft{}, false
}

// chainedTo is chained for what follows from a claim with the word m: what goes
// along with it goes along with a condition too, 一旦A,C,B随之D.
func (r *zhReader) chainedTo(k int, m linkCue) (draft, bool) {
	d, ok := r.chained(k)
	if ok || k == 0 || !strings.ContainsRune("随跟", r.text[m.start]) {
		return d, ok
	}
	for i := len(r.drafts) - 1; i >= 0; i-- {
		if d := r.drafts[i]; d.relation == "condition" && d.effect.overlap(r.clause(k-1)) > 0 {
			return d, true
		}
	}
	return draft{}, false
}

// moreEffects adds the clauses that go on listing what a verb brings about:
// 使A上升,B下降,C更趋平等.
func (r *zhReader) moreEffects(k int, d draft) {
	for n := k + 1; n < len(r.clauses) && n <= k+2 && r.clauses[n-1].mark == ','; n++ {
		next := stretch{r.clauses[n].start, r.clauses[n].end}
		if _, ok := r.opensAt(next.from, r.contrast|r.therefore|r.purpose|r.with|r.goal|r.reason|r.pronoun|r.cond); ok {
			return
		}
		if len(r.within(next, r.cause|r.causeLess|r.say|r.hence)) > 0 {
			return
		}
		if r.ownLink(next) || !r.takesClause(d.connective) && !r.goesOnWith(n) {
			return
		}
		more := d
		more.effect, more.rank = r.trimLeft(next, r.opener|r.adverb), 3
		more.rule = "claim/zh/series"
		r.add(more)
	}
}

// ownLink reports whether a clause says more than what follows from the verb
// before it: what ought to be, what is, or a link with a subject of its own.
func (r *zhReader) ownLink(s stretch) bool {
	if s.empty() || r.text[s.to-1] == '的' || r.text[s.from] == '是' || len(r.within(s, r.ought)) > 0 {
		return true
	}
	if no, ok := r.first(s, r.no); ok && r.text[no.end-1] == '是' || strings.HasPrefix(string(r.text[s.from:s.to]), "而是") {
		return true // 居民得到的不是安全
	}
	if r.states(s) {
		return true
	}
	v, ok := r.predicate(s)
	return ok && v.is(r.semi|r.semiLess) && r.isThing(r.subject(stretch{s.from, v.start}))
}

// states reports whether a clause only states a fact: it gives a figure or a
// source, or makes somebody do something itself.
func (r *zhReader) states(s stretch) bool {
	return slices.ContainsFunc(r.text[s.from:s.to], unicode.IsDigit) || len(r.within(s, r.source)) > 0 || statingWords.in(r.text, s.from, s.to)
}

var statingWords = wordsetOf(false, []string{"可见", "让", "说“", "说「", "在于", "还在", "就在", "就此", "在此"})

// inWord reports whether a rune may go on a clause: not a mark.
func inWord(r rune) bool {
	return !slices.Contains([]rune(",;:。.、!?)”"), r)
}
