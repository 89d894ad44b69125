package weigh

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// ErrDamaged says that a file of weights cannot be read.
var ErrDamaged = errors.New("the weights are damaged")

// Pack compresses written weights without a date, so that the same weights give
// the same file.
func Pack(plain []byte) ([]byte, error) {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(plain); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// Unpack is the reverse of Pack.
func Unpack(packed []byte) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	plain, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return plain, nil
}

// Append writes a table: the number of labels, then the rows.
func (t *Table) Append(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(t.Labels))
	b = binary.AppendUvarint(b, uint64(len(t.rows)))
	for i := range t.rows {
		r := &t.rows[i]
		b = binary.LittleEndian.AppendUint32(b, r.hash)
		b = append(b, uint8(len(r.labels)))
		b = append(b, r.labels...)
		for _, v := range r.weights {
			b = binary.LittleEndian.AppendUint16(b, uint16(v))
		}
	}
	return b
}

// ReadTable reads what Append wrote and returns what follows it.
func ReadTable(data []byte) (t *Table, rest []byte, err error) {
	defer func() {
		if recover() != nil {
			t, rest, err = nil, nil, ErrDamaged
		}
	}()
	labels, data := Uvarint(data)
	n, data := Uvarint(data)
	if labels > MaxLabels {
		return nil, nil, ErrDamaged
	}
	t = &Table{Labels: labels, rows: make([]row, 0, min(n, len(data)))}
	for range n {
		k := int(data[4])
		r := row{hash: binary.LittleEndian.Uint32(data), labels: data[5 : 5+k], weights: make([]int16, k)}
		data = data[5+k:]
		for i := range r.weights {
			r.weights[i] = int16(binary.LittleEndian.Uint16(data[2*i:]))
			if int(r.labels[i]) >= labels {
				return nil, nil, ErrDamaged
			}
		}
		data = data[2*k:]
		t.rows = append(t.rows, r)
	}
	t.index()
	return t, data, nil
}

// Uvarint reads a number off data and returns what follows it; it panics where
// data is cut off.
func Uvarint(data []byte) (int, []byte) {
	v, n := binary.Uvarint(data)
	if n <= 0 {
		panic("cut off")
	}
	return int(v), data[n:]
}
