package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// This file reads names in Chinese and Japanese that no brackets set off: what
// is signed, what has a date for its name, and compounds with a telling head.

// signed reads what a verb of signing makes: 签署关键矿产框架, 发表联合公报.
func (r *namer) signed() []named {
	if r.p.doc.Lang != entente.Chinese {
		return nil
	}
	const reach = 16
	var out []named
	for i := range r.text {
		n, _ := r.words.sign.at(r.text, i, len(r.text))
		if n == 0 {
			continue
		}
		start := i + n
		for start < len(r.text) && (r.text[start] == '了' || r.text[start] == '过') {
			start++
		}
		window := string(r.text[start:r.pastAcronym(start, reach)])
		if cut := strings.IndexAny(window, "的在将并后前时“对就"); cut >= 0 {
			window = window[:cut]
		}
		k, head := -1, ""
		if cut := strings.IndexAny(window, "与和及"); cut >= 0 {
			if k, head = lastOf(window[:cut], r.words.Signed); head != "" {
				window = window[:cut]
			}
		}
		if head == "" {
			k, head = lastOf(window, r.words.Signed)
		}
		if head == "" || k == 0 && !slices.Contains(r.words.JointStatement, head) && !slices.Contains(r.words.SignedAlone, head) || prefixOf(window, r.words.Vague) != "" || strings.ContainsAny(window, "类个些项") || digit([]rune(window)[0]) || strings.Contains(window, "落实") {
			continue
		}
		c := r.made(start, start+len([]rune(window[:k+len(head)])), "agreement", "signed", r.parties(i, nil))
		if slices.Contains(r.words.JointStatement, head) {
			c.id = "joint statement"
		}
		out = append(out, c)
	}
	return out
}

// lastOf returns the last place in s of any of words, the longest there.
func lastOf(s string, words []string) (at int, word string) {
	at = -1
	for _, w := range words {
		if i := strings.LastIndex(s, w); i >= 0 && i+len(w) > at+len(word) {
			at, word = i, w
		}
	}
	return at, word
}

// stopWithin returns where text that goes on at i must end: at punctuation, and
// after at most reach runes.
func (r *namer) stopWithin(i, reach int) int {
	j := i
	for j < len(r.text) && j < i+reach && !strings.ContainsRune(",。;:、!?()《", r.text[j]) {
		j++
	}
	return j
}

// pastAcronym is stopWithin, but goes past letters in brackets that the name goes on
// behind: 滑翔段拦截弹(GPI)共同开发协议.
func (r *namer) pastAcronym(i, reach int) int {
	j := r.stopWithin(i, reach)
	if j >= len(r.text) || r.text[j] != '(' {
		return j
	}
	k := j + 1
	for k < len(r.text) && latin(r.text[k]) {
		k++
	}
	if k == j+1 || k >= len(r.text) || r.text[k] != ')' {
		return j
	}
	return r.stopWithin(k+1, reach)
}

// dated reads an agreement that only its date names: 7月22日达成的协议,
// 9月4日双方签署的备忘录.
func (r *namer) dated() []named {
	if r.p.doc.Lang != entente.Chinese {
		return nil
	}
	const reach, tail = 14, 6
	var out []named
	for _, d := range r.p.datesIn(r.s) {
		if d.quoted || d.period || d.From.Month == 0 {
			continue
		}
		window := string(r.text[d.End:r.stopWithin(d.End, reach)])
		before, after, ok := strings.Cut(window, "的")
		if !ok || before != "" && suffixOf(before, r.words.Sign) == "" {
			continue
		}
		k, head := firstOf(after, r.words.Dated)
		if head == "" || len([]rune(after[:k])) > tail || strings.ContainsAny(after[:k], "在是将被对把") {
			continue
		}
		end := d.End + len([]rune(before)) + 1 + len([]rune(after[:k+len(head)]))
		out = append(out, r.made(d.Start, end, "agreement", "dated", r.parties(end, nil)))
	}
	return out
}

// compounds reads Japanese names: the run of kanji, katakana and letters that
// ends in a telling head, 防衛装備移転協定. Hiragana and marks bound it.
func (r *namer) compounds() []named {
	if r.p.doc.Lang != entente.Japanese {
		return nil
	}
	var out []named
	for i := 0; i < len(r.text); {
		if !compoundRune(r.text[i]) {
			i++
			continue
		}
		j := i
		for j < len(r.text) && compoundRune(r.text[j]) {
			j++
		}
		if c, ok := r.compound(i, j); ok {
			out = append(out, c)
		}
		i = j
	}
	return out
}

