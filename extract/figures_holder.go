package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// whose finds the holder of the quantity. Who only counts or prints a share or a sum does
// not hold it: of it the state is that the text is about.
func (r *reading) whose(status string, cue int) []entente.ActorID {
	who := r.holderOf(status, cue)
	if r.unit == "count" || len(who) == 0 || !r.p.onlyCounts(who) {
		return who
	}
	if r.ends() {
		return []entente.ActorID{home[r.p.doc.Script]}
	}
	if last := r.p.spending[""]; r.unit == "%GDP" && len(last) > 0 && !r.p.onlyCounts(last) {
		return last
	}
	if ally := r.p.mainForeign(); ally != nil {
		return ally
	}
	return who
}

func (r *reading) holderOf(status string, cue int) []entente.ActorID {
	if r.restates() || r.timesAsMuch() && len(r.before.holder) > 0 {
		return r.before.holder
	}
	if whole := r.isRest(); whole != nil {
		return whole.holder
	}
	for _, find := range []func() []entente.ActorID{
		r.forceBefore, r.ofThem, r.repeated, r.peopleOf, r.again, r.apiece, r.imposer, r.promiser, r.compared, r.changed, r.possessor, r.accruing, r.kindOwner, r.partOfBefore, r.itsOwn, r.driven, r.answerers, r.prefecture, r.regional, r.respondents, r.investor, r.beside, r.namedAfter, r.buyer, r.payer, r.total, r.apposed,
	} {
		if who := find(); len(who) > 0 {
			return who
		}
	}
	if who := r.antecedent(status, cue); len(who) > 0 {
		return who
	}
	if cue >= 0 && (status == "demanded" || r.demands(cue)) {
		if who := r.asked(cue); len(who) > 0 {
			return who
		}
	}
	if who := r.owner(); len(who) > 0 {
		return who
	}
	if who := r.topic(); len(who) > 0 {
		return who
	}
	if who := r.ownClause(); len(who) > 0 && !r.p.onlyCounts(who) {
		return who
	}
	if r.continues() {
		return r.before.holder
	}
	if last := r.p.spending["last"]; r.before == nil && len(last) > 0 && !r.p.subjectAt(r.s, r.Start).named() && figureData.Same.in(r.text(), r.clause().start, r.Start) {
		return last
	}
	if who := r.athome(); len(who) > 0 {
		return who
	}
	return r.told()
}

// forceBefore is the force right before a number of people, with no particle between:
// 自衛隊約1万4千人、米軍約5千人.
func (r *reading) forceBefore() []entente.ActorID {
	text := r.text()
	if r.unit != "count" || !strings.ContainsAny(r.Counter, "人名명") || r.p.doc.Lang == entente.English {
		return nil
	}
	i := skipSpace(text, r.Start)
	for i > 0 && strings.ContainsRune("约約近逾", text[i-1]) {
		i--
	}
	names := r.s.namesIn(0, i)
	if len(names) == 0 || names[len(names)-1].End != i {
		return nil
	}
	who := names[len(names)-1].Actors()
	if e := r.p.lex.Entry(string(who[0])); e != nil && strings.HasSuffix(e.Kind, "force") {
		return who
	}
	return nil
}

// ofThem is whose an English part of a count is by the name behind it: 33,000 of them
// Japanese.
func (r *reading) ofThem() []entente.ActorID {
	text := r.text()
	at := skipAhead(text, r.End)
	if r.unit != "count" || r.p.doc.Lang != entente.English || !hasWord(text, at, len(text), "of them") {
		return nil
	}
	at = skipAhead(text, at+len("of them"))
	if names := r.s.namesIn(at, len(text)); len(names) > 0 && names[0].Start == at {
		return names[0].Actors()
	}
	return nil
}

