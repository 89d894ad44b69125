package extract

import (
	_ "embed"
	"slices"

	"github.com/goccy/go-yaml"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/fold"
)

//go:embed data/figures.yaml
var figuresYAML []byte

// figureData holds data/figures.yaml.
var figureData = readFigureData()

type figureSets struct {
	measures                             *wordset // value: index into glosses
	measuresBack                         *wordset
	glosses                              []string
	concrete                             []bool   // by gloss
	general                              []bool   // by gloss: a word such as share or cost, which others outrank
	status                               *wordset // value: index into statuses
	gdp, same                            *wordset
	change                               *wordset
	level                                *wordset // read from the end
	discourse                            *wordset
	participants                         *wordset
	rankBefore                           *wordset // read from the end
	rankAfter                            *wordset
	majority                             *wordset
	notBefore                            *wordset // read from the end
	notAfter                             *wordset
	objectMarks                          *wordset
	modals                               *wordset
	orders                               *wordset
	goals                                *wordset
	reached                              *wordset // read from the end
	notOwner                             *wordset // read from the end
	reachedAfter                         *wordset
	limits                               *wordset
	sales                                *wordset
	recipient                            *wordset // read from the end
	totals                               *wordset // read from the end
	askedAfter                           *wordset
	shortOf                              *wordset // read from the end
	hardLimits                           *wordset
	payers                               *wordset
	apiece                               *wordset
	comparing                            *wordset // read from the end
	topics                               *wordset
	converted                            *wordset // read backwards
	otherRates, standsAt                 *wordset
	planTitles, lookBack, targetLists    *wordset
	planVerbs, planChange, planNot       *wordset
	planFrom, coming                     *wordset // read from the end
	worldwide                            *wordset
	margins                              *wordset
	passive                              *wordset // read from the end
	passiveAfter                         *wordset
	imposing                             *wordset
	inward                               *wordset
	aimAfter                             *wordset
	aimBefore                            *wordset // read from the end
	defending                            *wordset // what a share of the product is spent on
	budget                               *wordset
	spent                                *wordset
	priced                               *wordset
	announced                            *wordset
	inForce                              *wordset
	settled                              *wordset
	requestedBy                          *wordset
	adopted                              *wordset
	past                                 *wordset // read from the end
	partNames                            *wordset // read from the end
	figurative                           *wordset
	numberWords                          *wordset
	currencies                           map[string]entente.ActorID // the state whose money it is
	rivals                               map[string]bool
	benchmarks                           []float64 // shares of the product by which allies are measured
	percentGoesOn, phraseEnds            *wordset
	regions                              *wordset // value: index into regionIDs
	regionIDs                            []entente.ActorID
	reckoners                            map[entente.ActorID]bool
	agreement                            *wordset
	partitive                            *wordset
	statusBack                           *wordset // demanded and planned, read from the end
	amounts                              *wordset
	settledAfter                         *wordset
	spends                               *wordset
	since                                *wordset // read from the end
	nominal                              *wordset // read from the end
	defence                              *wordset // the words of defence spending
	spentAfter                           *wordset
	tariffs                              *wordset // the words of a tariff
	wishes                               *wordset
	requestNouns                         *wordset
	relatives                            *wordset
	asking                               *wordset // read from the end
	toRaise                              *wordset
	managed                              *wordset
	ownerMarks                           map[string]bool
	groups                               *wordset // value: index into groupIDs
	groupIDs                             []entente.ActorID
	opinions                             *wordset
	inReturn                             *wordset
	wholeOf                              *wordset
	completed                            *wordset
	auxiliaries                          *wordset
	neverMoney                           []bool
	neverShare                           []bool
	current                              *wordset // read from the end
	changeFrom                           *wordset // read from the end
	changeTo                             *wordset
	ranging                              *wordset // read from the end
	hedges                               *wordset // read from the end
	bars                                 *wordset
	deciding                             *wordset // read from the end
	deals                                *wordset
	toCome                               *wordset
	lasting                              *wordset
	replies                              *wordset
	polls                                *wordset
	ages                                 *wordset // read from the end
	foreseen                             *wordset // read from the end
	pledgedAfter                         *wordset
	exchange                             *wordset
	begun                                *wordset
	surveys                              *wordset
	drafts                               *wordset
	remainder                            *wordset // read from the end
	now                                  *wordset
	floors                               *wordset
	floorsBefore                         *wordset // read from the end
	bans                                 *wordset
	conditions                           *wordset
	needs                                *wordset
	tallies                              *wordset // read from the end
	termNames                            *wordset
	compared                             *wordset // read from the end
	comparedAfter                        *wordset
	sumGoesOn                            *wordset
	madeUp                               *wordset
	ago                                  *wordset
	hours, ponders                       *wordset // read from the end
	hoursAfter, halvesAfter, limitsLater *wordset
	moved                                *wordset // read from the end
	trading, venues                      *wordset
	participating, sending               *wordset
	leaving, reaching, requests          *wordset // read from the end
	leavesAfter                          *wordset
	approximately, spanOpens             *wordset // read from the end
	summed, partsOf                      *wordset
	newClause, causatives, taxed         *wordset // read from the end
	accrues, prefectures                 *wordset // value of prefectures: index into prefectureIDs
	prefectureIDs                        []entente.ActorID
	guarantors, its                      *wordset
	guarantorsBack, itsBack              *wordset // the same, read from the end
	armsCounters                         map[string]bool
	closers, recipientAfter, nominative  *wordset
}

