// Package alliances holds the models that the program ships with. A model is a
// folder with its model.yaml; us-japan is the reference model.
package alliances

import (
	"embed"
	"slices"

	entente "github.com/ententelab/entente"
)

//go:embed usjapan/model.yaml usjapan/*.tsv usjapan/data/*.csv
var files embed.FS

var folders = map[string]string{
	"us-japan": "usjapan",
}

// Names lists the shipped models in alphabetical order.
func Names() []string {
	names := make([]string, 0, len(folders))
	for name := range folders {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Model returns the model.yaml of a shipped model.
func Model(name string) ([]byte, error) {
	folder, ok := folders[name]
	if !ok {
		return nil, unknown(name)
	}
	return files.ReadFile(folder + "/model.yaml")
}

func unknown(name string) error {
	return &entente.Error{Kind: entente.Usage, Msg: "no shipped model is called " + name, Hint: "us-japan is one"}
}
