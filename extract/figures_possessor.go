package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

// possessor is the actor that the number itself is said to belong to: 日本的
// 5500亿美元, Japan's 2 percent.
func (r *reading) possessor() []entente.ActorID {
	text := r.text()
	names := r.s.namesIn(max(0, r.Start-20), r.Start)
	if len(names) == 0 || r.tariff() {
		return nil
	}
	last := names[len(names)-1]
	if r.money() && r.ends() && last.End < r.Start {
		switch string(text[last.End : last.End+1]) {
		case "이", "가", "が":
			return last.Actors() // 한국이 해마다 100억 달러를 냈을 것이라고
		}
	}
	switch string(text[last.End:r.Start]) {
	case "的", "之", "の", "의 ", "의", "'s ", "’s ":
		return last.Actors()
	}
	return nil
}

// changed is whose thing changes by the English number: cut Japan's output by 0.55 percent.
func (r *reading) changed() []entente.ActorID {
	const longest = 40 // of what changes
	if word, _ := wordLeft(r.text(), r.Start); word != "by" || r.p.doc.Lang != entente.English {
		return nil
	}
	for _, m := range slices.Backward(r.s.namesIn(max(r.clause().start, r.Start-longest), r.Start)) {
		if r.possessive(m.End) {
			return m.Actors()
		}
	}
	return nil
}

// besideAnother reports whether the number is one that the figure before it is held
// against in English: by 0.55 percent, against 0.85.
func (r *reading) besideAnother() bool {
	if r.before == nil || r.before.unit != r.unit || r.p.doc.Lang != entente.English {
		return false
	}
	n, _ := figureData.Against.before(r.text(), skipSpace(r.text(), r.Start), r.before.End)
	return n > 0
}

// respondents is who answered, if the percentage is a share of people with an
// opinion: those named as asked, not those the opinion is about. 77 percent
// doubted that the United States would come.
func (r *reading) respondents() []entente.ActorID {
	if r.unit != "%" {
		return nil
	}
	if r.ends() {
		return r.repliers()
	}
	if !r.opines() {
		return nil
	}
	before := r.s.namesIn(0, r.Start)
	if len(before) > 0 {
		return statesOf(before[len(before)-1].Actors())
	}
	if r.p.subjectAt(r.s, r.Start).named() || r.before != nil {
		return nil
	}
	return r.ally()
}

// opines reports whether a verb of thinking or saying follows the percentage.
func (r *reading) opines() bool {
	text := r.text()
	n, _ := figureData.Opinions.at(text, skipAhead(text, r.End), len(text))
	return n > 0 && !r.ends()
}

// repliers is who answered in a Japanese or Korean sentence that tells an answer:
// the people or poll of a state named, or those at home.
func (r *reading) repliers() []entente.ActorID {
	text, c := r.text(), r.clause()
	if !figureData.Replies.in(text, c.start, c.end) {
		return nil
	}
	for _, m := range r.s.namesIn(0, r.Start) {
		if n, _ := figureData.Polls.at(text, skipAhead(text, m.End), len(text)); n > 0 {
			return m.Actors()
		}
	}
	return []entente.ActorID{home[r.p.doc.Script]}
}

// makes reports whether an actor only made the things that the clause says are
// bought: 보잉 항공기 100대를 사기로 했다.
func (r *reading) makes(m mention) bool {
	if r.unit != "count" || !r.buys() {
		return false
	}
	n, v := figureData.Measures.ahead.at(r.text(), skipAhead(r.text(), m.End), len(r.text()))
	return n > 0 && figureData.Measures.concrete[v]
}

