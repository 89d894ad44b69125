package extract

import (
	"strings"
	"unicode/utf8"
)

// state reports whether a Korean connective is the ending 아/어 of a verb of being
// or becoming, which gives a reason where another subject follows: 지지가 떨어져
// 협상이 늦어졌다.
func (r *lastReader) state(m linkCue) bool {
	return r.lang == "ko" && m.is(r.reason) && endsState(string(r.text[m.start:m.end]))
}

// endsState reports whether a word ends in 아/어, by itself or within its stem.
func endsState(word string) bool {
	last, _ := utf8.DecodeLastRuneInString(word)
	return strings.ContainsRune("어아해져돼나혀겨려", last) && !strings.HasPrefix(word, "위")
}

// auxiliaries follow a verb in 아/어 and make one predicate with it: 커져 있다.
var auxiliaries = []string{" 있", " 가", " 간", " 갔", " 온", " 오", " 왔", " 버", " 보", " 나가", " 나갔", " 주", " 준", " 줄", " 내", " 놓", " 두", " 둔", " 더"}

// joined reports whether what follows a verb in 아/어 belongs to it.
func (r *lastReader) joined(m linkCue) bool {
	next := string(r.text[m.end:min(len(r.text), m.end+3)])
	for _, a := range auxiliaries {
		if strings.HasPrefix(next, a) {
			return true
		}
	}
	return false
}

// ownSubjects reports whether the clauses before and after a connective have a
// subject each.
func (r *lastReader) ownSubjects(m linkCue, right stretch) bool {
	_, left := r.topicIn(stretch{r.segment(m.start).from, m.start})
	_, own := r.firstTopicIn(right, false)
	return left && own
}

// became reports whether 면서 follows a verb of becoming: 불신이 짙어지면서.
func (r *lastReader) became(m linkCue) bool {
	if c, ok := r.last(stretch{max(0, m.start-8), m.start}, r.change); ok && c.end == m.start {
		return true
	}
	return strings.ContainsRune("지되", r.text[m.start-1])
}
