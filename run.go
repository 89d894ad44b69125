package entente

// A Run is one simulation: a row per save step, a column per variable.
type Run struct {
	Model    string
	Scenario string
	Seed     uint64
	Time     []float64
	Names    []VariableName
	Values   [][]float64 // Values[i] is the series of Names[i], as long as Time
}

// Series returns the series of a variable, or nil.
func (r *Run) Series(name VariableName) []float64 {
	for i, n := range r.Names {
		if n == name {
			return r.Values[i]
		}
	}
	return nil
}

// An Ensemble summarises many runs of one scenario: for each variable its
// quantiles over time.
type Ensemble struct {
	Model     string
	Scenario  string
	Seed      uint64
	Members   int
	Time      []float64
	Quantiles []float64 // the levels, as 0.05, 0.5, 0.95
	Bands     []Band
}

// A Band is one variable's quantiles: Values[q][t].
type Band struct {
	Variable VariableName
	Values   [][]float64
}

// An Answer is what a scenario does to one outcome: over the ensemble, the
// change against the base run at a time, and the share of runs that agree on
// its direction.
type Answer struct {
	Scenario  string       `json:"scenario"`
	Variable  VariableName `json:"variable"`
	At        float64      `json:"at"`
	Base      float64      `json:"base"`      // median of the base runs
	Median    float64      `json:"median"`    // median change
	Low       float64      `json:"low"`       // 5th percentile of the change
	High      float64      `json:"high"`      // 95th percentile
	Direction string       `json:"direction"` // up, down, none
	Agree     float64      `json:"agree"`     // share of runs with that direction
	HangsOn   []string     `json:"hangs_on,omitempty"`
}
