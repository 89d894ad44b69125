package extract

import (
	"slices"

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

// turned grounds a phrase in which a word of a kind stands at turn.
func (g *grounding) turned(role lexicon.Role, phrase, turn stretch, kind turnKind) lexicon.Grounding {
	found := g.ground(role, phrase, turn)
	bad := slices.Contains(adverse, found.Concept)
	switch {
	case kind == stays && turn.from > phrase.from:
		found.Sign = g.ground(role, stretch{phrase.from, turn.from}, stretch{}).Sign
	case kind == spoils && bad, kind == stays, kind == clears && !bad && !slices.Contains(pressing, found.Concept):
		found.Sign = entente.Plus
	case (kind == sinks || kind == spoils) && turn.from > phrase.from && g.ground(role, phrase, stretch{}).Sign == entente.Minus:
		found.Sign = entente.Minus
	}
	return found
}

// adverse are the concepts that name something bad: what spoils a good thing is
// more of them.
var adverse = []entente.ConceptID{
	"abandonment_fear", "alliance_asymmetry", "alliance_dilemma", "arms_race", "bloc_confrontation",
	"china_japan_security_tension", "conflict_risk", "coordination_cost", "crisis_shock", "domestic_constraint",
	"entrapment_fear", "external_threat", "japan_dependence", "japan_risk_exposure", "munitions_shortage",
	"lock_in", "order_erosion", "path_dependence", "regional_reaction", "regional_tension", "security_dilemma",
	"structural_pressure", "tariff_pressure", "threat_perception", "us_cost", "us_entrapment_risk", "us_isolationism", "us_japan_tension",
	"us_relative_decline", "us_restraint_on_japan", "us_retrenchment", "us_unreliability", "usfj_cutback",
}

// pressing are the concepts for what somebody does to another, who can make it
// less.
var pressing = []entente.ConceptID{
	"china_containment", "china_toughness_on_japan", "us_pressure",
}
