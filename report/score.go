package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/score"
)

// Scores lists precision, recall and F1 per kind, level, and document or
// language.
func Scores(w io.Writer, rows []score.Row) {
	var cells [][]string
	for _, r := range rows {
		cells = append(cells, []string{string(r.Kind), r.Level, r.Doc, itoa(r.Gold), itoa(r.Found), itoa(r.Hits),
			fmt.Sprintf("%.3f", r.Precision), fmt.Sprintf("%.3f", r.Recall), fmt.Sprintf("%.3f", r.F1)})
	}
	print(w, []column{{head: "kind"}, {head: "level"}, {head: "document"}, {head: "gold", right: true}, {head: "found", right: true}, {head: "hits", right: true},
		{head: "precision", right: true}, {head: "recall", right: true}, {head: "F1", right: true}}, cells)
}

// ScoreErrors lists what was missed and what is not in the gold, by document
// and place.
func ScoreErrors(w io.Writer, errs []score.Error) {
	for _, e := range errs {
		if e.Record != nil {
			fmt.Fprintf(w, "missed  %-11s %s %d %s: %s\n", e.Kind, e.Doc, e.Record.Start, e.Record.ID, recordSlots(e.Kind, e.Record))
			fmt.Fprintf(w, "        %s\n", shorten(e.Record.Quote, 160))
		} else {
			fmt.Fprintf(w, "extra   %-11s %s %d %s: %s\n", e.Kind, e.Doc, e.Statement.Start, e.Statement.Rule, Slots(e.Statement))
			fmt.Fprintf(w, "        %s\n", shorten(e.Statement.Quote, 160))
		}
	}
}

func recordSlots(kind entente.Kind, r *score.Record) string {
	switch kind {
	case entente.KindFigure:
		value := "?"
		if r.Value != nil {
			value = number(*r.Value)
		}
		return words(value, r.Unit, r.Status, strings.Join(r.Holder, " "))
	case entente.KindEvent:
		return words(r.Date, r.Action)
	case entente.KindPosition:
		return words(strings.Join(r.Speaker, " "), r.Stance)
	case entente.KindClaim:
		return words(r.CauseConcept, "─"+r.Polarity+"→", r.EffectConcept, "("+r.Modality+")")
	case entente.KindInstitution:
		return words(r.Name, r.InstKind)
	}
	return r.Marker
}

// Rules lists the precision of every rule with how many findings it rests on,
// and of each kind and language, in the shape of assemble/reliability.tsv.
func Rules(w io.Writer, rules map[entente.RuleID][2]int) {
	sums := map[string][2]int{}
	for rule, n := range rules {
		for key := string(rule); key != ""; {
			s := sums[key]
			sums[key] = [2]int{s[0] + n[0], s[1] + n[1]}
			i := strings.LastIndexByte(key, '/')
			key = key[:max(i, 0)]
		}
	}
	var keys []string
	for k := range sums {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	fmt.Fprintln(w, "# rule\tprecision\tfound")
	for _, k := range keys {
		n := sums[k]
		fmt.Fprintf(w, "%s\t%.3f\t%d\n", k, float64(n[1]+1)/float64(n[0]+2), n[0]) // one right and one wrong added: few findings prove little
	}
}
