package extract

import (
	"fmt"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/fold"
)

// This file reads verbs that only their object makes a happening: put a tariff on,
// launched missiles, won a seat; 祭出关税.

// A frame is an action, and the verbs and objects that make it together.
type frames struct {
	actions        []cueClass
	verbs, objects *wordset // value: the place of a set of frames in sets
	sets           []frameSet
}

// A frameSet holds the frames that a word belongs to, a bit for each.
type frameSet uint64

// maxFrames is how many frames a language may have: the bits of a set.
const maxFrames = 64

// readFrames reads lines such as "coerce: put, place | tariff, duty", and "none: meet |
// target" for what is no happening.
func readFrames(lang string, lines []string) frames {
	f := frames{verbs: newWordset(false), objects: newWordset(false)}
	verbs, objects := make(map[string]frameSet), make(map[string]frameSet)
	for i, line := range lines {
		action, rest, _ := strings.Cut(line, ": ")
		left, right, ok := strings.Cut(rest, " | ")
		class := classNamed(action)
		if !ok || class == 0 && action != "none" || i >= maxFrames {
			panic(fmt.Sprintf("extract: data/events.yaml: frame %q", line))
		}
		f.actions = append(f.actions, class)
		for _, w := range strings.Split(left, ", ") {
			for _, form := range eventForms(lang, strings.ToLower(fold.String(w)), true) {
				verbs[form] |= 1 << i
			}
		}
		for _, w := range strings.Split(right, ", ") {
			for _, form := range eventForms(lang, strings.ToLower(fold.String(w)), false) {
				objects[form] |= 1 << i
			}
		}
	}
	for w := range objects {
		for k, r := range w {
			if r == ' ' {
				objects[w] |= objects[w[:k]] // a tariff of 20% is a tariff
			}
		}
	}
	f.addAll(f.verbs, verbs)
	f.addAll(f.objects, objects)
	return f
}

// addAll puts words with their sets of frames into a wordset.
func (f *frames) addAll(words *wordset, sets map[string]frameSet) {
	for w, set := range sets {
		words.add(w, int32(len(f.sets)))
		f.sets = append(f.sets, set)
	}
}

// at returns the longest word of a set of words at text[i], as its length and frames.
func (f *frames) at(words *wordset, text []rune, i, to int) (int, frameSet) {
	n, v := words.at(text, i, to)
	if n == 0 {
		return 0, 0
	}
	return n, f.sets[v]
}

// classNamed is the action of that name, 0 if there is none.
func classNamed(action string) cueClass {
	for i, name := range actionNames {
		if name == action {
			return 1 << i
		}
	}
	return 0
}

// lightVerbs adds the verbs of the frames to the cues of a language.
func (f *frames) lightVerbs(lang string, lines []string, classes map[string]cueClass) {
	for _, line := range lines {
		_, rest, _ := strings.Cut(line, ": ")
		left, _, _ := strings.Cut(rest, " | ")
		for _, w := range strings.Split(left, ", ") {
			for _, form := range eventForms(lang, strings.ToLower(fold.String(w)), true) {
				if classes[form]&cueNone == 0 {
					classes[form] |= cueLight
				}
			}
		}
	}
}

// withObject gives a verb of a frame the action that its object makes, or none; behind a
// form of be, the subject. Without one the verb is what it is besides.
func (sp *spell) withObject(c *cueAt) {
	if c.class&cueLight == 0 {
		return
	}
	c.class &^= cueLight
	text, f := sp.text(), &sp.g.frames
	n, verbs := f.at(f.verbs, text, c.start, len(text))
	if n != c.end-c.start {
		return
	}
	from, to := sp.objectSpan(*c)
	if c.setFrame(f, verbs, text, from, to) {
		return
	}
	if from, to, ok := sp.antecedentOf(*c); ok && c.setFrame(f, verbs, text, from, to) {
		return
	}
	if sp.rings(*c) {
		c.class, c.framed = actConsult, true
		return
	}
	if verbs&f.of(actVisit) != 0 && sp.travels(*c) {
		c.class, c.framed = actVisit, true
		return
	}
	if sp.p.doc.Lang == entente.English && prepositionAt(text, skipAhead(text, c.end)) {
		const reach = 32
		if sp.objectRightBefore(c, f, verbs) {
			return
		}
		founds := verbs & f.of(actFound) // the consulate opened in May
		c.setFrame(f, founds, text, max(sp.clauseFrom(*c), c.start-reach), c.start)
	}
}

// travels reports whether an English verb of going takes a person to a place with a name:
// Abe hurried to Trump Tower, she flew with him to the George Washington.
func (sp *spell) travels(c cueAt) bool {
	const reach = 30
	text := sp.text()
	if sp.p.doc.Lang != entente.English {
		return false
	}
	role := sp.p.subjectAt(sp.s, c.start)
	if len(role.actors) != 1 || role.actors[0].State() == string(role.actors[0]) || strings.HasPrefix(string(role.actors[0]), "GROUP/") {
		return false
	}
	for i := c.end; i < min(len(text), c.end+reach) && !strings.ContainsRune(",.;", text[i]); i++ {
		if !hasWord(text, i, len(text), "to") {
			continue
		}
		at := skipWordsAhead(text, i, "to", "the")
		return at < len(text) && upper(text[at])
	}
	return false
}

