package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/extract"
	"github.com/ententelab/entente/lexicon"
)

// The weights in the repository are those that make weights makes.
func TestTheWeightsAreThoseThatAreLearned(t *testing.T) {
	seeds := "../../shared/gold/dev"
	if _, err := os.Stat(seeds); err != nil {
		t.Skip("SKIPPED: the gold set of the seeds is not at hand, of which the weights are partly learned: ", seeds)
	}
	made := t.TempDir()
	concepts, status, stances := filepath.Join(made, "concepts"), filepath.Join(made, "status"), filepath.Join(made, "stances")
	if err := learn(".", []string{"../examples/gold/tune", seeds}, concepts, status, stances); err != nil {
		t.Fatal(err)
	}
	for made, kept := range map[string]string{
		concepts: "../lexicon/data/grounding/weights.bin.gz", status: "../extract/data/status.bin.gz", stances: "../extract/data/stance.bin.gz",
	} {
		got, err := os.ReadFile(made)
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(kept)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s differs; make weights makes it anew", kept)
		}
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
	rows, err := table("sentences.tsv", 9)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := table("plain.tsv", 9)
	if err != nil {
		t.Fatal(err)
	}
	rows = append(rows, plain...)
	for _, r := range rows {
		want := 1
		if r[3] != "" && r[5] != "" {
			want = 2
		}
		if got := (claim{r[2], r[3], r[4], r[5], r[6], r[7]}).sides("en", 1); r[6] != "" && len(got) != want {
			t.Errorf("the sides %q and %q do not both stand in %q", r[3], r[4], r[2])
		}
	}
}

func TestFiguresHaveAKnownStatus(t *testing.T) {
	figures, err := collectFigures(".", nil)
	if err != nil {
		t.Fatal(err)
	}
	if learned := extract.LearnStatus(figures, lexicon.Default()); learned.Len() < 1000 {
		t.Errorf("%d features are learned from %d figures", learned.Len(), len(figures))
	}
	usable := 0
	for _, f := range figures {
		if f.Usable(lexicon.Default()) {
			usable++
		}
	}
	if usable < len(figures)*9/10 {
		t.Errorf("the rules read %d of %d figures", usable, len(figures))
	}
}

func TestPositionsHaveAKnownStance(t *testing.T) {
	positions, err := collectPositions(".", nil)
	if err != nil {
		t.Fatal(err)
	}
	if learned := extract.LearnStances(positions, lexicon.Default()); learned.Len() < 1000 {
		t.Errorf("%d features are learned from %d positions", learned.Len(), len(positions))
	}
	count := map[string]int{}
	for _, p := range positions {
		count[p.Stance]++
	}
	for _, stance := range entente.Stances {
		if count[stance] < len(positions)/25 {
			t.Errorf("%d of %d positions are of the stance %s", count[stance], len(positions), stance)
		}
	}
}
