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

func isKana(x rune) bool { return x >= 'ぁ' && x <= 'ヿ' || x == 'ー' }

func isHan(x rune) bool { return unicode.Is(unicode.Han, x) }
