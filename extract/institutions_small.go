package extract

import "strings"

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
