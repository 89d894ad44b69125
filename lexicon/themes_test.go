package lexicon

import (
	"strings"
	"testing"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/fold"
)

// weighedPhrase is what a phrase in a sentence is about, with what else it may be.
func weighedPhrase(t *testing.T, sentence, phrase string) (Facets, Phrase, Grounding) {
	t.Helper()
	text := []rune(fold.String(sentence))
	before, _, ok := strings.Cut(string(text), fold.String(phrase))
	if !ok {
		t.Fatalf("%q is not in %q", phrase, sentence)
	}
	start := len([]rune(before))
	p := Phrase{Start: start, End: start + len([]rune(phrase)), To: len(text), Role: Effect}
	f := Default().Facets(text, entente.English)
	return f, p, f.Ground(p)
}

// What a text keeps coming back to decides what its words leave open, and nothing that
// they say plainly.
func TestThemes(t *testing.T) {
	tariffs, deterrence := &Themes{}, &Themes{}
	for range 4 {
		_, _, g := weighedPhrase(t, "The president imposed new tariffs on Japanese cars.", "imposed new tariffs on Japanese cars")
		tariffs.Add(&g)
		_, _, g = weighedPhrase(t, "This strengthened extended deterrence.", "strengthened extended deterrence")
		deterrence.Add(&g)
	}
	share := func(sentence, phrase string, rest *Themes, id entente.ConceptID) float64 {
		_, _, g := weighedPhrase(t, sentence, phrase)
		w := loadWeights()
		for _, c := range w.leaning(g.may, rest) {
			if c.share > 0 && w.Concepts[c.number] == id {
				return float64(c.share)
			}
		}
		return 0
	}
	const open = "It made the threat more costly."
	if a, b := share(open, "the threat", tariffs, "tariff_pressure"), share(open, "the threat", deterrence, "tariff_pressure"); a <= b {
		t.Errorf("a threat is about tariffs with %.3f in a text on tariffs, with %.3f in one on deterrence", a, b)
	}
	f, p, g := weighedPhrase(t, "This strengthened extended deterrence.", "strengthened extended deterrence")
	if got := f.Amid(p, g, tariffs).Concept; got != "deterrence" {
		t.Errorf("in a text on tariffs, strengthened deterrence is about %s", got)
	}
	if got := f.Amid(p, g, nil); got != g {
		t.Errorf("without themes a grounding changes: %+v", got)
	}
}

// What is counted and taken back leaves nothing.
func TestThemesTakeBack(t *testing.T) {
	themes := &Themes{}
	var all []Grounding
	for _, phrase := range []string{"extended deterrence", "tariffs on cars", "fear of abandonment", "the bill"} {
		_, _, g := weighedPhrase(t, "They speak of "+phrase+".", phrase)
		themes.Add(&g)
		all = append(all, g)
	}
	for i := range all {
		themes.Take(&all[i])
	}
	if *themes != (Themes{}) {
		t.Errorf("left: %+v", themes)
	}
}
