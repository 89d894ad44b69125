package extract

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/ententelab/entente"
)

// enClasses are the classes of English marking words.
type enClasses struct {
	mannerClasses
	cause, causeLess, semi, semiLess                                                                                                                                                                                                                             linkClass
	adverb, opener, pronoun, which                                                                                                                                                                                                                               linkClass
	reason, from, because, therefore                                                                                                                                                                                                                             linkClass
	to, aim, primary, act, control                                                                                                                                                                                                                               linkClass
	through, by, use, cond, need                                                                                                                                                                                                                                 linkClass
	impact, impactOn, have                                                                                                                                                                                                                                       linkClass
	be, vital, mean, preposition, also, notOnly, that, goalVerb, cost, make, and, lead, reasonFor, even, with, absent, theMore, either, theReason, modifier, feeling, state, trade, ask, scheduled, respond, change, origin, put, plight, become, way, stateLess linkClass
	say, somebody, stop, noun, verb, filler                                                                                                                                                                                                                      linkClass
}

func newEnClasses(w *linkWords) *enClasses {
	c := &enClasses{
		mannerClasses: newMannerClasses(w),
		cause:         w.class("cause"), causeLess: w.class("cause-"), semi: w.class("semi"), semiLess: w.class("semi-"),
		adverb: w.class("adverb"), opener: w.class("opener"), pronoun: w.class("pronoun"), which: w.class("which"),
		reason: w.class("reason"), from: w.class("from"), because: w.class("because"), therefore: w.class("therefore"),
		to: w.class("to"), aim: w.class("aim"), primary: w.class("primary"), act: w.class("act"), control: w.class("control"),
		through: w.class("through"), by: w.class("by"), use: w.class("use"), cond: w.class("if"), need: w.class("need"),
		impact: w.class("impact"), impactOn: w.class("impacton"), have: w.class("have"),
		say: w.class("say"), somebody: w.class("somebody"), be: w.class("be"), vital: w.class("vital"), mean: w.class("mean"), preposition: w.class("preposition"),
		also: w.class("also"), notOnly: w.class("notonly"), that: w.class("that"), goalVerb: w.class("goalverb"), cost: w.class("cost"),
		make: w.class("make"), and: w.class("and"), lead: w.class("lead"), reasonFor: w.class("reasonfor"), even: w.class("even"), with: w.class("with"), absent: w.class("absent"), theMore: w.class("themore"), either: w.class("either"), theReason: w.class("thereason"), modifier: w.class("modifier"), feeling: w.class("feeling"),
		state: w.class("state"), trade: w.class("trade"), ask: w.class("ask"), scheduled: w.class("scheduled"), respond: w.class("respond"), change: w.class("change"), origin: w.class("origin"), put: w.class("put"), plight: w.class("plight"), become: w.class("become"), way: w.class("way"), stateLess: w.class("state-"),
		stop: w.class("stop"), noun: w.class("noun"),
	}
	c.verb = c.cause | c.causeLess | c.semi | c.semiLess
	c.filler = c.adverb | c.modal | c.no
	return c
}

var enClassesOnce = sync.OnceValue(func() *enClasses { return newEnClasses(linkWordsEN()) })

// enReader reads the claims of one English sentence.
type enReader struct {
	linkReader
	*enClasses
	passage  *passage
	sentence *sentence
	grounds  []int  // the clauses that give grounds after "for"
	lower    string // the text in lower case
	at       []int  // where each rune of the text stands in lower; nil if all are bytes
}

func newEnReader(p *passage, s *sentence) *enReader {
	c := enClassesOnce()
	r := &enReader{linkReader: newLinkReader(s, linkWordsEN(), c.mannerClasses), enClasses: c, passage: p, sentence: s}
	r.lower, r.at = lowered(r.text)
	return r
}

// lowered returns a text in lower case, and where each rune stands in it if
// not all are single bytes.
func lowered(text []rune) (string, []int) {
	var b strings.Builder
	b.Grow(len(text) + 8)
	at := make([]int, 0, len(text)+1)
	for _, x := range text {
		at = append(at, b.Len())
		b.WriteRune(unicode.ToLower(x))
	}
	if b.Len() == len(text) {
		return b.String(), nil
	}
	return b.String(), append(at, b.Len())
}

