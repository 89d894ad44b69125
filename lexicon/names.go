package lexicon

import (
	"slices"
	"strings"
	"unicode"

	"github.com/ententelab/entente/fold"
)

// A name is one name of an entry in the form that the automaton takes.
type name struct {
	text  []rune
	entry *Entry // nil for a word that only looks like a name
	upper uint8
	layer uint8
}

// names lists all names of all entries with their variants, folded, and the
// words that only look like names.
func (l *Lexicon) names() []name {
	swaps := newSwaps(l.files)
	out := make([]name, 0, 8*len(l.entries))
	for _, e := range l.entries {
		layer := e.layer()
		for _, tag := range []string{"zh-Hans", "zh-Hant", "ja", "ko", "en"} {
			for _, n := range e.Names[tag] {
				out = addName(out, name{text: folded(n), entry: e, layer: layer})
				if full := l.withState(e, tag, n); full != "" {
					out = addName(out, name{text: folded(full), entry: e, layer: layer})
				}
				if layer != institutionLayer && e.Kind != "alliance" {
					continue
				}
				for _, v := range swaps.variants(n) {
					out = addName(out, name{text: folded(v), entry: e, layer: layer})
				}
			}
		}
	}
	for _, f := range l.files {
		for _, line := range f.Compounds {
			out = append(out, l.compound(line)...)
		}
		for _, line := range f.Words {
			for w := range strings.FieldsSeq(line) {
				out = addName(out, name{text: folded(strings.ReplaceAll(w, "_", " ")), layer: actorLayer})
			}
		}
	}
	return out
}

// folded is fold.String as runes.
func folded(s string) []rune {
	r := []rune(s)
	return fold.Of(r, 0, len(r), nil).Text
}

// withState is a name of an office or body with its state before it, where
// both are written without a space: 美国 and 参议院军事委员会 would else be read
// as the Senate and a rest.
func (l *Lexicon) withState(e *Entry, tag, n string) string {
	state := l.byID[e.State]
	if state == nil || tag == "en" || tag == "ko" {
		return ""
	}
	if tag == "zh-Hant" {
		tag = "zh-Hans"
	}
	names := state.Names[tag]
	if len(names) == 0 || strings.HasPrefix(n, "《") || strings.HasPrefix(fold.String(n), fold.String(names[0])) {
		return ""
	}
	return names[0] + n
}

func addName(out []name, n name) []name {
	if len(n.text) < 2 || slices.ContainsFunc(n.text, func(r rune) bool { return r > 0xFFFF }) {
		return out
	}
	n.upper = letterCase(n.text)
	out = append(out, n)
	if last := len(n.text) - 1; last >= minBare && n.text[0] == '《' && n.text[last] == '》' {
		n.text = n.text[1:last]
		out = append(out, n)
	}
	return out
}

// minBare is how long the title of a document must be, with its brackets, to
// stand without them.
const minBare = 7

func (e *Entry) layer() uint8 {
	switch {
	case e.Type == Concept:
		return conceptLayer
	case e.Type == Institution && e.Actor == "" && e.Kind != kindPost:
		return institutionLayer
	}
	return actorLayer
}

// letterCase tells which letters of a name must stand in the text as they are:
// all of a short name in capitals (US, ROK), else the first if it is a capital.
func letterCase(text []rune) uint8 {
	upper, lower := 0, 0
	for _, r := range text {
		if unicode.IsUpper(r) {
			upper++
		} else if unicode.IsLower(r) {
			lower++
		}
	}
	switch {
	case upper >= 2 && lower == 0 && len(text) <= 7:
		return allUpper
	case unicode.IsUpper(text[0]):
		return firstUpper
	case len(text) > theLength && string(text[:theLength]) == "the " && unicode.IsUpper(text[theLength]):
		return theUpper // the West, and not from the east to the west
	}
	return anyCase
}

// swaps are pieces of names that may stand for one another: 美日 and 日美.
type swaps struct{ sets [][]string }

func newSwaps(files []shape) swaps {
	var s swaps
	for _, f := range files {
		for _, line := range f.Swaps {
			s.sets = append(s.sets, strings.Split(line, "|"))
		}
	}
	return s
}

// variants returns a name with a piece of it swapped, for the first set of
// which it has one.
func (s swaps) variants(n string) []string {
	for _, set := range s.sets {
		for _, piece := range set {
			if !strings.Contains(n, piece) {
				continue
			}
			var out []string
			for _, other := range set {
				if other != piece {
					out = append(out, strings.Replace(n, piece, other, 1))
				}
			}
			return out
		}
	}
	return nil
}

// compound makes the names of a word whose characters each stand for a state,
// with and without dots between them: 한미일, 한·미·일.
func (l *Lexicon) compound(line string) []name {
	fields := strings.Fields(line)
	if len(fields) < 2 || len([]rune(fields[0])) != len(fields)-1 {
		return nil
	}
	e := &Entry{ID: fields[0], Kind: kindCompound, Members: fields[1:]}
	for _, m := range e.Members {
		if l.byID[m] == nil {
			return nil
		}
	}
	text := folded(fields[0])
	dotted := text[:1:1]
	for _, r := range text[1:] {
		dotted = append(dotted, '·', r)
	}
	return []name{{text: text, entry: e, layer: actorLayer}, {text: dotted, entry: e, layer: actorLayer}}
}
