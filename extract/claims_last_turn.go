package extract

import "strings"

// endsNegated returns the word that negates the predicate of a cause: 信頼が回復し
// なければ, 신뢰가 회복되지 않으면.
func (r *lastReader) endsNegated(s stretch) stretch {
	tail := string(r.text[max(s.from, s.to-4):s.to])
	for _, no := range []string{"なけれ", "ない", "않는", "없는", "못하는", "않", "없"} {
		if n := len([]rune(no)); strings.HasSuffix(tail, no) && s.to-n > s.from+1 {
			return stretch{s.to - n, s.to} // read with what follows as one connective: なけれ|ば
		}
	}
	c, ok := r.last(stretch{s.from, min(len(r.text), s.to+2)}, r.no)
	if !ok || c.start < s.from+2 || c.start >= s.to || s.to-c.end > 4 {
		return stretch{}
	}
	return stretch{c.start, min(c.end, s.to)}
}

// comesAbout reports whether a main clause ends with a verb of becoming, so that
// a connective of aims before it marks a reason: 期限を迎えるため、交渉が本格化する.
func (r *lastReader) comesAbout(s stretch) bool {
	v, ok := r.last(stretch{s.from, min(len(r.text), s.to+3)}, r.change)
	if !ok || s.to-v.end > 4 {
		return false
	}
	_, subject := r.topicIn(stretch{s.from, v.start})
	return subject
}

// said reports whether what stands before a verb of effect is what somebody says:
// 행동을 보여줄 것이라고 위협했다.
func (r *lastReader) said(object stretch, v linkCue) bool {
	at := v.start - 1
	for at > object.from && (r.text[at] == ' ' || r.text[at] == '"' || r.text[at] == '”' || r.text[at] == '」') {
		at--
	}
	if at < 1 {
		return false
	}
	if r.lang == "ko" {
		return r.text[at] == '고' && (r.text[at-1] == '라' || r.text[at-1] == '다' || r.text[at-1] == '자')
	}
	return r.text[at] == 'と' && at == v.start-1
}

// byWay leaves what something is done by out of its object, where that has a link
// of its own: 밀착을 통해 환경을 바꾸다.
func (r *lastReader) byWay(object stretch) (stretch, bool) {
	c, ok := r.last(object, r.meansOf|r.reasonOf)
	if !ok || c.is(r.adnominal) || object.to-c.end < 3 {
		return object, false
	}
	return r.tidy(stretch{c.end, object.to}), true
}

// endsLess returns the verb of becoming less that ends an effect: 交渉が遅れる,
// 전환이 미뤄졌다.
func (r *lastReader) endsLess(s stretch) stretch {
	v, ok := r.last(stretch{s.from, min(len(r.text), s.to+2)}, r.changeLess)
	if !ok || s.to-v.end > 7 || v.start >= s.to {
		return stretch{}
	}
	return stretch{v.start, min(v.end, s.to)}
}

// without reports whether a connective after a noun says that it is not there:
// 支持なしには, 지지 없이는.
func (r *lastReader) without(m linkCue) bool {
	word := string(r.text[m.start:m.end])
	for _, no := range []string{"なし", "なく", "抜き", "ない", "なけれ", "없", "않"} {
		if strings.Contains(word, no) {
			return true
		}
	}
	return false
}
