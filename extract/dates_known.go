package extract

import (
	"github.com/ententelab/entente/extract/quantity"
	"github.com/ententelab/entente/lexicon"
)

// This file tells what a text knows of that began at some time, before which it cannot
// well have been written.

// A beginning is when somebody whom a text names came to hold the office that it gives
// him, or any, or when a body was set up.
type beginning struct {
	since quantity.Civil
	cost  float64 // of a text that was written before
}

// beginnings are those of all whom a text names, in the order in which it does.
type beginnings []beginning

// knownOf are the beginnings that the text knows of.
func (c *calendar) knownOf(p *passage) beginnings {
	var known beginnings
	at := map[*lexicon.Entry]int{}
	for i := range p.sentences {
		s := &p.sentences[i]
		for _, m := range s.names {
			b := beginning{quantity.ParseCivil(m.Entry.Since("")), notKnownYet}
			if m.Entry.Founded != "" {
				b.since = quantity.ParseCivil(m.Entry.Founded)
			}
			if post, ok := office(s.view.Text, m); ok && post != "" && m.Entry.Held(post, "") {
				b = beginning{quantity.ParseCivil(m.Entry.Since(post)), notInOffice}
			}
			switch n, ok := at[m.Entry]; {
			case b.since.Year == 0:
			case !ok:
				at[m.Entry] = len(known)
				known = append(known, b)
			case b.cost > known[n].cost || b.cost == known[n].cost && monthsBetween(known[n].since, b.since) > 0:
				known[n] = b
			}
		}
	}
	return known
}

// cost is what it costs that a text of some month knows of what began later.
func (known beginnings) cost(month quantity.Civil) (sum float64) {
	for _, b := range known {
		if monthsBetween(month, b.since) > 0 {
			sum += b.cost
		}
	}
	return sum
}
