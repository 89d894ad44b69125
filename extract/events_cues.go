package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

// This file finds the words of happening in a sentence, and tells verbs from what
// only looks like them.

// findCues finds the cue words outside quotations.
func (sp *spell) findCues() {
	text := sp.text()
	quoted := quotations(text)
	names := sp.s.names
	for i := 0; i < len(text); {
		if quoted != nil && quoted[i] {
			switch text[i] {
			case '《', '『':
				sp.cues = append(sp.cues, cueAt{class: nounTitle | sp.titleKind(i), start: i, end: i + 1, clause: sp.s.clauseAt(i)})
			case '“', '「':
				if kind := sp.titleKind(i); kind != 0 {
					sp.cues = append(sp.cues, cueAt{class: kind, start: i, end: i + 1, clause: sp.s.clauseAt(i)})
				}
			}
			i++
			continue
		}
		if !sp.g.cues.starts(text[i]) {
			i++
			continue
		}
		n, v := sp.g.cues.at(text, i, len(text))
		if n == 0 {
			i++
			continue
		}
		c := cueAt{class: cueClass(v), start: i, end: i + n, clause: sp.s.clauseAt(i)}
		for len(names) > 0 && names[0].End <= i {
			names = names[1:]
		}
		if c.class&cueNone == 0 && sp.stands(&c, names) {
			sp.cues = append(sp.cues, c)
		}
		i += n
	}
}

// maxTitle is how long a title in quotation marks may be; longer is speech.
const maxTitle = 24

// titleKind is what the title that opens at text[i] is by its last word: a law,
// a document, an agreement.
func (sp *spell) titleKind(i int) cueClass {
	text := sp.text()
	j := i + 1
	for j < len(text) && j-i < maxTitle && !strings.ContainsRune("”》」』", text[j]) {
		j++
	}
	if j >= len(text) || !strings.ContainsRune("”》」』", text[j]) {
		return 0
	}
	for k := max(i+1, j-5); k < j; k++ {
		if n, v := sp.g.cues.at(text, k, j); n > 0 && k+n == j {
			return cueClass(v) & (nounLaw | nounDocument | nounAgreement)
		}
	}
	return 0
}

// stands reports whether a cue is a word of its own: no part of a name unless
// it is a noun, and in English no infinitive.
func (sp *spell) stands(c *cueAt, names []lexicon.Mention) bool {
	text := sp.text()
	if sp.withObject(c); c.class == 0 {
		return false
	}
	for _, m := range names {
		if m.Start > c.start {
			break
		}
		if m.End >= c.end && m.End-m.Start > c.end-c.start {
			c.class &= nouns
		}
	}
	at := skipSpace(text, c.start)
	if word, i := wordLeft(text, at); word == "being" || word == "been" || word == "be" {
		at = skipSpace(text, i) // was not being asked
	}
	if n, _ := sp.g.negations.before(text, at, 0); n > 0 {
		c.class &= nouns
	}
	if sp.p.doc.Lang == entente.English {
		if sp.hopedFor(*c) || sp.setsGoal(*c) || sp.letUs(*c) {
			return false
		}
		if sp.inCapitals(*c) {
			c.class &= nouns // the then 159 States
		}
		sp.readOn(c)
	} else if sp.together(*c) {
		c.class &^= speech | cueAnnounce | cueIssue | actPublish
	} else if sp.bareStem(*c) || sp.insideWord(*c) {
		c.class &^= speech
	} else if sp.negated(*c) || sp.describes(*c) || sp.advised(*c) || sp.intended(*c) || sp.invited(*c) {
		c.class &= nouns
	}
	if sp.p.doc.Lang == entente.Chinese {
		if sp.openly(*c) || sp.accordingTo(*c) {
			return false
		}
		sp.besideVerb(c)
	}
	if sp.nominal(*c) {
		c.class &^= nounVerbs
	}
	if sp.p.doc.Lang == entente.English {
		if word, at := wordLeft(text, c.start); word == "to" && !sp.due(at) {
			c.class &= nouns
		}
		if compound(text, *c) {
			return false
		}
		if c.class&(actConsult|cueHold|cueAttend) != 0 && c.class&nouns == 0 && c.clause >= 0 && sp.g.spectacles.in(text, sp.s.clauses[c.clause].start, sp.clauseEnd(*c)) {
			return false // hosts the Olympic Games
		}
		if sp.thing(*c) || sp.plural(*c) || sp.counted(*c) {
			c.class &= nouns
		}
		if sp.modified(*c) {
			c.class &^= nounVerbs
		}
		if sp.supposed(*c) {
			c.class &= nouns
		}
		c.perfect, c.earlier, c.present = sp.inPerfect(*c), sp.hadBefore(*c), sp.inPresent(*c)
	}
	return c.class != 0
}

