package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/extract"
	"github.com/ententelab/entente/lexicon"
	"github.com/ententelab/entente/read"
)

// How much an example counts: a claim in its sentence, annotated by a careful
// reader, more than a phrase alone or a plain sentence made to show one verb; one
// that a second reader might leave out less.
const (
	phraseWeight   = 0.7
	claimWeight    = 1.5
	plainWeight    = 0.8
	optionalWeight = 0.75
)

// collect reads the examples of concepts.
func collect(dir string, gold []string) ([]lexicon.Example, error) {
	out, err := phrases(dir + "/phrases.tsv")
	if err != nil {
		return nil, err
	}
	for _, f := range []struct {
		name   string
		weight float64
	}{{"sentences.tsv", claimWeight}, {"plain.tsv", plainWeight}} {
		more, err := sentences(dir+"/"+f.name, f.weight)
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	for _, path := range gold {
		more, err := claims(path + "/causal.jsonl")
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	return out, nil
}

var signs = map[string]entente.Sign{"+": entente.Plus, "-": entente.Minus}

func phrases(path string) ([]lexicon.Example, error) {
	rows, err := table(path, 4)
	var out []lexicon.Example
	for _, c := range rows {
		if c[0] == "none" {
			c[0] = ""
		}
		out = append(out, lexicon.Example{Concept: entente.ConceptID(c[0]), Lang: entente.Lang(c[1]), Phrase: c[3], Weight: phraseWeight, Sign: signs[c[2]]})
	}
	return out, err
}

func sentences(path string, weight float64) ([]lexicon.Example, error) {
	rows, err := table(path, 9)
	if err != nil {
		return nil, err
	}
	var out []lexicon.Example
	for _, c := range rows {
		claim := claim{c[2], c[3], c[4], c[5], c[6], c[7]}
		sides := claim.sides(entente.Lang(c[0]), weight)
		if c[1] == "unseen" && len(sides) == 2 {
			if sides[0].Counted, sides[1].Counted, err = claim.counted(); err != nil {
				return nil, err
			}
		}
		out = append(out, sides...)
	}
	return out, nil
}

// counted is what the rules count that the two sides say of their concepts.
func (c claim) counted() (cause, effect entente.Sign, err error) {
	docs, err := read.Read("sentence.txt", []byte(c.sentence+"\n"))
	if err != nil {
		return 0, 0, err
	}
	side := func(phrase, concept string) extract.LabelledSide {
		before, _, _ := strings.Cut(c.sentence, phrase)
		start := utf8.RuneCountInString(before)
		return extract.LabelledSide{Start: start, End: start + utf8.RuneCountInString(phrase), Concept: entente.ConceptID(concept)}
	}
	cause, effect = extract.Counted(docs[0], lexicon.Default(), side(c.cause, c.causeConcept), side(c.effect, c.effectConcept))
	return cause, effect, nil
}

// A claim is a sentence with a cause and an effect in it, as a reader gave them.
type claim struct {
	sentence, cause, effect, causeConcept, effectConcept, polarity string
}

// sides are the examples of a claim: its cause, unless that is elided, and its
// effect, which stands next.
func (c claim) sides(lang entente.Lang, weight float64) []lexicon.Example {
	var out []lexicon.Example
	add := func(role lexicon.Role, phrase, concept string) {
		before, after, ok := strings.Cut(c.sentence, phrase)
		if ok && phrase != "" && concept != "" {
			out = append(out, lexicon.Example{Lang: lang, Before: before, Phrase: phrase, After: after, Concept: entente.ConceptID(concept), Weight: weight, Role: role})
		}
	}
	add(lexicon.Cause, c.cause, c.causeConcept)
	add(lexicon.Effect, c.effect, c.effectConcept)
	if n := len(out); n > 0 && out[n-1].Role == lexicon.Effect {
		out[n-1].Makes = signs[c.polarity]
	}
	return out
}

func claims(path string) ([]lexicon.Example, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []lexicon.Example
	for line := range bytes.Lines(data) {
		var r struct {
			Quote, Cause, Effect string
			CauseConcept         string `json:"cause_concept"`
			EffectConcept        string `json:"effect_concept"`
			Polarity             string
			Optional             bool
		}
		if err := json.Unmarshal(line, &r); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		weight := claimWeight
		if r.Optional {
			weight = optionalWeight
		}
		out = append(out, claim{r.Quote, r.Cause, r.Effect, r.CauseConcept, r.EffectConcept, r.Polarity}.sides(langOf(r.Quote), weight)...)
	}
	return out, nil
}

// langOf tells the language of a sentence by its letters.
func langOf(s string) entente.Lang {
	lang := entente.English
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Hangul, r):
			return entente.Korean
		case unicode.In(r, unicode.Hiragana, unicode.Katakana):
			return entente.Japanese
		case unicode.Is(unicode.Han, r):
			lang = entente.Chinese
		}
	}
	return lang
}
