package extract

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"

	"github.com/ententelab/entente/fold"
	"github.com/ententelab/entente/lexicon"
)

//go:embed data/claims.zh.yaml
var claimsZH []byte

//go:embed data/claims.en.yaml
var claimsEN []byte

//go:embed data/claims.ja.yaml
var claimsJA []byte

//go:embed data/claims.ko.yaml
var claimsKO []byte

// A linkClass is a set of classes of words that mark causal links, as bits. The
// classes are those of the data files.
type linkClass uint64

// linkWords is the marking words of one language.
type linkWords struct {
	terms   *lexicon.Terms
	classes []linkClass    // by value of a term
	tones   []tone         // likewise
	bits    map[string]int // class name to bit
}

// class returns the bits of the named classes. Names are fixed in the code, so
// a name that the data lacks is a broken build; TestClaimCues finds it.
func (w *linkWords) class(names ...string) linkClass {
	var c linkClass
	for _, n := range names {
		bit, ok := w.bits[n]
		if !ok {
			panic("claims: no class " + n)
		}
		c |= 1 << bit
	}
	return c
}

// A linkCue is a marking word found in a sentence.
type linkCue struct {
	start, end int
	class      linkClass
	tone       tone
}

// A tone is what a word says of a link besides marking it, as bits.
type tone uint8

// The tones, by the names of their lists in the data.
const (
	hedged tone = 1 << iota
	strongly
	slightly
	atOnce
	inTime
)

var tones = map[string]tone{"hedge": hedged, "strong": strongly, "slight": slightly, "immediate": atOnce, "long": inTime}

// ignored is the list of words that only keep others from being read inside
// them: they mark nothing, and need no class.
const ignored = "ignore"

func (c linkCue) is(class linkClass) bool { return c.class&class != 0 }

func (c linkCue) stretch() stretch { return stretch{c.start, c.end} }

// scan finds the cues of a folded text, from the left, the longest first. They
// do not overlap. Words inside short quotations and brackets mark nothing.
func (w *linkWords) scan(text []rune) []linkCue {
	out := make([]linkCue, 0, 8+len(text)/4)
	open := false // inside a long quotation between straight marks
	for i := 0; i < len(text); {
		if end := enclosed(text, i); end > i && !open {
			i = end
			continue
		}
		open = open != (text[i] == '"')
		value, end, ok := w.terms.At(text, i)
		if !ok {
			for i++; i < len(text) && latin(text[i]) && latin(text[i-1]); i++ {
			}
			continue
		}
		out = append(out, linkCue{i, end, w.classes[value], w.tones[value]})
		i = end
	}
	return out
}

// shortQuote is the length up to which a quotation is a name, not a statement.
const shortQuote = 16

// enclosed returns the end of the brackets or the short quotation that opens
// at text[i], or i.
func enclosed(text []rune, i int) int {
	var closing rune
	limit := shortQuote
	switch text[i] {
	case '“':
		closing = '”'
	case '「':
		closing = '」'
	case '『':
		closing = '』'
	case '"':
		closing = '"'
	case '《':
		closing, limit = '》', 60
	case '(':
		closing, limit = ')', 200
	default:
		return i
	}
	if i+1 < len(text) && text[i+1] < 0x250 {
		limit = max(limit, 36) // a name in Latin letters is longer
	}
	for j := i + 1; j < len(text) && j-i <= limit; j++ {
		if text[j] == closing {
			return j + 1
		}
	}
	return i
}

var linkWordsZH = sync.OnceValue(func() *linkWords { return mustLinkWords(claimsZH) })
var linkWordsEN = sync.OnceValue(func() *linkWords { return mustLinkWords(claimsEN) })

func mustLinkWords(data []byte) *linkWords {
	w, err := parseLinkWords(data)
	if err != nil {
		panic(err) // the embedded file is broken: TestClaimCues would have said so
	}
	return w
}

func parseLinkWords(data []byte) (*linkWords, error) {
	var file yaml.MapSlice
	if err := yaml.Unmarshal(data, &file); err != nil {
		return nil, fmt.Errorf("claims: %w", err)
	}
	w := &linkWords{terms: lexicon.NewTerms(), bits: map[string]int{}}
	values := map[string]int32{}
	for _, item := range file {
		name := fmt.Sprint(item.Key)
		bit := len(w.bits)
		if tones[name] == 0 && name != ignored {
			w.bits[name] = bit
		}
		if bit >= 64 {
			return nil, fmt.Errorf("claims: more than 64 classes of words")
		}
		for word := range strings.SplitSeq(fmt.Sprint(item.Value), ",") {
			if word = strings.TrimSpace(word); word == "" {
				continue
			}
			word = fold.String(word)
			n, ok := values[word]
			if !ok {
				n = int32(len(w.classes))
				values[word] = n
				w.classes, w.tones = append(w.classes, 0), append(w.tones, 0)
				w.terms.Add(word, n)
			}
			if _, ok := w.bits[name]; ok {
				w.classes[n] |= 1 << bit
			}
			w.tones[n] |= tones[name]
		}
	}
	w.inherit(values)
	return w, nil
}

// inherit gives each word the classes of the stems that it begins with: of
// undermin* to undermine.
func (w *linkWords) inherit(values map[string]int32) {
	for word, n := range values {
		for i := range word {
			if stem, ok := values[word[:i]+"*"]; ok && i > 0 && !strings.Contains(word[i:], " ") {
				w.classes[n] |= w.classes[stem]
			}
		}
	}
}
