package weigh

import (
	"bytes"
	"errors"
	"testing"
)

// features of a few words.
func features(words ...string) []Feature {
	var out []Feature
	for _, w := range words {
		out = append(out, Feature{Hash('w', []rune(w)), 1})
	}
	return out
}

func lessons() []Lesson {
	return []Lesson{
		{features("asks", "for"), 0, 1},
		{features("demands"), 0, 1},
		{features("spends", "on"), 1, 1},
		{features("spent"), 1, 1},
		{features("will", "spend"), 2, 1},
	}
}

func TestLearnedLabels(t *testing.T) {
	table := Learn(3, lessons())
	again, rest, err := ReadTable(append(table.Append(nil), "more"...))
	if err != nil || string(rest) != "more" {
		t.Fatalf("%v, what follows is %q", err, rest)
	}
	for _, tc := range []struct {
		words []string
		label int
	}{{[]string{"asks"}, 0}, {[]string{"on", "spent"}, 1}, {[]string{"will"}, 2}} {
		for _, table := range []*Table{table, again} {
			if got, sure := table.Best(features(tc.words...)); got != tc.label || sure < 0.4 || sure > 1 {
				t.Errorf("%v is %d with %.2f, want %d", tc.words, got, sure, tc.label)
			}
		}
	}
	if _, sure := table.Best(features("unknown")); sure != 1.0/3 {
		t.Errorf("of what no lesson shows each label is a third, not %.2f", sure)
	}
}

func TestSameLessonsSameBytes(t *testing.T) {
	if !bytes.Equal(Learn(3, lessons()).Append(nil), Learn(3, lessons()).Append(nil)) {
		t.Error("they differ")
	}
}

func TestDamagedTables(t *testing.T) {
	whole := Learn(3, lessons()).Append(nil)
	for cut := range whole {
		if _, _, err := ReadTable(whole[:cut]); !errors.Is(err, ErrDamaged) {
			t.Errorf("a table cut at %d: %v", cut, err)
		}
	}
	packed, err := Pack(whole)
	if err != nil {
		t.Fatal(err)
	}
	if plain, err := Unpack(packed); err != nil || !bytes.Equal(plain, whole) {
		t.Errorf("packed and unpacked it differs: %v", err)
	}
	if _, err := Unpack(packed[:len(packed)/2]); !errors.Is(err, ErrDamaged) {
		t.Errorf("half a packed table: %v", err)
	}
}

// No bytes make reading a table panic or return a table that cannot be used.
func FuzzReadTable(f *testing.F) {
	f.Add(Learn(3, lessons()).Append(nil))
	f.Add([]byte{})
	f.Add([]byte{2, 1, 0, 0, 0, 0, 200})
	f.Fuzz(func(t *testing.T, data []byte) {
		table, _, err := ReadTable(data)
		if err == nil {
			table.Best(features("asks", "for"))
		}
	})
}

// Of two sides of which only the product is known, each comes to speak for itself.
func TestLearnProduct(t *testing.T) {
	var lessons []Product
	for range 20 {
		for _, a := range []string{"more", "fewer"} {
			for _, b := range []string{"raise", "lower"} {
				lessons = append(lessons, Product{A: features(a, "troops"), B: features(b, "tension"), Minus: (a == "fewer") != (b == "lower"), Weight: 1})
			}
		}
	}
	table := LearnProduct(lessons, 2)
	for word, minus := range map[string]bool{"more": false, "raise": false, "fewer": true, "lower": true} {
		if p := table.Sign(features(word)); (p > 0.5) != minus {
			t.Errorf("%s speaks for minus with %.2f", word, p)
		}
	}
	if n := LearnProduct(lessons, 1000).Len(); n != 0 {
		t.Errorf("%d features seen too seldom have weights", n)
	}
}
