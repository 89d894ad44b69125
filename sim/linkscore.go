package sim

import (
	"context"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model"
	"github.com/ententelab/entente/model/expr"
)

// linkScores gives for each cause of a variable its link score by row: with the
// cause at its new value and all else at the old, the change of the variable
// (of a stock: of its net rate), relative to its whole change; negative if the
// cause moves it the other way.
func (p *Program) linkScores(name entente.VariableName, run *entente.Run) (map[entente.VariableName][]float64, error) {
	small, causes := p.equationAlone(name, run)
	if small == nil {
		return nil, nil
	}
	rows := len(run.Time)
	d := Design{Names: append(append([]entente.VariableName(nil), causes...), "time")}
	for range d.Names {
		d.Values = append(d.Values, make([]float64, rows*(len(causes)+2)))
	}
	// member row·(k+2)+j: j < k the cause j new, k all old, k+1 all new
	k := len(causes)
	for i, c := range d.Names {
		series := run.Time
		if i < k {
			series = run.Series(c)
		}
		for row := range rows {
			for j := range k + 2 {
				at := max(0, row-1)
				if j == i || j == k+1 {
					at = row
				}
				d.Values[i][row*(k+2)+j] = series[at]
			}
		}
	}
	s, err := small.Members(context.Background(), entente.Scenario{}, d, 0, Options{Variables: []entente.VariableName{explained}})
	if err != nil {
		return nil, err
	}
	return scoresOf(causes, run, s.values[0][0]), nil
}

func scoresOf(causes []entente.VariableName, run *entente.Run, y []float64) map[entente.VariableName][]float64 {
	out := map[entente.VariableName][]float64{}
	k := len(causes)
	for j, c := range causes {
		score := make([]float64, len(run.Time))
		x := run.Series(c)
		for row := 1; row < len(score); row++ {
			old, all, part := y[row*(k+2)+k], y[row*(k+2)+k+1], y[row*(k+2)+j]
			dx, dz, partial := x[row]-x[row-1], all-old, part-old
			if dx == 0 || dz == 0 || partial == 0 || dz != dz || partial != partial {
				continue
			}
			score[row] = abs(partial / dz)
			if partial/dx < 0 {
				score[row] = -score[row]
			}
		}
		out[c] = score
	}
	return out
}

// equationAlone is the model of one equation, with its causes and the time as
// constants; nil if it cannot stand alone.
func (p *Program) equationAlone(name entente.VariableName, run *entente.Run) (*Program, []entente.VariableName) {
	v := *p.variable(name)
	if v.Kind == entente.Stock {
		v.Kind, v.Equation, v.Elements, v.Rate = entente.Auxiliary, rateText(p.variable(name)), nil, ""
	}
	v.Name = explained
	m := *p.model
	m.Time.Start, m.Time.Stop, m.Time.Moving = run.Time[0], run.Time[0], false
	start := func(n entente.VariableName) float64 {
		if s := run.Series(n); s != nil {
			return s[0]
		}
		return 0
	}
	var fixed []entente.Variable
	v.Equation, fixed = p.fixInitial(v.Equation, start)
	m.Variables = append([]entente.Variable{v, {Name: "time", Kind: entente.Constant, Equation: "0"}}, fixed...)
	var causes []entente.VariableName
	done := map[entente.VariableName]bool{}
	for _, d := range model.Dependencies(p.model)[name] {
		cause := *p.variable(d.Name)
		if done[cause.Name] || d.Role == "initial" {
			continue
		}
		done[cause.Name] = true
		if series := run.Series(cause.Name); series != nil {
			causes = append(causes, cause.Name)
			cause = entente.Variable{Name: cause.Name, Kind: entente.Constant, Equation: expr.Number64(series[0])}
		}
		m.Variables = append(m.Variables, cause)
	}
	small, err := Compile(&m)
	if err != nil {
		return nil, nil
	}
	return small, causes
}