// kindOwner is the actor whose things of a kind the number counts, with a name of
// the kind between them: 米軍のB52戦略爆撃機2機, 미군 F-35 4대.
func (r *reading) kindOwner() []entente.ActorID {
	text := r.text()
	if r.unit == "count" && r.p.doc.Lang == entente.English {
		if r.marines() {
			return []entente.ActorID{guarantor}
		}
	}
	if r.unit == "count" && r.p.doc.Lang != entente.English && r.guarantorForces() {
		return []entente.ActorID{guarantor}
	}
	if r.unit != "count" || r.p.doc.Lang != entente.Japanese {
		return nil
	}
	for _, m := range r.s.namesIn(max(0, r.Start-24), r.Start) {
		if i := m.End; i < r.Start && text[i] == 'の' && compoundOnly(text[i+1:r.Start]) {
			return m.Actors()
		}
	}
	return nil
}

// marines reports whether an English count is one of marines: 4,000 Marines, the
// last 200 Marines, or of whoever of them the clause speaks of.
func (r *reading) marines() bool {
	text, c := r.text(), r.clause()
	i := skipAhead(text, r.End)
	for words := 0; words < 3 && i < c.end; words++ {
		if n, _ := figureData.Guarantors.ahead.at(text, i, c.end); n > 0 {
			return true
		}
		if n, _ := figureData.PhraseEnds.at(text, i, c.end); n > 0 {
			return words == 0 && figureData.Guarantors.ahead.in(text, c.start, r.Start)
		}
		for i < c.end && text[i] != ' ' {
			i++
		}
		i++
	}
	return false
}

// guarantorForces reports whether forces that only the guarantor has stand right
// beside the number: 海军陆战队3000人, 3000名陆战队员.
func (r *reading) guarantorForces() bool {
	text := r.text()
	i := skipSpace(text, r.Start)
	for i > 0 && (hedging.has(text[i-1]) || text[i-1] == '約' || text[i-1] == 'の' || text[i-1] == '的') {
		i--
	}
	n, _ := figureData.Guarantors.back.before(text, i, 0)
	m, _ := figureData.Guarantors.ahead.at(text, r.End, len(text))
	if j := r.End; m == 0 && j < len(text) && (text[j] == 'の' || text[j] == '的') {
		m, _ = figureData.Guarantors.ahead.at(text, j+1, len(text))
	}
	return n+m > 0
}

// partOfBefore is whose the figure before is, if the number is a part of it:
// 其中4000人, three of them.
func (r *reading) partOfBefore() []entente.ActorID {
	if r.before == nil || r.before.unit != r.unit || r.unit != "count" || r.Start-r.before.End > 40 {
		return nil
	}
	text := r.text()
	for i := max(r.before.End, r.Start-6); i < r.Start; i++ {
		if n, _ := figureData.Partitive.at(text, i, r.Start); n > 0 && len(r.s.namesIn(i, r.Start)) == 0 {
			return r.before.holder
		}
	}
	return nil
}

// itsOwn is the subject, if a pronoun for it stands right before the number: its
// 28,500 soldiers in Korea.
func (r *reading) itsOwn() []entente.ActorID {
	text := r.text()
	n, _ := figureData.Its.back.before(text, skipSpace(text, r.Start), r.clause().start)
	if n == 0 || r.unit != "count" && !r.money() {
		return nil
	}
	if near := r.aimed(r.s.namesIn(r.clause().start, r.Start)); len(near) > 0 {
		return near[len(near)-1].Actors()
	}
	if role := r.p.subjectAt(r.s, r.Start-n-1); role.named() && len(role.actors) > 0 && role.actors[0] != "author" {
		return role.actors
	}
	if names := r.s.namesIn(0, r.Start); len(names) > 0 {
		return names[len(names)-1].Actors()
	}
	return nil
}

// compoundOnly reports whether a gap holds only kanji, katakana and signs of a
// designation.
func compoundOnly(gap []rune) bool {
	for _, q := range gap {
		if !compoundRune(q) && !digit(q) && q != '-' && q != '「' && q != '」' {
			return false
		}
	}
	return len(gap) > 0
}

