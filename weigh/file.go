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
	b = binary.AppendUvarint(b, uint64(len(t.hashes)))
	for n, hash := range t.hashes {
		cells := t.cells[t.start[n]:t.start[n+1]]
		b = binary.LittleEndian.AppendUint32(b, hash)
		b = append(b, uint8(len(cells)))
		for _, c := range cells {
			b = append(b, c.label)
		}
		for _, c := range cells {
			b = binary.LittleEndian.AppendUint16(b, uint16(c.weight))
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
	if labels < 1 || labels > MaxLabels {
		return nil, nil, ErrDamaged
	}
	t = &Table{Labels: labels}
	var cells []cell
	for range n {
		hash, k := binary.LittleEndian.Uint32(data), int(data[4])
		data = data[5:]
		cells = cells[:0]
		for i := range k {
			c := cell{data[i], int16(binary.LittleEndian.Uint16(data[k+2*i:]))}
			if int(c.label) >= labels {
				return nil, nil, ErrDamaged
			}
			cells = append(cells, c)
		}
		t.row(hash, cells)
		data = data[3*k:]
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

// MustTable reads a table that is part of the program, packed: it panics if that is damaged.
func MustTable(packed []byte) *Table {
	plain, err := Unpack(packed)
	if err != nil {
		panic(err)
	}
	t, _, err := ReadTable(plain)
	if err != nil {
		panic(err)
	}
	return t
}
