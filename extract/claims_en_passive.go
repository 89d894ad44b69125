package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// passives reads B is hampered by A in clause k, where A is not simply
// somebody and the verb is one of causing. Of the verbs that mark a link only
// with some subjects those of making less of a thing count: what is maintained,
// served or governed by a thing is not brought about by it.
func (r *enReader) passives(k int) {
	c := stretch{r.clauses[k].start, r.clauses[k].end}
	for _, by := range r.within(c, r.by) {
		v, ok := r.passiveVerb(c.from, by)
		if !ok || r.gerundAt(by.end) {
			continue
		}
		agent := r.tidy(stretch{by.end, r.causeEnd(by.end, c.to)})
		if r.measures(agent) || r.plainActor(agent) || r.bareName(agent) || !v.is(r.cause|r.causeLess|r.semiLess) && !r.none(agent) {
			continue
		}
		r.passive(k, v, by, agent)
	}
}

// passiveVerb is the past participle that "by" follows, behind a form of be.
func (r *enReader) passiveVerb(from int, by linkCue) (linkCue, bool) {
	v, ok := r.before(by.start)
	for ok && v.is(r.adverb) && !v.is(r.verb) {
		v, ok = r.before(v.start)
	}
	if s := r.dropAdverb(stretch{from, by.start - 1}); !ok && s.to < by.start-1 {
		v, ok = r.endsAt(s.to) // driven principally by
	}
	if !ok || v.start < from || !v.is(r.verb) || !r.past(v) || v.is(r.put|r.ask) || strings.Contains(r.word(v.stretch()), " ") {
		return v, false
	}
	return v, true
}

// passive adds the claims of a passive: one for each "by".
func (r *enReader) passive(k int, v, by linkCue, agent stretch) {
	var how manner
	left := stretch{r.clauses[k].start, v.start}
	be, ok := r.last(left, r.be)
	if !ok || v.start-be.end > 24 || len(r.within(stretch{be.end, v.start}, r.verb|r.to)) > 0 {
		return
	}
	effect := r.subject(r.trimBack(stretch{left.from, v.start}, r.filler|r.be, &how))
	if effect.empty() && r.interposed(k-1) {
		effect = r.trimBack(r.said(r.clause(k-2)), r.filler, &how) // A, agreed in 2024, has been hampered by B
	}
	if w := r.personal(effect); w != "" || r.isPronoun(effect) {
		if s := r.subjectBefore(k); !s.empty() && w != "" {
			effect = s
		}
	}
	if effect.to-effect.from < 2 {
		return
	}
	how.denied = how.denied || r.none(agent)
	d := r.reasonDraft(by, agent, effect)
	d.manner, d.modality, d.rank = how, how.modality(), 5
	switch {
	case effect.from >= left.from && (r.plainActor(effect) || r.personal(effect) != ""):
		d.effect.to = v.end
		if v.is(r.causeLess | r.semiLess) {
			d.turn = v.stretch()
		}
	case v.is(r.causeLess | r.semiLess):
		d.sign = entente.Minus
	}
	if at := strings.Index(r.word(agent), " and by "); at > 3 {
		second, n := d, len([]rune(r.word(agent)[:at]))
		second.cause, d.cause.to = stretch{agent.from + n + 8, agent.to}, agent.from+n
		r.add(second)
	}
	r.add(d)
}

// none reports whether a noun phrase says that nothing is meant.
func (r *enReader) none(s stretch) bool {
	return slices.Contains([]string{"no", "neither", "nothing"}, headWord(r.word(s)))
}

// measures reports whether what follows "by" is an amount, a date or a way:
// by 5 percent, by 2027, by hand.
func (r *enReader) measures(s stretch) bool {
	w := headWord(r.word(s))
	return w == "" || w[0] >= '0' && w[0] <= '9' || w[0] == '$' || slices.Contains(enMeasures, w) || slices.Contains(enCalendar[:12], w)
}

// enMeasures open an amount, a date or a way after "by".
var enMeasures = []string{"about", "around", "roughly", "nearly", "almost", "more", "less", "over", "half", "fiscal", "then", "now", "far", "one", "two", "three", "four", "five", "ten", "tens", "hundreds",
	"hand", "law", "force", "mid", "late", "early", "next", "last", "definition", "name", "email", "mail", "air", "sea", "land", "default", "mistake", "comparison", "contrast", "up", "itself", "themselves", "which", "whom", "itself,", "end"}
