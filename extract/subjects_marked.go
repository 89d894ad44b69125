package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// marked returns the name or pronoun of a Japanese or Korean clause that a
// particle marks as topic or subject. A topic (は, 은) holds for the whole clause
// and goes before a subject (が, 이), which may belong to what is said.
func (g *grammar) marked(s *sentence, from, to int) find {
	text, best := s.view.Text, nothing
	names := s.namesIn(from, to)
	for k := 0; k < len(names); k++ {
		m := names[k]
		if quoted(text, from, m.Start, m.End) {
			continue
		}
		f := find{start: m.Start, end: m.End, actors: m.Actors()}
		k = g.markedJoin(s, names, k, &f)
		if end, ok := g.particle(text, f.end, to); ok {
			thing := g.thingOf(text, f.end, end)
			f.end = end
			if !best.named() || subjectParticle(text[best.end-1]) && !subjectParticle(text[end-1]) && !thing {
				best = f
			}
		}
	}
	if best.named() && !subjectParticle(text[best.end-1]) {
		return best
	}
	// a topic before a subject speaks: 本稿は日本が…と考える
	end := to
	if best.named() {
		end = best.start
	}
	if f := g.markedPronoun(text, from, end); f.named() {
		return f
	}
	if i := g.otherTopic(text, from, end); i >= 0 {
		return find{start: i, end: i + 1, pronoun: other}
	}
	return best
}

// otherTopic returns where a topic particle stands that marks no known actor,
// or -1. Particles of time and place (には, では) mark no subject.
func (g *grammar) otherTopic(text []rune, from, to int) int {
	for i := from + 2; i < to; i++ {
		switch text[i] {
		case 'は':
			if text[i-1] != 'に' && text[i-1] != 'で' && text[i-1] != 'と' && text[i-1] != 'ら' && !numeral(text[i-1]) && !japaneseOr(text[from:i+1]) {
				return i
			}
		case '은', '는':
			if hangul(text[i-1]) && (i+1 == to || text[i+1] == ' ') && text[i-1] != '에' && text[i-1] != '서' && text[i-1] != '하' && text[i-1] != '로' && text[i-1] != '있' && text[i-1] != '없' && text[i-1] != '되' && text[i-1] != '라' && text[i-1] != '다' {
				return i
			}
		}
	}
	return -1
}

// japaneseOr reports whether the は that a text ends with is that of "or": 力又は威圧.
func japaneseOr(text []rune) bool {
	end := string(text[max(0, len(text)-4):])
	return slices.ContainsFunc([]string{"又は", "または", "あるいは", "しくは"}, func(or string) bool { return strings.HasSuffix(end, or) })
}

func numeral(r rune) bool { return digit(r) || r == '日' || r == '月' || r == '年' }

// subjectParticle reports whether r ends a particle that marks the subject of
// the nearest verb only, not a topic.
func subjectParticle(r rune) bool { return r == 'が' || r == '이' || r == '가' }

// markedPronoun finds a pronoun with a topic particle.
func (g *grammar) markedPronoun(text []rune, from, to int) find {
	for i := from; i < to; i++ {
		if i > from && hangul(text[i-1]) {
			continue
		}
		n, kind := g.pronouns.at(text, i, to)
		if n == 0 || pronoun(kind) == homeland && i > from && text[i-1] >= 0x4E00 && text[i-1] <= 0x9FFF {
			continue
		}
		if end, ok := g.particle(text, i+n, to); ok {
			return find{start: i, end: end, pronoun: pronoun(kind)}
		}
		if g.endsInTopic(text, i, i+n) {
			return find{start: i, end: i + n, pronoun: pronoun(kind)}
		}
		i += n - 1
	}
	return nothing
}

func (g *grammar) endsInTopic(text []rune, i, j int) bool {
	n, _ := g.topics.at(text, j-1, j)
	return n > 0 && j-i > 1 && hangul(text[j-1])
}

// markedJoin adds to f the names joined to names[k] (AとB, A와 B) or set behind
// it in apposition, and returns the index of the last.
func (g *grammar) markedJoin(s *sentence, names []mention, k int, f *find) int {
	text := s.view.Text
	for k+1 < len(names) {
		next := names[k+1]
		at := g.afterTitle(text, f.end, next.Start)
		n, _ := g.joinsAt.at(text, at, next.Start)
		switch {
		case next.Start == f.end && states(f.actors) && states(next.Actors()):
			f.actors = union(f.actors, next.Actors()) // 日米
		case n > 0 && onlySpace(text, at+n, next.Start):
			f.actors = union(f.actors, next.Actors())
		case next.Start-f.end <= 12 && onlySpace(text, at, next.Start) || g.possessed(text, f.end, next.Start):
			f.actors = nearer(f.actors, next)
		default:
			return k
		}
		f.end = next.End
		k++
	}
	return k
}

