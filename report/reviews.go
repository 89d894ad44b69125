package report

import (
	"fmt"
	"io"

	"github.com/ententelab/entente"
)

// Reviews lists the decisions in force: who decided what, when, on which
// words, and what became of the words.
func Reviews(w io.Writer, list []entente.ReviewState) {
	var rows [][]string
	lost := 0
	for i := range list {
		r := &list[i]
		shown := r.Is
		if shown == nil {
			shown = r.Was
		}
		anchor := r.Anchor
		if r.Anchor == "lost" {
			lost++
			anchor = "LOST: the quote is not there any more"
		}
		rows = append(rows, []string{string(r.Target), string(r.Decision), r.By, r.At, Slots(shown), shorten(shown.Quote, 90), Place(shown.DocName, shown.Section, shown.Paragraph), anchor})
	}
	print(w, []column{{head: "statement"}, {head: "decision"}, {head: "by", width: 20}, {head: "when"}, {head: "says", width: 44}, {head: "quote", width: 46}, {head: "where", width: 26}, {head: "quote stands", width: 20}}, rows)
	fmt.Fprintf(w, "\n%d decisions in force", len(list)-lost)
	if lost > 0 {
		fmt.Fprintf(w, ", %d lost with their words", lost)
	}
	fmt.Fprintln(w)
}
