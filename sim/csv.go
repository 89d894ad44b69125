package sim

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	entente "github.com/ententelab/entente"
)

// WriteCSV writes a run: the first column is time, then every variable as the
// model spells it, elements as name[element]; one row per save step. Numbers
// are written so that they read back exactly.
func WriteCSV(w io.Writer, r *entente.Run) error {
	b := bufio.NewWriter(w)
	b.WriteString("time")
	for _, n := range r.Names {
		b.WriteByte(',')
		b.WriteString(csvField(string(n)))
	}
	b.WriteByte('\n')
	for row, t := range r.Time {
		b.WriteString(number(t))
		for i := range r.Names {
			b.WriteByte(',')
			b.WriteString(number(r.Values[i][row]))
		}
		b.WriteByte('\n')
	}
	return b.Flush()
}

func number(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// csvField quotes a field where RFC 4180 asks for it.
func csvField(s string) string {
	if strings.ContainsAny(s, ",\"\r\n") {
		return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	return s
}
