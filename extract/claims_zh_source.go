package extract

import (
	"slices"
	"strings"
	"unicode"

	"github.com/ententelab/entente"
)

// sourceOf reads B源于A.
func (r *zhReader) sourceOf(k int, m linkCue) {
	if slices.ContainsFunc(r.cues, func(c linkCue) bool { return c.end == m.start && c.is(r.verb) && r.describes(m) }) {
		return // 减轻来自同盟的压力
	}
	if r.text[m.start] == '系' && m.end < len(r.text) && (unicode.IsDigit(r.text[m.end]) || strings.ContainsRune("〇○一二三四五六七八九十", r.text[m.end])) {
		return // 该要求系于2019年提出
	}
	if m.start == r.clause(k).from && k+1 < len(r.clauses) && r.clauses[k].mark == ',' && r.hampered(m) && !strings.ContainsRune("也又亦还且并", r.text[r.clauses[k].start]) {
		r.reasonFirst(k, m) // 受制于A,B
		return
	}
	var how manner
	effect := r.subject(r.trimRight(stretch{r.clauses[k].start, m.start}, r.filler, &how))
	cause := stretch{m.end, r.clauses[k].end}
	if i := slices.Index(r.text[cause.from:cause.to], '才'); i > 2 {
		effect, cause.to = stretch{cause.from + i + 1, cause.to}, cause.from+i // 不是因为A才B
	}
	if i := slices.IndexFunc(r.text[effect.from:effect.to], func(c rune) bool { return c == '把' || c == '将' }); i >= 0 && !r.inCue(effect.from+i) {
		effect.from += i + 1 // 把B归因于A
	}
	if r.describes(m) && (r.plainActor(cause) || cause.to-cause.from < 4 && !r.eventful(cause) || effect.to > effect.from && r.text[effect.to-1] == '中') {
		return // 来信来自首尔, 其中来自A的B
	}
	if m.is(r.basis) && !effect.empty() && (r.plainActor(effect) || r.isAgent(effect) || slices.Contains(zhAgents, r.text[effect.to-1])) {
		return // 东京出于A做B
	}
	effect = r.madeBy(k, effect)
	d := r.reasonDraft(m.stretch(), cause, effect)
	d.rank = 4
	if r.hampered(m) {
		d.sign = entente.Minus
	}
	if how.denied || m.is(r.no) {
		d.modality = "denied"
	}
	if r.clauses[k].mark != ':' || k+1 == len(r.clauses) || !r.counts(cause) {
		r.add(d)
		return
	}
	for n := k + 1; n < len(r.clauses) && n < k+4 && r.clauses[n-1].mark != ';'; n++ {
		d.cause = r.clause(n) // B取决于两点:A,C
		r.add(d)
	}
}

// hampered reports whether a source is what holds something back.
func (r *zhReader) hampered(m linkCue) bool {
	return slices.Contains([]string{"受制于", "受限于", "受阻于", "受累于", "受困于", "受害于", "掣肘于"}, string(r.text[m.start:m.end]))
}

// madeBy is what a source is given for, where the subject of clause k is
// elided, a pronoun, a share (一半来自A) or those who say so (论者归诸A).
func (r *zhReader) madeBy(k int, subject stretch) stretch {
	share := slices.Contains([]string{"一半", "另一半", "部分", "一部分", "另一部分", "大部分", "多半", "主要"}, string(r.text[subject.from:subject.to]))
	n := len(r.drafts)
	switch {
	case !subject.empty() && !r.isPronoun(subject) && !share && !r.isAgent(subject) || k == 0:
		return subject
	case n > 0 && r.drafts[n-1].relation == "reason" && r.drafts[n-1].effect.to > r.clauses[max(0, k-2)].start:
		return r.drafts[n-1].effect // B源于A,也源于C
	case r.endsReport(k - 1):
		return subject // 报告认为,上述变化源于A
	}
	return r.clause(k - 1)
}

// endsRelated reports whether a clause ends like B与A有关.
func (r *zhReader) endsRelated(c clause) bool {
	return zhNounsOnce().endsRelated(r.text, c.end)
}

func (n *zhNouns) endsRelated(text []rune, to int) bool {
	length, _ := n.related.before(text, to, 0)
	return length > 0
}

// relatedTo reads B与A有关, and B与A无关.
func (r *zhReader) relatedTo(k int) {
	c := r.clauses[k]
	length, unrelated := zhNounsOnce().related.before(r.text, c.end, c.start)
	if length == 0 {
		return
	}
	m := stretch{c.end - length, c.end}
	if i := r.withAt(c.start, m.from-2); i >= 0 {
		var how manner
		effect := r.madeBy(k, r.subject(r.trimRight(stretch{c.start, i}, r.filler, &how)))
		cause := r.trimRight(stretch{i + 1, m.from}, r.filler, &how)
		if effect.empty() || r.plainActor(cause) || r.plainActor(effect) || cause.to-cause.from < 3 {
			return
		}
		d := r.reasonDraft(m, cause, effect)
		d.rule, d.rank = "claim/zh/related", 4
		if how.denied || unrelated == 1 {
			d.modality = "denied"
		}
		r.add(d)
	}
}

// withAt finds the word for "with" in a stretch, 与 rather than the words that
// also join nouns; -1 if there is none.
func (r *zhReader) withAt(from, to int) int {
	for _, with := range "与跟和同" {
		for i := from; i < to; i++ {
			if r.text[i] == with && !r.inCue(i) && !slices.Contains([]rune("盟时样意平"), r.text[i+1]) {
				return i
			}
		}
	}
	return -1
}

// describes reports whether a source only describes a noun: 来自同盟的压力.
func (r *zhReader) describes(m linkCue) bool {
	return slices.Contains([]string{"来自", "来自于", "源自", "源于", "出于", "得自于"}, string(r.text[m.start:m.end]))
}

// counts reports whether a phrase announces a list: 两个变量, 以下条件.
func (r *zhReader) counts(s stretch) bool {
	for i := s.from; i+1 < s.to; i++ {
		if slices.Contains([]rune("两二三四五几数"), r.text[i]) && slices.Contains([]rune("个点项种大件方"), r.text[i+1]) || string(r.text[i:i+2]) == "以下" {
			return true
		}
	}
	return false
}
