package extract

import "github.com/ententelab/entente"

// leans returns the stance of reported speech in view.Text[from:to], "" if its
// words leave it open. Joint says that the verb itself promises.
func (p *passage) leans(s *sentence, set *cueSet, from, to int, speaker []entente.ActorID, joint bool) string {
	var at [leanings]int
	text := s.view.Text
	for i := from; i < to; {
		n, v := set.content.at(text, i, to)
		if n == 0 {
			i++
			continue
		}
		if at[v] == 0 {
			at[v] = i + 1
		}
		i += n
	}
	self := func(l leaning) bool { return p.speaks(s, from, at[l]-1, speaker) }
	switch {
	case at[leanQuestion] > 0 && at[leanMust] == 0:
		return "question"
	case at[leanMust] > 0 && at[leanCriticize] > 0 && at[leanCriticize] < at[leanMust]+4:
		return "criticize"
	case at[leanMust] > 0 && self(leanMust):
		return "propose"
	case at[leanMust] > 0:
		return "demand"
	case at[leanRefuse] > 0:
		return "refuse"
	case at[leanAssure] > 0:
		return "assure"
	case at[leanVital] > 0:
		return "support"
	case at[leanWill] > 0 && self(leanWill):
		return "commit"
	case (joint || len(speaker) > 1) && at[leanJoint] > 0:
		return "commit"
	case at[leanCriticize] > 0:
		return "criticize"
	case at[leanSupport] > 0:
		return "support"
	}
	return ""
}

// speaks reports whether the one who acts at i, in speech that starts at from,
// is the speaker: named again, we, or nobody named at all.
func (p *passage) speaks(s *sentence, from, i int, speaker []entente.ActorID) bool {
	text, g := s.view.Text, p.grammar()
	names := s.namesIn(from, i)
	if len(names) == 0 {
		at := g.head(text, from, i)
		if n, kind := g.pronouns.at(text, at, i); n > 0 {
			return pronoun(kind) == we || pronoun(kind) == they || pronoun(kind) == he
		}
		return i-at <= bare
	}
	for _, m := range names {
		if !p.governedAt(s, from, m.Start) {
			return sameStates(m.Actors(), speaker)
		}
	}
	return true
}

// bare is how many characters may stand before a verb that still has no subject
// of its own.
const bare = 3

// near reports whether a predicate at i belongs to its subject: nothing between
// them that takes the verb for itself.
func (p *passage) near(s *sentence, who role, i int) bool {
	text, g := s.view.Text, p.grammar()
	from := s.clauses[s.clauseAt(i)].start
	if p.doc.Lang == entente.English {
		return true
	}
	if who.named() {
		return !copulas.in(text, min(who.end, i), i)
	}
	at := g.skip(text, from, i)
	if at >= i {
		return true
	}
	if copulas.in(text, at, i) {
		return false
	}
	n, _ := g.prepositions.at(text, at, i)
	return n > 0 || i-at <= bare
}

// copulas take what follows them out of the subject's mouth.
var copulas = wordsetOf(false, []string{"是", "在于", "使", "让", "令", "导致", "意味着", "包括", "引发", "促使", "成为", "造成"})
