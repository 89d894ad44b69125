package sqlite

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ententelab/entente"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func document() (*entente.Document, []byte) {
	data := []byte("# On trust\n\nPressure lowers trust.\n")
	d := &entente.Document{ID: entente.NewDocID(data), Name: "a.md", Text: string(data), Lang: entente.English,
		Sections:   []entente.Section{{Title: "On trust", Level: 1, End: 35, Number: "1"}},
		Paragraphs: []entente.Paragraph{{Start: 12, End: 34, Number: 1}},
		Sentences:  []entente.Sentence{{Start: 12, End: 34}}}
	return d, data
}

func TestProjectKeepsWhatItIsGiven(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a b.entente")
	p, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	doc, data := document()
	st := entente.Statement{ID: "c1", Kind: entente.KindClaim, DocName: doc.Name, Span: doc.Span(12, 34), Rule: "claim/en/verb",
		Claim: &entente.Claim{Cause: doc.Span(12, 20), Effect: doc.Span(28, 33), Polarity: entente.Minus, Modality: "asserted"}}
	must(t, p.PutFile("a.md", data, []*entente.Document{doc}, "1"))
	must(t, p.PutStatements(doc.ID, "1", []entente.Statement{st}))
	must(t, p.PutPart("map", "h1", map[string]int{"links": 1}))
	must(t, p.Close())

	p, err = Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	docs, err := p.Documents()
	must(t, err)
	if diff := cmp.Diff([]*entente.Document{doc}, docs, cmpopts.IgnoreUnexported(entente.Document{})); diff != "" {
		t.Errorf("document (-want +got):\n%s", diff)
	}
	sts, ok, err := p.Statements(doc.ID, "1")
	must(t, err)
	if diff := cmp.Diff([]entente.Statement{st}, sts); !ok || diff != "" {
		t.Errorf("statements (-want +got):\n%s", diff)
	}
	if _, ok, _ := p.Statements(doc.ID, "2"); ok {
		t.Error("statements of another version count as this one's")
	}
	var part map[string]int
	if ok, err := p.Part("map", "h2", &part); ok || err != nil {
		t.Errorf("a part made from something else is returned: %v, %v", part, err)
	}
	if found, err := p.Integrity(); len(found) > 0 || err != nil {
		t.Errorf("integrity: %v, %v", found, err)
	}
}

func TestAChangedFileReplacesItsDocument(t *testing.T) {
	p, err := Create(filepath.Join(t.TempDir(), "p.entente"))
	must(t, err)
	defer p.Close()
	doc, data := document()
	must(t, p.PutFile("a.md", data, []*entente.Document{doc}, "1"))
	if ok, _ := p.HasFile("a.md", data, "1"); !ok {
		t.Error("the file is not known")
	}
	changed := append(data, "More.\n"...)
	if ok, _ := p.HasFile("a.md", changed, "1"); ok {
		t.Error("the changed file counts as read")
	}
	newer := &entente.Document{ID: entente.NewDocID(changed), Name: "a.md", Text: string(changed)}
	must(t, p.PutFile("a.md", changed, []*entente.Document{newer}, "1"))
	docs, err := p.Documents()
	must(t, err)
	if len(docs) != 1 || docs[0].ID != newer.ID {
		t.Errorf("documents are %v", docs)
	}
}

func TestOpenNamesWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	junk := filepath.Join(dir, "junk.entente")
	must(t, os.WriteFile(junk, []byte(strings.Repeat("not a database ", 100)), 0o644))
	for _, path := range []string{junk, filepath.Join(dir, "absent.entente")} {
		p, err := Open(path)
		if err == nil {
			p.Close()
			t.Errorf("%s opens", path)
			continue
		}
		if entente.KindOf(err) != entente.BadInput || !strings.Contains(err.Error(), path) {
			t.Errorf("error is %v", err)
		}
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
