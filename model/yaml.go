package model

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model/expr"
	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// A source reads the nodes of one YAML file and collects what is wrong with
// them, so that a user sees every mistake of a file at once.
type source struct {
	file string
	errs []error
}

// open returns the root of the file.
func (s *source) open(data []byte) (ast.Node, error) {
	f, err := parser.ParseBytes(data, 0)
	if err != nil {
		return nil, s.yamlError(err)
	}
	if len(f.Docs) == 0 || f.Docs[0].Body == nil {
		return nil, &entente.Error{Kind: entente.BadInput, File: s.file, Line: 1, Msg: "the file is empty"}
	}
	if len(f.Docs) > 1 {
		return nil, s.at(f.Docs[1].Body, "a model is one YAML document; this is a second", "")
	}
	return f.Docs[0].Body, nil
}

// yamlError gives an error of the YAML reader its place.
func (s *source) yamlError(err error) error {
	out := &entente.Error{Kind: entente.BadInput, File: s.file, Msg: "not YAML"}
	var syntax yaml.Error
	if errors.As(err, &syntax) {
		out.Msg += ": " + syntax.GetMessage()
		if t := syntax.GetToken(); t != nil && t.Position != nil {
			out.Line, out.Col = t.Position.Line, t.Position.Column
		}
		return out
	}
	out.Err = err
	return out
}

func (s *source) at(n ast.Node, msg, hint string) *entente.Error {
	line, col := place(n)
	return &entente.Error{Kind: entente.BadInput, File: s.file, Line: line, Col: col, Msg: msg, Hint: hint}
}

func (s *source) fail(n ast.Node, hint, format string, args ...any) {
	s.errs = append(s.errs, s.at(n, fmt.Sprintf(format, args...), hint))
}

// place is the line and column of a node, from 1.
func place(n ast.Node) (line, col int) {
	switch m := n.(type) {
	case *ast.MappingNode:
		if len(m.Values) > 0 {
			return place(m.Values[0].Key)
		}
	case *ast.MappingValueNode:
		return place(m.Key)
	}
	if n == nil || n.GetToken() == nil || n.GetToken().Position == nil {
		return 0, 0
	}
	p := n.GetToken().Position
	return p.Line, p.Column
}

// A pair is one entry of a mapping.
type pair struct {
	key   string
	at    ast.Node
	value ast.Node
}

// pairs returns the entries of a mapping in the order of the file.
func (s *source) pairs(n ast.Node, what string) []pair {
	var values []*ast.MappingValueNode
	switch m := plainNode(n).(type) {
	case *ast.MappingNode:
		values = m.Values
	case *ast.MappingValueNode:
		values = []*ast.MappingValueNode{m}
	case *ast.NullNode, nil:
		return nil
	default:
		s.fail(n, "", "%s is a mapping of names to values", what)
		return nil
	}
	out := make([]pair, 0, len(values))
	seen := map[string]bool{}
	for _, v := range values {
		key := s.text(v.Key)
		if seen[key] {
			s.fail(v.Key, "", "%s has %q twice", what, key)
		}
		seen[key] = true
		out = append(out, pair{key, v.Key, v.Value})
	}
	return out
}

// fields hands each entry of a mapping to the reader of that name; a name
// without a reader is an error.
func (s *source) fields(n ast.Node, what string, readers map[string]func(ast.Node)) {
	for _, p := range s.pairs(n, what) {
		if read, ok := readers[p.key]; ok {
			read(p.value)
			continue
		}
		names := make([]string, 0, len(readers))
		for name := range readers {
			names = append(names, name)
		}
		s.fail(p.at, didYouMean(p.key, names), "%s has no field %q", what, p.key)
	}
}

// didYouMean is a hint with the nearest known name, or "".
func didYouMean(name string, known []string) string {
	if near := expr.Nearest(name, known); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return ""
}

func plainNode(n ast.Node) ast.Node {
	for {
		switch m := n.(type) {
		case *ast.AnchorNode:
			n = m.Value
		case *ast.TagNode:
			n = m.Value
		default:
			return n
		}
	}
}

// text returns a scalar as it is written.
func (s *source) text(n ast.Node) string {
	switch m := plainNode(n).(type) {
	case *ast.StringNode:
		return m.Value
	case *ast.LiteralNode:
		return m.Value.Value
	case *ast.NullNode, nil:
		return ""
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode, *ast.MergeKeyNode:
		return m.GetToken().Value
	}
	s.fail(n, "", "a text is expected here")
	return ""
}

func (s *source) number(n ast.Node) float64 {
	t := strings.ReplaceAll(strings.TrimSpace(s.text(n)), "_", "")
	v, err := strconv.ParseFloat(t, 64)
	if err != nil {
		s.fail(n, "", "a number is expected here, not %q", t)
	}
	return v
}

func (s *source) truth(n ast.Node) bool {
	v, err := strconv.ParseBool(s.text(n))
	if err != nil {
		s.fail(n, "", "true or false is expected here")
	}
	return v
}

// items returns the values of a sequence; a scalar stands for a list of one.
func (s *source) items(n ast.Node) []ast.Node {
	switch m := plainNode(n).(type) {
	case *ast.SequenceNode:
		return m.Values
	case *ast.NullNode, nil:
		return nil
	case *ast.MappingNode, *ast.MappingValueNode:
		s.fail(n, "", "a list is expected here")
		return nil
	}
	return []ast.Node{n}
}

func (s *source) texts(n ast.Node) []string {
	var out []string
	for _, item := range s.items(n) {
		out = append(out, s.text(item))
	}
	return out
}

func (s *source) numbers(n ast.Node) []float64 {
	var out []float64
	for _, item := range s.items(n) {
		out = append(out, s.number(item))
	}
	return out
}

func (s *source) names(n ast.Node) []entente.VariableName {
	var out []entente.VariableName
	for _, t := range s.texts(n) {
		out = append(out, entente.VariableName(t))
	}
	return out
}

// title reads {en: …, zh: …}; a plain text is English.
func (s *source) title(n ast.Node) map[entente.Lang]string {
	out := map[entente.Lang]string{}
	if _, ok := plainNode(n).(*ast.StringNode); ok {
		out[entente.English] = s.text(n)
		return out
	}
	for _, p := range s.pairs(n, "a title") {
		out[entente.Lang(p.key)] = s.text(p.value)
	}
	return out
}
