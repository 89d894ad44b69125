package extract

import (
	_ "embed"
	"slices"
	"sync"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
	"github.com/ententelab/entente/weigh"
)

// What somebody says leans to a stance by all its words together: that budgets are not
// made abroad refuses, though no word of the lists says so. The weights of the words are
// learned (package weigh) from positions that a reader labelled, and what the rules of
// positions_content.go say is one word among them.

// A LabelledPosition is a sentence in which somebody takes a stance, as a reader said.
type LabelledPosition struct {
	Sentence   *entente.Document // that sentence alone
	Start, End int               // the verb with its content, in runes of its text
	Stance     string
	Weight     float64 // how much it counts
	Seen       bool    // the rules were written with it in view: that they read it well teaches nothing
}

// LearnStances fits the weights of the words of a position.
func LearnStances(positions []LabelledPosition, lex *lexicon.Lexicon) *weigh.Table {
	var lessons []weigh.Lesson
	for i := range positions {
		if l, ok := positions[i].lesson(lex); ok {
			lessons = append(lessons, l)
		}
	}
	return weigh.Learn(len(entente.Stances), lessons)
}

// lesson is what a labelled position teaches.
func (l *LabelledPosition) lesson(lex *lexicon.Lexicon) (weigh.Lesson, bool) {
	label := slices.Index(entente.Stances, l.Stance)
	p := newPassage(l.Sentence, lex)
	for i := range p.sentences {
		s := &p.sentences[i]
		if label < 0 || s.Heading || s.End <= l.Start || s.Start >= l.End {
			continue
		}
		f := stance{start: s.indexOf(l.Start), end: s.indexOf(min(l.End, s.End))}
		f.content = f.start
		if ruled, ok := p.ruledStance(s, f); ok {
			f.name, f.rule, f.speaker = ruled.name, ruled.rule, ruled.speaker
		}
		return weigh.Lesson{Features: p.stanceFeatures(nil, s, f, !l.Seen), Label: label, Weight: l.Weight}, true
	}
	return weigh.Lesson{}, false
}

// indexOf is where a character of the document stands in view.Text.
func (s *sentence) indexOf(at int) int {
	for i := range s.view.Text {
		if _, end := s.view.Span(i, i+1); end > at {
			return i
		}
	}
	return len(s.view.Text)
}

// ruledStance is the stance that the rules find most of in a stretch.
func (p *passage) ruledStance(s *sentence, within stance) (best stance, ok bool) {
	most := 0
	for _, f := range p.stances(s) {
		if over := min(f.end, within.end) - max(f.start, within.start); over > most && !f.author {
			best, most, ok = f, over, true
		}
	}
	return best, ok
}

//go:embed data/stance.bin.gz
var stanceFile []byte

var stanceWeights = sync.OnceValue(func() *weigh.Table { return weigh.MustTable(stanceFile) })

// unsaid is the stance of speech whose words no list knows.
const unsaid = "unsaid"

// sureEnough is how sure the weights must be of such.
const sureEnough = 0.5

// surer is how sure they must be to speak against the rules.
const surer = 0.5

// plain reports whether the words of a stance leave no doubt: that one decides oneself,
// that one stands by somebody; a verb that asks somebody to act.
func (p *passage) plain(s *sentence, f stance) bool {
	at := cues.of(p.doc.Lang).weigh(s.view.Text, f.content, f.end)
	switch f.name {
	case "refuse":
		return at[leanOwn] > 0
	case "assure":
		return at[leanAssure] > 0
	}
	return false
}

// weighedStance is what the words of a stance say, with what the rules say; "" if neither
// knows.
func (p *passage) weighedStance(s *sentence, f stance) string {
	if p.plain(s, f) {
		return f.name
	}
	var room [256]weigh.Feature
	label, sure := stanceWeights().Best(p.stanceFeatures(room[:0], s, f, true))
	switch {
	case f.name == unsaid && sure < sureEnough:
		return ""
	case f.name != unsaid && sure < surer:
		return f.name
	}
	return entente.Stances[label]
}

// The kinds of feature, as the first byte of what is hashed.
const (
	stanceAlways = 'A'
	stanceRuled  = 'N'
	stanceRule   = 'F'
	stanceWord   = 'w'
	stanceStem   = 't'
	stancePair   = 'p'
	stanceVerb   = 'v'
	stanceBefore = 'k'
)

// stanceFeatures appends what speaks for a stance: what the rules say and which of them,
// the verb, and all words of what is said.
func (p *passage) stanceFeatures(out []weigh.Feature, s *sentence, f stance, ruled bool) []weigh.Feature {
	const ruleWeight = 1.5
	lang := p.doc.Lang
	put := func(kind byte, text string, weight float32) {
		out = append(out, weigh.Feature{Hash: weigh.Hash(kind, []rune(text)), Weight: weight})
	}
	put(stanceAlways, "", 1)
	put(stanceAlways, string(lang), 1)
	if ruled {
		put(stanceRuled, f.name, ruleWeight)
		put(stanceRule, string(f.rule)+f.name, ruleWeight)
	}
	first := len(out)
	if lang == entente.English || lang == entente.Korean {
		out = stanceWords(out, s.view.Text, f.start, f.end)
	} else {
		out = stanceChars(out, s.view.Text, f.start, f.end)
	}
	return evened(out, first)
}

// stanceWords appends the words of text[i:j], singly, by their stems and in pairs; the
// first of them, which are the verb, once more.
func stanceWords(out []weigh.Feature, text []rune, i, j int) []weigh.Feature {
	const most, verb, stem = 60, 3, 5
	first := len(out)
	words := wordsOf(text[i:j], most, false)
	for n, w := range words {
		word := text[i+w.from : i+w.to]
		out = putStrongest(out, first, hashWord(stanceWord, word), 1)
		out = putStrongest(out, first, hashWord(stanceStem, word[:min(len(word), stem)]), 0.5)
		if n < verb {
			out = putStrongest(out, first, hashWord(stanceVerb, word), 1)
		}
		if n > 0 {
			h := hashWord(stancePair, text[i+words[n-1].from:i+words[n-1].to])
			for _, r := range word {
				h = weigh.Mix(h, lower(r))
			}
			out = putStrongest(out, first, h, 0.7)
		}
	}
	return out
}

// stanceChars appends the characters of text[i:j] in twos and threes; the last of them,
// which in Japanese are the verb, once more.
func stanceChars(out []weigh.Feature, text []rune, i, j int) []weigh.Feature {
	const most, verb = 90, 4
	first := len(out)
	for k := i; k < min(j, i+most); k++ {
		if k+2 <= j {
			out = putStrongest(out, first, hashWord(stanceWord, text[k:k+2]), 1)
		}
		if k+3 <= j {
			out = putStrongest(out, first, hashWord(stancePair, text[k:k+3]), 0.7)
		}
	}
	out = putStrongest(out, first, hashWord(stanceVerb, text[i:min(j, i+2)]), 1)
	out = putStrongest(out, first, hashWord(stanceBefore, text[max(i, j-verb):j]), 1)
	return out
}
