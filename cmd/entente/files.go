package main

import (
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/pipeline"
)

// loadFiles reads the named files, and the files in named directories. Those
// that cannot be opened are reported together; the others are returned.
func loadFiles(paths []string) ([]pipeline.File, error) {
	var bad []error
	files := slices.Collect(opened(listed(paths, &bad), &bad))
	return files, joined(bad...)
}

// listed are the named files, and the files in named directories.
func listed(paths []string, bad *[]error) []string {
	var all []string
	for _, p := range paths {
		names, err := expand(p)
		if err != nil {
			*bad = append(*bad, &entente.Error{Kind: entente.BadInput, File: p, Msg: "cannot be opened", Err: cause(err)})
			continue
		}
		if len(names) == 0 {
			*bad = append(*bad, &entente.Error{Kind: entente.BadInput, File: p, Msg: "holds no documents (" + strings.Join(documentFiles, ", ") + ")"})
		}
		all = append(all, names...)
	}
	return all
}

// opened reads files one by one, each when it is asked for.
func opened(names []string, bad *[]error) iter.Seq[pipeline.File] {
	return func(yield func(pipeline.File) bool) {
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				*bad = append(*bad, &entente.Error{Kind: entente.BadInput, File: name, Msg: "cannot be read", Err: cause(err)})
				continue
			}
			if !yield(pipeline.File{Name: filepath.ToSlash(filepath.Clean(name)), Data: data}) {
				return
			}
		}
	}
}

// documentFiles are the endings that are taken for documents in a directory. A
// file that is named itself is read whatever it is called.
var documentFiles = []string{".txt", ".md", ".markdown", ".html", ".htm", ".pdf", ".docx", ".zip"}

// expand returns path itself, or the documents below it if it is a directory,
// in order.
func expand(path string) ([]string, error) {
	info, err := os.Stat(path)
	if err != nil || !info.IsDir() {
		return []string{path}, err
	}
	var names []string
	err = filepath.WalkDir(path, func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() && slices.Contains(documentFiles, strings.ToLower(filepath.Ext(name))) {
			names = append(names, name)
		}
		return err
	})
	slices.Sort(names)
	return names, err
}

// cause drops the path that the operating system repeats in its errors.
func cause(err error) error {
	if e, ok := err.(*fs.PathError); ok {
		return e.Err
	}
	return err
}
