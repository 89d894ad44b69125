package extract

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
	"github.com/ententelab/entente/read"
)

// Who does what happens: the agent wherever the date stands, the parties in a meeting's
// own name, whom somebody thanks, and else the subject.
func TestEventActors(t *testing.T) {
	for _, c := range []struct{ file, text, want string }{
		{"a.en.txt", "On 23 September 2017 the scheme was launched by Prime Minister Modi, and Japan took note.", "IND/Narendra Modi"},
		{"a.en.txt", "The scheme was launched by Prime Minister Modi on 23 September 2017.", "IND/Narendra Modi"},
		{"a.en.txt", "Japan appreciates the Security Council's unanimous adoption, on 11 September 2017, of a resolution.", "ORG/UN Security Council"},
		{"a.en.txt", "Japan commends Singapore for its hosting of the East Asia Summit in November 2017.", "SGP"},
		{"a.en.txt", "Relations are good, and trade has grown. Japan hosted talks with Korea on 3 November 2017.", "JPN,KOR"},
		{"a.zh-Hant.txt", "中國的軍事恫嚇引發關切。2024年4月10日舉行的美英外長會談重申台海和平的重要性。", "USA,GBR"},
		{"a.ja.txt", "中谷防衛相は、2025年2月7日の日米首脳会談を高く評価した。", "JPN,USA"},
	} {
		docs, err := read.Read(c.file, []byte(c.text+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		var got []entente.ActorID
		for _, st := range Statements(docs[0], lexicon.Default()) {
			if st.Event != nil {
				got = st.Event.Actors
				break
			}
		}
		if diff := cmp.Diff(c.want, join(got)); diff != "" {
			t.Errorf("%s\n(-want +got)\n%s", c.text, diff)
		}
	}
}
