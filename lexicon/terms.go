package lexicon

// Terms is a set of words and phrases with a number each, found in folded text
// at any place: the longest that starts there. It is safe for concurrent use
// once built.
//
// A term that begins or ends with a Latin letter stands at a word's edge;
// "deter*" also takes what follows in the word. Case of Latin letters is
// ignored.
type Terms struct {
	root  []int32 // first node by code point, 0 for none
	edges termEdges
	nodes []termNode
}

type termNode struct {
	value int32 // -1: no term ends here
	open  bool  // the word may go on
}

const basicPlane = 0x10000

// NewTerms returns an empty set.
func NewTerms() *Terms {
	return &Terms{
		root:  make([]int32, basicPlane),
		edges: newTermEdges(64),
		nodes: []termNode{{value: -1}},
	}
}

// Add puts a term into the set. A term added twice keeps its first value,
// which is returned.
func (t *Terms) Add(term string, value int32) int32 {
	runes := []rune(term)
	open := len(runes) > 1 && runes[len(runes)-1] == '*'
	if open {
		runes = runes[:len(runes)-1]
	}
	if len(runes) == 0 {
		return value
	}
	node := int32(0)
	for _, r := range runes {
		node = t.child(node, lower(r))
	}
	n := &t.nodes[node]
	if n.value < 0 {
		n.value = value
	}
	n.open = n.open || open
	return n.value
}

func (t *Terms) child(from int32, r rune) int32 {
	if next := t.next(from, r); next != 0 {
		return next
	}
	next := int32(len(t.nodes))
	t.nodes = append(t.nodes, termNode{value: -1})
	if from == 0 && r < basicPlane {
		t.root[r] = next
	} else {
		t.edges.put(edgeKey(from, r), next)
	}
	return next
}

func (t *Terms) next(from int32, r rune) int32 {
	if from == 0 && r < basicPlane {
		return t.root[r]
	}
	return t.edges.get(edgeKey(from, r))
}

// At returns the value and the end of the longest term that starts at
// text[i]; ok is false if there is none.
func (t *Terms) At(text []rune, i int) (value int32, end int, ok bool) {
	t.walk(text, i, func(v int32, e int) { value, end, ok = v, e, true })
	return value, end, ok
}

// walk calls found for each term that starts at text[i], the shortest first.
func (t *Terms) walk(text []rune, i int, found func(value int32, end int)) {
	if i > 0 && letter(text[i]) && letter(text[i-1]) {
		return
	}
	node := int32(0)
	for j := i; j < len(text); j++ {
		node = t.next(node, lower(text[j]))
		if node == 0 {
			return
		}
		if n := t.nodes[node]; n.value >= 0 {
			if stop, ok := wordEnd(text, j+1, n.open); ok {
				found(n.value, stop)
			}
		}
	}
}

// wordEnd is where a term that ends at a place stops: there, unless a Latin
// word goes on; then with the word if the term is open, or nowhere.
func wordEnd(text []rune, at int, open bool) (stop int, ok bool) {
	if !letter(text[at-1]) || at >= len(text) || !letter(text[at]) {
		return at, true
	}
	for at < len(text) && letter(text[at]) {
		at++
	}
	return at, open
}

func letter(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0xC0 && r <= 0x24F
}

func lower(r rune) rune {
	if r >= 'A' && r <= 'Z' {
		return r + 'a' - 'A'
	}
	if r == '’' {
		return '\''
	}
	return r
}

// termEdges maps edges to nodes: a hash table with open addressing, since a
// lookup for each rune of a text is what the scan spends its time on.
type termEdges struct {
	keys []uint64 // 0: free; no edge has this key, since node 0 has its own table
	next []int32
	used int
}

func newTermEdges(size int) termEdges {
	return termEdges{keys: make([]uint64, size), next: make([]int32, size)}
}

func edgeKey(from int32, r rune) uint64 { return uint64(uint32(from))<<32 | uint64(uint32(r)) }

// slot is where a key stands, or the free place where it would.
func (e *termEdges) slot(key uint64) uint64 {
	mask := uint64(len(e.keys) - 1)
	i := (key * 0x9E3779B97F4A7C15) >> 32 & mask
	for e.keys[i] != key && e.keys[i] != 0 {
		i = (i + 1) & mask
	}
	return i
}

func (e *termEdges) get(key uint64) int32 { return e.next[e.slot(key)] }

func (e *termEdges) put(key uint64, next int32) {
	if 2*e.used >= len(e.keys) {
		larger := newTermEdges(2 * len(e.keys))
		for i, k := range e.keys {
			if k != 0 {
				larger.put(k, e.next[i])
			}
		}
		*e = larger
	}
	i := e.slot(key)
	if e.keys[i] == 0 {
		e.used++
	}
	e.keys[i], e.next[i] = key, next
}
