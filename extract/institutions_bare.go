package extract

import (
	"slices"
	"strings"
	"unicode"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

// This file reads institutions that go by a common name alone: bodies of which
// everybody knows whose they are, and formats that are only their states.

// bodies reads the White House, 国会 or 국방부, standing alone: the lexicon
// takes such a name for its state, or does not know whose body it is.
func (r *namer) bodies() []named {
	var out []named
	for i := 0; i < len(r.text); i++ {
		n, v := r.words.bodies.at(r.text, i, len(r.text))
		if n == 0 {
			continue
		}
		if r.alone(i, i+n) {
			out = append(out, r.made(i, i+n, r.words.bodyKinds[v], "body", r.whose(i, i+n)))
		}
		i += n - 1
	}
	return out
}

// whose is the state whose body stands under a common name at text[i:j], as far as the
// actors of the sentence tell; nil if they do not.
func (r *namer) whose(i, j int) []string {
	for _, m := range r.s.actors {
		if m.Start <= i && j <= m.End && len(m.Actors()) > 0 {
			return []string{m.Actors()[0].State()}
		}
	}
	return nil
}

// alone reports whether text[i:j] is no part of a longer word or of the name of
// an office: 国会议员, 국방부 장관, Cabinet Secretary.
func (r *namer) alone(i, j int) bool {
	if r.p.doc.Lang == entente.English {
		if j < len(r.text) && prefixOf(strings.TrimLeft(string(r.text[j:min(len(r.text), j+10)]), " "), r.words.BodyTail) != "" {
			return false
		}
		return unicode.IsUpper(r.text[i]) && (j+1 >= len(r.text) || r.text[j] != ' ' || !unicode.IsUpper(r.text[j+1]))
	}
	if r.p.doc.Lang == entente.Korean && i > 0 && r.text[i-1] != ' ' && !strings.ContainsRune("“‘'\"(", r.text[i-1]) {
		return false
	}
	rest := strings.TrimLeft(string(r.text[j:min(len(r.text), j+4)]), " ")
	if prefixOf(rest, r.words.BodyTail) != "" || strings.HasPrefix(rest, "长") || strings.HasPrefix(rest, "長") {
		return false // 国防部长: an office
	}
	if suffixOf(string(r.text[max(0, i-3):i]), r.words.BodyPlace) != "" {
		return false // 入主白宫: a place
	}
	return !slices.ContainsFunc(r.s.names, func(m lexicon.Mention) bool {
		if m.Start < i && i < m.End && m.End < j {
			return true // 美国会把
		}
		return m.Start <= i && j <= m.End && m.End-m.Start > j-i && m.Entry.Type != lexicon.Institution
	})
}

// unnamed reports whether a mention of the lexicon names nothing: a force or party
// under a common noun in small letters (the Chinese navy), an office, a
// member or an election of a body (国防部长, 自卫队员, 衆院選), or the second half of a compound (mini-NATO).
func (r *namer) unnamed(m lexicon.Mention) bool {
	switch r.p.doc.Lang {
	case entente.English:
		if m.Start > 1 && r.text[m.Start-1] == '-' && unicode.IsLower(r.text[m.Start-2]) {
			return true
		}
		if m.Entry.Kind != "military_force" && m.Entry.Kind != "party" {
			return false
		}
		name := string(r.text[m.Start:m.End])
		return unicode.IsLower([]rune(lastWord(name))[0]) || m.Entry.Kind == "party" && !strings.Contains(name, " ") && strings.HasSuffix(name, "s")
	case entente.Chinese, entente.Japanese:
		body := m.Entry.Kind == "government_body" || m.Entry.Kind == "military_force"
		return body && m.End < len(r.text) && strings.ContainsRune("长長员員机機选選", r.text[m.End]) || m.Entry.ID == "CHN/PLA Navy" && r.text[m.Start] == '中'
	}
	return false
}

// hyphened reads a format by its states alone, joined by hyphens: the
// U.S.-Japan-Philippines mechanism.
func (r *namer) hyphened() []named {
	var out []named
	names := r.s.names
	for k := 0; k < len(names); {
		if names[k].Entry.Kind != "state" {
			k++
			continue
		}
		n := k + 1
		states := []string{names[k].Entry.ID}
		for n < len(names) && names[n].Entry.Kind == "state" && names[n].Start == names[n-1].End+1 && strings.ContainsRune("-–—", r.text[names[n-1].End]) {
			states = append(states, names[n].Entry.ID)
			n++
		}
		if len(states) >= 3 {
			end, kind := names[n-1].End, "minilateral"
			if j := r.programmeAfter(end); j > end {
				end, kind = j, "program"
			}
			out = append(out, r.made(names[k].Start, end, kind, "states", states))
		}
		k = n
	}
	return out
}

// programmeAfter is where a programme ends that the states before text[i] run: the
// Japan-UK-Italy fighter program. It is i if none follows.
func (r *namer) programmeAfter(i int) int {
	const most = 4
	end := i
	for words := 0; words < most && end < len(r.text) && r.text[end] == ' '; words++ {
		j := end + 1
		for j < len(r.text) && (unicode.IsLetter(r.text[j]) || r.text[j] == '-') {
			j++
		}
		word := string(r.text[end+1 : j])
		if slices.Contains(r.words.ProgrammeEn, word) {
			return j
		}
		if slices.Contains(r.words.Small, word) || j == end+1 {
			break
		}
		end = j
	}
	return i
}

// jointEn reads, in English, the joint making of a weapon, and meetings and
// papers in small letters: joint production of AMRAAM missiles, the joint
// statement of February 7.
func (r *namer) jointEn() []named {
	var out []named
	for i := 0; i < len(r.text); i++ {
		n, v := r.words.plainEn.at(r.text, i, len(r.text))
		if n == 0 {
			continue
		}
		end := i + n
		switch kind := r.words.plainKinds[v]; kind {
		case "program":
			if end = r.objectEn(end); end > i+n {
				out = append(out, r.made(i, end, kind, "weapon", r.statesBefore(i)))
			}
		case "agreement":
			c := r.made(i, end, kind, "small", r.parties(i, nil))
			if r.joint(end) || strings.Contains(strings.ToLower(c.id), "statement") {
				c.id = "joint statement"
			}
			out = append(out, c)
		default:
			out = append(out, r.made(i, end, kind, "small", r.statesBefore(i)))
		}
		i = end
	}
	return out
}

// objectEn is where the object of a joint production ends: behind the last word
// of its phrase, which must name a weapon in capitals or figures.
func (r *namer) objectEn(i int) int {
	end, named := i, false
	for words := 0; end < len(r.text) && r.text[end] == ' ' && words < 6; words++ {
		j := end + 1
		for j < len(r.text) && r.text[j] != ' ' && !strings.ContainsRune(",.;:()", r.text[j]) {
			j++
		}
		word := string(r.text[end+1 : j])
		if slices.Contains(r.words.Small, word) || j == end+1 || slices.Contains(r.words.MeetsEn, word) {
			break
		}
		named = named || unicode.IsUpper(r.text[end+1]) || strings.ContainsAny(word, "0123456789")
		end = j
	}
	if !named {
		return i
	}
	return end
}

// pactsKo reads Korean agreements by the word before 합의 and 공동성명:
// 캠프 데이비드 합의, 정상회담의 공동성명.
func (r *namer) pactsKo() []named {
	text := string(r.text)
	var out []named
	for _, head := range r.words.KoreanPact {
		for from := 0; ; {
			k := strings.Index(text[from:], " "+head)
			if k < 0 {
				break
			}
			k += from
			from = k + 1
			rest := text[k+1+len(head):]
			if prefixOf(rest, r.words.KoreanAfter) == "" && rest != "" {
				continue
			}
			i, end := len([]rune(text[:k])), len([]rune(text[:k+1]))+len([]rune(head))
			if start, ok := r.pactStart(i, text[:k]); ok {
				out = append(out, r.made(start, end, "agreement", "pact", r.parties(start+1, nil)))
			}
		}
	}
	return out
}

// pactStart is where the name before a head that ends at text[i] starts: the word
// before, without a particle, and the capitals of a foreign place with it.
func (r *namer) pactStart(i int, before string) (int, bool) {
	w := before[strings.LastIndexByte(before, ' ')+1:]
	if w == "" || slices.Contains(r.words.KoreanCommon, w) || slices.Contains(r.words.KoreanNoPact, w) || strings.ContainsRune("은는이가을를에서와과도로고며한된등,인게히적간해", []rune(w)[len([]rune(w))-1]) {
		return 0, false
	}
	start := i - len([]rune(w))
	if strings.HasSuffix(w, "달러") || strings.HasSuffix(w, "데이비드") {
		if at, ok := r.wordBefore(start); ok {
			start = at
		}
	}
	return start, true
}
