package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// A surname is how a person named before is called again: 신 장관, 李氏, 賴總統.
type surname struct {
	first rune   // of the name as the document gave it
	name  string // where it is written in Latin letters, or has two characters: the surname
	who   []entente.ActorID
}

// surnameTitles are what stands behind a surname of one character.
var surnameTitles = map[entente.Lang]*wordset{
	entente.Chinese:  wordsetOf(false, folded(words("zh", "surname_titles"))),
	entente.Japanese: wordsetOf(false, folded(words("ja", "surname_titles"))),
	entente.Korean:   wordsetOf(false, words("ko", "surname_titles")),
}

// surnamesIn adds to the names of a sentence those of people called by their surname
// and a title, and remembers who is named in full.
func (p *passage) surnamesIn(s *sentence, list []mention) []mention {
	titles := surnameTitles[p.doc.Lang]
	if titles == nil {
		return list
	}
	for _, m := range list {
		if m.person() && p.isPerson(m.list[0]) {
			p.calls(s.view.Text[m.Start], m.list)
			p.callsJapanese(s.view.Text[m.Start:m.End], m.list)
		}
	}
	if len(p.surnames) == 0 {
		return list
	}
	text, added := s.view.Text, false
	for i := 0; i+2 < len(text); i++ {
		if who := p.calledAt(text, i); who != nil && free(list, i, i+japaneseSurname) {
			list, added = append(list, mention{i, i + japaneseSurname, who}), true
			continue
		}
		at := i + 1
		if p.doc.Lang == entente.Korean {
			if text[at] != ' ' {
				continue
			}
			at++
		}
		if !titles.starts(text[at]) || !beginsName(text, i) {
			continue
		}
		n, _ := titles.at(text, at, len(text))
		if n == 0 || !free(list, i, at+n) {
			continue
		}
		for _, known := range slices.Backward(p.surnames) {
			if known.first == text[i] {
				list, added = append(list, mention{i, at + n, known.who}), true
				break
			}
		}
	}
	if added {
		slices.SortFunc(list, func(a, b mention) int { return a.Start - b.Start })
	}
	return list
}

// calls remembers a person as the last one whose name starts with first.
func (p *passage) calls(first rune, who []entente.ActorID) {
	p.surnames = slices.DeleteFunc(p.surnames, func(k surname) bool { return k.first == first })
	p.surnames = append(p.surnames, surname{first: first, who: who})
}

// japaneseSurname is how many characters a Japanese surname mostly has.
const japaneseSurname = 2

// callsJapanese remembers the surname of a Japanese named in full, in Chinese or
// Japanese characters: 玉城丹尼 is 玉城 from then on.
func (p *passage) callsJapanese(name []rune, who []entente.ActorID) {
	const least = 4 // characters of the whole name
	if p.doc.Lang == entente.Korean || len(name) < least || len(who) != 1 || who[0].State() != "JPN" {
		return
	}
	for _, r := range name[:japaneseSurname] {
		if r < 0x4E00 || r > 0x9FFF {
			return
		}
	}
	called := string(name[:japaneseSurname])
	p.surnames = slices.DeleteFunc(p.surnames, func(k surname) bool { return k.name == called })
	p.surnames = append(p.surnames, surname{name: called, who: who})
}

// calledAt is whose Japanese surname opens a phrase at text[i]; in Japanese a particle or 氏
// follows it.
func (p *passage) calledAt(text []rune, i int) []entente.ActorID {
	if text[i] < 0x4E00 || text[i] > 0x9FFF || p.doc.Lang == entente.Korean || !beginsName(text, i) {
		return nil
	}
	if p.doc.Lang == entente.Japanese && !strings.ContainsRune("はがも氏", text[i+japaneseSurname]) {
		return nil
	}
	for _, known := range slices.Backward(p.surnames) {
		if known.first == 0 && known.name == string(text[i:i+japaneseSurname]) {
			return known.who
		}
	}
	return nil
}

// beginsName reports whether a name may begin at i: no other word runs on into it.
func beginsName(text []rune, i int) bool {
	if i == 0 {
		return true
	}
	r := text[i-1]
	return !hangul(r) && !(r >= 0x4E00 && r <= 0x9FFF || r >= 0x30A1 && r <= 0x30FE) || beforeNames.has(r)
}

// beforeNames are the characters of other words before a name.
var beforeNames = setOf(words("zh", "before_names")[0])
