package extract

import (
	"slices"
	"strings"
	"sync"

	"github.com/ententelab/entente"
)

// lastClasses are the classes of marking words of languages whose verb stands
// last and whose connectives follow what they mark: Japanese and Korean.
type lastClasses struct {
	mannerClasses
	words                              *linkWords
	cause, causeLess, semi, semiLess   linkClass
	reason, purpose, means, then, cond linkClass
	topic, object, opener, pronoun     linkClass
	causeOf, somebody                  linkClass
	verb                               linkClass
}

func newLastClasses(w *linkWords) *lastClasses {
	c := &lastClasses{
		mannerClasses: newMannerClasses(w), words: w,
		cause: w.class("cause"), causeLess: w.class("cause-"), semi: w.class("semi"), semiLess: w.class("semi-"),
		reason: w.class("reason"), purpose: w.class("purpose"), means: w.class("means"), then: w.class("then"),
		cond: w.class("if"), topic: w.class("topic"), object: w.class("object"), opener: w.class("opener"),
		pronoun: w.class("pronoun"), causeOf: w.class("causeof"), somebody: w.class("somebody"),
	}
	c.verb = c.cause | c.causeLess | c.semi | c.semiLess
	return c
}

var lastClassesJA = sync.OnceValue(func() *lastClasses { return newLastClasses(mustLinkWords(claimsJA)) })
var lastClassesKO = sync.OnceValue(func() *lastClasses { return newLastClasses(mustLinkWords(claimsKO)) })

// lastReader reads the claims of one Japanese or Korean sentence.
type lastReader struct {
	linkReader
	*lastClasses
	lang string
}

// verbLastClaims finds claims in a language whose verb stands last.
func verbLastClaims(p *passage, s *sentence) []draft {
	c, lang := lastClassesJA(), "ja"
	if p.doc.Lang == entente.Korean {
		c, lang = lastClassesKO(), "ko"
	}
	r := &lastReader{newLinkReader(s, c.words, c.mannerClasses), c, lang}
	r.clauses = splitCommas(r.text, r.clauses)
	for k := range r.clauses {
		r.connected(k)
		r.results(k)
	}
	return r.drafts
}

// splitCommas cuts clauses at the Japanese comma too.
func splitCommas(text []rune, clauses []clause) []clause {
	var out []clause
	for _, c := range clauses {
		start := c.start
		for i := c.start; i < c.end; i++ {
			if text[i] == '、' {
				out = append(out, clause{start, i, ','})
				start = i + 1
			}
		}
		if start < c.end {
			out = append(out, clause{start, c.end, c.mark})
		}
	}
	return out
}

// connected finds links marked by a connective of clause k: A により B; B ために
// A; A れば B; その結果 B.
func (r *lastReader) connected(k int) {
	c := stretch{r.clauses[k].start, r.clauses[k].end}
	if m, ok := r.opensAt(r.tidy(c).from, r.then); ok && m.end <= c.to {
		r.consequence(k, m)
		return
	}
	if m, ok := r.first(c, r.causeOf); ok {
		r.causeIs(k, m)
	}
	for _, m := range r.within(c, r.reason|r.purpose|r.means|r.cond) {
		left := r.tidy(stretch{c.from, m.start})
		if o, ok := r.opensAt(left.from, r.opener); ok {
			left = r.tidy(stretch{o.end, left.to})
		}
		if t, ok := r.topicOf(left); ok && left.to-t.end > 4 && m.is(r.purpose|r.means|r.reason) && (r.lang != "ja" || r.text[t.start] != 'が') {
			left.from = t.end // the topic is the main clause's: 日本は A により B
		}
		rest := r.tidy(stretch{m.end, c.to})
		if rest.to-rest.from < 5 {
			rest = r.mainClause(k + 1)
		}
		if m.is(r.cond) && r.lang == "ja" && rest.to > rest.from && rest.to <= c.to && r.text[rest.to-1] == 'ど' {
			continue // 深まれば深まるほど
		}
		for r.lang == "ja" && left.to > left.from && r.text[left.to-1] == 'の' {
			left.to-- // 財政難のため
		}
		if left.to-left.from < 2 || rest.empty() {
			continue
		}
		r.add(r.linked(m, left, rest))
	}
}

