package extract

import (
	_ "embed"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/fold"
)

// A cue is a word with which somebody takes a stance.
type cue struct {
	Stance  string
	Frame   string // pivot, object, content
	Alone   string // the stance where the frame stays empty
	Told    string // the stance where it is said to somebody
	Firm    bool   // of a content frame: only a demand replaces Alone
	Wavers  string // the stance where an ally's word is in doubt
	Takes   string // the word list that its object must have a word of
	Without string // the word list that its object has no word of
	Gerund  string // of a verb of saying: the stance where a gerund follows: considered halting
	Leans   string // of a verb of saying: the stance it leans to where its words leave it open
	Behind  string // the word list of which one stands before the verb in its clause
	Voiced  bool   // of a verb of worry: it doubts only where it asks whether
	Denied  bool   // a stance only where it is denied: 不接受
	Reasons bool   // what is only given as a reason is no stance: 因担心…
	Rates   bool   // of an English verb of saying: it says what its object is taken for
	Direct  bool   // the one asked stands right behind the verb, and who asks right before it
	Words   []string
	object  *wordset
	spoilt  *wordset
	before  *wordset
	rule    entente.RuleID
}

// yields reports whether the stance of what is said may take the place of the
// verb's own.
func (c *cue) yields(name string) bool {
	switch {
	case c.Firm:
		return name == "demand" || name == "refuse"
	case c.Alone == "demand":
		return name == "assure" || name == "commit" || name == "refuse"
	case c.Alone == "commit":
		return name == "demand" || name == "assure" || name == "commit" || name == "criticize" || name == "refuse" || name == "support"
	}
	return true
}

// puts reports whether a noun at end is what the verb puts forward: 提出…要求,
// 表明…的决心.
func (c *cue) puts(text []rune, from, end int) bool {
	return c.Alone == "propose" || c.Frame == "light" || end == from || text[end-1] == '的' || text[end-1] == '了'
}

// wavering are the words of an ally that may not stand by its word.
var wavering = wordsetOf(false, allWords("wavering")...)

// stands returns the stance of the cue given what it is about, text[from:to]: who
// worries that an ally may not stand by its word, or what may come, doubts; who
// worries about a harm that somebody does finds fault.
func (c *cue) stands(text []rune, from, to int) string {
	if c.Voiced {
		if doubted.in(text, from, to) {
			return c.Wavers
		}
		return c.Stance
	}
	if c.Wavers != "" && (wavering.in(text, from, to) || !harming.in(text, from, to)) {
		return c.Wavers
	}
	return c.Stance
}

// harming are the words of a harm that somebody does.
var harming = wordsetOf(false, allWords("harming")...)

// took reports whether text[from:to] holds the object that the cue must have, and
// none that it must not.
func (c *cue) took(text []rune, from, to int) bool {
	if c.spoilt != nil && c.spoilt.in(text, from, to) {
		return false
	}
	return c.object == nil || c.object.in(text, from, to)
}

// A cueSet is the cues of one language, and what decides the stance of speech.
type cueSet struct {
	lang    entente.Lang
	words   *wordset // value: index into cues
	cues    []cue
	content *wordset // value: a leaning
	burden  *wordset // what an ally is asked to pay for
	remark  entente.RuleID
	nouns   *wordset // read from the end: what a verb of speech may put forward or express; value: index into nominal
}

// in reports whether a cue stands in text[from:to].
func (c *cueSet) in(text []rune, from, to int) bool { return c.words.in(text, from, to) }

// A leaning is what a word in reported speech says about the stance.
type leaning int32

const (
	leanDecoy leaning = iota
	leanOwn           // the speaker decides itself
	leanMust
	leanWill
	leanJoint // what two parties do together: a commitment if they say it together
	leanRefuse
	leanAssure
	leanCriticize
	leanVital
	leanSupport
	leanQuestion
	leanings // their number
)

// nominal are the stances of the nouns in cueSet.nouns.
var nominal = []string{"demand", "propose", "criticize", "commit", "support", "question"}

//go:embed data/positions.yaml
var positionsYAML []byte

//go:embed data/positions_content.yaml
var contentYAML []byte

var cues = readCues(positionsYAML, contentYAML)

type allCues struct{ zh, en, ja, ko *cueSet }

func (a *allCues) of(lang entente.Lang) *cueSet {
	switch lang {
	case entente.English:
		return a.en
	case entente.Japanese:
		return a.ja
	case entente.Korean:
		return a.ko
	}
	return a.zh
}

type contentWords struct {
	Burden, Demands, Proposals, Blames, Pledges, Approvals, Doubts                     []string
	Decoy, Own, Must, Will, Joint, Refuse, Assure, Criticize, Vital, Support, Question []string
}

