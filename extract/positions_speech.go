package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// innerCue returns the cue that a verb of speech leads to at once: 表示反对,
// expressed support for. The stance is then that of the inner one.
func (p *passage) innerCue(s *sentence, set *cueSet, c *cue, j int) (inner *cue, at, end int) {
	if c.Frame != "content" {
		return nil, 0, 0
	}
	text := s.view.Text
	to := s.clauseOf(j - 1).end
	at = p.grammar().head(text, j, to)
	n, v := set.words.at(text, at, to)
	if n > 0 && set == cues.zh && negated(set.lang, text, at) {
		return nil, 0, 0 // 重申不接受: the denial is what is said
	}
	if n == 0 || set.cues[v].Frame == "decoy" || set.cues[v].Frame == "content" || set == cues.en && !p.predicate(s, set, at, at+n) {
		return nil, 0, 0
	}
	return &set.cues[v], at, at + n
}

// said gives the stances of reported speech: one for each stance that its
// clauses take, or else what the verb says alone.
func (p *passage) said(s *sentence, set *cueSet, c *cue, f stance) []stance {
	if negated(set.lang, s.view.Text, f.start) {
		return nil
	}
	if g, ok := p.putForward(s, set, c, f); ok {
		return []stance{g}
	}
	out := p.saidClauses(s, set, c, f)
	if len(out) > 0 {
		return out
	}
	switch {
	case c.Alone == "commit" && published.in(s.view.Text, f.content, s.clauseOf(f.start).end):
		return nil
	case c.Alone != "":
		f.name = c.Alone
	case c.Leans == "refuse" && set.lang == entente.English && f.speaker[0] != "unattributed" && enDenies(s.view.Text, f.content, f.end):
		f.name = "refuse" // answered that it could not be discussed
	case f.speaker[0] == "unattributed":
		return nil
	case set.lang == entente.English && enDenies(s.view.Text, f.content, f.end) && (p.proposes(s, f) || quotation(s.view.Text, f.content, f.end)):
		f.name = unsaid // the weights tell what is denied
	case set.lang == entente.English && enDenies(s.view.Text, f.content, f.end):
		return nil
	case quotation(s.view.Text, f.content, f.end), p.quotesAll(s, f):
		f.name = "support" // words worth quoting, and nothing said against anything
	case c.Leans != "" && p.proposes(s, f):
		f.name = c.Leans
	case p.proposes(s, f), c.Rates && p.here(s, f) && f.speaker[0] != "author":
		f.name = unsaid
	default:
		return nil
	}
	f.addressee = p.addressee(s, f.start, f.content, f.end, f.speaker)
	return []stance{f}
}

// leastClause is how many characters a clause that somebody says has at least.
const leastClause = 8

// proposes reports whether what is said is a clause of its own, and not only a word or
// a topic, and an actor says it: answered that it was lawful; 指出,….
func (p *passage) proposes(s *sentence, f stance) bool {
	text := s.view.Text
	if f.end-f.content < leastClause || f.speaker[0] == "author" || !p.here(s, f) {
		return false
	}
	if p.doc.Lang == entente.English {
		return hasWord(text, max(0, f.content-len("that")), f.end, "that") || untilThat(text, f.content, f.end) < f.end || stated(text, clause{start: f.content, end: f.end}, f.end)
	}
	return true
}

// here reports whether the speaker of a stance is named in its sentence.
func (p *passage) here(s *sentence, f stance) bool {
	c := s.clauseAt(f.start)
	for ; c >= 0; c-- {
		if r := p.roles[s.index][c]; r.named() {
			return true
		}
	}
	_, ok := p.people(s, 0, f.start)
	return ok
}

// enDenies reports whether English text[from:to] denies something.
func enDenies(text []rune, from, to int) bool {
	for i := from; i < to; i++ {
		if !latin(text[i]) || i > 0 && latin(text[i-1]) {
			continue
		}
		end := wordEnd(text, i)
		if word := lowerString(text[i:end]); enNot[word] || word == "no" || word == "cannot" || word == "nothing" {
			return true
		}
		i = end
	}
	return false
}

// published are things that are announced and promise nothing.
var published = wordsetOf(false, words("zh", "published"), words("en", "published"))

