//go:build goexperiment.simd && amd64

package sim

import (
	"simd/archsimd"
	"unsafe"
)

// With GOEXPERIMENT=simd the commonest instructions run eight members at a time
// where the processor has AVX-512. They round as the plain loops do: nothing is
// contracted, and the tables and terms of exp and log are the same.

// vectors is whether this processor has the instructions.
var vectors = archsimd.X86.AVX512()

type (
	vec    = archsimd.Float64x8
	groups = [width / 8][8]float64
)

// split is a column as groups of eight.
func split(c *column) *groups { return (*groups)(unsafe.Pointer(c)) }

func eight(g *[8]float64) vec { return archsimd.LoadFloat64x8(g) }
func all(v float64) vec       { return archsimd.BroadcastFloat64x8(v) }
func allBits(v uint64) bits8  { return archsimd.BroadcastUint64x8(v) }
func pair(t *[16]float64) two { return two{eight((*[8]float64)(t[:8])), eight((*[8]float64)(t[8:]))} }

type bits8 = archsimd.Uint64x8

// two registers are a table of sixteen.
type two struct{ low, high vec }

// at picks from the table by the low four bits of each index.
func (t two) at(i bits8) vec { return t.low.ConcatPermute(t.high, i) }

// integrate adds dt times the rate.
func integrate(to, rate *column, dt float64) {
	t, r, k := split(to), split(rate), all(dt)
	for g := range t {
		eight(&t[g]).Add(eight(&r[g]).Mul(k)).Store(&t[g])
	}
}

// vector runs an instruction, or reports that it has no vector form.
func (m *columnMachine) vector(in *inst, dst, src *column) bool {
	d, a := split(dst), split(src)
	switch in.op {
	case cAdd, cSub, cMul, cDiv, cMin, cMax, cLt, cLe:
		binaryVec(in.op, d, a, split(&m.col[in.b]))
	case cAddK, cSubK, cKSub, cMulK, cDivK, cKDiv, cMinK, cMaxK, cGtK, cLtK:
		constantVec(in.op, d, a, in.k)
	case cMulAdd, cMulSub, cSubMul:
		fusedVec(in.op, d, a, split(&m.col[in.b]), split(&m.col[in.c]))
	case cMulAddK, cMulSubK, cSubMulK, cMulMulK, cRatio:
		scaledVec(in, d, a, split(&m.col[in.b]), split(&m.col[in.c]))
	case cIf:
		b, c := split(&m.col[in.b]), split(&m.col[in.c])
		zero := all(0)
		for g := range d {
			eight(&b[g]).Merge(eight(&c[g]), eight(&a[g]).NotEqual(zero)).Store(&d[g])
		}
	case cIfK:
		zero, yes, no := all(0), all(in.k), all(in.k2)
		for g := range d {
			yes.Merge(no, eight(&a[g]).NotEqual(zero)).Store(&d[g])
		}
	case cExp:
		m.kernels.expVec(d, a)
	case cPowK:
		return m.kernels.powVec(d, a, in.k)
	case cLookup:
		return m.tables[in.aux].vector(d, a)
	default:
		return false
	}
	return true
}

func binaryVec(op cop, d, a, b *groups) {
	one := all(1)
	switch op {
	case cAdd:
		for g := range d {
			eight(&a[g]).Add(eight(&b[g])).Store(&d[g])
		}
	case cSub:
		for g := range d {
			eight(&a[g]).Sub(eight(&b[g])).Store(&d[g])
		}
	case cMul:
		for g := range d {
			eight(&a[g]).Mul(eight(&b[g])).Store(&d[g])
		}
	case cDiv:
		for g := range d {
			eight(&a[g]).Div(eight(&b[g])).Store(&d[g])
		}
	case cMin: // not Min, whose operands may change places
		for g := range d {
			x, y := eight(&a[g]), eight(&b[g])
			x.Merge(y, x.Less(y)).Store(&d[g])
		}
	case cMax:
		for g := range d {
			x, y := eight(&a[g]), eight(&b[g])
			x.Merge(y, x.Greater(y)).Store(&d[g])
		}
	case cLt:
		for g := range d {
			one.Masked(eight(&a[g]).Less(eight(&b[g]))).Store(&d[g])
		}
	case cLe:
		for g := range d {
			one.Masked(eight(&a[g]).LessEqual(eight(&b[g]))).Store(&d[g])
		}
	}
}

