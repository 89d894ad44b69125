package extract

import (
	"slices"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/extract/quantity"
)

// apiece is whose the number is among several named in a row to whom as many numbers
// are given in the same order: 澳、韩、菲分别提高6%、8%和6%; 3 and 5 percent respectively.
func (r *reading) apiece() []entente.ActorID {
	text := r.text()
	for i := 0; i < len(text); i++ {
		n, _ := figureData.Apiece.at(text, i, len(text))
		if n == 0 {
			continue
		}
		numbers := r.alike(i + n)
		if len(numbers) < 2 {
			numbers = r.alike(0) // which the word follows
		}
		at := slices.IndexFunc(numbers, func(q quantity.Number) bool { return q.NumStart == r.NumStart })
		if at < 0 {
			continue
		}
		if row := r.inRow(max(i, numbers[0].Start)); len(row) == len(numbers) {
			return row[at : at+1]
		}
	}
	return nil
}

// alike are the numbers of the sentence behind a place that measure as this does.
func (r *reading) alike(from int) (out []quantity.Number) {
	for _, q := range r.numbers {
		if q.Start >= from && q.Unit == r.Unit && (q.Counter == r.Counter || r.Unit != "") {
			out = append(out, q)
		}
	}
	return out
}

// inRow are the actors named one behind the other, nearest before a place.
func (r *reading) inRow(before int) (row []entente.ActorID) {
	names := r.s.namesIn(0, before)
	for k := len(names) - 1; k >= 0; k-- {
		if k+1 < len(names) && !listMark(string(r.text()[names[k].End:names[k+1].Start])) {
			break
		}
		row = append(slices.Clone(names[k].Actors()), row...)
	}
	return row
}

// listMark reports whether what stands between two names only lists them.
func listMark(between string) bool {
	switch between {
	case "", "、", ",", ", ", "和", "与", "及", "以及", "と", "·", "와 ", "과 ", " and ", ", and ", " 및 ":
		return true
	}
	return false
}

// compared is whose the quantity is that is given in multiples or parts of another's:
// 中国的造船能力约为美国的230倍.
func (r *reading) compared() []entente.ActorID {
	if !r.ratio() {
		return nil
	}
	names := r.s.namesIn(r.clause().start, r.Start)
	if len(names) == 0 || !r.base(names[len(names)-1]) {
		return nil
	}
	if len(names) > 1 {
		return names[len(names)-2].Actors()
	}
	if role := r.p.subjectAt(r.s, r.Start); role.start < names[0].Start {
		return role.actors
	}
	return nil
}

// ratio reports whether the number says how many times, or what part of, something.
func (r *reading) ratio() bool {
	return r.Counter == "倍" || r.Counter == "배" || r.Unit == "times" || r.Unit == "fraction" || r.Unit == "%"
}

// base reports whether a name right before the number is what something is compared
// with: 相当于日本的, 不足中国的, アメリカの.
func (r *reading) base(m mention) bool {
	text := r.text()
	switch string(text[m.End:r.Start]) {
	case "的", "の", "의 ":
	default:
		return false
	}
	n, _ := figureData.Comparing.before(text, m.Start, 0)
	return n > 0
}

// topic is who a Chinese sentence sets out to speak of: 美国方面,….
func (r *reading) topic() []entente.ActorID {
	if r.p.doc.Lang != entente.Chinese {
		return nil
	}
	text := r.text()
	for _, m := range slices.Backward(r.s.namesIn(0, r.Start)) {
		if n, _ := figureData.Topics.at(text, m.End, len(text)); n > 0 && m.End+n < len(text) && text[m.End+n] == ',' && !r.p.subjectAt(r.s, r.Start).named() {
			return m.Actors()
		}
	}
	return nil
}
