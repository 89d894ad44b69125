package extract

import (
	"strings"
	"sync"

	"github.com/ententelab/entente"
)

// lastClasses are the classes of marking words of languages whose verb stands
// last and whose connectives follow what they mark: Japanese and Korean.
type lastClasses struct {
	mannerClasses
	words                       *linkWords
	cause, causeLess            linkClass // verbs of effect that anybody may be the subject of
	semi, semiLess              linkClass // and those that are a deed if somebody is
	verbal                      linkClass // verbal nouns, which need a light verb
	make                        linkClass // endings of causatives
	change                      linkClass // verbs of becoming
	role, roleLess              linkClass // what a cause is to its effect: 要因, 障害
	be                          linkClass // the copula after a role
	origin, notBut              linkClass
	reason, reasonOf, feeling   linkClass
	purpose, purposeOf, aim     linkClass
	means, meansOf, by          linkClass
	ifOf, since                 linkClass
	then, cond, times           linkClass
	topic, opener, pronoun      linkClass
	causeOf, goalOf, cleft      linkClass
	outcome, becauseEnd         linkClass
	somebody, goOn, quote, tail linkClass
	adnominal, phrase, formal   linkClass
	suffer, passiveLess, react  linkClass // passives that are words of their own; verbs of being moved
	contrast, urge, intend      linkClass
	speech, reply               linkClass
	place, enough, why          linkClass
	thesis                      linkClass
	changeLess                  linkClass // verbs of becoming less
	verb, connective            linkClass
}

func newLastClasses(w *linkWords) *lastClasses {
	c := &lastClasses{
		mannerClasses: newMannerClasses(w), words: w,
		cause: w.class("cause"), causeLess: w.class("cause-"), semi: w.class("semi"), semiLess: w.class("semi-"),
		verbal: w.class("verbal"), make: w.class("make"),
		change: w.class("change"), role: w.class("role"), roleLess: w.class("role-"), be: w.class("be"),
		origin: w.class("origin"), notBut: w.class("notbut"),
		reason: w.class("reason"), reasonOf: w.class("reasonof"), feeling: w.class("feeling"),
		purpose: w.class("purpose"), purposeOf: w.class("purposeof"), aim: w.class("aim"),
		means: w.class("means"), meansOf: w.class("meansof"), by: w.class("by"), ifOf: w.class("ifof"), since: w.class("since"),
		then: w.class("then"), cond: w.class("if"), times: w.class("times"),
		topic: w.class("topic"), opener: w.class("opener"), pronoun: w.class("pronoun"),
		causeOf: w.class("causeof"), goalOf: w.class("goalof"), cleft: w.class("cleft"), outcome: w.class("outcome"), becauseEnd: w.class("becauseend"),
		somebody: w.class("somebody"), goOn: w.class("goon"), quote: w.class("quote"), tail: w.class("tail"),
		suffer: w.class("passive"), passiveLess: w.class("passive-"), react: w.class("react"), contrast: w.class("contrast"),
		urge: w.class("urge"), intend: w.class("intend"), speech: w.class("speech"), reply: w.class("reply"), place: w.class("place"), enough: w.class("enough"), why: w.class("why"), thesis: w.class("thesis"), changeLess: w.class("change-"),
		adnominal: w.class("adnominal"), phrase: w.class("phrase"), formal: w.class("formal"),
	}
	c.verb = c.cause | c.causeLess | c.semi | c.semiLess
	c.connective = c.reason | c.purpose | c.means | c.cond | c.times
	return c
}

var lastClassesJA = sync.OnceValue(func() *lastClasses { return newLastClasses(mustLinkWords(claimsJA)) })
var lastClassesKO = sync.OnceValue(func() *lastClasses { return newLastClasses(mustLinkWords(claimsKO)) })

// lastReader reads the claims of one Japanese or Korean sentence.
type lastReader struct {
	linkReader
	*lastClasses
	lang   string
	breaks []boundary // where one predicate ends and the next begins
	topics []linkCue  // particles of topic and subject
	actors []mention
	quotes []stretch // long quotations
}

