package extract

import (
	"slices"
	"strings"
	"unicode"
)

// subjectSaid reports whether a verb of saying stands before a verb in its
// clause, so that what follows it is what somebody said.
func subjectSaid(r *zhReader, left stretch) bool {
	_, ok := r.first(left, r.say)
	return ok
}

// tells reports whether somebody says what stands in clause k.
func (r *zhReader) tells(k int) bool {
	c := r.clause(k)
	say, ok := r.first(c, r.say)
	return ok && say.start > c.from && r.plainActor(r.subject(stretch{c.from, say.start}))
}

// reaches reports whether a verb of growing says from where to where its
// subject grows: 由农产品扩大到数字贸易.
func (r *zhReader) reaches(k int, v linkCue) bool {
	if v.end >= len(r.text) || !slices.Contains([]rune("到至为"), r.text[v.end]) || !v.is(r.semi|r.semiLess) {
		return false
	}
	for i := r.clauses[k].start; i < v.start; i++ {
		if slices.Contains([]rune("由从自"), r.text[i]) && !r.inCue(i) {
			return true
		}
	}
	return false
}

// ranked reports whether a verb only says what is given a place or a name:
// 将遏制核扩散列为首要任务.
func (r *zhReader) ranked(k int, v linkCue) bool {
	if v.start == 0 || !slices.Contains([]rune("将把"), r.text[v.start-1]) {
		return false
	}
	rest := string(r.text[v.end:r.clauses[k].end])
	return slices.ContainsFunc(zhRanking, func(w string) bool { return strings.Contains(rest, w) })
}

// zhRanking are verbs for giving a thing its place or name.
var zhRanking = []string{"列为", "列入", "列作", "视为", "视作", "看作", "当作", "作为", "定为", "定义为", "定位为", "确定为", "纳入", "写入", "写进", "称为", "置于首", "放在", "摆在"}

// measures reports whether a verb only says by how much, or to what, its
// subject grows: 减少约三成, 抬高至3.5%; not 节省约三亿.
func (r *zhReader) measures(v linkCue) bool {
	if v.end >= len(r.text) || v.is(r.cause) {
		return false // 使43万亿日元缩水
	}
	scale := slices.Contains([]string{"减少", "增加", "扩大", "提高", "降低", "提升", "缩小", "缩短", "缩减", "延长", "加大", "扩张", "压缩"}, string(r.text[v.start:v.end]))
	return unicode.IsDigit(r.text[v.end]) || (scale || slices.Contains([]rune("至到"), r.text[v.end])) && r.amount(v.end)
}

// amount reports whether a number stands at a place, perhaps after a word that
// makes it rough: 约300亿, 至3.5%.
func (r *zhReader) amount(at int) bool {
	for at < len(r.text) && slices.Contains([]rune("约近逾超过至到了将达"), r.text[at]) {
		at++
	}
	return at < len(r.text) && (unicode.IsDigit(r.text[at]) || slices.Contains([]rune("一两二三四五六七八九十百千万亿几数"), r.text[at]) && at+1 < len(r.text) && slices.Contains([]rune("成倍百千万亿年个月次分十余"), r.text[at+1]))
}
