package paper

import (
	_ "embed"
	"strings"

	"github.com/ententelab/entente"
)

//go:embed phrases.tsv
var phraseTable string

var phrases = readPhrases(phraseTable)

// readPhrases reads key, English and Chinese, separated by tabs.
func readPhrases(tsv string) map[string]map[entente.Lang]string {
	m := map[string]map[entente.Lang]string{}
	for line := range strings.Lines(tsv) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(f) == 3 && !strings.HasPrefix(line, "#") {
			m[f[0]] = map[entente.Lang]string{entente.English: f[1], entente.Chinese: f[2]}
		}
	}
	return m
}
