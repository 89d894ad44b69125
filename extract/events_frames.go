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
	verbs, objects *wordset // value: a set of frames
}

// readFrames reads lines such as "coerce: put, place | tariff, duty".
func readFrames(lang string, lines []string) frames {
	f := frames{verbs: newWordset(false), objects: newWordset(false)}
	verbs, objects := make(map[string]int32), make(map[string]int32)
	for i, line := range lines {
		action, rest, _ := strings.Cut(line, ": ")
		left, right, ok := strings.Cut(rest, " | ")
		class := classNamed(action)
		if !ok || class == 0 || i >= 31 {
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
	for w, v := range verbs {
		f.verbs.add(w, v)
	}
	for w, v := range objects {
		f.objects.add(w, v)
	}
	return f
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

// withObject gives a verb of a frame the action that its object makes; behind a
// form of be, the subject. Without one the verb is what it is besides.
func (sp *spell) withObject(c *cueAt) {
	if c.class&cueLight == 0 {
		return
	}
	c.class &^= cueLight
	text, f := sp.text(), &sp.g.frames
	n, verbs := f.verbs.at(text, c.start, len(text))
	if n != c.end-c.start {
		return
	}
	from, to := sp.objectSpan(*c)
	if c.setFrame(f, verbs, text, from, to) {
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

// objectRightBefore gives an English participle the action that its object makes
// right before it: the bargain struck in May, missiles fired at.
func (sp *spell) objectRightBefore(c *cueAt, f *frames, verbs int32) bool {
	const reach = 24
	text := sp.text()
	to := skipSpace(text, c.start)
	for i := max(sp.clauseFrom(*c), to-reach); i < to; i++ {
		if i > 0 && latin(text[i-1]) || !f.objects.starts(text[i]) {
			continue
		}
		if n, objects := f.objects.at(text, i, to); n > 0 && i+n == to && verbs&objects != 0 {
			return c.setFrame(f, verbs, text, i, to)
		}
	}
	return false
}

// of is the set of frames of an action.
func (f *frames) of(action cueClass) (set int32) {
	for k, a := range f.actions {
		if a == action {
			set |= 1 << k
		}
	}
	return set
}

// setFrame makes a cue what the first object of one of its frames in text[from:to]
// says, and reports whether there is one.
func (c *cueAt) setFrame(f *frames, verbs int32, text []rune, from, to int) bool {
	for i := from; i < to && verbs != 0; i++ {
		if !f.objects.starts(text[i]) {
			continue
		}
		n, objects := f.objects.at(text, i, len(text))
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

// untilThat is where a clause with that begins in text[i:to], or to.
func untilThat(text []rune, i, to int) int {
	for ; i < to; i++ {
		if text[i] == ' ' && hasWord(text, i+1, to, "that") {
			return i
		}
	}
	return to
}
