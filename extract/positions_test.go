package extract

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

// paragraph is a document of one paragraph, a sentence per line.
func paragraph(lang entente.Lang, script entente.Script, text string) *entente.Document {
	doc := &entente.Document{ID: entente.NewDocID([]byte(text)), Name: "case.txt", Lang: lang, Script: script, Text: text}
	at := 0
	for line := range strings.Lines(text) {
		n := len([]rune(line))
		if body := len([]rune(strings.TrimSpace(line))); body > 0 {
			doc.Sentences = append(doc.Sentences, entente.Sentence{Start: at, End: at + body})
		}
		at += n
	}
	doc.Paragraphs = []entente.Paragraph{{Start: 0, End: at, Section: -1, Number: 1}}
	return doc
}

func join(list []entente.ActorID) string {
	var out []string
	for _, a := range list {
		out = append(out, string(a))
	}
	return strings.Join(out, ",")
}

func TestPositions(t *testing.T) {
	data, err := os.ReadFile("testdata/positions.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Lang, Script, Note, Text string
		Want                     []string
	}
	if err := yaml.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		p := newPassage(paragraph(entente.Lang(c.Lang), entente.Script(c.Script), c.Text), lexicon.Default())
		got := []string{}
		for i := range p.sentences {
			for _, st := range p.positions(&p.sentences[i]) {
				if !st.Mention.In(p.doc) || !st.Span.In(p.doc) || !st.Mention.Within(st.Span) {
					t.Errorf("mention %q is not at its place", st.Mention.Quote)
				}
				got = append(got, fmt.Sprintf("%s -> %s %s | %s", join(st.Position.Speaker), join(st.Position.Addressee), st.Position.Stance, st.Mention.Quote))
			}
		}
		if diff := cmp.Diff(c.Want, got); diff != "" {
			t.Errorf("%s\n%s(-want +got)\n%s", c.Note, c.Text, diff)
		}
	}
}

// TestPolls checks the words of polls: every list has a known name, and every word
// tells one stance.
func TestPolls(t *testing.T) {
	var data map[entente.Lang]map[string][]string
	if err := yaml.Unmarshal(pollsYAML, &data); err != nil {
		t.Fatal(err)
	}
	for _, lang := range []entente.Lang{entente.Chinese, entente.English, entente.Japanese, entente.Korean} {
		tells := map[string]string{}
		for name, words := range data[lang] {
			if !slices.Contains([]string{"polls", "people", "holders", "tell"}, name) && !slices.Contains(pollStances, name) {
				t.Errorf("%s: unknown list %s", lang, name)
			}
			for _, w := range words {
				if other, twice := tells[w]; twice && slices.Contains(pollStances, name) && slices.Contains(pollStances, other) {
					t.Errorf("%s: %s tells %s and %s", lang, w, name, other)
				}
				tells[w] = name
			}
		}
		if len(tells) < 20 {
			t.Errorf("%s: %d words", lang, len(tells))
		}
	}
}