// statuses in the order of the word lists; "" is a word that only looks like one.
var statuses = []string{"demanded", "planned", "estimate", "threshold", ""}

type figureFile struct {
	Measures       yaml.MapSlice     `yaml:"measures"`
	GDP            []string          `yaml:"gdp"`
	Same           []string          `yaml:"same_measure"`
	Demanded       []string          `yaml:"demanded"`
	Planned        []string          `yaml:"planned"`
	Estimate       []string          `yaml:"estimate"`
	Threshold      []string          `yaml:"threshold"`
	None           []string          `yaml:"none"`
	ObjectMarks    []string          `yaml:"object_marks"`
	Change         []string          `yaml:"change"`
	Level          []string          `yaml:"level_before"`
	Concrete       []string          `yaml:"concrete"`
	General        []string          `yaml:"general"`
	Defending      []string          `yaml:"defending"`
	OwnerMarks     []string          `yaml:"owner_marks"`
	Groups         yaml.MapSlice     `yaml:"groups"`
	Modals         []string          `yaml:"modals"`
	Orders         []string          `yaml:"orders"`
	Goals          []string          `yaml:"goals"`
	Reached        []string          `yaml:"reached"`
	NotOwner       []string          `yaml:"not_owner"`
	ReachedAfter   []string          `yaml:"reached_after"`
	Limits         []string          `yaml:"limits"`
	Sales          []string          `yaml:"sales"`
	Recipient      []string          `yaml:"recipient_before"`
	Totals         []string          `yaml:"totals"`
	AskedAfter     []string          `yaml:"asked_after"`
	ShortOf        []string          `yaml:"short_of"`
	HardLimits     []string          `yaml:"hard_limits"`
	Payers         []string          `yaml:"payers"`
	Apiece         []string          `yaml:"apiece"`
	Comparing      []string          `yaml:"comparing"`
	Topics         []string          `yaml:"topics"`
	Converted      []string          `yaml:"converted"`
	OtherRates     []string          `yaml:"other_rates"`
	StandsAt       []string          `yaml:"stands_at"`
	PlanTitles     []string          `yaml:"plan_titles"`
	LookBack       []string          `yaml:"look_back"`
	TargetLists    []string          `yaml:"target_lists"`
	PlanVerbs      []string          `yaml:"plan_verbs"`
	PlanChange     []string          `yaml:"plan_change"`
	PlanNot        []string          `yaml:"plan_not"`
	PlanFrom       []string          `yaml:"plan_from"`
	Coming         []string          `yaml:"coming"`
	Worldwide      []string          `yaml:"worldwide"`
	Margins        []string          `yaml:"margins"`
	Passive        []string          `yaml:"passive_before"`
	PassiveAfter   []string          `yaml:"passive_after"`
	Discourse      []string          `yaml:"discourse"`
	Participants   []string          `yaml:"participants"`
	RankBefore     []string          `yaml:"rank_before"`
	RankAfter      []string          `yaml:"rank_after"`
	Majority       []string          `yaml:"majority"`
	Imposing       []string          `yaml:"imposing"`
	Inward         []string          `yaml:"inward"`
	AimAfter       []string          `yaml:"aim_after"`
	AimBefore      []string          `yaml:"aim_before"`
	Budget         []string          `yaml:"budget"`
	Spent          []string          `yaml:"spent"`
	Priced         []string          `yaml:"priced"`
	Announced      []string          `yaml:"announced"`
	InForce        []string          `yaml:"in_force"`
	Settled        []string          `yaml:"settled"`
	RequestedBy    []string          `yaml:"requested_by"`
	Adopted        []string          `yaml:"adopted"`
	Past           []string          `yaml:"past"`
	PartNames      []string          `yaml:"part_names"`
	Figurative     []string          `yaml:"figurative"`
	NumberWords    []string          `yaml:"number_words"`
	Currencies     map[string]string `yaml:"currencies"`
	Rivals         []string          `yaml:"rivals"`
	Benchmarks     []float64         `yaml:"benchmarks"`
	PercentGoesOn  []string          `yaml:"percent_goes_on"`
	PhraseEnds     []string          `yaml:"phrase_ends"`
	Regions        yaml.MapSlice     `yaml:"regions"`
	Reckoners      []string          `yaml:"reckoners"`
	Agreement      []string          `yaml:"agreement"`
	Partitive      []string          `yaml:"partitive"`
	Amounts        []string          `yaml:"amounts"`
	SettledAfter   []string          `yaml:"settled_after"`
	Spends         []string          `yaml:"spends"`
	Since          []string          `yaml:"since"`
	Nominal        []string          `yaml:"nominal"`
	SpentAfter     []string          `yaml:"spent_after"`
	Wishes         []string          `yaml:"wishes"`
	RequestNouns   []string          `yaml:"request_nouns"`
	Relatives      []string          `yaml:"relatives"`
	Asking         []string          `yaml:"asking"`
	ToRaise        []string          `yaml:"to_raise"`
	Managed        []string          `yaml:"managed"`
	NotBefore      []string          `yaml:"not_before"`
	NotAfter       []string          `yaml:"not_after"`
	Opinions       []string          `yaml:"opinions"`
	InReturn       []string          `yaml:"in_return"`
	WholeOf        []string          `yaml:"whole_of"`
	Completed      []string          `yaml:"completed"`
	Auxiliaries    []string          `yaml:"auxiliaries"`
	NeverMoney     []string          `yaml:"never_money"`
	NeverShare     []string          `yaml:"never_share"`
	Current        []string          `yaml:"current"`
	ChangeFrom     []string          `yaml:"change_from"`
	ChangeTo       []string          `yaml:"change_to"`
	Ranging        []string          `yaml:"ranging"`
	Hedges         []string          `yaml:"hedges"`
	Bars           []string          `yaml:"bars"`
	Deciding       []string          `yaml:"deciding"`
	Deals          []string          `yaml:"deals"`
	ToCome         []string          `yaml:"to_come"`
	Lasting        []string          `yaml:"lasting"`
	Replies        []string          `yaml:"replies"`
	Polls          []string          `yaml:"polls"`
	Ages           []string          `yaml:"ages"`
	Foreseen       []string          `yaml:"foreseen"`
	PledgedAfter   []string          `yaml:"pledged_after"`
	Exchange       []string          `yaml:"exchange"`
	Begun          []string          `yaml:"begun"`
	Surveys        []string          `yaml:"surveys"`
	Drafts         []string          `yaml:"drafts"`
	Remainder      []string          `yaml:"remainder"`
	Now            []string          `yaml:"now"`
	Floors         []string          `yaml:"floors"`
	FloorsBefore   []string          `yaml:"floors_before"`
	Bans           []string          `yaml:"bans"`
	Conditions     []string          `yaml:"conditions"`
	Needs          []string          `yaml:"needs"`
	Tallies        []string          `yaml:"tallies"`
	TermNames      []string          `yaml:"term_names"`
	Compared       []string          `yaml:"compared"`
	ComparedAfter  []string          `yaml:"compared_after"`
	SumGoesOn      []string          `yaml:"sum_goes_on"`
	MadeUp         []string          `yaml:"made_up"`
	Ago            []string          `yaml:"ago"`
	Hours          []string          `yaml:"hours"`
	Trading        []string          `yaml:"trading"`
	Venues         []string          `yaml:"venues"`
	Participating  []string          `yaml:"participating"`
	Sending        []string          `yaml:"sending"`
	Moved          []string          `yaml:"moved"`
	Leaving        []string          `yaml:"leaving"`
	LeavesAfter    []string          `yaml:"leaves_after"`
	Reaching       []string          `yaml:"reaching"`
	Requests       []string          `yaml:"requests"`
	HoursAfter     []string          `yaml:"hours_after"`
	HalvesAfter    []string          `yaml:"halves_after"`
	LimitsLater    []string          `yaml:"limits_later"`
	Ponders        []string          `yaml:"ponders"`
	Approximately  []string          `yaml:"approximately"`
	SpanOpens      []string          `yaml:"span_opens"`
	Summed         []string          `yaml:"summed"`
	PartsOf        []string          `yaml:"parts_of"`
	NewClause      []string          `yaml:"new_clause"`
	Causatives     []string          `yaml:"causatives"`
	Taxed          []string          `yaml:"taxed"`
	Accrues        []string          `yaml:"accrues"`
	Prefectures    yaml.MapSlice     `yaml:"prefectures"`
	Guarantors     []string          `yaml:"guarantor_forces"`
	Its            []string          `yaml:"its"`
	ArmsCounters   []string          `yaml:"arms_counters"`
	Closers        []string          `yaml:"closers"`
	RecipientAfter []string          `yaml:"recipient_after"`
	Nominative     []string          `yaml:"nominative"`
}

