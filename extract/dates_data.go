package extract

import (
	_ "embed"

	"github.com/goccy/go-yaml"
)

//go:embed data/dates.yaml
var datesYAML []byte

// dateData holds data/dates.yaml.
var dateData = readDateData()

type dateSets struct {
	citations                                                           *wordset // value 1: only at the beginning
	budget, future, before, after, meetings, bounds, sceneAfter, scenes *wordset
	ahead, coming, comingAfter                                          *wordset // what lies ahead: in a sentence, near a date
	aimBefore, aimAfter                                                 *wordset // of a year by which something is to be
	former, notYet, governments, founding, budgets, extra               *wordset // what says the year of writing
}

func readDateData() dateSets {
	var f struct {
		Before      []string `yaml:"background_before"`
		After       []string `yaml:"background_after"`
		Budget      []string `yaml:"budget_before"`
		Future      []string `yaml:"future_before"`
		Meetings    []string `yaml:"meetings"`
		Bounds      []string `yaml:"name_bounds"`
		SceneAfter  []string `yaml:"scene_after"`
		Scenes      []string `yaml:"scenes"`
		Ahead       []string `yaml:"ahead"`
		Coming      []string `yaml:"coming_before"`
		ComingAfter []string `yaml:"coming_after"`
		AimBefore   []string `yaml:"aims_before"`
		AimAfter    []string `yaml:"aims_after"`
		Citations   []string `yaml:"citations"`
		CiteFirst   []string `yaml:"citations_first"`
		Former      []string `yaml:"former_before"`
		NotYet      []string `yaml:"elect_after"`
		Governments []string `yaml:"governments_after"`
		Founding    []string `yaml:"founding"`
		Budgets     []string `yaml:"budgets_after"`
		Extra       []string `yaml:"extra_budgets"`
	}
	if err := yaml.Unmarshal(datesYAML, &f); err != nil {
		panic("extract: data/dates.yaml: " + err.Error()) // embedded: a broken build, not input
	}
	sets := dateSets{
		citations: foldedSet(false, f.Citations, f.CiteFirst), ahead: foldedSet(false, f.Ahead),
		coming: foldedSet(false, f.Coming), comingAfter: foldedSet(false, f.ComingAfter),
		aimBefore: foldedSet(true, f.AimBefore), aimAfter: foldedSet(false, f.AimAfter),
		budget: foldedSet(true, f.Budget), future: foldedSet(true, f.Future),
		before: foldedSet(true, f.Before), after: foldedSet(false, f.After),
		meetings: foldedSet(false, f.Meetings), bounds: foldedSet(true, f.Bounds),
		sceneAfter: foldedSet(false, f.SceneAfter), scenes: foldedSet(false, f.Scenes),
		former: foldedSet(true, f.Former), notYet: foldedSet(false, f.NotYet), governments: foldedSet(false, f.Governments),
		founding: foldedSet(false, f.Founding), budgets: foldedSet(false, f.Budgets), extra: foldedSet(false, f.Extra),
	}
	return sets
}
