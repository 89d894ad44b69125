package extract

import (
	"testing"

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
