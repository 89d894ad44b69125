package extract

import (
	"slices"
	"strings"
)

// modalVerbAt reports whether a modal and a verb follow at a place.
func (r *enReader) modalVerbAt(at int) bool {
	m, ok := r.opensAt(at, r.modal|r.adverb|r.no)
	if !ok || m.end+1 >= len(r.text) {
		return false
	}
	if v, ok := r.opensAt(m.end+1, r.modal|r.adverb|r.no|r.verb); ok {
		return v.is(r.verb) || r.modalVerbAt(v.start)
	}
	return false
}

// predicateAfter reports whether another predicate follows "and" at a place: a
// modal or a form of be or have, which no noun phrase opens with.
func (r *enReader) predicateAfter(at int) bool {
	if r.modalVerbAt(at) {
		return true
	}
	c, ok := r.opensAt(at, r.modal|r.be|r.have|r.adverb)
	if !ok {
		return false
	}
	switch w := r.word(c.stretch()); w {
	case "is", "are", "was", "were", "has", "have", "had", "has been", "have been", "had been":
		return true
	default:
		return c.is(r.modal) && !c.is(r.adverb)
	}
}

// andBefore is the "and" that joins a verb to what stands before it, perhaps
// over an adverb: and at the same time opens.
func (r *enReader) andBefore(v linkCue) (linkCue, bool) {
	p, ok := r.before(v.start)
	for ok && p.is(r.adverb|r.opener) && !p.is(r.and|r.modal) && r.word(p.stretch()) != "but also" {
		p, ok = r.before(p.start)
	}
	w := r.word(p.stretch())
	return p, ok && (w == "and" || w == "but also")
}

// comparedAt is where a comparison begins that ends what a verb does, or end:
// frightens them more than any treaty.
func (r *enReader) comparedAt(from, end int) int {
	const leastObject = 9
	rest := r.word(stretch{from, end})
	for _, more := range []string{" more than ", " better than ", " faster than ", " less than ", " more quickly than ", " more slowly than ", " more quietly than ", " more surely than ", " more effectively than ", " in ways that "} {
		if at := strings.Index(rest, more); at >= leastObject {
			n := from + len([]rune(rest[:at]))
			after := headWord(r.word(stretch{n + len(more), end}))
			if after != "" && !digit([]rune(after)[0]) && !r.prepositionAt(from+1) && after[0] != '$' && len(r.within(stretch{from + 1, n}, r.that)) == 0 {
				return n
			}
		}
	}
	return end
}

// enTimes make a time of what follows "since".
var enTimes = []string{"beginning", "start", "end", "turn", "early", "late", "then", "middle", "outset", "days", "1990s", "1950s", "1960s", "1970s", "1980s", "summer", "spring", "autumn", "winter", "time"}

// enNotAfterSo make of "so" a word of degree, of likeness or of a question.
var enNotAfterSo = []string{"far", "good", "long", "much", "many", "is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "will", "would", "can", "could", "what", "when", "who", "how", "why", "where"}

// noAim reports whether an infinitive tells no aim of what stands before it: it
// is a passive (a market to be opened), the measure of "too much", or governed by
// a relative, a comparison or a verb of bringing somebody to do it.
func (r *enReader) noAim(from int, to linkCue) bool {
	if strings.HasPrefix(r.word(stretch{to.end, min(len(r.text), to.end+4)}), " be ") {
		return true
	}
	before := r.word(stretch{from, to.start})
	words := strings.Fields(before)
	if n := len(words); n > 0 && !strings.HasSuffix(before, " with which ") && slices.Contains([]string{"which", "whom", "than", "as", "claims", "claimed", "tries", "tried", "seems", "appears", "dares", "dared", "latitude", "reason", "nothing", "right", "time", "able"}, words[n-1]) {
		return true
	}
	lead, ok := r.last(stretch{from, to.start}, r.lead)
	return strings.Contains(before, " too ") || ok && to.start-lead.end < 40 && strings.HasPrefix(r.word(lead.stretch()), "le")
}

// done reports whether a phrase ends with a participle or a particle that says
// what has become of its noun: with the leaks plugged, with a majority in hand.
func (r *enReader) done(s stretch) bool {
	words := strings.Fields(r.word(s))
	if len(words) < 2 {
		return false
	}
	last := words[len(words)-1]
	return len(last) > 4 && strings.HasSuffix(last, "ed") || slices.Contains(enStrongParticiples, last) || slices.Contains([]string{"over", "gone", "away", "behind", "up", "down", "low", "high", "scarce", "weak"}, last)
}
