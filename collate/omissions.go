package collate

import (
	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

// translated compares an original with a translation: what was left out, what
// was added, and which figures, dates and names differ.
func translated(a, b *text, lex *lexicon.Lexicon) entente.VersionPair {
	p := entente.VersionPair{Original: a.doc.Name, Version: b.doc.Name, OriginalID: a.doc.ID, VersionID: b.doc.ID,
		Relation: entente.Translation, Omitted: []entente.Span{}, Added: []entente.Span{}}
	al, ok := alignTexts(a, b, lex)
	if !ok {
		return p
	}
	inA, inB := al.members()
	kept := 0
	for i, in := range inA {
		if in {
			kept++
		} else {
			p.Omitted = append(p.Omitted, a.span(i))
		}
	}
	for j, in := range inB {
		if !in {
			p.Added = append(p.Added, b.span(j))
		}
	}
	p.AlignedShare = rounded(float64(kept) / float64(max(1, len(inA))))
	return p
}

// members says of each sentence whether it is in a bead.
func (al alignment) members() (a, b []bool) {
	a, b = make([]bool, len(al.a.units)), make([]bool, len(al.b.units))
	for _, bd := range al.beads {
		for i := bd.a; i < bd.toA; i++ {
			a[i] = true
		}
		for j := bd.b; j < bd.toB; j++ {
			b[j] = true
		}
	}
	return a, b
}
