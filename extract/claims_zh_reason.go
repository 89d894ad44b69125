package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// reasons finds the links of clause k that are marked from the cause's side:
// 由于A,B; 基于A要求B; 在A背景下,B; B是A的结果; B源于A; 因此B.
func (r *zhReader) reasons(k int) {
	c := r.clause(k)
	if m, ok := r.opensAt(c.from, r.reason); ok {
		r.reasonFirst(k, m)
	}
	if m, ok := r.first(stretch{c.from + 1, c.to}, r.reason); ok && r.plainActor(r.subject(stretch{c.from, m.start})) && !r.adnominal(m) {
		r.reasonFirst(k, m) // 首尔碍于A,B
	}
	for _, m := range r.within(c, r.basis) {
		r.basisOf(k, m)
	}
	if m, ok := r.first(c, r.because); ok {
		r.becauseOf(k, m)
	}
	if m, ok := r.first(c, r.under); ok {
		r.underWhich(k, m)
	}
	if m, ok := r.first(c, r.result); ok {
		r.resultOf(k, m)
	}
	if m, ok := r.first(c, r.source); ok && (m.start > c.from || k > 0 || m.is(r.no)) {
		r.sourceOf(k, m)
	}
	r.relatedTo(k)
	if m, ok := r.last(c, r.reasonOf); ok && m.end == c.to {
		r.reasonIs(k, m)
	}
	if m, ok := r.first(c, r.theMore); ok && k+1 < len(r.clauses) && r.clauses[k].mark == ',' {
		if _, ok := r.first(r.clause(k+1), r.theMore); ok {
			cause := r.clause(k)
			if m.start == cause.from {
				cause.from = m.end
			} else if before := r.before(k); k > 0 && r.clauses[k-1].mark == ',' && before.to-before.from < 16 && len(r.within(before, r.verb|r.say|r.no)) == 0 {
				cause.from = before.from // 军备,买得越多,B
			}
			if n := len(r.drafts); n > 0 && r.drafts[n-1].rule == "claim/zh/themore" && r.drafts[n-1].effect.overlap(cause) > 0 &&
				(m.end-m.start == 1 && r.drafts[n-1].connective.to-r.drafts[n-1].connective.from == 1 || slices.Contains(r.text[r.clause(k+1).from:r.clauses[k+1].end], '也')) {
				cause = r.drafts[n-1].cause // 越A,越C,越B
			}
			d := r.reasonDraft(m.stretch(), cause, r.clause(k+1))
			d.relation, d.rule = "condition", "claim/zh/themore"
			r.add(d)
		}
	}
	if m, ok := r.opensAt(r.clauses[k].start, r.therefore); ok && !r.causal(k) {
		r.consequence(k, m)
	}
	for _, m := range r.within(stretch{c.from + 2, c.to}, r.therefore) {
		if n, _ := shows.at(r.text, m.end, c.to); n > 0 && string(r.text[m.start:m.end]) == "结果" {
			continue // 大选结果显示
		}
		if n := len(r.drafts); n > 0 && r.drafts[n-1].rule == "claim/zh/themore" && r.drafts[n-1].effect.to > c.from {
			break // 越A,B也就越C
		}
		if r.purposeVerbAt(m.end) {
			r.midConsequence(k, m)
		} else if m.is(r.hence) {
			r.henceSaid(k, m)
		}
	}
	if m, ok := r.first(c, r.forced); ok && k > 0 && r.forces(c, m) {
		r.forcedBy(k, m)
	}
	if m, ok := r.first(c, r.affected); ok && m.start <= c.from+1 {
		r.affectedBy(k, m)
	}
}

func (r *zhReader) reasonDraft(m stretch, cause, effect stretch) draft {
	d := draft{cause: cause, effect: effect, connective: m, relation: "reason", rule: "claim/zh/reason", rank: 6}
	r.foretells(stretch{effect.from, min(effect.to, effect.from+14)}, effect.to, &d.manner)
	d.modality = d.manner.modality()
	return d
}

// foretells notes a word for what is to come among what a clause, which ends at to,
// begins with. What can be done is there already.
func (r *zhReader) foretells(opening stretch, to int, m *manner) {
	if c, ok := r.first(opening, r.modal&^r.able); ok && !c.is(r.able) && !r.noModal(c, to) {
		r.note(c, m)
	}
}

// noModal reports whether a word for what is to come tells no such thing: the 将 that
// takes an object (将日本视为支点), and 才会, which says why.
func (r *zhReader) noModal(c linkCue, to int) bool {
	switch string(r.text[c.start:c.end]) {
	case "才会":
		return true
	case "将":
		return takesObject.in(r.text, c.end+1, to) // not: 将纳入
	}
	return false
}

