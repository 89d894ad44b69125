package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// People without a name take stances too: critics, analysts, 77 percent of those
// asked. Their state is the one named in their phrase (critics in Tokyo); the
// public of a poll is that of the state last spoken of; scholars and critics of
// no state stay unattributed.

var (
	// value: 0 those who speak up, 1 the public, 2 those who speak up inside a state, 3
	// those who hold an office
	peopleBefore = map[entente.Lang]*wordset{
		entente.English:  wordsetOf(true, words("en", "voices"), words("en", "public"), words("en", "domestic")),
		entente.Chinese:  wordsetOf(true, folded(words("zh", "voices")), folded(words("zh", "public")), folded(words("zh", "domestic"))),
		entente.Japanese: wordsetOf(true, folded(words("ja", "voices")), folded(words("ja", "public")), folded(words("ja", "domestic")), folded(words("ja", "persons_office"))),
		entente.Korean:   wordsetOf(true, words("ko", "voices"), words("ko", "public"), words("ko", "domestic"), words("ko", "persons_office")),
	}
	unattributed = []entente.ActorID{"unattributed"}
)

// people returns the unnamed people that the verb at view.Text[i:] is about; they
// are looked for behind view.Text[from:].
func (p *passage) people(s *sentence, from, i int) (role, bool) {
	switch p.doc.Lang {
	case entente.English:
		return p.enPeople(s, i)
	case entente.Chinese:
		return p.zhPeople(s, i)
	}
	return p.markedPeople(s, from, i)
}

// ownedStaff reports whether a subject in text[i:j] names people by their owner.
func ownedStaff(text []rune, i, j int) bool {
	n, kind := english.pronouns.at(text, i, j)
	return n > 0 && pronoun(kind) == staff
}

// enPeople finds people before an English verb: critics in Tokyo object.
func (p *passage) enPeople(s *sentence, i int) (role, bool) {
	text, from := s.view.Text, s.clauseOf(i).start
	at := backOver(text, i, from)
	if r := p.subjectAt(s, i); r.start >= from && r.end > r.start && r.end <= at && ownedStaff(text, r.start, r.end) {
		return role{}, false // her aides are of her state
	}
	if w := s.firstWord(s.clauseOf(i)); at >= w && at <= w+len("who ") && hasWord(text, w, i+1, "who") && w > 1 {
		at = w
		for at > 0 && (text[at-1] == ' ' || text[at-1] == ',') {
			at--
		}
		from = s.clauseOf(at - 1).start // executives, who asked
		if n, _ := peopleBefore[entente.English].before(text, at, from); n == 0 {
			return role{}, false
		}
	}
	for at > from && text[at-1] == ' ' {
		at--
	}
	if n, _ := shares.before(text, at, from); n > 0 && n < at-from && (text[at-n-1] == ' ' || digit(text[at-n-1])) {
		return p.peopleRole(s, 1, nounPhrase(text, at-n, from), at, at), true // 77 percent doubted
	}
	if r, ok := p.enTitled(s, from, at); ok {
		return r, true
	}
	if r, ok := p.enNamed(s, from, at); ok {
		return r, true
	}
	for k := at; k > from; {
		for k > from && text[k-1] == ' ' {
			k--
		}
		if word := wordAfter(text, k); enTies[word] {
			if r, ok := p.enTitled(s, from, k); ok {
				return r, true // a diplomat in Tokyo
			}
		}
		if n, v := peopleBefore[entente.English].before(text, k, from); n > 0 {
			if known(s, k-n, k) {
				return role{}, false
			}
			start := nounPhrase(text, k-n, from)
			if w, _ := wordBefore(text, start, from); w >= 0 && !enOpens[lowerString(text[w:wordEnd(text, w)])] {
				return role{}, false // the object of a verb or preposition
			}
			return p.peopleRole(s, v, start, k, at), !p.hypothetical(text, from, start, true)
		}
		start, end := wordBefore(text, k, from)
		if start < 0 || at-start > peopleReach {
			break
		}
		word := lowerString(text[start:end])
		if n, _ := english.verbs.at(text, start, end); n > 0 || enOpens[word] {
			break
		}
		k = start
	}
	return p.enApposed(s, i)
}

// enTies tie a place or party to those who are of it.
var enTies = wordMap("en", "ties")

var shares = wordsetOf(true, words("en", "share"))

// peopleReach is how many characters a phrase behind the word for people has at
// most: in the Diet, of the Liberal Democratic Party.
const peopleReach = 50

