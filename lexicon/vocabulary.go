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

//go:embed data/grounding/concepts.yaml
var conceptsYAML []byte

const maxFacets = 256 // their numbers are bytes

type vocabulary struct {
	facets   []facet
	concepts []concept
	patterns []facetPattern
	byFacet  [maxFacets][]int32        // into patterns
	at       map[entente.ConceptID]int // into concepts
	entries  []entente.Concept

	mu     sync.Mutex
	byLang map[entente.Lang]*langTerms
}

type facet struct {
	name             string // under which weights are learned: it stays when others are added
	in, near         uint32 // hashes of the name as a feature
	weight           float32
	actor, direction bool
	turns            bool // turns the sign of concepts that it is no part of
	words            map[entente.Lang]string
}

// Traits are what is commonly thought of a concept.
type Traits struct {
	Aim      bool // policy wants more of it, or less
	Bad      bool // it is something bad: what spoils a good thing is more of it
	Pressing bool // somebody does it to another, who can make it less
}

type concept struct {
	id entente.ConceptID
	Traits
	parts [maxFacets]bool // the facets of its patterns
}

type facetPattern struct {
	concept  int // index into vocabulary.concepts
	sign     entente.Sign
	facets   []uint8
	inside   uint32 // bit n: facet n must stand in the phrase itself
	fallback bool   // what a phrase means in this genre if nothing else fits
	own      bool   // a user's name
}

type langTerms struct {
	terms  *Terms
	values [][]uint8 // facets of a term
}

// score adds up the weights of a pattern whose facets are all there.
func (v *vocabulary) score(p *facetPattern, near, seen *[maxFacets]float32) (float64, bool) {
	total := float32(0)
	for n, f := range p.facets {
		at := near[f]
		if at == 0 || p.inside&(1<<n) != 0 && seen[f] == 0 {
			return 0, false
		}
		total += at * v.facets[f].weight
	}
	return float64(total), true
}

