package xmile

import (
	"encoding/xml"
	"strings"
)

// The elements of an XMILE file that a model is made of. What concerns only
// how it is drawn (views, styles, preferences) is not read.

type xmlFile struct {
	Header     xmlHeader     `xml:"header"`
	Specs      xmlSpecs      `xml:"sim_specs"`
	Dimensions xmlDimensions `xml:"dimensions"`
	Behavior   xmlBehavior   `xml:"behavior"`
	Models     []xmlModel    `xml:"model"`
	Macros     []xmlMacro    `xml:"macro"`
}

type xmlHeader struct {
	Name string `xml:"name"`
}

type xmlSpecs struct {
	Start  string `xml:"start"`
	Stop   string `xml:"stop"`
	DT     xmlDT  `xml:"dt"`
	Save   string `xml:"savestep"`
	Method string `xml:"method,attr"`
	Unit   string `xml:"time_units,attr"`
	// Stella's own
	Interval string `xml:"save_interval,attr"`
}

type xmlDT struct {
	Value      string `xml:",chardata"`
	Reciprocal string `xml:"reciprocal,attr"`
}

type xmlDimensions struct {
	Dims []xmlDim `xml:"dim"`
}

type xmlDim struct {
	Name  string    `xml:"name,attr"`
	Size  string    `xml:"size,attr"`
	Elems []xmlElem `xml:"elem"`
	Maps  []xmlMap  `xml:"map"`
}

type xmlElem struct {
	Name string `xml:"name,attr"`
}

// xmlMap is our own, so that a Vensim mapping survives: elements of To in the
// order of this dimension's.
type xmlMap struct {
	To       string `xml:"to,attr"`
	Elements string `xml:"elements,attr"`
}

// xmlBehavior holds the defaults for non_negative.
type xmlBehavior struct {
	All   *xmlFlag       `xml:"non_negative"`
	Stock *xmlBehaviorOf `xml:"stock"`
	Flow  *xmlBehaviorOf `xml:"flow"`
}

type xmlBehaviorOf struct {
	NonNegative *xmlFlag `xml:"non_negative"`
}

// xmlFlag is true when present, unless it says false.
type xmlFlag struct {
	Text string `xml:",chardata"`
}

func (f *xmlFlag) or(fallback bool) bool {
	if f == nil {
		return fallback
	}
	return !strings.EqualFold(strings.TrimSpace(f.Text), "false")
}

type xmlModel struct {
	Name     string       `xml:"name,attr"`
	Behavior xmlBehavior  `xml:"behavior"`
	Body     xmlVariables `xml:"variables"`
	// Stella 10 wrote the variables without <variables> around them
	Bare []xmlVariable `xml:",any"`
}

type xmlVariables struct {
	List []xmlVariable `xml:",any"`
}

type xmlMacro struct {
	Name      string       `xml:"name,attr"`
	Params    []xmlParam   `xml:"parm"`
	Equation  string       `xml:"eqn"`
	Body      xmlVariables `xml:"variables"`
	Namespace string       `xml:"namespace,attr"`
}

type xmlParam struct {
	Name    string `xml:",chardata"`
	Default string `xml:"default,attr"`
}

// xmlVariable is a stock, flow, aux, gf, module or group.
type xmlVariable struct {
	XMLName     xml.Name
	Name        string         `xml:"name,attr"`
	Equations   []string       `xml:"eqn"` // several: one for each element
	InitEqn     string         `xml:"init_eqn"`
	Units       string         `xml:"units"`
	Doc         string         `xml:"doc"`
	Inflows     []string       `xml:"inflow"`
	Outflows    []string       `xml:"outflow"`
	NonNegative *xmlFlag       `xml:"non_negative"`
	Table       *xmlTable      `xml:"gf"`
	Dimensions  *xmlDimensions `xml:"dimensions"`
	Elements    []xmlElement   `xml:"element"`
	Connects    []xmlConnect   `xml:"connect"`

	// what we lack
	Conveyor *struct{} `xml:"conveyor"`
	Queue    *struct{} `xml:"queue"`
	Oven     *struct{} `xml:"oven"`

	// variables inside a variable: its end tag is missing
	Stocks []xmlVariable `xml:"stock"`
	Flows  []xmlVariable `xml:"flow"`
	Auxes  []xmlVariable `xml:"aux"`

	// of a gf that stands alone
	xmlTable
}

type xmlElement struct {
	Subscript   string    `xml:"subscript,attr"`
	Except      string    `xml:"except,attr"` // our own
	Equation    string    `xml:"eqn"`
	Table       *xmlTable `xml:"gf"`
	NonNegative *xmlFlag  `xml:"non_negative"`
}

type xmlConnect struct {
	To   string `xml:"to,attr"`
	From string `xml:"from,attr"`
}

type xmlTable struct {
	Type     string     `xml:"type,attr"`
	Discrete string     `xml:"discrete,attr"`
	XScale   *xmlScale  `xml:"xscale"`
	X        *xmlPoints `xml:"xpts"`
	Y        *xmlPoints `xml:"ypts"`
}

type xmlScale struct {
	Min string `xml:"min,attr"`
	Max string `xml:"max,attr"`
}

type xmlPoints struct {
	Sep  string `xml:"sep,attr"`
	Text string `xml:",chardata"`
}
