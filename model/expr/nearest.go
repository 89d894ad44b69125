package expr

import "sort"

// Nearest returns the candidate that is most like name, or "" if none is near:
// at most a third of its letters differ.
func Nearest(name string, candidates []string) string {
	key := []rune(Key(name))
	best, score := "", len(key)/3+1
	sorted := append([]string(nil), candidates...)
	sort.Strings(sorted)
	for _, c := range sorted {
		if d := distance(key, []rune(Key(c)), score); d < score {
			best, score = c, d
		}
	}
	return best
}

// distance is the number of letters to insert, drop, change or swap with the
// neighbour to get from a to b; limit or more if it is not below limit.
func distance(a, b []rune, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(row[j]+1, last[j+1]+1, last[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
