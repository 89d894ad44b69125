package extract

import (
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/extract/quantity"
)

// This file reads what begins at a date and holds or runs from then on.

// runFrom is where the noun may stand of what ran from a Chinese date on, for so many
// days: 9月11日起为期两周的“坚毅之龙”演习, 11月15日起一连两天的民调.
func (sp *spell) runFrom(d dated) (int, bool) {
	const reach = 12
	text := sp.text()
	if sp.p.doc.Lang != entente.Chinese || d.End >= len(text) || text[d.End] != '起' {
		return 0, false
	}
	for i := d.End; i < min(len(text), d.End+reach) && text[i] != ','; i++ {
		if text[i] != '的' {
			continue
		}
		if i++; i < len(text) && text[i] == '“' {
			for i < len(text)-1 && text[i] != '”' {
				i++
			}
			i++
		}
		return i, true
	}
	return 0, false
}

// runsFrom reports whether an exercise, meeting or poll ran from a date on.
func (sp *spell) runsFrom(d dated) bool {
	const reach = 6
	text := sp.text()
	at, ok := sp.runFrom(d)
	for i := at; ok && i < min(len(text), at+reach); i++ {
		if n, v := sp.g.nounsOf.at(text, i, len(text)); n > 0 && cueClass(v)&(actExercise|actSurvey|actConsult) != 0 {
			return true
		}
	}
	return false
}

// begins are what can begin at a date and go on: a deployment, a tariff, a law,
// a body. Since then it holds.
const begins = actCoerce | actCooperate | actDeploy | actFound | actLegislate | actApprove | actPublish | actAgree | actExercise

// beginning reports whether a date that something is counted from is when that
// began: the verb stands in its clause, 自2026年3月起部署, 2023년 12월부터 가동된.
func (sp *spell) beginning(d dated) bool {
	if !d.since || d.quoted || d.From.Span != 0 || d.From.Base == quantity.Reference && d.from.Year == 0 {
		return false
	}
	text := sp.text()
	clause := sp.s.clauseAt(d.Start)
	if sp.p.doc.Lang == entente.English {
		return sp.sinceWhen(d)
	}
	if sp.runsFrom(d) {
		return true
	}
	i := skipAhead(text, d.End)
	n, _ := sp.g.starts.at(text, i, len(text))
	m, _ := sp.g.startsBefore.before(text, skipSpace(text, d.Start), 0)
	if planned, _ := sp.g.plannedBefore.before(text, skipSpace(text, d.Start), 0); planned > 0 {
		return true
	}
	if n == 0 && m == 0 || strings.HasPrefix(string(text[i:min(len(text), i+2)]), "以来") {
		return false
	}
	if clause >= 0 && n > 0 && sp.s.clauses[clause].end <= i+n {
		clause++ // 自2017年起,日本向菲律宾移交教练机
	}
	for _, cue := range sp.cues {
		if cue.clause == clause && cue.start >= d.End && cue.class&(begins|cueIssue|nounExercise) != 0 && cue.start-d.End <= 24 {
			return true
		}
	}
	return false
}

// sinceWhen reads "since 2015, when the Diet passed" and "in force since July 23".
func (sp *spell) sinceWhen(d dated) bool {
	text := sp.text()
	if strings.HasPrefix(string(text[d.End:min(len(text), d.End+7)]), ", when ") {
		return true
	}
	n, _ := sp.g.startsBefore.before(text, skipSpace(text, d.Start), 0)
	return n > 0
}
