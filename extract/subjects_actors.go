package extract

import (
	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

// A mention is a name that stands for somebody who acts: view.Text[Start:End].
type mention struct {
	Start, End int
	list       []entente.ActorID
}

// Actors returns who the name stands for. Callers must not change it.
func (m mention) Actors() []entente.ActorID { return m.list }

func (m mention) person() bool { return len(m.list) == 1 && m.list[0].State() != string(m.list[0]) }

// findActors returns the names of a sentence that act, none inside another.
func (p *passage) findActors(s *sentence) []mention {
	var out []mention
	end := 0
	for _, m := range s.names {
		list := p.actorsOf(m)
		if m.Start < end || len(list) == 0 {
			continue
		}
		out = append(out, mention{m.Start, m.End, list})
		end = m.End
	}
	return out
}

// actorsOf returns who a name stands for: the actor itself; the members of a
// format that meets and declares; or, in a language where offices are named
// without their state, the home state's office.
func (p *passage) actorsOf(m lexicon.Mention) []entente.ActorID {
	if a := m.Actors(); len(a) > 0 {
		return a
	}
	e := m.Entry
	switch {
	case e.Post != "" && (p.doc.Lang == entente.Japanese || p.doc.Lang == entente.Korean || p.doc.Script == entente.Hant):
		if office := p.lex.Post(string(home[p.doc.Script]), e.Post); office != nil {
			return lexicon.Mention{Entry: office}.Actors()
		}
	case e.Type == lexicon.Institution && len(e.Members) > 1 && (e.Kind == "minilateral" || e.Kind == "forum" || e.Kind == "agreement"):
		out := make([]entente.ActorID, len(e.Members))
		for i, state := range e.Members {
			out[i] = entente.ActorID(state)
		}
		return out
	}
	return nil
}
