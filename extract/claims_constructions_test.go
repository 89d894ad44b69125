package extract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

// TestConstructions reads testdata/constructions: in each way in which a language says
// that one thing leads to another, the sentence has a claim with that cause and effect.
// What they are about, and with which sign, is learned and tested elsewhere.
func TestConstructions(t *testing.T) {
	files, err := filepath.Glob("testdata/constructions/*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatal("no sentences", err)
	}
	for _, file := range files {
		lang := entente.Lang(strings.TrimSuffix(filepath.Base(file), ".tsv"))
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var text, want []string
		for line := range strings.Lines(string(data)) {
			if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
				continue
			}
			cells := strings.Split(line, "\t")
			if len(cells) != 3 {
				t.Fatalf("%s: not a sentence, a cause and an effect: %s", file, line)
			}
			text, want = append(text, cells[0]), append(want, cells[1]+" => "+cells[2])
		}
		found := map[string]bool{}
		p := newPassage(linesDocument(lang, strings.Join(text, "\n")+"\n"), lexicon.Default())
		for _, st := range p.claims(unguarded) {
			found[st.Quote+"|"+st.Claim.Cause.Quote+" => "+st.Claim.Effect.Quote] = true
		}
		for i := range text {
			if !found[text[i]+"|"+want[i]] {
				t.Errorf("%s: %s\nhas no claim %s", file, text[i], want[i])
			}
		}
	}
}
