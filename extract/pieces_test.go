package extract

import (
	"strings"
	"testing"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/examples"
	"github.com/ententelab/entente/lexicon"
	"github.com/ententelab/entente/read"
)

// A sentence may be cut anywhere, by a page, a quotation or a careless copy: its
// pieces are read without harm. Rules look at what stands beside a word, and at
// the ends of a text nothing does.
func TestPiecesOfSentences(t *testing.T) {
	lex := lexicon.Default()
	for _, f := range examples.USJapan() {
		docs, err := read.Read(f.Name, f.Data)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range docs {
			for _, s := range d.Sentences {
				text := d.Runes()[s.Start:s.End]
				for _, cut := range [][2]int{{0, len(text) / 2}, {len(text) / 3, len(text)}, {len(text) / 4, len(text) * 2 / 3}, {0, min(3, len(text))}, {max(0, len(text)-4), len(text)}} {
					pieces, err := read.Read(f.Name, []byte(string(text[cut[0]:cut[1]])+"\n"))
					if err != nil {
						t.Fatal(err)
					}
					for _, p := range pieces {
						p.Lang = d.Lang
						Statements(p, lex)
					}
				}
			}
		}
	}
}

// These ends of sentences made rules look past the last word, or for a name that
// is not there.
func TestSentencesThatBreakOff(t *testing.T) {
	for _, text := range []string{
		"以", "The only port on the coast, as", "They let the order stand in exchange for ", "Ties with the neighbours were kept, so as ",
		"；韓國中小企業聯合會則表示歡迎，認為訂單會增加。",
	} {
		for _, lang := range []entente.Lang{entente.Chinese, entente.English, entente.Japanese, entente.Korean} {
			docs, err := read.Read("end.txt", []byte(text+"\n"))
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range docs {
				d.Lang = lang
				Statements(d, lexicon.Default())
			}
		}
	}
}

// A rule that fails on one sentence costs that sentence, and says where; the
// others are read.
func TestARuleThatFailsCostsOneSentence(t *testing.T) {
	docs, err := read.Read("a.txt", []byte("Japan spends 2 percent of GDP on defense. Japan spends 3 percent of GDP on defense.\n"))
	if err != nil {
		t.Fatal(err)
	}
	doc, lex := docs[0], lexicon.Default()
	if _, err := Checked(doc, lex); err != nil {
		t.Error(err)
	}
	var bad []error
	second := doc.Sentences[1].Start
	out := extraction(doc, lex, guarded(doc, &bad, func(s *sentence) {
		if s != nil && s.Start == second {
			panic("of itself")
		}
	})).Statements
	if len(out) == 0 || out[len(out)-1].Start >= second {
		t.Errorf("%d statements, the last at %d", len(out), out[len(out)-1].Start)
	}
	if len(bad) == 0 || !strings.Contains(bad[0].Error(), "a.txt: a rule failed on the sentence at character 42") {
		t.Errorf("%v", bad)
	}
}

// A document longer than any book is read part by part: nothing is lost between them,
// and every quote stands where it says.
func TestAVeryLongDocumentIsReadInParts(t *testing.T) {
	const paragraphs = 9000 // of eight sentences
	text := strings.Repeat(strings.Repeat("会议在东京举行。", 7)+"日本防卫费占GDP的2%。\n\n", paragraphs)
	docs, err := read.Read("long.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(docs[0].Sentences); partEnd(docs[0].Sentences, 0) >= n {
		t.Fatalf("%d sentences are one part", n)
	}
	figures := 0
	for _, st := range Statements(docs[0], lexicon.Default()) {
		if !st.Span.In(docs[0]) || !st.Mention.In(docs[0]) {
			t.Fatalf("%q does not stand at %d", st.Quote, st.Start)
		}
		if st.Kind == entente.KindFigure {
			figures++
		}
	}
	if figures != paragraphs {
		t.Errorf("%d figures, want %d", figures, paragraphs)
	}
}
