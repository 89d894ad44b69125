package extract

import (
	"slices"

	"github.com/ententelab/entente"
)

// slack is how many characters of a noun phrase's head may stand before a name
// that is still the subject: 当选总统特朗普.
const slack = 6

// zhSubject returns the first name or pronoun of a Chinese clause that no
// preposition governs and no verb precedes.
func (g *grammar) zhSubject(s *sentence, from, to int) find {
	text, weak := s.view.Text, nothing
	at, ungoverned := g.skip(text, from, to), true
	if n, kind := g.pronouns.at(text, at, to); n > 0 {
		return find{start: at, end: at + n, pronoun: pronoun(kind)}
	}
	names, base := s.namesIn(from, to), from
	for k := 0; k < len(names); k++ {
		m := names[k]
		switch {
		case quoted(text, from, m.Start, m.End):
			continue
		case !ungoverned && (m.Start == at || g.joined(text, at, m.Start) || m.Start > 0 && text[m.Start-1] == '、'):
			at, base = m.End, m.End // a second name under the same preposition
			continue
		case g.governed(text, base, m.Start):
			at, base, ungoverned = m.End, m.End, false
			continue
		case g.afterVerb(text, at, m.Start, from > 0):
			return weak
		}
		f := find{start: m.Start, end: m.End, actors: m.Actors()}
		k = g.join(s, names, k, &f)
		at, base, ungoverned = f.end, f.end, true
		if n, _ := g.possessives.at(text, f.end, to); n > 0 {
			if !weak.named() {
				weak = f
			}
			at += n
			continue
		}
		return f
	}
	if weak.named() {
		return weak
	}
	if n, _ := g.pronouns.at(text, at, to); n > 0 && !ungoverned {
		at += n // 向美日双方
	}
	return g.latePronoun(text, at, to)
}

func (f find) named() bool { return f.end >= 0 }

// latePronoun finds a pronoun that stands behind a prepositional phrase.
func (g *grammar) latePronoun(text []rune, from, to int) find {
	for i := from; i < to; i++ {
		n, kind := g.pronouns.at(text, i, to)
		if n < 2 || pronoun(kind) == other {
			continue
		}
		if !g.governed(text, from, i) && !g.afterVerb(text, from, i, from > 0) {
			return find{start: i, end: i + n, pronoun: pronoun(kind)}
		}
		i += n - 1
	}
	return nothing
}

// skip passes over adverbs, dates and quotation marks at the head of a clause.
func (g *grammar) skip(text []rune, from, to int) int {
	i := from
	for i < to {
		next := g.step(text, from, i, to)
		if next == i {
			return i
		}
		i = next
	}
	return i
}

// step passes over one adverb, mark or digit at i; it returns i if there is none.
func (g *grammar) step(text []rune, from, i, to int) int {
	n, _ := g.adverbs.at(text, i, to)
	switch m := inManner(text, i, to); {
	case n > 0 || m > 0:
		return i + max(n, m)
	case text[i] == ' ' || digit(text[i]) || opensQuote(text[i]), text[i] == '初', text[i] == '底',
		i > from && digit(text[i-1]) && slices.Contains(dateMarks, text[i]):
		return i + 1
	}
	return i
}

// inManner is the length of a Chinese adverb of manner at text[i], which ends in 地:
// 毫不掩饰地. 地 also begins words, such as 地区.
func inManner(text []rune, i, to int) int {
	const shortest, longest = 2, 6
	for j := i; j < to && j-i <= longest; j++ {
		switch {
		case !han(text[j]):
			return 0
		case text[j] != '地':
		case j-i < shortest || j+1 < to && slices.Contains(landMarks, text[j+1]):
			return 0
		default:
			return j + 1 - i
		}
	}
	return 0
}

// landMarks follow 地 where it begins a word.
var landMarks = []rune("区位方缘点面盘域理球产价震形带图主下铁")

var dateMarks = []rune("年月日初底末旬中")

// governed reports whether a name at i is the object of a preposition in
// text[from:i], directly or inside a phrase that is still open.
func (g *grammar) governed(text []rune, from, i int) bool {
	if n, _ := g.prepositions.before(text, i, from); n > 0 {
		return true
	}
	open := false
	for j := from; j < i; j++ {
		if n, _ := g.closers.at(text, j, i); n > 0 {
			open = false
			j += n - 1
		} else if n, _ := g.openers.at(text, j, i); n > 0 {
			open = true
			j += n - 1
		}
	}
	return open
}

