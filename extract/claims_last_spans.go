package extract

import (
	"slices"
	"strings"
	"unicode"
)

// A boundary lies between two predicates of a sentence.
type boundary struct {
	at, next int  // the end of the one and the start of the other
	strong   bool // no main clause reaches over it
	linked   bool // Korean 아/어 before an aim
}

// findBreaks finds the boundaries between predicates: connectives after a
// clause, verbs in the form that goes on (し、 하고), and the ends of what
// somebody is quoted with.
func (r *lastReader) findBreaks() {
	for i, c := range r.clauses {
		if i+1 < len(r.clauses) && c.mark != ',' && c.mark != 0 {
			r.breaks = append(r.breaks, boundary{at: c.end, next: r.clauses[i+1].start, strong: true})
		}
	}
	for _, c := range r.cues {
		switch {
		case c.is(r.connective) && r.marks(c):
			r.breaks = append(r.breaks, boundary{at: c.start, next: c.end})
		case c.is(r.quote) && r.wordEnds(c):
			at := c.start
			if r.lang == "ja" && at > 0 && !isKana(r.text[at-1]) {
				continue // 「対等」という言葉
			}
			if r.lang == "ko" {
				at++ // 다|는
			}
			r.breaks = append(r.breaks, boundary{at: at, next: c.end, strong: true})
		case c.is(r.goOn) && r.wordEnds(c):
			r.breaks = append(r.breaks, boundary{at: c.end, next: c.end, strong: true})
		}
	}
	r.findAims()
	for i, x := range r.text {
		if i > 1 && (r.lang == "ja" && x == '、' && r.goesOn(i) || r.lang == "ko" && (x == ',' || x == ' ') && r.goesOnKO(i)) {
			r.breaks = append(r.breaks, boundary{at: i, next: i + 1, strong: true})
		}
	}
	slices.SortFunc(r.breaks, func(a, b boundary) int { return a.at - b.at })
}

// findAims finds the boundary before an aim that what is done for it precedes in
// the form of 해: 추진해 줄이려 한다.
func (r *lastReader) findAims() {
	if r.lang != "ko" {
		return
	}
	for _, c := range r.cues {
		if !c.is(r.intend) {
			continue
		}
		for i := c.start; i > 4 && c.start-i < 30 && r.text[i] != ','; i-- {
			if r.text[i] == ' ' && r.text[i-1] == '해' && !strings.ContainsRune("대위통관인의", r.text[i-2]) && c.start-i > 4 {
				r.breaks = append(r.breaks, boundary{at: i, next: i + 1, strong: true, linked: true})
				break
			}
		}
	}
}

// goesOn reports whether a verb in the form that goes on, or が after a
// predicate, stands before the comma at i.
func (r *lastReader) goesOn(i int) bool {
	for _, c := range r.cues {
		if c.end == i && c.is(r.phrase|r.reasonOf|r.meansOf|r.opener|r.notBut|r.times|r.feeling|r.then|r.ifOf|r.since|r.purposeOf) {
			return false
		}
		if c.start > i {
			break
		}
	}
	before, prev := r.text[i-2], r.text[i-1]
	if prev == 'が' {
		return strings.ContainsRune("るただいすくうむぶつんぐ", before)
	}
	if prev == 'で' {
		return before == 'ん' || before == '的'
	}
	return strings.ContainsRune("てりしずきみくいえめちびれせけげべぎね", prev) && !strings.ContainsRune("、", before)
}

// goesOnKO reports whether the Korean word before the mark at i is a verb in
// the form that goes on; before a comma the ending alone tells it.
func (r *lastReader) goesOnKO(i int) bool {
	if !strings.ContainsRune("고며", r.text[i-1]) {
		return r.text[i] == ',' && strings.ContainsRune("나만데", r.text[i-1])
	}
	if r.text[i] == ',' && (r.text[i-1] == '며' || !strings.ContainsRune("라다사경보최재", r.text[i-2])) {
		return true
	}
	if i+1 < len(r.text) && strings.ContainsRune("있싶", r.text[i+1]) {
		return false // 하고 있다
	}
	return strings.ContainsRune("하되었았했됐졌왔났렸였있없이지키치겠으추막얻낳갖르우먹주", r.text[i-2]) && string(r.text[i-2:i]) != "르고"
}

