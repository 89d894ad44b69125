package report

import (
	"encoding/csv"
	"io"
	"strconv"

	"github.com/ententelab/entente/assemble"
)

// Promises lists promises, each with its deeds below it.
func Promises(w io.Writer, promises []assemble.Promise) {
	var rows [][]string
	for i := range promises {
		p := &promises[i]
		rows = append(rows, []string{p.Date, Names(p.Speaker), "promised", p.Amount(), p.Outcome, shorten(p.Quote, 120), Place(p.Doc, p.Section, p.Paragraph)})
		for j := range p.Deeds {
			d := &p.Deeds[j]
			rows = append(rows, []string{"  " + d.Date, "", deedWord(d), deedAmount(d), "", shorten(d.Quote, 120), deedPlace(d)})
		}
	}
	print(w, []column{{head: "date"}, {head: "who", width: 24}, {head: "word or deed"}, {head: "amount", right: true},
		{head: "outcome"}, {head: "sentence", width: 60}, {head: "where", width: 30}}, rows)
}

// PromisesCSV writes a line for each promise and each deed.
func PromisesCSV(w io.Writer, promises []assemble.Promise) error {
	rows := [][]string{{"promise", "date", "word_or_deed", "speaker", "value", "unit", "outcome", "quote", "doc", "section", "paragraph", "source", "statements"}}
	for i := range promises {
		p := &promises[i]
		n := itoa(i + 1)
		rows = append(rows, []string{n, p.Date, "promised", list(p.Speaker), orNothing(p.Value), p.Unit, p.Outcome, p.Quote, p.Doc, p.Section, itoa(p.Paragraph), "", list(p.Statements)})
		for j := range p.Deeds {
			d := &p.Deeds[j]
			rows = append(rows, []string{n, d.Date, deedWord(d), "", orNothing(d.Value), d.Unit, "", d.Quote, d.Doc, d.Section, itoa(d.Paragraph), d.Source, list(d.Statements)})
		}
	}
	return csv.NewWriter(w).WriteAll(rows)
}

func orNothing(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}

// deedWord names a deed: what was done, or where its amount comes from.
func deedWord(d *assemble.Deed) string {
	if d.Kind == "event" {
		return d.Action
	}
	return d.Kind
}

func deedAmount(d *assemble.Deed) string {
	if d.Value == nil {
		return ""
	}
	return assemble.FormatAmount(*d.Value, d.Unit)
}

func deedPlace(d *assemble.Deed) string {
	if d.Kind == "record" {
		return d.Source
	}
	return Place(d.Doc, d.Section, d.Paragraph)
}
