package frommap

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/ententelab/entente"
)

// Push is the scenario that raises a concept's index by a share from 2026 on:
// 0.2 is a fifth more.
func Push(c entente.ConceptID, by float64, title Title) entente.Scenario {
	s := PushFrom(c, by, pushFrom, title)
	delete(s.Set, "push_from")
	return s
}

// PushFrom is Push from another time on. A time within a year pushes at that
// time: 2026.5 is the middle of 2026.
func PushFrom(c entente.ConceptID, by, from float64, title Title) entente.Scenario {
	names := title(c)
	return entente.Scenario{
		Name: "raise_" + string(c),
		Title: map[entente.Lang]string{
			entente.English: fmt.Sprintf("%s %+.0f %%", cmp.Or(names[entente.English], string(c)), 100*by),
			entente.Chinese: fmt.Sprintf("%s %+.0f %%", cmp.Or(names[entente.Chinese], string(c)), 100*by),
		},
		Why: fmt.Sprintf("What follows in the map when %s changes by %+.0f %% from %g on.", c, 100*by, from),
		Set: map[entente.VariableName]float64{entente.VariableName("push_" + string(c)): by, "push_from": from},
	}
}

// Downstream is the part of a map that a push of c can move: the links that a
// chain from c leads to. A model made from it answers a question about c as
// the model of the whole map does, since all else stays at its start.
func Downstream(m entente.Map, c entente.ConceptID) entente.Map {
	next := map[entente.ConceptID][]entente.ConceptID{}
	for _, l := range m.Links {
		if l.Belief > 0 {
			next[l.Cause] = append(next[l.Cause], l.Effect)
		}
	}
	moved := reachable(c, next)
	out := entente.Map{Disagreements: m.Disagreements}
	for _, l := range m.Links {
		if l.Belief > 0 && (l.Cause == c || moved[l.Cause]) {
			out.Links = append(out.Links, l)
		}
	}
	for _, id := range m.Concepts {
		if id == c || moved[id] {
			out.Concepts = append(out.Concepts, id)
		}
	}
	slices.Sort(out.Concepts)
	return out
}

// reachable are the concepts that a chain of links leads to.
func reachable(from entente.ConceptID, next map[entente.ConceptID][]entente.ConceptID) map[entente.ConceptID]bool {
	seen := map[entente.ConceptID]bool{}
	for queue := []entente.ConceptID{from}; len(queue) > 0; queue = queue[1:] {
		for _, c := range next[queue[0]] {
			if !seen[c] {
				seen[c] = true
				queue = append(queue, c)
			}
		}
	}
	delete(seen, from)
	return seen
}
