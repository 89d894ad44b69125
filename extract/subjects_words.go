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
	Homeland                                                                   []string
}

func readGrammars(data []byte) (zh, en, ja, ko *grammar) {
	var words map[string]grammarWords
	if err := yaml.Unmarshal(data, &words); err != nil {
		panic("extract: data/subjects.yaml: " + err.Error()) // embedded data: a broken build, not input
	}
	return newGrammar(words["zh"]), newGrammar(words["en"]), newGrammar(words["ja"]), newGrammar(words["ko"])
}

func newGrammar(w grammarWords) *grammar {
	return &grammar{
		prepositions: wordsetOf(true, w.Prepositions),
		joins:        wordsetOf(true, w.Joins),
		joinsAt:      wordsetOf(false, w.Joins),
		titles:       wordsetOf(true, w.Titles),
		titlesAt:     wordsetOf(false, w.Titles),
		possessives:  wordsetOf(false, w.Possessives),
		openers:      wordsetOf(false, w.Openers),
		closers:      wordsetOf(false, w.Closers),
		adverbs:      wordsetOf(false, w.Adverbs),
		adverbsBack:  wordsetOf(true, w.Adverbs),
		verbs:        wordsetOf(false, w.Verbs),
		topics:       wordsetOf(false, w.Topics),
		heads:        wordsetOf(true, w.Heads),
		pronouns:     wordsetOf(false, nil, w.Others, w.He, w.They, w.Former, w.Latter, w.We, w.Statement, w.Writer, w.Homeland),
	}
}
