package extract

import (
	"slices"

	"github.com/ententelab/entente"
)

// Some quantities have a holder by their nature, whoever is named beside them:
// a tariff is that of the state which imposes it, an investment that of the
// investor, host-nation support that of the host, a budget in yen Japan's.

// guarantor is the senior ally of the alliances read about: the guest of
// host-nation support, the seller of arms, the asker of shares of a product.
const guarantor entente.ActorID = "USA"

// gloss is what the number measures, "" if unknown.
func (r *reading) gloss() string {
	if r.measure < 0 {
		return ""
	}
	return figureData.Measures.glosses[r.measure]
}

// tariff reports whether the number is a rate of duty: it is called one, or it
// is a bare rate soon after tariffs were spoken of.
func (r *reading) tariff() bool {
	if r.unit != "%" || r.opines() {
		return false
	}
	switch r.gloss() {
	case "tariff rate":
		return !r.growthOfElse()
	case "", "cost":
		if r.before != nil && r.before.unit == "%" && r.before.tariff() || r.imposed() {
			return true // 24 percent, and then 15
		}
		return r.measure < 0 && r.known() != nil && r.before == nil // of shares only tariffs are remembered
	case "rate":
		if last := r.p.lastTariff; last > 0 && r.s.index-last < reach {
			return true
		}
		for i := r.s.index; i >= max(0, r.s.index-2); i-- {
			if t := r.p.sentences[i].view.Text; figureData.Measures.tariffs.in(t, 0, len(t)) {
				return true
			}
		}
	}
	return false
}

// growthOfElse reports whether a word of growth or of the product stands between
// the tariff and the percentage, or the percentage is one by which something of somebody's
// changes: 関税の影響で成長率が0.5%.
func (r *reading) growthOfElse() bool {
	if len(r.changed()) > 0 || r.besideAnother() && !r.before.tariff() {
		return true
	}
	text := r.text()
	for j := r.Start; j > r.measureAt; j-- {
		if n, v := figureData.Measures.back.before(text, j, r.measureAt); n > 0 {
			switch figureData.Measures.glosses[v] {
			case "growth", "gross domestic product", "trade":
				return true
			case "tariff rate":
				return false
			}
		}
	}
	return false
}

// imposed reports whether a verb of imposing stands right before the number:
// 对台湾课征32%, taxed at 24%.
func (r *reading) imposed() bool {
	text := r.text()
	if r.p.doc.Lang == entente.English {
		n, _ := figureData.Taxed.before(text, skipSpace(text, r.Start), 0)
		return n > 0
	}
	if r.p.doc.Lang != entente.Chinese {
		return false
	}
	for i := max(0, r.Start-3); i < r.Start-1; i++ {
		if n, _ := figureData.Imposing.at(text, i, r.Start); n > 1 && i+n == r.Start {
			return true
		}
	}
	return false
}

// imposer is the state that imposes a tariff: the subject of a verb of
// imposing, or the owner of a tariff that is not the ally who bears it; if there
// is none, the guarantor, whose tariffs its allies argue about, unless the text
// speaks for another state.
func (r *reading) imposer() []entente.ActorID {
	if !r.tariff() {
		return nil
	}
	r.p.lastTariff = r.s.index
	text, c := r.text(), r.clause()
	for i := c.start; i < c.end; i++ {
		n, _ := figureData.Imposing.at(text, i, c.end)
		if n == 0 {
			continue
		}
		if back, _ := figureData.Passive.before(text, skipSpace(text, i), c.start); back > 0 {
			break
		}
		if m, _ := figureData.PassiveAfter.at(text, i+n, len(text)); m > 0 || i+n < len(text) && text[i+n] == '的' {
			break // 对钢铁加征的50%关税
		}
		if who := statesOf(r.p.subjectAt(r.s, i).actors); len(who) == 1 {
			return who
		}
	}
	if who := statesOf(r.owner()); len(who) == 1 && !slices.Equal(who, r.p.partner(string(guarantor))) {
		return who
	}
	if len(r.p.we) > 0 && slices.Contains(figureData.Rivals, r.p.we[0].State()) || r.p.statesNamed()[string(guarantor)] == 0 {
		return nil
	}
	return []entente.ActorID{guarantor}
}

// investor is who a sum to be invested comes from: not where it goes.
func (r *reading) investor() []entente.ActorID {
	if !r.money() || r.gloss() != "investment" {
		return nil
	}
	if k := r.known(); k != nil && !r.onlyGuarantor(k.holder) {
		return k.holder
	}
	if who := r.withoutGuarantor(r.owner()); len(who) > 0 {
		return who // the stock of Japanese investment in ASEAN
	}
	c := r.clause()
	after := r.aimed(r.s.namesIn(r.End, min(c.end, r.End+24)))
	before := r.aimed(r.s.namesIn(0, r.Start))
	slices.Reverse(before)
	for _, m := range append(after, before...) {
		if who := r.withoutGuarantor(m.Actors()); len(who) > 0 {
			return who
		}
	}
	if role := r.p.subjectAt(r.s, r.Start); len(r.withoutGuarantor(role.actors)) > 0 {
		return r.withoutGuarantor(role.actors)
	} else if role.named() && !figureData.Inward.in(r.text(), c.start, c.end) {
		return role.actors
	}
	return r.ally()
}

