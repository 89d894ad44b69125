package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// This file reads English aims that a noun or a participle tells: A, aiming to B; A is
// intended to B; a command, opened in March, meant to B.

// aimOf reads A, aiming to B; A is intended to B; the objective of A is to B.
func (r *enReader) aimOf(k int, m linkCue) {
	if r.word(m.stretch()) == "for fear of" && !r.gerundAt(m.end) {
		return // for fear of voters: the fear is a reason
	}
	left := r.trimBack(r.trimFront(stretch{r.clauses[k].start, m.start}, r.opener), r.filler, &manner{})
	if words := strings.Fields(r.word(left)); r.gerund(m) && slices.ContainsFunc(words[max(0, len(words)-4):], func(w string) bool { return w == "been" || w == "am" }) {
		return // have been very much hoping to
	}
	if w := r.word(left); strings.Contains(w, " any ") && (strings.HasSuffix(w, " that") || strings.HasSuffix(w, " which")) {
		return // their opposition to any action that seeks to
	}
	effect := stretch{m.end, r.aimEnd(m.end, r.clauses[k].end)}
	if r.aimOfWhich(k, m, left) || r.atSomebody(m, r.tidy(effect)) || r.paidFor(k, m, left, effect) {
		return
	}
	if strings.HasPrefix(r.word(r.tidy(effect)), "have been ") {
		return // was supposed to have been settled
	}
	if strings.HasSuffix(r.word(m.stretch()), " that") {
		effect.to = r.causeEnd(m.end, r.clauses[k].end)
	} else if !strings.Contains(strings.TrimSpace(r.word(effect)), " ") && strings.HasSuffix(r.word(m.stretch()), " to") {
		return // the credibility that submarines are meant to provide, the purposes the sums are meant to serve
	}
	switch {
	case left.to-left.from < 4 || r.isPronoun(left):
		if k == 0 && (r.clauses[k].mark != ',' || k+1 >= len(r.clauses)) {
			return
		}
		if k == 0 {
			left = r.deed(r.clause(r.after(k))) // in an effort to B, A
			break
		}
		if n := r.after(k); r.andAt(k) && r.clauses[k].mark == ',' && n < len(r.clauses) && r.finite(r.clause(n)) {
			left = r.deed(r.clause(n)) // and in order to B, A
			break
		}
		if strings.HasPrefix(r.word(m.stretch()), "in ") && r.resumes(k+1) {
			left = r.deed(r.clause(k + 1)) // somebody, in order to B, did A
			break
		}
		left = r.deed(r.clause(k - 1))
		if n := r.relativeBefore(k); n > 0 && n < k-1 {
			left = r.deed(r.clause(n - 1)) // the aircraft, which A, B and C launched, is meant to
			break
		}
		if subject := r.resumedSubject(k); r.passiveAim(m) && !subject.empty() && !r.isPronoun(subject) {
			left = subject // the exercise, held off Jeju, was designed to B
		} else if k > 1 && r.partOf(k-1) {
			left = r.deed(r.clause(k - 2)) // paid a sum, part of a larger one, so as to B
		} else if before := r.mainBefore(k); r.interposed(k-1) && !r.resumes(k-1) {
			n := k - 2
			for r.interposed(n) {
				n--
			}
			left = r.deed(r.clause(n)) // the command, opened in March, with a staff of 240, was set up to B
		} else if !r.verbal(k-1) && !before.empty() && !r.finite(r.clause(k-1)) {
			left = r.deed(before)
		} else if n := r.pastFrames(k - 1); n < k-1 {
			left = r.deed(r.clause(n)) // set up the command, with a staff of 240, on March 24, so that B
		}
	case r.plainActor(left) && k > 0 && r.clauses[k-1].mark == ',' && strings.Contains(r.word(left), " and ") && r.finite(r.clause(k-1)):
		left = r.deed(stretch{r.clause(k - 1).from, left.to}) // doing A with B, C and D so as to
	case r.plainActor(left):
		return
	default:
		left = r.advised(r.asks(k, r.innerDeed(r.aimHolder(left)), m.start))
	}
	left = r.apposed(k, left)
	if head, ok := r.antecedent(left); ok {
		if r.plainActor(head) {
			return
		}
		left = head // signed the accord which was designed to B
	}
	if k > 0 && r.clauses[k-1].mark == ',' && left.from == r.clause(k).from && slices.Contains(enDeeds, lastWord(r.word(left))) && len(strings.Fields(r.word(left))) < 4 {
		left = r.deed(r.said(r.clause(k - 1))) // did A, a show intended to B
	}
	w := r.word(m.stretch())
	if head := r.madeTo(w, left); !head.empty() {
		left = head // issued guidelines meant to B
	}
	if c, ok := r.first(stretch{effect.from + 4, effect.to}, r.have|r.be|r.adverb); ok && !strings.Contains(w, "is ") && !strings.Contains(w, "are ") && strings.HasSuffix(w, "ed to") && slices.Contains([]string{"has", "have", "had", "was", "were", "is", "are", "has been", "have been"}, r.word(c.stretch())) {
		effect.to = c.start // rules designed to do B have done C
	}
	if strings.Contains(w, "meant") || strings.Contains(w, "supposed") || strings.Contains(w, "intended") {
		if _, ok := r.opensAt(r.tidy(effect).from, r.scheduled); ok {
			return // were meant to begin in 2020
		}
	}
	d := r.purposeDraft(m.stretch(), left, effect)
	if w == "lest" || w == "for fear of" || strings.Contains(w, " not to") {
		d.sign = entente.Minus
	}
	r.add(d)
	r.moreAims(k, d)
}