func englishClaims(p *passage, s *sentence) []draft {
	r := newEnReader(p, s)
	r.dropNouns()
	r.dropPointing()
	r.settleClauses()
	r.thatApart()
	if s.Heading {
		r.skipNumber()
		r.headedAim()
	}
	for k := range r.clauses {
		r.reasons(k)
		r.credits(k)
		r.inverted(k)
		r.purposes(k)
		r.conditions(k)
		r.results(k)
	}
	r.dropGrounds()
	return r.drafts
}

// skipNumber leaves the number of a heading out: (1), IV.
func (r *enReader) skipNumber() {
	if len(r.clauses) == 0 {
		return
	}
	c := r.clauses[0]
	for i := c.start; i < min(c.end, c.start+6); i++ {
		if r.text[i] == ')' || r.text[i] == '.' {
			r.clauses = slices.Clone(r.clauses)
			r.clauses[0].start = min(i+2, c.end)
			return
		}
	}
}

// clause returns clause k without its openers.
func (r *enReader) clause(k int) stretch {
	s := r.tidy(stretch{r.clauses[k].start, r.clauses[k].end})
	if s.from+1 < s.to && strings.ContainsRune("\"“", r.text[s.from]) && !slices.Contains(r.text[s.from+1:s.to], '"') && !slices.Contains(r.text[s.from+1:s.to], '”') {
		s.from++ // a quotation that goes on beyond the clause
	}
	return r.trimFront(s, r.opener)
}

// trimFront drops cues of a class, spaces and quotation marks from the front.
func (r *enReader) trimFront(s stretch, class linkClass) stretch {
	for {
		s = r.tidy(s)
		c, ok := r.opensAt(s.from, class)
		if !ok || c.end >= s.to {
			return s
		}
		s.from = c.end
	}
}

// trimBack drops cues of a class, adverbs in -ly and spaces from the end, and
// notes what the cues say.
func (r *enReader) trimBack(s stretch, class linkClass, m *manner) stretch {
	for {
		s = r.tidy(s)
		if c, ok := r.endsAt(s.to); ok && c.start >= s.from && (c.is(class) || class&r.adverb != 0 && c.start > s.from && c.is(r.therefore) && enWithin[r.word(c.stretch())]) {
			r.note(c, m)
			s.to = c.start
			continue
		}
		shorter := r.dropAdverb(s)
		if shorter == s {
			return s
		}
		s = shorter
	}
}

// enWithin are words of consequence that stand inside a predicate: is thus likely to.
var enWithin = map[string]bool{"thus": true, "therefore": true, "hence": true, "consequently": true, "accordingly": true}

// endsAt returns the cue that ends at a place.
func (r *enReader) endsAt(at int) (linkCue, bool) {
	for _, c := range r.cues {
		if c.end == at {
			return c, true
		}
	}
	return linkCue{}, false
}

// dropAdverb drops a last word in -ly, unless it is all there is.
func (r *enReader) dropAdverb(s stretch) stretch {
	if s.to-s.from < 4 || r.text[s.to-1] != 'y' || r.text[s.to-2] != 'l' {
		return s
	}
	for i := s.to - 1; i > s.from; i-- {
		if r.text[i] == ' ' {
			if w := r.word(stretch{i + 1, s.to}); enNounsInLy[w] || w == "only" || w == "july" {
				return s
			}
			return r.tidy(stretch{s.from, i})
		}
	}
	return s
}

// tidy drops spaces and stray marks from both ends.
func (r *enReader) tidy(s stretch) stretch {
	for s.from < s.to && strings.ContainsRune(" ,;:”", r.text[s.from]) || s.from+1 < s.to && r.text[s.from] == '"' && r.text[s.from+1] == ' ' {
		s.from++
	}
	for s.to > s.from && strings.ContainsRune(" ,;:", r.text[s.to-1]) {
		s.to--
	}
	return s
}

// word returns the text of a stretch in lower case, "" of one that is empty or
// lies behind the end.
func (r *enReader) word(s stretch) string {
	if s.empty() || s.to > len(r.text) {
		return ""
	}
	if r.at == nil {
		return r.lower[s.from:s.to]
	}
	return r.lower[r.at[s.from]:r.at[s.to]]
}