// readOn corrects what an English verb and the word behind it seem to be, by
// what follows: insisted on March 5, concluded in October that.
func (sp *spell) readOn(c *cueAt) {
	text := sp.text()
	if c.class&speech != 0 && string(text[c.end-3:c.end]) == " on" {
		for _, d := range sp.p.datesIn(sp.s) {
			if d.Start == c.end+1 {
				c.class, c.end = actState, c.end-3
			}
		}
	}
	if word, _ := wordLeft(text, c.start); c.class&speech != 0 && (c.asked(text) || c.several(text)) || c.class&actElect != 0 && word == "then" {
		c.class = 0 // Colby, then nominated as under secretary
	}
	if c.class&actState != 0 && c.bids(text) {
		c.class = actDemand
	}
	if c.class&actPublish != 0 && sp.discloses(*c) {
		c.class = actState
	}
	if c.class&actFound != 0 && string(text[c.start:c.end]) == "found" {
		c.class = 0
		if strings.Contains(string(text[c.end:min(len(text), c.end+30)]), " that ") {
			c.class = actPublish // auditors found in January that
		}
	}
	if c.class&actAgree != 0 && strings.HasPrefix(strings.ToLower(string(text[c.start:c.end])), "conclude") && sp.says(*c) {
		c.class = actState
	}
	if word, _ := wordLeft(text, c.start); c.class&actState != 0 && word == "been" && strings.HasPrefix(string(text[c.start:c.end]), "conced") && !hasWord(text, skipAhead(text, c.end), len(text), "that") {
		c.class = 0 // a golden share had been conceded
	}
	if sp.callsOn(*c) || sp.guest(*c) {
		c.class = actVisit
	}
}

// says reports whether what is said follows an English verb behind that, which is not the
// that of a time: concluded in October that, but not concluded earlier that month.
func (sp *spell) says(c cueAt) bool {
	text := sp.text()
	before, _, ok := strings.Cut(string(text[c.end:min(len(text), c.end+30)]), " that ")
	n, _ := sp.g.partsOfTime.at(text, min(len(text), c.end+len([]rune(before))+len(" that ")), len(text))
	return ok && n == 0
}

// callsOn reports whether an English call on somebody is a visit: Lee called on Ishiba on
// 23 August, and not called on Ishiba to do more.
func (sp *spell) callsOn(c cueAt) bool {
	text := sp.text()
	if word := string(text[c.start:c.end]); word != "called on" && word != "calls on" {
		return false
	}
	names := sp.s.namesIn(c.end, len(text))
	return len(names) > 0 && names[0].Start-c.end <= 1 && names[0].person() && !hasWord(text, skipAhead(text, names[0].End), len(text), "to")
}

// guest reports whether somebody was received: Marcos, received in Washington; and not a
// letter received in Tokyo.
func (sp *spell) guest(c cueAt) bool {
	text, at := sp.text(), skipAhead(sp.text(), c.end)
	if lowerWord(text[c.start:c.end]) != "received" || !hasWord(text, at, len(text), "in") && !hasWord(text, at, len(text), "at") {
		return false
	}
	who := sp.p.subjectAt(sp.s, c.start)
	return slices.ContainsFunc(who.actors, sp.p.isPerson)
}

