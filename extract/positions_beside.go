package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// beside returns the name that stands right before the verb at view.Text[i:j],
// with nothing but adverbs and auxiliaries between: the verb is its own, whatever
// the clause is about (the 3.5 percent that the Pentagon is said to have requested;
// 英国媒体披露美方要求…). A condition states nothing.
func (p *passage) beside(s *sentence, i, j int) (role, bool) {
	switch p.doc.Lang {
	case entente.English:
		return p.enBeside(s, i, j)
	case entente.Chinese:
		return p.zhBeside(s, i)
	}
	return role{}, false
}

var (
	enBetween      = wordMap("en", "between")
	enHypothetical = wordMap("en", "hypothetical")
	enPast         = wordMap("en", "past")
)

func (p *passage) enBeside(s *sentence, i, j int) (role, bool) {
	text, from := s.view.Text, s.clauseOf(i).start
	at, past := i, hasSuffix(lowerString(text[i:j]), "ed")
	for {
		start, end := wordBefore(text, at, from)
		if start < 0 {
			break
		}
		word := lowerString(text[start:end])
		n, _ := english.adverbs.at(text, start, end)
		if n != end-start && !enBetween[word] || word == "and" || word == "but" || word == "while" {
			break
		}
		past = past || enPast[word]
		at = start
	}
	names := s.namesIn(from, at)
	k := len(names) - 1
	if k < 0 || !onlySpace(text, names[k].End, at) || quoted(text, from, names[k].Start, names[k].End) {
		return p.enPronounBeside(s, from, at, past)
	}
	for k > 0 && (english.enJoined(text, names[k-1].End, names[k].Start) || english.enTitle(text, names[k-1].End, names[k].Start)) {
		k--
	}
	f := find{start: names[k].Start, end: names[k].End, actors: names[k].Actors()}
	english.enJoin(s, names, k, &f)
	if english.enGoverned(text, from, f.start) || english.ofPhrase(text, f.start, from) || p.hypothetical(text, from, f.start, past) {
		return role{}, false
	}
	return role{actors: f.actors, start: f.start, end: f.end}, true
}

// related finds the name that an English relative clause tells of, where the verb at i
// is the clause's: Canberra, which has resisted a fixed target, is watching.
func (p *passage) related(s *sentence, i int) (role, bool) {
	if p.doc.Lang != entente.English {
		return role{}, false
	}
	text, cl := s.view.Text, s.clauseOf(i)
	from := skipAhead(text, cl.start)
	word := wordAfter(text, from)
	if word != "which" && word != "who" || english.enSkip(text, from+len(word), i) < i {
		return role{}, false
	}
	names := s.namesIn(0, cl.start)
	k := len(names) - 1
	if k < 0 || strings.TrimLeft(string(text[names[k].End:from]), ", ") != "" || quoted(text, 0, names[k].Start, names[k].End) {
		return role{}, false
	}
	f := find{start: names[k].Start, end: names[k].End, actors: names[k].Actors()}
	english.enJoin(s, names, k, &f)
	return role{actors: f.actors, start: f.start, end: f.end}, true
}

// ofThing reports whether the verb at i is that of an English relative clause on something
// that is no actor: reports that deny the scale of it.
func (p *passage) ofThing(s *sentence, i int) bool {
	if p.doc.Lang != entente.English {
		return false
	}
	text, from := s.view.Text, s.clauseOf(i).start
	start, end := wordBefore(text, i, from)
	for start >= 0 && hasSuffix(lowerString(text[start:end]), "ly") {
		start, end = wordBefore(text, start, from)
	}
	if start < 0 || !slices.Contains(enRelatives, lowerString(text[start:end])) {
		return false
	}
	head, stop := wordBefore(text, start, from)
	if head < 0 || len(s.namesIn(head, stop)) > 0 {
		return false
	}
	word := lowerString(text[head:stop])
	return hasSuffix(word, "s") && (!subjectNouns[word] || enUnnamed[word])
}

// enUnnamed are actors that a relative clause tells apart without naming them.
var enUnnamed = wordMap("en", "unnamed")

// enPronounBeside finds a pronoun right before the verb whose adverbs start at i, behind
// a word that opens a clause of its own: that the two governments announced.
func (p *passage) enPronounBeside(s *sentence, from, i int, past bool) (role, bool) {
	text, at := s.view.Text, i
	for at > from && text[at-1] == ' ' {
		at--
	}
	for k := max(from+1, at-latePronoun); k < at; k++ {
		n, kind := english.pronouns.at(text, k, at)
		if k+n != at || pronoun(kind) != he && pronoun(kind) != they {
			continue
		}
		start, end := wordBefore(text, k, from)
		if start < 0 || !enOpens[lowerString(text[start:end])] || p.hypothetical(text, from, k, past) {
			return role{}, false
		}
		r := p.resolve(s, find{start: k, end: at, pronoun: pronoun(kind)}, max(s.clauseAt(k), 0))
		return r, len(r.actors) > 0
	}
	return role{}, false
}

