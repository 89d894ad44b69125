package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// clauseLink reads a connective that follows a clause: A ので B; B ために A; A れば B.
func (r *lastReader) clauseLink(m linkCue) {
	if r.lang == "ja" && r.text[m.start-1] == 'の' && !m.is(r.cond) {
		r.nounLink(m) // 悪天候のため
		return
	}
	left := r.before(m)
	right := r.mainClause(m.end)
	if r.answered(m, right) || left.to-left.from < 2 || right.to-right.from < 2 || r.repeats(m) || r.only(m, right) {
		return
	}
	if r.lang == "ko" && m.is(r.purpose) && right.to-right.from < 9 && !slices.Contains(r.text[right.from:right.to], ' ') {
		return // 따르도록 만들었다: what is meant, not what is done for it
	}
	d := draft{cause: left, effect: right, connective: m.stretch(), sign: entente.Plus, rank: 6}
	r.tone(stretch{m.end, r.segment(m.end).to}, 0, &d.manner)
	d.relation, d.modality = "reason", d.manner.modality()
	switch {
	case m.is(r.purpose) && r.isAim(m) && !(r.lang == "ja" && m.is(r.reason) && r.comesAbout(right)):
		d.cause, d.effect = r.withoutTopic(right), left
		d.relation, d.modality = "purpose", "intended"
	case m.is(r.means):
		d.relation = "means"
	case m.is(r.times):
		d.relation = "condition"
	case m.is(r.cond) && r.grows(m):
		d.relation = "condition" // the more A, the more B, as things are
	case m.is(r.cond):
		d.relation, d.modality = "condition", "conditional"
		if r.happened(m) {
			d.relation, d.modality = "reason", "asserted"
		}
	}
	if m.is(r.means) {
		if _, vague := r.first(right, r.enough); vague && right.to-right.from < 12 {
			return // だけでは十分ではない
		}
		no, ok := r.last(stretch{right.from, right.to + 1}, r.no)
		only := strings.ContainsRune("は는", r.text[m.end-1])
		if ok = ok && right.to-no.end < 4; ok && (only || r.alone(m)) {
			d.modality = "denied" // 만으로는 … 없다
		} else if r.alone(m) {
			return
		}
	}
	d.rule = r.rule(d.relation)
	r.add(d)
	r.also(d)
}

// alone reports whether a connective says that a means is the only one: だけで.
func (r *lastReader) alone(m linkCue) bool {
	word := string(r.text[m.start:m.end])
	return word == "だけで" || word == "のみで" || word == "만으로"
}

// grows reports whether a connective says that one thing grows with another.
func (r *lastReader) grows(m linkCue) bool {
	word := string(r.text[m.start:m.end])
	return word == "ほど" || strings.HasSuffix(word, "수록")
}

// repeats reports whether a condition is the first half of 深まれば深まるほど.
func (r *lastReader) repeats(m linkCue) bool {
	c, ok := r.first(stretch{m.end, min(len(r.text), m.end+9)}, r.cond)
	if r.lang == "ko" {
		return ok && m.is(r.cond) && strings.HasSuffix(string(r.text[c.start:c.end]), "수록") // 풀면 풀수록
	}
	return ok && string(r.text[c.start:c.end]) == "ほど" && strings.HasSuffix(string(r.text[m.start:m.end]), "ば")
}

// only reports whether a connective marks no link here: what it denies is read
// elsewhere, and 면서 and なか mark a reason only of what comes about.
func (r *lastReader) only(m linkCue, right stretch) bool {
	if m.is(r.reason) && r.denies(m.end) {
		return true
	}
	if word := string(r.text[m.start:m.end]); word == "면" && r.text[m.start-1] == '다' && strings.ContainsRune("했었았였됐", r.text[m.start-2]) {
		_, ok := r.last(stretch{m.end, len(r.text)}, r.modal)
		return !ok // a contrast rather than a condition
	} else if r.state(m) {
		return !r.ownSubjects(m, right)
	} else if word == "면서" && r.became(m) {
		_, ok := r.firstTopicIn(right, false)
		return !ok
	} else if word != "면서" && word != "는 가운데" && !r.amid(word) {
		return false
	}
	_, ok := r.first(right, r.change)
	return !ok
}

// amid reports whether a connective names circumstances: 強まるなか.
func (r *lastReader) amid(word string) bool {
	return strings.HasSuffix(word, "、") && (strings.Contains(word, "なか") || strings.Contains(word, "中"))
}

