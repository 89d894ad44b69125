package sim

import (
	"hash/fnv"
	"math"

	entente "github.com/ententelab/entente"
)

// quantile is the value below which the share u of a distribution lies.
func quantile(r entente.Range, u float64) float64 {
	p := r.Params
	switch r.Dist {
	case "uniform":
		return p[0] + float64((p[1]-p[0])*u)
	case "normal":
		return p[0] + float64(p[1]*normalQuantile(u))
	case "lognormal":
		return math.Exp(p[0] + float64(p[1]*normalQuantile(u)))
	case "triangular":
		return triangularQuantile(u, p[0], p[1], p[2])
	case "pert":
		return pertQuantile(u, p[0], p[1], p[2])
	case "bernoulli":
		return truth(u > 1-p[0])
	case "discrete":
		return discreteQuantile(u, p)
	}
	return math.NaN()
}

// discreteQuantile reads pairs of value and weight in rising order of value.
func discreteQuantile(u float64, p []float64) float64 {
	total := 0.0
	for i := 1; i < len(p); i += 2 {
		total += p[i]
	}
	u *= total
	for i := 0; i+3 < len(p); i += 2 {
		if u -= p[i+1]; u < 0 {
			return p[i]
		}
	}
	return p[len(p)-2]
}

// latin gives every member its own of n equal strata of (0, 1), in an order
// that depends only on the seed and the name. A member therefore has the same
// draw in every scenario, whatever else is drawn.
func latin(seed uint64, name entente.VariableName, n int) []float64 {
	h := fnv.New64a()
	h.Write([]byte(name))
	src := newSource(seed, h.Sum64(), 0x1a71)
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	for i := n - 1; i > 0; i-- {
		j := int(src.uniform() * float64(i+1))
		order[i], order[j] = order[j], order[i]
	}
	out := make([]float64, n)
	for i, stratum := range order {
		out[i] = (float64(stratum) + src.uniform()) / float64(n)
	}
	return out
}

// pertQuantile is of the beta distribution on [low, high] with weight 4 on the
// mode.
func pertQuantile(u, low, mode, high float64) float64 {
	if high <= low {
		return low
	}
	a := 1 + 4*(mode-low)/(high-low)
	b := 1 + 4*(high-mode)/(high-low)
	return low + (high-low)*betaQuantile(u, a, b)
}

// betaQuantile inverts the regularised incomplete beta function by bisection;
// sixty halvings reach the last bit.
func betaQuantile(u, a, b float64) float64 {
	lo, hi := 0.0, 1.0
	for range 60 {
		mid := (lo + hi) / 2
		if incompleteBeta(mid, a, b) < u {
			lo = mid
		} else {
			hi = mid
		}
	}
	return (lo + hi) / 2
}

// incompleteBeta is the regularised incomplete beta function, by its continued
// fraction (Abramowitz and Stegun 26.5.8, evaluated by Lentz's method).
func incompleteBeta(x, a, b float64) float64 {
	if x <= 0 || x >= 1 {
		return truth(x >= 1)
	}
	if x > (a+1)/(a+b+2) {
		return 1 - incompleteBeta(1-x, b, a)
	}
	ga, _ := math.Lgamma(a)
	gb, _ := math.Lgamma(b)
	gab, _ := math.Lgamma(a + b)
	front := math.Exp(gab-ga-gb+a*math.Log(x)+b*math.Log1p(-x)) / a
	const tiny = 1e-300
	f, c, d := 1.0, 1.0, 0.0
	for i := range 300 {
		m := float64(i / 2)
		num := 1.0
		switch {
		case i == 0:
		case i%2 == 0:
			num = m * (b - m) * x / ((a + 2*m - 1) * (a + 2*m))
		default:
			num = -(a + m) * (a + b + m) * x / ((a + 2*m) * (a + 2*m + 1))
		}
		if d = 1 + num*d; math.Abs(d) < tiny {
			d = tiny
		}
		if c = 1 + num/c; math.Abs(c) < tiny {
			c = tiny
		}
		d = 1 / d
		f *= c * d
		if math.Abs(1-c*d) < 1e-14 {
			break
		}
	}
	return front * (f - 1)
}
