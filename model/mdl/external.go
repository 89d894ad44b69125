package mdl

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io/fs"
	"math"
	"strconv"
	"strings"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model/expr"
	"github.com/xuri/excelize/v2"
)

// externalCall reports whether a right side is GET XLS …('…') or GET DIRECT
// …('…'), and what it asks for: data, constants, lookups, subscript.
func externalCall(src string) (what string, args []string, ok bool) {
	open := strings.IndexByte(src, '(')
	if open < 0 {
		return "", nil, false
	}
	key := expr.Key(src[:open])
	for _, prefix := range []string{"get_xls_", "get_direct_", "get_123_"} {
		rest, found := strings.CutPrefix(key, prefix)
		if !found {
			continue
		}
		toks, err := tokens(src[open:])
		if err != nil {
			return "", nil, false
		}
		for _, t := range toks {
			if t.kind == 's' {
				args = append(args, t.text)
			}
		}
		return strings.TrimSuffix(rest, "s"), args, true
	}
	return "", nil, false
}

// A grid is a sheet of cells, rows and columns from 0.
type grid [][]string

func (g grid) text(row, col int) string {
	if row < 0 || row >= len(g) || col < 0 || col >= len(g[row]) {
		return ""
	}
	return strings.TrimSpace(g[row][col])
}

func (g grid) number(row, col int) (float64, bool) {
	v, err := strconv.ParseFloat(g.text(row, col), 64)
	return v, err == nil
}

// external opens data files, each once.
type external struct {
	files fs.FS
	books map[string]*book
}

// A book is a spreadsheet file: its sheets and its named ranges.
type book struct {
	sheets map[string]grid
	names  map[string]string // "sheet name" or "name" in lower case to Sheet!A1:B2
}

func newExternal(files fs.FS) *external { return &external{files, map[string]*book{}} }

