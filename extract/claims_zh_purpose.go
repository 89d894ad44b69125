package extract

import (
	"slices"
	"strings"
	"unicode"

	"github.com/ententelab/entente"
)

// purposes finds aims and means in clause k: A以B; 为B,A; A,旨在B; 通过A实现B;
// 利用A来B; 以A的方式B.
func (r *zhReader) purposes(k int) {
	c := stretch{r.clauses[k].start, r.clauses[k].end}
	for _, m := range r.within(c, r.with) {
		if tailOf(string(r.text[c.from:c.to]), "视之", "论之", "言之", "观之", "待之") > 0 {
			break // 以惩罚视之
		}
		if e, ok := r.first(stretch{m.end, c.to}, r.cost); ok && e.end < c.to-2 {
			d := r.purposeDraft(m.stretch(), stretch{e.end, c.to}, stretch{m.end, e.start})
			d.relation, d.modality, d.rule = "result", "asserted", "claim/zh/cost"
			r.add(d)
		} else if e, ok := r.first(stretch{m.end, c.to}, r.manner); ok {
			r.mannerOf(m, e, c.to)
		} else if x, ok := r.first(stretch{m.end + 2, c.to}, r.exchange); ok && !r.adnominal(x) {
			r.tradedFor(m, x, c.to)
		} else if r.standsFor(m.end, c.to) {
			continue // 以缩小落差为号召
		} else if r.purposeVerbAt(r.afterPlace(m.end, c.to)) {
			r.withAim(k, m)
		} else {
			r.withMeans(m, c.to)
		}
	}
	if m, ok := r.last(c, r.tool); ok {
		r.asTool(m, c.from)
	}
	open := r.clause(k)
	if m, ok := r.first(open, r.goal); ok && m.end-m.start < 3 {
		r.doneFor(m, open)
		_, sub := r.opensAt(r.clauses[k].start, r.cond|r.reason|r.even)
		if m.start > open.from && !sub && slices.Index(r.text[m.end:open.to], '而') < 0 && r.purposeVerbAt(m.end) && r.plainActor(r.subject(stretch{open.from, m.start})) {
			r.inOrderTo(k, m) // 政府为落实B,A
		}
	}
	if m, ok := r.opensAt(open.from, r.goal); ok {
		r.inOrderTo(k, m)
	}
	for _, m := range r.within(c, r.purpose|r.strive) {
		if m.is(r.strive) && m.start > open.from || r.adnominal(m) || r.notMeant(m, c.to) {
			continue
		}
		if r.aimOf(k, m) {
			break
		}
	}
	if m, ok := r.first(c, r.use); ok {
		r.useOf(k, m)
	}
	if m, ok := r.first(c, r.means); ok {
		r.meansOf(k, m)
	}
	if m, ok := r.first(c, r.come); ok && r.purposeVerbAt(m.end) {
		r.comeTo(k, m)
	}
	if m, ok := r.opensAt(r.trimLeft(open, r.adverb).from, r.aim|r.semi|r.semiLess); ok {
		r.apposed(k, m)
	}
}

// standsFor reports whether what follows 以 is only taken for something: 以规则为基础.
func (r *zhReader) standsFor(at, to int) bool {
	for i := at + 1; i < to; i++ {
		if n, _ := standsFor.at(r.text, i, to); n > 0 {
			return true
		}
	}
	return false
}

// notMeant reports whether a mark of purpose is none: the name of a school of thought
// (意图论者), 以防 that begins a reason (以防灾为由), or what describes what is moved
// (把有意观望的华府拖进战局).
func (r *zhReader) notMeant(m linkCue, to int) bool {
	switch word := string(r.text[m.start:m.end]); {
	case word == "以防":
		return r.standsFor(m.end, to)
	case word == "意图" && m.end < to:
		return r.text[m.end] == '论' || r.text[m.end] == '者'
	}
	ba := slices.Index(r.text[max(0, m.start-8):m.start], '把')
	return ba >= 0 && slices.Contains(r.text[m.end:to], '的')
}

// purposeVerbAt reports whether a verb of action starts at a place, perhaps
// after adverbs.
func (r *zhReader) purposeVerbAt(at int) bool {
	for {
		c, ok := r.opensAt(at, r.verb|r.adverb)
		if !ok {
			return false
		}
		if c.is(r.verb) {
			return true
		}
		at = c.end
	}
}

// afterPlace is where a phrase goes on after one that says where or when: 以在
// 五年内节省.
func (r *zhReader) afterPlace(at, to int) int {
	if at >= to || r.text[at] != '在' || r.inCue(at) {
		return at
	}
	for i := at + 2; i < min(to, at+12); i++ {
		if slices.Contains([]rune("内中上下间前后里"), r.text[i]) && !r.inCue(i) {
			return i + 1
		}
	}
	return at
}

func (r *zhReader) purposeDraft(m stretch, cause, effect stretch) draft {
	return draft{cause: cause, effect: effect, connective: m, relation: "purpose", modality: "intended",
		rule: "claim/zh/purpose", rank: 6, sign: entente.Plus}
}

