package pipeline

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
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

// reports are real reports and statements in Chinese, which have fewer
// statements to a page than the articles of the examples.
func reports(b *testing.B) (files []File) {
	b.Helper()
	root := cmp.Or(os.Getenv("ENTENTE_SHARED"), filepath.Join("..", "..", "shared"))
	names, _ := filepath.Glob(filepath.Join(root, "documents", "*.zh-Hans.txt"))
	if len(names) == 0 {
		b.Skipf("SKIPPED: no documents under %s; set ENTENTE_SHARED", root)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		files = append(files, File{Name: filepath.Base(name), Data: data})
	}
	return files
}

// The same on reports.
func BenchmarkExtractReports(b *testing.B) {
	docs, err := Read(reports(b))
	if err != nil {
		b.Fatal(err)
	}
	lex := lexicon.Default()
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

// From files to statements, on all cores: as fast for many files as for few, and in as
// much memory, of which the highest seen between batches is given.
func BenchmarkReadings(b *testing.B) {
	files := reports(b)
	for _, times := range []int{30, 300} {
		var size int64
		for _, f := range files {
			size += int64(len(f.Data) * times)
		}
		b.Run(fmt.Sprintf("%dMB", size>>20), func(b *testing.B) {
			b.SetBytes(size)
			var highest uint64
			for b.Loop() {
				many := func(yield func(File) bool) {
					for i := range times * len(files) {
						if !yield(files[i%len(files)]) {
							return
						}
					}
				}
				for _, err := range Readings(b.Context(), many, lexicon.Default()) {
					if err != nil {
						b.Fatal(err)
					}
					var m runtime.MemStats
					runtime.ReadMemStats(&m)
					highest = max(highest, m.HeapSys)
				}
			}
			b.ReportMetric(float64(highest>>20), "MB-heap")
		})
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
