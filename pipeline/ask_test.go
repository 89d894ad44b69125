package pipeline_test

import (
	"context"
	"strings"
	"testing"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/assemble"
	"github.com/ententelab/entente/pipeline"
)

// claims is a corpus of one work per author; each claim is "cause+effect" or
// "cause-effect".
func claims(says map[string][]string) assemble.Corpus {
	var c assemble.Corpus
	for author, list := range says {
		doc := &entente.Document{ID: entente.DocID(author), Name: author + ".txt"}
		c.Documents = append(c.Documents, doc)
		c.Works = append(c.Works, entente.Work{ID: entente.WorkID("W" + author), Authors: []string{author}, Versions: []entente.Version{{Doc: doc.ID, Name: doc.Name, Role: entente.Original, Sure: 1}}})
		for _, l := range list {
			at := strings.IndexAny(l, "+-")
			claim := &entente.Claim{CauseConcept: entente.ConceptID(l[:at]), EffectConcept: entente.ConceptID(l[at+1:]), Polarity: entente.Plus, Modality: "asserted"}
			if l[at] == '-' {
				claim.Polarity = entente.Minus
			}
			c.Statements = append(c.Statements, entente.Statement{ID: entente.StatementID(author + l), Kind: entente.KindClaim, DocName: doc.Name,
				Span: entente.Span{Doc: doc.ID, Quote: l}, Claim: claim, Rule: "review"})
		}
	}
	return c
}

func ask(t *testing.T, c assemble.Corpus, q pipeline.Question) *pipeline.Reply {
	t.Helper()
	q.From, q.By, q.Members, q.Seed = 2026, 2030, 200, 1
	r, err := pipeline.Ask(context.Background(), c, q, func(entente.ConceptID) map[entente.Lang]string { return nil }, func(string) bool { return true })
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestAuthorsPartWhereTheirLinksDo(t *testing.T) {
	c := claims(map[string][]string{
		"Ann": {"pressure-trust", "trust-autonomy"},
		"Ben": {"pressure+trust"},
		"Cho": {"trade+growth"},
	})
	r := ask(t, c, pipeline.Question{Raise: "pressure", Share: 0.2, Outcomes: []entente.ConceptID{"trust", "autonomy"}})
	want := map[string][2]string{"Ann": {"down", "up"}, "Ben": {"up", ""}, "Cho": {"", ""}}
	for _, v := range r.Authors {
		for i, o := range v.Outcomes {
			if o.Direction != want[v.Voice][i] {
				t.Errorf("%s: %s goes %q, want %q", v.Voice, o.Variable, o.Direction, want[v.Voice][i])
			}
		}
		if len(v.Warnings) == 0 {
			t.Errorf("%s answers from a small map without a warning", v.Voice)
		}
	}
	if len(r.Partings) != 1 || r.Partings[0].Outcome != "trust" || len(r.Partings[0].Over) != 2 {
		t.Errorf("partings are %+v", r.Partings)
	}
	if len(r.Disagreements) != 1 {
		t.Errorf("disagreements are %+v", r.Disagreements)
	}
	for _, s := range r.Whole.Outcomes[1].HangsOn {
		if s.Sentence == nil {
			t.Errorf("link %s has no sentence", s.Link)
		}
	}
}

// The part of the map that a change can reach answers as the whole map does.
func TestWhatTheChangeCannotReachChangesNoAnswer(t *testing.T) {
	q := pipeline.Question{Raise: "pressure", Share: 0.2, Outcomes: []entente.ConceptID{"trust"}}
	small := ask(t, claims(map[string][]string{"Ann": {"pressure-trust"}}), q)
	large := ask(t, claims(map[string][]string{"Ann": {"pressure-trust", "trade+growth", "growth+trade", "trade-pressure"}}), q)
	a, b := small.Whole.Outcomes[0], large.Whole.Outcomes[0]
	if a.Direction != b.Direction || a.Size != b.Size || a.Agree != b.Agree {
		t.Errorf("%+v against %+v", a, b)
	}
}

func TestAQuestionTheMapCannotBeAsked(t *testing.T) {
	c := claims(map[string][]string{"Ann": {"pressure-trust"}})
	for want, q := range map[string]pipeline.Question{
		"no concept \"verse\"": {Raise: "verse", Share: 0.2, From: 2026, By: 2030},
		"cannot be answered":   {Raise: "pressure", Share: 0.2, From: 2026, By: 2050},
		"only an effect":       {Raise: "trust", Share: 0.2, From: 2026, By: 2030},
	} {
		q.Members = 10
		_, err := pipeline.Ask(context.Background(), c, q, func(entente.ConceptID) map[entente.Lang]string { return nil }, func(string) bool { return true })
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error is %v, want %s", err, want)
		}
	}
}