// putForward reads a verb of speech whose object is a noun that says the stance:
// 提出要求, 表明…的决心.
func (p *passage) putForward(s *sentence, set *cueSet, c *cue, f stance) (stance, bool) {
	end := s.clauseOf(f.start).end
	if end <= f.content {
		return f, false
	}
	n, v := set.nouns.before(s.view.Text, end, f.content)
	if n == 0 || !c.puts(s.view.Text, f.content, end-n) {
		return f, false
	}
	f.name, f.end = nominal[v], end
	f.addressee = p.addressee(s, f.start, f.content, f.end, f.speaker)
	return f, true
}

// saidClauses gives the stances of the clauses of reported speech, each stance
// once.
func (p *passage) saidClauses(s *sentence, set *cueSet, c *cue, f stance) []stance {
	var out []stance
	another := false // what is said is about another than the speaker
	text, from := s.view.Text, p.saidFrom(s, f.content, f.end)
	for k := max(s.clauseAt(f.content-1), 0); k < len(s.clauses) && s.clauses[k].start < f.end; k++ {
		at, to := max(from, s.clauses[k].start), min(s.clauses[k].end, f.end)
		if to <= from {
			continue
		}
		if supposed(set, text, at, to) && to < f.end {
			if !p.threatens(s, at, to, f.speaker) || len(out) > 0 {
				continue
			}
			g := f
			g.name, g.addressee = "demand", p.othersIn(s, at, to, f.speaker)
			return []stance{g} // 若日本不…,税率将恢复
		}
		name := p.leansFor(s, set, c, at, to, f)
		if subject := p.ownSubject(s, at, to); len(subject.actors) > 0 {
			another = !sameStates(subject.actors, f.speaker)
		} else if another && name == "propose" {
			name = "demand" // it is still the other who ought to act
		}
		if name == "" {
			continue
		}
		if contrasts(text, at, to) {
			out = out[:0] // but …: what follows is the point
		}
		if has(out, name) || name == "support" && len(out) > 0 {
			continue
		}
		g := f
		g.name, g.end = name, to
		g.name = p.voiced(s, c, g)
		if len(out) > 0 {
			g.start, g.content = at, at
		}
		g.addressee = p.addressee(s, f.start, f.content, to, f.speaker)
		out = append(out, g)
	}
	return out
}

// supposed reports whether a Chinese clause of speech is a condition.
func supposed(set *cueSet, text []rune, at, to int) bool {
	n, _ := conditionals.at(text, at, to)
	return n > 0 && set == cues.zh
}

// issued are the words for what several states declare together.
var issued = wordsetOf(false, words("zh", "issued"), words("en", "issued"), folded(words("ja", "issued")), words("ko", "issued"))

// leansFor returns the stance of a clause of speech, as far as the verb of
// speech lets it take its own's place.
func (p *passage) leansFor(s *sentence, set *cueSet, c *cue, at, to int, f stance) string {
	if set == cues.zh && c.Alone == "" && imperative(s.view.Text, at, to) {
		return "demand"
	}
	if set == cues.en && (mandative(s.view.Text, at, to) || p.insists(s, f, at, to)) {
		return "demand"
	}
	together := c.Alone == "commit" || len(f.speaker) > 1 && issued.in(s.view.Text, s.clauseOf(f.start).start, f.start)
	name := p.leans(s, set, at, to, f.speaker, c.Alone == "commit", together)
	if c.Alone == "propose" && (name == "" || name == "propose" || name == "commit") && p.billed(s, set, at, to, f.speaker) {
		name = "demand"
	}
	if !c.yields(name) {
		return ""
	}
	return name
}

// mandative reports whether text[at:to] has the English subjunctive of what is to be
// done: insisted that the base be closed.
func mandative(text []rune, at, to int) bool {
	if !hasWord(text, max(at-len("that"), 0), to, "that") {
		return false
	}
	for i := at; i < to; i++ {
		if text[i] == ' ' && (hasWord(text, i+1, to, "be") || hasWord(text, i+1, to, "not be")) {
			start, end := wordBefore(text, i+1, at)
			return start >= 0 && !enBeforeBe[lowerString(text[start:end])]
		}
	}
	return false
}

