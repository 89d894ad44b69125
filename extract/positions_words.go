package extract

import (
	_ "embed"
	"maps"

	"github.com/goccy/go-yaml"
)

//go:embed data/positions_words.yaml
var positionWordsYAML []byte

//go:embed data/subjects_words.yaml
var subjectWordsYAML []byte

// wordLists are the lists of both files, by language and name.
var wordLists = readWordLists(positionWordsYAML, subjectWordsYAML)

func readWordLists(files ...[]byte) map[string]map[string][]string {
	all := make(map[string]map[string][]string)
	for _, data := range files {
		var lists map[string]map[string][]string
		if err := yaml.Unmarshal(data, &lists); err != nil {
			panic("extract: embedded word lists: " + err.Error()) // embedded data: a broken build, not input
		}
		for lang, named := range lists {
			if all[lang] == nil {
				all[lang] = make(map[string][]string)
			}
			maps.Copy(all[lang], named)
		}
	}
	return all
}

// words returns a list of a language. A list that is missing is a broken build.
func words(lang, name string) []string {
	list := wordLists[lang][name]
	if len(list) == 0 {
		panic("extract: no word list " + lang + "." + name)
	}
	return list
}

// allWords returns the lists of that name of all languages, folded.
func allWords(name string) [][]string {
	var out [][]string
	for _, lang := range []string{"zh", "en", "ja", "ko"} {
		out = append(out, folded(wordLists[lang][name]))
	}
	return out
}

// wordMap returns a list as a set of whole words.
func wordMap(lang, name string) map[string]bool {
	out := make(map[string]bool)
	for _, w := range words(lang, name) {
		out[w] = true
	}
	return out
}
