// Package read turns files into documents: it recognises format and encoding,
// decodes, and has the text laid out (language, sections, paragraphs,
// sentences, notes, furniture). It opens no file and no network connection.
package read

import (
	"path/filepath"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/read/text"
)

// Version changes when the same bytes may give another document.
const Version = "1"

// Read returns the documents in a file's bytes; name is the file's name, of
// which the base is kept. Errors are *entente.Error of kind BadInput. What
// could be read is returned beside the error. The documents are safe for
// concurrent use.
func Read(name string, data []byte) ([]*entente.Document, error) {
	doc := &entente.Document{
		ID:     entente.NewDocID(data),
		Name:   filepath.Base(name),
		Format: "text",
	}
	if ext := strings.ToLower(filepath.Ext(name)); ext == ".md" || ext == ".markdown" {
		doc.Format = "markdown"
	}
	s, encoding, err := decode(doc.Name, data)
	if encoding == "" {
		return nil, err
	}
	doc.Text, doc.Encoding = s, encoding
	text.Layout(doc, text.Hints{})
	return []*entente.Document{doc}, err
}
