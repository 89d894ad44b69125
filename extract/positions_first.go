package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

// verbFirst finds the stances of a Chinese or English sentence, where what is
// said follows the verb that says so.
func (p *passage) verbFirst(s *sentence, set *cueSet) []stance {
	var out []stance
	text := s.view.Text
	for i := 0; i < len(text); {
		n, at := set.words.at(text, i, len(text))
		if n == 0 {
			n, at = p.thatApart(s, set, i)
		}
		if n == 0 {
			i++
			continue
		}
		if m, v := p.onADate(s, set, i, n); m > 0 {
			n, at = m, v
		}
		c := &set.cues[at]
		if c.Frame == "decoy" || !p.predicate(s, set, i, i+n) {
			if f, ok := p.relative(s, c, i, i+n); ok {
				out = append(out, f)
			} else if f, ok := p.passive(s, c, i, i+n); ok {
				out = append(out, f)
			} else if f, ok := p.caused(s, c, i, i+n); ok {
				out = append(out, f)
			}
			i += n
			continue
		}
		found, next := p.framed(s, set, c, i, i+n)
		found = p.andThat(s, set, c, found)
		out = append(out, p.elaborated(s, c, out, found, i)...)
		i = max(next, i+n)
	}
	return out
}

// framed reads the cue at view.Text[i:j] with what depends on it, and returns
// where reading goes on.
func (p *passage) framed(s *sentence, set *cueSet, c *cue, i, j int) ([]stance, int) {
	who := p.speakerAt(s, i, j)
	if len(who.actors) == 0 {
		return nil, j
	}
	f := stance{name: c.Stance, rule: c.rule, speaker: who.actors, start: i, content: j}
	if inner, at, end := p.innerCue(s, set, c, j); inner != nil {
		c, j, f.name, f.rule, f.content = inner, end, inner.Stance, inner.rule, at
	}
	if c.Gerund != "" && hasSuffix(wordAfter(s.view.Text, j), "ing") {
		f.name, f.end = c.Gerund, p.nextVerb(s, set, j, s.clauseOf(i).end)
		return []stance{f}, f.end
	}
	if p.doc.Lang == entente.English && c.Frame == "content" {
		if g, ok := p.expressed(s, f); ok {
			return []stance{g}, g.end
		}
	}
	if c.Frame == "light" {
		if g, ok := p.putForward(s, set, c, f); ok {
			return []stance{g}, g.end
		}
		return nil, j
	}
	if c.Frame != "content" {
		if from, to := p.attributed(s, i, j); to > from && c.Frame == "object" {
			f.start, f.content, f.end, f.speaker = from, from, to, p.ofClause(s, i, f.speaker)
			f.addressee = p.addressee(s, from, from, to, f.speaker)
			return []stance{f}, max(to, s.clauseOf(i).end)
		}
		return p.acted(s, set, c, f, j)
	}
	if c.object != nil && !c.took(s.view.Text, j, s.clauseOf(i).end) {
		return nil, j
	}
	if p.doc.Lang == entente.English && p.onlyCounts(who.actors) && p.tellsOf(s, set, j) {
		return nil, j
	}
	p.quoting = voice{who.actors, s.index}
	if from, to := p.quotedBefore(s, i, j); to > from {
		f.start, f.content, f.end = from, from, to
		return p.said(s, set, c, f), s.clauseOf(i).end
	}
	if from, to := p.attributed(s, i, j); to > from {
		f.start, f.content, f.end, f.speaker = from, from, to, p.ofClause(s, i, f.speaker)
		return p.said(s, set, c, f), max(to, s.clauseOf(i).end)
	}
	if p.doc.Lang == entente.English && saidBefore(s.view.Text, j) {
		return nil, j
	}
	if at := p.lateThat(s, j); at > 0 {
		f.content = at
		f.end = s.clauseOf(at).end
	} else {
		if p.doc.Lang == entente.English {
			f.content = behindManner(s.view.Text, j)
		}
		f.end = p.nextVerb(s, set, j, p.speechEnd(s, set, j))
	}
	if p.doc.Lang == entente.English && toldTo(s.view.Text, i, j, f.end) {
		f.name, f.addressee = "demand", p.addressee(s, i, j, f.end, f.speaker)
		return []stance{f}, f.end
	}
	found := p.said(s, set, c, f)
	if len(found) == 0 && p.doc.Lang == entente.English && c.Alone == "" {
		return nil, j // what others say or do in it stands for itself
	}
	return found, f.end
}

