package extract

import (
	"strings"

	"github.com/ententelab/entente"
)

// A weighing is where each leaning first shows in a stretch of speech, counted
// from 1; 0 if it does not.
type weighing [leanings]int

// leans returns the stance of reported speech in view.Text[from:to], "" if its
// words leave it open. Pledge says that the verb itself promises: then only clear
// words count. Together says that several states declare it.
func (p *passage) leans(s *sentence, set *cueSet, from, to int, speaker []entente.ActorID, pledge, together bool) string {
	text := s.view.Text
	at := set.weigh(text, from, to)
	asks, own := p.inner(s, set, from, to, speaker)
	self := func(l leaning) bool { return at[l] > 0 && p.speaks(s, from, at[l]-1, speaker) }
	switch {
	case at[leanOwn] > 0 && p.othersIn(s, from, at[leanOwn]-1, speaker) == nil:
		return "refuse"
	case at[leanQuestion] > 0 && at[leanMust] == 0:
		return "question"
	case asks:
		return "demand"
	case at[leanMust] > 0 && at[leanCriticize] > 0 && denies(text, at[leanMust]-1):
		return "criticize"
	case self(leanMust) && !ways(text, at[leanMust]-1) && !nominative(text, from, at[leanMust]-1):
		return "propose"
	case at[leanMust] > 0:
		return "demand"
	case own != "":
		return own
	case corrects(text, from, min(to+correctsReach, len(text))):
		return "refuse"
	case at[leanRefuse] > 0 && (self(leanRefuse) || !future(text, at[leanRefuse]-1)):
		return "refuse"
	case len(speaker) > 1 && together && at[leanJoint] > 0 && at[leanCriticize] == 0:
		return "commit"
	case at[leanAssure] > 0:
		return "assure"
	case at[leanVital] > 0:
		return "support"
	case self(leanWill) && !nominative(text, from, at[leanWill]-1):
		return "commit"
	case together && at[leanJoint] > 0:
		return "commit"
	case at[leanCriticize] > 0:
		return "criticize"
	case pledge:
		return ""
	case at[leanSupport] > 0 && (lacks(text, from, at[leanSupport]-1) || lacksAfter(text, at[leanSupport]-1, to)):
		return "criticize"
	case at[leanSupport] > 0:
		return "support"
	}
	return ""
}

// inner returns the stance of a verb in speech in view.Text[from:to] that asks
// another to act (that the U.S. wanted Japan to do more) or that the speaker
// itself acts by (that China condemns it).
func (p *passage) inner(s *sentence, set *cueSet, from, to int, speaker []entente.ActorID) (asks bool, own string) {
	for i := from; i < to; i++ {
		n, v := set.words.at(s.view.Text, i, to)
		if n == 0 {
			continue
		}
		c := &set.cues[v]
		switch {
		case c.Frame == "decoy" || c.Frame == "content" || !p.predicate(s, set, i, i+n) || negated(set.lang, s.view.Text, i):
		case c.Frame == "pivot":
			if c.Stance == "demand" && p.pivots(s, i+n, to, speaker) {
				return true, own
			}
		case own == "" && set.lang == entente.Chinese && p.speaks(s, from, i, speaker):
			own = c.Stance
		}
		i += n - 1
	}
	return false, own
}

// weigh finds the leanings of text[from:to].
func (c *cueSet) weigh(text []rune, from, to int) weighing {
	var at weighing
	for i := from; i < to; {
		n, v := c.content.at(text, i, to)
		if n == 0 {
			i++
			continue
		}
		if at[v] == 0 && !(leaning(v) == leanWill && disposal(text, i, i+n, to)) {
			at[v] = i + 1
		}
		i += n
	}
	return at
}

// disposal reports whether text[i:j] is the 将 that puts an object before its
// verb, and not the one of the future.
func disposal(text []rune, i, j, to int) bool {
	if j != i+1 || text[i] != '将' {
		return false
	}
	at := chinese.skip(text, j, to)
	if at > j || at < to && text[at] == '把' {
		return false // 将把国防费提高到3%
	}
	n, _ := chinese.verbs.at(text, at, to)
	m, _ := cues.zh.words.at(text, at, to)
	return n == 0 && m == 0 && disposals.in(text, at, to)
}

var disposals = wordsetOf(false, words("zh", "disposal"))

// denies reports whether the modal at i forbids: 不能, must not.
func denies(text []rune, i int) bool { return text[i] == '不' || text[i] == '切' }

// future reports whether the word at i denies what will, can or does happen: only of
// oneself is that a refusal.
func future(text []rune, i int) bool {
	return text[i] == '不' && text[i+1] == '会' || strings.ContainsRune("wWcCdD", text[i])
}

