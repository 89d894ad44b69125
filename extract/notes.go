package extract

import "github.com/ententelab/entente"

// notes returns the document's foot- and endnotes as statements.
func notes(doc *entente.Document) []entente.Statement {
	var out []entente.Statement
	for i := range doc.Notes {
		n := &doc.Notes[i]
		out = append(out, entente.Statement{
			ID:      entente.NewStatementID(doc.ID, entente.KindNote, n.Start, n.End, n.Marker),
			Kind:    entente.KindNote,
			DocName: doc.Name,
			Span:    doc.Span(n.Start, n.End),
			Rule:    "note/anchor",
			Note:    n,
		})
	}
	return out
}