// advised is what somebody should do, without who should: Congress should | authorize A.
func (r *enReader) advised(s stretch) stretch {
	for _, c := range r.within(s, r.modal) {
		who := r.tidy(stretch{s.from, c.start})
		if r.word(c.stretch()) == "should" && !who.empty() && !r.finite(who) && len(r.within(who, r.verb|r.act|r.that|r.which)) == 0 {
			return r.trimFront(stretch{c.end, s.to}, r.adverb|r.modal)
		}
	}
	return s
}

// paidFor reads B in return for A, where A is what was paid for B rather than what
// somebody wants: cut the rate in return for investment.
func (r *enReader) paidFor(k int, m linkCue, left, price stretch) bool {
	if w := r.word(m.stretch()); w != "in return for" && w != "in exchange for" {
		return false
	}
	if w := r.word(price); !slices.ContainsFunc(enPrices, func(p string) bool { return strings.Contains(w, p) }) {
		return false
	}
	if k > 0 && r.clauses[k-1].mark == ',' && !r.finite(left) {
		if before := r.mainBefore(k); !before.empty() {
			left = before
		}
	}
	left = r.said(left)
	if which, ok := r.last(left, r.which); ok && which.start > left.from && left.to-which.end > 12 && r.finite(stretch{which.start - 1, left.to}) {
		left.from = which.end // a deal that cut the rate
	}
	r.add(r.reasonDraft(m, price, left))
	return true
}

// enPrices are parts of what is paid or given for something.
var enPrices = []string{"$", "¥", "€", "billion", "trillion", "million", "invest", "pledge", "purchase", "payment", "money", "cash", "spending", "concession", "undertaking"}

// relativeBefore is the clause before k, of those that commas part, that opens with which, and
// behind which clause k goes on with a form of be; 0 if none does.
func (r *enReader) relativeBefore(k int) int {
	const most = 3
	if w := headWord(r.word(r.clause(k))); w != "is" && w != "are" && w != "was" && w != "were" {
		return 0
	}
	for n := k - 1; n > 0 && n >= k-most && r.clauses[n].mark == ','; n-- {
		if r.relativeClause(n) {
			return n
		}
	}
	return 0
}

// asks is what somebody in clause k is asked to do, of a stretch that asks it, with the "more"
// or "less" before the aim at a place: told Tokyo to | spend more (in order to).
func (r *enReader) asks(k int, s stretch, at int) stretch {
	w := r.word(s)
	to := strings.LastIndex(w, " to ")
	if to < 0 || len(w)-to < len(" to ")+4 || !r.asked(r.clauses[k].start, s.from+len([]rune(w[:to]))+1) {
		return s
	}
	s.from += len([]rune(w[:to])) + len(" to ")
	if more := r.tidy(stretch{s.to, at}); r.word(more) == "more" || r.word(more) == "less" {
		s.to = more.to
	}
	return s
}

