// Package mdl reads Vensim models (.mdl).
//
// Vensim's expressions become those of the XMILE language, its subscript ranges
// dimensions, INTEG a stock with a rate, and its data variables inputs. Data
// and constants in other files (GET XLS DATA, GET DIRECT CONSTANTS, …) are read
// when the model is. What a file uses that we lack is an error that names it;
// reality checks, which never change a run, are left out.
package mdl

import (
	"errors"
	"fmt"
	"io/fs"
	"sort"
	"strings"
	"unicode/utf8"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model/expr"
	"golang.org/x/text/encoding/charmap"
)

// Read reads a model. Data files that it names are opened in beside; nil means
// that there are none.
func Read(name string, data []byte, beside fs.FS) (*entente.Model, error) {
	r := &reader{file: name, m: &entente.Model{File: name, Name: baseName(name)}, dims: map[string]*dimension{}, ext: newExternal(beside)}
	list, macros := entries(text(data))
	for _, m := range macros {
		r.m.Macros = append(r.m.Macros, entente.Macro{Name: m.name, Params: m.params})
	}
	r.split(list)
	r.dimensions()
	r.variables()
	r.control()
	if len(r.m.Variables) == 0 && len(r.errs) == 0 {
		r.fail(1, "the file defines no variable")
	}
	return r.m, errors.Join(r.errs...)
}

// text decodes a file: UTF-8, or Windows-1252 as older Vensims wrote.
func text(data []byte) string {
	s := strings.TrimPrefix(string(data), "\ufeff")
	if !utf8.ValidString(s) {
		if out, err := charmap.Windows1252.NewDecoder().String(s); err == nil {
			s = out
		}
	}
	return strings.TrimPrefix(strings.TrimLeft(s, " \t\r\n"), "{UTF-8}")
}

