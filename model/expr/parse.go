package expr

import (
	"fmt"
	"math"
	"strconv"
)

// maxDepth bounds nesting, so that no input exhausts the stack.
const maxDepth = 2000

// Parse reads an equation. The error is a *SyntaxError.
func Parse(src string) (Node, error) {
	tokens, err := lex(src)
	if err != nil {
		return nil, err
	}
	p := &parser{tokens: tokens}
	n, err := p.list()
	if err != nil {
		return nil, err
	}
	if t := p.peek(); t.kind != end {
		return nil, &SyntaxError{t.pos, fmt.Sprintf("%s is not expected here", t.describe())}
	}
	return n, nil
}

type parser struct {
	tokens []token
	at     int
	depth  int
}

func (p *parser) peek() token { return p.tokens[p.at] }

func (p *parser) take() token {
	t := p.tokens[p.at]
	if t.kind != end {
		p.at++
	}
	return t
}

// have takes the next token if it is this operator.
func (p *parser) have(text string) bool {
	if t := p.peek(); t.kind == op && t.text == text {
		p.at++
		return true
	}
	return false
}

func (p *parser) need(text string) error {
	if p.have(text) {
		return nil
	}
	t := p.peek()
	return &SyntaxError{t.pos, fmt.Sprintf("%q is expected before %s", text, t.describe())}
}

// list is an expression, or several with commas and semicolons between rows.
func (p *parser) list() (Node, error) {
	first, err := p.expression()
	if err != nil {
		return nil, err
	}
	if t := p.peek(); t.kind != op || t.text != "," && t.text != ";" {
		return first, nil
	}
	l := &List{At(first.Pos()), []Node{first}}
	for p.have(",") || p.have(";") {
		if p.peek().kind == end {
			break
		}
		n, err := p.expression()
		if err != nil {
			return nil, err
		}
		l.Items = append(l.Items, n)
	}
	if len(l.Items) == 1 { // a comma at the end
		return first, nil
	}
	return l, nil
}

// levels are the binary operators, loosest first.
var levels = [][]string{
	{"or"}, {"and"}, {"=", "<>"}, {"<", "<=", ">", ">="}, {"+", "-"}, {"*", "/", "//", "mod"},
}

func (p *parser) expression() (Node, error) {
	p.depth++
	defer func() { p.depth-- }()
	if p.depth > maxDepth {
		return nil, &SyntaxError{p.peek().pos, "the equation is nested too deeply"}
	}
	return p.level(0)
}

func (p *parser) level(l int) (Node, error) {
	if l == len(levels) {
		return p.unary()
	}
	x, err := p.level(l + 1)
	for err == nil {
		t := p.peek()
		if t.kind != op || !contains(levels[l], t.text) {
			return x, nil
		}
		p.take()
		var y Node
		y, err = p.level(l + 1)
		x = &Binary{At(t.pos), t.text, x, y}
	}
	return nil, err
}

func (p *parser) unary() (Node, error) {
	t := p.peek()
	if t.kind != op || t.text != "-" && t.text != "+" && t.text != "not" {
		return p.power()
	}
	p.take()
	p.depth++
	defer func() { p.depth-- }()
	if p.depth > maxDepth {
		return nil, &SyntaxError{t.pos, "the equation is nested too deeply"}
	}
	x, err := p.unary()
	if err != nil {
		return nil, err
	}
	if n, ok := x.(*Number); ok && t.text == "-" {
		return &Number{At(t.pos), -n.Value}, nil
	}
	return &Unary{At(t.pos), t.text, x}, nil
}

// power is right-associative and binds tighter than a sign on its left.
func (p *parser) power() (Node, error) {
	x, err := p.primary()
	if err != nil {
		return nil, err
	}
	t := p.peek()
	if !p.have("^") {
		return x, nil
	}
	y, err := p.unary()
	if err != nil {
		return nil, err
	}
	return &Binary{At(t.pos), "^", x, y}, nil
}

func (p *parser) primary() (Node, error) {
	t := p.take()
	switch {
	case t.kind == number:
		return &Number{At(t.pos), t.value}, nil
	case t.kind == name:
		return p.named(t)
	case t.kind == op && t.text == "if":
		return p.conditional(t)
	case t.kind == op && t.text == "(":
		n, err := p.expression()
		if err != nil {
			return nil, err
		}
		return n, p.need(")")
	}
	return nil, &SyntaxError{t.pos, fmt.Sprintf("a value is expected, not %s", t.describe())}
}

func (p *parser) conditional(t token) (Node, error) {
	n := &If{At: At(t.pos)}
	for _, part := range []struct {
		word string
		to   *Node
	}{{"", &n.Cond}, {"then", &n.Then}, {"else", &n.Else}} {
		if part.word != "" {
			if err := p.need(part.word); err != nil {
				return nil, err
			}
		}
		x, err := p.expression()
		if err != nil {
			return nil, err
		}
		*part.to = x
	}
	return n, nil
}

// named is a reference or a call. Words that follow each other are one name.
func (p *parser) named(t token) (Node, error) {
	text := t.text
	for !t.quoted && p.peek().kind == name && !p.peek().quoted {
		text += " " + p.take().text
	}
	var subs []Node
	if p.have("[") {
		var err error
		if subs, err = p.sequence("]", p.subscript); err != nil {
			return nil, err
		}
	}
	if !p.have("(") {
		return &Ref{At(t.pos), text, subs}, nil
	}
	args, err := p.sequence(")", p.expression)
	return &Call{At(t.pos), text, subs, args}, err
}

// sequence is items with commas between them, up to the closing sign.
func (p *parser) sequence(close string, item func() (Node, error)) ([]Node, error) {
	var items []Node
	if p.have(close) {
		return nil, nil
	}
	for {
		n, err := item()
		if err != nil {
			return nil, err
		}
		items = append(items, n)
		if !p.have(",") {
			return items, p.need(close)
		}
	}
}

// subscript is *, *:Dim, Dim!, low:high or an expression.
func (p *parser) subscript() (Node, error) {
	t := p.peek()
	if p.have("*") {
		if !p.have(":") {
			return &Star{At: At(t.pos)}, nil
		}
		d := p.take()
		if d.kind != name {
			return nil, &SyntaxError{d.pos, "a dimension is expected after *:"}
		}
		return &Star{At(t.pos), d.text}, nil
	}
	n, err := p.expression()
	if err != nil {
		return nil, err
	}
	if r, ok := n.(*Ref); ok && p.have("not") {
		return &Star{At(t.pos), r.Name}, nil
	}
	if !p.have(":") {
		return n, nil
	}
	high, err := p.expression()
	return &Range{At(t.pos), n, high}, err
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// parseFloat reads a literal; one too large for a float64 is infinite, one too
// small is 0, as other tools read them.
func parseFloat(s string) (float64, error) {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil && (math.IsInf(v, 0) || v == 0) && isRange(err) {
		return v, nil
	}
	return v, err
}

func isRange(err error) bool {
	e, ok := err.(*strconv.NumError)
	return ok && e.Err == strconv.ErrRange
}
