package assemble

import (
	_ "embed"
	"strings"

	"github.com/ententelab/entente"
)

//go:embed opposites.tsv
var oppositesTable string

var opposites = readOpposites(oppositesTable)

// readOpposites gives each concept its opposites, both ways.
func readOpposites(tsv string) map[entente.ConceptID][]entente.ConceptID {
	m := map[entente.ConceptID][]entente.ConceptID{}
	for line := range strings.Lines(tsv) {
		f := strings.Fields(line)
		if len(f) != 2 || strings.HasPrefix(line, "#") {
			continue
		}
		a, b := entente.ConceptID(f[0]), entente.ConceptID(f[1])
		m[a], m[b] = append(m[a], b), append(m[b], a)
	}
	return m
}

// Disagreements finds the pairs of links that cannot both hold, in the order
// of the links. Two sentences of one work may well show two sides of a thing,
// so opposite effects disagree only between works.
func Disagreements(links []entente.Link) []entente.Disagreement {
	out := []entente.Disagreement{}
	byID := make(map[entente.LinkID]*entente.Link, len(links))
	for i := range links {
		byID[links[i].ID] = &links[i]
	}
	for i := range links {
		l := &links[i]
		if len(l.Statements) == 0 {
			continue
		}
		if other := byID[entente.NewLinkID(l.Cause, l.Effect, -l.Sign)]; l.Sign == entente.Plus && other != nil && len(other.Statements) > 0 {
			out = append(out, entente.Disagreement{Kind: "sign", Cause: l.Cause, Effect: l.Effect, For: l.Statements, Contra: other.Statements})
		}
		if len(l.Denials) > 0 {
			out = append(out, entente.Disagreement{Kind: "denial", Cause: l.Cause, Effect: l.Effect, For: l.Statements, Contra: l.Denials})
		}
		for _, opposite := range opposites[l.Effect] {
			other := byID[entente.NewLinkID(l.Cause, opposite, l.Sign)]
			if other != nil && l.Effect < opposite && len(other.Statements) > 0 && otherWorks(l, other) {
				out = append(out, entente.Disagreement{Kind: "opposite", Cause: l.Cause, Effect: l.Effect, Other: opposite, For: l.Statements, Contra: other.Statements})
			}
		}
	}
	return out
}

// otherWorks reports whether the two links are not all said by one work.
func otherWorks(a, b *entente.Link) bool {
	return len(a.Works) > 1 || len(b.Works) > 1 || len(a.Works) == 1 && len(b.Works) == 1 && a.Works[0] != b.Works[0]
}
