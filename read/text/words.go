package text

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/goccy/go-yaml"
)

//go:embed words.yaml
var wordsYAML []byte

// vocabulary is what words.yaml holds, as sets. Words are in lower case, except
// in those sets whose sense hangs on capitals.
type vocabulary struct {
	abbreviations  map[string]bool
	ambiguous      map[string]bool
	starters       map[string]bool
	headings       map[string]string // → introduction, conclusion
	labels         map[string]kind
	bareLabels     map[string]bool
	longestLabel   int // in code points
	menu           map[string]bool
	openings       map[rune][]opening // by first code point
	creditEnds     []string
	affiliation    []string
	funding        struct{ Begins, Has []string }
	surnames       map[rune]bool
	koreanSurnames map[rune]bool
	particles      map[string]bool // of names: van, de
	notNames       map[string]bool // capitalised words that are in no name
	submission     []string
	dangling       map[string]bool
	states         map[string][]string // country code → names
	months         map[string]int      // "jan", "january" → 1
}

// An opening is the beginning of a line that tells its kind.
type opening struct {
	words []rune
	kind  kind
}

var words = sync.OnceValue(readWords)

func readWords() *vocabulary {
	var raw struct {
		Abbreviations  []string
		Ambiguous      []string
		Starters       []string
		Headings       map[string][]string
		Labels         map[kind][]string
		BareLabels     []string `yaml:"bare_labels"`
		Menu           []string
		Openings       map[kind][]string
		Funding        struct{ Begins, Has []string }
		CreditEnds     []string `yaml:"credit_ends"`
		Affiliation    []string
		Surnames       string
		KoreanSurnames string `yaml:"korean_surnames"`
		Particles      []string
		NotNames       []string `yaml:"not_names"`
		Submission     []string
		Dangling       []string
		States         map[string][]string
		Months         []string
	}
	if err := yaml.Unmarshal(wordsYAML, &raw); err != nil {
		panic("read/text: words.yaml: " + err.Error())
	}
	v := &vocabulary{
		abbreviations: set(raw.Abbreviations), ambiguous: set(raw.Ambiguous), starters: set(raw.Starters),
		headings: map[string]string{}, labels: map[string]kind{}, bareLabels: set(raw.BareLabels), menu: map[string]bool{},
		openings: map[rune][]opening{}, affiliation: raw.Affiliation, creditEnds: raw.CreditEnds, funding: raw.Funding, surnames: map[rune]bool{},
		states: raw.States, months: map[string]int{}, koreanSurnames: map[rune]bool{},
		particles: set(raw.Particles), notNames: set(raw.NotNames), submission: raw.Submission, dangling: set(raw.Dangling),
	}
	for role, list := range raw.Headings {
		for _, h := range list {
			v.headings[strings.ToLower(h)] = role
		}
	}
	for _, w := range raw.Menu {
		v.menu[strings.ToLower(w)] = true
	}
	v.addKinds(raw.Labels, raw.Openings)
	for _, c := range raw.Surnames {
		v.surnames[c] = true
	}
	for _, c := range raw.KoreanSurnames {
		v.koreanSurnames[c] = true
	}
	for i, m := range raw.Months {
		m = strings.ToLower(m)
		v.months[m], v.months[m[:3]], v.months[m[:min(4, len(m))]] = i+1, i+1, i+1
	}
	return v
}

// addKinds adds the labels and openings that tell the kind of a line.
func (v *vocabulary) addKinds(labels, openings map[kind][]string) {
	for _, k := range slices.Sorted(maps.Keys(labels)) {
		for _, w := range labels[k] {
			v.labels[strings.ToLower(w)] = k
			v.longestLabel = max(v.longestLabel, len([]rune(w)))
		}
	}
	for _, k := range slices.Sorted(maps.Keys(openings)) {
		for _, w := range openings[k] {
			r := []rune(strings.ToLower(w))
			v.openings[r[0]] = append(v.openings[r[0]], opening{r, k})
		}
	}
}

func set(list []string) map[string]bool {
	m := make(map[string]bool, len(list))
	for _, s := range list {
		m[s] = true
	}
	return m
}

// opens returns the kind that the first words of a line tell, "" if none.
func (v *vocabulary) opens(r []rune) kind {
	if len(r) == 0 {
		return ""
	}
	for _, o := range v.openings[unicode.ToLower(r[0])] {
		if len(r) >= len(o.words) && sameFold(r[:len(o.words)], o.words) {
			return o.kind
		}
	}
	return ""
}

// sameFold reports whether r in lower case is lower.
func sameFold(r, lower []rune) bool {
	for i, c := range lower {
		if unicode.ToLower(r[i]) != c {
			return false
		}
	}
	return true
}

// funds reports whether a text says who paid for the work.
func (v *vocabulary) funds(r []rune) bool {
	s := strings.ToLower(string(r[:min(len(r), 400)]))
	return hasPrefix(s, v.funding.Begins) && anyIn(s, v.funding.Has)
}

func hasPrefix(s string, list []string) bool {
	for _, w := range list {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// label looks a label up, with or without the spaces that printers put into
// short Chinese words: 摘  要.
func (v *vocabulary) label(s string) (kind, bool) {
	s = strings.TrimSpace(s)
	if k, ok := v.labels[s]; ok {
		return k, ok
	}
	k, ok := v.labels[strings.Join(strings.Fields(s), "")]
	return k, ok && s[0] >= 0x80
}

// credits reports whether a line ends with the agency that a picture is from.
func (v *vocabulary) credits(r []rune) bool {
	if len(r) > 400 {
		return false
	}
	s := strings.ToLower(strings.TrimRight(string(r[max(0, len(r)-24):]), ")）]】. "))
	for _, w := range v.creditEnds {
		if strings.HasSuffix(s, w) && len(s) > len(w) && strings.ContainsAny(s[:len(s)-len(w)][len(s)-len(w)-1:], "/|／（(：: ") {
			return true
		}
	}
	return false
}
