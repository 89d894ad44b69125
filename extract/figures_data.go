package extract

import (
	_ "embed"
	"slices"

	"github.com/goccy/go-yaml"

	"github.com/ententelab/entente"
)

//go:embed data/figures.yaml
var figuresYAML []byte

// figureData holds data/figures.yaml.
var figureData = readFigureData()

// figureWords is data/figures.yaml, in its order: what each list means is said there.
type figureWords struct {
	Measures   measureWords `yaml:"measures"`
	Concrete   []string     `yaml:"concrete"` // glosses of measures
	General    []string     `yaml:"general"`  // … such as share or cost, which others outrank
	NeverMoney []string     `yaml:"never_money"`
	NeverShare []string     `yaml:"never_share"`

	Demanded   []string `yaml:"demanded"`
	Planned    []string `yaml:"planned"`
	Estimate   []string `yaml:"estimate"`
	Threshold  []string `yaml:"threshold"`
	None       []string `yaml:"none"`
	status     *wordset // these five; value: index into statuses
	statusBack *wordset // demanded and planned, read from the end

	Groups       actorWords                 `yaml:"groups"`
	Regions      actorWords                 `yaml:"regions"`
	Prefectures  actorWords                 `yaml:"prefectures"`
	Rivals       []string                   `yaml:"rivals"`
	Reckoners    []entente.ActorID          `yaml:"reckoners"`
	Currencies   map[string]entente.ActorID `yaml:"currencies"` // the state whose money it is
	Benchmarks   []float64                  `yaml:"benchmarks"`
	OwnerMarks   foldedWords                `yaml:"owner_marks"`
	ArmsCounters foldedWords                `yaml:"arms_counters"`
	Guarantors   bothWays                   `yaml:"guarantor_forces"`
	Its          bothWays                   `yaml:"its"`

	GDP            *wordset `yaml:"gdp"`
	Same           *wordset `yaml:"same_measure"`
	DatedBy        *wordset `yaml:"dated_by"`
	PartOf         ending   `yaml:"part_of"`
	Against        ending   `yaml:"against"`
	Modals         *wordset `yaml:"modals"`
	Sales          *wordset `yaml:"sales"`
	Recipient      ending   `yaml:"recipient_before"`
	Orders         verbset  `yaml:"orders"`
	Goals          *wordset `yaml:"goals"`
	Reached        ending   `yaml:"reached"`
	ShortOf        ending   `yaml:"short_of"`
	HardLimits     *wordset `yaml:"hard_limits"`
	Payers         *wordset `yaml:"payers"`
	Apiece         *wordset `yaml:"apiece"`
	Comparing      ending   `yaml:"comparing"`
	Topics         *wordset `yaml:"topics"`
	Passive        ending   `yaml:"passive_before"`
	PassiveAfter   *wordset `yaml:"passive_after"`
	Totals         ending   `yaml:"totals"`
	AskedAfter     *wordset `yaml:"asked_after"`
	ReachedAfter   *wordset `yaml:"reached_after"`
	Limits         *wordset `yaml:"limits"`
	NotOwner       ending   `yaml:"not_owner"`
	ObjectMarks    *wordset `yaml:"object_marks"`
	Change         *wordset `yaml:"change"`
	Level          ending   `yaml:"level_before"`
	Discourse      *wordset `yaml:"discourse"`
	Participants   *wordset `yaml:"participants"`
	RankBefore     ending   `yaml:"rank_before"`
	SharedOut      *wordset `yaml:"shared_out"`
	OrdinalsIdle   *wordset `yaml:"ordinals_idle"`
	RankAfter      *wordset `yaml:"rank_after"`
	Majority       *wordset `yaml:"majority"`
	NotBefore      ending   `yaml:"not_before"`
	NotAfter       *wordset `yaml:"not_after"`
	Imposing       verbset  `yaml:"imposing"`
	Inward         *wordset `yaml:"inward"`
	AimAfter       *wordset `yaml:"aim_after"`
	AimBefore      ending   `yaml:"aim_before"`
	Budget         *wordset `yaml:"budget"`
	Spent          *wordset `yaml:"spent"`
	Priced         *wordset `yaml:"priced"`
	Announced      verbset  `yaml:"announced"`
	InForce        *wordset `yaml:"in_force"`
	Settled        *wordset `yaml:"settled"`
	RequestedBy    *wordset `yaml:"requested_by"`
	Adopted        *wordset `yaml:"adopted"`
	Past           ending   `yaml:"past"`
	PartNames      ending   `yaml:"part_names"`
	Figurative     *wordset `yaml:"figurative"`
	NumberWords    *wordset `yaml:"number_words"`
	RequestNouns   *wordset `yaml:"request_nouns"`
	Relatives      *wordset `yaml:"relatives"`
	Asking         ending   `yaml:"asking"`
	ToRaise        *wordset `yaml:"to_raise"`
	Managed        *wordset `yaml:"managed"`
	Agreement      *wordset `yaml:"agreement"`
	Partitive      *wordset `yaml:"partitive"`
	Amounts        *wordset `yaml:"amounts"`
	SettledAfter   *wordset `yaml:"settled_after"`
	Spends         *wordset `yaml:"spends"`
	Since          ending   `yaml:"since"`
	Nominal        ending   `yaml:"nominal"`
	SpentAfter     *wordset `yaml:"spent_after"`
	Wishes         *wordset `yaml:"wishes"`
	Current        ending   `yaml:"current"`
	ChangeFrom     ending   `yaml:"change_from"`
	ChangeTo       *wordset `yaml:"change_to"`
	Ranging        ending   `yaml:"ranging"`
	Hedges         ending   `yaml:"hedges"`
	Bars           *wordset `yaml:"bars"`
	Deciding       ending   `yaml:"deciding"`
	Deals          *wordset `yaml:"deals"`
	ToCome         *wordset `yaml:"to_come"`
	Lasting        *wordset `yaml:"lasting"`
	Replies        *wordset `yaml:"replies"`
	Polls          *wordset `yaml:"polls"`
	Ages           ending   `yaml:"ages"`
	Opinions       *wordset `yaml:"opinions"`
	InReturn       *wordset `yaml:"in_return"`
	WholeOf        *wordset `yaml:"whole_of"`
	Completed      *wordset `yaml:"completed"`
	Auxiliaries    *wordset `yaml:"auxiliaries"`
	Foreseen       ending   `yaml:"foreseen"`
	PledgedAfter   *wordset `yaml:"pledged_after"`
	Exchange       *wordset `yaml:"exchange"`
	Begun          *wordset `yaml:"begun"`
	Surveys        *wordset `yaml:"surveys"`
	Drafts         *wordset `yaml:"drafts"`
	Remainder      ending   `yaml:"remainder"`
	Now            *wordset `yaml:"now"`
	Floors         *wordset `yaml:"floors"`
	FloorsBefore   ending   `yaml:"floors_before"`
	Bans           *wordset `yaml:"bans"`
	Conditions     *wordset `yaml:"conditions"`
	Needs          *wordset `yaml:"needs"`
	Tallies        ending   `yaml:"tallies"`
	TermNames      *wordset `yaml:"term_names"`
	Compared       ending   `yaml:"compared"`
	ComparedAfter  *wordset `yaml:"compared_after"`
	SumGoesOn      *wordset `yaml:"sum_goes_on"`
	PercentGoesOn  *wordset `yaml:"percent_goes_on"`
	PhraseEnds     *wordset `yaml:"phrase_ends"`
	MadeUp         *wordset `yaml:"made_up"`
	Ago            *wordset `yaml:"ago"`
	Closers        *wordset `yaml:"closers"`
	RecipientAfter *wordset `yaml:"recipient_after"`
	Nominative     *wordset `yaml:"nominative"`
	Hours          ending   `yaml:"hours"`
	Ponders        ending   `yaml:"ponders"`
	Approximately  ending   `yaml:"approximately"`
	SpanOpens      ending   `yaml:"span_opens"`
	Summed         *wordset `yaml:"summed"`
	NewClause      ending   `yaml:"new_clause"`
	Causatives     ending   `yaml:"causatives"`
	Taxed          ending   `yaml:"taxed"`
	Accrues        *wordset `yaml:"accrues"`
	PartsOf        *wordset `yaml:"parts_of"`
	Converted      ending   `yaml:"converted"`
	OtherRates     *wordset `yaml:"other_rates"`
	StandsAt       *wordset `yaml:"stands_at"`
	Defending      *wordset `yaml:"defending"`
	HoursAfter     *wordset `yaml:"hours_after"`
	HalvesAfter    *wordset `yaml:"halves_after"`
	LimitsLater    *wordset `yaml:"limits_later"`
	Leaving        ending   `yaml:"leaving"`
	LeavesAfter    *wordset `yaml:"leaves_after"`
	Reaching       ending   `yaml:"reaching"`
	Requests       ending   `yaml:"requests"`
	Moved          ending   `yaml:"moved"`
	PerUnit        ending   `yaml:"per_unit"`
	Trading        verbset  `yaml:"trading"`
	Venues         *wordset `yaml:"venues"`
	Participating  *wordset `yaml:"participating"`
	Sending        *wordset `yaml:"sending"`
	PlanTitles     *wordset `yaml:"plan_titles"`
	LookBack       *wordset `yaml:"look_back"`
	TargetLists    *wordset `yaml:"target_lists"`
	PlanVerbs      *wordset `yaml:"plan_verbs"`
	PlanChange     *wordset `yaml:"plan_change"`
	PlanNot        *wordset `yaml:"plan_not"`
	PlanFrom       ending   `yaml:"plan_from"`
	Margins        *wordset `yaml:"margins"`
	Coming         ending   `yaml:"coming"`
	Worldwide      *wordset `yaml:"worldwide"`
}

