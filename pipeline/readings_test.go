package pipeline

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/examples"
	"github.com/ententelab/entente/lexicon"
)

func TestBatches(t *testing.T) {
	for _, c := range []struct {
		sizes []int
		want  [][]int
	}{
		{nil, nil},
		{[]int{3}, [][]int{{3}}},
		{[]int{3, 7, 1}, [][]int{{3, 7}, {1}}},
		{[]int{30, 1, 30, 1, 1}, [][]int{{30}, {1}, {30}, {1, 1}}},
		{[]int{0, 0, 10, 0, 1}, [][]int{{0, 0, 10, 0}, {1}}},
	} {
		var files []File
		for _, n := range c.sizes {
			files = append(files, File{Data: make([]byte, n)})
		}
		var got [][]int
		for b := range batches(slices.Values(files), 10) {
			var sizes []int
			for _, f := range b {
				sizes = append(sizes, len(f.Data))
			}
			got = append(got, sizes)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%v (-want +got):\n%s", c.sizes, diff)
		}
	}
}

// What is read batch by batch is what is read at once, in the order of the files, but for
// the pairs of translations that two batches part; a file that cannot be read keeps no
// other from being read.
func TestReadingsAreThoseOfExtract(t *testing.T) {
	var files []File
	for _, f := range examples.USJapan() {
		files = append(files, File{Name: f.Name, Data: f.Data})
	}
	docs, err := Read(files)
	if err != nil {
		t.Fatal(err)
	}
	want, err := Extract(t.Context(), docs, lexicon.Default())
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(want, func(s entente.Statement) bool { return s.Pair != "" }) {
		t.Fatal("the examples have no pair of translations")
	}
	files = slices.Insert(files, 1, File{Name: "bad.docx", Data: []byte("PK\x03\x04 cut off")})
	if diff := cmp.Diff(want, collect(t, files, batchSize)); diff != "" {
		t.Errorf("(-at once +in one batch):\n%s", diff)
	}
	for i := range want {
		want[i].Pair = ""
	}
	if diff := cmp.Diff(want, collect(t, files, 1)); diff != "" {
		t.Errorf("(-at once +file by file):\n%s", diff)
	}
}

// collect reads files of which one is damaged, in batches of up to so many bytes.
func collect(t *testing.T, files []File, most int) (got []entente.Statement) {
	t.Helper()
	var bad error
	for of, err := range readings(t.Context(), batches(slices.Values(files), most), lexicon.Default()) {
		bad = errors.Join(bad, err)
		for _, r := range of {
			got = append(got, r.Statements...)
		}
	}
	if bad == nil || entente.KindOf(bad) != entente.BadInput {
		t.Errorf("the damaged file gives %v", bad)
	}
	return got
}

func TestReadingsStopWithTheirContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	n := 0
	for readings, err := range Readings(ctx, slices.Values([]File{{Name: "a.txt", Data: []byte("Japan spends 2% of GDP on defense.")}}), lexicon.Default()) {
		n++
		if readings != nil || !errors.Is(err, context.Canceled) {
			t.Errorf("%v, %v", readings, err)
		}
	}
	if n != 1 {
		t.Errorf("%d batches", n)
	}
}
