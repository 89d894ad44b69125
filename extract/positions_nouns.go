package extract

import (
	_ "embed"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/ententelab/entente"
)

//go:embed data/positions_nouns.yaml
var stanceNounsYAML []byte

// A nounCue is a class of nouns of stance: somebody's demand that, promise to.
type nounCue struct {
	Stance string
	Words  []string
	With   []string // what must follow in English
	rule   entente.RuleID
	with   *wordset
}

// nounCues are the nouns of stance of one language; the value of a word is its
// index in cues.
type nounCues struct {
	words *wordset
	links *wordset // ties the content before it to the noun: 的, との, 라는
	cues  []nounCue
}

var stanceNouns = readNounCues(stanceNounsYAML)

func readNounCues(data []byte) map[entente.Lang]*nounCues {
	var lists map[string]struct {
		Links []string
		Nouns []nounCue
	}
	if err := yaml.Unmarshal(data, &lists); err != nil {
		panic("extract: data/positions_nouns.yaml: " + err.Error()) // embedded data: a broken build, not input
	}
	out := make(map[entente.Lang]*nounCues, len(lists))
	for lang, l := range lists {
		set := &nounCues{words: newWordset(false), links: wordsetOf(true, folded(l.Links)), cues: l.Nouns}
		for i := range set.cues {
			c := &set.cues[i]
			c.rule, c.with = entente.RuleID("position/"+lang+"/noun"), wordsetOf(false, c.With)
			for _, w := range folded(c.Words) {
				set.words.add(w, int32(i))
			}
		}
		out[entente.Lang(lang)] = set
	}
	return out
}

// nominal finds stances that a noun names together with what is asked, promised
// or said: Washington's demand that Tokyo pay more; 美方将防卫费提高到3.5%的要求. A
// noun alone only refers to a stance and states none.
func (p *passage) nominal(s *sentence, found []stance) []stance {
	set := stanceNouns[p.doc.Lang]
	if set == nil {
		return nil
	}
	var out []stance
	text := s.view.Text
	for i := 0; i < len(text); i++ {
		n, v := set.words.at(text, i, len(text))
		if n == 0 {
			continue
		}
		c, j := &set.cues[v], i+n
		var f stance
		ok := false
		if p.doc.Lang == entente.English {
			f, ok = p.enNominal(s, c, i, j)
		} else {
			f, ok = p.linkedNoun(s, set, i, j)
		}
		if ok && !covered(found, f) {
			f.name, f.rule = c.Stance, c.rule
			if c.Stance == "commit" && p.decidesAgainst(text, f.content, f.end) {
				f.name = "refuse"
			}
			f.addressee = p.othersIn(s, f.content, f.end, f.speaker)
			out = append(out, f)
		}
		i = j - 1
	}
	return append(out, p.reacted(s, found)...)
}

// decidesAgainst reports whether the English complement of a decision in text[from:to]
// is a verb of refusal: the decision in January to block the purchase.
func (p *passage) decidesAgainst(text []rune, from, to int) bool {
	if p.doc.Lang != entente.English {
		return false
	}
	for from < to && text[from] == ' ' {
		from++
	}
	at := datedUntil(text, from, to)
	if !hasWord(text, at, to, "to") {
		return false
	}
	n, v := cues.en.words.at(text, at+len("to "), to)
	return n > 0 && cues.en.cues[v].Stance == "refuse"
}

// covered reports whether a stance already found is stated by the same words.
func covered(found []stance, f stance) bool {
	for _, g := range found {
		if praised := g.name == "support" && g.content <= f.start && f.start-g.content <= 4; praised {
			return true // praised Japan's decision to hurry
		}
		if g.start < f.end && f.start < g.end && (sameStates(g.speaker, f.speaker) || strings.HasSuffix(string(g.rule), "/speech")) {
			return true
		}
	}
	return false
}

// enNominal reads an English noun of stance: of the one named before it (Tokyo's
// refusal to) or behind it (pressure from Washington to).
func (p *passage) enNominal(s *sentence, c *nounCue, i, j int) (stance, bool) {
	if capital(s.view.Text[i]) && i > 0 {
		return stance{}, false // a name: the Acquisition and Cross-Servicing Agreement to speed it
	}
	text, cl := s.view.Text, s.clauseOf(i)
	content, end := pastAside(s, j)
	for _, m := range s.namesIn(cl.start, cl.end) {
		switch {
		case m.End <= i && i-m.End <= ownerReach && p.owns(text, m.End, i) && c.complement(text, content, end):
			return stance{speaker: m.Actors(), start: m.Start, end: end, content: content}, true
		case m.Start >= j && fromOwner(text, j, m.Start) && c.complement(text, m.End, cl.end):
			return stance{speaker: m.Actors(), start: i, end: cl.end, content: m.End}, true
		}
	}
	return p.ofPronoun(s, c, i, j)
}

// pastAside is where the complement of an English noun that ends at j stands: right behind
// it, or behind a clause that says when it came about (the promise, made in July, to turn).
func pastAside(s *sentence, j int) (content, end int) {
	k := s.clauseAt(j - 1)
	cl := s.clauses[k]
	if j < cl.end || cl.mark != ',' || k+2 >= len(s.clauses) || s.clauses[k+1].mark != ',' {
		return j, cl.end
	}
	if n, _ := eventGrammars[entente.English].makesKnown.at(s.view.Text, s.firstWord(s.clauses[k+1]), s.clauses[k+1].end); n == 0 {
		return j, cl.end
	}
	return s.clauses[k+2].start, s.clauses[k+2].end
}

