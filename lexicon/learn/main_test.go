package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

// The weights in the repository are those that make weights makes.
func TestTheWeightsAreThoseThatAreLearned(t *testing.T) {
	seeds := "../../../shared/gold/dev/causal.jsonl"
	if _, err := os.Stat(seeds); err != nil {
		t.Skip("SKIPPED: the gold set of the seeds is not at hand, of which the weights are partly learned: ", seeds)
	}
	examples, err := collect(".", []string{"../../examples/gold/tune/causal.jsonl", seeds})
	if err != nil {
		t.Fatal(err)
	}
	made := filepath.Join(t.TempDir(), "weights")
	if err := write(made, lexicon.Learn(examples)); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(made)
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("../data/grounding/weights.bin.gz")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("they differ; make weights makes them anew")
	}
}

// Every phrase is of a known concept and language, and stands there once.
func TestPhrasesAreOfKnownConcepts(t *testing.T) {
	rows, err := table("phrases.tsv", 4)
	if err != nil {
		t.Fatal(err)
	}
	known := map[entente.ConceptID]bool{"none": true}
	for _, c := range lexicon.Concepts() {
		known[c.ID] = true
	}
	seen, count := map[string]bool{}, map[string]int{}
	for _, r := range rows {
		if !known[entente.ConceptID(r[0])] || signs[r[2]] == 0 || seen[r[1]+r[3]] {
			t.Errorf("%q", r)
		}
		seen[r[1]+r[3]] = true
		count[r[0]+" "+r[1]]++
	}
	for c := range known {
		for _, lang := range []string{"zh", "en", "ja", "ko"} {
			if n := count[string(c)+" "+lang]; n < 10 {
				t.Errorf("%s has %d phrases in %s", c, n, lang)
			}
		}
	}
}

func TestSentencesHoldTheirClaims(t *testing.T) {
	rows, err := table("sentences.tsv", 8)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if got := appendSide(nil, lexicon.Effect, "en", r[1], r[3], r[5], 1); len(got) != 1 {
			t.Errorf("the effect %q does not stand in %q", r[3], r[1])
		}
	}
}
