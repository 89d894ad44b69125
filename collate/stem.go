package collate

import "strings"

// stem cuts an English word, in lower case, to what its relatives share: deter,
// deterrence; ally, alliance. It is crude on purpose: two words too many that
// look alike cost less than relatives that do not.
func stem(w string) string {
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
	w = cut(w, inflections)
	for range 2 {
		shorter := cut(w, derivations)
		if shorter == w {
			break
		}
		w = shorter
	}
	n := len(w)
	switch {
	case n > 4 && w[n-1] == w[n-2] && w[n-1] != 's' && w[n-1] != 'l':
		return w[:n-1]
	case strings.HasSuffix(w, "nc"):
		return w[:n-1] + "s"
	case n > 4 && strings.ContainsRune("aeiy", rune(w[n-1])):
		return w[:n-1]
	case n > 3 && w[n-1] == 'y':
		return w[:n-1] + "i"
	}
	return w
}

// A suffix is cut if at least left letters stay before it.
type suffix struct {
	end, by string
	left    int
}

// cut takes off the first suffix that fits.
func cut(w string, list []suffix) string {
	for _, s := range list {
		if len(w)-len(s.end) >= s.left && strings.HasSuffix(w, s.end) {
			return w[:len(w)-len(s.end)] + s.by
		}
	}
	return w
}

var inflections = []suffix{
	{"sses", "ss", 2}, {"ss", "ss", 1}, {"ies", "y", 2}, {"ied", "y", 2}, {"us", "us", 2}, {"is", "is", 2},
	{"ings", "", 3}, {"ing", "", 3}, {"eed", "eed", 1}, {"ed", "", 3}, {"s", "", 2},
}

var derivations = []suffix{
	{"national", "nation", 0}, {"ization", "", 4}, {"isation", "", 4}, {"ational", "", 4}, {"iveness", "", 4}, {"fulness", "", 4}, {"ness", "", 4},
	{"ibility", "", 4}, {"ability", "", 4}, {"ize", "", 4}, {"ise", "", 5}, {"iz", "", 5}, {"ment", "", 4}, {"ation", "", 3}, {"ition", "", 4},
	{"sion", "s", 3}, {"tion", "t", 3}, {"ence", "", 4}, {"enc", "", 4}, {"ance", "", 3}, {"ency", "", 4}, {"ancy", "", 4}, {"acy", "at", 4}, {"ity", "", 4},
	{"atic", "at", 4}, {"ical", "", 4}, {"ally", "", 5}, {"ly", "", 4}, {"ative", "", 4}, {"ive", "", 4}, {"ist", "", 4}, {"ism", "", 4},
	{"ate", "", 4}, {"at", "", 4}, {"ure", "", 4}, {"er", "", 4}, {"or", "", 4}, {"able", "", 4}, {"ible", "", 4}, {"ful", "", 4}, {"ous", "", 4},
	{"ary", "ar", 4}, {"ory", "or", 4}, {"ic", "", 4}, {"al", "", 4}, {"ent", "", 4}, {"ant", "", 4},
}
