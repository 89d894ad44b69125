package extract

import (
	_ "embed"
	"math"
	"slices"
	"sync"
	"unicode"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
	"github.com/ententelab/entente/weigh"
)

// The words around a number say together what no list of verbs says alone:
// whether the level exists, is asked for, planned, reckoned or a limit. Their
// weights are learned (package weigh) from figures that a reader labelled, and
// what the rules of figures_status.go say is one word among them: on figures that
// neither was made from the rules alone are right in 67 of 100, with the weights in 78.

// A LabelledFigure is a sentence with a figure of which a reader said what status
// it has.
type LabelledFigure struct {
	Sentence   *entente.Document // that sentence alone
	Start, End int               // the mention, in runes of its text
	Value      float64
	Unit       string
	Status     string
	Weight     float64 // how much it counts
	Seen       bool    // the rules were written with it in view: that they read it well teaches nothing
}

// statusNames are the labels.
var statusNames = []string{"actual", "demanded", "planned", "estimate", "threshold"}

// LearnStatus fits the weights of the words around a number. Figures that the
// rules do not read teach nothing.
func LearnStatus(figures []LabelledFigure, lex *lexicon.Lexicon) *weigh.Table {
	var lessons []weigh.Lesson
	for _, f := range figures {
		label := slices.Index(statusNames, f.Status)
		if r := f.reading(lex); r != nil && label >= 0 {
			found := r.allCues(r.s.clauseAt(r.NumStart))
			features := r.statusFeatures(nil, found)
			if !f.Seen {
				ruled, _ := r.ruled(found)
				features = append(features, ruledFeature(ruled))
			}
			lessons = append(lessons, weigh.Lesson{Features: features, Label: label, Weight: f.Weight})
		}
	}
	return weigh.Learn(len(statusNames), lessons)
}

// Usable reports whether the rules read the figure, and its status is known.
func (f *LabelledFigure) Usable(lex *lexicon.Lexicon) bool {
	return f.reading(lex) != nil && slices.Contains(statusNames, f.Status)
}

// reading is the number in the mention with the figure's value; nil if the rules
// read none there.
func (f *LabelledFigure) reading(lex *lexicon.Lexicon) *reading {
	p := newPassage(f.Sentence, lex)
	for i := range p.sentences {
		for r := range p.readings(&p.sentences[i]) {
			start, end := r.s.view.Span(r.NumStart, r.NumEnd)
			if start < f.End && end > f.Start && math.Abs(r.value-f.Value) <= 1e-6*math.Abs(f.Value) {
				r.unit = f.Unit // a sentence alone may not tell of what 3.5% is a share
				return r
			}
		}
	}
	return nil
}

//go:embed data/status.bin.gz
var statusFile []byte

var statusWeights = sync.OnceValue(func() *weigh.Table { return weigh.MustTable(statusFile) })

// weighed is what the words around the number say of it, with what the rules say.
func (r *reading) weighed(found map[string]int, ruled string) string {
	var room [192]weigh.Feature
	label, _ := statusWeights().Best(append(r.statusFeatures(room[:0], found), ruledFeature(ruled)))
	return statusNames[label]
}

// ruledFeature is what the rules say.
func ruledFeature(status string) weigh.Feature {
	return weigh.Feature{Hash: weigh.Hash(statusRuled, []rune(status)), Weight: 1}
}

// How far the words around a number reach, and how their weight falls off.
const (
	wordsBefore, wordsAfter = 25, 12 // of Latin script and Hangul
	charsBefore, charsAfter = 40, 25 // of Chinese and Japanese
	contextWeight           = 1.6    // of all words together
)

// cueWeight is how strongly a word of the rules' lists speaks beside the others.
const cueWeight = 0.4

// The kinds of feature, as the first byte of what is hashed.
const (
	statusAlways = 'a'
	statusUnit   = 'u'
	statusCue    = 'q'
	statusRuled  = 'R'
	beforeWord   = 'l'
	beforeStem   = 's'
	beforePair   = 'b'
	beforeChar   = 'c'
	afterWord    = 'r'

	statusMeasure = 'm'
	statusYear    = 'y'
)

// statusFeatures appends what speaks for a status: the unit, the words of the
// rules' lists that stand before the number, and all words around it, the nearer
// the stronger.
func (r *reading) statusFeatures(out []weigh.Feature, found map[string]int) []weigh.Feature {
	lang := r.p.doc.Lang
	out = append(out, weigh.Feature{Hash: weigh.Hash(statusAlways, nil), Weight: 1},
		weigh.Feature{Hash: weigh.Hash(statusAlways, []rune(lang)), Weight: 1},
		weigh.Feature{Hash: weigh.Hash(statusUnit, []rune(r.unit+string(lang))), Weight: 1})
	for _, status := range statusNames {
		if _, ok := found[status]; ok {
			out = append(out, weigh.Feature{Hash: weigh.Hash(statusCue, []rune(status)), Weight: cueWeight})
		}
	}
	out = r.besideFeatures(out)
	first := len(out)
	if lang == entente.English || lang == entente.Korean {
		out = wordsAround(out, r.text(), r.Start, r.End)
	} else {
		out = charsAround(out, r.text(), r.Start, r.End)
	}
	return evened(out, first)
}

