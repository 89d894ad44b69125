package extract

import "github.com/ententelab/entente"

// People whom the lexicon does not know are named by what they are: Finance Minister
// Jane Doe, a senior U.S. official, John Doe, a fellow at a think tank. Whose they are
// is said by the names in their phrase, or, of those who hold office, by what the text
// last spoke of.

// enBearers are what people are; the value is that of peopleRole.
var enBearers = wordsetOf(true, words("en", "persons_voices"), words("en", "persons_office"))

// enTitled finds somebody unknown with a title right before at: Gov. John Doe; or one
// without a name behind an article: a senior official.
func (p *passage) enTitled(s *sentence, from, at int) (role, bool) {
	text, k := s.view.Text, pastName(s.view.Text, at, from)
	n, v := enBearers.before(text, k, from)
	if n == 0 || k-n > 0 && text[k-n-1] == '-' || known(s, k-n, k) || known(s, k, at) || len(s.namesIn(k, at)) > 0 {
		return role{}, false
	}
	start := nounPhrase(text, k-n, from)
	if k == at && !enIndefinite[firstWordOf(text, start, k)] {
		return role{}, false
	}
	if w, _ := wordBefore(text, start, from); w >= 0 && !enOpens[lowerString(text[w:wordEnd(text, w)])] {
		return role{}, false // the object of a verb or preposition
	}
	return p.peopleRole(s, v, start, at, at), !p.hypothetical(text, from, start, true)
}

// enIndefinite open a phrase for one not named.
var enIndefinite = wordMap("en", "indefinite")

// pastName passes back over the capitalised words of a name that ends at i.
func pastName(text []rune, i, from int) int {
	for range 4 {
		start, end := wordBefore(text, i, from)
		if start < 0 || !capital(text[start]) || enOpens[lowerString(text[start:end])] {
			break
		}
		if n, _ := enBearers.before(text, end, from); n > 0 {
			i = end
			break
		}
		i = start
	}
	for i > from && (text[i-1] == ' ' || text[i-1] == '.') {
		i--
	}
	return i
}

func firstWordOf(text []rune, i, to int) string {
	for i < to && !latin(text[i]) {
		i++
	}
	return lowerString(text[i:min(wordEnd(text, i), to)])
}

// enApposed finds somebody unknown whose verb at i stands behind an apposition: John
// Doe, a fellow at the institute, warned.
func (p *passage) enApposed(s *sentence, i int) (role, bool) {
	text, c := s.view.Text, s.clauseAt(i)
	if c < 2 || backOver(text, i, s.clauses[c].start) > s.firstWord(s.clauses[c]) {
		return role{}, false
	}
	about, name := s.clauses[c-1], s.clauses[c-2]
	first := s.firstWord(about)
	if name.mark != ',' || !english.inserted(s, about) || !article(text[first:wordEnd(text, first)]) {
		return role{}, false
	}
	start := fullName(text, name.end, name.start)
	if start < 0 || len(s.namesIn(start, name.end)) > 0 {
		return role{}, false
	}
	return p.whoIs(s, start, name.end, about), true
}

// enNamed finds somebody unknown who is named in full right before a verb at at: what
// Andrew Roe says is not said by whoever was spoken of last.
func (p *passage) enNamed(s *sentence, from, at int) (role, bool) {
	text := s.view.Text
	start := fullName(text, at, from)
	if start < 0 || p.inName(s, start, at) || len(s.namesIn(start, at)) > 0 || article(text[start:wordEnd(text, start)]) {
		return role{}, false
	}
	if w, e := wordBefore(text, start, from); w >= 0 && (!enOpens[lowerString(text[w:e])] || hasWord(text, w, e, "and")) {
		return role{}, false // the object of a verb or preposition, or one of several
	}
	return p.whoIs(s, start, at, clause{start: start, end: at}), true
}

// fullName returns where the capitalised words start, two at least, that end at i; -1
// if there are none.
func fullName(text []rune, i, from int) int {
	at, n := i, 0
	for {
		start, end := wordBefore(text, at, from)
		if start < 0 || !capital(text[start]) || enOpens[lowerString(text[start:end])] {
			break
		}
		at, n = start, n+1
	}
	if n < 2 {
		return -1
	}
	return at
}

// whoIs says whose the unknown person text[start:end] is, of whom the clause about
// says what he is.
func (p *passage) whoIs(s *sentence, start, end int, about clause) role {
	r := role{start: start, end: end, actors: unattributed}
	for _, m := range s.names {
		if m.Start < about.start || m.End > about.end {
			continue
		}
		if a := statesOf(m.Actors()); len(a) > 0 {
			r.actors = a[:1]
			return r
		}
		if len(m.Entry.Members) == 1 {
			r.actors = []entente.ActorID{entente.ActorID(m.Entry.Members[0])}
			return r
		}
	}
	for k := about.start; k < about.end; k++ {
		if n, v := enBearers.before(s.view.Text, k, about.start); n > 0 && v == 1 {
			if a := p.homeOfPublic(s, start, true); a != nil {
				r.actors = a
			}
		}
	}
	return r
}

// enAfter finds somebody unknown behind an inverted verb of speech that ends at j:
// “…,” said John Doe, a fellow at the institute; said a senior official.
func (p *passage) enAfter(s *sentence, j, end int) (role, bool) {
	text := s.view.Text
	for k := j; k < end; k++ {
		n, v := enBearers.before(text, k+1, j)
		if n == 0 || k+1 < end && text[k+1] != ' ' {
			continue
		}
		return p.peopleRole(s, v, j, k+1, end), true
	}
	last := pastWords(text, j, end)
	if start := fullName(text, last, j); start >= 0 {
		about := clause{start: last, end: last}
		if c := s.clauseAt(j); c+1 < len(s.clauses) && last == end {
			about = s.clauses[c+1]
		}
		return p.whoIs(s, start, last, about), true
	}
	return role{}, false
}

// pastWords passes over the capitalised words at i.
func pastWords(text []rune, i, to int) int {
	end := i
	for i < to {
		for i < to && (text[i] == ' ' || text[i] == '.') {
			i++
		}
		if i >= to || !capital(text[i]) {
			break
		}
		i = wordEnd(text, i)
		end = i
	}
	return end
}

// zhBearers are what people are; the value is that of peopleRole.
var zhBearers = wordsetOf(true, folded(words("zh", "persons_voices")), folded(words("zh", "persons_office")))

// zhTitled finds somebody unknown right before a Chinese verb at i, with what he is
// before the name: 前外务官员某某提醒.
func (p *passage) zhTitled(s *sentence, from, i int) (role, bool) {
	text := s.view.Text
	for k := i - 2; k >= max(from, i-longestName); k-- {
		n, v := zhBearers.before(text, k, from)
		if n == 0 {
			continue
		}
		if len(s.namesIn(k-1, i)) > 0 || known(s, k-1, i) || chinese.verbs.in(text, k, i) || cues.zh.in(text, k, i) || chinese.adverbs.in(text, k, i) {
			return role{}, false
		}
		if !nominalHead(text, from, k-n) {
			return role{}, false
		}
		return p.peopleRole(s, v, k-n, i, i), true
	}
	return role{}, false
}
