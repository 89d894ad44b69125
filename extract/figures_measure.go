package extract

import "github.com/ententelab/entente"

// findMeasure looks for the word of what is measured: before the number in its
// clause, then behind it. Words such as "share" count only if there is no other.
func (r *reading) findMeasure() {
	text, c := r.text(), r.clause()
	r.measure, r.measureAt = -1, r.Start
	for j := r.Start; j > c.start; j-- {
		n, v := figureData.Measures.back.before(text, j, c.start)
		if n > 0 && (r.measure < 0 || figureData.Measures.general[r.measure]) && r.measures(j-n, j, v) {
			r.measure, r.measureAt = int(v), j-n
		}
		if r.measure >= 0 && !figureData.Measures.general[r.measure] {
			break
		}
	}
	if r.measure >= 0 && !figureData.Measures.general[r.measure] && r.measureAt > r.Start-20 && r.Unit != "" && !r.parted() {
		return
	}
	from := r.pastBracket()
	for i := from; i < min(c.end, from+30) && !digit(text[i]); i++ {
		n, v := figureData.Measures.ahead.at(text, i, c.end)
		if n == 0 || !r.measures(i, i+n, v) {
			continue
		}
		near := i-r.NumEnd < r.Start-r.measureAt || r.parted() && i-from < 12
		if r.measure < 0 || figureData.Measures.general[r.measure] || near && !figureData.Measures.general[v] {
			r.measure, r.measureAt = int(v), r.Start
		}
		break
	}
	if r.measure >= 0 {
		return
	}
	for j := c.start; j > 0; j-- {
		n, v := figureData.Measures.back.before(text, j, 0)
		if n > 0 && !figureData.Measures.general[v] && figureData.Measures.glosses[v] != "public opinion" && r.measures(j-n, j, v) {
			r.measure = int(v)
			return
		}
	}
}

// measures reports whether the word text[i:j] can be the number's measure: it is
// given in the number's unit, is no part of an actor's name (국민의힘), and counts
// nothing for the number before it (eight visits).
func (r *reading) measures(i, j int, v int32) bool {
	if r.money() && figureData.Measures.neverMoney[v] || r.Unit == "%" && figureData.Measures.neverShare[v] {
		return false
	}
	for _, m := range r.s.actors {
		if r.p.doc.Lang != entente.English && m.Start <= i && j <= m.End && m.End-m.Start > j-i {
			return false
		}
	}
	for _, n := range r.numbers {
		if n.End <= i && i-n.End <= 1 && n.NumStart < r.NumStart && n.Value > 1 && n.Unit == "" && r.Unit != "" {
			return false
		}
	}
	return true
}

// parted reports whether a number in another unit stands between the measure and
// this one, so that the measure is rather that number's.
func (r *reading) parted() bool {
	if r.measure < 0 || r.Unit == "" {
		return false
	}
	for _, n := range r.numbers {
		if r.measureAt < n.NumStart && n.End <= r.Start && n.Unit != r.Unit && (n.Unit == "%" || len(n.Unit) == 3) {
			return true
		}
	}
	return false
}
