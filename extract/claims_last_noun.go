package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// This file finds the noun phrase that names a side of a Japanese or Korean claim, with the
// clause that says what it is.

// noun is the noun phrase that ends at a place, from no further left than from.
func (r *lastReader) noun(from, to int) stretch {
	if r.lang == "ko" {
		return r.nounKO(from, to)
	}
	return r.nounJA(from, to)
}

// nounJA goes left to a particle or comma. A phrase that ends with こと is a
// clause; one with a relative clause keeps its subject.
func (r *lastReader) nounJA(from, to int) stretch {
	s := r.tidy(stretch{from, to})
	if s.to-s.from > 3 && string(r.text[s.to-2:s.to]) == "こと" {
		s.from = r.pastGoing(from)
		if t, ok := r.firstTopicIn(s, true); ok && t.end < s.to-4 {
			s.from = t.end
		}
		return r.tidy(s)
	}
	for i := s.to - 2; i > s.from; i-- {
		switch x := r.text[i]; {
		case x == '、' && !r.listed(i, s.to), x == '。', x == 'を' && !r.inPhrase(i) && !r.relative(i, s.to):
			s.from = i + 1
		case x == 'に' && !r.relative(i, s.to) && !r.inPhrase(i) && i+1 < s.to && !isKana(r.text[i+1]):
			s.from = i + 1
		default:
			if r.isTopic(i) && (!r.relative(i, s.to) || r.text[i] != 'が') || r.topical(i) {
				s.from = i + 1
				break
			}
			continue
		}
		break
	}
	return r.tidy(s)
}

// pastGoing goes back from the start of a segment over what goes on in it, without a topic of
// the whole: 計画に同意し、訓練まで提供した(こと).
func (r *lastReader) pastGoing(from int) int {
	for range 2 {
		if from < 4 || r.text[from-1] != '、' || !r.goesOn(from-1) || r.text[from-2] == 'が' {
			break
		}
		before := r.segment(from - 2)
		if _, ok := r.firstTopicIn(before, true); ok || before.to-before.from < 4 {
			break
		}
		from = before.from
	}
	return from
}

// listed reports whether the comma at i stands between two nouns of a list.
func (r *lastReader) listed(i, to int) bool {
	if c, ok := r.last(stretch{0, i + 1}, r.phrase); i < 1 || isKana(r.text[i-1]) || ok && c.end == i+1 {
		return false
	}
	for j := i + 1; j < to; j++ {
		if strings.ContainsRune("はがをに", r.text[j]) {
			return false
		}
	}
	return true
}

// relative reports whether a verb that modifies a noun stands between two
// places: 米国が課した関税.
func (r *lastReader) relative(from, to int) bool {
	_, ok := r.modifier(stretch{from, to})
	return ok || strings.Contains(string(r.text[from:to]), "ことへの")
}

// modifier returns where the head begins after the last verb that modifies a
// noun inside a stretch.
func (r *lastReader) modifier(s stretch) (int, bool) {
	for i := s.to - 1; i > s.from+1; i-- {
		prev := r.text[i-1]
		if !strings.ContainsRune("るたいうくすむぶぐつ", prev) || isKana(r.text[i]) && r.text[i] < 'ァ' || strings.ContainsRune(" 、,をの」)", r.text[i]) {
			continue
		}
		if prev == 'う' && r.text[i-2] == 'よ' {
			continue // 譲るよう求められる
		}
		if prev == 'い' && !strings.ContainsRune("なしきた", r.text[i-2]) || prev == 'く' {
			continue
		}
		if c, ok := r.last(stretch{s.from, i}, r.phrase); ok && c.end == i {
			continue
		}
		return i, true
	}
	return 0, false
}

// nounKO goes left word by word to one that ends with a case particle or a
// verb's ending. A word that joins nouns (대한, 위한) takes its particle along, a
// verb before its noun its subject, and 것 its whole clause.
func (r *lastReader) nounKO(from, to int) stretch {
	s := r.tidy(stretch{from, to})
	start, joined, relative := s.to, false, false
	clause := r.endsClauseNoun(s)
	said := from > 0 && r.text[from-1] == '는' && r.pastQuotes(from) < from
	if clause || said {
		s.from = r.pastQuotes(from) // 두 곳뿐이라는 | 사정
	}
	for start > s.from {
		prev := start
		for prev > s.from && r.text[prev-1] != ' ' {
			prev--
		}
		last := r.runeAt(start - 1)
		inside := joined || clause && !strings.ContainsRune("은는도", last) && (last != ',' || r.runeAt(start-2) != '도') || relative && last != ',' && !r.isTopic(start-1) ||
			relative && strings.ContainsRune("이가", last) || said && start <= from
		if start < s.to && !inside && r.endsPhrase(prev, start, s.to) {
			break
		}
		joined, relative = r.joins(start), relative && !strings.ContainsRune("이가", last) || r.modifiesKO(stretch{prev, start}) || r.pastVerb(stretch{prev, start}, s.from)
		start = prev
		for start > s.from && r.text[start-1] == ' ' {
			start--
		}
	}
	for start < s.to && r.text[start] == ' ' {
		start++
	}
	return r.tidy(stretch{start, s.to})
}