// gerund reports whether a word ending at a place ends in -ing.
func (r *enReader) gerund(c linkCue) bool {
	w := r.word(c.stretch())
	first, _, _ := strings.Cut(w, " ")
	return strings.HasSuffix(first, "ing") && first != "bring"
}

// past reports whether a cue's verb ends in -ed or is an irregular past.
func (r *enReader) past(c linkCue) bool {
	first, _, _ := strings.Cut(r.word(c.stretch()), " ")
	return strings.HasSuffix(first, "ed") || slices.Contains(enPasts, first)
}

// enPasts are irregular pasts among the verbs of the data.
var enPasts = []string{"led", "dealt", "wrought", "bore", "sank", "overthrew", "outgrew", "forbade", "arose", "brought", "drove", "driven", "gave", "given", "made", "built", "drew", "drawn", "left", "kept",
	"fed", "bred", "sown", "shook", "shaken", "broke", "broken", "cast", "laid", "undercut", "upset", "hurt", "held", "threw", "thrown", "bought", "taught", "sped",
	"won", "lent", "sent", "lit", "shrank", "shrunk", "froze", "frozen", "stung", "wore", "worn", "swollen", "undid", "undone", "overcame", "overrode", "overridden", "withheld", "hamstrung", "did",
	"redrew", "redrawn", "rewrote", "rewritten", "upheld", "underwrote", "underwritten", "swept", "took", "taken", "tore", "torn", "ground", "bled", "rebuilt", "remade", "sowed", "struck", "forsook", "forwent", "begot", "beset", "bent", "wove", "woven", "stole", "tied", "flung"}

// before returns the cue that ends right before a place, over one space.
func (r *enReader) before(at int) (linkCue, bool) {
	for i := len(r.cues) - 1; i >= 0; i-- {
		c := r.cues[i]
		if c.end > at {
			continue
		}
		if c.end == at || c.end == at-1 && r.text[c.end] == ' ' {
			return c, true
		}
		return linkCue{}, false
	}
	return linkCue{}, false
}

func (r *enReader) add(d draft) {
	d.cause, d.effect = r.unlisted(r.tidy(d.cause)), r.unlisted(r.whole(d.effect))
	if strings.HasPrefix(r.word(d.cause), "of ") {
		d.cause.from += len("of ") // the adoption, in May, of B
	}
	if w := r.word(d.cause); strings.HasSuffix(w, " all") && strings.Contains(w, " and ") && !strings.HasSuffix(w, "d all") {
		d.cause.to -= len(" all") // A, B and C all limit D
	}
	if slices.Contains(enDeterminers, lastWord(r.word(d.cause))) {
		return // what it goes on with was not understood
	}
	if d.core.empty() && d.relation != "reason" && d.relation != "condition" {
		if head := r.withoutRelative(d.effect); head != d.effect {
			d.core = head
		}
	}
	if !r.saysSomething(d.effect) || !d.cause.empty() && d.relation != "condition" && !r.saysSomething(d.cause) {
		return // but: if it does so, B
	}
	if d.effect.to-d.effect.from < 4 || d.cause.to > d.cause.from && d.cause.to-d.cause.from < 5 && !slices.Contains(enShortCauses, r.word(d.cause)) {
		return
	}
	if k := r.clauseOf(d.effect.from); d.relation == "reason" && k > 0 && r.isDeed(d.effect) && d.effect.from == r.clause(k).from {
		d.effect = r.mainBefore(k) // did B, a step made possible by A
	}
	if d.sign == 0 {
		d.sign = entente.Plus
	}
	if d.relation == "means" && d.modality == "asserted" && r.foretold(d) {
		d.modality = "predicted"
	}
	if d.turn.empty() {
		d.turn = r.lessVerb(d.effect)
	}
	if d.turn.empty() && (d.relation == "reason" || d.relation == "condition") && d.modality != "denied" {
		d.turn = r.negation(d.effect)
	}
	d.said = r.reportBefore(d, r.say)
	if also, ok := r.first(d.effect, r.also); ok {
		second := d
		second.effect = r.tidy(stretch{also.end, d.effect.to})
		d.effect = r.tidy(stretch{d.effect.from, also.start})
		r.drafts = append(r.drafts, second)
	}
	if w := r.word(d.effect); strings.HasPrefix(w, "not ") && !strings.HasPrefix(w, "not only") {
		if at := strings.Index(w, " but "); at > 6 {
			second, n := d, len([]rune(w[:at]))
			second.effect = r.tidy(stretch{d.effect.from + n + len(" but "), d.effect.to})
			d.effect, d.modality = stretch{d.effect.from + len("not "), d.effect.from + n}, "denied"
			r.drafts = append(r.drafts, second) // produced not A but B
		}
	}
	if nor := norOpens(r.word(d.effect)); nor > 0 && d.relation == "reason" {
		d.effect.from, d.modality = d.effect.from+nor, "denied"
	}
	if only, ok := r.first(d.effect, r.notOnly); ok {
		d.effect = r.tidy(stretch{only.end, d.effect.to})
	}
	d.joint, d.jointLen = r.jointOf(d.effect)
	if and, ok := r.first(stretch{d.cause.from + 8, d.cause.to}, r.and); ok && strings.HasPrefix(r.word(d.cause), "both ") {
		second := d // both A and B
		second.cause = r.tidy(stretch{and.end, d.cause.to})
		d.cause = stretch{d.cause.from + 5, and.start - 1}
		r.drafts = append(r.drafts, second)
	}
	r.deniedCause(&d)
	r.drafts = append(r.drafts, d)
}

