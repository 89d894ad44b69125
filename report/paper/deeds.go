package paper

import (
	"fmt"
	"slices"

	"github.com/ententelab/entente/assemble"
)

// mostPromises is how many promises a reader of a paper is given.
const mostPromises = 20

// deeds lays what was done beside what was promised. Promises of which nothing
// is reported are only counted: that documents are silent proves nothing.
func (w *writer) deeds() {
	met := slices.DeleteFunc(slices.Clone(w.Promises), func(p assemble.Promise) bool { return p.Outcome == assemble.Silent })
	if len(met) == 0 {
		return
	}
	shown := telling(met, mostPromises, func(p *assemble.Promise) (int, string) { return 2*p.Works + len(p.Deeds), p.Date })
	w.head(2, "deeds")
	w.text("deeds.lead", len(w.Promises), len(w.Promises)-len(met))
	t := Table{Head: w.columns("date", "who", "promised", "outcome2", "done"), Widths: []int{12, 14, 32, 10, 32}, Right: make([]bool, 5)}
	for i := range shown {
		p := &shown[i]
		promise := append(bold(w.amount(&p.Entry)), Run{Text: " " + cut(p.Quote, 110)}, w.cite(p.Doc, p.Section, p.Paragraph))
		t.Rows = append(t.Rows, [][]Run{plain(p.Date), plain(w.actors(p.Speaker)), promise, plain(w.word("outcome", p.Outcome)), w.deed(p)})
	}
	w.add(t)
	w.rest(len(met) - len(shown))
}

// deed tells the deed that decides a promise's outcome: the one that reaches
// the promised amount, or else the last.
func (w *writer) deed(p *assemble.Promise) []Run {
	d := &p.Deeds[len(p.Deeds)-1]
	for i := range p.Deeds {
		if x := &p.Deeds[i]; x.Value != nil && p.Value != nil && *x.Value >= *p.Value {
			d = x
			break
		}
	}
	entry := assemble.Entry{Value: d.Value, Unit: d.Unit}
	runs := append(plain(d.Date+" "), bold(w.amount(&entry))...)
	if d.Kind == "record" {
		runs = append(runs, Run{Text: " " + d.Source, Soft: true})
	} else {
		runs = append(runs, Run{Text: " " + cut(d.Quote, 110)}, w.cite(d.Doc, d.Section, d.Paragraph))
	}
	if more := len(p.Deeds) - 1; more > 0 {
		runs = append(runs, Run{Text: fmt.Sprintf(w.say("deeds.more"), more), Soft: true})
	}
	return runs
}
