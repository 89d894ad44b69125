package lexicon

import (
	"slices"
	"sync"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/fold"
	"github.com/ententelab/entente/weigh"
)

// An Example is a phrase of which a reader said what concept it is about.
type Example struct {
	Lang    entente.Lang
	Before  string // what stands before the phrase in its sentence; may be empty
	Phrase  string
	After   string
	Concept entente.ConceptID // "" if none fits
	Weight  float64
	Sign    entente.Sign // 0 if the reader did not say
	Role    Role         // of the phrase in its sentence
	Counted entente.Sign // what the rules count that it says of its concept; 0 if they were written with it in view
	Makes   entente.Sign // what the cause makes of an effect; 0 if the reader did not say
}

// Learn fits the weights that say what in a phrase speaks for and against each
// concept. The same examples give the same weights.
func Learn(examples []Example) *Weights {
	w := &Weights{}
	number := map[entente.ConceptID]int{}
	for _, c := range loadVocabulary().concepts {
		number[c.id] = len(w.Concepts)
		w.Concepts = append(w.Concepts, c.id)
	}
	number[""] = len(w.Concepts) // of phrases that no concept fits
	w.Concepts = append(w.Concepts, "")
	var lessons, across []weigh.Lesson
	for i := range examples {
		e := &examples[i]
		if c, ok := number[e.Concept]; ok {
			shown, more := e.features(otherOf(examples, i))
			lessons = append(lessons, weigh.Lesson{Features: shown, Label: c, Weight: e.Weight})
			across = append(across, weigh.Lesson{Features: more, Label: c, Weight: e.Weight})
		}
	}
	var net sync.WaitGroup
	net.Go(func() { w.net = weigh.LearnNet(len(w.Concepts), across) })
	w.table = weigh.Learn(len(w.Concepts), lessons)
	w.group = groups(w.Concepts)
	w.sign = learnSign(examples)
	w.pairs = learnPairs(examples, number)
	w.tilts = learnTilts(examples, number, w.group)
	w.sides = learnPolarity(examples)
	net.Wait()
	return w
}

// features are those of the example's phrase in its sentence, and these with what the
// other side of its claim shows.
func (e *Example) features(other *Example) (shown, across []feature) {
	text, i, j := e.text()
	f := (&Lexicon{}).Facets(text, e.Lang)
	p := Phrase{Start: i, End: j, To: len(text), Role: e.Role}
	if other != nil {
		_, p.Other, p.OtherEnd = other.text()
		p.OtherEnd = min(p.OtherEnd, len(text))
	}
	shown = f.features(nil, p, f.hand(i, j, 0, len(text)))
	return shown, f.across(slices.Clone(shown), p)
}

// otherOf is the other side of the claim that the i-th example is a side of; nil if
// there is none.
func otherOf(examples []Example, i int) *Example {
	if cause := causeOf(examples, i); cause != nil {
		return cause
	}
	if i+1 < len(examples) && causeOf(examples, i+1) != nil {
		return &examples[i+1]
	}
	return nil
}

// text is the folded sentence with the place of the phrase. Folding drops
// spaces at the ends; between parts of a sentence they stay.
func (e *Example) text() (text []rune, i, j int) {
	text = []rune(fold.String(e.Before))
	if len(text) > 0 && (e.Lang == entente.English || e.Lang == entente.Korean) {
		text = append(text, ' ')
	}
	i = len(text)
	text = append(text, []rune(fold.String(e.Phrase))...)
	j = len(text)
	if e.After != "" && (e.Lang == entente.English || e.Lang == entente.Korean) {
		text = append(text, ' ')
	}
	return append(text, []rune(fold.String(e.After))...), i, j
}
