package lexicon

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/fold"
)

//go:embed data/concepts.yaml
var conceptsYAML []byte

// A Grounding says which concept a phrase is about. Sign is -1 where the
// phrase says that there is less of the concept, or names its opposite. Score
// grows with the number and weight of the words that speak for the concept;
// it compares phrases only roughly.
type Grounding struct {
	Concept entente.ConceptID // "" if no concept fits
	Sign    entente.Sign
	Score   float64
	Aim     bool // policy commonly wants more of the concept, or less
}

// Facets is a text with the parts of concepts found in it.
type Facets struct {
	vocabulary *vocabulary
	lang       entente.Lang
	hits       []facetHit
}

type facetHit struct {
	facet      uint8
	start, end int32
}

// Facets finds the parts of concepts in a folded text.
func (l *Lexicon) Facets(text []rune, lang entente.Lang) Facets {
	v := loadVocabulary()
	f := Facets{vocabulary: v, lang: lang}
	terms, values := v.terms(lang)
	if terms == nil {
		return f
	}
	covered := 0 // words inside longer words say nothing of their own, but for actors
	for i := range text {
		longest := 0
		terms.walk(text, i, func(_ int32, end int) { longest = end })
		if longest == 0 {
			continue
		}
		terms.walk(text, i, func(value int32, end int) {
			for _, facet := range values[value] {
				if end > covered && end == longest || v.facets[facet].actor {
					f.hits = append(f.hits, facetHit{facet, int32(i), int32(end)})
				}
			}
		})
		covered = max(covered, longest)
	}
	return f
}

// Ground returns the concept that phrase is about.
func (l *Lexicon) Ground(phrase string, lang entente.Lang) Grounding {
	text := []rune(fold.String(phrase))
	return l.Facets(text, lang).Ground(0, len(text), 0, 0)
}

// minScore is the least score that makes a phrase a concept. Set on the tuning
// half of the gold texts: below it grounding was wrong more often than right.
const minScore = 1.3

// Ground returns the concept that text[i:j] is about. text[from:to] is what
// stands around the phrase: actors named there, and not in the phrase, count
// for half.
func (f Facets) Ground(i, j, from, to int) Grounding {
	return f.GroundTurned(i, j, from, to, 0, 0)
}

// GroundTurned is Ground for a phrase in which text[turn:end] is known to make
// less of what it is said of, as a verb of weakening. It turns the sign, unless
// the word carries the concept itself or is known to turn it anyway.
func (f Facets) GroundTurned(i, j, from, to, turn, end int) Grounding {
	seen := f.seen(i, j)
	near := seen
	for _, h := range f.hits {
		if int(h.start) >= from && int(h.end) <= to && f.vocabulary.facets[h.facet].actor && near[h.facet] == 0 {
			near[h.facet] = 0.5
		}
	}
	best, parts := f.vocabulary.best(&near, &seen)
	if best.Score < minScore {
		return Grounding{Sign: entente.Plus}
	}
	best.Sign *= f.direction(i, j, parts, facetHit{start: int32(turn), end: int32(end)})
	return best
}

// best returns the concept whose pattern scores most, the first of equals, and
// the facets of that pattern.
func (v *vocabulary) best(near, seen *[maxFacets]float32) (best Grounding, parts []uint8) {
	at := int32(-1)
	for facet, w := range seen {
		if w == 0 {
			continue
		}
		for _, n := range v.byFacet[facet] {
			pat := &v.patterns[n]
			score, ok := v.score(pat, near)
			if ok && (score > best.Score || score == best.Score && n < at) {
				concept := &v.concepts[pat.concept]
				best = Grounding{concept.id, pat.sign, score, concept.aim}
				parts, at = pat.facets, n
			}
		}
	}
	return best, parts
}

// seen weighs the facets of text[i:j] by place: in Chinese, Japanese and
// Korean the head of a phrase stands last, in English rather first.
func (f Facets) seen(i, j int) (w [maxFacets]float32) {
	length := float32(max(1, j-i))
	for _, h := range f.hits {
		if int(h.start) < i || int(h.end) > j {
			continue
		}
		at := 1 + 0.3*float32(int(h.end)-i)/length
		if f.lang == entente.English {
			at = 1.2 - 0.2*float32(int(h.start)-i)/length
		}
		w[h.facet] = max(w[h.facet], at)
	}
	return w
}