// ways reports whether the word at i speaks of the way that all must go: 唯一方法.
func ways(text []rune, i int) bool { return strings.ContainsRune("唯方办出", text[i]) }

var lacking = wordsetOf(false, words("zh", "lack"), words("en", "lack"))

// lacks reports whether text[from:to] says that what follows is missing.
func lacks(text []rune, from, to int) bool { return lacking.in(text, from, to) }

// speaks reports whether the one who acts at i, in speech that starts at from,
// is the speaker: named again, we, or nobody named at all.
func (p *passage) speaks(s *sentence, from, i int, speaker []entente.ActorID) bool {
	text, g := s.view.Text, p.grammar()
	for from < i && (opensQuote(text[from]) || strings.ContainsRune(" ,:", text[from])) {
		from++
	}
	if p.doc.Lang == entente.English {
		if at := untilThat(text, from, i); at < i {
			from = skipAhead(text, at+len(" that"))
		}
		if enOwners[wordAfter(text, from)] {
			return true // told Beijing that her government would not yield
		}
	}
	f := p.ownSubject(s, from, i)
	switch {
	case f.pronoun == other:
		return false
	case f.pronoun != noPronoun:
		return true
	case f.named():
		return sameStates(f.actors, speaker)
	}
	at := g.head(text, from, i)
	if at >= i {
		return true
	}
	switch p.doc.Lang {
	case entente.English:
		return seenTo(text, i)
	case entente.Japanese, entente.Korean:
		return true // nobody is marked
	}
	n, _ := adverbials.at(text, at, i) // 在…方面要
	m, _ := g.verbs.at(text, at, i)
	return n > 0 || m > 0
}

// enOwners open the name of a body that the speaker is of.
var enOwners = enWords("his her its their our my")

// seenTo reports whether the English modal at text[i] says that a thing will be done,
// which whoever says it sees to: the target would be reached.
func seenTo(text []rune, i int) bool {
	words := strings.Fields(lowerString(text[i:min(len(text), i+32)]))
	return len(words) > 2 && words[1] == "be" && enSeenTo[strings.TrimRight(words[2], ",.;")]
}

var enSeenTo = enWords("reached completed achieved attained fulfilled honoured honored implemented met")

// adverbials open a phrase before the verb of a clause without subject.
var adverbials = wordsetOf(false, words("zh", "adverbial"))

// near reports whether a predicate at i belongs to its subject: nothing between
// them that takes the verb for itself.
func (p *passage) near(s *sentence, who role, i int) bool {
	text, g := s.view.Text, p.grammar()
	clause := s.clauseOf(i)
	if p.doc.Lang == entente.English {
		return enNear(text, clause, who, i)
	}
	if n, _ := conditionals.at(text, clause.start, i); n > 0 || adjunct(text, clause.start, i, clause.end) {
		return false
	}
	if supposes.in(text, min(max(who.end, clause.start), i), i) {
		return false
	}
	if who.named() {
		return !g.copula(text, min(who.end, i), i)
	}
	at := g.skip(text, clause.start, i)
	if at >= i {
		return true
	}
	if g.copula(text, at, i) {
		return false
	}
	return i-at <= 1 || opensAdverbial(text, clause.start, i)
}

// supposes are words inside a Chinese clause that only suppose what it says: 日方若拒绝.
var supposes = wordsetOf(false, words("zh", "supposed"))

// opensAdverbial reports whether text[from:to] opens, behind adverbs, with a
// preposition: 还就台湾问题.
func opensAdverbial(text []rune, from, to int) bool {
	for from < to {
		if n, _ := adverbials.at(text, from, to); n > 0 {
			return true
		}
		next := chinese.step(text, from, from, to)
		if next == from {
			break
		}
		from = next
	}
	return false
}

var (
	enConditions = wordsetOf(false, words("en", "if"))
	enBreaks     = wordsetOf(false, words("en", "break"))
)

// enNear reports whether an English verb at i belongs to its subject: no other
// verb between them, and no unknown subject before a verb whose own is elided.
func enNear(text []rune, cl clause, who role, i int) bool {
	from := cl.start
	for from < i && !latin(text[from]) {
		from++
	}
	if n, _ := enConditions.at(text, from, i); n > 0 && !(hasWord(text, from, i, "when") && saidOnce(text, i)) {
		return false
	}
	if !who.named() {
		return english.enSkip(text, from, i) >= i || backOver(text, i, from) <= from || coordinated(text, from, i)
	}
	for k := min(who.end, i); k < i && !coordinated(text, from, i); k++ {
		n, _ := enBreaks.at(text, k, i)
		if n > 0 && english.enSkip(text, k+n, i) < i {
			return false
		}
	}
	return true
}

