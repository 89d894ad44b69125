package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// plays reads what a cause is to its effect: A は B の要因だ.
func (r *lastReader) plays(m linkCue) {
	b, ok := r.opensAt(m.end, r.be)
	if !ok {
		return
	}
	seg := r.segment(m.start)
	subjects := r.subjects(seg, m.start-1)
	if len(subjects) == 0 {
		return
	}
	left := stretch{seg.from, m.start}
	if t, ok := r.firstTopicIn(left, true); ok && left.to-t.end > 2 {
		left.from = t.end
	} else if t, ok := r.topicIn(left); ok && left.to-t.end > 2 {
		left.from = t.end
	}
	d := draft{effect: r.tidy(left), connective: m.stretch(), relation: "result", sign: entente.Plus, rank: 5, rule: r.rule("role")}
	if m.is(r.roleLess) {
		d.turn = m.stretch()
	}
	d.manner.predicted = strings.HasSuffix(string(r.text[b.start:b.end]), "될")
	r.tone(stretch{m.end, r.segment(m.end).to}, m.end, &d.manner)
	d.modality = d.manner.modality()
	if t, ok := r.firstTopicIn(stretch{seg.from, m.start}, true); ok {
		subjects = []stretch{r.noun(seg.from, t.start)}
	} else if t, ok := r.firstTopicIn(stretch{0, seg.from}, true); ok {
		subjects = []stretch{r.noun(r.segment(t.start).from, t.start)}
		d.effect.from = r.tidy(seg).from
	}
	if v, ok := r.last(d.effect, r.causeLess|r.semiLess); ok && d.turn.empty() {
		d.turn = v.stretch()
	}
	if strings.ContainsRune("の의", r.runeAt(d.effect.to-1)) || m.is(r.roleLess) {
		d.effect.to = m.end // 協力の障害; but 見直す as in 見直す契機
	}
	no, contrast := r.last(d.effect, r.notBut)
	for _, d.cause = range subjects {
		if contrast {
			denied := d
			denied.effect.to, denied.modality = no.start, "denied"
			r.add(denied)
			d.effect.from = no.end
		}
		r.add(d)
	}
}

// explains reads a sentence that says what the sentence before it gave the reason
// of: 협정이 있어도 안심할 수 없는 까닭이다, 日本が急ぐゆえんである.
func (r *lastReader) explains(m linkCue) bool {
	if len(r.text)-m.end > 6 {
		return false
	}
	if t, ok := r.firstTopicIn(stretch{0, m.start}, true); ok && !strings.ContainsRune("도も", r.text[t.start]) {
		return false
	}
	effect := r.tidy(stretch{r.reportedFrom(m), m.start})
	if t, ok := r.firstTopicIn(effect, false); ok && r.isPronoun(stretch{effect.from, t.start}) {
		effect.from = t.end // これが急ぐ理由だ
	}
	if last := r.runeAt(effect.to - 1); r.lang == "ko" && last != '는' && !finalN(last) || r.lang == "ja" && !strings.ContainsRune("るたいうくすむぶつぬ", last) {
		return false
	}
	r.add(draft{effect: effect, connective: m.stretch(), relation: "reason", modality: "asserted", sign: entente.Plus, rank: 5, rule: r.rule("reason")})
	return true
}

