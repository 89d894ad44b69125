package http

import (
	nethttp "net/http"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/assemble"
	"github.com/ententelab/entente/lexicon"
)

func (s *Server) projectRoutes(mux *nethttp.ServeMux) {
	mux.Handle("GET /api/project", answer(s.project))
	mux.Handle("GET /api/documents/{id}", answer(s.document))
	mux.Handle("GET /api/ledger", answer(s.ledger))
	mux.Handle("GET /api/timeline", answer(s.timeline))
	mux.Handle("GET /api/map", answer(s.causalMap))
	mux.Handle("GET /api/statements", answer(s.statements))
}

// A documentLine is a document in the list.
type documentLine struct {
	ID       entente.DocID        `json:"id"`
	Name     string               `json:"name"`
	Title    string               `json:"title"`
	Authors  []string             `json:"authors"`
	Language string               `json:"language"`
	Work     entente.WorkID       `json:"work"`
	Role     entente.Role         `json:"role"`
	Counts   map[entente.Kind]int `json:"counts"`
}

type projectAnswer struct {
	Name      string         `json:"name"`
	Documents []documentLine `json:"documents"`
	Works     []entente.Work `json:"works"`
	Links     int            `json:"links"`
	Models    []modelLine    `json:"models"`
}

func (s *Server) project(*nethttp.Request) (projectAnswer, error) {
	p := s.Project
	counts := map[entente.DocID]map[entente.Kind]int{}
	for _, st := range p.Statements {
		if counts[st.Doc] == nil {
			counts[st.Doc] = map[entente.Kind]int{}
		}
		counts[st.Doc][st.Kind]++
	}
	work, role := map[entente.DocID]entente.WorkID{}, map[entente.DocID]entente.Role{}
	for _, w := range p.Collation.Works {
		for _, v := range w.Versions {
			work[v.Doc], role[v.Doc] = w.ID, v.Role
		}
	}
	out := projectAnswer{Name: s.Name, Works: p.Collation.Works, Links: len(p.Map.Links), Models: s.modelLines()}
	for _, d := range p.Documents {
		out.Documents = append(out.Documents, documentLine{d.ID, d.Name, d.Title, d.Authors, string(d.Lang) + "-" + string(d.Script), work[d.ID], role[d.ID], counts[d.ID]})
	}
	return out, nil
}

// A part is a heading or a paragraph of the text.
type part struct {
	Start   int    `json:"start"`
	Text    string `json:"text"`
	Heading bool   `json:"heading"`
	Level   int    `json:"level"`
	Cite    string `json:"cite"` // §2(1) ¶3
	Number  int    `json:"number"`
	Section string `json:"section"`
}

type documentAnswer struct {
	ID         entente.DocID       `json:"id"`
	Name       string              `json:"name"`
	Title      string              `json:"title"`
	Language   entente.Lang        `json:"language"`
	Parts      []part              `json:"parts"`
	Furniture  []entente.Furniture `json:"furniture"`
	Statements []entente.Statement `json:"statements"`
}

func (s *Server) document(r *nethttp.Request) (documentAnswer, error) {
	id := entente.DocID(r.PathValue("id"))
	for _, d := range s.Project.Documents {
		if d.ID != id {
			continue
		}
		out := documentAnswer{ID: d.ID, Name: d.Name, Title: d.Title, Language: d.Lang, Parts: parts(d), Furniture: d.Furniture}
		for _, st := range s.Project.Statements {
			if st.Doc == d.ID {
				out.Statements = append(out.Statements, st)
			}
		}
		return out, nil
	}
	return documentAnswer{}, notFound("there is no such document in this project")
}

func parts(d *entente.Document) []part {
	var out []part
	for _, p := range d.Paragraphs {
		x := part{Start: p.Start, Text: d.Slice(p.Start, p.End), Heading: p.Heading, Number: p.Number}
		if p.Section >= 0 {
			x.Section, x.Level = d.Sections[p.Section].Number, d.Sections[p.Section].Level
		}
		out = append(out, x)
	}
	return out
}

func (s *Server) ledger(*nethttp.Request) ([]assemble.Entry, error) {
	return assemble.Ledger(s.Project.Corpus()), nil
}

func (s *Server) timeline(*nethttp.Request) ([]assemble.Happening, error) {
	return assemble.Timeline(s.Project.Corpus()), nil
}

// A concept is a node of the map with its names.
type concept struct {
	ID    entente.ConceptID `json:"id"`
	Group string            `json:"group"`
	En    string            `json:"en"`
	Zh    string            `json:"zh"`
}

type mapAnswer struct {
	Concepts      []concept              `json:"concepts"`
	Links         []entente.Link         `json:"links"`
	Disagreements []entente.Disagreement `json:"disagreements"`
	Ungrounded    int                    `json:"ungrounded"`
}

func (s *Server) causalMap(*nethttp.Request) (mapAnswer, error) {
	m := s.Project.Map
	out := mapAnswer{Links: m.Links, Disagreements: m.Disagreements, Ungrounded: len(m.Ungrounded)}
	lex := lexicon.Default()
	for _, c := range m.Concepts {
		t := lex.Title(c)
		out.Concepts = append(out.Concepts, concept{c, lex.Group(c), t[entente.English], t[entente.Chinese]})
	}
	return out, nil
}

// A quoted statement carries the ID of its document, so that a page can open it.
type quoted struct {
	Document  entente.DocID     `json:"document"`
	Statement entente.Statement `json:"statement"`
}

// statements answers ?id=…&id=… with the statements of those IDs.
func (s *Server) statements(r *nethttp.Request) ([]quoted, error) {
	out := []quoted{}
	for _, id := range r.URL.Query()["id"] {
		if st := s.Project.Statement(entente.StatementID(id)); st != nil {
			out = append(out, quoted{st.Doc, *st})
		}
	}
	return out, nil
}