// withAim reads A以B, and A,以B.
func (r *zhReader) withAim(k int, m linkCue) {
	cause := r.mainPart(stretch{r.clauses[k].start, m.start})
	if cause.to-cause.from < 2 && k > 0 {
		cause = r.mainPart(r.before(k))
	}
	if cause.empty() || r.plainActor(cause) {
		return
	}
	r.add(r.purposeDraft(m.stretch(), cause, stretch{m.end, r.clauses[k].end}))
}

// inOrderTo reads 为B,A. With a light verb 为 names who gets something.
func (r *zhReader) inOrderTo(k int, m linkCue) {
	c := r.clauses[k]
	if k+1 >= len(r.clauses) || c.mark != ',' || len(r.within(stretch{m.end, c.end}, r.light)) > 0 {
		return
	}
	if er := slices.Index(r.text[m.end:c.end], '而'); er > 0 && r.adnominalDeed(m.end+er+1, c.end) {
		return // 为吓阻而做的事
	}
	next := k + 1
	for next < len(r.clauses)-1 && (r.frames(next) || r.endsFrame(next)) {
		next++
	}
	cause := r.withoutActor(r.mainPart(r.clause(next)))
	if next+1 < len(r.clauses) && r.clauses[next].mark == ',' && (r.resumes(next+1) || r.subjectless(next+1)) {
		cause.to = r.clauses[next+1].end
	}
	r.add(r.purposeDraft(m.stretch(), cause, stretch{m.end, c.end}))
}

// withoutActor drops who does something, and when, before what is done: 防卫省
// 于3月24日成立司令部.
func (r *zhReader) withoutActor(s stretch) stretch {
	at := s.from
	for _, n := range r.names {
		if n.from == s.from && n.to > at {
			at = n.to
		}
	}
	if c, ok := r.opensAt(s.from, r.somebody); ok && c.end > at {
		at = c.end
	}
	if at == s.from || at >= s.to || !slices.Contains([]rune("于在自"), r.text[at]) {
		return s
	}
	for i := min(s.to-4, at+16); i > at; i-- {
		dated := unicode.IsDigit(r.text[i-1]) || strings.ContainsRune("〇○一二三四五六七八九十年月", r.text[i-1])
		if dated && strings.ContainsRune("年月日度初底末", r.text[i]) && !strings.ContainsRune("年月日度初底末的", r.text[i+1]) {
			return stretch{i + 1, s.to}
		}
	}
	return s
}

// doneFor reads 为A而B in one clause.
func (r *zhReader) doneFor(m linkCue, c stretch) {
	for i := m.end + 3; i < c.to-2; i++ {
		if r.text[i] == '而' && !r.inCue(i) && r.purposeVerbAt(m.end) && !r.adnominalDeed(i+1, c.to) {
			r.add(r.purposeDraft(m.stretch(), r.mainPart(stretch{i + 1, c.to}), stretch{m.end, i}))
			return
		}
	}
	if len(r.within(c, r.light)) > 0 || !r.purposeVerbAt(m.end) || !r.plainActor(r.subject(stretch{c.from, m.start})) {
		return
	}
	if x, ok := r.first(stretch{m.end + 4, c.to - 2}, r.matrix); ok && x.end-x.start > 1 && !r.adnominal(x) && r.endsNoun(x.start) {
		aim := r.trimRight(stretch{m.end, x.start}, r.filler, &manner{})
		r.add(r.purposeDraft(m.stretch(), stretch{x.end, c.to}, aim)) // 政府为A考虑B
	}
}

// adnominalDeed reports whether 为A而做的事 only describes a thing: one verb of a
// letter and 的.
func (r *zhReader) adnominalDeed(at, to int) bool { return at+1 < to && r.text[at+1] == '的' }

// endsFrame reports whether a clause ends like a frame after its matrix verb:
// 主张在过去成功的基础上.
func (r *zhReader) endsFrame(k int) bool {
	c := r.clause(k)
	end, ok := r.last(c, r.frameEnd)
	_, in := r.first(c, r.in)
	return ok && in && end.end == c.to
}