// unlisted is a stretch without the mark of a list that it opens with: - (a) we could.
func (r *enReader) unlisted(s stretch) stretch {
	for s.from < s.to && (r.text[s.from] == '-' || r.text[s.from] == '•' || unicode.IsSpace(r.text[s.from])) {
		s.from++
	}
	if s.to-s.from > 6 && r.text[s.from] == '(' && r.text[s.from+2] == ')' {
		s.from += len("(a) ")
	}
	return s
}

// cleftIs reports whether "it is" or "it was" stands right before a place.
func (r *enReader) cleftIs(at int) bool {
	before := r.word(stretch{max(0, at-len("it was ")), at})
	return strings.HasSuffix(before, "it was ") || strings.HasSuffix(before, "it is ")
}

// enDeterminers ask for a noun.
var enDeterminers = []string{"our", "their", "its", "his", "the", "a", "an", "my", "your"}

// norOpens is how much of a clause is "nor" with the auxiliary that it turns round, which
// denies the reason named for it: nor are | budgets climbing because A.
func norOpens(clause string) int {
	nor, rest, _ := strings.Cut(clause, " ")
	auxiliary, _, _ := strings.Cut(rest, " ")
	if nor != "nor" || !slices.Contains(enAuxiliaries, auxiliary) {
		return 0
	}
	return len(nor) + len(auxiliary) + 2
}

