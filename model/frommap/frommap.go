// Package frommap makes a model of a causal map, without anyone writing an
// equation: every concept becomes an index that is 1 at the start and is moved
// by its causes, with weight, delay and saturation. What the texts do not say
// becomes a range, and every link is present in a run with the probability of
// its belief, so that doubt about the literature is part of the answer.
package frommap

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// Version changes when the same map may give another model.
const Version = "1"

// The clock of a map's model, and when its scenarios begin.
const (
	start, stop, step, save = 2025, 2035, 1.0 / 16, 0.25
	pushFrom                = 2026
)

// What a link's strength and delay may be when the text says so, or says
// nothing: assumptions of ours, wide on purpose.
var (
	weights = map[string]entente.Range{
		"strong": {Dist: "uniform", Params: []float64{0.5, 0.9}},
		"slight": {Dist: "uniform", Params: []float64{0.05, 0.3}},
		"":       {Dist: "uniform", Params: []float64{0.2, 0.7}},
	}
	delays = map[string]entente.Range{ // years
		"immediate": {Dist: "uniform", Params: []float64{0.1, 0.5}},
		"long":      {Dist: "uniform", Params: []float64{3, 7}},
		"":          {Dist: "uniform", Params: []float64{0.5, 3}},
	}
)

// Title gives a concept's names by language.
type Title func(entente.ConceptID) map[entente.Lang]string

// Model compiles a map. The model of an empty map has no variables.
func Model(name string, m entente.Map, title Title) *entente.Model {
	model := &entente.Model{
		Name:  name,
		Title: map[entente.Lang]string{entente.English: "Model of the map of " + name, entente.Chinese: name + " 因果图的模型"},
		Doc:   "Made from a causal map: each concept is an index (1 = the start of 2025).",
		Time:  entente.TimeSpec{Start: start, Stop: stop, Step: step, Save: save, Unit: "year", Method: "euler"},
	}
	links := slices.Clone(m.Links)
	slices.SortFunc(links, func(a, b entente.Link) int { return cmp.Compare(a.ID, b.ID) })
	effects := map[entente.ConceptID][]string{}
	for _, l := range links {
		if l.Belief <= 0 {
			continue
		}
		vs := linkVariables(l)
		model.Variables = append(model.Variables, vs...)
		effects[l.Effect] = append(effects[l.Effect], string(vs[len(vs)-1].Name))
	}
	model.Variables = append(model.Variables, entente.Variable{
		Name: "push_from", Kind: entente.Constant, Unit: "year", Equation: fmt.Sprint(pushFrom),
		Doc:        "When a scenario's push begins.",
		Assumption: &entente.Assumption{Low: start, High: stop, Why: "the question sets it"},
	})
	for _, c := range m.Concepts {
		model.Variables = append(model.Variables, conceptVariables(c, effects[c], title)...)
	}
	model.Questions = questions(m)
	model.Scenarios = scenarios(m, model.Questions, title)
	return model
}

// linkVariables gives a link's weight, delay, presence and effect, the effect
// last.
func linkVariables(l entente.Link) []entente.Variable {
	word := "raises"
	if l.Sign == entente.Minus {
		word = "lowers"
	}
	name := string(l.Cause) + "_" + word + "_" + string(l.Effect)
	constant := func(prefix, unit, doc string, r entente.Range, mean float64, low, high float64, why string) entente.Variable {
		return entente.Variable{
			Name: entente.VariableName(prefix + name), Kind: entente.Constant, Unit: unit, Doc: doc,
			Equation: trim(mean), Range: &r, Links: []entente.LinkID{l.ID},
			Assumption: &entente.Assumption{Low: low, High: high, Why: why},
		}
	}
	w, d := weights[l.Strength], delays[l.Delay]
	sign := ""
	if l.Sign == entente.Minus {
		sign = "-"
	}
	return []entente.Variable{
		constant("weight_", "1", "How strongly the cause moves the effect.", w, mid(w), w.Params[0], w.Params[1], because("strength", l.Strength)),
		constant("delay_", "year", "How long the effect takes.", d, mid(d), d.Params[0], d.Params[1], because("delay", l.Delay)),
		constant("held_", "1", "Whether the link holds in this run.", entente.Range{Dist: "bernoulli", Params: []float64{l.Belief}}, l.Belief, 0, 1, "drawn with the belief in the link"),
		{
			Name: entente.VariableName(name), Kind: entente.Auxiliary, Unit: "1", Links: []entente.LinkID{l.ID},
			Doc:      fmt.Sprintf("%s %s %s; belief %.2f from %d works.", l.Cause, word, l.Effect, l.Belief, len(l.Works)),
			Equation: fmt.Sprintf("SMTH1(%sheld_%s * weight_%s * (%s - 1), delay_%s, 0)", sign, name, name, l.Cause, name),
		},
	}
}