// pastFrames goes back from clause k over those that only say when, where, with what or how much.
func (r *enReader) pastFrames(k int) int {
	for k > 0 && r.clauses[k-1].mark == ',' && !r.finite(r.clause(k)) && (r.prepositionAt(r.clause(k).from) || r.sums(k)) {
		k--
	}
	return k
}

// sums reports whether clause k only says how much something is: about 1.6 times the sum of
// the previous plan.
func (r *enReader) sums(k int) bool {
	c := r.clause(k)
	w := headWord(r.word(c))
	return (slices.Contains([]string{"about", "roughly", "some", "nearly", "almost", "twice", "more", "less"}, w) || w != "" && digit([]rune(w)[0])) && len(r.within(c, r.verb|r.act|r.be|r.have|r.modal)) == 0
}

// madeTo is the noun right before a participle of design, where a verb stands before that in
// the stretch; empty if there is none.
func (r *enReader) madeTo(word string, left stretch) stretch {
	switch word {
	case "designed to", "meant to", "intended to", "calculated to", "aimed at":
	default:
		return stretch{}
	}
	words := strings.Fields(r.word(left))
	for n := len(words) - 2; n > 0; n-- {
		if hasSuffix(words[n], "ed") || slices.Contains(enPasts, words[n]) {
			behind := len([]rune(strings.Join(words[n+1:], " ")))
			return r.tidy(stretch{left.to - behind, left.to})
		}
	}
	return stretch{}
}

// andAt reports whether clause k opens with "and" or "but".
func (r *enReader) andAt(k int) bool {
	return slices.Contains([]string{"and", "but"}, headWord(r.word(r.tidy(stretch{r.clauses[k].start, r.clauses[k].end}))))
}

// aimOfWhich reads B for the sake of which A, and B, in exchange for which A.
func (r *enReader) aimOfWhich(k int, m linkCue, left stretch) bool {
	rest := stretch{m.end + 1, r.clauses[k].end}
	if !strings.HasPrefix(r.word(rest), "which ") {
		return false
	}
	if left.to-left.from < 4 && k > 0 {
		left = r.deed(r.clause(k - 1))
	} else if v, ok := r.last(left, r.verb); ok {
		left.from = v.end
	}
	r.add(r.purposeDraft(m.stretch(), stretch{rest.from + 6, rest.to}, left))
	return true
}

// atSomebody reports whether an aim is only somebody: aimed at voters.
func (r *enReader) atSomebody(m linkCue, effect stretch) bool {
	return strings.HasSuffix(r.word(m.stretch()), " at") && (r.plainActor(effect) || r.bareName(effect) || r.finite(effect) && !r.gerundAt(effect.from))
}

// passiveAim reports whether an aim is said of its subject: was designed to.
func (r *enReader) passiveAim(m linkCue) bool {
	return slices.Contains([]string{"is", "are", "was", "were"}, r.firstWord(m))
}

// partOf reports whether clause k only says of what the sum or thing before it is a part.
func (r *enReader) partOf(k int) bool {
	w := r.word(r.clause(k))
	return strings.HasPrefix(w, "part of ") || strings.HasPrefix(w, "one of ")
}

// apposed is the name that a noun phrase explains: unveiled Task Force Philippines, a body |
// intended to do B.
func (r *enReader) apposed(k int, left stretch) stretch {
	const most = 3 // words of the noun phrase
	w := r.word(left)
	if article, _, _ := strings.Cut(w, " "); k == 0 || r.clauses[k-1].mark != ',' || article != "a" && article != "an" || len(strings.Fields(w)) > most {
		return left
	}
	before := r.clause(k - 1)
	from := before.to
	for from > before.from {
		word, at := wordLeft(r.text, from)
		if word == "" || !upper(r.text[at]) || at < before.from {
			break
		}
		from = at
	}
	if name := r.tidy(stretch{from, before.to}); strings.Contains(r.word(name), " ") && from > before.from {
		return name
	}
	return left
}

// aimHolder is A of "the main objective of A".
func (r *enReader) aimHolder(left stretch) stretch {
	c, ok := r.first(left, r.primary)
	if !ok {
		return r.mainPart(left)
	}
	if rest := r.tidy(stretch{c.end, left.to}); strings.HasPrefix(r.word(rest), "of ") {
		if be, ok := r.first(rest, r.be); ok {
			rest.to = be.start
		}
		return stretch{rest.from + 3, rest.to}
	}
	return stretch{left.from, c.start}
}
