package assemble

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/ententelab/entente"
)

// A Chain is links of a map, each leading on from the one before. In a loop
// the last leads back to the first.
type Chain struct {
	ID       string              `json:"id"`       // of a loop: R1, B2, …; of a chain: C1, …
	Concepts []entente.ConceptID `json:"concepts"` // as many as links in a loop, one more in a chain
	Links    []entente.LinkID    `json:"links"`
	Sign     entente.Sign        `json:"sign"`    // of a loop: + reinforces, - balances
	Belief   float64             `json:"belief"`  // that all its links hold, were they independent
	HeldBy   []string            `json:"held_by"` // voices that hold every link of it alone
	Stitched bool                `json:"stitched"`
	Breaks   int                 `json:"breaks"`  // independent works that must be wrong before it breaks
	Weakest  entente.LinkID      `json:"weakest"` // the link with that many works
}

// A Loops lists feedback loops, the shortest first, then the most believed.
type Loops struct {
	Loops     []Chain `json:"loops"`
	Truncated bool    `json:"truncated"` // there are more, longer ones
}

// A Route is all chains from one concept to another, and how many independent
// works must be wrong before no chain of a sign is left.
type Route struct {
	From      entente.ConceptID `json:"from"`
	To        entente.ConceptID `json:"to"`
	Chains    []Chain           `json:"chains"`
	Truncated bool              `json:"truncated"`
	Raises    Robustness        `json:"raises"` // chains with a plus
	Lowers    Robustness        `json:"lowers"`
}

// A Robustness is how many works must be wrong; AtMost says that the search
// was cut and fewer may do.
type Robustness struct {
	Works  int  `json:"works"`
	AtMost bool `json:"at_most,omitempty"`
}

// FindLoops finds the feedback loops of a map: at most limit.
func (c Corpus) FindLoops(m entente.Map, limit int) Loops {
	g := newGraph(m)
	paths, more := g.search(limit, g.loopsOf)
	out := Loops{Loops: []Chain{}, Truncated: more}
	voices := c.Voices()
	for _, p := range paths {
		out.Loops = append(out.Loops, g.chain(p, voices, true))
	}
	sortChains(out.Loops)
	count := map[entente.Sign]int{}
	for i := range out.Loops {
		l := &out.Loops[i]
		count[l.Sign]++
		l.ID = fmt.Sprint(map[entente.Sign]string{entente.Plus: "R", entente.Minus: "B"}[l.Sign], count[l.Sign])
	}
	return out
}

// FindRoute finds the chains from one concept to another: at most limit.
func (c Corpus) FindRoute(m entente.Map, from, to entente.ConceptID, limit int) Route {
	g := newGraph(m)
	out := Route{From: from, To: to, Chains: []Chain{}}
	var paths [][]int
	paths, out.Truncated = g.search(limit, func(w *walk) { g.chainsOf(w, from, to) })
	voices := c.Voices()
	for _, p := range paths {
		out.Chains = append(out.Chains, g.chain(p, voices, false))
	}
	sortChains(out.Chains)
	for i := range out.Chains {
		out.Chains[i].ID = fmt.Sprint("C", i+1)
	}
	out.Raises, out.Lowers = g.robustness(from, to, entente.Plus), g.robustness(from, to, entente.Minus)
	return out
}

func sortChains(list []Chain) {
	slices.SortStableFunc(list, func(a, b Chain) int {
		return cmp.Or(cmp.Compare(len(a.Links), len(b.Links)), cmp.Compare(b.Belief, a.Belief), slices.Compare(a.Links, b.Links))
	})
}

// chain describes a path of links.
func (g *graph) chain(path []int, voices []Voice, loop bool) Chain {
	out := Chain{Sign: entente.Plus, Belief: 1, HeldBy: []string{}, Breaks: math.MaxInt}
	for _, at := range path {
		l := &g.links[at]
		out.Concepts, out.Links = append(out.Concepts, l.Cause), append(out.Links, l.ID)
		out.Sign *= l.Sign
		out.Belief *= l.Belief
		if len(l.Works) < out.Breaks {
			out.Breaks, out.Weakest = len(l.Works), l.ID
		}
	}
	if !loop {
		out.Concepts = append(out.Concepts, g.links[path[len(path)-1]].Effect)
	}
	out.Belief = math.Round(out.Belief*1e6) / 1e6
	for _, v := range voices {
		if g.holds(v, path) {
			out.HeldBy = append(out.HeldBy, v.Name)
		}
	}
	out.Stitched = len(out.HeldBy) == 0
	return out
}

// holds reports whether a voice's own works say every link of a path.
func (g *graph) holds(v Voice, path []int) bool {
	for _, at := range path {
		if !slices.ContainsFunc(g.links[at].Works, func(w entente.WorkID) bool { return slices.Contains(v.Works, w) }) {
			return false
		}
	}
	return true
}
