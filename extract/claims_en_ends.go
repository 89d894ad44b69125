package extract

import (
	"slices"
	"strings"
	"unicode"
)

// modalVerbAt reports whether a modal and a verb follow at a place.
func (r *enReader) modalVerbAt(at int) bool {
	m, ok := r.opensAt(at, r.modal|r.adverb|r.no)
	if !ok || m.end+1 >= len(r.text) {
		return false
	}
	if v, ok := r.opensAt(m.end+1, r.modal|r.adverb|r.no|r.verb); ok {
		return v.is(r.verb) || r.modalVerbAt(v.start)
	}
	return false
}

// predicateAfter reports whether another predicate follows "and" at a place: a
// modal or a form of be or have, which no noun phrase opens with.
func (r *enReader) predicateAfter(at int) bool {
	if r.modalVerbAt(at) {
		return true
	}
	c, ok := r.opensAt(at, r.modal|r.be|r.have|r.adverb)
	if !ok {
		return false
	}
	switch w := r.word(c.stretch()); w {
	case "is", "are", "was", "were", "has", "have", "had", "has been", "have been", "had been":
		return true
	default:
		return c.is(r.modal) && !c.is(r.adverb)
	}
}

// andBefore is the "and" that joins a verb to what stands before it, perhaps
// over an adverb: and at the same time opens.
func (r *enReader) andBefore(v linkCue) (linkCue, bool) {
	p, ok := r.before(v.start)
	for ok && p.is(r.adverb|r.opener) && !p.is(r.and|r.modal) && r.word(p.stretch()) != "but also" {
		p, ok = r.before(p.start)
	}
	w := r.word(p.stretch())
	return p, ok && (w == "and" || w == "but also")
}

// comparedAt is where a comparison begins that ends what a verb does, or end:
// frightens them more than any treaty.
func (r *enReader) comparedAt(from, end int) int {
	const leastObject = 9
	rest := r.word(stretch{from, end})
	if words := strings.Fields(rest); len(words) > 4 {
		if at := moreThan(words); at > 0 {
			if n := len([]rune(" " + strings.Join(words[:at], " "))); n >= leastObject {
				return from + n
			}
		}
	}
	for _, more := range []string{" more than ", " better than ", " faster than ", " less than ", " more quickly than ", " more slowly than ", " more quietly than ", " more surely than ", " more effectively than ", " in ways that "} {
		if at := strings.Index(rest, more); at >= leastObject {
			n := from + len([]rune(rest[:at]))
			after := headWord(r.word(stretch{n + len(more), end}))
			if after != "" && !digit([]rune(after)[0]) && !r.prepositionAt(from+1) && after[0] != '$' && len(r.within(stretch{from + 1, n}, r.that)) == 0 {
				return n
			}
		}
	}
	return end
}

// moreThan is where a comparison by an adverb begins among words, 0 if none does: corroded
// faith | more thoroughly than any launch.
func moreThan(words []string) int {
	for n := 1; n+2 < len(words); n++ {
		if (words[n] == "more" || words[n] == "less") && strings.HasSuffix(words[n+1], "ly") && words[n+2] == "than" {
			return n
		}
	}
	return 0
}

// enTimes make a time of what follows "since".
var enTimes = []string{"beginning", "start", "end", "turn", "early", "late", "then", "middle", "outset", "days", "1990s", "1950s", "1960s", "1970s", "1980s", "summer", "spring", "autumn", "winter", "time"}

