package extract

import (
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

// predicate reports whether the cue at view.Text[i:j] is the verb of a clause,
// and no noun, modifier or passive.
func (p *passage) predicate(s *sentence, set *cueSet, i, j int) bool {
	for _, m := range s.names {
		if m.Start >= j {
			break
		}
		if m.Start <= i && j <= m.End && m.Entry.Type != lexicon.Concept {
			return false // part of a name: the United States
		}
	}
	if set.lang == entente.English {
		return !modified(s, i, j) && enPredicate(s.view.Text, i, j)
	}
	_, at := set.words.at(s.view.Text, i, j)
	if set.cues[at].Direct && !p.asksDirectly(s, i, j) {
		return false
	}
	if c := &set.cues[at]; c.Reasons && p.reason(s, i) || c.before != nil && (!c.before.in(s.view.Text, s.clauseOf(i).start, i) || zhNot.in(s.view.Text, s.clauseOf(i).start, i)) || c.Frame == "pivot" && p.metDemand(s, i, j) ||
		c.Frame == "content" && p.madeTo(s, i) || p.ofPeople(s, i, j) || p.thanked(s, i) {
		return false
	}
	return zhPredicate(s.view.Text, i, j, set.cues[at].Frame == "content" || set.cues[at].Alone == "propose")
}

var (
	zhBefore = wordsetOf(true, words("zh", "noun_before"), words("zh", "verb_before"))
	zhAfter  = wordsetOf(false, words("zh", "modifier_after"), words("zh", "modifier_not"))
	zhNot    = wordsetOf(true, words("zh", "not"))
)

// zhNounAfter are words that follow a verb of stance used as a noun.
var zhNounAfter = wordsetOf(false, words("zh", "noun_after"))

func zhPredicate(text []rune, i, j int, content bool) bool {
	if n, _ := zhNounAfter.at(text, j, len(text)); n > 0 && !content && !takesVerb(text, i, j, n) {
		return false
	}
	if n, v := zhBefore.before(text, i, 0); n > 0 && v == 0 {
		return false
	}
	if !content && j < len(text) && (closesQuote(text[j]) || text[j] == '》') {
		return false // the last word of a name: “…倡议”
	}
	if i > 0 && opensQuote(text[i-1]) && j < len(text) && closesQuote(text[j]) {
		return false // a term: “敲诈”
	}
	n, v := zhAfter.at(text, j, len(text))
	return n == 0 || v == 1 || j < len(text)-1 && text[j] == '的' && text[j+1] == '是'
}

// takesVerb reports whether the Chinese verb text[i:j] is never a noun, or asks for
// another verb, so that what follows is its complement: 同意与…磋商, 决定升级.
func takesVerb(text []rune, i, j, n int) bool {
	if m, _ := zhBlaming.at(text, i, j); m == j-i {
		if d, _ := zhDeeds.at(text, j, j+n); d > 0 {
			return true
		}
	}
	if m, _ := zhVerbal.at(text, i, j); m != j-i {
		return false
	}
	m, _ := zhComplement.at(text, j, j+n)
	return m > 0
}

var (
	zhVerbal     = wordsetOf(false, words("zh", "verbal"))
	zhComplement = wordsetOf(false, words("zh", "complement"))
	zhBlaming    = wordsetOf(false, words("zh", "blaming"))
	zhDeeds      = wordsetOf(false, words("zh", "deeds"))
)

// negated reports whether the verb at i is denied.
func negated(lang entente.Lang, text []rune, i int) bool {
	if lang == entente.English {
		return enNegated(text, i)
	}
	for {
		if n, _ := zhNot.before(text, i, 0); n > 0 {
			return true
		}
		n, _ := chinese.adverbsBack.before(text, i, 0)
		if n < 2 {
			return deniedPhrase(text, i)
		}
		i -= n
	}
}

// deniedPhrase reports whether a denial stands before a short phrase that ends at i:
// 没有公开为日本说话.
func deniedPhrase(text []rune, i int) bool {
	for k := i - 2; k >= max(0, i-phraseReach); k-- {
		if !latin(text[k]) && text[k] < 0x3400 {
			return false
		}
		if n, _ := zhPhrase.at(text, k, i); n == 0 {
			continue
		}
		at := chinese.adverbsBackTo(text, k, max(0, k-phraseReach))
		for from := at; from <= k; from++ {
			if n, _ := zhNot.before(text, from, max(0, at-3)); n > 0 {
				return true
			}
		}
		return false
	}
	return false
}

// phraseReach is how many characters a phrase before a verb has at most.
const phraseReach = 8

var zhPhrase = wordsetOf(false, words("zh", "denied_phrase"))

// enNegated reports whether a denial stands before the verb at i, with nothing but
// adverbs and auxiliaries between: did not publicly support, has not yet agreed.
func enNegated(text []rune, i int) bool {
	for {
		start, end := wordBefore(text, i, 0)
		if start < 0 {
			return false
		}
		word := string(text[start:end])
		if enNot[word] {
			return true
		}
		if !hasSuffix(word, "ly") && !enYet[word] {
			return false
		}
		i = start
	}
}

// enYet are the words besides adverbs in -ly that stand between not and its verb.
var enYet = wordMap("en", "yet")

var (
	enNot        = wordMap("en", "not")
	enStill      = wordMap("en", "still")
	enModals     = wordMap("en", "modals")
	enNouns      = wordMap("en", "noun_before")
	enAuxPassive = wordMap("en", "be")
	enNext       = wordMap("en", "noun_after")
	enMeans      = wordMap("en", "means")
)

// enPredicate looks at the words around an English verb form.
func enPredicate(text []rune, i, j int) bool {
	start, end := wordBefore(text, i, 0)
	word := lowerString(text[i:j])
	if first := lowerString(text[i:wordEnd(text, i)]); i == 0 && !hasSuffix(first, "ed") && !hasSuffix(first, "ing") {
		return false // Fear that they may leave explains it
	}
	if start >= 0 {
		prev := lowerString(text[start:end])
		if enAuxPassive[prev] && !hasSuffix(word, "ing") && !hasSuffix(word, "unwilling") && word != "reluctant" {
			return false
		}
		if hasSuffix(prev, "ly") || enStill[prev] {
			w, e := wordBefore(text, start, 0)
			if w >= 0 && enModals[lowerString(text[w:e])] {
				return false // should also resist
			}
			if w >= 0 && enAuxPassive[lowerString(text[w:e])] && word == "agreed" {
				return false // it was generally agreed
			}
		}
		if due(text, start, end, word) {
			return false
		}
		if prev == "to" && phased(text, start) {
			return true
		}
		if enNouns[prev] && !enAuxPassive[prev] && !(prev == "s" && start > 0 && text[start-1] == '.') && !(enMeans[prev] && hasSuffix(word, "ing")) {
			return false
		}
	}
	next := wordAfter(text, j)
	if hasSuffix(word, "ed") && reduced(text, i, j, next) {
		return false
	}
	if nounish[word] && (start < 0 || enNominative[next] || hasSuffix(next, "ed") || next == "about" || start >= 0 && !verbal(text, start, end) || next == "for" && (word == "support" || word == "hope") || next == "" || word == "hope" && start >= 0 && lowerString(text[start:end]) == "and") {
		return false
	}
	if hasSuffix(word, "ed") || hasSuffix(word, "ing") {
		return next != "of" && !(hasSuffix(word, "ed") && next == "by")
	}
	if strings.Contains(word, " ") && (next == "of" || next == "in" || next == "between" || next == "from") {
		return true // raises the idea of talks: the noun is part of it
	}
	return !enNext[next]
}

// due reports whether an English verb, before which the word text[start:end] stands, is
// only what its subject ought to do: the United Nations should promote the law and stress
// its worth, all parties must stay committed, it must play a role in rejecting.
func due(text []rune, start, end int, verb string) bool {
	prev := lowerString(text[start:end])
	ing := hasSuffix(verb, "ing")
	switch {
	case prev == "and" || prev == "or":
		if ing || hasSuffix(verb, "ed") || hasSuffix(verb, "s") {
			return false
		}
	case !enKept[prev] && !(enMeans[prev] && ing):
		return false
	}
	for {
		if start, end = wordBefore(text, start, 0); start < 0 {
			return false
		}
		switch word := lowerString(text[start:end]); {
		case word == "must" || word == "should":
			return true
		case enFinite[word] || word == "that" || word == "who" || word == "which":
			return false
		}
	}
}

var (
	enKept       = wordMap("en", "kept")
	enNominative = wordMap("en", "nominative")
)

// modified reports whether an adjective of a state stands right before the word
// text[i:j], which is no past form: the noun in American guarantee, Japanese requests.
// Behind an article an adjective in -ese or -ish may be the people: the Chinese object.
func modified(s *sentence, i, j int) bool {
	text := s.view.Text
	start, end := wordBefore(text, i, 0)
	if start < 0 || end != i-1 || !capital(text[start]) || hasSuffix(lowerString(text[i:j]), "ed") {
		return false
	}
	word := lowerString(text[start:end])
	if !hasSuffix(word, "an") && !hasSuffix(word, "ese") && !hasSuffix(word, "ish") || !namesState(s, start, end) || word == "japan" || word == "taiwan" || hasSuffix(word, "stan") {
		return false
	}
	w, e := wordBefore(text, start, 0)
	return w < 0 || hasSuffix(word, "an") || !article(text[w:e])
}

// namesState reports whether view.Text[i:j] is the name of a state or group, and no person.
func namesState(s *sentence, i, j int) bool {
	names := s.namesIn(i, j)
	return len(names) > 0 && !names[0].person()
}

// phased reports whether the "to" at i follows a verb that says its infinitive comes
// about: continued to urge, went on to accuse.
func phased(text []rune, i int) bool {
	start, end := wordBefore(text, i, 0)
	if start < 0 {
		return false
	}
	n, _ := enPhases.before(text, end, 0)
	return n > 0 && (end == n || !latin(text[end-n-1]))
}

var enPhases = wordsetOf(true, words("en", "phases"))

// reduced reports whether the participle text[i:j] opens its clause and is told when,
// by whom or how it came about, so that it is passive: asked on Monday, announced
// without warning.
func reduced(text []rune, i, j int, next string) bool {
	k := i
	for k > 0 && (text[k-1] == ' ' || opensQuote(text[k-1])) {
		k--
	}
	if k > 0 && text[k-1] != ',' && text[k-1] != ';' && text[k-1] != ':' {
		return false
	}
	interviewed := lowerString(text[i:j]) == "asked" // and says nothing by itself of what is wanted
	switch next {
	case "by", "without", "whether":
		return true
	case "about", "why", "if", "how", "when":
		return interviewed
	case "on", "in", "at", "during", "under":
	default:
		return false
	}
	dated := k == 0 || interviewed
	for at := j; at < len(text) && text[at] != ',' && text[at] != ';'; at++ {
		if text[at] == ' ' && (hasWord(text, at+1, len(text), "to") || hasWord(text, at+1, len(text), "that")) {
			return false // the verb has its complement: agreed on Monday to cooperate
		}
		dated = dated || digit(text[at])
	}
	return dated
}

// nounish are verb forms that are more often nouns; they count behind a subject
// or an adverb only.
var nounish = wordMap("en", "nounish")

var subjectNouns = wordMap("en", "subject_nouns")

// verbal reports whether the word text[start:end] may stand between a subject
// and its verb, or be the subject.
func verbal(text []rune, start, end int) bool {
	word := lowerString(text[start:end])
	return capital(text[start]) || subjectNouns[word] || hasSuffix(word, "ly")
}

func hasSuffix(word, suffix string) bool {
	return len(word) >= len(suffix) && word[len(word)-len(suffix):] == suffix
}

func lowerString(word []rune) string {
	out := make([]rune, len(word))
	for i, r := range word {
		out[i] = lower(r)
	}
	return string(out)
}

// wordAfter returns the Latin word that follows j, in lower case, "" at a mark.
func wordAfter(text []rune, j int) string {
	for j < len(text) && text[j] == ' ' {
		j++
	}
	end := j
	for end < len(text) && latin(text[end]) {
		end++
	}
	return lowerString(text[j:end])
}

// nextVerb returns where a second verb of the same subject starts in
// view.Text[j:end] ("requires A and requires B", "supports A while refusing B"), or end.
func (p *passage) nextVerb(s *sentence, set *cueSet, j, end int) int {
	if set.lang != entente.English {
		return end
	}
	text := s.view.Text
	for i := j; i < end; i++ {
		while := hasWord(text, i, end, "while")
		if !while && !hasWord(text, i, end, "and") && !hasWord(text, i, end, "but") {
			continue
		}
		at := english.enSkip(text, i, end)
		if n, _ := set.words.at(text, at, end); n > 0 && p.predicate(s, set, at, at+n) && (!while || hasSuffix(lowerString(text[at:wordEnd(text, at)]), "ing")) {
			return i
		}
	}
	return end
}
