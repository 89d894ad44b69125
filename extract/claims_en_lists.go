package extract

import (
	"slices"
	"strings"
)

// joinLists makes one clause of a list that its commas cut up: it treats A, B
// and C as one; A, B, and C fail.
func (r *enReader) joinLists(clauses []clause) []clause {
	out := clauses[:0:0]
	for k := 0; k < len(clauses); k++ {
		c := clauses[k]
		if end := r.listAfter(clauses, k); end > k {
			c.end, c.mark = clauses[end].end, clauses[end].mark
			k = end
		}
		out = append(out, c)
	}
	return out
}

// mereItem is how many words a condition has at most that is only the first item of its
// subject: if bases, tariffs and weapons were one.
const mereItem = 4

// listAfter is the clause in which a list ends that begins at the end of clause
// k, or k.
func (r *enReader) listAfter(clauses []clause, k int) int {
	for n := k + 1; n < len(clauses) && n < k+5 && clauses[n-1].mark == ','; n++ {
		s := r.tidy(stretch{clauses[n].start, clauses[n].end})
		if n > k+1 && strings.HasPrefix(r.word(s), "and ") {
			rest := stretch{s.from + 4, s.to}
			if r.gerundAt(rest.from) && n+1 < len(clauses) && clauses[n].mark == ',' && r.prepositionAt(r.tidy(stretch{clauses[k].start, clauses[k].end}).from) && !r.finite(rest) && r.finite(stretch{clauses[n+1].start, clauses[n+1].end}) {
				return n // amid shocks such as war, climate change and ageing, B
			}
			if (r.itemEnd(rest) > 0 || r.itemEnd(r.toPreposition(rest)) > 0) && r.goesOn(clauses[k], rest) {
				return n
			}
			return k
		}
		at := r.itemEnd(s)
		rest := r.word(stretch{at, s.to})
		if at == 0 || at < s.to && !strings.HasPrefix(rest, " and ") && !strings.HasPrefix(rest, " or ") {
			return k
		}
		if at < s.to { // B and C
			if open, ok := r.opensAt(r.tidy(stretch{clauses[k].start, clauses[k].end}).from, r.by|r.through); ok && r.gerundAt(open.end) && subjectAndVerb(strings.Fields(r.word(s))) {
				return k // by doing A, B and C intend
			}
			open := r.trimFront(r.tidy(stretch{clauses[k].start, clauses[k].end}), r.opener)
			if _, ok := r.opensAt(open.from, r.cond|r.because); ok && len(strings.Fields(r.word(open))) > mereItem && r.finite(stretch{at + len(" and "), s.to}) {
				return k // if A does C, B and D will
			}
			if r.goesOn(clauses[k], stretch{at + len(" and "), s.to}) {
				return n
			}
			return k
		}
	}
	return k
}

// itemEnd is where a short noun phrase at the head of a stretch ends, before
// "and" or with the stretch; 0 if something else stands there.
func (r *enReader) itemEnd(s stretch) int {
	if s.to-s.from < 3 {
		return 0
	}
	to := s.to
	at := strings.Index(r.word(s), " and ")
	if at < 0 {
		if at = strings.Index(r.word(s), " or "); at > 0 && r.prepositionAt(s.from+len([]rune(r.word(s)[:at]))+len(" or ")) {
			return 0 // an accident in the air or at sea
		}
	}
	if at > 0 {
		to = s.from + len([]rune(r.word(s)[:at]))
	} else if c, ok := r.first(s, r.be|r.modal|r.have|r.to|r.aim|r.stop); ok && c.start > s.from {
		to = c.start - 1
	}
	item := stretch{s.from, to}
	if item.to-item.from > 36 || item.empty() || r.gerundAt(item.from) || r.prepositionAt(item.from) {
		return 0
	}
	if _, known := r.opensAt(item.from, r.opener|r.because|r.cond|r.therefore|r.which|r.adverb|r.pronoun|r.have|r.reason|r.aim|r.to|r.say); known {
		return 0
	}
	if slices.ContainsFunc(r.within(item, r.be|r.modal|r.have|r.verb|r.say|r.to|r.which|r.because|r.cond|r.adverb), func(c linkCue) bool { return !r.nounLast(item, c) }) || slices.Contains(enNoItems, headWord(r.word(item))) {
		return 0
	}
	if w := headWord(r.word(item)); strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ly") {
		return 0
	}
	return to
}

