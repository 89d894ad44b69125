package sim

import (
	"math"

	"github.com/ententelab/entente/model/expr"
)

// simple is a function that is one operation on its arguments.
func simple(o op) builtin {
	return func(x *site, n *expr.Call) (id, error) { return x.operation(o, n.Args...) }
}

// alike is a function that is an expression of its arguments' nodes.
func alike(f func(e *elaborator, a []id) id) builtin {
	return func(x *site, n *expr.Call) (id, error) {
		args, err := x.arguments(n)
		if err != nil {
			return 0, err
		}
		return f(x.e, args), nil
	}
}

// arguments returns the nodes of all arguments.
func (x *site) arguments(n *expr.Call) ([]id, error) {
	out := make([]id, len(n.Args))
	for i, a := range n.Args {
		at, err := x.node(a)
		if err != nil {
			return nil, err
		}
		out[i] = at
	}
	return out, nil
}

// counted is a function of numbers that is not worth an operation of its own.
func counted(name string, f manyFunc) builtin {
	return alike(func(e *elaborator, a []id) id { return e.many(name, f, a) })
}

func (e *elaborator) add(a, b id) id { return e.make(opAdd, a, b, 0) }
func (e *elaborator) sub(a, b id) id { return e.make(opSub, a, b, 0) }
func (e *elaborator) mul(a, b id) id { return e.make(opMul, a, b, 0) }
func (e *elaborator) div(a, b id) id { return e.make(opDiv, a, b, 0) }

// or returns the argument at i, or a number where it is not given.
func (e *elaborator) or(a []id, i int, v float64) id {
	if i < len(a) {
		return a[i]
	}
	return e.constant(v)
}

var mathFunctions = map[string]builtin{
	"abs": simple(opAbs), "exp": simple(opExp), "ln": simple(opLn), "log10": simple(opLog10), "sqrt": simple(opSqrt),
	"sin": simple(opSin), "cos": simple(opCos), "tan": simple(opTan),
	"arcsin": simple(opAsin), "arccos": simple(opAcos), "arctan": simple(opAtan),
	"sinh": simple(opSinh), "cosh": simple(opCosh), "tanh": simple(opTanh),
	"int": simple(opTrunc), "integer": simple(opTrunc), "sign": simple(opSign),
	"power": simple(opPow), "gammaln": simple(opGammaLn), "modulo": simple(opMod),
	"game": alike(func(_ *elaborator, a []id) id { return a[0] }),
	"log": alike(func(e *elaborator, a []id) id {
		if len(a) == 1 {
			return e.make(opLog10, a[0], 0, 0)
		}
		return e.div(e.make(opLn, a[0], 0, 0), e.make(opLn, a[1], 0, 0))
	}),
	"round": alike(func(e *elaborator, a []id) id {
		scale := e.make(opPow, e.constant(10), e.or(a, 1, 0), 0)
		return e.div(e.make(opRound, e.mul(a[0], scale), 0, 0), scale)
	}),
	"quantum": alike(func(e *elaborator, a []id) id {
		whole := e.mul(e.make(opTrunc, e.div(a[0], a[1]), 0, 0), a[1])
		return e.make(opIf, e.make(opLe, a[1], e.constant(0), 0), a[0], whole)
	}),
	"percent":      alike(func(e *elaborator, a []id) id { return e.mul(a[0], e.constant(100)) }),
	"safediv":      alike(func(e *elaborator, a []id) id { return e.quotient(a[0], a[1], e.or(a, 2, 0), 0) }),
	"zidz":         alike(func(e *elaborator, a []id) id { return e.quotient(a[0], a[1], e.constant(0), nearZero) }),
	"xidz":         alike(func(e *elaborator, a []id) id { return e.quotient(a[0], a[1], a[2], nearZero) }),
	"if_then_else": simple(opIf),
	"pi":           alike(func(e *elaborator, _ []id) id { return e.constant(math.Pi) }),
	"inf":          alike(func(e *elaborator, _ []id) id { return e.constant(math.Inf(1)) }),
	"factorial": alike(func(e *elaborator, a []id) id {
		return e.make(opRound, e.make(opExp, e.make(opGammaLn, e.add(a[0], e.constant(1)), 0, 0), 0, 0), 0, 0)
	}),
	"combinations": counted("combinations", func(a []float64) float64 { return math.Round(math.Exp(choose(a[0], a[1], true))) }),
	"permutations": counted("permutations", func(a []float64) float64 { return math.Round(math.Exp(choose(a[0], a[1], false))) }),
	"normalcdf":    counted("normalcdf", normalCDF),
	"normalpdf":    counted("normalpdf", normalPDF),
	"invnorm": alike(func(e *elaborator, a []id) id {
		z := e.many("invnorm", func(a []float64) float64 { return normalQuantile(a[0]) }, a[:1])
		return e.add(e.or(a, 1, 0), e.mul(e.or(a, 2, 1), z))
	}),
}

// nearZero is what Vensim's ZIDZ and XIDZ take for zero.
const nearZero = 1e-6

// quotient is a/b, or other where b is no further than eps from 0.
func (e *elaborator) quotient(a, b, other id, eps float64) id {
	zero := e.make(opLe, e.make(opAbs, b, 0, 0), e.constant(eps), 0)
	return e.make(opIf, zero, other, e.div(a, b))
}

func choose(n, k float64, unordered bool) float64 {
	a, _ := math.Lgamma(n + 1)
	b, _ := math.Lgamma(n - k + 1)
	c, _ := math.Lgamma(k + 1)
	if !unordered {
		c = 0
	}
	return a - b - c
}

func normalCDF(a []float64) float64 {
	mean, sd := 0.0, 1.0
	if len(a) == 4 {
		mean, sd = a[2], a[3]
		return unary(opNormalCDF, (a[1]-mean)/sd) - unary(opNormalCDF, (a[0]-mean)/sd)
	}
	if len(a) == 3 {
		mean, sd = a[1], a[2]
		return unary(opNormalCDF, (a[0]-mean)/sd)
	}
	return unary(opNormalCDF, a[1]) - unary(opNormalCDF, a[0])
}

func normalPDF(a []float64) float64 {
	mean, sd := 0.0, 1.0
	if len(a) > 1 {
		mean = a[1]
	}
	if len(a) > 2 {
		sd = a[2]
	}
	z := (a[0] - mean) / sd
	return math.Exp(-z*z/2) / (sd * math.Sqrt(2*math.Pi))
}

func normalQuantile(p float64) float64 { return math.Sqrt2 * math.Erfinv(2*p-1) }
