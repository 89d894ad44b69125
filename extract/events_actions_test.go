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
	const opening = "The allies had much to speak about in those years, and little time for it, as officials of both recalled.\n"
	for _, c := range []struct{ text, want string }{
		{"The Japanese cabinet on December 26, 2025 approved the budget.", "approve 2025-12-26"},
		{"The Quad's ministers met in Washington on July 1, 2025, and launched a minerals initiative.", "consult 2025-07-01, found 2025-07-01"},
		{"In June 2025, the Pentagon said that Asian allies should spend more.", "demand 2025-06"},
		{"In June 2025, the Pentagon said that Asian allies would not need to spend more.", "state 2025-06"},
		{"Japan and the United States adopted Guidelines for Defense Cooperation in 1978.", "agree 1978"},
		{"The Japanese cabinet adopted a National Security Strategy in December 2022.", "approve 2022-12"},
		{"Elbridge Colby toured Seoul and Tokyo in the last week of January 2026.", "visit 2026-01"},
	} {
		docs, err := read.Read("a.en.txt", []byte(opening+c.text+" So it was.\n"))
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