// enAuxiliaries are those that stand before their subject behind nor.
var enAuxiliaries = []string{"is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "will", "would", "can", "could"}

// deniedCause reads it is not A but B that does C, and it is not A that does C.
func (r *enReader) deniedCause(d *draft) {
	w, start := r.word(d.cause), d.cause.from
	first, rest, _ := strings.Cut(w, " ")
	if strings.HasSuffix(first, "ly") && strings.HasPrefix(rest, "not ") {
		d.cause.from += len([]rune(first)) + 1 // absolutely not A
		w = rest
	}
	if !strings.HasPrefix(w, "not ") || strings.HasPrefix(w, "not only ") || strings.HasPrefix(w, "not least ") {
		return
	}
	if at := strings.Index(w, " but "); at > 6 {
		second, n := *d, len([]rune(w[:at]))
		second.cause = stretch{d.cause.from + n + len(" but "), d.cause.to}
		d.cause.to = d.cause.from + n
		r.drafts = append(r.drafts, second)
	} else if d.relation != "result" || !r.cleftIs(start) {
		return // because not all allies pay
	}
	d.cause.from += len("not ")
	d.modality = "denied"
}

// whole drops a conjunction that a stretch was left with at its end.
func (r *enReader) whole(s stretch) stretch {
	s = r.tidy(s)
	for _, and := range []string{" and", " or", " but", " yet"} {
		if strings.HasSuffix(r.word(s), and) {
			return r.tidy(stretch{s.from, s.to - len(and)})
		}
	}
	return s
}

// jointOf finds where "and" joins a second verb of the same form to a first.
func (r *enReader) jointOf(s stretch) (at, length int) {
	first, ok := r.first(stretch{s.from, min(s.to, s.from+24)}, r.verb|r.act)
	if !ok {
		return 0, 0
	}
	for _, and := range r.within(stretch{first.end + 8, s.to}, r.and) {
		if c, ok := r.opensAt(min(and.end+1, s.to), r.verb|r.act); ok && r.sameForm(c, first) && !strings.HasSuffix(r.word(c.stretch()), "ly") {
			return and.start, and.end + 1 - and.start
		}
	}
	return 0, 0
}

// withoutRelative is what tells the concept of an effect with a relative clause that is longer than what it tells of: the
// doubts that lead A to look for B.
func (r *enReader) withoutRelative(s stretch) stretch {
	for _, that := range r.within(s, r.that) {
		head, rest := stretch{s.from, that.start - 1}, stretch{that.end + 1, s.to}
		if head.to-head.from < 10 || rest.to-rest.from <= head.to-head.from || r.text[head.to] != ' ' {
			continue
		}
		words := strings.Fields(string(r.text[head.from:head.to]))
		last := words[len(words)-1]
		if len(words) < 2 || last[0] < 'a' || last[0] > 'z' || strings.HasSuffix(last, "ly") || strings.HasSuffix(last, "ed") || slices.Contains(enThatNouns, strings.TrimSuffix(last, "s")) && r.nounAt(rest.from) {
			continue
		}
		if c, ok := r.endsAt(head.to); ok && c.is(r.say|r.verb|r.act|r.somebody|r.pronoun|r.no|r.be|r.preposition|r.because) || slices.Contains(words, "so") || slices.Contains(words, "such") {
			continue
		}
		return head
	}
	return s
}

// enThatNouns take a clause with "that" that says what they are.
var enThatNouns = []string{"fact", "vision", "premise", "hypothesis", "insight", "calculation", "wager", "bet", "belief", "view", "fear", "suspicion", "doubt", "judgment", "judgement", "claim", "idea", "hope", "risk", "danger", "possibility", "impression", "sense",
	"conviction", "assumption", "expectation", "signal", "message", "argument", "warning", "evidence", "proof", "notion", "promise", "assurance", "guarantee", "confidence", "perception", "concern", "worry",
	"recognition", "understanding", "realization", "realisation", "point", "extent", "conclusion", "charge", "accusation", "condition", "proposition", "principle", "lesson", "pretext", "ground", "case", "prospect",
	"likelihood", "chance", "probability", "certainty", "thought", "theory", "narrative", "complaint", "consensus", "illusion", "faith", "trust", "awarenes", "demand", "requirement", "insistence", "rumor", "report", "new", "new", "clear", "likely", "plain", "certain", "sure", "aware", "afraid", "convinced", "confident"}

// isPronoun reports whether a stretch is only a word for what was said before.
func (r *enReader) isPronoun(s stretch) bool {
	c, ok := r.opensAt(s.from, r.pronoun)
	return ok && c.end == s.to
}

// mainPart drops what reports or frames a deed: subject, verb of saying.
func (r *enReader) mainPart(s stretch) stretch {
	s = r.trimFront(s, r.opener)
	if c, ok := r.first(s, r.stop); ok && c.start > s.from+8 && slices.Contains(enInstead, r.word(c.stretch())) {
		s.to = c.start
	}
	if c, ok := r.last(stretch{s.from, max(s.from, s.to-12)}, r.say|r.stop); ok {
		s.from = c.end
	}
	s = r.trimFront(s, r.opener|r.adverb)
	if c, ok := r.opensAt(s.from, r.pronoun); ok && c.end < s.to {
		s.from = c.end
	}
	return r.tidy(s)
}

// enInstead open what is not done.
var enInstead = []string{"rather than", "instead of"}

// deed is what a main part says is done, without who does it: of Japan has
// actively woven a network it leaves woven a network.
func (r *enReader) deed(s stretch) stretch {
	s = r.mainPart(s)
	for _, c := range r.within(s, r.modal|r.adverb|r.be) {
		if (r.auxiliary(c) || c.is(r.be) && r.gerundAt(c.end)) && r.plainActor(r.tidy(stretch{s.from, c.start})) {
			return r.trimFront(stretch{c.end, s.to}, r.adverb|r.modal)
		}
	}
	return s
}
