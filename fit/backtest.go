package fit

import (
	"context"
	"fmt"
	"math"
	"sort"
	"strings"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/sim"
)

// A Report is a forecast of the years after a date, made with the record
// before it and the dated inputs, beside two naive forecasts.
type Report struct {
	Model     string     `json:"model"`
	Until     float64    `json:"until"`
	Posterior *Posterior `json:"posterior"`
	Forecasts []Forecast `json:"forecasts"`
	Scores    []Score    `json:"scores"`
}

// A Forecast is one figure of the record with what was said of it in advance.
type Forecast struct {
	Variable entente.VariableName `json:"variable"`
	Time     float64              `json:"time"`
	Observed float64              `json:"observed"`
	Low      float64              `json:"low"` // 5 %
	Median   float64              `json:"median"`
	High     float64              `json:"high"`  // 95 %
	Last     float64              `json:"last"`  // the last value known
	Trend    float64              `json:"trend"` // the straight line through all that was known
}

// A Score sums up a variable: mean absolute errors, and the share of figures
// inside the interval from 5 to 95 %.
type Score struct {
	Variable entente.VariableName `json:"variable"`
	Figures  int                  `json:"figures"`
	Model    float64              `json:"model"`
	Last     float64              `json:"last"`
	Trend    float64              `json:"trend"`
	Coverage float64              `json:"coverage"`
	Best     string               `json:"best"` // model, last or trend
}

// Backtest calibrates on the record before a date and forecasts what follows.
// The interval is that of the weighted members, each with the error of the
// calibration. Inputs after the date are those of the model: the forecast is
// given the dated events, as a reader of the news would be.
func Backtest(ctx context.Context, p *sim.Program, record []entente.Observation, until float64, members int, seed uint64) (*Report, error) {
	post, err := Calibrate(ctx, p, record, until, members, seed)
	if err != nil {
		return nil, err
	}
	r := &Report{Model: p.Model().Name, Until: until, Posterior: post}
	groups := byVariable(record)
	for _, n := range post.sample.Names {
		known := before(groups[n], until)
		if len(known) < 3 {
			continue
		}
		for _, o := range groups[n][len(known):] {
			r.Forecasts = append(r.Forecasts, post.forecast(o, known))
		}
	}
	r.Scores = scores(r.Forecasts)
	return r, nil
}

func (p *Posterior) forecast(o entente.Observation, known []entente.Observation) Forecast {
	at, sd := p.sample.At(o.Variable, o.Time), p.errors[o.Variable]
	return Forecast{
		Variable: o.Variable, Time: o.Time, Observed: o.Value,
		Low: p.quantile(at, sd, 0.05), Median: p.quantile(at, sd, 0.5), High: p.quantile(at, sd, 0.95),
		Last: known[len(known)-1].Value, Trend: trend(known, o.Time),
	}
}

// quantile is that of the mixture of normal distributions around the members,
// by bisection.
func (p *Posterior) quantile(at []float64, sd, level float64) float64 {
	low, high := math.Inf(1), math.Inf(-1)
	for _, v := range at {
		low, high = math.Min(low, v-8*sd), math.Max(high, v+8*sd)
	}
	for range 60 {
		mid := (low + high) / 2
		below := 0.0
		for i, v := range at {
			below += p.weights[i] * (1 + math.Erf((mid-v)/(sd*math.Sqrt2))) / 2
		}
		if below < level {
			low = mid
		} else {
			high = mid
		}
	}
	return (low + high) / 2
}

// trend is the value at t of the least-squares line through the record.
func trend(known []entente.Observation, t float64) float64 {
	n := float64(len(known))
	var mt, mv, tv, tt float64
	for _, o := range known {
		mt += o.Time / n
		mv += o.Value / n
	}
	for _, o := range known {
		tv += (o.Time - mt) * (o.Value - mv)
		tt += (o.Time - mt) * (o.Time - mt)
	}
	return mv + tv/tt*(t-mt)
}

func scores(forecasts []Forecast) []Score {
	at := map[entente.VariableName]*Score{}
	var order []entente.VariableName
	for _, f := range forecasts {
		s := at[f.Variable]
		if s == nil {
			s = &Score{Variable: f.Variable}
			at[f.Variable] = s
			order = append(order, f.Variable)
		}
		s.Figures++
		s.Model += math.Abs(f.Median - f.Observed)
		s.Last += math.Abs(f.Last - f.Observed)
		s.Trend += math.Abs(f.Trend - f.Observed)
		if f.Low <= f.Observed && f.Observed <= f.High {
			s.Coverage++
		}
	}
	sort.Slice(order, func(i, j int) bool { return order[i] < order[j] })
	var out []Score
	for _, n := range order {
		s := *at[n]
		k := float64(s.Figures)
		s.Model, s.Last, s.Trend, s.Coverage = s.Model/k, s.Last/k, s.Trend/k, s.Coverage/k
		switch {
		case s.Model <= s.Last && s.Model <= s.Trend:
			s.Best = "model"
		case s.Last <= s.Trend:
			s.Best = "last"
		default:
			s.Best = "trend"
		}
		out = append(out, s)
	}
	return out
}

// Markdown is the report as people read it.
func (r *Report) Markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "Calibrated on %d figures before %g (%d members, worth %.0f); forecasts of what follows, given the dated inputs.\n\n",
		r.Posterior.Figures, r.Until, r.Posterior.Members, r.Posterior.Effective)
	b.WriteString("| variable | year | observed | forecast (5–95 %) | last value | trend |\n|---|---|---|---|---|---|\n")
	for _, f := range r.Forecasts {
		fmt.Fprintf(&b, "| `%s` | %.0f | %.4g | %.4g (%.4g–%.4g) | %.4g | %.4g |\n",
			f.Variable, math.Floor(f.Time), f.Observed, f.Median, f.Low, f.High, f.Last, f.Trend)
	}
	b.WriteString("\n| variable | figures | error of the model | of the last value | of the trend | inside 5–95 % | best |\n|---|---|---|---|---|---|---|\n")
	for _, s := range r.Scores {
		fmt.Fprintf(&b, "| `%s` | %d | %.3g | %.3g | %.3g | %.0f %% | %s |\n", s.Variable, s.Figures, s.Model, s.Last, s.Trend, 100*s.Coverage, s.Best)
	}
	b.WriteString("\n| constant moved by the record | before (5, 50, 95 %) | after |\n|---|---|---|\n")
	for _, c := range r.Posterior.Ranges[:min(12, len(r.Posterior.Ranges))] {
		fmt.Fprintf(&b, "| `%s` | %.3g, %.3g, %.3g | %.3g, %.3g, %.3g |\n", c.Name,
			c.Prior[0], c.Prior[1], c.Prior[2], c.Posterior[0], c.Posterior[1], c.Posterior[2])
	}
	return b.String()
}
