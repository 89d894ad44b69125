package extract

import (
	"slices"

	"github.com/ententelab/entente"
)

// gives reads A给了B口实 and A给B以把柄: what something gives somebody, where no
// light verb says so.
func (r *zhReader) gives(k int) {
	c := r.clause(k)
	n, _ := givenNouns.before(r.text, c.to, c.from)
	if n == 0 {
		return
	}
	for i := c.from + 1; i+3 < c.to-n; i++ {
		if r.text[i] != '给' || r.inCue(i) {
			continue
		}
		if len(r.within(stretch{i, c.to}, r.light|r.cause)) > 0 {
			return
		}
		r.given(k, r.trimLeft(stretch{c.from, i}, r.then), i)
		return
	}
}

// givenNouns are what one side gives another by what it does.
var givenNouns = wordsetOf(true, []string{"口实", "借口", "藉口", "理由", "把柄", "本钱", "机会", "契机", "空间", "余地", "筹码", "底气", "由头", "可乘之机", "可趁之机", "动力", "压力", "信心", "台阶", "难题", "负担"})

func (r *zhReader) given(k int, left stretch, at int) {
	d := draft{connective: stretch{at, at + 1}, effect: stretch{at, r.clause(k).to}, relation: "result", rule: "claim/zh/give", rank: 4, sign: entente.Plus}
	left = r.trimRight(left, r.filler, &d.manner)
	d.cause = r.subject(left)
	if (d.cause.empty() || r.isPronoun(d.cause)) && k > 0 {
		d.cause = r.before(k)
	}
	if d.cause.empty() || r.plainActor(d.cause) || r.exhorts(left) {
		return
	}
	d.modality = d.manner.modality()
	r.add(d)
}

// usedFor reads 用A换B, 拿A拴住B: what is used, and for what.
func (r *zhReader) usedFor(k int) {
	c := r.clause(k)
	for i := c.from; i+5 < c.to; i++ {
		if !slices.Contains([]rune("用拿借"), r.text[i]) || r.inCue(i) || i > c.from && !r.opensUse(stretch{c.from, i}) {
			continue
		}
		m := linkCue{start: i, end: i + 1}
		if at := r.movedWith(i, c.to); at > 0 {
			d := r.purposeDraft(m.stretch(), stretch{m.end, at}, stretch{at, c.to})
			d.relation, d.rule, d.rank = "means", "claim/zh/with", 3
			r.add(d)
			return
		}
		if slices.Contains(r.text[i:c.to], '当') {
			return // 拿A当B
		}
		if x, ok := r.first(stretch{i + 3, c.to}, r.exchange); ok && !r.adnominal(x) && !x.is(r.come) {
			r.tradedFor(m, x, c.to)
		} else if !ok {
			r.withMeans(m, c.to)
		}
		return
	}
}

// movedWith is where 把 opens what is done with the means that text[i:] names: 借台湾问题
// 把美国留在亚洲; 0 if it does not.
func (r *zhReader) movedWith(i, to int) int {
	for j := i + 3; j < min(to-4, i+14); j++ {
		if r.text[j] == '把' && !r.inCue(j) {
			return j
		}
	}
	return 0
}

// opensUse reports whether 用 may open its phrase after what stands before it in
// its clause: somebody, an adverb or a verb of wanting.
func (r *zhReader) opensUse(left stretch) bool {
	return r.plainActor(left) || r.text[left.to-1] == '是' || slices.ContainsFunc(r.cues, func(c linkCue) bool {
		return c.end == left.to && c.is(r.adverb|r.modal|r.opener|r.ought|r.matrix|r.say|r.no)
	})
}
