package extract

import (
	"slices"
	"strings"
)

// madeInto reports whether what follows a verb of making, leaving or keeping in
// clause k says what becomes of its object: makes Japan a convener, leaves
// commanders guessing, keeps it on the table, made the voters wonder.
func (r *enReader) madeInto(v linkCue, k int) bool {
	verb := r.word(v.stretch())
	words := strings.Fields(r.word(stretch{v.end, min(r.clauses[k].end, v.end+110)}))
	leave, keep := strings.HasPrefix(verb, "le"), strings.HasPrefix(verb, "ke")
	if v.is(r.put|r.lead) || len(words) < 2 || slices.Contains(enMadeOnly, words[0]) {
		return false
	}
	if slices.Contains(enObjectPronouns, words[0]) {
		return !slices.Contains(enAfterParticiples, words[1]) || keep || leave
	}
	if leave && slices.Contains(enLeftLess, words[0]) {
		return true // leave fewer hulls
	}
	for i := 1; i < len(words); i++ {
		w, before := words[i], words[i-1]
		if slices.Contains(enAfterParticiples, before) || slices.Contains(enNoObjectEnds, before) {
			continue
		}
		switch {
		case w == "a" || w == "an":
			return !keep
		case r.predicative(words, i), !keep && !leave && enVerbForms()[w]&baseForm != 0 && !enPrepositions[before] && !enAdjective(before):
			return true
		case comparativeForm(w) && (!enPrepositions[before] || before == "out" || before == "off") && (i+1 == len(words) || slices.Contains(enAfterAdjectives, words[i+1])):
			return true // makes walking away dearer
		case w == "too" && i+1 < len(words):
			return true // makes the islands too precious for
		case leave && slices.Contains(enLeftWith, w), leave && w == "to" && i+1 < len(words) && words[i+1] == "be":
			return true
		case keep && slices.Contains(enKeptAt, w):
			return true
		case (leave || keep) && len(w) > 5 && strings.HasSuffix(w, "ing") && enVerbForms()[strings.TrimSuffix(w, "ing")] != 0 && !enPrepositions[before],
			(leave || keep) && len(w) > 5 && (strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ed")) && (i+1 == len(words) || slices.Contains(enAfterAdjectives, words[i+1])):
			return true
		}
	}
	return false
}

// predicative reports whether a word with the ending of an adjective ends its
// clause or has a complement of its own, and so describes no noun: allergic to.
func (r *enReader) predicative(words []string, i int) bool {
	w := words[i]
	return len(w) > 5 && (i+1 == len(words) || slices.Contains(enAfterAdjectives, words[i+1])) &&
		slices.ContainsFunc(enPredicativeEndings, func(e string) bool { return strings.HasSuffix(w, e) })
}

// enMadeOnly make a verb of their own with "make".
var enMadeOnly = []string{"use", "up", "do", "sure", "way", "good", "sense", "progress", "clear", "for", "peace", "war"}

var enPredicativeEndings = append([]string{"ic", "tial", "ical", "ant", "ile", "ive"}, enAdjectiveEndings...)

// enAfterAdjectives open the complement of an adjective, or what follows it.
var enAfterAdjectives = []string{"to", "of", "for", "in", "on", "about", "toward", "towards", "and", "or", "but", "that", "if", "at", "than", "by", "with", "from", "without", "when", "as", "until", "whenever", "because"}

var enObjectPronouns = []string{"it", "them", "him", "her", "us", "me", "you", "itself", "themselves", "everyone", "both", "each", "others"}

// enNoObjectEnds cannot end the object of a verb.
var enNoObjectEnds = []string{"the", "a", "an", "its", "their", "his", "her", "our", "this", "that", "such", "more", "less", "very", "not", "only", "than", "no", "is", "was", "be", "been", "are", "up", "out", "over", "off", "about"}

// enLeftLess open an object that little or nothing is left of.
var enLeftLess = []string{"no", "little", "few", "fewer", "less", "nothing"}

// comparativeForm reports whether a word is the comparative of a short adjective, by its ending.
func comparativeForm(w string) bool {
	return len(w) > 4 && strings.HasSuffix(w, "er") && !slices.Contains(enErNouns, w) && enVerbForms()[w]&baseForm == 0
}

// enErNouns end as comparatives do, and are none.
var enErNouns = []string{"power", "leader", "partner", "member", "order", "water", "number", "paper", "matter", "center", "corner", "border", "letter", "cover", "career", "officer", "minister", "manager", "carrier", "fighter", "destroyer", "bomber", "helicopter", "summer", "winter", "other", "never", "under", "after", "rather", "further", "whether", "either", "neither", "however", "broker", "buffer", "barrier", "soldier", "supplier", "frontier", "chapter", "quarter", "offer", "premier", "voter", "player", "taxpayer", "maker", "buyer", "customer", "observer", "adviser", "trader", "shareholder", "stakeholder", "cruiser", "tanker", "transfer", "launcher", "master", "sister", "danger", "anger", "hunger", "owner", "worker", "driver", "lever", "river", "server", "silver", "remainder", "reminder", "founder", "reader", "newcomer", "counter", "encounter", "charter", "character", "register", "disaster", "laser", "super", "inter", "later", "earlier", "sooner"}

// enLeftWith follow the object of "leave".
var enLeftWith = []string{"under", "with", "without", "less", "fewer", "more", "no", "little", "few", "nothing", "behind", "as"}

// enKeptAt follow the object of "keep".
var enKeptAt = []string{"in", "out", "on", "at", "within", "under", "apart", "away", "together", "off", "below", "above"}
