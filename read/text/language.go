package text

import (
	"sync"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"github.com/ententelab/entente"
)

// letters counts the letters of a text by script. A Chinese character or a
// syllable carries about as much as three Latin letters.
type letters struct {
	han, kana, hangul, latin int
	trad, simp               int // characters that only one of the two scripts uses
}

func (c *letters) count(r []rune) {
	forms := hanForms()
	for _, x := range r {
		switch {
		case x < 0x80:
			if x|0x20 >= 'a' && x|0x20 <= 'z' {
				c.latin++
			}
		case x >= 0x4E00 && x <= 0x9FFF:
			c.han++
			switch forms[x-0x4E00] {
			case 't':
				c.trad++
			case 's':
				c.simp++
			}
		case hangul(x):
			c.hangul++
		case kana(x):
			c.kana++
		case latin(x):
			c.latin++
		}
	}
}

// weight is how much text the letters are, in Latin letters.
func (c *letters) weight() int { return 3*(c.han+c.kana+c.hangul) + c.latin }

func (c *letters) language() entente.Lang {
	cjk := c.han + c.kana + c.hangul
	switch {
	case cjk+c.latin == 0:
		return ""
	case 3*cjk < c.latin:
		return entente.English
	case 4*c.hangul > c.han && c.hangul > c.kana:
		return entente.Korean
	case 8*c.kana > c.han:
		return entente.Japanese
	}
	return entente.Chinese
}

// Language returns the language and script that most of the text is written
// in: most of its prose, line by line, so that quotations, notes and headings
// in other languages do not change it. Both are empty for a text without
// letters.
func Language(r []rune) (entente.Lang, entente.Script) {
	var t tally
	for i := 0; i < len(r); {
		end := i
		for end < len(r) && !lineEnd(r[end]) {
			end++
		}
		t.line(r[i:end])
		i = end + 1
	}
	return t.result()
}

// mainLanguage is the language of the text without its labelled lines and
// abstracts, which are often in several languages.
func (l *layout) mainLanguage() (entente.Lang, entente.Script) {
	var t tally
	skip := 0
	for i := range l.blocks {
		b := &l.blocks[i]
		switch {
		case b.abstract:
			skip = 3
		case b.kind != body:
			skip = 0
		case skip > 0 && b.width > 60:
			skip--
		default:
			t.line(l.text(b))
		}
	}
	if lang, script := t.result(); lang != "" {
		return lang, script
	}
	return Language(l.r)
}

// cites reports whether a line has an address in it, or a quotation and a page
// as the text of a note has.
func cites(r []rune) bool {
	return contains(r, "http") || contains(r, "pp. ") || contains(r, ",\" ") || contains(r, ",” ")
}

// A tally adds up lines by their language: all of them, and those of prose.
type tally struct{ prose, all weights }

type weights struct {
	byLang  map[entente.Lang]int
	total   int
	chinese letters
}

func (t *tally) line(r []rune) {
	var c letters
	c.count(r)
	t.all.add(c)
	if c.weight() > 110 && !(len(r) < 1500 && cites(r)) {
		t.prose.add(c)
	}
}

// result is the language of the prose; where there is none, of everything.
func (t *tally) result() (entente.Lang, entente.Script) {
	w := &t.prose
	if w.total == 0 {
		w = &t.all
	}
	best := entente.Lang("")
	for _, lang := range []entente.Lang{entente.Chinese, entente.Japanese, entente.Korean, entente.English} {
		if w.byLang[lang] > w.byLang[best] {
			best = lang
		}
	}
	return best, script(best, w.chinese)
}

func (w *weights) add(c letters) {
	if w.byLang == nil {
		w.byLang = map[entente.Lang]int{}
	}
	lang := c.language()
	w.byLang[lang] += c.weight()
	w.total += c.weight()
	if lang == entente.Chinese {
		w.chinese.trad += c.trad
		w.chinese.simp += c.simp
	}
}

func script(lang entente.Lang, c letters) entente.Script {
	switch lang {
	case entente.English:
		return entente.Latn
	case entente.Korean:
		return entente.Kore
	case entente.Japanese:
		return entente.Jpan
	case entente.Chinese:
		if c.trad > c.simp {
			return entente.Hant
		}
		return entente.Hans
	}
	return ""
}

// hanForms tells for each character from U+4E00 whether it is common in one
// of the two scripts and unknown to the other's national standard: 's' for the
// first level of GB 2312 outside the first level of Big5, 't' for the first
// level of Big5 outside GB 2312.
var hanForms = sync.OnceValue(func() *[0x9FFF - 0x4E00 + 1]byte {
	var forms [0x9FFF - 0x4E00 + 1]byte
	gb, big5 := simplifiedchinese.GBK.NewEncoder(), traditionalchinese.Big5.NewEncoder()
	for i := range forms {
		s := string(rune(0x4E00 + i))
		g, _ := gb.String(s)
		b, _ := big5.String(s)
		inGB := len(g) == 2 && g[0] >= 0xB0 && g[0] <= 0xF7 && g[1] >= 0xA1
		commonGB := inGB && g[0] <= 0xD7
		commonBig5 := len(b) == 2 && b[0] >= 0xA4 && b[0] <= 0xC6
		switch {
		case commonGB && !commonBig5:
			forms[i] = 's'
		case commonBig5 && !inGB:
			forms[i] = 't'
		}
	}
	return &forms
})
