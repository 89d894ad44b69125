package extract

import (
	"fmt"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/extract/quantity"
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

// again is whose an English sum is that was given before, and is taken up with an article:
// the $550 billion pledge.
func (r *reading) again() []entente.ActorID {
	k := r.known()
	if word, _ := wordLeft(r.text(), r.Start); k == nil || word != "the" || r.p.doc.Lang != entente.English || !r.money() {
		return nil
	}
	return k.holder
}

func knownKey(value float64, unit string) string { return fmt.Sprintf("%g|%s", value, unit) }

// learn keeps whose figure it is, and whether it exists, for the next mention.
func (r *reading) learn(status string) {
	if !r.money() && r.unit != "%GDP" && r.gloss() != "tariff rate" || r.Vague || len(r.holder) == 0 || r.class != "substantive" {
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

// knownShare reports whether a percentage without a measure of its own is a share
// of the product that the document gives somewhere: nobody had mentioned 3.5%.
func (r *reading) knownShare() bool {
	if r.Value > 10 || r.measure >= 0 && !figureData.Measures.general[r.measure] && r.gloss() != "defence spending" || r.grows() {
		return false
	}
	text, c := r.text(), r.clause()
	if level, _ := figureData.Level.before(text, skipSpace(text, r.Start), 0); level == 0 && figureData.Change.in(text, c.start, min(c.end, r.End+6)) {
		return false
	}
	if r.p.lastTariff == r.s.index {
		return false
	}
	return r.p.givesShare(r.Value)
}

// givesShare reports whether the document gives a value, where it speaks of
// defence, as a share of the product.
func (p *passage) givesShare(value float64) bool {
	if p.sharesGiven == nil {
		p.sharesGiven = map[float64]bool{}
		defence := -9
		for i := range p.sentences {
			t := p.sentences[i].view.Text
			if figureData.Measures.defence.in(t, 0, len(t)) {
				defence = i
			}
			if i-defence > 2 || !figureData.GDP.in(t, 0, len(t)) || figureData.Change.in(t, 0, len(t)) && i != defence {
				continue
			}
			for _, n := range quantity.Numbers(t) {
				if n.Unit == "%" && n.Value <= 10 && n.Value >= 1 {
					p.sharesGiven[n.Value] = true
				}
			}
		}
	}
	return p.sharesGiven[value]
}

// wanted reports whether somebody asks for the percentage, or promises to bring
// something to it.
func (r *reading) wanted(level bool) bool {
	if _, asked := r.requested(nil); asked {
		return true
	}
	found := r.allCues(r.s.clauseAt(r.NumStart))
	if _, asked := found["demanded"]; asked {
		return true
	}
	_, planned := found["planned"]
	return planned && level
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

// partner is the state that a document names most beside another: whom a demand
// without an addressee is made to.
func (p *passage) partner(of string) []entente.ActorID {
	return p.mostNamedState(func(state string) bool { return state != of })
}

// mostNamedState is the state that a document names most of those that fit.
func (p *passage) mostNamedState(fits func(string) bool) []entente.ActorID {
	named := p.statesNamed()
	best := ""
	for state, n := range named {
		if fits(state) && (best == "" || n > named[best] || n == named[best] && state < best) {
			best = state
		}
	}
	if best == "" {
		return nil
	}
	return []entente.ActorID{entente.ActorID(best)}
}
