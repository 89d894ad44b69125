package collate

import (
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
	"github.com/ententelab/entente/read"
)

// fixture reads the documents of a txtar file.
func fixture(t testing.TB, name string) []*entente.Document {
	t.Helper()
	a, err := txtar.ParseFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	var docs []*entente.Document
	for _, f := range a.Files {
		ds, err := read.Read(f.Name, f.Data)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, ds...)
	}
	return docs
}

// roles gives each document's work, named by its original, and role.
func roles(c entente.Collation) map[string]string {
	out := map[string]string{}
	for _, w := range c.Works {
		for _, v := range w.Versions {
			out[v.Name] = string(v.Role) + " of " + w.Versions[0].Name
		}
	}
	return out
}

func TestWorks(t *testing.T) {
	c := Collate(fixture(t, "versions.txtar"), lexicon.Default())
	want := map[string]string{
		"original.zh.txt":    "original of original.zh.txt",
		"repost.zh-hant.txt": "repost of original.zh.txt",
		"excerpt.zh.txt":     "excerpt of original.zh.txt",
		"translation.en.txt": "translation of original.zh.txt",
		"translation.ja.txt": "translation of original.zh.txt",
		"translation.ko.txt": "translation of original.zh.txt",
		"quotes.zh.txt":      "original of quotes.zh.txt",
		"timeline.en.txt":    "original of timeline.en.txt",
	}
	if diff := cmp.Diff(want, roles(c)); diff != "" {
		t.Errorf("works (-want +got):\n%s", diff)
	}
}

func pair(t *testing.T, c entente.Collation, version string) entente.VersionPair {
	t.Helper()
	i := slices.IndexFunc(c.Pairs, func(p entente.VersionPair) bool { return p.Version == version })
	if i < 0 {
		t.Fatalf("nothing is said of %s", version)
	}
	return c.Pairs[i]
}

func quotes(spans []entente.Span) []string {
	out := []string{}
	for _, s := range spans {
		out = append(out, s.Quote)
	}
	return out
}

func TestTranslation(t *testing.T) {
	p := pair(t, Collate(fixture(t, "versions.txtar"), lexicon.Default()), "translation.en.txt")
	wantOmitted := []string{
		"協定的附件還規定，任何一方都可以在提前九十天通知後退出。",
		"29% 的人反對。",
		"反對者最擔心的是漁業會受到影響。",
		"一名年輕議員諷刺說，同盟正在變成會計事務所。",
	}
	if diff := cmp.Diff(wantOmitted, quotes(p.Omitted)); diff != "" {
		t.Errorf("omitted (-want +got):\n%s", diff)
	}
	wantAdded := []string{"Fishing communities, for their part, have begun to write letters of their own to every newspaper on the coast."}
	if diff := cmp.Diff(wantAdded, quotes(p.Added)); diff != "" {
		t.Errorf("added (-want +got):\n%s", diff)
	}
	wantDifferences := []string{
		"figure: 九十天 → ", "figure: 29% → ", "title: 國防部長赫格塞思 → Deputy Secretary of Defense Hegseth", "figure: 450 億日元 → 54 billion yen",
	}
	if diff := cmp.Diff(wantDifferences, differences(p)); diff != "" {
		t.Errorf("differences (-want +got):\n%s", diff)
	}
}

func differences(p entente.VersionPair) []string {
	out := []string{}
	for _, d := range p.Differences {
		var a, b string
		if d.Original != nil {
			a = d.Original.Quote
		}
		if d.Version != nil {
			b = d.Version.Quote
		}
		out = append(out, d.What+": "+a+" → "+b)
	}
	return out
}

func TestRepost(t *testing.T) {
	p := pair(t, Collate(fixture(t, "versions.txtar"), lexicon.Default()), "repost.zh-hant.txt")
	if len(p.Omitted)+len(p.Added) > 0 {
		t.Errorf("omitted %q, added %q; want nothing", quotes(p.Omitted), quotes(p.Added))
	}
	if got := differences(p); !slices.Contains(got, "figure: 27% → 29%") {
		t.Errorf("differences are %q; want 27%% against 29%%", got)
	}
}

func TestOrderOfInputDoesNotMatter(t *testing.T) {
	docs, lex := fixture(t, "versions.txtar"), lexicon.Default()
	want := Collate(docs, lex)
	r := rand.New(rand.NewPCG(1, 2))
	for range 3 {
		r.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
		if diff := cmp.Diff(want, Collate(docs, lex)); diff != "" {
			t.Fatalf("another order of documents gives another collation:\n%s", diff)
		}
	}
}

func TestUnrelatedDocumentChangesNothing(t *testing.T) {
	docs, lex := fixture(t, "versions.txtar"), lexicon.Default()
	want := Collate(docs, lex)
	got := Collate(append(docs, document(t, "other.en.txt", "The lighthouse keeper counted 340 gulls on March 5, 2024. He wrote the number down and went to bed early, because the oil was low.")), lex)
	if diff := cmp.Diff(want.Pairs, got.Pairs); diff != "" {
		t.Errorf("pairs changed:\n%s", diff)
	}
	if len(got.Works) != len(want.Works)+1 {
		t.Errorf("%d works; want %d", len(got.Works), len(want.Works)+1)
	}
}

func document(t testing.TB, name, text string) *entente.Document {
	t.Helper()
	docs, err := read.Read(name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return docs[0]
}

func TestSmallInputs(t *testing.T) {
	lex := lexicon.Default()
	empty := &entente.Document{Name: "empty", ID: "e"}
	short := strings.Repeat("谢谢大家，会议到此结束。", 2)
	for name, docs := range map[string][]*entente.Document{
		"none":     nil,
		"nil":      {nil, empty},
		"empty":    {empty, {Name: "empty too", ID: "f"}},
		"one line": {document(t, "a", "完"), document(t, "b", "end")},
		"twice":    {document(t, "a", short), document(t, "b", short)},
	} {
		c := Collate(docs, lex)
		if name == "twice" && len(c.Works) != 1 {
			t.Errorf("one file under two names is %d works", len(c.Works))
		}
		if c.Works == nil || c.Pairs == nil {
			t.Errorf("%s: works or pairs are nil, and would print as null", name)
		}
	}
}