// endsClauseNoun reports whether a Korean noun phrase ends with the noun of a whole clause:
// 다그친 것, 구금한 사건.
func (r *lastReader) endsClauseNoun(s stretch) bool {
	text := string(r.text[s.from:s.to])
	if strings.HasSuffix(text, " 것") {
		return true
	}
	for _, noun := range []string{" 사건", " 점", " 일", " 사실"} {
		if at := s.to - len([]rune(noun)); strings.HasSuffix(text, noun) && at > s.from {
			return finalN(r.text[at-1]) || r.text[at-1] == '는'
		}
	}
	return false
}

// pastQuotes goes back from the start of a segment over what somebody only asks or says in
// the clause that goes on there: 하라고 | 다그친.
func (r *lastReader) pastQuotes(from int) int {
	for range 3 {
		c, ok := r.last(stretch{max(0, from-6), from}, r.quote)
		if !ok || c.end != from || from < 3 {
			break
		}
		from = r.segment(c.start - 1).from
	}
	return from
}

// namesEnough is how long a Korean noun is that names enough without the verb before it.
const namesEnough = 12

// endsPhrase reports whether a Korean word ends a phrase of its own: it has a
// case particle, or is a verb that modifies what follows up to end, and that
// names enough without it.
func (r *lastReader) endsPhrase(from, to, end int) bool {
	if to-from < 2 {
		return false
	}
	last := r.text[to-1]
	if strings.ContainsRune(",을를", last) || to-from > 2 && strings.ContainsRune("에로", last) {
		return true
	}
	if strings.HasSuffix(string(r.text[from:to]), "에서") || strings.HasSuffix(string(r.text[from:to]), "에게") {
		return true
	}
	if prev := r.text[to-2]; strings.ContainsRune("는도", last) && to-from > 2 && (prev == '에' || prev == '서') {
		return true
	}
	if last == '해' && to-from > 2 {
		return true // 제도화해
	}
	switch word := string(r.text[from:to]); word {
	case "두고", "놓고", "삼고", "있어", "없어", "아래", "속에":
		return true
	}
	if end-to >= namesEnough && r.modifiesKO(stretch{from, to}) {
		return true
	}
	for _, c := range r.cues {
		if c.end == to && c.start >= from && c.is(r.goOn|r.quote) {
			return true
		}
	}
	return r.isTopic(to - 1)
}

// modifiesKO reports whether a Korean word is a verb before its noun: 이어지는, 낳은.
func (r *lastReader) modifiesKO(s stretch) bool {
	if r.endsWith(s, r.adnominal) {
		return true
	}
	return s.to > s.from && r.text[s.to-1] == '는' && r.endsWith(stretch{s.from, s.to - 1}, r.verb|r.change)
}

// pastVerb reports whether a Korean word behind an argument of its own looks like a verb
// before its noun by its last syllable: 쉰을 넘긴 조선소, 구상에 밴 배타성.
func (r *lastReader) pastVerb(s stretch, from int) bool {
	if s.to-s.from < 1 || !strings.ContainsRune("한된진린긴킨친힌운던른뀐닌둔춘쓴찐뜬낸난튼딘든밴맨센준낀온", r.text[s.to-1]) {
		return false
	}
	if tiesNouns[string(r.text[s.from:s.to])] {
		return false
	}
	i := s.from
	for i > from && r.text[i-1] == ' ' {
		i--
	}
	return i-from > 2 && strings.ContainsRune("을를이가에로", r.text[i-1])
}

// tiesNouns are Korean words of a verb's form that only tie a noun to another.
var tiesNouns = map[string]bool{"대한": true, "위한": true, "관한": true, "인한": true, "의한": true, "향한": true, "통한": true, "관련한": true, "비한": true, "기반한": true, "비롯한": true, "포함한": true, "둘러싼": true}

// joins reports whether a Korean word that ends at a place joins a noun with a
// particle to the next: 에 대한, 로 인한.
func (r *lastReader) joins(end int) bool {
	return slices.ContainsFunc(r.cues, func(c linkCue) bool {
		return c.end == end && c.is(r.phrase|r.reasonOf|r.meansOf|r.aim)
	})
}

