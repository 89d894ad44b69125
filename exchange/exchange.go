// Package exchange takes causal maps out and in: the table of links with their
// quotes (CSV), INDRA statements (JSON), graphs (GraphML, Graphviz DOT) and the
// matrix of a fuzzy cognitive map. CSV and INDRA come back in without loss.
package exchange

import (
	"fmt"
	"io"
	"slices"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/assemble"
)

// Lookup returns the statement with an ID, or nil.
type Lookup func(entente.StatementID) *entente.Statement

// Writers are the formats a map is written in, by name.
var Writers = map[string]func(io.Writer, entente.Map, Lookup) error{
	"csv":     WriteCSV,
	"indra":   WriteINDRA,
	"graphml": func(w io.Writer, m entente.Map, _ Lookup) error { return WriteGraphML(w, m) },
	"dot":     func(w io.Writer, m entente.Map, _ Lookup) error { return WriteDOT(w, m) },
	"fcm":     func(w io.Writer, m entente.Map, _ Lookup) error { return WriteFCM(w, m) },
}

// complete fills in what follows from the links: concepts in order, and
// disagreements.
func complete(links []entente.Link, ungrounded []entente.StatementID) entente.Map {
	m := entente.Map{Links: links, Concepts: []entente.ConceptID{}, Ungrounded: ungrounded}
	if links == nil {
		m.Links = []entente.Link{}
	}
	for _, l := range links {
		for _, c := range []entente.ConceptID{l.Cause, l.Effect} {
			if !slices.Contains(m.Concepts, c) {
				m.Concepts = append(m.Concepts, c)
			}
		}
	}
	slices.Sort(m.Concepts)
	m.Disagreements = assemble.Disagreements(m.Links)
	return m
}

// damaged is the error of a file that cannot come in.
func damaged(file string, line int, format string, args ...any) error {
	return &entente.Error{Kind: entente.BadInput, File: file, Line: line, Msg: fmt.Sprintf(format, args...)}
}
