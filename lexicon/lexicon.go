// Package lexicon knows the names of what statements are about: actors,
// institutions and concepts, in Simplified and Traditional Chinese, Japanese,
// Korean and English. The names are data (the files under data/, and any file
// of the same shape that a user adds); this package finds them in folded text.
package lexicon

import "github.com/ententelab/entente"

// A Type is the type of an entry.
type Type uint8

// The types of entry.
const (
	Actor Type = iota
	Institution
	Concept
)

// An Entry is one actor, institution or concept with all its names.
type Entry struct {
	ID    string // entente.ActorID, institution key, or entente.ConceptID
	Type  Type
	Kind  string              // of an actor: state, person, body, organization, group; of an institution: its inst_kind
	Names map[string][]string // by language tag: zh-Hans, zh-Hant, ja, ko, en; the first name of a language is the one shown

	Members []string        // of an institution: state codes
	Founded string          // of an institution: date, as far as known
	Offices []Office        // of a person: what they held, and when
	Group   string          // of a concept
	Actor   entente.ActorID // of a body or force that is also an institution: the actor it speaks as
}

// An Office is a post held for a time. Dates are YYYY-MM-DD; an empty Until
// means still held.
type Office struct {
	Title       string
	From, Until string
}

// A Mention is a name found in a folded text: Text[Start:End] of the view.
type Mention struct {
	Start, End int
	Entry      *Entry
}

// A Lexicon is a set of entries with an automaton over all their names.
// It is safe for concurrent use once built.
type Lexicon struct {
	entries []*Entry
}
