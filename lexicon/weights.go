package lexicon

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/binary"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"sync"

	"github.com/ententelab/entente"
)

// Weights say what in a phrase speaks for and against each concept.
type Weights struct {
	Concepts []entente.ConceptID
	rows     []row            // by hash
	sign     map[uint32]int16 // what a feature says for less of the concept
	rowAt    hashes           // of the rows
	signAt   hashes           // of the signs
	group    []uint8          // of each concept
}

// A row is what one feature says of the concepts.
type row struct {
	hash     uint32
	concepts []uint8
	weights  []int16 // in weightUnits
}

// weightUnit is how many units of a stored weight make 1. Sums of whole units
// are the same on every machine.
const weightUnit = 256

//go:embed data/grounding/weights.bin.gz
var weightsFile []byte

// loadWeights are the shipped weights; nil while there are none.
var loadWeights = sync.OnceValue(func() *Weights {
	if len(weightsFile) == 0 {
		return nil
	}
	w, err := unpackWeights(weightsFile)
	if err != nil {
		panic(err) // the embedded file is broken: TestWeights would have said so
	}
	return w
})

func unpackWeights(data []byte) (*Weights, error) {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("lexicon: the weights are damaged: %w", err)
	}
	plain, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("lexicon: the weights are damaged: %w", err)
	}
	return readWeights(plain)
}

func (w *Weights) index() {
	w.rowAt = newHashes(len(w.rows))
	for i := range w.rows {
		w.rowAt.put(w.rows[i].hash, int32(i))
	}
	w.signAt = newHashes(len(w.sign))
	for hash, v := range w.sign {
		w.signAt.put(hash, int32(v))
	}
	w.group = groups(w.Concepts)
}

// groups numbers the groups of concepts; what no concept fits is one by itself.
func groups(concepts []entente.ConceptID) []uint8 {
	of := map[entente.ConceptID]string{}
	for _, c := range loadVocabulary().entries {
		of[c.ID] = c.Group
	}
	number := map[string]uint8{}
	out := make([]uint8, len(concepts))
	for i, c := range concepts {
		g := of[c]
		if _, ok := number[g]; !ok {
			number[g] = uint8(len(number))
		}
		out[i] = number[g]
	}
	return out
}

// maxConcepts is one more than the largest number of a concept in a row.
const maxConcepts = 256

// A score is what is said of each concept, in squares of weightUnits.
type score [maxConcepts]int64

// add sums up what features say.
func (w *Weights) add(s *score, features []feature) {
	for _, f := range features {
		n, ok := w.rowAt.get(f.hash)
		if !ok {
			continue
		}
		v := units(f.weight)
		r := &w.rows[n]
		weights := r.weights[:len(r.concepts)]
		for i, c := range r.concepts {
			s[c] += v * int64(weights[i])
		}
	}
}

// best returns the likeliest concept of the likeliest group and its probability,
// and the probability of another. Where related concepts share what a phrase
// says between them, they stand together against one that is alone: on phrases
// that no weight was learned from the group is right in 65 of 100 instead of 64,
// the concept as often.
func (w *Weights) best(score *score, other entente.ConceptID) (top int, sure, otherwise float64) {
	highest := slices.Max(score[:len(w.Concepts)])
	var share [maxConcepts]float64
	var of [maxConcepts]float64 // of a group
	sum := 0.0
	for i, c := range w.Concepts {
		share[i] = shareOf(highest - score[i])
		sum += share[i]
		of[w.group[i]] += share[i]
		if c == other {
			otherwise = share[i]
		}
	}
	for i := range w.Concepts {
		if a, b := of[w.group[i]], of[w.group[top]]; a > b || a == b && score[i] > score[top] {
			top = i
		}
	}
	return top, share[top] / sum, otherwise / sum
}

// units is the weight of a feature in units.
func units(weight float32) int64 { return int64(weight*weightUnit + 0.5) }

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

// less is the probability that what has these features speaks of less of its
// concept.
func (w *Weights) less(features []feature) float64 {
	sum := int64(0)
	for _, f := range features {
		if v, ok := w.signAt.get(f.hash); ok {
			sum += units(f.weight) * int64(v)
		}
	}
	return 1 / (1 + math.Exp(-float64(sum)/(weightUnit*weightUnit)))
}

// hashes maps hashes to small numbers by open addressing: each phrase is looked
// up by some forty of them.
type hashes struct {
	slots []slot
}

type slot struct {
	hash  uint32
	taken bool
	value int32
}

func newHashes(n int) hashes {
	size := 16
	for size < 2*n {
		size *= 2
	}
	return hashes{make([]slot, size)}
}

func (h hashes) put(hash uint32, value int32) {
	i := int(hash) & (len(h.slots) - 1)
	for h.slots[i].taken && h.slots[i].hash != hash {
		i = (i + 1) & (len(h.slots) - 1)
	}
	h.slots[i] = slot{hash, true, value}
}

func (h hashes) get(hash uint32) (value int32, ok bool) {
	i := int(hash) & (len(h.slots) - 1)
	for h.slots[i].taken {
		if h.slots[i].hash == hash {
			return h.slots[i].value, true
		}
		i = (i + 1) & (len(h.slots) - 1)
	}
	return 0, false
}

// Write writes the weights: names of the concepts, their rows, the signs.
func (w *Weights) Write(to io.Writer) error {
	b := binary.AppendUvarint(nil, uint64(len(w.Concepts)))
	for _, c := range w.Concepts {
		b = append(binary.AppendUvarint(b, uint64(len(c))), c...)
	}
	b = binary.AppendUvarint(b, uint64(len(w.rows)))
	for i := range w.rows {
		r := &w.rows[i]
		b = binary.LittleEndian.AppendUint32(b, r.hash)
		b = append(b, uint8(len(r.concepts)))
		b = append(b, r.concepts...)
		for _, v := range r.weights {
			b = binary.LittleEndian.AppendUint16(b, uint16(v))
		}
	}
	b = binary.AppendUvarint(b, uint64(len(w.sign)))
	for _, hash := range slices.Sorted(maps.Keys(w.sign)) {
		b = binary.LittleEndian.AppendUint32(b, hash)
		b = binary.LittleEndian.AppendUint16(b, uint16(w.sign[hash]))
	}
	_, err := to.Write(b)
	return err
}

// readWeights reads what Write wrote.
func readWeights(data []byte) (w *Weights, err error) {
	defer func() {
		if recover() != nil {
			w, err = nil, fmt.Errorf("lexicon: the weights are damaged")
		}
	}()
	w = &Weights{}
	next := func() int {
		v, n := binary.Uvarint(data)
		if n <= 0 {
			panic("cut off")
		}
		data = data[n:]
		return int(v)
	}
	for range next() {
		n := next()
		w.Concepts = append(w.Concepts, entente.ConceptID(data[:n]))
		data = data[n:]
	}
	w.rows = make([]row, next())
	for i := range w.rows {
		n := int(data[4])
		r := row{hash: binary.LittleEndian.Uint32(data), concepts: data[5 : 5+n], weights: make([]int16, n)}
		data = data[5+n:]
		for k := range r.weights {
			r.weights[k] = int16(binary.LittleEndian.Uint16(data[2*k:]))
		}
		data = data[2*n:]
		w.rows[i] = r
	}
	w.sign = make(map[uint32]int16)
	for range next() {
		w.sign[binary.LittleEndian.Uint32(data)] = int16(binary.LittleEndian.Uint16(data[4:]))
		data = data[6:]
	}
	w.index()
	return w, nil
}
