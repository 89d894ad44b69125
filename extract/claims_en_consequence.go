package extract

import (
	"slices"

	"github.com/ententelab/entente"
)

// henceSaid reads A, and B therefore does C.
func (r *enReader) henceSaid(k int, m linkCue) {
	open := r.clause(k)
	cause := r.clause(k - 1)
	if !slices.Contains([]string{"thus", "hence", "consequently", "for that reason", "for that reason alone", "for that very reason", "for this reason", "for this very reason", "for the same reason", "as a result", "in response", "in consequence", "accordingly"}, r.word(m.stretch())) || !r.verbal(k-1) || len(r.within(open, r.cause|r.causeLess)) > 0 {
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

// consequence reads A, thus B, and Therefore, B.
func (r *enReader) consequence(k int, m linkCue) {
	body := r.tidy(stretch{m.end, r.clauses[k].end})
	if body.empty() && k > 0 && r.clauses[k-1].mark == ',' && !r.finite(r.clause(k-1)) {
		return // A, in turn, does B
	}
	if body.empty() && k+1 < len(r.clauses) {
		body = stretch{r.clauses[k+1].start, r.clauses[k+1].end}
	}
	if v, ok := r.opensAt(body.from, r.verb); ok && r.gerund(v) {
		return // the participle says it
	}
	if w := r.word(m.stretch()); (w == "so" || w == "and so") && (k == 0 || slices.Contains(enNotAfterSo, headWord(r.word(body)))) {
		return // so the two met, so far, and so did they
	}
	d := draft{effect: body, connective: m.stretch(), relation: "result", rule: "claim/en/consequence", rank: 3, sign: entente.Plus}
	if k > 0 {
		d.cause = r.clause(k - 1)
	}
	if c, ok := r.first(stretch{body.from, min(body.to, body.from+60)}, r.modal); ok {
		r.note(c, &d.manner)
	}
	d.modality = d.manner.modality()
	if w := r.word(m.stretch()); w == "otherwise" || w == "or else" {
		d.relation, d.modality, d.sign = "condition", "conditional", entente.Minus
	}
	r.add(d)
}