// verbLastClaims finds claims in a language whose verb stands last.
func verbLastClaims(p *passage, s *sentence) []draft {
	c, lang := lastClassesJA(), "ja"
	if p.doc.Lang == entente.Korean {
		c, lang = lastClassesKO(), "ko"
	}
	r := &lastReader{linkReader: newLinkReader(s, c.words, c.mannerClasses), lastClasses: c, lang: lang, actors: s.actors, quotes: longQuotations(s.view.Text)}
	if r.asks() {
		return nil
	}
	r.findTopics()
	r.findBreaks()
	for _, m := range r.cues {
		r.read(m)
	}
	r.chains()
	return r.drafts
}

// read reads the link that a word marks, if it marks one where it stands.
func (r *lastReader) read(m linkCue) {
	switch {
	case m.is(r.why) && r.explains(m):
	case m.is(r.then) && r.opensSegment(m):
		r.consequence(m)
	case m.is(r.causeOf|r.goalOf) && r.wordEnds(m):
		r.causeIs(m)
	case m.is(r.cleft), r.cleftKO(m):
		r.split(m)
	case m.is(r.connective) && r.marks(m):
		r.clauseLink(m)
	case m.is(r.reasonOf | r.feeling | r.meansOf | r.purposeOf | r.ifOf):
		r.nounLink(m)
	case m.is(r.by):
		r.becomes(m)
	case m.is(r.aim):
		r.aims(m)
	case m.is(r.role | r.roleLess):
		r.plays(m)
	case m.is(r.origin):
		r.comesFrom(m)
	}
	switch v, ok := r.effectVerb(m); {
	case r.passive(m):
		r.suffers(m)
	case ok && !r.demanded(m):
		r.result(v)
	}
	if m.is(r.react) {
		r.reacts(m)
	}
	if m.is(r.contrast) {
		r.contradicts(m)
	}
}

// asks reports whether a sentence is a question, which states no link; one that
// expects a yes does (招くのではないか).
func (r *lastReader) asks() bool {
	text := strings.TrimRight(string(r.text), " 。\"'」』)")
	for _, yes := range []string{"ないか", "ないだろうか", "なかろうか", "まいか", "않을까", "않을까?", "않은가", "않은가?", "않겠는가", "않겠는가?", "아닐까", "아닐까?", "아닌가", "아닌가?"} {
		if strings.HasSuffix(text, yes) {
			return false
		}
	}
	for _, why := range []string{"なぜ", "どうして", "왜 "} {
		if strings.Contains(text, why) {
			return false // it takes the link for granted
		}
	}
	return strings.HasSuffix(text, "?") || r.lang == "ja" && strings.HasSuffix(text, "か")
}

// rule names a rule of this reader.
func (r *lastReader) rule(name string) entente.RuleID {
	return entente.RuleID("claim/" + r.lang + "/" + name)
}

// add keeps a draft whose two sides name something. A cause that only points
// to what was said before is left out.
func (r *lastReader) add(d draft) {
	d.cause, d.effect = r.quotesWhole(r.particles(r.tidy(d.cause))), r.quotesWhole(r.particles(r.tidy(d.effect)))
	if s := d.cause; s.to-s.from > 4 && string(r.text[s.to-2:s.to]) == "こそ" {
		d.cause.to -= 2
	}
	if r.isPronoun(d.cause) {
		d.cause = stretch{}
		d.rank-- // what names its cause says more
	}
	if d.effect.to-d.effect.from < 2 || d.cause.to-d.cause.from == 1 {
		return
	}
	d.causeTurn = r.endsNegated(d.cause)
	if d.turn.empty() && (d.relation == "reason" || d.relation == "condition") && d.modality != "denied" {
		d.turn = r.endsNegated(d.effect)
	}
	if d.turn.empty() {
		d.turn = r.endsLess(d.effect)
	}
	r.drafts = append(r.drafts, d)
}

