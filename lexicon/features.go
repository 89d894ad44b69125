package lexicon

import (
	"math"
	"slices"
	"unicode"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/weigh"
)

type feature = weigh.Feature

// The kinds of feature, as the first byte of what is hashed.
const (
	facetIn   = 'f' // a part of a concept in the phrase
	facetNear = 'n' // … in the sentence around it
	byHand    = 'p' // the concept of the best pattern
	wordIn    = 'w' // an English word
	stemIn    = 's' // its first five letters
	pairIn    = 'b' // two neighbouring characters of another script
	always    = 'a' // the same for every phrase
	turned    = 'r' // an odd number of words that turn the sign
	ofConcept = 'c' // what it says of one concept
	fieldIn   = 'd' // a field in the phrase
	fieldNear = 'e' // … in the sentence around it
	oneIn     = 'u' // one character of another script
	asRole    = 'R' // cause or effect
	otherSide = 'O' // mixed into what the other side of a claim shows
	around    = 'S' // mixed into the words of the sentence
	counted   = 'k' // what the rules count that a side says of its concept
)

// How much the kinds weigh against each other: set on phrases that are not in
// the bank.
const (
	nearWeight   = 0.4
	byHandWeight = 0.8
	wordWeight   = 1.5 // of all words or pairs together, the more the less each
	oneWeight    = 1   // of all single characters together
	stemLength   = 5

	acrossWeight = 0.6 // … of the other side of a claim
	aroundWeight = 1.5 // of all words or pairs of the sentence together

	fieldWeight     = 1
	fieldNearWeight = 0.3
)

// features appends all that a phrase shows.
func (f Facets) features(out []feature, p Phrase, hand entente.ConceptID) []feature {
	out = f.plain(out, p.Start, p.End)
	out = asked(out, p.Role, hand)
	return f.nearby(out, p)
}

// plain appends what text[i:j] shows by itself.
func (f Facets) plain(out []feature, i, j int) []feature {
	out = append(out, feature{Hash: hashOf(always, nil), Weight: 1})
	for n, w := range f.seen(i, j) {
		if w > 0 {
			out = append(out, feature{Hash: f.vocabulary.facets[n].in, Weight: w})
		}
	}
	var inside [maxFacets]bool
	all := loadFields()
	for _, h := range f.fields {
		if int(h.start) >= i && int(h.end) <= j && !inside[h.facet] {
			inside[h.facet] = true
			out = append(out, feature{Hash: all.in[h.facet], Weight: fieldWeight})
		}
	}
	out = shared(wordFeatures(out, f.text[i:j]), len(out), wordWeight)
	return shared(oneFeatures(out, f.text[i:j]), len(out), oneWeight)
}

// asked appends what is known of a phrase besides its words: its role, and the
// concept of the best pattern.
func asked(out []feature, role Role, hand entente.ConceptID) []feature {
	if hand != "" {
		out = append(out, feature{Hash: hashString(byHand, string(hand)), Weight: byHandWeight})
	}
	if role != NoRole {
		out = append(out, feature{Hash: hashString(asRole, string(rune('0'+role))), Weight: 1})
	}
	return out
}

// nearby appends the facets and fields that stand around a phrase, and not in it.
func (f Facets) nearby(out []feature, p Phrase) []feature {
	facets, fields := f.beside(p)
	for n, near := range facets {
		if near {
			out = append(out, feature{Hash: f.vocabulary.facets[n].near, Weight: nearWeight})
		}
	}
	all := loadFields()
	for n := range all.near {
		if fields[n] {
			out = append(out, feature{Hash: all.near[n], Weight: fieldNearWeight})
		}
	}
	return out
}

// across appends what the sentence shows, and more of it the other side of the claim:
// what acts says something of what comes of it.
func (f Facets) across(out []feature, p Phrase) []feature {
	out = append(out, f.sentence()...)
	if p.OtherEnd <= p.Other {
		return out
	}
	first := len(out)
	out = f.plain(out, p.Other, p.OtherEnd)
	out = asked(out, NoRole, f.hand(p.Other, p.OtherEnd, p.From, p.To))
	for i := range out[first:] {
		x := &out[first+i]
		x.Hash, x.Weight = weigh.Mix(x.Hash, otherSide), x.Weight*acrossWeight
	}
	return out
}

