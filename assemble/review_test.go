package assemble

import (
	"fmt"
	"testing"

	"github.com/ententelab/entente"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// sentences is a document with one claim per sentence.
func sentences(name string, n int) (*entente.Document, []entente.Statement) {
	text := ""
	for i := range n {
		text += fmt.Sprintf("Sentence %d of %s. ", i, name)
	}
	d := &entente.Document{ID: entente.NewDocID([]byte(text)), Name: name, Text: text}
	var sts []entente.Statement
	for i := range n {
		quote := fmt.Sprintf("Sentence %d of %s.", i, name)
		at := Find(d, quote)[0]
		sts = append(sts, entente.Statement{ID: entente.StatementID(fmt.Sprintf("c-%s-%d", name, i)), Kind: entente.KindClaim, DocName: name, Span: at, Rule: "claim/en/verb",
			Claim: &entente.Claim{CauseConcept: entente.ConceptID(rune('a' + i%3)), EffectConcept: entente.ConceptID(rune('k' + i%2)), Polarity: entente.Plus, Modality: "asserted"}})
	}
	return d, sts
}

func mapAfter(docs []*entente.Document, sts []entente.Statement, reviews []entente.Review) entente.Map {
	var works []entente.Work
	for _, d := range docs {
		works = append(works, entente.Work{ID: entente.WorkID("W" + d.Name), Versions: []entente.Version{{Doc: d.ID, Name: d.Name, Role: entente.Original}}})
	}
	out, _ := Reviewed(docs, sts, reviews)
	return Map(Corpus{docs, works, out})
}

// Whatever another version of the extractor finds of what was reviewed (all of
// it, some, under other IDs and rules), the map is the same.
func TestReviewingThenRebuildingGivesTheSameMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var docs []*entente.Document
		var sts []entente.Statement
		for _, name := range []string{"a.md", "b.md"} {
			d, s := sentences(name, 4)
			docs, sts = append(docs, d), append(sts, s...)
		}
		var reviews []entente.Review
		for i := range sts {
			was := sts[i]
			is := *copied(&was)
			r := entente.Review{Target: was.ID, Was: &was, Is: &is, Decision: entente.Accept}
			switch rapid.IntRange(0, 2).Draw(t, "decision") {
			case 1:
				r.Decision, r.Is = entente.Reject, nil
			case 2:
				r.Decision, is.Claim.Polarity, is.Claim.EffectConcept = entente.Amend, entente.Minus, "z"
			}
			reviews = append(reviews, r)
		}
		want := mapAfter(docs, sts, reviews)
		var other []entente.Statement
		for _, s := range sts {
			switch rapid.IntRange(0, 2).Draw(t, "found") {
			case 0:
				continue
			case 1:
				s.ID, s.Rule = "x"+s.ID, "claim/en/other"
			}
			other = append(other, s)
		}
		if diff := cmp.Diff(want, mapAfter(docs, other, reviews)); diff != "" {
			t.Errorf("map (-reviewed +read again):\n%s", diff)
		}
	})
}

func TestTheLastReviewCounts(t *testing.T) {
	d, sts := sentences("a.md", 1)
	docs := []*entente.Document{d}
	accept := entente.Review{Decision: entente.Accept, Target: sts[0].ID, Was: &sts[0], Is: &sts[0]}
	reject := entente.Review{Decision: entente.Reject, Target: sts[0].ID, Was: &sts[0]}
	withdraw := entente.Review{Decision: entente.Withdraw, Target: sts[0].ID, Was: &sts[0]}
	unreviewed := Reliability("claim/en/verb")
	for _, test := range []struct {
		name    string
		reviews []entente.Review
		belief  float64 // -1: no link
	}{
		{"none", nil, unreviewed},
		{"accepted", []entente.Review{accept}, 1},
		{"rejected", []entente.Review{accept, reject}, -1},
		{"accepted after all", []entente.Review{reject, accept}, 1},
		{"withdrawn", []entente.Review{reject, withdraw}, unreviewed},
	} {
		got := -1.0
		if m := mapAfter(docs, sts, test.reviews); len(m.Links) > 0 {
			got = m.Links[0].Belief
		}
		if got != test.belief {
			t.Errorf("%s: belief %v, want %v", test.name, got, test.belief)
		}
	}
}

func TestAQuoteThatIsGoneIsLost(t *testing.T) {
	_, sts := sentences("a.md", 2)
	changed := &entente.Document{ID: "new", Name: "a.md", Text: "Before it. Sentence 0\nof a.md. And after."}
	reviews := []entente.Review{
		{Decision: entente.Accept, Target: sts[0].ID, Was: &sts[0], Is: &sts[0]},
		{Decision: entente.Accept, Target: sts[1].ID, Was: &sts[1], Is: &sts[1]},
	}
	out, states := Reviewed([]*entente.Document{changed}, nil, reviews)
	if len(states) != 2 || states[0].Anchor != "moved" || states[1].Anchor != "lost" {
		t.Errorf("states are %+v", states)
	}
	if len(out) != 1 || !out[0].Span.In(changed) {
		t.Errorf("statements are %+v", out)
	}
}
