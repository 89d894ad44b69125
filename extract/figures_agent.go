package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// Who a quantity belongs to by the syntax of its own clause, where the subject of
// the sentence is somebody else.

// ownClause is the name that a clause within the number's has as its subject: and
// Korea has approved 7 percent; estimated that China possessed 600; ——自民党获316席.
func (r *reading) ownClause() []entente.ActorID {
	text, from := r.text(), 0
	if r.ends() {
		return nil
	}
	if role := r.p.subjectAt(r.s, r.Start); role.named() && role.end < r.Start {
		from = role.end
	}
	for _, m := range slices.Backward(r.s.namesIn(from, r.Start)) {
		if r.p.doc.Lang == entente.Chinese {
			if n, _ := figureData.NewClause.before(text, m.Start, from); n > 0 {
				return m.Actors()
			}
			continue
		}
		i := skipSpace(text, m.Start)
		if i >= 4 && string(text[i-4:i]) == " the" {
			i -= 4
		}
		if !r.predicateAt(m.End) {
			continue
		}
		if n, _ := figureData.NewClause.before(text, i, from); n > 0 {
			return m.Actors()
		}
		return nil
	}
	return nil
}

// predicateAt reports whether an English finite verb follows at text[i:].
func (r *reading) predicateAt(i int) bool {
	text := r.text()
	j := skipAhead(text, i)
	if j == i {
		return false
	}
	if n, _ := figureData.Completed.at(text, j, r.Start); n > 0 {
		return true
	}
	if n, _ := figureData.Auxiliaries.at(text, j, r.Start); n > 0 {
		return true
	}
	if finite(text, j, r.Start) {
		return true
	}
	k := j
	for k < r.Start && latin(text[k]) {
		k++
	}
	return k-j > 3 && string(text[k-2:k]) == "ed" && !upper(text[j])
}

// driven is the object of a Chinese verb of causing, or of 将 and 把 before a count
// of forces, which the number is said of: 致使三菱重工每年30枚的产能, 将驻韩美军降至2万人.
func (r *reading) driven() []entente.ActorID {
	if r.p.doc.Lang != entente.Chinese {
		return nil
	}
	text, c := r.text(), r.clause()
	for _, m := range slices.Backward(r.s.namesIn(c.start, r.Start)) {
		n, _ := figureData.Causatives.before(text, m.Start, c.start)
		if n == 0 && r.gloss() == "forces" {
			n, _ = figureData.ObjectMarks.at(text, max(m.Start-1, c.start), m.Start)
		}
		if n > 0 {
			return m.Actors()
		}
	}
	return nil
}

// accruing is who a share of something is said to fall to: ninety per cent of the
// profits accrue to Washington, 利润的九成归美方.
func (r *reading) accruing() []entente.ActorID {
	if r.unit != "%" {
		return nil
	}
	text, c := r.text(), r.clause()
	for i := r.End; i < c.end; i++ {
		n, _ := figureData.Accrues.at(text, i, c.end)
		if n == 0 {
			continue
		}
		if names := r.s.namesIn(i+n, c.end); len(names) > 0 && names[0].Start <= i+n+len(" the ") {
			return names[0].Actors()
		}
	}
	return r.sharedOut()
}

// sharedOut is who an English share of profits is left to or kept for: 90 percent of the
// profits for the American side.
func (r *reading) sharedOut() []entente.ActorID {
	text, c := r.text(), r.clause()
	if r.p.doc.Lang != entente.English || !figureData.SharedOut.in(text, r.End, min(c.end, r.End+30)) {
		return nil
	}
	for _, m := range r.s.namesIn(r.End, c.end) {
		i := skipSpace(text, m.Start)
		if at, end := wordBefore(text, m.Start, r.End); at >= 0 && end == i && string(text[at:end]) == "the" {
			i = skipSpace(text, at)
		}
		switch word, _ := wordLeft(text, i); word {
		case "to", "for", "with":
			return m.Actors()
		}
	}
	return nil
}