// quotesWhole takes into a stretch the start of a short quotation that it was cut in:
// 「自由で開かれたインド太平洋」の実現.
func (r *lastReader) quotesWhole(s stretch) stretch {
	const longest = 30
	for i := s.from; i < s.to; i++ {
		switch r.text[i] {
		case '「':
			return s
		case '」':
			for j := s.from - 1; j >= max(0, s.from-longest); j-- {
				if r.text[j] == '「' {
					return stretch{j, s.to}
				}
			}
			return s
		}
	}
	return s
}

// isPronoun reports whether a stretch is a pronoun with no more than a particle.
func (r *lastReader) isPronoun(s stretch) bool {
	c, ok := r.opensAt(s.from, r.pronoun)
	return ok && !s.empty() && c.end >= s.to-1
}

// tone notes what the end of a clause says of its link. A word of negation
// counts where the predicate itself is negated: near a place.
func (r *lastReader) tone(s stretch, verbEnd int, m *manner) {
	for _, c := range r.within(stretch{s.from, min(len(r.text), s.to+denialReach)}, r.modal|r.no) {
		switch {
		case c.is(r.no) && verbEnd > 0 && c.start >= verbEnd && c.start <= verbEnd+denialReach,
			!c.is(r.no) && c.end <= s.to:
			r.note(c, m)
		}
	}
	for _, c := range r.cues {
		if c.start >= s.from && c.end <= s.to && c.tone != 0 && !c.is(r.modal|r.no) {
			r.note(c, m)
		}
	}
}

// denialReach is how far from its stem a verb's negation may begin, in runes:
// 招く|わけではない.
const denialReach = 7

// tidy drops spaces, marks, openers and trailing particles.
func (r *lastReader) tidy(s stretch) stretch {
	for s.from < s.to {
		if i := r.numbered(s.from); i > s.from && i < s.to {
			s.from = i
			continue
		}
		if c, ok := r.opensAt(s.from, r.opener|r.then); ok && c.end < s.to && r.opens(c) {
			s.from = c.end
			continue
		}
		if !strings.ContainsRune(" 、,・:。—-)」』■□●○◆◇▲△▶▷※", r.text[s.from]) {
			break
		}
		s.from++
	}
	for s.to > s.from && strings.ContainsRune(" 、,・:をに。.—-―", r.text[s.to-1]) {
		s.to--
	}
	return s
}

// numbered returns the end of the number of an item that opens at a place, (2)
// or ②, or the place.
func (r *lastReader) numbered(at int) int {
	if x := r.text[at]; x >= '①' && x <= '⑳' {
		return at + 1
	}
	if r.text[at] == '(' && at+2 < len(r.text) {
		for i := at + 1; i < len(r.text) && i < at+4; i++ {
			if r.text[i] == ')' && i > at+1 {
				return i + 1
			}
			if r.text[i] < '0' || r.text[i] > '9' {
				break
			}
		}
	}
	return at
}

// opens reports whether an opener stands as a word: before a mark, a space or,
// in Japanese, anything.
func (r *lastReader) opens(c linkCue) bool {
	return r.lang == "ja" || c.end < len(r.text) && (r.text[c.end] == ' ' || r.text[c.end] == ',')
}

// particles drops the Korean particle of an object.
func (r *lastReader) particles(s stretch) stretch {
	if r.lang != "ko" {
		return s
	}
	text := string(r.text[s.from:s.to])
	if strings.HasSuffix(text, "부를") || strings.HasPrefix(string(r.text[s.to:]), "수록") {
		return s // the verb 부르다; 오를|수록
	}
	for _, p := range []string{"으로", "에게", "을", "를", "에"} {
		if n := len([]rune(p)); strings.HasSuffix(text, p) && s.to-s.from > n+1 {
			s.to -= n
			break
		}
	}
	return s
}
