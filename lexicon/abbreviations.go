package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ententelab/entente/fold"
)

// An abbreviationShape is how a file of names gives the one-character names of
// states.
type abbreviationShape struct {
	Strong []string // "美 USA": good in any compound of two or more
	Weak   []string // "比 PHL": good in the pairs, and in compounds that hold one
	Lone   []string // "华 CHN": never in a compound
	Pairs  []string // compounds of two that have a weak one
	Before []string // words before a single one: 对 驻 访
	Firm   []string // such words after which 日期 is no word: 访日期间
	After  []string // words after a single one: 方 军
	Opens  []string // words after a single one that begins a clause: 要求
	Shy    []string // those that are too common alone: 中; with the words after
}

// abbreviations knows the one-character names of states: 美 and 日 in 美日同盟,
// 对日, 美方. They are read only in compounds and beside telling words.
type abbreviations struct {
	at      []uint8 // of each rune of the basic plane: index into entries; 0 if none
	entries []abbreviation
	pairs   map[string]bool
	before  map[string]bool
	firm    map[string]bool
	after   map[string]bool
	opens   map[string]bool
	shy     map[string]bool
}

type abbreviation struct {
	entry      *Entry
	weak, lone bool
}

func newAbbreviations(files []shape, byID map[string]*Entry) abbreviations {
	a := abbreviations{at: make([]uint8, 0x10000), entries: make([]abbreviation, 1)}
	var s abbreviationShape
	for _, f := range files {
		b := f.Abbreviations
		a.add(b.Strong, byID, false, false)
		a.add(b.Weak, byID, true, false)
		a.add(b.Lone, byID, true, true)
		s.Pairs, s.Before, s.Firm = append(s.Pairs, b.Pairs...), append(s.Before, b.Before...), append(s.Firm, b.Firm...)
		s.After, s.Opens, s.Shy = append(s.After, b.After...), append(s.Opens, b.Opens...), append(s.Shy, b.Shy...)
	}
	a.pairs, a.before, a.firm = set(s.Pairs), set(s.Before), set(s.Firm)
	a.after, a.opens, a.shy = set(s.After), set(s.Opens), set(s.Shy)
	return a
}

func (a *abbreviations) add(list []string, byID map[string]*Entry, weak, lone bool) {
	for _, line := range list {
		r, size := utf8.DecodeRuneInString(fold.String(line))
		e := byID[strings.TrimSpace(fold.String(line)[size:])]
		if r > 0xFFFF || e == nil || len(a.entries) == 255 {
			continue
		}
		a.at[r] = uint8(len(a.entries))
		a.entries = append(a.entries, abbreviation{e, weak, lone})
	}
}

func set(lists []string) map[string]bool {
	m := make(map[string]bool)
	for _, l := range lists {
		for w := range strings.FieldsSeq(l) {
			m[fold.String(w)] = true
		}
	}
	return m
}

// index returns a rune's index into entries, 0 if it abbreviates nothing.
func (a *abbreviations) index(r rune) uint8 {
	if uint32(r) < uint32(len(a.at)) {
		return a.at[r]
	}
	return 0
}

// abbreviated reads the abbreviations that start at i, and reports whether
// there are any. worded says that an ordinary word starts there too.
func (f *finder) abbreviated(i int, worded bool) bool {
	at, n := f.compound(i)
	switch {
	case n >= 2 && !worded && f.firm(at[:n]):
		for _, k := range at[:n] {
			f.out = append(f.out, Mention{Start: k, End: k + 1, Entry: f.abbr.entries[f.abbr.index(f.text[k])].entry})
		}
		f.free[actorLayer] = at[n-1] + 1
		return true
	case f.alone(i, worded):
		f.out = append(f.out, Mention{Start: i, End: i + 1, Entry: f.abbr.entries[f.abbr.index(f.text[i])].entry})
		f.free[actorLayer] = i + 1
		return true
	}
	return false
}

// compound returns the places of abbreviations that follow one another from i,
// perhaps with signs between them: 美日韩, 美日+菲, 日、菲、澳. It stops where a
// name or word of more than one character begins.
func (f *finder) compound(i int) (at [12]int, n int) {
	for k := i; k < len(f.text) && n < len(at); {
		x := f.abbr.index(f.text[k])
		if x == 0 || n > 0 && (f.abbr.entries[x].lone || f.wordAt(k) || f.abbr.entries[x].weak && !f.pair(at[n-1], k)) {
			break
		}
		at[n] = k
		n++
		if k++; k+1 < len(f.text) && joins(f.text[k]) && f.abbr.index(f.text[k+1]) != 0 {
			k++
		}
	}
	return at, n
}

func joins(r rune) bool { return strings.ContainsRune("+-·・、/—–", r) }

// wordAt reports whether a longer name or word starts at k. 韩国防长 is the
// minister of 韩, not the head of 韩国.
func (f *finder) wordAt(k int) bool {
	if k+2 < len(f.text) && f.text[k+1] == '国' && f.text[k+2] == '防' {
		return false
	}
	return f.longest(k)[actorLayer].end > k+1
}

// firm reports whether the runes at these places are a compound of states.
func (f *finder) firm(at []int) bool {
	first := f.text[at[0]]
	if first == '日' && at[0] > 0 && unicode.IsDigit(f.text[at[0]-1]) {
		return false
	}
	strong := 0
	for _, k := range at {
		a := f.abbr.entries[f.abbr.index(f.text[k])]
		if a.lone {
			return false
		}
		if !a.weak {
			strong++
		}
	}
	if len(at) > 2 {
		// 以美日同盟为…: the first is a preposition.
		return strong >= 2 && !f.abbr.entries[f.abbr.index(first)].weak
	}
	// 同盟中美方: the first is a preposition.
	if f.abbr.shy[string(first)] && f.after(at[1]+1) == "方" {
		return false
	}
	return strong == 2 || f.pair(at[0], at[1])
}

// pair reports whether the runes at i and j are a usual pair.
func (f *finder) pair(i, j int) bool {
	return f.abbr.pairs[string(f.text[i])+string(f.text[j])]
}

// alone reports whether the rune at i is a state by the words beside it.
func (f *finder) alone(i int, worded bool) bool {
	r := string(f.text[i])
	entry := f.abbr.entries[f.abbr.index(f.text[i])]
	if i > 0 {
		prev := string(f.text[i-1])
		if f.abbr.firm[prev] && (!worded || f.text[i] == '日') || f.abbr.before[prev] && !worded && !f.abbr.shy[r] {
			return true
		}
	}
	if worded || entry.lone || entry.weak || f.text[i] == '日' && i > 0 && unicode.IsDigit(f.text[i-1]) {
		return false
	}
	after := f.after(i + 1)
	switch {
	case f.abbr.shy[r]:
		return len([]rune(after)) == 1
	case after != "":
		return true
	}
	return (i == 0 || !unicode.IsLetter(f.text[i-1])) && f.word(f.abbr.opens, i+1) != ""
}

// after returns the telling word that starts at i, "" if there is none.
func (f *finder) after(i int) string { return f.word(f.abbr.after, i) }

// word returns the longest word of a set that starts at i.
func (f *finder) word(words map[string]bool, i int) string {
	for n := min(4, len(f.text)-i); n > 0; n-- {
		if w := string(f.text[i : i+n]); words[w] {
			return w
		}
	}
	return ""
}
