package extract

import (
	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

type lexiconEntry = lexicon.Entry

func isConcept(m lexicon.Mention) bool { return m.Entry.Type == lexicon.Concept }

// verbFirst finds the stances of a Chinese or English sentence, where what is
// said follows the verb that says so.
func (p *passage) verbFirst(s *sentence, set *cueSet) []stance {
	var out []stance
	text := s.view.Text
	for i := 0; i < len(text); {
		n, at := set.words.at(text, i, len(text))
		if n == 0 {
			i++
			continue
		}
		c := &set.cues[at]
		if c.Frame == "decoy" || !p.predicate(s, set, i, i+n) {
			i += n
			continue
		}
		found, next := p.framed(s, set, c, i, i+n)
		out = append(out, found...)
		i = max(next, i+n)
	}
	return out
}

// framed reads the cue at view.Text[i:j] with what depends on it, and returns
// where reading goes on.
func (p *passage) framed(s *sentence, set *cueSet, c *cue, i, j int) ([]stance, int) {
	who := p.subjectAt(s, i)
	if len(who.actors) == 0 || !p.near(s, who, i) {
		return nil, j
	}
	f := stance{name: c.Stance, rule: c.rule, speaker: who.actors, start: i, content: j}
	if inner, at, end := p.innerCue(s, set, c, j); inner != nil {
		c, j, f.name, f.rule, f.content = inner, end, inner.Stance, inner.rule, at
	}
	if c.Frame == "content" {
		if from, to := p.quotedBefore(s, i, j); to > from {
			f.start, f.content, f.end = from, from, to
			return p.said(s, set, c, f), s.clauses[s.clauseAt(i)].end
		}
		f.end = p.speechEnd(s, set, j)
		return p.said(s, set, c, f), f.end
	}
	if text := s.view.Text; j < len(text)-1 && (text[j] == '说' || text[j] == '称' || text[j] == '道') {
		j++ // 抱怨说
		f.content = j
	}
	k := s.clauseAt(i)
	if f.end = s.clauses[k].end; j >= f.end && k+1 < len(s.clauses) && (s.clauses[k].mark == ',' || s.clauses[k].mark == ':') {
		f.end = s.clauses[k+1].end // 呼吁,日本应…
	}
	f.end = p.nextVerb(s, set, j, f.end)
	if negated(set.lang, s.view.Text, i) {
		if f.name = opposite(f.name); f.name == "" {
			return nil, j
		}
	}
	if f.end-j <= 1 && c.Frame == "pivot" && f.end < s.clauses[s.clauseAt(i)].end {
		return nil, j // encouraged and required: the second says it
	}
	f.addressee = p.addressee(s, i, j, f.end, who.actors)
	if c.Told != "" && len(f.addressee) > 0 {
		f.name = c.Told
	}
	if c.Frame == "pivot" && c.Alone != "" && !p.pivots(s, j, f.end, who.actors) {
		if f.name = c.Alone; c.Alone == "none" {
			return nil, j // want to: what they want follows
		}
		if f.name == "propose" && without(p.addressee(s, j, j, f.end, who.actors), who.actors) == nil {
			return nil, j // a wish that concerns nobody else
		}
	}
	return []stance{f}, f.end
}

// quotedBefore returns the quotation that a verb of speech at the end of its
// clause closes: “…,” Rubio said.
func (p *passage) quotedBefore(s *sentence, i, j int) (from, to int) {
	text, k := s.view.Text, s.clauseAt(i)
	if p.doc.Lang != entente.English || s.clauses[k].end-j > 3 || s.clauses[k].end < len(text)-1 && s.clauses[k].mark != ',' {
		return 0, 0
	}
	for to = i; to > 0 && !closesQuote(text[to-1]); to-- {
		if i-to > 60 {
			return 0, 0
		}
	}
	for from = to - 2; from > 0 && !opensQuote(text[from]); from-- {
	}
	if from < 0 || to == 0 || !opensQuote(text[from]) {
		return 0, 0
	}
	return from, to
}

// innerCue returns the cue that a verb of speech leads to at once: 表示反对,
// expressed support for. The stance is then that of the inner one.
func (p *passage) innerCue(s *sentence, set *cueSet, c *cue, j int) (inner *cue, at, end int) {
	if c.Frame != "content" {
		return nil, 0, 0
	}
	text := s.view.Text
	to := s.clauses[s.clauseAt(j-1)].end
	at = p.grammar().head(text, j, to)
	n, v := set.words.at(text, at, to)
	if n == 0 || set.cues[v].Frame == "decoy" || set.cues[v].Frame == "content" {
		return nil, 0, 0
	}
	return &set.cues[v], at, at + n
}

// opposite is the stance of a verb that is denied: not to support is to refuse.
// Where a denial says nothing clear it is "".
func opposite(name string) string {
	switch name {
	case "support", "commit", "assure":
		return "refuse"
	}
	return ""
}

// said gives the stances of reported speech: one for each stance that its
// clauses take, or else what the verb says alone.
func (p *passage) said(s *sentence, set *cueSet, c *cue, f stance) []stance {
	if negated(set.lang, s.view.Text, f.start) {
		return nil
	}
	if end := s.clauses[s.clauseAt(f.start)].end; end > f.content {
		if n, v := set.nouns.before(s.view.Text, end, f.content); n > 0 && c.puts(s.view.Text, f.content, end-n) {
			f.name, f.end = nominal[v], end
			f.addressee = p.addressee(s, f.start, f.content, f.end, f.speaker)
			return []stance{f}
		}
	}
	var out []stance
	from := p.saidFrom(s, f.content, f.end)
	for k := max(s.clauseAt(f.content-1), 0); k < len(s.clauses) && s.clauses[k].start < f.end; k++ {
		to := min(s.clauses[k].end, f.end)
		if to <= from {
			continue
		}
		at := max(from, s.clauses[k].start)
		name := p.leans(s, set, at, to, f.speaker, c.Alone == "commit")
		if c.Alone == "propose" && (name == "" || name == "propose" || name == "commit") && p.billed(s, set, at, to, f.speaker) {
			name = "demand"
		}
		if !c.yields(name) {
			name = ""
		}
		if len(out) > 0 && contrasts(s.view.Text, at, to) && name != "" {
			out = out[:0] // but …: what follows is the point
		}
		if name != "" && !has(out, name) && !(name == "support" && len(out) > 0) {
			g := f
			g.name, g.end = name, to
			if len(out) > 0 {
				g.start = max(from, s.clauses[k].start)
				g.content = g.start
			}
			g.addressee = p.addressee(s, f.start, f.content, to, f.speaker)
			out = append(out, g)
		}
	}
	if len(out) == 0 && c.Alone == "" && quotation(s.view.Text, f.content, f.end) {
		f.name = "support" // words worth quoting, and nothing said against anything
		f.addressee = p.addressee(s, f.start, f.content, f.end, f.speaker)
		return append(out, f)
	}
	if len(out) == 0 && c.Alone != "" {
		f.name = c.Alone
		f.addressee = p.addressee(s, f.start, f.content, f.end, f.speaker)
		out = append(out, f)
	}
	return out
}

// billed reports whether view.Text[from:to] speaks of costs that another than
// the speaker bears.
func (p *passage) billed(s *sentence, set *cueSet, from, to int, speaker []entente.ActorID) bool {
	if !set.burden.in(s.view.Text, from, to) {
		return false
	}
	for _, m := range s.namesIn(from, to) {
		if !sameStates(m.Actors(), speaker) {
			return true
		}
	}
	return false
}

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
	}
	return from
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

