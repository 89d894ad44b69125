package sim

import (
	"math"

	"github.com/ententelab/entente/model/expr"
)

// A chance is a distribution that a random function draws from, with up to
// three parameters.
type chance int32

const (
	chanceUniform chance = iota
	chanceNormal
	chanceLognormal
	chanceExponential
	chancePoisson
	chanceTriangular
	chanceBinomial
	chanceBernoulli
	chanceGamma
	chanceBeta
	chanceGeometric
	chanceLogistic
	chancePareto
	chanceWeibull
	chanceNegBinomial
)

// draws is a random function of n parameters; a further argument is its seed.
func draws(kind chance, n int, defaults ...float64) builtin {
	return func(x *site, c *expr.Call) (id, error) {
		args, err := x.arguments(c)
		if err != nil {
			return 0, err
		}
		var p [3]id
		for i := range n {
			if i < len(args) {
				p[i] = args[i]
			} else {
				p[i] = x.e.constant(defaults[i])
			}
		}
		return x.chance(c, kind, p), nil
	}
}

// chance is a draw: the same one for the same call in the same element, in the
// initial values as in the first step.
func (x *site) chance(c *expr.Call, kind chance, p [3]id) id {
	if x.e.streams == nil {
		x.e.streams = map[useKey]int{}
	}
	key := useKey{c, x.sym, x.flat}
	stream, ok := x.e.streams[key]
	if !ok {
		stream = len(x.e.streams)
		x.e.streams[key] = stream
	}
	v := perRun | perStep
	if x.mode == initial {
		v = perRun
	}
	n := node{op: opRandom, a: p[0], b: p[1], c: p[2], aux: int32(kind), val: float64(stream)}
	if x.mode == initial {
		n.aux |= firstDraw
	}
	return x.e.intern(n, v)
}

// firstDraw marks a draw of the initial values: always that of step 0.
const firstDraw = 1 << 16

var chanceFunctions = map[string]builtin{
	"random": draws(chanceUniform, 2), "uniform": draws(chanceUniform, 2),
	"random_0_1":     draws(chanceUniform, 2, 0, 1),
	"random_uniform": draws(chanceUniform, 2),
	"normal":         draws(chanceNormal, 2), "lognormal": draws(chanceLognormal, 2),
	"exprnd": draws(chanceExponential, 1), "poisson": draws(chancePoisson, 1),
	"triangular": draws(chanceTriangular, 3), "binomial": draws(chanceBinomial, 2),
	"bernoulli": draws(chanceBernoulli, 1), "beta": draws(chanceBeta, 2), "gamma": draws(chanceGamma, 2, 0, 1),
	"geometric": draws(chanceGeometric, 1), "logistic": draws(chanceLogistic, 2), "pareto": draws(chancePareto, 2),
	"weibull": draws(chanceWeibull, 2), "negbinomial": draws(chanceNegBinomial, 2),
	"montecarlo": func(x *site, n *expr.Call) (id, error) {
		p, err := x.node(n.Args[0])
		p = x.e.mul(p, x.e.div(x.e.step(), x.e.constant(100)))
		return x.chance(n, chanceBernoulli, [3]id{p}), err
	},
	"random_normal":      truncatedNormal,
	"random_exponential": between(chanceExponential),
	"random_poisson":     between(chancePoisson),
}

// truncatedNormal is Vensim's RANDOM NORMAL(min, max, mean, sd, seed).
func truncatedNormal(x *site, n *expr.Call) (id, error) {
	a, err := x.arguments(n)
	if err != nil {
		return 0, err
	}
	e := x.e
	z := func(v id) id { return e.make(opNormalCDF, e.div(e.sub(v, a[2]), a[3]), 0, 0) }
	u := x.chance(n, chanceUniform, [3]id{z(a[0]), z(a[1])})
	q := e.many("invnorm", func(a []float64) float64 { return normalQuantile(a[0]) }, []id{u})
	return e.add(a[2], e.mul(a[3], q)), nil
}

// between is Vensim's form (min, max, …, shift, stretch, seed), held to the
// bounds.
func between(kind chance) builtin {
	return func(x *site, n *expr.Call) (id, error) {
		a, err := x.arguments(n)
		if err != nil {
			return 0, err
		}
		e, scale := x.e, e1
		if kind == chancePoisson {
			scale = func(a []id) (id, id, id) { return a[2], a[3], a[4] }
		}
		mean, shift, stretch := scale(a)
		if mean == 0 {
			mean = e.constant(1)
		}
		v := e.add(shift, e.mul(stretch, x.chance(n, kind, [3]id{mean})))
		return e.make(opMin, e.make(opMax, v, a[0], 0), a[1], 0), nil
	}
}