// antecedent is who "its" stands for before the measure in what a body reckons of
// another state, spoken of before: the Pentagon estimates that its arsenal will
// exceed 1,000.
func (r *reading) antecedent(status string, cue int) []entente.ActorID {
	if status != "estimate" || cue < 0 || cue >= r.Start || !figureData.Its.ahead.in(r.text(), r.clause().start, r.Start) {
		return nil
	}
	by, c := r.p.subjectAt(r.s, cue), r.s.clauseAt(cue)
	if !by.named() || !figureData.Its.ahead.in(r.text(), by.end, r.Start) || len(by.actors) == 0 || string(by.actors[0]) == by.actors[0].State() || c < 0 {
		return nil
	}
	var who []entente.ActorID
	switch {
	case c > 0:
		who = r.p.roles[r.s.index][c-1].actors
	case r.s.index > 0 && r.p.sentences[r.s.index-1].Paragraph == r.s.Paragraph:
		who = r.p.mains[r.s.index-1]
	}
	if before := r.s.namesIn(0, by.start); len(before) > 0 {
		who = before[len(before)-1].Actors()
	}
	if len(who) == 0 || who[0].State() == by.actors[0].State() || who[0] == "author" {
		return nil
	}
	return who
}

// bareYuan reports whether the sum is in 元 alone, which is Taiwan's money too.
func (r *reading) bareYuan() bool {
	return r.unit == "CNY" && r.End == r.NumEnd+1 && r.text()[r.NumEnd] == '元'
}

// innerSubject is the actor that a Japanese or Korean clause inside the topic's has
// as its subject: 米国防総省は,中国が1500発を保有すると推計する.
func (r *reading) innerSubject(from int) []entente.ActorID {
	if !r.ends() || from < 0 || r.money() && r.gloss() == "investment" {
		return nil
	}
	text := r.text()
	for _, m := range slices.Backward(r.s.namesIn(from, r.Start)) {
		j := m.End
		if j < r.Start && text[j] == 'の' {
			j++
		}
		for j < r.Start && j < m.End+6 && (han(text[j]) || text[j] >= 0x30A1 && text[j] <= 0x30FA) {
			j++
		}
		if n, _ := figureData.Nominative.at(text, j, r.Start); n > 0 && (r.p.doc.Lang == entente.Japanese || j+n < r.Start && text[j+n] == ' ') {
			return m.Actors()
		}
	}
	return nil
}

// itsThingAimedAt reports whether a thing of the name that ends at text[j] is what
// something is done to in Japanese: 自衛隊のF15に照射した.
func (r *reading) itsThingAimedAt(j int) bool {
	text := r.text()
	if r.p.doc.Lang != entente.Japanese || j >= len(text) {
		return false
	}
	if text[j] == 'の' {
		j++
	}
	k := j
	for k < r.Start && k < j+16 && (compoundRune(text[k]) || digit(text[k]) || text[k] == '-') {
		k++
	}
	return k > j && k < r.Start && k+1 < len(text) && text[k] == 'に' && text[k+1] != 'は' && text[k+1] != 'よ'
}

// modifies reports whether a Chinese name behind a percentage only says whose the
// things are that it is a share of: 承受七成的美军设施.
func (r *reading) modifies(m lexicon.Mention, from int) bool {
	text := r.text()
	if who := m.Actors(); len(who) == 0 || string(who[0]) == who[0].State() || strings.HasSuffix(string(who[0]), "/public") {
		return false
	}
	if r.unit != "%" || r.p.doc.Lang != entente.Chinese || m.Start == from || m.End >= len(text) || !han(text[m.End]) && text[m.End] != '的' || r.peopleAt(m.End) {
		return false
	}
	return true
}

// possessive reports whether the name that ends at i owns something: 90 percent
// of Iran's oil is whose who buys it.
func (r *reading) possessive(i int) bool {
	text := r.text()
	return i+1 < len(text) && (text[i] == '\'' || text[i] == '’')
}