// besideFeatures appends what is measured, and the years beside the number. The number
// itself says nothing: that 3.5 % of the product is mostly asked for would make a demand
// of the level that one day exists.
func (r *reading) besideFeatures(out []weigh.Feature) []weigh.Feature {
	put := func(kind byte, text string, weight float32) {
		out = append(out, weigh.Feature{Hash: weigh.Hash(kind, []rune(text)), Weight: weight})
	}
	put(statusMeasure, r.gloss()+"/"+r.unit, 0.5)
	for _, d := range r.p.datesIn(r.s) {
		if d.from.Year == 0 || d.basis != "explicit" || d.Start < r.End && r.Start < d.End {
			continue
		}
		side := "before "
		if d.Start > r.Start {
			side = "behind "
		}
		if max(r.Start-d.End, d.Start-r.End) < yearNear {
			side = "close " + side
		}
		put(statusYear, r.era(d.from.Year), 0.6)
		put(statusYear, side+r.era(d.from.Year), 0.6)
	}
	return out
}

// era is how far a year is from that of writing.
func (r *reading) era(year int) string {
	now := usualYear
	if c := r.p.calendar; c.known {
		now = c.ref.Year
	}
	switch {
	case year > now+1:
		return "far"
	case year >= now:
		return "soon"
	case year == now-1:
		return "last"
	case year >= now-6:
		return "late"
	}
	return "past"
}

// yearNear is how close a year is that stands beside the number, in characters.
const yearNear = 20

// usualYear is when a sentence was written that does not tell.
const usualYear = 2026

// evened gives the features from a place on the weight that all have together.
func evened(out []weigh.Feature, first int) []weigh.Feature {
	sum := 0.0
	for _, f := range out[first:] {
		sum += float64(f.Weight * f.Weight)
	}
	if sum == 0 {
		return out
	}
	by := float32(contextWeight / math.Sqrt(sum))
	for n := range out[first:] {
		out[first+n].Weight *= by
	}
	return out
}

// putStrongest appends a feature, or leaves the stronger of two alike.
func putStrongest(out []weigh.Feature, first int, hash uint32, weight float64) []weigh.Feature {
	for n := range out[first:] {
		if f := &out[first+n]; f.Hash == hash {
			f.Weight = max(f.Weight, float32(weight))
			return out
		}
	}
	return append(out, weigh.Feature{Hash: hash, Weight: float32(weight)})
}

func wordsAround(out []weigh.Feature, text []rune, i, j int) []weigh.Feature {
	const stem, near = 5, 12
	first, next := len(out), stretch{}
	for n, w := range wordsOf(text[:i], wordsBefore, true) {
		fade := 1 / (1 + float64(n)/6)
		out = putStrongest(out, first, hashWord(beforeWord, text[w.from:w.to]), fade)
		out = putStrongest(out, first, hashWord(beforeStem, text[w.from:min(w.to, w.from+stem)]), fade/2)
		if n > 0 && n <= near {
			h := hashWord(beforePair, text[w.from:w.to])
			for _, r := range text[next.from:next.to] {
				h = weigh.Mix(h, lower(r))
			}
			out = putStrongest(out, first, h, 0.7/(1+float64(n-1)/6))
		}
		next = w
	}
	for n, w := range wordsOf(text[j:], wordsAfter, false) {
		out = putStrongest(out, first, hashWord(afterWord, text[j+w.from:j+w.to]), 1/(1+float64(n)/5))
	}
	return out
}

// wordsOf are the words and clause marks of text, at most n of them, from the
// front or the back.
func wordsOf(text []rune, n int, back bool) []stretch {
	var out []stretch
	for i := 0; i < len(text) && (back || len(out) < n); {
		end := i
		for end < len(text) && (unicode.IsLetter(text[end]) || text[end] == '\'') {
			end++
		}
		switch {
		case end > i:
			out = append(out, stretch{i, end})
		case text[i] == ',' || text[i] == ';' || text[i] == ':':
			end = i + 1
			out = append(out, stretch{i, end})
		default:
			end = i + 1
		}
		i = end
	}
	if back {
		out = out[max(0, len(out)-n):]
		for a, b := 0, len(out)-1; a < b; a, b = a+1, b-1 {
			out[a], out[b] = out[b], out[a]
		}
	}
	return out
}

func charsAround(out []weigh.Feature, text []rune, i, j int) []weigh.Feature {
	first := len(out)
	for n := 0; n < charsBefore && i-1-n >= 0; n++ {
		fade := 1 / (1 + float64(n)/10)
		at := i - 1 - n
		out = putStrongest(out, first, hashWord(beforeChar, text[at:at+1]), 0.4*fade)
		if at > 0 {
			out = putStrongest(out, first, hashWord(beforeWord, text[at-1:at+1]), fade)
		}
	}
	for n := 0; n < charsAfter && j+n+1 < len(text); n++ {
		out = putStrongest(out, first, hashWord(afterWord, text[j+n:j+n+2]), 1/(1+float64(n)/8))
	}
	return out
}

// hashWord hashes a kind and letters in lower case.
func hashWord(kind byte, word []rune) uint32 {
	h := weigh.Start(kind)
	for _, r := range word {
		h = weigh.Mix(h, lower(r))
	}
	return h
}
