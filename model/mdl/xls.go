package mdl

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/richardlehane/mscfb"
)

// readXLS reads the cells of an Excel 97–2003 workbook (BIFF8 in an OLE
// container): numbers, texts, and the last results of formulas.
func readXLS(data []byte) (*book, error) {
	doc, err := mscfb.New(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	for e, err := doc.Next(); err == nil; e, err = doc.Next() {
		if e.Name != "Workbook" && e.Name != "Book" {
			continue
		}
		stream, err := io.ReadAll(io.LimitReader(e, maxWorkbook))
		if err != nil {
			return nil, err
		}
		return readBIFF(stream)
	}
	return nil, errors.New("it holds no workbook")
}

const maxWorkbook = 1 << 28

// The records that are read.
const (
	recFormula    = 0x0006
	recEOF        = 0x000A
	recContinue   = 0x003C
	recBoundSheet = 0x0085
	recMulRK      = 0x00BD
	recSST        = 0x00FC
	recLabelSST   = 0x00FD
	recNumber     = 0x0203
	recLabel      = 0x0204
	recRK         = 0x027E
)

// A record is one unit of the stream. Parts are its data and its continuations.
type record struct {
	kind  uint16
	parts [][]byte
	next  int
}

func (r record) data() []byte { return r.parts[0] }

// recordAt reads the record at a place; ok is false at the end.
func recordAt(s []byte, at int) (r record, ok bool) {
	for at+4 <= len(s) {
		kind, size := binary.LittleEndian.Uint16(s[at:]), int(binary.LittleEndian.Uint16(s[at+2:]))
		if at+4+size > len(s) || len(r.parts) > 0 && kind != recContinue {
			break
		}
		if len(r.parts) == 0 {
			r.kind = kind
		}
		r.parts = append(r.parts, s[at+4:at+4+size])
		at += 4 + size
		r.next = at
	}
	return r, len(r.parts) > 0
}

func readBIFF(s []byte) (*book, error) {
	b := &book{sheets: map[string]grid{}, names: map[string]string{}}
	var texts []string
	for at := 0; ; {
		r, ok := recordAt(s, at)
		if !ok || r.kind == recEOF {
			break
		}
		at = r.next
		switch r.kind {
		case recSST:
			texts = sharedTexts(r)
		case recBoundSheet:
			if d := r.data(); len(d) > 8 {
				name, _ := chars(d[7:], int(d[6]))
				b.sheets[strings.ToLower(name)] = readSheet(s, int(binary.LittleEndian.Uint32(d)), &texts)
			}
		}
	}
	// the texts come after the list of sheets: read the cells again with them
	for at := 0; texts != nil; {
		r, ok := recordAt(s, at)
		if !ok || r.kind == recEOF {
			break
		}
		at = r.next
		if d := r.data(); r.kind == recBoundSheet && len(d) > 8 {
			name, _ := chars(d[7:], int(d[6]))
			b.sheets[strings.ToLower(name)] = readSheet(s, int(binary.LittleEndian.Uint32(d)), &texts)
		}
	}
	if len(b.sheets) == 0 {
		return nil, errors.New("it holds no sheet")
	}
	return b, nil
}

// chars reads n characters after a byte that says whether they are of 8 or 16
// bits, and how many bytes that took.
func chars(d []byte, n int) (string, int) {
	if len(d) == 0 {
		return "", 0
	}
	wide, d := d[0]&1 != 0, d[1:]
	if !wide {
		n = min(n, len(d))
		out := make([]rune, n)
		for i, c := range d[:n] {
			out[i] = rune(c)
		}
		return string(out), 1 + n
	}
	n = min(n, len(d)/2)
	units := make([]uint16, n)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(d[2*i:])
	}
	return string(utf16.Decode(units)), 1 + 2*n
}

