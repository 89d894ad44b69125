// Package model is the model language: it reads model.yaml into an
// entente.Model, resolves names, checks units, finds cycles without a stock,
// and says for each element where it comes from.
//
// docs/model-language.md describes the language. Equations are written in the
// language of package expr. XMILE and Vensim files are read by model/xmile and
// model/mdl; package model/load chooses between them.
package model

import (
	"errors"
	"strings"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model/expr"
	"github.com/goccy/go-yaml/ast"
)

// Parse reads a model.yaml. The error joins every mistake of form and syntax,
// each an *entente.Error with file, line and column. What the model says is for
// Check to judge.
func Parse(name string, data []byte) (*entente.Model, error) {
	r := &reader{source: source{file: name}, m: &entente.Model{File: name}}
	root, err := r.open(data)
	if err != nil {
		return nil, err
	}
	r.model(root)
	if len(r.errs) > 0 {
		return nil, errors.Join(r.errs...)
	}
	return r.m, nil
}

type reader struct {
	source
	m *entente.Model
}

func (r *reader) model(n ast.Node) {
	m := r.m
	m.Time = entente.TimeSpec{Step: 1, Method: "euler"}
	r.fields(n, "a model", map[string]func(ast.Node){
		"model":     func(n ast.Node) { m.Name = r.text(n) },
		"title":     func(n ast.Node) { m.Title = r.title(n) },
		"doc":       func(n ast.Node) { m.Doc = r.text(n) },
		"time":      r.time,
		"works":     r.works,
		"sectors":   r.sectors,
		"variables": func(n ast.Node) { r.variables(n, "") },
		"dimensions": func(n ast.Node) {
			for _, p := range r.pairs(n, "dimensions") {
				m.Dimensions = append(m.Dimensions, entente.Dimension{Name: p.key, Elements: r.texts(p.value)})
			}
		},
		"macros":    r.macros,
		"scenarios": r.scenarios,
		"tests":     r.tests,
		"questions": func(n ast.Node) { m.Questions = r.names(n) },
	})
	if m.Time.Save == 0 {
		m.Time.Save = m.Time.Step
	}
	if m.Name == "" {
		r.fail(n, "", "a model needs a name: model: NAME")
	}
}

func (r *reader) time(n ast.Node) {
	t := &r.m.Time
	r.fields(n, "time", map[string]func(ast.Node){
		"start": func(n ast.Node) { t.Start = r.number(n) },
		"stop":  func(n ast.Node) { t.Stop = r.number(n) },
		"step":  func(n ast.Node) { t.Step = r.number(n) },
		"save":  func(n ast.Node) { t.Save = r.number(n) },
		"unit":  func(n ast.Node) { t.Unit = r.text(n) },
		"method": func(n ast.Node) {
			t.Method = strings.ToLower(r.text(n))
			if t.Method != "euler" && t.Method != "rk4" {
				r.fail(n, "", "the method is euler or rk4, not %q", t.Method)
			}
		},
	})
	if !(t.Step > 0) {
		r.fail(n, "", "the time step must be greater than 0")
	}
	if t.Stop < t.Start {
		r.fail(n, "", "the model stops before it starts")
	}
}

func (r *reader) works(n ast.Node) {
	r.m.Works = map[string]entente.Citation{}
	for _, p := range r.pairs(n, "works") {
		c := r.citation(p.value)
		c.Work = p.key
		r.m.Works[p.key] = c
	}
}

// citation reads where something stands; a plain text names the work.
func (r *reader) citation(n ast.Node) entente.Citation {
	var c entente.Citation
	if s, ok := plainNode(n).(*ast.StringNode); ok {
		c.Work = s.Value
		return c
	}
	set := func(to *string) func(ast.Node) { return func(n ast.Node) { *to = r.text(n) } }
	r.fields(n, "a citation", map[string]func(ast.Node){
		"work": set(&c.Work), "author": set(&c.Author), "title": set(&c.Title), "outlet": set(&c.Outlet),
		"date": set(&c.Date), "url": set(&c.URL), "section": set(&c.Section), "paragraph": set(&c.Paragraph),
		"note": set(&c.Note),
	})
	return c
}

func (r *reader) citations(n ast.Node) []entente.Citation {
	var out []entente.Citation
	for _, item := range r.items(n) {
		out = append(out, r.citation(item))
	}
	return out
}

func (r *reader) sectors(n ast.Node) {
	for _, item := range r.items(n) {
		var s entente.Sector
		var vars ast.Node
		r.fields(item, "a sector", map[string]func(ast.Node){
			"name":      func(n ast.Node) { s.Name = r.text(n) },
			"title":     func(n ast.Node) { s.Title = r.title(n) },
			"variables": func(n ast.Node) { vars = n },
		})
		r.m.Sectors = append(r.m.Sectors, s)
		r.variables(vars, s.Name)
	}
}

func (r *reader) variables(n ast.Node, sector string) {
	for _, p := range r.pairs(n, "variables") {
		v := r.variable(p)
		v.Sector = sector
		r.m.Variables = append(r.m.Variables, v)
	}
}

// equation returns an equation after checking its syntax.
func (r *reader) equation(n ast.Node) string {
	src := strings.TrimSpace(r.text(n))
	if src == "" {
		return ""
	}
	if _, err := expr.Parse(src); err != nil {
		e := r.at(n, "in the equation: "+err.Error(), "")
		var syntax *expr.SyntaxError
		if _, quoted := plainNode(n).(*ast.LiteralNode); !quoted && errors.As(err, &syntax) {
			e.Col += len([]rune(src[:min(syntax.Pos, len(src))]))
		}
		r.errs = append(r.errs, e)
	}
	return src
}

func (r *reader) macros(n ast.Node) {
	for _, p := range r.pairs(n, "macros") {
		m := entente.Macro{Name: p.key}
		r.fields(p.value, "a macro", map[string]func(ast.Node){
			"params":   func(n ast.Node) { m.Params = r.texts(n) },
			"equation": func(n ast.Node) { m.Equation = r.equation(n) },
			"variables": func(n ast.Node) {
				for _, p := range r.pairs(n, "variables") {
					m.Variables = append(m.Variables, r.variable(p))
				}
			},
		})
		r.m.Macros = append(r.m.Macros, m)
	}
}
