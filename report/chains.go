package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/assemble"
)

// Loops lists the feedback loops of a map, and who holds them.
func Loops(w io.Writer, l assemble.Loops) {
	kinds := map[entente.Sign]string{entente.Plus: "reinforcing", entente.Minus: "balancing"}
	chains(w, l.Loops, "loop", func(c *assemble.Chain) string { return kinds[c.Sign] })
	more(w, len(l.Loops), "loops", l.Truncated)
}

// Route lists the chains between two concepts, and how much the route bears.
func Route(w io.Writer, r assemble.Route) {
	chains(w, r.Chains, "chain", func(c *assemble.Chain) string {
		return map[entente.Sign]string{entente.Plus: "raises", entente.Minus: "lowers"}[c.Sign]
	})
	more(w, len(r.Chains), "chains", r.Truncated)
	fmt.Fprintf(w, "That %s raises %s rests on %s; that it lowers it, on %s.\n", r.From, r.To, worksToBreak(r.Raises), worksToBreak(r.Lowers))
}

func worksToBreak(r assemble.Robustness) string {
	switch {
	case r.Works == 0:
		return "nothing: no chain says so"
	case r.AtMost:
		return fmt.Sprintf("at most %d independent works: were they wrong, no chain would be left", r.Works)
	}
	return fmt.Sprintf("%d independent works: were they wrong, no chain would be left", r.Works)
}

func chains(w io.Writer, list []assemble.Chain, what string, kind func(*assemble.Chain) string) {
	var rows [][]string
	for i := range list {
		c := &list[i]
		held := strings.Join(c.HeldBy, "; ")
		if c.Stitched {
			held = "nobody claims this chain: stitched from several"
		}
		rows = append(rows, []string{c.ID, kind(c), arrows(c), fmt.Sprintf("%.3f", c.Belief), held, itoa(c.Breaks), string(c.Weakest)})
	}
	print(w, []column{{head: ""}, {head: "kind"}, {head: what, width: 70}, {head: "belief", right: true}, {head: "who holds all of it", width: 30},
		{head: "breaks with", right: true}, {head: "at", width: 36}}, rows)
}

// more counts the rows, and says so where the search was cut.
func more(w io.Writer, n int, what string, truncated bool) {
	fmt.Fprintf(w, "\n%d %s", n, what)
	if truncated {
		fmt.Fprint(w, ", the shortest; there are more (--limit)")
	}
	fmt.Fprintln(w, ". “Breaks with” is how many independent works must be wrong before it breaks.")
}

// arrows writes "a ─-→ b ─+→ a".
func arrows(c *assemble.Chain) string {
	var b strings.Builder
	for i, id := range c.Links {
		sign := "+"
		if strings.Contains(string(id), " - ") {
			sign = "-"
		}
		fmt.Fprintf(&b, "%s ─%s→ ", c.Concepts[i], sign)
	}
	b.WriteString(string(c.Concepts[len(c.Links)%len(c.Concepts)]))
	return b.String()
}
