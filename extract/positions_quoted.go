package extract

import "github.com/ententelab/entente"

// A voice is who was last quoted, so that a quotation that goes on in the next
// sentence has its speaker: "…," he said. "…."
type voice struct {
	speaker  []entente.ActorID
	sentence int
}

// goesOnQuoted returns the stances of a sentence that is nothing but a quotation, or
// stands in one that is still open, behind a sentence whose speaker is quoted too.
func (p *passage) goesOnQuoted(s *sentence, set *cueSet) []stance {
	if p.quoting.speaker == nil || p.quoting.sentence != s.index-1 || len(s.clauses) == 0 {
		return nil
	}
	text := s.view.Text
	from, to := 0, len(text)
	switch {
	case opensQuote(text[0]) && quotedWhole(text):
		from, to = 1, len(text)-1
	case p.staysQuoted(s):
	default:
		return nil
	}
	p.quoting.sentence = s.index
	f := stance{speaker: p.quoting.speaker, start: from, content: from, end: to, rule: set.remark}
	return p.saidClauses(s, set, &cue{Frame: "content"}, f)
}

// staysQuoted reports whether a sentence stands in a quotation that the sentence before
// has opened, of a speaker who is known, up to its end at least.
func (p *passage) staysQuoted(s *sentence) bool {
	if p.quoting.speaker == nil || p.quoting.sentence != s.index-1 || s.index == 0 || len(s.view.Text) == 0 {
		return false
	}
	last := p.sentences[s.index-1].view.Text
	return openBefore(last, 0, len(last)) && s.view.Text[0] != '"' && closesAtEnd(s.view.Text)
}

// quotedWhole reports whether the quotation that opens a text closes at its end.
func quotedWhole(text []rune) bool {
	n := len(text)
	end := closing(text, 0)
	return end == n || end == n-1 && !latin(text[n-1])
}

// closesAtEnd reports whether a quotation that is open at the start of a text closes
// at its end, or not at all.
func closesAtEnd(text []rune) bool {
	for i, r := range text {
		if closesQuote(r) {
			return i >= len(text)-2
		}
		if opensQuote(r) {
			return false
		}
	}
	return true
}

// quotedBefore returns the quotation that a verb of speech at the end of its
// clause closes: “…,” Rubio said.
func (p *passage) quotedBefore(s *sentence, i, j int) (from, to int) {
	text, k := s.view.Text, s.clauseAt(i)
	_, turned := p.inverted(s, i, j)
	reach := 60
	if p.doc.Lang == entente.English && k > 1 && s.firstWord(s.clauses[k]) == i && !closesQuote(text[s.clauses[k].start]) && s.clauses[k-1].mark == ',' && !openBefore(text, 0, i) {
		if quotedUpTo(text, s.clauses[k-2].start) {
			k, reach = k-2, 110 // “…,” Nakatani, the defense minister, told reporters
		}
	}
	if p.doc.Lang != entente.English || s.clauseOf(i).end-j > 3 && !turned && !quotedUpTo(text, s.clauses[k].start) || s.clauseOf(i).end < len(text)-1 && s.clauseOf(i).mark != ',' {
		return 0, 0
	}
	for to = i; to > 0 && !closesQuote(text[to-1]); to-- {
		if i-to > reach {
			return 0, 0
		}
	}
	for from = to - 2; from > 0 && !opensQuote(text[from]); from-- {
	}
	if from < 0 || to == 0 || !opensQuote(text[from]) {
		return 0, 0
	}
	return from, to
}

// quotedUpTo reports whether a quotation ends where the clause starts at i, and
// its speaker follows: “…,” Rubio told reporters.
func quotedUpTo(text []rune, i int) bool {
	if i >= len(text) || !closesQuote(text[i]) {
		return false
	}
	next := wordAfter(text, i+1)
	return !enOpens[next]
}

// inverted returns who speaks where the name follows a verb of speech that
// itself follows a quotation: “…,” said Rubio.
func (p *passage) inverted(s *sentence, i, j int) (role, bool) {
	text := s.view.Text
	k := i
	for k > 0 && text[k-1] == ' ' {
		k--
	}
	if p.doc.Lang != entente.English || k == 0 || !closesQuote(text[k-1]) {
		return role{}, false
	}
	end := s.clauseOf(i).end
	f := english.enSubject(s, j, end)
	if len(f.actors) == 0 && !f.named() {
		return p.enAfter(s, j, end)
	}
	return role{actors: f.actors, start: f.start, end: f.end}, len(f.actors) > 0
}
