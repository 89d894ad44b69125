package entente_test

import (
	"encoding/json"
	"testing"

	"github.com/ententelab/entente"
	"github.com/google/go-cmp/cmp"
)

func TestStatementJSONRoundTrip(t *testing.T) {
	doc := &entente.Document{ID: "d1", Name: "a.txt", Text: "Tokyo was asked for 3.5% <now>, and so trust fell①."}
	value := 3.5
	base := func(kind entente.Kind) entente.Statement {
		return entente.Statement{ID: "s1", Kind: kind, DocName: doc.Name, Span: doc.Span(0, 30), Mention: doc.Span(10, 24), Rule: "r", Section: "2(1)", Paragraph: 3}
	}
	figure, event, position, claim, institution, note := base(entente.KindFigure), base(entente.KindEvent), base(entente.KindPosition), base(entente.KindClaim), base(entente.KindInstitution), base(entente.KindNote)
	figure.Figure = &entente.Figure{Value: &value, Unit: "%GDP", Class: "substantive", Holder: []entente.ActorID{"JPN"}, Status: "demanded"}
	event.Event = &entente.Event{Date: "2025-07", Precision: "month", Action: "demand", Realis: "actual"}
	position.Position = &entente.Position{Speaker: []entente.ActorID{"USA/Pete Hegseth"}, Stance: "demand", Voice: "reported"}
	claim.Claim = &entente.Claim{Effect: doc.Span(32, 49), EffectConcept: "trust_in_us", Polarity: entente.Minus, Modality: "asserted"}
	institution.Institution = &entente.InstitutionMention{Name: doc.Span(0, 5), Kind: "forum", Members: []string{"JPN"}}
	note.Note = &entente.Note{Marker: "①", Anchor: 49, Start: 0, End: 30, Text: "see there"}
	for _, want := range []entente.Statement{figure, event, position, claim, institution, note} {
		line, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got entente.Statement
		if err := json.Unmarshal(line, &got); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		got.Rebind(doc.ID)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", want.Kind, diff)
		}
	}
}