func readCues(cuesData, contentData []byte) *allCues {
	var lists map[string][]cue
	var content map[string]contentWords
	for data, into := range map[*[]byte]any{&cuesData: &lists, &contentData: &content} {
		if err := yaml.Unmarshal(*data, into); err != nil {
			panic("extract: embedded cues: " + err.Error()) // embedded data: a broken build, not input
		}
	}
	set := func(lang entente.Lang) *cueSet {
		return newCueSet(lang, lists[string(lang)], content[string(lang)])
	}
	return &allCues{set(entente.Chinese), set(entente.English), set(entente.Japanese), set(entente.Korean)}
}

func newCueSet(lang entente.Lang, list []cue, c contentWords) *cueSet {
	set := &cueSet{remark: entente.RuleID("position/" + string(lang) + "/remark"), lang: lang, words: newWordset(false), cues: list}
	for i := range list {
		name := list[i].Stance
		if name == "" {
			name = "speech"
		}
		list[i].rule = entente.RuleID("position/" + string(lang) + "/" + name)
		if list[i].Takes != "" {
			list[i].object = wordsetOf(false, folded(words(string(lang), list[i].Takes)))
		}
		if list[i].Behind != "" {
			list[i].before = wordsetOf(false, folded(words(string(lang), list[i].Behind)))
		}
		if list[i].Without != "" {
			list[i].spoilt = wordsetOf(false, folded(words(string(lang), list[i].Without)))
		}
		for _, w := range list[i].Words {
			if strings.HasSuffix(w, "/x") {
				continue // a word looked at and left out: too many other senses
			}
			for _, form := range append(cueForms(lang, w), partedCue(lang, list[i].Frame, w)...) {
				set.words.add(fold.String(form), int32(i))
			}
			if lang == entente.Korean && strings.HasSuffix(w, "했") {
				set.words.add(strings.TrimSuffix(w, "했")+"하였", int32(i)) // the full form
			}
		}
	}
	set.burden = wordsetOf(false, c.Burden)
	set.nouns = wordsetOf(true, c.Demands, c.Proposals, c.Blames, c.Pledges, c.Approvals, c.Doubts)
	set.content = newWordset(false)
	for lean, words := range [][]string{c.Decoy, c.Own, c.Must, c.Will, c.Joint, c.Refuse, c.Assure, c.Criticize, c.Vital, c.Support, c.Question} {
		for _, w := range words {
			set.content.add(fold.String(w), int32(lean))
		}
	}
	return set
}

// partedBy are the phrases that stand between a Japanese particle of speech and its verb,
// and between a Korean one and its.
var partedBy = map[entente.Lang][]string{entente.Japanese: words("ja", "parted_by"), entente.Korean: words("ko", "parted_by")}

// partedCue returns a Japanese or Korean verb of saying with a phrase between its particle
// and itself: と記者団に述べ, 다고 거듭 밝혔.
func partedCue(lang entente.Lang, frame, word string) []string {
	particle, verb := "と", strings.TrimPrefix(word, "と")
	if lang == entente.Korean {
		particle, verb = "고 ", strings.TrimPrefix(word, "고 ")
	}
	if frame != "content" || lang == entente.Japanese && verb == word || lang == entente.Korean && strings.Contains(verb, " ") {
		return nil
	}
	var out []string
	for _, phrase := range partedBy[lang] {
		if lang == entente.Korean {
			phrase += " "
		}
		out = append(out, particle+phrase+verb)
	}
	return out
}

// cueForms returns the inflected forms of an English verb; other languages' words
// are stems already. An entry with slashes lists its forms; of an entry of
// several words the first is inflected.
func cueForms(lang entente.Lang, word string) []string {
	if lang != entente.English {
		return []string{word}
	}
	if strings.Contains(word, "/") {
		return strings.Split(word, "/")
	}
	verb, rest, _ := strings.Cut(word, " ")
	if rest != "" {
		rest = " " + rest
	}
	out := []string{word}
	for _, f := range inflect(verb) {
		out = append(out, f+rest)
	}
	return out
}

// inflect returns the -s, -ed and -ing forms of a regular English verb.
func inflect(verb string) []string {
	n := len(verb)
	last := verb[n-1]
	switch {
	case last == 'e':
		return []string{verb + "s", verb + "d", verb[:n-1] + "ing"}
	case last == 'y' && !strings.ContainsRune("aeiou", rune(verb[n-2])):
		return []string{verb[:n-1] + "ies", verb[:n-1] + "ied", verb + "ing"}
	case last == 's' || last == 'x' || strings.HasSuffix(verb, "sh") || strings.HasSuffix(verb, "ch"):
		return []string{verb + "es", verb + "ed", verb + "ing"}
	}
	if last == 'l' && strings.ContainsRune("aeiou", rune(verb[n-2])) && !strings.ContainsRune("aeiou", rune(verb[n-3])) {
		return []string{verb + "s", verb + "ed", verb + "ing", verb + "led", verb + "ling"} // counseled, counselled
	}
	return []string{verb + "s", verb + "ed", verb + "ing"}
}