// statuses in the order of the word lists; "" is a word that only looks like one.
var statuses = []string{"demanded", "planned", "estimate", "threshold", ""}

func readFigureData() *figureWords {
	f := new(figureWords)
	if err := yaml.Unmarshal(figuresYAML, f); err != nil {
		panic("extract: data/figures.yaml: " + err.Error()) // embedded: a broken build, not input
	}
	f.status = foldedSet(false, withVerbForms(f.Demanded), withVerbForms(f.Planned), f.Estimate, f.Threshold, f.None)
	f.statusBack = foldedSet(true, f.Demanded, f.Planned)
	m := &f.Measures
	for _, gloss := range m.glosses {
		m.concrete = append(m.concrete, slices.Contains(f.Concrete, gloss))
		m.general = append(m.general, slices.Contains(f.General, gloss))
		m.neverMoney = append(m.neverMoney, slices.Contains(f.NeverMoney, gloss))
		m.neverShare = append(m.neverShare, slices.Contains(f.NeverShare, gloss))
	}
	return f
}

// measureWords are words for what is measured.
type measureWords struct {
	ahead, back                               *wordset // value: index into glosses
	defence, tariffs                          *wordset // the words of these two alone
	glosses                                   []string
	concrete, general, neverMoney, neverShare []bool // by gloss
}

// UnmarshalYAML reads words by their gloss.
func (m *measureWords) UnmarshalYAML(unmarshal func(any) error) error {
	glosses, words, err := wordsByKey(unmarshal)
	if err != nil {
		return err
	}
	*m = measureWords{glosses: glosses, ahead: foldedSet(false, words...), back: foldedSet(true, words...)}
	of := func(gloss string) *wordset { return foldedSet(false, words[slices.Index(glosses, gloss)]) }
	m.defence, m.tariffs = of("defence spending"), of("tariff rate")
	return nil
}

// actorWords are words for actors.
type actorWords struct {
	*wordset // value: index into ids
	ids      []entente.ActorID
}

// UnmarshalYAML reads words by their actor.
func (w *actorWords) UnmarshalYAML(unmarshal func(any) error) error {
	ids, words, err := wordsByKey(unmarshal)
	for _, id := range ids {
		w.ids = append(w.ids, entente.ActorID(id))
	}
	w.wordset = foldedSet(false, words...)
	return err
}
