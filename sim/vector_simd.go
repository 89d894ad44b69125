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

// executeVectors runs instructions in order, those without a vector form one by
// one. It is one switch, since calls and further switches would cost as much as
// the work.
func (m *columnMachine) executeVectors(list []inst) {
	zero, one := all(0), all(1)
	for i := range list {
		in := &list[i]
		dst, src := &m.col[in.d], &m.col[in.a]
		d, a, b := split(dst), split(src), split(&m.col[in.b])
		switch in.op {
		case cAdd:
			for g := range d {
				x, y := eight(&a[g]), eight(&b[g])
				x.Add(y).Store(&d[g])
			}
		case cSub:
			for g := range d {
				x, y := eight(&a[g]), eight(&b[g])
				x.Sub(y).Store(&d[g])
			}
		case cMul:
			for g := range d {
				x, y := eight(&a[g]), eight(&b[g])
				x.Mul(y).Store(&d[g])
			}
		case cDiv:
			for g := range d {
				x, y := eight(&a[g]), eight(&b[g])
				x.Div(y).Store(&d[g])
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
				x, y := eight(&a[g]), eight(&b[g])
				one.Masked(x.Less(y)).Store(&d[g])
			}
		case cLe:
			for g := range d {
				x, y := eight(&a[g]), eight(&b[g])
				one.Masked(x.LessEqual(y)).Store(&d[g])
			}
		case cAddK:
			y := all(in.k)
			for g := range d {
				x := eight(&a[g])
				x.Add(y).Store(&d[g])
			}
		case cSubK:
			y := all(in.k)
			for g := range d {
				x := eight(&a[g])
				x.Sub(y).Store(&d[g])
			}
		case cKSub:
			y := all(in.k)
			for g := range d {
				x := eight(&a[g])
				y.Sub(x).Store(&d[g])
			}
		case cMulK:
			y := all(in.k)
			for g := range d {
				x := eight(&a[g])
				x.Mul(y).Store(&d[g])
			}
		case cDivK:
			y := all(in.k)
			for g := range d {
				x := eight(&a[g])
				x.Div(y).Store(&d[g])
			}
		case cKDiv:
			y := all(in.k)
			for g := range d {
				x := eight(&a[g])
				y.Div(x).Store(&d[g])
			}
		case cMinK:
			y := all(in.k)
			for g := range d {
				x := eight(&a[g])
				x.Merge(y, x.Less(y)).Store(&d[g])
			}
		case cMaxK:
			y := all(in.k)
			for g := range d {
				x := eight(&a[g])
				x.Merge(y, x.Greater(y)).Store(&d[g])
			}
		case cGtK:
			y := all(in.k)
			for g := range d {
				x := eight(&a[g])
				one.Masked(x.Greater(y)).Store(&d[g])
			}
		case cLtK:
			y := all(in.k)
			for g := range d {
				x := eight(&a[g])
				one.Masked(x.Less(y)).Store(&d[g])
			}
		case cMulAdd:
			c := split(&m.col[in.c])
			for g := range d {
				eight(&a[g]).Mul(eight(&b[g])).Add(eight(&c[g])).Store(&d[g])
			}
		case cMulSub:
			c := split(&m.col[in.c])
			for g := range d {
				eight(&a[g]).Mul(eight(&b[g])).Sub(eight(&c[g])).Store(&d[g])
			}
		case cSubMul:
			c := split(&m.col[in.c])
			for g := range d {
				eight(&c[g]).Sub(eight(&a[g]).Mul(eight(&b[g]))).Store(&d[g])
			}
		case cMulAddK:
			c, k := split(&m.col[in.c]), all(in.k)
			for g := range d {
				eight(&a[g]).Mul(k).Mul(eight(&b[g])).Add(eight(&c[g])).Store(&d[g])
			}
		case cMulSubK:
			c, k := split(&m.col[in.c]), all(in.k)
			for g := range d {
				eight(&a[g]).Mul(k).Mul(eight(&b[g])).Sub(eight(&c[g])).Store(&d[g])
			}
		case cSubMulK:
			c, k := split(&m.col[in.c]), all(in.k)
			for g := range d {
				eight(&c[g]).Sub(eight(&a[g]).Mul(k).Mul(eight(&b[g]))).Store(&d[g])
			}
		case cMulMulK:
			k := all(in.k)
			for g := range d {
				eight(&a[g]).Mul(k).Mul(eight(&b[g])).Store(&d[g])
			}
		case cRatio:
			k, k2 := all(in.k), all(in.k2)
			for g := range d {
				eight(&a[g]).Mul(k).Div(eight(&b[g]).Add(k2)).Store(&d[g])
			}
		case cIf:
			c := split(&m.col[in.c])
			for g := range d {
				eight(&b[g]).Merge(eight(&c[g]), eight(&a[g]).NotEqual(zero)).Store(&d[g])
			}
		case cIfK:
			yes, no := all(in.k), all(in.k2)
			for g := range d {
				yes.Merge(no, eight(&a[g]).NotEqual(zero)).Store(&d[g])
			}
		case cExp:
			m.kernels.expVec(d, a)
		case cPowK:
			if !m.kernels.powVec(d, a, in.k) {
				m.one(in, dst, src)
			}
		case cLookup:
			if !m.tables[in.aux].vector(d, a) {
				m.one(in, dst, src)
			}
		default:
			m.one(in, dst, src)
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
