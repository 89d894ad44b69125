package extract

import (
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/extract/quantity"
)

// Numbers that measure nothing: a place in a list, a name, a figure of speech.

// numbering reports whether the number only numbers: an item in brackets, a note
// at the head of a line, or the year in the name of an exercise in quotation marks.
func (r *reading) numbering() bool {
	text, i, j := r.text(), r.NumStart, r.NumEnd
	if r.Unit != "" || j >= len(text) || !digit(text[i]) {
		return false
	}
	if i > 0 && text[i-1] == '(' && text[j] == ')' {
		return true // (2)
	}
	switch text[j] {
	case '”', '’', '」', '』', '"':
		if i > 0 && (han(text[i-1]) || kana(text[i-1]) || hangul(text[i-1]) || text[i-1] == '-' || text[i-1] == '—') {
			return true // “利剑25”
		}
	}
	opens := i == 0 || i > 1 && text[i-1] == ' ' && !han(text[i-2]) && !kana(text[i-2]) && !latin(text[i-2]) && !digit(text[i-2])
	return opens && j-i <= 2 && text[j] == ' ' && r.p.doc.Lang != entente.English && r.Counter == ""
}

func kana(q rune) bool { return q >= 0x3041 && q <= 0x30FF }

// theOne reports whether an article and one adjective before a half at text[i]
// single out a piece: the cheerful half of the report.
func (r *reading) theOne(i int) bool {
	text := r.text()
	if !latin(text[r.NumStart]) {
		return false
	}
	at, end := wordBefore(text, i, 0)
	if end != i || at < 4 {
		return false
	}
	return strings.EqualFold(string(text[at-4:at]), "the ")
}

// twice reports whether the sentence has the half twice, which shares something
// out without measuring it: 一半出于恐惧，一半出于利益.
func (r *reading) twice() bool {
	for _, n := range r.numbers {
		if n.Unit == "fraction" && n.Value == 0.5 && n.NumStart != r.NumStart {
			return true
		}
	}
	return false
}

// ofVotes reports whether the half is a majority of seats or votes, which is no
// number: 失去过半数.
func (r *reading) ofVotes() bool {
	switch string(r.text()[r.Start:r.End]) {
	case "过半数", "过半", "과반", "과반수", "半数以上":
		return true
	}
	return r.Start > 0 && r.Value == 0.5 && (r.text()[r.Start-1] == '过' || r.text()[r.Start-1] == '過')
}

// lasts reports whether a verb of putting off or stopping before "one year" makes
// it a length of time: 暂停一年.
func (r *reading) lasts() bool {
	text, c := r.text(), r.clause()
	if r.Value != 1 || r.p.doc.Lang != entente.Chinese {
		return false
	}
	if r.End < len(text) && han(text[r.End]) {
		return false
	}
	return figureData.Lasting.in(text, max(c.start, r.Start-16), r.Start)
}

// namesTerm reports whether a length of time only names the plan or the money for
// it, or how long ago something was: 五年计划, 五年军费, 五年前.
func (r *reading) namesTerm() bool {
	n, _ := figureData.TermNames.at(r.text(), skipAhead(r.text(), r.End), len(r.text()))
	return n > 0 || r.ago(r.Number)
}

// ago reports whether a length of time says how long ago something was.
func (r *reading) ago(n quantity.Number) bool {
	text, i := r.text(), skipAhead(r.text(), n.End)
	m, _ := figureData.Ago.at(text, i, len(text))
	return m > 0 && !(i+m < len(text) && (text[i+m] == '倒' || text[i+m] == '后' || text[i+m] == '後')) // 2年前倒し
}

// shareOfElse reports whether the words beside a percentage say that it is a share
// of something else than the product: 国土的1%, 1 percent of its territory.
func (r *reading) shareOfElse() bool {
	text := r.text()
	if r.p.doc.Lang == entente.English {
		i := skipAhead(text, r.End)
		if i+3 >= len(text) || text[i] != 'o' || text[i+1] != 'f' || text[i+2] != ' ' {
			return false
		}
		for j := i + 3; j < min(len(text), i+24); j++ {
			if n, _ := figureData.GDP.at(text, j, len(text)); n > 0 {
				return false
			}
		}
		return true
	}
	i := r.Start
	if i < 3 || text[i-1] != '的' && text[i-1] != 'の' || !han(text[i-2]) {
		return false
	}
	if n, _ := figureData.Current.before(text, i, 0); n > 0 {
		return false
	}
	if n, _ := figureData.Foreseen.before(text, i, 0); n > 0 {
		return false
	}
	if n, _ := figureData.Goals.at(text, skipAhead(text, r.End), len(text)); n > 0 {
		return false // 设定的5%目标
	}
	for _, m := range r.s.names {
		if m.End == i-1 {
			return false // 日本的2%
		}
	}
	n, _ := figureData.Measures.back.before(text, i-1, 0)
	m, _ := figureData.statusBack.before(text, i-1, 0)
	o, _ := figureData.Bars.at(text, i-3, i-1)
	return n == 0 && m == 0 && o == 0
}

// perUnit reports whether the product at i is what something else is counted for:
// 单位国内生产总值能耗.
func (r *reading) perUnit(i int) bool {
	n, _ := figureData.PerUnit.before(r.text(), i, 0)
	return n > 0
}
