package weigh

import (
	"encoding/binary"
	"math"
)

// A Net decides as a Table does, but by way of a few dozen traits that it learned to
// see in passages. A table weighs every feature by itself and for each label anew; a
// net lets features that were met with the same labels show the same traits, and
// traits bear each other out. Together they are right more often than either.
type Net struct {
	labels int
	hashes []uint32
	shows  []int8   // feature × trait, in units of a trait
	words  []uint64 // the same, see words8
	speaks []int16  // trait × label, in units
	bias   []int16  // of the labels, in units
	at     index
	pairs  [][traits]int64 // speaks of two labels at a time, see index
}

// traits is how many a net sees.
const traits = 48

// traitUnit is how many units of how much a feature shows of a trait make 1.
const traitUnit = 64

// Add sums up what features say, as Table.Add does.
func (n *Net) Add(s *Score, features []Feature) {
	var room [384]known
	var sum [traits]int32
	sum8(&sum, n.words, n.at.find(room[:0], features))
	var shown [traits]int64
	for k, x := range sum {
		shown[k] = int64(squash(x))
	}
	for c := range n.pairs {
		low, high := unpack(&shown, &n.pairs[c])
		s[2*c] += int64(low)
		s[2*c+1] += int64(high)
	}
	for c, b := range n.bias {
		s[c] += int64(b) * unit
	}
}

// index makes a net that has all its features ready to be asked. What a trait says of
// two labels goes into one number, so that one multiplication does for both. The sum
// of either stays within 31 bits: a trait shows at most one unit, and there are few.
func (n *Net) index() {
	n.words = words8(nil, n.shows)
	rows := make([]row, len(n.hashes))
	for i := range rows {
		rows[i] = row{int32(i) * (traits / 8), traits}
	}
	n.at = newIndex(n.hashes, rows)
	n.pairs = make([][traits]int64, (n.labels+1)/2)
	for k := range traits {
		for c, w := range n.speaks[k*n.labels : (k+1)*n.labels] {
			n.pairs[c/2][k] += int64(w) << (32 * (c % 2))
		}
	}
}

// unpack sums up what the shown traits say of a pair of labels.
func unpack(shown, pair *[traits]int64) (low, high int32) {
	var sum int64
	for k := range shown {
		sum += shown[k] * pair[k]
	}
	low = int32(sum)
	return low, int32((sum - int64(low)) >> 32)
}

// squash is the hyperbolic tangent of a sum, in units, from a table, so that it is
// the same on every machine.
func squash(sum int32) int32 {
	const perStep = unit * traitUnit / squashSteps
	step := max(-squashReach*squashSteps, min(squashReach*squashSteps, int(sum)/perStep))
	return squashed[step+squashReach*squashSteps]
}

const (
	squashSteps = 64 // to 1
	squashReach = 6  // beyond which the tangent is 1
)

var squashed = func() (t [2*squashReach*squashSteps + 1]int32) {
	for i := range t {
		t[i] = int32(math.Round(unit * math.Tanh(float64(i-squashReach*squashSteps)/squashSteps)))
	}
	return t
}()

// Mix is what two that decide say together.
func (s *Score) Mix(other *Score) {
	for i := range s {
		s[i] = (s[i] + other[i]) / 2
	}
}

// Append writes a net: the number of labels and of features, then the features with
// what they show, then what the traits speak for.
func (n *Net) Append(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(n.labels))
	b = binary.AppendUvarint(b, uint64(len(n.hashes)))
	for i, hash := range n.hashes {
		b = binary.LittleEndian.AppendUint32(b, hash)
		for _, x := range n.shows[i*traits : (i+1)*traits] {
			b = append(b, byte(x))
		}
	}
	for _, list := range [][]int16{n.speaks, n.bias} {
		for _, w := range list {
			b = binary.LittleEndian.AppendUint16(b, uint16(w))
		}
	}
	return b
}

// ReadNet reads what Append wrote and returns what follows it.
func ReadNet(data []byte) (n *Net, rest []byte, err error) {
	defer func() {
		if recover() != nil {
			n, rest, err = nil, nil, ErrDamaged
		}
	}()
	labels, data := Uvarint(data)
	features, data := Uvarint(data)
	if labels < 1 || labels > MaxLabels || features > len(data) {
		return nil, nil, ErrDamaged
	}
	n = &Net{labels: labels, hashes: make([]uint32, features), shows: make([]int8, features*traits)}
	for i := range n.hashes {
		n.hashes[i] = binary.LittleEndian.Uint32(data)
		for k, x := range data[4 : 4+traits] {
			n.shows[i*traits+k] = int8(x)
		}
		data = data[4+traits:]
	}
	n.speaks, data = int16s(data, traits*labels)
	n.bias, data = int16s(data, labels)
	n.index()
	return n, data, nil
}

// int16s reads some numbers off data.
func int16s(data []byte, count int) ([]int16, []byte) {
	out := make([]int16, count)
	for i := range out {
		out[i] = int16(binary.LittleEndian.Uint16(data[2*i:]))
	}
	return out, data[2*count:]
}
