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
		root = filepath.Join(shared, "peers", "test-models")
	}
	if _, err := os.Stat(root); err != nil {
		t.Skipf("SKIPPED: no test models at %s (set -suite or ENTENTE_SHARED)", root)
	}
	return root
}

// runFile runs a model file and compares it with the expected table; "" if it
// agrees.
func runFile(path string, want table) string {
	m, err := load.File(path)
	if err != nil {
		return oneLine(err)
	}
	p, err := sim.Compile(m)
	if err != nil {
		return oneLine(err)
	}
	r, err := p.Run(entente.Scenario{}, 1)
	if err != nil {
		return oneLine(err)
	}
	return want.compare(r)
}

// oneLine is an error without the folder it happened in.
func oneLine(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	if i := strings.Index(line, "test-models/"); i >= 0 {
		line = line[i+len("test-models/"):]
	}
	return line
}

// A table is an expected output.
type table struct {
	names []string
	cols  map[string][]float64 // NaN where the cell is empty
}

func readTable(path string) (table, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return table{}, err
	}
	if !utf8.Valid(data) { // some tables are in the code page of their tool
		if data, err = charmap.Windows1252.NewDecoder().Bytes(data); err != nil {
			return table{}, err
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
		return table{}, fmt.Errorf("%s: %w", path, err)
	}
	out := table{cols: map[string][]float64{}}
	for col, name := range rows[0] {
		key := columnKey(name)
		if key == "" {
			continue
		}
		out.names = append(out.names, key)
		for _, row := range rows[1:] {
			v := math.NaN()
			if col < len(row) {
				if x, err := strconv.ParseFloat(strings.TrimSpace(row[col]), 64); err == nil {
					v = x
				}
			}
			out.cols[key] = append(out.cols[key], v)
		}
	}
	return out, nil
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

// compare reports the first difference under the suite's tolerance: relative
// 1e-4, and around zero 1e-6.
func (w table) compare(r *entente.Run) string {
	got := map[string][]float64{}
	for i, n := range r.Names {
		got[columnKey(string(n))] = r.Values[i]
	}
	times := w.cols["time"]
	if len(times) == 0 {
		return "the expected output has no time"
	}
	if len(times) != len(r.Time) {
		return fmt.Sprintf("%d rows, expected %d", len(r.Time), len(times))
	}
	for _, name := range w.names {
		if name == "time" {
			continue
		}
		have, ok := got[name]
		if !ok {
			if control[name] {
				continue
			}
			return fmt.Sprintf("the column %q is missing", name)
		}
		for i, want := range w.cols[name] {
			if !math.IsNaN(want) && !near(want, have[i]) {
				return fmt.Sprintf("%s at %g is %g, expected %g", name, times[i], have[i], want)
			}
		}
	}
	return ""
}

func near(a, b float64) bool {
	if a == b || math.Abs(a) <= 1e-6 && math.Abs(b) <= 1e-6 {
		return true
	}
	return math.Abs(a-b) <= 1e-4*math.Max(math.Abs(a), math.Abs(b))
}

// A result is what became of one model file.
type result struct{ dir, file, reason string }

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
	var models []string
	expected := ""
	for _, f := range files {
		switch strings.ToLower(filepath.Ext(f.Name())) {
		case ".xmile", ".stmx", ".mdl":
			models = append(models, f.Name())
		}
		if n := f.Name(); n == "output.csv" || n == "output.tab" {
			expected = n
		}
	}
	if expected == "" {
		return nil
	}
	want, err := readTable(filepath.Join(root, dir, expected))
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

func TestConformance(t *testing.T) {
	for _, r := range runSuite(t, suiteRoot(t)) {
		if r.reason != "" {
			t.Logf("%s/%s: %s", r.dir, r.file, r.reason)
		}
	}
}
