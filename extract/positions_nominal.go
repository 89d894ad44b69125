package extract

import "github.com/ententelab/entente"

// A Chinese verb of stance that is no predicate: it is the reason for something else,
// or the noun of what somebody meets; and what a verb of thinking only explains.

var (
	reasons = wordsetOf(true, words("zh", "because"))
	opens   = wordsetOf(false, words("zh", "because"))
	metBy   = wordsetOf(true, words("zh", "meeting"))

	caused = wordsetOf(true, words("zh", "caused"))
)

// reason reports whether the verb at i only gives a reason: 由于担心…, 原因是担心….
func (p *passage) reason(s *sentence, i int) bool {
	text, cl := s.view.Text, s.clauseOf(i)
	if n, _ := reasons.before(text, i, cl.start); n > 0 {
		return true
	}
	n, _ := opens.at(text, chinese.skip(text, cl.start, i), i)
	m, _ := opens.at(text, s.firstWord(cl), i)
	return n > 0 || m > 0
}

// metDemand reports whether the verb text[i:j] ends its clause and is the noun of what
// somebody meets: 回应美方要求.
func (p *passage) metDemand(s *sentence, i, j int) bool {
	text, cl := s.view.Text, s.clauseOf(i)
	if j < cl.end {
		return false
	}
	for _, m := range s.namesIn(cl.start, i) {
		if n, _ := metBy.before(text, m.Start, cl.start); m.End == i && n > 0 {
			return true
		}
	}
	return false
}

// elaborated returns what a verb of thinking at i says, given what its sentence said
// before: with the same subject, left out, it explains the stance just taken. What
// explains a proposal is none of its own, and what explains praise is no blame.
func (p *passage) elaborated(s *sentence, c *cue, before, found []stance, i int) []stance {
	if len(found) != 1 || len(before) == 0 || c.Leans != "criticize" || p.grammar() != chinese {
		return found
	}
	f, last := found[0], before[len(before)-1]
	if p.roles[s.index][max(s.clauseAt(i), 0)].named() || !sameStates(f.speaker, last.speaker) || last.rule == cues.zh.remark {
		return found
	}
	switch last.name {
	case "propose", "demand", "commit":
		return nil
	case "support", "assure":
		found[0].name = "support"
	case "criticize", "refuse", "question":
		if f.name != "criticize" {
			return nil
		}
	}
	return found
}

// ofPeople reports whether the verb text[i:j] opens its clause and only says of which
// people the clause speaks: 主张克制的学者….
func (p *passage) ofPeople(s *sentence, i, j int) bool {
	text, cl := s.view.Text, s.clauseOf(i)
	if chinese.skip(text, cl.start, i) < i {
		return false
	}
	for k := j; k+1 < cl.end; k++ {
		if text[k] != '的' {
			continue
		}
		if n, _ := crowds.at(text, k+1, cl.end); n > 0 {
			return k+1+n < cl.end
		}
	}
	return false
}

var crowds = wordsetOf(false, words("zh", "voices"), words("zh", "public"), words("zh", "domestic"))

// proposed reads a verb of proposing that modifies what somebody proposed: 中谷元2025年
// 提出的“单一战区”设想.
func (p *passage) proposed(s *sentence, c *cue, i, j int) (stance, bool) {
	text, cl := s.view.Text, s.clauseOf(i)
	if c.Alone != "propose" || c.Frame != "content" || !proposals.in(text, j, cl.end) {
		return stance{}, false
	}
	at := i
	for at > cl.start {
		n, _ := chinese.adverbsBack.before(text, at, cl.start)
		if n == 0 {
			n, _ = then.before(text, at, cl.start)
		}
		if n == 0 && digit(text[at-1]) {
			n = 1
		}
		if n == 0 {
			break
		}
		at -= n
	}
	for _, m := range s.namesIn(cl.start, at) {
		if m.End == at && m.person() && !quoted(text, cl.start, m.Start, m.End) {
			f := stance{name: c.Alone, rule: c.rule, speaker: m.Actors(), start: m.Start, content: j + 1, end: cl.end}
			f.addressee = p.addressee(s, i, j, f.end, f.speaker)
			return f, true
		}
	}
	return stance{}, false
}

var (
	proposals = wordsetOf(false, words("zh", "proposals"))
	then      = wordsetOf(true, words("zh", "then"))
	through   = wordsetOf(false, words("zh", "through"))
)

// handles reports whether the first name in text[j:end] is the object of what the
// speaker wants to do itself: 希望避免日本倒向对抗.
func (p *passage) handles(s *sentence, j, end int) bool {
	names := s.namesIn(j, end)
	return p.doc.Lang == entente.Chinese && len(names) > 0 && chinese.verbs.in(s.view.Text, j, names[0].Start)
}

var papers = wordsetOf(true, words("zh", "papers_us"), words("zh", "papers_jp"))

// paperOf are the states of the values of papers.
var paperOf = [][]entente.ActorID{{"USA"}, {"JPN"}}

// paper returns whose paper says or asks what the Chinese verb at i tells, where
// nobody is named: 12月公布的《国家安全战略》要求….
func (p *passage) paper(s *sentence, i int) (role, bool) {
	if p.doc.Lang == entente.English {
		return p.enPaper(s, i)
	}
	if p.doc.Lang != entente.Chinese {
		return role{}, false
	}
	text := s.view.Text
	for c := s.clauseAt(i); c >= 0; c-- {
		cl := s.clauses[c]
		for k := min(cl.end, i); k > cl.start+3; k-- {
			n, v := papers.before(text, k, cl.start)
			if n == 0 {
				continue
			}
			if len(s.namesIn(cl.start, k-n)) > 0 || c == s.clauseAt(i) && chinese.adverbsBackTo(text, i, k) > k && text[k] != '把' && text[k] != '将' && !opensAdverbial(text, k, i) {
				return role{}, false
			}
			return role{actors: paperOf[v], start: k - n, end: k}, true
		}
		if p.roles[s.index][c].named() {
			break
		}
	}
	return role{}, false
}

