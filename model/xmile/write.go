package xmile

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model/expr"
)

// Write returns a model as an XMILE file that reads back to the same results.
// What XMILE has no place for (citations, ranges, scenarios, tests) is left
// out. A stock that is given by its net rate gets a flow of that rate.
func Write(m *entente.Model) ([]byte, error) {
	if m.Time.Moving {
		return nil, &entente.Error{Kind: entente.BadInput, File: m.File, Msg: "XMILE has no end or step of time that the model computes"}
	}
	w := &writer{m: m}
	w.raw(xml.Header)
	w.open("xmile", "version", "1.0", "xmlns", "http://docs.oasis-open.org/xmile/ns/XMILE/v1.0", "xmlns:isee", "http://iseesystems.com/XMILE")
	w.header()
	w.specs()
	w.dimensions()
	for _, mac := range m.Macros {
		w.macro(mac)
	}
	w.open("model")
	w.variables(m.Variables)
	w.close("model")
	w.close("xmile")
	return w.out.Bytes(), nil
}

type writer struct {
	m     *entente.Model
	out   bytes.Buffer
	depth int
}

func (w *writer) raw(s string) { w.out.WriteString(s) }

// open starts an element; attributes are names and values in turn, and one with
// an empty value is left out.
func (w *writer) open(name string, attrs ...string) {
	w.start(name, attrs)
	w.raw(">\n")
	w.depth++
}

func (w *writer) start(name string, attrs []string) {
	w.raw(strings.Repeat("\t", w.depth) + "<" + name)
	for i := 0; i+1 < len(attrs); i += 2 {
		if attrs[i+1] != "" {
			w.raw(" " + attrs[i] + `="` + escape(attrs[i+1]) + `"`)
		}
	}
}

func (w *writer) close(name string) {
	w.depth--
	w.raw(strings.Repeat("\t", w.depth) + "</" + name + ">\n")
}

// leaf writes an element with a text; nothing for no text.
func (w *writer) leaf(name, text string, attrs ...string) {
	if text == "" {
		return
	}
	w.start(name, attrs)
	w.raw(">" + escape(text) + "</" + name + ">\n")
}

func (w *writer) empty(name string, attrs ...string) {
	w.start(name, attrs)
	w.raw("/>\n")
}

func escape(s string) string {
	var b bytes.Buffer
	// a Buffer takes every write
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}

