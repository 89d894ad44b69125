package extract

import (
	"slices"

	"github.com/ententelab/entente"
)

// verbFinal finds the stances of a Japanese or Korean sentence, where the verb
// stands behind what is asked, promised or said.
func (p *passage) verbFinal(s *sentence, set *cueSet) []stance {
	var out []stance
	text, from := s.view.Text, 0
	for i := 0; i < len(text); {
		n, at := set.words.at(text, i, len(text))
		if n == 0 {
			i++
			continue
		}
		c := &set.cues[at]
		if c.Frame == "decoy" || unreal(text, i+n) || c.Stance == "commit" && embedded(text, i+n) || modifies(text, i, i+n) && !p.tells(s, c, from, i, i+n) || !c.took(text, s.clauseOf(i).start, i) {
			i += n
			continue
		}
		who := p.topicSince(s, from, i)
		if len(who.actors) == 0 {
			who.end = -1
		}
		if other, ok := p.people(s, max(from, who.end), i); ok && !who.named() {
			who = other
		} else if other, ok := p.people(s, 0, i); ok && !who.named() {
			who = other
		}
		if own, ok := p.reportedSubject(s, max(from, who.end), i, i+n); ok {
			who = own
		}
		if byOther(text, i+n) {
			if who = p.markedAgent(s, from, i); who.actors == nil {
				i += n
				continue
			}
		}
		if wishes(text, i+n) && !who.named() && openedAt(text, i) == 0 {
			who.actors = byAuthor // 見直しを求めたい
		}
		f := stance{name: c.stands(text, max(from, s.clauseOf(i).start), i), rule: c.rule, speaker: who.actors, end: i + n, content: max(from, who.end)}
		if deniedAfter(text, i+n) {
			f.name = opposite(f.name)
		}
		f.start = max(from, who.start)
		if f.start == from && from > 0 {
			f.start = pastInflection(text, from, i)
		}
		f.end = inflected(text, i+n)
		if c.Frame == "content" {
			said := i
			if m, _ := quoting.before(text, i+n, i); m > 0 {
				said = i + n // the connective has the end of what is said in it
			}
			together := len(f.speaker) > 1 && !sharedViews.in(text, i, i+n)
			f.name = p.leans(s, set, max(f.content, 0), said, f.speaker, false, together)
			if f.name == "" && who.start > from {
				f.name = p.leans(s, set, from, who.start, f.speaker, false, together) // 「…」とルビオ長官は語った
			}
			if c.Firm && !c.yields(f.name) {
				f.name = c.Alone
			}
			if f.name == "" && (c.Alone == "" || announces(text, i)) {
				f.name = c.Alone
			}
		}
		if f.name == "commit" && p.leans(s, set, max(f.content, 0), i+n, f.speaker, true, false) == "assure" {
			f.name = "assure"
		}
		if f.name == "refuse" && aimed.in(text, max(f.content, 0), i) {
			f.name = "assure" // denies that it is aimed at anybody
		}
		if f.name != "" && len(f.speaker) > 0 {
			f.addressee = p.addressee(s, i, max(f.content, 0), i, f.speaker)
			if n := len(out); n > 0 && repeats(text, out[n-1], f) {
				out[n-1].end = f.end
			} else {
				out = append(out, f)
			}
		}
		from = f.end
		i = from
	}
	return out
}

// reportedSubject returns the subject that が marks right before a Japanese verb which
// another then reports: 同紙は…米国が日本に迫ったと伝えた.
func (p *passage) reportedSubject(s *sentence, from, i, j int) (role, bool) {
	text := s.view.Text
	if p.doc.Lang != entente.Japanese || from < 0 {
		return role{}, false
	}
	for end := j; ; end++ {
		if end >= len(text) || end-j > 4 || text[end] == '、' || text[end] == 'べ' {
			return role{}, false
		}
		if text[end] == 'と' && end > j-1 {
			break
		}
	}
	names := s.namesIn(max(from, s.clauseOf(i).start), i)
	for k := len(names) - 1; k >= 0; k-- {
		m := names[k]
		if m.End < i && text[m.End] == 'が' && !quoted(text, from, m.Start, m.End) {
			return role{actors: m.Actors(), start: m.Start, end: m.End + 1}, true
		}
	}
	return role{}, false
}

// sharedViews are what parties share without deciding anything.
var sharedViews = wordsetOf(false, folded(words("ja", "views")), words("ko", "views"))

var aimed = wordsetOf(false, allWords("aimed")...)

