package extract

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
	"github.com/ententelab/entente/read"
)

// A speech that accuses another state oftener than it names its own still speaks for
// its own, an essay for its writer; titles without an article stand between a subject and its
// verb.
func TestWhoSpeaksAndActs(t *testing.T) {
	tests := []struct {
		name, text string
		kind       entente.Kind
		want       []entente.ActorID
	}{
		{"we of a speech", "We honor this assembly. In the United States, we built new ships. We know what China did. We saw China close its ports. We will answer China. The United States keeps its word. We reject China's claims.",
			entente.KindPosition, []entente.ActorID{"USA"}},
		{"title between subject and verb", "Pete Hegseth, U.S. Secretary of War, hosted the Right Honourable Richard Marles, Australian Deputy Prime Minister, on 9 December 2025.",
			entente.KindEvent, []entente.ActorID{"USA/Pete Hegseth", "AUS/Richard Marles"}},
		{"we of an essay in English", "What they forget\n\nThe writer was an official of Japan's defence ministry.\n\nWe welcomed the tariff deal. We support the talks in Washington. We demand more of America. We reject what America says of us. America has the ships, and America sends us the bill.",
			entente.KindPosition, []entente.ActorID{"author"}},
		{"we of an essay whose writer is told in brackets", "What they forget\n\nWe welcomed the tariff deal. We support the talks in Washington. We demand more of America. We reject what America says of us. America has the ships, and America sends us the bill.\n\n(The writer was an official of Japan's defence ministry.)",
			entente.KindPosition, []entente.ActorID{"author"}},
		{"we of an essay on a chairman", "私たちは米国に説明を求める。私たちは増税に反対する。米国の統合参謀本部議長は東京を訪れた。私たちは米国の要求を拒否する。米国の艦船は横須賀にある。",
			entente.KindPosition, []entente.ActorID{"author"}},
		{"we of an essay in Chinese", "我们要求日本正视历史。我们反对日本扩军。我们认为日本应当反省。日本今年又增加了防务预算。日本的邻国都在看着日本。",
			entente.KindPosition, []entente.ActorID{"author"}},
		{"we of a speech in Chinese", "各位同事，日本坚持和平道路。我们要求安理会尽快改革。我们反对以武力改变现状。日本愿同各国合作，日本将继续承担责任。",
			entente.KindPosition, []entente.ActorID{"JPN"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			docs, err := read.Read("speech.txt", []byte(tt.text))
			if err != nil {
				t.Fatal(err)
			}
			found := 0
			for _, st := range Statements(docs[0], lexicon.Default()) {
				if st.Kind != tt.kind {
					continue
				}
				found++
				if got := actorsOf(st); !slices.Equal(got, tt.want) {
					t.Errorf("%q: actors %v, want %v", st.Quote, got, tt.want)
				}
			}
			if found == 0 {
				t.Errorf("no %s read", tt.kind)
			}
		})
	}
}

func actorsOf(st entente.Statement) []entente.ActorID {
	if st.Event != nil {
		return st.Event.Actors
	}
	return st.Position.Speaker
}

// Each speech in the general debate of the United Nations is of the state its file is
// named for, or of nobody the program is sure of.
func TestWhoSaysWeInTheGeneralDebate(t *testing.T) {
	root := cmp.Or(os.Getenv("ENTENTE_SHARED"), filepath.Join("..", "..", "shared"))
	files, _ := filepath.Glob(filepath.Join(root, "documents", "unga-general-debate-*.txt"))
	if len(files) == 0 {
		t.Skipf("SKIPPED: no speeches under %s; set ENTENTE_SHARED", root)
	}
	known := 0
	for _, name := range files {
		want := entente.ActorID(strings.ToUpper(strings.Split(filepath.Base(name), "-")[3]))
		if we := newPassage(readDoc(t, name), lexicon.Default()).we; we != nil {
			known++
			if !slices.Equal(we, []entente.ActorID{want}) {
				t.Errorf("%s: we are %v", filepath.Base(name), we)
			}
		}
	}
	if 4*known < 3*len(files) {
		t.Errorf("who speaks is known in %d of %d speeches", known, len(files))
	}
}