// enNotAfterSo make of "so" a word of degree, of likeness or of a question.
var enNotAfterSo = []string{"far", "good", "long", "much", "many", "is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "will", "would", "can", "could", "what", "when", "who", "how", "why", "where"}

// noAim reports whether an infinitive tells no aim of what stands before it: it
// is none (objections to altering), a passive (a market to be opened), the measure
// of "too much", or governed by a relative, a comparison, an adjective (it was not
// desirable to) or a verb of bringing somebody to do it.
func (r *enReader) noAim(from int, to linkCue) bool {
	if strings.HasPrefix(r.word(stretch{to.end, min(len(r.text), to.end+4)}), " be ") || r.gerundAt(to.end) {
		return true
	}
	before := r.word(stretch{from, to.start})
	words := strings.Fields(before)
	if n := len(words); n > 1 && slices.Contains(enBeforeAdjectives, words[n-2]) && !strings.HasSuffix(words[n-1], "ed") && !slices.Contains(enNoAdjectives, words[n-1]) && !slices.Contains(enStrongParticiples, words[n-1]) {
		return true
	}
	if n := len(words); n > 0 && !strings.HasSuffix(before, " with which ") && slices.Contains([]string{"which", "whom", "than", "as", "claims", "claimed", "tries", "tried", "seems", "appears", "dares", "dared", "latitude", "reason", "nothing", "right", "time", "able"}, words[n-1]) {
		return true
	}
	if n := len(words); n > 2 && words[n-1] == "made" && slices.Contains([]string{"is", "are", "was", "were", "be", "being"}, words[n-2]) && slices.Contains([]string{"that", "who", "which"}, words[n-3]) {
		return true // an ally that is made to pay
	}
	if r.promised(words) || r.easier(words) {
		return true
	}
	if n := len(words); n > 2 && slices.ContainsFunc(enRanks, func(rank string) bool {
		at := strings.LastIndex(before, " the "+rank+" ")
		return at > 0 && slices.Contains(enBeforeRanks, lastWord(before[:at])) && strings.Count(before[at:], " ") < 7
	}) {
		return true // became the second world leader to meet
	}
	if r.wishedFor(from, to.start) {
		return true
	}
	lead, ok := r.last(stretch{from, to.start}, r.lead)
	return strings.Contains(before, " too ") || ok && to.start-lead.end < 40 && strings.HasPrefix(r.word(lead.stretch()), "le")
}

// promised reports whether words end with a verb whose infinitive is no aim, and a time: had
// pledged before the election | to move the base.
func (r *enReader) promised(words []string) bool {
	const most = 6
	for i := len(words) - 2; i >= 0 && i >= len(words)-most; i-- {
		if slices.Contains(enPromises, words[i]) {
			return slices.Contains([]string{"before", "after", "in", "on", "at", "by", "during", "last", "this", "earlier", "again", "twice"}, words[i+1])
		}
	}
	return false
}

// enPromises are verbs whose infinitive tells what was promised or refused.
var enPromises = []string{"pledged", "promised", "vowed", "agreed", "undertook", "undertaken", "offered", "refused", "decided", "resolved", "threatened", "declined", "failed", "managed", "hesitated", "volunteered"}

// easier reports whether words end with how hard something gets for somebody: the costlier it
// becomes for any leader | to turn back.
func (r *enReader) easier(words []string) bool {
	n := slices.Index(words, "for")
	if n < 2 || len(words)-n > 5 {
		return false
	}
	for i := n - 1; i > 0; i-- {
		if slices.Contains([]string{"is", "was", "be", "becomes", "became", "become", "gets", "got", "makes", "made"}, words[i]) {
			it := words[i-1] == "it" || i+1 < n && words[i+1] == "it"
			return it && (i == n-1 || n-i < 4)
		}
	}
	return false
}

// wishedFor reports whether an infinitive has a subject of its own behind a noun of
// wish or need and "for": their desire for cooperation to grow.
func (r *enReader) wishedFor(from, to int) bool {
	w := r.word(stretch{from, to})
	at := strings.LastIndex(w, " for ")
	if at < 0 || len(w)-at > 110 || r.finite(stretch{from + len([]rune(w[:at])) + len(" for "), to}) {
		return false
	}
	return enWishes[lastWord(w[:at])]
}

// enWishes are nouns and verbs of wish, need and room that "for" with an
// infinitive follows.
var enWishes = enWords("desire desires wish wishes hope hopes need needs call calls demand demands plea appeal support room time way ways readiness willingness eagerness preference opportunity chance possibility condition conditions request requirement permission pressure ask asks asked wait waits waited waiting called calling pressed pressing pushed pushing")

// enNoAdjectives may stand behind "is" and go on to tell an aim.
var enNoAdjectives = []string{"here", "there", "less", "more", "rather", "partly", "only", "simply", "mainly"}

// enBeforeAdjectives stand before an adjective that is said of a subject.
var enBeforeAdjectives = []string{"is", "are", "was", "were", "be", "been", "being", "not", "very", "quite", "equally", "hardly", "seem", "seems", "seemed"}

// enRanks single out who does what "to" goes on to say.
var enRanks = []string{"first", "second", "third", "fourth", "last", "latest", "youngest", "oldest", "only", "very first"}

// enBeforeRanks stand before the one who is singled out.
var enBeforeRanks = []string{"is", "was", "are", "were", "be", "been", "being", "became", "become", "becomes", "becoming", "as", "remains", "remained"}

// done reports whether a phrase ends with a participle or a particle that says
// what has become of its noun: with the leaks plugged, with a majority in hand.
func (r *enReader) done(s stretch) bool {
	words := strings.Fields(r.word(s))
	if len(words) < 2 {
		return false
	}
	last := words[len(words)-1]
	return len(last) > 4 && strings.HasSuffix(last, "ed") || slices.Contains(enStrongParticiples, last) || slices.Contains([]string{"over", "gone", "away", "behind", "up", "down", "low", "high", "scarce", "weak", "quiet", "silent", "absent", "idle", "empty", "dry", "short", "thin", "frozen", "unclear", "uncertain", "unresolved", "unsettled", "vacant", "distracted", "intact", "open", "shut"}, last)
}

// saysSomething reports whether a stretch has a word that can name a cause or an
// effect: one that is no number, date, adverb or form word, as in jointly, at any
// time, 17th February, etc.
func (r *enReader) saysSomething(s stretch) bool {
	words := strings.FieldsFunc(r.word(s), func(x rune) bool { return !unicode.IsLetter(x) && x != '\'' && x != '’' && !digit(x) })
	return slices.ContainsFunc(words, func(w string) bool {
		return !digit([]rune(w)[0]) && !enEmptyWords[w] && (!strings.HasSuffix(w, "ly") || len(w) < 6 || enNounsInLy[w])
	})
}

// enNounsInLy are nouns with the ending of an adverb.
var enNounsInLy = enWords("ally family supply assembly anomaly monopoly reply rally bully italy folly")

// enEmptyWords name nothing by themselves; "this" takes up what was said before.
var enEmptyWords = enWords(
	"a an the any some all each every both either neither no not none that those it its they them their we us our he she him his her i me my you your who which what whose",
	"and or but nor so as if than then there here also too again away off up down out over further forth etc else even still yet ever never now today tomorrow yesterday tonight",
	"of in on at by for from to with within without under into onto upon about after before since until till during between among through throughout across against around behind beyond per via",
	"be is are was were been being am has have had having can could will would shall should may might must ought let's",
	"large great small certain same extent degree way ways time times moment once last next one two three four five six seven eight nine ten many much more most few less least other others",
	"day days week weeks month months year years decade decades century spring summer autumn winter january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday early late mid middle beginning end",
	"article articles section chapter paragraph part ii iii iv v vi vii viii ix x case point fact view opinion instance d.c dc mr mrs ms dr")

// enWords is the set of the words of some lines.
func enWords(lines ...string) map[string]bool {
	set := map[string]bool{}
	for _, line := range lines {
		for _, w := range strings.Fields(line) {
			set[w] = true
		}
	}
	return set
}
