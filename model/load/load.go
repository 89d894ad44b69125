// Package load reads a model of any format that we know, by its file's name.
package load

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model"
	"github.com/ententelab/entente/model/mdl"
	"github.com/ententelab/entente/model/xmile"
)

// Formats lists the extensions that Load knows.
var Formats = []string{".yaml", ".yml", ".xmile", ".stmx", ".itmx", ".xml", ".mdl"}

// Load reads a model from bytes; the extension of name says how. A Vensim model
// may name data files, which are looked for beside it.
func Load(name string, data []byte) (*entente.Model, error) {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".yaml", ".yml":
		return model.Parse(name, data)
	case ".xmile", ".stmx", ".itmx", ".xml":
		return xmile.Read(name, data)
	case ".mdl":
		return mdl.Read(name, data, os.DirFS(filepath.Dir(name)))
	}
	return nil, &entente.Error{
		Kind: entente.Usage, File: name, Msg: "the file's extension says no model format that we know",
		Hint: fmt.Sprintf("one of %s", strings.Join(Formats, " ")),
	}
}

// File reads a model file.
func File(path string) (*entente.Model, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, &entente.Error{Kind: entente.BadInput, File: path, Msg: "cannot be read", Err: err}
	}
	return Load(path, data)
}