// takesObject are verbs whose object 将 puts before them.
var takesObject = wordsetOf(false, []string{"视为", "视作", "当作", "列为", "定位为", "定性为", "纳入", "转嫁", "推给", "推向", "置于", "作为", "转向", "升级为", "改为", "改造", "提升至", "提升到", "扩大到", "扩展到", "延伸到", "写入", "列入", "用于"})

// mainClause is clause k as the effect of a reason: without openers and 就, 则.
func (r *zhReader) mainClause(k int) stretch {
	if k >= len(r.clauses) {
		return stretch{}
	}
	return r.trimLeft(stretch{r.clauses[k].start, r.clauses[k].end}, r.opener|r.then|r.therefore)
}

// reasonFirst reads 由于A,B. A goes on over clauses that open with 也, 且, 并.
func (r *zhReader) reasonFirst(k int, m linkCue) {
	cause := stretch{m.end, r.clauses[k].end}
	if r.text[m.start] == '盖' && k > 0 {
		r.add(r.reasonDraft(m.stretch(), cause, r.before(k))) // B,盖A
		return
	}
	if k > 0 && r.text[m.start-1] == '是' {
		return // 既是因为A: 之所以 reads it
	}
	if r.explains(k, m) {
		r.add(r.reasonDraft(m.stretch(), cause, r.unreported(r.before(k)))) // B,因为A
		return
	}
	next := k + 1
	for next < len(r.clauses)-1 && (slices.Contains([]rune("也且并又"), r.text[r.clauses[next].start]) || r.addsCause(r.clause(next))) {
		if !r.addsCause(r.clause(next)) {
			cause.to = r.clauses[next].end
		}
		next++
	}
	if next < len(r.clauses) && r.clauses[next-1].mark == ',' && !r.endsReport(next) {
		if _, ok := r.opensAt(r.clause(next).from, r.goal); ok && next+1 < len(r.clauses) {
			next++ // 考虑到A,为了C,B
		}
		d := r.reasonDraft(m.stretch(), cause, r.mainClause(next))
		r.add(d)
		r.moreConsequences(next+1, d)
	} else if w := string(r.text[m.start:m.end]); k > 0 && next == len(r.clauses) && (w == "因为" || w == "由于") {
		d := r.reasonDraft(m.stretch(), cause, r.before(k)) // B,因为A
		if n := len(r.drafts); n > 0 && r.drafts[n-1].relation == "reason" && r.drafts[n-1].modality == "denied" {
			d.effect = r.drafts[n-1].effect // B不是因为C,而是因为A
		}
		r.add(d)
	}
}

// basisOf reads 基于A的考虑,B and 基于A要求B.
func (r *zhReader) basisOf(k int, m linkCue) {
	c := stretch{r.clauses[k].start, r.clauses[k].end}
	if head := r.subject(r.trimRight(stretch{c.from, m.start}, r.filler, &manner{})); m.start > c.from && r.text[m.start-1] == '是' && !head.empty() {
		r.sidesAfter(k, copula{stretch: m.stretch()}, head, reasonNoun) // B是基于A,而不是C
		return
	}
	if head := r.subject(r.trimRight(stretch{c.from, m.start}, r.filler, &manner{})); m.is(r.source) && head.to-head.from > 2 && !r.plainActor(head) && !r.isAgent(head) {
		return // 总统的沉默系出于A: it is said of a thing
	}
	cause := stretch{m.end, r.basisTo(m.end, c.to)}
	rest := r.trimLeft(stretch{cause.to, c.to}, r.opener|r.adverb)
	if rest.to-rest.from < 3 {
		cause.to = c.to
		rest = r.mainClause(k + 1)
	}
	if rest.to-rest.from > 2 && r.text[rest.from] == '非' {
		return // 基于A而非C
	}
	if !rest.empty() {
		r.add(r.reasonDraft(m.stretch(), cause, rest))
	}
}

// basisTo is where a basis ends that starts at from: after a quotation, or a
// noun such as 考虑 or 原则 that nothing goes on from, or with the clause.
func (r *zhReader) basisTo(from, to int) int {
	if end, ok := r.last(stretch{from, to}, r.basisEnd); ok && end.end == to && r.text[from] == '对' {
		return to // 出于对A的担忧
	}
	for at := from; at < to; at++ {
		if end := enclosed(r.text, at); end > at {
			at = end
			if at < to && enclosed(r.text, at) > at {
				at = enclosed(r.text, at)
			}
			if e, ok := r.opensAt(at, r.basisEnd); ok {
				at = e.end
			}
			if !r.goesOnAt(at, to) {
				return at
			}
		}
		if e, ok := r.opensAt(at, r.basisEnd); ok && !r.goesOnAt(e.end, to) {
			return e.end
		}
	}
	return to
}

