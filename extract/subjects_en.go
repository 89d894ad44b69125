package extract

import (
	"slices"

	"github.com/ententelab/entente"
)

// enSubject returns the name or pronoun that an English clause starts with,
// behind adverbs and prepositional phrases.
func (g *grammar) enSubject(s *sentence, from, to int) find {
	text := s.view.Text
	at := g.enSkip(text, from, to)
	if n, kind := g.pronouns.at(text, at, to); n > 0 && (wordAfter(text, at+n) != "of" || ofBoth(text, at+n, to)) && !bothAnd(text, at, at+n, to) && !(bareTwo(text, at, at+n) && !g.enVerbAt(text, at+n, to)) &&
		!(pronoun(kind) == homeland && len(s.namesIn(at, at+n)) > 0) { // the Ministry of Defense has its own name
		return g.enAlongWith(s, find{start: at, end: at + n, pronoun: pronoun(kind)}, to)
	}
	if f := g.enLatePronoun(text, at, to); f.named() {
		return f
	}
	if from > 0 && g.enElided(s, at, to) {
		return nothing
	}
	names, weak := s.namesIn(from, to), nothing
	for k := 0; k < len(names); k++ {
		m := names[k]
		if quoted(text, from, m.Start, m.End) {
			continue
		}
		if g.enGoverned(text, at, m.Start) && !g.opensClause(text, at, m.Start, m.End, to) && !(from > 0 && g.absolute(s, names[k:], at, to)) {
			for k+1 < len(names) && g.enJoined(text, names[k].End, names[k+1].Start) {
				k++
			}
			at = names[k].End
			continue
		}
		if g.enAfterVerb(text, at, m.Start) {
			return weak
		}
		f := find{start: m.Start, end: m.End, actors: m.Actors()}
		k = g.enJoin(s, names, k, &f)
		at = f.end
		if !possessive(text, f.end) {
			if hasWord(text, f.end, to, " and I") || hasWord(text, f.end, to, " and i") {
				f.end, f.pronoun = f.end+len(" and I"), we
			}
			return f
		}
		if !weak.named() {
			weak = f
		}
	}
	return weak
}

// enAlongWith adds to a pronoun of one who is named beside it: he and Takaichi agreed.
func (g *grammar) enAlongWith(s *sentence, f find, to int) find {
	text := s.view.Text
	if f.pronoun != he || !hasWord(text, min(f.end+1, to), to, "and") {
		return f
	}
	at := g.pastTitles(text, f.end+len(" and "))
	if names := s.namesIn(f.end, to); len(names) > 0 && (names[0].Start == at || names[0].Start == f.end+len(" and ")) && names[0].person() && g.enVerbAt(text, names[0].End, to) {
		f.end, f.actors = names[0].End, names[0].Actors()
	}
	return f
}

// bothAnd reports whether the pronoun text[i:j] is the "both" of both A and B.
func bothAnd(text []rune, i, j, to int) bool {
	const reach = 60
	if lowerString(text[i:j]) != "both" {
		return false
	}
	for k := j; k < min(to, j+reach); k++ {
		if text[k] == ' ' && hasWord(text, k+1, to, "and") {
			return true
		}
	}
	return false
}

// bareTwo reports whether the pronoun text[i:j] is "the two", which is one only before a verb.
func bareTwo(text []rune, i, j int) bool { return lowerString(text[i:j]) == "the two" }

// ofBoth reports whether "of both countries" or the like follows a pronoun at i: the
// ministers of both countries are they.
func ofBoth(text []rune, i, to int) bool {
	for _, w := range []string{" of both", " of the two", " of the three", " of the four"} {
		if hasWord(text, i, to, w) {
			return true
		}
	}
	return false
}

// enLatePronoun finds "the two sides", "she", "the cabinet" and the like right before a verb or to,
// behind a phrase of time or place: on July 22 the two sides settled. Behind another verb
// it has a clause of its own: in July Japan asked what they would do.
func (g *grammar) enLatePronoun(text []rune, from, to int) find {
	if !enPhrases[wordAfter(text, from)] {
		return nothing
	}
	at := backOver(text, to, from)
	for at > from && text[at-1] == ' ' {
		at--
	}
	for i := from + 1; i < at; i++ {
		if text[i-1] != ' ' {
			continue
		}
		n, kind := g.pronouns.at(text, i, at)
		if n == 0 || i+n != at && !(i < from+latePronoun && g.enVerbAt(text, i+n, at)) {
			continue
		}
		if k := pronoun(kind); (k == they || k == homeland || k == staff || k == he && wordAfter(text, i) != "who") && !g.enAfterVerb(text, from, i) {
			return find{start: i, end: i + n, pronoun: k}
		}
	}
	return nothing
}

