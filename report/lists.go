package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/assemble"
)

func itoa(n int) string { return strconv.Itoa(n) }

// Documents lists documents with what reading found in them.
func Documents(w io.Writer, docs []*entente.Document) {
	var rows [][]string
	for _, d := range docs {
		rows = append(rows, []string{d.Name, string(d.Lang) + "-" + string(d.Script), d.Encoding, itoa(len(d.Runes())),
			itoa(len(d.Sections)), itoa(len(d.Sentences)), itoa(len(d.Notes)), shorten(d.Title, 44)})
	}
	print(w, []column{{head: "document"}, {head: "language"}, {head: "encoding"}, {head: "characters", right: true},
		{head: "sections", right: true}, {head: "sentences", right: true}, {head: "notes", right: true}, {head: "title"}}, rows)
}

// Kinds counts statements by kind and language.
func Kinds(w io.Writer, docs []*entente.Document, sts []entente.Statement) {
	lang := map[entente.DocID]entente.Lang{}
	for _, d := range docs {
		lang[d.ID] = d.Lang
	}
	count := map[entente.Kind]map[entente.Lang]int{}
	for _, s := range sts {
		if count[s.Kind] == nil {
			count[s.Kind] = map[entente.Lang]int{}
		}
		count[s.Kind][lang[s.Doc]]++
	}
	langs := []entente.Lang{entente.Chinese, entente.Japanese, entente.Korean, entente.English}
	columns := []column{{head: "kind"}}
	for _, l := range langs {
		columns = append(columns, column{head: string(l), right: true})
	}
	var rows [][]string
	for _, k := range entente.Kinds {
		row, total := []string{string(k)}, 0
		for _, l := range langs {
			row = append(row, itoa(count[k][l]))
			total += count[k][l]
		}
		rows = append(rows, append(row, itoa(total)))
	}
	print(w, append(columns, column{head: "all", right: true}), rows)
}

// Statements lists statements with their slots and the words they stand on.
func Statements(w io.Writer, sts []entente.Statement) {
	var rows [][]string
	for i := range sts {
		s := &sts[i]
		quote := s.Mention.Quote
		if quote == "" {
			quote = s.Quote
		}
		rows = append(rows, []string{string(s.Kind), Slots(s), shorten(quote, 120), Place(s.DocName, s.Section, s.Paragraph), string(s.Rule)})
	}
	print(w, []column{{head: "kind"}, {head: "says", width: 50}, {head: "words", width: 60}, {head: "where", width: 30}, {head: "rule"}}, rows)
}

// Slots writes what a statement says in one line.
func Slots(s *entente.Statement) string {
	switch s.Kind {
	case entente.KindFigure:
		f := s.Figure
		value := "?"
		if f.Value != nil {
			value = assemble.FormatAmount(*f.Value, f.Unit)
		} else if f.Unit != "" {
			value += " " + f.Unit
		}
		return words(value, f.Status, f.Measure, of("of", f.Holder), of("says", f.Source), f.Date)
	case entente.KindEvent:
		return words(s.Event.Date, s.Event.Action, Names(s.Event.Actors))
	case entente.KindPosition:
		p := s.Position
		return words(Names(p.Speaker), p.Stance, of("→", p.Addressee), p.Topic, p.Date)
	case entente.KindClaim:
		c := s.Claim
		return words(orUnknown(c.CauseConcept, c.Cause.Quote), "─"+c.Polarity.String()+"→", orUnknown(c.EffectConcept, c.Effect.Quote), "("+c.Modality+")")
	case entente.KindInstitution:
		return words(s.Institution.NameEn, "("+s.Institution.Kind+")", strings.Join(s.Institution.Members, " "))
	case entente.KindNote:
		return words(s.Note.Marker, shorten(s.Note.Text, 100))
	}
	return ""
}

func of(word string, actors []entente.ActorID) string {
	if len(actors) == 0 {
		return ""
	}
	return word + " " + Names(actors)
}

func orUnknown(c entente.ConceptID, quote string) string {
	switch {
	case c != "":
		return string(c)
	case quote != "":
		return "“" + shorten(quote, 24) + "”"
	}
	return "(what was said before)"
}

func words(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, " ")
}

// Ledger lists who asked, promised and refused what, of whom, when.
func Ledger(w io.Writer, entries []assemble.Entry) {
	var rows [][]string
	for i := range entries {
		e := &entries[i]
		rows = append(rows, []string{e.Date, Names(e.Speaker), e.Stance, Names(e.Addressee), e.Amount(), shorten(e.Topic, 60),
			itoa(e.Works), shorten(e.Quote, 96), Place(e.Doc, e.Section, e.Paragraph)})
	}
	print(w, []column{{head: "date"}, {head: "who", width: 24}, {head: "stance"}, {head: "of whom", width: 18}, {head: "amount", right: true},
		{head: "what", width: 28}, {head: "works", right: true}, {head: "sentence", width: 50}, {head: "where", width: 26}}, rows)
}

