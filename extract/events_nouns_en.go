package extract

import (
	"slices"
	"strings"
)

// This file reads English nouns of happening and their dates.

// nounInEnglish reads "his decision in March 2023", "the Posture Review of
// 2022" and "Japan's July 2019 export curbs".
func (c *course) nounInEnglish() {
	text := c.text()
	noun, ok := c.nounMadeKnown()
	if !ok {
		noun, ok = c.nounBefore()
	}
	if !ok {
		noun, ok = c.nounBehind()
	}
	if !ok {
		noun, ok = c.meetingBehind()
	}
	framed := false
	if !ok {
		noun, framed = c.exerciseBehind()
	}
	if !ok && !framed {
		return
	}
	noun.clause = c.s.clauseAt(noun.start)
	if noun.class == actConsult && c.scenePhrase(noun.start) {
		return
	}
	c.addNamed(noun)
	if framed {
		return // what was done for it has the same date
	}
	start := c.clauseStart(noun)
	if n, _ := c.g.fronts.at(text, skipAhead(text, start), len(text)); n == 0 && !c.meetingFirst(noun) || c.after(noun) && noun.class != actConsult {
		c.told = [2]int{noun.start, len(text)} // the happening is the subject: what it did has no date
	}
}

// meetingFirst reports whether a meeting is told by a participle that opens its sentence,
// behind which the date ends: Meeting in Manila on 3 June, the ministers condemned. What
// they did there has the same date.
func (c *course) meetingFirst(noun cueAt) bool {
	text := c.text()
	return noun.class == actConsult && noun.start == 0 && strings.HasSuffix(lowerWord(text[noun.start:noun.end]), "ing") &&
		c.clauseEnd(noun)-c.date.End <= 1
}

// after reports whether the phrase of a noun is what something else follows:
// after his remarks on 7 November, … That has another date.
func (c *course) after(noun cueAt) bool {
	text := c.text()
	n, _ := c.g.takingOffice.before(text, skipSpace(text, c.phraseStart(noun.start)), 0)
	return n > 0
}

// scenePhrase reports whether a named meeting is only where something is said
// or done: at the Hague summit in June 2025.
func (c *course) scenePhrase(i int) bool {
	text := c.text()
	if word, at := wordLeft(text, i); word == "press" || word == "news" {
		i = at // at his press conference in March
		if word, at := wordLeft(text, i); word == "a" || word == "his" || word == "her" || word == "their" {
			i = at
		}
	}
	switch words := strings.Fields(strings.ToLower(string(text[max(0, c.phraseStart(i)-8):i]))); {
	case len(words) == 0:
		return false
	default:
		for k, w := range words {
			if (w == "at" || w == "during") && (k+1 == len(words) || words[k+1] == "the") {
				return true
			}
		}
	}
	return false
}

// phraseStart goes back over the capitals, articles and possessives before a
// noun.
func (c *course) phraseStart(i int) int {
	text := c.text()
	for i > 0 {
		j := skipSpace(text, i)
		k := j
		for k > 0 && text[k-1] != ' ' && text[k-1] != ',' {
			k--
		}
		word := string(text[k:j])
		switch {
		case k == j:
			return i
		case word[0] >= 'A' && word[0] <= 'Z' && k > 0, word == "the", word == "a", word == "his", word == "her", word == "its", word == "their", strings.HasSuffix(word, "'s"):
			i = k
		default:
			return i
		}
	}
	return i
}

