package extract

import (
	"slices"
	"strings"
)

// contrasted reads the verbs and adjectives of origin that weigh two causes
// against each other: B stems less from A than from C, owes more to A than to
// C, is due not to A but to C. The lesser cause is denied.
func (r *enReader) contrasted(k int) bool {
	c := stretch{r.clauses[k].start, r.clauses[k].end}
	for _, m := range r.within(c, r.reason|r.because) {
		if w := r.word(m.stretch()); w != "as" && w != "since" && r.weighed(m, c) {
			return true
		}
	}
	for _, m := range r.within(c, r.origin|r.verb) {
		if !m.is(r.origin) && !r.past(m) && !strings.Contains(r.word(m.stretch()), " together") {
			continue
		}
		weight, rest, ok := r.weightAt(m.end, c.to)
		if !ok {
			continue
		}
		prep, _, _ := strings.Cut(r.word(rest), " ")
		second, length := r.counterpart(rest, weight, prep)
		if second <= 0 || !slices.Contains(enOriginPrepositions, prep) || !m.is(r.origin) && prep != "by" {
			continue
		}
		effect := r.subject(r.trimBack(stretch{c.from, m.start}, r.filler, &manner{}))
		one := r.reasonDraft(m, stretch{rest.from + len(prep), rest.from + second}, effect)
		two := one
		two.cause = stretch{rest.from + second + length, r.causeEnd(rest.from+second+length, c.to)}
		switch weight {
		case "more", "as much", "not only", "partly":
			if weight == "more" {
				two.modality = "denied"
			}
		default:
			one.modality = "denied"
		}
		one.rank, two.rank = 7, 7
		r.add(two)
		r.add(one)
		return true
	}
	return false
}

var enOriginPrepositions = []string{"from", "to", "on", "by", "of", "with", "because", "in"}

// enWeights are what weighs a cause, with what opens its counterpart.
var enWeights = []struct{ word, than string }{
	{"less", "than"}, {"more", "than"}, {"not so much", "as"}, {"not only", "but also"}, {"not", "but"}, {"as much", "as"}, {"partly", "and partly"}, {"rather less", "than"}, {"rather more", "than"},
}

// weightAt returns the word that weighs a cause after a place, and what
// follows it.
func (r *enReader) weightAt(at, to int) (weight string, rest stretch, ok bool) {
	s := r.tidy(stretch{at, to})
	text := r.word(stretch{s.from, min(s.to, s.from+20)})
	for _, w := range enWeights {
		if strings.HasPrefix(text, w.word+" ") {
			return w.word, stretch{s.from + len(w.word) + 1, to}, true
		}
	}
	return "", stretch{}, false
}

// counterpart finds where the second cause opens in what follows the weight:
// "than from". A preposition of two words may be said once only.
func (r *enReader) counterpart(rest stretch, weight, prep string) (at, length int) {
	than := ""
	for _, w := range enWeights {
		if w.word == weight {
			than = w.than
		}
	}
	text := r.word(rest)
	mark := " " + than + " " + prep + " "
	i := strings.Index(text, mark)
	if i < 0 {
		return 0, 0
	}
	return len([]rune(text[:i])), len(mark)
}

// weighed reads B less because of A than because of C, not because A but
// because C.
func (r *enReader) weighed(m linkCue, c stretch) bool {
	if r.mixed(m, c) {
		return true
	}
	left := r.word(stretch{c.from, m.start})
	for _, w := range enWeights {
		if !strings.HasSuffix(left, " "+w.word+" ") {
			continue
		}
		mark := " " + w.than + " " + r.word(m.stretch()) + " "
		text := r.word(stretch{m.end, c.to})
		at := strings.Index(text, mark)
		if at < 0 {
			return false
		}
		at = len([]rune(text[:at]))
		effect := r.subject(stretch{c.from, m.start - len(w.word) - 1})
		if k := r.clauseOf(m.start); effect.to-effect.from < 5 && k > 0 {
			effect = r.mainBefore(k) // B, not because A but because C
		}
		one := r.reasonDraft(m, stretch{m.end, m.end + at}, effect)
		two := one
		two.cause = stretch{m.end + at + len(mark), c.to}
		switch w.word {
		case "less", "rather less", "not", "not so much":
			one.modality = "denied"
		case "more", "rather more":
			two.modality = "denied"
		}
		one.rank, two.rank = 7, 7
		r.add(two)
		r.add(one)
		return true
	}
	return false
}

// sooner is a cause without the one it is weighed against: owes more to A than
// to B.
func (r *enReader) sooner(m linkCue, cause stretch) stretch {
	words := strings.Fields(r.word(m.stretch()))
	text := r.word(cause)
	if at := strings.Index(text, " than "+words[len(words)-1]+" "); at > 3 {
		cause.to = cause.from + len([]rune(text[:at]))
	}
	return cause
}

// mixed reads B not out of A but because C, where the two causes are marked by
// different words.
func (r *enReader) mixed(m linkCue, c stretch) bool {
	left := r.trimBack(stretch{c.from, m.start}, r.adverb, &manner{})
	if w := r.word(stretch{c.from, m.start}); !strings.HasSuffix(w, " not ") && strings.TrimSpace(w) != "not" && !strings.HasSuffix(w, " less ") {
		return false
	}
	for _, other := range r.within(stretch{m.end, c.to}, r.reason|r.because) {
		before := r.word(stretch{m.end, other.start})
		if !strings.HasSuffix(before, " but ") && !strings.HasSuffix(before, " than ") || other.start-m.end < 9 || r.word(other.stretch()) == r.word(m.stretch()) {
			continue
		}
		left = r.trimBack(left, r.no, &manner{})
		effect := r.subject(left)
		if effect.to-effect.from < 5 {
			if effect = r.mainBefore(r.clauseOf(m.start)); effect.empty() {
				return false
			}
		}
		one := r.reasonDraft(m, stretch{m.end, other.start - 5}, effect)
		two := r.reasonDraft(other, stretch{other.end, r.causeEnd(other.end, c.to)}, effect)
		one.modality, one.rank, two.rank = "denied", 7, 7
		r.add(two)
		r.add(one)
		return true
	}
	return false
}