// sharedTexts reads the table of texts. A text may run into a continuation,
// which begins with a new byte for the width.
func sharedTexts(r record) []string {
	var out []string
	part, d := 0, r.data()
	if len(d) < 8 {
		return out
	}
	count := int(binary.LittleEndian.Uint32(d[4:]))
	d = d[8:]
	advance := func() bool {
		for len(d) == 0 {
			if part++; part >= len(r.parts) {
				return false
			}
			d = r.parts[part]
		}
		return true
	}
	for len(out) < count && advance() && len(d) >= 3 {
		n, flags := int(binary.LittleEndian.Uint16(d)), d[2]
		skip, after := 3, 0
		if flags&8 != 0 && len(d) >= skip+2 {
			after += 4 * int(binary.LittleEndian.Uint16(d[skip:]))
			skip += 2
		}
		if flags&4 != 0 && len(d) >= skip+4 {
			after += int(binary.LittleEndian.Uint32(d[skip:]))
			skip += 4
		}
		d = d[min(skip, len(d)):]
		var text strings.Builder
		wide := flags & 1
		for n > 0 && advance() {
			if text.Len() > 0 && part > 0 && len(d) == len(r.parts[part]) {
				wide, d = d[0]&1, d[1:]
			}
			got, used := chars(append([]byte{wide}, d...), n)
			if used <= 1 {
				break
			}
			text.WriteString(got)
			n -= len(utf16.Encode([]rune(got)))
			d = d[used-1:]
		}
		out = append(out, text.String())
		for after > 0 && advance() {
			cut := min(after, len(d))
			d, after = d[cut:], after-cut
		}
	}
	return out
}

// readSheet reads the cells from a place on.
func readSheet(s []byte, at int, texts *[]string) grid {
	var g grid
	for {
		r, ok := recordAt(s, at)
		if !ok || r.kind == recEOF {
			return g
		}
		at = r.next
		if d := r.data(); len(d) >= 6 {
			readCell(&g, r.kind, d, int(binary.LittleEndian.Uint16(d)), int(binary.LittleEndian.Uint16(d[2:])), *texts)
		}
	}
}

func readCell(g *grid, kind uint16, d []byte, row, col int, texts []string) {
	switch {
	case (kind == recNumber || kind == recFormula) && len(d) >= 14:
		bits := binary.LittleEndian.Uint64(d[6:])
		if kind == recNumber || bits>>48 != 0xffff { // not a text or an error
			g.set(row, col, float(math.Float64frombits(bits)))
		}
	case kind == recRK && len(d) >= 10:
		g.set(row, col, float(rk(binary.LittleEndian.Uint32(d[6:]))))
	case kind == recMulRK:
		for i := 4; i+6 <= len(d)-2; i += 6 {
			g.set(row, col+(i-4)/6, float(rk(binary.LittleEndian.Uint32(d[i+2:]))))
		}
	case kind == recLabelSST && len(d) >= 10:
		if i := int(binary.LittleEndian.Uint32(d[6:])); i < len(texts) {
			g.set(row, col, texts[i])
		}
	case kind == recLabel && len(d) >= 9:
		text, _ := chars(d[8:], int(binary.LittleEndian.Uint16(d[6:])))
		g.set(row, col, text)
	}
}

func float(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// rk is Excel's packed number: an integer or the upper half of a float64, maybe
// times 100.
func rk(v uint32) float64 {
	out := math.Float64frombits(uint64(v&^3) << 32)
	if v&2 != 0 {
		out = float64(int32(v) >> 2)
	}
	if v&1 != 0 {
		out /= 100
	}
	return out
}

// set puts a text into a cell; the format allows 65,536 rows of 256 columns.
func (g *grid) set(row, col int, text string) {
	if row > 1<<16 || col > 1<<8 {
		return
	}
	for len(*g) <= row {
		*g = append(*g, nil)
	}
	for len((*g)[row]) <= col {
		(*g)[row] = append((*g)[row], "")
	}
	(*g)[row][col] = text
}
