// Package examples carries the example corpus: documents of our own writing
// about real, dated facts. us-japan/SOURCES.md names the source of each fact.
package examples

import (
	"embed"
	"io/fs"
	"path"
	"strings"
)

//go:embed us-japan
var files embed.FS

// A File is a document of the corpus.
type File struct {
	Name string
	Data []byte
}

// USJapan returns the documents of the corpus, by name.
func USJapan() []File {
	const dir = "us-japan"
	entries, err := fs.ReadDir(files, dir)
	if err != nil {
		panic(err) // embedded: cannot happen in a built program
	}
	var out []File
	for _, e := range entries {
		if e.IsDir() || strings.HasSuffix(e.Name(), "SOURCES.md") || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		data, err := files.ReadFile(path.Join(dir, e.Name()))
		if err != nil {
			panic(err) // as above
		}
		out = append(out, File{e.Name(), data})
	}
	return out
}