// concerning reads Japanese agreements by what they are about: 造船協力に関する覚書.
func (r *namer) concerning() []named {
	if r.p.doc.Lang != entente.Japanese {
		return nil
	}
	const reach, back = 14, 24
	var out []named
	for i := range r.text {
		n, _ := r.words.concerning.at(r.text, i, len(r.text))
		if n == 0 {
			continue
		}
		end := i + n
		for end < len(r.text) && end < i+n+reach && (compoundRune(r.text[end]) || strings.ContainsRune("のみ", r.text[end])) {
			end++
		}
		rest := string(r.text[i+n : end])
		k, head := firstOf(rest, r.words.Concerned)
		start := i
		for start > 0 && i-start < back && (compoundRune(r.text[start-1]) || digit(r.text[start-1]) || r.text[start-1] == 'の') {
			start--
		}
		for start < i && r.text[start] == 'の' {
			start++
		}
		if head == "" || i-start < 2 || r.text[i] == 'と' && strings.HasSuffix(head, "文書") {
			continue
		}
		end = i + n + len([]rune(rest[:k+len(head)]))
		out = append(out, r.made(start, end, "agreement", "concerning", r.parties(i, nil)))
	}
	return out
}

// compoundRune reports whether a rune stands inside a Japanese compound.
func compoundRune(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0x30A1 && r <= 0x30FA || r == 'ー' || r == '・' || latin(r)
}

// compound reads one run. Its head needs something that tells it from others of
// its kind.
func (r *namer) compound(i, j int) (named, bool) {
	text := string(r.text[i:j])
	kind, head := r.words.Compound.ending(text)
	if kind == "" {
		return named{}, false
	}
	lead := strings.TrimSuffix(text, head)
	if w := prefixOf(lead, r.words.Vague); w != "" {
		i += len([]rune(w))
		lead = lead[len(w):]
	}
	least := 3
	if kind == "forum" {
		least = 4
	}
	members := r.statesIn(i, j)
	if n := len([]rune(lead)); n < least && len(members) < 2 || slices.Contains(r.words.Common, lead) {
		return named{}, false
	}
	if kind == "forum" && len(members) > 2 {
		kind = "minilateral"
	}
	c := r.made(i, j, kind, "compound", members)
	if kind == "agreement" && len(members) < 2 {
		c.members = r.parties(i, members)
	}
	return c, true
}

// weapons reads the joint making of a weapon that letters or its makers name:
// AMRAAM空空导弹的共同生产, 日英意共同研发次世代战机.
func (r *namer) weapons() []named {
	const reach, object = 14, 12
	var out []named
	for i := range r.text {
		n, _ := r.words.production.at(r.text, i, len(r.text))
		if n == 0 {
			continue
		}
		j := i
		for j > 0 && j > i-reach && !latin(r.text[j-1]) && !strings.ContainsRune(",。;:“”《》", r.text[j-1]) {
			j--
		}
		if j > 0 && j > i-reach && latin(r.text[j-1]) {
			for j > 0 && (latin(r.text[j-1]) || digit(r.text[j-1]) || r.text[j-1] == '-' || r.text[j-1] == ' ') {
				j--
			}
			out = append(out, r.made(j, i+n, "program", "weapon", r.statesBefore(j)))
			continue
		}
		if end := r.lettered(i + n); end > 0 && r.p.doc.Lang == entente.Chinese {
			out = append(out, r.made(i, end, "program", "weapon", r.statesBefore(i)))
			continue
		}
		for _, run := range r.runs() {
			end := r.stopWithin(i+n, object)
			if run.end > i || i-run.end > 2 || len(run.states) < 2 || end-i-n < 2 || strings.ContainsRune("了过的", r.text[i+n]) || !compoundRune(r.text[i+n]) {
				continue
			}
			if cut := strings.IndexAny(string(r.text[i+n:end]), "的等和与"); cut >= 0 {
				end = i + n + len([]rune(string(r.text[i+n : end])[:cut]))
			}
			out = append(out, r.made(run.start, end, "program", "weapon", run.states))
		}
	}
	return out
}

// lettered is where a weapon named by letters ends that the words before text[i]
// make: 联合生产AMRAAM空空导弹. It is 0 if there is none.
func (r *namer) lettered(i int) int {
	const tail = 8
	j := i
	for j < len(r.text) && (latin(r.text[j]) || digit(r.text[j]) || strings.ContainsRune("- ", r.text[j])) {
		j++
	}
	if j-i < 3 || !latin(r.text[i]) {
		return 0
	}
	rest := string(r.text[j:r.stopWithin(j, tail)])
	if k, w := firstOf(rest, r.words.Weapon); w != "" {
		return j + len([]rune(rest[:k+len(w)]))
	}
	return 0
}