// aimOf reads A,旨在B, and A旨在B where A is something done.
func (r *zhReader) aimOf(k int, m linkCue) bool {
	left := r.trimRight(stretch{r.clauses[k].start, m.start}, r.filler, &manner{})
	if n := len(r.text[left.from:left.to]); n > 0 && slices.Contains([]rune("并和"), r.text[left.to-1]) {
		return false
	}
	left = r.tidy(r.subject(left))
	if want, ok := r.last(left, r.say|r.matrix); ok && want.end == left.to && r.plainActor(stretch{left.from, want.start}) {
		left = stretch{} // A,东京希望借此B
	}
	d := r.purposeDraft(m.stretch(), left, stretch{m.end, r.clauses[k].end})
	if w := string(r.text[m.start:m.end]); w == "以免" || w == "免得" || w == "以防" || w == "以防止" {
		d.sign = entente.Minus
	}
	if m.is(r.no) || strings.HasPrefix(string(r.text[r.clauses[k].start:m.start]), "与其说") {
		d.modality = "denied"
	}
	if c, ok := r.opensAt(d.effect.from, r.say); ok && c.end == d.effect.to || slices.Contains([]string{"说明", "证明", "论证", "解释", "表明", "回答"}, string(r.text[d.effect.from:d.effect.to])) {
		return false // 本文试图说明
	}
	n := len(r.drafts)
	switch {
	case left.empty() && n > 0 && k > 0 && r.drafts[n-1].rule == d.rule && r.drafts[n-1].effect.overlap(r.clause(k-1)) > 0:
		d.cause = r.drafts[n-1].cause // A不仅是为了C,也是为了B
	case left.to-left.from > 1 && r.isPronoun(left) && (k == 0 || r.before(k).empty()):
		d.cause = left // 此举旨在B
	case left.empty() || r.isPronoun(left):
		if k == 0 {
			return false
		}
		before := k
		if c, ok := r.opensAt(r.clauses[k-1].start, r.no); before > 1 && (ok && c.end < r.clauses[k-1].end || strings.HasPrefix(string(r.text[r.clauses[k-1].start:r.clauses[k-1].end]), "与其说")) {
			before-- // A,不是因为C,而是为了B; A,与其说是出于C,不如说是为了B
		}
		if d.cause = r.mainPart(r.before(before)); d.cause.empty() {
			return false
		}
	case r.plainActor(left) || r.isAgent(left):
		return false
	}
	if u, ok := r.opensAt(d.effect.from, r.use); ok && r.useOf(k, u) {
		return true
	}
	if _, ok := r.opensAt(d.effect.from, r.means); ok {
		return true // 企图借A实现B: A is meant for B
	}
	r.add(d)
	for n := k + 1; n < len(r.clauses) && r.clauses[n-1].mark == ','; n++ {
		open := r.clause(n)
		if _, ok := r.opensAt(open.from, r.aim); !ok || left.empty() {
			break
		}
		more := d
		more.effect = open
		r.add(more)
	}
	return true
}

// isAgent reports whether a phrase ends in a word for people: 保守派, 决策者.
func (r *zhReader) isAgent(s stretch) bool {
	return s.to > s.from && slices.Contains([]rune("者派们人士界层"), r.text[s.to-1]) && !r.nominalised(s)
}

// comeTo reads A来B.
func (r *zhReader) comeTo(k int, m linkCue) {
	left := stretch{r.clauses[k].start, m.start}
	if _, ok := r.first(left, r.means|r.manner|r.use); ok {
		return
	}
	cause := r.mainPart(left)
	for i := cause.to - 3; i >= cause.from; i-- {
		if slices.Contains([]rune("用拿"), r.text[i]) && !r.inCue(i) && (i == cause.from || r.plainActor(stretch{cause.from, i})) {
			cause.from = i + 1 // 用A来B
			break
		}
	}
	r.add(r.purposeDraft(m.stretch(), cause, stretch{m.end, r.clauses[k].end}))
}

// apposed reads an aim that only follows what is done for it: 构建A,维护B. What
// is done stands in the clause before, or opens the series that B goes on.
func (r *zhReader) apposed(k int, m linkCue) {
	if k == 0 {
		if r.heading && m.is(r.aim) {
			d := r.purposeDraft(m.stretch(), stretch{}, r.clause(k))
			d.rule = "claim/zh/heading"
			r.add(d)
		}
		return
	}
	if r.clauses[k-1].mark != ',' || r.asSubject(k, m) {
		return
	}
	if _, ok := r.chained(k); ok {
		return
	}
	if n := len(r.drafts); r.heading && n > 0 && r.drafts[n-1].rule == "claim/zh/heading" {
		d := r.purposeDraft(m.stretch(), stretch{}, r.clause(k))
		d.rule = "claim/zh/heading"
		r.add(d)
		return
	}
	cause := r.mainPart(r.before(k))
	if cause.empty() {
		return
	}
	if prior, ok := r.aimBefore(k); ok {
		cause = prior.cause
	}
	d := r.purposeDraft(m.stretch(), cause, r.clause(k))
	d.rule, d.rank, d.weak, d.sure = "claim/zh/apposed", 2, true, m.is(r.aim)
	if r.text[m.end-1] == '了' || m.end < len(r.text) && r.text[m.end] == '了' {
		d.relation, d.modality = "result", "asserted" // A,升高了B: it is done
	}
	r.add(d)
}

// aimBefore returns the aim whose effect stands in the clause before k.
func (r *zhReader) aimBefore(k int) (draft, bool) {
	before := stretch{r.clauses[k-1].start, r.clauses[k-1].end}
	for i := len(r.drafts) - 1; i >= 0; i-- {
		if d := r.drafts[i]; d.modality == "intended" && (!d.weak || d.sure) && before.from <= d.effect.from && d.effect.to <= before.to {
			return d, true
		}
	}
	return draft{}, false
}