// insists reports whether somebody insists that another act, whose verb has no ending:
// insisted that Japan raise its spending.
func (p *passage) insists(s *sentence, f stance, at, to int) bool {
	text := s.view.Text
	if !strings.HasPrefix(wordAfter(text, f.start), "insist") {
		return false
	}
	names := s.namesIn(at, to)
	if len(names) == 0 || names[0].Start > at+len(" that the ") || names[0].End >= to || text[names[0].End] != ' ' {
		return false
	}
	verb := wordAfter(text, names[0].End)
	return verb != "" && !strings.HasSuffix(verb, "s") && !strings.HasSuffix(verb, "ed") && !enFinite[verb] && !strings.HasSuffix(verb, "ly")
}

// enBeforeBe are the words before the infinitive "be", besides modals.
var enBeforeBe = wordMap("en", "before_be")

var imperatives = wordsetOf(false, words("zh", "imperative"))

// imperative reports whether text[at:to] is a Chinese order: words behind a colon or
// quotation mark that start with what is to be done (:立即停止…).
func imperative(text []rune, at, to int) bool {
	for at < to && (text[at] == ' ' || opensQuote(text[at]) || text[at] == ':') {
		at++
	}
	n, _ := imperatives.at(text, at, to)
	return n > 0 && at > 0 && (text[at-1] == ':' || opensQuote(text[at-1]))
}

// billed reports whether view.Text[from:to] speaks of costs that another than
// the speaker bears.
func (p *passage) billed(s *sentence, set *cueSet, from, to int, speaker []entente.ActorID) bool {
	if !set.burden.in(s.view.Text, from, to) {
		return false
	}
	if slices.Contains(s.view.Text[from:to], '驻') {
		return true // of troops abroad, the host's part
	}
	if p.othersIn(s, from, to, speaker) != nil {
		return true
	}
	return p.doc.Lang == entente.Chinese && raised.in(s.view.Text, from, to) && p.othersIn(s, to, len(s.view.Text), speaker) != nil
}

// raised are what is done to costs that somebody else is to bear.
var raised = wordsetOf(false, words("zh", "raised"))

// saidFrom returns where what is said starts: in English behind the "that" that
// follows whom it is said to.
func (p *passage) saidFrom(s *sentence, from, end int) int {
	if p.doc.Lang != entente.English || from >= end {
		return from
	}
	clause := s.clauses[max(s.clauseAt(from), 0)]
	for i := from; i < min(end, clause.end); i++ {
		if opensQuote(s.view.Text[i]) {
			break
		}
		if hasWord(s.view.Text, i, end, "that") {
			return i + len("that")
		}
		if latin(s.view.Text[i]) && (i == 0 || !latin(s.view.Text[i-1])) && enFinite[lowerString(s.view.Text[i:wordEnd(s.view.Text, i)])] {
			break // what is said has begun: said they would not fund countries that …
		}
	}
	return from
}

// enFinite are auxiliaries, which stand inside what is said.
var enFinite = wordMap("en", "finite")

// leastSpeech is how many characters words have at least that are quoted as said
// and not as a term.
const leastSpeech = 6

// quotesAll reports whether a Chinese verb of saying is followed by a quotation
// up to the end of its clause: 直言“台湾有事就是日本有事”. 称 alone only names.
func (p *passage) quotesAll(s *sentence, f stance) bool {
	text := s.view.Text
	if p.doc.Lang != entente.Chinese || f.content >= len(text) || f.content-f.start < 2 || !opensQuote(text[f.content]) {
		return false
	}
	end := closing(text, f.content)
	return end-f.content > leastSpeech+2 && end == s.clauseOf(f.content).end
}

// quotation reports whether text[from:to] is a quotation longer than a term.
func quotation(text []rune, from, to int) bool {
	for from < to && (text[from] == ' ' || text[from] == ',' || text[from] == ':') {
		from++
	}
	term := maxTerm
	if from+1 < to && latin(text[from+1]) {
		term *= 3
	}
	return from < to && opensQuote(text[from]) && closing(text, from)-from > term
}

var contrasting = wordsetOf(false, words("zh", "contrast"), words("en", "contrast"))

// contrasts reports whether text[from:to] opens with a word of contrast.
func contrasts(text []rune, from, to int) bool {
	for from < to && text[from] == ' ' {
		from++
	}
	n, _ := contrasting.at(text, from, to)
	return n > 0
}

