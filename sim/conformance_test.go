package sim_test

import (
	"encoding/csv"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model/expr"
	"github.com/ententelab/entente/model/load"
	"github.com/ententelab/entente/sim"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
)

var (
	update = flag.Bool("update", false, "write the tables of results anew")
	suite  = flag.String("suite", "", "folder of the test models (SDXorg/test-models)")
)

// suiteRoot finds the test models, or skips the test.
func suiteRoot(t *testing.T) string {
	t.Helper()
	shared := os.Getenv("ENTENTE_SHARED")
	if shared == "" {
		shared = "../../shared"
	}
	root := *suite
	if root == "" {
		root = os.Getenv("ENTENTE_TEST_MODELS")
	}
	if root == "" {
		root = filepath.Join(shared, "peers", "test-models")
	}
	if _, err := os.Stat(root); err != nil {
		t.Skipf("SKIPPED: no test models at %s (set -suite, ENTENTE_TEST_MODELS or ENTENTE_SHARED)", root)
	}
	return root
}

// runFile runs a model file and compares it with the expected output.
func runFile(path string, want expected) verdict {
	m, err := load.File(path)
	if err != nil {
		return verdict{wrong: oneLine(err)}
	}
	p, err := sim.Compile(m)
	if err != nil {
		return verdict{wrong: oneLine(err)}
	}
	r, err := p.Run(entente.Scenario{}, 1)
	if err != nil {
		return verdict{wrong: oneLine(err)}
	}
	return want.compare(r)
}

// oneLine is an error without the folder it happened in.
func oneLine(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	if i := strings.LastIndex(line, "/"); i >= 0 && strings.Contains(line[:i], "/tests/") {
		line = line[i+1:]
	}
	return line
}

// An expected is the output that a model should give.
type expected struct {
	names []string
	cols  map[string][]cellOf
	size  map[string]float64 // the largest magnitude of a column
}

// A cellOf is a number as printed; unit is the size of its last digit.
type cellOf struct {
	value, unit float64
	empty       bool
}

func readCell(s string) cellOf {
	s = strings.TrimSpace(s)
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return cellOf{empty: true}
	}
	mantissa, exponent, _ := strings.Cut(strings.ToLower(s), "e")
	_, decimals, _ := strings.Cut(mantissa, ".")
	power, _ := strconv.Atoi(exponent)
	return cellOf{value: v, unit: math.Pow(10, float64(power-len(decimals)))}
}

func readExpected(path string) (expected, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return expected{}, err
	}
	if !utf8.Valid(data) { // some tables are in the code page of their tool
		if data, err = charmap.Windows1252.NewDecoder().Bytes(data); err != nil {
			return expected{}, err
		}
	}
	text := strings.ReplaceAll(strings.ReplaceAll(string(data), "\r\n", "\n"), "\r", "\n")
	text = strings.TrimPrefix(text, "\ufeff")
	head, _, _ := strings.Cut(text, "\n")
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	if strings.Contains(head, "\t") {
		r.Comma = '\t'
	}
	rows, err := r.ReadAll()
	if err != nil || len(rows) == 0 {
		return expected{}, fmt.Errorf("%s: %w", path, err)
	}
	out := expected{cols: map[string][]cellOf{}, size: map[string]float64{}}
	for col, name := range rows[0] {
		if key := columnKey(name); key != "" {
			out.add(key, col, rows[1:])
		}
	}
	return out, nil
}

func (w *expected) add(key string, col int, rows [][]string) {
	w.names = append(w.names, key)
	for _, row := range rows {
		c := cellOf{empty: true}
		if col < len(row) {
			c = readCell(row[col])
		}
		w.cols[key] = append(w.cols[key], c)
		if !c.empty {
			w.size[key] = math.Max(w.size[key], math.Abs(c.value))
		}
	}
}

// columnKey folds a column's name as the suite's own comparison does: case and
// blanks do not matter.
func columnKey(name string) string {
	name = strings.Trim(strings.TrimSpace(name), `"`)
	base, subs, array := strings.Cut(name, "[")
	key := expr.Key(strings.Trim(strings.ReplaceAll(base, `\"`, `"`), `"`))
	if !array {
		return key
	}
	var parts []string
	for _, s := range strings.Split(strings.TrimSuffix(subs, "]"), ",") {
		parts = append(parts, expr.Key(s))
	}
	return key + "[" + strings.Join(parts, ",") + "]"
}

