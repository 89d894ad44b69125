package exchange

import (
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/ententelab/entente"
)

var columns = []string{"cause", "sign", "effect", "belief", "strength", "delay", "works", "authors", "stance", "statement", "quote", "doc", "section", "paragraph"}

// stances of a row: what its statement says of the link.
const (
	forLink     = "for"
	againstLink = "against"
	noLink      = "ungrounded" // a claim with a side that no concept fits
)

// WriteCSV writes one row per link and statement.
func WriteCSV(w io.Writer, m entente.Map, sentence Lookup) error {
	out := csv.NewWriter(w)
	out.Write(columns)
	for _, l := range m.Links {
		head := []string{string(l.Cause), l.Sign.String(), string(l.Effect), strconv.FormatFloat(l.Belief, 'f', -1, 64), l.Strength, l.Delay, join(l.Works), strings.Join(l.Authors, "; ")}
		for _, id := range l.Statements {
			out.Write(row(head, forLink, id, sentence))
		}
		for _, id := range l.Denials {
			out.Write(row(head, againstLink, id, sentence))
		}
	}
	for _, id := range m.Ungrounded {
		out.Write(row(make([]string, 8), noLink, id, sentence))
	}
	out.Flush()
	return out.Error()
}

func row(head []string, stance string, id entente.StatementID, sentence Lookup) []string {
	out := append(append([]string{}, head...), stance, string(id), "", "", "", "")
	if s := sentence(id); s != nil {
		copy(out[10:], []string{s.Quote, s.DocName, s.Section, strconv.Itoa(s.Paragraph)})
	}
	return out
}

func join(works []entente.WorkID) string {
	parts := make([]string, len(works))
	for i, w := range works {
		parts[i] = string(w)
	}
	return strings.Join(parts, "; ")
}

func split[T ~string](s string) []T {
	var out []T
	for _, part := range strings.Split(s, "; ") {
		if part != "" {
			out = append(out, T(part))
		}
	}
	return out
}

// ReadCSV reads what WriteCSV wrote. file is for error messages.
func ReadCSV(file string, r io.Reader) (entente.Map, error) {
	in := csv.NewReader(r)
	if head, err := in.Read(); err != nil || strings.Join(head, ",") != strings.Join(columns, ",") {
		return entente.Map{}, damaged(file, 1, "is not a table of links: its columns should be %s", strings.Join(columns, ","))
	}
	var links []entente.Link
	var ungrounded []entente.StatementID
	at := map[entente.LinkID]int{}
	for {
		f, err := in.Read()
		if errors.Is(err, io.EOF) {
			return complete(links, ungrounded), nil
		}
		line, _ := in.FieldPos(0)
		if err != nil {
			return entente.Map{}, damaged(file, line, "is not a row of the table: %v", err)
		}
		if f[8] == noLink {
			ungrounded = append(ungrounded, entente.StatementID(f[9]))
			continue
		}
		l, err := linkOf(f)
		if err != nil {
			return entente.Map{}, damaged(file, line, "%v", err)
		}
		i, known := at[l.ID]
		if !known {
			i = len(links)
			at[l.ID] = i
			links = append(links, l)
		}
		if f[8] == againstLink {
			links[i].Denials = append(links[i].Denials, entente.StatementID(f[9]))
		} else {
			links[i].Statements = append(links[i].Statements, entente.StatementID(f[9]))
		}
	}
}

func linkOf(f []string) (entente.Link, error) {
	var sign entente.Sign
	if err := sign.UnmarshalText([]byte(f[1])); err != nil {
		return entente.Link{}, err
	}
	belief, err := strconv.ParseFloat(f[3], 64)
	if err != nil {
		return entente.Link{}, err
	}
	l := entente.Link{Cause: entente.ConceptID(f[0]), Effect: entente.ConceptID(f[2]), Sign: sign, Belief: belief,
		Strength: f[4], Delay: f[5], Works: split[entente.WorkID](f[6]), Authors: split[string](f[7])}
	l.ID = entente.NewLinkID(l.Cause, l.Effect, l.Sign)
	return l, nil
}
