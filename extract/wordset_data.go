package extract

import (
	"github.com/goccy/go-yaml"

	"github.com/ententelab/entente/fold"
)

// The kinds of word lists in the data files. Their words are folded, since the text
// that they are looked for in is folded.

// UnmarshalYAML reads a list into a set that is read forward.
func (w *wordset) UnmarshalYAML(unmarshal func(any) error) error {
	words, err := wordList(unmarshal)
	*w = *foldedSet(false, words)
	return err
}

// An ending is a set that is read from the end of a word.
type ending struct{ *wordset }

// UnmarshalYAML reads a list.
func (e *ending) UnmarshalYAML(unmarshal func(any) error) error {
	words, err := wordList(unmarshal)
	e.wordset = foldedSet(true, words)
	return err
}

// A verbset is a set read forward, with all forms of its English verbs.
type verbset struct{ *wordset }

// UnmarshalYAML reads a list.
func (v *verbset) UnmarshalYAML(unmarshal func(any) error) error {
	words, err := wordList(unmarshal)
	v.wordset = foldedSet(false, withVerbForms(words))
	return err
}

// bothWays is a list read forward, and from the end of a word.
type bothWays struct{ ahead, back *wordset }

// UnmarshalYAML reads a list.
func (b *bothWays) UnmarshalYAML(unmarshal func(any) error) error {
	words, err := wordList(unmarshal)
	b.ahead, b.back = foldedSet(false, words), foldedSet(true, words)
	return err
}

// foldedWords are words that a piece of text is compared with as a whole.
type foldedWords map[string]bool

// UnmarshalYAML reads a list.
func (f *foldedWords) UnmarshalYAML(unmarshal func(any) error) error {
	words, err := wordList(unmarshal)
	*f = make(foldedWords)
	for _, w := range words {
		(*f)[fold.String(w)] = true
	}
	return err
}

func wordList(unmarshal func(any) error) (words []string, err error) {
	err = unmarshal(&words)
	return words, err
}

// wordsByKey reads lists by their key, in the file's order.
func wordsByKey(unmarshal func(any) error) (keys []string, words [][]string, err error) {
	var items yaml.MapSlice
	if err := unmarshal(&items); err != nil {
		return nil, nil, err
	}
	for _, item := range items {
		key, _ := item.Key.(string)
		list, _ := item.Value.([]any)
		var of []string
		for _, w := range list {
			if w, ok := w.(string); ok {
				of = append(of, w)
			}
		}
		keys, words = append(keys, key), append(words, of)
	}
	return keys, words, nil
}

// withVerbForms adds the forms of English verbs to a list.
func withVerbForms(list []string) []string {
	var out []string
	for _, w := range list {
		if w != "" && latin(rune(w[0])) {
			out = append(out, eventForms("en", w, true)...)
		} else {
			out = append(out, w)
		}
	}
	return out
}
