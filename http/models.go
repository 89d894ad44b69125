package http

import (
	"maps"
	nethttp "net/http"
	"strconv"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/pipeline"
)

func (s *Server) modelRoutes(mux *nethttp.ServeMux) {
	mux.Handle("GET /api/models/{name}", answer(s.model))
	mux.Handle("GET /api/models/{name}/variables/{variable}", answer(s.variable))
	mux.Handle("POST /api/models/{name}/run", answer(s.run))
}

type modelLine struct {
	Name      string                  `json:"name"`
	Title     map[entente.Lang]string `json:"title"`
	Source    string                  `json:"source"`
	Variables int                     `json:"variables"`
}

func (s *Server) modelLines() []modelLine {
	out := []modelLine{}
	for _, b := range s.Models {
		out = append(out, modelLine{b.Name, b.Model.Title, b.Source, len(b.Model.Variables)})
	}
	return out
}

func (s *Server) bench(r *nethttp.Request) (*pipeline.Bench, error) {
	for _, b := range s.Models {
		if b.Name == r.PathValue("name") {
			return b, nil
		}
	}
	return nil, notFound("there is no such model")
}

type variableBody struct {
	Name       entente.VariableName    `json:"name"`
	Kind       entente.VariableKind    `json:"kind"`
	Sector     string                  `json:"sector"`
	Title      map[entente.Lang]string `json:"title"`
	Unit       string                  `json:"unit"`
	Doc        string                  `json:"doc"`
	Equation   string                  `json:"equation"`
	Mechanism  []string                `json:"mechanism"`
	Cites      []citeBody              `json:"cites"`
	Assumption *assumptionBody         `json:"assumption,omitempty"`
	Links      []entente.LinkID        `json:"links"`
	Range      *rangeBody              `json:"range,omitempty"`
}

