package sim

import "math"

// compute is the meaning of every operation on numbers, except those that need
// more than three numbers. Both executors and the folding of constants agree
// with it; truth is any value but 0, and comparisons give 1 or 0.
func compute(o op, a, b, c float64) float64 {
	if o < opAdd {
		return unary(o, a)
	}
	switch o {
	case opAdd:
		return a + b
	case opSub:
		return a - b
	case opMul:
		return a * b
	case opDiv:
		return a / b
	case opPow:
		return pow(a, b)
	case opMod:
		return modulo(a, b)
	case opMin:
		return lesser(a, b)
	case opMax:
		return greater(a, b)
	case opIf:
		if a != 0 {
			return b
		}
		return c
	}
	return truth(compare(o, a, b))
}

func compare(o op, a, b float64) bool {
	switch o {
	case opLt:
		return a < b
	case opLe:
		return a <= b
	case opGt:
		return a > b
	case opGe:
		return a >= b
	case opEq:
		return a == b
	case opNe:
		return a != b
	case opAnd:
		return a != 0 && b != 0
	}
	return a != 0 || b != 0 // opOr
}

func unary(o op, a float64) float64 {
	switch o {
	case opNeg:
		return -a
	case opNot:
		return truth(a == 0)
	case opAbs:
		return math.Abs(a)
	case opExp:
		return exp(a)
	case opLn:
		return math.Log(a)
	case opLog10:
		return math.Log10(a)
	case opSqrt:
		return math.Sqrt(a)
	case opFloor:
		return math.Floor(a)
	case opTrunc:
		return math.Trunc(a)
	case opRound:
		return math.Round(a)
	case opSign:
		return truth(a > 0) - truth(a < 0)
	case opGammaLn:
		v, _ := math.Lgamma(a)
		return v
	case opNormalCDF:
		return 0.5 * math.Erfc(-a/math.Sqrt2)
	}
	return trigonometry(o, a)
}

func trigonometry(o op, a float64) float64 {
	switch o {
	case opSin:
		return math.Sin(a)
	case opCos:
		return math.Cos(a)
	case opTan:
		return math.Tan(a)
	case opAsin:
		return math.Asin(a)
	case opAcos:
		return math.Acos(a)
	case opAtan:
		return math.Atan(a)
	case opSinh:
		return math.Sinh(a)
	case opCosh:
		return math.Cosh(a)
	case opTanh:
		return math.Tanh(a)
	}
	return math.NaN()
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// lesser and greater are a comparison, so that NaN is handled alike on every
// path: an unordered pair gives b.
func lesser(a, b float64) float64 {
	if a < b {
		return a
	}
	return b
}

func greater(a, b float64) float64 {
	if a > b {
		return a
	}
	return b
}

// modulo has the sign of the dividend, as Stella's MOD and Vensim's MODULO.
func modulo(a, b float64) float64 { return math.Mod(a, b) }
