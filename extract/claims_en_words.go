package extract

import (
	"slices"
	"strings"
)

// This file takes away the words of the data that are none where they stand.

// dropNouns takes from the words with a verb's stem those that are nouns by
// their ending: expansion, reinforcement.
func (r *enReader) dropNouns() {
	for i, c := range r.cues {
		if c.is(r.verb) && c.is(r.control) && strings.HasSuffix(r.word(c.stretch()), "tion") {
			r.cues[i].class &^= r.verb // their determination to
		}
	}
	r.cues = slices.DeleteFunc(r.cues, func(c linkCue) bool {
		w := r.word(c.stretch())
		if w == "may" && r.text[c.start] == 'M' && c.start > 0 {
			return true // the month
		}
		if w == "advance" && strings.HasSuffix(r.word(stretch{max(0, c.start-4), c.start}), " in ") {
			return true // in advance
		}
		if slices.Contains(enVerbsLikeNouns, strings.TrimSuffix(w, "s")) {
			return false
		}
		if c.is(r.verb) && (strings.HasSuffix(w, "tly") || strings.HasSuffix(w, "ous") || strings.HasSuffix(w, "ously")) {
			return true // promptly, spurious
		}
		return c.is(r.verb) && len(w) > 6 && (strings.HasSuffix(w, "aint") || strings.HasSuffix(w, "aints")) || c.is(r.verb) && len(w) > 6 && slices.ContainsFunc(enNounEndings, func(e string) bool {
			return strings.HasSuffix(w, e) || strings.HasSuffix(w, e+"s")
		})
	})
}

// dropPointing takes away the "that" which points to a thing said before, and opens no
// clause: and that gap weakens deterrence.
func (r *enReader) dropPointing() {
	r.cues = slices.DeleteFunc(r.cues, func(c linkCue) bool {
		if r.word(c.stretch()) != "that" || len(r.within(stretch{0, c.start}, r.that|r.say)) > 0 {
			return false
		}
		before := strings.Fields(r.word(stretch{0, c.start}))
		if n := len(before); n > 0 && (n < 2 || !strings.HasSuffix(before[n-2], ",") || !slices.Contains([]string{"and", "but", "yet"}, before[n-1])) {
			return false
		}
		words := strings.Fields(string(r.text[c.end:min(len(r.text), c.end+60)]))
		return r.pointedAt(words, 0) || r.pointedAt(words, 1)
	})
}

// enDescribes reports whether a word before a noun may be its adjective: American, recent.
func enDescribes(w string) bool {
	if w[0] >= 'A' && w[0] <= 'Z' {
		return slices.ContainsFunc([]string{"an", "ese", "ish"}, func(e string) bool { return strings.HasSuffix(w, e) }) && w != "Japan" && w != "Taiwan"
	}
	return !slices.Contains(enNewSubjects, w) && !strings.HasSuffix(w, "s")
}

// pointedAt reports whether the n-th of words is a noun in the singular with its verb behind.
func (r *enReader) pointedAt(words []string, n int) bool {
	if n+1 >= len(words) {
		return false
	}
	noun, verb := words[n], words[n+1]
	return len(noun) > 2 && noun[0] >= 'a' && noun[0] <= 'z' && !strings.HasSuffix(noun, "s") && !strings.HasSuffix(noun, ",") && !slices.Contains(enNewSubjects, noun) &&
		!strings.HasSuffix(noun, "ed") && (n == 0 || enDescribes(words[0])) &&
		(slices.Contains(enAuxiliaries, verb) || len(verb) > 3 && strings.HasSuffix(verb, "s") && !strings.HasSuffix(verb, "ss") && !strings.HasSuffix(verb, "'s"))
}

var enNounEndings = []string{"tion", "sion", "ment", "ness", "ity", "ive", "ance", "ence", "able", "ism"}

// enVerbsLikeNouns are verbs with the ending of a noun.
var enVerbsLikeNouns = []string{"enable", "disable", "enhance", "advance", "finance", "balance", "unbalance", "influence", "silence", "revive", "deprive",
	"drive", "complement", "supplement", "augment", "foment", "torment", "cement", "fragment", "implement", "question", "sanction", "harness", "distance"}