// marks reports whether a connective after a clause stands after one: Japanese
// から after a verb, Korean 면 at the end of a word.
func (r *lastReader) marks(m linkCue) bool {
	if m.start < 2 || r.lang == "ko" && !r.wordEnds(m) {
		return false
	}
	prev, word := r.text[m.start-1], string(r.text[m.start:m.end])
	if r.lang == "ja" {
		switch word {
		case "から", "以上、", "以上は", "だけに", "たび", "たびに", "度に", "限り", "かぎり", "末に", "あまり、":
			ends := strings.ContainsRune("るただいすくうむぶつぬぐ", prev)
			if word == "から" {
				ends = ends && m.end < len(r.text) && strings.ContainsRune("、だで", r.text[m.end]) && prev != 'う'
			}
			return ends
		case "には、":
			return strings.ContainsRune("るすくぐむつうぶ", prev) // 避けるには
		case "ほど":
			return strings.ContainsRune("るすくぐむぶうつい", prev)
		}
		return true
	}
	if strings.HasSuffix(word, "야") {
		return r.obliges(m)
	}
	if strings.HasPrefix(word, "기에") {
		return strings.ContainsRune("있없했었았였됐하되이않", prev) && !strings.HasPrefix(string(r.text[m.end:]), " 앞")
	}
	if r.state(m) {
		return !r.joined(m)
	}
	if strings.HasPrefix(word, "때") {
		return prev == ' '
	}
	if word == "결과" {
		return prev == ' ' && finalN(r.text[m.start-2])
	}
	return true
}

// obliges tells the condition in 야 (쌓여야 진전된다) from what must be done (쌓아야 한다)
// and from 여야, the parties.
func (r *lastReader) obliges(m linkCue) bool {
	if r.runeAt(m.end) != ' ' || r.text[m.start-1] == ' ' && m.end-m.start == 2 && r.text[m.start] == '여' {
		return false
	}
	next := string(r.text[m.end+1 : min(len(r.text), m.end+4)])
	for _, must := range []string{"한다", "한 ", "할 ", "하", "했", "합", "함", "된", "되", "됐", "됩", "만 "} {
		if strings.HasPrefix(next, must) {
			return false
		}
	}
	return true
}

// wordEnds reports whether a Korean word ends with a cue.
func (r *lastReader) wordEnds(c linkCue) bool {
	return r.lang == "ja" || c.end >= len(r.text) || strings.ContainsRune(" ,.;:)\"'", r.text[c.end])
}

// segment is the stretch between two boundaries around a place.
func (r *lastReader) segment(at int) stretch {
	s := stretch{0, len(r.text)}
	for _, b := range r.breaks {
		if b.next <= at {
			s.from = max(s.from, b.next)
		} else if b.at >= at {
			s.to = min(s.to, b.at)
		}
	}
	return s
}

func (r *lastReader) opensSegment(m linkCue) bool {
	return r.tidy(stretch{r.segment(m.start).from, m.end}).from == m.start
}

// mainClause is the clause that starts at a place, with what depends on it,
// up to the end of its predicate.
func (r *lastReader) mainClause(from int) stretch {
	for from < len(r.text)-1 && r.lang == "ja" && strings.ContainsRune("にはも", r.text[from]) {
		from++ // 場合には
	}
	s := stretch{from, len(r.text)}
	if q, ok := r.quoted(from); ok && q.to > from+4 {
		s.to = q.to
	}
	for _, b := range r.breaks {
		if b.at > from+4 && (b.strong || b.at > from+8) {
			if c, ok := r.last(stretch{from, b.at}, r.contrast); ok && c.end == b.at && b.next < len(r.text)-4 {
				return r.mainClause(b.next) // 信頼を買い戻すどころか、不信を深める
			}
			s.to = min(s.to, b.at)
			break
		}
	}
	s = r.tidy(s)
	for _, c := range r.within(s, r.tail) {
		if c.start > s.from+4 && r.afterPredicate(c) {
			s.to = c.start
			break
		}
	}
	return r.tidy(s)
}

// afterPredicate reports whether a noun such as 可能性 stands after a clause, not
// after another noun.
func (r *lastReader) afterPredicate(c linkCue) bool {
	if r.lang == "ko" {
		verb := r.runeAt(c.start - 2)
		return r.text[c.start-1] == ' ' && (finalL(verb) || verb == '는' || finalN(verb) && strings.ContainsRune("것결", r.text[c.start]))
	}
	return isKana(r.text[c.start-1])
}