// goesOnAt reports whether a noun phrase goes on at a place.
func (r *zhReader) goesOnAt(at, to int) bool {
	if at >= to {
		return false
	}
	_, noun := r.opensAt(at, r.basisEnd)
	return noun || slices.Contains([]rune("和与及、的以等"), r.text[at])
}

// becauseOf reads 因A而B within one clause, and 因A,B.
func (r *zhReader) becauseOf(k int, m linkCue) {
	c := r.clauses[k]
	if cond, ok := r.first(stretch{c.start, m.start}, r.cond); ok && cond.end == m.start {
		return // 若因A而B,则C
	}
	for i := m.end + 2; i < c.end-1; i++ {
		if r.text[i] == '而' {
			d := r.reasonDraft(m.stretch(), stretch{m.end, i}, stretch{i + 1, c.end})
			if left := r.subject(stretch{c.start, m.start}); c.end-i < 8 && left.to-left.from > 3 {
				if d.core = left; r.text[m.start] == '随' {
					d.effect = left // B随A而上升
				}
				if len(r.within(stretch{i, c.end}, r.turnsSign)) > 0 {
					d.sign = entente.Minus
				}
			}
			r.trimRight(stretch{c.start, m.start}, r.filler, &d.manner) // 不会因A而B
			if no, ok := r.last(stretch{c.start, m.start}, r.no); ok && m.start-no.end < 2 || m.start > 0 && r.text[m.start-1] == '不' {
				d.manner.denied = true
			}
			d.modality = d.manner.modality()
			r.add(d)
			return
		}
	}
	if left := r.subject(stretch{c.start, m.start}); (left.to-left.from > 1 || r.goesOnWith(k)) && r.text[m.end-1] == '因' && r.becauseNoun(m, left, c.end) {
		return
	}
	if _, also := r.opensAt(m.start, r.reason); !also && k+1 < len(r.clauses) && (m.start == r.clause(k).from || r.forcedNext(k, m)) {
		r.add(r.reasonDraft(m.stretch(), stretch{m.end, c.end}, r.mainClause(k+1)))
	}
}

// forcedNext reports whether somebody, because of what m opens, is forced in the next
// clause to do something: 车厂因A,被迫B.
func (r *zhReader) forcedNext(k int, m linkCue) bool {
	f, ok := r.first(r.clause(k+1), r.forced)
	return ok && r.clauses[k].mark == ',' && f.start-r.clause(k+1).from < 8 && m.start-r.clause(k).from < 12 && r.text[m.end-1] == '因'
}

// becauseNoun reads B因A推迟, where A is a noun for something that happens.
func (r *zhReader) becauseNoun(m linkCue, left stretch, to int) bool {
	for i := to - 2; i > m.end+1; i-- {
		if (r.eventful(stretch{m.end, i}) || r.suffers(i)) && !r.goesOnAt(i, to) && !r.inCue(i) {
			d := r.reasonDraft(m.stretch(), stretch{m.end, i}, stretch{i, to})
			d.rank = 4
			r.add(d)
			return true
		}
	}
	return false
}

// suffers reports whether a word that something is done to its subject stands
// at a place: 因程序瑕疵遭法院驳回.
func (r *zhReader) suffers(at int) bool {
	return slices.Contains([]rune("遭被受"), r.text[at]) && !slices.Contains([]rune("饱遭备深倍"), r.text[at-1])
}

// underWhich reads 在A背景下B.
func (r *zhReader) underWhich(k int, m linkCue) {
	c := r.clauses[k]
	from := r.clause(k).from
	in, ok := r.first(stretch{c.start, m.start}, r.in)
	switch {
	case ok:
		from = in.end
	case slices.Contains([]rune("势局境件"), r.text[m.end-2]):
		return // 新形势下 is a time, not a reason
	}
	rest := r.trimLeft(stretch{m.end, c.end}, r.opener)
	if rest.to-rest.from < 4 {
		rest = r.mainClause(k + 1)
	}
	rest = r.trimLeft(rest, r.opener|r.adverb)
	cause := r.tidy(stretch{from, m.start})
	if r.plainActor(cause) || slices.Contains(zhPointing, string(r.text[cause.from:cause.to])) {
		cause.to = m.end - 1 // 在美国支持下, 在这种压力下: the support, the pressure is the cause
	}
	if !rest.empty() {
		r.add(r.reasonDraft(m.stretch(), cause, rest))
	}
}

