package extract

import (
	"slices"

	"github.com/ententelab/entente"
)

// purposes finds aims and means in clause k: A以B; 为B,A; A,旨在B; 通过A实现B;
// 利用A来B; 以A的方式B.
func (r *zhReader) purposes(k int) {
	c := stretch{r.clauses[k].start, r.clauses[k].end}
	for _, m := range r.within(c, r.with) {
		if e, ok := r.first(stretch{m.end, c.to}, r.cost); ok && e.end < c.to-2 {
			d := r.purposeDraft(m.stretch(), stretch{e.end, c.to}, stretch{m.end, e.start})
			d.relation, d.modality, d.rule = "result", "asserted", "claim/zh/cost"
			r.add(d)
		} else if e, ok := r.first(stretch{m.end, c.to}, r.manner); ok {
			r.mannerOf(m, e, c.to)
		} else if x, ok := r.first(stretch{m.end + 2, c.to}, r.exchange); ok && !r.adnominal(x) {
			r.tradedFor(m, x, c.to)
		} else if r.purposeVerbAt(m.end) {
			r.withAim(k, m)
		} else {
			r.withMeans(m, c.to)
		}
	}
	if m, ok := r.last(c, r.tool); ok {
		r.asTool(m, c.from)
	}
	open := r.clause(k)
	if m, ok := r.opensAt(open.from, r.goal); ok {
		r.inOrderTo(k, m)
	}
	for _, m := range r.within(c, r.purpose|r.strive) {
		if m.is(r.strive) && m.start > open.from || r.adnominal(m) {
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

// withMeans reads 以A牵制B, where A is a thing. 以A为B is none.
func (r *zhReader) withMeans(m linkCue, to int) {
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
	if x.is(r.come) {
		effect.from = x.end
	}
	d := r.purposeDraft(m.stretch(), stretch{m.end, x.start}, effect)
	d.rule = "claim/zh/exchange"
	r.add(d)
}

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
	if !r.purposeVerbAt(effect.from) {
		return
	}
	d := r.purposeDraft(m.stretch(), stretch{m.end, e.start}, effect)
	d.relation, d.modality, d.rule = "means", "asserted", "claim/zh/means"
	r.add(d)
}

// inOrderTo reads 为B,A. With a light verb 为 names who gets something.
func (r *zhReader) inOrderTo(k int, m linkCue) {
	c := r.clauses[k]
	if k+1 >= len(r.clauses) || c.mark != ',' || len(r.within(stretch{m.end, c.end}, r.light)) > 0 {
		return
	}
	next := k + 1
	for next < len(r.clauses)-1 && (r.frames(next) || r.endsFrame(next)) {
		next++
	}
	cause := r.mainPart(r.clause(next))
	if next+1 < len(r.clauses) && r.clauses[next].mark == ',' && (r.resumes(next+1) || r.subjectless(next+1)) {
		cause.to = r.clauses[next+1].end
	}
	r.add(r.purposeDraft(m.stretch(), cause, stretch{m.end, c.end}))
}

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
	d := r.purposeDraft(m.stretch(), left, stretch{m.end, r.clauses[k].end})
	switch {
	case left.empty() || r.isPronoun(left):
		if k == 0 {
			return false
		}
		if d.cause = r.mainPart(r.before(k)); d.cause.empty() {
			return false
		}
	case r.plainActor(left):
		return false
	}
	if u, ok := r.opensAt(d.effect.from, r.use); ok && r.useOf(k, u) {
		return true
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

// meansOf reads 通过A实现B, and 通过A,实现B. The aim begins at the first verb
// after A has begun.
func (r *zhReader) meansOf(k int, m linkCue) {
	c := r.clauses[k]
	d := r.purposeDraft(m.stretch(), stretch{m.end, c.end}, stretch{})
	d.relation, d.modality, d.rule, d.rank = "means", "asserted", "claim/zh/means", 4
	for _, v := range r.within(stretch{m.end + 2, c.end}, r.verb|r.come) {
		if r.adnominal(v) || !r.endsNoun(v.start) {
			continue
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
		r.add(d)
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
			return false
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

// comeTo reads A来B.
func (r *zhReader) comeTo(k int, m linkCue) {
	left := stretch{r.clauses[k].start, m.start}
	if _, ok := r.first(left, r.means|r.manner|r.use); ok {
		return
	}
	r.add(r.purposeDraft(m.stretch(), r.mainPart(left), stretch{m.end, r.clauses[k].end}))
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
	if r.clauses[k-1].mark != ',' {
		return
	}
	if _, ok := r.chained(k); ok {
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

// conditions finds 如果A,B; 只有A,才B; A,否则B; B需要A in clause k.
func (r *zhReader) conditions(k int) {
	c := r.clause(k)
	if m, ok := r.first(c, r.cond|r.onlyIf); ok && (m.start == c.from || r.reported(m.start)) {
		r.condition(k, m)
	} else if ok && m.is(r.cond) && m.end < c.to-1 && k+1 < len(r.clauses) && r.clauses[k].mark == ',' {
		r.add(r.conditional(m, c, r.trimLeft(r.mainClause(k+1), r.then))) // 关系一旦缓和,B
	}
	if m, ok := r.first(c, r.even); ok {
		r.evenIf(k, m)
	}
	if m, ok := r.first(c, r.inCase); ok {
		r.inCaseOf(k, m)
	}
	if m, ok := r.opensAt(r.clauses[k].start, r.otherwise); ok && k > 0 {
		cause := r.before(k)
		for n := k - 2; n >= 0 && r.clauses[n].mark == ',' && !r.endsReport(n) && !r.frames(n); n-- {
			cause.from = r.clause(n).from
		}
		d := r.conditional(m, cause, stretch{m.end, r.clauses[k].end})
		d.sign = entente.Minus
		r.add(d)
	}
	if m, ok := r.first(c, r.need); ok {
		r.needed(k, m)
	}
	if m, ok := r.first(c, r.way); ok {
		r.onlyWay(k, m)
	}
	if m, ok := r.last(c, r.vital); ok {
		r.vitalFor(k, m)
	}
	if m, ok := r.last(c, r.wayEnd); ok && m.end == c.to {
		r.wayTo(k, m)
	}
}

// evenIf reads 即使A也不会B: that A brings B about is denied.
func (r *zhReader) evenIf(k int, m linkCue) {
	c := r.clauses[k]
	cause, rest := stretch{m.end, c.end}, stretch{}
	if no, ok := r.first(cause, r.no); ok && no.start > m.end+3 {
		cause.to, rest = no.start, stretch{no.end, c.end}
	} else if k+1 < len(r.clauses) && c.mark == ',' {
		next := r.clause(k + 1)
		if no, ok := r.first(next, r.no); ok {
			rest = stretch{no.end, next.to}
		}
	}
	if rest.empty() {
		return
	}
	d := r.conditional(m, r.trimRight(cause, r.adverb, &manner{}), rest)
	d.modality, d.rule = "denied", "claim/zh/even"
	r.add(d)
}

// inCaseOf reads 在A情况下,B.
func (r *zhReader) inCaseOf(k int, m linkCue) {
	c := r.clauses[k]
	in, ok := r.first(stretch{c.start, m.start}, r.in)
	if !ok || m.start-in.end < 3 {
		return
	}
	rest := r.trimLeft(stretch{m.end, c.end}, r.opener|r.adverb)
	if rest.to-rest.from < 4 {
		rest = r.mainClause(k + 1)
	}
	if !rest.empty() {
		d := r.conditional(m, stretch{in.end, m.start}, rest)
		d.rank = 3
		r.add(d)
	}
}

// reported reports whether a verb of saying ends at a place.
func (r *zhReader) reported(at int) bool {
	return slices.ContainsFunc(r.cues, func(c linkCue) bool { return c.end == at && c.is(r.say) })
}

func (r *zhReader) conditional(m linkCue, cause, effect stretch) draft {
	return draft{cause: cause, effect: effect, connective: m.stretch(), relation: "condition",
		modality: "conditional", rule: "claim/zh/condition", rank: 6, sign: entente.Plus}
}

func (r *zhReader) condition(k int, m linkCue) {
	c := r.clauses[k]
	if string(r.text[m.start:m.end]) == "没有" {
		if k+1 >= len(r.clauses) {
			return
		}
		if _, ok := r.first(r.clause(k+1), r.no|r.then); !ok {
			return
		}
	}
	cause := stretch{m.end, c.end}
	if t, ok := r.first(stretch{m.end + 2, c.end}, r.then&^r.modal); ok && c.end-t.end > 3 && !t.is(r.modal) {
		cause.to = t.start
		r.add(r.conditional(m, cause, stretch{t.end, c.end}))
		return
	}
	if k+1 < len(r.clauses) {
		d := r.conditional(m, cause, r.trimLeft(r.mainClause(k+1), r.filler|r.then))
		if slices.Contains([]string{"没有", "除非", "若无", "如无"}, string(r.text[m.start:m.end])) {
			d.sign = entente.Minus
		}
		r.add(d)
	}
}

// needed reads B需要A, where B is something that is to be, not somebody.
func (r *zhReader) needed(k int, m linkCue) {
	effect := r.subject(stretch{r.clauses[k].start, m.start})
	if r.adnominal(m) {
		return
	}
	if effect.empty() && k > 0 && m.is(r.source) {
		effect = r.clause(k - 1)
	}
	if effect.to-effect.from < 4 || r.plainActor(effect) {
		return
	}
	d := r.conditional(m, stretch{m.end, r.clauses[k].end}, effect)
	d.relation, d.rule, d.rank = "enable", "claim/zh/need", 3
	r.add(d)
}

// onlyWay reads B的唯一途径是A.
func (r *zhReader) onlyWay(k int, m linkCue) {
	rest := stretch{m.end, r.clauses[k].end}
	if rest.empty() && k+1 < len(r.clauses) {
		rest = stretch{r.clauses[k+1].start, r.clauses[k+1].end}
	}
	if rest.empty() || !slices.Contains([]rune("是在"), r.text[rest.from]) {
		return
	}
	rest.from++
	d := r.conditional(m, rest, r.subject(stretch{r.clauses[k].start, m.start}))
	r.add(d)
}

// vitalFor reads A对B至关重要 and A是B的有效方式.
func (r *zhReader) vitalFor(k int, m linkCue) {
	var how manner
	left := r.trimRight(stretch{r.clause(k).from, m.start}, r.filler|r.vitalEnd, &how)
	for i := left.from + 2; i < left.to-2; i++ {
		if r.text[i] != '对' && !(r.text[i] == '是' && m.is(r.way)) || r.inCue(i) {
			continue
		}
		effect := r.trimRight(r.tidy(stretch{i + 1, left.to}), r.vitalEnd, &how)
		d := r.conditional(m, r.subject(stretch{left.from, i}), effect)
		if d.cause.empty() && k > 0 {
			d.cause = r.before(k)
		}
		d.relation, d.rule, d.rank, d.modality = "enable", "claim/zh/vital", 3, how.modality()
		if len(r.within(effect, r.verb)) > 0 {
			r.add(d)
		}
		return
	}
}

// wayTo reads A是B的有效途径, and A,是B的方式.
func (r *zhReader) wayTo(k int, m linkCue) {
	c := r.clauses[k]
	for i := m.start - 1; i >= c.start; i-- {
		if r.text[i] != '是' || r.inCue(i) {
			continue
		}
		v, ok := r.first(stretch{i + 1, m.start}, r.verb)
		cause := r.subject(stretch{c.start, i})
		if cause.empty() && k > 0 {
			cause = r.before(k)
		}
		if !ok || cause.empty() || r.plainActor(cause) {
			return
		}
		d := r.purposeDraft(m.stretch(), cause, stretch{v.start, m.start})
		d.relation, d.modality, d.rule, d.rank = "means", "asserted", "claim/zh/way", 5
		r.add(d)
		return
	}
}
