package extract

import (
	"slices"
	"strings"
)

// sharedSubject is the subject that a verb behind "and" has in common with a
// verb before it that marks no link: the deal pleased voters and weakened A.
// The verb before has the same ending and an object of its own.
func (r *enReader) sharedSubject(k int, left stretch, v linkCue) stretch {
	s := r.withoutFrame(r.clause(k))
	third := strings.HasSuffix(r.firstWord(v), "s")
	if !third && !r.past(v) || s.from >= left.to {
		return stretch{}
	}
	for at, n := s.from, 0; at < left.to; n++ {
		end := at
		for end < left.to && r.text[end] != ' ' {
			end++
		}
		w := r.word(stretch{at, end})
		same := third && len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "'s") ||
			!third && len(w) > 4 && strings.HasSuffix(w, "ed") && !slices.Contains(enEdNouns, w)
		if n > 0 && same && r.text[at] >= 'a' && r.text[at] <= 'z' && end+1 < left.to && r.objectAt(end+1) && !r.prepositionAt(end+1) {
			return r.subject(r.trimBack(stretch{s.from, at}, r.filler, &manner{}))
		}
		at = end + 1
	}
	return stretch{}
}

// predicated is the subject of a first predicate, in the past, that "but" joins to the verb
// behind a stretch: A settled the quarrel but (could not restore B); settled it but, over
// what is put between commas.
func (r *enReader) predicated(k int, s stretch) (stretch, bool) {
	w := r.word(s)
	if !strings.HasSuffix(w, " but") {
		return stretch{}, false
	}
	words := strings.Fields(w)
	at := s.from
	for n, word := range words[:len(words)-1] {
		if hasSuffix(word, "ed") && slices.Contains(enObjects, words[n+1]) {
			if n > 0 {
				return r.tidy(stretch{s.from, at}), true
			}
			subject := r.resumedSubject(k)
			return subject, !subject.empty()
		}
		at += len([]rune(word)) + 1
	}
	return stretch{}, false
}
