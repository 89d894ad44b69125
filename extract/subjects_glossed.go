package extract

import (
	"slices"

	"github.com/ententelab/entente"
)

// A Chinese text that names a foreigner for the first time writes the name as it is
// spelled at home behind it: 駐日大使葛拉斯(George Glass). Whom the lexicon knows by
// that spelling is known by the Chinese one from there on.

// A glossed name is how the text writes the name of somebody in Chinese.
type glossed struct {
	name []rune
	who  []entente.ActorID
}

// glossedIn adds to the names of a Chinese sentence those that a spelling in brackets
// explains, here or before. The bracket is no name of its own then.
func (p *passage) glossedIn(s *sentence, list []mention) []mention {
	if p.doc.Lang != entente.Chinese {
		return list
	}
	text := s.view.Text
	var brackets []int
	for _, m := range list {
		if start := p.glossedBefore(text, m, list); start >= 0 {
			brackets = append(brackets, m.Start)
			p.explain(text[start:m.Start-1], m.list)
		}
	}
	list = slices.DeleteFunc(list, func(m mention) bool { return slices.Contains(brackets, m.Start) })
	if len(p.glosses) == 0 {
		return list
	}
	for i := range text {
		for _, g := range p.glosses {
			if end := i + len(g.name); end <= len(text) && slices.Equal(text[i:end], g.name) && free(list, i, end) {
				list = append(list, mention{i, end, g.who})
			}
		}
	}
	slices.SortFunc(list, func(a, b mention) int { return a.Start - b.Start })
	return list
}

// explain remembers whose name that is, unless it was explained before.
func (p *passage) explain(name []rune, who []entente.ActorID) {
	if !slices.ContainsFunc(p.glosses, func(g glossed) bool { return slices.Equal(g.name, name) }) {
		p.glosses = append(p.glosses, glossed{name, who})
	}
}

// glossedBefore returns where the Chinese name begins that a person in brackets
// explains, behind a title or the name of a state; -1 if the lexicon knows it, or
// nothing tells where it begins.
func (p *passage) glossedBefore(text []rune, m mention, list []mention) int {
	const shortest, longest = 2, 5 // of a foreign name in Chinese, in characters
	open := m.Start - 1
	if !m.person() || open < shortest || text[open] != '(' || !latin(text[m.Start]) || m.End >= len(text) || text[m.End] != ')' || !free(list, open-1, open) {
		return -1
	}
	for start := open - shortest; start >= max(0, open-longest) && han(text[start]); start-- {
		if n, _ := chinese.titles.before(text, start, 0); n > 0 || start == 0 || !han(text[start-1]) || !free(list, start-1, start) {
			return start
		}
	}
	return -1
}
