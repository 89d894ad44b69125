package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// A stranger is somebody whom the lexicon does not know, and whose name tells by its
// sounds whose he is: Japanese names are made of morae, Korean and Chinese ones of a
// surname that is one of few and a given name of one or two syllables. People are then
// called by their surname alone.

// strangersIn adds to the names of an English sentence those of strangers, and of people
// named in full before who are called by their surname.
func (p *passage) strangersIn(s *sentence, list []mention) []mention {
	if p.doc.Lang != entente.English {
		return list
	}
	text, added := s.view.Text, false
	for _, m := range list {
		if m.person() && p.isPerson(m.list[0]) {
			p.callsByName(text[m.Start:m.End], m.list)
		}
	}
	for i := 0; i < len(text); {
		if !capital(text[i]) || i > 0 && (latin(text[i-1]) || digit(text[i-1])) {
			i++
			continue
		}
		end := nameWordEnd(text, i)
		if p.inName(s, i, end) {
			i = end
			continue
		}
		j, who := p.stranger(s, i, end)
		if who == nil {
			i = end
			continue
		}
		list, added = append(list, mention{i, j, who}), true
		i = j
	}
	if added {
		slices.SortFunc(list, func(a, b mention) int { return a.Start - b.Start })
	}
	return list
}

// stranger reads the name whose first word is text[i:end]: where it ends and whose it
// is; nil if it is none.
func (p *passage) stranger(s *sentence, i, end int) (int, []entente.ActorID) {
	text := s.view.Text
	if next := end + 1; next < len(text) && text[end] == ' ' && capital(text[next]) {
		to := nameWordEnd(text, next)
		if state := soundsOf(text[i:end], text[next:to]); state != "" && !p.inName(s, next, to) && (to+1 >= len(text) || !capital(text[to+1]) || text[to] != ' ') {
			who := []entente.ActorID{entente.ActorID(state + "/" + string(text[i:to]))}
			p.callsByName(text[i:to], who)
			p.strangers = append(p.strangers, who[0])
			return to, who
		}
		return i, nil
	}
	for _, k := range slices.Backward(p.surnames) {
		if k.name == string(text[i:end]) {
			return end, k.who
		}
	}
	if officeBefore(text, i) && wordAfter(text, end) != "of" && romaji(text[i:end]) >= 2 {
		who := []entente.ActorID{entente.ActorID("JPN/" + string(text[i:end]))}
		p.strangers = append(p.strangers, who[0])
		return end, who
	}
	return i, nil
}

// callsByName keeps who is called by the surname of a full name from here on.
func (p *passage) callsByName(name []rune, who []entente.ActorID) {
	word := surnameIn(name, who)
	if word == "" {
		return
	}
	p.surnames = slices.DeleteFunc(p.surnames, func(k surname) bool { return k.name == word })
	p.surnames = append(p.surnames, surname{name: word, who: who})
}

// surnameIn is the surname in a full name, before which an office may stand: of Chinese and
// Koreans the word before the last, if it is one that is known, and else the last. It is ""
// where that is too short to be told from other words.
func surnameIn(name []rune, who []entente.ActorID) string {
	words := strings.Fields(string(name))
	if len(words) < 2 {
		return ""
	}
	last, before := words[len(words)-1], words[len(words)-2]
	if len(before) >= 3 && surnameFirst[who[0].State()][strings.ToLower(before)] {
		return before
	}
	if hyphen := strings.LastIndexByte(last, '-'); hyphen >= 0 || len(last) < 4 {
		return ""
	}
	return last
}

// inName reports whether a name of the lexicon covers a part of text[i:j].
func (p *passage) inName(s *sentence, i, j int) bool {
	for _, m := range s.names {
		if m.Start >= j {
			return false
		}
		if m.End > i {
			return true
		}
	}
	return false
}

// nameWordEnd returns where the word of a name at i ends, with what a hyphen joins to it.
func nameWordEnd(text []rune, i int) int {
	for i < len(text) && (latin(text[i]) || text[i] == '-' && i+1 < len(text) && latin(text[i+1])) {
		i++
	}
	return i
}

// officeBefore reports whether an office stands right before the name at i.
func officeBefore(text []rune, i int) bool {
	start, end := wordBefore(text, i, 0)
	if start < 0 || !capital(text[start]) {
		return false
	}
	n, _ := enBearers.before(text, end, 0)
	return n > 0
}

var (
	koSurnames = wordMap("en", "surnames_kor")
	zhSurnames = wordMap("en", "surnames_chn")
	twSurnames = wordMap("en", "surnames_twn")
	notSounds  = wordMap("en", "surnames_not")

	surnameFirst = map[string]map[string]bool{"CHN": zhSurnames, "TWN": twSurnames, "KOR": koSurnames, "PRK": koSurnames}
)

// soundsOf returns the state whose names sound like the two words of a name, "" if
// none do.
func soundsOf(first, second []rune) string {
	a, b := lowerString(first), lowerString(second)
	if notSounds[a] || notSounds[b] {
		return ""
	}
	if k := strings.IndexByte(b, '-'); k > 0 {
		switch {
		case capital(second[k+1]):
		case koSurnames[a]:
			return "KOR"
		case twSurnames[a]:
			return "TWN"
		}
		return ""
	}
	switch {
	case romaji(first) >= 2 && romaji(second) >= 2:
		return "JPN"
	case zhSurnames[a] && pinyin(b):
		return "CHN"
	}
	return ""
}
