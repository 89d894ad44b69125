package sim

import (
	"math"

	"github.com/ententelab/entente/model/expr"
)

// allocateAvailable is Vensim's ALLOCATE AVAILABLE(request, profile, supply):
// supply goes to the requests in the order of their priority profiles, of which
// each has a type, a priority, a width and a further parameter.
func allocateAvailable(x *site, n *expr.Call) (id, error) {
	requests, at, err := x.vector(n.Args[0])
	if err != nil {
		return 0, err
	}
	profiles, err := x.profiles(n.Args[0], n.Args[1])
	if err != nil {
		return 0, err
	}
	supply, err := x.node(n.Args[2])
	if err != nil {
		return 0, err
	}
	args := append([]id{supply, x.e.constant(float64(at))}, requests...)
	args = append(args, profiles...)
	count := len(requests)
	if len(profiles) != 4*count {
		return 0, x.fail(n.Pos(), "each request needs a priority profile of four values", "")
	}
	return x.e.many("allocate_available", func(a []float64) float64 {
		return allocate(a[0], a[2:2+count], a[2+count:], int(a[1]))
	}, args), nil
}

// profiles reads the four values of each request's profile: the array of
// profiles runs along the same last subscript as the requests, and then over
// its own.
func (x *site) profiles(request, profile expr.Node) ([]id, error) {
	r, _ := request.(*expr.Ref)
	p, ok := profile.(*expr.Ref)
	if !ok {
		return nil, x.fail(profile.Pos(), "the priority profile is the name of an array", "")
	}
	y, z := x.in.find(expr.Key(r.Name)), x.in.find(expr.Key(p.Name))
	if y == nil || z == nil || len(z.dims) < 2 || len(p.Subs) != len(z.dims) {
		return nil, x.fail(profile.Pos(), "the priority profile is an array with all its subscripts", "")
	}
	along := y.dims[len(y.dims)-1]
	if k := len(r.Subs); k > 0 {
		if s, ok := r.Subs[k-1].(*expr.Ref); ok && x.e.dims[expr.Key(s.Name)] != nil {
			along = x.e.dims[expr.Key(s.Name)]
		}
	}
	whole := *p
	whole.Subs = append([]expr.Node(nil), p.Subs...)
	last := z.dims[len(z.dims)-1]
	var out []id
	for _, elem := range along.elems {
		for k := range min(4, len(last.elems)) {
			whole.Subs[len(whole.Subs)-1] = &expr.Number{At: p.At, Value: float64(k + 1)}
			at, err := x.with(x.env.bind(along, 0, elem)).node(&whole)
			if err != nil {
				return nil, err
			}
			out = append(out, at)
		}
	}
	return out, nil
}

// allocate finds the priority level at which all that is given out is the
// supply, and returns what the request at gets.
func allocate(supply float64, requests, profiles []float64, at int) float64 {
	total := 0.0
	low, high := math.Inf(1), math.Inf(-1)
	for i, q := range requests {
		total += math.Max(0, q)
		p, w := profiles[4*i+1], math.Abs(profiles[4*i+2])
		low, high = math.Min(low, p-reach*w-1), math.Max(high, p+reach*w+1)
	}
	if supply >= total {
		return requests[at]
	}
	if supply <= 0 {
		return 0
	}
	given := func(level float64) float64 {
		sum := 0.0
		for i, q := range requests {
			sum += granted(q, profiles[4*i:4*i+4], level)
		}
		return sum
	}
	for range 200 {
		mid := low + (high-low)/2
		if mid == low || mid == high {
			break
		}
		if given(mid) > supply {
			low = mid
		} else {
			high = mid
		}
	}
	return settleShare(supply, requests, profiles, at, low, high)
}

// settleShare shares out what is left where profiles are steps: at one level
// requests go from nothing to everything.
func settleShare(supply float64, requests, profiles []float64, at int, low, high float64) float64 {
	less, more := 0.0, 0.0
	for i, q := range requests {
		less += granted(q, profiles[4*i:4*i+4], high)
		more += granted(q, profiles[4*i:4*i+4], low)
	}
	mine := granted(requests[at], profiles[4*at:4*at+4], high)
	if more <= less {
		return mine
	}
	part := (supply - less) / (more - less)
	return mine + part*(granted(requests[at], profiles[4*at:4*at+4], low)-mine)
}

// reach is how many widths a profile's tails are followed.
const reach = 40

// granted is what a request gets at a level: all below its priority, nothing
// far above, and between as its profile's type says: 0 fixed, 1 rectangular,
// 2 triangular, 3 normal, 4 exponential, 5 constant elasticity.
func granted(request float64, profile []float64, level float64) float64 {
	kind, priority, width, extra := profile[0], profile[1], profile[2], profile[3]
	if request <= 0 {
		return 0
	}
	z := (level - priority) / width
	share := 0.0
	switch {
	case width <= 0 || kind == 0:
		share = truth(level <= priority)
	case kind == 1:
		share = math.Min(1, math.Max(0, 0.5-z))
	case kind == 2:
		share = triangle(z)
	case kind == 3:
		share = unary(opNormalCDF, -z)
	case kind == 4:
		share = doubleExponential(z)
	case kind == 5 && level > 0:
		share = math.Min(1, math.Pow(level/priority, -extra))
	}
	return request * share
}

// triangle is the share above z of a triangle on (-1/2, 1/2).
func triangle(z float64) float64 {
	switch {
	case z <= -0.5:
		return 1
	case z >= 0.5:
		return 0
	case z < 0:
		return 1 - 2*(z+0.5)*(z+0.5)
	}
	return 2 * (0.5 - z) * (0.5 - z)
}

func doubleExponential(z float64) float64 {
	if z < 0 {
		return 1 - math.Exp(z)/2
	}
	return math.Exp(-z) / 2
}

// allocateByPriority is Vensim's ALLOCATE BY PRIORITY(request, priority, size,
// width, supply): rectangular profiles of one width, with the supply spread
// over the size of the requests.
func allocateByPriority(x *site, n *expr.Call) (id, error) {
	requests, at, err := x.vector(n.Args[0])
	if err != nil {
		return 0, err
	}
	priorities, _, err := x.vector(n.Args[1])
	if err != nil {
		return 0, err
	}
	if len(priorities) != len(requests) {
		return 0, x.fail(n.Pos(), "each request needs a priority", "")
	}
	width, err := x.node(n.Args[3])
	if err != nil {
		return 0, err
	}
	supply, err := x.node(n.Args[4])
	if err != nil {
		return 0, err
	}
	count := len(requests)
	args := append([]id{supply, width, x.e.constant(float64(at))}, requests...)
	args = append(args, priorities...)
	return x.e.many("allocate_by_priority", func(a []float64) float64 {
		return byPriority(a[0], a[1], a[3:3+count], a[3+count:], int(a[2]))
	}, args), nil
}

// byPriority gives to each request in proportion while a window of the width,
// coming down from the highest priority, passes it.
func byPriority(supply, width float64, requests, priorities []float64, at int) float64 {
	profiles := make([]float64, 0, 4*len(requests))
	for _, p := range priorities {
		profiles = append(profiles, 1, p, width, 0)
	}
	return allocate(supply, requests, profiles, at)
}
