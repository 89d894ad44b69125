package text

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
)

//go:embed words.yaml
var wordsYAML []byte

// vocabulary is what words.yaml holds, as sets.
type vocabulary struct {
	abbreviations map[string]bool
	ambiguous     map[string]bool
	starters      map[string]bool
	headings      map[string]string // lower-case heading → introduction, conclusion
}

var words = sync.OnceValue(func() *vocabulary {
	var raw struct {
		Abbreviations []string
		Ambiguous     []string
		Starters      []string
		Headings      map[string][]string
	}
	if err := yaml.Unmarshal(wordsYAML, &raw); err != nil {
		panic("read/text: words.yaml: " + err.Error())
	}
	v := &vocabulary{set(raw.Abbreviations), set(raw.Ambiguous), set(raw.Starters), map[string]string{}}
	for kind, list := range raw.Headings {
		for _, h := range list {
			v.headings[strings.ToLower(h)] = kind
		}
	}
	return v
})

func set(list []string) map[string]bool {
	m := make(map[string]bool, len(list))
	for _, s := range list {
		m[s] = true
	}
	return m
}
