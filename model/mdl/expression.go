package mdl

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ententelab/entente/model/expr"
)

// Vensim's expressions become trees of the XMILE language.

type token struct {
	kind byte // n number, a name, s string, o operator, 0 the end
	text string
	num  float64
}

// operators, longest first, and what they are in XMILE.
var operators = []struct{ vensim, xmile string }{
	{":AND:", "and"}, {":OR:", "or"}, {":NOT:", "not"}, {":NA:", "na"}, {"<>", "<>"}, {"<=", "<="}, {">=", ">="},
	{"+", "+"}, {"-", "-"}, {"*", "*"}, {"/", "/"}, {"^", "^"}, {"<", "<"}, {">", ">"}, {"=", "="},
	{"(", "("}, {")", ")"}, {"[", "["}, {"]", "]"}, {",", ","}, {";", ";"}, {"!", "!"},
}

func tokens(src string) ([]token, error) {
	var out []token
	for i := 0; i < len(src); {
		r, n := utf8.DecodeRuneInString(src[i:])
		switch {
		case unicode.IsSpace(r):
			i += n
		case r == '"' || r == '\'':
			end := i + 1
			for end < len(src) && !(src[end] == byte(r) && src[end-1] != '\\') {
				end++
			}
			if end == len(src) {
				return nil, fmt.Errorf("a quotation is not closed")
			}
			kind := byte('a')
			if r == '\'' {
				kind = 's'
			}
			out = append(out, token{kind: kind, text: strings.ReplaceAll(src[i+1:end], `\"`, `"`)})
			i = end + 1
		case r >= '0' && r <= '9', r == '.' && i+1 < len(src) && src[i+1] >= '0' && src[i+1] <= '9':
			text := numberPrefix(src[i:])
			v, err := strconv.ParseFloat(text, 64)
			if err != nil && !math.IsInf(v, 0) {
				return nil, fmt.Errorf("%q is not a number", text)
			}
			out = append(out, token{kind: 'n', text: text, num: v})
			i += len(text)
		case nameStart(r):
			text := namePrefix(src[i:])
			out = append(out, token{kind: 'a', text: strings.Join(strings.Fields(text), " ")})
			i += len(text)
		default:
			op, width := operatorAt(src[i:])
			if width == 0 {
				return nil, fmt.Errorf("the character %q has no meaning", r)
			}
			out = append(out, token{kind: 'o', text: op})
			i += width
		}
	}
	return append(out, token{}), nil
}

func operatorAt(s string) (string, int) {
	for _, op := range operators {
		if len(s) >= len(op.vensim) && strings.EqualFold(s[:len(op.vensim)], op.vensim) {
			return op.xmile, len(op.vensim)
		}
	}
	return "", 0
}

func numberPrefix(s string) string {
	i := 0
	digits := func() {
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
	}
	digits()
	if i < len(s) && s[i] == '.' {
		i++
		digits()
	}
	if i < len(s) && (s[i] == 'e' || s[i] == 'E') {
		mark := i
		if i++; i < len(s) && (s[i] == '+' || s[i] == '-') {
			i++
		}
		if i < len(s) && s[i] >= '0' && s[i] <= '9' {
			digits()
		} else {
			i = mark
		}
	}
	return s[:i]
}

func nameStart(r rune) bool { return unicode.IsLetter(r) || r == '_' || r == '$' || r > 127 }

// namePrefix is a name of several words, up to a sign that no name has.
func namePrefix(s string) string {
	for i, r := range s {
		if !nameStart(r) && !unicode.IsDigit(r) && !unicode.IsSpace(r) && r != '\'' && r != '.' && r != '&' && r != '%' {
			return s[:i]
		}
	}
	return s
}

// expression parses the right side of a definition.
func expression(src string) (expr.Node, error) {
	toks, err := tokens(src)
	if err != nil {
		return nil, err
	}
	p := &parser{toks: toks}
	n, err := p.list()
	if err == nil && p.peek().kind != 0 {
		err = fmt.Errorf("%q is not expected", p.peek().text)
	}
	return n, err
}

type parser struct {
	toks  []token
	at    int
	depth int
}

const maxDepth = 1000

func (p *parser) peek() token { return p.toks[p.at] }

func (p *parser) take() token {
	t := p.toks[p.at]
	if t.kind != 0 {
		p.at++
	}
	return t
}

func (p *parser) have(op string) bool {
	if t := p.peek(); t.kind == 'o' && t.text == op {
		p.at++
		return true
	}
	return false
}

func (p *parser) need(op string) error {
	if p.have(op) {
		return nil
	}
	return fmt.Errorf("%q is expected before %q", op, p.peek().text)
}

// list is an expression, or values with commas and semicolons.
func (p *parser) list() (expr.Node, error) {
	first, err := p.or()
	if err != nil {
		return nil, err
	}
	l := &expr.List{Items: []expr.Node{first}}
	for p.have(",") || p.have(";") {
		if p.peek().kind == 0 {
			break
		}
		n, err := p.or()
		if err != nil {
			return nil, err
		}
		l.Items = append(l.Items, n)
	}
	if len(l.Items) == 1 {
		return first, nil
	}
	return l, nil
}

var levels = [][]string{{"or"}, {"and"}, {"=", "<>", "<", "<=", ">", ">="}, {"+", "-"}, {"*", "/"}}