// saidBefore reports whether what an English verb says stands before it, since another clause
// follows: as an expert said, and they will not stop.
func saidBefore(text []rune, j int) bool {
	if j+1 >= len(text) || text[j] != ',' {
		return false
	}
	next := wordAfter(text, j+1)
	return next == "and" || next == "but"
}

// speakerAt returns who takes the stance of the verb at view.Text[i:j]: the name
// behind it, where the verb is turned round; the subject of its clause; or the
// name right before it, where the clause is about somebody else.
func (p *passage) speakerAt(s *sentence, i, j int) role {
	if who, turned := p.inverted(s, i, j); turned {
		return who
	}
	if who, ok := p.people(s, 0, i); ok {
		return who
	}
	if who, ok := p.paper(s, i); ok {
		return who
	}
	if who, ok := p.causee(s, i); ok {
		return who
	}
	if who, ok := p.peopleEarlier(s, i); ok {
		return who
	}
	if who, ok := p.related(s, i); ok {
		return who
	}
	if p.ofThing(s, i) {
		return role{start: -1, end: -1}
	}
	who := p.subjectAt(s, i)
	near := len(who.actors) > 0 && p.near(s, who, i)
	if agent, ok := p.agent(s, i); ok {
		return agent
	}
	if near && p.doc.Lang == entente.Chinese {
		who.actors = p.withoutCompany(s, who, i)
		return who
	}
	if other, ok := p.beside(s, i, j); ok && !(near && who.end >= other.end) {
		return other
	}
	if !near {
		return role{start: -1, end: -1}
	}
	return who
}

// acted reads a verb that says the stance itself and ends at j: with its object,
// or with whom it asks to act.
func (p *passage) acted(s *sentence, set *cueSet, c *cue, f stance, j int) ([]stance, int) {
	if text := s.view.Text; j < len(text)-1 && (text[j] == '说' || text[j] == '称' || text[j] == '道') {
		j++ // 抱怨说
		f.content = j
	}
	k := s.clauseAt(f.start)
	if f.end = s.clauses[k].end; j >= f.end && p.goesOn(s, set, k) {
		f.end = s.clauses[k+1].end // 呼吁,日本应…
	}
	f.end = p.nextVerb(s, set, j, f.end)
	if !c.took(s.view.Text, j, f.end) || c.Wavers == "question" && f.end-j < shortest {
		return nil, j
	}
	if negated(set.lang, s.view.Text, f.start) || set.lang == entente.English && neither(s.view.Text, s.clauseOf(f.start).start, f.start) {
		if f.name = opposite(f.name); f.name == "" {
			return nil, j
		}
	} else if c.Denied {
		return nil, j
	}
	f.addressee = p.addressee(s, f.start, j, f.end, f.speaker)
	switch {
	case set.lang == entente.English && f.name == "demand" && asksBack(s.view.Text, f.start, f.end):
		f.name = "question"
	case c.Wavers != "" && f.end-j < shortest:
		f.name = c.Stance
	case c.Wavers != "":
		f.name = c.stands(s.view.Text, s.clauseOf(f.start).start, f.end)
	case c.Frame == "pivot":
		if f.name = p.pivotStance(s, c, f, j); f.name == "" {
			return nil, j
		}
	case c.Told != "" && len(f.addressee) > 0:
		f.name = c.Told
	case f.name == "refuse" && aimed.in(s.view.Text, j, f.end):
		f.name = "assure" // denies that it is aimed at anybody
	case f.name == "propose" && set.lang == entente.English && wordAfter(s.view.Text, j) == "that" && len(f.addressee) > 0 && p.leans(s, set, j, f.end, f.speaker, false, false) == "demand":
		f.name = "demand" // suggested that Seoul should pay more
	case set.lang == entente.English && f.name == "commit" && wordAfter(s.view.Text, j) == "that" && set.weigh(s.view.Text, j, f.end)[leanAssure] > 0:
		f.name = "assure" // vowed that it would stand by Japan
	case set.lang == entente.English && f.name == "criticize" && toldTo(s.view.Text, f.start, j, f.end):
		f.name = "demand" // warned its citizens to stay away
	case (f.name == "criticize" || f.name == "propose" && !p.unofficial(s, f.start)) && p.deters(s, j, f.end, f.speaker):
		f.name = "demand"
	}
	if j < s.clauses[k].end || s.clauses[k].end == f.end || set.lang != entente.Chinese {
		return []stance{f}, f.end
	}
	return []stance{f}, max(f.end, p.speechEnd(s, set, j)) // 担心,美国…: theirs is what follows
}

