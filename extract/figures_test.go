package extract

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
	"github.com/ententelab/entente/read"
)

var updateFigures = flag.Bool("update-figures", false, "write the figures and events found into testdata/figures")

// TestFigures reads the notes in testdata/figures, each in one language, and
// compares their figures and events with the list beside them.
func TestFigures(t *testing.T) {
	files, err := filepath.Glob("testdata/figures/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases in testdata/figures")
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			doc := readDoc(t, name)
			var got bytes.Buffer
			for _, st := range Statements(doc, lexicon.Default()) {
				showStatement(&got, st)
			}
			want := strings.TrimSuffix(name, ".txt") + ".want"
			if *updateFigures {
				if err := os.WriteFile(want, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			b, err := os.ReadFile(want)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(b, got.Bytes()) {
				t.Errorf("differs from %s (run with -update-figures to accept):\n%s", want, lineDiff(string(b), got.String()))
			}
		})
	}
}

func readDoc(t *testing.T, name string) *entente.Document {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	docs, err := read.Read(name, data)
	if err != nil || len(docs) == 0 {
		t.Fatalf("%s: %v", name, err)
	}
	return docs[0]
}

// showStatement leaves out who: the actors have tests of their own.
func showStatement(w *bytes.Buffer, st entente.Statement) {
	switch {
	case st.Figure != nil:
		f := st.Figure
		value := "null"
		if f.Value != nil {
			value = fmt.Sprintf("%.10g", *f.Value)
		}
		fmt.Fprintf(w, "figure %s %s %s %s %s | %s\n", value, f.Unit, f.Class, f.Status, cmp.Or(f.Date, "-"), st.Mention.Quote)
	case st.Event != nil:
		e := st.Event
		fmt.Fprintf(w, "event %s %s %s %s %s | %s\n", strings.TrimSuffix(e.Date+".."+e.DateEnd, ".."), e.DateBasis, e.Precision, e.Action, e.Realis, st.Mention.Quote)
	}
}

// lineDiff lists the lines that only one of two texts has.
func lineDiff(want, got string) string {
	var out strings.Builder
	only := func(mark, a, b string) {
		in := make(map[string]bool)
		for line := range strings.Lines(b) {
			in[line] = true
		}
		for line := range strings.Lines(a) {
			if !in[line] {
				out.WriteString(mark + line)
			}
		}
	}
	only("- ", want, got)
	only("+ ", got, want)
	return out.String()
}

// Every statement of every document at hand quotes what stands at its place.
func TestQuotesStand(t *testing.T) {
	root := cmp.Or(os.Getenv("ENTENTE_SHARED"), filepath.Join("..", "..", "shared"))
	seeds, _ := filepath.Glob(filepath.Join(root, "seeds", "*.txt"))
	files, _ := filepath.Glob(filepath.Join(root, "documents", "*.txt"))
	if files = append(files, seeds...); len(files) == 0 {
		t.Skipf("SKIPPED: no documents under %s; set ENTENTE_SHARED", root)
	}
	for _, name := range files {
		doc := readDoc(t, name)
		for _, st := range Statements(doc, lexicon.Default()) {
			if !st.In(doc) {
				t.Errorf("%s: %s %s: the quote does not stand at %d", doc.Name, st.Kind, st.Rule, st.Start)
			}
			if !st.Mention.Empty() && !(st.Mention.In(doc) && st.Mention.Within(st.Span)) {
				t.Errorf("%s: %s %s: the mention at %d is lost or outside the quote", doc.Name, st.Kind, st.Rule, st.Mention.Start)
			}
		}
	}
}
