package extract

import (
	"strings"

	"github.com/ententelab/entente"
)

// leaves reports whether a number is the level that somebody leaves for another: from
// 1.8 percent to 2 percent, 从1.8%提高到2%, 1%から2%へ. What is asked for is left for
// another demand: from 3 percent to 3.5 percent, of a request.
func (r *reading) leaves() bool {
	const before, after = 12, 24
	text, c := r.text(), r.clause()
	i := skipSpace(text, r.Start)
	if m, _ := figureData.LeavesAfter.at(text, skipAhead(text, r.End), c.end); m == 0 {
		n := 0
		for at := i; at > max(c.start, i-before) && n == 0; at-- {
			n, _ = figureData.Leaving.before(text, at, c.start)
			i = at - n
		}
		if n == 0 || requested(text, i) {
			return false
		}
	}
	for k := range r.numbers {
		n := &r.numbers[k]
		if n.Start < r.End || n.Start > r.End+after || n.Unit != r.Unit || n.Value == r.Value {
			continue
		}
		m, _ := figureData.Reaching.before(text, skipSpace(text, n.Start), r.End)
		return m > 0
	}
	return false
}

// left reports whether an English number is the level that is left for the one before it:
// to 3.5 percent of GDP from a level barely above 2 percent.
func (r *reading) left() bool {
	const reach = 36
	last := r.before
	if last == nil || last.unit != r.unit || r.p.doc.Lang != entente.English || r.Start-last.End > reach {
		return false
	}
	text := r.text()
	reaching, _ := figureData.Reaching.before(text, skipSpace(text, last.Start), 0)
	return reaching > 0 && strings.Contains(string(text[last.End:r.Start]), " from ")
}

// requested reports whether a word for a request ends at text[i] or a space before it.
func requested(text []rune, i int) bool {
	n, _ := figureData.Requests.before(text, skipSpace(text, i), 0)
	return n > 0
}
