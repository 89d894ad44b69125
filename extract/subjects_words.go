package extract

import (
	_ "embed"

	"github.com/goccy/go-yaml"
)

// A grammar is the closed words of a language that show who does what.
type grammar struct {
	prepositions, joins, titles, possessives *wordset // read from the end
	openers, closers, adverbs, verbs         *wordset
	adverbsBack                              *wordset // read from the end
	pronouns                                 *wordset // value: a pronoun
	topics, heads, titlesAt, joinsAt         *wordset
}

//go:embed data/subjects.yaml
var subjectsYAML []byte

var chinese, english, japanese, korean = readGrammars(subjectsYAML)

type grammarWords struct {
	Prepositions, Openers, Closers, Joins, Possessives, Titles, Adverbs, Verbs []string
	Topics, Heads, Others, Statement, He, They, Former, Latter, We, Writer     []string
	Homeland, Staff                                                            []string
}

func readGrammars(data []byte) (zh, en, ja, ko *grammar) {
	var words map[string]grammarWords
	if err := yaml.Unmarshal(data, &words); err != nil {
		panic("extract: data/subjects.yaml: " + err.Error()) // embedded data: a broken build, not input
	}
	return newGrammar(words["zh"]), newGrammar(words["en"]), newGrammar(words["ja"]), newGrammar(words["ko"])
}

// newGrammar folds the words, since the text that they are looked for in is folded.
func newGrammar(w grammarWords) *grammar {
	return &grammar{
		prepositions: foldedSet(true, w.Prepositions),
		joins:        foldedSet(true, w.Joins),
		joinsAt:      foldedSet(false, w.Joins),
		titles:       foldedSet(true, w.Titles),
		titlesAt:     foldedSet(false, w.Titles),
		possessives:  foldedSet(false, w.Possessives),
		openers:      foldedSet(false, w.Openers),
		closers:      foldedSet(false, w.Closers),
		adverbs:      foldedSet(false, w.Adverbs),
		adverbsBack:  foldedSet(true, w.Adverbs),
		verbs:        foldedSet(false, w.Verbs),
		topics:       foldedSet(false, w.Topics),
		heads:        foldedSet(true, w.Heads),
		pronouns:     foldedSet(false, nil, w.Others, w.He, w.They, w.Former, w.Latter, w.We, w.Statement, w.Writer, w.Homeland, owned(w.Staff)),
	}
}

// owned are English words for people and bodies with their owner before them: his
// negotiators, her cabinet.
func owned(staff []string) []string {
	var out []string
	for _, owner := range [...]string{"his ", "her ", "its ", "their "} {
		for _, w := range staff {
			out = append(out, owner+w)
		}
	}
	return out
}
