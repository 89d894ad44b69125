package collate

import (
	_ "embed"
	"strings"
	"unicode/utf8"

	"github.com/ententelab/entente/lexicon"
)

//go:embed data/hanja.tsv
var hanjaTable string

// A koreanDictionary finds Korean words of Chinese origin by how their
// characters are read: 협정 is 协定, agreement. Words that sound alike are one.
type koreanDictionary struct {
	words *lexicon.Terms
	keys  [][]uint64
}

// mostAlike is how many Chinese words one Korean word may be before it says
// nothing.
const mostAlike = 8

// newKorean reads the words of a table of Chinese words in Korean.
func newKorean(table string) *koreanDictionary {
	reading := map[rune]rune{}
	for line := range strings.Lines(hanjaTable) {
		hangul, chars, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || line[0] == '#' {
			continue
		}
		r, _ := utf8.DecodeRuneInString(hangul)
		for _, c := range chars {
			reading[c] = r
		}
	}
	k := &koreanDictionary{words: lexicon.NewTerms()}
	alike := []int{}
	for line := range strings.Lines(table) {
		zh, en, ok := strings.Cut(strings.TrimSpace(line), "\t")
		word := readAloud([]rune(zh), reading)
		if !ok || line[0] == '#' || word == "" {
			continue
		}
		at := int(k.words.Add(word, int32(len(k.keys))))
		if at == len(k.keys) {
			k.keys, alike = append(k.keys, nil), append(alike, 0)
		}
		if alike[at]++; alike[at] > mostAlike {
			k.keys[at] = nil
			continue
		}
		k.keys[at] = append(k.keys[at], pairs([]rune(zh))...)
		for w := range strings.FieldsSeq(en) {
			k.keys[at] = append(k.keys[at], key("w"+stem(w)))
		}
	}
	return k
}

// readAloud writes a Chinese word of two to five characters in Hangul, with
// the sounds that change at the start of a word; "" if a character has no
// reading.
func readAloud(word []rune, reading map[rune]rune) string {
	if len(word) < 2 || len(word) > 5 {
		return ""
	}
	out := make([]rune, len(word))
	for i, c := range word {
		r, ok := reading[c]
		switch {
		case !ok:
			return ""
		case i == 0:
			r = initial(r)
		case r == '률' || r == '렬':
			if final := (out[i-1] - 0xAC00) % 28; final == 0 || final == 4 {
				r = soft(r, 11)
			}
		}
		out[i] = r
	}
	return string(out)
}

// A Hangul syllable is its first consonant, vowel and last consonant:
// 588 syllables begin alike, 28 have first and vowel alike.
const (
	syllables = 588
	firstN    = 2
	firstR    = 5
	firstNone = 11
)

// initial changes the consonant that a syllable has at the start of a word:
// 력사 is 역사, 로동 노동, 녀자 여자.
func initial(r rune) rune {
	first, vowel := (r-0xAC00)/syllables, (r-0xAC00)%syllables/28
	narrow := strings.ContainsRune("\x02\x03\x06\x07\x0c\x11\x14", vowel) // ㅑㅒㅕㅖㅛㅠㅣ
	switch {
	case (first == firstN || first == firstR) && narrow:
		return soft(r, firstNone)
	case first == firstR:
		return soft(r, firstN)
	}
	return r
}

// soft gives a syllable another first consonant.
func soft(r, first rune) rune { return 0xAC00 + first*syllables + (r-0xAC00)%syllables }

// koreanWords reads the words of Chinese origin in a Korean text, from the
// start of each written word on; what follows is a particle or an ending.
func koreanWords(text []rune, covered []bool) []unit {
	d := chinese().korean()
	var out []unit
	for i := 0; i < len(text); {
		v, end, ok := d.words.At(text, i)
		if !ok || !free(covered, i, end) {
			for i < len(text) && hangul(text[i]) {
				i++
			}
			i++
			continue
		}
		if len(d.keys[v]) > 0 {
			out = append(out, unit{id: key("h" + string(text[i:end])), keys: d.keys[v], start: i, end: end})
		}
		i = end
	}
	return out
}

func hangul(r rune) bool { return r >= 0xAC00 && r <= 0xD7A3 }
