package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente/lexicon"
)

// smallEn reads English formats that are written in small letters, by the states
// beside them: the alliance between Tokyo and Washington, the leaders of the
// United States, Japan and the Philippines held, a trilateral secretariat of.
func (r *namer) smallEn() []named {
	var out []named
	for _, run := range r.runs() {
		before := strings.TrimRight(strings.TrimSuffix(string(r.text[:run.start]), "the "), " ")
		at := len([]rune(before))
		if c, ok := r.allianceOf(before, at, run); ok {
			out = append(out, c)
		} else if c, ok := r.leadersOf(before, at, run); ok {
			out = append(out, c)
		} else if c, ok := r.formatWith(before, at, run); ok {
			out = append(out, c)
		}
	}
	return out
}

// allianceOf reads "alliance between A and B".
func (r *namer) allianceOf(before string, at int, run run) (named, bool) {
	w := suffixOf(strings.ToLower(before), r.words.AllianceEn)
	if w == "" || len(run.states) < 2 {
		return named{}, false
	}
	return r.made(at-len([]rune(w)), run.end, "alliance", "small", run.states), true
}

// leadersOf reads leaders of three or more states who meet.
func (r *namer) leadersOf(before string, at int, run run) (named, bool) {
	w := suffixOf(strings.ToLower(before), r.words.LeadersEn)
	if w == "" || len(run.states) < 3 || prefixOf(strings.TrimPrefix(string(r.text[run.end:]), " "), r.words.MeetsEn) == "" {
		return named{}, false
	}
	return r.made(at-len([]rune(w)), run.end, "minilateral", "small", run.states), true
}

// formatWith reads "trilateral secretariat of A, B and C" and "four-party format
// with A and B".
func (r *namer) formatWith(before string, at int, run run) (named, bool) {
	low := strings.ToLower(before)
	w := suffixOf(low, r.words.WithEn)
	low = strings.TrimRight(strings.TrimSuffix(low, w), " ")
	head := suffixOf(low, r.words.FormatEn)
	if w == "" || head == "" {
		return named{}, false
	}
	low = low[:len(low)-len(head)]
	start := -1
	for _, n := range r.words.CountEn {
		if k := strings.LastIndex(low, n); k >= 0 && len(low)-k < 40 && !strings.ContainsAny(low[k:], ",;:.") {
			start = max(start, k)
		}
	}
	if start < 0 {
		return named{}, false
	}
	kind := "minilateral"
	if head == "secretariat" {
		kind = "forum"
	}
	return r.made(len([]rune(low[:start])), run.end, kind, "small", run.states), true
}

// smallHead reads a name in capitals whose head is not: the Plaza accord, the
// Kananaskis summit. Names of states and people alone name no agreement.
func (r *namer) smallHead(words []word, i, j int) (named, bool) {
	if i == 0 && isStarter(words[0].text) {
		i++
	}
	if i >= j || j >= len(words) || string(r.text[words[j-1].end:words[j].start]) != " " {
		return named{}, false
	}
	kind, head := r.words.SmallHead.ending(words[j].text)
	if head != words[j].text {
		return named{}, false
	}
	for _, m := range r.s.names {
		if m.Entry.Type != lexicon.Institution && m.Start < words[j-1].end && m.End > words[j-1].start {
			return named{}, false
		}
	}
	if word := words[j-1].text; len(word) < 4 || i == 0 && j == 1 || slices.Contains(r.words.Months, word) || r.common(word) {
		return named{}, false
	}
	c := r.made(words[i].start, words[j].end, kind, "small-head", r.statesIn(words[i].start, words[j].end))
	c.nameEn = joinWords(words[i : j+1])
	return c, true
}

// common reports whether a capitalised word before a small head tells a kind
// only: European summit, Republican pact.
func (r *namer) common(word string) bool {
	for _, end := range []string{"an", "ian", "ese", "ish", "ch", "ic"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	for _, w := range r.words.Plain {
		if w == word {
			return true
		}
	}
	return word == strings.ToUpper(word)
}
