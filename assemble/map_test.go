package assemble

import (
	"fmt"
	"testing"

	"github.com/ententelab/entente"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func claim(doc string, n int, cause, effect string, sign entente.Sign, modality string) entente.Statement {
	return entente.Statement{
		ID: entente.StatementID(fmt.Sprintf("c-%s-%d", doc, n)), Kind: entente.KindClaim, DocName: doc + ".txt", Rule: "claim/zh/result",
		Span:  entente.Span{Doc: entente.DocID(doc), Start: 10 * n, End: 10*n + 9, Quote: "a quote"},
		Claim: &entente.Claim{CauseConcept: entente.ConceptID(cause), EffectConcept: entente.ConceptID(effect), Polarity: sign, Modality: modality},
	}
}

func oneEach(docs ...string) Corpus {
	var c Corpus
	for _, d := range docs {
		c.Documents = append(c.Documents, &entente.Document{ID: entente.DocID(d), Name: d + ".txt"})
		c.Works = append(c.Works, entente.Work{ID: entente.WorkID("W" + d), Authors: []string{"Author " + d},
			Versions: []entente.Version{{Doc: entente.DocID(d), Role: entente.Original}}})
	}
	return c
}

func TestIndependentWorksRaiseBelief(t *testing.T) {
	c := oneEach("a", "b")
	c.Statements = []entente.Statement{claim("a", 1, "pressure", "trust", entente.Minus, "asserted")}
	one := Map(c).Links[0].Belief
	c.Statements = append(c.Statements, claim("b", 1, "pressure", "trust", entente.Minus, "asserted"))
	m := Map(c)
	if len(m.Links) != 1 || m.Links[0].Belief <= one {
		t.Errorf("two works give %v, one gave %v", m.Links, one)
	}
	c.Statements = append(c.Statements, claim("b", 2, "pressure", "trust", entente.Minus, "denied"))
	if denied := Map(c); denied.Links[0].Belief >= m.Links[0].Belief || len(denied.Disagreements) != 1 {
		t.Errorf("a denial leaves %v", denied)
	}
}

func TestOppositeSignsAreADisagreement(t *testing.T) {
	c := oneEach("a", "b")
	c.Statements = []entente.Statement{
		claim("a", 1, "pressure", "alliance", entente.Minus, "asserted"),
		claim("b", 1, "pressure", "alliance", entente.Plus, "predicted"),
	}
	m := Map(c)
	want := []entente.Disagreement{{Kind: "sign", Cause: "pressure", Effect: "alliance",
		For: []entente.StatementID{"c-b-1"}, Contra: []entente.StatementID{"c-a-1"}}}
	if diff := cmp.Diff(want, m.Disagreements); diff != "" {
		t.Error(diff)
	}
}

func TestOppositeEffectsAreADisagreementBetweenWorks(t *testing.T) {
	c := oneEach("a", "b")
	c.Statements = []entente.Statement{
		claim("a", 1, "minilateral_network", "regional_tension", entente.Plus, "asserted"),
		claim("b", 1, "minilateral_network", "regional_stability", entente.Plus, "asserted"),
	}
	if ds := Map(c).Disagreements; len(ds) != 1 || ds[0].Kind != "opposite" {
		t.Errorf("disagreements are %v", ds)
	}
	c.Statements[1].Doc = "a"
	if ds := Map(c).Disagreements; len(ds) != 0 {
		t.Errorf("one work disagrees with itself: %v", ds)
	}
}

// A repost or a translation of a work changes no belief and adds no link.
func TestACopyIsNotASecondWitness(t *testing.T) {
	concepts := rapid.SampledFrom([]string{"pressure", "trust", "spending", "tension"})
	rapid.Check(t, func(t *rapid.T) {
		c := oneEach("a", "b")
		for i := range rapid.IntRange(1, 12).Draw(t, "claims") {
			doc := rapid.SampledFrom([]string{"a", "b"}).Draw(t, "doc")
			sign := rapid.SampledFrom([]entente.Sign{entente.Plus, entente.Minus}).Draw(t, "sign")
			modality := rapid.SampledFrom([]string{"asserted", "predicted", "intended", "denied"}).Draw(t, "modality")
			c.Statements = append(c.Statements, claim(doc, i, concepts.Draw(t, "cause"), concepts.Draw(t, "effect"), sign, modality))
		}
		before := beliefs(Map(c))

		role := rapid.SampledFrom([]entente.Role{entente.Repost, entente.Translation, entente.Excerpt}).Draw(t, "role")
		c.Documents = append(c.Documents, &entente.Document{ID: "copy", Name: "copy.txt"})
		c.Works[0].Versions = append(c.Works[0].Versions, entente.Version{Doc: "copy", Role: role})
		for _, st := range c.Statements {
			if st.Doc == "a" {
				st.Doc, st.ID = "copy", "copy-"+st.ID
				c.Statements = append(c.Statements, st)
			}
		}
		if diff := cmp.Diff(before, beliefs(Map(c))); diff != "" {
			t.Fatal(diff)
		}
	})
}

func beliefs(m entente.Map) map[entente.LinkID]float64 {
	out := map[entente.LinkID]float64{}
	for _, l := range m.Links {
		out[l.ID] = l.Belief
	}
	return out
}

func TestLedgerJoinsMentionsOfOneDemand(t *testing.T) {
	demand := func(doc string, n int) []entente.Statement {
		v := 3.5
		span := entente.Span{Doc: entente.DocID(doc), Start: n, End: n + 30, Quote: "In July Washington asked Tokyo for 3.5 per cent."}
		mention := entente.Span{Doc: span.Doc, Start: n + 8, End: n + 29}
		return []entente.Statement{
			{ID: entente.StatementID("p" + doc), Kind: entente.KindPosition, Span: span, Mention: mention, DocName: doc,
				Position: &entente.Position{Speaker: []entente.ActorID{"USA"}, Addressee: []entente.ActorID{"JPN"}, Stance: "demand", Date: "2025-07"}},
			{ID: entente.StatementID("f" + doc), Kind: entente.KindFigure, Span: span, Mention: mention, DocName: doc,
				Figure: &entente.Figure{Value: &v, Unit: "%GDP", Class: "substantive", Status: "demanded", Date: "2025-07"}},
		}
	}
	c := oneEach("a", "b")
	c.Statements = append(demand("a", 5), demand("b", 70)...)
	entries := Ledger(c)
	if len(entries) != 1 || entries[0].Works != 2 || entries[0].Amount() != "3.5 %GDP" {
		t.Errorf("ledger is %+v", entries)
	}
}
