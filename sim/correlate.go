package sim

import (
	"fmt"
	"math"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model/expr"
)

// A Correlation ties the draws of two constants: their normal scores have the
// correlation Rho (a Gaussian copula), each keeping its own distribution.
type Correlation struct {
	A, B entente.VariableName
	Rho  float64
}

// correlate changes uniform draws, u[i][member] of names[i], so that they have
// the correlations. Constants without a correlation keep theirs.
func correlate(u [][]float64, names []entente.VariableName, pairs []Correlation) error {
	if len(pairs) == 0 {
		return nil
	}
	lower, tied, err := factor(names, pairs)
	if err != nil {
		return err
	}
	z := make([]float64, len(tied))
	for member := range u[0] {
		for i, at := range tied {
			z[i] = normalQuantile(u[at][member])
		}
		for i, at := range tied {
			sum := 0.0
			for k := range i + 1 {
				sum += float64(lower[i][k] * z[k])
			}
			u[at][member] = unary(opNormalCDF, sum)
		}
	}
	return nil
}

// factor is the Cholesky factor of the correlations among the constants that
// have any, and which these are.
func factor(names []entente.VariableName, pairs []Correlation) (lower [][]float64, tied []int, err error) {
	place := map[string]int{}
	for i, n := range names {
		place[expr.Key(string(n))] = i
	}
	local := map[int]int{}
	add := func(n entente.VariableName) (int, error) {
		at, ok := place[expr.Key(string(n))]
		if !ok {
			return 0, &entente.Error{Kind: entente.Usage, Msg: fmt.Sprintf("%q is correlated, but nothing draws it", n)}
		}
		if _, ok := local[at]; !ok {
			local[at] = len(tied)
			tied = append(tied, at)
		}
		return local[at], nil
	}
	type entry struct {
		i, j int
		rho  float64
	}
	var entries []entry
	for _, p := range pairs {
		i, err := add(p.A)
		if err != nil {
			return nil, nil, err
		}
		j, err := add(p.B)
		if err != nil {
			return nil, nil, err
		}
		entries = append(entries, entry{i, j, p.Rho})
	}
	c := make([][]float64, len(tied))
	for i := range c {
		c[i] = make([]float64, len(tied))
		c[i][i] = 1
	}
	for _, e := range entries {
		c[e.i][e.j], c[e.j][e.i] = e.rho, e.rho
	}
	lower, err = cholesky(c)
	return lower, tied, err
}

func cholesky(c [][]float64) ([][]float64, error) {
	l := make([][]float64, len(c))
	for i := range c {
		l[i] = make([]float64, len(c))
		for j := range i + 1 {
			sum := c[i][j]
			for k := range j {
				sum -= float64(l[i][k] * l[j][k])
			}
			if i != j {
				l[i][j] = sum / l[j][j]
				continue
			}
			if !(sum > 1e-12) {
				return nil, &entente.Error{Kind: entente.Usage, Msg: "the correlations contradict each other: no numbers can have them all"}
			}
			l[i][i] = math.Sqrt(sum)
		}
	}
	return l, nil
}