// before is the clause before a connective, without the topic of the main
// clause and what an earlier connective marks.
func (r *lastReader) before(m linkCue) stretch {
	s := stretch{r.reportedFrom(m), m.start}
	if string(r.text[m.start:m.end]) == "ほど" {
		if c, ok := r.last(stretch{max(0, s.from-4), s.from}, r.cond); ok && c.end == s.from && m.start-s.from < 8 {
			s.from = r.segment(c.start).from // 深まれば深まるほど
		}
	}
	if c, ok := r.last(s, r.reasonOf|r.meansOf|r.since); ok && s.to-c.end > 5 {
		s.from = c.end
	}
	if c, ok := r.last(stretch{max(0, s.from-2), s.from}, r.cond); ok && r.lang == "ko" && strings.HasSuffix(string(r.text[m.start:m.end]), "수록") && m.start-s.from < 8 {
		s.from = r.segment(c.start).from // 풀면 풀수록
	}
	if r.lang == "ja" && s.from > 4 && s.to > s.from && strings.ContainsRune("にはも", r.text[s.from]) {
		s.from = r.segment(s.from - 3).from // 途絶えた場合にも続くよう
	}
	if q, ok := r.quoted(m.start); ok {
		s.from = max(s.from, q.from)
	}
	s = r.tidy(s)
	if t, ok := r.firstTopicIn(s, true); ok && s.to-t.end > 3 {
		if r.mainTopic(t, s, m) {
			s.from = t.end
		} else if m.is(r.cond) && r.speaker(t, m) {
			s = r.withoutScene(r.tidy(stretch{t.end, s.to}))
		}
	}
	s.to = m.start + r.stem(string(r.text[m.start:m.end]))
	return r.tidy(r.unreported(s, m))
}

// unreported drops from the clause before a Japanese connective the subject, with a comma,
// of whoever the sentence says reports it: 野党議員が、Aすれば…と警告した.
func (r *lastReader) unreported(s stretch, m linkCue) stretch {
	if r.lang != "ja" {
		return s
	}
	for i := s.from + 1; i+1 < s.to-4; i++ {
		if r.text[i] == 'が' && r.text[i+1] == '、' {
			if t := (linkCue{i, i + 1, r.topic, 0}); r.speaker(t, m) {
				return stretch{i + 2, s.to}
			}
		}
	}
	return s
}

// reportedFrom is where the clause before a connective begins. What a verb of
// saying reports belongs to its clause: 行使はあり得ると答弁すると、….
func (r *lastReader) reportedFrom(m linkCue) int {
	from := r.segment(m.start).from
	c, ok := r.last(stretch{max(0, from-6), from}, r.quote)
	if !ok || c.end != from || r.modifies(from) {
		return from
	}
	if _, own := r.firstTopicIn(stretch{from, m.start}, false); own {
		return from
	}
	return r.segment(from - (c.end - c.start) - 1).from
}

// happened reports whether と joins two things that came about: …と、…した.
func (r *lastReader) happened(m linkCue) bool {
	if r.lang != "ja" || !strings.HasSuffix(string(r.text[m.start:m.end]), "と、") {
		return false
	}
	_, modal := r.last(stretch{m.end, len(r.text)}, r.modal)
	end := strings.TrimRight(string(r.text[m.end:]), " 。」)")
	return !modal && (strings.HasSuffix(end, "た") || strings.HasSuffix(end, "だった"))
}

// answered reports whether what follows a connective only says what somebody
// said to what was said before: 보도하자 부인했다, 정한다며 선을 그었다.
func (r *lastReader) answered(m linkCue, right stretch) bool {
	word := string(r.text[m.start:m.end])
	if !m.is(r.reason|r.cond) || !strings.HasSuffix(word, "자") && !strings.HasSuffix(word, "며") && !strings.HasSuffix(word, "と、") {
		return false
	}
	saying := r.reply
	if strings.HasSuffix(word, "며") {
		saying |= r.speech
	}
	_, ok := r.last(stretch{right.from, min(len(r.text), right.to+4)}, saying)
	return ok
}

// stem is how many runes of a connective belong to the verb before it: なけれ|ば,
// 나오|자, 하는| 이상.
func (r *lastReader) stem(word string) int {
	n := len([]rune(word))
	switch {
	case strings.HasSuffix(word, "ば"), strings.HasSuffix(word, "たら"), strings.HasSuffix(word, "と、"):
		return n - 1 - strings.Count(word, "、")
	case strings.HasPrefix(word, "ない"):
		return 2
	case r.amid(word):
		return 1 // 強まる|なか
	case r.lang == "ja", strings.HasPrefix(word, "경우"):
		return 0
	case strings.HasPrefix(word, "다는"), strings.HasPrefix(word, "라는"):
		return 1
	case strings.HasPrefix(word, "않"):
		return 1
	case word == "면서", word == "결과", strings.HasPrefix(word, "때"):
		return 0
	case endsState(word):
		return n // 늘어나
	case strings.Contains(word, " "):
		return len([]rune(word[:strings.Index(word, " ")]))
	case strings.HasSuffix(word, "자"), strings.HasSuffix(word, "며"), strings.HasSuffix(word, "야"):
		return n - 1
	}
	return 0
}

