package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/ententelab/entente"
)

// An Asked is one map's answer about one outcome, as a row.
type Asked struct {
	Voice, Outcome string
	Reached        bool
	Size           float64 // of the runs that agree
	entente.Answer
	Links []Backed
}

// A Backed is a link with a sentence that says so.
type Backed struct {
	Link     entente.LinkID
	Belief   float64
	Sentence *entente.Statement
}

// Asks sets the answers of several maps to one question side by side, outcome
// by outcome.
func Asks(w io.Writer, rows []Asked) {
	var cells [][]string
	outcome := ""
	for _, r := range rows {
		name := r.Outcome
		if name == outcome {
			name = ""
		}
		outcome = r.Outcome
		if !r.Reached {
			continue
		}
		var links []string
		for _, l := range r.Links {
			links = append(links, string(l.Link))
		}
		cells = append(cells, []string{name, shorten(r.Voice, 78), r.Direction, signed(r.Size), signed(r.Low) + " … " + signed(r.High),
			fmt.Sprintf("%.0f %%", 100*r.Agree), strings.Join(links, "; ")})
	}
	print(w, []column{{head: "outcome", width: 34}, {head: "by the map of", width: 40}, {head: "goes"}, {head: "by", right: true},
		{head: "5 % … 95 % of runs", right: true}, {head: "runs that agree", right: true}, {head: "hangs on", width: 62}}, cells)
}

// Supports lists links, each with its sentence and place, once.
func Supports(w io.Writer, list []Backed) {
	seen := map[entente.LinkID]bool{}
	for _, b := range list {
		if b.Sentence == nil || seen[b.Link+entente.LinkID(b.Sentence.ID)] {
			continue
		}
		seen[b.Link+entente.LinkID(b.Sentence.ID)] = true
		fmt.Fprintf(w, "  %s  (belief %.2f)\n    “%s”\n    %s\n", b.Link, b.Belief, shorten(b.Sentence.Quote, 220),
			Place(b.Sentence.DocName, b.Sentence.Section, b.Sentence.Paragraph))
	}
}
