package extract

import (
	_ "embed"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/fold"
)

// A cueClass is a set of things that a word of data/events.yaml can be.
type cueClass int32

// The actions of the schema, in its order, then the words that make an action
// together with a noun, then the nouns.
const (
	actState cueClass = 1 << iota
	actDemand
	actCriticize
	actCoerce
	actConsult
	actVisit
	actAgree
	actCooperate
	actApprove
	actLegislate
	actPublish
	actSurvey
	actExercise
	actDeploy
	actFound
	actElect
	cueAnnounce
	cueHold
	cueAttend
	cueIssue
	nounMeeting
	nounHearing
	nounExercise
	nounDocument
	nounSpeech
	nounLaw
	nounAgreement
	cueCancel
	cueNone
	nounTitle // a title in its brackets
	cueLight  // only its object says what it does
)

const (
	speech = actState | actDemand | actCriticize
	nouns  = nounMeeting | nounHearing | nounExercise | nounDocument | nounSpeech | nounLaw | nounAgreement
	strong = actCoerce | actConsult | actVisit | actAgree | actCooperate | actApprove | actLegislate |
		actPublish | actSurvey | actExercise | actDeploy | actFound | actElect
	// what a word is only as a verb: as a noun it does not say that it happened
	nounVerbs = speech | actCoerce | actCooperate | actApprove | actDeploy | actFound | actLegislate | actAgree | cueAnnounce
)

// actionNames are the keys of the data file that are actions, in the order of
// the constants.
var actionNames = []string{
	"state", "demand", "criticize", "coerce", "consult", "visit", "agree", "cooperate", "approve", "legislate",
	"publish", "survey", "exercise", "deploy", "found", "elect",
}

var cueNames = append(actionNames[:len(actionNames):len(actionNames)],
	"announce", "hold", "attend", "issue", "meetings", "hearings", "exercises", "documents", "speeches", "laws", "agreements", "cancel", "none")

// action names the first action in a class.
func (c cueClass) action() string {
	for i, name := range actionNames {
		if c&(1<<i) != 0 {
			return name
		}
	}
	return ""
}

//go:embed data/events.yaml
var eventsYAML []byte

// An eventGrammar is the vocabulary of happenings of one language.
type eventGrammar struct {
	cues                            *wordset // value: a cueClass
	scene, sequence, raises, future *wordset
	results, jointDocs              *wordset
	modals                          *wordset // value 0: a modal, 1: a word that only holds one
	nominal                         *wordset // read from the end; value as modals
	needsNoun                       map[string]bool
	effect                          *wordset // an agreement or a law takes effect
	negations                       *wordset // read from the end
	hopes                           *wordset // in English read from the end
	conditions                      *wordset // at the head of a clause: it did not happen, or not yet
	yearNames, partsOfTime          *wordset // English: names that end in a year; what a date behind "of" is the time of
	appraisals, spectacles          *wordset // English verbs of thanking and praising; games and fairs, which are hosted but no meetings
	tails, temporal, goesOn         *wordset
	gerundAfter, takingOffice       *wordset // read from the end
	nounsOf                         *wordset // nouns of happening; value: a cueClass
	timeBeside                      *wordset // how long before or after something a date was
	starts, startsBefore            *wordset // beside a date from which something holds; the latter read from the end
	datePrepositions                *wordset // read from the end; value 1: of
	plannedBefore                   *wordset // before a date that something was planned for; read from the end
	plannedAfter                    *wordset // behind a Japanese or Korean one
	relatives                       *wordset // read from the end
	fronts                          *wordset // English words that open an adverbial
	commits                         *wordset // promising: by several it is agreeing
	nounsToo, subordinators         *wordset // English words that are nouns too; those that open a clause with its own time
	verbBefore, auxiliaries         *wordset // the former read from the end
	advisories, orders, cabinets    *wordset // measures that are only said; decisions that are signed; who decides on what is no law yet
	suffered                        *wordset // Chinese verbs whose object is what others say
	deedsOf                         *wordset // Japanese nouns that a deed only describes: 新設経費
	loosely, foundable              *wordset // English verbs that found only some things; these
	makesKnown                      *wordset // English participles by which a happening is announced or ordered
	studies                         *wordset // English: said in a year, without a day, they are writing
	bodies, duties, allies          *wordset // English: who publishes what they say; modals of duty; on whom it is laid
	pasts                           *wordset // English pasts that do not end in -ed
	governments, purposes           *wordset // who takes office when set up; behind a verb: it is only meant
	lies                            *wordset // English, before "to": what follows is to come; read from the end
	another                         *wordset // English phrases for one more of a kind
	laws                            *wordset // what is signed into force; read from the end
	frames                          frames
	verbLast                        bool // the verb follows its nouns: Japanese, Korean
}