// enVerbAt reports whether an auxiliary or a verb follows i.
func (g *grammar) enVerbAt(text []rune, i, to int) bool {
	i = skipAhead(text, i)
	if i >= to {
		return false
	}
	n, _ := g.verbs.at(text, i, to)
	m, _ := cues.en.words.at(text, i, to)
	return n > 0 || m > 0 || enFinite[wordAfter(text, i)]
}

// latePronoun is how many characters before such a pronoun are looked through.
const latePronoun = 36

// enPhrases open a phrase of time or place before a subject.
var enPhrases = wordMap("en", "phrases")

// enElided reports whether a later clause starts with its verb: a word in small
// letters that opens no noun phrase.
func (g *grammar) enElided(s *sentence, at, to int) bool {
	text := s.view.Text
	if at >= to || capital(text[at]) || !latin(text[at]) {
		return false
	}
	end := at
	for end < to && latin(text[end]) {
		end++
	}
	n, _ := g.prepositions.before(text, end, at)
	return n == 0 && !article(text[at:end]) && !(hasSuffix(string(text[at:end]), "s") && hasWord(text, end+1, to, "of"))
}

// lists reports whether the subject r of clause c continues a list of names that
// the clause before consists of or ends with.
func (p *passage) lists(s *sentence, c int, r role) bool {
	last := p.roles[s.index][c-1]
	if r.named() && possessive(s.view.Text, r.end) {
		return false // Rubio, the State Department's head
	}
	if !r.named() || len(s.namesIn(r.start, r.end)) == 0 || !last.named() || last.speaks || s.clauses[c-1].mark != ',' || last.end != s.clauses[c-1].end {
		return false
	}
	text := s.view.Text
	for i := s.clauses[c].start; i < r.start; {
		n, _ := english.titlesAt.at(text, i, r.start)
		switch {
		case n > 0:
			i += n
		case hasWord(text, i, r.start, "and"):
			i += len("and")
		case latin(text[i]):
			return false
		default:
			i++
		}
	}
	return true
}

// enSkip passes over spaces, adverbs and articles.
func (g *grammar) enSkip(text []rune, from, to int) int {
	i := from
	for i < to {
		if !latin(text[i]) {
			i++
			continue
		}
		if n, _ := g.pronouns.at(text, i, to); n > 0 {
			return i
		}
		n, _ := g.adverbs.at(text, i, to)
		if n == 0 {
			return i
		}
		i += n
	}
	return i
}

// enGoverned reports whether a name at i is the object of a preposition: one
// that stands before it, with nothing but articles and capitalised words
// between.
func (g *grammar) enGoverned(text []rune, from, i int) bool {
	j, begun := i, false // the name's noun phrase, by its article
	for {
		start, end := wordBefore(text, j, from)
		if start < 0 {
			return false
		}
		if n, _ := g.prepositions.before(text, end, from); n > 0 {
			return !g.headed(text, start, end, from) && !hasWord(text, start, i, "under secretary")
		}
		if the := article(text[start:end]); !the && (begun || !capital(text[start])) {
			return false // in July the Pentagon
		} else if the {
			begun = true
		}
		j = start
	}
}

// opensClause reports whether the word before the name text[i:j] is a conjunction that
// only looks like a preposition, since a verb follows: since Washington has declined.
func (g *grammar) opensClause(text []rune, from, i, j, to int) bool {
	start, end := wordBefore(text, i, from)
	if start >= 0 && article(text[start:end]) {
		start, end = wordBefore(text, start, from)
	}
	if start < 0 || !enConjunctions[lowerString(text[start:end])] {
		return false
	}
	next := wordAfter(text, j)
	if next == "" || j >= to || text[j] != ' ' {
		return false
	}
	n, _ := cues.en.words.at(text, j+1, to)
	return enFinite[next] || n > 0 && hasSuffix(next, "ed")
}

// absolute reports whether "with" and the first of some names are the subject of a
// participle: with Japan and Australia also pledging more.
func (g *grammar) absolute(s *sentence, names []mention, from, to int) bool {
	text := s.view.Text
	start, end := wordBefore(text, names[0].Start, from)
	if start < 0 || lowerString(text[start:end]) != "with" {
		return false
	}
	who := find{end: names[0].End}
	g.enJoin(s, names, 0, &who)
	next := wordAfter(text, who.end)
	if at := who.end + 1 + len(next); at < to && (hasSuffix(next, "ly") || enInserts[next]) {
		next = wordAfter(text, at)
	}
	return hasSuffix(next, "ing") && who.end < to && text[who.end] == ' '
}