// enOpens are words before a subject.
var enOpens = wordMap("en", "opens")

func wordEnd(text []rune, i int) int {
	for i < len(text) && latin(text[i]) {
		i++
	}
	return i
}

// backOver passes back over the adverbs and auxiliaries before a verb.
func backOver(text []rune, at, from int) int {
	for {
		start, end := wordBefore(text, at, from)
		if start < 0 {
			return at
		}
		word := lowerString(text[start:end])
		n, _ := english.adverbs.at(text, start, end)
		if n != end-start && !enBetween[word] || word == "and" || word == "but" || word == "both" || word == "all" {
			return at
		}
		at = start
	}
}

// nounPhrase returns where the noun phrase whose head starts at i starts: behind
// words of number and no more than three adjectives.
func nounPhrase(text []rune, i, from int) int {
	for others := 0; others < 4; {
		for i > from && digit(text[i-1]) {
			i--
		}
		start, end := wordBefore(text, i, from)
		if start < 0 && (i < from+2 || !digit(text[i-2])) {
			return i
		}
		if start < 0 {
			i--
			continue
		}
		word := lowerString(text[start:end])
		if !enQuantity[word] {
			others++
			if enOpens[word] || enBetween[word] {
				return i
			}
		}
		i = start
	}
	return i
}

var enQuantity = wordMap("en", "quantity")

// zhPeople finds people right before a Chinese verb: 有日本学者担心.
func (p *passage) zhPeople(s *sentence, i int) (role, bool) {
	text, from := s.view.Text, s.clauseOf(i).start
	at := i
	for {
		n, _ := chinese.adverbsBack.before(text, at, from)
		if n == 0 || at-n < from {
			break
		}
		at -= n
	}
	n, v := peopleBefore[entente.Chinese].before(text, at, from)
	if n == 0 {
		return p.zhHeadPeople(s, from, at)
	}
	start := at - n
	if known(s, start, at) {
		return p.zhIntroduced(s, from, at)
	}
	if introduced(text, from, start) {
		return p.peopleRole(s, v, start, at, at), true // 有学者建议
	}
	if m, _ := chinese.prepositions.before(text, start, from); m > 0 || conditionals.in(text, from, start) || objectOf.in(text, max(from, start-2), start) || addressed(s, from, start) {
		return role{}, false
	}
	return p.peopleRole(s, v, start, at, at), true
}

// addressed reports whether the people named at i are of states that something is said
// to: 向日澳两国国防官员.
func addressed(s *sentence, from, i int) bool {
	const near = 5 // 两国国防
	text, names := s.view.Text, s.namesIn(from, i)
	k := len(names) - 1
	if k < 0 || i-names[k].End > near {
		return false
	}
	for k > 0 && (names[k-1].End == names[k].Start || chinese.joined(text, names[k-1].End, names[k].Start)) {
		k--
	}
	at := names[k].Start
	return at > from && addressing.has(text[at-1])
}

var addressing = setOf("向对给")

// introduced reports whether nothing but 有 and adverbs stand in text[from:to].
func introduced(text []rune, from, to int) bool {
	return to > from && text[to-1] == '有' && chinese.skip(text, from, to-1) >= to-1 && (to-1 == from || text[to-2] != '没' && text[to-2] != '只')
}

// zhHeadPeople finds people at the head of a Chinese clause, with a phrase between
// them and their verb: 居民团体对此表示遗憾; or a personal name: 知事某某对此….
func (p *passage) zhHeadPeople(s *sentence, from, i int) (role, bool) {
	text := s.view.Text
	for k := from + 2; k < min(i, from+headReach); k++ {
		n, v := peopleBefore[entente.Chinese].before(text, k, from)
		if n == 0 || v == 0 {
			continue
		}
		for at := k; at <= min(i, k+longestName); at++ {
			m, _ := afterPeople.at(text, at, i)
			if m == 0 && (at < i || at == k) || at == k+1 {
				continue
			}
			if known(s, k-n, k) || len(s.namesIn(k, i)) > 0 && len(s.namesIn(k, at)) > 0 || !nominalHead(text, from, k-n) {
				return role{}, false
			}
			return p.peopleRole(s, v, k-n, k, at), true
		}
	}
	return p.zhTitled(s, from, i)
}

const (
	headReach   = 14 // how many characters the people at the head of a clause take at most
	longestName = 4  // and a personal name behind them
)

// nominalHead reports whether nothing but a modifier stands in text[from:to]: no
// preposition or verb that takes the people behind it as its object.
func nominalHead(text []rune, from, to int) bool {
	return !objectOf.in(text, from, to) && !chinese.verbs.in(text, from, to) && !conditionals.in(text, from, to)
}

