package sim

import (
	"math/bits"
	"sync"

	entente "github.com/ententelab/entente"
)

// A Sobol sequence fills the unit cube evenly, and its point i can be computed
// alone. Direction numbers come from the primitive polynomials over GF(2) in
// rising order, with odd initial numbers drawn from the seed; a digital shift,
// also from the seed, takes every point off the corner.

const sobolBits = 52

// sobol is the sequence in some dimensions.
type sobol struct {
	directions [][sobolBits]uint64
	shift      []uint64
}

// newSobol returns a sequence; dims is at most maxSobol.
func newSobol(dims int, seed uint64) (*sobol, error) {
	polys := primitives(dims - 1)
	if len(polys) < dims-1 {
		return nil, &entente.Error{Kind: entente.Usage, Msg: "too many constants for a Sobol sequence: draw a Latin hypercube"}
	}
	s := &sobol{}
	for d := range dims {
		src := newSource(seed, uint64(d), 0x50b01)
		var v [sobolBits]uint64
		if d == 0 {
			for k := range v {
				v[k] = 1 << (sobolBits - 1 - k)
			}
		} else {
			v = directions(polys[d-1], &src)
		}
		s.directions = append(s.directions, v)
		s.shift = append(s.shift, mix(src.key)>>(64-sobolBits))
	}
	return s, nil
}

// directions follows the recurrence of a primitive polynomial, whose bits are
// its coefficients, the highest first.
func directions(poly uint64, src *source) (v [sobolBits]uint64) {
	degree := bits.Len64(poly) - 1
	for k := range sobolBits {
		if k < degree {
			odd := uint64(src.uniform()*float64(uint64(1)<<k))*2 + 1
			v[k] = odd & (1<<(k+1) - 1) << (sobolBits - 1 - k)
			continue
		}
		v[k] = v[k-degree] ^ v[k-degree]>>degree
		for i := 1; i < degree; i++ {
			if poly>>(degree-i)&1 == 1 {
				v[k] ^= v[k-i]
			}
		}
	}
	return v
}

// at is coordinate d of point i, inside (0, 1).
func (s *sobol) at(i uint64, d int) float64 {
	x := s.shift[d]
	for gray, k := i^i>>1, 0; gray != 0; gray, k = gray>>1, k+1 {
		if gray&1 == 1 {
			x ^= s.directions[d][k]
		}
	}
	return (float64(x) + 0.5) / (1 << sobolBits)
}

var primitiveCache struct {
	sync.Mutex
	list   []uint64
	degree int
}

// maxDegree bounds the search; there are 1,866 primitive polynomials up to it.
const maxDegree = 14

// primitives returns the first n primitive polynomials over GF(2), or all up to
// maxDegree.
func primitives(n int) []uint64 {
	c := &primitiveCache
	c.Lock()
	defer c.Unlock()
	for len(c.list) < n && c.degree < maxDegree {
		c.degree++
		for p := uint64(1)<<c.degree | 1; p < 1<<(c.degree+1); p += 2 {
			if primitive(p, c.degree) {
				c.list = append(c.list, p)
			}
		}
	}
	return c.list[:min(max(n, 0), len(c.list))]
}

// primitive reports whether the powers of x modulo p run through all
// polynomials but 0.
func primitive(p uint64, degree int) bool {
	order := uint64(1)<<degree - 1
	if power(order, p, degree) != 1 {
		return false
	}
	rest := order
	for q := uint64(2); q*q <= rest; q++ {
		if rest%q != 0 {
			continue
		}
		if power(order/q, p, degree) == 1 {
			return false
		}
		for rest%q == 0 {
			rest /= q
		}
	}
	return rest == 1 || rest == order || power(order/rest, p, degree) != 1
}

// power is x to the n modulo p.
func power(n, p uint64, degree int) uint64 {
	out, base := uint64(1), reduceBy(2, p, degree)
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			out = multiply(out, base, p, degree)
		}
		base = multiply(base, base, p, degree)
	}
	return out
}

func multiply(a, b, p uint64, degree int) uint64 {
	var out uint64
	for ; b > 0; b >>= 1 {
		if b&1 == 1 {
			out ^= a
		}
		a = reduceBy(a<<1, p, degree)
	}
	return out
}

func reduceBy(a, p uint64, degree int) uint64 {
	if a>>degree&1 == 1 {
		return a ^ p
	}
	return a
}
