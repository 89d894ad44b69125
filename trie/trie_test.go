package trie

import (
	"math/rand/v2"
	"testing"
)

// A set gives back what was put into it, and nothing else.
func TestTrie(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	word := func() string {
		w := make([]rune, 1+random.IntN(4))
		for i := range w {
			w[i] = rune(0x4E00 + random.IntN(40))
		}
		if random.IntN(4) == 0 {
			w[0] = rune('a' + random.IntN(26))
		}
		return string(w)
	}
	set, want := New(), map[string]int32{}
	for n := range int32(2000) {
		w := word()
		if _, ok := want[w]; !ok {
			want[w] = n
		}
		set.Add([]rune(w), n)
	}
	for range 20000 {
		w := word()
		v, ok := want[w]
		if got := lookup(set, w); ok != (got != None) || ok && got != v {
			t.Fatalf("%s is %d, want %d, %t", w, got, v, ok)
		}
	}
}

func lookup(t *Trie, word string) int32 {
	var n Node
	for i, r := range word {
		if n = t.Step(n, r); i == 0 {
			n = t.Root(r)
		}
		if n == 0 {
			return None
		}
	}
	return t.Value(n)
}