func readFigureData() figureSets {
	var f figureFile
	if err := yaml.Unmarshal(figuresYAML, &f); err != nil {
		panic("extract: data/figures.yaml: " + err.Error()) // embedded: a broken build, not input
	}
	d := figureSets{
		status: foldedSet(false, withVerbForms(f.Demanded), withVerbForms(f.Planned), f.Estimate, f.Threshold, f.None),
		gdp:    foldedSet(false, f.GDP), same: foldedSet(false, f.Same), change: foldedSet(false, f.Change),
		level: foldedSet(true, f.Level), discourse: foldedSet(false, f.Discourse), participants: foldedSet(false, f.Participants),
		rankBefore: foldedSet(true, f.RankBefore), rankAfter: foldedSet(false, f.RankAfter), majority: foldedSet(false, f.Majority),
		notBefore: foldedSet(true, f.NotBefore), notAfter: foldedSet(false, f.NotAfter), objectMarks: foldedSet(false, f.ObjectMarks),
		modals: foldedSet(false, f.Modals), orders: foldedSet(false, withVerbForms(f.Orders)), goals: foldedSet(false, f.Goals),
		reached: foldedSet(true, f.Reached), notOwner: foldedSet(true, f.NotOwner), reachedAfter: foldedSet(false, f.ReachedAfter), limits: foldedSet(false, f.Limits),
		sales: foldedSet(false, f.Sales), recipient: foldedSet(true, f.Recipient),
		totals: foldedSet(true, f.Totals), askedAfter: foldedSet(false, f.AskedAfter),
		planTitles: foldedSet(false, f.PlanTitles), lookBack: foldedSet(false, f.LookBack), targetLists: foldedSet(false, f.TargetLists),
		planVerbs: foldedSet(false, f.PlanVerbs), planChange: foldedSet(false, f.PlanChange), planNot: foldedSet(false, f.PlanNot), planFrom: foldedSet(true, f.PlanFrom), coming: foldedSet(true, f.Coming), worldwide: foldedSet(false, f.Worldwide), margins: foldedSet(false, f.Margins),
		shortOf: foldedSet(true, f.ShortOf), hardLimits: foldedSet(false, f.HardLimits), payers: foldedSet(false, f.Payers), apiece: foldedSet(false, f.Apiece), comparing: foldedSet(true, f.Comparing), topics: foldedSet(false, f.Topics), converted: foldedSet(true, f.Converted), otherRates: foldedSet(false, f.OtherRates), standsAt: foldedSet(false, f.StandsAt),
		passive: foldedSet(true, f.Passive), passiveAfter: foldedSet(false, f.PassiveAfter),
		imposing:     foldedSet(false, withVerbForms(f.Imposing)),
		inward:       foldedSet(false, f.Inward),
		defending:    foldedSet(false, f.Defending),
		aimAfter:     foldedSet(false, f.AimAfter),
		aimBefore:    foldedSet(true, f.AimBefore),
		budget:       foldedSet(false, f.Budget),
		spent:        foldedSet(false, f.Spent),
		priced:       foldedSet(false, f.Priced),
		announced:    foldedSet(false, withVerbForms(f.Announced)),
		inForce:      foldedSet(false, f.InForce),
		settled:      foldedSet(false, f.Settled),
		requestedBy:  foldedSet(false, f.RequestedBy),
		adopted:      foldedSet(false, f.Adopted),
		past:         foldedSet(true, f.Past),
		partNames:    foldedSet(true, f.PartNames),
		figurative:   foldedSet(false, f.Figurative),
		numberWords:  foldedSet(false, f.NumberWords),
		requestNouns: foldedSet(false, f.RequestNouns),
		relatives:    foldedSet(false, f.Relatives),
		asking:       foldedSet(true, f.Asking),
		toRaise:      foldedSet(false, f.ToRaise),
		managed:      foldedSet(false, f.Managed),
		agreement:    foldedSet(false, f.Agreement),
		partitive:    foldedSet(false, f.Partitive),
		statusBack:   foldedSet(true, f.Demanded, f.Planned),
		amounts:      foldedSet(false, f.Amounts),
		settledAfter: foldedSet(false, f.SettledAfter),
		spends:       foldedSet(false, f.Spends),
		since:        foldedSet(true, f.Since),
		nominal:      foldedSet(true, f.Nominal), defence: newWordset(false),
		spentAfter: foldedSet(false, f.SpentAfter), tariffs: newWordset(false),
		wishes:   foldedSet(false, f.Wishes),
		measures: newWordset(false), measuresBack: newWordset(true),
		auxiliaries:   foldedSet(false, f.Auxiliaries),
		completed:     foldedSet(false, f.Completed),
		wholeOf:       foldedSet(false, f.WholeOf),
		inReturn:      foldedSet(false, f.InReturn),
		opinions:      foldedSet(false, f.Opinions),
		current:       foldedSet(true, f.Current),
		changeFrom:    foldedSet(true, f.ChangeFrom),
		changeTo:      foldedSet(false, f.ChangeTo),
		ranging:       foldedSet(true, f.Ranging),
		hedges:        foldedSet(true, f.Hedges),
		bars:          foldedSet(false, f.Bars),
		deciding:      foldedSet(true, f.Deciding),
		deals:         foldedSet(false, f.Deals),
		toCome:        foldedSet(false, f.ToCome),
		lasting:       foldedSet(false, f.Lasting),
		replies:       foldedSet(false, f.Replies),
		polls:         foldedSet(false, f.Polls),
		ages:          foldedSet(true, f.Ages),
		foreseen:      foldedSet(true, f.Foreseen),
		pledgedAfter:  foldedSet(false, f.PledgedAfter),
		exchange:      foldedSet(false, f.Exchange),
		begun:         foldedSet(false, f.Begun),
		surveys:       foldedSet(false, f.Surveys),
		drafts:        foldedSet(false, f.Drafts),
		remainder:     foldedSet(true, f.Remainder),
		now:           foldedSet(false, f.Now),
		floors:        foldedSet(false, f.Floors),
		floorsBefore:  foldedSet(true, f.FloorsBefore),
		bans:          foldedSet(false, f.Bans),
		conditions:    foldedSet(false, f.Conditions),
		needs:         foldedSet(false, f.Needs),
		tallies:       foldedSet(true, f.Tallies),
		termNames:     foldedSet(false, f.TermNames),
		compared:      foldedSet(true, f.Compared),
		comparedAfter: foldedSet(false, f.ComparedAfter),
		sumGoesOn:     foldedSet(false, f.SumGoesOn),
		percentGoesOn: foldedSet(false, f.PercentGoesOn), phraseEnds: foldedSet(false, f.PhraseEnds), benchmarks: f.Benchmarks,
		madeUp:  foldedSet(false, f.MadeUp),
		trading: foldedSet(false, withVerbForms(f.Trading)), venues: foldedSet(false, f.Venues), participating: foldedSet(false, f.Participating), sending: foldedSet(false, f.Sending),
		moved: foldedSet(true, f.Moved), leaving: foldedSet(true, f.Leaving), leavesAfter: foldedSet(false, f.LeavesAfter), reaching: foldedSet(true, f.Reaching), requests: foldedSet(true, f.Requests),
		hoursAfter: foldedSet(false, f.HoursAfter), halvesAfter: foldedSet(false, f.HalvesAfter), limitsLater: foldedSet(false, f.LimitsLater),
		hours: foldedSet(true, f.Hours), ponders: foldedSet(true, f.Ponders), approximately: foldedSet(true, f.Approximately),
		spanOpens: foldedSet(true, f.SpanOpens), summed: foldedSet(false, f.Summed), partsOf: foldedSet(false, f.PartsOf),
		newClause: foldedSet(true, f.NewClause), causatives: foldedSet(true, f.Causatives), taxed: foldedSet(true, f.Taxed), accrues: foldedSet(false, f.Accrues),
		ago:     foldedSet(false, f.Ago),
		closers: foldedSet(false, f.Closers), recipientAfter: foldedSet(false, f.RecipientAfter), nominative: foldedSet(false, f.Nominative),
		guarantors: foldedSet(false, f.Guarantors), its: foldedSet(false, f.Its),
		guarantorsBack: foldedSet(true, f.Guarantors), itsBack: foldedSet(true, f.Its),
	}
	d.currencies, d.rivals = make(map[string]entente.ActorID), make(map[string]bool)
	for unit, state := range f.Currencies {
		d.currencies[unit] = entente.ActorID(state)
	}
	for _, state := range f.Rivals {
		d.rivals[state] = true
	}
	d.armsCounters = make(map[string]bool)
	for _, c := range f.ArmsCounters {
		d.armsCounters[fold.String(c)] = true
	}
	d.ownerMarks = map[string]bool{"": true}
	for _, m := range f.OwnerMarks {
		d.ownerMarks[fold.String(m)] = true
	}
	d.groups = newWordset(false)
	for i, item := range f.Groups {
		id, _ := item.Key.(string)
		d.groupIDs = append(d.groupIDs, entente.ActorID(id))
		addAll(item.Value, func(w string) { d.groups.add(w, int32(i)) })
	}
	d.prefectures = newWordset(false)
	for i, item := range f.Prefectures {
		id, _ := item.Key.(string)
		d.prefectureIDs = append(d.prefectureIDs, entente.ActorID(id))
		addAll(item.Value, func(w string) { d.prefectures.add(w, int32(i)) })
	}
	d.regions, d.reckoners = newWordset(false), make(map[entente.ActorID]bool)
	for i, item := range f.Regions {
		id, _ := item.Key.(string)
		d.regionIDs = append(d.regionIDs, entente.ActorID(id))
		addAll(item.Value, func(w string) { d.regions.add(w, int32(i)) })
	}
	for _, id := range f.Reckoners {
		d.reckoners[entente.ActorID(id)] = true
	}
	for i, item := range f.Measures {
		gloss, _ := item.Key.(string)
		d.glosses = append(d.glosses, gloss)
		d.general = append(d.general, slices.Contains(f.General, gloss))
		d.neverMoney = append(d.neverMoney, slices.Contains(f.NeverMoney, gloss))
		d.neverShare = append(d.neverShare, slices.Contains(f.NeverShare, gloss))
		d.concrete = append(d.concrete, slices.Contains(f.Concrete, gloss))
		addAll(item.Value, func(w string) {
			d.measures.add(w, int32(i))
			d.measuresBack.add(w, int32(i))
			switch gloss {
			case "defence spending":
				d.defence.add(w, 0)
			case "tariff rate":
				d.tariffs.add(w, 0)
			}
		})
	}
	return d
}

// withVerbForms adds the forms of English verbs to a list.
func withVerbForms(list []string) []string {
	var out []string
	for _, w := range list {
		if w != "" && latin(rune(w[0])) {
			out = append(out, eventForms("en", w, true)...)
		} else {
			out = append(out, w)
		}
	}
	return out
}

// addAll hands over the folded words of a list in a data file.
func addAll(list any, add func(string)) {
	words, _ := list.([]any)
	for _, w := range words {
		if w, ok := w.(string); ok {
			add(fold.String(w))
		}
	}
}
