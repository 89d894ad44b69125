package sim

import (
	"fmt"
	"sort"
	"strings"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model"
)

// A Loop is a feedback loop of variables, each a cause of the next and the last
// of the first.
type Loop struct {
	ID        string                 `json:"id"` // R1, B2, …; U where the polarity changes
	Variables []entente.VariableName `json:"variables"`
	Polarity  string                 `json:"polarity"` // reinforcing, balancing, changing, idle
	Share     []float64              `json:"share"`    // by row: of all loops' strength, negative while balancing
	Mean      float64                `json:"mean"`     // of the absolute shares
}

// A LoopReport is the feedback loops of a model in one run, the strongest
// first.
type LoopReport struct {
	Time      []float64 `json:"time"`
	Loops     []Loop    `json:"loops"`
	Truncated bool      `json:"truncated,omitempty"` // there are more, longer ones
	Reading   []string  `json:"reading"`             // which loop drives what when
}

// Loops finds the feedback loops of a scenario's run and their dominance over
// time by the Loops That Matter method (Schoenberg, Davidsen and Eberlein 2020):
// a link's score is the part of its effect's change that its cause makes, a
// loop's the product of its links', relative to all loops found. Shorter loops
// are found first, at most limit. Scores are taken from one saved row to the
// next; a delay or smooth counts as what it will give in the end, and arrays
// are left out.
func (p *Program) Loops(s entente.Scenario, limit int) (*LoopReport, error) {
	m, err := Apply(p.model, s)
	if err != nil {
		return nil, err
	}
	q, err := Compile(m)
	if err != nil {
		return nil, err
	}
	run, err := q.Run(entente.Scenario{}, 0)
	if err != nil {
		return nil, err
	}
	net := newNetwork(m, run)
	out := &LoopReport{Time: run.Time}
	paths, more := net.cycles(limit)
	out.Truncated = more
	scores := map[entente.VariableName]map[entente.VariableName][]float64{}
	for _, path := range paths {
		for _, at := range path {
			name := net.names[at]
			if scores[name] != nil {
				continue
			}
			if scores[name], err = q.linkScores(name, run); err != nil {
				return nil, err
			}
		}
	}
	out.weigh(net, paths, scores)
	out.label()
	out.read()
	return out, nil
}

// A network is who causes whom; into lists the causes of each variable.
type network struct {
	names []entente.VariableName
	next  [][]int // effects, in rising order
}

func newNetwork(m *entente.Model, run *entente.Run) *network {
	n := &network{}
	at := map[entente.VariableName]int{}
	scalar := map[entente.VariableName]bool{}
	for _, name := range run.Names {
		scalar[name] = true
	}
	for i := range m.Variables {
		if v := &m.Variables[i]; scalar[v.Name] && len(v.Subscripts) == 0 {
			at[v.Name] = len(n.names)
			n.names = append(n.names, v.Name)
		}
	}
	n.next = make([][]int, len(n.names))
	deps := model.Dependencies(m)
	for to, name := range n.names {
		seen := map[int]bool{}
		for _, d := range deps[name] {
			if from, ok := at[d.Name]; ok && d.Role != "initial" && !seen[from] {
				seen[from] = true
				n.next[from] = append(n.next[from], to)
			}
		}
	}
	return n
}

// cycles lists the elementary cycles, each from its first variable on, by
// rising length; more says that there are others.
func (n *network) cycles(limit int) (paths [][]int, more bool) {
	longest := 0
	for length := 1; length <= len(n.names); length++ {
		found := 0
		for start := range n.names {
			w := &cycleWalk{net: n, start: start, length: length, back: n.distances(start), limit: limit - len(paths)}
			w.on = make([]bool, len(n.names))
			w.walk(start)
			found += len(w.found)
			paths = append(paths, w.found...)
			if w.full || w.steps > maxWalk {
				return paths, true
			}
		}
		if found > 0 {
			longest = length
		} else if length > 4*longest+len(n.names)/4+8 {
			break // no longer ones in sight
		}
	}
	return paths, false
}

// maxWalk bounds the search from one variable.
const maxWalk = 2_000_000

// distances is how many links lead from each variable back to start, over
// variables not before it; -1 if none do.
func (n *network) distances(start int) []int {
	before := make([][]int, len(n.names))
	for from, list := range n.next {
		for _, to := range list {
			before[to] = append(before[to], from)
		}
	}
	out := make([]int, len(n.names))
	for i := range out {
		out[i] = -1
	}
	out[start] = 0
	for queue := []int{start}; len(queue) > 0; queue = queue[1:] {
		for _, from := range before[queue[0]] {
			if from >= start && out[from] < 0 {
				out[from] = out[queue[0]] + 1
				queue = append(queue, from)
			}
		}
	}
	return out
}

// A cycleWalk finds the cycles of one length through start.
type cycleWalk struct {
	net           *network
	start, length int
	back          []int
	on            []bool
	path          []int
	found         [][]int
	limit, steps  int
	full          bool
}

func (w *cycleWalk) walk(at int) {
	if w.steps++; w.full || w.steps > maxWalk {
		return
	}
	w.path, w.on[at] = append(w.path, at), true
	left := w.length - len(w.path)
	for _, to := range w.net.next[at] {
		switch {
		case to == w.start && left == 0:
			if len(w.found) >= w.limit {
				w.full = true
				break
			}
			w.found = append(w.found, append([]int(nil), w.path...))
		case left > 0 && to > w.start && !w.on[to] && w.back[to] >= 0 && w.back[to] <= left:
			w.walk(to)
		}
	}
	w.path, w.on[at] = w.path[:len(w.path)-1], false
}

