// Learn makes the weights by which phrases are grounded in concepts
// (lexicon/data/grounding/weights.bin.gz) from what readers said of phrases:
//
//	go run ./lexicon/learn [-gold causal.jsonl]... -o lexicon/data/grounding/weights.bin.gz
//
// phrases.tsv holds phrases of our own writing: concept, language, sign, phrase.
// sentences.tsv holds sentences of our own writing with a claim: language,
// sentence, cause, effect, the concepts of both, polarity, modality. A gold set's
// causal.jsonl adds its claims.
package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"strings"
	"unicode"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

// How much an example counts: a claim in its sentence, annotated by a careful
// reader, more than a phrase alone; one that a second reader might leave out
// less.
const (
	phraseWeight   = 0.4
	claimWeight    = 1.5
	optionalWeight = 0.75
)

func main() {
	log.SetFlags(0)
	var gold files
	dir := flag.String("dir", "lexicon/learn", "where phrases.tsv and sentences.tsv are")
	out := flag.String("o", "lexicon/data/grounding/weights.bin.gz", "the file to write")
	flag.Var(&gold, "gold", "causal.jsonl of a gold set; may be repeated")
	flag.Parse()
	examples, err := collect(*dir, gold)
	if err == nil {
		err = write(*out, lexicon.Learn(examples))
	}
	if err != nil {
		log.Fatal("learn: ", err)
	}
	fmt.Printf("%s: from %d examples\n", *out, len(examples))
}

type files []string

func (f *files) String() string     { return strings.Join(*f, " ") }
func (f *files) Set(s string) error { *f = append(*f, s); return nil }

func collect(dir string, gold []string) ([]lexicon.Example, error) {
	out, err := phrases(dir + "/phrases.tsv")
	if err != nil {
		return nil, err
	}
	more, err := sentences(dir + "/sentences.tsv")
	if err != nil {
		return nil, err
	}
	out = append(out, more...)
	for _, path := range gold {
		if more, err = claims(path); err != nil {
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

func sentences(path string) ([]lexicon.Example, error) {
	rows, err := table(path, 8)
	var out []lexicon.Example
	for _, c := range rows {
		out = appendSide(out, lexicon.Cause, entente.Lang(c[0]), c[1], c[2], c[4], claimWeight)
		out = appendSide(out, lexicon.Effect, entente.Lang(c[0]), c[1], c[3], c[5], claimWeight)
	}
	return out, err
}

// appendSide adds a cause or an effect that stands in its sentence.
func appendSide(out []lexicon.Example, role lexicon.Role, lang entente.Lang, sentence, phrase, concept string, weight float64) []lexicon.Example {
	before, after, ok := strings.Cut(sentence, phrase)
	if !ok || phrase == "" || concept == "" {
		return out
	}
	return append(out, lexicon.Example{Lang: lang, Before: before, Phrase: phrase, After: after, Concept: entente.ConceptID(concept), Weight: weight, Role: role})
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
			Optional             bool
		}
		if err := json.Unmarshal(line, &r); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		weight := claimWeight
		if r.Optional {
			weight = optionalWeight
		}
		out = appendSide(out, lexicon.Cause, langOf(r.Quote), r.Quote, r.Cause, r.CauseConcept, weight)
		out = appendSide(out, lexicon.Effect, langOf(r.Quote), r.Quote, r.Effect, r.EffectConcept, weight)
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

// table reads the rows of a tab-separated file; lines that begin with # are
// remarks.
func table(path string, columns int) ([][]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out [][]string
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		if strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		row := strings.Split(lines.Text(), "\t")
		if len(row) != columns {
			return nil, fmt.Errorf("%s:%d: %d columns, not %d", path, n, len(row), columns)
		}
		out = append(out, row)
	}
	return out, lines.Err()
}

// write writes the weights, compressed without a date, so that the same
// examples give the same file.
func write(path string, w *lexicon.Weights) error {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return err
	}
	if err := w.Write(z); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}
