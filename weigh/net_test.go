package weigh

import (
	"bytes"
	"errors"
	"testing"
)

// kin are lessons in which two words are only ever met with one label each, and a
// third word only beside the first: a net takes it for its like.
func kin() []Lesson {
	var out []Lesson
	for range 20 {
		out = append(out,
			Lesson{features("warships", "strait"), 0, 1}, Lesson{features("frigates", "strait"), 0, 1}, Lesson{features("frigates", "sail"), 0, 1},
			Lesson{features("tariffs", "market"), 1, 1}, Lesson{features("levies", "market"), 1, 1})
	}
	return out
}

func best(n *Net, words ...string) (label int) {
	var s Score
	n.Add(&s, features(words...))
	for i := range n.labels {
		if s[i] > s[label] {
			label = i
		}
	}
	return label
}

func TestNetLearnedWrittenAndReadAgain(t *testing.T) {
	net := LearnNet(2, kin())
	again, rest, err := ReadNet(append(net.Append(nil), "more"...))
	if err != nil || string(rest) != "more" {
		t.Fatalf("%v, what follows is %q", err, rest)
	}
	for _, tc := range []struct {
		word  string
		label int
	}{{"warships", 0}, {"sail", 0}, {"levies", 1}, {"market", 1}} {
		for _, n := range []*Net{net, again} {
			if got := best(n, tc.word); got != tc.label {
				t.Errorf("%s is %d, want %d", tc.word, got, tc.label)
			}
		}
	}
	if !bytes.Equal(net.Append(nil), LearnNet(2, kin()).Append(nil)) {
		t.Error("the same lessons give another net")
	}
}

func TestDamagedNets(t *testing.T) {
	whole := LearnNet(2, kin()).Append(nil)
	for cut := range whole {
		if _, _, err := ReadNet(whole[:cut]); !errors.Is(err, ErrDamaged) {
			t.Errorf("a net cut at %d: %v", cut, err)
		}
	}
}

// Mix halves what both say: where one is undecided the other decides.
func TestMix(t *testing.T) {
	s, other := Score{4, 0, 2}, Score{0, 8, 2}
	s.Mix(&other)
	if s[0] != 2 || s[1] != 4 || s[2] != 2 {
		t.Errorf("mixed to %v", s[:3])
	}
}
