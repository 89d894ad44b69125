package collate

import (
	"cmp"
	"slices"
)

// A print is the hash of a run of letters and where it starts.
type print struct {
	hash uint64
	at   int32
}

// Runs of letters that stand for the text: long enough that two texts do not
// share one by chance. A Chinese character says as much as three Latin letters.
const (
	runDense  = 12
	runLatin  = 32
	windowFor = 16 // of this many runs one is kept; twice as many in Latin script
)

// winnow chooses prints so that any two texts that share a run of
// run+window-1 letters share a print (Schleimer, Wilkerson and Aiken, 2003).
// They are sorted by hash; of equal ones the first is kept.
func winnow(letters []rune) []print {
	run, window := runLatin, 2*windowFor
	if dense(letters) {
		run, window = runDense, windowFor
	}
	hashes := rolling(letters, run)
	var out []print
	last := -1
	for from := 0; from == 0 && len(hashes) > 0 || from+window <= len(hashes); from++ {
		end := min(from+window, len(hashes))
		if last >= from && hashes[end-1] > hashes[last] {
			continue
		}
		best := end - 1
		for i := end - 2; i >= from; i-- {
			if hashes[i] < hashes[best] {
				best = i
			}
		}
		if best != last {
			out, last = append(out, print{hashes[best], int32(best)}), best
		}
	}
	slices.SortStableFunc(out, func(a, b print) int { return cmp.Compare(a.hash, b.hash) })
	return slices.CompactFunc(out, func(a, b print) bool { return a.hash == b.hash })
}

// dense reports whether most letters are Chinese, Japanese or Korean.
func dense(letters []rune) bool {
	n := 0
	for _, r := range letters {
		if r >= 0x2E80 {
			n++
		}
	}
	return 2*n > len(letters)
}

// rolling hashes each run of letters.
func rolling(letters []rune, run int) []uint64 {
	if len(letters) < run {
		return nil
	}
	const base = 0x9E3779B97F4A7C15
	var sum uint64
	top := uint64(1)
	for i := range run {
		sum = sum*base + uint64(letters[i])
		if i > 0 {
			top *= base
		}
	}
	out := make([]uint64, 0, len(letters)-run+1)
	out = append(out, mix(sum))
	for i := run; i < len(letters); i++ {
		sum = (sum-uint64(letters[i-run])*top)*base + uint64(letters[i])
		out = append(out, mix(sum))
	}
	return out
}

// mix spreads a hash over all 64 bits.
func mix(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xBF58476D1CE4E5B9
	x ^= x >> 27
	x *= 0x94D049BB133111EB
	return x ^ x>>31
}

// common counts the prints that two texts share in the same order: the longest
// increasing sequence of places. Shared paragraphs in another order are not
// counted.
func common(a, b []print) int {
	var at [][2]int32
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].hash < b[j].hash:
			i++
		case a[i].hash > b[j].hash:
			j++
		default:
			at = append(at, [2]int32{a[i].at, b[j].at})
			i++
			j++
		}
	}
	slices.SortFunc(at, func(x, y [2]int32) int { return cmp.Compare(x[0], y[0]) })
	var ends []int32
	for _, p := range at {
		i, _ := slices.BinarySearch(ends, p[1])
		if i == len(ends) {
			ends = append(ends, p[1])
		} else {
			ends[i] = p[1]
		}
	}
	return len(ends)
}
