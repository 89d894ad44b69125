package extract

import (
	"slices"

	"github.com/ententelab/entente"
)

// A role says who a clause is about.
type role struct {
	actors []entente.ActorID // nil if the text does not tell
	start  int               // of the name or pronoun in view.Text, -1 if carried over
	end    int               // of it, -1 if carried over
	other  bool              // an explicit subject that is no actor: nothing is carried over
	speaks bool              // the subject has a verb of stance in its clause
}

func (r role) named() bool { return r.end >= 0 }

// subjectOf returns who clause c of a sentence is about: the actors named in
// subject position, or carried over from the clause or sentence before.
func (p *passage) subjectOf(s *sentence, c int) []entente.ActorID {
	if s.index >= len(p.roles) || c < 0 || c >= len(p.roles[s.index]) {
		return nil
	}
	return p.roles[s.index][c].actors
}

// subjectAt returns who the predicate at view.Text[i:] is about.
func (p *passage) subjectAt(s *sentence, i int) role {
	c := s.clauseAt(i)
	if c < 0 {
		return role{start: -1, end: -1}
	}
	own := p.resolve(s, p.ownSubject(s, s.clauses[c].start, i), c)
	if p.saidThere(s, own, c) {
		return p.before(s, c)
	}
	if r := p.roles[s.index][c]; own.named() && r.start == own.start {
		own.actors = r.actors // a list that goes over clauses
	}
	if own.named() || own.other || c == 0 && s.index == 0 {
		return own
	}
	return p.before(s, c)
}

// clauseAt returns the index of the clause that view.Text[i] stands in, -1 if
// there is none.
func (s *sentence) clauseAt(i int) int {
	for c := range s.clauses {
		if s.clauses[c].start <= i && i < s.clauses[c].end {
			return c
		}
	}
	return -1
}

// clauseOf returns the clause that view.Text[i] stands in, the whole sentence if
// i is a mark between clauses.
func (s *sentence) clauseOf(i int) clause {
	if c := s.clauseAt(i); c >= 0 {
		return s.clauses[c]
	}
	return clause{0, len(s.view.Text), 0}
}

// before returns the subject that stands before clause c, in the sentence or,
// inside one paragraph, in the sentence before.
func (p *passage) before(s *sentence, c int) role {
	r := role{start: -1, end: -1}
	switch {
	case c > 0:
		r.actors = p.matrix(s, c).actors
	case s.index > 0:
		last := &p.sentences[s.index-1]
		if roles := p.roles[last.index]; len(roles) > 0 && last.Paragraph == s.Paragraph {
			r.actors = p.mains[last.index]
		}
	}
	return r
}

// saidThere reports whether the subject of a Japanese or Korean clause is one that the
// person spoken of before it tells about: 대사는 서한을 보내, 일본이 개입하면 …하겠다고 경고했다.
func (p *passage) saidThere(s *sentence, r role, c int) bool {
	if p.doc.Lang != entente.Japanese && p.doc.Lang != entente.Korean || c == 0 || !r.named() || !subjectParticle(s.view.Text[r.end-1]) || !states(r.actors) {
		return false
	}
	topic := p.roles[s.index][c-1]
	text, end := s.view.Text, s.clauses[c].end
	return topic.named() && len(topic.actors) == 1 && p.isPerson(topic.actors[0]) && !subjectParticle(text[topic.end-1]) && endsSaid.in(text, r.end, end)
}

// endsSaid ends what is said, before the verb that says it.
var endsSaid = wordsetOf(false, folded(words("ja", "ends_said")), words("ko", "ends_said"))

// matrix returns the role that holds before clause c: that of the last clause
// whose subject speaks or acts in it, since what follows is its speech, or that of
// one behind a semicolon whose subject is nobody known; or else that of the clause
// before.
func (p *passage) matrix(s *sentence, c int) role {
	roles := p.roles[s.index]
	for k := c - 1; k >= 0; k-- {
		if roles[k].speaks || p.stands(s, k) || roles[k].other && k > 0 && s.clauses[k-1].mark == ';' {
			return roles[k]
		}
	}
	return roles[c-1]
}

// stands reports whether English clause k is nothing but its subject, whose verb
// follows an insertion: Tokyo, for its part, pledged.
func (p *passage) stands(s *sentence, k int) bool {
	r, cl := p.roles[s.index][k], s.clauses[k]
	if p.doc.Lang != entente.English || !r.named() || len(r.actors) == 0 || cl.mark != ',' || cl.end-r.end > 1 {
		return false
	}
	if k > 0 && s.clauses[k-1].mark == ';' {
		return r.start-s.firstWord(cl) <= len("and the ")
	}
	return k+2 < len(s.clauses) && len(s.namesIn(r.start, r.end)) > 0 && english.inserted(s, s.clauses[k+1]) && p.goesOnWithVerb(s, k+2)
}

