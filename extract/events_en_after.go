package extract

import (
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

// This file reads what an English participle behind a comma tells of the name
// before it: Freedom Edge, held in September; the command, opened in March.

// nounHeld reads a meeting, speech or exercise that the clause before names, from the
// participle of holding that opens the clause.
func (c *course) nounHeld(cue cueAt) (cueClass, bool) {
	if c.p.doc.Lang != entente.English || cue.clause < 1 || c.s.clauses[cue.clause-1].mark != ',' ||
		!c.postnominal(cue, skipAhead(c.text(), c.clauseStart(cue))) {
		return 0, false
	}
	before := c.s.clauses[cue.clause-1]
	for _, n := range c.spell.cues {
		if n.clause != cue.clause-1 {
			continue
		}
		switch {
		case n.class&nounHearing != 0:
			return 0, false
		case n.class&nounSpeech != 0 && n.class&nounDocument == 0:
			return actState, true
		case n.class&nounExercise != 0 && n.class&nounMeeting == 0:
			return actExercise, true
		case n.class&nounMeeting != 0:
			return actConsult, true
		}
	}
	for _, m := range c.s.names {
		if m.Start < before.start || m.End > before.end || m.Entry.Type != lexicon.Institution {
			continue
		}
		switch {
		case m.Entry.Kind == "program" && !c.scheme(m.Entry.Name("en")):
			return actExercise, true
		case m.Entry.Kind == "forum" || m.Entry.Kind == "minilateral":
			return actConsult, true
		}
	}
	return 0, false
}

// made reports whether the clause before a participle of founding names what can
// be founded: the 12th Regiment, created in November.
func (c *course) made(cue cueAt) bool {
	if cue.clause < 1 || c.s.clauses[cue.clause-1].mark != ',' || !c.postnominal(cue, skipAhead(c.text(), c.clauseStart(cue))) {
		return false
	}
	before := c.s.clauses[cue.clause-1]
	return c.g.foundable.in(c.text(), before.start, before.end)
}

// hasForce reports whether a cue says since when something holds: in force.
func (c *course) hasForce(cue cueAt) bool {
	n, _ := c.g.effect.at(c.text(), cue.start, cue.end)
	return n > 0
}

// inForce is what has force since a date: a law, a measure or an agreement.
func (c *course) inForce(cue cueAt) cueClass {
	text := c.text()
	from := c.clauseStart(cue)
	if cue.clause > 0 && skipAhead(text, from) == cue.start {
		from = c.s.clauses[cue.clause-1].start
	}
	for i := from; i < cue.start; i++ {
		if i > 0 && latin(text[i-1]) {
			continue
		}
		if n, v := c.g.nounsOf.at(text, i, cue.start); n > 0 && cueClass(v)&(actLegislate|actCoerce|actAgree) != 0 {
			return cueClass(v)
		}
	}
	return actAgree
}

// publishes reports whether who speaks is a newspaper, institute or office that
// counts, or says what only a study says: what it says appears in print.
func (c *course) publishes(cue cueAt) bool {
	if c.p.doc.Lang != entente.English || c.date.Start < 0 {
		return false
	}
	role := c.p.subjectAt(c.s, cue.start)
	if role.named() && c.p.onlyCounts(role.actors) {
		return true
	}
	text := c.text()
	if n, _ := c.g.studies.at(text, cue.start, len(text)); n > 0 && c.date.From.Month == 0 && c.date.Start >= cue.end && c.date.Start-cue.end < 8 {
		return true
	}
	if writes(lowerWord(text[cue.start:cue.end])) && c.g.bodies.in(text, cue.end, min(c.clauseEnd(cue), cue.end+bodyReach)) {
		return true // wrote in the Times in March
	}
	from := max(c.clauseStart(cue), cue.start-bodyReach)
	return c.g.bodies.in(text, from, cue.start)
}

func writes(word string) bool {
	return word == "wrote" || word == "writes" || word == "written" || word == "writing"
}

// bodyReach is how far before its verb a body that publishes may stand.
const bodyReach = 48

// obliges reports whether a modal of duty stands at text[i:]: should, must, needs to.
func (g *eventGrammar) obliges(text []rune, i int) bool {
	n, not := g.duties.at(text, i, len(text))
	return n > 0 && not == 0
}

// pressed reports whether an English statement lays a duty on another state or on
// allies: told senators that Japan should spend more.
func (c *course) pressed(cue cueAt, speaker []entente.ActorID) bool {
	const reach, words = 110, 7
	text := c.text()
	after := string(text[cue.end:min(len(text), cue.end+reach)])
	k := strings.Index(after, "that ")
	if k < 0 {
		return false
	}
	i := cue.end + len([]rune(after[:k])) + len("that ")
	from := i
	for n := 0; n < words && i < len(text); n++ {
		if c.g.obliges(text, i) {
			return c.othersIn(from, i, speaker)
		}
		for i < len(text) && text[i] != ' ' {
			if strings.ContainsRune(",;.", text[i]) {
				return false
			}
			i++
		}
		i = skipAhead(text, i)
	}
	return false
}

// othersIn reports whether text[i:j] names a state that is not the speaker's, or
// allies.
func (c *course) othersIn(i, j int, speaker []entente.ActorID) bool {
	for _, m := range c.s.namesIn(i, j) {
		for _, a := range m.Actors() {
			if len(speaker) > 0 && a.State() != speaker[0].State() {
				return true
			}
		}
	}
	return c.g.allies.in(c.text(), i, j)
}

// gapped reads an English clause that leaves out the verb of the one before: the pact
// with Australia came into force in August, a similar one with Britain two months later.
func (sp *spell) gapped(k int, last happening) (happening, bool) {
	d, text := &sp.dates[k], sp.text()
	c := sp.s.clauseAt(d.Start)
	if sp.p.doc.Lang != entente.English || last.class&repeated == 0 || last.named || c < 1 || last.cue.clause >= c || last.date.Start >= d.Start {
		return happening{}, false
	}
	if word, _ := wordLeft(text, d.Start); word == "by" || word == "until" || word == "since" {
		return happening{}, false
	}
	cl := sp.s.clauses[c]
	start := skipWordsAhead(text, skipAhead(text, cl.start), "and", "then")
	if sp.s.clauses[c-1].mark != ',' || !sp.anotherOne(start) || sp.verbIn(cl.start, cl.end) || cl.end-d.End > 2 {
		return happening{}, false
	}
	for i := start; i < d.Start; i++ {
		if n, _ := sp.g.auxiliaries.at(text, i, d.Start); n > 0 {
			return happening{}, false
		}
	}
	return happening{class: last.class, date: d, cue: cueAt{class: last.class, start: start, end: d.End, clause: c}}, true
}

// anotherOne reports whether an English phrase for one more of a kind starts at text[i].
func (sp *spell) anotherOne(i int) bool {
	n, _ := sp.g.another.at(sp.text(), i, len(sp.text()))
	return n > 0
}