// control columns say how the run was made; not every format has them.
var control = map[string]bool{"saveper": true, "time_step": true, "initial_time": true, "final_time": true}

// A verdict is how a run compares with the expected output: wrong says the
// first difference that the suite's tolerance does not allow, notes what a
// reader should know of a run that agrees.
type verdict struct{ wrong, notes string }

// compare judges a run as the suite's own comparison does: relative 1e-4, and
// 1e-6 around zero. A column that the model file does not define is noted, not
// a failure. What is off by more, but within the digits that the expected
// output prints or within single precision of its series, passes with a note.
func (w expected) compare(r *entente.Run) verdict {
	got := map[string][]float64{}
	for i, n := range r.Names {
		got[columnKey(string(n))] = r.Values[i]
	}
	var missing []string
	rounded := ""
	times := w.cols["time"]
	if len(times) != len(r.Time) {
		return verdict{wrong: fmt.Sprintf("%d rows, expected %d", len(r.Time), len(times))}
	}
	for _, name := range w.names {
		have, ok := got[name]
		if !ok {
			if name != "time" && !control[name] {
				missing = append(missing, name)
			}
			continue
		}
		for i, c := range w.cols[name] {
			if c.empty || near(c.value, have[i]) {
				continue
			}
			msg := fmt.Sprintf("%s at %g is %.9g, expected %g", name, times[i].value, have[i], c.value)
			if math.Abs(c.value-have[i]) > math.Max(c.unit/2, 1e-6*w.size[name]) {
				return verdict{wrong: msg}
			}
			rounded = msg
		}
	}
	return verdict{notes: notes(missing, rounded)}
}

func notes(missing []string, rounded string) string {
	var out []string
	if len(missing) > 0 {
		out = append(out, "the file does not define "+strings.Join(missing, ", "))
	}
	if rounded != "" {
		out = append(out, "but for digits: "+rounded)
	}
	return strings.Join(out, "; ")
}

func near(a, b float64) bool {
	if a == b || math.IsNaN(a) && math.IsNaN(b) || math.Abs(a) <= 1e-6 && math.Abs(b) <= 1e-6 {
		return true
	}
	return math.Abs(a-b) <= 1e-4*math.Max(math.Abs(a), math.Abs(b))
}

// A result is what became of one model file.
type result struct {
	dir, file string
	verdict
}

// reasons explain failures that are no fault of the engine.
var reasons = map[string]string{
	"tests/active_initial/test_active_initial.xmile":         "XMILE 1.0, stocks: the initial value is the stock's <eqn>, here Value_A = Time = 0; the file has lost ACTIVE INITIAL's 45",
	"tests/active_initial/test_active_initial.stmx":          "XMILE 1.0, stocks: the initial value is the stock's <eqn>, here Value_A = Time = 0; the file has lost ACTIVE INITIAL's 45",
	"tests/zeroled_decimals/test_zeroled_decimals.xmile":     "XMILE 1.0, simulation specifications: the file asks for method=\"RK4\"; the expected output is that of Euler (test_zeroled_decimals.mdl)",
	"tests/data_from_other_model/model_to_generate_data.mdl": "makes the data of the test; the expected output is not its own",
	"samples/Query_file/Query_file.mdl":                      "RANDOM UNIFORM: the expected numbers are those of another generator",
	"tests/get_time_value/test_get_time_value.mdl":           "not the model of the expected output (its README)",
}

// suiteReason adds what the file itself lacks.
func suiteReason(r result) string {
	switch {
	case reasons[r.dir+"/"+r.file] != "":
		return r.wrong + ". " + reasons[r.dir+"/"+r.file]
	case strings.Contains(r.wrong, `not "?"`):
		return r.wrong + ". XMILE 1.0, expressions: ??? is no expression; the converter that wrote the file left the values out"
	case strings.Contains(r.wrong, `MACRO", a function`):
		return r.wrong + ". XMILE 1.0, macros: a macro must be defined; the file has no <macro>"
	}
	return r.wrong
}

