package extract

import (
	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

// A turnKind is how a word makes less of what it is said of.
type turnKind uint8

const (
	lessens turnKind = iota // there is less of it, whatever it is
	sinks                   // likewise, said at the end: what else the phrase says has the same sense
	spoils                  // it goes wrong: of something bad there is not less then
	clears                  // something bad is made less, or what stands in the way: of a good thing there is more then
	stays                   // it is there all the same
)

// signed gives a phrase its sign in which a word of a kind stands at turn.
func (g *grounding) signed(found lexicon.Grounding, role lexicon.Role, phrase, turn stretch, kind turnKind) lexicon.Grounding {
	switch {
	case kind == stays && turn.from > phrase.from:
		found.Sign = g.ground(role, stretch{phrase.from, turn.from}, stretch{}, stretch{}).Sign
	case kind == spoils && found.Bad, kind == stays, kind == clears && !found.Bad && !found.Pressing:
		found.Sign = entente.Plus
	case (kind == sinks || kind == spoils) && turn.from > phrase.from && g.ground(role, phrase, stretch{}, stretch{}).Sign == entente.Minus:
		found.Sign = entente.Minus
	}
	return found
}
