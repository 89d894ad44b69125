package weigh

import "encoding/binary"

// What is summed up for a passage is a few thousand products of small numbers. Two
// sums fit into one word of 64 bits, so that one multiplication does for both: each
// has a lane of 32 bits, into which nothing flows over as long as all numbers are
// positive, which a bias makes them, and the weights of the features stay below
// laneRoom together.

// known is a feature that has a row, and its weight in units.
type known struct {
	row
	units uint32
}

// laneRoom is below what the units of features must stay that are summed up in lanes
// of 32 bits, where a weight of a label takes 16.
const laneRoom = 1 << 16

// find appends those of the features that have a row. All are looked up before any
// row is read, so that the memory answers many questions at a time.
func (x index) find(out []known, features []Feature) []known {
	for _, f := range features {
		if r := x.get(f.Hash); r.cells > 0 {
			out = append(out, known{r, uint32(units(f.Weight))})
		}
	}
	return out
}

// fitting is how many of the features, at least one, have room in the lanes together,
// and how many units they are.
func fitting(features []known) (n int, sum uint32) {
	for _, f := range features {
		if n > 0 && sum+f.units >= laneRoom {
			break
		}
		n, sum = n+1, sum+f.units
	}
	return n, sum
}

const (
	pairsOf16 = 0x0000FFFF_0000FFFF // the first and third of four numbers in a word
	pairsOf8  = 0x000000FF_000000FF // the first and fifth of eight
	bias16    = 1 << 15
	bias8     = 1 << 7
)

// words16 appends numbers, four to a word, biased.
func words16(out []uint64, numbers []int16) []uint64 {
	for len(numbers) > 0 {
		word := uint64(0)
		n := min(4, len(numbers))
		for i, x := range numbers[:n] {
			word |= uint64(uint16(int(x)+bias16)) << (16 * i)
		}
		out, numbers = append(out, word), numbers[n:]
	}
	return out
}

// sum16 adds to the sums of labels what rows of words say, by the weights of their features.
func sum16(s *Score, rows []uint64, length int, features []known) {
	for len(features) > 0 {
		n, sum := fitting(features)
		bias := int64(sum) * bias16
		for w := range length {
			var even, odd uint64
			for _, f := range features[:n] {
				x := rows[int(f.at)+w]
				even += x & pairsOf16 * uint64(f.units)
				odd += x >> 16 & pairsOf16 * uint64(f.units)
			}
			four := s[4*w : 4*w+4 : 4*w+4]
			four[0] += int64(uint32(even)) - bias
			four[1] += int64(uint32(odd)) - bias
			four[2] += int64(even>>32) - bias
			four[3] += int64(odd>>32) - bias
		}
		features = features[n:]
	}
}

// words8 appends numbers, eight to a word, biased; there must be eight times as many.
func words8(out []uint64, numbers []int8) []uint64 {
	var bytes [8]byte
	for len(numbers) > 0 {
		for i, x := range numbers[:8] {
			bytes[i] = byte(int(x) + bias8)
		}
		out, numbers = append(out, binary.LittleEndian.Uint64(bytes[:])), numbers[8:]
	}
	return out
}

// sum8 adds to the sums of traits what rows of words show, by the weights of their features.
func sum8(sums *[traits]int32, rows []uint64, features []known) {
	for len(features) > 0 {
		n, sum := fitting(features)
		bias := int32(sum) * bias8
		for w := range traits / 8 {
			var a, b, c, d uint64
			for _, f := range features[:n] {
				x, v := rows[int(f.at)+w], uint64(f.units)
				a += x & pairsOf8 * v
				b += x >> 8 & pairsOf8 * v
				c += x >> 16 & pairsOf8 * v
				d += x >> 24 & pairsOf8 * v
			}
			eight := sums[8*w : 8*w+8 : 8*w+8]
			for i, lanes := range [...]uint64{a, b, c, d} {
				eight[i] += int32(uint32(lanes)) - bias
				eight[i+4] += int32(lanes>>32) - bias
			}
		}
		features = features[n:]
	}
}
