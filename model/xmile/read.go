// Package xmile reads and writes XMILE 1.0 (.xmile, .stmx, .xml), the exchange
// format for system dynamics models of OASIS.
//
// What a file uses that we lack is an error that names it. Modules are written
// out into one model, with the names that XMILE gives their variables
// ("module.variable").
package xmile

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model/expr"
	"golang.org/x/net/html/charset"
)

// Read reads a file. Names and equations stay as the file spells them.
func Read(name string, data []byte) (*entente.Model, error) {
	f, err := decode(name, data)
	if err != nil {
		return nil, err
	}
	r := &reader{file: name, f: f, m: &entente.Model{File: name, Name: strings.TrimSpace(f.Header.Name)}}
	r.specs()
	r.dimensions()
	r.models()
	for _, m := range f.Macros {
		r.macro(m)
	}
	return r.m, errors.Join(r.errs...)
}

// decode parses the XML. A missing end tag is made up, as other tools do.
func decode(name string, data []byte) (*xmlFile, error) {
	d := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	d.Strict = false
	d.CharsetReader = func(label string, in io.Reader) (io.Reader, error) { return charset.NewReaderLabel(label, in) }
	var f xmlFile
	bad := func(err error) error {
		line, col := d.InputPos()
		return &entente.Error{Kind: entente.BadInput, File: name, Line: line, Col: col, Msg: "not an XMILE file", Err: err}
	}
	for depth := 0; ; {
		t, err := d.Token()
		if err != nil {
			return nil, bad(err)
		}
		if s, ok := t.(xml.StartElement); ok {
			if s.Name.Local != "xmile" {
				return nil, bad(fmt.Errorf("the root is <%s>, not <xmile>", s.Name.Local))
			}
			if err := d.DecodeElement(&f, &s); err != nil {
				return nil, bad(err)
			}
			return &f, nil
		}
		if depth++; depth > 1000 {
			return nil, bad(errors.New("no root element"))
		}
	}
}

type reader struct {
	file string
	f    *xmlFile
	m    *entente.Model
	errs []error
}

func (r *reader) fail(format string, args ...any) {
	r.errs = append(r.errs, &entente.Error{Kind: entente.BadInput, File: r.file, Msg: fmt.Sprintf(format, args...)})
}

func (r *reader) number(s, what string, fallback float64) float64 {
	s = strings.TrimSpace(s)
	if s == "" {
		return fallback
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		r.fail("%s is %q, which is not a number", what, s)
		return fallback
	}
	return v
}

func (r *reader) specs() {
	s, t := r.f.Specs, &r.m.Time
	t.Start = r.number(s.Start, "the start time", 0)
	t.Stop = r.number(s.Stop, "the stop time", t.Start)
	t.Step = r.number(s.DT.Value, "dt", 1)
	if strings.EqualFold(s.DT.Reciprocal, "true") {
		t.Step = 1 / t.Step
	}
	save := s.Save
	if save == "" {
		save = s.Interval
	}
	if t.Save = r.number(save, "the save step", t.Step); !(t.Save > 0) {
		t.Save = t.Step
	}
	t.Unit = s.Unit
	t.Method = "euler"
	for _, m := range strings.Split(strings.ToLower(s.Method), ",") {
		switch strings.TrimSpace(m) {
		case "", "euler":
			return
		case "rk4", "rk4auto", "rk4 (auto)":
			t.Method = "rk4"
			return
		}
	}
	r.fail("the integration method %q: we have euler and rk4", s.Method)
}

func (r *reader) dimensions() {
	for _, d := range r.f.Dimensions.Dims {
		out := entente.Dimension{Name: d.Name}
		for _, e := range d.Elems {
			out.Elements = append(out.Elements, e.Name)
		}
		if len(out.Elements) == 0 {
			size := r.number(d.Size, fmt.Sprintf("the size of the dimension %q", d.Name), 0)
			if !(size >= 1 && size <= 1e6) || size != math.Trunc(size) {
				r.fail("the dimension %q has neither elements nor a size", d.Name)
				continue
			}
			for i := range int(size) {
				out.Elements = append(out.Elements, strconv.Itoa(i+1))
			}
		}
		for _, m := range d.Maps {
			out.Maps = append(out.Maps, entente.DimensionMap{To: m.To, Elements: list(m.Elements)})
		}
		r.m.Dimensions = append(r.m.Dimensions, out)
	}
}

// list cuts at commas.
func list(s string) []string {
	if strings.TrimSpace(s) == "" {
		return nil
	}
	var out []string
	for _, part := range strings.Split(s, ",") {
		out = append(out, strings.TrimSpace(part))
	}
	return out
}

// models reads the root model, and into it the models of its modules.
func (r *reader) models() {
	byName := map[string]*xmlModel{}
	var root *xmlModel
	for i := range r.f.Models {
		m := &r.f.Models[i]
		byName[expr.Key(m.Name)] = m
		if root == nil {
			root = m
		}
	}
	if root == nil {
		r.fail("the file has no model")
		return
	}
	if r.m.Name == "" {
		r.m.Name = root.Name
	}
	fl := &flattener{reader: r, models: byName}
	fl.model(root, "", nil, 0)
}

func (r *reader) macro(x xmlMacro) {
	m := entente.Macro{Name: x.Name, Equation: clean(x.Equation)}
	for _, p := range x.Params {
		m.Params = append(m.Params, strings.TrimSpace(p.Name))
		if p.Default != "" {
			r.fail("the macro %q: default values of parameters", x.Name)
		}
	}
	for _, v := range unnest(x.Body.List) {
		if out, ok := r.variable(v, xmlBehavior{}); ok {
			m.Variables = append(m.Variables, out)
		}
	}
	r.m.Macros = append(r.m.Macros, m)
}

// unnest takes variables out of variables whose end tag is missing.
func unnest(in []xmlVariable) []xmlVariable {
	var out []xmlVariable
	for _, v := range in {
		inner := append(append(append([]xmlVariable(nil), v.Stocks...), v.Flows...), v.Auxes...)
		v.Stocks, v.Flows, v.Auxes = nil, nil, nil
		out = append(out, v)
		out = append(out, unnest(inner)...)
	}
	return out
}
