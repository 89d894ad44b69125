package assemble

import (
	"cmp"
	"slices"

	"github.com/ententelab/entente"
)

// A graph is the links of a map that somebody holds, by what they lead on to.
type graph struct {
	links []entente.Link // by ID
	at    map[entente.ConceptID]int
	out   [][]int // of a concept: the links that it causes
}

func newGraph(m entente.Map) *graph {
	g := &graph{at: map[entente.ConceptID]int{}}
	for _, l := range m.Links {
		if l.Belief > 0 && len(l.Works) > 0 {
			g.links = append(g.links, l)
		}
	}
	slices.SortFunc(g.links, func(a, b entente.Link) int { return cmp.Compare(a.ID, b.ID) })
	for _, l := range g.links {
		for _, c := range []entente.ConceptID{l.Cause, l.Effect} {
			if _, ok := g.at[c]; !ok {
				g.at[c] = len(g.out)
				g.out = append(g.out, nil)
			}
		}
	}
	for i, l := range g.links {
		g.out[g.at[l.Cause]] = append(g.out[g.at[l.Cause]], i)
	}
	return g
}

// maxSteps bounds a search for paths: the number of elementary paths may grow
// exponentially with the map.
const maxSteps = 2_000_000

// A walk finds the paths of one length that end at a concept, over concepts
// not before the lowest, at most limit.
type walk struct {
	g           *graph
	end, lowest int
	length      int
	back        []int // links that lead from a concept to the end at least; -1 if none do
	on          []bool
	path        []int
	found       [][]int
	limit       int
	steps       *int
	full        bool
}

// search collects paths by rising length until the limit; more says that there
// are others. No elementary path has more links than the graph has concepts.
func (g *graph) search(limit int, one func(*walk)) (paths [][]int, more bool) {
	steps := 0
	for length := 1; length <= len(g.out); length++ {
		w := &walk{g: g, length: length, limit: limit - len(paths), steps: &steps}
		one(w)
		paths = append(paths, w.found...)
		if w.full || steps > maxSteps {
			return paths, true
		}
	}
	return paths, false
}

// loopsOf walks from every concept back to it, over none before it, so that
// every loop is found once.
func (g *graph) loopsOf(w *walk) {
	for start := range g.out {
		w.begin(start, start)
		w.from(start)
	}
}

func (g *graph) chainsOf(w *walk, from, to entente.ConceptID) {
	start, known := g.at[from]
	end, ok := g.at[to]
	if !known || !ok || start == end {
		return
	}
	w.begin(end, 0)
	w.from(start)
}

// begin fixes where the walk ends.
func (w *walk) begin(end, lowest int) {
	w.end, w.lowest = end, lowest
	w.on = make([]bool, len(w.g.out))
	w.back = w.g.distances(end, lowest)
}

// distances is how many links lead from each concept to end at least, over
// concepts not before lowest.
func (g *graph) distances(end, lowest int) []int {
	before := make([][]int, len(g.out))
	for i := range g.links {
		from, to := g.at[g.links[i].Cause], g.at[g.links[i].Effect]
		before[to] = append(before[to], from)
	}
	out := slices.Repeat([]int{-1}, len(g.out))
	out[end] = 0
	for queue := []int{end}; len(queue) > 0; queue = queue[1:] {
		for _, from := range before[queue[0]] {
			if from >= lowest && out[from] < 0 {
				out[from] = out[queue[0]] + 1
				queue = append(queue, from)
			}
		}
	}
	return out
}

func (w *walk) from(at int) {
	if *w.steps++; w.full || *w.steps > maxSteps {
		return
	}
	w.on[at] = true
	left := w.length - len(w.path) - 1
	for _, i := range w.g.out[at] {
		to := w.g.at[w.g.links[i].Effect]
		switch {
		case to == w.end && left == 0:
			if w.full = len(w.found) >= w.limit; w.full {
				break
			}
			w.found = append(w.found, append(slices.Clone(w.path), i))
		case to != w.end && left > 0 && to >= w.lowest && !w.on[to] && w.back[to] >= 0 && w.back[to] <= left:
			w.path = append(w.path, i)
			w.from(to)
			w.path = w.path[:len(w.path)-1]
		}
	}
	w.on[at] = false
}

// robustness is the least number of works without which no chain of a sign
// leads from one concept to another; 0 if none does anyway. A work that is
// wrong takes all its links with it, so this is less than a minimum cut of
// links may be: to break a shortest chain one of its links must lose all its
// works, and each is tried in turn, to a depth that grows.
func (g *graph) robustness(from, to entente.ConceptID, sign entente.Sign) Robustness {
	start, known := g.at[from]
	end, ok := g.at[to]
	if !known || !ok || start == end {
		return Robustness{}
	}
	c := &cut{g: g, start: start, end: end, sign: sign, gone: map[entente.WorkID]bool{}}
	for k := 0; ; k++ {
		if c.breaks(k) {
			return Robustness{Works: k}
		}
		if c.steps > maxCuts {
			return Robustness{Works: c.greedy(), AtMost: true}
		}
	}
}

const maxCuts = 20_000

// A cut is a set of works taken as wrong.
type cut struct {
	g          *graph
	start, end int
	sign       entente.Sign
	gone       map[entente.WorkID]bool
	steps      int
}

// breaks reports whether k more works suffice.
func (c *cut) breaks(k int) bool {
	if c.steps++; c.steps > maxCuts {
		return false
	}
	path := c.shortest()
	if path == nil {
		return true
	}
	for _, i := range path {
		left := c.left(i)
		if len(left) > k {
			continue
		}
		for _, w := range left {
			c.gone[w] = true
		}
		if c.breaks(k - len(left)) {
			return true
		}
		for _, w := range left {
			delete(c.gone, w)
		}
	}
	return false
}

// left are the works of a link that are not taken as wrong.
func (c *cut) left(i int) []entente.WorkID {
	return slices.DeleteFunc(slices.Clone(c.g.links[i].Works), func(w entente.WorkID) bool { return c.gone[w] })
}

// greedy breaks one shortest chain after the other at its weakest link.
func (c *cut) greedy() int {
	clear(c.gone)
	for path := c.shortest(); path != nil; path = c.shortest() {
		weakest := slices.MinFunc(path, func(a, b int) int { return cmp.Compare(len(c.left(a)), len(c.left(b))) })
		for _, w := range c.left(weakest) {
			c.gone[w] = true
		}
	}
	return len(c.gone)
}

// shortest returns the links of a shortest walk of the sign over links that
// still stand, or nil. States are concepts with the sign so far; a walk that
// gains its sign only by going round a loop counts too.
func (c *cut) shortest() []int {
	type step struct{ link, before int }
	state := func(at int, s entente.Sign) int { return 2*at + int(1-s)/2 }
	seen := map[int]step{state(c.start, entente.Plus): {-1, -1}}
	goal := state(c.end, c.sign)
	for queue := []int{state(c.start, entente.Plus)}; len(queue) > 0; queue = queue[1:] {
		at, s := queue[0]/2, entente.Sign(1-2*(queue[0]%2))
		for _, i := range c.g.out[at] {
			next := state(c.g.at[c.g.links[i].Effect], s*c.g.links[i].Sign)
			if _, known := seen[next]; known || len(c.left(i)) == 0 {
				continue
			}
			seen[next] = step{i, queue[0]}
			queue = append(queue, next)
		}
	}
	if _, ok := seen[goal]; !ok {
		return nil
	}
	var path []int
	for at := goal; seen[at].link >= 0; at = seen[at].before {
		path = append(path, seen[at].link)
	}
	return path
}