// causeIs reads Bの原因はA.
func (r *lastReader) causeIs(k int, m linkCue) {
	c := stretch{r.clauses[k].start, r.clauses[k].end}
	effect := r.tidy(stretch{c.from, m.start})
	if o, ok := r.opensAt(effect.from, r.opener); ok {
		effect = r.tidy(stretch{o.end, effect.to})
	}
	if effect.empty() && k > 0 {
		return
	}
	d := draft{cause: r.tidy(stretch{m.end, c.to}), effect: effect, connective: m.stretch(), relation: "reason", modality: "asserted",
		sign: entente.Plus, rank: 6, rule: entente.RuleID("claim/" + r.lang + "/reason")}
	tail := string(r.text[m.end:c.to])
	for _, end := range []string{"にある", "である", "だけではない", "ではない", "があった", "がある", "だった", "だ", "에 있다", "이다", "뿐만이 아니다", "이 아니다", "가 아니다"} {
		if strings.HasSuffix(tail, end) {
			d.cause.to = r.tidy(stretch{d.cause.from, c.to - len([]rune(end))}).to
			if strings.Contains(end, "ない") || strings.Contains(end, "아니") {
				d.modality = "denied"
			}
			break
		}
	}
	r.add(d)
}

// plainActor reports whether a stretch ends with the name of somebody.
func (r *lastReader) plainActor(s stretch) bool {
	c, ok := r.last(s, r.somebody)
	return ok && c.end == s.to
}

// linked orders what stands before and after a connective.
func (r *lastReader) linked(m linkCue, before, after stretch) draft {
	d := draft{cause: before, effect: after, connective: m.stretch(), sign: entente.Plus, rank: 6}
	r.tone(after, &d.manner)
	switch {
	case r.aims(m, before):
		d.cause, d.effect = after, before
		d.relation, d.modality = "purpose", "intended"
	case m.is(r.means):
		d.relation, d.modality = "means", d.manner.modality()
	case m.is(r.cond) && !m.is(r.reason):
		d.relation, d.modality = "condition", "conditional"
	default:
		d.relation, d.modality = "reason", d.manner.modality()
	}
	d.rule = entente.RuleID("claim/" + r.lang + "/" + d.relation)
	return d
}

// aims reports whether a connective marks an aim. Japanese ため does after the
// plain form of a verb (守るため), and marks a reason after a noun or a past.
func (r *lastReader) aims(m linkCue, before stretch) bool {
	if m.is(r.purpose) {
		return true
	}
	if string(r.text[m.start:m.end]) != "ため" || before.to == 0 {
		return false
	}
	return slices.Contains([]rune("るすくぐむぶつうぬ"), r.text[before.to-1])
}

// mainClause is clause k up to the end of the sentence, if that is short.
func (r *lastReader) mainClause(k int) stretch {
	if k >= len(r.clauses) {
		return stretch{}
	}
	s := stretch{r.clauses[k].start, r.clauses[k].end}
	if last := r.clauses[len(r.clauses)-1].end; last-s.from <= 60 {
		s.to = last
	}
	return r.tidy(s)
}

func (r *lastReader) consequence(k int, m linkCue) {
	rest := r.tidy(stretch{m.end, r.clauses[k].end})
	if rest.to-rest.from < 4 {
		rest = r.mainClause(k + 1)
	}
	d := draft{effect: rest, connective: m.stretch(), relation: "result", sign: entente.Plus, rank: 4,
		rule: entente.RuleID("claim/" + r.lang + "/consequence")}
	if k > 0 {
		d.cause = r.tidy(stretch{r.clauses[k-1].start, r.clauses[k-1].end})
	}
	r.tone(rest, &d.manner)
	d.modality = d.manner.modality()
	r.add(d)
}

