package lexicon

import (
	"bytes"
	"testing"

	"github.com/ententelab/entente"
)

var lessons = []Example{
	{Lang: "en", Phrase: "the bill for the bases", Concept: "burden_sharing", Weight: 1, Sign: entente.Plus},
	{Lang: "en", Phrase: "who pays for the bases", Concept: "burden_sharing", Weight: 1, Sign: entente.Plus},
	{Lang: "en", Phrase: "fading quarrels", Concept: "regional_tension", Weight: 1, Sign: entente.Minus},
	{Lang: "en", Phrase: "quarrels at sea", Concept: "regional_tension", Weight: 1, Sign: entente.Plus},
}

func TestWeightsLearnWrittenAndReadAgain(t *testing.T) {
	var first, second bytes.Buffer
	w := Learn(lessons)
	if err := w.Write(&first); err != nil {
		t.Fatal(err)
	}
	if err := Learn(lessons).Write(&second); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("the same examples give other weights")
	}
	again, err := readWeights(first.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for phrase, want := range map[string]entente.ConceptID{"bases": "burden_sharing", "new quarrels": "regional_tension"} {
		e := Example{Lang: "en", Phrase: phrase}
		for _, w := range []*Weights{w, again} {
			var s score
			w.add(&s, e.features())
			if top, _, _ := w.best(&s, ""); w.Concepts[top] != want {
				t.Errorf("%s is %s, want %s", phrase, w.Concepts[top], want)
			}
		}
	}
	for _, cut := range []int{0, 1, 100, first.Len() / 2, first.Len() - 1} {
		if _, err := readWeights(first.Bytes()[:cut]); err == nil {
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
	if len(w.Concepts) != len(loadVocabulary().concepts)+1 || len(w.rows) < 1000 {
		t.Errorf("%d concepts, %d features", len(w.Concepts), len(w.rows))
	}
}
