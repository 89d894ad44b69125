package report

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/assemble"
)

// Summary prints what a build found, in the order of the pipeline.
func Summary(w io.Writer, docs []*entente.Document, c entente.Collation, sts []entente.Statement, m entente.Map, answers []entente.Answer) {
	head(w, fmt.Sprintf("%d documents, %d works", len(docs), len(c.Works)))
	Works(w, c)
	head(w, fmt.Sprintf("%d statements", len(sts)))
	Kinds(w, docs, sts)
	head(w, fmt.Sprintf("%d links between %d concepts, %d disagreements", len(m.Links), len(m.Concepts), len(m.Disagreements)))
	sentence := lookup(sts)
	Links(w, m.Links[:min(10, len(m.Links))], sentence)
	if len(answers) > 0 {
		head(w, "What follows, over the ensemble of the map's model")
		Answers(w, answers)
	}
}

// Map prints links and disagreements.
func Map(w io.Writer, m entente.Map, sentence func(entente.StatementID) *entente.Statement) {
	fmt.Fprintf(w, "%d links between %d concepts; %d claims with a side that no concept fits\n\n", len(m.Links), len(m.Concepts), len(m.Ungrounded))
	Links(w, m.Links, sentence)
	if len(m.Disagreements) > 0 {
		head(w, "Where authors, or sentences, disagree")
		Disagreements(w, m.Disagreements, sentence)
	}
}

func lookup(sts []entente.Statement) func(entente.StatementID) *entente.Statement {
	byID := make(map[entente.StatementID]*entente.Statement, len(sts))
	for i := range sts {
		byID[sts[i].ID] = &sts[i]
	}
	return func(id entente.StatementID) *entente.Statement { return byID[id] }
}

func head(w io.Writer, title string) { fmt.Fprintf(w, "\n%s\n%s\n", title, strings.Repeat("═", 60)) }

// Head prints the title of a part of a longer output.
func Head(w io.Writer, title string) { head(w, title) }

// LedgerCSV writes the ledger for spreadsheets.
func LedgerCSV(w io.Writer, entries []assemble.Entry) error {
	rows := [][]string{{"date", "speaker", "stance", "addressee", "value", "unit", "topic", "works", "quote", "doc", "section", "paragraph", "statements"}}
	for i := range entries {
		e := &entries[i]
		value := ""
		if e.Value != nil {
			value = strconv.FormatFloat(*e.Value, 'f', -1, 64)
		}
		rows = append(rows, []string{e.Date, list(e.Speaker), e.Stance, list(e.Addressee), value, e.Unit, e.Topic, itoa(e.Works), e.Quote, e.Doc, e.Section, itoa(e.Paragraph), list(e.Statements)})
	}
	return csv.NewWriter(w).WriteAll(rows)
}

// TimelineCSV writes the timeline for spreadsheets.
func TimelineCSV(w io.Writer, happenings []assemble.Happening) error {
	rows := [][]string{{"date", "date_end", "action", "actors", "realis", "works", "quote", "doc", "section", "paragraph", "statements"}}
	for i := range happenings {
		h := &happenings[i]
		rows = append(rows, []string{h.Date, h.DateEnd, h.Action, list(h.Actors), h.Realis, itoa(h.Works), h.Quote, h.Doc, h.Section, itoa(h.Paragraph), list(h.Statements)})
	}
	return csv.NewWriter(w).WriteAll(rows)
}

func list[T ~string](items []T) string {
	out := make([]string, len(items))
	for i, it := range items {
		out[i] = string(it)
	}
	return strings.Join(out, "; ")
}
