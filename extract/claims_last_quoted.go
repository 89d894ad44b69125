package extract

// longQuotations returns the long quotations of a sentence, without their marks;
// what stands in a short one is a name.
func longQuotations(text []rune) []stretch {
	var out []stretch
	open, closing := -1, rune(0)
	for i, x := range text {
		switch {
		case open >= 0 && x == closing:
			if i-open > shortQuote {
				out = append(out, stretch{open, i})
			}
			open = -1
		case open >= 0:
		case x == '「':
			open, closing = i+1, '」'
		case x == '“':
			open, closing = i+1, '”'
		case x == '"':
			open, closing = i+1, '"'
		}
	}
	return out
}

// quoted returns the quotation around a place; what is said in it has no subject
// outside.
func (r *lastReader) quoted(at int) (stretch, bool) {
	for _, q := range r.quotes {
		if q.from <= at && at <= q.to {
			return q, true
		}
	}
	return stretch{}, false
}

// speaker reports whether a topic before a connective is that of the verb that
// reports the sentence: 知事は、軍備に頼れば戦場になると訴えた.
func (r *lastReader) speaker(t, m linkCue) bool {
	right := r.mainClause(m.end)
	c, ok := r.first(stretch{right.to, min(len(r.text), right.to+6)}, r.quote)
	if !ok || c.start > right.to+2 || r.modifies(c.end) {
		return false
	}
	at := t.start
	if r.text[at-1] == ')' {
		for at > 0 && r.text[at] != '(' {
			at--
		}
	}
	return r.plainActor(stretch{0, at})
}

// withoutScene drops what says where something is said before a clause: 参考人質疑で、….
func (r *lastReader) withoutScene(s stretch) stretch {
	for i := s.from + 2; r.lang == "ja" && i < s.to-4 && i < s.from+26; i++ {
		if r.text[i] == '、' {
			if prev := r.text[i-1]; prev == 'で' || prev == '前' || prev == '日' || prev == 'て' && r.text[i-2] == 'い' {
				s.from = i + 1
			}
			break
		}
	}
	return s
}
