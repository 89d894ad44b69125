package extract

import (
	"slices"
	"strings"
)

// This file tells an actor from a thing among English noun phrases, and one from several.

// plainActor reports whether a noun phrase names only somebody.
func (r *enReader) plainActor(s stretch) bool {
	w := r.word(s)
	if slices.Contains([]string{"no one", "nobody", "everyone", "someone", "anyone", "he", "she", "we", "you", "i"}, w) || strings.HasSuffix(w, " percent") || strings.HasSuffix(w, " per cent") {
		return true
	}
	if first, rest, _ := strings.Cut(w, " "); strings.HasSuffix(first, "ing") && rest != "" && enVerbForms()[strings.TrimSuffix(first, "ing")]|enVerbForms()[strings.TrimSuffix(first, "ing")+"e"] != 0 {
		return false // mixing the two
	}
	if at := strings.Index(w, " such as "); at > 0 {
		return r.plainActor(stretch{s.from, s.from + len([]rune(w[:at]))})
	}
	for _, some := range enSomeOf {
		if strings.HasPrefix(w, some) {
			return r.plainActor(stretch{s.from + len(some), s.to})
		}
	}
	if article, _, _ := strings.Cut(w, " "); article == "a" || article == "an" {
		if c, ok := r.endsAt(s.to); ok && c.is(r.somebody) && r.text[c.start] >= 'A' && r.text[c.start] <= 'Z' && c.start < s.from+24 {
			return false // an armed Japan: that Japan is armed
		}
	}
	if at := firstPreposition(w); at > 0 {
		head := stretch{s.from, s.from + len([]rune(w[:at]))}
		c, ok := r.endsAt(head.to) // senior officials of A and B, the war in C
		return ok && c.is(r.somebody) && !c.is(r.control) && (r.text[c.start] >= 'a' || c.start == r.clauses[0].start && strings.HasSuffix(r.word(head), "s")) && len(r.within(s, r.verb|r.be|r.modal|r.which)) == 0 && !strings.Contains(w[:at], " to ")
	}
	last, ok := r.last(s, r.somebody)
	if !ok {
		return false
	}
	if last.end == s.to || s.to-last.end < 3 && r.text[last.end] == '"' {
		head := stretch{s.from, last.start}
		if w := " " + r.word(head); len(r.within(head, r.modal)) > 0 || strings.Contains(w, " has ") || strings.Contains(w, " have ") || strings.Contains(w, " had ") {
			return false // somebody will hire workers, has singled out Japan
		}
		if who, ok := r.opensAt(s.from, r.somebody); ok && who.end < last.start && r.does(who.end) {
			return false // Tokyo courted its partners
		}
		return !slices.ContainsFunc(enOfSomething, func(p string) bool { return strings.Contains(r.word(head), p) })
	}
	return false
}

// does reports whether a verb in the past follows somebody who ends at a place.
func (r *enReader) does(at int) bool {
	if at >= len(r.text) || r.text[at] != ' ' {
		return false
	}
	w := wordAfter(r.text, at)
	return len(w) > 4 && strings.HasSuffix(w, "ed") && !slices.Contains(enEdNouns, w) && wordAfter(r.text, at+1+len(w)) != "by"
}

// firstPreposition is where the first preposition in a noun phrase stands, so
// that its head ends before it.
func firstPreposition(w string) int {
	first := -1
	for _, p := range []string{" of ", " in ", " from ", " at ", " on ", " with ", " under ", " for ", " aboard ", " off ", " near ", " around ", " across ", " behind ", " against ", " by "} {
		if at := strings.Index(w, p); at > 0 && (first < 0 || at < first) {
			first = at
		}
	}
	return first
}

// enSomeOf open a part of what follows.
var enSomeOf = []string{"none of ", "some of ", "most of ", "many of ", "each of ", "both of ", "all of ", "one of ", "neither of "}

// enOfSomething are prepositions that make a phrase that ends with a name one
// about somebody: pressure from Washington.
var enOfSomething = []string{" of ", " with ", " to ", " toward ", " against ", " on ", " from ", " between ", " among ", " about ", " over "}

// plural reports whether the head of a noun phrase, before its first
// preposition, is a plural.
func (r *enReader) plural(s stretch) bool {
	head := r.word(s)
	for _, p := range append([]string{" in ", " at ", " around ", " under ", " within ", " across ", " for ", " behind ", " beyond ", " by ", " after ", " that ", " which "}, enOfSomething...) {
		if at := strings.Index(head, p); at > 0 {
			head = head[:at]
		}
	}
	if head = strings.TrimSpace(head); strings.Contains(head, " and ") && !strings.HasPrefix(head, "both ") {
		return true
	}
	if words := strings.Fields(head); len(words) > 1 && slices.ContainsFunc([]string{"ed", "en"}, func(e string) bool { return strings.HasSuffix(words[len(words)-1], e) }) {
		head = strings.TrimSuffix(head, " "+words[len(words)-1]) // rules written then
	}
	return strings.HasSuffix(head, "s") && !strings.HasSuffix(head, "ss") && len(head) > 3
}
