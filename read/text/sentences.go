package text

import (
	"strings"

	"github.com/ententelab/entente"
)

// A flow is running text without the furniture that stands inside it. pos
// leads back: r[i] stands at pos[i] in the document; nil if r begins at offset
// and nothing is left out.
type flow struct {
	r      []rune
	pos    []int
	offset int
}

// flowOf returns r[start:end] without the furniture in skip, which is sorted.
func flowOf(r []rune, start, end int, skip []entente.Furniture) flow {
	if len(skip) == 0 {
		return flow{r: r[start:end], offset: start}
	}
	f := flow{r: make([]rune, 0, end-start), pos: make([]int, 0, end-start)}
	k := 0
	for i := start; i < end; i++ {
		for k < len(skip) && skip[k].End <= i {
			k++
		}
		if k < len(skip) && skip[k].Start <= i {
			i = min(skip[k].End, end) - 1
			continue
		}
		f.r, f.pos = append(f.r, r[i]), append(f.pos, i)
	}
	return f
}

// span returns the place in the document of f.r[from:to].
func (f flow) span(from, to int) (start, end int) {
	if f.pos == nil {
		return f.offset + from, f.offset + to
	}
	return f.pos[from], f.pos[to-1] + 1
}

// sentences cuts a flow into sentences. A semicolon ends none. A closing quote
// or bracket belongs to the sentence before it; inside brackets, and inside
// Japanese quotes, no sentence ends.
func (f flow) sentences(lang entente.Lang) []entente.Sentence {
	var out []entente.Sentence
	r, from := f.r, 0
	open := false // a straight quote is open
	for i := 0; i < len(r); i++ {
		c := r[i]
		if c == '"' {
			open = !open
			continue
		}
		if c == '(' || c == '（' || lang == entente.Japanese && (c == '「' || c == '『') {
			i = closing(r, i)
			continue
		}
		if !stopMark(c) || !ends(r, i) {
			continue
		}
		to, goesOn := sentenceEnd(r, i, open, lang)
		if goesOn || onlyNumber(r[from:i]) {
			continue
		}
		for _, c := range r[i:to] {
			open = open != (c == '"')
		}
		out = f.add(out, from, to)
		from, i = to, to-1
	}
	return f.add(out, from, len(r))
}

// source reports whether a text is nothing but a source in brackets, such as
// (Smith 2020, 15), which belongs to the sentence before it.
func source(r []rune) bool {
	if len(r) > 80 || !in(r[0], "(（") || closing(r, 0) < len(r)-2 {
		return false
	}
	for i := 0; i+3 < len(r); i++ {
		if n := allDigits(r[i : i+4]); n > 1800 && n < 2100 {
			return true
		}
	}
	return false
}

// stopMark reports whether c is one of terminals.
func stopMark(c rune) bool {
	switch c {
	case '.', '!', '?', '。', '！', '？', '…', '｡', '．':
		return true
	}
	return false
}

// onlyNumber reports whether all that stands before a stop is the number of an
// item: 『1. or (2.
func onlyNumber(r []rune) bool {
	r = trimLeft(trimmed(r), openers)
	return len(r) > 0 && len(r) < 4 && (allDigits(r) > 0 || romanValue(string(r)) > 0 || koreanValue(r) > 0 || len(r) == 1 && upper(r[0]))
}

func (f flow) add(out []entente.Sentence, from, to int) []entente.Sentence {
	from, to = trim(f.r, from, to)
	if from >= to {
		return out
	}
	start, end := f.span(from, to)
	if len(out) > 0 && source(f.r[from:to]) {
		out[len(out)-1].End = end
		return out
	}
	return append(out, entente.Sentence{Start: start, End: end})
}

// longestBracket is how far a bracket or quote may reach; one that is not
// closed within it is taken for a slip.
const longestBracket = 400

// closing returns the place of the bracket that closes the one at i, or i if
// there is none near.
func closing(r []rune, i int) int {
	depth := 0
	for j := i; j < len(r) && j < i+longestBracket; j++ {
		switch r[j] {
		case '(', '（', '「', '『':
			depth++
		case ')', '）', '」', '』':
			if depth--; depth == 0 {
				return j
			}
		}
	}
	return i
}