// results finds verbs of causing: A は B をもたらす.
func (r *lastReader) results(k int) {
	c := stretch{r.clauses[k].start, r.clauses[k].end}
	for _, v := range r.within(c, r.verb) {
		left := r.tidy(stretch{c.from, v.start})
		subject, object := r.splitTopic(k, left)
		if t, ok := r.topicOf(object); ok && r.plainActor(subject) && object.to-t.end > 2 {
			subject, object = stretch{object.from, t.start}, r.tidy(stretch{t.end, object.to}) // 専門家はAがBを
		}
		if n := len(r.drafts); subject.empty() && n > 0 && k > 0 && r.drafts[n-1].relation == "result" && r.drafts[n-1].effect.overlap(stretch{r.clauses[k-1].start, c.to}) > 0 {
			subject = r.drafts[n-1].cause // Aは, BをもたらしCを高める
			if cut := r.drafts[n-1].effect.to; cut > object.from && cut < object.to {
				object.from = cut
			}
		}
		if r.plainActor(subject) && v.is(r.semi|r.semiLess) {
			continue // somebody does it
		}
		if subject.empty() || object.to-object.from < 2 {
			continue
		}
		d := draft{cause: subject, effect: object, connective: v.stretch(), relation: "result", sign: entente.Plus,
			rank: 5, rule: entente.RuleID("claim/" + r.lang + "/result")}
		if !v.is(r.cause) {
			d.effect.to = v.end
			if c.to-v.end <= 6 {
				d.effect.to = c.to // with the ending of the verb
			}
		}
		if v.is(r.causeLess | r.semiLess) {
			d.turn = v.stretch()
		}
		r.tone(stretch{v.start, c.to}, &d.manner)
		d.modality = d.manner.modality()
		if s := r.tidy(subject); r.isPronoun(s) {
			d.cause = stretch{}
			if k > 0 {
				d.cause = r.tidy(stretch{r.clauses[k-1].start, r.clauses[k-1].end})
			}
		}
		r.add(d)
	}
}

// splitTopic splits what stands before a verb at its topic or subject; the
// topic may be the clause before.
func (r *lastReader) splitTopic(k int, left stretch) (subject, object stretch) {
	if o, ok := r.opensAt(left.from, r.opener); ok {
		left = r.tidy(stretch{o.end, left.to})
	}
	if t, ok := r.topicOf(left); ok {
		return stretch{left.from, t.start}, r.tidy(stretch{t.end, left.to})
	}
	if k > 0 {
		before := r.tidy(stretch{r.clauses[k-1].start, r.clauses[k-1].end})
		if t, ok := r.topicOf(stretch{before.from, before.to}); ok && t.end == before.to {
			return stretch{before.from, t.start}, left
		}
	}
	return stretch{}, left
}

// topicOf finds the first particle of topic or subject: in Japanese the letter
// itself, in Korean at the end of a word.
func (r *lastReader) topicOf(s stretch) (linkCue, bool) {
	for _, c := range r.within(s, r.topic) {
		if c.start < s.from+2 || c.end-c.start != 1 {
			continue
		}
		ends := c.end >= len(r.text) || r.text[c.end] == ' ' || c.end == s.to
		if r.lang == "ja" || ends {
			return c, true
		}
	}
	return linkCue{}, false
}

func (r *lastReader) isPronoun(s stretch) bool {
	c, ok := r.opensAt(s.from, r.pronoun)
	return ok && c.end >= s.to-1
}

// tone notes what the end of a clause says of its link.
func (r *lastReader) tone(s stretch, m *manner) {
	for _, c := range r.within(s, r.modal|r.no) {
		if c.is(r.no) && s.to-c.end > 4 {
			continue
		}
		r.note(c, m)
	}
}

// tidy drops spaces, marks and trailing particles.
func (r *lastReader) tidy(s stretch) stretch {
	for s.from < s.to && strings.ContainsRune(" 、,・:", r.text[s.from]) {
		s.from++
	}
	for s.to > s.from && strings.ContainsRune(" 、,・:をに。", r.text[s.to-1]) {
		s.to--
	}
	return s
}

func (r *lastReader) add(d draft) {
	d.cause, d.effect = r.tidy(d.cause), r.particles(r.tidy(d.effect))
	if d.effect.to-d.effect.from < 2 || d.cause.to-d.cause.from == 1 {
		return
	}
	r.drafts = append(r.drafts, d)
}

// particles drops the Korean particle of an object.
func (r *lastReader) particles(s stretch) stretch {
	if r.lang == "ko" && s.to-s.from > 4 && strings.HasSuffix(string(r.text[s.from:s.to]), "으로") {
		s.to -= 2
	}
	if r.lang == "ko" && s.to-s.from > 2 && slices.Contains([]rune("을를에"), r.text[s.to-1]) {
		s.to--
	}
	return s
}
