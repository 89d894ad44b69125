package extract

import (
	"math"
	"slices"

	"github.com/ententelab/entente"
)

// What a percentage leaves unsaid: its unit, if one before it gave it; the whole
// it is a share of, if everybody knows it.

// percentGoesOn reports whether a number in digits counts nothing and follows a
// percentage in its sentence, so that it is one too: 46 percent on Vietnam,
// Cambodia with 49.
func (r *reading) percentGoesOn() bool {
	last := r.before
	if last == nil || last.Unit != "%" || r.p.doc.Lang != entente.English {
		return false
	}
	text := r.text()
	if r.Unit != "" || r.Counter != "" || r.Ordinal || r.Vague || r.Value > 100 || !digit(text[r.NumStart]) || !digit(text[r.NumEnd-1]) {
		return false
	}
	if i := r.NumStart; i < 2 || text[i-1] != ' ' {
		return false
	}
	i := skipAhead(text, r.NumEnd)
	if i >= len(text) || !letterOrHan(text[i]) {
		return i >= len(text) || text[i] != '-' && text[i] != '/'
	}
	n, _ := figureData.PercentGoesOn.at(text, i, len(text))
	return n > 0
}

// moneyGoesOn reports whether an English number of billions counts nothing and a sum stands
// shortly before it, so that it is one too: 1.2 billion dollars in a budget of 850 billion.
func (r *reading) moneyGoesOn() bool {
	const leastSum, near = 1e8, 3
	text := r.text()
	if r.partOfSum() {
		return true
	}
	if r.p.doc.Lang != entente.English || r.Unit != "" || r.Counter != "" || r.Ordinal || r.Vague || r.Value < leastSum || r.p.lastMoney == "" || r.s.index-r.p.lastMoneyAt > near {
		return false
	}
	i := skipAhead(text, r.NumEnd)
	if i >= len(text) || !latin(text[i]) {
		return latin(text[r.NumEnd-1]) // 850 billion, and no 100,000,000
	}
	n, _ := figureData.PhraseEnds.at(text, i, len(text))
	return n > 0 && !hasWord(text, i, len(text), "of")
}

// partOfSum reports whether an English number is part of a sum behind it whose money it is
// counted in: 1 billion of an estimated 3 billion dollars.
func (r *reading) partOfSum() bool {
	const reach = 24
	text := r.text()
	at := skipAhead(text, r.NumEnd)
	if r.p.doc.Lang != entente.English || r.Unit != "" || r.Value < 1e6 || !hasWord(text, at, len(text), "of") {
		return false
	}
	for _, n := range r.numbers {
		if n.Start > at && n.Start < at+reach && n.Value > r.Value && len(n.Unit) == 3 {
			r.p.lastMoney, r.p.lastMoneyAt = n.Unit, r.s.index
			return true
		}
	}
	return false
}

// points reports whether an English number is one of percentage points called
// only points: a decimal, or one behind a percentage.
func (r *reading) points(i int) bool {
	text := r.text()
	if r.p.doc.Lang != entente.English || i+5 > len(text) || string(text[i:i+5]) != "point" || r.Ordinal || r.Vague {
		return false
	}
	return r.Value != math.Trunc(r.Value) || r.before != nil && (r.before.unit == "%" || r.before.unit == "pp")
}

// benchmark reports whether a percentage that measures nothing else, and is no
// change, is one of the shares of the product by which allies are measured:
// the target of 2 percent.
func (r *reading) benchmark() bool {
	if !slices.Contains(figureData.Benchmarks, r.Value) || r.measure >= 0 && !r.ofSpending() || r.surveyed() || r.changes() {
		return false
	}
	text, c := r.text(), r.clause()
	if r.p.lastTariff == r.s.index || figureData.Measures.tariffs.in(text, 0, len(text)) {
		return false
	}
	if !r.standsAlone() {
		return false // 5 percent credibility
	}
	return r.reachesLevel() || !figureData.Change.in(text, c.start, min(c.end, r.End+6))
}

// standsAlone reports whether no English noun that the percentage is a share of,
// or describes, follows it.
func (r *reading) standsAlone() bool {
	text := r.text()
	i := skipAhead(text, r.End)
	if i >= len(text) || !latin(text[i]) || r.p.doc.Lang != entente.English {
		return true
	}
	for _, set := range []*wordset{figureData.PhraseEnds, figureData.PercentGoesOn, figureData.Goals, figureData.NumberWords, figureData.Limits, figureData.RequestNouns, figureData.PledgedAfter} {
		if n, _ := set.at(text, i, len(text)); n > 0 {
			return true
		}
	}
	return r.measure >= 0
}

// reachesLevel reports whether a change ends at the number, which is then a level:
// to 2 percent, 提高到5%.
func (r *reading) reachesLevel() bool {
	text := r.text()
	i := skipSpace(text, r.Start)
	if i < 2 {
		return false
	}
	switch text[i-1] {
	case '到', '至':
		return true
	}
	return string(text[i-2:i]) == "to" && i < r.Start
}

// ofSpending reports whether what is measured is spending, or a share of it.
func (r *reading) ofSpending() bool {
	switch r.gloss() {
	case "defence spending", "cost", "share":
		return true
	}
	return false
}

// countsNoun reports whether an English number word counts the noun that its
// phrase ends in: a thing that can be counted if it is small, any plural if not.
// A number alone, "between two", goes back to what was spoken of.
func (r *reading) countsNoun(small bool) bool {
	text := r.text()
	i := skipAhead(text, r.NumEnd)
	if n, _ := figureData.PartsOf.at(text, i, len(text)); n > 0 && !r.Ordinal {
		return !figureData.Opinions.in(text, i+n, min(len(text), i+n+24)) // three of the islets, but not three of the officials said
	}
	for words := 0; words < 6 && i < len(text); words++ {
		if text[i] == '-' {
			i++
		}
		j := i
		for j < len(text) && (latin(text[j]) || digit(text[j]) || text[j] == '-' || text[j] == '\'') {
			j++
		}
		if j == i {
			return false
		}
		if n, _ := figureData.PhraseEnds.at(text, i, len(text)); n > 0 {
			return false
		}
		if n, v := figureData.Measures.ahead.at(text, i, len(text)); n > 0 && figureData.Measures.concrete[v] {
			return true
		}
		if designations(text[i:j]) {
			return true // two B-52s
		}
		if plural(text[i:j]) && !(small && upper(text[i])) { // two Aegis vessels
			return !small
		}
		if j >= len(text) || text[j] != ' ' {
			return false
		}
		i = j + 1
	}
	return false
}

// designations reports whether a word names several aircraft or ships of a type: B-52s.
func designations(word []rune) bool {
	n := len(word)
	return n > 3 && upper(word[0]) && word[n-1] == 's' && (word[1] == '-' || word[2] == '-') && slices.ContainsFunc(word, digit)
}

// plural reports whether an English word looks like a plural.
func plural(word []rune) bool {
	n := len(word)
	return n > 3 && word[n-1] == 's' && word[n-2] != 's' && word[n-2] != 'u' && word[n-2] != '\'' || string(word) == "people"
}
