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