// repeats reports whether g, the verb that a quoting connective leads to, only says
// again what f said: …수 없다며 선을 그었다, …ないとして拒否した.
func repeats(text []rune, f, g stance) bool {
	if n, _ := quoting.before(text, f.end, f.start); n == 0 || !sameStates(f.speaker, g.speaker) {
		return false
	}
	return f.name == g.name || f.name == "assure" && g.name == "refuse" && g.end-f.end <= briefRefusal
}

// briefRefusal is how many characters a verb of refusal without an object takes.
const briefRefusal = 10

var quoting = wordsetOf(true, words("ja", "quoting"), words("ko", "quoting"))

// unreal reports whether the verb that is cut at j only supposes or advises: 拒否すれば,
// 요구해야.
func unreal(text []rune, j int) bool {
	n, v := unrealEndings.at(text, j, len(text))
	return n > 0 && v == 0
}

// value: 1 for an ending that only looks like one
var unrealEndings = wordsetOf(false, append(folded(words("ja", "unreal")), words("ko", "unreal")...), words("ko", "real"))

// embedded reports whether a Korean verb that is cut at j is in the present and
// inside what somebody says: 결정한다고 말했다.
func embedded(text []rune, j int) bool {
	return j+3 <= len(text) && string(text[j:j+3]) == "한다고"
}

// byOther reports whether the verb that is cut at j is passive: 求められた, 요구받았다.
func byOther(text []rune, j int) bool {
	return j+1 < len(text) && (text[j] == 'ら' && text[j+1] == 'れ' || text[j] == '받')
}

// markedAgent returns who does what the passive verb at i tells: the name marked
// with から or 으로부터.
func (p *passage) markedAgent(s *sentence, from, i int) role {
	text := s.view.Text
	for _, m := range s.namesIn(max(from, s.clauseOf(i).start), i) {
		if n, _ := agentMarks.at(text, m.End, i); n > 0 {
			return role{actors: m.Actors(), start: m.Start, end: m.End + n}
		}
	}
	return role{start: -1, end: -1}
}

var agentMarks = wordsetOf(false, words("ja", "agent"), words("ko", "agent"))

// tells reports whether a Japanese or Korean verb that modifies a noun tells a fact:
// it is in the past, and its own subject is marked (日本が約束した投資).
func (p *passage) tells(s *sentence, c *cue, from, i, j int) bool {
	text := s.view.Text
	past := j < len(text) && text[j] == 'た' || text[j-1] == 'た' || text[j-1] == '한' || text[j-1] == '했' || j < len(text) && (text[j] == '한' || text[j] == '했')
	if !past || !factual(c) {
		return false
	}
	f := p.ownSubject(s, max(from, s.clauseOf(i).start), i)
	return f.named() && f.pronoun != other && subjectParticle(text[f.end-1])
}

// announces reports whether what is declared before the verb at i is still to
// come: it ends in a verb that is not in the past (引き上げると表明した), or is a noun.
func announces(text []rune, i int) bool {
	return i > 0 && text[i-1] != 'た' && text[i-1] != 'だ'
}

// topicSince returns the subject of the verb at i: one named since the last
// stance, which ended at from, or else the one that holds in the clause.
func (p *passage) topicSince(s *sentence, from, i int) role {
	c := s.clauseAt(i)
	if q := openedAt(s.view.Text, from); q > 0 {
		return p.subjectAt(s, q) // of who is quoted, and not of who is named in the quotation
	}
	if c >= 0 && from > s.clauses[c].start {
		if f := p.ownSubject(s, from, i); f.named() && f.pronoun != other {
			return p.resolve(s, f, c)
		}
	}
	return p.subjectAt(s, i)
}

// deniedAfter reports whether the verb that is cut at j is denied: 취소하지 않겠다,
// 支持していない.
func deniedAfter(text []rune, j int) bool {
	n, _ := verbDenials.at(text, j, len(text))
	return n > 0
}

var verbDenials = wordsetOf(false, folded(words("ja", "verb_denials")), words("ko", "verb_denials"))

// wishes reports whether the Japanese verb that is cut at j says what the one who
// writes wants, at the end of the sentence: 求めたい。
func wishes(text []rune, j int) bool {
	k := j + len("たい")/3
	return k < len(text) && text[j] == 'た' && text[j+1] == 'い' && (text[k] == '。' || text[k] == '.')
}