// nearer returns who two names in apposition stand for: the second, as in
// 米国トランプ大統領; but ヘグセス米国防長官 is the person, and 日米豪印の外相 are
// those of all four.
func nearer(first []entente.ActorID, next mention) []entente.ActorID {
	if (mention{list: first}).person() && !next.person() || len(first) > 1 || first[0].State() != next.list[0].State() {
		return first
	}
	return next.list
}

// possessed reports whether text[from:to] is a possessive particle only.
func (g *grammar) possessed(text []rune, from, to int) bool {
	n, _ := g.possessives.at(text, from, to)
	return n > 0 && onlySpace(text, from+n, to)
}

func onlySpace(text []rune, from, to int) bool {
	for i := from; i < to; i++ {
		if text[i] != ' ' && text[i] != '(' && text[i] != ')' {
			return false
		}
	}
	return true
}

// afterTitle passes over the titles that follow a name, and a bracket.
func (g *grammar) afterTitle(text []rune, at, to int) int {
	for at < to {
		n, _ := g.titlesAt.at(text, at, to)
		switch {
		case n > 0:
			at += n
		case text[at] == ' ' && at+1 < to:
			if m, _ := g.titlesAt.at(text, at+1, to); m == 0 {
				return at
			}
			at++
		case text[at] == '(':
			end := at
			for end < to && text[end] != ')' {
				end++
			}
			if end == to {
				return at
			}
			at = end + 1
		default:
			return at
		}
	}
	return at
}

// farTopic is how far behind a possessive the head's particle may stand.
const farTopic = 14

// particle reports whether the name that ends at i carries a topic or subject
// particle, directly, behind its titles, or on the noun that it qualifies.
func (g *grammar) particle(text []rune, i, to int) (end int, ok bool) {
	at := g.afterTitle(text, i, to)
	if n, _ := g.topics.at(text, at, to); n > 0 && wordEnds(text, at+n, to) {
		return at + n, true
	}
	if end := g.headTopic(text, at, to); end > 0 {
		return end, true
	}
	if n, _ := g.possessives.at(text, at, to); n > 0 {
		for j := at + n; j < min(to, at+n+farTopic); j++ {
			switch text[j] {
			case 'を', 'に', 'へ', '、', '을', '를', ',', 'で':
				return 0, false
			}
			if n, _ := g.topics.at(text, j, to); n > 0 && wordEnds(text, j+n, to) {
				return j + n, !subjectParticle(text[j+n-1]) || acting.has(text[j-1])
			}
		}
	}
	return 0, false
}

// acting are the last characters of nouns for those who act: 国防相が, 국방부가. What
// else a subject particle marks behind a possessive is a thing: 일본의 방위비 증액이.
var acting = setOf("相省庁府軍党社側氏官長院会者부군측당관장원회자")

// thingOf reports whether what the particle before end marks is a thing that the name
// before i has: マクロン大統領がNATOの拡大は「誤りだ」と speaks of one.
func (g *grammar) thingOf(text []rune, i, end int) bool {
	n, _ := g.possessives.at(text, g.afterTitle(text, i, end), end)
	return n > 0 && !acting.has(text[end-2])
}

// longHead is how many characters of a noun may follow a name up to its topic
// particle: 일본 외교 당국자는, 米政府当局者は.
const longHead = 10

// headTopic returns where the topic particle ends that closes a noun of Chinese
// characters or of Korean words without particles behind a name, or 0.
func (g *grammar) headTopic(text []rune, at, to int) int {
	for j := at; j < min(to, at+longHead); j++ {
		r := text[j]
		if n, _ := g.topics.at(text, j, to); n > 0 && j > at && (r == 'は' || hangul(r) && wordEnds(text, j+n, to) && text[j-1] != ' ') {
			return j + n
		}
		switch {
		case r >= 0x4E00 && r <= 0x9FFF:
		case hangul(r):
			if j+1 < to && text[j+1] == ' ' && particles.has(r) {
				return 0
			}
		case r == ' ':
		default:
			return 0
		}
	}
	return 0
}

// particles end a Korean word that is no part of a longer noun.
var particles = setOf("을를에의로와과서고며면도만게")

// wordEnds reports whether no hangul follows: a Korean particle ends its word.
func wordEnds(text []rune, at, to int) bool { return at >= to || !hangul(text[at]) }

func hangul(r rune) bool { return r >= 0xAC00 && r <= 0xD7A3 }
