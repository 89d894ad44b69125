package extract

import (
	"slices"
	"strings"
)

// withoutFrame drops a phrase of time or place that opens a subject without a
// comma after it: in this account the threat, for seventy years American power.
// It ends where another noun phrase begins, with an article or a name, that
// neither a preposition nor "and" ties to it.
func (r *enReader) withoutFrame(s stretch) stretch {
	c, ok := r.opensAt(s.from, r.preposition)
	if !ok || slices.Contains(enNoFrames, r.word(c.stretch())) {
		return s
	}
	if at := r.newSubject(stretch{c.end + 1, s.to}); at > 0 {
		return r.tidy(stretch{at, s.to})
	}
	return s
}

// newSubject is where, behind the noun phrase that opens a stretch, another begins with
// nothing between them, 0 if none does.
func (r *enReader) newSubject(s stretch) int {
	before := ""
	for at, n := s.from, 0; at < s.to; n++ {
		end := at
		for end < s.to && r.text[end] != ' ' {
			end++
		}
		w := r.word(stretch{at, end})
		name := r.text[at] >= 'A' && r.text[at] <= 'Z' && !slices.Contains(enCalendar, w)
		if n > 0 && (name || slices.Contains(enNewSubjects, w)) && !r.tied(before, at) {
			return at
		}
		before, at = w, end+1
	}
	return 0
}

// tied reports whether the word before a place goes on with the phrase it
// stands in: a preposition, a conjunction, an article, a name, a possessive.
func (r *enReader) tied(before string, at int) bool {
	if slices.Contains(enGoesOn, before) || strings.HasSuffix(before, "'s") || strings.HasSuffix(before, ",") {
		return true
	}
	last := at - 1 - len([]rune(before))
	upper := last >= 0 && r.text[last] >= 'A' && r.text[last] <= 'Z' && !slices.Contains(enCalendar, before)
	return r.text[at] >= 'A' && r.text[at] <= 'Z' && upper
}

// enNoFrames are prepositions that open more than time and place.
var enNoFrames = []string{"by", "through", "from", "with", "like", "unlike", "besides", "according to", "due to", "compared", "until"}

// enNewSubjects open a noun phrase.
var enNewSubjects = []string{"the", "a", "an", "its", "their", "his", "her", "our", "this", "these", "those", "each", "every", "no", "some", "many", "such", "both", "it", "they", "he", "she", "we"}

// enGoesOn are words after which a noun phrase goes on or is governed.
var enGoesOn = []string{"of", "in", "on", "at", "to", "for", "with", "by", "from", "and", "or", "but", "between", "among", "under", "over", "about", "into", "than", "as", "after", "before", "during", "within", "against", "toward", "towards", "across", "around", "behind", "along", "amid", "despite", "throughout", "upon", "onto", "outside", "inside", "above", "below", "including", "concerning",
	"the", "a", "an", "its", "their", "his", "her", "our", "this", "that", "these", "those", "some", "many", "all", "both", "no", "such", "more", "less", "not", "only", "even", "new", "recent", "late", "early", "most", "other", "u.s.", "former", "first", "last", "is", "was", "are", "were", "which", "who", "without", "through", "beyond", "near", "where", "when", "until", "since", "what", "so", "very", "like", "because"}
