package alliances

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"

	entente "github.com/ententelab/entente"
)

// A Mechanism is something that the literature says about the alliance: a
// variable, a link, a loop, a decision rule, a constraint, an institution, a
// quantity, a dated event or a prediction to test.
type Mechanism struct {
	ID    string // V1, L5, R2, B1, D3, C2, I9, Q4, E20, T1
	Kind  string
	Text  string
	Sign  string // of a link or loop, as the literature has it
	Where string // author, section, paragraph
}

// A Place says where a link of the literature stands in the model: the effect
// depends on the cause with this sign.
type Place struct {
	ID            string
	Cause, Effect entente.VariableName
	Weight        entente.VariableName
	Sign          entente.Sign
	Turned        string // why the sign is not that of the literature, which may speak of the opposite
}

// A Path is a loop of the literature as variables of the model, each acting on
// the next and the last on the first.
type Path struct {
	ID   string
	Sign entente.Sign
	Path []entente.VariableName
}

// A Table is what a shipped model is to implement, and where it does.
type Table struct {
	Mechanisms   []Mechanism
	Links        []Place
	Loops        []Path
	Refused      map[string]string // ID to reason
	Noted        map[string]string // ID of a quantity to how it stands, where its number does not enter
	Essential    []Rest
	Institutions []Institution
}

// An Institution is an entry of the network: who is in it, since when, and the
// variable that holds it.
type Institution struct {
	ID, Name, Members, Since string
	Variable                 entente.VariableName
}

// A Rest is what a prediction rests on: without one of these arrows its test
// fails.
type Rest struct {
	Test    string
	Weights []entente.VariableName
}

// MechanismTable reads the table of a shipped model.
func MechanismTable(name string) (*Table, error) {
	t := &Table{Refused: map[string]string{}, Noted: map[string]string{}}
	for _, f := range []struct {
		file string
		row  func([]string)
	}{
		{"mechanisms.tsv", func(r []string) { t.Mechanisms = append(t.Mechanisms, Mechanism{r[0], r[1], r[2], r[3], r[4]}) }},
		{"links.tsv", t.link},
		{"loops.tsv", func(r []string) { t.Loops = append(t.Loops, Path{r[0], sign(r[1]), variables(r[2])}) }},
		{"essential.tsv", func(r []string) { t.Essential = append(t.Essential, Rest{r[0], variables(r[1])}) }},
		{"institutions.tsv", t.institution},
		{"noted.tsv", func(r []string) { t.Noted[r[0]] = r[1] }},
		{"refused.tsv", func(r []string) { t.Refused[r[0]] = r[1] }},
	} {
		if err := rows(name, f.file, '\t', func(r []string) error { f.row(r); return nil }); err != nil {
			return nil, err
		}
	}
	return t, nil
}

func (t *Table) link(r []string) {
	t.Links = append(t.Links, Place{
		ID: r[0], Cause: entente.VariableName(r[1]), Effect: entente.VariableName(r[2]),
		Weight: entente.VariableName(r[3]), Sign: sign(r[4]), Turned: r[5],
	})
}

func (t *Table) institution(r []string) {
	t.Institutions = append(t.Institutions, Institution{r[0], r[1], r[2], r[3], entente.VariableName(r[4])})
}

// Observed reads the record that a shipped model is held against. The figure of
// a year stands at its middle.
func Observed(name string) ([]entente.Observation, error) {
	var out []entente.Observation
	err := rows(name, "data/observed.csv", ',', func(r []string) error {
		year, err := strconv.ParseFloat(r[1], 64)
		if err != nil {
			return err
		}
		value, err := strconv.ParseFloat(r[2], 64)
		if err != nil {
			return err
		}
		out = append(out, entente.Observation{
			Variable: entente.VariableName(r[0]), Time: year + 0.5, Value: value, Unit: r[3], Work: r[4], Source: r[5], Note: r[6],
		})
		return nil
	})
	return out, err
}

func variables(list string) []entente.VariableName {
	var out []entente.VariableName
	for _, n := range strings.Fields(list) {
		out = append(out, entente.VariableName(n))
	}
	return out
}

func sign(s string) entente.Sign {
	if s == "-" {
		return entente.Minus
	}
	return entente.Plus
}

// rows calls use for each row of a table below its heading.
func rows(name, file string, comma rune, use func([]string) error) error {
	folder, ok := folders[name]
	if !ok {
		return unknown(name)
	}
	data, err := files.ReadFile(folder + "/" + file)
	if err != nil {
		return err
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma, r.Comment, r.LazyQuotes = comma, '#', comma == '\t'
	all, err := r.ReadAll()
	if err != nil {
		return &entente.Error{Kind: entente.Internal, File: file, Err: err}
	}
	for i, row := range all[1:] {
		if err := use(row); err != nil {
			return &entente.Error{Kind: entente.Internal, File: file, Msg: fmt.Sprintf("row %d", i+1), Err: err}
		}
	}
	return nil
}