func baseName(path string) string {
	if i := strings.LastIndexAny(path, `/\`); i >= 0 {
		path = path[i+1:]
	}
	if i := strings.LastIndexByte(path, '.'); i > 0 {
		path = path[:i]
	}
	return path
}

type reader struct {
	file string
	m    *entente.Model
	errs []error
	dims map[string]*dimension
	defs []*definition
	vars []*variable // in the order of the file
	ext  *external
}

func (r *reader) fail(line int, format string, args ...any) {
	r.errs = append(r.errs, &entente.Error{Kind: entente.BadInput, File: r.file, Line: line, Msg: fmt.Sprintf(format, args...)})
}

// A definition is one entry read: a dimension or an equation of a variable.
type definition struct {
	entry
	left
}

// A variable is all definitions of one name.
type variable struct {
	name  string
	macro int
	defs  []*definition
}

func (r *reader) split(list []entry) {
	byKey := map[string]*variable{}
	for _, e := range list {
		l, err := splitLeft(e.equation)
		if err != nil {
			r.fail(e.line, "%v", err)
			continue
		}
		if l.ignored {
			continue
		}
		d := &definition{e, l}
		if l.op == ":" || l.op == "<->" {
			r.defs = append(r.defs, d)
			continue
		}
		key := fmt.Sprintf("%d %s", e.macro, expr.Key(l.name))
		v := byKey[key]
		if v == nil {
			v = &variable{name: l.name, macro: e.macro}
			byKey[key] = v
			r.vars = append(r.vars, v)
		}
		v.defs = append(v.defs, d)
	}
}

func (r *reader) variables() {
	sectors := map[string]bool{}
	for _, v := range r.vars {
		out, ok := r.variable(v)
		if !ok {
			continue
		}
		if g := v.defs[0].group; g != "" && !sectors[g] && v.macro < 0 {
			sectors[g] = true
			r.m.Sectors = append(r.m.Sectors, entente.Sector{Name: g})
		}
		if v.macro >= 0 {
			m := &r.m.Macros[v.macro]
			m.Variables = append(m.Variables, out)
			continue
		}
		r.m.Variables = append(r.m.Variables, out)
	}
}

// variable joins the definitions of one name.
func (r *reader) variable(v *variable) (entente.Variable, bool) {
	first := v.defs[0]
	out := entente.Variable{
		Name: entente.VariableName(v.name), Kind: entente.Auxiliary, Sector: first.group, Line: first.line,
		Unit: unit(first.unit), Doc: first.doc,
	}
	for _, d := range v.defs {
		if d.unit != "" && out.Unit == "" {
			out.Unit = unit(d.unit)
		}
		if d.doc != "" && out.Doc == "" {
			out.Doc = d.doc
		}
		if len(d.subs) != len(first.subs) {
			r.fail(d.line, "%q has %d subscripts here and %d at line %d", v.name, len(d.subs), len(first.subs), first.line)
			return out, false
		}
	}
	subs, ok := r.subscripts(v)
	if !ok {
		return out, false
	}
	out.Subscripts = subs
	return out, r.join(&out, v)
}

// unit drops the range after a unit: "Month [0,?]".
func unit(s string) string {
	if i := strings.IndexByte(s, '['); i >= 0 {
		s = s[:i]
	}
	return strings.TrimSpace(s)
}

// join puts the definitions into the variable: one for all elements as its own
// equation, others as equations of elements.
func (r *reader) join(out *entente.Variable, v *variable) bool {
	var parts []part
	for _, d := range v.defs {
		p, err := r.right(d)
		if err != nil {
			r.fail(d.line, "in the definition of %s: %v", v.name, err)
			return false
		}
		parts = append(parts, p...)
	}
	out.Kind = kindOf(parts)
	if len(parts) == 1 && len(parts[0].except) == 0 && sameSubs(parts[0].subs, out.Subscripts) {
		out.Equation, out.Rate, out.Lookup = parts[0].equation(out.Kind), parts[0].rateFor(out.Kind), parts[0].lookup
		return true
	}
	for _, p := range parts {
		out.Elements = append(out.Elements, entente.Element{
			Subscripts: p.subs, Except: p.except, Equation: p.equation(out.Kind), Rate: p.rateFor(out.Kind), Lookup: p.lookup,
		})
	}
	return true
}

func sameSubs(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if expr.Key(a[i]) != expr.Key(b[i]) {
			return false
		}
	}
	return true
}

// kindOf says what a variable is: a stock if all its equations are INTEG.
func kindOf(parts []part) entente.VariableKind {
	stocks, data := 0, 0
	for _, p := range parts {
		if p.rate != "" {
			stocks++
		}
		if p.data {
			data++
		}
	}
	switch {
	case len(parts) > 0 && stocks == len(parts):
		return entente.Stock
	case data > 0:
		return entente.Input
	}
	return entente.Auxiliary
}

// A part is the right side of a definition, for the elements it is for.
type part struct {
	subs   []string
	except [][]string
	eqn    string // of INTEG its initial value
	rate   string // of INTEG
	lookup *entente.Lookup
	data   bool
}

// equation is what the element's equation says in a variable of that kind.
func (p part) equation(kind entente.VariableKind) string {
	if p.rate != "" && kind != entente.Stock {
		return "INTEG(" + p.rate + ", " + p.eqn + ")"
	}
	return p.eqn
}

func (p part) rateFor(kind entente.VariableKind) string {
	if kind == entente.Stock {
		return p.rate
	}
	return ""
}

// right reads the right side of a definition; external data gives a part for
// each element.
func (r *reader) right(d *definition) ([]part, error) {
	p := part{subs: d.subs, except: d.except}
	if name, args, ok := externalCall(d.right); ok {
		return r.external(d, name, args)
	}
	switch {
	case d.op == "":
		return nil, fmt.Errorf("its values come from no file that we can read (data variable without GET XLS DATA)")
	case d.op == "(":
		l, err := lookup(d.right)
		p.lookup = l
		return []part{p}, err
	case tabbed(d.right):
		p.eqn = tabbedList(d.right)
		return []part{p}, nil
	}
	n, err := expression(d.right)
	if err != nil {
		return nil, err
	}
	return []part{p.from(n)}, nil
}

// from splits INTEG and WITH LOOKUP at the top of an expression.
func (p part) from(n expr.Node) part {
	if c, ok := n.(*expr.Call); ok {
		switch key := expr.Key(c.Name); {
		case key == "integ" && len(c.Args) == 2:
			p.rate, p.eqn = expr.String(c.Args[0]), expr.String(c.Args[1])
			return p
		case key == "with_lookup" && len(c.Args) == 2:
			if list, ok := c.Args[1].(*expr.List); ok {
				p.eqn, p.lookup = expr.String(c.Args[0]), table(list)
				return p
			}
		}
	}
	p.eqn = expr.String(n)
	return p
}

// lookup reads the body of name( … ): points, or the older x…, y… form.
func lookup(src string) (*entente.Lookup, error) {
	toks, err := tokens(src)
	if err != nil {
		return nil, err
	}
	list, err := points(toks)
	if err != nil {
		return nil, err
	}
	l := table(list)
	if !strings.Contains(strings.ReplaceAll(src, " ", ""), "),(") && !strings.HasPrefix(strings.TrimSpace(src), "[") && !strings.HasPrefix(strings.TrimSpace(src), "(") {
		n := len(list.Items) / 2
		l.X, l.Y = nil, nil
		for i := range n {
			l.X = append(l.X, list.Items[i].(*expr.Number).Value)
			l.Y = append(l.Y, list.Items[n+i].(*expr.Number).Value)
		}
	}
	if len(l.X) == 0 {
		return nil, errors.New("the table has no points")
	}
	return l, nil
}

func table(list *expr.List) *entente.Lookup {
	l := &entente.Lookup{Kind: "continuous"}
	for i := 0; i+1 < len(list.Items); i += 2 {
		l.X = append(l.X, list.Items[i].(*expr.Number).Value)
		l.Y = append(l.Y, list.Items[i+1].(*expr.Number).Value)
	}
	return l
}

func tabbed(s string) bool {
	return strings.HasPrefix(expr.Key(s), "tabbed_array")
}

func tabbedList(s string) string {
	s = s[strings.IndexByte(s, '(')+1:]
	return strings.Join(strings.Fields(strings.TrimSuffix(strings.TrimSpace(s), ")")), ", ")
}

func sortedDims(m map[string]*dimension) []*dimension {
	out := make([]*dimension, 0, len(m))
	for _, d := range m {
		out = append(out, d)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].order < out[j].order })
	return out
}
