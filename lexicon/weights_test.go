package lexicon

import (
	"bytes"
	"testing"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/weigh"
)

var lessons = []Example{
	{Lang: "en", Phrase: "the bill for the bases", Concept: "burden_sharing", Weight: 1, Sign: entente.Plus},
	{Lang: "en", Phrase: "who pays for the bases", Concept: "burden_sharing", Weight: 1, Sign: entente.Plus},
	{Lang: "en", Phrase: "fading quarrels", Concept: "regional_tension", Weight: 1, Sign: entente.Minus},
	{Lang: "en", Phrase: "quarrels at sea", Concept: "regional_tension", Weight: 1, Sign: entente.Plus},
}

func TestWeightsLearnWrittenAndReadAgain(t *testing.T) {
	w := Learn(lessons)
	first := w.Append(nil)
	if !bytes.Equal(first, Learn(lessons).Append(nil)) {
		t.Error("the same examples give other weights")
	}
	again, err := readWeights(first)
	if err != nil {
		t.Fatal(err)
	}
	for phrase, want := range map[string]entente.ConceptID{"bases": "burden_sharing", "new quarrels": "regional_tension"} {
		e := Example{Lang: "en", Phrase: phrase}
		for _, w := range []*Weights{w, again} {
			var s weigh.Score
			shown, _ := e.features(nil)
			w.table.Add(&s, shown)
			if top, _, _, _ := w.best(&s, ""); w.Concepts[top] != want {
				t.Errorf("%s is %s, want %s", phrase, w.Concepts[top], want)
			}
		}
	}
	for _, cut := range []int{0, 1, 100, len(first) / 2, len(first) - 1} {
		if _, err := readWeights(first[:cut]); err == nil {
			t.Errorf("weights cut at %d are read", cut)
		}
	}
}

// The shipped weights can be read, and know every concept.
func TestWeights(t *testing.T) {
	w, err := unpackWeights(weightsFile)
	if err != nil {
		t.Fatal(err)
	}
	if len(w.Concepts) != len(loadVocabulary().concepts)+1 || w.table.Len() < 1000 {
		t.Errorf("%d concepts, %d features", len(w.Concepts), w.table.Len())
	}
}