var afterPeople = wordsetOf(false, words("zh", "after_people"))

// zhIntroduced returns the named people who end at i where the clause introduces
// them: 有韩国学者认为.
func (p *passage) zhIntroduced(s *sentence, from, i int) (role, bool) {
	names := s.namesIn(from, i)
	if len(names) == 0 {
		return role{}, false
	}
	m := names[len(names)-1]
	if m.End != i || m.Start == from || s.view.Text[m.Start-1] != '有' {
		return role{}, false
	}
	return role{actors: m.Actors(), start: m.Start, end: m.End}, true
}

// markedPeople finds people that a topic or subject particle marks before a
// Japanese or Korean verb.
func (p *passage) markedPeople(s *sentence, from, i int) (role, bool) {
	text, g := s.view.Text, p.grammar()
	for k := i; k > from; k-- {
		n, v := peopleBefore[p.doc.Lang].before(text, k, from)
		if n == 0 {
			continue
		}
		m, _ := g.topics.at(text, k, i)
		if m == 0 || !wordEnds(text, k+m, i) && p.doc.Lang == entente.Korean {
			continue
		}
		start := k - n
		if v == 1 {
			start = max(from, s.clauseOf(start).start) // with how many they are
		}
		return p.peopleRole(s, v, start, k, k+m), true
	}
	return role{}, false
}

// known reports whether a name of the lexicon covers the people text[start:end].
func known(s *sentence, start, end int) bool {
	for _, m := range s.actors {
		if m.Start < start && end <= m.End {
			return true
		}
	}
	return false
}

// peopleRole says who the people text[start:end] are; names up to upto belong to
// their phrase.
func (p *passage) peopleRole(s *sentence, kind int32, start, end, upto int) role {
	r := role{start: start, end: max(upto, end), actors: unattributed}
	from := s.clauseOf(start).start
	names := s.namesIn(from, max(upto, end))
	if len(names) > 0 {
		if a := statesOf(p.listed(s, names)); len(a) > 0 {
			r.actors = a
			return r
		}
	}
	if kind == 2 {
		for _, m := range s.namesIn(r.end, s.clauseOf(start).end) {
			if a := statesOf(m.Actors()); len(a) == 1 && p.governs(m.Actors()[0]) {
				r.actors = a // they speak to their own government
				return r
			}
		}
	}
	if kind == 0 {
		return r
	}
	if a := p.homeOfPublic(s, from, kind == 3); a != nil {
		r.actors = a
	}
	if len(r.actors) == 1 && kind == 2 && p.doc.Lang == entente.English && slices.Contains(figureData.Rivals, string(r.actors[0])) {
		if a := p.mainForeign(); a != nil {
			r.actors = a // mayors, farmers, lawmakers: a rival was only named last
		}
	}
	return r
}

// governs reports whether an actor is a person or body of a government, and not a force.
func (p *passage) governs(a entente.ActorID) bool {
	if !strings.Contains(string(a), "/") {
		return false
	}
	e := p.lex.Entry(string(a))
	return e == nil || e.Kind != "military_force" && e.Kind != "force"
}

// listed returns the actors of the last name and of those joined before it: 法国、德国
// 等国学者.
func (p *passage) listed(s *sentence, names []mention) []entente.ActorID {
	k := len(names) - 1
	out := names[k].Actors()
	for ; k > 0 && p.doc.Lang == entente.Chinese && chinese.joined(s.view.Text, names[k-1].End, names[k].Start); k-- {
		out = union(names[k-1].Actors(), out)
	}
	return out
}

// homeOfPublic returns the state whose public is meant: one named before in the
// sentence (a poll by the Asahi Shimbun), or in the sentence before, or the one
// whose language the text is in.
func (p *passage) homeOfPublic(s *sentence, to int, far bool) []entente.ActorID {
	back := 3
	if !far && (p.doc.Lang == entente.Japanese || p.doc.Lang == entente.Korean) {
		back = 1
	}
	for k := s.index; k >= 0 && k > s.index-back; k-- {
		names := p.sentences[k].actors
		for n := len(names) - 1; n >= 0; n-- {
			if k == s.index && names[n].Start >= to {
				continue
			}
			if a := statesOf(names[n].Actors()); len(a) == 1 {
				return a
			}
		}
	}
	if id, ok := home[p.doc.Script]; ok {
		return []entente.ActorID{id}
	}
	return nil
}
