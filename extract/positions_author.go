package extract

import (
	_ "embed"

	"github.com/goccy/go-yaml"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/fold"
)

//go:embed data/positions_author.yaml
var authorYAML []byte

var authors = readAuthors(authorYAML)

// authorWords are the modals and verdicts of one language; the value of advice
// is 1 for a word that only looks like a modal.
type authorWords struct {
	advice *wordset
	blame  *wordset
	rule   entente.RuleID
}

func readAuthors(data []byte) map[entente.Lang]authorWords {
	var lists map[string]struct {
		Advice    []string
		NotAdvice []string `yaml:"not_advice"`
		Blame     []string
	}
	if err := yaml.Unmarshal(data, &lists); err != nil {
		panic("extract: data/positions_author.yaml: " + err.Error()) // embedded data: a broken build, not input
	}
	out := make(map[entente.Lang]authorWords, len(lists))
	for lang, l := range lists {
		out[entente.Lang(lang)] = authorWords{
			advice: wordsetOf(false, folded(l.Advice), folded(l.NotAdvice)),
			blame:  wordsetOf(false, folded(l.Blame)),
			rule:   entente.RuleID("position/" + lang + "/author"),
		}
	}
	return out
}

func folded(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = fold.String(w)
	}
	return out
}

// authorStances finds what the author advises or blames in a sentence whose
// reported stances are given. A speech or statement has no author of its own: what one
// state's says that others must do is its demand.
func (p *passage) authorStances(s *sentence, reported []stance) []stance {
	words, ok := authors[p.doc.Lang]
	if !ok || len(reported) > 0 || len(p.we) > 1 || p.we != nil && p.doc.Lang != entente.English {
		return nil
	}
	var out []stance
	for c, cl := range s.clauses {
		if cl.mark == '?' || c > 0 && s.clauses[c-1].mark == ':' || p.supposes(s, cl) || openBefore(s.view.Text, 0, s.firstWord(cl)) || p.roles[s.index][c].speaks {
			continue
		}
		if f, ok := p.advises(s, words, cl); ok && p.we != nil {
			if !sameStates(f.addressee, p.we) && eventGrammars[entente.English].obliges(s.view.Text, f.modal) {
				f.name, f.speaker, f.author = "demand", p.we, false
				out = append(out, f)
			}
		} else if ok {
			out = append(out, f)
		} else if p.we != nil {
			continue
		} else if f, ok := p.blames(s, words, cl); ok {
			out = append(out, f)
		}
	}
	return out
}

// supposes reports whether a clause is a condition, a reason or a purpose.
func (p *passage) supposes(s *sentence, cl clause) bool {
	text, at := s.view.Text, s.firstWord(cl)
	n, _ := supposing.at(text, at, cl.end)
	return n > 0
}

var supposing = wordsetOf(false, words("zh", "suppose"), words("en", "suppose"))

// advises finds a modal in a clause about an actor.
func (p *passage) advises(s *sentence, words authorWords, cl clause) (stance, bool) {
	text := s.view.Text
	for i := cl.start; i < cl.end; {
		n, look := words.advice.at(text, i, cl.end)
		if n == 0 {
			i++
			continue
		}
		if look == 1 || cl.end-i-n < shortest && words.rule != "position/ja/author" && words.rule != "position/ko/author" || openBefore(text, 0, i) || !p.concludes(text, i+n, cl.end) {
			i += n
			continue
		}
		who := p.subjectAt(s, i)
		if !advisable(who.actors) || !p.near(s, who, i) || !who.named() && !p.namedBefore(s, cl) {
			return stance{}, false
		}
		start := i
		if who.named() && who.start >= cl.start {
			start = who.start
		}
		return stance{name: "propose", rule: words.rule, speaker: byAuthor, addressee: who.actors,
			start: start, end: cl.end, content: start, author: true, modal: i}, true
	}
	return stance{}, false
}

// shortest is how many characters of advice must follow its modal.
const shortest = 4

// namedBefore reports whether an earlier clause of the sentence names its
// subject.
func (p *passage) namedBefore(s *sentence, cl clause) bool {
	for c := range s.clauses {
		if s.clauses[c].start >= cl.start {
			break
		}
		if p.roles[s.index][c].named() {
			return true
		}
	}
	return false
}

var byAuthor = []entente.ActorID{"author"}

// advisable reports whether somebody is there to take advice.
func advisable(list []entente.ActorID) bool { return len(list) > 0 && list[0] != "author" }

// concludes reports whether a modal that ends at i is the predicate: always in
// Chinese and English, at the end of the clause in Japanese and Korean.
func (p *passage) concludes(text []rune, i, end int) bool {
	switch p.doc.Lang {
	case entente.Japanese, entente.Korean:
		return end-i <= 2
	}
	return true
}

// blames finds a verdict on an actor named in the clause.
func (p *passage) blames(s *sentence, words authorWords, cl clause) (stance, bool) {
	text := s.view.Text
	for i := cl.start; i < cl.end; i++ {
		n, _ := words.blame.at(text, i, cl.end)
		if n == 0 {
			continue
		}
		if openBefore(text, 0, i) || negated(p.doc.Lang, text, i) {
			return stance{}, false
		}
		names := s.namesIn(cl.start, cl.end)
		if len(names) == 0 {
			return stance{}, false
		}
		return stance{name: "criticize", rule: words.rule, speaker: byAuthor, addressee: names[0].Actors(),
			start: min(i, names[0].Start), end: cl.end, content: min(i, names[0].Start), author: true}, true
	}
	return stance{}, false
}
