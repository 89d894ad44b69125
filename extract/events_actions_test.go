package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ententelab/entente/lexicon"
	"github.com/ententelab/entente/read"
)

// What happens, and when: the verb behind its date, what those did who met, what
// somebody said that another should do, what two states revise, a week of a month.
func TestEventActions(t *testing.T) {
	openings := map[string]string{
		"en": "The allies had much to speak about in those years, and little time for it, as officials of both recalled.\n",
		"ja": "日米両国の防衛協力をめぐる議論は、この数年、両国の当局者の間で続いている。\n",
	}
	for _, c := range []struct{ lang, text, want string }{
		{"en", "The Japanese cabinet on December 26, 2025 approved the budget.", "approve 2025-12-26"},
		{"en", "The Quad's ministers met in Washington on July 1, 2025, and launched a minerals initiative.", "consult 2025-07-01, found 2025-07-01"},
		{"en", "In June 2025, the Pentagon said that Asian allies should spend more.", "demand 2025-06"},
		{"en", "In June 2025, the Pentagon said that Asian allies would not need to spend more.", "state 2025-06"},
		{"en", "Japan and the United States adopted Guidelines for Defense Cooperation in 1978.", "agree 1978"},
		{"en", "The Japanese cabinet adopted a National Security Strategy in December 2022.", "approve 2022-12"},
		{"en", "Elbridge Colby toured Seoul and Tokyo in the last week of January 2026.", "visit 2026-01"},
		{"en", "On 7 April 2024 ships of Japan and the Philippines carried out their first joint maritime activity inside Philippine waters.", "exercise 2024-04-07"},
		{"ja", "防衛省は2025年4月に司令部新設経費を計上した。", ""},
		{"ja", "防衛省は2025年4月に司令部を新設した。", "found 2025-04"},
	} {
		docs, err := read.Read("a."+c.lang+".txt", []byte(openings[c.lang]+c.text+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, st := range Statements(docs[0], lexicon.Default()) {
			if st.Event != nil {
				got = append(got, st.Event.Action+" "+st.Event.Date)
			}
		}
		if diff := cmp.Diff(c.want, strings.Join(got, ", ")); diff != "" {
			t.Errorf("%s\n(-want +got)\n%s", c.text, diff)
		}
	}
}
