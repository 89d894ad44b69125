package extract

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"

	"github.com/ententelab/entente/fold"
)

//go:embed data/institutions.yaml
var institutionsYAML []byte

// institutionWords is what makes a name the name of an institution.
type institutionWords struct {
	Title, Follows, Quoted, English, Korean, Compound, SmallHead kindWords
	Bodies, PlainEn, Started                                     kindWords

	Level [][]string // names of minilaterals with words of one list are of one format

	Policy, Exercise, ExerciseFill, Production                               []string
	Three, Number, ForumTwo, AgreementTwo, Alliance                          []string
	Occasion, Between, Meets, JointStatement                                 []string
	JointWho, TradeDeal, EnglishOf, ExerciseEn, Small                        []string
	TrilateralEn, HeadEn, KoreanThree, KoreanExercise                        []string
	Plain, Bare, Role, Gathering, Joint, Council                             []string
	Sign, Signed, Dated, Vague, Common, KoreanSigned                         []string
	KoreanSigns, KoreanList, NumberForum, AllianceEn                         []string
	LeadersEn, MeetsEn, FormatEn, WithEn, CountEn, KoreanCommon, KoreanForum []string

	Months, ProgrammeEn, PactThatEn, PactWhenEn, Concerning, Concerned, ListEnd []string

	Parties, Opening, Starts, Leading, SignedAlone, PactEn, PactAfterEn, PactBeforeEn, Systems []string

	BodyTail, BodyPlace, Weapon, KoreanPact, KoreanAfter, KoreanNoPact []string

	joint, production, number, sign, starts, pactEn, concerning *wordset // where such a word begins
	bodies, plainEn                                             *wordset // value: the index of their kind
	bodyKinds, plainKinds                                       []string
}

// kindWords maps an inst_kind to the words that tell it.
type kindWords map[string][]string

var institutionData = sync.OnceValue(func() *institutionWords {
	w := new(institutionWords)
	if err := yaml.Unmarshal(institutionsYAML, w); err != nil {
		panic("extract: data/institutions.yaml is damaged: " + err.Error())
	}
	for _, k := range []kindWords{w.Title, w.Follows, w.Quoted, w.English, w.Korean, w.Compound, w.SmallHead, w.Started} {
		for kind, words := range k {
			k[kind] = foldAll(words)
		}
	}
	for i, words := range w.Level {
		for j := range words {
			w.Level[i][j] = fold.String(words[j])
		}
	}
	for _, l := range []*[]string{&w.Policy, &w.Exercise, &w.ExerciseFill, &w.Production, &w.Three, &w.Number, &w.ForumTwo,
		&w.AgreementTwo, &w.Alliance, &w.Occasion, &w.Between, &w.Meets, &w.JointStatement, &w.JointWho, &w.TradeDeal,
		&w.EnglishOf, &w.ExerciseEn, &w.Small, &w.TrilateralEn, &w.HeadEn, &w.KoreanThree, &w.KoreanExercise,
		&w.Sign, &w.Signed, &w.Dated, &w.Vague, &w.Common, &w.KoreanSigned,
		&w.KoreanSigns, &w.KoreanList, &w.NumberForum, &w.AllianceEn, &w.LeadersEn, &w.MeetsEn, &w.FormatEn, &w.WithEn, &w.CountEn, &w.KoreanCommon, &w.KoreanForum,
		&w.Parties, &w.Opening, &w.ListEnd, &w.Concerning, &w.Concerned, &w.Starts, &w.Leading, &w.BodyTail, &w.SignedAlone, &w.Systems} {
		*l = foldAll(*l)
	}
	w.joint, w.production, w.number = wordsetOf(false, w.JointStatement), wordsetOf(false, w.Production), wordsetOf(false, w.Number)
	w.bodies, w.bodyKinds = w.Bodies.set()
	w.plainEn, w.plainKinds = w.PlainEn.set()
	w.sign, w.starts, w.pactEn = wordsetOf(false, w.Sign), wordsetOf(false, w.Starts), wordsetOf(false, w.PactEn)
	w.concerning = wordsetOf(false, w.Concerning)
	return w
})

// set returns the words as a set, and the kind of each by its number.
func (k kindWords) set() (*wordset, []string) {
	kinds := slices.Sorted(maps.Keys(k))
	lists := make([][]string, len(kinds))
	for i, kind := range kinds {
		lists[i] = k[kind]
	}
	return foldedSet(false, lists...), kinds
}

// foldAll folds words and puts longer before shorter.
func foldAll(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = unquoted(fold.String(w))
	}
	slices.SortStableFunc(out, func(a, b string) int { return len(b) - len(a) })
	return out
}

var quoteMarks = strings.NewReplacer("「", "“", "」", "”", "『", "“", "』", "”", "〈", "《", "〉", "》")

// unquoted writes all marks of quotation as the Chinese ones.
func unquoted(s string) string { return quoteMarks.Replace(s) }

// ending returns the kind whose word s ends with, the longest first.
func (k kindWords) ending(s string) (kind, word string) {
	return k.longest(func(w string) bool { return strings.HasSuffix(s, w) })
}

// starting returns the kind whose word s begins with, the longest first.
func (k kindWords) starting(s string) (kind, word string) {
	return k.longest(func(w string) bool { return strings.HasPrefix(s, w) })
}

func (k kindWords) longest(fits func(string) bool) (kind, word string) {
	for name, words := range k {
		for _, w := range words {
			if fits(w) && (len(w) > len(word) || len(w) == len(word) && name < kind) {
				kind, word = name, w
			}
		}
	}
	return kind, word
}

// prefixOf returns the longest of words that s begins with, "" if none.
func prefixOf(s string, words []string) string {
	found := ""
	for _, w := range words {
		if len(w) > len(found) && strings.HasPrefix(s, w) {
			found = w
		}
	}
	return found
}

// suffixOf returns the longest of words that s ends with, "" if none.
func suffixOf(s string, words []string) string {
	found := ""
	for _, w := range words {
		if len(w) > len(found) && strings.HasSuffix(s, w) {
			found = w
		}
	}
	return found
}