// weigh fills in the loops with their shares over time.
func (r *LoopReport) weigh(net *network, paths [][]int, scores map[entente.VariableName]map[entente.VariableName][]float64) {
	rows := len(r.Time)
	total := make([]float64, rows)
	for _, path := range paths {
		l := Loop{Share: make([]float64, rows)}
		for i, at := range path {
			l.Variables = append(l.Variables, net.names[at])
			cause, effect := net.names[at], net.names[path[(i+1)%len(path)]]
			link := scores[effect][cause]
			for row := range rows {
				if i == 0 {
					l.Share[row] = 1
				}
				if link == nil {
					l.Share[row] = 0
				} else {
					l.Share[row] *= link[row]
				}
			}
		}
		for row, v := range l.Share {
			total[row] += abs(v)
		}
		r.Loops = append(r.Loops, l)
	}
	for i := range r.Loops {
		l := &r.Loops[i]
		for row := range l.Share {
			if total[row] > 0 {
				l.Share[row] /= total[row]
				l.Mean += abs(l.Share[row]) / float64(rows)
			}
		}
		l.Polarity = polarity(l.Share)
	}
	sort.SliceStable(r.Loops, func(a, b int) bool { return r.Loops[a].Mean > r.Loops[b].Mean })
}

func abs(v float64) float64 {
	if v < 0 {
		return -v
	}
	return v
}

// polarity is that of a loop through a run; a hundredth of it may differ.
func polarity(share []float64) string {
	up, down := 0.0, 0.0
	for _, v := range share {
		if v > 0 {
			up += v
		} else {
			down -= v
		}
	}
	switch {
	case up == 0 && down == 0:
		return "idle"
	case up >= 99*down:
		return "reinforcing"
	case down >= 99*up:
		return "balancing"
	}
	return "changing"
}

// label numbers the loops within their polarity.
func (r *LoopReport) label() {
	count := map[string]int{}
	for i := range r.Loops {
		letter := map[string]string{"reinforcing": "R", "balancing": "B"}[r.Loops[i].Polarity]
		if letter == "" {
			letter = "U"
		}
		count[letter]++
		r.Loops[i].ID = fmt.Sprint(letter, count[letter])
	}
}

// read says which loop is the strongest when. A change that does not last a
// twentieth of the run is passed over.
func (r *LoopReport) read() {
	if len(r.Time) < 2 {
		return
	}
	least := max(1, len(r.Time)/20)
	at := []int{1} // where the periods begin
	leader := []int{r.strongest(1)}
	for row := 2; row < len(r.Time); row++ {
		now, last := r.strongest(row), len(at)-1
		switch {
		case now == leader[last]:
		case row-at[last] < least && last > 0: // too short: it belongs to the period before
			at, leader = at[:last], leader[:last]
			if now != leader[last-1] {
				at, leader = append(at, row), append(leader, now)
			}
		default:
			at, leader = append(at, row), append(leader, now)
		}
	}
	for i, from := range at {
		to := len(r.Time) - 1
		if i+1 < len(at) {
			to = at[i+1] - 1
		}
		if leader[i] >= 0 {
			r.Reading = append(r.Reading, r.sentence(leader[i], from, to))
		}
	}
}

// strongest is the strongest loop of the polarity that prevails in a row; -1 if
// none is at work.
func (r *LoopReport) strongest(row int) int {
	sum := 0.0
	telling := r.telling()
	for _, i := range telling {
		sum += r.Loops[i].Share[row]
	}
	best := -1
	for _, i := range telling {
		v := r.Loops[i].Share[row]
		if v != 0 && v > 0 == (sum > 0) && (best < 0 || abs(v) > abs(r.Loops[best].Share[row])) {
			best = i
		}
	}
	return best
}

// telling are the loops that a reading speaks of: those through several
// variables. That a stock wears off by itself says nothing of the structure, and
// is told only where there is nothing else.
func (r *LoopReport) telling() []int {
	var all, several []int
	for i := range r.Loops {
		all = append(all, i)
		if len(r.Loops[i].Variables) > 1 {
			several = append(several, i)
		}
	}
	if len(several) > 0 {
		return several
	}
	return all
}

func (r *LoopReport) sentence(loop, from, to int) string {
	l := r.Loops[loop]
	share, kin, sum := 0.0, 0.0, 0.0
	for row := from; row <= to; row++ {
		share += l.Share[row]
		for _, i := range r.telling() {
			v := r.Loops[i].Share[row]
			if sum += abs(v); v > 0 == (l.Share[row] > 0) {
				kin += abs(v)
			}
		}
	}
	if sum > 0 {
		share, kin = share/sum, kin/sum
	}
	names := make([]string, 0, len(l.Variables)+1)
	for _, v := range l.Variables {
		names = append(names, string(v))
	}
	names = append(names, names[0])
	kind := "reinforcing"
	if share < 0 {
		kind = "balancing"
	}
	return fmt.Sprintf("%g to %g: %s loops make up %.0f %% of the strength of all loops through several variables, first of them %s with %.0f %%: %s",
		r.Time[max(0, from-1)], r.Time[to], kind, 100*kin, l.ID, 100*abs(share), strings.Join(names, " → "))
}
