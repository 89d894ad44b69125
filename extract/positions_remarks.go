package extract

import "github.com/ententelab/entente"

// remarks reads a sentence of a ministry that answers the press: what it says
// without a verb of saying is what its state says. Questions, and sentences in
// which nothing leans either way, state nothing.
func (p *passage) remarks(s *sentence, set *cueSet) []stance {
	if !p.answers || len(s.clauses) == 0 || asksQuestion(s) {
		return nil
	}
	text := s.view.Text
	from := s.firstWord(s.clauses[0])
	f := stance{speaker: p.we, start: from, content: from, end: len(text), rule: set.remark}
	if p.doc.Lang == entente.Japanese || p.doc.Lang == entente.Korean {
		return nil // their verbs of saying are written
	}
	var out []stance
	for _, g := range p.saidClauses(s, set, &cue{Frame: "content"}, f) {
		if g.name == "support" || g.name == "propose" || g.name == "question" {
			continue // too weak without a verb
		}
		if g.name == "criticize" && len(g.addressee) == 0 && !p.namesOthers(s, 0, len(text), p.we) {
			continue
		}
		if g.name == "assure" && len(g.addressee) == 0 {
			g.name = "commit" // of its own resolve
		}
		out = append(out, g)
	}
	return out
}

// asksQuestion reports whether a sentence is the question of a journalist, or
// introduces one.
func asksQuestion(s *sentence) bool {
	text := s.view.Text
	return text[len(text)-1] == '?' || questions.in(text, 0, len(text))
}

var questions = wordsetOf(false, words("zh", "questions"), words("en", "questions"))
