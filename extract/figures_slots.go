package extract

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// statement turns a reading into a statement.
func (r *reading) statement() entente.Statement {
	status, cue := r.status()
	r.standing = status
	r.holder = r.natural(r.whose(status, cue), status, cue)
	if r.bareYuan() && len(r.holder) > 0 && r.holder[0].State() == "TWN" {
		r.unit = "TWD"
	}
	f := &entente.Figure{
		Unit: r.unit, Class: r.class, Status: status, Approx: r.Approx,
		Holder: r.holder, Source: []entente.ActorID{}, Date: r.date(status),
	}
	if !r.Vague {
		v := r.value
		f.Value = &v
	}
	f.Measure = r.shown()
	if cue >= 0 {
		if who := r.p.subjectAt(r.s, cue).actors; len(who) > 0 && !slices.Equal(who, r.holder) {
			f.Source = who
		}
	}
	if r.unit == "%GDP" && status == "demanded" && cue >= 0 {
		r.p.askedShare(r.p.subjectAt(r.s, cue).actors, r.holder)
	}
	if r.unit == "%GDP" && len(r.holder) > 0 {
		r.p.remember("", r.holder)
	}
	r.learn(status)
	if r.class == "substantive" && len(r.holder) > 0 {
		r.p.remember("last", r.holder)
		r.p.lastFigure = r.s.index
	}
	if status != "threshold" {
		r.p.lastReading = r
	}
	start, end := r.mention()
	st := r.p.statement(r.s, entente.KindFigure, r.rule(), start, end)
	st.Figure = f
	st.ID = entente.NewStatementID(r.p.doc.ID, entente.KindFigure, st.Start, st.End, fmt.Sprintf("%s|%d|%g", r.unit, st.Mention.Start, r.value))
	return st
}

// shown is what the figure measures, for who reads it: a share of the product is a
// share spent on something, on defence where the sentence speaks of that.
func (r *reading) shown() string {
	const defence = "defence spending"
	if r.unit == "%GDP" && (r.measure < 0 || figureData.Measures.general[r.measure]) && figureData.Defending.in(r.text(), 0, len(r.text())) {
		return defence
	}
	if r.measure >= 0 && r.measureAt < r.Start && r.unit[0] != '%' && r.unit != "pp" && !r.money() && r.apart() {
		return ""
	}
	gloss := r.gloss()
	if r.unit == "count" && gloss == "public opinion" || r.class == "ordinal" && gloss == "tariff rate" {
		return "" // 240 people, our first duty
	}
	return gloss
}

// date is when the figure was stated or holds. What is planned holds for the year by
// which it is to be, if that stands beside it and the sentence gives no other date: to
// 5 % by 2035, 到2027财年提高到2%.
func (r *reading) date(status string) string {
	if d, ok := r.datedBehind(); ok {
		return d
	}
	if d, ok := r.p.mainDate(r.s, r.Start); status == "planned" && (!ok || d.aim) {
		for _, d := range r.p.datesIn(r.s) {
			if c := r.clause(); d.aim && d.Start >= c.start && d.End <= c.end {
				return d.from.String()
			}
		}
	}
	return r.p.dateAt(r.s, r.Start)
}

// datedBehind is the date right behind an English number, which is its own: from 70
// percent in 2024 to 55 percent of GDP in fiscal 2025.
func (r *reading) datedBehind() (string, bool) {
	if r.p.doc.Lang != entente.English {
		return "", false
	}
	text := r.text()
	for _, d := range r.p.datesIn(r.s) {
		if d.Start < r.End || d.quoted || d.since || d.from.Year == 0 || d.From.Span != 0 {
			continue
		}
		i, in := r.End, false
		for i < d.Start {
			n, _ := figureData.DatedBy.at(text, i, d.Start)
			if n == 0 && text[i] != ' ' {
				return "", false
			}
			in = in || n > 0
			i += max(1, n)
		}
		return d.from.String(), in
	}
	return "", false
}

func (r *reading) rule() entente.RuleID {
	name := map[string]string{
		"%GDP": "percent-gdp", "%": "percent", "pp": "percentage-points", "count": "count",
		"year": "duration", "rank": "rank", "ordinal": "ordinal",
	}[r.unit]
	switch {
	case name == "" && r.money():
		name = "money"
	case name == "":
		name = "measure" // km, t
	}
	return entente.RuleID("figure/" + string(r.p.doc.Lang) + "/" + name)
}

// mention is the number with its unit and, if near before it, what it measures.
func (r *reading) mention() (int, int) {
	start, end := r.Start, r.End
	text := r.text()
	// 400 of them, with a range of 1,000 km; the anniversary of the first mission
	othersMeasure := r.unit == "count" && r.before != nil && r.before.End > r.measureAt
	ordinal := (r.class == "ordinal" || r.unit == "rank") && r.p.doc.Lang == entente.English
	if r.measureAt < start && start-r.measureAt <= 60 && !othersMeasure && !ordinal && !r.apart() {
		start = r.measureAt
		if n, _ := figureData.ObjectMarks.at(text, max(0, start-1), len(text)); n > 0 {
			start--
		}
	}
	for _, m := range r.s.names {
		if m.Start > end && m.Start <= end+1 && m.End-m.Start < 20 && (text[end] == '的' || text[end] == ' ') {
			end = m.End
			break
		}
	}
	return start, end
}

// apart reports whether an English number stands for itself, whatever is measured before
// it: trade deficits over two decades, patrol boats to 13 countries, population and 60
// percent of the product.
func (r *reading) apart() bool {
	if r.p.doc.Lang != entente.English {
		return false
	}
	text := r.text()
	between := string(text[r.measureAt:r.Start])
	if strings.Contains(between, " and ") || strings.ContainsAny(between, "—–(;") {
		return true
	}
	switch r.unit {
	case "%", "%GDP", "pp":
		return false
	case "count":
		next := wordAfter(text, r.End)
		return next != "" && !enBehindCount[next]
	}
	return !r.money()
}

// enBehindCount follow a number that counts what stands before it.
var enBehindCount = enWords("in by of from to at on for as and or but with after before during since until under over per a the this last next while when which who that were was is are have has had will would could may might must can")

// majorities returns the vague majorities of a sentence: most Japanese voters.
func (p *passage) majorities(s *sentence) []entente.Statement {
	var out []entente.Statement
	text := s.view.Text
	for i := 0; i < len(text); i++ {
		if !figureData.Majority.starts(text[i]) {
			continue
		}
		n, _ := figureData.Majority.at(text, i, len(text))
		if n == 0 {
			continue
		}
		from, to := max(0, i-6), min(len(text), i+n+24)
		if !figureData.Measures.ahead.in(text, i+n, to) {
			i += n - 1
			continue
		}
		names := s.namesIn(from, to)
		end := i + n
		if len(names) > 0 {
			st := p.statement(s, entente.KindFigure, entente.RuleID("figure/"+string(p.doc.Lang)+"/majority"), min(i, names[0].Start), max(end, names[0].End))
			st.Figure = &entente.Figure{Unit: "majority", Class: "vague", Holder: names[0].Actors(), Source: []entente.ActorID{}, Status: "estimate", Date: p.dateAt(s, i)}
			st.ID = entente.NewStatementID(p.doc.ID, entente.KindFigure, st.Start, st.End, fmt.Sprintf("majority|%d", st.Mention.Start))
			out = append(out, st)
		}
		i = end - 1
	}
	return out
}