// findTopics finds the particles of topic and subject: in Japanese the letter
// itself, in Korean at the end of a word and in the shape that its noun asks for.
func (r *lastReader) findTopics() {
	for i, c := range r.cues {
		if i > 0 && r.lang == "ko" && r.cues[i-1].end == c.start && r.cues[i-1].is(r.verb|r.change) && !r.cues[i-1].is(r.verbal) {
			continue // 줄이|는
		}
		if last := r.text[c.end-1]; r.lang == "ko" && c.is(r.pronoun) && c.end-c.start > 1 && strings.ContainsRune("은는이가", last) && r.wordEnds(c) {
			r.topics = append(r.topics, linkCue{c.end - 1, c.end, r.topic, 0}) // 이는
			continue
		}
		if !c.is(r.topic) || c.start == 0 {
			continue
		}
		if r.lang == "ja" {
			if next := c.end; r.text[c.start] == 'が' && next < len(r.text) && r.text[next] == '、' && strings.ContainsRune("るただいすくう", r.text[c.start-1]) {
				continue
			}
			if r.text[c.start-1] == 'を' {
				continue // 足かせを|はめる
			}
			r.topics = append(r.topics, c)
			continue
		}
		if strings.HasPrefix(string(r.text[c.end:min(len(r.text), c.end+2)]), " 것") {
			continue // 편에 서는 것
		}
		if r.wordEnds(c) && !strings.ContainsRune(" 에", r.text[c.start-1]) && (r.text[c.start-1] != '서' || r.runeAt(c.start-2) != '에') && agrees(r.text[c.start-1], r.text[c.start]) {
			r.topics = append(r.topics, c)
		}
	}
}

// finalN reports whether a syllable ends in ㄴ, as a verb's past before a noun
// does.
func finalN(x rune) bool { return x >= '가' && x <= '힣' && (x-'가')%28 == 4 }

// finalL reports whether a syllable ends in ㄹ, as a verb that is to come does before a noun.
func finalL(x rune) bool { return x >= '가' && x <= '힣' && (x-'가')%28 == 8 }

// agrees reports whether a Korean particle has the shape that the syllable
// before it asks for: 은 and 이 after a final consonant, 는 and 가 after none.
func agrees(noun, particle rune) bool {
	if noun < '가' || noun > '힣' {
		return true
	}
	closed := (noun-'가')%28 != 0
	switch particle {
	case '은', '이':
		return closed
	case '는', '가':
		return !closed
	}
	return true
}

// shortest is one less than the length of the shortest topic: 이는 has one of one
// syllable.
func (r *lastReader) shortest() int {
	if r.lang == "ko" {
		return 0
	}
	return 1
}

// topicIn returns the last topic or subject inside a stretch.
func (r *lastReader) topicIn(s stretch) (linkCue, bool) {
	for i := len(r.topics) - 1; i >= 0; i-- {
		if c := r.topics[i]; c.end <= s.to && c.start > s.from+r.shortest() {
			return c, true
		}
	}
	return linkCue{}, false
}

// firstTopicIn returns the first topic inside a stretch; main asks for the
// topic of the whole sentence, not any subject.
func (r *lastReader) firstTopicIn(s stretch, main bool) (linkCue, bool) {
	for _, c := range r.topics {
		if c.start > s.from+r.shortest() && c.end <= s.to && (!main || strings.ContainsRune("はも은는도", r.text[c.start])) {
			return c, true
		}
	}
	return linkCue{}, false
}

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

// topical reports whether a case particle with は or も ends at i: には, でも.
func (r *lastReader) topical(i int) bool {
	if !strings.ContainsRune("はも", r.text[i]) {
		return false
	}
	return slices.ContainsFunc(r.cues, func(c linkCue) bool { return c.end == i+1 && c.is(r.phrase) && c.end-c.start <= 3 })
}

func (r *lastReader) isTopic(i int) bool {
	return slices.ContainsFunc(r.topics, func(c linkCue) bool { return c.start == i })
}

// inPhrase reports whether a place lies in a word that joins a noun to a noun
// (に対する), or in one that is no particle.
func (r *lastReader) inPhrase(i int) bool {
	for _, c := range r.cues {
		if c.start <= i && c.end > i {
			return c.end-c.start > 1
		}
	}
	return false
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

func isKana(x rune) bool { return x >= 'ぁ' && x <= 'ヿ' || x == 'ー' }

func isHan(x rune) bool { return unicode.Is(unicode.Han, x) }
