package extract

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
	"github.com/ententelab/entente/read"
)

var updateFigures = flag.Bool("update-figures", false, "write the figures and events found into testdata/figures")

// TestFigures reads the notes in testdata/figures, each in one language, and
// compares their figures and events with the list beside them.
func TestFigures(t *testing.T) {
	files, err := filepath.Glob("testdata/figures/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases in testdata/figures")
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			doc := readDoc(t, name)
			var got bytes.Buffer
			for _, st := range Statements(doc, lexicon.Default()) {
				showStatement(&got, st)
			}
			want := strings.TrimSuffix(name, ".txt") + ".want"
			if *updateFigures {
				if err := os.WriteFile(want, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			b, err := os.ReadFile(want)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(b, got.Bytes()) {
				t.Errorf("differs from %s (run with -update-figures to accept):\n%s", want, lineDiff(string(b), got.String()))
			}
		})
	}
}

func readDoc(t *testing.T, name string) *entente.Document {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	docs, err := read.Read(name, data)
	if err != nil || len(docs) == 0 {
		t.Fatalf("%s: %v", name, err)
	}
	return docs[0]
}

// showStatement leaves out who: the actors have tests of their own.
func showStatement(w *bytes.Buffer, st entente.Statement) {
	switch {
	case st.Figure != nil:
		f := st.Figure
		value := "null"
		if f.Value != nil {
			value = fmt.Sprintf("%.10g", *f.Value)
		}
		fmt.Fprintf(w, "figure %s %s %s %s %s | %s\n", value, f.Unit, f.Class, f.Status, cmp.Or(f.Date, "-"), st.Mention.Quote)
	case st.Event != nil:
		e := st.Event
		fmt.Fprintf(w, "event %s %s %s %s %s | %s\n", strings.TrimSuffix(e.Date+".."+e.DateEnd, ".."), e.DateBasis, e.Precision, e.Action, e.Realis, st.Mention.Quote)
	}
}

// lineDiff lists the lines that only one of two texts has.
func lineDiff(want, got string) string {
	var out strings.Builder
	only := func(mark, a, b string) {
		in := make(map[string]bool)
		for line := range strings.Lines(b) {
			in[line] = true
		}
		for line := range strings.Lines(a) {
			if !in[line] {
				out.WriteString(mark + line)
			}
		}
	}
	only("- ", want, got)
	only("+ ", got, want)
	return out.String()
}

// Every statement of every document at hand quotes what stands at its place.
func TestQuotesStand(t *testing.T) {
	root := cmp.Or(os.Getenv("ENTENTE_SHARED"), filepath.Join("..", "..", "shared"))
	seeds, _ := filepath.Glob(filepath.Join(root, "seeds", "*.txt"))
	files, _ := filepath.Glob(filepath.Join(root, "documents", "*.txt"))
	if files = append(files, seeds...); len(files) == 0 {
		t.Skipf("SKIPPED: no documents under %s; set ENTENTE_SHARED", root)
	}
	for _, name := range files {
		doc := readDoc(t, name)
		for _, st := range Statements(doc, lexicon.Default()) {
			if !st.In(doc) {
				t.Errorf("%s: %s %s: the quote does not stand at %d", doc.Name, st.Kind, st.Rule, st.Start)
			}
			if !st.Mention.Empty() && !(st.Mention.In(doc) && st.Mention.Within(st.Span)) {
				t.Errorf("%s: %s %s: the mention at %d is lost or outside the quote", doc.Name, st.Kind, st.Rule, st.Mention.Start)
			}
		}
	}
}

// Whatever the text, figures and events come back with quotes that stand.
func FuzzFigures(f *testing.F) {
	f.Add("2025年3月4日,美国要求日本将防卫费提高到GDP的3.5%,约11.8亿美元;同日,两国举行首次会谈后发表联合声明。", 0)
	f.Add("On March 4, 2025, Hegseth told Japan to spend 3.5 percent of GDP; the two-thirds, third-largest deal of July 28-29.", 1)
	f.Add("同年7月28日の2プラス2で、米側は3.5％を求めた。令和5年、約5万4000人の在日米軍。", 2)
	f.Add("2025년 10월 29일 열린 회담에서 두 차례 GDP의 3.5%를 요구했고, 다음 날 1조 2천억 원을 약속했다.", 3)
	langs := []entente.Lang{entente.Chinese, entente.English, entente.Japanese, entente.Korean}
	lex := lexicon.Default()
	f.Fuzz(func(t *testing.T, text string, lang int) {
		text = strings.ToValidUTF8(text, "")
		n := len([]rune(text))
		if n == 0 {
			return
		}
		doc := &entente.Document{ID: "x", Lang: langs[uint(lang)%4], Text: text}
		doc.Sections = []entente.Section{{Level: 1}}
		doc.Paragraphs = []entente.Paragraph{{Start: 0, End: n, Number: 1}}
		doc.Sentences = []entente.Sentence{{Start: 0, End: n / 2}, {Start: n / 2, End: n}}
		p := newPassage(doc, lex)
		for i := range p.sentences {
			for _, st := range append(p.figures(&p.sentences[i]), p.events(&p.sentences[i])...) {
				if st.Quote != "" && !st.In(doc) {
					t.Fatalf("%s: the quote does not stand in %q", st.Rule, text)
				}
			}
		}
	})
}

// An order of magnitude of money is reckoned, unless somebody asks for it.
func TestVagueSums(t *testing.T) {
	for text, want := range map[string]string{
		"Trump complained that America had paid hundreds of billions of dollars to defend Japan.": "estimate",
		"特朗普抱怨美国为保护日本花费数千亿美元。":                                                                    "estimate",
	} {
		lang, script := entente.Chinese, entente.Hans
		if text[0] < 0x80 {
			lang, script = entente.English, entente.Latn
		}
		p := newPassage(paragraph(lang, script, text), lexicon.Default())
		figures := p.figures(&p.sentences[0])
		if len(figures) != 1 || figures[0].Figure.Status != want {
			t.Errorf("%s: %d figures, or not %s", text, len(figures), want)
		}
	}
}
