package extract

import (
	"slices"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

// A mention is a name that stands for somebody who acts: view.Text[Start:End].
type mention struct {
	Start, End int
	list       []entente.ActorID
}

// Actors returns who the name stands for. Callers must not change it.
func (m mention) Actors() []entente.ActorID { return m.list }

func (m mention) person() bool { return len(m.list) == 1 && m.list[0].State() != string(m.list[0]) }

// findActors returns the names of a sentence that act, none inside another.
func (p *passage) findActors(s *sentence) []mention {
	var out []mention
	end := 0
	for _, m := range s.names {
		list := p.actorsOf(s, m)
		if m.Start < end || len(list) == 0 {
			continue
		}
		if state := list[0].State(); len(state) == 3 && state != "USA" && state != "ORG" && !p.onlyAbout(s, m) {
			p.foreign = state
		}
		out = append(out, mention{m.Start, m.End, list})
		end = m.End
	}
	if p.doc.Lang == entente.Korean {
		out = koPairs(s, out)
	}
	return p.strangersIn(s, p.surnamesIn(s, p.glossedIn(s, out)))
}

// onlyAbout reports whether an English name only says what something is about or whom it is
// against, so that a ministry named next is hardly of that state: a threat against China in
// a Taiwan crisis.
func (p *passage) onlyAbout(s *sentence, m lexicon.Mention) bool {
	if p.doc.Lang != entente.English {
		return false
	}
	before, _ := wordLeft(s.view.Text, m.Start)
	return enAbout[before] || enIssues[wordAfter(s.view.Text, m.End)]
}

var (
	enAbout  = wordMap("en", "about_state")
	enIssues = wordMap("en", "issues_of_state")
)

// actorsOf returns who a name stands for: the actor itself; the members of a
// format that meets and declares; or, in a language where offices are named
// without their state, the home state's office.
func (p *passage) actorsOf(s *sentence, m lexicon.Mention) []entente.ActorID {
	if a := m.Actors(); len(a) > 0 {
		return a
	}
	e := m.Entry
	switch {
	case p.doc.Lang == entente.Japanese && string(s.view.Text[m.Start:m.End]) == "外交部":
		return []entente.ActorID{"CHN/Ministry of Foreign Affairs"} // Japan's own is 外務省
	case e.Post != "" && opensPhrase(s.view.Text, m.Start) && (p.doc.Lang == entente.Japanese || p.doc.Lang == entente.Korean || p.doc.Script == entente.Hant && !sits(s.view.Text, m.End)):
		if who := p.bearer(s, m); who != nil {
			return who
		}
		if office := p.lex.Post(string(home[p.doc.Script]), e.Post); office != nil {
			return lexicon.Mention{Entry: office}.Actors()
		}
	case p.doc.Script == entente.Hans && chineseForeign[e.Post] && opensPhrase(s.view.Text, m.Start):
		if office := p.lex.Post(string(home[p.doc.Script]), e.Post); office != nil {
			return lexicon.Mention{Entry: office}.Actors()
		}
	case p.doc.Lang == entente.English && p.foreign != "" && ministries[e.Post]:
		if body := p.lex.Post(p.foreign, e.Post); body != nil {
			return lexicon.Mention{Entry: body}.Actors()
		}
	case e.Type == lexicon.Institution && len(e.Members) > 1 && (e.Kind == "minilateral" || e.Kind == "forum" || e.Kind == "agreement"):
		out := make([]entente.ActorID, len(e.Members))
		for i, state := range e.Members {
			out[i] = entente.ActorID(state)
		}
		return out
	}
	return nil
}

// sits reports whether those who hold the office before i meet others: 防长会谈.
func sits(text []rune, i int) bool {
	n, _ := sittings.at(text, i, len(text))
	return n > 0
}

var sittings = wordsetOf(false, words("zh", "sitting"))

// chineseForeign are the posts that a text of the mainland names without their state
// where they are its own: the ministry of Japan has another name.
var chineseForeign = map[string]bool{"foreign ministry": true, "foreign ministry spokesperson": true}

// ministries are the bodies that an English text may name without their state, when it
// has just spoken of it. The United States call theirs departments.
var ministries = map[string]bool{"defense ministry": true, "foreign ministry": true, "finance ministry": true, "commerce ministry": true, "foreign ministry spokesperson": true, "defense ministry spokesperson": true}

// opensPhrase reports whether no name stands right before i: 존 볼턴 국가안보보좌관
// is no office of Korea's.
func opensPhrase(text []rune, i int) bool {
	for i > 0 && text[i-1] == ' ' {
		i--
	}
	if i == 0 || !hangul(text[i-1]) {
		return i == 0 || !(text[i-1] >= 0x30A1 && text[i-1] <= 0x30FE || text[i-1] >= 0x4E00 && text[i-1] <= 0x9FFF)
	}
	return koEnds.has(text[i-1]) || i > 1 && koClauseEnds[string(text[i-2:i])]
}

// koClauseEnds close a Korean clause before the name that the next one speaks of:
// 주장하자 외교부는.
var koClauseEnds = map[string]bool{"하자": true, "되자": true, "내자": true, "오자": true, "가자": true, "이자": true, "리자": true, "지자": true, "지만": true, "으나": true, "는데": true, "은데": true, "니까": true, "면서": true, "어서": true, "아서": true}

// runes is a set of characters.
type runes map[rune]bool

func (r runes) has(c rune) bool { return r[c] }

func setOf(s string) runes {
	out := make(runes, len(s))
	for _, r := range s {
		out[r] = true
	}
	return out
}

var koEnds = setOf("은는이가을를에서고의로도와과며면")

// koStates are the syllables that Korean joins to name several states: 한미.
var koStates = map[rune]entente.ActorID{'한': "KOR", '미': "USA", '일': "JPN", '중': "CHN", '러': "RUS", '호': "AUS", '영': "GBR", '북': "PRK"}

var koPairNext = setOf(" 양정외국간관안연·")

// koPairs adds the joined names of states (한미, 한미일) to a sentence's actors.
func koPairs(s *sentence, list []mention) []mention {
	text := s.view.Text
	for i := 0; i < len(text); i++ {
		if i > 0 && text[i-1] != ' ' && text[i-1] != '\'' && text[i-1] != '(' || koStates[text[i]] == "" {
			continue
		}
		j := i
		var out []entente.ActorID
		for j < len(text) && koStates[text[j]] != "" {
			out = append(out, koStates[text[j]])
			j++
		}
		if len(out) > 1 && j < len(text) && koPairNext.has(text[j]) && free(list, i, j) {
			list = append(list, mention{i, j, out})
		}
	}
	slices.SortFunc(list, func(a, b mention) int { return a.Start - b.Start })
	return list
}

// free reports whether no name of the list overlaps text[i:j].
func free(list []mention, i, j int) bool {
	return !slices.ContainsFunc(list, func(m mention) bool { return m.Start < j && i < m.End })
}
