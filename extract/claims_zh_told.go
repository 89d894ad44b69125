package extract

import (
	"slices"
	"strings"
)

// reasonsTold reads reasons that are announced and then told one by one: 改革迟缓,原因有二:A;C,
// and reasons that only their numbers mark: B,一则A,二则C.
func (r *zhReader) reasonsTold(k int) {
	c := r.clause(k)
	if n, effect := r.announces(k, c); n > 0 {
		r.eachReason(n, effect, stretch{c.from, c.to})
		return
	}
	if own := r.clauses[k]; k > 0 && opensRow(string(r.text[own.start:own.end])) && r.numbersOn(k) {
		r.eachReason(k, r.before(k), stretch{own.start, own.start + 2})
	}
}

// announces returns the clause in which the reasons begin that clause k announces, and what
// they are for: 症结有二, 改革迟缓有两个原因. It is 0 if the clause announces none.
func (r *zhReader) announces(k int, c stretch) (int, stretch) {
	if k+1 >= len(r.clauses) || r.clauses[k].mark != ':' {
		return 0, stretch{}
	}
	text := string(r.text[c.from:c.to])
	at := strings.LastIndex(text, "有")
	if at < 0 {
		return 0, stretch{}
	}
	has := c.from + len([]rune(text[:at]))
	number := slices.Contains([]rune("两二三四五几多"), r.text[min(has+1, c.to-1)])
	noun := r.reasonNounBefore(has, c.from)
	switch {
	case !number:
	case noun > 0 && c.to-has < 4:
		if effect := r.headOf(c.from, stretch{has - noun, has}); !effect.empty() {
			return k + 1, effect // B的原因有二
		} else if k > 0 {
			return k + 1, r.before(k)
		}
	case has > c.from+2 && c.to-has < 8:
		if r.reasonNounBefore(c.to, has) > 0 {
			return k + 1, r.subject(stretch{c.from, has}) // B有两个原因
		}
	}
	return 0, stretch{}
}

// reasonNounBefore is how long the noun for a reason is that ends at a place, 0 if none does.
func (r *zhReader) reasonNounBefore(to, from int) int {
	const longest = 5
	for i := max(from, to-longest); i < to; i++ {
		if n, kind := zhNounsOnce().nouns.at(r.text, i, to); n == to-i && linkNoun(kind) == reasonNoun {
			return n
		}
	}
	return 0
}

// eachReason adds the reasons from clause n on, which semicolons or numbers part.
func (r *zhReader) eachReason(n int, effect, m stretch) {
	if effect.to-effect.from < 2 {
		return
	}
	for n < len(r.clauses) {
		from, to := r.clauses[n].start, r.clauses[n].end
		from += numberOpens(string(r.text[from:to]))
		for r.clauses[n].mark == ',' && n+1 < len(r.clauses) && numberOpens(string(r.text[r.clauses[n+1].start:r.clauses[n+1].end])) == 0 {
			n++
			to = r.clauses[n].end
		}
		r.add(r.reasonDraft(m, r.hamperedBy(r.trimLeft(stretch{from, to}, r.reason)), effect))
		n++
	}
}

// hamperedBy is A in 受A所限.
func (r *zhReader) hamperedBy(s stretch) stretch {
	text := string(r.text[s.from:s.to])
	for _, end := range []string{"所限", "限制", "制约", "掣肘", "束缚"} {
		if strings.HasPrefix(text, "受") && strings.HasSuffix(text, end) {
			return stretch{s.from + 1, s.to - 2}
		}
	}
	return s
}

// opensRow reports whether a clause opens with the number of the first of several reasons.
func opensRow(clause string) bool { return numberedIn(clause, []string{"一则", "一来"}) > 0 }

// numbersOn reports whether a clause soon after k opens with 二则 or 二来.
func (r *zhReader) numbersOn(k int) bool {
	for n := k + 1; n < min(k+4, len(r.clauses)); n++ {
		if numberedIn(string(r.text[r.clauses[n].start:r.clauses[n].end]), []string{"二则", "二来"}) > 0 {
			return true
		}
	}
	return false
}

// numberOpens is how long the number of a reason is that opens a clause: 一是, 二则, 其三.
func numberOpens(clause string) int {
	return numberedIn(clause, []string{"一是", "二是", "三是", "四是", "其一", "其二", "其三", "其四", "一则", "二则", "三则", "一来", "二来", "三来", "首先", "其次", "再次"})
}

func numberedIn(clause string, numbers []string) int {
	for _, n := range numbers {
		if strings.HasPrefix(clause, n) {
			return len([]rune(n)) + len([]rune(clause[len(n):])) - len([]rune(strings.TrimLeft(clause[len(n):], ",、是")))
		}
	}
	return 0
}
