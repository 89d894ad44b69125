package extract

import (
	"slices"
	"strings"
)

// This file reads who is blamed for what, and sentences that open with the cause or
// with what came of it: With A came B, Behind B lies A, What drives B is A, It was A that does B.

// credits reads to blame A for B, to credit A with B, to attribute B to A, to see A as
// the cause of B.
func (r *enReader) credits(k int) {
	c := stretch{r.clauses[k].start, r.clauses[k].end}
	for at, end := c.from, 0; at < c.to; at = end + 1 {
		end = wordEnd(r.text, at)
		verb, ok := enCredits[r.word(stretch{at, end})]
		if !ok || r.nounAfterArticle(at) {
			continue
		}
		object := stretch{end, c.to}
		said := r.word(object)
		for _, mark := range verb.marks {
			i := strings.Index(said, mark)
			if i < 4 {
				continue
			}
			n := len([]rune(said[:i]))
			first, second := stretch{object.from, object.from + n}, stretch{object.from + n + len(mark), c.to}
			second.to = r.causeEnd(second.from, second.to)
			if verb.reversed {
				first, second = second, first
			}
			m := linkCue{start: at, end: end}
			d := r.reasonDraft(m, first, r.trimFront(second, r.preposition))
			if len(r.within(stretch{max(c.from, at-24), at}, r.no)) > 0 {
				d.modality = "denied"
			}
			r.add(d)
			break
		}
	}
}

// A credit is how a verb says of its object what it causes, or what causes it.
type credit struct {
	marks    []string // what stands between cause and effect, the effect first if reversed
	reversed bool
}

// enCredits are the verbs of blame and credit in all their forms.
var enCredits = func() map[string]credit {
	asCause := []string{" as the cause of ", " as a cause of ", " as the main cause of ", " as the root of ", " as the source of ", " as a source of ", " as the reason for ", " as a reason for ", " as the reason behind ",
		" as the driver of ", " as a driver of ", " as the chief obstacle to ", " as an obstacle to ", " as a threat to ", " as a ground for ", " as grounds for ", " as justification for ", " as a justification for ", " as a factor in ", " as the engine of "}
	all := map[string]credit{}
	for forms, c := range map[string]credit{
		"blame blames blaming":              {marks: []string{" for "}},
		"blamed faulted":                    {marks: []string{" for "}},
		"credit credits credited crediting": {marks: []string{" with ", " for "}},
		"attribute attributes attributed ascribe ascribes ascribed trace traces": {marks: []string{" to "}, reversed: true},
		"see sees saw seen regard regards regarded view views viewed cite cites cited describe describes described identify identifies identified portray portrays portrayed treat treats treated": {marks: asCause},
	} {
		for _, w := range strings.Fields(forms) {
			all[w] = c
		}
	}
	return all
}()

// nounAfterArticle reports whether an article or a possessive stands before a word, which is
// a noun then: the credit for.
func (r *enReader) nounAfterArticle(at int) bool {
	start, end := wordBefore(r.text, at, 0)
	return start >= 0 && slices.Contains([]string{"the", "a", "an", "no", "its", "their", "his", "her", "our", "little", "much", "take", "taken", "took", "claim", "claimed", "be", "is", "are", "was", "were", "been"}, r.word(stretch{start, end}))
}

// inverted reads clauses that open with a cause or an effect and end with the other:
// With A came B, Behind B lies A, Responsible for B is A.
func (r *enReader) inverted(k int) {
	open := r.clause(k)
	said := " " + r.word(open) + " "
	for _, t := range enInverted {
		if !strings.HasPrefix(said, " "+t.opens+" ") {
			continue
		}
		for _, verb := range t.verbs {
			i := strings.Index(said, " "+verb+" ")
			if i < len(t.opens)+4 || i > 90 || len(said)-i-len(verb) < 6 {
				continue
			}
			at := open.from + len([]rune(said[1:i+1])) - 1 // the space before the verb
			first := stretch{open.from + len(t.opens) + 1, at}
			second := stretch{at + len(verb) + 2, r.clauses[k].end}
			if len(r.within(first, r.modal|r.be)) > 0 {
				break
			}
			if t.reversed {
				first, second = second, first
			}
			m := linkCue{start: open.from, end: open.from + len(t.opens)}
			d := r.reasonDraft(m, first, second)
			if !t.reversed {
				d.relation = "result"
			}
			r.add(d)
			return
		}
	}
}

