package lexicon

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"sync"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/weigh"
)

// Weights say what in a phrase speaks for and against each concept.
type Weights struct {
	Concepts []entente.ConceptID // the labels of the table
	table    *weigh.Table
	net      *weigh.Net   // decides with the table
	sign     *weigh.Table // whether there is less of it
	sides    *weigh.Table // what a side of a claim says of its concept
	pairs    []int16      // see pair
	tilts    []int16      // see tilt
	group    []uint8      // of each concept
}

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

func unpackWeights(packed []byte) (*Weights, error) {
	plain, err := weigh.Unpack(packed)
	if err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	return readWeights(plain)
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

// best returns the likeliest concept of the likeliest group and its probability,
// the probability of another, and all that are likely. Where related concepts share what a phrase
// says between them, they stand together against one that is alone: on phrases
// that no weight was learned from the group is right in 65 of 100 instead of 64,
// the concept as often. What is likelier to be about no concept than about any one is
// about none.
func (w *Weights) best(score *weigh.Score, other entente.ConceptID) (top int, sure, otherwise float64, may candidates) {
	share, sum := w.table.Shares(score)
	var of [weigh.MaxLabels]float64 // of a group
	for i, c := range w.Concepts {
		of[w.group[i]] += share[i]
		if c == other {
			otherwise = share[i]
		}
	}
	likeliest := 0
	for i := range w.Concepts {
		if a, b := of[w.group[i]], of[w.group[top]]; a > b || a == b && score[i] > score[top] {
			top = i
		}
		if score[i] > score[likeliest] {
			likeliest = i
		}
	}
	if w.Concepts[likeliest] == "" {
		top = likeliest
	}
	return top, share[top] / sum, otherwise / sum, candidatesOf(&share, len(w.Concepts), sum)
}

// Append writes the weights: the names of the concepts, their table and
// net, the tables of the signs, the pairs.
func (w *Weights) Append(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(w.Concepts)))
	for _, c := range w.Concepts {
		b = append(binary.AppendUvarint(b, uint64(len(c))), c...)
	}
	return appendPairs(appendPairs(w.sides.Append(w.sign.Append(w.net.Append(w.table.Append(b)))), w.pairs), w.tilts)
}

// readWeights reads what Append wrote.
func readWeights(data []byte) (w *Weights, err error) {
	defer func() {
		if recover() != nil {
			w, err = nil, fmt.Errorf("lexicon: %w", weigh.ErrDamaged)
		}
	}()
	w = &Weights{}
	n, data := weigh.Uvarint(data)
	for range n {
		k, rest := weigh.Uvarint(data)
		w.Concepts = append(w.Concepts, entente.ConceptID(rest[:k]))
		data = rest[k:]
	}
	if w.table, data, err = weigh.ReadTable(data); err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	if w.net, data, err = weigh.ReadNet(data); err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	if w.sign, data, err = weigh.ReadTable(data); err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	if w.sides, data, err = weigh.ReadTable(data); err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	w.pairs, data = readPairs(data, len(w.Concepts))
	w.tilts, _ = readPairs(data, len(w.Concepts))
	w.group = groups(w.Concepts)
	return w, nil
}