// A rangeBody is what a reader may move a constant over: what ensembles draw
// it from, or what its assumption allows.
type rangeBody struct {
	Value float64 `json:"value"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
}

func rangeOf(v *entente.Variable) *rangeBody {
	value, err := strconv.ParseFloat(strings.TrimSpace(v.Equation), 64)
	if v.Kind != entente.Constant || err != nil {
		return nil
	}
	out := &rangeBody{value, value, value}
	if a := v.Assumption; a != nil {
		out.Low, out.High = a.Low, a.High
	}
	if r := v.Range; r != nil && len(r.Params) > 1 {
		switch r.Dist {
		case "uniform", "triangular", "pert":
			out.Low, out.High = r.Params[0], r.Params[len(r.Params)-1]
		case "normal":
			out.Low, out.High = r.Params[0]-2*r.Params[1], r.Params[0]+2*r.Params[1]
		}
	}
	out.Low, out.High = min(out.Low, value), max(out.High, value)
	if out.Low == out.High {
		return nil
	}
	return out
}

type citeBody struct {
	Author    string `json:"author,omitempty"`
	Title     string `json:"title,omitempty"`
	Outlet    string `json:"outlet,omitempty"`
	Date      string `json:"date,omitempty"`
	Section   string `json:"section,omitempty"`
	Paragraph string `json:"paragraph,omitempty"`
	Note      string `json:"note,omitempty"`

	// Where it stands, if the cited work is in the project.
	Document entente.DocID `json:"document,omitempty"`
	Start    int           `json:"start,omitempty"`
}

type assumptionBody struct {
	Low  float64 `json:"low"`
	High float64 `json:"high"`
	Why  string  `json:"why"`
}

func variableOf(m *entente.Model, v *entente.Variable) variableBody {
	out := variableBody{Name: v.Name, Kind: v.Kind, Sector: v.Sector, Title: v.Title, Unit: v.Unit, Doc: v.Doc, Equation: v.Equation, Mechanism: v.Mechanism, Links: v.Links, Range: rangeOf(v)}
	for _, c := range v.Cites {
		if work, ok := m.Works[c.Work]; ok && c.Author == "" {
			c.Author, c.Title, c.Outlet, c.Date = work.Author, work.Title, work.Outlet, work.Date
		}
		out.Cites = append(out.Cites, citeBody{Author: c.Author, Title: c.Title, Outlet: c.Outlet, Date: c.Date, Section: c.Section, Paragraph: c.Paragraph, Note: c.Note})
	}
	if a := v.Assumption; a != nil {
		out.Assumption = &assumptionBody{a.Low, a.High, a.Why}
	}
	return out
}

type scenarioLine struct {
	Name  string                  `json:"name"`
	Title map[entente.Lang]string `json:"title"`
	Why   string                  `json:"why"`
}

type modelBody struct {
	Name      string                  `json:"name"`
	Title     map[entente.Lang]string `json:"title"`
	Doc       string                  `json:"doc"`
	Start     float64                 `json:"start"`
	Stop      float64                 `json:"stop"`
	Variables []variableBody          `json:"variables"`
	Scenarios []scenarioLine          `json:"scenarios"`
	Questions []entente.VariableName  `json:"questions"`
}

func (s *Server) model(r *nethttp.Request) (*modelBody, error) {
	b, err := s.bench(r)
	if err != nil {
		return nil, err
	}
	m := b.Model
	out := &modelBody{Name: b.Name, Title: m.Title, Doc: m.Doc, Start: m.Time.Start, Stop: m.Time.Stop, Scenarios: []scenarioLine{}, Questions: b.Outcomes()}
	for i := range m.Variables {
		out.Variables = append(out.Variables, variableOf(m, &m.Variables[i]))
	}
	for _, sc := range m.Scenarios {
		out.Scenarios = append(out.Scenarios, scenarioLine{sc.Name, sc.Title, sc.Why})
	}
	return out, nil
}

type causeBody struct {
	Variable entente.VariableName `json:"variable"`
	Sign     string               `json:"sign"`
	Role     string               `json:"role"`
}

type explanationBody struct {
	Variable  variableBody           `json:"variable"`
	At        float64                `json:"at"`
	Value     float64                `json:"value"`
	Causes    []causeBody            `json:"causes"`
	Moves     []entente.VariableName `json:"moves"`
	Sentences []quoted               `json:"sentences"`
}

func (s *Server) variable(r *nethttp.Request) (*explanationBody, error) {
	b, err := s.bench(r)
	if err != nil {
		return nil, err
	}
	x, err := b.Explain(entente.VariableName(r.PathValue("variable")))
	if err != nil {
		return nil, notFound(err.Error())
	}
	out := &explanationBody{Variable: variableOf(b.Model, x.Variable), At: x.At, Value: x.Value, Causes: []causeBody{}, Moves: x.Moves, Sentences: []quoted{}}
	out.Variable.Equation = x.Equation
	for i, c := range x.Variable.Cites {
		if doc, span, ok := s.Project.Cited(b.Model, c); ok {
			out.Variable.Cites[i].Document, out.Variable.Cites[i].Start = doc.ID, span.Start
		}
	}
	for _, c := range x.Causes {
		out.Causes = append(out.Causes, causeBody{c.Variable.Name, map[int]string{1: "+", -1: "-"}[c.Sign], c.Role})
	}
	for _, st := range x.Sentences {
		out.Sentences = append(out.Sentences, s.quote(st))
	}
	return out, nil
}

// The largest ensemble that a page may ask for.
const mostMembers = 5000

type runInput struct {
	Scenario string                           `json:"scenario"`
	Set      map[entente.VariableName]float64 `json:"set"`
	Members  int                              `json:"members"`
	Seed     uint64                           `json:"seed"`
}

type seriesBody struct {
	Variable entente.VariableName `json:"variable"`
	Low      []float64            `json:"low"`
	Median   []float64            `json:"median"`
	High     []float64            `json:"high"`
}

type runBody struct {
	Members  int              `json:"members"`
	Seed     uint64           `json:"seed"`
	Time     []float64        `json:"time"`
	Base     []seriesBody     `json:"base"`
	Scenario []seriesBody     `json:"scenario"`
	Answers  []entente.Answer `json:"answers"`
}

func (s *Server) run(r *nethttp.Request) (*runBody, error) {
	b, err := s.bench(r)
	if err != nil {
		return nil, err
	}
	var in runInput
	if err := body(r, &in); err != nil {
		return nil, err
	}
	if in.Members < 1 || in.Members > mostMembers {
		return nil, badRequest("an ensemble here has 1 to 5000 members")
	}
	scenario, err := b.Program.Scenario(in.Scenario)
	if err != nil {
		return nil, err
	}
	set := maps.Clone(scenario.Set)
	if set == nil {
		set = map[entente.VariableName]float64{}
	}
	maps.Copy(set, in.Set)
	scenario.Set = set
	base, changed, answers, err := b.Curves(r.Context(), scenario, in.Members, in.Seed)
	if err != nil {
		return nil, err
	}
	return &runBody{in.Members, in.Seed, changed.Time, series(base), series(changed), answers}, nil
}

// series gives the 5th, 50th and 95th percentiles of each variable.
func series(e *entente.Ensemble) []seriesBody {
	var out []seriesBody
	for _, band := range e.Bands {
		out = append(out, seriesBody{band.Variable, band.Values[0], band.Values[1], band.Values[2]})
	}
	return out
}
