// Package bench150 is a model to measure ensembles with: 30 stocks that pass
// material around a ring, 120 auxiliaries, 1,000 steps. It gives the model, a
// straightforward C program of it, and the perturbations of its runs.
package bench150

import (
	"fmt"
	"math"
	"strconv"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/sim"
)

// N is the number of stocks.
const N = 30

// Constants are the numbers of the model, rounded as it defines them.
type Constants struct{ K, R, M, D, Threshold, Power, Start [N]float64 }

// NewConstants returns the base run's.
func NewConstants() Constants {
	var c Constants
	for i := range N {
		x := float64(i)
		c.K[i], c.R[i], c.M[i] = round(100+10*x, 4), round(0.30+0.005*x, 4), round(0.02+0.001*float64(i%7), 4)
		c.D[i], c.Threshold[i], c.Power[i] = round(0.05+0.002*float64(i%11), 4), round(0.5+0.01*x, 4), round(0.5+0.05*float64(i%5), 4)
		c.Start[i] = 20 + x
	}
	return c
}

func round(v float64, digits int) float64 {
	out, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'f', digits, 64), 64)
	return out
}

// Table returns the points of table t.
func Table(t int) (x, y []float64) {
	for k := range 11 {
		x = append(x, float64(k)/5)
		v := (1.2 - 0.1*float64(t)) * (1 - math.Pow(float64(k)/10, 1+0.2*float64(t)))
		y = append(y, round(v, 6))
	}
	return x, y
}

// Factor is what a run multiplies its k-th perturbed constant with: r of the
// first five stocks, then m of them.
func Factor(run, k int) float64 {
	if run == 0 {
		return 1
	}
	return 1 + 0.1*(float64((7*run+13*k)%101)/101-0.5)
}

// Perturbed is how many constants a run changes.
const Perturbed = 10

// Design gives the perturbed constants of the runs from, …, from+count-1.
func Design(from, count int) sim.Design {
	c := NewConstants()
	var d sim.Design
	for k := range Perturbed {
		name, base := fmt.Sprintf("r%d", k), c.R[k%5]
		if k >= 5 {
			name, base = fmt.Sprintf("m%d", k-5), c.M[k%5]
		}
		values := make([]float64, count)
		for i := range values {
			values[i] = base * Factor(from+i, k)
		}
		d.Names, d.Values = append(d.Names, entente.VariableName(name)), append(d.Values, values)
	}
	return d
}

// Outputs are the stocks that a run reports.
func Outputs() []entente.VariableName { return []entente.VariableName{"S0", "S7", "S13", "S22", "S29"} }

// Model returns the model in the model language.
func Model() *entente.Model {
	m := &entente.Model{Name: "bench150", Time: entente.TimeSpec{Start: 0, Stop: 125, Step: 0.125, Save: 1, Method: "euler"}}
	c := NewConstants()
	add := func(kind entente.VariableKind, name, equation string) *entente.Variable {
		m.Variables = append(m.Variables, entente.Variable{Name: entente.VariableName(name), Kind: kind, Equation: equation})
		return &m.Variables[len(m.Variables)-1]
	}
	num := func(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
	for i := range N {
		next, prev := (i+1)%N, (i+N-1)%N
		for _, k := range []struct {
			name  string
			value float64
		}{{"K", c.K[i]}, {"r", c.R[i]}, {"m", c.M[i]}, {"d", c.D[i]}, {"th", c.Threshold[i]}, {"pw", c.Power[i]}} {
			add(entente.Constant, fmt.Sprint(k.name, i), num(k.value))
		}
		add(entente.Auxiliary, fmt.Sprint("ratio", i), fmt.Sprintf("S%d / K%d", i, i))
		eff := add(entente.Auxiliary, fmt.Sprint("eff", i), fmt.Sprint("ratio", i))
		x, y := Table(i % 10)
		eff.Lookup = &entente.Lookup{X: x, Y: y, Kind: "continuous"}
		add(entente.Auxiliary, fmt.Sprint("transfer", i), fmt.Sprintf("m%d * S%d / (1 + ratio%d)", i, i, next))
		add(entente.Auxiliary, fmt.Sprint("growth", i), fmt.Sprintf("r%d * eff%d * (%s)", i, i, limit(i)))
		s := add(entente.Stock, fmt.Sprint("S", i), num(c.Start[i]))
		s.Rate = fmt.Sprintf("growth%d * S%d + transfer%d - transfer%d - d%d * S%d * ratio%d", i, i, prev, i, i, i, i)
	}
	return m
}

// limit is what slows the growth of stock i.
func limit(i int) string {
	switch i % 4 {
	case 0:
		return fmt.Sprintf("EXP(-0.5 * ratio%d)", i)
	case 1:
		return fmt.Sprintf("(ratio%d + 0.1) ^ pw%d", i, i)
	case 2:
		return fmt.Sprintf("MAX(0.05, MIN(1, 1 - ratio%d))", i)
	}
	return fmt.Sprintf("IF ratio%d > th%d THEN 0.4 ELSE 0.8", i, i)
}
