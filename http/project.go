package http

import (
	nethttp "net/http"
	"slices"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/assemble"
	"github.com/ententelab/entente/pipeline"
)

func (s *Server) projectRoutes(mux *nethttp.ServeMux) {
	mux.Handle("GET /api/project", answer(s.project))
	mux.Handle("GET /api/documents/{id}", answer(s.document))
	mux.HandleFunc("GET /api/documents/{id}/file", s.file)
	mux.Handle("GET /api/works/{id}/compare", answer(s.compare))
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
	Date     string               `json:"date,omitempty"`
	Format   string               `json:"format"`
	Pages    int                  `json:"pages"`
	Work     entente.WorkID       `json:"work"`
	Role     entente.Role         `json:"role"`
	Counts   map[entente.Kind]int `json:"counts"`
}

// A name is what a state, person, body or concept is called.
type name struct {
	En string `json:"en"`
	Zh string `json:"zh"`
}

type projectAnswer struct {
	Name      string          `json:"name"`
	Documents []documentLine  `json:"documents"`
	Works     []entente.Work  `json:"works"`
	Compared  []entente.DocID `json:"compared"` // versions that can be laid beside their original
	Links     int             `json:"links"`
	Models    []modelLine     `json:"models"`
	Names     map[string]name `json:"names"` // of actors and concepts
}

func (s *Server) project(*nethttp.Request) (projectAnswer, error) {
	p := s.Project
	out := projectAnswer{Name: s.Name, Documents: s.documentLines(p.Documents...), Works: p.Collation.Works, Compared: []entente.DocID{},
		Links: len(p.Map.Links), Models: s.modelLines(), Names: s.names()}
	if out.Works == nil {
		out.Works = []entente.Work{}
	}
	for _, pair := range p.Collation.Pairs {
		out.Compared = append(out.Compared, pair.VersionID)
	}
	return out, nil
}

func (s *Server) documentLines(docs ...*entente.Document) []documentLine {
	counts := map[entente.DocID]map[entente.Kind]int{}
	for _, d := range docs {
		counts[d.ID] = map[entente.Kind]int{}
	}
	for i := range s.Project.Statements {
		if c := counts[s.Project.Statements[i].Doc]; c != nil {
			c[s.Project.Statements[i].Kind]++
		}
	}
	work, role := map[entente.DocID]entente.WorkID{}, map[entente.DocID]entente.Role{}
	for _, w := range s.Project.Collation.Works {
		for _, v := range w.Versions {
			work[v.Doc], role[v.Doc] = w.ID, v.Role
		}
	}
	out := []documentLine{}
	for _, d := range docs {
		out = append(out, documentLine{d.ID, d.Name, d.Title, d.Authors, string(d.Lang) + "-" + string(d.Script), d.Date, d.Format, len(d.Pages), work[d.ID], role[d.ID], counts[d.ID]})
	}
	return out
}

// names gives the names of the actors and concepts that the statements name.
func (s *Server) names() map[string]name {
	out := map[string]name{}
	lex := s.Project.Lexicon
	call := func(id string) {
		if e := lex.Entry(id); e != nil {
			out[id] = name{e.Name("en"), e.Name("zh-Hans")}
		}
	}
	add := func(lists ...[]entente.ActorID) {
		for _, id := range slices.Concat(lists...) {
			call(string(id))
			call(id.State())
		}
	}
	for i := range s.Project.Statements {
		switch st := &s.Project.Statements[i]; {
		case st.Figure != nil:
			add(st.Figure.Holder, st.Figure.Source)
		case st.Event != nil:
			add(st.Event.Actors)
		case st.Position != nil:
			add(st.Position.Speaker, st.Position.Addressee)
		case st.Claim != nil:
			add(st.Claim.Source)
			call(string(st.Claim.CauseConcept))
			call(string(st.Claim.EffectConcept))
		}
	}
	return out
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
	Format     string              `json:"format"`
	Pages      []int               `json:"pages"` // where each page starts, of a format that has pages
	Statements []quoted            `json:"statements"`
}

func (s *Server) document(r *nethttp.Request) (documentAnswer, error) {
	d := s.doc(entente.DocID(r.PathValue("id")))
	if d == nil {
		return documentAnswer{}, notFound("there is no such document in this project")
	}
	out := documentAnswer{ID: d.ID, Name: d.Name, Title: d.Title, Language: d.Lang, Parts: parts(d), Furniture: d.Furniture, Format: d.Format, Pages: []int{}, Statements: []quoted{}}
	for _, p := range d.Pages {
		out.Pages = append(out.Pages, p.Start)
	}
	for i := range s.Project.Statements {
		if st := &s.Project.Statements[i]; st.Doc == d.ID {
			out.Statements = append(out.Statements, s.quote(st))
		}
	}
	return out, nil
}

func parts(d *entente.Document) []part {
	out := []part{}
	for _, p := range d.Paragraphs {
		x := part{Start: p.Start, Text: d.Slice(p.Start, p.End), Heading: p.Heading, Number: p.Number}
		if p.Section >= 0 {
			x.Section, x.Level = d.Sections[p.Section].Number, d.Sections[p.Section].Level
		}
		out = append(out, x)
	}
	return out
}

func (s *Server) ledger(r *nethttp.Request) ([]assemble.Entry, error) {
	return filtered(s, r, func(f *pipeline.Filter) ([]assemble.Entry, error) { return f.Ledger(s.Project), nil })
}

func (s *Server) timeline(r *nethttp.Request) ([]assemble.Happening, error) {
	return filtered(s, r, func(f *pipeline.Filter) ([]assemble.Happening, error) { return f.Timeline(s.Project), nil })
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

func (s *Server) causalMap(r *nethttp.Request) (mapAnswer, error) {
	return filtered(s, r, func(f *pipeline.Filter) (mapAnswer, error) { return s.mapAnswer(f.Map(s.Project)), nil })
}

func (s *Server) mapAnswer(m entente.Map) mapAnswer {
	out := mapAnswer{Links: m.Links, Disagreements: m.Disagreements, Ungrounded: len(m.Ungrounded)}
	lex := s.Project.Lexicon
	for _, c := range m.Concepts {
		t := lex.Title(c)
		out.Concepts = append(out.Concepts, concept{c, lex.Group(c), t[entente.English], t[entente.Chinese]})
	}
	return out
}

// statements answers ?id=…&id=… with the statements of those IDs.
func (s *Server) statements(r *nethttp.Request) ([]quoted, error) {
	out := []quoted{}
	for _, id := range r.URL.Query()["id"] {
		if st := s.statement(entente.StatementID(id)); st != nil {
			out = append(out, s.quote(st))
		}
	}
	return out, nil
}
