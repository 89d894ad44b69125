// Package collate finds which documents are versions of one work (reprints,
// reposts, excerpts, translations) and what changed from one version to
// another.
//
// Within a language two versions share runs of letters: documents are compared
// by winnowed fingerprints of their folded text. Across languages they share
// figures, dates, names and dictionary words in the same order: documents are
// compared by aligning their sentences. Neither looks at more than the two
// documents, so another document in the folder never changes the answer.
package collate

import (
	"cmp"
	"slices"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

// Version changes when the same documents may be collated otherwise.
const Version = "4"

// Collate groups documents into works and compares the versions of each. The
// order of docs does not matter.
func Collate(docs []*entente.Document, lex *lexicon.Lexicon) entente.Collation {
	c, _ := collate(docs, lex)
	return c
}

// collate also says how many pairs of documents were looked at.
func collate(docs []*entente.Document, lex *lexicon.Lexicon) (entente.Collation, int) {
	texts := prepare(docs)
	c := entente.Collation{Works: []entente.Work{}, Pairs: []entente.VersionPair{}}
	links, compared := copies(texts)
	eds := editions(texts, links)
	kin, aligned := translations(eds, lex)
	for _, w := range works(eds, kin) {
		c.Works = append(c.Works, w.noun())
		c.Pairs = append(c.Pairs, w.pairs(lex)...)
	}
	slices.SortStableFunc(c.Works, func(a, b entente.Work) int {
		return cmp.Or(cmp.Compare(a.Versions[0].Name, b.Versions[0].Name), cmp.Compare(a.ID, b.ID))
	})
	slices.SortStableFunc(c.Pairs, func(a, b entente.VersionPair) int {
		return cmp.Or(cmp.Compare(a.Original, b.Original), cmp.Compare(a.OriginalID, b.OriginalID),
			cmp.Compare(a.Version, b.Version), cmp.Compare(a.VersionID, b.VersionID))
	})
	return c, compared + aligned
}