func constantVec(op cop, d, a *groups, k float64) {
	one, y := all(1), all(k)
	switch op {
	case cAddK:
		for g := range d {
			eight(&a[g]).Add(y).Store(&d[g])
		}
	case cSubK:
		for g := range d {
			eight(&a[g]).Sub(y).Store(&d[g])
		}
	case cKSub:
		for g := range d {
			y.Sub(eight(&a[g])).Store(&d[g])
		}
	case cMulK:
		for g := range d {
			eight(&a[g]).Mul(y).Store(&d[g])
		}
	case cDivK:
		for g := range d {
			eight(&a[g]).Div(y).Store(&d[g])
		}
	case cKDiv:
		for g := range d {
			y.Div(eight(&a[g])).Store(&d[g])
		}
	case cMinK:
		for g := range d {
			x := eight(&a[g])
			x.Merge(y, x.Less(y)).Store(&d[g])
		}
	case cMaxK:
		for g := range d {
			x := eight(&a[g])
			x.Merge(y, x.Greater(y)).Store(&d[g])
		}
	case cGtK:
		for g := range d {
			one.Masked(eight(&a[g]).Greater(y)).Store(&d[g])
		}
	case cLtK:
		for g := range d {
			one.Masked(eight(&a[g]).Less(y)).Store(&d[g])
		}
	}
}

// fusedVec rounds the product before the sum, as two instructions would.
func fusedVec(op cop, d, a, b, c *groups) {
	switch op {
	case cMulAdd:
		for g := range d {
			eight(&a[g]).Mul(eight(&b[g])).Add(eight(&c[g])).Store(&d[g])
		}
	case cMulSub:
		for g := range d {
			eight(&a[g]).Mul(eight(&b[g])).Sub(eight(&c[g])).Store(&d[g])
		}
	case cSubMul:
		for g := range d {
			eight(&c[g]).Sub(eight(&a[g]).Mul(eight(&b[g]))).Store(&d[g])
		}
	}
}

// scaledVec is fusedVec with a constant inside.
func scaledVec(in *inst, d, a, b, c *groups) {
	k, k2 := all(in.k), all(in.k2)
	switch in.op {
	case cMulAddK:
		for g := range d {
			eight(&a[g]).Mul(k).Mul(eight(&b[g])).Add(eight(&c[g])).Store(&d[g])
		}
	case cMulSubK:
		for g := range d {
			eight(&a[g]).Mul(k).Mul(eight(&b[g])).Sub(eight(&c[g])).Store(&d[g])
		}
	case cSubMulK:
		for g := range d {
			eight(&c[g]).Sub(eight(&a[g]).Mul(k).Mul(eight(&b[g]))).Store(&d[g])
		}
	case cMulMulK:
		for g := range d {
			eight(&a[g]).Mul(k).Mul(eight(&b[g])).Store(&d[g])
		}
	case cRatio:
		for g := range d {
			eight(&a[g]).Mul(k).Div(eight(&b[g]).Add(k2)).Store(&d[g])
		}
	}
}

const everyLane = 0xff

// kernels are the constants of exp and log in registers' form, made once for a
// machine.
type kernels struct {
	e expKernel
	l logKernel
}

func newKernels() *kernels {
	if !vectors {
		return nil
	}
	return &kernels{newExpKernel(), newLogKernel()}
}

// expVec is exp; a group with a number outside its range goes one by one.
func (ks *kernels) expVec(d, a *groups) {
	k := &ks.e
	for g := range d {
		x := eight(&a[g])
		if x.Less(k.high).And(x.Greater(k.low)).ToBits() == everyLane {
			k.exp(x).Store(&d[g])
			continue
		}
		for l := range d[g] {
			d[g][l] = exp(a[g][l])
		}
	}
}

// expKernel holds the constants of exp.
type expKernel struct {
	scale, magic, hi, lo, low, high vec
	terms                           [len(expTerms)]vec
	table                           two
}

func newExpKernel() expKernel {
	k := expKernel{
		scale: all(expScale), magic: all(roundMagic), hi: all(ln2Hi), lo: all(ln2Lo), low: all(-700), high: all(700),
		table: pair(&expTable),
	}
	for i, t := range expTerms {
		k.terms[i] = all(t)
	}
	return k
}

