package main

import (
	"os"

	"github.com/spf13/cobra"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
	"github.com/ententelab/entente/sqlite"
)

// namesPart is where a project keeps its user's names.
const namesPart = "lexicon"

// addNames adds --lexicon to a command.
func addNames(cmd *cobra.Command, files *[]string) {
	cmd.Flags().StringArrayVar(files, "lexicon", nil, "a YAML file with more names of actors and institutions, as docs/lexicon.md says; may be repeated")
}

// loadNames reads the user's files of names.
func loadNames(paths []string) ([]lexicon.File, error) {
	var files []lexicon.File
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			return nil, &entente.Error{Kind: entente.BadInput, File: p, Msg: "cannot be read", Err: cause(err)}
		}
		files = append(files, lexicon.File{Name: p, Data: data})
	}
	return files, nil
}

// names is the shipped lexicon with the names of files.
func names(files []lexicon.File) (*lexicon.Lexicon, error) {
	lex := lexicon.Default()
	for _, f := range files {
		var err error
		if lex, err = lex.With(f.Name, f.Data); err != nil {
			return nil, err
		}
	}
	return lex, nil
}

// namesOf is names of the files at paths.
func namesOf(paths []string) (*lexicon.Lexicon, error) {
	files, err := loadNames(paths)
	if err != nil {
		return nil, err
	}
	return names(files)
}

// projectNames is the lexicon of a project: the names that were given when it
// was built stay with it. More files replace them.
func projectNames(store *sqlite.Project, more []lexicon.File) (*lexicon.Lexicon, error) {
	files := more
	if len(more) == 0 {
		if _, err := store.Part(namesPart, "", &files); err != nil {
			return nil, err
		}
	}
	lex, err := names(files)
	if err != nil || len(more) == 0 {
		return lex, err
	}
	return lex, store.PutPart(namesPart, namesPart, more)
}
