package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/ententelab/entente/extract"
	"github.com/ententelab/entente/read"
)

// optionalPosition is how much a position counts that a second reader might leave out.
const optionalPosition = 0.5

// collectPositions reads the examples of stances.
func collectPositions(dir string, gold []string) ([]extract.LabelledPosition, error) {
	rows, err := table(dir+"/positions.tsv", 5)
	if err != nil {
		return nil, err
	}
	var out []extract.LabelledPosition
	for _, c := range rows {
		p, err := labelledPosition(c[0], c[3], c[4])
		if err != nil {
			return nil, fmt.Errorf("positions.tsv: %w", err)
		}
		p.Seen, p.Stance, p.Weight = c[1] == "seen", c[2], 1
		out = append(out, p)
	}
	for _, g := range gold {
		more, err := positions(g + "/positions.jsonl")
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	return out, nil
}

// positions reads those of a gold set that others take than its author.
func positions(path string) ([]extract.LabelledPosition, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []extract.LabelledPosition
	for line := range bytes.Lines(data) {
		var r struct {
			Quote, Mention, Stance string
			Speaker                []string
			Optional               bool
		}
		if err := json.Unmarshal(line, &r); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		if len(r.Speaker) == 1 && r.Speaker[0] == "author" || r.Mention == "" || !strings.Contains(r.Quote, r.Mention) {
			continue
		}
		p, err := labelledPosition("", r.Quote, r.Mention)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		p.Seen, p.Stance, p.Weight = true, r.Stance, 1
		if r.Optional {
			p.Weight = optionalPosition
		}
		out = append(out, p)
	}
	return out, nil
}

// labelledPosition is a sentence, read as a document of its own in the given language,
// or the one it seems to be, with a mention in it.
func labelledPosition(lang, sentence, mention string) (extract.LabelledPosition, error) {
	flat := strings.NewReplacer("\n", " ", "\r", " ")
	sentence, mention = flat.Replace(sentence), flat.Replace(mention)
	at := strings.Index(sentence, mention)
	if at < 0 {
		return extract.LabelledPosition{}, fmt.Errorf("%q does not stand in %q", mention, sentence)
	}
	name := "position.txt"
	if lang != "" {
		name = "position." + lang + ".txt"
	}
	docs, err := read.Read(name, []byte(sentence+"\n"))
	if err != nil {
		return extract.LabelledPosition{}, err
	}
	start := utf8.RuneCountInString(sentence[:at])
	return extract.LabelledPosition{Sentence: docs[0], Start: start, End: start + utf8.RuneCountInString(mention)}, nil
}
