package expr

import (
	"math"
	"strconv"
	"strings"
)

// String writes an expression in the XMILE language; Parse reads it back to the
// same tree, positions apart.
func String(n Node) string {
	var b strings.Builder
	write(&b, n, 0)
	return b.String()
}

// binding is how tightly an operator holds its operands.
func binding(op string) int {
	for i, l := range levels {
		if contains(l, op) {
			return i + 1
		}
	}
	return len(levels) + 2 // ^
}

const (
	signBinding  = 7
	powerBinding = 8
)

// write prints n, in parentheses if it binds looser than min.
func write(b *strings.Builder, n Node, min int) {
	open := func(level int, body func()) {
		if level < min {
			b.WriteByte('(')
			defer b.WriteByte(')')
		}
		body()
	}
	switch n := n.(type) {
	case *Number:
		level := powerBinding + 1
		if n.Value < 0 || math.Signbit(n.Value) {
			level = signBinding
		}
		open(level, func() { b.WriteString(Number64(n.Value)) })
	case *Ref:
		b.WriteString(Quote(n.Name))
		bracket(b, n.Subs)
	case *Call:
		b.WriteString(Quote(n.Name))
		bracket(b, n.Subs)
		b.WriteByte('(')
		items(b, n.Args)
		b.WriteByte(')')
	case *Unary:
		open(signBinding, func() { writeUnary(b, n) })
	case *Binary:
		open(binding(n.Op), func() { writeBinary(b, n) })
	case *If:
		open(0, func() { writeIf(b, n, min > 0) })
	case *Star:
		b.WriteByte('*')
		if n.Dim != "" {
			b.WriteString(":" + Quote(n.Dim))
		}
	case *Range:
		items(b, []Node{n.Low})
		b.WriteByte(':')
		items(b, []Node{n.High})
	case *List:
		items(b, n.Items)
	}
}

func writeUnary(b *strings.Builder, n *Unary) {
	b.WriteString(n.Op)
	if _, number := n.X.(*Number); number || n.Op == "not" {
		b.WriteByte('(') // keeps -(1) apart from the literal -1
		write(b, n.X, 0)
		b.WriteByte(')')
		return
	}
	write(b, n.X, signBinding)
}

func writeBinary(b *strings.Builder, n *Binary) {
	level := binding(n.Op)
	left, right := level, level+1
	if n.Op == "^" {
		left, right = level+1, signBinding
	}
	write(b, n.X, left)
	switch n.Op {
	case "and", "or", "mod":
		b.WriteString(" " + strings.ToUpper(n.Op) + " ")
	case "^":
		b.WriteString(n.Op)
	default:
		b.WriteString(" " + n.Op + " ")
	}
	write(b, n.Y, right)
}

func writeIf(b *strings.Builder, n *If, inside bool) {
	if inside {
		b.WriteByte('(')
		defer b.WriteByte(')')
	}
	b.WriteString("IF ")
	write(b, n.Cond, 0)
	b.WriteString(" THEN ")
	write(b, n.Then, 0)
	b.WriteString(" ELSE ")
	write(b, n.Else, 0)
}

func bracket(b *strings.Builder, subs []Node) {
	if len(subs) > 0 {
		b.WriteByte('[')
		items(b, subs)
		b.WriteByte(']')
	}
}

func items(b *strings.Builder, nodes []Node) {
	for i, n := range nodes {
		if i > 0 {
			b.WriteString(", ")
		}
		write(b, n, 0)
	}
}

// Number64 writes a number so that it reads back exactly.
func Number64(v float64) string {
	switch {
	case math.IsInf(v, 1):
		return "1e999"
	case math.IsInf(v, -1):
		return "-1e999"
	case math.IsNaN(v):
		return "nan"
	}
	return strconv.FormatFloat(v, 'g', -1, 64)
}