// afterVerb reports whether text[from:i] holds a verb whose object a name at i
// would be. A phrase that ends in 的 belongs to the name itself.
func (g *grammar) afterVerb(text []rune, from, i int, later bool) bool {
	from = g.skip(text, from, i)
	if from >= i {
		return false
	}
	if n, _ := g.possessives.at(text, i-1, i); n > 0 {
		return false
	}
	if g.verbs.in(text, from, i) || cues.zh.in(text, from, i) {
		return true
	}
	loose := slack
	if later {
		loose = 4 // what stands before a name in a later clause is rather its verb
	}
	return i-from > loose && !g.titled(text, from, i)
}

// titled reports whether text[from:i] ends in a title.
func (g *grammar) titled(text []rune, from, i int) bool {
	n, _ := g.titles.before(text, i, from)
	return n > 0
}

// joined reports whether text[from:i] is nothing but a conjunction.
func (g *grammar) joined(text []rune, from, i int) bool {
	for from < i && text[from] == '(' { // 岸田文雄(…)、
		end := from
		for end < i && text[end] != ')' {
			end++
		}
		from = min(end+1, i)
	}
	n, _ := g.joins.before(text, i, from)
	return n > 0 && n == i-from
}

// join adds to f the names that follow names[k] as its equals (A与B) or that
// say who it is (美国国防部长赫格塞思), and returns the index of the last.
func (g *grammar) join(s *sentence, names []mention, k int, f *find) int {
	text := s.view.Text
	for k+1 < len(names) {
		next := names[k+1]
		switch {
		case next.Start == f.end+1 && text[f.end] == '(' && next.End < len(text) && text[next.End] == ')':
			f.end, k = next.End+1, k+1 // 拜登(Joe Biden)
			continue
		case g.joined(text, f.end, next.Start):
			f.actors = union(f.actors, next.Actors())
		case next.Start == f.end && states(f.actors) && states(next.Actors()):
			f.actors = union(f.actors, next.Actors()) // 美日
		case k+2 < len(names) && g.list(text, f.end, next, names[k+2]):
			k++ // the title of the next in a list: A、日本首相B
			f.actors, next = union(f.actors, names[k+1].Actors()), names[k+1]
		case next.Start == f.end || next.Start-f.end <= 12 && g.title(text, f.end, next.Start):
			f.actors = next.Actors()
		default:
			return k
		}
		f.end = next.End
		k++
	}
	return k
}

// list reports whether state opens the next item of a list whose actor is who:
// 、日本首相岸田文雄.
func (g *grammar) list(text []rune, from int, state, who mention) bool {
	return g.joined(text, from, state.Start) && len(state.Actors()[0]) == 3 && who.Start-state.End <= 12 &&
		(who.Start == state.End && len(who.Actors()[0]) > 3 || g.title(text, state.End, who.Start))
}

// states reports whether all actors are states as such.
func states(list []entente.ActorID) bool {
	for _, a := range list {
		if len(a) != 3 {
			return false
		}
	}
	return true
}

// title reports whether text[from:to] is the title of the person who follows.
func (g *grammar) title(text []rune, from, to int) bool {
	n, _ := g.titles.before(text, to, from)
	return n > 0 && !g.verbs.in(text, from, to-n)
}

// maxTerm is the longest quoted phrase that still names something, as
// “特朗普路线”, and is no quotation of speech.
const maxTerm = 12

// quoted reports whether text[i:j] stands inside a quotation or a title of a
// work that opens in text[from:i].
func quoted(text []rune, from, i, j int) bool {
	for k := i - 1; k >= from; k-- {
		switch text[k] {
		case '”', '』', '」', ')', '》':
			return false
		case '《', '(':
			return true
		case '“', '「', '『', '‘':
			return closes(text, j, k+maxTerm) < 0
		case '"':
			return odd(text, 0, k) && closes(text, j, k+3*maxTerm) < 0
		}
	}
	return false
}

// odd reports whether the straight quotation mark at k opens a quotation: an
// even number of them stands before it.
func odd(text []rune, from, k int) bool {
	n := 0
	for _, r := range text[from:k] {
		if r == '"' {
			n++
		}
	}
	return n%2 == 0
}

// closes returns where a quotation closes in text[from:to], or -1.
func closes(text []rune, from, to int) int {
	for k := from; k < min(to, len(text)); k++ {
		if text[k] == '"' || text[k] == '”' || text[k] == '」' || text[k] == '』' || text[k] == '’' {
			return k
		}
	}
	return -1
}
