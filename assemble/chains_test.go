package assemble

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ententelab/entente"
	"pgregory.net/rapid"
)

// mapOf reads "cause+effect: Ann Ben" lines into a map; every author has one
// work of the same name.
func mapOf(lines ...string) (Corpus, entente.Map) {
	var c Corpus
	var m entente.Map
	known := map[string]bool{}
	for _, line := range lines {
		link, authors, _ := strings.Cut(line, ": ")
		at := strings.IndexAny(link, "+-")
		l := entente.Link{Cause: entente.ConceptID(link[:at]), Effect: entente.ConceptID(link[at+1:]), Sign: entente.Plus, Belief: 0.5}
		if link[at] == '-' {
			l.Sign = entente.Minus
		}
		l.ID = entente.NewLinkID(l.Cause, l.Effect, l.Sign)
		for _, a := range strings.Fields(authors) {
			l.Works = append(l.Works, entente.WorkID(a))
			if !known[a] {
				known[a] = true
				c.Works = append(c.Works, entente.Work{ID: entente.WorkID(a), Authors: []string{a}})
			}
		}
		m.Links = append(m.Links, l)
	}
	return c, m
}

func TestLoops(t *testing.T) {
	c, m := mapOf("pressure-trust: Ann Ben", "trust-autonomy: Ann", "autonomy-pressure: Ann", "autonomy+pressure: Cho", "trade+growth: Cho")
	got := c.FindLoops(m, 10)
	var have []string
	for _, l := range got.Loops {
		have = append(have, fmt.Sprintf("%s %s held by %s breaks %d", l.ID, l.Sign, strings.Join(l.HeldBy, " "), l.Breaks))
		if l.Stitched != (len(l.HeldBy) == 0) || len(l.Concepts) != len(l.Links) {
			t.Errorf("loop %+v", l)
		}
	}
	slices.Sort(have)
	if !slices.Equal(have, []string{"B1 - held by Ann breaks 1", "R1 + held by  breaks 1"}) || got.Truncated {
		t.Errorf("loops are %q, truncated %v", have, got.Truncated)
	}
	if cut := c.FindLoops(m, 1); len(cut.Loops) != 1 || !cut.Truncated {
		t.Errorf("with a limit of 1: %+v", cut)
	}
}

func TestRobustness(t *testing.T) {
	for _, test := range []struct {
		name  string
		lines []string
		plus  int
		minus int
	}{
		{"one chain breaks at its weakest link", []string{"a+m: Ann Ben Cho", "m+z: Ann Ben"}, 2, 0},
		{"a second way must break too", []string{"a+m: Ann", "m+z: Ann", "a+n: Ben", "n+z: Ben"}, 2, 0},
		{"one work behind both ways", []string{"a+m: Ann", "m+z: Ben", "a+n: Cho", "n+z: Ben"}, 1, 0},
		{"the signs are apart", []string{"a+z: Ann", "a-z: Ben Cho"}, 1, 2},
		{"no way", []string{"a+m: Ann", "n+z: Ann"}, 0, 0},
	} {
		c, m := mapOf(test.lines...)
		r := c.FindRoute(m, "a", "z", 10)
		if r.Raises.Works != test.plus || r.Lowers.Works != test.minus {
			t.Errorf("%s: %+v and %+v", test.name, r.Raises, r.Lowers)
		}
	}
}

// Taking away fewer works than the robustness leaves a chain, whichever they
// are; some set of just as many leaves none.
func TestRobustnessIsTheLeast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var lines []string
		seen := map[string]bool{}
		for range rapid.IntRange(1, 9).Draw(t, "links") {
			link := rapid.SampledFrom([]string{"a", "m", "n"}).Draw(t, "cause") + "+" + rapid.SampledFrom([]string{"m", "n", "z"}).Draw(t, "effect")
			if seen[link] || link[0] == link[2] {
				continue
			}
			seen[link] = true
			lines = append(lines, link+": "+strings.Join(rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"A", "B", "C", "D"}), 1, 3, rapid.ID[string]).Draw(t, "works"), " "))
		}
		_, m := mapOf(lines...)
		g := newGraph(m)
		least := 5
		for set := range 16 {
			gone := map[entente.WorkID]bool{}
			for i, w := range []entente.WorkID{"A", "B", "C", "D"} {
				if set>>i&1 == 1 {
					gone[w] = true
				}
			}
			start, known := g.at["a"]
			end, ok := g.at["z"]
			if !known || !ok || (&cut{g: g, start: start, end: end, sign: entente.Plus, gone: gone}).shortest() == nil {
				least = min(least, len(gone))
			}
		}
		if got := g.robustness("a", "z", entente.Plus); got.Works != least || got.AtMost {
			t.Errorf("%v: %+v, want %d", lines, got, least)
		}
	})
}