// aims reads an aim that modifies a noun: A は B ための措置だ; without a topic
// the noun is the cause: B ための手段.
func (r *lastReader) aims(m linkCue) {
	seg := r.segment(m.start)
	left := r.tidy(stretch{seg.from, m.start})
	d := draft{effect: left, connective: m.stretch(), relation: "purpose", modality: "intended", sign: entente.Plus, rank: 6, rule: r.rule("purpose")}
	if r.denies(m.end) || r.denies(m.end-1) {
		d.modality = "denied"
	}
	t, ok := r.firstTopicIn(left, true)
	if !ok {
		t, ok = r.firstTopicIn(left, false)
	}
	if !ok && r.text[m.end-1] == 'み' && strings.ContainsRune("にをの", r.runeAt(m.end)) {
		return // 現状変更の試みに反対する
	}
	if ok && strings.ContainsRune("も도", r.text[t.start]) {
		for next, more := t, true; more; next, more = r.firstTopicIn(stretch{t.end, left.to}, true) {
			t = next // A も B も
		}
	}
	if ok && left.to-t.end > 2 {
		d.effect.from = t.end
		if no, contrast := r.last(d.effect, r.notBut); contrast {
			d.effect.from = no.end
		}
		added := false
		for _, d.cause = range r.subjects(seg, t.end+1) {
			if !r.plainActor(d.cause) {
				r.add(d)
				added = true
			}
		}
		if added || !r.ofArgument(m) {
			return
		}
	}
	if r.ofArgument(m) {
		d.cause = r.nounAfter(m.end)
		r.add(d)
		return
	}
	if t, ok = r.earlierTopic(seg.from); ok {
		if d.cause = r.noun(r.segment(t.start).from, t.start); !r.plainActor(d.cause) {
			r.add(d)
			return
		}
	}
	if r.isTopic(m.end) {
		return // 変更の試みは
	}
	if d.cause = r.nounAfter(m.end); d.cause.to-d.cause.from >= 2 {
		r.add(d)
	}
}

// ofArgument reports whether an aim modifies a noun that is an argument of the
// sentence, not its predicate: 供給源を広げるための協議が進む, 확보를 위한 협력 틀에 서명했다.
func (r *lastReader) ofArgument(m linkCue) bool {
	switch string(r.text[m.start:m.end]) {
	case "ための", "위한", "を目的とする", "を目的とした", "を狙った", "を狙う":
	default:
		return false
	}
	n := r.nounAfter(m.end)
	if c, ok := r.opensAt(n.from, r.formal); n.to-n.from < 2 || ok && c.end == n.to || r.plainActor(n) {
		return false
	}
	next := r.runeAt(n.to)
	if r.lang == "ja" {
		return strings.ContainsRune("をがに", next)
	}
	return strings.ContainsRune("을를이가에", next) && (r.runeAt(n.to+1) == ' ')
}

// comesFrom reads B は A から生じる, where A may be contrasted with what is not
// the cause: 힘이 아니라 약속에서 나온다.
func (r *lastReader) comesFrom(m linkCue) {
	seg := r.segment(m.start)
	if r.lang == "ko" && strings.ContainsRune("온긴는오", r.text[m.end-1]) && strings.ContainsRune(" 는", r.runeAt(m.end)) {
		return // 회담에서 나온 제안
	}
	if i := r.inflection(m.end); r.lang == "ja" && i > m.end && i < len(r.text) && !isKana(r.text[i]) && r.text[i] != '。' {
		r.cameFrom(m, i) // 世論に支えられる外交
		return
	}
	t, ok := r.firstTopicIn(stretch{seg.from, m.start - 2}, true)
	if !ok || r.plainActor(stretch{seg.from, t.start}) {
		t, ok = r.topicIn(stretch{seg.from, m.start - 2})
	}
	for ok && r.nextIsNot(t) {
		t, ok = r.topicIn(stretch{seg.from, t.start}) // 힘이 아니라
	}
	if !ok {
		t, ok = r.earlierTopic(seg.from)
	}
	if !ok || r.cleftKO(t) || r.brought(t, m) || r.lang == "ko" && r.runeAt(m.start-2) == '기' {
		return
	}
	d := draft{effect: r.noun(r.segment(t.start).from, t.start), cause: r.withClause(r.tidy(stretch{max(seg.from, t.end), m.start})), connective: m.stretch(), relation: "reason",
		sign: entente.Plus, rank: 5, rule: r.rule("origin")}
	if m.is(r.roleLess) {
		d.sign = entente.Minus // の犠牲になる
	}
	if no, ok := r.last(d.cause, r.notBut); ok {
		denied := d
		denied.modality, denied.cause = "denied", stretch{d.cause.from, no.start}
		d.cause.from = no.end
		r.add(denied)
	}
	r.tone(stretch{m.end, seg.to}, m.end, &d.manner)
	d.modality = d.manner.modality()
	r.add(d)
}