// nounBefore finds the noun of happening that the date follows after a
// preposition, with at most a few words between: restrictions on rare earth
// exports in 2010. A verb between takes the date for itself.
func (c *course) nounBefore() (cueAt, bool) {
	text, d := c.text(), c.date
	j := skipSpace(text, d.Start)
	n, of := c.g.datePrepositions.before(text, j, 0)
	if first := wordAfter(text, d.Start); n == 0 && (d.From.Month == 0 || first != "last" && first != "this" && first != "next") {
		return cueAt{}, false // his remarks last November, but not his remarks this year
	}
	planned := strings.HasSuffix(string(text[j-n:j]), "ed for") || strings.HasSuffix(string(text[j-n:j]), "set for")
	j = skipSpace(text, j-n)
	clause := c.s.clauseAt(d.Start)
	if j > 0 && text[j-1] == ',' && d.End < len(text) && text[d.End] == ',' {
		j-- // Seoul's choice, on May 3, of a frigate
		clause = c.s.clauseAt(j - 1)
	}
	from := max(c.clauseStart(cueAt{clause: clause}), j-90)
	for i, words := j, 0; i > from && words < 11; words++ {
		k := i
		for k > from && text[k-1] != ' ' {
			k--
		}
		if n, v := c.g.nounsOf.at(text, k, j); n > 0 && !c.modifies(k, k+n, j) {
			cue := cueAt{class: cueClass(v), start: k, end: k + n}
			if cue.class&actAgree != 0 && c.ofPerson(k+n, "accession") {
				cue.class = actElect
			}
			if hasWord(text, k, k+n, "declaration") && upper(text[k]) && of > 0 {
				cue.class = actPublish // the Washington Declaration of April 2023
			}
			if word, at := wordLeft(text, k); word != "" && at >= from {
				if m, w := c.g.nounsOf.at(text, at, j); at+m == cue.end {
					cue.class, cue.start, k, n = cueClass(w), at, at, m // the joint statement of
				}
			}
			if (of == 0 || d.From.Month == 0) && !planned && c.cueBetween(c.clauseStart(cueAt{clause: c.s.clauseAt(k)}), k, strong|speech|cueHold|cueAttend|cueIssue|cueAnnounce) {
				return cueAt{}, false // the date is the verb's
			}
			if of == 0 && cue.class&actLegislate != 0 && !c.happensItself(cue) {
				return cueAt{}, false // will vote on the bill in June
			}
			return cue, (of == 0 || k+n == j && cue.class&actAgree == 0 || cue.class&(actPublish|actAgree) == 0 || d.From.Month != 0) && !c.predicate(k+n, j) && !c.isVerb(k)
		}
		i = skipSpace(text, k)
	}
	return cueAt{}, false
}

// ofPerson reports whether a noun that ends at text[i] is said of somebody: the accession
// of Takaichi, and not of Japan to a treaty.
func (c *course) ofPerson(i int, noun string) bool {
	text := c.text()
	if word, _ := wordLeft(text, i); word != noun || !hasWord(text, skipAhead(text, i), len(text), "of") {
		return false
	}
	names := c.s.namesIn(i, len(text))
	return len(names) > 0 && names[0].Start <= i+len(" of ")+1 && names[0].person()
}

// isVerb reports whether a word that may be a noun or a verb is one behind a
// subject: no article, possessive, adjective or preposition stands before it.
func (c *course) isVerb(i int) bool {
	text := c.text()
	j := skipSpace(text, i)
	n, _ := c.g.verbBefore.before(text, j, 0)
	return n > 0
}

// predicate reports whether a verb stands in text[i:j], so that a date behind
// it is the verb's.
func (c *course) predicate(i, j int) bool {
	text := c.text()
	if c.cueBetween(i, j, strong|speech|cueHold|cueAttend|cueIssue|cueAnnounce) {
		return true
	}
	for ; i < j; i++ {
		if n, _ := c.g.auxiliaries.at(text, i, j); n > 0 {
			return true
		}
	}
	return false
}

