// Package collate finds which documents are versions of one work, and what
// changed from one version to another.
package collate

import (
	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

// Version changes when the same documents may be collated otherwise.
const Version = "1"

// Collate groups documents into works and compares the versions of each.
func Collate(docs []*entente.Document, lex *lexicon.Lexicon) entente.Collation {
	var c entente.Collation
	for _, d := range docs {
		c.Works = append(c.Works, entente.Work{ID: entente.WorkID("W" + d.ID.Short()), Title: d.Title, Authors: d.Authors,
			Versions: []entente.Version{{Doc: d.ID, Name: d.Name, Role: entente.Original, Sure: 1}}})
	}
	return c
}