// inserted reports whether an English clause says who or what the one named before it
// is: the junior partner in the coalition; having met the president.
func (g *grammar) inserted(s *sentence, cl clause) bool {
	text, at := s.view.Text, s.firstWord(cl)
	end := wordEnd(text, at)
	word := lowerString(text[at:end])
	name := nameEnd(s, at, cl.end)
	return cl.mark == ',' && (enInserts[word] || article(text[at:end]) || hasSuffix(word, "ing") || possessive(text, name) ||
		name > at && (g.enTitle(text, name, cl.end) || name == cl.end && g.titlesAt.in(text, at, name))) // Pete Hegseth, U.S. Secretary of War, hosted
}

// nameEnd returns where the name ends that starts at i or behind an article there; i
// if none does.
func nameEnd(s *sentence, i, to int) int {
	if names := s.namesIn(i, to); len(names) > 0 && names[0].Start-i <= len("the ") {
		return names[0].End
	}
	return i
}

// enInserts open an insertion between a subject and its verb.
var enInserts = wordMap("en", "inserts")

// goesOnWithVerb reports whether English clause c starts with its verb.
func (p *passage) goesOnWithVerb(s *sentence, c int) bool {
	text, cl := s.view.Text, s.clauses[c]
	at := english.enSkip(text, cl.start, cl.end)
	n, _ := english.pronouns.at(text, at, cl.end)
	return n == 0 && english.enElided(s, at, cl.end)
}

// findSubjects fills p.roles, one role per clause, in the order of the text.
func (p *passage) findSubjects() {
	p.roles = make([][]role, len(p.sentences))
	p.mains = make([][]entente.ActorID, len(p.sentences))
	for i := range p.sentences {
		p.sentences[i].actors = p.findActors(&p.sentences[i])
	}
	p.findParty()
	for i := range p.sentences {
		s := &p.sentences[i]
		p.roles[i] = make([]role, len(s.clauses))
		for c, cl := range s.clauses {
			var r role
			if c > 0 && openBefore(s.view.Text, 0, s.firstWord(cl)) {
				r = p.before(s, c) // inside a quotation
			} else if r = p.resolve(s, p.ownSubject(s, cl.start, cl.end), c); !r.named() && !r.other || p.saidThere(s, r, c) {
				r = p.before(s, c)
			}
			if c > 0 && p.doc.Lang == entente.English && p.lists(s, c, r) {
				r.actors = p.withNext(p.roles[i][c-1].actors, r.actors) // A, B, and C
			}
			if r.named() && len(r.actors) > 0 {
				r.speaks = p.hasVerb(s, r.end, cl.end)
			}
			p.roles[i][c] = r
			if r.named() {
				p.mains[i] = r.actors
			}
		}
		if p.mains[i] == nil && i > 0 && p.sentences[i-1].Paragraph == s.Paragraph {
			p.mains[i] = p.mains[i-1]
		}
	}
}

// withNext adds who is named next to a list, but not the state of which the last of it is
// said to hold an office: Pete Hegseth, U.S. Secretary of War.
func (p *passage) withNext(list, next []entente.ActorID) []entente.ActorID {
	if n := len(list); n > 0 && len(next) == 1 && p.isPerson(list[n-1]) && string(next[0]) == list[n-1].State() {
		return list
	}
	return union(list, next)
}

// firstWord returns where the words of a clause start, behind the closing mark
// of a quotation and spaces.
func (s *sentence) firstWord(cl clause) int {
	i := cl.start
	for i < cl.end && (s.view.Text[i] == ' ' || closesQuote(s.view.Text[i])) {
		i++
	}
	return i
}

// hasVerb reports whether a verb of stance stands in view.Text[from:to].
func (p *passage) hasVerb(s *sentence, from, to int) bool {
	set := cues.of(p.doc.Lang)
	for i := from; i < to; i++ {
		n, at := set.words.at(s.view.Text, i, to)
		if n > 0 && set.cues[at].Frame != "decoy" && p.predicate(s, set, i, i+n) {
			return true
		}
	}
	return false
}

// A find is what ownSubject sees in subject position.
type find struct {
	actors     []entente.ActorID
	start, end int
	pronoun    pronoun
}

// A pronoun is a word in subject position that points to an actor named before.
type pronoun uint8

const (
	noPronoun pronoun = iota
	other             // points to something that is no actor
	he
	they
	former
	latter
	we
	statement // a document that speaks for those who issued it
	writer    // the author
	homeland  // the state of those whose language and script it is; in English of that named last
	staff     // people or a body of whoever was named before
)

var nothing = find{start: -1, end: -1}

// ownSubject returns what stands in subject position in view.Text[from:to] for
// a predicate that follows.
func (p *passage) ownSubject(s *sentence, from, to int) find {
	switch p.doc.Lang {
	case entente.English:
		return english.enSubject(s, from, to)
	case entente.Japanese:
		return japanese.marked(s, from, to)
	case entente.Korean:
		return korean.marked(s, from, to)
	}
	return chinese.zhSubject(s, from, to)
}

// namesIn returns the actors named inside view.Text[from:to].
func (s *sentence) namesIn(from, to int) []mention {
	i, _ := slices.BinarySearchFunc(s.actors, from, func(m mention, from int) int { return m.Start - from })
	j := i
	for j < len(s.actors) && s.actors[j].Start < to {
		j++
	}
	for j > i && s.actors[j-1].End > to {
		j--
	}
	return s.actors[i:j]
}
