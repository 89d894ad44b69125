// Package trie holds sets of words, each with a number, by their letters. It is
// what the word lists of the rules and the terms of the concepts are looked up in:
// nearly every letter of a text is asked of hundreds of
// sets, and nearly always the answer is that no word starts there, so that answer
// comes first and touches little memory.
package trie

import (
	"cmp"
	"slices"
)

// A Trie is a set of words. It is safe for concurrent use once built.
type Trie struct {
	starts [filterBits / 64]uint64 // which letters, by hash, start a word
	roots  []edge                  // the letters that start words, by open addressing; to is 0 where free
	used   int
	nodes  []node
	others [][]edge // of the nodes that have several continuations, in order
}

// A Node is a beginning of words; 0 is none.
type Node int32

// None is the value of a beginning that is no word.
const None int32 = -1

// A node is what follows a beginning. Most have one continuation: a node is small
// enough that the rest of a word mostly stands beside it in memory.
type node struct {
	first edge
	more  int32 // index into others, 0 if there are none
	value int32
}

// An edge leads to the beginning that is longer by a letter.
type edge struct {
	r  rune
	to Node
}

const filterBits = 1024

// New returns an empty set.
func New() *Trie {
	return &Trie{roots: make([]edge, 8), nodes: make([]node, 1), others: make([][]edge, 1)}
}

func hash(r rune) uint32 { return uint32(r) * 0x9E3779B1 }

// Root is the beginning of one letter.
func (t *Trie) Root(r rune) Node {
	h := hash(r) >> 22
	if t.starts[h>>6]&(1<<(h&63)) == 0 {
		return 0
	}
	return t.roots[t.slot(r)].to
}

// slot is where a letter that starts words stands, or would.
func (t *Trie) slot(r rune) int {
	mask := uint32(len(t.roots) - 1)
	i := hash(r) >> 8 & mask
	for t.roots[i].to != 0 && t.roots[i].r != r {
		i = (i + 1) & mask
	}
	return int(i)
}

// Step is a beginning and one letter more.
func (t *Trie) Step(n Node, r rune) Node {
	at := &t.nodes[n]
	if at.first.r == r {
		return at.first.to
	}
	if at.more != 0 {
		return t.other(at.more, r)
	}
	return 0
}

func (t *Trie) other(more int32, r rune) Node {
	edges := t.others[more]
	for len(edges) > 4 {
		if half := len(edges) / 2; edges[half].r <= r {
			edges = edges[half:]
		} else {
			edges = edges[:half]
		}
	}
	for i := range edges {
		if edges[i].r == r {
			return edges[i].to
		}
	}
	return 0
}

func byLetter(e edge, r rune) int { return cmp.Compare(e.r, r) }

// Value is the number of the word that ends with a beginning, or None.
func (t *Trie) Value(n Node) int32 { return t.nodes[n].value }

// Add puts a word that is not empty into the set and returns its last node. A word
// that has a value keeps it.
func (t *Trie) Add(word []rune, value int32) Node {
	at := t.Root(word[0])
	if at == 0 {
		at = t.newNode()
		t.addRoot(edge{word[0], at})
	}
	for _, r := range word[1:] {
		next := t.Step(at, r)
		if next == 0 {
			next = t.newNode()
			t.link(at, edge{r, next})
		}
		at = next
	}
	if t.nodes[at].value == None {
		t.nodes[at].value = value
	}
	return at
}

func (t *Trie) newNode() Node {
	t.nodes = append(t.nodes, node{value: None})
	return Node(len(t.nodes) - 1)
}

func (t *Trie) addRoot(e edge) {
	if t.used++; 2*t.used > len(t.roots) {
		old := t.roots
		t.roots = make([]edge, 2*len(old))
		for _, e := range old {
			if e.to != 0 {
				t.roots[t.slot(e.r)] = e
			}
		}
	}
	t.roots[t.slot(e.r)] = e
	h := hash(e.r) >> 22
	t.starts[h>>6] |= 1 << (h & 63)
}

func (t *Trie) link(from Node, e edge) {
	n := &t.nodes[from]
	if n.first.to == 0 {
		n.first = e
		return
	}
	if n.more == 0 {
		n.more = int32(len(t.others))
		t.others = append(t.others, nil)
	}
	edges := &t.others[n.more]
	i, _ := slices.BinarySearchFunc(*edges, e.r, byLetter)
	*edges = slices.Insert(*edges, i, e)
}
