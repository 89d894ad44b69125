package collate

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
	"github.com/ententelab/entente/read"
)

func readFiles(t testing.TB, pattern string) []*entente.Document {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no files at %s: %v", pattern, err)
	}
	var docs []*entente.Document
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		ds, err := read.Read(f, data)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, ds...)
	}
	return docs
}

// The gold texts: one work of three, and what the translation leaves out.
func TestGold(t *testing.T) {
	dir := shared(t)
	c := Collate(readFiles(t, filepath.Join(dir, "seeds", "*.txt")), lexicon.Default())
	if len(c.Works) != 1 {
		t.Fatalf("%d works; want one", len(c.Works))
	}
	var got []entente.Role
	for _, v := range c.Works[0].Versions {
		got = append(got, v.Role)
	}
	if want := []entente.Role{entente.Original, entente.Repost, entente.Translation}; !slices.Equal(got, want) {
		t.Fatalf("roles are %v; want %v", got, want)
	}
	gold := goldOmitted(t, filepath.Join(dir, "gold", "dev", "collate.json"))
	i := slices.IndexFunc(c.Pairs, func(p entente.VersionPair) bool { return p.Relation == entente.Translation })
	precision, recall := agreement(gold, c.Pairs[i].Omitted)
	f1 := 2 * precision * recall / (precision + recall)
	t.Logf("omitted: precision %.3f, recall %.3f, F1 %.3f", precision, recall, f1)
	if f1 < 0.9 {
		t.Errorf("F1 of omitted sentences is %.3f; want 0.9 and more", f1)
	}
}

func goldOmitted(t testing.TB, file string) []entente.Span {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var c entente.Collation
	if err := json.Unmarshal(data, &c); err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(c.Pairs, func(p entente.VersionPair) bool { return p.Relation == entente.Translation })
	return c.Pairs[i].Omitted
}

// agreement counts spans of which at least half is covered by the other list.
func agreement(gold, got []entente.Span) (precision, recall float64) {
	covered := func(list, by []entente.Span) float64 {
		n := 0
		for _, s := range list {
			in := 0
			for _, o := range by {
				in += max(0, min(s.End, o.End)-max(s.Start, o.Start))
			}
			if 2*in >= s.End-s.Start {
				n++
			}
		}
		return float64(n) / float64(max(1, len(list)))
	}
	return covered(got, gold), covered(gold, got)
}

// The real texts: two languages of one joint statement, and nothing else that
// belongs together. Speeches of one country in successive years share phrases.
func TestRealTexts(t *testing.T) {
	docs := readFiles(t, filepath.Join(shared(t), "documents", "*.txt"))
	for _, w := range Collate(docs, lexicon.Default()).Works {
		var names []string
		for _, v := range w.Versions {
			names = append(names, v.Name)
		}
		slices.Sort(names)
		statement := []string{"scc-2plus2-joint-statement-2024-07-28.en.txt", "scc-2plus2-joint-statement-2024-07-28.ja.txt"}
		if slices.Contains(names, statement[0]) {
			if !slices.Equal(names, statement) {
				t.Errorf("the joint statement is %v", names)
			}
		} else if len(names) > 1 {
			t.Errorf("called one work: %v", names)
		}
	}
}
