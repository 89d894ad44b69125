package extract

import "github.com/ententelab/entente"

// A reaction is what something calls forth from somebody: 招致韩方严厉批评, drew
// protests from Seoul, 韓国の反発を招いた, 중국의 반발을 샀다. It is the stance of the one
// who reacts.
type reactionWords struct {
	provoke *wordset // what calls it forth; read from its start
	nouns   *wordset // what is called forth
	back    *wordset // the same, read from the end
	rule    entente.RuleID
}

var reactionsOf = map[entente.Lang]*reactionWords{
	entente.Chinese:  newReactions("zh"),
	entente.English:  newReactions("en"),
	entente.Japanese: newReactions("ja"),
	entente.Korean:   newReactions("ko"),
}

func newReactions(lang string) *reactionWords {
	nouns := folded(words(lang, "reactions"))
	return &reactionWords{
		provoke: wordsetOf(false, folded(words(lang, "provoke"))),
		nouns:   wordsetOf(false, nouns),
		back:    wordsetOf(true, nouns),
		rule:    entente.RuleID("position/" + lang + "/noun"),
	}
}

// reacted finds the reactions that a sentence tells of.
func (p *passage) reacted(s *sentence, found []stance) []stance {
	set := reactionsOf[p.doc.Lang]
	if set == nil || len(s.actors) == 0 {
		return nil
	}
	var out []stance
	text := s.view.Text
	for i := 0; i < len(text); i++ {
		if !set.provoke.starts(text[i]) {
			continue
		}
		n, _ := set.provoke.at(text, i, len(text))
		if n == 0 {
			continue
		}
		f, ok := set.reaction(s, i, i+n, p.doc.Lang)
		if ok && !covered(found, f) && !openBefore(text, 0, i) {
			f.name, f.rule = "criticize", set.rule
			out = append(out, f)
		}
		i += n - 1
	}
	return out
}

// reaction reads what the verb text[i:j] calls forth, and from whom.
func (r *reactionWords) reaction(s *sentence, i, j int, lang entente.Lang) (stance, bool) {
	cl := s.clauseOf(i)
	if lang == entente.Japanese || lang == entente.Korean {
		return r.before(s, cl.start, i, j)
	}
	for _, m := range s.namesIn(j, cl.end) {
		switch {
		case lang == entente.Chinese && m.Start-j > reactorReach, m.Start-j > 3*reactorReach:
			return stance{}, false
		case r.nouns.in(s.view.Text, m.End, min(cl.end, m.End+reactorReach)) && (lang == entente.Chinese || possessive(s.view.Text, m.End)):
		case lang == entente.English && r.nouns.in(s.view.Text, j, m.Start) && fromOwner(s.view.Text, tieStart(s.view.Text, m.Start), m.Start):
		default:
			continue
		}
		return stance{speaker: m.Actors(), start: i, end: cl.end, content: m.End}, true
	}
	return stance{}, false
}

// reactorReach is how many characters stand between a verb, who reacts, and how.
const reactorReach = 14

// before reads a Japanese or Korean reaction, which stands before its verb.
func (r *reactionWords) before(s *sentence, from, i, j int) (stance, bool) {
	n, _ := r.back.before(s.view.Text, i, from)
	if n == 0 {
		return stance{}, false
	}
	names := s.namesIn(from, i-n)
	if len(names) == 0 || i-n-names[len(names)-1].End > reactorReach {
		return stance{}, false
	}
	m := names[len(names)-1]
	if ties, _ := reactorTies.at(s.view.Text, m.End, i); ties == 0 {
		return stance{}, false
	}
	return stance{speaker: m.Actors(), start: m.Start, end: j, content: m.End}, true
}

// reactorTies tie who reacts to the reaction.
var reactorTies = wordsetOf(false, words("ja", "reactor_ties"), words("ko", "reactor_ties"))

// tieStart returns where the word of a preposition before i starts, over an article.
func tieStart(text []rune, i int) int {
	start, end := wordBefore(text, i, 0)
	if start >= 0 && article(text[start:end]) {
		start, _ = wordBefore(text, start, 0)
	}
	return max(start, 0)
}
