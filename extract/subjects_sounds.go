package extract

import "strings"

// romaji returns how many morae a word has that is written as Japanese is in Latin
// letters (Hepburn); 0 if it is no such word.
func romaji(word []rune) int {
	n := 0
	for i := 0; i < len(word); {
		k := mora(word, i)
		if k == 0 {
			return 0
		}
		i += k
		n++
	}
	return n
}

// mora returns the length of the mora at i: a vowel, a consonant with its vowel, a
// final n, or the first half of a double consonant; 0 if there is none.
func mora(word []rune, i int) int {
	at := func(k int) byte {
		if i+k >= len(word) || word[i+k] > 'z' {
			return 0
		}
		return byte(lower(word[i+k]))
	}
	a, b, c := at(0), at(1), at(2)
	switch {
	case vowel(a):
		return 1
	case a == b && strings.IndexByte("kstpc", a) >= 0 || a == 't' && b == 'c' && c == 'h':
		return 1
	case a == 'n' && !vowel(b) && b != 'y', a == 'm' && strings.IndexByte("bmp", b) >= 0 && b != 0:
		return 1
	case b == 'y' && strings.IndexByte("kgnhmrbp", a) >= 0 && (c == 'a' || c == 'u' || c == 'o'):
		return 3
	case (a == 's' || a == 'c') && b == 'h' && vowel(c) && c != 'e', a == 't' && b == 's' && c == 'u':
		return 3
	case a == 'j' && vowel(b) && b != 'e', a == 'f' && b == 'u':
		return 2
	case a == 's' && b == 'i', a == 't' && (b == 'i' || b == 'u'), a == 'd' && (b == 'i' || b == 'u'), a == 'h' && b == 'u':
		return 0
	case a == 'y' && (b == 'a' || b == 'u' || b == 'o'), a == 'w' && b == 'a':
		return 2
	case strings.IndexByte("kgszhtdnbpmr", a) >= 0 && vowel(b):
		return 2
	}
	return 0
}

func vowel(b byte) bool { return b == 'a' || b == 'e' || b == 'i' || b == 'o' || b == 'u' }

// pinyin reports whether a word is one or two syllables of Chinese in Latin letters.
func pinyin(word string) bool {
	for i := range word {
		if i > 0 && syllable(word[:i]) && syllable(word[i:]) {
			return true
		}
	}
	return syllable(word)
}

// finals are the ends of Chinese syllables.
var finals = wordMap("en", "pinyin_finals")

// syllable reports whether a word is one syllable of pinyin.
func syllable(word string) bool {
	k := 0
	switch {
	case strings.HasPrefix(word, "zh"), strings.HasPrefix(word, "ch"), strings.HasPrefix(word, "sh"):
		k = 2
	case word != "" && strings.IndexByte("bpmfdtnlgkhjqxrzcsyw", word[0]) >= 0:
		k = 1
	}
	return finals[word[k:]]
}