// ofPronoun reads an English noun of stance of one named in the sentence before: its demand
// that Tokyo pay more.
func (p *passage) ofPronoun(s *sentence, c *nounCue, i, j int) (stance, bool) {
	text, cl := s.view.Text, s.clauseOf(i)
	from := english.enSkip(text, cl.start, i)
	content, end := pastAside(s, j)
	if cl.start > 0 || s.index == 0 || p.sentences[s.index-1].Paragraph != s.Paragraph || !enPossessives[wordAfter(text, from)] || !p.owns(text, wordEnd(text, from), i) || !c.complement(text, content, end) {
		return stance{}, false
	}
	who := p.mains[s.index-1]
	if len(who) != 1 || who[0] == "author" {
		return stance{}, false
	}
	return stance{speaker: who, start: from, end: end, content: content}, true
}

// enPossessives are the pronouns of an owner.
var enPossessives = wordMap("en", "possessives")

// ownerReach is how many characters may stand between an owner and a noun.
const ownerReach = 30

// owns reports whether text[from:to] is a possessive or nothing, and adjectives.
func (p *passage) owns(text []rune, from, to int) bool {
	gap := strings.TrimSpace(string(text[from:to]))
	gap = strings.TrimPrefix(strings.TrimPrefix(gap, "'s"), "’s")
	words := strings.Fields(strings.Trim(gap, "'’ "))
	for _, w := range words {
		if enOpens[w] || enAuxPassive[w] || enNext[w] || hasSuffix(w, "ed") || article([]rune(w)) {
			return false
		}
	}
	return len(words) <= 2
}

// fromOwner reports whether text[from:to] is a preposition that ties a noun to the
// one whose it is.
func fromOwner(text []rune, from, to int) bool {
	switch strings.TrimSpace(string(text[from:to])) {
	case "from", "by", "in", "from the", "by the", "of the", "of":
		return true
	}
	return false
}

// complement reports whether what the noun is about follows at j.
func (c *nounCue) complement(text []rune, j, end int) bool {
	for j < end && text[j] == ' ' {
		j++
	}
	if j >= end {
		return end < len(text) && text[end] == ':'
	}
	if n, _ := c.with.at(text, datedUntil(text, j, end), end); n > 0 {
		return true
	}
	const aside = 60 // at the White House on October 20
	if that := untilThat(text, j, min(end, j+aside)); enPhrases[wordAfter(text, j)] && that < min(end, j+aside) {
		n, _ := c.with.at(text, that+1, end)
		return n > 0
	}
	return c.Stance == "demand" && hasWord(text, j, end, "on") && enPivot(text, j+len("on"), min(end, j+ownerReach))
}

// datedUntil passes over "of December 16, 2022," or "in 2022" behind a noun at j, with
// the space after it; j if there is no date.
func datedUntil(text []rune, j, end int) int {
	if !hasWord(text, j, end, "of") && !hasWord(text, j, end, "in") && !hasWord(text, j, end, "on") {
		return j
	}
	last := j
	for i := j; i < min(end, j+len("of September 30, 2022, ")); i++ {
		if digit(text[i]) {
			last = i + 1
		}
	}
	if last == j {
		return j
	}
	for last < end && (text[last] == ' ' || text[last] == ',') {
		last++
	}
	return last
}

// linkedNoun reads a noun of stance that follows its content (…的要求, との批判,
// 라는 요구) or, in Chinese, comes before a colon (特朗普的要求:).
func (p *passage) linkedNoun(s *sentence, set *nounCues, i, j int) (stance, bool) {
	text, cl := s.view.Text, s.clauseOf(i)
	at := i
	for at > cl.start && text[at-1] == ' ' {
		at--
	}
	n, _ := set.links.before(text, at, cl.start)
	if n == 0 || j < len(text) && p.doc.Lang == entente.Chinese && zhNounTail.has(text[j]) {
		return stance{}, false
	}
	for _, m := range s.namesIn(cl.start, at-n+1) {
		if quoted(text, cl.start, m.Start, m.End) {
			continue
		}
		if p.doc.Lang == entente.Chinese && m.End == at-n && cl.mark == ':' && j == cl.end {
			return stance{speaker: m.Actors(), start: m.Start, end: len(text), content: j + 1}, true
		}
		if at-n-m.End < shortest+1 || !p.introduces(text, m.End, at-n) {
			continue
		}
		return stance{speaker: m.Actors(), start: m.Start, end: j, content: m.End}, true
	}
	return stance{}, false
}

// introduces reports whether text[from:to], behind a name, is what the one named
// wants: it opens with 将 or 对, or with a possessive in Japanese and Korean.
func (p *passage) introduces(text []rune, from, to int) bool {
	if p.doc.Lang == entente.Chinese {
		if text[from] == '对' && doubted.in(text, from, to) {
			return true // 日本对美国是否信守承诺的怀疑
		}
		return strings.ContainsRune("将把对要就让向", text[from]) && (chinese.verbs.in(text, from, to) || strings.ContainsAny(string(text[from:to]), "将把让加提增"))
	}
	n, _ := p.grammar().possessives.at(text, from, to)
	return n > 0
}

// doubted are the words of an open question.
var doubted = wordsetOf(false, words("zh", "doubted"))

// zhNounTail are characters that make another noun of the one before them.
var zhNounTail = setOf("者书信函性")
