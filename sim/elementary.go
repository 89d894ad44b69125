package sim

import "math"

// exp and pow, in plain Go that the column executor's loops can inline around:
// table-driven, within two units of the last place on the common range, and
// the standard library's outside it. Both executors use them, so that they
// agree bit for bit.

const (
	tableBits  = 4 // tables of 16 fit a vector register pair
	tableSize  = 1 << tableBits
	roundMagic = 3 << 51 // adding it rounds to an integer in the low bits
)

var (
	expTable [tableSize]float64 // 2^(i/16)
	logInv   [tableSize]float64 // 1/c for the middle c of the i-th part of [1, 2)
	logOf    [tableSize]float64 // log(c)
)

func init() {
	for i := range expTable {
		expTable[i] = math.Exp2(float64(i) / tableSize)
		c := 1 + (float64(i)+0.5)/tableSize
		logInv[i] = 1 / c
		logOf[i] = -math.Log(logInv[i])
	}
}

const (
	expScale = tableSize / math.Ln2
	ln2      = math.Ln2
	ln2Hi    = 0x1.62e42feep-1 / tableSize // of few bits, so that k·ln2Hi is exact
	ln2Lo    = 0x1.a39ef35793c76p-33 / tableSize
)

// expTerms are those of e^r - 1 - r over r², highest first.
var expTerms = [...]float64{1.0 / 5040, 1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6, 1.0 / 2}

// logTerms are those of log(1+r) - r over r², highest first.
var logTerms = [...]float64{-1.0 / 10, 1.0 / 9, -1.0 / 8, 1.0 / 7, -1.0 / 6, 1.0 / 5, -1.0 / 4, 1.0 / 3, -1.0 / 2}

// exp is e to the x.
func exp(x float64) float64 {
	if !(x > -700 && x < 700) {
		return math.Exp(x)
	}
	shifted := float64(x*expScale) + roundMagic
	n := math.Float64bits(shifted) // the integer is in the low bits
	k := shifted - roundMagic
	r := x - float64(k*ln2Hi) - float64(k*ln2Lo)
	c, r2 := &expTerms, r*r
	p := float64(r2*(float64(c[0]*r)+c[1])) + (float64(c[2]*r) + c[3])
	p = float64(r2*p) + (float64(c[4]*r) + c[5])
	p = r + float64(r2*p)
	t := expTable[n&(tableSize-1)]
	v := t + float64(t*p)
	return math.Float64frombits(math.Float64bits(v) + n>>tableBits<<52)
}

// fastLog is the natural logarithm of a positive normal number, with an error
// of about 2e-16 in the result itself (not relative to it).
func fastLog(x float64) float64 {
	bits := math.Float64bits(x)
	e := float64(int64(bits>>52) - 1023)
	i := bits >> (52 - tableBits) & (tableSize - 1)
	m := math.Float64frombits(bits&(1<<52-1) | 1023<<52)
	r := float64(m*logInv[i]) - 1
	c, r2 := &logTerms, r*r
	p := float64(r2*c[0]) + (float64(c[1]*r) + c[2])
	p = float64(r2*p) + (float64(c[3]*r) + c[4])
	p = float64(r2*p) + (float64(c[5]*r) + c[6])
	p = float64(r2*p) + (float64(c[7]*r) + c[8])
	p = r + float64(r2*p)
	return float64(e*ln2) + (logOf[i] + p)
}

// pow is x to the y. On the range that models use most it is exp(y·log x);
// whole exponents and everything else go to the standard library.
func pow(x, y float64) float64 {
	if x > 1e-30 && x < 1e30 && y > -4 && y < 4 {
		if y == math.Trunc(y) {
			return smallPower(x, int(y))
		}
		if l := float64(y * fastLog(x)); l > -16 && l < 16 {
			return exp(l)
		}
	}
	return math.Pow(x, y)
}

// smallPower is exact where the result is.
func smallPower(x float64, n int) float64 {
	switch n {
	case 0:
		return 1
	case 1:
		return x
	case 2:
		return x * x
	case 3:
		return x * x * x
	}
	return 1 / smallPower(x, -n)
}