// zhPointing point to what a noun behind them names.
var zhPointing = []string{"这种", "这样", "这样的", "此种", "此等", "这一", "该", "此", "上述", "如此"}

// reasonIs reads A是B的主要原因.
func (r *zhReader) reasonIs(k int, m linkCue) {
	c := r.clauses[k]
	for i := c.start; i < m.start-2; i++ {
		if r.text[i] != '是' || r.inCue(i) {
			continue
		}
		cause := r.subject(stretch{c.start, i})
		if (cause.empty() || r.isPronoun(cause)) && k > 0 {
			cause = r.before(k)
			if i == c.start && r.clauses[k-1].mark == ',' {
				cause = stretch{r.clauses[k-1].start, r.clauses[k-1].end} // 缺乏A,是B的原因
			}
		}
		if !cause.empty() {
			r.add(r.reasonDraft(m.stretch(), cause, stretch{i + 1, m.start}))
		}
		return
	}
}

// resultOf reads B是A的结果.
func (r *zhReader) resultOf(k int, m linkCue) {
	c := r.clause(k)
	for i := m.start - 1; i > c.from; i-- {
		if r.text[i] != '是' {
			continue
		}
		effect := r.subject(r.trimRight(stretch{c.from, i}, r.filler, &manner{}))
		if (r.isPronoun(effect) || effect.empty()) && k > 0 {
			effect = r.before(k)
		}
		cause := stretch{i + 1, m.start}
		if cause.from < cause.to && r.text[cause.from] == '对' {
			cause.from++ // 是对A的回应
		}
		if string(r.text[m.start:m.end]) == "的反应" && r.plainActor(cause) {
			return // 耐人寻味的是美国的反应
		}
		d := r.reasonDraft(m.stretch(), cause, effect)
		if effect.to > effect.from && r.text[effect.to-1] == '不' {
			d.effect.to--
			d.modality = "denied"
		}
		r.add(d)
		return
	}
}

// affectedBy reads 受A影响,B.
func (r *zhReader) affectedBy(k int, m linkCue) {
	end, ok := r.last(stretch{m.end, r.clauses[k].end}, r.affectEnd)
	if !ok {
		return
	}
	rest := stretch{end.end, r.clauses[k].end}
	if rest.to-rest.from < 4 {
		rest = r.mainClause(k + 1)
	}
	if rest.empty() {
		return
	}
	d := r.reasonDraft(m.stretch(), stretch{m.end, end.start}, rest)
	if r.isPronoun(d.cause) { // 受此影响
		if d.cause = (stretch{}); k > 0 {
			d.cause = r.before(k)
		}
	}
	r.add(d)
	if k+2 < len(r.clauses) && rest.from == r.mainClause(k+1).from && r.clauses[k+1].mark == ',' {
		if _, ok := r.opensAt(r.clauses[k+2].start, r.contrast|r.therefore|r.pronoun); !ok {
			d.effect, d.rank = r.mainClause(k+2), 3
			r.add(d)
		}
	}
}

// forces reports whether a word says that what stands before its clause forces or
// allows what it tells: 被迫B, and behind its subject 基础得以B, 华盛顿才肯B.
func (r *zhReader) forces(c stretch, m linkCue) bool {
	if m.start == r.trimLeft(c, r.opener).from {
		return strings.ContainsRune("被不只", r.text[m.start])
	}
	return m.start-c.from < 16 && strings.ContainsRune("得才方愤怒", r.text[m.start]) && len(r.within(stretch{c.from, m.start}, r.cause|r.because|r.means|r.therefore|r.cond)) == 0
}

// forcedBy reads A,不得不B, where nothing else says what forces somebody.
func (r *zhReader) forcedBy(k int, m linkCue) {
	cause := r.before(k)
	if _, ok := r.first(cause, r.cause|r.reason|r.cond|r.because|r.therefore); ok || r.clauses[k-1].mark != ',' || cause.to-cause.from < 5 {
		return
	}
	d := r.reasonDraft(m.stretch(), cause, r.clause(k))
	d.rule, d.rank = "claim/zh/forced", 2
	r.add(d)
}

// causal reports whether a verb that always marks a link stands in clause k:
// it says more than 因此 before it.
func (r *zhReader) causal(k int) bool {
	v, ok := r.first(stretch{r.clauses[k].start, r.clauses[k].end}, r.cause)
	return ok && !r.adnominal(v)
}

// shows are verbs of which a result that is a noun is the subject.
var shows = wordsetOf(false, []string{"显示", "表明", "证明", "揭晓", "公布", "出炉", "说明", "印证"})
