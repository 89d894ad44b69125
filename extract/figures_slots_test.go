package extract

import (
	"cmp"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"github.com/ententelab/entente/lexicon"
	"github.com/ententelab/entente/read"
)

// TestFigureSlots reads the sentences in the files of testdata, each a paragraph
// behind the opening of its language, and looks among their figures for the one
// wanted: value, unit, status, states that hold it; or for none at all.
func TestFigureSlots(t *testing.T) {
	for _, name := range []string{"testdata/figures.yaml", "testdata/figures_scope.yaml", "testdata/figures_context.yaml"} {
		t.Run(name, func(t *testing.T) { figureSlots(t, name) })
	}
}

func figureSlots(t *testing.T, name string) {
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var languages []struct {
		Lang, Opening string
		Cases         []struct{ Text, Want string }
	}
	if err := yaml.Unmarshal(data, &languages); err != nil {
		t.Fatal(err)
	}
	for _, l := range languages {
		for _, c := range l.Cases {
			docs, err := read.Read("case."+l.Lang+".txt", []byte(l.Opening+"\n\n"+c.Text+"\n"))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, st := range Statements(docs[0], lexicon.Default()) {
				if f := st.Figure; f != nil && f.Class == "substantive" && f.Value != nil && strings.Contains(c.Text, st.Quote) {
					got = append(got, fmt.Sprintf("%g %s %s %s", *f.Value, f.Unit, f.Status, cmp.Or(join(statesOf(f.Holder)), "group")))
				}
			}
			if found := strings.Join(got, "; "); c.Want == "" && found != "" || !strings.Contains(found+";", c.Want) {
				t.Errorf("%s\n got %s\nwant %s", c.Text, found, c.Want)
			}
		}
	}
}
