package extract

import (
	"fmt"

	"github.com/ententelab/entente"
)

// A knownFigure is what a document said of a sum or a share of a product when
// it first gave it: "the 43 trillion yen" later on is the same sum.
type knownFigure struct {
	holder []entente.ActorID
	status string
}

// known returns what was said before of the number's value in its unit.
func (r *reading) known() *knownFigure {
	return r.p.figuresKnown[knownKey(r.value, r.unit)]
}

func knownKey(value float64, unit string) string { return fmt.Sprintf("%g|%s", value, unit) }

// learn keeps whose figure it is, and whether it exists, for the next mention.
func (r *reading) learn(status string) {
	if !r.money() && r.unit != "%GDP" || r.Vague || len(r.holder) == 0 || r.class != "substantive" {
		return
	}
	if r.p.figuresKnown == nil {
		r.p.figuresKnown = make(map[string]*knownFigure)
	}
	key := knownKey(r.value, r.unit)
	if r.p.figuresKnown[key] == nil {
		r.p.figuresKnown[key] = &knownFigure{r.holder, status}
	}
}

// askedShare remembers of whom a state asked a share of its product.
func (p *passage) askedShare(who, of []entente.ActorID) {
	if len(who) == 0 || len(of) == 0 || who[0].State() == of[0].State() {
		return
	}
	p.remember(who[0].State(), of)
}

// remember keeps whose share of a product was spoken of last: under the state
// that asked for it, and under "" in any case.
func (p *passage) remember(asker string, of []entente.ActorID) {
	if p.spending == nil {
		p.spending = make(map[string][]entente.ActorID)
	}
	p.spending[asker] = of
}

// media reports whether an actor only reports: a newspaper, a broadcaster.
func (p *passage) media(a entente.ActorID) bool {
	e := p.lex.Entry(string(a))
	return e != nil && e.Kind == "media"
}

// partner is the state that a document names most beside another: whom a demand
// without an addressee is made to.
func (p *passage) partner(of string) []entente.ActorID {
	return p.mostNamedState(func(state string) bool { return state != of })
}

// names reports whether the document names a state at all.
func (p *passage) names(state entente.ActorID) bool {
	p.countStates()
	return p.states[string(state)] > 0
}

func (p *passage) countStates() {
	if p.states != nil {
		return
	}
	p.states = make(map[string]int)
	for i := range p.sentences {
		for _, m := range p.sentences[i].names {
			if m.Entry.Kind == "state" {
				p.states[m.Entry.ID]++
			}
		}
	}
}

// mostNamedState is the state that a document names most of those that fit.
func (p *passage) mostNamedState(fits func(string) bool) []entente.ActorID {
	p.countStates()
	best := ""
	for state, n := range p.states {
		if fits(state) && (best == "" || n > p.states[best] || n == p.states[best] && state < best) {
			best = state
		}
	}
	if best == "" {
		return nil
	}
	return []entente.ActorID{entente.ActorID(best)}
}
