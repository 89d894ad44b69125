package lexicon

import (
	"slices"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/fold"
)

// A Grounding says which concept a phrase is about. Sign is -1 where the
// phrase says that there is less of the concept, or names its opposite. Score
// grows with the number and weight of the words that speak for the concept;
// it compares phrases only roughly.
type Grounding struct {
	Concept entente.ConceptID // "" if no concept fits
	Sign    entente.Sign
	Score   float64
	Sure    float64 // probability that this is the concept, as phrases show that no weight was learned from
	Traits
	may candidates // what else it may be about
}

// Worded reports whether words of the concept itself stand in the phrase: the weights
// may find a concept that no word of it names.
func (g *Grounding) Worded() bool { return g.Score >= 1 }

// Facets is a text with the parts of concepts, and the fields of its words,
// found in it.
type Facets struct {
	vocabulary *vocabulary
	text       []rune
	lang       entente.Lang
	hits       []facetHit
	fields     []facetHit
	words      *[]feature // see sentence
}

// A Phrase is text[Start:End]. Actors and words in text[From:To] around it tell
// what is meant. In text[Turn:TurnEnd], if there is any, stands what is known to
// make less of what it is said of, as a verb of weakening: it turns the sign,
// unless the word carries the concept itself or is known to turn it anyway.
// text[Other:OtherEnd] is the other side of the claim, if there is one.
type Phrase struct {
	Start, End      int
	From, To        int
	Turn, TurnEnd   int
	Other, OtherEnd int
	Role            Role
}

// A Role is what a phrase is in a claim. What acts is worded otherwise than what
// comes of it.
type Role byte

// The roles.
const (
	NoRole Role = iota
	Cause
	Effect
)

type facetHit struct {
	facet      uint8
	start, end int32
}

// A termHit is a term that ends at some place.
type termHit struct {
	value int32
	end   int
}

// Facets finds the parts of concepts in a folded text.
func (l *Lexicon) Facets(text []rune, lang entente.Lang) Facets {
	v := l.vocabulary()
	f := Facets{vocabulary: v, text: text, lang: lang, words: new([]feature)}
	terms, values := v.terms(lang)
	if terms == nil {
		return f
	}
	f.fields = loadFields().find(text, lang)
	f.hits = make([]facetHit, 0, 16+len(text)/8)
	var here []termHit
	longest := 0
	covered := 0 // words inside longer words say nothing of their own, but for actors
	for i := range text {
		if i > 0 && letter(text[i]) && letter(text[i-1]) {
			continue
		}
		here, longest = here[:0], 0
		terms.walk(text, i, func(value int32, end int) { here, longest = append(here, termHit{value, end}), end })
		for _, h := range here {
			for _, facet := range values[h.value] {
				if h.end > covered && h.end == longest || v.facets[facet].actor {
					f.hits = append(f.hits, facetHit{facet, int32(i), int32(h.end)})
				}
			}
		}
		covered = max(covered, longest)
	}
	return f
}

// Ground returns the concept that phrase is about.
func (l *Lexicon) Ground(phrase string, lang entente.Lang) Grounding {
	text := []rune(fold.String(phrase))
	return l.Facets(text, lang).Ground(Phrase{End: len(text)})
}

// minScore is the least score that makes a phrase a concept. Set on the tuning
// half of the gold texts: below it grounding was wrong more often than right.
const minScore = 1.3

// Ground returns the concept that a phrase is about. Actors named around it, and
// not in it, count for half.
func (f Facets) Ground(p Phrase) Grounding {
	best, parts := f.bestPattern(p.Start, p.End, p.From, p.To)
	var room [128]feature
	plain := f.plain(room[:0], p.Start, p.End)
	best, parts = f.learned(p, plain, best, parts)
	if best.Concept == "" {
		return Grounding{Sign: entente.Plus}
	}
	best.Sign = f.sign(p.Start, p.End, plain, best, parts, facetHit{start: int32(p.Turn), end: int32(p.TurnEnd)})
	return best
}

// bestPattern returns the concept of the pattern that text[i:j] fits best, and
// the facets of the pattern.
func (f Facets) bestPattern(i, j, from, to int) (Grounding, []uint8) {
	near, seen := f.weigh(i, j, from, to)
	best, parts := f.vocabulary.best(&near, &seen, false)
	if best.Score < minScore {
		best, parts = f.vocabulary.best(&near, &seen, true)
	}
	return best, parts
}

// weigh weighs the facets of text[i:j], and these with the actors that stand
// around it.
func (f Facets) weigh(i, j, from, to int) (near, seen [maxFacets]float32) {
	seen = f.seen(i, j)
	near = seen
	for _, h := range f.hits {
		if int(h.start) >= from && int(h.end) <= to && f.vocabulary.facets[h.facet].actor && near[h.facet] == 0 {
			near[h.facet] = 0.5
		}
	}
	return near, seen
}

// best returns the concept whose pattern scores most, the first of equals, and
// the facets of that pattern.
func (v *vocabulary) best(near, seen *[maxFacets]float32, fallback bool) (best Grounding, parts []uint8) {
	at := int32(-1)
	for facet, w := range seen {
		if w == 0 {
			continue
		}
		for _, n := range v.byFacet[facet] {
			pat := &v.patterns[n]
			if pat.fallback != fallback {
				continue
			}
			score, ok := v.score(pat, near, seen)
			if ok && (score > best.Score || score == best.Score && n < at) {
				concept := &v.concepts[pat.concept]
				best = Grounding{Concept: concept.id, Sign: pat.sign, Score: score, Traits: concept.Traits}
				if pat.own {
					best.Sure = 1
				}
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

// direction is -1 if an odd number of words in text[i:j] turn the sign of a
// concept. Words that carry the concept itself do not count.
func (f Facets) direction(i, j int, of entente.ConceptID, parts []uint8, turn facetHit) entente.Sign {
	own := f.vocabulary.partsOf(of)
	if turn.end <= turn.start {
		i, j = f.conjunct(i, j, parts)
	}
	sign, last := entente.Plus, int32(i)
	turned := turn.end <= turn.start
	for _, h := range f.hits {
		facet := &f.vocabulary.facets[h.facet]
		if h.start < last || int(h.end) > j || !facet.direction && (!facet.turns || own == nil || own[h.facet]) {
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

// conjunct is the part of text[i:j] in which a pattern's facets stand, where
// they stand in one of several joined by "and" or "but": that Japan will listen
// less says nothing of what it spends.
func (f Facets) conjunct(i, j int, parts []uint8) (int, int) {
	from := i
	for at := i; at <= j; at++ {
		end := at
		if at < j {
			if end = joinAt(f.text, at, j); end == 0 {
				continue
			}
		}
		if f.holds(from, at, parts) {
			return from, at
		}
		from = end
	}
	return i, j
}

// holds reports whether all facets of a pattern that are no actors stand in
// text[i:j]; there must be one.
func (f Facets) holds(i, j int, parts []uint8) bool {
	found := false
	for _, p := range parts {
		if f.vocabulary.facets[p].actor {
			continue
		}
		if !slices.ContainsFunc(f.hits, func(h facetHit) bool { return h.facet == p && int(h.start) >= i && int(h.end) <= j }) {
			return false
		}
		found = true
	}
	return found
}

// joinAt returns where a word that joins two predicates, standing at text[i],
// ends; 0 if there is none.
func joinAt(text []rune, i, j int) int {
	if text[i] != ' ' {
		return 0
	}
	for _, w := range []string{" and ", " but "} {
		if i+len(w) <= j && string(text[i:i+len(w)]) == w {
			return i + len(w)
		}
	}
	return 0
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
