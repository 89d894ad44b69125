// Package lexicon knows the names of what statements are about: actors,
// institutions and concepts, in Simplified and Traditional Chinese, Japanese,
// Korean and English. The names are data (the files under data/, and any file
// of the same shape that a user adds); this package finds them in folded text.
package lexicon

import (
	"slices"

	"github.com/ententelab/entente"
)

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
	Kind  string              // of an actor: state, person, body, organization, group, office; of an institution: its inst_kind
	Names map[string][]string // by language tag: zh-Hans, zh-Hant, ja, ko, en; the first name of a language is the one shown

	Members []string        // of an institution: state codes
	Founded string          // of an institution: date, as far as known
	Offices []Office        // of a person: what they held, and when; of a government: that of its leader
	Group   string          // of a concept
	Actor   entente.ActorID // of a body or force that is also an institution: the actor it speaks as

	// State is whose post an office is, or whose body a body is; "" for a post
	// that many states have ("defense minister"), named without its state.
	State string
	// Post is the key of an office or body that many states have: that of
	// "日本首相" is "prime minister".
	Post string
}

// An Office is a post held for a time. Dates are YYYY-MM-DD; an empty Until
// means still held.
type Office struct {
	Title       string // a key of the offices: "defense minister"
	From, Until string
}

// A Mention is a name found in a folded text: Text[Start:End] of the view.
type Mention struct {
	Start, End int
	Entry      *Entry
	Post       string // of a person: the key of the post named with the name
}

// Actors returns the states or actors that a mention stands for: the state of
// an office, the person, the body. It is empty for an institution that does not
// act, for a concept, and for a post whose state the words do not say.
func (m Mention) Actors() []entente.ActorID { return m.Entry.actors() }

func (e *Entry) actors() []entente.ActorID {
	switch {
	case e.Actor != "":
		return []entente.ActorID{e.Actor}
	case e.Type != Actor || e.Kind == kindPost:
		return nil
	case e.Kind == kindOffice:
		return []entente.ActorID{entente.ActorID(e.State)}
	}
	return []entente.ActorID{entente.ActorID(e.ID)}
}

// Kinds of actor that this package itself tells apart.
const (
	kindState  = "state"
	kindPerson = "person"
	kindBody   = "body"
	kindOffice = "office" // a post of a known state
	kindPost   = "post"   // an office or body whose state is not said

	kindCompound = "compound" // a word for several states: never in a mention
)

// Name returns the name of an entry that is shown in a language: its first
// there, or else its first in English.
func (e *Entry) Name(tag string) string {
	for _, t := range []string{tag, "en", "zh-Hans"} {
		if n := e.Names[t]; len(n) > 0 {
			return n[0]
		}
	}
	return e.ID
}

// A Lexicon is a set of entries with an automaton over all their names.
// It is safe for concurrent use once built.
type Lexicon struct {
	entries   []*Entry
	byID      map[string]*Entry
	posts     postTable
	abbr      abbreviations
	automaton *automaton

	files    []shape // what it was built from, for With
	concepts []*Entry
	own      *vocabulary // with the user's concepts; nil if there are none
}

// Entries returns all entries, in the order of the files. Callers must not
// change them.
func (l *Lexicon) Entries() []*Entry { return slices.Clone(l.entries) }

// Entry returns the entry with an ID, or nil.
func (l *Lexicon) Entry(id string) *Entry { return l.byID[id] }

// Allies returns the states that are in an alliance with a state, in order.
func (l *Lexicon) Allies(state string) []string {
	var out []string
	for _, e := range l.entries {
		if e.Kind == "alliance" && slices.Contains(e.Members, state) {
			out = append(out, e.Members...)
		}
	}
	slices.Sort(out)
	return slices.DeleteFunc(slices.Compact(out), func(s string) bool { return s == state })
}
