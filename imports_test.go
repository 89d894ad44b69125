package entente_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/ententelab/entente"

// The steps in the order of the pipeline. A package may import those that
// stand before it, and those on its own line below it, as model/frommap may
// import model.
var order = []string{"", "fold", "trie", "weigh", "lexicon", "read", "collate", "extract", "learn", "score", "assemble", "exchange", "alliances", "examples", "model", "sim", "fit", "report", "sqlite", "pipeline", "web", "http", "cmd", "bench"}

func TestNoStepImportsALaterOne(t *testing.T) {
	for file, imports := range goFiles(t) {
		from := step(filepath.ToSlash(filepath.Dir(file)))
		for _, imp := range imports {
			rel, ours := strings.CutPrefix(imp, module)
			if !ours {
				continue
			}
			to := step(strings.TrimPrefix(rel, "/"))
			at, of := slices.Index(order, from), slices.Index(order, to)
			if at < 0 || of < 0 {
				t.Fatalf("%s: package %q or %q has no place in the order", file, from, to)
			}
			if of > at {
				t.Errorf("%s imports %s, a later step", file, imp)
			}
		}
	}
}

func TestRootImportsTheStandardLibraryOnly(t *testing.T) {
	for file, imports := range goFiles(t) {
		if filepath.Dir(file) != "." {
			continue
		}
		for _, imp := range imports {
			if strings.Contains(strings.SplitN(imp, "/", 2)[0], ".") {
				t.Errorf("%s imports %s", file, imp)
			}
		}
	}
}

// step is the first part of a package's path: "read" for read/html.
func step(dir string) string {
	if dir == "." {
		return ""
	}
	return strings.SplitN(dir, "/", 2)[0]
}

// goFiles returns the imports of every Go file but tests.
func goFiles(t *testing.T) map[string][]string {
	files := map[string][]string{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "node_modules" || d.Name() == ".git" || d.Name() == "testdata"):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		files[path] = nil
		for _, imp := range parsed.Imports {
			name, err := strconv.Unquote(imp.Path.Value)
			if err != nil {
				return err
			}
			files[path] = append(files[path], name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
