package collate

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/ententelab/entente/lexicon"
)

//go:embed data/zh-en.tsv.gz
var zhEn []byte

//go:embed data/words.tsv
var ownWords string

//go:embed data/kanji.tsv
var kanjiTable string

// A dictionary gives the keys of English words for Chinese ones.
type dictionary struct {
	words  *lexicon.Terms
	keys   [][]uint64 // of the English words, by the value of the term
	merged map[rune]rune
	korean func() *koreanDictionary
}

// chinese is the dictionary, read when the first translation is looked for.
var chinese = sync.OnceValue(func() *dictionary {
	d := &dictionary{words: lexicon.NewTerms(), merged: map[rune]rune{}}
	zr, err := gzip.NewReader(bytes.NewReader(zhEn))
	if err != nil {
		panic("collate: the shipped dictionary is damaged: " + err.Error())
	}
	table, err := io.ReadAll(zr)
	if err != nil {
		panic("collate: the shipped dictionary is damaged: " + err.Error())
	}
	d.keys = make([][]uint64, 0, 110_000)
	d.add(ownWords)
	d.add(string(table))
	d.korean = sync.OnceValue(func() *koreanDictionary { return newKorean(ownWords + string(table)) })
	for line := range strings.Lines(kanjiTable) {
		if ja, zh, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && line[0] != '#' {
			from, _ := utf8.DecodeRuneInString(ja)
			d.merged[from], _ = utf8.DecodeRuneInString(zh)
		}
	}
	return d
})

// add puts in the lines of a table. A word that is there already keeps its
// first glosses.
func (d *dictionary) add(table string) {
	for line := range strings.Lines(table) {
		if zh, en, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && line[0] != '#' {
			var keys []uint64
			for w := range strings.FieldsSeq(en) {
				keys = append(keys, englishKeys(w)...)
			}
			d.words.Add(zh, int32(len(d.keys)))
			d.keys = append(d.keys, keys)
		}
	}
}

// simplify writes Japanese characters as Chinese ones, in place.
func (d *dictionary) simplify(text []rune) {
	for i, r := range text {
		if s, ok := d.merged[r]; ok {
			text[i] = s
		}
	}
}