// openedAt returns where the quotation opens that is open at i, 0 if none is.
func openedAt(text []rune, i int) int {
	for k := i - 1; k > 0; k-- {
		if closesQuote(text[k]) && text[k] != '"' {
			return 0
		}
		if opensQuote(text[k]) && text[k] != '"' {
			return k
		}
	}
	return 0
}

// tail is how many characters a verb's ending has at most.
const tail = 6

// inflected returns where the verb that is cut at j ends: at a mark or space.
func inflected(text []rune, j int) int {
	for k := j; k < min(len(text), j+tail); k++ {
		if text[k] == '。' || text[k] == '、' || text[k] == ',' || text[k] == '.' || text[k] == ' ' || text[k] == '」' {
			return k
		}
	}
	return j
}

// pastInflection returns where the text goes on behind the verb that ended at j.
func pastInflection(text []rune, j, to int) int {
	for k := j; k < min(to, j+tail); k++ {
		if text[k] == '、' || text[k] == ',' || text[k] == ' ' {
			return k + 1
		}
	}
	return j
}

// pastOf reports whether r ends a Japanese verb that may stand before a noun.
func pastOf(r rune) bool { return r == 'た' || r == 'る' || r == 'す' }

// modifies reports whether the cue at text[i:j] qualifies a noun or is a noun
// itself.
func modifies(text []rune, i, j int) bool {
	if hangul(text[j-1]) {
		return koModifies(text, i, j)
	}
	return jaModifies(text, j)
}

var (
	koVerbal = wordsetOf(false, words("ko", "verbal"))
	koNouns  = wordsetOf(false, words("ko", "adnominal"))
	koAfter  = wordsetOf(false, words("ko", "main"))
)

// koModifies reports whether a Korean cue that ends at j is a bare noun, or an
// adnominal form before one.
func koModifies(text []rune, i, j int) bool {
	if last := text[j-1]; last == '했' || last == '하' || last == '한' || last == '다' || last == '혔' || last == '였' || last == '않' || last == '며' || last == '고' {
		return false // the cue has its ending
	}
	if n, _ := koAfter.at(text, j, len(text)); n > 0 {
		return false
	}
	if n, _ := koNouns.at(text, j, len(text)); n > 0 {
		return true
	}
	if slices.Contains(text[i:j], ' ') {
		return false // a noun and its verb
	}
	if j < len(text) && stemEndings.has(text[j]) {
		return false // a stem that breaks off inside its verb: 치켜세|우며
	}
	n, _ := koVerbal.at(text, j, len(text))
	if n == 0 && j+1 < len(text) && nounParticles.has(text[j]) && text[j+1] == ' ' {
		return true // 결정은
	}
	return n == 0 && j < len(text) && (hangul(text[j]) || text[j] == ' ') && !endsSyllable(text, j)
}

// stemEndings are syllables that a verb goes on with and no noun does.
var stemEndings = setOf("우웠었았였며린렸쳤켰졌혔")

// nounParticles tell that the Korean word before them is a noun.
var nounParticles = setOf("은는이가의과와도")

// endsSyllable reports whether the cue breaks off inside a verb ("밝혔" before
// "다").
func endsSyllable(text []rune, j int) bool {
	switch text[j-1] {
	case '시', '피', '표', '냈', '었', '았', '겠', '렸', '정', '심', '히', '리', '기':
		return hangul(text[j])
	}
	return false
}

var jaNouns = wordsetOf(false, words("ja", "modified"))

// jaModifies reports whether a Japanese verb that ends at j stands before a noun
// that it qualifies: 求める声, 評価したこと.
func jaModifies(text []rune, j int) bool {
	k := j
	if pastOf(text[j-1]) {
		k = j - 1 // the cue has its ending
	}
	for k < len(text) && (text[k] == 'た' || text[k] == 'る' || text[k] == 'て' || text[k] == 'い' || text[k] == 'れ' || text[k] == 'ま' || text[k] == 'し' || text[k] == 'す') {
		k++
	}
	if k == j || k >= len(text) || text[k-1] == 'て' || text[k-1] == 'し' {
		return false
	}
	if n, _ := jaNouns.at(text, k, len(text)); n > 0 {
		return true
	}
	if k+3 < len(text) && text[k] == 'と' && text[k+1] == 'い' && text[k+2] == 'う' {
		k += len("という") / 3
	}
	r := text[k]
	return (r >= 0x4E00 && r <= 0x9FFF || r >= 0x30A1 && r <= 0x30FA) && r != '上' && r != '一' && r != '後' && r != '旨' && r != '模'
}
