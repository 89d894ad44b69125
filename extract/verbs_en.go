package extract

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
)

//go:embed data/verbs.en.yaml
var enVerbsYAML []byte

// A verbForm is what forms of English verbs a word can be.
type verbForm uint8

const (
	baseForm verbForm = 1 << iota
	thirdForm
	pastForm
	participleForm
)

// enVerbForms are the forms of the verbs of data/verbs.en.yaml.
var enVerbForms = sync.OnceValue(func() map[string]verbForm {
	var file struct {
		Regular   map[string][]string `yaml:"regular"`
		Irregular []string            `yaml:"irregular"`
	}
	if err := yaml.Unmarshal(enVerbsYAML, &file); err != nil {
		panic("extract: data/verbs.en.yaml: " + err.Error()) // embedded: a broken build, not input
	}
	forms := make(map[string]verbForm)
	for _, list := range file.Regular {
		for _, w := range list {
			forms[w] |= baseForm
			forms[third(w)] |= thirdForm
			forms[past(w)] |= pastForm | participleForm
		}
	}
	for _, line := range file.Irregular {
		w := strings.Fields(line)
		forms[w[0]] |= baseForm
		forms[third(w[0])] |= thirdForm
		forms[w[1]] |= pastForm
		forms[w[2]] |= participleForm
	}
	return forms
})

// subjectAndVerb reports whether the words of an English stretch open with a subject and
// a verb with tense behind it: tokyo accepts a price, the two powers draw closer.
func subjectAndVerb(words []string) bool {
	forms := enVerbForms()
	for i := 1; i < len(words); i++ {
		w, before := words[i], words[i-1]
		form := forms[w]
		if form == 0 || slices.Contains(enNoObjectEnds, before) || enPrepositions[before] || enAdjective(before) {
			continue
		}
		opens := i+1 == len(words) || slices.Contains(enObjects, words[i+1]) || enPrepositions[words[i+1]] || strings.HasSuffix(words[i+1], "er")
		plural := strings.HasSuffix(before, "s") && !strings.HasSuffix(before, "ss") && !strings.HasSuffix(before, "'s") || slices.Contains(enSubjectPronouns, before) || i > 2 && words[i-2] == "and"
		switch {
		case form&pastForm != 0 && form&(participleForm|baseForm) == 0:
			return true // took, began
		case form&thirdForm != 0 && opens && !plural:
			return true
		case form&baseForm != 0 && opens && plural:
			return true
		case form&pastForm != 0 && i+1 < len(words) && slices.Contains(enObjects, words[i+1]):
			return true // gained the bases: a participle has no object
		}
	}
	return false
}

var enPrepositions = enWords("of in on at to for from with by about against between among under over within into upon through without across behind beyond toward towards than as")