func has(list []stance, name string) bool {
	for _, f := range list {
		if f.name == name {
			return true
		}
	}
	return false
}

// speechEnd returns where the reported speech that starts at j ends: with its
// quotation marks, or where a clause starts with another verb of the speaker.
func (p *passage) speechEnd(s *sentence, set *cueSet, j int) int {
	text := s.view.Text
	if openBefore(text, 0, j) {
		for k := j; k < len(text); k++ {
			if closesQuote(text[k]) {
				return k
			}
		}
	}
	for k := j; k < min(j+3, len(text)); k++ {
		if opensQuote(text[k]) {
			if end := closing(text, k); end > 0 && (end-k > maxTerm || s.clauseAt(end) < 0 || s.clauseAt(end) != s.clauseAt(k)) {
				return end
			}
		}
		if text[k] != ',' && text[k] != ':' && text[k] != ' ' {
			break
		}
	}
	g, first := p.grammar(), s.clauseAt(j-1)
	if j >= s.clauses[max(first, 0)].end {
		first++ // the first clause of what is said
	}
	for c := s.clauseAt(j-1) + 1; c > 0 && c < len(s.clauses); c++ {
		if s.clauses[c].start <= j {
			continue
		}
		if other := p.roles[s.index][c]; c > first && other.named() && other.speaks && !openBefore(text, j, s.clauses[c].start) {
			return s.clauses[c].start
		}
		if s.clauses[c-1].mark == ';' || c > first && p.leaves(s, c) && !openBefore(text, j, s.clauses[c].start) {
			return s.clauses[c].start
		}
		at, n := g.cueAtHead(set, text, s.clauses[c].start, s.clauses[c].end)
		if n > 0 && p.predicate(s, set, at, at+n) && !openBefore(text, j, at) {
			return s.clauses[c].start
		}
	}
	return len(text)
}

var leaving = wordsetOf(false, words("zh", "leave"), words("en", "leave"))

// leaves reports whether clause c is the text's own again after reported speech:
// a consequence, or a contrast with its own subject.
func (p *passage) leaves(s *sentence, c int) bool {
	text, cl := s.view.Text, s.clauses[c]
	from := cl.start
	for from < cl.end && text[from] == ' ' {
		from++
	}
	if n, _ := leaving.at(text, from, cl.end); n > 0 || from < cl.end && disposal(text, from, from+1, cl.end) {
		return true
	}
	return contrasts(text, from, cl.end) && p.roles[s.index][c].named()
}

// cueAtHead returns the cue that a clause without subject starts with, behind
// its adverbs, and its length; length 0 if there is none.
func (g *grammar) cueAtHead(set *cueSet, text []rune, from, to int) (at, n int) {
	if g != chinese {
		at = g.head(text, from, to)
		n, _ = set.words.at(text, at, to)
		return at, n
	}
	for at = from; at < to; {
		if n, _ = set.words.at(text, at, to); n > 0 {
			return at, n
		}
		next := g.step(text, from, at, to)
		if next == at {
			break
		}
		at = next
	}
	return at, 0
}

// head passes over what may stand before the verb of a clause without subject.
func (g *grammar) head(text []rune, from, to int) int {
	if g == english {
		return g.enSkip(text, from, to)
	}
	return g.skip(text, from, to)
}

func opensQuote(r rune) bool { return r == '“' || r == '"' || r == '「' || r == '『' }

func closesQuote(r rune) bool { return r == '”' || r == '"' || r == '」' || r == '』' }

// closing returns where the quotation that opens at i ends, 0 if it does not.
func closing(text []rune, i int) int {
	want := map[rune]rune{'“': '”', '"': '"', '「': '」', '『': '』'}[text[i]]
	for k := i + 1; k < len(text); k++ {
		if text[k] == want {
			return k + 1
		}
	}
	return 0
}

// openBefore reports whether a quotation that opens in text[from:i] is still
// open at i.
func openBefore(text []rune, from, i int) bool {
	open := false
	for _, r := range text[from:i] {
		switch r {
		case '“', '「', '『':
			open = true
		case '”', '」', '』':
			open = false
		case '"':
			open = !open
		}
	}
	return open
}
