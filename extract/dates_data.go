package extract

import (
	_ "embed"

	"github.com/goccy/go-yaml"
)

//go:embed data/dates.yaml
var datesYAML []byte

// dateData holds data/dates.yaml.
var dateData = readDateData()

type dateWords struct {
	Before      ending      `yaml:"background_before"`
	After       *wordset    `yaml:"background_after"`
	Budget      ending      `yaml:"budget_before"`
	Future      ending      `yaml:"future_before"`
	Meetings    *wordset    `yaml:"meetings"`
	Bounds      ending      `yaml:"name_bounds"`
	SceneAfter  *wordset    `yaml:"scene_after"`
	Scenes      *wordset    `yaml:"scenes"`
	Ahead       *wordset    `yaml:"ahead"`         // what lies ahead: in a sentence
	NotAhead    *wordset    `yaml:"not_ahead"`     // … but not in these
	PresentEnd  ending      `yaml:"present_ends"`  // … of a sentence
	GoesBack    ending      `yaml:"goes_back"`     // before a day of the month that was told last, an earlier one
	Coming      *wordset    `yaml:"coming_before"` // … near a date
	ComingAfter *wordset    `yaml:"coming_after"`
	Plans       *wordset    `yaml:"plans"` // so does what somebody plans, farther off: plans to travel to Beijing on
	PlansAfter  *wordset    `yaml:"plans_after"`
	AimBefore   ending      `yaml:"aims_before"` // of a year by which something is to be
	AimAfter    *wordset    `yaml:"aims_after"`
	Promised    *wordset    `yaml:"promised"`
	Former      ending      `yaml:"former_before"` // the lists from here on say the year of writing
	NotYet      *wordset    `yaml:"elect_after"`
	Governments *wordset    `yaml:"governments_after"`
	Founding    *wordset    `yaml:"founding"`
	Budgets     *wordset    `yaml:"budgets_after"`
	Extra       *wordset    `yaml:"extra_budgets"`
	Listing     foldedWords `yaml:"listing"` // between two dates in a row
	Done        foldedWords `yaml:"done"`    // before "in" or "on" and a date: it was then

	Told      foldedWords `yaml:"told"`       // what they said comes behind it
	CalledOff *wordset    `yaml:"called_off"` // before a date for which something was planned

	Citations []string `yaml:"citations"`
	CiteFirst []string `yaml:"citations_first"`
	citations *wordset // both; value 1: only at the beginning
}

func readDateData() *dateWords {
	f := new(dateWords)
	if err := yaml.Unmarshal(datesYAML, f); err != nil {
		panic("extract: data/dates.yaml: " + err.Error()) // embedded: a broken build, not input
	}
	f.citations = foldedSet(false, f.Citations, f.CiteFirst)
	return f
}
