// Package report prints results for people: tables that fit a terminal, in
// which every row says where it comes from.
package report

import (
	"io"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"github.com/ententelab/entente"
)

// A column of a table: its heading, and the width beyond which cells wrap (0:
// never).
type column struct {
	head  string
	width int
	right bool
}

// print writes rows under columns, without any ornament that a terminal or a
// pipe could spoil. Chinese characters count two columns.
func print(w io.Writer, columns []column, rows [][]string) {
	t := table.NewWriter()
	t.SetOutputMirror(w)
	style := table.StyleLight
	style.Options = table.Options{DrawBorder: false, SeparateHeader: true, SeparateColumns: false, SeparateRows: false}
	style.Format.Header = text.FormatDefault
	style.Box.PaddingLeft, style.Box.PaddingRight = "", "  "
	t.SetStyle(style)
	head := make(table.Row, len(columns))
	configs := make([]table.ColumnConfig, len(columns))
	for i, c := range columns {
		head[i] = c.head
		configs[i] = table.ColumnConfig{Number: i + 1, WidthMax: c.width, WidthMaxEnforcer: wrap}
		if c.right {
			configs[i].Align, configs[i].AlignHeader = text.AlignRight, text.AlignRight
		}
	}
	t.AppendHeader(head)
	t.SetColumnConfigs(configs)
	for _, r := range rows {
		row := make(table.Row, len(r))
		for i, cell := range r {
			row[i] = cell
		}
		t.AppendRow(row)
	}
	t.Render()
}

// wrap breaks Latin text at words and CJK text anywhere.
func wrap(s string, width int) string {
	if width <= 0 || text.StringWidthWithoutEscSequences(s) <= width {
		return s
	}
	for _, r := range s {
		if r >= 0x2E80 {
			return text.WrapHard(s, width)
		}
	}
	return text.WrapSoft(s, width)
}

// Names writes actors as people read them: "USA/Pete Hegseth" is Pete Hegseth
// (USA).
func Names(actors []entente.ActorID) string {
	out := make([]string, len(actors))
	for i, a := range actors {
		state, name, ok := strings.Cut(string(a), "/")
		switch {
		case !ok:
			out[i] = state
		case state == "ORG" || state == "GROUP":
			out[i] = name
		default:
			out[i] = name + " (" + state + ")"
		}
	}
	return strings.Join(out, ", ")
}

// shorten cuts a quote to n display columns.
func shorten(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	if text.StringWidthWithoutEscSequences(s) <= n {
		return s
	}
	return text.Trim(s, n-1) + "…"
}

// Place says where a statement stands: "a.txt §2(1) ¶3".
func Place(doc, section string, paragraph int) string {
	out := doc
	if section != "" {
		out += " §" + section
	}
	if paragraph > 0 {
		out += " ¶" + itoa(paragraph)
	}
	return out
}