// enPaper is paper in English: the National Defense Strategy, published in January, asks.
func (p *passage) enPaper(s *sentence, i int) (role, bool) {
	text, c := s.view.Text, s.clauseAt(i)
	at := backOver(text, i, s.clauses[c].start)
	if c >= 2 && at <= s.firstWord(s.clauses[c]) && (english.inserted(s, s.clauses[c-1]) || hasSuffix(wordAfter(text, s.clauses[c-1].start), "ed")) {
		c -= 2
		at = s.clauses[c].end
	}
	cl := s.clauses[c]
	n, v := enPapers.before(text, skipSpace(text, at), cl.start)
	if n == 0 {
		return role{}, false
	}
	start := skipSpace(text, at) - n
	for _, m := range s.namesIn(cl.start, start) {
		if m.End >= start-len("'s new") {
			return role{}, false // Japan's National Defense Strategy
		}
	}
	return role{actors: paperOf[v], start: start, end: start + n}, true
}

var enPapers = wordsetOf(true, words("en", "papers_us"), words("en", "papers_jp"))

// threatens reports whether text[from:to] is the condition of a threat: that another
// does not do what it should.
func (p *passage) threatens(s *sentence, from, to int, speaker []entente.ActorID) bool {
	return threats.in(s.view.Text, from, to) && zhNot.in(s.view.Text, from, to) && len(p.othersIn(s, from, to, speaker)) > 0
}

// madeTo reports whether somebody is only made to think or say what the verb at i says:
// 使东京相信….
func (p *passage) madeTo(s *sentence, i int) bool {
	text, cl := s.view.Text, s.clauseOf(i)
	for _, m := range s.namesIn(cl.start, i) {
		n, _ := caused.before(text, m.Start, cl.start)
		if n > 0 && (m.Start-n == 0 || !envoyBefore.has(text[m.Start-n-1])) {
			return true
		}
	}
	return false
}

var envoyBefore = setOf(words("zh", "envoy_before")[0])

// peopleEarlier returns the people without a name who open an earlier clause of the
// sentence and whose verb at i has its subject left out: 市民团体多次集会,要求….
func (p *passage) peopleEarlier(s *sentence, i int) (role, bool) {
	c := s.clauseAt(i)
	if p.doc.Lang != entente.Chinese || c < 1 || chinese.skip(s.view.Text, s.clauses[c].start, i) < i {
		return role{}, false
	}
	for c--; c >= 0 && !p.roles[s.index][c+1].named(); c-- {
		cl := s.clauses[c]
		for k := cl.start + 2; k < min(cl.end, cl.start+headReach); k++ {
			n, v := peopleBefore[entente.Chinese].before(s.view.Text, k, cl.start)
			if n == 0 || v == 0 {
				continue
			}
			if known(s, k-n, k) || !nominalHead(s.view.Text, cl.start, k-n) || nameBehind(s, k) {
				return role{}, false
			}
			return p.peopleRole(s, v, k-n, k, k), true
		}
		if s.clauses[c].mark == ';' {
			break
		}
	}
	return role{}, false
}

// nameBehind reports whether a name stands right behind k: 居民代表某某.
func nameBehind(s *sentence, k int) bool {
	for _, m := range s.actors {
		if m.Start == k {
			return true
		}
	}
	return false
}

var threats = wordsetOf(false, words("zh", "threat"))

// voiced returns the stance of those without office, who can only propose what another
// ought to do: 学者主张,日本应….
func (p *passage) voiced(s *sentence, c *cue, f stance) string {
	if f.name != "demand" || c.Alone != "propose" || p.grammar() != chinese {
		return f.name
	}
	if p.unofficial(s, f.start) {
		return "propose"
	}
	return f.name
}

// unofficial reports whether people without office are named before i in its clause.
func (p *passage) unofficial(s *sentence, i int) bool {
	return p.doc.Lang == entente.Chinese && unofficial.in(s.view.Text, s.clauseOf(i).start, i)
}

var unofficial = wordsetOf(false, words("zh", "voices"), words("zh", "persons_voices"), words("zh", "public"))

var interrogatives = wordsetOf(false, words("zh", "interrogative"))

// speaks reports whether text has a verb of saying or of doubt.
func (c *cueSet) speaks(text []rune) bool {
	for i := range text {
		if n, v := c.words.at(text, i, len(text)); n > 0 && (c.cues[v].Frame == "content" || c.cues[v].Stance == "question") {
			return true
		}
	}
	return false
}

var causing = wordsetOf(true, words("zh", "causing"))

// causee returns who is made to do what the Chinese verb at i tells: 缓和使日本担心…. An
// aim or a supposition makes nobody do it yet.
func (p *passage) causee(s *sentence, i int) (role, bool) {
	text, cl := s.view.Text, s.clauseOf(i)
	names := s.namesIn(cl.start, i)
	if p.doc.Lang != entente.Chinese || len(names) == 0 {
		return role{}, false
	}
	m := names[len(names)-1]
	n, _ := causing.before(text, m.Start, cl.start)
	if n == 0 || m.Start-n > cl.start && envoyBefore.has(text[m.Start-n-1]) || chinese.adverbsBackTo(text, i, m.End) > m.End {
		return role{}, false
	}
	if purposes.in(text, cl.start, m.Start) || supposes.in(text, cl.start, i) || conditionals.in(text, cl.start, m.Start) {
		return role{}, false
	}
	return role{actors: m.Actors(), start: m.Start, end: m.End}, true
}