// nounLink reads a connective that follows a noun: A により B, A への懸念から B;
// before a noun it links two nouns: A に伴う B.
func (r *lastReader) nounLink(m linkCue) {
	at := m.start
	if m.is(r.feeling) {
		at = m.end - 2 // the feeling is the cause: 不安から
	} else if ni := slices.Index(r.text[m.start:m.end], 'に'); r.lang == "ja" && ni > 1 && r.text[m.start] == 'の' {
		at = m.start + ni // the demand is the cause: 米国の要求に応じて
	}
	seg := r.segment(m.start)
	if r.goesOnBeing(m) || at-seg.from < 2 || m.is(r.ifOf) && !r.wordEnds(m) || m.is(r.feeling) && r.turnsTo(m.end) {
		return
	}
	if v, ok := r.opensAt(m.end, r.verb); ok && r.lang == "ja" && r.passive(v) {
		return // 不信によって揺さぶられる: the effect is the subject
	}
	for at > seg.from && r.text[at-1] == 'の' && r.lang == "ja" {
		at--
	}
	left := r.noun(seg.from, at)
	if r.lang == "ko" && at > 2 && r.text[at-1] == ' ' && strings.ContainsRune("은는던된린킨진친긴힌센", r.text[at-2]) {
		left = r.before(linkCue{at, at, m.class, 0}) // 해결되지 않은 탓에
	}
	d := draft{cause: left, connective: m.stretch(), sign: entente.Plus, rank: 6, relation: "reason"}
	if m.is(r.adnominal) {
		d.effect = r.nounAfter(m.end)
		if _, ok := r.first(d.effect, r.outcome); !ok && m.is(r.meansOf) || d.effect.to-d.effect.from < 2 {
			return
		}
	} else {
		d.effect = r.mainClause(m.end)
	}
	r.tone(stretch{m.end, r.segment(m.end).to}, 0, &d.manner)
	if t, ok := r.first(stretch{d.effect.to, min(len(r.text), d.effect.to+8)}, r.modal); ok {
		r.note(t, &d.manner) // との懸念
	}
	d.modality = d.manner.modality()
	switch {
	case m.is(r.ifOf):
		d.relation, d.modality = "condition", "conditional"
		if r.without(m) {
			d.sign = entente.Minus
		}
		if d.effect.to-d.effect.from < 4 && seg.from > 3 {
			d.effect = r.segment(seg.from - 2) // 추진하되 A를 전제로 한다
		}
	case m.is(r.purpose|r.reason) && m.is(r.purpose) && r.endsGoal(left), m.is(r.purposeOf):
		d.cause, d.effect = r.withoutTopic(d.effect), left
		d.relation, d.modality = "purpose", "intended"
	case m.is(r.meansOf | r.means):
		d.relation = "means"
	}
	d.rule = r.rule(d.relation)
	r.add(d)
	if !m.is(r.adnominal) {
		r.also(d)
	}
}

// goesOnBeing reports whether a verb of reason is the predicate itself: 合意に驚いて|いる.
func (r *lastReader) goesOnBeing(m linkCue) bool {
	if m.end+1 < len(r.text) && string(r.text[m.end:m.end+2]) == "ざる" {
		return true // 要求に応じ|ざるを得ない
	}
	return r.lang == "ja" && m.is(r.reasonOf) && r.text[m.end-1] == 'て' && strings.ContainsRune("いきお", r.runeAt(m.end))
}

// turnsTo reports whether what follows から or 에서 names what is turned to: 共有から
// 計算へと移った.
func (r *lastReader) turnsTo(at int) bool {
	next := string(r.text[at:min(len(r.text), at+16)])
	return strings.Contains(next, "へ") || strings.Contains(next, "로 옮") || strings.Contains(next, "로 바") || strings.Contains(next, "로 전환")
}

// endsGoal reports whether a noun phrase ends with the noun of a deed that is
// somebody's aim: 費用削減.
func (r *lastReader) endsGoal(s stretch) bool {
	c, ok := r.last(s, r.verbal)
	return ok && c.end == s.to
}

// nounAfter is the noun phrase that starts at a place, up to its particle.
func (r *lastReader) nounAfter(from int) stretch {
	s := r.tidy(stretch{from, min(len(r.text), from+30)})
	for i := s.from + 1; i < s.to; i++ {
		x := r.text[i]
		if r.isTopic(i) || x == ',' || r.lang == "ja" && strings.ContainsRune("をにで、。とへ", x) && !r.inPhrase(i) {
			return r.tidy(stretch{s.from, i})
		}
		if r.lang == "ko" && strings.ContainsRune("을를에로", x) && (i+1 >= len(r.text) || r.text[i+1] == ' ') {
			return r.tidy(stretch{s.from, i})
		}
	}
	return s
}
