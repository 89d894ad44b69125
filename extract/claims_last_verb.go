package extract

import (
	"strings"

	"github.com/ententelab/entente"
)

// effectVerb returns the verb of effect that a cue is, or is the ending of, as
// one cue from its stem on. A verbal noun is none without its light verb, and
// none in the passive.
func (r *lastReader) effectVerb(m linkCue) (linkCue, bool) {
	next, second := r.runeAt(m.end), r.runeAt(m.end+1)
	switch {
	case r.lang == "ja" && strings.ContainsRune("いきしちみりびえけせてねめれげべぎ", r.text[m.end-1]) && strings.ContainsRune("のとはがをやへで", next):
		return m, false // a noun: 関税の引き下げと
	case m.is(r.make): // 停滞させ, 약화시키
		for m.start > 0 && !strings.ContainsRune(" 、をにはがも", r.text[m.start-1]) && r.text[m.start-1] != ',' {
			m.start--
		}
		m.class |= r.semi
		return m, true
	case !m.is(r.verb):
		return m, false
	case m.is(r.verbal) && r.lang == "ko":
		return m, strings.ContainsRune("하한할함했해시", next)
	case m.is(r.verb) && strings.HasSuffix(string(r.text[m.start:m.end]), "影響"):
		m.start++ // に及ぼす影響, a noun that names the link
		return m, true
	case r.lang == "ja" && isHan(r.text[m.end-1]) && r.native(m):
		return m, isKana(next) && !strings.ContainsRune("をはがのとへで", next)
	case r.lang == "ja" && isHan(r.text[m.end-1]):
		return m, strings.ContainsRune("すしさせ", next) && (next != 'さ' || second != 'れ')
	case r.lang == "ja" && (next == 'ら' || next == 'さ') && second == 'れ', r.lang == "ja" && next == 'れ' && second == 'た':
		return m, false
	}
	if r.lang == "ja" && m.end-m.start > 2 && strings.ContainsRune("にを", r.text[m.start]) {
		m.start++ // につながる, を可能にする
	}
	return m, true
}

// native reports whether a stem that ends in a Chinese character is that of a verb
// by itself, not a noun that needs する: 追い込|む, 蝕|む.
func (r *lastReader) native(m linkCue) bool {
	for i := m.start; i < m.end; i++ {
		if !isHan(r.text[i]) {
			return true
		}
	}
	return m.end-m.start == 1
}

// demanded reports whether the verb is what somebody should do: べき, 야 한다.
func (r *lastReader) demanded(m linkCue) bool {
	next := string(r.text[m.end:min(len(r.text), m.end+5)])
	if strings.Contains(next, "ための") {
		return true
	}
	if r.lang == "ko" && (strings.Contains(next, "려는") || strings.Contains(next, "려고") || strings.Contains(next, "기 위") || strings.Contains(next, "고자")) {
		return true // it is an aim
	}
	return strings.Contains(next, "べき") || strings.Contains(next, "야 한") || strings.Contains(next, "야 하") || strings.Contains(next, "자고")
}

// runeAt is the letter at a place, 0 outside the sentence.
func (r *lastReader) runeAt(i int) rune {
	if i < 0 || i >= len(r.text) {
		return 0
	}
	return r.text[i]
}

// result reads a verb of effect with its subject and object: A は B をもたらす.
func (r *lastReader) result(v linkCue) {
	seg := r.segment(v.start)
	object, marked := r.object(stretch{seg.from, v.start})
	if !marked {
		r.brings(v)
		return
	}
	if object.to-object.from < 2 || r.possibility(object) || r.said(object, v) {
		return
	}
	if r.lang == "ja" && r.text[v.start] == '増' && strings.ContainsRune("さ性", r.text[object.to-1]) {
		return // 厳しさを増す情勢: it only grows so itself
	}
	subjects := r.subjects(seg, object.from)
	if t, ok := r.firstTopicIn(stretch{seg.from, object.from}, true); ok && !strings.ContainsRune("も도", r.text[t.start]) && len(subjects) == 1 && r.plainActor(subjects[0]) {
		if main := r.noun(seg.from, t.start); !r.plainActor(main) {
			subjects[0], object.from = main, r.tidy(stretch{t.end, object.to}).from // 不信は、両国が協力する動機を高めた
		}
	}
	object, by := r.byWay(r.withClause(object))
	d := draft{effect: object, connective: v.stretch(), relation: "result", sign: entente.Plus, rank: 5, rule: r.rule("result")}
	head := r.head(v)
	if len(subjects) == 0 || r.insidePhrase(head, subjects[0]) {
		_, said := r.quoted(object.from)
		if head.empty() && (!said || !v.is(r.cause|r.causeLess)) {
			return // what is said of something has its cause outside the quotation
		}
		subjects, d.listed, d.rank = []stretch{head}, !head.empty(), 4
	}
	if v.is(r.cause) {
		d.core = object
	}
	if !v.is(r.cause|r.causeLess) || !r.towards(object, v) {
		d.effect.to = r.verbEnd(v, object, seg.to)
	}
	if v.is(r.causeLess | r.semiLess) {
		d.turn = v.stretch()
	}
	r.tone(stretch{v.start, seg.to}, v.end, &d.manner)
	if t, ok := r.first(stretch{seg.to, min(len(r.text), seg.to+12)}, r.modal); ok {
		r.note(t, &d.manner) // との懸念
	}
	d.modality = d.manner.modality()
	for _, d.cause = range subjects {
		if r.endsWith(d.cause, r.thesis) {
			continue
		}
		if r.plainActor(d.cause) && (by || d.manner.denied || !v.is(r.cause|r.causeLess) || v.is(r.urge)) {
			continue // somebody does it
		}
		r.add(d)
	}
}

