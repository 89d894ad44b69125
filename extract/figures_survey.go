package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// Whose a quantity is not: who only counts it. A poll speaks for those asked, an
// institute for the region whose spending it adds up.

// counts reports whether an actor tells figures about others: a newspaper, a
// broadcaster, a research institute.
func (p *passage) counts(a entente.ActorID) bool {
	if slices.Contains(figureData.Reckoners, a) {
		return true
	}
	e := p.lex.Entry(string(a))
	return e != nil && (e.Kind == "media" || e.Kind == "research_body")
}

// onlyCounts reports whether all of the actors only tell figures about others.
func (p *passage) onlyCounts(who []entente.ActorID) bool {
	return len(who) > 0 && !slices.ContainsFunc(who, func(a entente.ActorID) bool { return !p.counts(a) })
}

// answerers is who was asked in a poll that the sentence tells of: the people
// named with their state, those of the share before, those where who asked is at
// home, or those of the poll told before.
func (r *reading) answerers() []entente.ActorID {
	if r.unit != "%" || r.standing == "demanded" || !r.surveyed() {
		return nil
	}
	who := r.asksWhom()
	if len(who) > 0 {
		r.p.answerers = who
	}
	return who
}

func (r *reading) asksWhom() []entente.ActorID {
	text := r.text()
	if who := r.region(r.End, min(len(text), r.End+16)); who != nil && who[0] != "GROUP/world" {
		return who
	}
	if who := r.among(); len(who) > 0 {
		return who
	}
	if who := r.pollster(); len(who) > 0 {
		return who
	}
	if r.answersQuestion() && len(r.p.answerers) > 0 {
		return r.p.answerers
	}
	c := r.clause()
	names := slices.Concat(r.s.namesIn(c.start, c.end), r.s.namesIn(0, len(text))) // 对日本没有好感的中国受访者为88%,对中国没有好感的日本受访者为89%
	for _, m := range names {
		who := m.Actors()
		if r.opinedOn(m.Start, m.End) {
			continue
		}
		if len(who) > 0 && (r.peopleAt(m.End) || strings.HasSuffix(string(who[0]), "/public")) && m.Start < r.End+24 {
			return statesOf(who)
		}
	}
	if r.before != nil && r.before.surveyed() && len(r.before.holder) > 0 {
		return r.before.holder
	}
	if who := r.region(0, r.Start); who != nil && who[0] != "GROUP/world" {
		return who
	}
	if who := r.askedIn(); who != nil {
		return who
	}
	if who := r.surveyOf(); len(who) > 0 {
		return who
	}
	for i, m := range r.s.actors {
		who := m.Actors()
		if !r.p.onlyCounts(who) || slices.Contains(figureData.Reckoners, who[0]) {
			continue
		}
		for j := m.Start; j < m.End; j++ {
			if n, v := figureData.Regions.at(text, j, m.End); n > 0 {
				return []entente.ActorID{figureData.Regions.ids[v]} // an institute for Southeast Asia
			}
		}
		if i+1 < len(r.s.actors) && r.s.actors[i+1].Start-m.End <= 1 {
			return statesOf(r.s.actors[i+1].Actors()) // Gallup Korea
		}
		return statesOf(who)
	}
	if r.s.index > 0 && len(r.s.namesIn(0, r.Start)) == 0 {
		return r.p.answerers
	}
	return nil
}

// opinedOn reports whether the name text[i:j] is what those asked think something
// of, and not who they are: 信任美国的受访者.
func (r *reading) opinedOn(i, j int) bool {
	text := r.text()
	n, _ := opinions.before(text, i, 0)
	return n > 0 && j < len(text) && text[j] == '的'
}

// opinions are verbs of what is thought of somebody.
var opinions = wordsetOf(true, []string{"信任", "相信", "信赖", "支持", "反对", "喜欢", "讨厌", "担忧", "担心", "看好", "质疑", "依赖", "怀疑", "不满", "厌恶"})

