package sqlite

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/ententelab/entente"
	"github.com/google/go-cmp/cmp"
)

func TestReviewsAreKept(t *testing.T) {
	p, err := Create(filepath.Join(t.TempDir(), "p.entente"))
	must(t, err)
	defer p.Close()
	doc, data := document()
	must(t, p.PutFile("a.md", data, []*entente.Document{doc}, "1"))
	was := &entente.Statement{ID: "c1", Kind: entente.KindClaim, DocName: doc.Name, Span: doc.Span(12, 34), Rule: "claim/en/verb",
		Claim: &entente.Claim{CauseConcept: "pressure", EffectConcept: "trust", Polarity: entente.Minus, Modality: "asserted"}}
	want := []entente.Review{
		{At: "2026-01-02T03:04:05Z", By: "Ann", Decision: entente.Accept, Target: "c1", Was: was, Is: was},
		{At: "2026-01-02T03:04:06Z", By: "Ben", Decision: entente.Reject, Target: "c1", Was: was},
	}
	for _, r := range want {
		must(t, p.PutReview(r))
	}
	must(t, p.PutFile("a.md", []byte("x"), []*entente.Document{{ID: "other", Name: "a.md", Text: "x"}}, "1"))
	got, err := p.Reviews()
	must(t, err)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("reviews, after their document is gone (-want +got):\n%s", diff)
	}
}

// A file of every released format is kept, and opens.
func TestFormat1Opens(t *testing.T) {
	data, err := os.ReadFile("testdata/format1.entente")
	must(t, err)
	path := filepath.Join(t.TempDir(), "format1.entente")
	must(t, os.WriteFile(path, data, 0o644))
	for range 2 { // the second time it has the new format
		p, err := Open(path)
		must(t, err)
		docs, err := p.Documents()
		must(t, err)
		reviews, err := p.Reviews()
		if err != nil || len(docs) != 2 || len(reviews) != 0 {
			t.Errorf("%d documents, %d reviews, %v", len(docs), len(reviews), err)
		}
		var version int
		must(t, p.db.QueryRow("PRAGMA user_version").Scan(&version))
		if version != Format {
			t.Errorf("format is %d", version)
		}
		must(t, p.Close())
	}
}
