package assemble

import (
	"testing"

	"github.com/ententelab/entente"
)

// "The share is 2 percent; it should be 3": what was asked for is 3.
func TestTheAmountOfADemandIsWhatIsDemanded(t *testing.T) {
	figure := func(id string, at int, v float64, status string) *entente.Statement {
		return &entente.Statement{ID: entente.StatementID(id), Kind: entente.KindFigure, Mention: entente.Span{Start: at, End: at + 2},
			Figure: &entente.Figure{Value: &v, Unit: "%GDP", Class: "substantive", Status: status}}
	}
	demand := &entente.Statement{Kind: entente.KindPosition, Mention: entente.Span{Start: 0, End: 40}, Position: &entente.Position{Stance: "demand"}}
	for _, test := range []struct {
		name    string
		figures []*entente.Statement
		want    float64
	}{
		{"the status decides", []*entente.Statement{figure("a", 10, 2, "actual"), figure("b", 30, 3, "demanded")}, 3},
		{"or else the first", []*entente.Statement{figure("a", 10, 2, "actual"), figure("b", 30, 3, "actual")}, 2},
		{"what is the case comes last", []*entente.Statement{figure("a", 10, 2, "actual"), figure("b", 60, 3, "demanded")}, 3},
		{"inside before behind", []*entente.Statement{figure("a", 10, 2, "estimate"), figure("b", 60, 3, "demanded")}, 2},
		{"behind, if none is inside", []*entente.Statement{figure("b", 60, 3, "demanded")}, 3},
	} {
		s := &sentenceFigures{list: test.figures, taken: map[entente.StatementID]bool{}}
		if got := s.amountOf(demand); got == nil || *got.Figure.Value != test.want {
			t.Errorf("%s: %+v", test.name, got)
		}
	}
}