// saidOnce reports whether the English word at text[i] is a past, so that when tells of
// once: when he said.
func saidOnce(text []rune, i int) bool {
	word := lowerString(text[i:wordEnd(text, i)])
	return hasSuffix(word, "ed") || enSaidOnce[word]
}

// enSaidOnce are pasts without -ed of verbs of saying.
var enSaidOnce = enWords("said told spoke wrote made took gave swore vowed put went came let held thought found")

// coordinated reports whether the verb at i follows "and" or "but", with nothing
// but adverbs between.
func coordinated(text []rune, from, i int) bool {
	for k := i - 1; k >= from; k-- {
		if (hasWord(text, k, i, "and") || hasWord(text, k, i, "but")) && english.enSkip(text, k, i) >= i {
			return true
		}
		if i-k > 30 {
			break
		}
	}
	return false
}

// copula reports whether text[from:to] holds a word of copulas that is not part
// of an adverb.
func (g *grammar) copula(text []rune, from, to int) bool {
	for i := from; i < to; {
		n, _ := g.adverbs.at(text, i, to)
		m, _ := copulas.at(text, i, to)
		if m == 1 && i > 0 && orders.has(text[i-1]) {
			m = 0
		}
		if m > 0 && m >= n {
			return true
		}
		i += max(n, 1)
	}
	return false
}

// orders are the characters before which 令 is no verb: 司令, 命令.
var orders = setOf(words("zh", "orders")[0])

// copulas take what follows them out of the subject's mouth.
var copulas = wordsetOf(false, words("zh", "copula"))

var (
	adjunctOpens  = wordsetOf(false, words("zh", "adjunct_open"))
	adjunctCloses = wordsetOf(false, words("zh", "adjunct_close"), words("zh", "adjunct_within"))
	conditionals  = wordsetOf(false, words("zh", "if"))
	purposes      = wordsetOf(false, words("zh", "purpose"))
)

// adjunct reports whether the verb at i stands in a phrase of time or purpose:
// 在回答…时, 为逼迫….
func adjunct(text []rune, from, i, to int) bool {
	at := chinese.skip(text, from, i)
	if n, _ := purposes.at(text, at, i); n > 0 {
		return true
	}
	opened := -1
	for k := from; k < i; k++ {
		if n, _ := adjunctOpens.at(text, k, i); n > 0 {
			opened = k
		} else if n, _ := chinese.closers.at(text, k, i); n > 0 && opened >= 0 {
			opened = -1
		}
	}
	return opened >= 0 && closesAdjunct(text, i, to)
}

// closesAdjunct reports whether a word that closes a phrase of time stands in
// text[from:to].
func closesAdjunct(text []rune, from, to int) bool {
	for i := from; i < to; i++ {
		n, v := adjunctCloses.at(text, i, to)
		if n > 0 && v == 0 {
			return true
		}
		i += max(n, 1) - 1
	}
	return false
}

// lacksAfter reports whether the Japanese or Korean praise at i is denied behind it:
// 도움이 되지 않는다, 寄与しない.
func lacksAfter(text []rune, i, to int) bool {
	return denials.in(text, i, min(to, i+praiseReach))
}

// praiseReach is how many characters a word and the denial behind it take at most.
const praiseReach = 10

var denials = wordsetOf(false, folded(words("ja", "denial")), words("ko", "denial"))

// corrects reports whether text[from:to] sets what matters against what the other
// side asks about: what counts is substance, not the amount. That turns the
// question down.
func corrects(text []rune, from, to int) bool {
	return mattering.in(text, from, to) && ratherThan.in(text, from, to)
}

// correctsReach is how far behind its clause the word set against may stand.
const correctsReach = 20

var (
	mattering  = wordsetOf(false, allWords("mattering")...)
	ratherThan = wordsetOf(false, allWords("rather_than")...)
)

// nominative reports whether a Japanese or Korean subject particle stands in
// text[from:to]: what ought to be is then said of another than the speaker.
func nominative(text []rune, from, to int) bool {
	for i := from + 1; i < to; i++ {
		switch {
		case text[i] == 'が' && text[i-1] >= 0x30A1: // behind a kanji or katakana
			return true
		case (text[i] == '이' || text[i] == '가') && i+1 < to && text[i+1] == ' ' && hangul(text[i-1]):
			return true
		}
	}
	return false
}
