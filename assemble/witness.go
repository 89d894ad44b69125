// Package assemble joins statements: claims into a causal map, positions and
// figures into the ledger of who asked what of whom, events into a timeline.
// Whatever it counts, it counts works, never files.
package assemble

import (
	"github.com/ententelab/entente"
)

// A Corpus is what has been read and said so far: documents, the works they
// are versions of, and their statements.
type Corpus struct {
	Documents  []*entente.Document
	Works      []entente.Work
	Statements []entente.Statement
}

// witnesses chooses for each work the one document through which it speaks,
// and returns the work of every document. A copy of a work then adds nothing
// to what the work says.
func (c *Corpus) witnesses() (witness map[entente.DocID]bool, workOf map[entente.DocID]*entente.Work) {
	docs := make(map[entente.DocID]*entente.Document, len(c.Documents))
	for _, d := range c.Documents {
		docs[d.ID] = d
	}
	witness, workOf = map[entente.DocID]bool{}, map[entente.DocID]*entente.Work{}
	for i := range c.Works {
		w := &c.Works[i]
		for _, v := range w.Versions {
			workOf[v.Doc] = w
		}
		if best := clearest(w.Versions, docs); best != "" {
			witness[best] = true
		}
	}
	return witness, workOf
}

// clearest returns the version to read a work by: in the work's own language,
// not an excerpt, and of those the one whose sentences are least broken up by
// page furniture (a web text before a scanned print); the original before a
// copy where they are equally clear.
func clearest(versions []entente.Version, docs map[entente.DocID]*entente.Document) entente.DocID {
	var best entente.DocID
	bestRank, bestBreaks := 0, 0
	for _, v := range versions {
		d := docs[v.Doc]
		if d == nil {
			continue
		}
		rank, breaks := 0, broken(d)
		if v.Role == entente.Translation || v.Role == entente.Excerpt {
			rank = 1
		}
		if best == "" || rank < bestRank || rank == bestRank && breaks < bestBreaks {
			best, bestRank, bestBreaks = v.Doc, rank, breaks
		}
	}
	return best
}

// broken counts the sentences of d with furniture inside.
func broken(d *entente.Document) int {
	n, f := 0, 0
	for _, s := range d.Sentences {
		for f < len(d.Furniture) && d.Furniture[f].End <= s.Start {
			f++
		}
		if f < len(d.Furniture) && d.Furniture[f].Start > s.Start && d.Furniture[f].End < s.End {
			n++
		}
	}
	return n
}