func e1(a []id) (mean, shift, stretch id) { return 0, a[2], a[3] }

// mix is the finaliser of SplitMix64: every bit of the result depends on every
// bit of x.
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// A source gives numbers that depend only on what it was made from, so that a
// draw is the same on any core, in any order.
type source struct{ key, n uint64 }

func newSource(seed, stream, counter uint64) source {
	k := mix(seed + 0x9e3779b97f4a7c15)
	k = mix(k ^ stream*0xd1342543de82ef95)
	return source{key: mix(k ^ counter*0xaf251af3b0f025b5)}
}

// uniform is inside (0, 1), ends excluded.
func (s *source) uniform() float64 {
	s.n++
	return (float64(mix(s.key+s.n*0x9e3779b97f4a7c15)>>11) + 0.5) / (1 << 53)
}

func (s *source) normal() float64 { return normalQuantile(s.uniform()) }

// draw returns one number of a distribution.
func (s *source) draw(kind chance, a, b, c float64) float64 {
	switch kind {
	case chanceUniform:
		return a + float64((b-a)*s.uniform())
	case chanceNormal:
		return a + float64(b*s.normal())
	case chanceLognormal: // mean and standard deviation of the values themselves
		v := math.Log(1 + b*b/(a*a))
		return math.Exp(math.Log(a) - v/2 + math.Sqrt(v)*s.normal())
	case chanceExponential:
		return -a * math.Log(s.uniform())
	case chanceTriangular:
		return triangularQuantile(s.uniform(), a, b, c)
	case chanceBernoulli:
		return truth(s.uniform() < a)
	case chanceLogistic:
		u := s.uniform()
		return a + b*math.Log(u/(1-u))
	case chancePareto:
		return b / math.Pow(s.uniform(), 1/a)
	case chanceWeibull:
		return b * math.Pow(-math.Log(s.uniform()), 1/a)
	case chanceGeometric:
		return math.Ceil(math.Log(s.uniform()) / math.Log1p(-a))
	}
	return s.count(kind, a, b)
}

// count draws what needs several numbers.
func (s *source) count(kind chance, a, b float64) float64 {
	switch kind {
	case chancePoisson:
		return s.poisson(a)
	case chanceBinomial:
		hits := 0.0
		for range int(math.Min(a, maxTrials)) {
			hits += truth(s.uniform() < b)
		}
		return hits
	case chanceGamma:
		return b * s.gamma(a)
	case chanceBeta:
		x, y := s.gamma(a), s.gamma(b)
		return x / (x + y)
	case chanceNegBinomial:
		return s.poisson(s.gamma(a) * (1 - b) / b)
	}
	return math.NaN()
}

// maxTrials bounds the work of one draw.
const maxTrials = 1 << 20

func (s *source) poisson(mean float64) float64 {
	if !(mean > 0) {
		return 0
	}
	if mean > 500 { // the normal is as near as float64 draws can show
		return math.Max(0, math.Round(mean+math.Sqrt(mean)*s.normal()))
	}
	limit, product, n := math.Exp(-mean), s.uniform(), 0.0
	for product > limit {
		product *= s.uniform()
		n++
	}
	return n
}

// gamma is by Marsaglia and Tsang (2000), of scale 1.
func (s *source) gamma(shape float64) float64 {
	if !(shape > 0) {
		return math.NaN()
	}
	if shape < 1 {
		return s.gamma(shape+1) * math.Pow(s.uniform(), 1/shape)
	}
	d := shape - 1.0/3
	c := 1 / math.Sqrt(9*d)
	for {
		x := s.normal()
		v := 1 + c*x
		if v <= 0 {
			continue
		}
		v = v * v * v
		if math.Log(s.uniform()) < x*x/2+d-d*v+d*math.Log(v) {
			return d * v
		}
	}
}

func triangularQuantile(u, low, mode, high float64) float64 {
	if high <= low {
		return low
	}
	if cut := (mode - low) / (high - low); u < cut {
		return low + math.Sqrt(u*(high-low)*(mode-low))
	}
	return high - math.Sqrt((1-u)*(high-low)*(high-mode))
}
