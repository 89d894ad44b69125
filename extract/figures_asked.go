package extract

import (
	"slices"

	"github.com/ententelab/entente"
)

// This file finds of whom a figure is demanded, which is then its holder.

// demands reports whether a word of asking or driving stands at text[cue:].
func (r *reading) demands(cue int) bool {
	n, v := figureData.status.at(r.text(), cue, len(r.text()))
	return n > 0 && statuses[v] == "demanded"
}

// passive reports whether the demand at text[cue:] is made of its subject:
// 韩国被要求, Seoul was asked, 求められた.
func (r *reading) passive(cue int) bool {
	text := r.text()
	if n, _ := figureData.Passive.before(text, skipSpace(text, cue), 0); n > 0 {
		return true
	}
	n, v := figureData.status.at(text, cue, len(text))
	if n == 0 || statuses[v] != "demanded" {
		return false
	}
	m, _ := figureData.PassiveAfter.at(text, cue+n, len(text))
	return m > 0
}

// asked is who a demand is made to: the last actors named between the demand
// and the number, or those it is made of right after the verb.
func (r *reading) asked(cue int) []entente.ActorID {
	text := r.text()
	if n, _ := figureData.Nominal.before(text, skipSpace(text, cue), 0); n > 0 || cue == r.NumStart {
		if who := r.refusing(); len(who) > 0 || cue == r.NumStart {
			return who
		}
	}
	if n, _ := figureData.Modals.at(text, cue, len(text)); n > 0 {
		return r.obliged(cue)
	}
	if who := r.p.subjectAt(r.s, cue).actors; r.passive(cue) && len(who) > 0 {
		return who
	}
	if r.ends() {
		if n, _ := figureData.Asking.before(text, r.Start-r.gdpBefore(), 0); n > 0 {
			if by := r.innerSubject(0); len(by) > 0 && len(r.otherThan(by)) > 0 {
				return r.otherThan(by) // ヘグセス氏が求める3.5%
			}
		}
		if who := r.p.subjectAt(r.s, cue).actors; len(who) > 0 && len(r.withoutGuarantor(who)) == 0 && len(r.s.actors) == 1 {
			if group := r.group(0, r.Start); group != nil {
				return group
			}
		}
		return r.otherThan(r.p.subjectAt(r.s, cue).actors)
	}
	names := r.s.namesIn(cue, r.Start)
	for i := cue; i < r.Start; i++ {
		if len(names) > 0 && names[0].Start <= i {
			return names[0].Actors()
		}
		if n, v := figureData.Groups.at(text, i, r.Start); n > 0 {
			return []entente.ActorID{figureData.Groups.ids[v]}
		}
	}
	if who := r.owner(); len(who) > 0 {
		return who
	}
	if n, _ := figureData.Wishes.at(text, cue, len(text)); n > 0 && len(names) == 0 {
		if who := r.p.subjectAt(r.s, cue).actors; len(who) > 0 {
			return who
		}
	}
	c := r.clause()
	for i := c.start; i < cue; i++ {
		if n, v := figureData.Groups.at(text, i, cue); n > 0 {
			return []entente.ActorID{figureData.Groups.ids[v]}
		}
	}
	if names := r.s.namesIn(c.start, cue); len(names) > 0 && !slices.Equal(names[len(names)-1].Actors(), r.p.subjectAt(r.s, cue).actors) {
		return names[len(names)-1].Actors()
	}
	if r.before != nil {
		return r.before.holder
	}
	return r.otherThan(r.p.subjectAt(r.s, cue).actors)
}

// refusing is who a demand is made to that the words behind the number name: the
// 5 percent that Washington demanded of its allies; or else the subject, who
// meets or rejects the demand.
func (r *reading) refusing() []entente.ActorID {
	text, c := r.text(), r.clause()
	for i := r.End; i < c.end; i++ {
		if n, v := figureData.Groups.at(text, i, c.end); n > 0 && text[i-1] == ' ' {
			return []entente.ActorID{figureData.Groups.ids[v]}
		}
	}
	return r.withoutGuarantor(r.p.subjectAt(r.s, r.Start).actors)
}

// obliged is the subject of a modal: 日本应当.
func (r *reading) obliged(cue int) []entente.ActorID {
	c := r.clause()
	text := r.text()
	from := c.start
	if cue < from {
		from = 0
	}
	names := r.s.namesIn(from, min(cue, r.Start))
	if len(names) > 0 && (cue < r.Start || r.p.doc.Lang == entente.Japanese || r.p.doc.Lang == entente.Korean) {
		return names[len(names)-1].Actors()
	}
	for i := from; i < cue; i++ {
		if n, v := figureData.Groups.at(text, i, cue); n > 0 {
			return []entente.ActorID{figureData.Groups.ids[v]}
		}
	}
	if figureData.Same.in(text, from, cue) && r.before != nil {
		return r.before.holder
	}
	return r.p.subjectAt(r.s, cue).actors
}

// otherThan is the first actor in the sentence of another state than who asks.
func (r *reading) otherThan(asker []entente.ActorID) []entente.ActorID {
	if len(asker) == 0 {
		return nil
	}
	for _, m := range r.s.namesIn(0, len(r.text())) {
		if who := m.Actors(); len(who) > 0 && who[0].State() != asker[0].State() && !r.p.counts(who[0]) {
			return who
		}
	}
	if h, ok := r.p.spending[asker[0].State()]; ok && r.unit == "%GDP" {
		return h
	}
	if h := r.p.spending[""]; r.unit == "%GDP" && len(h) > 0 && h[0].State() != asker[0].State() {
		return h
	}
	return r.p.partner(asker[0].State())
}