// told is whose the quantity is if no word ties it to its holder: that of the
// sum known before, of the clause's subject, of the figure before, or of
// whoever is named.
func (r *reading) told() []entente.ActorID {
	if r.worldwide() {
		return []entente.ActorID{"GROUP/world"}
	}
	at := r.Start
	if q := r.quoteStart(); q >= 0 {
		at = q
	}
	role := r.p.subjectAt(r.s, at)
	if who := r.innerSubject(role.end); who != nil {
		return who
	}
	if r.p.doc.Lang == entente.Chinese && len(r.p.we) > 0 && !role.named() && len(r.s.namesIn(0, len(r.text()))) == 0 {
		return r.p.we // a government reports: 今年投资安排6100亿元
	}
	if role.named() && r.aimedAt(role.start, role.start+1, 0) && r.ends() {
		return []entente.ActorID{home[r.p.doc.Script]} // 対露依存
	}
	if near := r.s.namesIn(0, r.Start); r.p.doc.Lang == entente.English && len(near) > 0 && !slices.ContainsFunc(near, func(m mention) bool { return !r.dependsOn(m.Start) }) {
		return r.native() // dependence on Chinese rare earths has fallen
	}
	if k := r.known(); k != nil && !r.namedBefore() && len(r.s.namesIn(0, r.Start)) == 0 {
		return k.holder
	}
	if near := r.aimed(r.s.namesIn(0, r.Start)); !role.named() && !r.namedBefore() && len(near) > 0 {
		return near[len(near)-1].Actors()
	}
	if !role.named() && len(r.s.namesIn(0, r.Start)) > 0 && r.ends() && len(r.aimed(r.s.namesIn(0, len(r.text())))) == 0 {
		return []entente.ActorID{home[r.p.doc.Script]}
	}
	if near := r.aimed(r.s.namesIn(r.clause().start, r.Start)); r.standing == "estimate" && !role.named() && len(near) > 0 {
		return near[0].Actors() // 据五角大楼估计,中国将拥有…
	}
	if near := r.s.namesIn(max(role.end, r.clause().start), r.Start); r.Counter != "" && role.named() && role.speaks && r.p.doc.Lang == entente.Chinese && len(near) > 0 {
		if near = r.aimed(near); len(near) > 0 {
			return near[0].Actors() // 日方指责中国军机两次…
		}
	}
	if last := r.before; last != nil && len(last.holder) > 0 && !role.named() && len(r.s.namesIn(0, r.Start)) == 0 {
		return last.holder // nobody is named since
	}
	if r.p.doc.Lang == entente.English && !role.named() && len(role.actors) == 1 && r.p.isPerson(role.actors[0]) && len(r.s.namesIn(0, r.Start)) == 0 && r.ownHead() {
		if who := r.p.mainForeign(); who != nil {
			return who // More than 100 companies have left: whose minister was named before is not told
		}
	}
	if who := role.actors; len(who) > 0 && who[0] != "author" && !(r.p.onlyCounts(who) && r.unit != "count") {
		return who
	}
	if last := r.p.spending[""]; r.unit == "%GDP" && len(last) > 0 && len(r.s.namesIn(0, len(r.text()))) == 0 {
		return last
	}
	if r.before != nil && r.before.tariff() && !r.tariff() {
		return r.ally() // what is given for a tariff, or lost by it, is not the imposer's
	}
	if r.before != nil && len(r.before.holder) > 0 {
		return r.before.holder
	}
	return r.anyName()
}

// ownHead reports whether an English sentence begins with a noun phrase of its own, no
// pronoun.
func (r *reading) ownHead() bool {
	text := r.text()
	at := english.enSkip(text, 0, len(text))
	n, _ := english.pronouns.at(text, at, len(text))
	return n == 0
}

// worldwide reports whether an English sentence of a state's speech is about the world:
// it says so, and neither names a state nor says we.
func (r *reading) worldwide() bool {
	text := r.text()
	return r.p.doc.Lang == entente.English && len(r.p.we) > 0 && !r.p.hasWe(r.s) &&
		!slices.ContainsFunc(r.s.namesIn(0, len(text)), func(m mention) bool {
			return len(m.Actors()) > 0 && !strings.HasPrefix(string(m.Actors()[0]), "GROUP/")
		}) &&
		figureData.Worldwide.in(text, 0, len(text))
}

// continues reports whether the number goes on about what the figure before it
// measured, with no subject of its own between them.
func (r *reading) continues() bool {
	if r.before == nil {
		return false
	}
	if r.unit == "year" && (r.before.unit == "%GDP" || r.before.money() && r.p.doc.Lang == entente.English) {
		return len(r.s.namesIn(r.before.End, r.Start)) == 0 // two years ahead of schedule
	}
	again := r.unit == "%GDP" && r.before.unit == "%GDP" || r.unit == "%" && r.before.money() && r.grows()
	if again && len(r.s.namesIn(r.before.End, r.Start)) == 0 {
		return true
	}
	if r.unit == "pp" || r.besideAnother() && len(r.s.namesIn(r.before.End, r.Start)) == 0 || figureData.Same.in(r.text(), r.clause().start, r.Start) {
		return true
	}
	if r.ends() && len(r.innerSubject(r.before.End)) > 0 {
		return false
	}
	return r.unit == "%" && r.before.unit == "%" && r.p.subjectAt(r.s, r.Start).start < r.before.End
}

