// Package weigh decides which of several labels what a passage shows speaks for:
// which concept a phrase is about, whether a figure is demanded or exists. Each
// feature of the passage has a weight for each label, learned from passages that
// a reader labelled. Everything is summed in whole numbers, so that the same
// passage gives the same answer on every machine.
package weigh

import (
	"math"
	"slices"
)

// A Feature is something that a passage shows, under a hash of what it is;
// Weight says how strongly it shows: not less than 0, and less than 256.
type Feature struct {
	Hash   uint32
	Weight float32
}

// MaxLabels is one more than the largest number of a label.
const MaxLabels = 128

// A Score is what is said of each label, in squares of units.
type Score [MaxLabels]int64

// unit is how many units of a stored weight make 1.
const unit = 256

// units is the weight of a feature in units.
func units(weight float32) int64 { return int64(weight*unit + 0.5) }

// A Table says what each feature speaks for. Most speak for few labels. What the
// row of a feature says stands in cells[start[n]:start[n+1]], and what that of a
// feature says which speaks for many, the common ones, in wide too, by label.
type Table struct {
	Labels int
	hashes []uint32 // of the rows, in order
	start  []int32
	cells  []cell
	at     index
	wide   []uint64 // rows of wideWords, see words16
}

// many is from how many labels on a row is read whole.
const many = 16

// wideWords is how many words a wide row has.
func (t *Table) wideWords() int { return (t.Labels + 3) / 4 }

// A cell is what a feature says of one label, in units.
type cell struct {
	label  uint8
	weight int16
}

// Len is the number of features that say anything.
func (t *Table) Len() int { return len(t.hashes) }

// row appends what one feature says.
func (t *Table) row(hash uint32, cells []cell) {
	if len(t.start) == 0 {
		t.start = append(t.start, 0)
	}
	t.hashes = append(t.hashes, hash)
	t.cells = append(t.cells, cells...)
	t.start = append(t.start, int32(len(t.cells)))
}

// index makes a table that has all its rows ready to be asked.
func (t *Table) index() {
	rows := make([]row, len(t.hashes))
	whole := make([]int16, t.Labels)
	for n := range t.hashes {
		cells := t.cells[t.start[n]:t.start[n+1]]
		rows[n] = row{t.start[n], int32(len(cells))}
		if len(cells) < many {
			continue
		}
		clear(whole)
		for _, c := range cells {
			whole[c.label] = c.weight
		}
		rows[n].at = int32(len(t.wide))
		t.wide = words16(t.wide, whole)
	}
	t.at = newIndex(t.hashes, rows)
}

// Add sums up what features say.
func (t *Table) Add(s *Score, features []Feature) {
	var room, wideRoom [192]known
	wide := wideRoom[:0]
	for _, f := range t.at.find(room[:0], features) {
		if f.cells >= many {
			wide = append(wide, f)
			continue
		}
		for _, c := range t.cells[f.at : f.at+f.cells] {
			s[c.label] += int64(f.units) * int64(c.weight)
		}
	}
	sum16(s, t.wide, t.wideWords(), wide)
}

// Shares are the probabilities of the labels, up to a factor: their sum is
// returned with them.
func (t *Table) Shares(s *Score) (share [MaxLabels]float64, sum float64) {
	highest := slices.Max(s[:t.Labels])
	for i := range t.Labels {
		share[i] = shareOf(highest - s[i])
		sum += share[i]
	}
	return share, sum
}

// Best is the likeliest label of a passage that shows features, and its
// probability.
func (t *Table) Best(features []Feature) (label int, sure float64) {
	var s Score
	t.Add(&s, features)
	share, sum := t.Shares(&s)
	for i := range t.Labels {
		if share[i] > share[label] {
			label = i
		}
	}
	return label, share[label] / sum
}

// shareOf is e to the power of a score that is behind by so many squared units.
// Three tables, for its whole part and two bytes of its fraction, are a third of
// the work, and give the same bits on every machine.
func shareOf(behind int64) float64 {
	whole := behind >> 16
	if whole >= int64(len(powers[0])) {
		return 0
	}
	return powers[0][whole] * powers[1][behind>>8&0xFF] * powers[2][behind&0xFF]
}

var powers = func() (p [3][256]float64) {
	for i := range 256 {
		p[0][i] = math.Exp(-float64(i))
		p[1][i] = math.Exp(-float64(i) / (1 << 8))
		p[2][i] = math.Exp(-float64(i) / (1 << 16))
	}
	return p
}()

// Hash is FNV-1a over a kind of feature and characters.
func Hash(kind byte, text []rune) uint32 {
	h := Start(kind)
	for _, r := range text {
		h = Mix(h, r)
	}
	return h
}

// Start and Mix hash a feature piece by piece.
func Start(kind byte) uint32 { return (fnvStart ^ uint32(kind)) * fnvPrime }

// Mix adds a character to a hash.
func Mix(h uint32, r rune) uint32 { return (h ^ uint32(r)) * fnvPrime }

const (
	fnvStart uint32 = 2166136261
	fnvPrime uint32 = 16777619
)

// An index tells where the row of a feature is, by open addressing: a phrase is
// looked up by some forty of them.
type index struct {
	slots []slot
}

// A slot is free if its row has no cells.
type slot struct {
	hash uint32
	row
}

// A row is where the cells of a feature start, and how many there are.
type row struct{ at, cells int32 }

func newIndex(hashes []uint32, rows []row) index {
	size := 16
	for size < 2*len(hashes) {
		size *= 2
	}
	x := index{make([]slot, size)}
	for n, hash := range hashes {
		i := int(hash) & (size - 1)
		for x.slots[i].cells != 0 {
			i = (i + 1) & (size - 1)
		}
		x.slots[i] = slot{hash, rows[n]}
	}
	return x
}

// get returns a feature's row, which has no cells if there is none.
func (x index) get(hash uint32) row {
	i := int(hash) & (len(x.slots) - 1)
	for x.slots[i].cells != 0 {
		if x.slots[i].hash == hash {
			return x.slots[i].row
		}
		i = (i + 1) & (len(x.slots) - 1)
	}
	return row{}
}
