package lexicon

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/fold"
)

func zzSides(lang, sentence, cause, effect, cc, ec, pol string, w float64) []Example {
	var out []Example
	add := func(role Role, phrase, concept string) {
		before, after, ok := strings.Cut(sentence, phrase)
		if ok && phrase != "" && concept != "" {
			out = append(out, Example{Lang: entente.Lang(lang), Before: before, Phrase: phrase, After: after, Concept: entente.ConceptID(concept), Weight: w, Role: role})
		}
	}
	add(Cause, cause, cc)
	add(Effect, effect, ec)
	if n := len(out); n > 0 && out[n-1].Role == Effect {
		if pol == "+" {
			out[n-1].Makes = entente.Plus
		} else {
			out[n-1].Makes = entente.Minus
		}
	}
	return out
}

func zzTSV(path string, n int, f func(c []string)) {
	file, err := os.Open(path)
	if err != nil {
		panic(err)
	}
	defer file.Close()
	sc := bufio.NewScanner(file)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		c := strings.Split(sc.Text(), "\t")
		if len(c) == n && !strings.HasPrefix(c[0], "#") {
			f(c)
		}
	}
}

type zzClaim struct {
	Quote, Cause, Effect, Polarity string
	CauseConcept                   string `json:"cause_concept"`
	EffectConcept                  string `json:"effect_concept"`
	Optional                       bool
	lang                           string
}

func zzLang(s string) string {
	l := "en"
	for _, r := range s {
		switch {
		case r >= 0xAC00 && r <= 0xD7A3:
			return "ko"
		case r >= 0x3040 && r <= 0x30FF:
			return "ja"
		case r >= 0x4E00 && r <= 0x9FFF:
			l = "zh"
		}
	}
	return l
}

func TestZZCV(t *testing.T) {
	var ex []Example
	zzTSV("../learn/phrases.tsv", 4, func(c []string) {
		if c[0] == "none" {
			c[0] = ""
		}
		ex = append(ex, Example{Concept: entente.ConceptID(c[0]), Lang: entente.Lang(c[1]), Phrase: c[3], Weight: 0.7})
	})
	lines := func(path string, w float64) {
		zzTSV(path, 9, func(c []string) { ex = append(ex, zzSides(c[0], c[2], c[3], c[4], c[5], c[6], c[7], w)...) })
	}
	lines("../learn/sentences.tsv", 1.5)
	lines("../learn/plain.tsv", 0.8)
	for _, f := range strings.Fields(os.Getenv("TRAIN")) {
		lines(f, 1.5)
	}
	readGold := func(path string) (out []zzClaim) {
		file, err := os.Open(path)
		if err != nil {
			panic(err)
		}
		sc := bufio.NewScanner(file)
		sc.Buffer(nil, 1<<20)
		for sc.Scan() {
			var r zzClaim
			json.Unmarshal(sc.Bytes(), &r)
			r.lang = zzLang(r.Quote)
			out = append(out, r)
		}
		return out
	}
	for _, p := range strings.Fields(os.Getenv("GOLD")) {
		for _, r := range readGold(p) {
			ex = append(ex, zzSides(r.lang, r.Quote, r.Cause, r.Effect, r.CauseConcept, r.EffectConcept, r.Polarity, 1.5)...)
		}
	}
	w := Learn(ex)
	loadWeights = func() *Weights { return w }
	group := map[entente.ConceptID]string{}
	for _, c := range loadVocabulary().entries {
		group[c.ID] = c.Group
	}
	var n, sideG, sideC, both, bothC int
	for _, p := range strings.Fields(os.Getenv("TEST")) {
		var n0, both0 int
		var list []zzClaim
		if strings.HasSuffix(p, ".tsv") {
			zzTSV(p, 9, func(c []string) {
				list = append(list, zzClaim{Quote: c[2], Cause: c[3], Effect: c[4], CauseConcept: c[5], EffectConcept: c[6], lang: c[0]})
			})
		} else {
			list = readGold(p)
		}
		for _, r := range list {
			if r.Cause == "" || r.Effect == "" {
				continue
			}
			text := []rune(fold.String(r.Quote))
			at := func(s string) (int, int) {
				f := fold.String(s)
				i := strings.Index(string(text), f)
				if i < 0 {
					return -1, -1
				}
				a := len([]rune(string(text)[:i]))
				return a, a + len([]rune(f))
			}
			ci, cj := at(r.Cause)
			ei, ej := at(r.Effect)
			if ci < 0 || ei < 0 {
				continue
			}
			f := (&Lexicon{}).Facets(text, entente.Lang(r.lang))
			cp := Phrase{Start: ci, End: cj, To: len(text), Role: Cause, Other: ei, OtherEnd: ej}
			ep := Phrase{Start: ei, End: ej, To: len(text), Role: Effect, Other: ci, OtherEnd: cj}
			c, e := f.Together(cp, ep, f.Ground(cp), f.Ground(ep))
			n++
			n0++
			gc := group[c.Concept] == group[entente.ConceptID(r.CauseConcept)] && c.Concept != ""
			ge := group[e.Concept] == group[entente.ConceptID(r.EffectConcept)] && e.Concept != ""
			xc, xe := string(c.Concept) == r.CauseConcept, string(e.Concept) == r.EffectConcept
			for _, b := range []bool{gc, ge} {
				if b {
					sideG++
				}
			}
			for _, b := range []bool{xc, xe} {
				if b {
					sideC++
				}
			}
			if os.Getenv("SHOW") != "" && !(gc && ge) {
				fmt.Printf("%s [%s %s->%s %.2f] => [%s %s->%s %.2f]\n", r.Quote, r.Cause, r.CauseConcept, c.Concept, c.Sure, r.Effect, r.EffectConcept, e.Concept, e.Sure)
			}
			if gc && ge {
				both++
				both0++
			}
			if xc && xe {
				bothC++
			}
		}
		fmt.Printf("%s %d/%d %.3f\n", p, both0, n0, float64(both0)/float64(n0))
	}
	fmt.Printf("ALL %s n=%d side group %.4f concept %.4f both group %.4f both concept %.4f\n", os.Getenv("NAME"), n, float64(sideG)/float64(2*n), float64(sideC)/float64(2*n), float64(both)/float64(n), float64(bothC)/float64(n))
}