func num(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

func (w *writer) header() {
	w.open("header")
	w.leaf("name", w.m.Name)
	w.leaf("vendor", "Entente")
	w.leaf("product", "Entente", "version", "1.0", "lang", "en")
	w.close("header")
}

func (w *writer) specs() {
	t := w.m.Time
	method := "Euler"
	if strings.EqualFold(t.Method, "rk4") {
		method = "RK4"
	}
	save := ""
	if t.Save > 0 && t.Save != t.Step {
		save = num(t.Save)
	}
	w.open("sim_specs", "method", method, "time_units", t.Unit, "isee:save_interval", save)
	w.leaf("start", num(t.Start))
	w.leaf("stop", num(t.Stop))
	w.leaf("dt", num(t.Step))
	w.close("sim_specs")
}

func (w *writer) dimensions() {
	if len(w.m.Dimensions) == 0 {
		return
	}
	w.open("dimensions")
	for _, d := range w.m.Dimensions {
		w.open("dim", "name", d.Name)
		for _, e := range d.Elements {
			w.empty("elem", "name", e)
		}
		for _, m := range d.Maps {
			w.empty("map", "to", m.To, "elements", strings.Join(m.Elements, ", "))
		}
		w.close("dim")
	}
	w.close("dimensions")
}

func (w *writer) macro(m entente.Macro) {
	w.open("macro", "name", m.Name)
	for _, p := range m.Params {
		w.leaf("parm", p)
	}
	if m.Equation == "" { // the macro's value is that of its variable of the same name
		w.leaf("eqn", expr.Quote(m.Name))
	}
	w.leaf("eqn", m.Equation)
	if len(m.Variables) > 0 {
		w.variables(m.Variables)
	}
	w.close("macro")
}

func (w *writer) variables(list []entente.Variable) {
	taken := map[string]bool{}
	for i := range list {
		taken[expr.Key(string(list[i].Name))] = true
	}
	w.open("variables")
	for i := range list {
		v := list[i]
		if v.Kind != entente.Stock || !hasRate(&v) {
			w.variable(&v)
			continue
		}
		flow := netFlow(&v, taken)
		v.Inflows = []entente.VariableName{flow.Name}
		w.variable(&v)
		w.variable(&flow)
	}
	w.close("variables")
}

func hasRate(v *entente.Variable) bool {
	for _, e := range v.Elements {
		if e.Rate != "" {
			return true
		}
	}
	return v.Rate != ""
}

// netFlow is a flow of a stock's net rate, with a name that is free.
func netFlow(v *entente.Variable, taken map[string]bool) entente.Variable {
	name := "net change of " + string(v.Name)
	for n := 2; taken[expr.Key(name)]; n++ {
		name = fmt.Sprintf("net change %d of %s", n, v.Name)
	}
	taken[expr.Key(name)] = true
	out := entente.Variable{Name: entente.VariableName(name), Kind: entente.Flow, Subscripts: v.Subscripts, Equation: v.Rate}
	for _, e := range v.Elements {
		if e.Rate == "" {
			e.Rate = v.Rate
		}
		out.Elements = append(out.Elements, entente.Element{Subscripts: e.Subscripts, Except: e.Except, Equation: e.Rate})
	}
	if len(out.Elements) > 0 {
		out.Equation = ""
	}
	return out
}

func (w *writer) variable(v *entente.Variable) {
	element := "aux"
	switch {
	case v.Kind == entente.Stock:
		element = "stock"
	case v.Kind == entente.Flow:
		element = "flow"
	}
	w.open(element, "name", string(v.Name))
	w.leaf("doc", v.Doc)
	w.leaf("units", v.Unit)
	if len(v.Subscripts) > 0 {
		w.open("dimensions")
		for _, d := range v.Subscripts {
			w.empty("dim", "name", d)
		}
		w.close("dimensions")
	}
	w.leaf("eqn", equation(v, v.Equation, v.Lookup))
	w.table(v.Lookup)
	for _, e := range v.Elements {
		w.element(v, e)
	}
	for _, f := range v.Inflows {
		w.leaf("inflow", expr.Quote(string(f)))
	}
	for _, f := range v.Outflows {
		w.leaf("outflow", expr.Quote(string(f)))
	}
	if v.NonNegative {
		w.empty("non_negative")
	}
	w.close(element)
}

// equation of a series over time is the time, of which its table is a function.
func equation(v *entente.Variable, eqn string, l *entente.Lookup) string {
	if eqn == "" && l != nil && v.Kind == entente.Input {
		return "TIME"
	}
	return eqn
}

func (w *writer) element(v *entente.Variable, e entente.Element) {
	var except []string
	for _, x := range e.Except {
		except = append(except, strings.Join(x, ", "))
	}
	w.open("element", "subscript", strings.Join(e.Subscripts, ", "), "except", strings.Join(except, "; "))
	w.leaf("eqn", equation(v, e.Equation, e.Lookup))
	w.table(e.Lookup)
	w.close("element")
}

func (w *writer) table(l *entente.Lookup) {
	if l == nil {
		return
	}
	kind := l.Kind
	if kind == "" {
		kind = "continuous"
	}
	w.open("gf", "type", kind)
	w.leaf("xpts", list64(l.X))
	w.leaf("ypts", list64(l.Y))
	w.close("gf")
}

func list64(v []float64) string {
	parts := make([]string, len(v))
	for i, x := range v {
		parts[i] = num(x)
	}
	return strings.Join(parts, ",")
}
