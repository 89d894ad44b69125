// Package expr is the XMILE expression language: names, lexer, parser, printer
// and the list of functions.
//
// The grammar accepts what XMILE 1.0 §3.3 defines, and in addition what other
// tools write: names of several words before a parenthesis, quoted names, lists
// of numbers for arrays, *:Dim in subscripts (Vensim's Dim!), && || ! and //.
// Whether names exist is for the resolver to say.
package expr

// A Node is an expression. Pos is the byte offset at which it starts.
type Node interface{ Pos() int }

// At is the byte offset of a node in its equation.
type At int

// Pos returns the offset.
func (a At) Pos() int { return int(a) }

// A Number is a literal.
type Number struct {
	At
	Value float64
}

// A Ref names a variable, or some elements of an array.
type Ref struct {
	At
	Name string // as spelled, without quotes
	Subs []Node // Ref (element or dimension), Number, Star, Range or any expression
}

// A Call applies a function, a macro or a graphical function.
type Call struct {
	At
	Name string
	Subs []Node // of a graphical function that is an array
	Args []Node
}

// A Unary is -x, +x or not x; Op is "-", "+" or "not".
type Unary struct {
	At
	Op string
	X  Node
}

// A Binary joins two operands. Op is one of + - * / // ^ mod < <= > >= = <>
// and or.
type Binary struct {
	At
	Op   string
	X, Y Node
}

// An If is IF Cond THEN Then ELSE Else.
type If struct {
	At
	Cond, Then, Else Node
}

// A Star is * in a subscript, all elements; with Dim those of that dimension.
type Star struct {
	At
	Dim string
}

// A Range is Low:High in a subscript.
type Range struct {
	At
	Low, High Node
}

// A List is numbers for the elements of an array, in row-major order.
type List struct {
	At
	Items []Node
}

// Walk calls visit for n and everything below it, parents first, as long as
// visit returns true.
func Walk(n Node, visit func(Node) bool) {
	if n == nil || !visit(n) {
		return
	}
	for _, c := range Children(n) {
		Walk(c, visit)
	}
}

// Children returns the operands of n in order, subscripts first.
func Children(n Node) []Node {
	switch n := n.(type) {
	case *Ref:
		return n.Subs
	case *Call:
		return append(append([]Node(nil), n.Subs...), n.Args...)
	case *Unary:
		return []Node{n.X}
	case *Binary:
		return []Node{n.X, n.Y}
	case *If:
		return []Node{n.Cond, n.Then, n.Else}
	case *Range:
		return []Node{n.Low, n.High}
	case *List:
		return n.Items
	}
	return nil
}
