package extract

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/ententelab/entente"
)

// This file tells what happens where somebody says something: what is said in a meeting
// is part of it, what a paper says is published, and who announces a ban imposes it.

//go:embed data/events_said.yaml
var saidYAML []byte

// saidWords are, by language, what stands between the date and the verb of saying in
// somebody's meeting or report, what announcements of coercion have as their object,
// what finds fault, and who announces what they agreed on.
type saidWords struct {
	meeting, report, coercion, announced, rebuke, together *wordset
}

var saidIn = readSaidWords(saidYAML)

func readSaidWords(data []byte) map[entente.Lang]saidWords {
	var lists map[string]struct{ Meeting, Report, Coercion, Announced, Rebuke, Together []string }
	if err := yaml.Unmarshal(data, &lists); err != nil {
		panic("extract: data/events_said.yaml: " + err.Error()) // embedded data: a broken build, not input
	}
	out := make(map[entente.Lang]saidWords, len(lists))
	for lang, l := range lists {
		out[entente.Lang(lang)] = saidWords{foldedSet(false, l.Meeting), foldedSet(false, l.Report), foldedSet(false, l.Coercion), foldedSet(false, l.Announced), foldedSet(false, l.Rebuke), foldedSet(false, l.Together)}
	}
	return out
}

// action names what happens: that of the deed's word, unless it only says something.
func (sp *spell) action(h happening, start, end int) string {
	said := h.class.action()
	if said == "agree" && sp.decidesAlone(h, start) {
		return "approve"
	}
	if said == "approve" && sp.between(h) {
		return "agree"
	}
	words, ok := saidIn[sp.p.doc.Lang]
	if !ok || said != "state" && said != "demand" && said != "criticize" {
		return said
	}
	text := sp.text()
	switch {
	case words.report.in(text, start, end):
		return "publish"
	case said != "state":
		return said
	case words.together.in(text, start, h.cue.end) && sp.thatBehind(h.cue):
		return "agree"
	case words.meeting.in(text, start, end):
		return "consult"
	case words.announced.in(text, h.cue.start, h.cue.end) && sp.coerces(words, h, start):
		return "coerce"
	case h.class&speech != 0 && words.rebuke.in(text, h.cue.end, min(len(text), h.cue.end+saidReach)):
		return "criticize"
	}
	return said
}

// between reports whether several states approve something, so that they agree on it: the two
// governments revised the Guidelines.
func (sp *spell) between(h happening) bool {
	word := strings.ToLower(string(sp.text()[h.cue.start:h.cue.end]))
	if !slices.ContainsFunc([]string{"adopt", "revis", "updat", "amend", "renew"}, func(s string) bool { return strings.HasPrefix(word, s) }) {
		return false
	}
	who := sp.p.subjectAt(sp.s, h.cue.start).actors
	for _, a := range who {
		if s := a.State(); s == "ORG" || s == "GROUP" {
			return false
		} else if s != who[0].State() {
			return sp.p.doc.Lang == entente.English
		}
	}
	return false
}

// thatBehind reports whether an English verb's that follows, behind a date at most.
func (sp *spell) thatBehind(c cueAt) bool {
	const reach = 30
	text := sp.text()
	return untilThat(text, c.start, min(len(text), c.end+reach)) < min(len(text), c.end+reach)
}

// decidesAlone reports whether what a Korean verb of deciding is said of is of one state:
// 정부는 늘리기로 했다. Of two it is what they agree on.
func (sp *spell) decidesAlone(h happening, start int) bool {
	text := sp.text()
	if !strings.HasSuffix(string(text[h.cue.start:h.cue.end]), "기로 했") {
		return false
	}
	state := ""
	for _, m := range sp.s.namesIn(start, h.cue.start) {
		for _, a := range m.Actors() {
			if state != "" && a.State() != state {
				return false
			}
			state = a.State()
		}
	}
	return state != ""
}

// coerces reports whether what is announced is a measure of coercion; the mention
// starts at start.
func (sp *spell) coerces(words saidWords, h happening, start int) bool {
	text, end := sp.text(), h.cue.end
	return words.coercion.in(text, end, min(len(text), end+announcedReach(sp.p.doc.Lang))) ||
		sp.g.verbLast && words.coercion.in(text, start, h.cue.start)
}

// saidReach is how far behind the verb stands what is said.
const saidReach = 110

// announcedReach is how far behind the verb the measure stands that is announced.
func announcedReach(lang entente.Lang) int {
	if lang == entente.English {
		return 60
	}
	return 20
}
