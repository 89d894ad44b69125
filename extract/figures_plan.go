package extract

import (
	"github.com/ententelab/entente"
	"github.com/ententelab/entente/fold"
)

// programmed reports whether a Chinese number is one of a programme: a word of change
// stands before it, and it belongs to a section that says what is to be done (重点
// 工作任务), to a list of targets (预期目标是:…), or to a duty: 排放量要下降3%.
func (r *reading) programmed() bool {
	if r.p.doc.Lang != entente.Chinese || r.Ordinal {
		return false
	}
	text, c := r.text(), r.clause()
	own := c.start // where the words about this number begin
	if r.before != nil {
		own = max(own, r.before.End)
	}
	verb := r.planVerb(c.start)
	if verb < 0 || figureData.PlanNot.in(text, own, min(c.end, r.End+2)) || r.startingPoint(own) {
		return false
	}
	return r.due(verb) || figureData.TargetLists.in(text, 0, r.Start) || r.p.lookingAhead(r.s)
}

// planVerb is where the last word of change before the number stands, -1 if there
// is none near.
func (r *reading) planVerb(from int) int {
	const near = 14
	text, at := r.text(), -1
	for i := max(from, r.Start-near); i < r.NumStart; i++ {
		if n, _ := figureData.PlanVerbs.at(text, i, r.NumStart); n > 0 {
			at = i
		}
	}
	return at
}

// due reports whether what is to change must: 要下降, 要再降低, and not 主要.
func (r *reading) due(verb int) bool {
	text := r.text()
	if n, _ := figureData.PlanChange.at(text, verb, r.NumStart); n == 0 {
		return false // 意味着每年要拿出30万亿
	}
	for i := verb - 1; i >= max(0, verb-2); i-- {
		if text[i] == '要' && text[i+1] != '求' {
			return i == 0 || !duties.has(text[i-1])
		}
	}
	return false
}

// duties are what 要 stands behind where it is no verb of its own.
var duties = setOf("主需重只必将不想若")

// startingPoint reports whether the number is where a change begins: 由50%提高到60%.
func (r *reading) startingPoint(from int) bool {
	text := r.text()
	for i := r.NumStart; i > max(from, r.NumStart-10); i-- {
		if n, _ := figureData.PlanFrom.before(text, i, from); n > 0 {
			return !figureData.PlanVerbs.in(text, i, r.NumStart)
		}
	}
	return false
}

// stillToCome reports whether the number is a length of time that lies ahead: over the
// next three years, 未来五年.
func (r *reading) stillToCome() bool {
	if r.unit != "year" {
		return false
	}
	text := r.text()
	n, _ := figureData.Coming.before(text, skipSpace(text, r.Start), 0)
	m, _ := figureData.Coming.at(text, r.Start, r.NumEnd) // 今明两年 as one word
	return n > 0 || m > 0
}

// lookingAhead reports whether a sentence stands in a section whose title says that
// it tells what is to be done.
func (p *passage) lookingAhead(s *sentence) bool {
	title := p.sectionTitle(s)
	return figureData.PlanTitles.in(title, 0, len(title)) && !figureData.LookBack.in(title, 0, len(title))
}

// lookingBack reports whether a sentence stands in a section whose title says that it
// tells what was done.
func (p *passage) lookingBack(s *sentence) bool {
	title := p.sectionTitle(s)
	return figureData.LookBack.in(title, 0, len(title)) && !figureData.PlanTitles.in(title, 0, len(title))
}

// sectionTitle is the folded title of the section that a sentence stands in, empty if
// it stands in none.
func (p *passage) sectionTitle(s *sentence) []rune {
	n := p.doc.Paragraphs[s.Paragraph].Section
	if n < 0 {
		return nil
	}
	return []rune(fold.String(p.doc.Sections[n].Title))
}