// direction is -1 if an odd number of words in text[i:j] turn the sign. Words
// that carry the concept itself do not count.
func (f Facets) direction(i, j int, parts []uint8, turn facetHit) entente.Sign {
	sign, last := entente.Plus, int32(i)
	turned := turn.end <= turn.start
	for _, h := range f.hits {
		if h.start < last || int(h.end) > j || !f.vocabulary.facets[h.facet].direction {
			continue
		}
		turned = turned || h.start < turn.end && turn.start < h.end
		if f.covered(h, parts) {
			continue
		}
		sign, last = -sign, h.end
	}
	if !turned && !f.covered(turn, parts) {
		sign = -sign
	}
	return sign
}

func (f Facets) covered(d facetHit, parts []uint8) bool {
	for _, h := range f.hits {
		if h.start > d.start {
			break
		}
		if h.end < d.end || f.vocabulary.facets[h.facet].direction {
			continue
		}
		for _, p := range parts {
			if p == h.facet && !f.vocabulary.facets[p].actor {
				return true
			}
		}
	}
	return false
}

const maxFacets = 192

type vocabulary struct {
	facets   []facet
	concepts []concept
	patterns []facetPattern
	byFacet  [maxFacets][]int32 // into patterns
	entries  []entente.Concept

	mu     sync.Mutex
	byLang map[entente.Lang]*langTerms
}

type facet struct {
	name             string
	weight           float32
	actor, direction bool
	words            map[entente.Lang]string
}

type concept struct {
	id  entente.ConceptID
	aim bool
}

type facetPattern struct {
	concept int // index into vocabulary.concepts
	sign    entente.Sign
	facets  []uint8
}

type langTerms struct {
	terms  *Terms
	values [][]uint8 // facets of a term
}

// score adds up the weights of a pattern whose facets are all there.
func (v *vocabulary) score(p *facetPattern, near *[maxFacets]float32) (float64, bool) {
	total := float32(0)
	for _, f := range p.facets {
		at := near[f]
		if at == 0 {
			return 0, false
		}
		total += at * v.facets[f].weight
	}
	return float64(total), true
}

// index files each pattern under its first facet that is not an actor: one
// that must stand in the phrase itself.
func (v *vocabulary) index() error {
	for n, p := range v.patterns {
		topic := slices.IndexFunc(p.facets, func(f uint8) bool { return !v.facets[f].actor })
		if topic < 0 {
			return fmt.Errorf("lexicon: concepts.yaml: %s: a combination of actors only", v.concepts[p.concept].id)
		}
		f := p.facets[topic]
		v.byFacet[f] = append(v.byFacet[f], int32(n))
	}
	return nil
}

// terms returns the words of a language with the facets of each; nil if the
// language has none.
func (v *vocabulary) terms(lang entente.Lang) (*Terms, [][]uint8) {
	v.mu.Lock()
	defer v.mu.Unlock()
	lt, ok := v.byLang[lang]
	if !ok {
		lt = v.build(lang)
		v.byLang[lang] = lt
	}
	return lt.terms, lt.values
}

func (v *vocabulary) build(lang entente.Lang) *langTerms {
	lt := &langTerms{}
	ids := map[string]int{}
	for id, f := range v.facets {
		for word := range strings.SplitSeq(f.words[lang], ",") {
			if word = fold.String(strings.TrimSpace(word)); word == "" {
				continue
			}
			if lt.terms == nil {
				lt.terms = NewTerms()
			}
			n, ok := ids[word]
			if !ok {
				n = len(lt.values)
				ids[word] = n
				lt.values = append(lt.values, nil)
				lt.terms.Add(word, int32(n))
			}
			if !slices.Contains(lt.values[n], uint8(id)) {
				lt.values[n] = append(lt.values[n], uint8(id))
			}
		}
	}
	lt.inherit(ids)
	return lt
}

// inherit gives each word the facets of the stems that it begins with: of
// stab* to stable.
func (lt *langTerms) inherit(ids map[string]int) {
	for word, n := range ids {
		if strings.Contains(word, " ") {
			continue
		}
		for i := range word {
			if stem, ok := ids[word[:i]+"*"]; ok && i > 0 {
				for _, f := range lt.values[stem] {
					if !slices.Contains(lt.values[n], f) {
						lt.values[n] = append(lt.values[n], f)
					}
				}
			}
		}
	}
	for n := range lt.values {
		slices.Sort(lt.values[n])
	}
}

