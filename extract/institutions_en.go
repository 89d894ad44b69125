package extract

import (
	"slices"
	"strings"
	"unicode"
)

// This file reads names of institutions in English by their shape: words in
// capitals that end in a telling one, or begin with one and "of".

// A word is a word of the text with its place.
type word struct {
	start, end int
	text       string
}

// words cuts the sentence at its spaces and brackets; marks before and after a
// word are not part of it.
func (r *namer) cut() []word {
	var out []word
	for i := 0; i < len(r.text); {
		if r.text[i] == ' ' || r.text[i] == '(' || r.text[i] == ')' {
			i++
			continue
		}
		j := i
		for j < len(r.text) && r.text[j] != ' ' && r.text[j] != '(' && r.text[j] != ')' {
			j++
		}
		a, b := i, j
		for a < b && !unicode.IsLetter(r.text[a]) && !unicode.IsDigit(r.text[a]) && r.text[a] != '&' {
			a++
		}
		for b > a && !unicode.IsLetter(r.text[b-1]) && !unicode.IsDigit(r.text[b-1]) && r.text[b-1] != '&' && r.text[b-1] != '+' {
			b--
		}
		out = append(out, word{a, b, string(r.text[a:b])})
		i = j
	}
	return out
}

// english reads the names of a sentence.
func (r *namer) english() []named {
	words := r.cut()
	var out []named
	for i := 0; i < len(words); {
		j := r.phrase(words, i)
		if j == i {
			i++
			continue
		}
		if c, ok := r.titled(words[i:j], i == 0); ok {
			out = append(out, c)
		} else if c, ok := r.smallHead(words, i, j); ok {
			out = append(out, c)
		}
		i = j
	}
	out = append(out, r.formatsEn(out)...)
	for _, c := range r.smallEn() {
		if !slices.ContainsFunc(out, func(k named) bool { return c.start < k.end && k.start < c.end }) {
			out = append(out, c)
		}
	}
	return out
}

// phrase returns the end of the run of words in capitals that starts at i:
// small words may stand inside, marks end it.
func (r *namer) phrase(words []word, i int) int {
	if !capitalized(words[i].text) {
		return i
	}
	end := i + 1
	for j := i + 1; j < len(words); j++ {
		if gap := string(r.text[words[j-1].end:words[j].start]); gap != " " && gap != ", " && gap != " '" {
			break
		} else if gap == ", " && !r.listed(words, j) {
			break
		}
		if words[j].text == "and" && j+1 < len(words) && words[j+1].text == "the" {
			break // another name follows
		}
		if capitalized(words[j].text) {
			end = j + 1
		} else if !slices.Contains(r.words.Small, words[j].text) || j-end > 1 {
			break
		}
	}
	return end
}

// listed reports whether the comma before words[j] is inside a name such as
// "Defense Industrial Cooperation, Acquisition and Sustainment".
func (r *namer) listed(words []word, j int) bool {
	return j+2 < len(words) && capitalized(words[j].text) && words[j+1].text == "and" && capitalized(words[j+2].text)
}

// determiner reports whether a word in capitals opens a phrase that names
// nothing new: This Treaty, Each Party.
func determiner(w string) bool {
	switch w {
	case "This", "That", "These", "Those", "Each", "Any", "Such", "Our", "Their", "Its", "His", "Her", "My":
		return true
	}
	return false
}

func capitalized(w string) bool {
	for _, r := range w {
		return unicode.IsUpper(r)
	}
	return false
}

// titled reads a run of words in capitals by its head.
func (r *namer) titled(ws []word, first bool) (named, bool) {
	for len(ws) > 0 && (slices.Contains(r.words.Small, strings.ToLower(ws[0].text)) || first && isStarter(ws[0].text)) {
		ws, first = ws[1:], false
	}
	for i := len(ws) - 1; i >= 0; i-- {
		if determiner(ws[i].text) {
			ws = ws[i+1:] // ARTICLE XI This Treaty
			break
		}
	}
	for n := len(ws); n >= 2; n-- {
		text := joinWords(ws[:n])
		kind, head := r.headKind(text)
		if kind == "" || text == head {
			continue
		}
		if slices.Contains(r.words.Small, ws[n-1].text) || n == 2 && slices.Contains(r.words.Plain, ws[0].text) {
			continue
		}
		if before, _, ok := strings.Cut(text, " for the "); ok && strings.HasSuffix(text, " "+head) {
			if at := len(strings.Fields(before)); len(r.statesIn(ws[0].start, ws[at-1].end)) == at {
				return r.titled(ws[at+2:n], false) // in Islamabad for the Heart of Asia Conference
			}
		}
		start, end := ws[0].start, ws[n-1].end
		members := r.statesIn(start, end)
		if before, _, ok := strings.Cut(text, " on "); ok {
			members = r.statesIn(start, start+len([]rune(before))) // the Mission on Myanmar is not Myanmar's
		}
		if len(members) == 0 && (kind == "government_body" || kind == "military_force") && len(r.statesIn(start-4, end)) == 0 {
			return named{}, false // nobody knows whose it is
		}
		if head != "" && len(members) >= 3 && (kind == "forum" || kind == "program") {
			kind = "minilateral"
		}
		if kind == "minilateral" && len(members) < 3 {
			kind = "forum"
		}
		c := r.made(start, end, kind, "capitals", members)
		c.nameEn = text
		return c, true
	}
	return named{}, false
}