var eventGrammars = readEventGrammars()

func readEventGrammars() map[entente.Lang]*eventGrammar {
	var f map[string]map[string][]string
	if err := yaml.Unmarshal(eventsYAML, &f); err != nil {
		panic("extract: data/events.yaml: " + err.Error()) // embedded: a broken build, not input
	}
	out := make(map[entente.Lang]*eventGrammar)
	for lang, lists := range f {
		g := &eventGrammar{
			cues: newWordset(false), scene: foldedSet(false, lists["scene_marks"]), sequence: foldedSet(false, lists["sequence"]),
			modals: foldedSet(false, lists["modals"], lists["not_modals"]), raises: foldedSet(false, lists["raises"]), future: foldedSet(false, lists["future"]),
			tails: foldedSet(false, lists["tails"]), temporal: foldedSet(false, lists["temporal"]),
			results: foldedSet(false, withVerbForms(lists["results"])), jointDocs: foldedSet(false, lists["joint_documents"]),
			nominal: foldedSet(true, lists["nominal"], lists["not_nominal"]),
			effect:  foldedSet(false, lists["effect"]),
			studies: foldedSet(false, lists["studies"]),
			bodies:  foldedSet(false, lists["bodies"]), duties: foldedSet(false, lists["duties"]), allies: foldedSet(false, lists["allies"]),
			makesKnown: foldedSet(false, lists["makes_known"]),
			pasts:      foldedSet(false, lists["irregular_pasts"]),
			goesOn:     foldedSet(false, lists["goes_on"]),
			yearNames:  foldedSet(false, lists["year_names"]), partsOfTime: foldedSet(false, lists["parts_of_time"]),
			appraisals: foldedSet(false, withVerbForms(lists["appraisals"])), spectacles: foldedSet(false, lists["spectacles"]),
			negations: foldedSet(true, lists["negations"]), hopes: foldedSet(lang == "en", lists["hopes"]), conditions: foldedSet(false, lists["conditions"]), gerundAfter: foldedSet(true, lists["gerund_after"]),
			takingOffice:  foldedSet(true, lists["temporal_before"]),
			plannedBefore: foldedSet(true, lists["planned_before"]),
			plannedAfter:  foldedSet(false, lists["planned_after"]),
			relatives:     foldedSet(true, lists["relatives"]),
			fronts:        foldedSet(false, lists["fronts"]), commits: foldedSet(false, lists["commits"]),
			suffered: foldedSet(false, lists["suffered"]), deedsOf: foldedSet(false, lists["deeds_of"]), purposes: foldedSet(false, lists["purposes"]), governments: foldedSet(false, lists["governments"]),
			nounsToo: foldedSet(false, lists["nouns_too"]), subordinators: foldedSet(false, lists["subordinators"], lists["since"]),
			timeBeside: foldedSet(false, lists["time_beside"]),
			starts:     foldedSet(false, lists["starts"]), startsBefore: foldedSet(true, lists["starts_before"]),
			datePrepositions: foldedSet(true, lists["date_prepositions"], lists["date_of"]),
			verbBefore:       foldedSet(true, lists["verb_before"]), auxiliaries: foldedSet(false, lists["auxiliaries"]),
			loosely: foldedSet(false, lists["loosely_found"]), foundable: foldedSet(false, lists["foundable"]),
			advisories: foldedSet(false, lists["advisories"]), orders: foldedSet(false, lists["orders"]), cabinets: foldedSet(false, lists["cabinets"]),
			lies: foldedSet(true, lists["lies_ahead"]), another: foldedSet(false, lists["another_one"]), laws: foldedSet(true, lists["signed_laws"]),
			nounsOf:   nounsOf(lang, lists),
			needsNoun: make(map[string]bool), verbLast: lang == "ja" || lang == "ko",
		}
		g.frames = readFrames(lang, lists["frames"])
		classes := cueClasses(lang, lists)
		g.frames.lightVerbs(lang, lists["frames"], classes)
		for word, class := range classes {
			g.cues.add(word, int32(class))
		}
		for _, w := range lists["needs_noun"] {
			for _, form := range eventForms(lang, fold.String(w), true) {
				g.needsNoun[form] = true
			}
		}
		out[entente.Lang(lang)] = g
	}
	return out
}

