package extract

import "strings"

// also gives the cause of a draft to what stands beside its effect, in the form
// that goes on: A により B が高まり, C が弱まる. Each of them comes about by the same.
func (r *lastReader) also(d draft) {
	if d.relation == "purpose" {
		return
	}
	for at, i := d.effect.to, 0; i < len(r.breaks); i++ {
		b := r.breaks[i]
		if b.at < at || b.at > at+8 {
			continue
		}
		next := r.mainClause(b.next)
		if !r.goesOnBeside(b) || !r.beside(next, d) {
			return
		}
		d.effect, d.listed = next, true
		r.add(d)
		at = next.to
	}
}

// goesOnBeside reports whether a boundary follows a predicate in the form that
// goes on, so that what follows stands beside it: 止まり、, 덜어지고.
func (r *lastReader) goesOnBeside(b boundary) bool {
	last := r.runeAt(b.at - 1)
	if r.lang == "ja" {
		return r.runeAt(b.at) == '、' && last != 'が'
	}
	return last == '고' || last == '며'
}

// beside reports whether a clause says what comes about besides the effect of a
// draft: it has a subject of its own, and no connective of its own.
func (r *lastReader) beside(next stretch, d draft) bool {
	if _, marked := r.first(next, r.connective|r.reasonOf); marked || next.to-next.from < 4 {
		return false
	}
	v, comes := r.first(next, r.change)
	if !comes {
		v = linkCue{start: next.to}
	}
	t, ok := r.firstTopicIn(stretch{next.from, v.start}, false)
	if !ok || r.plainActor(stretch{next.from, t.start}) && !comes {
		return false
	}
	return d.relation == "condition" || comes && !strings.ContainsRune("は는은", r.text[t.start])
}
