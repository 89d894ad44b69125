package entente

// VariableName is a variable's name as its model spells it.
type VariableName string

// A VariableKind says how a variable gets its value.
type VariableKind string

// The kinds of variable.
const (
	Stock     VariableKind = "stock"    // accumulates its flows
	Flow      VariableKind = "flow"     // what a stock gains or loses per unit of time
	Auxiliary VariableKind = "aux"      // computed from others at every step
	Constant  VariableKind = "constant" // set once per run
	Input     VariableKind = "input"    // a given series over time
)

// A Model is variables with equations and units, each with citations or marked
// as an assumption.
type Model struct {
	Name       string
	File       string // where it was read from; "" if it comes from no file
	Title      map[Lang]string
	Doc        string
	Time       TimeSpec
	Sectors    []Sector
	Variables  []Variable
	Dimensions []Dimension
	Macros     []Macro
	Works      map[string]Citation // what a citation's Work refers to
	Scenarios  []Scenario
	Tests      []BehaviourTest
	Questions  []VariableName // the outcomes a reader asks about first
}

// TimeSpec is the model's clock. Time is Start + n·Step by integer steps.
type TimeSpec struct {
	Start, Stop, Step, Save float64
	Unit                    string
	Method                  string // euler (default), rk4
	// Moving says that the model's variables final_time, time_step and saveper
	// are read anew in every step, as Vensim does; Stop, Step and Save are then
	// not used.
	Moving bool
}

// A Sector groups variables for the reader.
type Sector struct {
	Name  string
	Title map[Lang]string
}

// A Variable is one quantity of a model. Equations are written in the XMILE
// expression language.
type Variable struct {
	Name        VariableName
	Kind        VariableKind
	Sector      string
	Title       map[Lang]string
	Unit        string
	Doc         string
	Equation    string         // of a stock: its initial value
	Elements    []Element      // equations of single elements of an array, where they differ
	Subscripts  []string       // names of its dimensions, if an array
	Inflows     []VariableName // of a stock
	Outflows    []VariableName
	Rate        string // of a stock: net change per unit of time, where no flow is named
	NonNegative bool
	Lookup      *Lookup // graphical function; Equation is then its argument
	Range       *Range  // of a constant: what an ensemble draws from

	Mechanism  []string // IDs of the table of mechanisms
	Cites      []Citation
	Assumption *Assumption
	Links      []LinkID // of a model made from a map
	Line, Col  int      // where its file defines it; 0 if it comes from no file
}

// An Element gives the equation of some elements of an array.
//
// A subscript is an element, or a dimension for all its elements; Except lists
// what is left out of them.
type Element struct {
	Subscripts []string
	Except     [][]string
	Equation   string
	Rate       string // of a stock, where its elements' differ
	Lookup     *Lookup
}

// A Dimension is a named list of array elements. Dimensions that share
// elements are subranges of each other.
type Dimension struct {
	Name     string
	Elements []string
	Maps     []DimensionMap
}

// A DimensionMap relates a dimension to another: its element i goes with
// Elements[i] of To, which may name a subrange. No Elements means place by
// place.
type DimensionMap struct {
	To       string
	Elements []string
}

// A Macro is a named piece of model used like a function.
type Macro struct {
	Name      string
	Params    []string
	Equation  string
	Variables []Variable
}

// A Lookup is a function given by points; Kind is continuous, extrapolate or
// discrete.
type Lookup struct {
	X, Y []float64
	Kind string
}

// A Range is a distribution that an ensemble draws a constant from.
type Range struct {
	Dist   string // uniform, normal, triangular, pert, lognormal, discrete, bernoulli
	Params []float64
}

// A Citation says where in which work something stands.
type Citation struct {
	Work      string
	Author    string
	Title     string
	Outlet    string
	Date      string
	URL       string
	Section   string
	Paragraph string
	Note      string
}

// An Assumption marks what no source gives: a range, and why it is reasonable.
type Assumption struct {
	Low, High float64
	Why       string
}

// A Scenario is what is different in a run: constants, inputs over time,
// switches, parameter ranges.
type Scenario struct {
	Name   string
	Title  map[Lang]string
	Why    string
	Set    map[VariableName]float64
	Inputs map[VariableName]Lookup // replaces the variable by a series over time
	Ranges map[VariableName]Range
}

// A BehaviourTest is a statement about runs: over the ensemble, the outcome
// under Scenario compares with that under Against as Expect says, in at least
// Share of the runs.
type BehaviourTest struct {
	ID       string
	Title    map[Lang]string
	Scenario string
	Against  string // "" is the base scenario
	Expect   []Expectation
	Share    float64
	Cites    []Citation
}

// An Expectation compares a variable at a time between two scenarios.
type Expectation struct {
	Variable VariableName
	At       float64
	Is       string // higher, lower, not_higher, not_lower, same, above, below
	By       float64
}

// An Observation is one figure of the record that a model is held against, in
// the unit of its variable.
type Observation struct {
	Variable VariableName
	Time     float64 // as the model counts time; a figure for a year stands at its middle
	Value    float64
	Unit     string
	Work     string // key of the model's works
	Source   string
	Note     string // what is wrong with the figure; "" if nothing
}
