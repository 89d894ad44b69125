package assemble_test

import (
	"testing"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/assemble"
)

// words and deeds of one work, about what their quotes begin with.
func deedsCorpus(sts ...entente.Statement) (assemble.Corpus, assemble.Subjects) {
	doc := &entente.Document{ID: "d", Name: "d.txt"}
	for i := range sts {
		s := &sts[i]
		s.ID, s.Doc, s.DocName, s.Start = entente.StatementID(s.Quote), doc.ID, doc.Name, i*100
	}
	c := assemble.Corpus{Documents: []*entente.Document{doc}, Statements: sts,
		Works: []entente.Work{{ID: "W", Versions: []entente.Version{{Doc: doc.ID, Name: doc.Name, Role: entente.Original}}}}}
	return c, func(s *entente.Statement) []string { return []string{s.Quote[:5]} }
}

func promised(quote, date string, value float64) entente.Statement {
	f := &entente.Figure{Value: &value, Unit: "%GDP", Class: "substantive", Holder: []entente.ActorID{"JPN"}, Status: "planned", Date: date}
	return entente.Statement{Kind: entente.KindFigure, Span: entente.Span{Quote: quote}, Figure: f}
}

func reported(quote, date string, value float64) entente.Statement {
	s := promised(quote, date, value)
	s.Figure.Status = "actual"
	return s
}

func done(quote, date, action string, actors ...entente.ActorID) entente.Statement {
	return entente.Statement{Kind: entente.KindEvent, Span: entente.Span{Quote: quote},
		Event: &entente.Event{Date: date, Action: action, Actors: actors, Realis: "actual"}}
}

func TestWordsAgainstDeeds(t *testing.T) {
	word := promised("spend: 2 by 2027", "2022-12", 2)
	for name, test := range map[string]struct {
		deed   entente.Statement
		record []assemble.Series
		want   string
		deeds  int
	}{
		"as much as promised":     {deed: reported("spend: 2 now", "2025", 2), want: assemble.Reached, deeds: 1},
		"less than promised":      {deed: reported("spend: 1.4 now", "2024", 1.4), want: assemble.Below, deeds: 1},
		"before the promise":      {deed: reported("spend: 2 then", "2021", 2), want: assemble.Silent},
		"of something else":       {deed: reported("troop: 2", "2025", 2), want: assemble.Silent},
		"a law":                   {deed: done("spend: a budget", "2025-12-16", "legislate", "JPN/Diet"), want: assemble.Acted, deeds: 1},
		"words again":             {deed: done("spend: said again", "2025-12-16", "state", "JPN"), want: assemble.Silent},
		"by somebody else":        {deed: done("spend: a budget", "2025-12-16", "legislate", "KOR"), want: assemble.Silent},
		"with those not promised": {deed: done("spend: a pact", "2025-12-16", "agree", "JPN", "AUS"), want: assemble.Silent},
		"the record": {deed: reported("other", "2025", 1), want: assemble.Below, deeds: 2,
			record: []assemble.Series{{Of: "JPN", Unit: "%GDP", Points: [][2]float64{{2022, 1.1}, {2023, 1.2}, {2024, 1.4}}}}},
	} {
		c, about := deedsCorpus(word, test.deed)
		got := assemble.Promises(c, assemble.Ledger(c), about, test.record)
		if len(got) != 1 || got[0].Outcome != test.want || len(got[0].Deeds) != test.deeds {
			t.Errorf("%s: %+v, want %s with %d deeds", name, got, test.want, test.deeds)
		}
	}
}
