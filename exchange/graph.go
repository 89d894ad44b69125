package exchange

import (
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/ententelab/entente"
)

// WriteGraphML writes a directed graph for Gephi, yEd and the like.
func WriteGraphML(w io.Writer, m entente.Map) error {
	var b strings.Builder
	b.WriteString(xml.Header + `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
 <key id="sign" for="edge" attr.name="sign" attr.type="string"/>
 <key id="belief" for="edge" attr.name="belief" attr.type="double"/>
 <key id="works" for="edge" attr.name="works" attr.type="int"/>
 <key id="claims" for="edge" attr.name="claims" attr.type="int"/>
 <graph edgedefault="directed">
`)
	for _, c := range m.Concepts {
		fmt.Fprintf(&b, "  <node id=\"%s\"/>\n", escape(c))
	}
	for _, l := range m.Links {
		fmt.Fprintf(&b, "  <edge source=\"%s\" target=\"%s\"><data key=\"sign\">%s</data><data key=\"belief\">%g</data><data key=\"works\">%d</data><data key=\"claims\">%d</data></edge>\n",
			escape(l.Cause), escape(l.Effect), l.Sign, l.Belief, len(l.Works), len(l.Statements))
	}
	b.WriteString(" </graph>\n</graphml>\n")
	_, err := io.WriteString(w, b.String())
	return err
}

func escape(c entente.ConceptID) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(c)) // a Builder takes every write
	return b.String()
}

// WriteDOT writes a graph for Graphviz: dashed red lowers, width is belief.
func WriteDOT(w io.Writer, m entente.Map) error {
	var b strings.Builder
	b.WriteString("digraph map {\n rankdir=LR; node [shape=box, style=rounded];\n")
	for _, c := range m.Concepts {
		fmt.Fprintf(&b, " %q [label=%q];\n", c, strings.ReplaceAll(string(c), "_", " "))
	}
	for _, l := range m.Links {
		style := "color=\"#4a7ba6\""
		if l.Sign == entente.Minus {
			style = "color=\"#b3473c\", style=dashed, arrowhead=tee"
		}
		fmt.Fprintf(&b, " %q -> %q [%s, penwidth=%.2f, label=%q];\n", l.Cause, l.Effect, style, 1+3*l.Belief, l.Sign.String())
	}
	b.WriteString("}\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// WriteFCM writes the matrix of a fuzzy cognitive map as CSV: row causes,
// column effects, cells from -1 to 1. Two links of opposite sign between the
// same concepts are added.
func WriteFCM(w io.Writer, m entente.Map) error {
	out := csv.NewWriter(w)
	head := []string{""}
	for _, c := range m.Concepts {
		head = append(head, string(c))
	}
	out.Write(head)
	for _, cause := range m.Concepts {
		cells := make([]float64, len(m.Concepts))
		for _, l := range m.Links {
			if l.Cause == cause {
				cells[slices.Index(m.Concepts, l.Effect)] += float64(l.Sign) * l.Belief
			}
		}
		row := []string{string(cause)}
		for _, v := range cells {
			row = append(row, strconv.FormatFloat(v, 'f', -1, 64))
		}
		out.Write(row)
	}
	out.Flush()
	return out.Error()
}