// towards reports whether a verb of effect adds nothing to its object: it stands
// in the case of aim (亀裂につながる, 신뢰에 타격을 주다), or the verb is one of meaning.
func (r *lastReader) towards(object stretch, v linkCue) bool {
	word := string(r.text[v.start:v.end])
	if strings.Contains(word, "意味") || strings.HasPrefix(word, "의미") || strings.HasPrefix(word, "뜻하") {
		return true
	}
	x := r.runeAt(object.to)
	if x == 'に' || strings.ContainsRune("로으", x) {
		return v.is(r.cause) || strings.ContainsRune(word, 'を')
	}
	return false
}

// insidePhrase reports whether the noun that a verb of effect modifies is what the
// sentence is said to do something to, so that the verb has not the sentence's
// topic for its subject: 低迷は、増額を支える世論を掘り崩す.
func (r *lastReader) insidePhrase(head, subject stretch) bool {
	if head.empty() || r.endsWith(head, r.outcome) || !strings.ContainsRune("は은는", r.runeAt(subject.to)) {
		return false
	}
	return strings.ContainsRune("をがはも을를이가은는", r.runeAt(head.to))
}

// verbEnd is where an effect that takes its verb along ends: with the whole
// form of the verb, unless that would outweigh the object.
func (r *lastReader) verbEnd(v linkCue, object stretch, limit int) int {
	end := v.end
	for end < limit && end < v.end+4 {
		x := r.text[end]
		if r.lang == "ja" && !strings.ContainsRune("るたすしいきくうむぶつぐっせて", x) || strings.ContainsRune(" ,.", x) {
			break
		}
		end++
	}
	if end-object.from > 2*(object.to-object.from) || r.lang == "ja" && end < limit && r.text[end-1] == 'て' {
		return v.end
	}
	return end
}

// possibility reports whether a stretch ends with a noun such as 可能性 after a
// clause.
func (r *lastReader) possibility(s stretch) bool {
	c, ok := r.last(stretch{s.from, s.to + 1}, r.tail) // 結果|を
	return ok && c.end >= s.to && c.start > s.from && r.afterPredicate(c)
}

// endsWith reports whether a stretch ends with a word of a class.
func (r *lastReader) endsWith(s stretch, class linkClass) bool {
	c, ok := r.last(s, class)
	return ok && c.end == s.to
}

// object is the noun phrase before a verb, without its particle, and whether
// there is one with the particle of an object.
func (r *lastReader) object(s stretch) (stretch, bool) {
	if o, ok := r.towardsDeed(s); ok {
		return o, true
	}
	for i := s.to - 1; i > s.from; i-- {
		switch x := r.text[i]; {
		case x == 'も' && r.text[i-1] == 'に':
			return r.noun(s.from, i-1), true
		case strings.ContainsRune("も도", x) && r.isTopic(i) && i >= s.to-2:
			_, ok := r.topicIn(stretch{s.from, i})
			if _, shared := r.earlierTopic(s.from); ok || shared {
				return r.noun(s.from, i), true // 不安も強める
			}
			return stretch{}, false
		case i == s.to-1 && r.partOfVerb(i): // につながる
			return r.noun(s.from, i), true
		case r.isTopic(i), x == ',', x == '。':
			return stretch{}, false
		case i >= s.to-2 && r.possessor(i, s.to):
			return r.noun(s.from, i), true // 協力の足を引っ張る
		case r.lang == "ja" && strings.ContainsRune("をにへ", x) && r.objectMark(i),
			r.lang == "ko" && strings.ContainsRune("을를에로게", x) && r.runeAt(i+1) == ' ' && (x != '게' || r.text[i-1] == '에'):
			if r.lang == "ko" && strings.ContainsRune("에로", x) && r.acted(s.from, i) {
				continue // 관계를 협력으로 바꿔
			}
			if r.lang == "ko" && x == '로' && r.text[max(0, i-2)] == '적' {
				continue // 우발적으로
			}
			o := r.noun(s.from, i)
			if r.lang == "ko" && o.to > o.from && r.text[o.to-1] == '으' {
				o.to--
			}
			return o, true
		}
	}
	return stretch{}, false
}

// towardsDeed returns the clause that a Korean verb of helping is said to help: 절차를
// 맞추는 데 이바지하다.
func (r *lastReader) towardsDeed(s stretch) (stretch, bool) {
	if r.lang != "ko" || s.to-s.from < 8 || string(r.text[s.to-4:s.to]) != "는 데 " && string(r.text[s.to-5:s.to]) != "는 데에 " {
		return stretch{}, false
	}
	o := stretch{s.from, s.to - 3}
	if t, ok := r.firstTopicIn(o, false); ok && o.to-t.end > 3 {
		o.from = t.end
	}
	return r.tidy(o), true
}