// asksBack reports whether an English ask that starts at i, in what ends at end, stands
// behind a question: “Who makes these deals?” he asked.
func asksBack(text []rune, i, end int) bool {
	word := wordAfter(text, i)
	quote := strings.LastIndexAny(string(text[:i]), "\"”")
	return (word == "asked" || word == "asks") && !hasWord(text, skipAhead(text, i+len(word)), end, "for") &&
		quote > 0 && strings.HasSuffix(strings.TrimRight(string(text[:i])[:quote], " "), "?")
}

// pivotStance returns the stance of a verb that asks another to act, "" if nobody is
// asked anything.
func (p *passage) pivotStance(s *sentence, c *cue, f stance, j int) string {
	switch {
	case f.end-j <= 1 && f.end < s.clauseOf(f.start).end:
		return "" // encouraged and required: the second says it
	case c.Alone == "" || p.pivots(s, j, f.end, f.speaker) && !(c.Alone == "propose" && p.handles(s, j, f.end)):
		return f.name
	case c.Alone == "none":
		return "" // want to: what they want follows
	case c.Alone == "propose" && p.othersIn(s, j, f.end, f.speaker) == nil:
		return "" // a wish that concerns nobody else
	}
	return c.Alone
}

// goesOn reports whether what a verb at the end of clause k asks or says stands
// in the clause after it.
func (p *passage) goesOn(s *sentence, set *cueSet, k int) bool {
	if k+1 >= len(s.clauses) || s.clauses[k].mark != ',' && s.clauses[k].mark != ':' {
		return false
	}
	next := s.clauses[k+1]
	if r := p.roles[s.index][k+1]; r.named() && r.speaks && s.clauses[k].mark == ',' {
		return false // another speaks
	}
	_, n := p.grammar().cueAtHead(set, s.view.Text, next.start, next.end)
	return n == 0
}

// neither reports whether the English subject in text[from:to] denies its verb:
// neither Seoul nor Tokyo accepted.
func neither(text []rune, from, to int) bool {
	at := english.enSkip(text, from, to)
	return hasWord(text, at, to, "neither") || hasWord(text, at, to, "none") || hasWord(text, at, to, "nobody")
}

// opposite is the stance of a verb that is denied: not to support is to refuse.
// Where a denial says nothing clear it is "".
func opposite(name string) string {
	switch name {
	case "support", "commit", "assure":
		return "refuse"
	}
	return ""
}

// pivots reports whether another actor stands right behind the verb, so that
// what follows is asked of it.
func (p *passage) pivots(s *sentence, j, end int, speaker []entente.ActorID) bool {
	if p.doc.Lang == entente.English && enPivot(s.view.Text, j, end) {
		return true
	}
	if n, _ := asked.at(s.view.Text, j, end); n > 0 && p.doc.Lang == entente.Chinese {
		return true
	}
	names := s.namesIn(j, end)
	if len(names) > 0 && names[0].Start == j {
		if n, _ := asked.at(s.view.Text, names[0].End, end); n > 0 {
			return true // 劝告法国公民…
		}
	}
	if n, _ := through.at(s.view.Text, j, end); n > 0 {
		return false // 希望借日本之力…
	}
	return len(names) > 0 && names[0].Start-j <= 5 && !sameStates(names[0].Actors(), speaker) && !p.governedAt(s, j, names[0].Start)
}

// asksDirectly reports whether whom the verb text[i:j] asks stands right behind it, and
// nothing but a name right before it: 美国要日本多付费.
func (p *passage) asksDirectly(s *sentence, i, j int) bool {
	names := s.namesIn(j, s.clauseOf(i).end)
	if len(names) == 0 || names[0].Start != j {
		return false
	}
	_, ok := p.beside(s, i, j)
	return ok
}

// deters reports whether somebody is told in view.Text[j:end] not to do something.
func (p *passage) deters(s *sentence, j, end int, speaker []entente.ActorID) bool {
	words := deterring.zh
	if p.doc.Lang == entente.English {
		words = deterring.en
	}
	return words.in(s.view.Text, j, end) && p.pivots(s, j, end, speaker)
}

var deterring = struct{ zh, en *wordset }{wordsetOf(false, words("zh", "deterred")), wordsetOf(false, words("en", "deterred"))}

// asked are those whom a Chinese verb of asking may be followed by, where no name is.
var asked = wordsetOf(false, words("zh", "asked"))

// pivotReach is how many words a noun phrase has at most before its "to".
const pivotReach = 12

