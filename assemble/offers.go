package assemble

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/ententelab/entente"
)

// An Offer is phrases that are causes or effects in claims, that no concept of
// the vocabulary fits, and that are much alike: perhaps a concept that the
// vocabulary lacks.
type Offer struct {
	Name       string                `json:"name"` // the shortest of the phrases
	Lang       entente.Lang          `json:"language"`
	Phrases    []string              `json:"phrases"` // each once, the shortest first
	Works      int                   `json:"works"`   // independent works that use one of them
	Statements []entente.StatementID `json:"statements"`
}

// alikeEnough is the share of the shorter phrase's parts that two phrases of
// one offer have in common.
const alikeEnough = 0.6

// Offers clusters the phrases without a concept: those that most works use
// first, then those with the most claims.
func Offers(c Corpus) []Offer {
	witness, _ := c.witnesses()
	lang := map[entente.DocID]entente.Lang{}
	for _, d := range c.Documents {
		lang[d.ID] = d.Lang
	}
	var found []phrase
	for i := range c.Statements {
		st := &c.Statements[i]
		if st.Claim == nil || !witness[st.Doc] && !reviewed(st) {
			continue
		}
		for _, side := range []struct {
			concept entente.ConceptID
			span    entente.Span
		}{{st.Claim.CauseConcept, st.Claim.Cause}, {st.Claim.EffectConcept, st.Claim.Effect}} {
			if parts := partsOf(side.span.Quote, lang[st.Doc]); side.concept == "" && len(parts) > 0 {
				found = append(found, phrase{strings.Join(strings.Fields(side.span.Quote), " "), lang[st.Doc], st, parts})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b phrase) int {
		return cmp.Or(cmp.Compare(len(a.parts), len(b.parts)), cmp.Compare(a.text, b.text))
	})
	return c.offers(found)
}

// A phrase is a cause or an effect with the parts it is compared by.
type phrase struct {
	text  string
	lang  entente.Lang
	said  *entente.Statement
	parts []string
}

// offers joins each phrase to the first offer whose shortest phrase it is like.
func (c Corpus) offers(found []phrase) []Offer {
	_, workOf := c.witnesses()
	out, heads := []Offer{}, []phrase{}
	works := []map[entente.WorkID]bool{}
	for _, p := range found {
		at := slices.IndexFunc(heads, func(h phrase) bool { return h.lang == p.lang && shared(h.parts, p.parts) >= alikeEnough })
		if at < 0 {
			at = len(out)
			heads = append(heads, p)
			out = append(out, Offer{Name: p.text, Lang: p.lang})
			works = append(works, map[entente.WorkID]bool{})
		}
		o := &out[at]
		if !slices.Contains(o.Phrases, p.text) {
			o.Phrases = append(o.Phrases, p.text)
		}
		if !slices.Contains(o.Statements, p.said.ID) {
			o.Statements = append(o.Statements, p.said.ID)
		}
		work := entente.WorkID("W" + p.said.Doc.Short())
		if w := workOf[p.said.Doc]; w != nil {
			work = w.ID
		}
		works[at][work] = true
		o.Works = len(works[at])
	}
	slices.SortStableFunc(out, func(a, b Offer) int {
		return cmp.Or(cmp.Compare(b.Works, a.Works), cmp.Compare(len(b.Statements), len(a.Statements)), cmp.Compare(a.Name, b.Name))
	})
	return out
}

// shared is the share of the shorter list's parts that the other has too.
func shared(a, b []string) float64 {
	n := 0
	for _, p := range a {
		if slices.Contains(b, p) {
			n++
		}
	}
	return float64(n) / float64(min(len(a), len(b)))
}

// partsOf are the words of five letters and more of an English phrase, and the
// pairs of neighbouring characters of any other, each once.
func partsOf(text string, lang entente.Lang) []string {
	var out []string
	add := func(p string) {
		if !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	if lang == entente.English {
		for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
			if len(w) > 4 {
				add(strings.TrimSuffix(w, "s"))
			}
		}
		return out
	}
	var letters []rune
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters = append(letters, r)
		}
	}
	for i := 0; i+1 < len(letters); i++ {
		add(string(letters[i : i+2]))
	}
	return out
}
