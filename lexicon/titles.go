package lexicon

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

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