// cameFrom reads what modifies the effect that came from it: 対立に由来する圧力.
func (r *lastReader) cameFrom(m linkCue, head int) {
	d := draft{cause: r.noun(r.segment(m.start).from, m.start), effect: r.nounAfter(head), connective: m.stretch(), relation: "reason",
		modality: "asserted", sign: entente.Plus, rank: 5, rule: r.rule("origin")}
	if d.effect.to-d.effect.from >= 2 && d.cause.to-d.cause.from >= 2 && !m.is(r.roleLess) && !r.plainActor(d.cause) {
		r.add(d)
	}
}

// inflection returns where the ending る, た, する or した of a verb that breaks off at
// a place ends.
func (r *lastReader) inflection(at int) int {
	if x := r.runeAt(at + 1); (r.runeAt(at) == 'す' || r.runeAt(at) == 'し') && (x == 'る' || x == 'た') {
		return at + 2
	}
	if strings.ContainsRune("るたす", r.runeAt(at)) {
		return at + 1
	}
	return at
}

// brought reports whether a subject is that of a verb of effect that modifies
// what follows: 변덕이 낳은 뜻밖의 결과다.
func (r *lastReader) brought(t, m linkCue) bool {
	v, ok := r.first(stretch{t.end, m.start}, r.cause)
	return ok && v.start <= t.end+1 && !strings.ContainsRune("はも은는도", r.text[t.start])
}

// nextIsNot reports whether a subject is that of 아니라.
func (r *lastReader) nextIsNot(t linkCue) bool {
	return strings.HasPrefix(string(r.text[t.end:min(len(r.text), t.end+3)]), " 아")
}

// split reads a sentence that says by what something is done: 同盟を強くするの
// は A ではなく B である.
func (r *lastReader) split(m linkCue) {
	seg, rest := r.segment(m.start), r.tidy(stretch{m.end, len(r.text)})
	d := draft{effect: r.tidy(stretch{seg.from, m.start}), connective: m.stretch(), relation: "result", sign: entente.Plus,
		modality: "asserted", rank: 5, rule: r.rule("cleft")}
	why := false
	for _, head := range []string{" 이유", " 까닭", " 원인", " 배경", " 것"} {
		if strings.HasSuffix(string(r.text[d.effect.from:d.effect.to]), head) {
			d.effect.to -= len([]rune(head))
			why = head != " 것"
		}
	}
	because, isReason := r.last(rest, r.becauseEnd)
	v, isVerb := r.last(d.effect, r.verb|r.make)
	isVerb = isVerb && !r.does(rest)
	switch {
	case isReason && because.end >= rest.to-6:
		d.relation, rest.to = "reason", because.start
		if r.text[because.end-1] == 'な' {
			d.modality = "denied" // からだけではない
		}
		if r.isAimEnd(because) {
			d.relation, d.modality, d.rule = "purpose", "intended", r.rule("purpose")
		}
	case why:
		d.relation, rest = "reason", r.withoutCopula(rest)
	case isVerb && d.effect.to-v.end <= 4:
		whole := rest
		if rest = r.withoutCopula(rest); r.negated(stretch{rest.to, whole.to}) {
			d.modality = "denied"
		}
		if v.is(r.causeLess | r.semiLess) {
			d.turn = v.stretch()
		}
	default:
		return
	}
	give := func(d draft) {
		if d.relation == "purpose" {
			d.cause, d.effect = d.effect, d.cause
		}
		r.add(d)
	}
	if no, ok := r.last(rest, r.notBut); ok {
		denied := d
		denied.modality, denied.cause = "denied", r.withoutBecause(stretch{rest.from, no.start})
		rest.from = no.end
		give(denied)
	}
	d.cause = r.tidy(rest)
	if r.lang == "ja" && d.cause.to > d.cause.from && r.text[d.cause.to-1] == 'の' {
		d.cause.to-- // 関税の|ためだ
	}
	give(d)
}

// does reports whether a Korean stretch has a verb of effect with its object: it
// says what something does, not what it is (것은 갈등을 키울 뿐이다).
func (r *lastReader) does(s stretch) bool {
	v, ok := r.last(s, r.verb|r.make)
	return ok && r.lang == "ko" && r.acted(s.from, v.start) && s.to-v.end < 14
}