var loadVocabulary = sync.OnceValue(func() *vocabulary {
	v, err := parseVocabulary(conceptsYAML)
	if err != nil {
		panic(err) // the embedded file is broken: TestVocabulary would have said so
	}
	return v
})

// Concepts returns the concept vocabulary in the order of its file.
func Concepts() []entente.Concept { return loadVocabulary().entries }

type vocabularyFile struct {
	Facets yaml.MapSlice `yaml:"facets"`
	Names  yaml.MapSlice `yaml:"concepts"`
}

func parseVocabulary(data []byte) (*vocabulary, error) {
	var file vocabularyFile
	if err := yaml.UnmarshalWithOptions(data, &file, yaml.UseOrderedMap()); err != nil {
		return nil, fmt.Errorf("lexicon: concepts.yaml: %w", err)
	}
	v := &vocabulary{byLang: map[entente.Lang]*langTerms{}}
	ids := map[string]uint8{}
	for _, item := range file.Facets {
		f := readFacet(item)
		if len(v.facets) == maxFacets {
			return nil, fmt.Errorf("lexicon: concepts.yaml: more than %d facets", maxFacets)
		}
		ids[f.name] = uint8(len(v.facets))
		v.facets = append(v.facets, f)
	}
	for _, item := range file.Names {
		entry, match, aim := readConcept(item)
		patterns, err := readPatterns(match, ids)
		if err != nil {
			return nil, fmt.Errorf("lexicon: concepts.yaml: %s: %w", entry.ID, err)
		}
		for i := range patterns {
			patterns[i].concept = len(v.concepts)
		}
		v.patterns = append(v.patterns, patterns...)
		v.entries = append(v.entries, entry)
		v.concepts = append(v.concepts, concept{entry.ID, aim})
	}
	return v, v.index()
}

func readFacet(item yaml.MapItem) facet {
	f := facet{name: fmt.Sprint(item.Key), weight: 1, words: map[entente.Lang]string{}}
	fields, _ := item.Value.(yaml.MapSlice)
	for _, kv := range fields {
		switch key := fmt.Sprint(kv.Key); key {
		case "w":
			fmt.Sscan(fmt.Sprint(kv.Value), &f.weight)
		case "actor":
			f.actor = kv.Value == true
		case "dir":
			f.direction = kv.Value == true
		default:
			f.words[entente.Lang(key)] = fmt.Sprint(kv.Value)
		}
	}
	return f
}

func readConcept(item yaml.MapItem) (c entente.Concept, match string, aim bool) {
	c = entente.Concept{ID: entente.ConceptID(fmt.Sprint(item.Key)), Names: map[string]string{}}
	fields, _ := item.Value.(yaml.MapSlice)
	for _, kv := range fields {
		switch key := fmt.Sprint(kv.Key); key {
		case "group":
			c.Group = fmt.Sprint(kv.Value)
		case "match":
			match = fmt.Sprint(kv.Value)
		case "aim":
			aim = kv.Value == true
		case "mechanism":
			list, _ := kv.Value.([]any)
			for _, m := range list {
				c.Mechanism = append(c.Mechanism, fmt.Sprint(m))
			}
		default:
			c.Names[key] = fmt.Sprint(kv.Value)
		}
	}
	return c, match, aim
}

func readPatterns(match string, ids map[string]uint8) ([]facetPattern, error) {
	var out []facetPattern
	for alternative := range strings.SplitSeq(match, ",") {
		p := facetPattern{sign: entente.Plus}
		words := strings.TrimSpace(alternative)
		if rest, ok := strings.CutPrefix(words, "-"); ok {
			p.sign, words = entente.Minus, rest
		}
		for _, name := range strings.Fields(words) {
			id, ok := ids[name]
			if !ok {
				return nil, fmt.Errorf("unknown facet %q", name)
			}
			p.facets = append(p.facets, id)
		}
		if len(p.facets) > 0 {
			out = append(out, p)
		}
	}
	return out, nil
}