var contrasting = wordsetOf(false, []string{"但", "但是", "然而", "却", "可是", "but", "however", "yet"})

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
		if s.clauses[c-1].mark == ';' || p.leaves(s, c) && !openBefore(text, j, s.clauses[c].start) {
			return s.clauses[c].start
		}
		at := g.head(text, s.clauses[c].start, s.clauses[c].end)
		if n, _ := set.words.at(text, at, s.clauses[c].end); n > 0 && p.predicate(s, set, at, at+n) && !openBefore(text, j, at) {
			return s.clauses[c].start
		}
	}
	return len(text)
}

var leaving = wordsetOf(false, []string{"因此", "所以", "于是", "从而", "这", "此举", "结果", "以致", "导致", "使得", "引发", "随后", "此后", "对此",
	"thus", "therefore", "which", "leading", "resulting", "causing", "prompting"})

// leaves reports whether clause c is the text's own again after reported speech:
// a consequence, or a contrast with its own subject.
func (p *passage) leaves(s *sentence, c int) bool {
	text, cl := s.view.Text, s.clauses[c]
	from := cl.start
	for from < cl.end && text[from] == ' ' {
		from++
	}
	if n, _ := leaving.at(text, from, cl.end); n > 0 {
		return true
	}
	return contrasts(text, from, cl.end) && p.roles[s.index][c].named()
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

// pivots reports whether another actor stands right behind the verb, so that
// what follows is asked of it.
func (p *passage) pivots(s *sentence, j, end int, speaker []entente.ActorID) bool {
	if p.doc.Lang == entente.English && enPivot(s.view.Text, j, end) {
		return true
	}
	for _, m := range s.namesIn(j, end) {
		if m.Start-j > 5 {
			return false
		}
		return !sameStates(m.Actors(), speaker) && !p.governedAt(s, j, m.Start)
	}
	return false
}

// pivotReach is how many words a noun phrase has at most before its "to".
const pivotReach = 7

// enPivot reports whether "somebody to do" follows: want them to stop.
func enPivot(text []rune, j, end int) bool {
	words := 0
	for i := j; i < end && words <= pivotReach; i++ {
		if !latin(text[i]) || i > 0 && latin(text[i-1]) {
			continue
		}
		if hasWord(text, i, end, "to") {
			return words > 0
		}
		if hasWord(text, i, end, "that") {
			return false
		}
		words++
	}
	return false
}

func (p *passage) governedAt(s *sentence, from, i int) bool {
	if p.doc.Lang == entente.English {
		return english.enGoverned(s.view.Text, from, i)
	}
	return chinese.governed(s.view.Text, from, i)
}

// addressee returns whom a stance is meant for: the first actor of another
// state in what follows the verb, or else before it.
func (p *passage) addressee(s *sentence, i, j, end int, speaker []entente.ActorID) []entente.ActorID {
	clause := s.clauses[s.clauseAt(i)]
	for _, r := range [][2]int{{j, end}, {clause.start, i}} {
		for _, m := range s.namesIn(r[0], r[1]) {
			if a := without(m.Actors(), speaker); len(a) > 0 {
				return a
			}
		}
	}
	return nil
}

// without returns the actors of a whose state is not one of b's.
func without(a, b []entente.ActorID) []entente.ActorID {
	var out []entente.ActorID
	for _, x := range a {
		if !sameStates([]entente.ActorID{x}, b) {
			out = append(out, x)
		}
	}
	return out
}

// sameStates reports whether every state of a is one of b's.
func sameStates(a, b []entente.ActorID) bool {
	for _, x := range a {
		same := false
		for _, y := range b {
			same = same || x.State() == y.State()
		}
		if !same {
			return false
		}
	}
	return true
}
