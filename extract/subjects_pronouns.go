package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

// resolve turns a pronoun into the actors it points to.
func (p *passage) resolve(s *sentence, f find, c int) role {
	r := role{actors: f.actors, start: f.start, end: f.end}
	switch f.pronoun {
	case other:
		r.actors, r.other = nil, true
	case he:
		if r.actors = p.inOffice(s, f); r.actors != nil {
			break
		}
		person := personal.in(s.view.Text, f.start, f.end)
		sex := sexOf(s.view.Text, f.start, f.end)
		fits := func(a []entente.ActorID) bool {
			return len(a) == 1 && (!person || p.isPerson(a[0]) && (sex == unsexed || woman(a[0]) == (sex == female)))
		}
		if person {
			r.actors = p.nearest(s, c, fits)
		}
		if r.actors == nil {
			r.actors = p.last(s, c, fits)
		}
		if r.actors == nil && sex != unsexed {
			r.actors = p.last(s, c, func(a []entente.ActorID) bool { return len(a) == 1 && p.isPerson(a[0]) })
		}
		if f.who(s) {
			r.actors = p.antecedent(s, f.start, nil)
			r.other = r.actors == nil
		}
		r.actors = union(r.actors, f.actors) // he and Takaichi
	case they, statement:
		if r.actors = p.countries(s, c, f); r.actors != nil {
			break
		}
		if n := counted(s.view.Text, f.start); n > 0 {
			if r.actors = p.pairOfPeople(s, f, n); r.actors != nil {
				break
			}
			if r.actors = p.last(s, c, func(a []entente.ActorID) bool { return len(a) == n }); r.actors != nil {
				break
			}
		}
		r.actors = p.last(s, c, func(a []entente.ActorID) bool { return len(a) > 1 || f.pronoun == they && collective(a[0]) })
		if r.actors == nil && len(p.party) > 1 {
			r.actors = p.party
		}
		if r.actors == nil {
			r.actors = p.last(s, c, func(a []entente.ActorID) bool { return len(a) > 0 })
		}
	case staff:
		r.actors = statesOf(p.last(s, c, func(a []entente.ActorID) bool { return len(a) == 1 }))
	case homeland:
		if p.doc.Lang == entente.English {
			r.actors = p.lastForeign(s, f.start)
			break
		}
		if r.actors = p.we; r.actors == nil {
			r.actors = []entente.ActorID{home[p.doc.Script]}
		}
	case writer:
		r.actors = byAuthor
	case former, latter:
		r.actors = p.pair(s, c, f.pronoun == latter)
	case we:
		if p.we == nil && openBefore(s.view.Text, 0, f.start) {
			r.other = true // whoever is quoted
			break
		}
		r.actors = p.we
		if r.actors == nil {
			r.actors = []entente.ActorID{"author"}
		}
		r.actors = union(f.actors, r.actors) // President Trump and I
	}
	return r
}

// lastForeign returns the state, but for the United States, that is named last before
// view.Text[i:], in the paragraph; or else the one that the document names most.
func (p *passage) lastForeign(s *sentence, i int) []entente.ActorID {
	for k := s.index; k >= 0 && p.sentences[k].Paragraph == s.Paragraph; k-- {
		for _, m := range slices.Backward(p.sentences[k].actors) {
			if k == s.index && m.End > i {
				continue
			}
			for _, a := range m.Actors() {
				if state := a.State(); len(state) == 3 && state != "USA" && state != "ORG" {
					return []entente.ActorID{entente.ActorID(state)}
				}
			}
		}
	}
	return p.mainForeign()
}

// mainForeign returns the state that the document names most but for the United States,
// nil if it names none.
func (p *passage) mainForeign() []entente.ActorID {
	best, most := "", 0
	for state, n := range p.statesNamed() {
		if state != "USA" && len(state) == 3 && (n > most || n == most && state < best) {
			best, most = state, n
		}
	}
	if best == "" {
		return nil
	}
	return []entente.ActorID{entente.ActorID(best)}
}

// pairOfPeople returns the two people of two states that "the two leaders" points to,
// where the sentence before, or this one, names just them.
func (p *passage) pairOfPeople(s *sentence, f find, n int) []entente.ActorID {
	if n != 2 || countryWords.in(s.view.Text, f.start, f.end) && !officialWords.in(s.view.Text, f.start, f.end) {
		return nil
	}
	ministers := ministerWords.in(s.view.Text, f.start, f.end)
	var out []entente.ActorID
	for k := s.index; k >= 0 && k > s.index-3; k-- {
		for _, m := range p.sentences[k].actors {
			if (k < s.index || m.End <= f.start) && m.person() && p.isPerson(m.list[0]) && !(ministers && p.noMinister(m.list[0])) {
				out = union(out, m.list)
			}
		}
		if len(out) >= 2 {
			break
		}
	}
	if len(out) != 2 || len(statesOf(out)) != 2 {
		return nil
	}
	return out
}

// isPerson reports whether an actor is one person.
func (p *passage) isPerson(a entente.ActorID) bool {
	e := p.lex.Entry(string(a))
	return e != nil && e.Kind == "person" || e == nil && slices.Contains(p.strangers, a)
}

// noMinister reports whether a person is known for other offices than a minister's.
func (p *passage) noMinister(a entente.ActorID) bool {
	e := p.lex.Entry(string(a))
	return e != nil && len(e.Offices) > 0 && !slices.ContainsFunc(e.Offices, func(o lexicon.Office) bool {
		return strings.Contains(o.Title, "minister") || strings.Contains(o.Title, "secretary")
	})
}

