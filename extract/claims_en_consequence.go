package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// henceSaid reads A, and B therefore does C.
func (r *enReader) henceSaid(k int, m linkCue) {
	open := r.clause(k)
	cause := r.clause(k - 1)
	if before := r.mainBefore(k); k > 1 && !r.finite(cause) && !before.empty() {
		cause = before // approved the budget, the largest ever, and B has thus
	}
	and := r.andAt(k) && r.word(m.stretch()) == "therefore"
	if !and && !slices.Contains([]string{"thus", "hence", "consequently", "for that reason", "for that reason alone", "for that very reason", "for this reason", "for this very reason", "for the same reason", "as a result", "in response", "in consequence", "accordingly"}, r.word(m.stretch())) || !r.verbal(k-1) || len(r.within(open, r.cause|r.causeLess)) > 0 {
		return
	}
	effect := open
	if m.end >= open.to-2 {
		effect.to = m.start
	} else if r.plainActor(r.trimBack(stretch{open.from, m.start}, r.filler, &manner{})) {
		effect.from = m.end
	}
	d := r.reasonDraft(m, cause, r.trimFront(effect, r.adverb))
	d.relation, d.rule, d.rank = "result", "claim/en/consequence", 3
	r.add(d)
}

// degree reports whether "so" before a stretch tells how much, of an adjective that
// says something of the noun before.
func (r *enReader) degree(body stretch) bool {
	words := strings.Fields(r.word(body))
	return len(words) > 1 && slices.Contains(enAfterParticiples, words[1]) && !r.finite(body) && !r.nounAt(body.from) && !strings.HasSuffix(words[0], "s")
}

// verbOpens reports whether a stretch opens with a finite verb, its subject being left out.
func (r *enReader) verbOpens(s stretch) bool {
	v, ok := r.opensAt(s.from, r.verb|r.act|r.modal)
	return ok && !r.gerund(v) && !r.nounAt(s.from)
}

// saysItself reports whether a stretch opens with a subject and asks nothing: So Tokyo does B.
func (r *enReader) saysItself(s stretch) bool {
	return !s.empty() && (r.nounAt(s.from) || r.subjectAt(s.from)) && !strings.HasSuffix(strings.TrimRight(string(r.text), " ”\""), "?")
}

// consequence reads A, thus B, and Therefore, B.
func (r *enReader) consequence(k int, m linkCue) {
	body := r.tidy(stretch{m.end, r.clauses[k].end})
	if body.empty() && k > 0 && r.clauses[k-1].mark == ',' && !r.finite(r.clause(k-1)) {
		return // A, in turn, does B
	}
	if body.empty() && k+1 < len(r.clauses) {
		n := r.after(k)
		if n+1 < len(r.clauses) && r.clauses[n].mark == ',' && r.prepositionAt(r.clause(n).from) && !r.finite(r.clause(n)) {
			n++ // that is why, in the western Pacific, B
		}
		body = stretch{r.clauses[n].start, r.clauses[n].end}
	}
	if k+2 < len(r.clauses) && !r.finite(body) && r.interposed(k+1) && r.resumes(k+2) {
		body = r.clause(k + 2) // whereby the alliance, once aimed at another, B
	}
	if k+2 < len(r.clauses) && r.clauses[k].mark == ',' && r.clauses[k+1].mark == ',' && r.plainActor(body) {
		body = r.clause(k + 2) // for this reason officials, while deploring the tone, do B
	}
	if v, ok := r.opensAt(body.from, r.verb); ok && (r.gerund(v) || k > 1 && r.relativeClause(k-1)) {
		return // the participle says it; demands, which were meant to do C, therefore do B
	}
	w := r.word(m.stretch())
	if (w == "so" || w == "and so") && (k == 0 && !r.saysItself(body) || slices.Contains(enNotAfterSo, headWord(r.word(body))) || w == "so" && r.degree(body)) {
		return // so the two met, so far, and so did they; so different in size
	}
	d := draft{effect: body, connective: m.stretch(), relation: "result", rule: "claim/en/consequence", rank: 3, sign: entente.Plus}
	if k > 0 {
		d.cause = r.clause(k - 1)
	}
	if k > 1 && r.comment(k-1) {
		d.cause = r.clause(k - 2) // A, however, with the result that B
	}
	if subject := r.subjectOf(d.cause); w == "and so" && !subject.empty() && r.verbOpens(body) {
		d.cause = subject // A does C, and so does B
		if r.isPronoun(subject) || r.personal(subject) != "" {
			d.cause, d.anaphoric = stretch{}, true
		}
	}
	if c, ok := r.first(stretch{body.from, min(body.to, body.from+60)}, r.modal); ok {
		r.note(c, &d.manner)
	}
	d.modality = d.manner.modality()
	if w == "otherwise" || w == "or else" {
		d.relation, d.modality, d.sign = "condition", "conditional", entente.Minus
	}
	r.add(d)
}
