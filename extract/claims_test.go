package extract

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

var updateClaims = flag.Bool("update-claims", false, "write the claims found into testdata/claims")

// TestClaims reads testdata/claims/LANG.txtar: each file of an archive is a
// passage of our own writing, one sentence a line, then a line of dashes, then
// the claims wanted:
//
//	cause => effect | cause_concept +/- effect_concept | modality relation
func TestClaims(t *testing.T) {
	files, err := filepath.Glob("testdata/claims/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		lang, _, _ := strings.Cut(filepath.Base(file), ".")
		lang, _, _ = strings.Cut(lang, "_")
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, f := range archive.Files {
			text, want, _ := strings.Cut(string(f.Data), "----\n")
			got := claimLines(entente.Lang(lang), text)
			if *updateClaims {
				archive.Files[i].Data = []byte(text + "----\n" + got)
				continue
			}
			if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")); diff != "" {
				t.Errorf("%s: %s\n%s%s", file, f.Name, text, diff)
			}
		}
		if *updateClaims {
			if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// claimLines reads a text, one sentence a line, and returns its claims as the
// cases write them.
func claimLines(lang entente.Lang, text string) string {
	var b strings.Builder
	p := newPassage(linesDocument(lang, text), lexicon.Default())
	for _, s := range p.claims(unguarded) {
		c := s.Claim
		fmt.Fprintf(&b, "%s => %s | %s %s %s | %s %s\n", c.Cause.Quote, c.Effect.Quote,
			c.CauseConcept, c.Polarity, c.EffectConcept, c.Modality, c.Relation)
	}
	return b.String()
}

// linesDocument is a document of one paragraph; a line that starts with # is a
// heading.
func linesDocument(lang entente.Lang, text string) *entente.Document {
	doc := &entente.Document{ID: "test", Name: "test.txt", Lang: lang, Text: text}
	doc.Paragraphs = []entente.Paragraph{{End: len([]rune(text)), Section: -1, Number: 1}}
	at := 0
	for line := range strings.Lines(text) {
		n := len([]rune(line))
		start, end := at, at+n-1
		heading := strings.HasPrefix(line, "# ")
		if heading {
			start += 2
		}
		doc.Sentences = append(doc.Sentences, entente.Sentence{Start: start, End: end, Heading: heading})
		at += n
	}
	return doc
}

func TestClaimCues(t *testing.T) {
	for name, data := range map[string][]byte{"zh": claimsZH, "en": claimsEN, "ja": claimsJA, "ko": claimsKO} {
		if _, err := parseLinkWords(data); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	zhClassesOnce()
	zhNounsOnce()
	zhTurnsOnce()
	enClassesOnce()
	lastClassesJA()
	lastClassesKO()
}

// FuzzClaims: no text makes the rules panic, and every span quotes the text.
func FuzzClaims(f *testing.F) {
	f.Add("由于A,B;以便,为了“、”导致。", "zh")
	f.Add("To do, because. by -ing, leading to", "en")
	f.Add("ため、により。れば", "ja")
	f.Add("때문에 위해, 하면", "ko")
	f.Fuzz(func(t *testing.T, text, lang string) {
		switch entente.Lang(lang) {
		case entente.Chinese, entente.English, entente.Japanese, entente.Korean:
		default:
			return
		}
		doc := linesDocument(entente.Lang(lang), text+"\n")
		p := newPassage(doc, lexicon.Default())
		for _, s := range p.claims(unguarded) {
			if !s.Claim.Effect.In(doc) || !s.Claim.Cause.Empty() && !s.Claim.Cause.In(doc) {
				t.Fatalf("span lost: %+v", s.Claim)
			}
		}
	})
}

func BenchmarkClaims(b *testing.B) {
	text := strings.Repeat("由于财政拮据,政府推迟了采购计划。\n会议于上午九时在首都举行,各方代表出席并致辞。\n关税摩擦动摇了首尔对同盟的信心,导致两国关系趋于紧张。\n代表团随后参观了港口与造船厂。\n", 50)
	p := newPassage(linesDocument(entente.Chinese, text), lexicon.Default())
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		p.claims(unguarded)
	}
}

// A long text that never names a state has no claim about that state; a cutting is too
// short to tell.
func TestConceptsOfStrangers(t *testing.T) {
	const line = "The United States and Japan signed a treaty, and their ministers spoke of it for a long time.\n"
	for _, c := range []struct {
		lines   int
		concept entente.ConceptID
		want    bool
	}{
		{20, "japan_taiwan_involvement", true},
		{20, "us_commitment", false},
		{20, "alliance_strength", false},
		{2, "japan_taiwan_involvement", false},
	} {
		p := newPassage(linesDocument(entente.English, strings.Repeat(line, c.lines)), lexicon.Default())
		if got := (&grounding{p: p}).ofStranger(c.concept); got != c.want {
			t.Errorf("%s in %d lines: of a stranger %v, want %v", c.concept, c.lines, got, c.want)
		}
	}
}

// A text on another alliance of the United States is on the alliances too; a state's
// speech that names them in passing is not.
func TestOnAlliance(t *testing.T) {
	for _, c := range []struct {
		lang entente.Lang
		text string
		want bool
	}{
		{entente.English, strings.Repeat("The United States and Japan train together, and their ministers meet every year.\n", 20), true},
		{entente.Korean, strings.Repeat("한국은 미국과의 협의를 거쳐 국방비를 늘렸고, 미국은 전략자산을 보냈다.\n", 40), true},
		{entente.Chinese, strings.Repeat("美国与菲律宾举行联合演习，菲方开放了更多基地。\n", 50), true},
		{entente.English, "The United States spoke.\n" + strings.Repeat("Korea will share what it learned on its way from ruin to plenty with whoever asks.\n", 40), false},
		{entente.Chinese, strings.Repeat("各级政府要加快发展方式转变，改善民生，扩大就业。\n", 60), false},
	} {
		if got := newPassage(linesDocument(c.lang, c.text), lexicon.Default()).onAlliance(); got != c.want {
			t.Errorf("%.60s: on an alliance %v, want %v", c.text, got, c.want)
		}
	}
}