// nounsOf reads the lists of nouns of happening: "noun_" and the action.
func nounsOf(lang string, lists map[string][]string) *wordset {
	set := newWordset(false)
	for i, name := range actionNames {
		for _, w := range lists["noun_"+name] {
			for _, form := range eventForms(lang, strings.ToLower(fold.String(w)), false) {
				set.add(form, int32(1)<<i)
			}
		}
	}
	return set
}

// cueClasses joins the lists: a word may be in several.
func cueClasses(lang string, lists map[string][]string) map[string]cueClass {
	out := make(map[string]cueClass)
	for i, name := range cueNames {
		class := cueClass(1) << i
		for _, w := range lists[name] {
			for _, form := range eventForms(lang, strings.ToLower(fold.String(w)), class&nouns == 0) {
				if class == cueNone {
					out[form] = cueNone
				} else if out[form]&cueNone == 0 {
					out[form] |= class
				}
			}
		}
	}
	return out
}

// eventForms are the forms of an English verb or noun, and a Korean past in full beside
// the short one; other words have one.
func eventForms(lang, w string, verb bool) []string {
	if lang == "ko" {
		if full := strings.NewReplacer("했", "하였", "됐", "되었").Replace(w); full != w {
			return []string{w, full}
		}
	}
	if lang != "en" || w == "" {
		return []string{w}
	}
	head, tail := w, ""
	if i := strings.IndexByte(w, ' '); i >= 0 && verb {
		head, tail = w[:i], w[i:]
	}
	out := []string{w, third(head) + tail}
	if !verb || strings.HasSuffix(head, "ed") || len(head) < 3 {
		return out
	}
	return append(out, past(head)+tail, ing(head)+tail)
}

func third(w string) string {
	switch {
	case strings.HasSuffix(w, "y") && !vowelBefore(w):
		return w[:len(w)-1] + "ies"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "sh"), strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "x"):
		return w + "es"
	}
	return w + "s"
}

func past(w string) string {
	switch {
	case strings.HasSuffix(w, "e"):
		return w + "d"
	case strings.HasSuffix(w, "y") && !vowelBefore(w):
		return w[:len(w)-1] + "ied"
	case doubles(w):
		return w + w[len(w)-1:] + "ed"
	}
	return w + "ed"
}

func ing(w string) string {
	switch {
	case strings.HasSuffix(w, "e") && !strings.HasSuffix(w, "ee"):
		return w[:len(w)-1] + "ing"
	case doubles(w):
		return w + w[len(w)-1:] + "ing"
	}
	return w + "ing"
}

// vowelBefore reports whether a vowel stands before the last letter.
func vowelBefore(w string) bool {
	return len(w) > 1 && strings.IndexByte("aeiou", w[len(w)-2]) >= 0
}

// doubles reports whether the last letter is doubled before -ed: plan, commit.
func doubles(w string) bool {
	n := len(w)
	if n < 3 || !vowelBefore(w) || strings.IndexByte("aeiouywxh", w[n-1]) >= 0 || strings.IndexByte("aeiou", w[n-3]) >= 0 {
		return false
	}
	return n <= 4 && strings.IndexByte("aeiou", w[0]) < 0 || strings.HasSuffix(w, "mit") || strings.HasSuffix(w, "fer") || strings.HasSuffix(w, "pel") || strings.HasSuffix(w, "cur")
}