// withoutGuarantor leaves out the guarantor from a list of actors.
func (r *reading) withoutGuarantor(who []entente.ActorID) []entente.ActorID {
	return slices.DeleteFunc(slices.Clone(who), func(a entente.ActorID) bool {
		return a.State() == string(guarantor) || a == "author"
	})
}

// beside is the name that a count of forces follows at once: 주한미군 2만8500명.
func (r *reading) beside() []entente.ActorID {
	if r.p.doc.Lang == entente.English {
		return r.given()
	}
	if r.unit != "count" {
		return nil
	}
	text := r.text()
	for _, m := range r.s.namesIn(max(0, r.Start-24), r.Start) {
		switch string(text[m.End:r.Start]) {
		case "", " ", "约", "約", " 약 ", " 약":
			if !r.aimedAt(m.Start, m.End, 0) {
				return m.Actors()
			}
		}
	}
	return nil
}

// given is the name right before an English count or sum: gave the party 316
// seats, Korea $350 billion.
func (r *reading) given() []entente.ActorID {
	if r.unit != "count" && !r.money() || r.Counter == "times" || r.Unit == "times" {
		return nil
	}
	names := r.s.namesIn(max(0, r.Start-60), r.Start)
	if len(names) == 0 {
		return nil
	}
	m := names[len(names)-1]
	if n, _ := figureData.NotOwner.before(r.text(), skipSpace(r.text(), m.Start), 0); n > 0 || m.End+1 != r.Start {
		return nil
	}
	return m.Actors()
}

// ally is the state whose spending the text speaks of: the last whose share of
// a product was given, or the state where the language is spoken, or the one
// that the document names most beside the guarantor.
func (r *reading) ally() []entente.ActorID {
	if last := statesOf(r.withoutGuarantor(r.p.spending[""])); len(last) > 0 {
		return last
	}
	if r.p.doc.Lang == entente.Japanese || r.p.doc.Lang == entente.Korean {
		return []entente.ActorID{home[r.p.doc.Script]}
	}
	return r.p.mostNamedState(func(state string) bool {
		return state != string(guarantor) && !slices.Contains(figureData.Rivals, state)
	})
}

// natural corrects a holder by the nature of the quantity.
func (r *reading) natural(who []entente.ActorID, status string, cue int) []entente.ActorID {
	if state, ok := figureData.Currencies[r.unit]; ok && !(r.bareYuan() && len(who) > 0) && len(r.owner()) == 0 && r.p.statesNamed()[string(state)] > 0 {
		return []entente.ActorID{state}
	}
	switch {
	case r.restates():
	case r.hostSupport(), r.buys() && len(who) > 1:
		who = r.withoutGuarantor(who)
		if len(who) == 0 {
			return r.otherNamed()
		}
	case r.tariff():
	case r.agreed && r.onlyGuarantor(who), status == "demanded" && r.asksItself(who, cue):
		return r.otherNamed() // what the guarantor accepts or asks, others pay
	case r.unit == "%GDP" && r.atSummit(who):
		return []entente.ActorID{"ORG/NATO"}
	case status == "estimate" && r.unit == "count" && r.gloss() == "equipment" && r.reckons(who):
		return r.otherNamed() // what the Pentagon reckons that another has
	case status == "planned" && r.unit == "count" && weaponry[r.gloss()] && len(who) > 0 && r.onlyGuarantor(who) && figureData.Trading.in(r.text(), 0, len(r.text())):
		return r.otherNamed() // what the guarantor sells, others get
	case r.unit == "count" && status == "actual" && (r.gloss() == "exercises" || r.gloss() == "forces" || r.Unit == "times" && !r.p.subjectAt(r.s, r.Start).named()):
		if members := r.exercising(); len(members) > len(who) {
			return members
		}
	case status == "demanded" && r.money() && r.guarantorsOwn(who):
		return r.otherNamed() // what its president wants is not his
	case r.unit == "%GDP" || r.gloss() == "defence spending":
		if agent := r.agentOfInfinitive(); len(agent) > 0 {
			return agent
		}
		carried := !r.p.subjectAt(r.s, r.Start).named() && len(r.owner()) == 0 && len(r.aimed(r.s.namesIn(r.clause().start, r.Start))) > 0
		if len(who) == 0 || carried && status != "demanded" || r.onlyGuarantor(who) && !r.ownSpending(status) {
			return r.otherNamed()
		}
	}
	return who
}

// reckons reports whether who is a body of the guarantor's government that reckons
// rather than has.
func (r *reading) reckons(who []entente.ActorID) bool {
	if len(who) != 1 || who[0] == guarantor || !r.onlyGuarantor(who) {
		return false
	}
	e := r.p.lex.Entry(string(who[0]))
	return e != nil && e.Kind == "government_body"
}

// weaponry are the measures of arms that the guarantor sells.
var weaponry = map[string]bool{"equipment": true, "missiles": true, "aircraft": true, "ships": true}