// discloses reports whether somebody who is no paper and no institute makes known that
// something is so: the ministry disclosed that.
func (sp *spell) discloses(c cueAt) bool {
	text := sp.text()
	if !hasWord(text, c.start, len(text), "disclosed") && !hasWord(text, c.start, len(text), "revealed") || !hasWord(text, skipAhead(text, c.end), len(text), "that") {
		return false
	}
	role := sp.p.subjectAt(sp.s, c.start)
	return role.named() && !sp.p.onlyCounts(role.actors)
}

// bids reports whether an English tell has an infinitive behind it, and no that:
// told Tokyo on May 31 to hurry.
func (c *cueAt) bids(text []rune) bool {
	const reach = 40
	if word := lowerWord(text[c.start:c.end]); word != "told" && word != "tells" && word != "tell" {
		return false
	}
	after := string(text[c.end:min(len(text), c.end+reach)])
	to := strings.Index(after, " to ")
	return to > 0 && !strings.Contains(after[:to], " that") && !strings.ContainsAny(after[:to], ";:\"“")
}

// asked reports whether an English ask opens its clause as a participle or has a
// question behind it: Asked on May 3 whether, he replied.
func (c *cueAt) asked(text []rune) bool {
	if word := lowerWord(text[c.start:c.end]); word != "asked" {
		return false
	}
	word, _ := wordLeft(text, c.start)
	after := string(text[c.end:min(len(text), c.end+40)])
	apart := strings.HasSuffix(word, ",") && !strings.Contains(after, " to ") // Colby, the under secretary, asked Tokyo to pay
	if c.start == 0 || word == "when" || word == "was" || word == "if" || apart || strings.HasSuffix(word, ":") {
		return true
	}
	for _, w := range [...]string{" whether ", " how ", " why ", " about ", " what ", " if "} {
		if strings.Contains(after, w) {
			return true
		}
	}
	return false
}

// several reports whether "states" is a noun: neither that, a quotation, a colon nor
// "on" follows it.
func (c *cueAt) several(text []rune) bool {
	if lowerWord(text[c.start:c.end]) != "states" {
		return false
	}
	next := string(text[c.end:min(len(text), c.end+8)])
	for _, w := range [...]string{" that ", ":", " \"", " “", " on "} {
		if strings.HasPrefix(next, w) {
			return false
		}
	}
	return true
}

// negated reports whether a negation rules a verb over the phrase between, or
// behind it: 未就数字提出要求, 설명되지 않았다.
func (sp *spell) negated(c cueAt) bool {
	text := sp.text()
	if sp.p.doc.Lang == entente.Japanese {
		after := string(text[c.end:min(len(text), c.end+5)])
		return strings.HasPrefix(after, "ていない") || strings.HasPrefix(after, "ていなか") || strings.HasPrefix(after, "しなかった") || strings.HasPrefix(after, "されなかっ") || strings.HasPrefix(after, "せず")
	}
	if sp.p.doc.Lang == entente.Korean {
		after := string(text[c.end:min(len(text), c.end+5)])
		return strings.Contains(after, "지 않") || strings.Contains(after, "지 못") || strings.Contains(after, "지는 않")
	}
	if sp.p.doc.Lang != entente.Chinese || c.class&(nounMeeting|nounDocument) != 0 {
		return false
	}
	for i := c.start - 1; i > 0 && i > c.start-16 && text[i] != ',' && text[i] != ';'; i-- {
		switch text[i] {
		case '就', '向', '对', '与':
			n, _ := sp.g.negations.before(text, i, 0)
			return n > 0
		}
	}
	return false
}

// describes reports whether a Japanese verb stands before the noun it describes,
// so that the deed is another: 購入する契約, 新設経費.
func (sp *spell) describes(c cueAt) bool {
	text := sp.text()
	if n, _ := sp.g.deedsOf.at(text, c.end, len(text)); n > 0 {
		return true
	}
	if sp.p.doc.Lang != entente.Japanese || c.class&(strong|actDemand) == 0 || c.end+2 >= len(text) || (text[c.end] != 'す' || text[c.end+1] != 'る') && (text[c.end] != 'る' || c.class&actDemand == 0) {
		return false
	}
	r := text[c.end+2]
	if text[c.end] == 'る' {
		r = text[c.end+1] // 求める構想
	}
	if r == '予' || r == '見' || r == '见' || r == '運' || r == '运' {
		return false // 訪問する予定
	}
	return r >= 0x4E00 && r <= 0x9FFF
}

