package extract

import (
	"slices"
	"strings"
)

// korean reads names of institutions in Korean by their shape: the last
// syllables of a word, before its particle; what follows the names of three
// states; and exercises in quotation marks.
func (r *namer) korean() []named {
	out := r.formatsKo()
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
		if head == "" || len([]rune(word[:k])) < 2 {
			continue
		}
		rest := []rune(word[k+len(head):])
		if len(rest) > 3 {
			continue
		}
		end := j - len(rest)
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

// formatsKo reads 한미일 안보협력 and the like.
func (r *namer) formatsKo() []named {
	var out []named
	for _, run := range r.runs() {
		if len(run.states) < 3 {
			continue
		}
		rest := string(r.text[run.end:])
		trimmed := strings.TrimPrefix(rest, " ")
		head := prefixOf(trimmed, r.words.KoreanThree)
		if head == "" {
			continue
		}
		end := run.end + len([]rune(rest)) - len([]rune(trimmed)) + len([]rune(head))
		out = append(out, r.made(run.start, end, "minilateral", "states", run.states))
	}
	return out
}
