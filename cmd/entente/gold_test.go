package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
	"github.com/ententelab/entente/pipeline"
	"github.com/ententelab/entente/score"
)

var update = flag.Bool("update", false, "write the golden files")

// The numbers of our own gold set stand in a file, so that a change to a rule
// shows what it did to the reading.
func TestGoldScores(t *testing.T) {
	const golden = "../../examples/gold/scores.tsv"
	files, err := loadFiles([]string{"../../examples/us-japan", "../../examples/practice", "../../examples/held"})
	if err != nil {
		t.Fatal(err)
	}
	docs, err := pipeline.Read(files)
	if err != nil {
		t.Fatal(err)
	}
	lang := map[string]entente.Lang{}
	for _, d := range docs {
		lang[d.Name] = d.Lang
	}
	sts, err := pipeline.Extract(context.Background(), docs, lexicon.Default())
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	fmt.Fprintln(&got, "half\tkind\tlevel\tof\tgold\tfound\thits\tprecision\trecall\tF1")
	for _, half := range []string{"tune", "held"} {
		g, err := score.Load(os.DirFS(filepath.Join("../../examples/gold", half)))
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range score.Compare(g, sts, func(f string) entente.Lang { return lang[f] }).Rows {
			if r.Doc == "all" || len(r.Doc) == 2 { // languages and the sum; documents are for --errors
				fmt.Fprintf(&got, "%s\t%s\t%s\t%s\t%d\t%d\t%d\t%.3f\t%.3f\t%.3f\n", half, r.Kind, r.Level, r.Doc, r.Gold, r.Found, r.Hits, r.Precision, r.Recall, r.F1)
			}
		}
	}
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("the numbers moved; look at them, then go test ./cmd/entente -run TestGoldScores -update (-want +got):\n%s", diff)
	}
}