// sentenceEnd returns where the sentence ends that the mark at i closes: after
// further marks and closing quotes; open tells whether a straight quote is open.
// The text goes on if a quotation ends there that the sentence is built around,
// as in 「…。」と述べた or "…?"라고.
func sentenceEnd(r []rune, i int, open bool, lang entente.Lang) (to int, goesOn bool) {
	to = i + 1
	for to < len(r) && in(r[to], stops) {
		to++
	}
	quoted := to
	for to < len(r) && in(r[to], closers) {
		if r[to] == '"' {
			if !closesQuote(r, to, open) {
				break
			}
			open = false
		}
		to++
	}
	if r[i] == '.' {
		to = strayNumber(r, i, to)
	}
	if r[i] == '?' || r[i] == '!' {
		if next := skipSpace(r, to); next > to && next < len(r) && lower(r[next]) {
			return to, true
		}
	}
	if to > quoted && to < len(r) {
		goesOn = in(r[to], weakStops) || r[to] == '的' || lang == entente.Korean && hangul(r[to])
	}
	return to, goesOn
}

func skipSpace(r []rune, i int) int {
	for i < len(r) && space(r[i]) {
		i++
	}
	return i
}

// closesQuote reports whether the straight quote at i closes a quotation:
// spaces tell, or else whether one is open.
func closesQuote(r []rune, i int, open bool) bool {
	switch {
	case i+1 == len(r) || space(r[i+1]):
		return true
	case space(r[i-1]):
		return false
	}
	return open
}

// ends reports whether the mark at i ends a sentence.
func ends(r []rune, i int) bool {
	switch r[i] {
	case '.':
		return pointEnds(r, i)
	case '!', '?':
		return i+1 == len(r) || !latin(r[i+1]) && !digit(r[i+1]) && r[i+1] != '/' && r[i+1] != '='
	case '…':
		return ellipsisEnds(r, i)
	case '．':
		return i == 0 || !digit(r[i-1])
	}
	return true
}

// ellipsisEnds reports whether the dots at i close a sentence: the line or the
// quotation ends with them.
func ellipsisEnds(r []rune, i int) bool {
	for i < len(r) && r[i] == '…' {
		i++
	}
	if i < len(r) && in(r[i], "”』」\"") {
		i++
		return i == len(r) || !ideograph(r[i]) && !in(r[i], weakStops)
	}
	return i == len(r)
}

// pointEnds reports whether the full point at i ends a sentence.
func pointEnds(r []rune, i int) bool {
	j := i + 1
	for j < len(r) && in(r[j], "”’\"')]」』.") {
		j++
	}
	j = strayNumber(r, i, j)
	if j < len(r) && !space(r[j]) {
		return ideograph(r[j]) && i > 0 && (ideograph(r[i-1]) || j > i+1 && r[j-1] != '.')
	}
	for j < len(r) && space(r[j]) {
		j++
	}
	if j == len(r) {
		return true
	}
	if lower(r[j]) || in(r[j], weakStops) {
		return false
	}
	return !abbreviates(r, i, j)
}

// strayNumber steps over the number of a note that stands right behind the point
// at i, or behind the quotes that close there, as in "facilities.2 These"; the
// text of the note need not be there.
func strayNumber(r []rune, i, j int) int {
	end := j
	for end < len(r) && digit(r[end]) {
		end++
	}
	if end == j || end-j > 3 || i < 4 || !word(r[i-4:i]) || end < len(r) && !space(r[end]) {
		return j
	}
	if next := skipSpace(r, end); next < len(r) && !upper(r[next]) && !in(r[next], "“\"‘") {
		return j
	}
	return end
}

// abbreviates reports whether the point at i belongs to an abbreviation or an
// initial and the text that goes on at j goes on in the same sentence. What is posted on
// X. ends there.
func abbreviates(r []rune, i, j int) bool {
	w := i
	for w > 0 && i-w < 20 && (latin(r[w-1]) || r[w-1] == '\'' || r[w-1] == '.' && w > 1 && latin(r[w-2])) {
		w--
	}
	if w == i {
		return false
	}
	v := words()
	word := string(r[w:i])
	switch {
	case v.ambiguous[word]:
		next := nextWord(r, j)
		return next != "" && (!v.starters[next] || next == "Under" && nextWord(r, j+len("Under ")) == "Secretary")
	case v.abbreviations[word]:
		return digit(r[j]) || !strings.EqualFold(word, "no") || !v.starters[nextWord(r, j)]
	}
	return i-w == 1 && upper(r[w]) && r[w] != 'I' && !(r[w] == 'X' && w > 3 && string(r[w-4:w]) == " on ")
}

// nextWord is the Latin word at r[i].
func nextWord(r []rune, i int) string {
	end := i
	for end < len(r) && latin(r[end]) {
		end++
	}
	return string(r[i:end])
}
