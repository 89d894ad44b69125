package extract

import (
	"slices"
	"strings"
)

// korean reads names of institutions in Korean by their shape: the last
// syllables of a word, before its particle; what follows the names of three
// states; and exercises in quotation marks.
func (r *namer) korean() []named {
	out := append(r.formatsKo(), r.signedKo()...)
	start := 0
	for i := 0; i <= len(r.text); i++ {
		if i < len(r.text) && r.text[i] != ' ' {
			continue
		}
		if c, ok := r.eojeol(start, i); ok && !slices.ContainsFunc(out, func(k named) bool { return c.start < k.end && k.start < c.end }) {
			out = append(out, c)
		}
		start = i + 1
	}
	return out
}

// eojeol reads one word with its particle.
func (r *namer) eojeol(i, j int) (named, bool) {
	word := string(r.text[i:j])
	for _, kind := range []string{"agreement", "forum", "program", "strategy_document"} {
		k, head := firstOf(word, r.words.Korean[kind])
		if head != "" && k == 0 && kind != "agreement" {
			if at, ok := r.wordBefore(i); ok {
				i, word = at, string(r.text[at:j])
				k = strings.LastIndex(word, head)
			}
		}
		if head == "" || len([]rune(word[:k])) < 2 || slices.Contains(r.words.KoreanCommon, strings.Trim(word[:k], "'\"“‘ ")) {
			continue
		}
		rest := []rune(word[k+len(head):])
		if len(rest) > 3 {
			continue
		}
		end := j - len(rest)
		for _, run := range r.runs() {
			if run.end == i-1 && kind == "forum" && len(run.states) > 1 {
				i, word = run.start, string(r.text[run.start:j])
			}
		}
		members := r.statesIn(i, j)
		if len(members) >= 3 && kind == "forum" {
			kind = "minilateral"
		}
		c := r.made(i+leading(word), end, kind, "word", members)
		if kind == "agreement" && len(members) < 2 {
			c.members = r.parties(i, members)
		}
		return c, true
	}
	return named{}, false
}

// wordBefore returns where the word before text[i] starts, if it has no particle
// and so belongs to the name: 사이버안보 협의체.
func (r *namer) wordBefore(i int) (int, bool) {
	if i < 3 || r.text[i-1] != ' ' || strings.ContainsRune("은는이가을를의에서와과도로고며한된등,", r.text[i-2]) {
		return i, false
	}
	j := i - 1
	for j > 0 && r.text[j-1] != ' ' {
		j--
	}
	return j, true
}

// leading counts the marks before a word.
func leading(word string) int {
	n := 0
	for _, r := range word {
		if !strings.ContainsRune("'\"“‘(「", r) {
			break
		}
		n++
	}
	return n
}

// signedKo reads agreements that are named by their kind alone and signed or
// published in the sentence: 양해각서에 서명했다.
func (r *namer) signedKo() []named {
	var out []named
	text := string(r.text)
	for _, w := range r.words.KoreanSigned {
		k := strings.Index(text, w)
		if k < 0 || k > 0 && text[k-1] != ' ' {
			continue
		}
		rest := text[k+len(w):]
		particle := prefixOf(rest, []string{"에 ", "을 ", "를 "})
		if particle == "" || prefixOf(strings.TrimPrefix(rest[len(particle):], "공식 "), r.words.KoreanSigns) == "" {
			continue
		}
		i := len([]rune(text[:k]))
		j := i + len([]rune(w))
		if slices.ContainsFunc(out, func(c named) bool { return c.start < j && i < c.end }) {
			continue
		}
		out = append(out, r.made(i, j, "agreement", "signed", r.parties(i, nil)))
	}
	for _, w := range r.words.KoreanForum {
		if k := strings.Index(text, w); k >= 0 {
			i := len([]rune(text[:k]))
			return append(out, r.made(i, i+len([]rune(w)), "forum", "ministers", r.statesBefore(i)))
		}
	}
	return out
}

// formatsKo reads 한미일 안보협력 and the like.
func (r *namer) formatsKo() []named {
	var out []named
	for _, run := range r.runs() {
		if len(run.states) < 3 {
			continue
		}
		rest := string(r.text[run.end:])
		if r.listed3(run.end) {
			out = append(out, r.made(run.start, run.end, "minilateral", "states", run.states))
			continue
		}
		trimmed := strings.TrimPrefix(rest, " ")
		head := prefixOf(trimmed, r.words.KoreanThree)
		if head == "" {
			continue
		}
		end := run.end + len([]rune(rest)) - len([]rune(trimmed)) + len([]rune(head))
		kind := "minilateral"
		if suffixOf(head, r.words.KoreanExercise) != "" {
			kind = "program"
		}
		out = append(out, r.made(run.start, end, kind, "states", run.states))
	}
	return out
}

// listed3 reports whether three states run together stand in a list of formats:
// 쿼드, 한미일, 미일필 등 소다자 협의체.
func (r *namer) listed3(i int) bool {
	rest := string(r.text[i:min(len(r.text), i+24)])
	k := strings.Index(rest, " 등 ")
	return k >= 0 && (k == 0 || strings.HasPrefix(rest, ", ")) && !strings.ContainsAny(rest[:k], "은는이가을를에") && prefixOf(rest[k+len(" 등 "):], r.words.KoreanList) != ""
}
