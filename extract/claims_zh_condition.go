package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// conditions finds 如果A,B; 只有A,才B; A,否则B; B需要A in clause k.
func (r *zhReader) conditions(k int) {
	c := r.clause(k)
	if m, ok := r.first(c, r.cond|r.onlyIf); ok && !r.wishes(k, m, c) && r.supposes(m, c) && !r.isReason(k+1) {
		r.conditionAt(k, m, c)
	}
	r.whenever(k)
	r.whoever(k)
	r.onlyThen(k)
	r.assoonAs(k)
	r.unless(k)
	if m, ok := r.first(c, r.even); ok {
		r.evenIf(k, m)
	}
	if m, ok := r.first(c, r.inCase); ok {
		r.inCaseOf(k, m)
	}
	if m, ok := r.opensAt(r.clauses[k].start, r.otherwise); ok && k > 0 {
		cause := r.before(k)
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
	if m, ok := r.last(c, r.wayEnd|r.tool); ok && m.end == c.to {
		r.wayTo(k, m)
	}
}

// isReason reports whether clause k says of the one before it that it is the reason
// for something: 缺乏A,是B的原因.
func (r *zhReader) isReason(k int) bool {
	if k >= len(r.clauses) || r.text[r.clauses[k].start] != '是' {
		return false
	}
	m, ok := r.last(r.clause(k), r.reasonOf)
	return ok && m.end == r.clause(k).to
}

// evenIf reads 即使A也不会B: that A brings B about is denied.
func (r *zhReader) evenIf(k int, m linkCue) {
	c := r.clauses[k]
	cause, rest := stretch{m.end, c.end}, stretch{}
	if no, ok := r.first(cause, r.no); ok && no.start > m.end+3 {
		cause.to, rest = no.start, stretch{no.end, c.end}
	} else if k+1 < len(r.clauses) && c.mark == ',' {
		next := r.clause(k + 1)
		_, because := r.first(next, r.because)
		if no, ok := r.first(next, r.no); ok && !because {
			rest = stretch{no.end, next.to}
		}
	}
	if rest.empty() || string(r.text[cause.from:cause.to]) == "如此" {
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

// conditionAt reads 如果A,B at the start of clause k, 关系一旦缓和,B and
// B若无A,无从谈起 inside it.
func (r *zhReader) conditionAt(k int, m linkCue, c stretch) {
	word := string(r.text[m.start:m.end])
	switch {
	case word == "无" && !r.answered(k, m, c):
	case m.start == c.from || r.reported(m.start):
		r.condition(k, m)
	case m.is(r.onlyIf) && k+1 < len(r.clauses) && r.clauses[k].mark == ',':
		r.add(r.conditional(m, stretch{m.end, c.to}, r.trimLeft(r.mainClause(k+1), r.then))) // A唯有B,始能C
	case !m.is(r.cond) || word == "没有" || isLack(word) || m.end >= c.to-1 || k+1 >= len(r.clauses) || r.clauses[k].mark != ',':
	case isWithout(word):
		effect := r.subject(stretch{c.from, m.start})
		if t, ok := r.opensAt(r.clauses[k+1].start, r.then); ok && t.end < r.clauses[k+1].end-4 {
			effect = stretch{t.end, r.clauses[k+1].end} // B若无A,便只是C
		}
		r.add(r.conditional(m, stretch{m.end, c.to}, effect))
	default:
		if say, ok := r.last(stretch{c.from, m.start}, r.say); ok && say.end < m.start {
			c.from = say.end // 强调日方若介入
		}
		d := r.conditional(m, c, r.trimLeft(r.mainClause(k+1), r.then))
		r.add(d)
		r.moreConsequences(k+2, d)
	}
}

// answered reports whether 无 opens its clause and the next one draws what
// follows: 无A,则B.
func (r *zhReader) answered(k int, m linkCue, c stretch) bool {
	if m.start != c.from || k+1 >= len(r.clauses) || r.clauses[k].mark != ',' {
		return false
	}
	return slices.Contains([]rune("则就便"), r.text[r.clauses[k+1].start])
}

// wishes reads 若想B,必须A.
func (r *zhReader) wishes(k int, m linkCue, c stretch) bool {
	if !m.is(r.cond) || m.end+2 >= c.to || !slices.Contains([]rune("想要欲"), r.text[m.end]) || k+1 >= len(r.clauses) {
		return false
	}
	next := r.clause(k + 1)
	ought, ok := r.first(stretch{next.from, min(next.to, next.from+6)}, r.ought|r.need)
	if ok && ought.end < next.to && !slices.Contains([]rune("看问说等先"), r.text[ought.end]) {
		d := r.conditional(m, stretch{ought.end, next.to}, stretch{m.end + 1, c.to})
		d.relation = "enable"
		r.add(d)
	}
	return ok
}

// isLack reports whether a word says that something is missing; it supposes so
// only if the next clause draws a consequence.
func isLack(word string) bool {
	return slices.Contains([]string{"缺乏", "缺少", "失去", "失去了", "离开", "离开了", "缺了", "少了", "没了", "脱离"}, word)
}

// isWithout reports whether a word supposes that its object is missing.
func isWithout(word string) bool {
	return slices.Contains([]string{"没有", "无", "除非", "若无", "如无", "倘无", "苟无", "若非", "如非", "要不是"}, word)
}

// supposes reports whether a word opens a condition: not 若要 and 如果说, which
// only say what the sentence is about, nor 如A那样.
func (r *zhReader) supposes(m linkCue, c stretch) bool {
	rest := string(r.text[m.end:c.to])
	for _, opening := range []string{"要", "说", "论", "从", "据此", "按", "以", "仅以", "加计", "算上", "加上", "扣除", "计入", "剔除", "换算", "折算", "单看", "只看"} {
		if strings.HasPrefix(rest, opening) && m.is(r.cond) && !(opening == "要" && boundTo.in(r.text, c.to, min(len(r.text), c.to+12))) {
			return false
		}
	}
	for _, likeness := range []string{"那样", "一样", "一般", "所言", "所说", "所示", "所述", "般"} {
		if m.end-m.start == 1 && strings.Contains(rest, likeness) {
			return false
		}
	}
	return true
}

// boundTo are words for what must come of a wish: 若要A,势必B.
var boundTo = wordsetOf(false, []string{"势必", "必将", "必然", "就会", "恐将", "难免", "势将"})

// asks reports whether a stretch is a question: what follows from a condition
// is then not said.
func (r *zhReader) asks(s stretch) bool {
	if askingWords.in(r.text, s.from, s.to) {
		return true
	}
	return s.to < len(r.text) && r.text[s.to] == '?' || s.to > s.from && slices.Contains([]rune("吗呢"), r.text[s.to-1])
}

var askingWords = wordsetOf(false, []string{"是否", "会不", "能不", "哪里", "哪儿", "谁来", "多久", "几何"})

// whoever reads 谁A,谁就B.
func (r *zhReader) whoever(k int) {
	if k == 0 || r.clauses[k-1].mark != ',' {
		return
	}
	cause, effect := r.clause(k-1), r.clause(k)
	who := slices.Index(r.text[cause.from:min(cause.to, cause.from+8)], '谁')
	if who < 0 || r.text[effect.from] != '谁' || r.asks(effect) {
		return
	}
	cause.from += who
	if _, ok := r.first(effect, r.then|r.modal); ok {
		r.add(r.conditional(linkCue{start: effect.from, end: effect.from + 1}, cause, effect))
	}
}

// onlyThen reads A,才能B, where nothing else marks A as a condition.
func (r *zhReader) onlyThen(k int) {
	if k == 0 || r.clauses[k-1].mark != ',' {
		return
	}
	m, ok := r.opensAt(r.clauses[k].start, r.then|r.modal)
	if !ok || !slices.Contains([]string{"才能", "方能", "方可", "才可能", "才有可能", "才可", "才会", "始能", "始可", "始得", "方得", "方会", "始会", "乃能"}, string(r.text[m.start:m.end])) {
		return
	}
	if _, marked := r.first(r.clause(k-1), r.cond|r.onlyIf|r.reason|r.even); marked {
		return
	}
	d := r.conditional(m, r.mainPart(r.before(k)), stretch{m.end, r.clauses[k].end})
	d.rank = 4
	r.add(d)
}

// unless reads 不A,就会B, where nothing else marks the denial as a condition.
func (r *zhReader) unless(k int) {
	if k == 0 || r.clauses[k-1].mark != ',' {
		return
	}
	c, cause := r.clause(k), r.clause(k-1)
	m, ok := r.first(stretch{c.from, min(c.to, c.from+14)}, r.then&^r.able)
	if !ok || m.end-m.start < 2 || m.is(r.able) || !strings.ContainsRune("就便", r.text[m.start]) {
		return
	}
	no, _ := r.turnIn(cause, false)
	if (no.empty() || !strings.ContainsRune("不没未无", r.text[no.from])) && r.notDone(cause).empty() {
		return
	}
	if _, marked := r.first(cause, r.cond|r.onlyIf|r.reason|r.even|r.otherwise|r.say); marked {
		return
	}
	d := r.conditional(m, cause, r.keepNo(r.trimLeft(c, r.then)))
	d.rank = 4
	r.add(d)
}

// assoonAs reads 一A,就B.
func (r *zhReader) assoonAs(k int) {
	c := r.clause(k)
	if k+1 >= len(r.clauses) || r.clauses[k].mark != ',' || c.to-c.from < 4 || r.text[c.from] != '一' || r.inCue(c.from) || slices.Contains(zhAfterOne, r.text[c.from+1]) {
		return
	}
	next := r.clause(k + 1)
	m, ok := r.first(next, r.then)
	if ok && r.text[m.start] != '将' || r.tonedAt(next, atOnce) {
		r.add(r.conditional(linkCue{start: c.from, end: c.from + 1}, stretch{c.from + 1, c.to}, next))
	}
}

// zhAfterOne are characters that go on a number or a word after 一.
var zhAfterOne = []rune("则个种次些项名方面样般直旦度定切致体系再年月日时下点条位边手举向味心级带路线贯流同起共揽连道份家场套层代部批句番段股片张本架艘枚支辆座所门艺时概律经二三四五六七八九十百千万亿大小")

// tonedAt reports whether a word of a tone stands in a stretch.
func (r *zhReader) tonedAt(s stretch, t tone) bool {
	return slices.ContainsFunc(r.cues, func(c linkCue) bool { return c.start >= s.from && c.end <= s.to && c.tone&t != 0 })
}

func (r *zhReader) conditional(m linkCue, cause, effect stretch) draft {
	return draft{cause: cause, effect: effect, connective: m.stretch(), relation: "condition",
		modality: "conditional", rule: "claim/zh/condition", rank: 6, sign: entente.Plus}
}

func (r *zhReader) condition(k int, m linkCue) {
	c := r.clauses[k]
	if word := string(r.text[m.start:m.end]); word == "没有" || isLack(word) {
		_, here := r.first(stretch{m.end + 2, c.end}, r.then&^r.modal)
		if !here && k+1 >= len(r.clauses) {
			return
		}
		if !here {
			next := r.clause(k + 1)
			if _, ok := r.first(next, r.no|r.then|r.modal); !ok && !slices.Contains(r.text[next.from:next.to], '难') {
				return
			}
		}
	}
	cause := r.trimRight(stretch{m.end, c.end}, r.inCase, &manner{})
	if cause.to-cause.from > 4 && r.text[cause.to-1] == '时' && m.is(r.onlyIf) {
		cause.to-- // 只有当A时
	}
	without := m.is(r.otherwise) || isWithout(string(r.text[m.start:m.end])) || isLack(string(r.text[m.start:m.end]))
	if no, ok := r.opensAt(cause.from, r.cond); ok && string(r.text[no.start:no.end]) == "没有" {
		cause.from, without = no.end, true // 如果没有A,B
	}
	if t, ok := r.first(stretch{m.end + 2, c.end}, r.then&^r.modal); ok && c.end-t.end > 3 && (!t.is(r.modal) || m.is(r.onlyIf)) && r.saysThen(t) {
		cause.to = t.start
		d := r.conditional(m, cause, r.keepNo(stretch{t.end, c.end}))
		if without {
			d.sign = entente.Minus
		}
		r.add(d)
		return
	}
	if k+1 < len(r.clauses) && c.mark == ',' {
		next := r.supposesOn(k + 1)
		if next > k+1 {
			cause.to = r.clauses[next-1].end // 若A,而C,B
		}
		d := r.conditional(m, cause, r.keepNo(r.trimLeft(r.mainClause(next), r.filler&^r.no|r.then|r.otherwise)))
		if without {
			d.sign = entente.Minus
		}
		if r.asks(d.effect) {
			return
		}
		r.add(d)
		r.moreConsequences(next+1, d)
	}
}

// saysThen reports whether a word is 就 in the sense of then: not 就分工达成一致.
func (r *zhReader) saysThen(t linkCue) bool {
	if r.text[t.start] != '就' || t.end-t.start > 1 {
		return true
	}
	_, ok := r.opensAt(t.end, r.filler|r.verb)
	return ok
}

// moreConsequences adds the clauses that list what else follows from a
// condition: 如果A,B,C也会D.
func (r *zhReader) moreConsequences(n int, d draft) {
	for ; n < len(r.clauses) && r.clauses[n-1].mark == ','; n++ {
		next := r.clause(n)
		c, ok := r.first(next, r.modal|r.no|r.forced)
		if _, sub := r.opensAt(r.clauses[n].start, r.cond|r.reason|r.contrast|r.pronoun|r.therefore); !ok || sub || c.start < next.from+2 {
			return
		}
		d.effect, d.rank = r.keepNo(r.trimLeft(next, r.filler&^r.no|r.then)), 5
		r.add(d)
	}
}

// needed reads B需要A, where B is something that is to be, not somebody.
func (r *zhReader) needed(k int, m linkCue) {
	effect := r.subject(stretch{r.clauses[k].start, m.start})
	need := stretch{m.end, r.clauses[k].end}
	if needingWords.in(r.text, m.start, m.end) || r.adnominal(m) || r.isNeed(m) || r.plainActor(need) || r.amount(m.end) || r.asks(need) || r.text[m.end] == '由' || r.exhorts(effect) {
		return
	}
	if _, made := r.first(stretch{r.clauses[k].start, m.start}, r.cause); made {
		return // 使A不再需要B
	}
	if effect.empty() && k > 0 && m.is(r.source) {
		effect = r.clause(k - 1)
	}
	if effect.to-effect.from < 2 || r.plainActor(effect) {
		return
	}
	d := r.conditional(m, need, effect)
	d.relation, d.rule, d.rank = "enable", "claim/zh/need", 3
	r.add(d)
}

// needingWords say what ought to be there, not what something depends on.
var needingWords = wordsetOf(false, []string{"需", "须", "有求于", "仰赖", "要求有", "有待"})

// isNeed reports whether a word for needing is a noun, or says what somebody is
// bound to do: 对外合作的需要, 须经两院批准.
func (r *zhReader) isNeed(m linkCue) bool {
	if m.start > 0 && r.text[m.start-1] == '的' {
		return true
	}
	return slices.Contains([]string{"须", "需"}, string(r.text[m.start:m.end])) && !r.eventful(r.subject(stretch{r.clauseFrom(m.start), m.start}))
}

// clauseFrom is where the clause starts that holds a place.
func (r *zhReader) clauseFrom(at int) int {
	for _, c := range r.clauses {
		if at < c.end {
			return c.start
		}
	}
	return 0
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