func because(what, said string) string {
	if said == "" {
		return "the texts give no " + what + "; a wide range"
	}
	return "the texts call the " + what + " " + said
}

func mid(r entente.Range) float64 { return (r.Params[0] + r.Params[1]) / 2 }

// conceptVariables gives the push a scenario sets and the concept's index. The
// sum of effects z is bounded by z/(1+|z|), so that the index stays between 0
// and 2 before the push.
func conceptVariables(c entente.ConceptID, effects []string, title Title) []entente.Variable {
	push := entente.VariableName("push_" + string(c))
	pull := "0"
	if len(effects) > 0 {
		pull = strings.Join(effects, " + ")
	}
	names := title(c)
	return []entente.Variable{
		{
			Name: push, Kind: entente.Constant, Unit: "1", Equation: "0",
			Doc:        "What a scenario adds to the index from push_from on: 0.2 raises it by 20 %.",
			Assumption: &entente.Assumption{Low: -1, High: 1, Why: "the question sets it"},
		},
		{
			Name: "pull_on_" + entente.VariableName(c), Kind: entente.Auxiliary, Unit: "1", Equation: pull,
			Doc:        "The sum of what its causes do to it.",
			Assumption: &entente.Assumption{Why: "effects add up before they saturate"},
		},
		{
			Name: entente.VariableName(c), Kind: entente.Auxiliary, Unit: "1", Title: names,
			Equation:   fmt.Sprintf("(1 + pull_on_%s / (1 + ABS(pull_on_%s))) * (1 + STEP(%s, push_from))", c, c, push),
			Doc:        "Index, 1 = the start.",
			Assumption: &entente.Assumption{Low: 0, High: 2, Why: "an index that saturates at 0 and 2"},
		},
	}
}

// asked are the outcomes that readers ask about first, where the map has them.
var asked = []entente.ConceptID{"trust_in_us", "japan_defense_spending", "japan_strategic_autonomy", "regional_tension", "japan_hedging", "alliance_strength", "conflict_risk"}

const mostQuestions = 5

// questions returns the outcomes to show: those readers ask about first, then
// the concepts with the most causes.
func questions(m entente.Map) []entente.VariableName {
	causes := map[entente.ConceptID]int{}
	for _, l := range m.Links {
		causes[l.Effect]++
	}
	rest := slices.Clone(m.Concepts)
	slices.SortStableFunc(rest, func(a, b entente.ConceptID) int { return causes[b] - causes[a] })
	var out []entente.VariableName
	for _, c := range append(slices.Clone(asked), rest...) {
		v := entente.VariableName(c)
		if causes[c] > 0 && !slices.Contains(out, v) && len(out) < mostQuestions {
			out = append(out, v)
		}
	}
	return out
}

const mostScenarios = 6

// scenarios raises each of the map's main drivers by a fifth. Drivers are
// ranked by how many of the questions they bear on, then by the belief in
// their links.
func scenarios(m entente.Map, questions []entente.VariableName, title Title) []entente.Scenario {
	weight := map[entente.ConceptID]float64{}
	next := map[entente.ConceptID][]entente.ConceptID{}
	for _, l := range m.Links {
		next[l.Cause] = append(next[l.Cause], l.Effect)
		weight[l.Cause] += l.Belief
	}
	bears := map[entente.ConceptID]int{}
	for c := range next {
		for q := range reachable(c, next) {
			if slices.Contains(questions, entente.VariableName(q)) {
				bears[c]++
			}
		}
	}
	drivers := slices.Clone(m.Concepts)
	slices.SortStableFunc(drivers, func(a, b entente.ConceptID) int {
		return cmp.Or(cmp.Compare(bears[b], bears[a]), cmp.Compare(weight[b], weight[a]))
	})
	var out []entente.Scenario
	for _, c := range drivers[:min(mostScenarios, len(drivers))] {
		if bears[c] > 0 {
			out = append(out, Push(c, 0.2, title))
		}
	}
	return out
}

func trim(v float64) string {
	return strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.6f", v), "0"), ".")
}