// mainTopic reports whether a topic before a connective belongs to the main
// clause: 日本は A ので B. A condition has a topic of its own unless a subject
// follows.
func (r *lastReader) mainTopic(t linkCue, s stretch, m linkCue) bool {
	if strings.ContainsRune("も도", r.text[t.start]) {
		return false
	}
	_, subject := r.firstTopicIn(stretch{t.end, s.to}, false)
	if m.is(r.cond) {
		return subject
	}
	return subject || m.is(r.purpose|r.means) || t.end < len(r.text) && r.text[t.end] == '、'
}

// withoutTopic drops the topic that opens a main clause.
func (r *lastReader) withoutTopic(s stretch) stretch {
	if t, ok := r.firstTopicIn(s, true); ok && t.end-s.from <= 12 && s.to-t.end > 3 {
		s.from = t.end
	}
	return r.tidy(s)
}

// isAim reports whether a connective of aims marks one. Japanese ため does after
// the plain form of a verb of doing (守るため); after a past or a verb of being
// it marks a reason.
func (r *lastReader) isAim(m linkCue) bool {
	if r.lang == "ko" || !strings.HasPrefix(string(r.text[m.start:m.end]), "ため") || r.text[m.end-1] == 'も' || r.text[m.end-1] == 'は' {
		return true
	}
	before := string(r.text[max(0, m.start-3):m.start])
	for _, being := range []string{"ている", "ある", "れる", "なる", "きる", "えない", "いる", "しまう"} {
		if strings.HasSuffix(before, being) {
			return false
		}
	}
	if c, ok := r.last(stretch{max(0, m.start-6), m.start}, r.change); ok && m.start-c.end <= 1 {
		return false // 方針が変わるため
	}
	return strings.ContainsRune("るすくぐむぶつうぬ", r.text[m.start-1])
}

// denies reports whether what follows a connective denies it: からではない.
func (r *lastReader) denies(at int) bool {
	next := string(r.text[at:min(len(r.text), at+6)])
	for _, no := range []string{"ではな", "とは限", "이 아", "만은 아니", "만이 아니", " 아니"} {
		if strings.HasPrefix(next, no) {
			return true
		}
	}
	return false
}

// becomes reads the case of cause, Japanese で and Korean 로, which a verb of
// becoming tells from that of place and means: 値上げで需要が減る.
func (r *lastReader) becomes(m linkCue) {
	seg := r.segment(m.start)
	if r.runeAt(m.start-1) == '적' {
		return // 선제적으로
	}
	r.byMeans(m, seg)
	if !r.wordEnds(m) || m.start-seg.from < 2 || r.lang == "ja" && isKana(r.text[m.start-1]) && r.text[m.start-1] < 'ァ' {
		return
	}
	v, ok := r.first(stretch{m.end, seg.to}, r.change)
	if !ok && (m.end-m.start < 3 || !r.endsWith(r.tidy(stretch{seg.from, m.start}), r.outcome)) {
		return // 완화에 따라
	}
	if !ok {
		v = m
	}
	if _, ok := r.firstTopicIn(stretch{m.end, v.start}, false); !ok && m.end-m.start < 3 {
		return
	}
	cause := r.noun(seg.from, m.start)
	if r.plainActor(cause) || m.end-m.start < 3 && r.endsWith(cause, r.place) {
		return
	}
	d := draft{cause: cause, effect: r.mainClause(m.end), connective: m.stretch(), relation: "reason",
		sign: entente.Plus, rank: 5, listed: m.end-m.start < 3, rule: r.rule("by")}
	r.tone(stretch{m.end, seg.to}, v.end, &d.manner)
	d.modality = d.manner.modality()
	r.add(d)
	r.also(d)
}

// byMeans reads an object that something is done to by means of something:
// 갈등을 대화로 푼다, 不安を対話で和らげる. A number there is a measure.
func (r *lastReader) byMeans(m linkCue, seg stretch) {
	if !r.wordEnds(m) || m.end-m.start > 2 {
		return
	}
	v, ok := r.first(stretch{m.end, min(len(r.text), m.end+6)}, r.semi|r.semiLess)
	if !ok || v.start > m.end+1 {
		return
	}
	cause := r.noun(seg.from, m.start)
	if v, ok = r.effectVerb(v); !ok || cause.from-seg.from < 3 || strings.ContainsAny(string(r.text[cause.from:cause.to]), "0123456789%％") {
		return
	}
	object, ok := r.object(stretch{seg.from, cause.from})
	if !ok || object.to < cause.from-2 {
		return
	}
	d := draft{cause: cause, effect: object, connective: m.stretch(), relation: "means", sign: entente.Plus, rank: 4, listed: true, rule: r.rule("means")}
	if v.is(r.semiLess) {
		d.sign = entente.Minus
	}
	r.tone(stretch{v.start, seg.to}, v.end, &d.manner)
	d.modality = d.manner.modality()
	r.add(d)
}

