package lexicon

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/ententelab/entente"
)

func TestVocabulary(t *testing.T) {
	v, err := parseVocabulary(conceptsYAML)
	if err != nil {
		t.Fatal(err)
	}
	if len(v.entries) < 100 {
		t.Errorf("%d concepts", len(v.entries))
	}
	for i, e := range v.entries {
		if e.Group == "" || e.Names["zh-Hans"] == "" || e.Names["en"] == "" {
			t.Errorf("%s: group or name missing: %+v", e.ID, e)
		}
		if !slices.ContainsFunc(v.patterns, func(p facetPattern) bool { return p.concept == i }) {
			t.Errorf("%s: nothing to find it by", e.ID)
		}
	}
}

func TestGround(t *testing.T) {
	for _, c := range []struct {
		lang   entente.Lang
		phrase string
		want   entente.ConceptID
		sign   entente.Sign
	}{
		{"zh", "日本大幅增加防卫费", "japan_defense_spending", 1},
		{"zh", "首爾對美國的信任下降", "trust_in_us", -1},
		{"zh", "东京不再相信美国的承诺", "trust_in_us", -1},
		{"zh", "地区军备竞赛", "arms_race", 1},
		{"zh", "減少對美國的依賴", "japan_dependence", -1},
		{"en", "Tokyo's defense budget", "japan_defense_spending", 1},
		{"en", "the erosion of the rules-based order", "order_erosion", 1},
		{"en", "an arms race in the region", "arms_race", 1},
		{"ja", "日本の防衛費の増加", "japan_defense_spending", 1},
		{"ko", "일본의 방위비 증가", "japan_defense_spending", 1},
		{"en", "the weather in spring", "", 1},
		{"zh", "春天的天气", "", 1},
	} {
		got := (&Lexicon{}).Ground(c.phrase, c.lang)
		if got.Concept != c.want || got.Sign != c.sign {
			t.Errorf("%s: %+v, want %s %s", c.phrase, got, c.want, c.sign)
		}
	}
}

// TestPhrases holds grounding to what a reader of policy texts would say of
// phrases of our own writing: testdata/phrases.tsv. A phrase alone does not always
// tell; of six hundred a few may be missed.
func TestPhrases(t *testing.T) {
	data, err := os.ReadFile("testdata/phrases.tsv")
	if err != nil {
		t.Fatal(err)
	}
	const mayMiss = 15 // of some 600: sentences weigh more, and call a missile test a build-up
	var missed []string
	for line := range strings.Lines(string(data)) {
		c := strings.Split(strings.TrimSpace(line), "\t")
		if len(c) != 4 {
			continue
		}
		got := (&Lexicon{}).Ground(c[1], entente.Lang(c[0]))
		if string(got.Concept) != c[2] || got.Sign.String() != c[3] {
			missed = append(missed, fmt.Sprintf("%s: %s %s, want %s %s", c[1], got.Concept, got.Sign, c[2], c[3]))
		}
	}
	if len(missed) > mayMiss {
		t.Errorf("missed:\n%s", strings.Join(missed, "\n"))
	}
}

func BenchmarkVocabulary(b *testing.B) {
	for range b.N {
		if _, err := parseVocabulary(conceptsYAML); err != nil {
			b.Fatal(err)
		}
	}
}