// namedBefore reports whether a clause up to the number's names its subject, so
// that what is carried over to it comes from this sentence.
func (r *reading) namedBefore() bool {
	roles := r.p.roles[r.s.index]
	for c := r.s.clauseAt(r.NumStart); c >= 0; c-- {
		if roles[c].named() {
			return true
		}
	}
	return false
}

// namedAfter is the actor right behind the number: 49%的美国公众, 60 % of
// Americans, 第三大造船国日本.
func (r *reading) namedAfter() []entente.ActorID {
	reach := 2
	if r.unit == "rank" {
		reach = 10
	}
	text := r.text()
	if latin(text[r.End-1]) || text[r.End-1] == '%' && r.p.doc.Lang == entente.English {
		reach = 9 // of the
	}
	if r.unit != "%" && r.unit != "rank" && r.unit != "count" || r.gloss() == "visits" {
		return nil
	}
	if word, at := wordLeft(text, r.End); word == "of" && r.p.doc.Lang == entente.English {
		if that, _ := wordLeft(text, at); that == "that" || that == "those" {
			return nil // three times that of Germany
		}
	}
	from := r.End
	if n, _ := figureData.MadeUp.at(text, from, len(text)); n > 0 {
		from += n // 240人编制的司令部
	}
	for _, m := range r.s.names {
		if m.Start >= from && m.Start <= from+reach && !r.broken(text[from:m.Start]) && !r.aimedAt(m.Start, m.End, from) {
			if r.modifies(m, from) {
				return nil
			}
			if who := m.Actors(); len(who) > 0 && !(r.possessive(m.End) && r.p.subjectAt(r.s, r.Start).named()) {
				return who
			}
		}
	}
	return nil
}

// buyer is who things are sold to.
func (r *reading) buyer() []entente.ActorID {
	text, c := r.text(), r.clause()
	if !figureData.Sales.in(text, c.start, c.end) {
		return nil
	}
	for _, m := range r.s.namesIn(c.start, c.end) {
		if n, _ := figureData.Recipient.before(text, skipSpace(text, m.Start), 0); n > 0 && !r.ends() {
			return m.Actors()
		}
		if n, _ := figureData.RecipientAfter.at(text, m.End, len(text)); n > 0 && r.ends() && m.End <= r.Start {
			return m.Actors()
		}
	}
	return nil
}

// payer is who a sum is paid by: $2.8 billion was borne by Japan.
func (r *reading) payer() []entente.ActorID {
	if !r.money() && r.unit != "%" {
		return nil
	}
	text := r.text()
	for i := r.End; i < len(text); i++ {
		n, _ := figureData.Payers.at(text, i, len(text))
		if n == 0 {
			continue
		}
		if names := r.s.namesIn(i+n, min(len(text), i+n+40)); len(names) > 0 && names[0].Start < i+n+8 {
			return names[0].Actors()
		}
	}
	return nil
}

// total is who the things counted just before are for, if the number is what
// they cost together: 出售16枚导弹,总额约8亿美元.
func (r *reading) total() []entente.ActorID {
	counted := r.counted()
	if counted == nil {
		return nil
	}
	text := r.text()
	for i := r.Start; i >= max(0, r.Start-4); i-- {
		if n, _ := figureData.Totals.before(text, skipSpace(text, i), 0); n > 0 {
			return counted.holder
		}
	}
	return nil
}

// counted is the count of things that a sum may be the price of: the figure before
// it, in its sentence or the last.
func (r *reading) counted() *reading {
	last := r.before
	if last == nil && r.p.lastReading != nil && r.s.index-r.p.lastReading.s.index == 1 && len(r.s.actors) == 0 {
		last = r.p.lastReading
	}
	if last == nil || !r.money() || last.unit != "count" {
		return nil
	}
	return last
}

// apposed is the actor that a rank is said of in English: Japan, the world's
// third-largest economy.
func (r *reading) apposed() []entente.ActorID {
	if r.unit != "rank" || r.p.doc.Lang != entente.English {
		return nil
	}
	names := r.s.namesIn(max(0, r.Start-48), r.Start)
	if len(names) == 0 {
		return nil
	}
	return names[len(names)-1].Actors()
}

// broken reports whether a mark, or a word that is no particle of possession,
// stands between a number and a name: 5枚落入日本, 2機と空自.
func (r *reading) broken(text []rune) bool {
	for i, q := range text {
		if r.unit == "count" && (han(q) && q != '的' && q != '之' && q != '名' || kana(q) && q != 'の' && i == 0) {
			return true
		}
		switch q {
		case ',', '.', ';', ':', '。', '、':
			return true
		}
	}
	return false
}