// consequence reads その結果 B. At the start of a sentence it marks a result
// only if B is something that comes about.
func (r *lastReader) consequence(m linkCue) {
	seg := r.segment(m.end)
	d := draft{effect: r.mainClause(m.end), connective: m.stretch(), relation: "result", sign: entente.Plus, rank: 4, rule: r.rule("consequence")}
	if before := r.tidy(stretch{0, m.start}); before.to-before.from > 4 {
		d.cause = r.tidy(r.segment(before.to - 1))
		if from := r.pastQuotes(d.cause.from); r.lang == "ko" && d.cause.from > 0 && d.cause.to-d.cause.from < 9 {
			d.cause = r.tidy(stretch{min(from, r.pastQuotes(d.cause.from-1)), d.cause.to}) // 올리라고 요구했고, 그 여파로
		}
		if t, ok := r.firstTopicIn(d.cause, false); ok && r.lang == "ko" && t.start-d.cause.from > 3 {
			if r.plainActor(stretch{d.cause.from, t.start}) {
				d.cause.from = t.end // 행정부는 거래를 선호하며, 그 결과
			} else {
				d.cause.to = t.start
			}
		}
	} else if v, ok := r.last(stretch{m.end, seg.to}, r.change); !ok || seg.to-v.end > 8 {
		return
	}
	r.tone(stretch{m.end, seg.to}, 0, &d.manner)
	d.modality = d.manner.modality()
	r.add(d)
}

// causeIs reads Bの原因はAだ and, for an aim, Aの目的はBだ.
func (r *lastReader) causeIs(m linkCue) {
	seg := r.segment(m.start)
	before := r.noun(seg.from, m.start)
	if prev := r.runeAt(m.start - 1); prev == ' ' || strings.ContainsRune("ただるい", prev) {
		before = r.tidy(stretch{seg.from, m.start}) // 急いだ背景には
	}
	after := r.tidy(stretch{m.end, r.segment(m.end).to})
	d := draft{cause: after, effect: before, connective: m.stretch(), relation: "reason", modality: "asserted",
		sign: entente.Plus, rank: 6, listed: before.to-before.from < 5, rule: r.rule("reason")}
	tail := string(r.text[after.from:after.to])
	for _, end := range predicateEnds {
		if i := strings.LastIndex(tail, end); i > 0 && (m.is(r.goalOf) || len(tail)-i-len(end) <= 9) {
			d.cause.to = after.from + len([]rune(tail[:i]))
			if strings.Contains(end, "ない") || strings.Contains(end, "아니") {
				d.modality = "denied"
			}
			break
		}
	}
	if m.is(r.goalOf) {
		d.cause, d.effect = d.effect, d.cause
		d.relation, d.rule = "purpose", r.rule("purpose")
		if d.modality == "asserted" {
			d.modality = "intended"
		}
	}
	if m.is(r.goalOf) && r.plainActor(d.cause) {
		d.cause = stretch{}
	}
	if before.empty() && m.is(r.goalOf) && m.start > 6 {
		d.cause = r.tidy(r.segment(m.start - 2)) // 公表したが、その狙いは
	} else if before.empty() && !m.is(r.goalOf) {
		return
	}
	r.add(d)
}

// predicateEnds end a sentence that says what something is, the longer first.
var predicateEnds = []string{"だけではない", "ではない", "ことにある", "ことである", "ことだ", "にある", "である", "があった", "がある", "だった", "だ",
	"뿐만이 아니다", "이 아니다", "가 아니다", "에 있", "이 있다", "가 있다", "이다"}

// plainActor reports whether a stretch ends with the name of somebody, or with an
// office.
func (r *lastReader) plainActor(s stretch) bool {
	for _, m := range r.actors {
		if m.End == s.to && m.Start >= s.from && len(m.list) == 1 && m.list[0].State() == string(m.list[0]) {
			return true
		}
	}

	if s.to > s.from && strings.ContainsRune("들ら등等", r.text[s.to-1]) {
		s.to--
	}
	c, ok := r.last(s, r.somebody)
	return ok && c.end == s.to
}
