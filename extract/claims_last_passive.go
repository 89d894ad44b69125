package extract

import (
	"strings"

	"github.com/ententelab/entente"
)

// agents are the particles of what a passive is brought about by, the longer
// first. Of the Korean ones only verbs of class passive tell 에 and 로 from those
// of place and manner.
var agents = map[string][]string{
	"ja": {"によって", "により", "に"},
	"ko": {"에 의해서 ", "에 의해 ", "에 의하여 ", "으로 인해 ", "로 인해 ", "으로 ", "로 ", "에 "},
}

// suffers reads an effect that stands as the subject of a passive: 交渉は反対に阻
// まれた, 결속은 불신으로 흔들린다. The agent stands before the verb itself.
func (r *lastReader) suffers(v linkCue) {
	seg := r.segment(v.start)
	mark := ""
	for _, a := range agents[r.lang] {
		if n := len([]rune(a)); v.start-n > seg.from && string(r.text[v.start-n:v.start]) == a {
			mark = a
			break
		}
	}
	if mark == "に" && isHan(r.text[v.end-1]) {
		return // 大幅に強化された
	}
	at := v.start - len([]rune(mark))
	if mark == "" || r.text[at-1] == '적' {
		return // 안정적으로
	}
	t, ok := r.topicIn(stretch{seg.from, at})
	if !ok {
		t, ok = r.earlierTopic(seg.from)
	}
	cause, effect := r.withClause(r.noun(max(seg.from, min(t.end, at)), at)), r.head(v)
	if effect.empty() && ok {
		effect = r.noun(r.segment(t.start).from, t.start)
	}
	if strings.ContainsRune("%0123456789", r.runeAt(cause.to-1)) {
		return // 2%に下げられ
	}
	if effect.empty() || r.plainActor(cause) || cause.to-cause.from < 2 || r.lang == "ja" && isKana(r.text[cause.to-1]) && r.text[cause.to-1] < 'ァ' {
		return
	}
	d := draft{cause: cause, effect: effect, connective: v.stretch(), relation: "reason",
		sign: entente.Plus, rank: 7, rule: r.rule("passive")}
	if v.is(r.causeLess | r.semiLess | r.passiveLess) {
		d.sign = entente.Minus
	}
	r.tone(stretch{v.end, seg.to}, v.end, &d.manner)
	d.modality = d.manner.modality()
	r.add(d)
}

// passive returns the verb of effect that a cue is the stem of, if it stands in
// the passive: 阻ま|れ, 支え|られ, 制約|され. Korean has verbs for it (막히다).
func (r *lastReader) passive(m linkCue) bool {
	if m.is(r.suffer | r.passiveLess) {
		return true
	}
	if r.lang != "ja" || !m.is(r.verb) {
		return false
	}
	next := string(r.text[m.end:min(len(r.text), m.end+3)])
	last := r.text[m.end-1]
	switch {
	case strings.HasPrefix(next, "られ"):
		return true
	case strings.HasPrefix(next, "され"):
		return true
	case strings.HasPrefix(next, "れ"):
		return strings.ContainsRune("かがさたなばまらわ", last)
	}
	return false
}

// brings reads a verb of effect that modifies its effect and has its cause as
// subject: 説明不足が生んだ混乱, 원화 약세가 불러온 물가 상승.
func (r *lastReader) brings(v linkCue) {
	if !v.is(r.cause) {
		return
	}
	at := v.start
	if r.lang == "ko" {
		at--
	}
	t, ok := r.topicIn(stretch{r.segment(v.start).from, at})
	if !ok || t.end != at || strings.ContainsRune("はも은는도", r.text[t.start]) {
		return
	}
	cause, effect := r.noun(r.segment(t.start).from, t.start), r.head(v)
	if effect.to-effect.from < 2 || r.plainActor(cause) {
		return
	}
	d := draft{cause: cause, effect: effect, connective: v.stretch(), relation: "result", modality: "asserted",
		sign: entente.Plus, rank: 5, rule: r.rule("result")}
	r.add(d)
}

// contradicts reads what a cause is said not to bring about, its opposite being
// said next: 増額は信頼を買い戻すどころか, 이해를 얻기는커녕.
func (r *lastReader) contradicts(m linkCue) {
	seg := r.segment(m.start)
	if prev := r.runeAt(m.start - 1); r.lang == "ja" && !strings.ContainsRune("るうくすむぶぐつぬ", prev) {
		return
	}
	t, ok := r.firstTopicIn(stretch{seg.from, m.start}, true)
	from := t.end
	if !ok {
		t, ok = r.earlierTopic(seg.from)
		from = seg.from
	}
	if !ok {
		return
	}
	d := draft{cause: r.noun(r.segment(t.start).from, t.start), effect: r.tidy(stretch{from, m.start}), connective: m.stretch(), relation: "result",
		modality: "denied", sign: entente.Plus, rank: 5, rule: r.rule("contrast")}
	if r.plainActor(d.cause) {
		return
	}
	if v, ok := r.last(d.effect, r.causeLess|r.semiLess); ok {
		d.turn = v.stretch()
	}
	r.add(d)
}

// reacts reads what somebody or something answers to, in the case of aim, before
// a verb of being moved: 発表に市場は動揺した, 발표에 시장은 동요했다.
func (r *lastReader) reacts(v linkCue) {
	seg := r.segment(v.start)
	t, ok := r.topicIn(stretch{seg.from, v.start})
	if !ok {
		return
	}
	subject := r.noun(seg.from, t.start)
	at := subject.from
	for at > seg.from && (r.text[at-1] == ' ' || r.text[at-1] == '、' || r.text[at-1] == ',') {
		at--
	}
	if at-seg.from < 4 || r.text[at-1] != 'に' && r.text[at-1] != '에' {
		return
	}
	cause := r.noun(seg.from, at-1)
	if cause.to-cause.from < 2 || r.plainActor(cause) || strings.ContainsAny(string(r.text[cause.to-1:cause.to]), "日月年時일월년시") {
		return
	}
	d := draft{cause: cause, effect: r.mainClause(at), connective: stretch{at - 1, at}, relation: "reason",
		sign: entente.Plus, rank: 5, rule: r.rule("reason")}
	r.tone(stretch{v.end, seg.to}, v.end, &d.manner)
	d.modality = d.manner.modality()
	r.add(d)
}