// cleftKO reports whether a particle stands after 것, 이유 or 까닭: what follows
// says by what or why.
func (r *lastReader) cleftKO(m linkCue) bool {
	if r.lang != "ko" || !r.isTopic(m.start) || m.start < 3 || r.text[m.start] != '은' && r.text[m.start] != '는' {
		return false
	}
	before := string(r.text[m.start-3 : m.start])
	return strings.HasSuffix(before, " 것") || slices.Contains([]string{" 이유", " 까닭", " 원인", " 배경"}, before)
}

// negated reports whether a stretch has a word of negation.
func (r *lastReader) negated(s stretch) bool {
	text := string(r.text[s.from:s.to])
	return strings.Contains(text, "ない") || strings.Contains(text, "아니")
}

// withoutCopula drops the end of a sentence that says what something is.
func (r *lastReader) withoutCopula(s stretch) stretch {
	for _, end := range append(predicateEnds, "에 있다", "다") {
		if strings.HasSuffix(string(r.text[s.from:s.to]), end) {
			s.to -= len([]rune(end))
			break
		}
	}
	return s
}

// isAimEnd reports whether the end of a sentence says for what: ためだ after the
// plain form of a verb, 위해서다.
func (r *lastReader) isAimEnd(c linkCue) bool {
	word := string(r.text[c.start:c.end])
	return strings.HasPrefix(word, "위") || strings.HasPrefix(word, "ため") && r.isAim(c)
}

// withoutBecause drops what marks a reason at the end of a stretch: 買うため(では
// なく).
func (r *lastReader) withoutBecause(s stretch) stretch {
	for _, end := range []string{"ため", "から", " 위해서", " 때문"} {
		if strings.HasSuffix(string(r.text[s.from:s.to]), end) {
			s.to -= len([]rune(end))
		}
	}
	return s
}

// chains reads what is done in order to protect or further something, in the
// form that goes on: 窓口を開き、誤解を防ぐ. The verb must be one of aims.
func (r *lastReader) chains() {
	for _, b := range r.breaks {
		if !r.chained(b) {
			continue
		}
		before, after := r.segment(b.at-1), r.mainClause(b.next)
		v, ok := r.furthers(&after)
		if !ok {
			continue
		}
		if _, own := r.firstTopicIn(stretch{b.next, v.start}, true); !ok || own || before.to-before.from < 5 {
			continue
		}
		if t, ok := r.firstTopicIn(before, false); ok {
			if !r.plainActor(stretch{before.from, t.start}) {
				continue
			}
			before.from = t.end
		}
		d := draft{cause: before, effect: after, connective: stretch{b.at, b.at}, relation: "purpose", modality: "intended",
			sign: entente.Plus, rank: 3, listed: true, rule: r.rule("chain")}
		if v.is(r.semiLess) {
			d.turn = v.stretch()
		}
		r.add(d)
	}
}

// furthers returns the verb that says that a clause is an aim: one of intention
// (減らそうとする), without which the clause is the effect, or one of effect.
func (r *lastReader) furthers(after *stretch) (linkCue, bool) {
	if v, ok := r.last(*after, r.intend); ok && after.to-v.end <= 5 && v.start-after.from > 3 {
		after.to = v.start + 1
		if v.end-v.start > 1 && r.text[v.start+1] == 'と' {
			after.to-- // 深める|ことを狙う
		}
		if turn, ok := r.last(*after, r.semiLess); ok {
			return turn, true
		}
		return v, true
	}
	v, ok := r.last(*after, r.semi|r.semiLess)
	if ok {
		v, ok = r.effectVerb(v)
	}
	return v, ok && after.to-v.end <= 7
}

// chained reports whether a boundary follows a verb in the form that goes on.
func (r *lastReader) chained(b boundary) bool {
	if b.at < 3 {
		return false
	}
	if r.lang == "ja" {
		return r.text[b.at-1] != 'が' && b.next == b.at+1 && r.text[b.at] == '、'
	}
	text := string(r.text[b.at-2 : b.at])
	return text == "하여" || text == "시켜" || b.linked
}