// askedIn is the state in which an English share of opinion was taken: approval of
// the alliance in Japan slid.
func (r *reading) askedIn() []entente.ActorID {
	if r.p.doc.Lang != entente.English || r.gloss() != "approval" && r.gloss() != "public opinion" {
		return nil
	}
	for _, m := range r.s.namesIn(r.clause().start, r.Start) {
		if i := m.Start; i >= 3 && string(r.text()[i-3:i]) == "in " {
			return statesOf(m.Actors())
		}
	}
	return nil
}

// peopleAt reports whether a word for people stands at text[i:].
func (r *reading) peopleAt(i int) bool {
	text := r.text()
	i = skipAhead(text, i)
	if i < len(text) && (text[i] == 'の' || text[i] == '的') {
		i++
	}
	if i < len(text) && text[i] == '人' {
		return true // 日本人
	}
	n, v := figureData.Measures.ahead.at(text, i, len(text))
	return n > 0 && figureData.Measures.glosses[v] == "public opinion"
}

// region is the group of states that a region named in text[from:to] stands for,
// nil if none is.
func (r *reading) region(from, to int) []entente.ActorID {
	text := r.text()
	for i := from; i < to; i++ {
		if n, v := figureData.Regions.at(text, i, to); n > 0 && !r.insideName(i) {
			return []entente.ActorID{figureData.Regions.ids[v]}
		}
	}
	return nil
}

func (r *reading) insideName(i int) bool {
	for _, m := range r.s.names {
		if m.Start <= i && i < m.End {
			return true
		}
	}
	return false
}

// regional is the region that a sum or share is added up over, when nobody but
// who adds it up is named before the number: military expenditure in East Asia,
// 2025年亚洲军费.
func (r *reading) regional() []entente.ActorID {
	if !r.money() && r.unit != "%" && r.unit != "%GDP" || r.measure < 0 && !r.addedUp() || r.gloss() == "public opinion" {
		return nil
	}
	text, c := r.text(), r.clause()
	for _, m := range r.s.namesIn(c.start, r.Start) {
		if !r.p.onlyCounts(m.Actors()) {
			return nil
		}
	}
	if who := r.region(c.start, r.Start); who != nil && !r.shareOfRegion(c.start, r.Start) {
		return who
	}
	const reach = 14
	if to := min(len(text), r.End+reach); (r.unit == "%GDP" || r.gloss() == "gross domestic product") && !r.shareOfRegion(r.End, to) {
		return r.region(r.End, to)
	}
	return nil
}

// addedUp reports whether a body that reckons for others is named before the number.
func (r *reading) addedUp() bool {
	return slices.ContainsFunc(r.s.namesIn(r.clause().start, r.Start), func(m mention) bool { return r.p.onlyCounts(m.Actors()) })
}

// shareOfRegion reports whether the number is what somebody has of the region's
// whole: 占全球0.1%.
func (r *reading) shareOfRegion(from, to int) bool {
	text := r.text()
	for i := from; i < to; i++ {
		if text[i] == '占' || text[i] == '居' {
			return true
		}
	}
	return false
}

// pollster is the state of the paper or agency whose poll an English sentence tells of, which
// asks those at home if nobody else is named as asked.
func (r *reading) pollster() []entente.ActorID {
	text := r.text()
	if r.p.doc.Lang != entente.English || len(r.namedAfter()) > 0 {
		return nil
	}
	for _, m := range r.s.namesIn(0, r.Start) {
		who := statesOf(m.Actors())
		e := r.p.lex.Entry(string(m.Actors()[0]))
		if len(who) != 1 || e == nil || e.Kind != "media" {
			continue
		}
		by, _ := wordLeft(text, m.Start)
		if n, _ := figureData.Surveys.at(text, skipAhead(text, m.End), len(text)); n > 0 || by == "by" && figureData.Surveys.in(text, 0, m.Start) {
			return who
		}
	}
	return nil
}
