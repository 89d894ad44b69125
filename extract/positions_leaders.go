package extract

import (
	"slices"

	"github.com/ententelab/entente"
)

// headsOfState are the offices of those who meet as leaders, by state; the others are
// led by a prime minister.
var headsOfState = map[string]string{"USA": "president", "KOR": "president", "PHL": "president", "CHN": "president", "FRA": "president", "RUS": "president", "IDN": "president", "TWN": "president"}

var leaderWords = wordsetOf(false, allWords("leaders")...)

// leaders returns the speakers of a stance; where several states speak through
// their leaders (美日首脑) whom the text names elsewhere, the leaders themselves.
func (p *passage) leaders(s *sentence, f stance) []entente.ActorID {
	if len(f.speaker) < 2 || !states(f.speaker) {
		return f.speaker
	}
	if !p.ledBefore(s, f) {
		return f.speaker
	}
	date := p.dateSaid(s, f.start)
	if date == "" {
		return f.speaker
	}
	out := make([]entente.ActorID, len(f.speaker))
	for i, state := range f.speaker {
		office := headsOfState[string(state)]
		if office == "" {
			office = "prime minister"
		}
		who := p.lex.Holder(string(state), office, date)
		if who == nil || !p.mentions(entente.ActorID(who.ID)) {
			return f.speaker
		}
		out[i] = entente.ActorID(who.ID)
	}
	return out
}

// ledBefore reports whether the speakers of a stance are named by their leaders
// in its clause or in the last one before that names them.
func (p *passage) ledBefore(s *sentence, f stance) bool {
	roles := p.roles[s.index]
	for c := min(s.clauseAt(f.start), len(roles)-1); c >= 0; c-- {
		if r := roles[c]; r.named() {
			return slices.Equal(r.actors, f.speaker) && led(s, r)
		}
	}
	return false
}

// led reports whether a subject is named by its leaders, in the name itself or
// right behind it.
func led(s *sentence, r role) bool {
	text := s.view.Text
	if leaderWords.in(text, r.start, r.end) {
		return true
	}
	i := r.end
	for i < len(text) && text[i] == ' ' {
		i++
	}
	n, _ := leaderWords.at(text, i, len(text))
	return n > 0
}

// mentions reports whether the document names an actor.
func (p *passage) mentions(id entente.ActorID) bool {
	for i := range p.sentences {
		for _, m := range p.sentences[i].actors {
			if slices.Contains(m.list, id) {
				return true
			}
		}
	}
	return false
}
