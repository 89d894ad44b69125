package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/sim"
)

// Explanation prints what a variable is, its equation, what moves it, and who
// says so: citations, an assumption with its range, or the sentences behind
// the links of a map.
func Explanation(w io.Writer, m *entente.Model, x *sim.Explanation, moves []entente.VariableName, sentences []*entente.Statement) {
	v := x.Variable
	fmt.Fprintf(w, "%s  (%s, %s)\n", v.Name, v.Kind, unit(v.Unit))
	for _, line := range []string{names(v.Title), v.Doc} {
		if line != "" {
			fmt.Fprintf(w, "%s\n", line)
		}
	}
	if len(v.Mechanism) > 0 {
		fmt.Fprintf(w, "mechanisms: %s\n", strings.Join(v.Mechanism, ", "))
	}
	if x.Initial != "" {
		fmt.Fprintf(w, "\nstarts at  %s\nchanges by %s  per %s\n", x.Initial, x.Equation, m.Time.Unit)
	} else {
		fmt.Fprintf(w, "\n= %s\n", x.Equation)
	}
	fmt.Fprintf(w, "In %g of the base run it is %.4g.\n", x.At, x.Value)
	causes(w, x)
	if len(moves) > 0 {
		fmt.Fprintf(w, "\nIt moves: %s\n", list(moves))
	}
	sources(w, m, v)
	evidence(w, sentences)
}

func unit(u string) string {
	if u == "" || u == "1" {
		return "index"
	}
	return u
}

func names(title map[entente.Lang]string) string {
	return words(title[entente.English], title[entente.Chinese])
}

// causes lists what the equation names, each with the sign of the derivative
// there and the source of the cause itself.
func causes(w io.Writer, x *sim.Explanation) {
	if len(x.Causes) == 0 {
		return
	}
	fmt.Fprintf(w, "\nIts causes:\n")
	var rows [][]string
	for _, c := range x.Causes {
		sign := map[int]string{1: "+", -1: "-", 0: "0"}[c.Sign]
		rows = append(rows, []string{string(c.Variable.Name), sign, number(c.Value), c.Role, source(c.Variable)})
	}
	print(w, []column{{head: "cause", width: 44}, {head: "sign"}, {head: "value", right: true}, {head: "acts as"}, {head: "says who", width: 60}}, rows)
}

// source says in one line where a variable comes from.
func source(v *entente.Variable) string {
	switch {
	case len(v.Cites) > 0:
		return Citation(v.Cites[0])
	case v.Assumption != nil:
		return "assumption: " + shorten(v.Assumption.Why, 100)
	case len(v.Links) > 0:
		return "map: " + list(v.Links)
	}
	return ""
}

// Citation writes author, work, section and paragraph.
func Citation(c entente.Citation) string {
	where := c.Section
	if c.Paragraph != "" {
		where += " ¶" + strings.TrimPrefix(c.Paragraph, "¶")
	}
	who := words(c.Author, c.Title)
	if who == "" {
		who = c.Work
	}
	return strings.TrimSpace(strings.Join(nonEmpty(who, strings.TrimSpace(where), c.Date, c.Note), ", "))
}

func nonEmpty(parts ...string) []string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return out
}

// sources prints all citations of a variable and its assumption.
func sources(w io.Writer, m *entente.Model, v *entente.Variable) {
	if len(v.Cites) > 0 {
		fmt.Fprintf(w, "\nSays who:\n")
	}
	for _, c := range v.Cites {
		if work, ok := m.Works[c.Work]; ok && c.Author == "" {
			c.Author, c.Title, c.Outlet, c.Date = work.Author, work.Title, work.Outlet, work.Date
		}
		fmt.Fprintf(w, "  %s\n", Citation(c))
	}
	if a := v.Assumption; a != nil {
		fmt.Fprintf(w, "\nAssumption")
		if a.Low != a.High {
			fmt.Fprintf(w, " (%g to %g)", a.Low, a.High)
		}
		fmt.Fprintf(w, ": %s\n", a.Why)
	}
}

// evidence prints the sentences behind the links of a map's variable.
func evidence(w io.Writer, sentences []*entente.Statement) {
	if len(sentences) == 0 {
		return
	}
	fmt.Fprintf(w, "\nThe sentences:\n")
	for _, s := range sentences {
		fmt.Fprintf(w, "  %s\n    “%s”\n    %s, characters %d to %d, rule %s\n", Slots(s), strings.Join(strings.Fields(s.Quote), " "),
			Place(s.DocName, s.Section, s.Paragraph), s.Start, s.End, s.Rule)
	}
}