func (x *external) open(name string) (*book, error) {
	if b := x.books[name]; b != nil {
		return b, nil
	}
	if x.files == nil {
		return nil, fmt.Errorf("the data file %q: no folder is given to look in", name)
	}
	if strings.HasPrefix(name, "?") {
		return nil, fmt.Errorf("the data file %q is a tag that only Vensim can resolve", name)
	}
	data, err := fs.ReadFile(x.files, strings.ReplaceAll(name, `\`, "/"))
	if err != nil {
		return nil, fmt.Errorf("the data file %q cannot be read: %w", name, err)
	}
	var b *book
	switch lower := strings.ToLower(name); {
	case strings.HasSuffix(lower, ".xls"):
		b, err = readXLS(data)
	case strings.HasSuffix(lower, ".xlsx"), strings.HasSuffix(lower, ".xlsm"):
		b, err = readXLSX(data)
	default:
		b, err = readCSV(data)
	}
	if err != nil {
		return nil, fmt.Errorf("the data file %q: %w", name, err)
	}
	x.books[name] = b
	return b, nil
}

func readXLSX(data []byte) (*book, error) {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b := &book{sheets: map[string]grid{}, names: map[string]string{}}
	for _, s := range f.GetSheetList() {
		rows, err := f.GetRows(s, excelize.Options{RawCellValue: true})
		if err != nil {
			return nil, err
		}
		b.sheets[strings.ToLower(s)] = rows
	}
	for _, n := range f.GetDefinedName() {
		b.name(n.Name, n.Scope, n.RefersTo)
	}
	return b, nil
}

// name records a named range; one of a sheet counts there only.
func (b *book) name(name, scope, refers string) {
	key := strings.ToLower(name)
	if scope != "" && !strings.EqualFold(scope, "workbook") {
		key = strings.ToLower(scope) + " " + key
	}
	b.names[key] = refers
}

func readCSV(data []byte) (*book, error) {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	rows, err := r.ReadAll()
	return &book{sheets: map[string]grid{"": rows}}, err
}

// sheet finds a sheet by name; a file of one table has it under any name.
func (b *book) sheet(name string) (grid, error) {
	if g, ok := b.sheets[strings.ToLower(name)]; ok {
		return g, nil
	}
	if g, ok := b.sheets[""]; ok {
		return g, nil
	}
	return nil, fmt.Errorf("there is no sheet %q", name)
}

// An area is a block of cells of a sheet; high is -1 where only the first cell
// is given.
type area struct {
	grid
	row, col, rowHigh, colHigh int
}

// find resolves "C5", "c5*" (the * is for the caller) or the name of a range.
func (b *book) find(sheet, ref string) (area, error) {
	g, err := b.sheet(sheet)
	if err != nil {
		return area{}, err
	}
	ref = strings.TrimSuffix(strings.TrimSpace(ref), "*")
	if row, col, ok := cell(ref); ok {
		return area{g, row, col, -1, -1}, nil
	}
	key := strings.ToLower(ref)
	refers, ok := b.names[strings.ToLower(sheet)+" "+key]
	if !ok {
		refers, ok = b.names[key]
	}
	if !ok {
		return area{}, fmt.Errorf("%q is neither a cell nor a named range", ref)
	}
	in, cells, found := strings.Cut(refers, "!")
	if !found {
		return area{}, fmt.Errorf("the named range %q refers to %q", ref, refers)
	}
	if g, err = b.sheet(strings.Trim(in, "'")); err != nil {
		return area{}, err
	}
	from, to, two := strings.Cut(strings.ReplaceAll(cells, "$", ""), ":")
	if !two {
		to = from
	}
	a := area{grid: g}
	var ok1, ok2 bool
	a.row, a.col, ok1 = cell(from)
	a.rowHigh, a.colHigh, ok2 = cell(to)
	if !ok1 || !ok2 {
		return area{}, fmt.Errorf("the named range %q refers to %q", ref, refers)
	}
	return a, nil
}

// cell reads A1, from 0.
func cell(ref string) (row, col int, ok bool) {
	i := 0
	for i < len(ref) && (ref[i]|32) >= 'a' && (ref[i]|32) <= 'z' {
		col = col*26 + int(ref[i]|32-'a') + 1
		i++
	}
	row, err := strconv.Atoi(ref[i:])
	if i == 0 || i > 3 || err != nil || row < 1 {
		return 0, 0, false
	}
	return row - 1, col - 1, true
}

// subscripts is GET DIRECT SUBSCRIPT(file, sheet, first, last, prefix).
func (x *external) subscripts(what string, args []string) ([]string, error) {
	if what != "subscript" || len(args) < 4 {
		return nil, fmt.Errorf("GET %s does not list subscripts", strings.ToUpper(what))
	}
	b, err := x.open(args[0])
	if err != nil {
		return nil, err
	}
	from, err := b.find(args[1], args[2])
	if err != nil {
		return nil, err
	}
	lastRow, lastCol, ok := cell(args[3])
	if !ok { // only a row or a column
		lastRow, lastCol = from.row, from.col
		if n, err := strconv.Atoi(args[3]); err == nil {
			lastRow = n - 1
		} else if _, c, ok := cell(args[3] + "1"); ok {
			lastCol = c
		}
	}
	prefix := ""
	if len(args) > 4 {
		prefix = args[4]
	}
	var out []string
	for row := from.row; row <= lastRow; row++ {
		for col := from.col; col <= lastCol; col++ {
			if t := from.text(row, col); t != "" {
				out = append(out, prefix+t)
			}
		}
	}
	return out, nil
}

// external reads the values of a definition from its file: a part for each
// element.
func (r *reader) external(d *definition, what string, args []string) ([]part, error) {
	if len(args) < 3 {
		return nil, fmt.Errorf("GET %s needs a file, a sheet and cells", strings.ToUpper(what))
	}
	b, err := r.ext.open(args[0])
	if err != nil {
		return nil, err
	}
	tuples := r.tuples(d.subs)
	switch {
	case what == "constant":
		return constantParts(b, args, tuples, r.lengths(d.subs))
	case (what == "data" || what == "lookup") && len(args) >= 4:
		return seriesParts(b, args, tuples, what == "data", d.data)
	}
	return nil, fmt.Errorf("GET %s is nothing that we can read", strings.ToUpper(what))
}

// tuples lists the elements that subscripts stand for, the last running
// fastest; one empty tuple for a scalar.
func (r *reader) tuples(subs []string) [][]string {
	out := [][]string{nil}
	for _, sub := range subs {
		elems := []string{sub}
		if d := r.dims[expr.Key(sub)]; d != nil {
			elems = d.elems
		}
		if len(out)*len(elems) > maxTuples {
			r.fail(1, "an array of more than %d elements", maxTuples)
			return nil
		}
		var next [][]string
		for _, t := range out {
			for _, e := range elems {
				next = append(next, append(append([]string(nil), t...), e))
			}
		}
		out = next
	}
	return out
}

// maxTuples bounds an array.
const maxTuples = 1 << 20

// lengths are the sizes of the dimensions among the subscripts.
func (r *reader) lengths(subs []string) []int {
	var out []int
	for _, sub := range subs {
		if d := r.dims[expr.Key(sub)]; d != nil {
			out = append(out, len(d.elems))
		}
	}
	return out
}

// constantParts reads constants that run to the right for the last dimension
// and down for the one before it; a * after the cell turns that around.
func constantParts(b *book, args []string, tuples [][]string, lengths []int) ([]part, error) {
	a, err := b.find(args[1], args[2])
	if err != nil {
		return nil, err
	}
	turned := strings.HasSuffix(strings.TrimSpace(args[2]), "*")
	width := 1
	if len(lengths) > 0 {
		width = lengths[len(lengths)-1]
	}
	var out []part
	for i, t := range tuples {
		row, col := i/width, i%width
		if turned {
			row, col = col, row
		}
		v, ok := a.number(a.row+row, a.col+col)
		if !ok {
			if a.text(a.row+row, a.col+col) != "" {
				return nil, fmt.Errorf("the cell %d,%d of %s is not a number", a.row+row+1, a.col+col+1, args[1])
			}
			v = notAvailable
		}
		out = append(out, part{subs: t, eqn: expr.Number64(v)})
	}
	return out, nil
}

// seriesParts reads series along a row or a column of x; that of the next
// element is the next row or column.
func seriesParts(b *book, args []string, tuples [][]string, data bool, kind string) ([]part, error) {
	first, err := b.find(args[1], args[3])
	if err != nil {
		return nil, err
	}
	x, across, err := axis(b, args[1], args[2], first)
	if err != nil {
		return nil, err
	}
	if kind == "" {
		kind = "continuous"
	}
	var out []part
	for i, t := range tuples {
		l := &entente.Lookup{Kind: kind}
		for k, at := range x {
			row, col := first.row+i, first.col+k
			if !across {
				row, col = first.row+k, first.col+i
			}
			v, ok := first.number(row, col)
			switch {
			case !math.IsNaN(at) && ok:
				l.X, l.Y = append(l.X, at), append(l.Y, v)
			case !math.IsNaN(at) && kind == "raw":
				l.X, l.Y = append(l.X, at), append(l.Y, notAvailable)
			}
		}
		if len(l.X) == 0 {
			return nil, fmt.Errorf("the series at %s has no values", args[3])
		}
		out = append(out, part{subs: t, lookup: l, data: data})
	}
	return out, nil
}

// axis reads the x of a series: a row ("4"), a column ("B") or a named range.
func axis(b *book, sheet, ref string, first area) (x []float64, across bool, err error) {
	g := first.grid
	if n, err := strconv.Atoi(ref); err == nil {
		for col := first.col; col < width(g, n-1); col++ {
			x = append(x, numberOr(g, n-1, col))
		}
		return x, true, nil
	}
	if _, col, ok := cell(ref + "1"); ok && len(ref) <= 2 {
		for row := first.row; row < len(g); row++ {
			x = append(x, numberOr(g, row, col))
		}
		return x, false, nil
	}
	a, err := b.find(sheet, ref)
	if err != nil {
		return nil, false, err
	}
	if a.rowHigh < 0 {
		return nil, false, fmt.Errorf("%q is one cell, not a row or column", ref)
	}
	across = a.rowHigh == a.row
	for row := a.row; row <= a.rowHigh; row++ {
		for col := a.col; col <= a.colHigh; col++ {
			x = append(x, numberOr(a.grid, row, col))
		}
	}
	return x, across, nil
}

func width(g grid, row int) int {
	if row < 0 || row >= len(g) {
		return 0
	}
	return len(g[row])
}

func numberOr(g grid, row, col int) float64 {
	if v, ok := g.number(row, col); ok {
		return v
	}
	return math.NaN()
}