// peopleOf is the state whose people an English number counts: 1.3 billion people in India.
func (r *reading) peopleOf() []entente.ActorID {
	text := r.text()
	i := skipAhead(text, r.NumEnd)
	word := wordAfter(text, i)
	if r.unit != "count" || r.p.doc.Lang != entente.English || !slices.Contains([]string{"people", "residents", "citizens", "inhabitants", "voters", "households"}, word) {
		return nil
	}
	i = skipAhead(text, i+len(word))
	if word = wordAfter(text, i); word != "in" && word != "of" {
		return nil
	}
	i = skipWordsAhead(text, i, word, "the")
	if names := r.s.namesIn(i, len(text)); len(names) > 0 && names[0].Start == i {
		return names[0].Actors()
	}
	return nil
}

// doneAt reports whether an English verb in the past stands at text[i:].
func doneAt(text []rune, i int) bool {
	word := wordAfter(text, i)
	return strings.HasSuffix(word, "ed") && len(word) > 3 || finite(text, i, len(text))
}

// repeated is who did something so many times, by the last name before an English number of
// times that a verb follows, where the subject is a thing of theirs: fighters from the Chinese
// carrier twice locked their radar onto Japanese ones.
func (r *reading) repeated() []entente.ActorID {
	text, c := r.text(), r.clause()
	if r.p.doc.Lang != entente.English || r.Unit != "times" && string(text[r.Start:r.End]) != "twice" || r.p.subjectAt(r.s, r.Start).named() || !doneAt(text, skipAhead(text, r.End)) {
		return nil
	}
	if names := r.s.namesIn(c.start, r.Start); len(names) > 0 {
		return names[len(names)-1].Actors()
	}
	return nil
}

// prefecture is the part of a state that a share of its land or bases is said of:
// named before the number, or right behind it (国土面积0.6%的冲绳).
func (r *reading) prefecture() []entente.ActorID {
	if r.unit != "%" || r.ends() || r.surveyed() || r.tariff() {
		return nil
	}
	text, to := r.text(), r.Start
	if r.End < len(text) && text[r.End] == '的' {
		to = min(len(text), r.End+2)
	}
	for i := range text[:to] {
		if n, v := figureData.Prefectures.at(text, i, len(text)); n > 0 && !r.insideName(i) {
			return []entente.ActorID{figureData.Prefectures.ids[v]}
		}
	}
	return nil
}

// surveyOf is who was asked by the name right before a word for a poll, if that is
// a body of a state: a Cabinet Office survey.
func (r *reading) surveyOf() []entente.ActorID {
	text := r.text()
	for _, m := range r.s.names {
		if n, _ := figureData.Surveys.at(text, skipAhead(text, m.End), len(text)); n > 0 && !r.p.onlyCounts(m.Actors()) {
			return statesOf(m.Actors())
		}
	}
	return nil
}

// among is who an English share of opinion is said of: nine percent of the
// Japanese, confidence among Japanese fell to 38 percent; In Seoul, 76 percent.
func (r *reading) among() []entente.ActorID {
	if r.p.doc.Lang != entente.English {
		return nil
	}
	if r.ofSomething() {
		if who := r.namedAfter(); len(who) > 0 {
			return statesOf(who)
		}
	}
	text := r.text()
	for _, m := range slices.Backward(r.s.namesIn(0, r.Start)) {
		i := skipSpace(text, m.Start)
		if i >= 4 && string(text[i-4:i]) == " the" {
			i -= 4
		}
		part, _ := figureData.PartOf.before(text, i, 0)
		if part > 0 || i >= 5 && string(text[i-5:i]) == "among" || i == 2 && text[0] == 'I' && text[1] == 'n' && !r.possessive(m.End) {
			return statesOf(m.Actors())
		}
	}
	return nil
}
