package extract

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/goccy/go-yaml"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/fold"
)

// What a poll finds is a position of the public: the share that holds it is a number,
// and the words behind it, or before it, tell the stance: 48.8 percent approved of A;
// 反对者占54%.

//go:embed data/positions_polls.yaml
var pollsYAML []byte

// pollStances are the lists of data/positions_polls.yaml, in the order of trial.
var pollStances = []string{"refuse", "question", "criticize", "demand", "support"}

// A pollReader reads the polls of one language.
type pollReader struct {
	polls  *wordset
	stance map[string]string // by the word that tells it
	shared *regexp.Regexp    // share, people, stance
	tells  *regexp.Regexp    // stance, share; nil in English
}

var pollReaders = sync.OnceValue(func() map[entente.Lang]*pollReader {
	var data map[entente.Lang]map[string][]string
	if err := yaml.Unmarshal(pollsYAML, &data); err != nil {
		panic(err) // the embedded file is broken: TestPolls would have said so
	}
	out := map[entente.Lang]*pollReader{}
	for lang, lists := range data {
		out[lang] = newPollReader(lang, lists)
	}
	return out
})

func newPollReader(lang entente.Lang, lists map[string][]string) *pollReader {
	r := &pollReader{polls: foldedSet(false, lists["polls"]), stance: map[string]string{}}
	var words []string
	for _, name := range pollStances {
		for _, w := range lists[name] {
			r.stance[fold.String(w)] = name
			words = append(words, w)
		}
	}
	view, people := anyOf(words), anyOf(lists["people"])
	switch lang {
	case entente.English:
		share := `(?:\d+(?:\.\d+)?(?:%| percent| per cent)|most|a majority|majorities|a plurality|two-thirds|three-quarters|half|respondents|those polled|those surveyed|those asked)`
		r.shared = regexp.MustCompile(`(?i)\b` + share + `(?: of)?(?: the)?(?: ` + people + `)?(?:, in [^,]{4,70},)?(?: also| now| still| strongly| somewhat| said they| said that they| who)?(?: (?:were|are))? (` + view + `)\b`)
	case entente.Chinese:
		share := `(?:\d+(?:\.\d+)?%|百分之[一二三四五六七八九十百点零]+|[一二三四五六七八九]成[一二三四五六七八九半多]?|过半数?|半数|多数|大多数|绝大多数|大部分|绝大部分)`
		r.shared = regexp.MustCompile(share + `(?:以上|以下|左右|多)?(?:的?[^,;。:%]{0,6}?` + people + `[^,;。:%]{0,3}?)?(` + view + `)`) // 68%主张
		r.tells = regexp.MustCompile(`(` + view + `)([^,;。:%]{0,20}?)(?:` + anyOf(lists["holders"]) + `)[^,;。:%]{0,4}?(?:` + anyOf(lists["tell"]) + `)[^,;。:%]{0,3}?` + share)
	default:
		share := `(?:\d+(?:\.\d+)?(?:%|パーセント|퍼센트)|[一二三四五六七八九]割|過半数|과반)`
		r.shared = regexp.MustCompile(share + `(?:が|は|の人が|가|는|이|의 응답자가)[^,、。%]{0,36}?(` + view + `)`)
		r.tells = regexp.MustCompile(`(` + view + `)(?:` + anyOf(lists["holders"]) + `)?(?:` + anyOf(lists["tell"]) + `)[^,、。%]{0,10}?` + share)
	}
	return r
}

// anyOf matches one of a list, the longest first.
func anyOf(words []string) string {
	out := slices.Clone(words)
	for i := range out {
		out[i] = regexp.QuoteMeta(fold.String(out[i]))
	}
	slices.SortStableFunc(out, func(a, b string) int { return len(b) - len(a) })
	return "(?:" + strings.Join(out, "|") + ")"
}

// polled returns what a poll finds in a sentence, in place of what was read there as
// the stance of somebody else.
func (p *passage) polled(s *sentence, found []stance) []stance {
	r := pollReaders()[p.doc.Lang]
	if r == nil || !p.ofPoll(s, r) {
		return found
	}
	text := string(s.view.Text)
	for _, re := range []*regexp.Regexp{r.shared, r.tells} {
		if re == nil {
			continue
		}
		for _, m := range re.FindAllStringSubmatchIndex(text, -1) {
			start, verb, end := runesTo(text, m[0]), runesTo(text, m[2]), runesTo(text, m[3])
			who := p.publicAt(s, start, verb, runesTo(text, m[1]))
			if who == "" {
				continue
			}
			f := stance{name: r.stance[fold.String(strings.ToLower(text[m[2]:m[3]]))], rule: entente.RuleID("position/" + string(p.doc.Lang) + "/poll"),
				speaker: []entente.ActorID{who}, start: start, end: max(runesTo(text, m[1]), s.clauseOf(verb).end), content: end}
			if negated(p.doc.Lang, s.view.Text, verb) {
				if f.name != "support" && f.name != "demand" {
					continue // 不担心
				}
				f.name = "refuse" // 多数人并不希望
			}
			if re == r.tells {
				f.end = end // 賛成は51%: what of stands before
				if len(m) > 5 {
					f.end = runesTo(text, m[5]) // 赞成A的占31%
				}
			} else if and := strings.Index(text[m[3]:], " and "); and >= 0 && r.shared.MatchString(text[m[3]+and:]) {
				f.end = min(f.end, runesTo(text, m[3]+and))
			}
			found = slices.DeleteFunc(found, func(o stance) bool { return o.start < f.end && o.end > f.start && o.rule != f.rule })
			found = append(found, f)
		}
	}
	return found
}

// runesTo is how many runes stand before a byte of a text.
func runesTo(text string, at int) int { return utf8.RuneCountInString(text[:at]) }

// ofPoll reports whether a sentence, or one of the two before it in its paragraph,
// tells of a poll.
func (p *passage) ofPoll(s *sentence, r *pollReader) bool {
	for i := s.index; i >= 0 && i > s.index-3 && p.sentences[i].Paragraph == s.Paragraph; i-- {
		if text := p.sentences[i].view.Text; r.polls.in(text, 0, len(text)) {
			return true
		}
	}
	return false
}

// publicAt is the public of the state whose people hold the share in text[from:to]: the
// people named in it, or else those whom the figures of the sentence find asked.
func (p *passage) publicAt(s *sentence, from, verb, to int) entente.ActorID {
	var asked []entente.ActorID
	for _, m := range s.namesIn(from, verb) {
		asked = append(asked, statesOf(m.Actors())...)
	}
	for r := range p.readings(s) {
		if len(asked) == 0 && r.Start >= from && r.Start < to {
			asked = statesOf(r.answerers())
		}
	}
	if len(asked) == 0 {
		asked = statesOf(p.answerers)
	}
	if len(asked) == 0 {
		return ""
	}
	return asked[0] + "/public"
}