// sentence is what the words of the text show, made on first use. Of a text longer than
// sentences are it is those of its beginning.
func (f Facets) sentence() []feature {
	const long = 800 // characters
	if *f.words == nil {
		var hashes []uint32
		wordsIn(f.text[:min(len(f.text), long)], func(h uint32) { hashes = append(hashes, weigh.Mix(h, around)) })
		slices.Sort(hashes)
		out := make([]feature, 0, len(hashes))
		for _, h := range slices.Compact(hashes) {
			out = append(out, feature{Hash: h})
		}
		*f.words = shared(out, 0, aroundWeight)
	}
	return *f.words
}

// beside tells which facets and fields stand around a phrase, and not in it.
func (f Facets) beside(p Phrase) (facets, fields [maxFacets]bool) {
	mark(&facets, f.hits, func(h facetHit) bool { return int(h.start) >= p.From && int(h.end) <= p.To }, p)
	mark(&fields, f.fields, func(h facetHit) bool {
		return int(h.start) >= p.From && int(h.end) <= p.To && (int(h.end) <= p.Start || int(h.start) >= p.End)
	}, p)
	return facets, fields
}

// mark sets what stands where near says, but for what stands in the phrase too.
func mark(at *[maxFacets]bool, hits []facetHit, near func(facetHit) bool, p Phrase) {
	for _, h := range hits {
		at[h.facet] = at[h.facet] || near(h)
	}
	for _, h := range hits {
		if int(h.start) >= p.Start && int(h.end) <= p.End {
			at[h.facet] = false
		}
	}
}

// shared gives the features from a place on equal weights, which are together as
// strong as one of weight total.
func shared(out []feature, from int, total float64) []feature {
	each := float32(total / math.Sqrt(float64(max(1, len(out)-from))))
	for n := range out[from:] {
		out[from+n].Weight = each
	}
	return out
}

// oneFeatures appends the characters of Chinese, Japanese and Korean, each once.
func oneFeatures(out []feature, text []rune) []feature {
	first := len(out)
	for i, r := range text {
		if r < 0x2E80 || !unicode.IsLetter(r) {
			continue
		}
		out = appendOnce(out, first, hashOf(oneIn, text[i:i+1]))
	}
	return out
}

// appendOnce appends a feature that does not stand at or behind first.
func appendOnce(out []feature, first int, h uint32) []feature {
	for _, f := range out[first:] {
		if f.Hash == h {
			return out
		}
	}
	return append(out, feature{Hash: h})
}

// wordFeatures appends the words of Latin script, and the pairs of neighbouring
// characters of any other, each once.
func wordFeatures(out []feature, text []rune) []feature {
	first := len(out)
	wordsIn(text, func(h uint32) { out = appendOnce(out, first, h) })
	return out
}

// wordsIn hashes the words of Latin script, with their stems, and the pairs of
// neighbouring characters of any other.
func wordsIn(text []rune, add func(hash uint32)) {
	for i := 0; i < len(text); {
		end := i
		for end < len(text) && letter(text[end]) {
			end++
		}
		if end > i {
			add(hashOf(wordIn, text[i:end]))
			add(hashOf(stemIn, text[i:min(end, i+stemLength)]))
			i = end
			continue
		}
		if i+1 < len(text) && unicode.IsLetter(text[i]) && unicode.IsLetter(text[i+1]) && !letter(text[i+1]) {
			add(hashOf(pairIn, text[i:i+2]))
		}
		i++
	}
}

// hashString hashes a kind and a name.
func hashString(kind byte, s string) uint32 { return weigh.Hash(kind, []rune(s)) }

// hashOf hashes a kind and characters in lower case.
func hashOf(kind byte, text []rune) uint32 {
	h := weigh.Start(kind)
	for _, r := range text {
		h = weigh.Mix(h, lower(r))
	}
	return h
}