// owner is the actor that the measure belongs to: 日本的防卫开支, Japan's
// defence budget.
func (r *reading) owner() []entente.ActorID {
	text, c := r.text(), r.clause()
	var who []entente.ActorID
	for _, m := range r.s.namesIn(c.start, min(r.measureAt, r.Start)) {
		if figureData.OwnerMarks[strings.TrimSpace(string(text[m.End:min(len(text), max(m.End, r.measureAt))]))] {
			if n, _ := figureData.NotOwner.before(text, skipSpace(text, m.Start), 0); n > 0 {
				continue
			}
			who = m.Actors()
		}
	}
	return who
}

// quoteStart is where the quotation that holds the number begins, -1 if none.
func (r *reading) quoteStart() int {
	if !quotedAt(r.text(), r.NumStart) {
		return -1
	}
	for i := r.NumStart; i >= 0; i-- {
		if r.text()[i] == '“' || r.text()[i] == '「' {
			return max(0, i-1)
		}
	}
	return -1
}

// anyName is the last resort: the actor named nearest before the number, or the
// first in the sentence.
func (r *reading) anyName() []entente.ActorID {
	all := r.s.namesIn(0, len(r.text()))
	if len(all) == 0 && r.p.lastFigure > 0 && r.s.index-r.p.lastFigure <= 2 && r.s.Paragraph == r.p.sentences[r.p.lastFigure].Paragraph && len(r.p.spending["last"]) > 0 {
		return r.p.spending["last"] // The first 100 moved last year. About 4,000 are to follow.
	}
	names := r.aimed(all)
	if len(names) == 0 && (r.p.doc.Lang == entente.Chinese || r.p.doc.Lang == entente.English) {
		names = slices.DeleteFunc(slices.Clone(all), func(m mention) bool { return r.p.onlyCounts(m.Actors()) })
	}
	for _, m := range slices.Backward(names) {
		if m.End <= r.Start {
			return m.Actors()
		}
	}
	if len(names) > 0 {
		return names[0].Actors()
	}
	return r.native()
}

// athome is whose defence spending or public opinion a Japanese or Korean
// sentence speaks of that names nobody: the last whose share of a product was
// given, or the state where the language is spoken.
func (r *reading) athome() []entente.ActorID {
	if r.p.doc.Lang != entente.Japanese && r.p.doc.Lang != entente.Korean || r.measure < 0 || len(r.s.namesIn(0, len(r.text()))) > 0 {
		return nil
	}
	host := []entente.ActorID{home[r.p.doc.Script]}
	switch last := r.p.spending[""]; {
	case r.polled(), r.money() && figureData.Budget.in(r.text(), 0, len(r.text())):
		return host
	case figureData.Measures.glosses[r.measure] != "defence spending" || r.p.subjectAt(r.s, r.Start).named():
		return nil
	case len(last) > 0:
		return last
	}
	return host
}

// aimed leaves out the names that something is aimed at or done with: 対米投資,
// 对日关税, 与美方, 주한미군에 대한.
func (r *reading) aimed(names []mention) []mention {
	return slices.DeleteFunc(slices.Clone(names), func(m mention) bool {
		return r.aimedAt(m.Start, m.End, 0) || m.End < r.Start && r.itsThingAimedAt(m.End) || r.makes(m) || len(m.Actors()) > 0 && r.p.counts(m.Actors()[0])
	})
}

// aimedAt reports whether a word in text[from:] marks the name text[i:j] as what
// something is aimed at.
func (r *reading) aimedAt(i, j, from int) bool {
	text := r.text()
	if n, _ := figureData.AimAfter.at(text, j, len(text)); n > 0 {
		return true
	}
	for _, the := range []string{" the", " its", " all"} {
		if k := i - 1 - len(the); k >= 0 && string(text[k:i-1]) == the {
			i = k + 1
		}
	}
	n, _ := figureData.AimBefore.before(text, skipSpace(text, i), from)
	return n > 0
}

// dependsOn reports whether the English name at text[i] is what somebody depends on.
func (r *reading) dependsOn(i int) bool {
	word, at := wordLeft(r.text(), i)
	if word != "on" {
		return false
	}
	word, _ = wordLeft(r.text(), at)
	return word == "dependence" || word == "reliance" || word == "dependency"
}

// native is whose a quantity is that the text gives to nobody: the state that
// speaks, or, in Japanese and Korean, the state where the language is spoken.
func (r *reading) native() []entente.ActorID {
	switch {
	case len(r.p.we) > 0:
		return r.p.we
	case r.ends():
		return []entente.ActorID{home[r.p.doc.Script]}
	}
	if who := r.ally(); who != nil {
		return who
	}
	return []entente.ActorID{}
}
