package extract

import "github.com/ententelab/entente"

// agent returns who does what a Chinese passive tells: 日本被美国要求多付费 is a
// demand of the United States.
func (p *passage) agent(s *sentence, i int) (role, bool) {
	if p.doc.Lang != entente.Chinese {
		return role{}, false
	}
	text, from := s.view.Text, s.clauseOf(i).start
	names := s.namesIn(from, i)
	if len(names) == 0 {
		return role{}, false
	}
	m := names[len(names)-1]
	if chinese.adverbsBackTo(text, i, m.End) != m.End {
		return role{}, false
	}
	if n, _ := passives.before(text, m.Start, from); n == 0 {
		return role{}, false
	}
	return role{actors: m.Actors(), start: m.Start, end: m.End}, true
}

// adverbsBackTo passes back over the adverbs before i, not beyond from.
func (g *grammar) adverbsBackTo(text []rune, i, from int) int {
	for i > from {
		n, _ := g.adverbsBack.before(text, i, from)
		if n == 0 {
			return i
		}
		i -= n
	}
	return i
}

var passives = wordsetOf(true, words("zh", "passive"))

// passive reads an English participle with its agent: Seoul was urged by
// Washington to pay more.
func (p *passage) passive(s *sentence, c *cue, i, j int) (stance, bool) {
	text, end := s.view.Text, s.clauseOf(i).end
	if p.doc.Lang != entente.English || c.Frame == "content" || wordAfter(text, j) != "by" {
		return stance{}, false
	}
	start, stop := wordBefore(text, i, s.clauseOf(i).start)
	if start < 0 || !enAuxPassive[lowerString(text[start:stop])] && !hasSuffix(lowerString(text[start:stop]), "ly") {
		return stance{}, false
	}
	for at := j; at < end; at++ {
		if !hasWord(text, at, end, "by") {
			continue
		}
		f := english.enSubject(s, at+len("by"), end)
		if len(f.actors) == 0 || f.start-at > len("by the newly elected") {
			break
		}
		g := stance{name: c.Stance, rule: c.rule, speaker: f.actors, start: i, content: f.end, end: end}
		g.addressee = p.addressee(s, i, f.end, end, g.speaker)
		return g, true
	}
	return stance{}, false
}

// caused reads an English infinitive whose subject is made to act by something else:
// the request led Tokyo to cancel the meeting; it was left to Seoul to object.
func (p *passage) caused(s *sentence, c *cue, i, j int) (stance, bool) {
	cl, text := s.clauseOf(i), s.view.Text
	start, end := wordBefore(text, i, cl.start)
	if p.doc.Lang != entente.English || c.Frame == "content" || c.Frame == "decoy" || start < 0 || lowerString(text[start:end]) != "to" {
		return stance{}, false
	}
	names := s.namesIn(cl.start, start)
	k := len(names) - 1
	if k < 0 || !onlySpace(text, names[k].End, start) {
		return stance{}, false
	}
	for k > 0 && english.enJoined(text, names[k-1].End, names[k].Start) {
		k--
	}
	f := find{start: names[k].Start, end: names[k].End, actors: names[k].Actors()}
	english.enJoin(s, names, k, &f)
	at := f.start
	if w, e := wordBefore(text, at, cl.start); w >= 0 && article(text[w:e]) {
		at = w
	}
	for at > cl.start && text[at-1] == ' ' {
		at--
	}
	if n, _ := causes.before(text, at, cl.start); n == 0 || at-n > 0 && latin(text[at-n-1]) {
		return stance{}, false
	}
	to := p.nextVerb(s, cues.en, j, cl.end)
	if !c.took(text, j, to) {
		return stance{}, false
	}
	g := stance{name: c.Stance, rule: c.rule, speaker: f.actors, start: f.start, content: j, end: to}
	g.addressee = p.addressee(s, i, j, to, g.speaker)
	return g, true
}

var causes = wordsetOf(true, words("en", "causes"))