// nounBehind finds the noun of happening that the date stands before as an
// adjective.
func (c *course) nounBehind() (cueAt, bool) {
	text, d := c.text(), c.date
	owner := possessive(text, d.End) && d.End+3 < len(text) && text[d.End+2] == ' ' // last year's deal
	if !owner && (d.End >= len(text) || text[d.End] != ' ' || d.From.Month == 0) {
		return cueAt{}, false
	}
	from := d.End + 1
	if owner {
		from += 2
	}
	for i, words := from, 0; i < len(text) && words < 4; words++ {
		k := i
		for k < len(text) && (latin(text[k]) || text[k] == '-') {
			k++
		}
		if k == i {
			break
		}
		if n, v := c.g.nounsOf.at(text, i, len(text)); n > 0 {
			cue := cueAt{class: cueClass(v), start: i, end: i + n}
			ok := owner || c.possessed(d.Start)
			return cue, ok && !c.at() && !c.cueBetween(d.End, i, strong|speech)
		}
		i = k + 1
	}
	return cueAt{}, false
}

// meetingBehind finds the meeting that is named between a date and what was done there: on
// July 28, at a committee meeting in Tokyo, Washington declared.
func (c *course) meetingBehind() (cueAt, bool) {
	text, d := c.text(), c.date
	if d.From.Month == 0 || d.End+2 >= len(text) || text[d.End] != ',' {
		return cueAt{}, false
	}
	at := wordAfter(text, d.End+1)
	from := d.End + len(", ") + len(at) + 1
	if at != "at" && at != "during" || from >= len(text) || !slices.Contains([]string{"a", "an", "their", "his", "her"}, wordAfter(text, from)) {
		return cueAt{}, false
	}
	end := from
	for end < len(text) && text[end] != ',' {
		end++
	}
	for i := from + 1; i < end; i++ {
		if text[i-1] != ' ' {
			continue
		}
		if n, v := c.g.nounsOf.at(text, i, end); n > 0 && cueClass(v) == actConsult {
			before, _ := wordLeft(text, i)
			named := c.s.named(skipSpace(text, i) - 1) // a committee of both states has a name
			return cueAt{class: actConsult, start: i, end: i + n}, (named || !noMeetings[before]) && !c.cueBetween(d.End, i, strong|speech)
		}
	}
	return cueAt{}, false
}

// exerciseBehind finds the exercise that is named behind a date as what something was done
// for: in September 2025, for the exercise "Resolute Dragon", the army brought its launcher.
func (c *course) exerciseBehind() (cueAt, bool) {
	const reach = 24
	text, d := c.text(), c.date
	from := d.End
	if from < len(text) && text[from] == ',' {
		from++
	}
	if d.From.Month == 0 || from+1 >= len(text) || text[from] != ' ' {
		return cueAt{}, false
	}
	at := wordAfter(text, from)
	if !slices.Contains([]string{"for", "during", "to", "in"}, at) {
		return cueAt{}, false
	}
	from += len(" ") + len(at) + 1
	if from >= len(text) || !articleOrOwner(wordAfter(text, from)) {
		return cueAt{}, false
	}
	for i := from + 1; i < min(len(text), from+reach) && text[i] != ','; i++ {
		if text[i-1] != ' ' {
			continue
		}
		if n, v := c.g.nounsOf.at(text, i, len(text)); n > 0 {
			return cueAt{class: actExercise, start: i, end: i + n}, cueClass(v) == actExercise && !c.cueBetween(d.End, i, strong|speech)
		}
	}
	return cueAt{}, false
}

// noMeetings say of a meeting that somebody only speaks there, or that one body meets.
var noMeetings = map[string]bool{"press": true, "news": true, "cabinet": true, "committee": true, "party": true, "campaign": true, "plenary": true, "council": true}

// possessed reports whether an article or possessive stands before text[i].
func (c *course) possessed(i int) bool {
	text := c.text()
	j := skipSpace(text, i)
	k := j
	for k > 0 && text[k-1] != ' ' {
		k--
	}
	word := strings.ToLower(string(text[k:j]))
	switch word {
	case "the", "a", "an", "its", "their", "his", "her", "this":
		return j < i
	}
	return j < i && (strings.HasSuffix(word, "'s") || strings.HasSuffix(word, "’s") || strings.HasSuffix(word, "s’"))
}
