package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// This file reads what follows in Chinese: A,因此B.

// consequence reads A,因此B.
func (r *zhReader) consequence(k int, m linkCue) {
	d := draft{connective: m.stretch(), relation: "result", rule: "claim/zh/consequence", rank: 4, sign: entente.Plus}
	body := stretch{m.end, r.clauses[k].end}
	if body.from < body.to && r.text[body.from] == ',' {
		body.from++
	}
	next := k + 1
	if body.empty() && next < len(r.clauses) {
		body = stretch{r.clauses[next].start, r.clauses[next].end}
		next++
	}
	if k > 0 {
		d.cause = r.before(k)
	}
	if prior, ok := r.chained(k); ok && !prior.cause.empty() && body.to > body.from && !r.worried(k-1, prior) {
		d.cause = prior.cause
	}
	if r.concedes(body) && next < len(r.clauses) {
		body = stretch{r.clauses[next].start, r.clauses[next].end} // 因此即使C,B
	}
	d.effect = r.trimLeft(body, r.opener)
	for {
		c, ok := r.opensAt(d.effect.from, r.filler&^r.no)
		if !ok || c.is(r.no) {
			break
		}
		r.note(c, &d.manner)
		d.effect.from = c.end
	}
	d.modality = d.manner.modality()
	if r.concludes(d.effect) {
		return
	}
	r.add(d)
}

// worried reports whether a claim is only what somebody in clause k thinks or fears:
// what follows then comes of the thought.
func (r *zhReader) worried(k int, d draft) bool {
	say, ok := r.last(stretch{r.clause(k).from, d.cause.from}, r.say)
	return ok && say.end == d.cause.from && say.start > r.clause(k).from
}

// concedes reports whether a clause only grants something before the main one.
func (r *zhReader) concedes(s stretch) bool {
	if _, ok := r.opensAt(s.from, r.even|r.cond|r.reason); ok {
		return true
	}
	for i := s.from; i < s.to; i++ {
		if r.text[i] == '虽' || i+1 < s.to && slices.Contains([]string{"尽管", "无论", "不论", "不管", "纵使"}, string(r.text[i:i+2])) {
			return true
		}
	}
	return false
}

// concludes reports whether a consequence is only drawn, or advised: 因此可以
// 说, 因此应当.
func (r *zhReader) concludes(s stretch) bool {
	if _, ok := r.first(stretch{s.from, min(s.to, s.from+10)}, r.ought); ok {
		return true
	}
	if c, ok := r.last(s, r.say); ok && c.end == s.to && slices.Contains(zhJudging, string(r.text[c.start:c.end])) {
		return true // 不少人因此认为
	}
	if v, ok := r.opensAt(s.from, r.light); ok && !v.is(r.cause) && v.end < s.to && r.text[v.end] == '的' {
		return true // 由此形成的局面是
	}
	for _, idiom := range []string{"推出", "得出", "看出", "可知", "可见", "有人", "适得其反", "事与愿违", "可想而知", "不言自明", "事倍功半"} {
		if strings.HasPrefix(string(r.text[s.from:s.to]), idiom) {
			return true
		}
	}
	c, ok := r.first(stretch{s.from, min(s.to, s.from+6)}, r.say)
	return ok && slices.Contains(zhJudging, string(r.text[c.start:c.end]))
}

// zhJudging are verbs for a judgement, which is no consequence of a fact.
var zhJudging = []string{"认为", "断言", "断定", "推断", "看到", "判断", "指出"}

// midConsequence reads A从而B within one clause.
func (r *zhReader) midConsequence(k int, m linkCue) {
	if r.causal(k) {
		return
	}
	left := r.subject(stretch{r.clauses[k].start, m.start})
	if r.drawn(k, m) {
		r.henceSaid(k, m) // A,B由此取得C
		return
	}
	if left.to-left.from < 4 || r.isAgent(left) || m.is(r.hence) && r.plainActor(left) {
		if m.is(r.hence) {
			r.henceSaid(k, m) // 企业因而加快转移
		}
		return
	}
	if prior, ok := r.chained(k); ok && left.covers(stretch{r.clauses[k].start, m.start}) && r.isPronoun(left) {
		left = prior.cause
	}
	if rest := r.trimLeft(stretch{m.end, r.clauses[k].end}, r.adverb|r.modal); m.is(r.hence) && rest.to-rest.from < 4 {
		r.henceSaid(k, m) // 恐慌由此加深
		return
	}
	d := draft{cause: left, effect: stretch{m.end, r.clauses[k].end}, connective: m.stretch(), relation: "result",
		modality: "asserted", rule: "claim/zh/consequence", rank: 4, sign: entente.Plus}
	r.add(d)
}

// henceSaid reads A,B因此C: the consequence is the whole clause, of what was
// said last.
func (r *zhReader) henceSaid(k int, m linkCue) {
	c := r.clause(k)
	cause := r.before(k)
	if cause.empty() && k > 0 || r.causal(k) || m.start-c.from < 2 || r.concludes(c) {
		return
	}
	if prior, ok := r.chainedTo(k, m); ok && !prior.cause.empty() {
		if cause = prior.cause; r.sumsUpIn(k-1, prior) {
			cause = prior.effect // A,导致C,B因此D
		}
	}
	d := draft{cause: cause, effect: c, connective: m.stretch(), relation: "result", modality: "asserted",
		rule: "claim/zh/consequence", rank: 4, sign: entente.Plus}
	if f, ok := r.first(c, r.modal&^r.able); ok && !f.is(r.able) {
		r.note(f, &d.manner)
	}
	r.trimRight(stretch{c.from, m.start}, r.no, &d.manner) // 没有因此平息
	d.modality = d.manner.modality()
	r.add(d)
}