// possessor reports whether the particle at i makes a noun the possessor of the
// object that a verb at v brings along: 발목을 잡다.
func (r *lastReader) possessor(i, v int) bool {
	c, ok := r.opensAt(v, r.verb)
	return ok && strings.ContainsRune("の의", r.text[i]) && i >= v-2 && strings.ContainsAny(string(r.text[c.start:c.end]), "をに을를")
}

// acted reports whether an object stands before a place in its clause.
func (r *lastReader) acted(from, i int) bool {
	for j := i - 1; j > from && i-j < 24; j-- {
		if r.isTopic(j) || r.text[j] == ',' {
			return false
		}
		if strings.ContainsRune("을를", r.text[j]) && r.runeAt(j+1) == ' ' {
			return true
		}
	}
	return false
}

// partOfVerb reports whether a particle belongs to a word of the vocabulary.
func (r *lastReader) partOfVerb(i int) bool {
	_, ok := r.opensAt(i, r.verb)
	return ok
}

// objectMark reports whether the letter at i is a particle of object: not the
// ending of an adverb (大幅に) between the object and its verb.
func (r *lastReader) objectMark(i int) bool {
	if r.inPhrase(i) {
		return false
	}
	if r.text[i] != 'に' {
		return true
	}
	for j := i - 1; j > 0 && i-j < 14 && !strings.ContainsRune("、はが", r.text[j]); j-- {
		if r.text[j] == 'を' {
			return false
		}
	}
	return true
}

// subjects are the causes of a verb: the nearest subject or topic before its
// object, with those that stand beside it (A も B も); in a chain that of the
// verb before.
func (r *lastReader) subjects(seg stretch, object int) []stretch {
	t, ok := r.topicIn(stretch{seg.from, object})
	if !ok {
		t, ok = r.earlierTopic(seg.from)
		if !ok {
			return nil
		}
	}
	if q, said := r.quoted(object); said && t.end <= q.from {
		return nil
	}
	out := []stretch{r.withClause(r.noun(r.segment(t.start).from, t.start))}
	for strings.ContainsRune("も도", r.text[t.start]) {
		before, ok := r.topicIn(stretch{0, out[len(out)-1].from})
		if !ok || r.text[before.start] != r.text[t.start] {
			break
		}
		t = before
		out = append(out, r.noun(r.segment(t.start).from, t.start))
	}
	return out
}

// withClause gives a noun the clause that says what it is: 米国が離れるという
// 不安.
func (r *lastReader) withClause(n stretch) stretch {
	for _, b := range r.breaks {
		if b.next <= n.from && b.next >= n.from-1 && b.at > 3 && strings.ContainsRune("う는", r.text[b.next-1]) {
			n.from = r.segment(b.at - 1).from
			break
		}
	}
	return n
}

// earlierTopic is the topic that a verb without a subject shares with the verbs
// before it in its sentence; what is quoted has none of its own outside.
func (r *lastReader) earlierTopic(at int) (linkCue, bool) {
	for at > 0 {
		seg := r.segment(at - 1)
		if t, ok := r.firstTopicIn(stretch{seg.from, at}, true); ok {
			return t, true
		}
		if t, ok := r.firstTopicIn(stretch{seg.from, at}, false); ok && !r.modifies(at) {
			return t, true
		}
		if seg.from >= at {
			break
		}
		at = seg.from
	}
	return linkCue{}, false
}

// modifies reports whether the clause before a place says what the noun after it
// is, so that its subject is not that of the sentence: 供給が途絶えないという|見通し.
func (r *lastReader) modifies(at int) bool {
	c, ok := r.last(stretch{max(0, at-4), at}, r.quote)
	return ok && c.end == at && (c.is(r.phrase) || strings.ContainsRune("う는", r.text[at-1]))
}

// head is the noun that a verb of effect modifies: 信頼を損なう要求.
func (r *lastReader) head(v linkCue) stretch {
	i := v.end
	if r.lang == "ja" {
		for i < len(r.text) && i < v.end+3 && isKana(r.text[i]) {
			i++
		}
		if i >= len(r.text) || !isHan(r.text[i]) || !strings.ContainsRune("るすくうむぶたつぐ", r.text[i-1]) {
			return stretch{}
		}
	} else {
		for i < len(r.text) && r.text[i] != ' ' {
			i++
		}
		if !strings.ContainsRune("는할", r.text[i-1]) && !finalN(r.text[i-1]) {
			return stretch{}
		}
		i++
	}
	if c, ok := r.opensAt(i, r.formal|r.role|r.roleLess|r.aim|r.tail|r.quote|r.goOn|r.no|r.modal); ok && (r.lang == "ja" || !hangul(r.runeAt(c.end)) || strings.ContainsRune("이을를은는에의으로가도만다들", r.runeAt(c.end))) {
		return stretch{}
	}
	return r.nounAfter(i)
}