// Timeline lists dated happenings.
func Timeline(w io.Writer, happenings []assemble.Happening) {
	var rows [][]string
	for i := range happenings {
		h := &happenings[i]
		rows = append(rows, []string{h.Date, h.Action, Names(h.Actors), itoa(h.Works), shorten(h.Quote, 120), Place(h.Doc, h.Section, h.Paragraph)})
	}
	print(w, []column{{head: "date"}, {head: "action"}, {head: "who", width: 30}, {head: "works", right: true}, {head: "sentence", width: 60}, {head: "where", width: 28}}, rows)
}

// Offers lists phrases that no concept fits.
func Offers(w io.Writer, offers []assemble.Offer) {
	var rows [][]string
	for i := range offers {
		o := &offers[i]
		rows = append(rows, []string{shorten(o.Name, 60), string(o.Lang), itoa(o.Works), itoa(len(o.Statements)), shorten(strings.Join(o.Phrases[1:], " | "), 120)})
	}
	print(w, []column{{head: "phrase", width: 40}, {head: "language"}, {head: "works", right: true}, {head: "claims", right: true}, {head: "and", width: 60}}, rows)
}

// Links lists the links of a map, each with one sentence that says so.
func Links(w io.Writer, links []entente.Link, sentence func(entente.StatementID) *entente.Statement) {
	var rows [][]string
	for _, l := range links {
		quote, where := "", ""
		for _, id := range append(l.Statements, l.Denials...) {
			if s := sentence(id); s != nil {
				quote, where = s.Quote, Place(s.DocName, s.Section, s.Paragraph)
				break
			}
		}
		rows = append(rows, []string{string(l.Cause), l.Sign.String(), string(l.Effect), fmt.Sprintf("%.2f", l.Belief), itoa(len(l.Works)),
			itoa(len(l.Statements)), shorten(quote, 96), where})
	}
	print(w, []column{{head: "cause"}, {head: ""}, {head: "effect"}, {head: "belief", right: true}, {head: "works", right: true},
		{head: "claims", right: true}, {head: "one of the sentences", width: 50}, {head: "where", width: 26}}, rows)
}

// Disagreements sets the sentences of both sides side by side.
func Disagreements(w io.Writer, ds []entente.Disagreement, sentence func(entente.StatementID) *entente.Statement) {
	var rows [][]string
	for _, d := range ds {
		link := string(d.Cause) + " → " + string(d.Effect)
		if d.Other != "" {
			link += " against " + string(d.Other)
		}
		rows = append(rows, []string{link, d.Kind, first(d.For, sentence), first(d.Contra, sentence)})
	}
	print(w, []column{{head: "link", width: 30}, {head: "kind"}, {head: "one says", width: 52}, {head: "another says", width: 52}}, rows)
}

func first(ids []entente.StatementID, sentence func(entente.StatementID) *entente.Statement) string {
	for _, id := range ids {
		if s := sentence(id); s != nil {
			return shorten(s.Quote, 130) + " [" + Place(s.DocName, s.Section, s.Paragraph) + "]"
		}
	}
	return ""
}

// Answers lists what scenarios do to outcomes, scenario by scenario; outcomes
// that most runs leave as they are share one row.
func Answers(w io.Writer, answers []entente.Answer) {
	var rows [][]string
	for from := 0; from < len(answers); {
		to := from
		for to < len(answers) && answers[to].Scenario == answers[from].Scenario {
			to++
		}
		rows = append(rows, scenarioRows(answers[from:to])...)
		from = to
	}
	print(w, []column{{head: "scenario"}, {head: "outcome", width: 34}, {head: "in", right: true}, {head: "goes"}, {head: "base", right: true},
		{head: "change", right: true}, {head: "5 % … 95 % of runs", right: true}, {head: "runs that agree", right: true}, {head: "hangs on", width: 58}}, rows)
}

func scenarioRows(answers []entente.Answer) [][]string {
	var rows [][]string
	var still []string
	name := answers[0].Scenario
	for _, a := range answers {
		if a.Direction == "none" {
			still = append(still, string(a.Variable))
			continue
		}
		rows = append(rows, []string{name, string(a.Variable), fmt.Sprintf("%.0f", a.At), a.Direction, number(a.Base), signed(a.Median),
			signed(a.Low) + " … " + signed(a.High), fmt.Sprintf("%.0f %%", 100*a.Agree), hangsOn(a.HangsOn)})
		name = ""
	}
	if len(still) > 0 {
		rows = append(rows, []string{name, "no change in most runs", "", "", "", "", "", "", strings.Join(still, ", ")})
	}
	return rows
}

// hangsOn names assumptions for people: of a map's model, whether a link
// holds, how much it moves and how soon.
func hangsOn(names []string) string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = n
		for prefix, word := range map[string]string{"held_": "whether ", "weight_": "how much ", "delay_": "how soon "} {
			if link, ok := strings.CutPrefix(n, prefix); ok {
				out[i] = word + strings.NewReplacer("_raises_", " raises ", "_lowers_", " lowers ").Replace(link)
			}
		}
	}
	return strings.Join(out, "; ")
}

func number(v float64) string { return strconv.FormatFloat(v, 'g', 4, 64) }

func signed(v float64) string {
	if v == 0 {
		return "0"
	}
	return fmt.Sprintf("%+.2g", v)
}