// enConjunctions are the conjunctions that look like prepositions.
var enConjunctions = wordMap("en", "conjunctions")

// headed reports whether the preposition text[start:end] follows a noun that
// speaks for the name behind it: the government of Japan, officials in Tokyo.
func (g *grammar) headed(text []rune, start, end, from int) bool {
	switch string(text[start:end]) {
	case "of", "in", "at", "from":
	default:
		return false
	}
	_, before := wordBefore(text, start, from)
	n, _ := g.heads.before(text, max(before, from), from)
	return n > 0
}

// enAfterVerb reports whether text[from:i] holds a verb whose object a name at
// i would be.
func (g *grammar) enAfterVerb(text []rune, from, i int) bool {
	return g.verbs.in(text, from, i) || cues.en.in(text, from, i)
}

// enJoin adds to f the names that follow names[k] as its equals or that say who
// it is (U.S. Secretary of Defense Pete Hegseth).
func (g *grammar) enJoin(s *sentence, names []mention, k int, f *find) int {
	text := s.view.Text
	for k+1 < len(names) {
		next := names[k+1]
		switch {
		case g.enJoined(text, f.end, next.Start):
			f.actors = union(f.actors, next.Actors())
		case g.enTitle(text, f.end, next.Start):
			f.actors = next.Actors()
		default:
			return k
		}
		f.end = next.End
		k++
	}
	return k
}

// enJoined reports whether text[from:to] is only a conjunction, article or
// hyphen.
func (g *grammar) enJoined(text []rune, from, to int) bool {
	if to-from > 16 {
		return false
	}
	joined := false
	for i := from; i < to; {
		n, _ := g.joinsAt.at(text, i, to)
		switch {
		case n > 0:
			joined = true
			i += n
		case text[i] == '-' || text[i] == '/' || text[i] == '–':
			joined = true
			i++
		case !latin(text[i]) && text[i] != '\'' && text[i] != '’':
			i++
		case hasWord(text, i, to, "the"):
			i += 3
		default:
			return false
		}
	}
	return joined
}

// enTitle reports whether text[from:to] is titles only, as "'s Prime Minister".
func (g *grammar) enTitle(text []rune, from, to int) bool {
	if possessive(text, from) {
		from += 2
	}
	any := to == from+1
	for i := from; i < to; {
		n, _ := g.titlesAt.at(text, i, to)
		switch {
		case n > 0:
			any = true
			i += n
		case latin(text[i]):
			return false
		default:
			i++
		}
	}
	return any
}

// pastTitles returns where the titles end that follow i: hosted the Right Honourable.
func (g *grammar) pastTitles(text []rune, i int) int {
	for at := i; at < len(text); {
		n, _ := g.titlesAt.at(text, at, len(text))
		switch {
		case n > 0:
			at += n
			i = at
		case text[at] == ' ':
			at++
		default:
			return i
		}
	}
	return i
}

func hasWord(text []rune, i, to int, word string) bool {
	for k, r := range word {
		if i+k >= to || lower(text[i+k]) != r {
			return false
		}
	}
	return wholeWord(text, i, i+len(word))
}

// possessive reports whether 's stands at i.
func possessive(text []rune, i int) bool {
	return i < len(text) && (text[i] == '\'' || text[i] == '’') &&
		!(i+1 < len(text) && latin(text[i+1]) && text[i+1] != 's')
}

// wordBefore returns the Latin word before i, or -1.
func wordBefore(text []rune, i, from int) (start, end int) {
	for i > from && !latin(text[i-1]) {
		if text[i-1] != ' ' && text[i-1] != '.' && text[i-1] != '-' {
			return -1, -1
		}
		i--
	}
	end = i
	for i > from && latin(text[i-1]) {
		i--
	}
	if i == end {
		return -1, -1
	}
	return i, end
}

func capital(r rune) bool { return r >= 'A' && r <= 'Z' }

var articles = wordMap("en", "articles")

func article(word []rune) bool { return articles[lowerString(word)] }

// union adds to a the actors of b that it lacks, in a new slice.
func union(a, b []entente.ActorID) []entente.ActorID {
	out := slices.Clone(a)
	for _, x := range b {
		if !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	return out
}
