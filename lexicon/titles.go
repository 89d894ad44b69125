package lexicon

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// Title gives a concept's names in English and Chinese.
func (l *Lexicon) Title(id entente.ConceptID) map[entente.Lang]string {
	e := l.Entry(string(id))
	if e == nil {
		return nil
	}
	return map[entente.Lang]string{entente.English: e.Name("en"), entente.Chinese: e.Name("zh-Hans")}
}

// Group is the group of a concept: us_policy, china_relations, …
func (l *Lexicon) Group(id entente.ConceptID) string {
	if e := l.Entry(string(id)); e != nil {
		return e.Group
	}
	return ""
}

// Concept finds a concept by its ID, by one of its names in any language, or by
// what a phrase is about.
func (l *Lexicon) Concept(name string) (entente.ConceptID, bool) {
	name = strings.TrimSpace(name)
	if e := l.Entry(name); e != nil && e.Type == Concept {
		return entente.ConceptID(e.ID), true
	}
	for _, e := range l.entries {
		if e.Type != Concept {
			continue
		}
		for _, names := range e.Names {
			if slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, name) }) {
				return entente.ConceptID(e.ID), true
			}
		}
	}
	for _, lang := range []entente.Lang{entente.Chinese, entente.English, entente.Japanese, entente.Korean} {
		if g := l.Ground(name, lang); g.Concept != "" && g.Sure >= leastMeant {
			return g.Concept, true
		}
	}
	return "", false
}

// leastMeant is the least probability that somebody who types a phrase means the
// concept it is about.
const leastMeant = 0.4

// Version identifies the lexicon's content: what was made with one version is
// made again with another.
func (l *Lexicon) Version() string {
	h := sha256.New()
	h.Write(conceptsYAML)
	enc := json.NewEncoder(h)
	for _, e := range l.entries {
		enc.Encode(e) // a hash takes every write
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}
