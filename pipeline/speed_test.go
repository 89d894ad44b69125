package pipeline

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/examples"
	"github.com/ententelab/entente/extract"
	"github.com/ententelab/entente/lexicon"
	"github.com/ententelab/entente/read"
)

// documents returns the example documents of a language, read.
func documents(b *testing.B, lang entente.Lang) (docs []*entente.Document, bytes int64) {
	b.Helper()
	for _, f := range examples.USJapan() {
		ds, err := read.Read(f.Name, f.Data)
		if err != nil {
			b.Fatal(err)
		}
		for _, d := range ds {
			if d.Lang == lang {
				docs, bytes = append(docs, d), bytes+int64(len(d.Text))
			}
		}
	}
	return docs, bytes
}

// The whole step of extraction, on one core, in bytes of UTF-8 text a second.
func BenchmarkExtract(b *testing.B) {
	lex := lexicon.Default()
	for _, lang := range []entente.Lang{entente.Chinese, entente.English, entente.Japanese, entente.Korean} {
		docs, bytes := documents(b, lang)
		extract.Statements(docs[0], lex) // which loads what the program loads once
		b.Run(string(lang), func(b *testing.B) {
			b.SetBytes(bytes)
			b.ReportAllocs()
			for b.Loop() {
				for _, d := range docs {
					extract.Statements(d, lex)
				}
			}
		})
	}
}

// The same on real reports and statements in Chinese, which have fewer
// statements to a page than the articles of the examples.
func BenchmarkExtractReports(b *testing.B) {
	root := cmp.Or(os.Getenv("ENTENTE_SHARED"), filepath.Join("..", "..", "shared"))
	files, _ := filepath.Glob(filepath.Join(root, "documents", "*.zh-Hans.txt"))
	if len(files) == 0 {
		b.Skipf("SKIPPED: no documents under %s; set ENTENTE_SHARED", root)
	}
	lex := lexicon.Default()
	var docs []*entente.Document
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		ds, err := read.Read(filepath.Base(f), data)
		if err != nil {
			b.Fatal(err)
		}
		docs = append(docs, ds...)
	}
	var bytes int64
	for _, d := range docs {
		bytes += int64(len(d.Text))
		extract.Statements(d, lex)
	}
	b.SetBytes(bytes)
	for b.Loop() {
		for _, d := range docs {
			extract.Statements(d, lex)
		}
	}
}

// Cost must be linear in the length of a document: the time per byte of a text
// a hundred times as long stays about the same.
func BenchmarkExtractLong(b *testing.B) {
	lex := lexicon.Default()
	docs, _ := documents(b, entente.Chinese)
	for _, times := range []int{1, 100} {
		text := strings.Repeat(docs[0].Text+"\n\n", times)
		long, err := read.Read("long.txt", []byte(text))
		if err != nil {
			b.Fatal(err)
		}
		b.Run(map[int]string{1: "once", 100: "hundredfold"}[times], func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				extract.Statements(long[0], lex)
			}
		})
	}
}
