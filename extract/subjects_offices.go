package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

// "The president" is a person who holds that office, and not whoever was spoken of
// last: the last president named, or else the one of the state that the document
// names most among those that have one.

// officeTitles are the offices of the values of enOffices.
var officeTitles = []string{"president", "prime minister", "chancellor", "foreign minister", "defense minister"}

var enOffices = wordsetOf(false, words("en", "office_president"), words("en", "office_prime_minister"), words("en", "office_chancellor"),
	words("en", "office_foreign_minister"), words("en", "office_defense_minister"))

// inOffice returns whom an English office in subject position points to, nil if it is
// none.
func (p *passage) inOffice(s *sentence, f find) []entente.ActorID {
	if p.doc.Lang != entente.English || f.start < 0 {
		return nil
	}
	n, v := enOffices.at(s.view.Text, f.start, f.end)
	if n == 0 || n != f.end-f.start {
		return nil
	}
	for i := s.index; i >= 0 && i > s.index-reach; i-- {
		for _, m := range slices.Backward(p.sentences[i].actors) {
			if (i < s.index || m.End <= f.start) && m.person() && p.held(m.list[0], officeTitles[v]) {
				return m.list
			}
		}
	}
	return p.ledBy(officeTitles[v])
}

// bearer returns who was last named with a title that stands alone at the head of a phrase
// in Japanese or Korean: トランプ大統領…。大統領は. Where nobody was, a Japanese president is
// the guarantor's, since Japan has none; otherwise it is nil.
func (p *passage) bearer(s *sentence, title lexicon.Mention) []entente.ActorID {
	const back, most = 5, 8 // sentences; characters from a name to the end of its title
	if at := s.view.Text[:title.Start]; p.doc.Lang == entente.Chinese || len(at) > 1 && at[len(at)-1] == ' ' && hangul(at[len(at)-2]) && (len(at) == 2 || at[len(at)-3] == ' ') {
		return nil // 이 대통령: a surname stands before it
	}
	word := string(s.view.Text[title.Start:title.End])
	for k := s.index; k >= 0 && k > s.index-back; k-- {
		text := p.sentences[k].view.Text
		for _, m := range slices.Backward(p.sentences[k].names) {
			if k == s.index && m.End > title.Start || m.Entry.Kind != "person" {
				continue
			}
			if strings.Contains(string(text[m.Start:min(len(text), m.End+most)]), word) {
				return m.Actors()
			}
		}
	}
	if p.doc.Lang == entente.Japanese && title.Entry.Post == "president" {
		return []entente.ActorID{guarantor}
	}
	return nil
}

// held reports whether an actor is a person who once held an office.
func (p *passage) held(a entente.ActorID, office string) bool {
	e := p.lex.Entry(string(a))
	return e != nil && e.Kind == "person" && e.Held(office, "")
}

// ledBy returns the state that the document names most among those that have an
// office. English calls the ministers of the United States secretaries.
func (p *passage) ledBy(office string) []entente.ActorID {
	best, most := "", 0
	for state, n := range p.statesNamed() {
		if office != "president" && state == "USA" || n < most || n == most && state > best {
			continue
		}
		if p.lex.Holder(state, office, "") != nil {
			best, most = state, n
		}
	}
	if best == "" {
		return nil
	}
	return []entente.ActorID{entente.ActorID(best)}
}