// headKind returns the kind of a name by the word it ends with, or by the one
// that stands before its "of".
func (r *namer) headKind(text string) (kind, head string) {
	if name, ok := strings.CutPrefix(text, "Exercise "); ok && !strings.Contains(name, " of ") {
		return "program", "Exercise"
	}
	if before, _, ok := strings.Cut(text, " of "); ok && slices.Contains(r.words.EnglishOf, lastWord(before)) {
		return r.words.English.ending(before)
	}
	for _, link := range [...]string{" for ", " on "} {
		before, after, ok := strings.Cut(text, link)
		if !ok {
			continue
		}
		if enCalendarWords[strings.ToLower(headWord(after))] || strings.Contains(after, " in ") || strings.Contains(after, " with ") || strings.Contains(after, " at ") || strings.Contains(after, " by ") {
			return "", "" // the Agreement on Monday, the Institute for Research in Ghana
		}
		if kind, head := r.words.English.ending(before); head == lastWord(before) && (link == " on " && slices.Contains(r.words.EnglishOf, head) || kind != "" && kind != "government_body" && kind != "military_force") {
			return kind, head // the Guidelines for Defense Cooperation
		}
	}
	kind, head = r.words.English.ending(text)
	if head != "" && len(head) < len(text) && text[len(text)-len(head)-1] != ' ' && text[len(text)-len(head)-1] != '-' {
		return "", ""
	}
	return kind, head
}

// enCalendarWords may follow "on" and "for" behind a name that ends before them.
var enCalendarWords = enWords("monday tuesday wednesday thursday friday saturday sunday", strings.Join(enCalendar[:12], " "))

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

func joinWords(ws []word) string {
	parts := make([]string, len(ws))
	for i, w := range ws {
		parts[i] = w.text
	}
	return strings.Join(parts, " ")
}

// isStarter reports whether a word at the start of a sentence has its capital
// only from that.
func isStarter(w string) bool {
	switch w {
	case "The", "This", "That", "These", "Those", "A", "An", "In", "On", "At", "As", "While", "Although", "But", "And", "For", "From",
		"With", "Under", "After", "Before", "During", "Its", "His", "Her", "Their", "Both", "If", "When", "Since", "Despite", "Through", "Our", "We":
		return true
	}
	return false
}

// statesIn returns the states named in text[i:j].
func (r *namer) statesIn(i, j int) []string {
	var out []string
	for _, m := range r.s.names {
		if m.Start >= i && m.End <= j && m.Entry.Kind == "state" && !slices.Contains(out, m.Entry.ID) {
			out = append(out, m.Entry.ID)
		}
	}
	return out
}

// formatsEn reads "US-Japan-Philippines trilateral cooperation".
func (r *namer) formatsEn(found []named) []named {
	var out []named
	for _, run := range r.runs() {
		if len(run.states) < 3 || slices.ContainsFunc(found, func(c named) bool { return c.start < run.end && run.start < c.end }) {
			continue
		}
		rest := strings.TrimPrefix(string(r.text[run.end:]), " ")
		lead := string(r.text[run.end:])
		n := len([]rune(lead)) - len([]rune(rest))
		tri := prefixOf(strings.ToLower(rest), r.words.TrilateralEn)
		after := strings.TrimPrefix(rest[len(tri):], " ")
		n += len([]rune(rest)) - len([]rune(after))
		head := prefixOf(strings.ToLower(after), r.words.HeadEn)
		if n == 0 || tri == "" && head == "" {
			continue
		}
		end := run.end + n + len(head)
		if head == "" {
			end = run.end + 1 + len(tri)
		}
		out = append(out, r.made(run.start, end, "minilateral", "states", run.states))
	}
	return out
}
