package xmile

import (
	"strings"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model/expr"
)

// A flattener writes the models of modules into one.
type flattener struct {
	*reader
	models map[string]*xmlModel
}

// maxModules bounds modules within modules.
const maxModules = 32

// model adds the variables of m under a prefix ("" or "module."). Inputs maps
// the key of a variable that is connected to the full name that it stands for.
func (f *flattener) model(m *xmlModel, prefix string, inputs map[string]string, depth int) {
	if depth > maxModules {
		f.fail("the module %q contains itself", strings.TrimSuffix(prefix, "."))
		return
	}
	behavior := f.f.Behavior
	if m.Behavior.All != nil || m.Behavior.Stock != nil || m.Behavior.Flow != nil {
		behavior = m.Behavior
	}
	list := unnest(append(append([]xmlVariable(nil), m.Body.List...), bare(m.Bare)...))
	local := map[string]string{} // key to full name
	for _, v := range list {
		if v.XMLName.Local != "group" {
			local[expr.Key(v.Name)] = prefix + spell(v.Name)
		}
	}
	for _, x := range list {
		if x.XMLName.Local == "module" {
			f.module(x, prefix, depth)
			continue
		}
		v, ok := f.variable(x, behavior)
		if !ok {
			continue
		}
		if from, connected := inputs[expr.Key(x.Name)]; connected {
			v = entente.Variable{Kind: entente.Auxiliary, Unit: v.Unit, Doc: v.Doc, Name: v.Name, Subscripts: v.Subscripts, Equation: expr.Quote(from)}
		} else if prefix != "" {
			f.qualify(&v, local, prefix)
		}
		v.Name = entente.VariableName(prefix) + v.Name
		f.m.Variables = append(f.m.Variables, v)
	}
}

// bare keeps the variables among what stands directly in a model.
func bare(in []xmlVariable) []xmlVariable {
	var out []xmlVariable
	for _, x := range in {
		if _, ok := kinds[x.XMLName.Local]; ok || x.XMLName.Local == "module" {
			out = append(out, x)
		}
	}
	return out
}

// module adds the model that a module names, with what is connected to it.
func (f *flattener) module(x xmlVariable, prefix string, depth int) {
	m := f.models[expr.Key(x.Name)]
	if m == nil {
		f.fail("the module %q has no model", x.Name)
		return
	}
	inputs := map[string]string{}
	for _, c := range x.Connects {
		to := c.To
		if i := strings.LastIndexByte(to, '.'); i >= 0 {
			to = to[i+1:]
		}
		from := prefix + c.From
		if strings.HasPrefix(c.From, ".") {
			from = c.From[1:] // from the root model
		}
		inputs[expr.Key(to)] = from
	}
	f.model(m, prefix+spell(x.Name)+".", inputs, depth+1)
}

// qualify gives the names in a variable's equations their full form.
func (f *flattener) qualify(v *entente.Variable, local map[string]string, prefix string) {
	full := func(name string) string {
		if strings.HasPrefix(name, ".") {
			return name[1:]
		}
		if out, ok := local[expr.Key(name)]; ok {
			return out
		}
		if i := strings.IndexByte(name, '.'); i > 0 {
			if _, ok := local[expr.Key(name[:i])]; ok {
				return prefix + name
			}
		}
		return name
	}
	for i, n := range v.Inflows {
		v.Inflows[i] = entente.VariableName(full(string(n)))
	}
	for i, n := range v.Outflows {
		v.Outflows[i] = entente.VariableName(full(string(n)))
	}
	v.Equation = f.rename(v, v.Equation, full)
	for i := range v.Elements {
		v.Elements[i].Equation = f.rename(v, v.Elements[i].Equation, full)
	}
}

func (f *flattener) rename(v *entente.Variable, eqn string, full func(string) string) string {
	if eqn == "" {
		return ""
	}
	n, err := expr.Parse(eqn)
	if err != nil {
		f.fail("in the equation of %s: %v", v.Name, err)
		return eqn
	}
	expr.Walk(n, func(n expr.Node) bool {
		switch n := n.(type) {
		case *expr.Ref:
			n.Name = full(n.Name)
		case *expr.Call:
			n.Name = full(n.Name)
		}
		return true
	})
	return expr.String(n)
}