func (k *expKernel) exp(x vec) vec {
	shifted := x.Mul(k.scale).Add(k.magic)
	n := shifted.AsUint64x8()
	i := shifted.Sub(k.magic)
	r := x.Sub(i.Mul(k.hi)).Sub(i.Mul(k.lo))
	c, r2 := &k.terms, r.Mul(r)
	p := r2.Mul(c[0].Mul(r).Add(c[1])).Add(c[2].Mul(r).Add(c[3]))
	p = r2.Mul(p).Add(c[4].Mul(r).Add(c[5]))
	p = r.Add(r2.Mul(p))
	t := k.table.at(n)
	v := t.Add(t.Mul(p))
	return v.AsUint64x8().Add(n.ShiftAllRight(tableBits).ShiftAllLeft(52)).AsFloat64x8()
}

// powVec is pow with one exponent; it leaves exponents that pow does not take
// the logarithm for.
func (ks *kernels) powVec(d, a *groups, y float64) bool {
	if !(y > -4 && y < 4) || y == float64(int(y)) {
		return false
	}
	e, k := &ks.e, &ks.l
	ys, low, high, least, most := all(y), all(1e-30), all(1e30), all(-16), all(16)
	for g := range d {
		x := eight(&a[g])
		if x.Less(high).And(x.Greater(low)).ToBits() == everyLane {
			l := ys.Mul(k.log(x))
			if l.Less(most).And(l.Greater(least)).ToBits() == everyLane {
				e.exp(l).Store(&d[g])
				continue
			}
		}
		for l := range d[g] {
			d[g][l] = pow(a[g][l], y)
		}
	}
	return true
}

// logKernel holds the constants of fastLog.
type logKernel struct {
	mantissa, one, bias bits8
	ln2, unit           vec
	terms               [len(logTerms)]vec
	inv, of             two
}

func newLogKernel() logKernel {
	k := logKernel{
		mantissa: allBits(1<<52 - 1), one: allBits(1023 << 52), bias: allBits(1023),
		ln2: all(ln2), unit: all(1), inv: pair(&logInv), of: pair(&logOf),
	}
	for i, t := range logTerms {
		k.terms[i] = all(t)
	}
	return k
}

func (k *logKernel) log(x vec) vec {
	bits := x.AsUint64x8()
	e := bits.ShiftAllRight(52).Sub(k.bias).AsInt64x8().ConvertToFloat64()
	i := bits.ShiftAllRight(52 - tableBits)
	m := bits.And(k.mantissa).Or(k.one).AsFloat64x8()
	r := m.Mul(k.inv.at(i)).Sub(k.unit)
	c, r2 := &k.terms, r.Mul(r)
	p := r2.Mul(c[0]).Add(c[1].Mul(r).Add(c[2]))
	p = r2.Mul(p).Add(c[3].Mul(r).Add(c[4]))
	p = r2.Mul(p).Add(c[5].Mul(r).Add(c[6]))
	p = r2.Mul(p).Add(c[7].Mul(r).Add(c[8]))
	p = r.Add(r2.Mul(p))
	return e.Mul(k.ln2).Add(k.of.at(i).Add(p))
}

// vector is evenColumn for a table of at most sixteen points.
func (t *table) vector(d, a *groups) bool {
	if t.small == nil {
		return false
	}
	n := len(t.x)
	x, y, slope := pair(&t.small.x), pair(&t.small.y), pair(&t.small.slope)
	first, last, inv := all(t.x[0]), all(t.x[n-1]), all(t.inv)
	low, high := all(t.y[0]), all(t.y[n-1])
	top := archsimd.BroadcastInt64x8(int64(n - 2))
	one := archsimd.BroadcastInt64x8(1)
	for g := range d {
		v := eight(&a[g])
		i := v.Sub(first).Mul(inv).ConvertToInt64().Min(top)
		below := v.Less(x.at(i.AsUint64x8())).ToInt64x8()                  // -1 where true
		above := v.GreaterEqual(x.at(i.Add(one).AsUint64x8())).ToInt64x8() // -1 where true
		at := i.Add(below).Sub(above).AsUint64x8()
		out := y.at(at).Add(slope.at(at).Mul(v.Sub(x.at(at))))
		out = low.Merge(out, v.LessEqual(first))
		out = high.Merge(out, v.GreaterEqual(last))
		out = v.Merge(out, v.NotEqual(v))
		out.Store(&d[g])
	}
	return true
}
