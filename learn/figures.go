package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ententelab/entente/extract"
	"github.com/ententelab/entente/read"
)

// optionalFigure is how much a figure counts that a second reader might leave out.
const optionalFigure = 0.5

// collectFigures reads the examples of the status of figures.
func collectFigures(dir string, gold []string) ([]extract.LabelledFigure, error) {
	rows, err := table(dir+"/figures.tsv", 8)
	if err != nil {
		return nil, err
	}
	var out []extract.LabelledFigure
	for _, c := range rows {
		value, err := strconv.ParseFloat(c[4], 64)
		if err != nil {
			return nil, fmt.Errorf("figures.tsv: %w", err)
		}
		f, err := labelled(c[5], c[6], c[7])
		if err != nil {
			return nil, fmt.Errorf("figures.tsv: %w", err)
		}
		f.Seen, f.Status, f.Unit, f.Value, f.Weight = c[1] == "seen", c[2], c[3], value, 1
		out = append(out, f)
	}
	for _, g := range gold {
		more, err := figures(g + "/figures.jsonl")
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	return out, nil
}

// figures reads the substantive figures of a gold set.
func figures(path string) ([]extract.LabelledFigure, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []extract.LabelledFigure
	for line := range bytes.Lines(data) {
		var r struct {
			Quote, Mention, Unit, Status, Class string
			Start                               int
			MentionStart                        int `json:"mention_start"`
			Value                               *float64
			Optional                            bool
		}
		if err := json.Unmarshal(line, &r); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		quote, at := []rune(r.Quote), r.MentionStart-r.Start
		end := at + len([]rune(r.Mention))
		if r.Value == nil || r.Class != "" && r.Class != "substantive" || at < 0 || end > len(quote) {
			continue
		}
		f, err := labelled(string(quote[:at]), r.Mention, string(quote[end:]))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		f.Seen, f.Status, f.Unit, f.Value, f.Weight = true, r.Status, r.Unit, *r.Value, 1
		if r.Optional {
			f.Weight = optionalFigure
		}
		out = append(out, f)
	}
	return out, nil
}

// labelled is a sentence, read as a document of its own, with a mention in it.
func labelled(before, mention, after string) (extract.LabelledFigure, error) {
	flat := strings.NewReplacer("\n", " ", "\r", " ")
	before, mention = flat.Replace(before), flat.Replace(mention)
	docs, err := read.Read("figure.txt", []byte(before+mention+flat.Replace(after)+"\n"))
	if err != nil {
		return extract.LabelledFigure{}, err
	}
	start := utf8.RuneCountInString(before)
	return extract.LabelledFigure{Sentence: docs[0], Start: start, End: start + utf8.RuneCountInString(mention)}, nil
}