// atSummit reports whether a share of the product is pledged by an alliance at a summit
// that is called by its place, or by its members.
func (r *reading) atSummit(who []entente.ActorID) bool {
	if len(who) != 1 {
		return false
	}
	if who[0] == "GROUP/NATO members" {
		return true
	}
	text := r.text()
	for _, m := range r.s.namesIn(0, len(text)) {
		if a := m.Actors(); len(a) == 1 && a[0] == who[0] {
			n, _ := figureData.Venues.at(text, skipAhead(text, m.End), len(text))
			return n > 0
		}
	}
	return false
}

// exercising are the members of an exercise that the sentence names, where people take
// part in it: Keen Sword, with 45,000 participants.
func (r *reading) exercising() []entente.ActorID {
	c := r.clause()
	if r.Unit != "times" && !figureData.Participating.in(r.text(), 0, len(r.text())) || figureData.Sending.in(r.text(), c.start, c.end) {
		return nil
	}
	for _, m := range r.s.names {
		if m.Entry.Kind == "program" && len(m.Entry.Members) > 1 {
			who := make([]entente.ActorID, len(m.Entry.Members))
			for i, state := range m.Entry.Members {
				who[i] = entente.ActorID(state)
			}
			return who
		}
	}
	return nil
}

// guarantorsOwn reports whether who is the guarantor or its people, and no body of it
// such as its parliament, of which something may be asked at home.
func (r *reading) guarantorsOwn(who []entente.ActorID) bool {
	return len(who) > 0 && r.onlyGuarantor(who) && !slices.ContainsFunc(who, func(a entente.ActorID) bool { return a != guarantor && !r.p.isPerson(a) })
}

// agentOfInfinitive is who an English infinitive of change has as its agent: the
// object before it, as in "pressed Seoul to raise spending".
func (r *reading) agentOfInfinitive() []entente.ActorID {
	if !r.toRaise() || len(r.owner()) > 0 {
		return nil
	}
	role := r.p.subjectAt(r.s, r.Start)
	names := r.aimed(r.s.namesIn(max(role.end, r.clause().start), r.Start))
	if len(names) == 0 || r.onlyGuarantor(names[len(names)-1].Actors()) {
		return nil
	}
	return names[len(names)-1].Actors()
}

// asksItself reports whether a demand would fall to the guarantor who makes it.
func (r *reading) asksItself(who []entente.ActorID, cue int) bool {
	if n, _ := figureData.Modals.at(r.text(), max(cue, 0), len(r.text())); n > 0 {
		return false
	}
	if cue < 0 || len(who) == 0 || cue < r.Start && len(r.s.namesIn(cue, r.Start)) > 0 || !r.onlyGuarantor(who) || r.passive(cue) {
		return false
	}
	asker := r.p.subjectAt(r.s, cue).actors
	return cue == r.NumStart || len(asker) > 0 && asker[0].State() == who[0].State()
}

// hostSupport reports whether the number is what a host pays for its guests.
func (r *reading) hostSupport() bool {
	return r.gloss() == "host-nation support" && (r.money() || r.unit == "%")
}

// buys reports whether the number is one of things bought, or their price.
func (r *reading) buys() bool {
	c := r.clause()
	return (r.money() || r.unit == "count") && figureData.Orders.in(r.text(), c.start, c.end)
}

func (r *reading) onlyGuarantor(who []entente.ActorID) bool {
	return len(r.withoutGuarantor(who)) == 0
}

// ownSpending reports whether the sentence gives the guarantor's own spending:
// it is the subject as a state, and asks nothing; beside its allies, it must be
// said to spend.
func (r *reading) ownSpending(status string) bool {
	if len(r.owner()) > 0 {
		return true
	}
	c := r.clause()
	alone := !slices.ContainsFunc(r.s.actors, func(m mention) bool { return !r.onlyGuarantor(m.Actors()) })
	if !alone && !figureData.Spends.in(r.text(), c.start, c.end) {
		return false
	}
	role := r.p.subjectAt(r.s, r.Start)
	return status != "demanded" && role.named() && !role.speaks && slices.Contains(role.actors, guarantor)
}

// otherNamed is the actor or group named nearest before the number that is not
// the guarantor, then one behind it, then the ally of the document.
func (r *reading) otherNamed() []entente.ActorID {
	names := r.s.namesIn(0, len(r.text()))
	for _, m := range slices.Backward(names) {
		if m.End <= r.Start && !r.onlyGuarantor(m.Actors()) && !r.p.counts(m.Actors()[0]) {
			return r.withoutGuarantor(m.Actors())
		}
	}
	for i := range r.text() {
		if n, v := figureData.Groups.at(r.text(), i, len(r.text())); n > 0 {
			return []entente.ActorID{figureData.Groups.ids[v]}
		}
	}
	for _, m := range names {
		if m.Start >= r.End && !r.onlyGuarantor(m.Actors()) && !r.p.counts(m.Actors()[0]) && !slices.Contains(figureData.Rivals, m.Actors()[0].State()) {
			return r.withoutGuarantor(m.Actors())
		}
	}
	return r.ally()
}