// enInverted are the ways in which such clauses open, and the verbs in their midst; the
// effect comes first in those that are reversed.
var enInverted = []struct {
	opens    string
	verbs    []string
	reversed bool
}{
	{opens: "with", verbs: []string{"came", "comes", "come", "has come", "have come", "went", "goes", "will come"}},
	{opens: "from", verbs: []string{"came", "comes", "follow", "follows", "followed", "flow", "flows", "flowed", "springs", "sprang", "arose", "arises", "grew", "stem", "stems"}},
	{opens: "out of", verbs: []string{"came", "comes", "grew", "grows", "arose"}},
	{opens: "behind", verbs: []string{"lie", "lies", "lay", "stands", "stand", "stood", "is", "are", "was"}, reversed: true},
	{opens: "at the root of", verbs: []string{"lie", "lies", "lay", "is", "are", "was", "were"}, reversed: true},
	{opens: "at the heart of", verbs: []string{"lie", "lies", "lay", "is", "are", "was", "were"}, reversed: true},
	{opens: "at the bottom of", verbs: []string{"lie", "lies", "lay", "is", "are", "was", "were"}, reversed: true},
	{opens: "underlying", verbs: []string{"is", "are", "was", "were"}, reversed: true},
	{opens: "responsible for", verbs: []string{"is", "are", "was", "were"}, reversed: true},
	{opens: "contributing to", verbs: []string{"is", "are", "was", "were"}, reversed: true},
	{opens: "adding to", verbs: []string{"is", "are", "was", "were"}, reversed: true},
	{opens: "driving", verbs: []string{"is", "are", "was", "were"}, reversed: true},
}

// enNoCleft are no causing verbs after "what".
var enNoCleft = []string{"is", "was", "has", "does", "this", "matters", "happens", "counts", "follows", "remains", "seems", "emerges", "voters", "allies", "members", "his", "its"}

// cleft reads what drives B is A.
func (r *enReader) cleft(c stretch) {
	if !strings.HasPrefix(r.word(c), "what ") {
		return
	}
	v, ok := r.first(stretch{c.from, min(c.to, c.from+30)}, r.verb)
	if w, _, _ := strings.Cut(r.word(c)[5:], " "); !ok && strings.HasSuffix(w, "s") && !slices.Contains(enNoCleft, w) {
		v, ok = linkCue{start: c.from + 5, end: c.from + 5 + len(w)}, true // what worries planners is A
	}
	be, is := r.first(stretch{v.end, c.to}, r.be)
	if r.wanted(stretch{c.from, v.start}) {
		return // what we must ensure is A
	}
	if ok && is {
		d := r.reasonDraft(v, r.ratherThan(stretch{be.end, c.to}), stretch{v.start, be.start})
		if _, would := r.first(stretch{c.from, v.start}, r.modal); would {
			d.modality = "predicted"
		}
		r.add(d)
	}
}

// ratherThan is what counts in less A than B, and not so much A as B.
func (r *enReader) ratherThan(s stretch) stretch {
	w := r.word(r.tidy(s))
	for less, than := range map[string]string{"less ": " than ", "not so much ": " as "} {
		if at := strings.Index(w, than); strings.HasPrefix(w, less) && at > 0 {
			return r.tidy(stretch{r.tidy(s).from + len([]rune(w[:at])) + len(than), s.to})
		}
	}
	return s
}

// wanted reports whether a stretch ends with a word of wish or duty: what A wants
// to, what we must.
func (r *enReader) wanted(s stretch) bool {
	last := lastWord(r.word(r.tidy(s)))
	return last == "to" || last == "must" || last == "should"
}

// cleftBefore is A of "it was A, more than B, that does C", where clause k
// opens with "that".
func (r *enReader) cleftBefore(k int) (stretch, bool) {
	if k < 2 || !strings.HasPrefix(r.word(r.tidy(stretch{r.clauses[k].start, r.clauses[k].end})), "that ") {
		return stretch{}, false
	}
	s := r.clause(k - 2)
	for _, it := range []string{"it was ", "it is "} {
		if strings.HasPrefix(r.word(s), it) {
			return stretch{s.from + len(it), s.to}, true
		}
	}
	return stretch{}, false
}

// notThat adds what does not do C: it was A, not B, that did C.
func (r *enReader) notThat(k int, d draft) {
	if _, ok := r.cleftBefore(k); !ok {
		return
	}
	own := r.tidy(stretch{r.clauses[k-1].start, r.clauses[k-1].end})
	if w := r.word(own); strings.HasPrefix(w, "not ") && !strings.HasPrefix(w, "not only ") {
		d.cause, d.modality, d.joint = stretch{own.from + len("not "), own.to}, "denied", 0
		r.add(d)
	}
}
