package extract

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

// opening is how many sentences at the head of a document say who speaks.
const opening = 12

// findParty finds who "they" and "we" are in the document: the states that issue
// it; the state whose ministry or speaker it is from. A text by an author has no
// such "we".
func (p *passage) findParty() {
	p.party = p.issuers()
	if p.we = p.spokesman(); p.we != nil {
		p.answers = !p.reports()
		p.party = nil // it answers for itself
		return
	}
	if !p.firstPerson() || p.essay() {
		return
	}
	for i := range p.sentences[:min(opening, len(p.sentences))] {
		if p.we = p.introduced(&p.sentences[i]); p.we != nil {
			return
		}
	}
	if p.doc.Lang == entente.English && p.weShare() >= speechShare || p.holds(hearers, len(p.sentences)) {
		p.we = p.mostNamed()
	}
}

// essay reports whether a line at the head or the end of a text says who its writer is:
// its we are whoever he counts himself among.
func (p *passage) essay() bool {
	const end = 3 // sentences
	for i := range p.sentences {
		if i >= opening && i < len(p.sentences)-end {
			continue
		}
		text := p.sentences[i].view.Text
		at := 0
		for at < len(text) && strings.ContainsRune("([【*", text[at]) {
			at++
		}
		if n, _ := bylines.at(text, at, len(text)); n > 0 {
			return true
		}
	}
	return false
}

// bylines begin a line about the writer of a text.
var bylines = wordsetOf(false, allWords("bylines")...)

// home is the state whose offices are named without their state in a language
// and script: 外交部 in Traditional characters is Taiwan's.
var home = map[entente.Script]entente.ActorID{entente.Hans: "CHN", entente.Hant: "TWN", entente.Jpan: "JPN", entente.Kore: "KOR"}

var spokesmen = wordsetOf(false, allWords("spokesmen")...)

// hearers are the words with which a speaker turns to those before him.
var hearers = wordsetOf(false, allWords("hearers")...)

// byline is how many sentences at the head of remarks say whose they are.
const byline = 4

var ownSide = wordsetOf(false, allWords("own_side")...)

// holds reports whether one of the document's first n sentences has a word of
// the set.
func (p *passage) holds(words *wordset, n int) bool {
	for i := range p.sentences[:min(n, len(p.sentences))] {
		if text := p.sentences[i].view.Text; words.in(text, 0, len(text)) {
			return true
		}
	}
	return false
}

// leaflet is how many sentences a ministry's remarks have at most.
const leaflet = 60

var reporting = wordsetOf(false, allWords("reports")...)

// reports reports whether a government reports to its parliament or party.
func (p *passage) reports() bool { return p.holds(reporting, opening) }

// spokesman returns the state for which a short text by its ministry speaks.
func (p *passage) spokesman() []entente.ActorID {
	state, ok := home[p.doc.Script]
	if !ok || len(p.sentences) > leaflet && !p.reports() {
		return nil
	}
	if p.reports() {
		return []entente.ActorID{state}
	}
	if !p.holds(spokesmen, byline) || !p.holds(ownSide, len(p.sentences)) {
		return nil
	}
	return []entente.ActorID{state}
}

// firstPersonShare is the share of sentences with we, our or I from which on a
// text is a speech or a declaration.
const firstPersonShare = 0.12

// speechShare is the share from which on an English text is a speech, and no essay
// whose author says I.
const speechShare = 0.35

// firstPerson reports whether the text speaks as we or I.
func (p *passage) firstPerson() bool { return p.weShare() >= firstPersonShare }