func runSuite(t *testing.T, root string) []result {
	var out []result
	for _, part := range []string{"samples", "tests"} {
		dirs, err := os.ReadDir(filepath.Join(root, part))
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range dirs {
			if d.IsDir() {
				out = append(out, runDir(t, root, part+"/"+d.Name())...)
			}
		}
	}
	return out
}

func runDir(t *testing.T, root, dir string) []result {
	files, err := os.ReadDir(filepath.Join(root, dir))
	if err != nil {
		t.Fatal(err)
	}
	var models, outputs []string
	for _, f := range files {
		switch strings.ToLower(filepath.Ext(f.Name())) {
		case ".xmile", ".stmx", ".mdl":
			models = append(models, f.Name())
		}
		if n := f.Name(); n == "output.csv" || n == "output.tab" {
			outputs = append(outputs, n)
		}
	}
	if len(outputs) == 0 {
		return nil
	}
	want, err := readExpected(filepath.Join(root, dir, outputs[0]))
	if err != nil {
		t.Fatal(err)
	}
	sort.Strings(models)
	var out []result
	for _, m := range models {
		out = append(out, result{dir, m, runFile(filepath.Join(root, dir, m), want)})
	}
	return out
}

// TestConformance holds the table of results against the committed one. It
// fails when a file does worse than the table says; -update writes the table.
func TestConformance(t *testing.T) {
	results := runSuite(t, suiteRoot(t))
	got := conformanceTable(results)
	const path = "../docs/conformance.md"
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("the table differs (committed -, now +); go test ./sim -run Conformance -update writes it:\n%s", diff)
	}
}

// conformanceTable is the results as people read them.
func conformanceTable(results []result) string {
	var b strings.Builder
	b.WriteString("# Conformance\n\nEvery model file of SDXorg/test-models that has an expected output, run and compared column by column\n")
	b.WriteString("(`go test ./sim -run Conformance -suite FOLDER`, or `make conformance`). The tolerance is that of the suite's\n")
	b.WriteString("`compare.py`: relative 1e-4, and 1e-6 around zero. \"But for digits\" marks where the expected output itself is coarser\n")
	b.WriteString("than that: it is off by less than half of its last printed digit, or by single precision (1e-6 of the series' largest).\n\n")
	for _, f := range []struct {
		name string
		ext  []string
	}{{"XMILE and Stella", []string{".xmile", ".stmx"}}, {"Vensim", []string{".mdl"}}} {
		part := only(results, f.ext)
		pass, strict, dirs := directories(part)
		fmt.Fprintf(&b, "## %s: %d of %d directories (%d without a note on digits)\n\n", f.name, pass, dirs, strict)
		b.WriteString("A directory passes if one of its files does, and none fails for a reason of ours.\n\n")
		b.WriteString("| directory | file | result |\n|---|---|---|\n")
		for _, r := range part {
			text := "pass"
			if r.notes != "" {
				text += "; " + r.notes
			}
			if r.wrong != "" {
				text = suiteReason(r)
			}
			fmt.Fprintf(&b, "| %s | %s | %s |\n", r.dir, r.file, strings.ReplaceAll(text, "|", "\\|"))
		}
		b.WriteString("\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func only(results []result, ext []string) []result {
	var out []result
	for _, r := range results {
		for _, e := range ext {
			if strings.EqualFold(filepath.Ext(r.file), e) {
				out = append(out, r)
			}
		}
	}
	return out
}

// directories counts those in which a file passes.
func directories(results []result) (pass, strict, all int) {
	best := map[string]int{}
	for _, r := range results {
		score := 0
		if r.wrong == "" {
			if score = 2; strings.Contains(r.notes, "digits") {
				score = 1
			}
		}
		best[r.dir] = max(best[r.dir], score)
	}
	for _, score := range best {
		all++
		if score > 0 {
			pass++
		}
		if score > 1 {
			strict++
		}
	}
	return pass, strict, all
}
