package text

import (
	"github.com/ententelab/entente"
	"github.com/ententelab/entente/fold"
)

// Language returns the language and script that most of the text is written
// in. Quotations in other languages do not change it.
func Language(r []rune) (entente.Lang, entente.Script) {
	var nHan, nKana, nHangul, nLatin, trad, simp int
	for _, c := range r {
		switch {
		case c < 0x80:
			if latin(c) {
				nLatin++
			}
		case han(c):
			nHan++
			if fold.Rune(c) != c {
				trad++
			} else if simplifiedOnly(c) {
				simp++
			}
		case kana(c):
			nKana++
		case hangul(c):
			nHangul++
		}
	}
	switch cjk := nHan + nKana + nHangul; {
	case cjk*4 < nLatin || cjk == 0:
		if nLatin == 0 {
			return "", ""
		}
		return entente.English, entente.Latn
	case nHangul*3 > nHan && nHangul > nKana:
		return entente.Korean, entente.Kore
	case nKana*8 > nHan:
		return entente.Japanese, entente.Jpan
	case trad > simp:
		return entente.Chinese, entente.Hant
	}
	return entente.Chinese, entente.Hans
}

// simplifiedOnly reports whether c is a character of the Simplified script
// that the Traditional one does not use.
func simplifiedOnly(c rune) bool { return simplifiedSet()[c] }
