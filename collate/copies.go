package collate

import (
	"cmp"
	"slices"
)

// A link says that two texts are versions of one work.
type link struct {
	a, b int // indexes into the texts, a < b
	sure float64
}

const (
	// Two texts are versions if this share of the prints of both stands in the
	// other, in the same order: a speaker's set phrases from one year to the
	// next stay well below.
	copyShare = 0.7
	// A copy full of slips, as scanning makes them, shares fewer prints; if it
	// shares so many, letters are compared, and so many must be the same.
	doubtfulShare = 0.35
	letterShare   = 0.75
	// An excerpt must be purer: an article that quotes at length, or a later
	// draft of the same clauses, is a text of its own.
	excerptPurity = 0.8
	// At least this many: about 80 Chinese characters, or 40 English words.
	fewestPrints = 4
	// A print that is in more documents than this is not followed: it costs
	// more than it tells. Copies among so many are found by their sketches.
	mostPostings = 48
)

// copies finds the pairs of texts that are versions of one another in one
// language, and says how many pairs it compared. Its cost is linear in the
// number of texts.
func copies(texts []*text) ([]link, int) {
	var links []link
	pairs := candidates(texts)
	for _, p := range pairs {
		a, b := texts[p[0]].prints, texts[p[1]].prints
		n := common(a, b)
		share, least := float64(n)/float64(min(len(a), len(b))), float64(n)/float64(max(len(a), len(b)))
		switch {
		case n < fewestPrints || share < excerptPurity && least < doubtfulShare:
			continue
		case share < excerptPurity && least < copyShare:
			if share = texts[p[0]].likeness(texts[p[1]]); share < letterShare {
				continue
			}
		}
		links = append(links, link{p[0], p[1], sureOfCopy(share, n)})
	}
	return append(links, same(texts)...), len(pairs)
}

// same links texts that are the same to the letter, however short.
func same(texts []*text) []link {
	const shortest = 12 // letters; less is a label, not a text
	var links []link
	first := map[uint64]int{}
	for i, t := range texts {
		h := uint64(t.size)
		for _, s := range t.sentences {
			h = mix(h ^ s.sum)
		}
		j, ok := first[h]
		switch {
		case ok && t.size >= shortest:
			links = append(links, link{j, i, 1 - 2/float64(t.size)})
		case !ok:
			first[h] = i
		}
		if i > 0 && t.doc.ID == texts[i-1].doc.ID {
			links = append(links, link{i - 1, i, 1})
		}
	}
	return links
}

// sureOfCopy grows with the share of the text that is the same and with how
// much text that is.
func sureOfCopy(share float64, n int) float64 {
	return (1 - (1-share)*(1-share)) * (1 - 0.5/float64(n))
}

// candidates returns the pairs worth comparing: those that share enough rare
// prints, and those whose sketches agree.
func candidates(texts []*text) [][2]int {
	pairs := append(byPrints(texts), bySketch(texts)...)
	slices.SortFunc(pairs, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return slices.Compact(pairs)
}

// A posting says that a text has a print.
type posting struct {
	hash uint64
	text int32
}

// byPrints counts shared prints over an inverted index.
//
// Where paragraphs are passed around, the prints that run across two of them
// are rare even if those within them are not; so the count is held against the
// prints that are not common.
func byPrints(texts []*text) [][2]int {
	index, rare := postings(texts)
	counts := make([]int32, len(texts))
	var pairs [][2]int
	for i, t := range texts {
		var met []int32
		for _, p := range t.prints {
			for _, q := range withHash(index, p.hash) {
				if int(q.text) > i {
					if counts[q.text] == 0 {
						met = append(met, q.text)
					}
					counts[q.text]++
				}
			}
		}
		for _, j := range met {
			if n := int(counts[j]); n >= fewestPrints/2 && 5*n >= min(rare[i], rare[j]) {
				pairs = append(pairs, [2]int{i, int(j)})
			}
			counts[j] = 0
		}
	}
	return pairs
}

// postings lists the prints of all texts by hash, those apart that only one
// text has or too many have, and counts for each text those that are not too
// many.
func postings(texts []*text) (index []posting, rare []int) {
	var all []posting
	rare = make([]int, len(texts))
	for i, t := range texts {
		rare[i] = len(t.prints)
		for _, p := range t.prints {
			all = append(all, posting{p.hash, int32(i)})
		}
	}
	slices.SortFunc(all, func(a, b posting) int { return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.text, b.text)) })
	kept := all[:0]
	for i := 0; i < len(all); {
		j := i + 1
		for j < len(all) && all[j].hash == all[i].hash {
			j++
		}
		if n := j - i; n > mostPostings {
			for _, p := range all[i:j] {
				rare[p.text]--
			}
		} else if n > 1 {
			kept = append(kept, all[i:j]...)
		}
		i = j
	}
	return kept, rare
}

func withHash(index []posting, hash uint64) []posting {
	from, ok := slices.BinarySearchFunc(index, hash, func(p posting, h uint64) int { return cmp.Compare(p.hash, h) })
	if !ok {
		return nil
	}
	to := from
	for to < len(index) && index[to].hash == hash {
		to++
	}
	return index[from:to]
}

// A sketch is MinHash in bands: two texts that share half of all their prints
// agree in a whole band nine times in ten, two that share a fifteenth hardly
// ever (Broder, 1997).
const (
	bands    = 20
	bandSize = 3
)

// bySketch pairs texts that agree in a band. In a crowd of copies each is
// paired with the first few only.
func bySketch(texts []*text) [][2]int {
	const crowd = 4
	all := make([]posting, len(texts)*bands)
	inParallel(len(texts), func(i int) {
		for b, h := range sketch(texts[i].prints) {
			all[i*bands+b] = posting{h, int32(i)}
		}
	})
	slices.SortFunc(all, func(a, b posting) int { return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.text, b.text)) })
	var pairs [][2]int
	for i := 0; i < len(all); {
		j := i + 1
		for ; j < len(all) && all[j].hash == all[i].hash && all[i].hash != 0; j++ {
			for k := i; k < min(j, i+crowd); k++ {
				pairs = append(pairs, [2]int{int(all[k].text), int(all[j].text)})
			}
		}
		i = j
	}
	return pairs
}

// sketch returns a hash per band; zero for a text without prints.
func sketch(prints []print) (out [bands]uint64) {
	if len(prints) == 0 {
		return out
	}
	for b := range out {
		h := uint64(b + 1)
		for r := range bandSize {
			seed := mix(uint64(b*bandSize+r) + 1)
			least := ^uint64(0)
			for _, p := range prints {
				least = min(least, mix(p.hash^seed))
			}
			h = mix(h ^ least)
		}
		out[b] = h | 1
	}
	return out
}