// thing reports whether an English verb has no deed in it: a gerund behind a
// preposition (the cost of hosting), or a verb of meeting whose object is a sum
// or a goal (received $500 million, met the 2 percent target).
func (sp *spell) thing(c cueAt) bool {
	text := sp.text()
	if c.end-c.start > 4 && string(text[c.end-3:c.end]) == "ing" {
		n, _ := sp.g.gerundAfter.before(text, skipSpace(text, c.start), 0)
		return n > 0 && !sp.privileged(c)
	}
	if c.class&actFound != 0 && hasWord(text, c.start, c.end, "joined") && c.clause >= 0 {
		rest := string(text[c.end:sp.s.clauses[c.clause].end])
		at := strings.Index(rest, " in ")
		return at > 0 && hasSuffix(headWord(rest[at+len(" in "):]), "ing") // joined others in adopting
	}
	if c.class&actConsult == 0 || c.class&nounMeeting != 0 {
		return false
	}
	i := skipAhead(text, c.end)
	for _, w := range []string{"the", "its", "their", "an", "some", "about", "nearly", "estimated"} {
		if hasWord(text, i, len(text), w) {
			i = skipAhead(text, i+len(w))
		}
	}
	return i < len(text) && (digit(text[i]) || text[i] == '$')
}

// privileged reports whether somebody had the honour or pleasure of a deed, which they
// did then.
func (sp *spell) privileged(c cueAt) bool {
	text := sp.text()
	of, at := wordLeft(text, c.start)
	word, at := wordLeft(text, at)
	switch word {
	case "privilege", "honour", "honor", "pleasure", "distinction":
		the, at := wordLeft(text, at)
		had, _ := wordLeft(text, at)
		return of == "of" && the == "the" && had == "had"
	}
	return false
}

// due reports whether the infinitive at text[i:] says what is to come: are to
// meet, is set to visit.
func (sp *spell) due(i int) bool {
	n, _ := sp.g.lies.before(sp.text(), skipSpace(sp.text(), i), 0)
	return n > 0
}

// nominal reports whether a cue is a noun: what stands before it, an article or
// 的, says so.
func (sp *spell) nominal(c cueAt) bool {
	text := sp.text()
	n, not := sp.g.nominal.before(text, skipSpace(text, c.start), 0)
	if n == 0 || not == 1 {
		return false
	}
	if latin(text[c.start]) && not == 0 {
		end := text[c.end-1]
		return end != 'd' && end != 'g' || c.end-c.start < 4
	}
	return true
}

// citation reports whether a sentence is a note that cites: it gives a page, an
// address or a day of access.
func citation(text []rune) bool {
	for i := range text {
		if dateData.citations.starts(text[i]) {
			if n, v := dateData.citations.at(text, i, len(text)); n > 0 && (v == 0 || i < 8) {
				return true
			}
		}
		if text[i] == '第' && i+2 < len(text) && digit(text[i+1]) {
			j := i + 1
			for j < len(text) && (digit(text[j]) || strings.ContainsRune("-–—~,、", text[j])) {
				j++
			}
			if j < len(text) && (text[j] == '页' || text[j] == '頁' || text[j] == '版') {
				return true
			}
		}
	}
	return false
}

// quotations marks the runes inside quotation marks and titles; nil if there
// are none.
func quotations(text []rune) []bool {
	var in []bool
	depth, straight := 0, false
	for i, r := range text {
		switch r {
		case '“', '《', '「', '『', '〈':
			depth++
		case '”', '》', '」', '』', '〉':
			depth = max(0, depth-1)
		case '"':
			straight = !straight
		}
		if depth > 0 || straight {
			if in == nil {
				in = make([]bool, len(text))
			}
			in[i] = true
		}
	}
	return in
}