// index files each pattern under its first facet that is not an actor: one
// that must stand in the phrase itself.
func (v *vocabulary) index() error {
	v.at = make(map[entente.ConceptID]int, len(v.concepts))
	for i, c := range v.concepts {
		v.at[c.id] = i
	}
	for n, p := range v.patterns {
		topic := slices.IndexFunc(p.facets, func(f uint8) bool { return !v.facets[f].actor })
		if topic < 0 {
			return fmt.Errorf("lexicon: concepts.yaml: %s: a combination of actors only", v.concepts[p.concept].id)
		}
		for _, part := range p.facets {
			v.concepts[p.concept].parts[part] = true
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

// States are the states that a concept is about, as its ID names them: the
// trust_in_us of a text that never names the United States is somebody else's.
func States(id entente.ConceptID) []string {
	var states []string
	for word := range strings.SplitSeq(string(id), "_") {
		if s := stateInID[word]; s != "" {
			states = append(states, s)
		}
	}
	return states
}

var stateInID = map[string]string{"us": "USA", "usfj": "USA", "america": "USA", "japan": "JPN", "takaichi": "JPN",
	"china": "CHN", "taiwan": "TWN", "korea": "KOR", "philippine": "PHL"}

// OwnConcepts reports whether a user added concepts.
func (l *Lexicon) OwnConcepts() bool { return l.own != nil }

// vocabulary is the lexicon's: the shipped one, or that with a user's concepts.
func (l *Lexicon) vocabulary() *vocabulary {
	if l.own != nil {
		return l.own
	}
	return loadVocabulary()
}

// ownGroup is the group of a user's concept that names none.
const ownGroup = "own"

// ownWeight makes a user's name of a concept count for more than the shipped
// words inside it.
const ownWeight = 5

// with is a vocabulary that also knows a user's concepts, and a user's names
// of those it has: each is found by its names alone.
func (v *vocabulary) with(records []record) (*vocabulary, error) {
	out := &vocabulary{facets: slices.Clone(v.facets), concepts: slices.Clone(v.concepts), patterns: slices.Clone(v.patterns),
		entries: slices.Clone(v.entries), byLang: map[entente.Lang]*langTerms{}}
	for i := range records {
		r := &records[i]
		if len(out.facets) == maxFacets {
			return nil, fmt.Errorf("more than %d concepts", maxFacets-len(v.facets))
		}
		at := slices.IndexFunc(out.concepts, func(c concept) bool { return string(c.id) == r.ID })
		if at < 0 {
			at = len(out.concepts)
			out.concepts = append(out.concepts, concept{id: entente.ConceptID(r.ID)})
		}
		comma := strings.NewReplacer("|", ",").Replace
		out.patterns = append(out.patterns, facetPattern{concept: at, sign: entente.Plus, facets: []uint8{uint8(len(out.facets))}, own: true})
		own := newFacet(r.ID, ownWeight)
		own.words = map[entente.Lang]string{
			entente.Chinese: comma(r.Zh + "|" + r.Hant), entente.Japanese: comma(r.Ja), entente.Korean: comma(r.Ko), entente.English: strings.ToLower(comma(r.En))}
		out.facets = append(out.facets, own)
	}
	return out, out.index()
}

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
		c := readConcept(item)
		for n, list := range []string{c.match, c.fallback} {
			patterns, err := readPatterns(list, ids)
			if err != nil {
				return nil, fmt.Errorf("lexicon: concepts.yaml: %s: %w", c.entry.ID, err)
			}
			for i := range patterns {
				patterns[i].concept, patterns[i].fallback = len(v.concepts), n == 1
			}
			v.patterns = append(v.patterns, patterns...)
		}
		v.entries = append(v.entries, c.entry)
		v.concepts = append(v.concepts, concept{id: c.entry.ID, Traits: c.Traits})
	}
	return v, v.index()
}

func newFacet(name string, weight float32) facet {
	return facet{name: name, in: hashString(facetIn, name), near: hashString(facetNear, name), weight: weight, words: map[entente.Lang]string{}}
}

func readFacet(item yaml.MapItem) facet {
	f := newFacet(fmt.Sprint(item.Key), 1)
	fields, _ := item.Value.(yaml.MapSlice)
	for _, kv := range fields {
		switch key := fmt.Sprint(kv.Key); key {
		case "w":
			fmt.Sscan(fmt.Sprint(kv.Value), &f.weight)
		case "actor":
			f.actor = kv.Value == true
		case "turns":
			f.turns = kv.Value == true
		case "dir":
			f.direction = kv.Value == true
		default:
			f.words[entente.Lang(key)] = fmt.Sprint(kv.Value)
		}
	}
	return f
}

// conceptItem is a concept as its file gives it.
type conceptItem struct {
	entry           entente.Concept
	match, fallback string
	Traits
}

func readConcept(item yaml.MapItem) conceptItem {
	out := conceptItem{}
	c := entente.Concept{ID: entente.ConceptID(fmt.Sprint(item.Key)), Names: map[string]string{}}
	fields, _ := item.Value.(yaml.MapSlice)
	for _, kv := range fields {
		switch key := fmt.Sprint(kv.Key); key {
		case "group":
			c.Group = fmt.Sprint(kv.Value)
		case "match":
			out.match = fmt.Sprint(kv.Value)
		case "default":
			out.fallback = fmt.Sprint(kv.Value)
		case "aim":
			out.Aim = kv.Value == true
		case "bad":
			out.Bad = kv.Value == true
		case "pressing":
			out.Pressing = kv.Value == true
		case "mechanism":
			list, _ := kv.Value.([]any)
			for _, m := range list {
				c.Mechanism = append(c.Mechanism, fmt.Sprint(m))
			}
		default:
			c.Names[key] = fmt.Sprint(kv.Value)
		}
	}
	out.entry = c
	return out
}

func readPatterns(match string, ids map[string]uint8) ([]facetPattern, error) {
	var out []facetPattern
	for alternative := range strings.SplitSeq(match, ",") {
		p := facetPattern{sign: entente.Plus}
		words := strings.TrimSpace(alternative)
		if rest, ok := strings.CutPrefix(words, "-"); ok {
			p.sign, words = entente.Minus, rest
		}
		for n, name := range strings.Fields(words) {
			name, inside := strings.CutSuffix(name, "!")
			if inside {
				p.inside |= 1 << n
			}
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