// weShare is the share of sentences with we, our or I, 0 if only one has.
func (p *passage) weShare() float64 {
	n := 0
	for i := range p.sentences {
		if p.hasWe(&p.sentences[i]) {
			n++
		}
	}
	if n < 2 {
		return 0
	}
	return float64(n) / float64(len(p.sentences))
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

// actsIn reports whether an English sentence opens in the state named at
// view.Text[start:end], where we act: In the United States, we launched.
func (p *passage) actsIn(s *sentence, start, end int) bool {
	text := s.view.Text
	if end >= len(text) || text[end] != ',' {
		return false
	}
	switch strings.ToLower(strings.TrimSpace(string(text[:start]))) {
	case "in", "in the", "here in", "here in the":
		n, kind := english.pronouns.at(text, end+len(", "), len(text))
		return n > 0 && pronoun(kind) == we
	}
	return false
}

// introductions are the words that tie the speaker to a state named in the same
// sentence.
var introductions = slices.Concat(allWords("introductions")...)

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

// mostNamed returns the state that a speech names most, or one named at least a
// third as often that the speaker ties to himself: a speech may name its
// neighbour more often than its own state.
func (p *passage) mostNamed() []entente.ActorID {
	named, tied := map[entente.ActorID]int{}, map[entente.ActorID]int{}
	for i := range p.sentences {
		for _, m := range p.sentences[i].names {
			if a := m.Actors(); len(a) == 1 && len(a[0]) == 3 {
				named[a[0]]++
				if p.doc.Lang == entente.English && p.actsIn(&p.sentences[i], m.Start, m.End) {
					tied[a[0]]++
				}
			}
		}
		if a := p.introduced(&p.sentences[i]); len(a) == 1 {
			tied[a[0]]++
		}
	}
	best := most(named)
	for a := range tied {
		if 3*named[a] < named[best] {
			delete(tied, a)
		}
	}
	if own := most(tied); own != "" {
		best = own
	}
	if best == "" {
		return nil
	}
	return []entente.ActorID{best}
}

// Peripheral reports whether a document hardly names two allies, so that its claims of cause
// and effect are read only in the paragraphs that name one of them. A user's own concepts
// may be about anything, and are looked for everywhere.
func Peripheral(doc *entente.Document, lex *lexicon.Lexicon) bool {
	return !lex.OwnConcepts() && !newPassage(doc, lex).onAlliance()
}

// onAlliance reports whether a document speaks of the allies: the United States and
// Japan are each named more than once, and once in so many characters, which in English,
// where a text about a third state often names only one of them for a page, are a long
// passage; or the United States and another ally of theirs, or Taiwan, oftener. A cutting
// too short to tell is taken to.
func (p *passage) onAlliance() bool {
	if p.alliance == nil {
		on := p.length < cutting || p.namesAllies()
		p.alliance = &on
	}
	return *p.alliance
}

func (p *passage) namesAllies() bool {
	named, each := p.statesNamed(), perBoth
	if p.doc.Lang == entente.English {
		each = perBothEnglish
	}
	if min(named["USA"], named["JPN"]) > max(1, p.length/each) {
		return true
	}
	return slices.ContainsFunc(append(p.lex.Allies("USA"), "TWN"), func(ally string) bool {
		return min(named["USA"], named[ally]) > max(1, p.length/perAlly)
	})
}

const (
	cutting = 1000 // characters
	perAlly = 1000 // likewise
	perBoth = 2500 // likewise
	// English takes three times as many letters; speeches that name both states in
	// passing do so once in 1500, nineteen in twenty articles about the alliance once in
	// 860 or oftener.
	perBothEnglish = 1450
)

// namesAlly reports whether the paragraph of a sentence names one of the allies,
// a body or a person of theirs. A state that speaks names itself everywhere.
func (p *passage) namesAlly(s *sentence) bool {
	for _, state := range []entente.ActorID{"USA", "JPN"} {
		if p.paragraphNames(s, string(state)) && !slices.Contains(p.party, state) {
			return true
		}
	}
	return false
}

// paragraphNames reports whether the paragraph of a sentence names a state, or a
// body or a person of it. What one paragraph names is kept until the next is asked
// for: a text may be one long paragraph.
func (p *passage) paragraphNames(s *sentence, state string) bool {
	if p.around.states == nil || p.around.paragraph != s.Paragraph {
		first := s.index
		for first > 0 && p.sentences[first-1].Paragraph == s.Paragraph {
			first--
		}
		p.around.paragraph, p.around.states = s.Paragraph, map[string]bool{}
		for i := first; i < len(p.sentences) && p.sentences[i].Paragraph == s.Paragraph; i++ {
			for _, m := range p.sentences[i].names {
				for _, a := range m.Actors() {
					p.around.states[a.State()] = true
				}
			}
		}
	}
	return p.around.states[state]
}

// domestic reports whether a document is about its own state: it hardly names
// another. What a government report supports, finds or completes is no stance and
// no happening between states.
func (p *passage) domestic() bool {
	length := p.length
	if length < cutting {
		return false
	}
	own, foreign := p.ownState(), 0
	for state, n := range p.statesNamed() {
		if state != own && !(own == "CHN" && slices.Contains(regions, state)) {
			foreign += n
		}
	}
	return foreign < length*9/10/perAlly
}

// ownState is the home of the script, or else the state that is named most.
func (p *passage) ownState() string {
	if state, ok := home[p.doc.Script]; ok {
		return string(state)
	}
	own, best := "", 0
	for state, n := range p.statesNamed() {
		if n > best || n == best && state < own {
			own, best = state, n
		}
	}
	return own
}

// abroad reports whether a sentence names another state than the document's own,
// somebody or something of it, or a body between states.
func (p *passage) abroad(s *sentence) bool {
	own := p.ownState()
	return slices.ContainsFunc(s.names, func(m lexicon.Mention) bool {
		return slices.ContainsFunc(m.Actors(), func(a entente.ActorID) bool { return a.State() != own }) ||
			m.Entry.Type == lexicon.Institution && len(m.Entry.Members) > 1
	})
}

// statesNamed is how often a document names each state, its bodies or its people.
func (p *passage) statesNamed() map[string]int {
	if p.states == nil {
		p.states = map[string]int{}
		for i := range p.sentences {
			for _, m := range p.sentences[i].names {
				for _, a := range m.Actors() {
					if state := a.State(); state != "ORG" && state != "GROUP" {
						p.states[state]++
					}
				}
			}
		}
	}
	return p.states
}

// most returns the actor counted most often, "" if there is none.
func most(count map[entente.ActorID]int) entente.ActorID {
	var best entente.ActorID
	for a, n := range count {
		if best == "" || n > count[best] || n == count[best] && a < best {
			best = a
		}
	}
	return best
}

// mainStates returns the n states that a document names most, in the order of
// their IDs; nil if it names fewer.
func (p *passage) mainStates(n int) []entente.ActorID {
	count := map[entente.ActorID]int{}
	var list []entente.ActorID
	for i := range p.sentences {
		for _, m := range p.sentences[i].names {
			for _, a := range statesOf(m.Actors()) {
				if count[a]++; count[a] == 1 {
					list = append(list, a)
				}
			}
		}
	}
	if len(list) < n {
		return nil
	}
	slices.SortFunc(list, func(a, b entente.ActorID) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b))
	})
	list = list[:n]
	slices.Sort(list)
	return list
}