// enPivot reports whether "somebody to do" follows: want them to stop.
func enPivot(text []rune, j, end int) bool {
	words := 0
	for i := j; i < end && words <= pivotReach; i++ {
		if !latin(text[i]) || i > 0 && latin(text[i-1]) {
			continue
		}
		if hasWord(text, i, end, "to") {
			at := skipAhead(text, i+len("to"))
			return words > 0 && !capital(text[min(at, len(text)-1)]) && !articles[wordAfter(text, at)] // invited them to Japan, to a meeting
		}
		if hasWord(text, i, end, "that") {
			return false
		}
		if words > 0 && hasWord(text, i, end, "will") {
			return true // hope the world will look to Seoul
		}
		words++
	}
	return false
}

func (p *passage) governedAt(s *sentence, from, i int) bool {
	if p.doc.Lang == entente.English {
		return english.enGoverned(s.view.Text, from, i)
	}
	return chinese.governed(s.view.Text, from, i)
}

// addressee returns whom a stance is meant for: the first actor of another
// state in what follows its verb, which starts at i and ends at j, or else
// before it.
func (p *passage) addressee(s *sentence, i, j, end int, speaker []entente.ActorID) []entente.ActorID {
	if a := p.othersIn(s, j, end, speaker); a != nil {
		return a
	}
	if c := s.clauseAt(i); c >= 0 {
		return p.othersIn(s, s.clauses[c].start, i, speaker)
	}
	return nil
}

// othersIn returns the first actor in view.Text[from:to] whose state is none of
// the speaker's, and those that stand in one list with it.
func (p *passage) othersIn(s *sentence, from, to int, speaker []entente.ActorID) []entente.ActorID {
	var out []entente.ActorID
	last := 0
	for _, m := range s.namesIn(from, to) {
		if out != nil && !listed(s.view.Text[last:max(last, m.Start)]) {
			break
		}
		if p.ofVenue(s, m) {
			continue
		}
		if a := without(m.Actors(), speaker); len(a) > 0 && (out != nil || !p.onlyTopic(s, m)) {
			out = union(out, a)
		}
		last = m.End
	}
	return out
}

// ofVenue reports whether a Korean name of a place stands before the name of what is held
// there: 싱가포르 샹그릴라 대화.
func (p *passage) ofVenue(s *sentence, m mention) bool {
	return p.doc.Lang == entente.Korean && slices.ContainsFunc(s.names, func(x lexicon.Mention) bool {
		return x.Start == m.End+1 && x.Entry.Type == lexicon.Institution && len(x.Entry.Members) == 0
	})
}

// namesOthers reports whether view.Text[from:to] names an actor whose state is none of
// the speaker's, be it only as a topic.
func (p *passage) namesOthers(s *sentence, from, to int, speaker []entente.ActorID) bool {
	return slices.ContainsFunc(s.namesIn(from, to), func(m mention) bool { return len(without(m.Actors(), speaker)) > 0 })
}

// listed reports whether what stands between two names puts them into one list.
func listed(between []rune) bool {
	switch strings.TrimSpace(string(between)) {
	case "", "、", ",", "和", "与", "及", "以及", "と", "や", "및", "and", ", and":
		return len(between) < 7
	}
	return false
}

// onlyTopic reports whether a name only says what something is about: 就台湾、南海等
// 问题表达关切, 把台湾分裂出去, 台湾周辺.
func (p *passage) onlyTopic(s *sentence, m mention) bool {
	text := s.view.Text
	if n, _ := topicMarks.before.before(text, m.Start, 0); n > 0 {
		return true
	}
	const list = 14
	for i := m.End; i < min(len(text), m.End+list) && text[i] != ',' && text[i] != '。'; i++ {
		if n, whole := topicMarks.after.at(text, i, len(text)); n > 0 && (i == m.End || whole == 1) {
			return true
		}
	}
	return false
}

// topicMarks stand before a name that is only a topic, and behind it: at once (value
// 0) or behind the list it opens (1).
var topicMarks = struct{ before, after *wordset }{wordsetOf(true, allWords("topic_before")...), foldedSet(false, slices.Concat(allWords("topic_after")...), slices.Concat(allWords("topic_list")...))}

// without returns the actors of a whose state is not one of b's.
func without(a, b []entente.ActorID) []entente.ActorID {
	var out []entente.ActorID
	for _, x := range a {
		if !sameStates([]entente.ActorID{x}, b) {
			out = append(out, x)
		}
	}
	return out
}

// sameStates reports whether every state of a is one of b's.
func sameStates(a, b []entente.ActorID) bool {
	for _, x := range a {
		same := false
		for _, y := range b {
			same = same || x.State() == y.State()
		}
		if !same {
			return false
		}
	}
	return true
}
