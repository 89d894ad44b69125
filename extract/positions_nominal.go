package extract

// A Chinese verb of stance that is no predicate: it is the reason for something else,
// or the noun of what somebody meets; and what a verb of thinking only explains.

var (
	reasons = wordsetOf(true, words("zh", "because"))
	opens   = wordsetOf(false, words("zh", "because"))
	metBy   = wordsetOf(true, words("zh", "meeting"))
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