// ofPhrase reports whether a name at i ends a noun phrase whose head stands
// before: the leaders of the United States.
func (g *grammar) ofPhrase(text []rune, i, from int) bool {
	start, end := wordBefore(text, i, from)
	if start >= 0 && article(text[start:end]) {
		start, end = wordBefore(text, start, from)
	}
	return start >= 0 && strings.Contains(" of in at from and ", " "+lowerString(text[start:end])+" ") && !g.headed(text, start, end, from)
}

// hypothetical reports whether text[from:to] opens a condition. When opens one
// only before a verb that is not in the past.
func (p *passage) hypothetical(text []rune, from, to int, past bool) bool {
	for i := from; i < to; i++ {
		if !latin(text[i]) || i > 0 && latin(text[i-1]) {
			continue
		}
		end := i
		for end < to && latin(text[end]) {
			end++
		}
		word := lowerString(text[i:end])
		if enHypothetical[word] || !past && (word == "when" || word == "whenever") {
			return true
		}
		i = end - 1
	}
	return false
}

// zhBeside finds the name before a Chinese verb.
func (p *passage) zhBeside(s *sentence, i int) (role, bool) {
	text, cl := s.view.Text, s.clauseOf(i)
	at := i
	for {
		n, _ := chinese.adverbsBack.before(text, at, cl.start)
		if n == 0 {
			break
		}
		at -= n
	}
	names := s.namesIn(cl.start, at)
	k := len(names) - 1
	if k < 0 || names[k].End != at || quoted(text, cl.start, names[k].Start, names[k].End) {
		return role{}, false
	}
	for k > 0 && (chinese.joined(text, names[k-1].End, names[k].Start) || names[k-1].End == names[k].Start) {
		k--
	}
	f := find{start: names[k].Start, end: names[k].End, actors: names[k].Actors()}
	chinese.join(s, names, k, &f)
	if n, _ := conditionals.at(text, chinese.skip(text, cl.start, f.start), f.start); n > 0 {
		return role{}, false
	}
	if supposes.in(text, f.end, i) || conditionals.in(text, cl.start, f.start) || purposes.in(text, cl.start, f.start) || objectOf.in(text, max(cl.start, f.start-2), f.start) {
		return role{}, false
	}
	return role{actors: f.actors, start: f.start, end: f.end}, true
}

// relative reads a Chinese verb that modifies a noun and has its subject beside
// it: 日本承诺的投资 tells what Japan promised.
func (p *passage) relative(s *sentence, c *cue, i, j int) (stance, bool) {
	text := s.view.Text
	if p.doc.Lang != entente.Chinese || j >= len(text) || text[j] != '的' {
		return stance{}, false
	}
	if !factual(c) {
		return p.proposed(s, c, i, j)
	}
	who, ok := p.zhBeside(s, i)
	if n, _ := befalls.at(text, j+1, len(text)); !ok || n > 0 {
		return stance{}, false
	}
	f := stance{name: c.Stance, rule: c.rule, speaker: who.actors, start: who.start, content: j + 1, end: s.clauseOf(i).end}
	f.addressee = p.addressee(s, i, j, f.end, f.speaker)
	return f, true
}

// befalls are what happens to a promise or demand: 美国承诺的动摇.
var befalls = wordsetOf(false, words("zh", "befalls"))

// factual reports whether a modifier made of the cue tells that the stance was
// taken: what somebody promised or demanded, not what somebody likes.
func factual(c *cue) bool {
	return c.Frame != "content" && c.Frame != "light" && (c.Stance == "commit" || c.Stance == "demand" || c.Stance == "refuse")
}

// withoutCompany returns the speakers of the Chinese verb at i without those the
// subject only meets: A与B通电话,要求… is A's alone, unless both declare it.
func (p *passage) withoutCompany(s *sentence, who role, i int) []entente.ActorID {
	if len(who.actors) != 2 {
		return who.actors
	}
	c := s.clauseAt(i)
	for c > 0 && !(p.roles[s.index][c].named() && slices.Equal(p.roles[s.index][c].actors, who.actors)) {
		c--
	}
	r, text := p.roles[s.index][max(c, 0)], s.view.Text
	if !r.named() || !slices.Equal(r.actors, who.actors) || r.end > i {
		return who.actors
	}
	names := s.namesIn(r.start, r.end)
	for k := 1; k < len(names); k++ {
		n, _ := comitatives.at(text, names[k-1].End, names[k].Start)
		if n > 0 && len(names[k-1].Actors()) == 1 && meetsWith.in(text, r.end, i) && !jointly.in(text, r.end, i) {
			return names[k-1].Actors()
		}
	}
	return who.actors
}

var (
	comitatives = wordsetOf(false, words("zh", "comitative"))
	jointly     = wordsetOf(false, words("zh", "jointly"))
	meetsWith   = wordsetOf(false, words("zh", "meets"))
)

// objectOf are the prepositions and verbs right before a name that take it from
// the verb behind it.
var objectOf = wordsetOf(false, words("zh", "object_of"))
