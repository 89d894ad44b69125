package assemble_test

import (
	"testing"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/assemble"
)

func TestPhrasesWithoutAConceptAreOffered(t *testing.T) {
	var c assemble.Corpus
	for i, says := range []string{"fisheries quotas", "the fisheries quotas of the two states", "shrine visits", "fisheries quotas"} {
		d := &entente.Document{ID: entente.DocID(rune('a' + i)), Lang: entente.English}
		c.Documents = append(c.Documents, d)
		c.Works = append(c.Works, entente.Work{ID: entente.WorkID(d.ID), Versions: []entente.Version{{Doc: d.ID, Role: entente.Original}}})
		c.Statements = append(c.Statements, entente.Statement{ID: entente.StatementID(d.ID), Kind: entente.KindClaim, Span: entente.Span{Doc: d.ID},
			Claim: &entente.Claim{Cause: entente.Span{Quote: says}, Effect: entente.Span{Quote: "trust"}, EffectConcept: "trust_in_us"}})
	}
	got := assemble.Offers(c)
	if len(got) != 2 || got[0].Name != "fisheries quotas" || got[0].Works != 3 || len(got[0].Phrases) != 2 || len(got[0].Statements) != 3 {
		t.Errorf("offers are %+v", got)
	}
	c.Works = []entente.Work{{ID: "W", Versions: []entente.Version{{Doc: c.Documents[0].ID, Role: entente.Original}, {Doc: c.Documents[1].ID, Role: entente.Repost},
		{Doc: c.Documents[2].ID, Role: entente.Repost}, {Doc: c.Documents[3].ID, Role: entente.Repost}}}}
	if got := assemble.Offers(c); len(got) != 1 || got[0].Works != 1 {
		t.Errorf("copies offer %+v", got)
	}
}
