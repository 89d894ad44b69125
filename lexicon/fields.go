package lexicon

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/fold"
)

//go:embed data/grounding/fields.yaml
var fieldsYAML []byte

// fields are words that belong together in four languages: what was learned of
// "ballot" holds for 选票.
type fields struct {
	in, near []uint32 // of each field: hashes of its name as a feature
	byLang   map[entente.Lang]*fieldTerms
}

// fieldTerms are the words of one language.
type fieldTerms struct {
	terms  *Terms
	fields [][]uint8 // of each term
}

var loadFields = sync.OnceValue(func() *fields {
	f, err := parseFields(fieldsYAML)
	if err != nil {
		panic(err) // the embedded file is broken: TestFields would have said so
	}
	return f
})

func parseFields(data []byte) (*fields, error) {
	var file yaml.MapSlice
	if err := yaml.UnmarshalWithOptions(data, &file, yaml.UseOrderedMap()); err != nil {
		return nil, fmt.Errorf("lexicon: fields.yaml: %w", err)
	}
	if len(file) > maxFacets {
		return nil, fmt.Errorf("lexicon: fields.yaml: more than %d fields", maxFacets)
	}
	f := &fields{byLang: map[entente.Lang]*fieldTerms{}}
	for n, item := range file {
		name := fmt.Sprint(item.Key)
		f.in, f.near = append(f.in, hashString(fieldIn, name)), append(f.near, hashString(fieldNear, name))
		words, ok := item.Value.(yaml.MapSlice)
		if !ok {
			return nil, fmt.Errorf("lexicon: fields.yaml: %s: no words", name)
		}
		for _, kv := range words {
			f.add(entente.Lang(fmt.Sprint(kv.Key)), fmt.Sprint(kv.Value), uint8(n))
		}
	}
	return f, nil
}

// add puts the words of a list into a field.
func (f *fields) add(lang entente.Lang, list string, field uint8) {
	t := f.byLang[lang]
	if t == nil {
		t = &fieldTerms{terms: NewTerms()}
		f.byLang[lang] = t
	}
	for word := range strings.SplitSeq(list, ",") {
		if word = fold.String(strings.TrimSpace(word)); word == "" {
			continue
		}
		n := t.terms.Add(word, int32(len(t.fields)))
		if int(n) == len(t.fields) {
			t.fields = append(t.fields, nil)
		}
		t.fields[n] = append(t.fields[n], field)
	}
}

// find returns the fields in a folded text, in order: at each place those of
// the longest word.
func (f *fields) find(text []rune, lang entente.Lang) []facetHit {
	t := f.byLang[lang]
	if t == nil {
		return nil
	}
	hits := make([]facetHit, 0, 8+len(text)/4)
	for i := range text {
		if i > 0 && letter(text[i]) && letter(text[i-1]) {
			continue
		}
		if n, end, ok := t.terms.At(text, i); ok {
			for _, field := range t.fields[n] {
				hits = append(hits, facetHit{field, int32(i), int32(end)})
			}
		}
	}
	return hits
}
