package lexicon

import (
	"cmp"
	"slices"
	"unicode"
)

// Find returns the names in a folded text, the longest at each place, in the
// order of the text, longer before shorter at one start. Names of actors do not
// overlap each other, nor do those of institutions or of concepts; but a name
// of one type may lie inside one of another. A post with its state before it
// ("美国国防部", "Japan's prime minister"), or with its holder after it, is one
// mention.
func (l *Lexicon) Find(text []rune) []Mention {
	f := finder{Lexicon: l, text: text}
	for i := range text {
		f.at(i)
	}
	f.join()
	slices.SortStableFunc(f.out, func(a, b Mention) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	return f.without()
}

// without drops the states inside names of institutions that are not theirs,
// and inside slogans: the 巴黎 of 巴黎协定 is not France, and in "America First"
// America does nothing.
func (f *finder) without() []Mention {
	var inside Mention
	return slices.DeleteFunc(f.out, func(m Mention) bool {
		e := m.Entry
		if e.Type == Institution && m.End > inside.End && (e.Kind == "agreement" || e.Kind == "forum" || e.Kind == "phrase") {
			inside = m
		}
		return e.Kind == kindState && m.End <= inside.End && inside.Entry.foreign(e.ID)
	})
}

// foreign reports whether a state is known not to be a member of e.
func (e *Entry) foreign(state string) bool {
	return e.Kind == "phrase" || (e.Founded != "" || len(e.Members) > 0) && !slices.Contains(e.Members, state)
}

// A finder is one search of a text.
type finder struct {
	*Lexicon
	text []rune
	out  []Mention
	free [layers]int // up to where a layer's names have used the text
}

// A hit is the longest name of a layer at some place.
type hit struct {
	end   int
	entry *Entry
	exact bool // no plural s was needed
}

// at finds the names that start at i.
func (f *finder) at(i int) {
	r := f.text[i]
	abbr := f.abbr.index(r)
	if (f.automaton.root[f.automaton.of(r)] == 0 || !f.opens(i)) && abbr == 0 {
		return
	}
	hits := f.longest(i)
	if h := hits[actorLayer]; abbr != 0 && i >= f.free[actorLayer] && (h.end == 0 || h.entry == nil) && f.abbreviated(i, h.end > 0) {
		hits[actorLayer] = hit{}
	}
	for layer, h := range hits {
		if h.end == 0 || i < f.free[layer] {
			continue
		}
		f.free[layer] = h.end
		switch {
		case h.entry == nil:
		case h.entry.Kind == kindCompound:
			f.spell(i, h)
		default:
			f.out = append(f.out, Mention{Start: i, End: h.end, Entry: h.entry})
		}
	}
}

// spell makes a mention of each state that a compound names.
func (f *finder) spell(i int, h hit) {
	for _, id := range h.entry.Members {
		if plain(f.text[i]) == '·' {
			i++
		}
		f.out = append(f.out, Mention{Start: i, End: i + 1, Entry: f.byID[id]})
		i++
	}
}

// longest returns the longest name of each layer that starts at i.
func (f *finder) longest(i int) (hits [layers]hit) {
	t := f.automaton
	node := t.root[t.of(f.text[i])]
	for j := i + 1; node != 0; j++ {
		for _, p := range t.patterns[t.ends[node]:t.ends[node+1]] {
			end, h := f.closes(p, i, j), &hits[p.layer]
			if end > h.end || end > 0 && end == h.end && end == j && !h.exact {
				*h = hit{end, p.entry, end == j}
			}
		}
		if j == len(f.text) {
			break
		}
		c := t.of(f.text[j])
		if c == 0 {
			break
		}
		node = t.step(node, c)
	}
	return hits
}

// A script decides where a name may start and end: Latin and Katakana at the
// ends of a word, Hangul at the start of one, Chinese characters anywhere.
func letters(r rune) bool {
	return r < 0x2E80 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

func katakana(r rune) bool { return r >= 0x30A1 && r <= 0x30FA || r == 0x30FC }

func hangul(r rune) bool { return r >= 0xAC00 && r <= 0xD7A3 }

// opens reports whether a name may start at i.
func (f *finder) opens(i int) bool {
	if i == 0 {
		return true
	}
	r, prev := f.text[i], f.text[i-1]
	switch {
	case letters(r):
		return !letters(prev)
	case hangul(r):
		return !hangul(prev)
	case katakana(r):
		return !katakana(prev)
	}
	return true
}

// closes returns the end of a name's mention that starts at i and whose last
// rune stands before j; 0 if the name may not end there. A plural s belongs to
// the mention, a possessive 's does not.
func (f *finder) closes(p pattern, i, j int) int {
	if !f.cased(p.upper, i, j) {
		return 0
	}
	last := f.text[j-1]
	switch {
	case j == len(f.text):
		return j
	case p.entry != nil && p.entry.Kind == "government_body" && f.led(j):
		return 0
	case letters(last) && letters(f.text[j]):
		if f.text[j] == 's' && last != 's' && (j+1 == len(f.text) || !letters(f.text[j+1])) {
			return j + 1
		}
		return 0
	case katakana(last) && katakana(f.text[j]):
		return 0
	case last == '阁' && j-i > 2 && slices.ContainsFunc(cabinetPosts, func(post string) bool { return f.follows(j, post) }):
		return 0 // 岸田内閣総理大臣 is no cabinet
	}
	return j
}

// cabinetPosts go on from 内閣 in the title of a person.
var cabinetPosts = []string{"総理大臣", "总理大臣", "官房长官"}

// follows reports whether words stand at j.
func (f *finder) follows(j int, words string) bool {
	for _, r := range words {
		if j == len(f.text) || f.text[j] != r {
			return false
		}
		j++
	}
	return true
}

// led reports whether a word at j makes a body's name the title of who leads it or
// speaks for it, which is a post of its state: 韩国国防部长, 澳大利亚国防部发言人.
func (f *finder) led(j int) bool {
	switch {
	case f.text[j] == '长':
		return f.text[j-1] == '部' && !(j+1 < len(f.text) && f.text[j+1] == '期')
	case j+3 <= len(f.text):
		return f.text[j-1] == '部' && string(f.text[j:j+3]) == "发言人"
	}
	return false
}

// cased reports whether text[i:j] has the capitals that a name asks for.
func (f *finder) cased(upper uint8, i, j int) bool {
	switch upper {
	case firstUpper:
		return !unicode.IsLower(f.text[i])
	case theUpper:
		return !unicode.IsLower(f.text[i+theLength])
	case allUpper:
		return !slices.ContainsFunc(f.text[i:j], unicode.IsLower)
	}
	return true
}

// join makes one mention of a state and the post that follows it, and of a post
// and the person that follows it or comes before it.
func (f *finder) join() {
	kept, last := f.out[:0], -1
	for k, m := range f.out {
		if m.Entry.layer() != actorLayer {
			kept = append(kept, m)
			continue
		}
		if last >= 0 && !f.several(kept, last, m) && f.joined(&kept[last], m, f.out[k+1:]) {
			continue
		}
		kept = append(kept, m)
		last = len(kept) - 1
	}
	f.out = kept
}

// several reports whether m is the post of several states at once, that at last
// and the one right before it: 美日韩国防部长.
func (f *finder) several(kept []Mention, last int, m Mention) bool {
	return m.Entry.Kind == kindPost && last > 0 && kept[last].Entry.Kind == kindState &&
		kept[last-1].Entry.Kind == kindState && kept[last-1].End == kept[last].Start
}

// joined extends a by m where both are one mention. rest is what follows m.
func (f *finder) joined(a *Mention, m Mention, rest []Mention) bool {
	if m.Start < a.End || m.Start-a.End > 8 {
		return false
	}
	gap := string(f.text[a.End:m.Start])
	x, y := a.Entry, m.Entry
	switch {
	case x.Kind == kindState && y.State == x.ID && possessive(gap):
		*a = Mention{Start: a.Start, End: m.End, Entry: y}
	case x.Kind == kindState && y.Kind == kindPost && possessive(gap):
		*a = Mention{Start: a.Start, End: m.End, Entry: f.posts.of[[2]string{x.ID, y.Post}]}
	case x.Kind == kindPost && y.Kind == kindState && (gap == " of " || gap == " of the "):
		*a = Mention{Start: a.Start, End: m.End, Entry: f.posts.of[[2]string{y.ID, x.Post}]}
	case (x.Kind == kindPost || x.Kind == kindOffice) && y.Kind == kindPerson && (gap == "" || gap == " "):
		*a = Mention{Start: a.Start, End: m.End, Entry: y, Post: x.Post}
	case x.Kind == kindPerson && y.Post != "" && gap == f.space(m.Start) && x.held(y.Post) && !follows(rest, m.End):
		a.End, a.Post = m.End, y.Post
	default:
		return false
	}
	return true
}

// space is what stands between a name and a title after it: nothing in Chinese
// and Japanese, a space in Korean. In English a title after a name is no part
// of it.
func (f *finder) space(i int) string {
	switch {
	case hangul(f.text[i]):
		return " "
	case letters(f.text[i]):
		return "-"
	}
	return ""
}

func possessive(gap string) bool {
	switch gap {
	case "", " ", "'s ", "’s ", "' ", "’ ", "的", "の", "·", "의 ":
		return true
	}
	return false
}

// follows reports whether a person is named right at an offset.
func follows(rest []Mention, at int) bool {
	for _, m := range rest {
		if m.Start > at {
			return false
		}
		if m.Start == at && m.Entry.Kind == kindPerson {
			return true
		}
	}
	return false
}

// held reports whether a person has ever held a post.
func (e *Entry) held(post string) bool {
	return slices.ContainsFunc(e.Offices, func(o Office) bool { return o.Title == post })
}