// describedBy reports whether a stretch is a noun phrase with a relative clause whose objects
// go on: an ally that supplies radars, frigates and access.
func (r *enReader) describedBy(s stretch) bool {
	const most = 6 // words of the noun phrase
	words := strings.Fields(r.word(s))
	for n, w := range words {
		if n > 1 && (w == "that" || w == "which" || w == "who") {
			return n <= most && article([]rune(words[0])) && n+2 < len(words) && enVerbForms()[words[n+1]] != 0 && len(words)-n < most
		}
		if n > 0 && enVerbForms()[w]&pastForm != 0 {
			return false // said that
		}
	}
	return false
}

// toPreposition is a stretch up to its first preposition: air forces | under one commander.
func (r *enReader) toPreposition(s stretch) stretch {
	if at := firstPreposition(r.word(s)); at > 0 {
		s.to = s.from + len([]rune(r.word(s)[:at]))
	}
	return s
}

// nounLast reports whether what may be a verb ends an item, and so is a noun: climate change.
func (r *enReader) nounLast(item stretch, c linkCue) bool {
	w := r.word(c.stretch())
	return c.is(r.verb) && c.end == item.to && c.start > item.from && !strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ed") && !r.gerund(c)
}

// headWord is the first word of a text.
func headWord(text string) string {
	first, _, _ := strings.Cut(text, " ")
	return first
}

// enNoItems open no item of a list.
var enNoItems = []string{"it", "they", "he", "she", "we", "i", "you", "one", "there", "then", "not", "including", "such", "especially", "particularly", "to", "as", "if", "now", "once", "born", "built", "held", "made", "more", "less", "rather", "so", "too", "even"}

// goesOn reports whether what follows the last "and" of a list belongs to the
// clause the list began in. If that clause is only a frame, a sentence after it
// is the main one, whose subject "B and C" is.
func (r *enReader) goesOn(first clause, rest stretch) bool {
	whole := r.tidy(stretch{first.start, first.end})
	if !r.finite(stretch{max(whole.from, rest.from-3), rest.to}) && !r.saidOf(rest) {
		return len(r.within(stretch{rest.from, min(rest.to, rest.from+2)}, r.verb|r.modal|r.be)) == 0 && !r.verbFirst(rest)
	}
	if r.describedBy(whole) {
		return true
	}
	if c, ok := r.last(whole, r.because|r.cond|r.that|r.say); ok && c.end+1 < whole.to {
		whole = r.withoutFrame(stretch{c.end + 1, whole.to}) // B, because A, A and A are so
	}
	if r.prepositionAt(whole.from) || r.gerundAt(whole.from) {
		return false
	}
	_, frame := r.opensAt(whole.from, r.aim|r.to|r.reason|r.by|r.through)
	return !frame && !r.finite(whole) && !r.saidOf(whole)
}

// verbFirst reports whether a stretch opens with a verb, so that "and" joins
// something else than nouns.
func (r *enReader) verbFirst(s stretch) bool {
	_, ok := r.opensAt(s.from, r.verb|r.act|r.have|r.say|r.modal|r.be|r.adverb|r.to|r.because|r.therefore|r.by|r.reason|r.preposition)
	w := headWord(r.word(s))
	return ok || strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ly") || slices.Contains(enNoItems, w)
}

// saidOf reports whether a past form follows a name or a plural and has an
// object of its own: Washington criticized Beijing.
func (r *enReader) saidOf(s stretch) bool {
	words := strings.Fields(string(r.text[s.from:s.to]))
	for i := 1; i+1 < len(words); i++ {
		w, before, next := words[i], words[i-1], words[i+1]
		if len(w) < 5 || w[0] < 'a' || w[0] > 'z' || !strings.HasSuffix(w, "ed") || slices.Contains(enEdNouns, w) {
			continue
		}
		name := before[0] >= 'A' && before[0] <= 'Z'
		if name && !slices.Contains(enAfterParticiples, next) || strings.HasSuffix(before, "s") && (next[0] >= 'A' && next[0] <= 'Z' || slices.Contains(enObjects, next)) {
			return true
		}
	}
	return false
}

// enAfterParticiples follow a past form that only describes the noun before it.
var enAfterParticiples = []string{"by", "in", "at", "on", "to", "from", "with", "for", "under", "as", "and", "or", "of", "into", "through", "before", "after", "against", "between"}
