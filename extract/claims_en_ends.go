package extract

import "strings"

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