// who reports whether a pronoun is the relative one of persons.
func (f find) who(s *sentence) bool {
	return f.end-f.start == len("who") && hasWord(s.view.Text, f.start, f.end, "who")
}

// antecedent returns whom "who" at i points back to: the last person named before it
// in the sentence, wherever that is (“…,” said Abe, the party's leader, who accused);
// otherwise as given.
func (p *passage) antecedent(s *sentence, i int, otherwise []entente.ActorID) []entente.ActorID {
	for _, m := range slices.Backward(s.namesIn(0, i)) {
		if m.person() && p.isPerson(m.list[0]) {
			return m.list
		}
	}
	return otherwise
}

// countries returns the states that "the two countries" or "both governments"
// point to: those of the last actors of as many states, or else, for two, the
// states that the document names most.
func (p *passage) countries(s *sentence, c int, f find) []entente.ActorID {
	text := s.view.Text
	if !countryWords.in(text, f.start, f.end) || officialWords.in(text, f.start, f.end) {
		return nil
	}
	n := counted(text, f.start)
	if n == 0 {
		return nil
	}
	found := p.last(s, c, func(a []entente.ActorID) bool { return len(statesOf(a)) == n })
	if found == nil && n == 2 {
		if found = p.party; len(statesOf(found)) != n {
			found = p.mainStates(n)
		}
	}
	return statesOf(found)
}

var (
	countryWords  = wordsetOf(false, allWords("countries")...)
	officialWords = wordsetOf(false, allWords("officials")...)
	ministerWords = wordsetOf(false, allWords("ministers")...)
)

// statesOf returns the states of a list of actors, each once; groups and
// organizations have none.
func statesOf(list []entente.ActorID) []entente.ActorID {
	var out []entente.ActorID
	for _, a := range list {
		if id := a.State(); len(id) == 3 && id != "ORG" {
			out = union(out, []entente.ActorID{entente.ActorID(id)})
		}
	}
	return out
}

// counted returns how many a pronoun at i counts: 三国, 4国; 0 if it does not.
func counted(text []rune, i int) int {
	if i >= len(text) {
		return 0
	}
	if hasWord(text, i, len(text), "the") {
		i += len("the ")
	}
	for n, w := range []string{"both", "two", "three", "four"} {
		if hasWord(text, i, len(text), w) {
			return max(2, n+1)
		}
	}
	switch text[i] {
	case '两', '双', '二', '両', '양', '두':
		return 2
	case '三', '3', '세':
		return 3
	case '四', '4', '네':
		return 4
	}
	return 0
}

// personal are the pronouns of a person, not of a state.
var personal = wordsetOf(false, allWords("persons")...)

var collectives = words("en", "collectives")

// collective reports whether an actor is many people: a team, circles, a group.
func collective(a entente.ActorID) bool {
	id := string(a)
	for _, w := range collectives {
		if strings.Contains(id, w) {
			return true
		}
	}
	return false
}

// reach is how many sentences back a pronoun may point.
const reach = 6

// last returns the latest actors before clause c that fit.
func (p *passage) last(s *sentence, c int, fits func([]entente.ActorID) bool) []entente.ActorID {
	for i := s.index; i >= 0 && i > s.index-reach; i-- {
		roles := p.roles[i]
		if i == s.index {
			roles = roles[:c]
		}
		if a := lastSubject(roles, fits); a != nil {
			return a
		}
	}
	return nil
}

// nearest returns the actors that fit in this sentence before clause c, or in the one
// before: the last subject, or else, wherever they stand, whom this one names first or
// that one last. Trump met Xi in Busan; he said. It worries Onodera. He has warned.
func (p *passage) nearest(s *sentence, c int, fits func([]entente.ActorID) bool) []entente.ActorID {
	if a := lastSubject(p.roles[s.index][:c], fits); a != nil {
		return a
	}
	for _, m := range s.namesIn(0, s.clauses[c].start) {
		if a := m.Actors(); len(a) > 0 && fits(a) {
			return a
		}
	}
	if s.index == 0 {
		return nil
	}
	if a := lastSubject(p.roles[s.index-1], fits); a != nil {
		return a
	}
	for _, m := range slices.Backward(p.sentences[s.index-1].actors) {
		if a := m.Actors(); len(a) > 0 && fits(a) {
			return a
		}
	}
	return nil
}

// lastSubject returns the last of the subjects that fits.
func lastSubject(roles []role, fits func([]entente.ActorID) bool) []entente.ActorID {
	for _, r := range slices.Backward(roles) {
		if len(r.actors) > 0 && fits(r.actors) {
			return r.actors
		}
	}
	return nil
}

// pair returns the second (or, for the former, the first) of the two actors
// that the sentence before names last.
func (p *passage) pair(s *sentence, c int, second bool) []entente.ActorID {
	names := s.actors
	if c == 0 && s.index > 0 {
		names = p.sentences[s.index-1].actors
	}
	var seen [][]entente.ActorID
	for _, m := range names {
		if c > 0 && m.Start >= s.clauses[c].start {
			break
		}
		if a := m.Actors(); len(a) == 1 && !slices.ContainsFunc(seen, func(b []entente.ActorID) bool { return slices.Equal(a, b) }) {
			seen = append(seen, a)
		}
	}
	if n := len(seen); n >= 2 {
		if second {
			return seen[n-1]
		}
		return seen[n-2]
	}
	return nil
}
