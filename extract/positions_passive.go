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