func (p *parser) or() (expr.Node, error) {
	p.depth++
	defer func() { p.depth-- }()
	if p.depth > maxDepth {
		return nil, fmt.Errorf("the equation is nested too deeply")
	}
	return p.level(0)
}

func (p *parser) level(l int) (expr.Node, error) {
	if l == len(levels) {
		return p.unary()
	}
	if l == 2 && p.have("not") {
		x, err := p.level(2)
		return &expr.Unary{Op: "not", X: x}, err
	}
	x, err := p.level(l + 1)
	for err == nil {
		op := ""
		for _, o := range levels[l] {
			if t := p.peek(); t.kind == 'o' && t.text == o {
				op = o
			}
		}
		if op == "" {
			return x, nil
		}
		p.take()
		var y expr.Node
		y, err = p.level(l + 1)
		x = &expr.Binary{Op: op, X: x, Y: y}
	}
	return nil, err
}

func (p *parser) unary() (expr.Node, error) {
	for _, op := range []string{"-", "+", "not"} {
		if !p.have(op) {
			continue
		}
		if p.depth++; p.depth > maxDepth {
			return nil, fmt.Errorf("the equation is nested too deeply")
		}
		x, err := p.unary()
		p.depth--
		if n, ok := x.(*expr.Number); ok && op == "-" {
			return &expr.Number{Value: -n.Value}, err
		}
		return &expr.Unary{Op: op, X: x}, err
	}
	x, err := p.primary()
	if err != nil || !p.have("^") {
		return x, err
	}
	y, err := p.unary()
	return &expr.Binary{Op: "^", X: x, Y: y}, err
}

func (p *parser) primary() (expr.Node, error) {
	t := p.take()
	switch {
	case t.kind == 'n':
		return &expr.Number{Value: t.num}, nil
	case t.kind == 'o' && t.text == "na":
		return &expr.Number{Value: notAvailable}, nil
	case t.kind == 'o' && t.text == "(":
		n, err := p.or()
		if err != nil {
			return nil, err
		}
		return n, p.need(")")
	case t.kind == 'a':
		return p.named(t.text)
	}
	return nil, fmt.Errorf("a value is expected, not %q", t.text)
}

// notAvailable is the number that Vensim writes for :NA:.
var notAvailable = -math.Exp2(109)

func (p *parser) named(name string) (expr.Node, error) {
	var subs []expr.Node
	if p.have("[") {
		for {
			t := p.take()
			if t.kind != 'a' && t.kind != 'n' {
				return nil, fmt.Errorf("%q is no subscript", t.text)
			}
			if p.have("!") {
				subs = append(subs, &expr.Star{Dim: t.text})
			} else {
				subs = append(subs, &expr.Ref{Name: t.text})
			}
			if !p.have(",") {
				break
			}
		}
		if err := p.need("]"); err != nil {
			return nil, err
		}
	}
	if !p.have("(") {
		return &expr.Ref{Name: name, Subs: subs}, nil
	}
	var args []expr.Node
	for !p.have(")") {
		if len(args) > 0 {
			if err := p.need(","); err != nil {
				return nil, err
			}
		}
		a, err := p.argument(name, len(args))
		if err != nil {
			return nil, err
		}
		args = append(args, a)
	}
	return call(name, subs, args), nil
}

// argument reads one; the second of WITH LOOKUP is a table.
func (p *parser) argument(name string, i int) (expr.Node, error) {
	if i != 1 || expr.Key(name) != "with_lookup" {
		return p.or()
	}
	if err := p.need("("); err != nil {
		return nil, err
	}
	from := p.at
	for depth := 1; depth > 0; {
		switch t := p.take(); {
		case t.kind == 0:
			return nil, fmt.Errorf("a table is not closed")
		case t.kind == 'o' && t.text == "(":
			depth++
		case t.kind == 'o' && t.text == ")":
			depth--
		}
	}
	return points(p.toks[from : p.at-1])
}

// points reads the numbers of a table: (x,y) pairs after an optional [range].
func points(toks []token) (*expr.List, error) {
	out := &expr.List{}
	sign, skip := 1.0, 0
	for _, t := range toks {
		switch {
		case t.text == "[" && t.kind == 'o':
			skip++
		case t.text == "]" && t.kind == 'o':
			skip--
		case skip > 0:
		case t.kind == 'o' && t.text == "-":
			sign = -sign
		case t.kind == 'n':
			out.Items = append(out.Items, &expr.Number{Value: sign * t.num})
			sign = 1
		case t.kind == 'o' && strings.Contains("(),+", t.text):
		case t.kind == 0:
		default:
			return nil, fmt.Errorf("%q is no point of a table", t.text)
		}
	}
	return out, nil
}

// renamed functions; others keep their name.
var renamed = map[string]string{
	"pulse": "vensim_pulse", "integer": "INTEGER", "lookup_invert": "LOOKUP_INVERT",
	"if_then_else": "IF_THEN_ELSE",
}

func call(name string, subs, args []expr.Node) expr.Node {
	key := expr.Key(name)
	if key == "if_then_else" && len(args) == 3 {
		return &expr.If{Cond: args[0], Then: args[1], Else: args[2]}
	}
	if to, ok := renamed[key]; ok {
		name = strings.ToUpper(to)
	} else if _, ok := expr.Functions[key]; ok {
		name = strings.ToUpper(key)
	}
	return &expr.Call{Name: name, Subs: subs, Args: args}
}
