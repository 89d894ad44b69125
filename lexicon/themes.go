package lexicon

import (
	"math"

	"github.com/ententelab/entente/weigh"
)

// Themes are the concepts that a text keeps coming back to: how often its claims are
// likely to be about each. What a phrase leaves open is rather one of them: in an essay
// on how allies bind themselves "the knot" is no trade dispute.
type Themes struct {
	of  [weigh.MaxLabels]int32 // in units, so that what is taken back leaves nothing
	all int32
}

// themeUnit is how many units one claim's side counts that is surely about a concept.
const themeUnit = 1 << 10

// plainly is the probability from which a phrase tells what the themes of its text are.
const plainly = 0.5

// Add counts what a phrase is plainly about.
func (t *Themes) Add(g *Grounding) { t.count(g, 1) }

// Take takes back what Add counted.
func (t *Themes) Take(g *Grounding) { t.count(g, -1) }

func (t *Themes) count(g *Grounding, sign int32) {
	for _, c := range g.may {
		if c.share >= plainly && loadWeights().Concepts[c.number] != "" {
			n := sign * int32(c.share*themeUnit)
			t.of[c.number] += n
			t.all += n
		}
	}
}

// How strongly themes pull, and how many meetings more of every concept are assumed; set
// on claims of which no weight was learned from.
const (
	themePull  = 0.5
	themeDoubt = 0.5
)

// lean is how much likelier a concept is in the text than in any other.
func (t *Themes) lean(number uint8, concepts int) float64 {
	met, usual := float64(t.of[number])/themeUnit, float64(t.all)/themeUnit/float64(concepts)
	return math.Pow((met+themeDoubt)/(usual+themeDoubt), themePull)
}

// leaning weighs candidates by the themes of the text, if they are known.
func (w *Weights) leaning(may candidates, t *Themes) candidates {
	if t == nil {
		return may
	}
	sum := float32(0)
	for i := range may {
		c := &may[i]
		if c.share > 0 && w.Concepts[c.number] != "" {
			c.share *= float32(t.lean(c.number, len(w.Concepts)))
		}
		sum += c.share
	}
	for i := range may {
		may[i].share /= sum
	}
	return may
}
