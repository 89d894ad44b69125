package extract

import (
	"strings"

	"github.com/ententelab/entente"
)

// opening is how many sentences at the head of a document say who speaks.
const opening = 12

// findParty finds who "they" and "we" are in the document: the states that issue
// it; the state whose ministry or speaker it is from. A text by an author has no
// such "we".
func (p *passage) findParty() {
	p.party = p.issuers()
	if p.we = p.spokesman(); p.we != nil {
		return
	}
	if !p.firstPerson() {
		return
	}
	for i := range p.sentences[:min(opening, len(p.sentences))] {
		if p.we = p.introduced(&p.sentences[i]); p.we != nil {
			return
		}
	}
	p.we = p.mostNamed()
}

// home is the state whose offices are named without their state in a language
// and script: 外交部 in Traditional characters is Taiwan's.
var home = map[entente.Script]entente.ActorID{entente.Hans: "CHN", entente.Hant: "TWN", entente.Jpan: "JPN", entente.Kore: "KOR"}

var spokesmen = wordsetOf(false, []string{"外交部发言人", "国防部发言人", "发言人", "答记者问", "中方", "国台办", "外务报道官", "报道官", "대변인"})

// leaflet is how many sentences a ministry's remarks have at most.
const leaflet = 60

var reporting = wordsetOf(false, []string{"我代表", "各位代表", "同志们", "施政方针", "施政方针演説", "시정연설", "所信表明"})

// reports reports whether a government reports to its parliament or party.
func (p *passage) reports() bool {
	for i := range p.sentences[:min(opening, len(p.sentences))] {
		if text := p.sentences[i].view.Text; reporting.in(text, 0, len(text)) {
			return true
		}
	}
	return false
}

// spokesman returns the state for which a short text by its ministry speaks.
func (p *passage) spokesman() []entente.ActorID {
	state, ok := home[p.doc.Script]
	if !ok || len(p.sentences) > leaflet && !p.reports() {
		return nil
	}
	if p.reports() {
		return []entente.ActorID{state}
	}
	n := 0
	for i := range p.sentences {
		for j := range p.sentences[i].view.Text {
			if w, _ := spokesmen.at(p.sentences[i].view.Text, j, len(p.sentences[i].view.Text)); w > 0 {
				n++
			}
		}
	}
	if n < 2 {
		return nil
	}
	return []entente.ActorID{state}
}

// firstPersonShare is the share of sentences with we, our or I from which on a
// text is a speech or a declaration.
const firstPersonShare = 0.12

// firstPerson reports whether the text speaks as we or I.
func (p *passage) firstPerson() bool {
	n := 0
	for i := range p.sentences {
		if p.hasWe(&p.sentences[i]) {
			n++
		}
	}
	return n > 1 && float64(n) >= firstPersonShare*float64(len(p.sentences))
}

func (p *passage) grammar() *grammar {
	switch p.doc.Lang {
	case entente.English:
		return english
	case entente.Japanese:
		return japanese
	case entente.Korean:
		return korean
	}
	return chinese
}

func (p *passage) hasWe(s *sentence) bool {
	g, text := p.grammar(), s.view.Text
	for i := range text {
		if text[i] == '“' || text[i] == '"' || text[i] == '「' {
			return false
		}
		if n, kind := g.pronouns.at(text, i, len(text)); n > 0 && pronoun(kind) == we {
			return true
		}
	}
	return false
}

// introductions are the words that tie the speaker to a state named in the same
// sentence.
var introductions = []string{"my country", "on behalf of", "government of", "people of", "prime minister of", "representative of", "president of the republic",
	"statement by", "remarks by", "address by", "speech by",
	"we, the", "外交部", "国务院", "我国", "中方", "我代表", "我が国", "わか国", "우리나라"}

// introduced returns the states of a sentence that says who speaks.
func (p *passage) introduced(s *sentence) []entente.ActorID {
	text := strings.ToLower(string(s.view.Text))
	for _, w := range introductions {
		at := strings.Index(text, w)
		if at < 0 {
			continue
		}
		i := len([]rune(text[:at]))
		var out []entente.ActorID
		for _, m := range s.namesIn(max(0, i-8), min(len(s.view.Text), i+160)) {
			if a := m.Actors(); len(a[0].State()) == 3 && a[0].State() != "ORG" {
				out = union(out, []entente.ActorID{entente.ActorID(a[0].State())})
			}
			if !strings.HasPrefix(w, "we") {
				break
			}
		}
		if out != nil {
			return out
		}
	}
	return nil
}

// issuers returns the states in the title of a joint statement, communiqué or
// press conference.
func (p *passage) issuers() []entente.ActorID {
	for i := range p.sentences[:min(opening, len(p.sentences))] {
		var out []entente.ActorID
		for _, m := range p.sentences[i].namesIn(0, len(p.sentences[i].view.Text)) {
			for _, a := range m.Actors() {
				if len(a.State()) == 3 && a.State() != "ORG" {
					out = union(out, []entente.ActorID{entente.ActorID(a.State())})
				}
			}
		}
		if len(out) > 1 {
			return out
		}
	}
	return nil
}

// mostNamed returns the state that a speech names most.
func (p *passage) mostNamed() []entente.ActorID {
	count := map[entente.ActorID]int{}
	var best entente.ActorID
	for i := range p.sentences {
		for _, m := range p.sentences[i].names {
			if a := m.Actors(); len(a) == 1 && len(a[0]) == 3 {
				count[a[0]]++
				if n := count[a[0]]; n > count[best] || n == count[best] && a[0] < best {
					best = a[0]
				}
			}
		}
	}
	if best == "" {
		return nil
	}
	return []entente.ActorID{best}
}