// skipWordsAhead steps over the given words at text[i:], in their order.
func skipWordsAhead(text []rune, i int, words ...string) int {
	for _, w := range words {
		if hasWord(text, i, len(text), w) {
			i = skipAhead(text, i+len(w))
		}
	}
	return i
}

// rings reports whether an English call goes to a person, of whom nothing else is said:
// called Takaichi the next day, and not called him a friend.
func (sp *spell) rings(c cueAt) bool {
	text := sp.text()
	if !hasWord(text, c.start, c.end, "called") {
		return false
	}
	names := sp.s.namesIn(c.end, len(text))
	if len(names) == 0 || names[0].Start-c.end > 1 || !names[0].person() {
		return false
	}
	next := skipAhead(text, names[0].End)
	for _, d := range sp.p.datesIn(sp.s) {
		if d.Start == next {
			return true
		}
	}
	return next >= len(text) || strings.ContainsRune(",.;", text[next]) || prepositionAt(text, next) || hasWord(text, next, len(text), "and")
}

// objectRightBefore gives an English participle the action that its object makes
// right before it: the bargain struck in May, missiles fired at.
func (sp *spell) objectRightBefore(c *cueAt, f *frames, verbs frameSet) bool {
	const reach = 24
	text := sp.text()
	to := skipSpace(text, c.start)
	for i := max(sp.clauseFrom(*c), to-reach); i < to; i++ {
		if i > 0 && latin(text[i-1]) || !f.objects.starts(text[i]) {
			continue
		}
		if n, objects := f.at(f.objects, text, i, to); n > 0 && i+n == to && verbs&objects != 0 {
			return c.setFrame(f, verbs, text, i, to)
		}
	}
	return false
}

// of is the set of frames of an action.
func (f *frames) of(action cueClass) (set frameSet) {
	for k, a := range f.actions {
		if a == action {
			set |= 1 << k
		}
	}
	return set
}

// setFrame makes a cue what the first object of one of its frames in text[from:to]
// says, and reports whether there is one.
func (c *cueAt) setFrame(f *frames, verbs frameSet, text []rune, from, to int) bool {
	for i := from; i < to && verbs != 0; i++ {
		if !f.objects.starts(text[i]) {
			continue
		}
		n, objects := f.at(f.objects, text, i, len(text))
		if n == 0 || verbs&objects == 0 {
			continue
		}
		for k, action := range f.actions {
			if verbs&objects&(1<<k) != 0 {
				c.class, c.framed = action, true
				return true
			}
		}
	}
	return false
}

// objectSpan is where the object of a verb stands: behind it in its clause; before an
// English passive, and where the verb comes last.
func (sp *spell) objectSpan(c cueAt) (from, to int) {
	reach := 16
	if sp.g.verbLast {
		return max(sp.clauseFrom(c), c.start-reach), c.start
	}
	if sp.p.doc.Lang == entente.English {
		reach = 48
		switch word, _ := wordLeft(sp.text(), c.start); word {
		case "was", "were", "been", "being", "be":
			return sp.clauseFrom(c), c.start // the defense guidelines of 1997 were revised
		}
	}
	to = len(sp.text())
	if c.clause >= 0 {
		to = sp.s.clauses[c.clause].end
	}
	to = min(to, c.end+reach)
	if sp.p.doc.Lang == entente.English {
		to = untilThat(sp.text(), c.end, to)
	}
	return c.end, to
}

// antecedentOf is where the noun stands that an English relative clause tells more of, up to its
// verb: a poll that the Asahi published, the guidelines, which were announced in May.
func (sp *spell) antecedentOf(c cueAt) (from, to int, ok bool) {
	const reach, far = 50, 40
	text := sp.text()
	if sp.p.doc.Lang != entente.English {
		return 0, 0, false
	}
	for i := c.start - 1; i > max(0, c.start-far) && !strings.ContainsRune(",.;:", text[i]); i-- {
		if text[i] != ' ' || !hasWord(text, i+1, c.start, "that") && !hasWord(text, i+1, c.start, "which") {
			continue
		}
		to = i
		if text[i-1] == ',' {
			to--
		}
		for from = to; from > max(0, to-reach) && !strings.ContainsRune(",.;:", text[from-1]); from-- {
		}
		return from, to, true
	}
	return 0, 0, false
}

// untilThat is where a clause with that begins in text[i:to], or to.
func untilThat(text []rune, i, to int) int {
	for ; i < to; i++ {
		if text[i] == ' ' && hasWord(text, i+1, to, "that") {
			return i
		}
	}
	return to
}
