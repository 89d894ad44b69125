package score

import (
	"testing"
	"testing/fstest"

	"github.com/ententelab/entente"
)

func gold(t *testing.T) *Gold {
	t.Helper()
	g, err := Load(fstest.MapFS{
		"docs.json":       {Data: []byte(`{"D": {"file": "a.txt", "annotated": ["position", "figure"]}}`)},
		"positions.jsonl": {Data: []byte(`{"id":"p1","doc":"D","start":0,"end":59,"speaker":["USA"],"stance":"demand"}` + "\n" + `{"id":"p2","doc":"D","start":60,"end":80,"speaker":["JPN"],"stance":"refuse","optional":true}` + "\n")},
		"figures.jsonl":   {Data: []byte(`{"id":"f1","doc":"D","start":0,"end":59,"mention_start":40,"mention_end":51,"value":3.5,"unit":"%GDP","holder":["JPN"],"status":"demanded"}`)},
	})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func position(start, end int, speaker entente.ActorID, stance string) entente.Statement {
	return entente.Statement{Kind: entente.KindPosition, DocName: "a.txt", Span: entente.Span{Start: start, End: end}, Rule: "position/en/demand",
		Position: &entente.Position{Speaker: []entente.ActorID{speaker}, Stance: stance}}
}

func figure(value float64, unit, status string) entente.Statement {
	return entente.Statement{Kind: entente.KindFigure, DocName: "a.txt", Span: entente.Span{End: 59}, Mention: entente.Span{Start: 40, End: 51},
		Figure: &entente.Figure{Value: &value, Unit: unit, Status: status, Class: "substantive", Holder: []entente.ActorID{"JPN"}}}
}

func TestLevels(t *testing.T) {
	for _, tt := range []struct {
		name            string
		statement       entente.Statement
		lenient, strict float64 // precision
	}{
		{"right", position(0, 59, "USA/Donald Trump", "demand"), 1, 1},
		{"another stance", position(0, 59, "USA", "propose"), 1, 0},
		{"another speaker", position(0, 59, "CHN", "demand"), 0, 0},
		{"another place", position(200, 240, "USA", "demand"), 0, 0},
		{"right figure", figure(3.5, "%GDP", "demanded"), 1, 1},
		{"a level, not a demand", figure(3.5, "%GDP", "actual"), 1, 0},
		{"another value", figure(5, "%GDP", "demanded"), 0, 0},
		{"another unit", figure(3.5, "%", "demanded"), 0, 0},
	} {
		rep := Compare(gold(t), []entente.Statement{tt.statement}, func(string) entente.Lang { return "en" })
		for _, r := range rep.Rows {
			want := map[string]float64{"lenient": tt.lenient, "strict": tt.strict}[r.Level]
			if r.Kind == tt.statement.Kind && r.Doc == "all" && r.Precision != want {
				t.Errorf("%s: %s precision %v, want %v", tt.name, r.Level, r.Precision, want)
			}
		}
	}
}

func TestWhatAnOptionalRecordCoversIsNotCounted(t *testing.T) {
	rep := Compare(gold(t), []entente.Statement{position(60, 80, "JPN", "refuse"), position(0, 59, "USA", "demand"), position(0, 59, "USA", "demand")}, func(string) entente.Lang { return "en" })
	for _, r := range rep.Rows {
		if r.Kind == entente.KindPosition && r.Doc == "all" && (r.Found != 2 || r.Hits != 1) {
			t.Errorf("%+v: the optional one should not count, the second mention should be a false alarm", r)
		}
	}
	if len(rep.Errors) != 2 { // the double, and the figure that was missed
		t.Errorf("errors %+v", rep.Errors)
	}
}

func TestLoadNamesFileAndLine(t *testing.T) {
	_, err := Load(fstest.MapFS{"docs.json": {Data: []byte("{}")}, "events.jsonl": {Data: []byte("{}\n{\"date\": 3}\n")}})
	if err == nil || err.Error()[:14] != "events.jsonl:2" {
		t.Errorf("error is %v", err)
	}
}
