package extract

import (
	"cmp"
	"math"
	"slices"

	"github.com/ententelab/entente/extract/quantity"
)

// This file finds the years that a text leaves out, and the year in which it was
// written, where it does not say so: those under which its dates hang together best.
// Every way to tell them is a story, and costs: that it leaps between years, that it
// tells of what was still to come, that somebody had not taken office yet. The
// cheapest story stands. It is found by way of the cheapest ones up to each date.

// What a story costs.
const (
	yetToCome     = 5.0  // a month without its year is told of that lies ahead of the writing
	yearSaid      = 1.2  // one with its year is, which may be that of a plan
	soonToCome    = 2.0  // … by a month at most: who writes may not know his own day so well
	yearToCome    = 1.0  // a whole year is
	mayBeAhead    = 0.2  // a month without its year lies ahead, where a word says that it may
	mayHaveBeen   = 0.5  // what may lie ahead has been, if it is known in which month the text was written
	lastKnown     = 2.0  // as much dearer are months long ago, if it is known in which month the text was written
	ledBack       = 0.4  // as much of that, where the paragraph told of that year
	ledBackKnown  = 0.05 // … where the month of writing is known: otherwise it may itself lie farther back
	ledFar        = 0.1  // … where a paragraph before did, a heading between at most, without giving it, and the month of writing is known
	ledOn         = 2    // … which is so far
	ledBehind     = 2    // … all if it told of a month that is later by so many
	ledAhead      = 6    // … or of one of the year before that is earlier by so many, and did not give its year
	ledYears      = 4    // … and no longer ago
	hasBeen       = 0.9  // what is said to come has been
	overAYear     = 1.4  // a month without its year is that long ago
	overTwo       = 3.0  // … or so long
	notLedTo      = 0.4  // it is of the year before that of writing, and nothing led there
	neverNamed    = 0.45 // its year is not that of writing, and said nowhere
	leapHere      = 3.0  // the year changes within a sentence
	leapNext      = 2.0  // … from a sentence to the next
	leapOn        = 1.0  // … further on in a paragraph
	leapFar       = 0.5  // … from a paragraph to another
	leastLeap     = 0.2  // as much of that at least, if it is one of few months
	mostLeap      = 1.5  // … at most, if it is one of many years
	wholeYear     = 0.5  // … if only a year stood there
	sayingIt      = 0.2  // as much of that, if the year is said
	unlessEnglish = 1.5  // as much more, where authors are used to say so
	aheadAnyway   = 0.3  // … if it leads to what is to come
	goesOn        = 0.05 // by each month that leads into the next year
	saidAnew      = 0.15 // that it is this year is said where the text has long told of it
	yearOfOwn     = 0.15 // a month of the year of writing is given that year, where others are said to be of this or last year
	turnsBack     = 0.07 // by each month that is told of after a later one of its year
	impossible    = 4.0  // what stands beside a date could not be so then
	silentMonth   = 0.15 // a month has gone by of which nothing is told
	silentYear    = 0.3  // so has a year
	maxSilence    = 24   // of those that count
	notInOffice   = 4.0  // somebody is said to hold an office that he came to hold later
	notKnownYet   = 2.4  // … or is named who held none, or a body that was not there
)

// maxStories is how many are kept up to each date.
const maxStories = 6

// A moment is a date of the text as a story tells it.
type moment struct {
	*dated
	sentence, paragraph int
	opens               bool // its sentence
	alone               bool // in its sentence, and in the first clause of that
	lies                bool // a word says that it may lie ahead
	aside               bool // nothing is told of it
	lastOne             bool // last April, which may be of this year
	facts               []fact
}

// A story is how a text may have got to a date of it.
type story struct {
	at          quantity.Civil // that date
	last, frame quantity.Civil // the date before, and the one that others take their year from
	lastAt      int            // their moments
	framed      int
	latest      quantity.Civil // the last month that was told of
	unnamed     int            // how often the cost of a year said nowhere was paid, twice at most
	cost        float64
	before      int // the story up to the date before, by its number
}

// A teller tells the dates of a text as written in some month.
type teller struct {
	moments []moment
	written quantity.Civil
	english bool
	known   bool         // the month is given
	year    bool         // the year is, and no month
	counts  bool         // the text says this year or last year of months
	named   map[int]bool // the years that the text says
}

// chronology tells the dates of the text in the cheapest way, and notes of each when
// it was. It returns the year of writing and whether it is clearly the likeliest.
func (c *calendar) chronology(p *passage, likely int) (year int, sure bool) {
	moments, known := c.moments(p), c.knownOf(p)
	var years []yearTold
	least := math.Inf(1)
	for _, month := range c.monthsOfWriting(known, likely) {
		t := c.teller(moments, month)
		story := t.tell(nil, least+unheard)
		total := story.cost + known.cost(month) + t.silence(&story, known)
		least = min(least, total)
		if n := len(years); n == 0 || years[n-1].month.Year != month.Year {
			years = append(years, yearTold{month: month, cost: total})
		}
		years[len(years)-1].add(month, total)
	}
	if len(years) == 0 {
		return likely, false
	}
	likeliest := slices.MaxFunc(years, func(a, b yearTold) int { return cmp.Compare(a.chance, b.chance) })
	c.written = likeliest.month
	c.teller(moments, c.written).retell()
	return c.written.Year, !slices.ContainsFunc(years, func(y yearTold) bool {
		return y.month.Year != c.written.Year && y.chance > asLikely*likeliest.chance
	})
}

// A yearTold is what the stories of a text written in one year come to. A year in
// which many months tell it cheaply is likelier than one in which a single month
// tells it a little more cheaply.
type yearTold struct {
	month  quantity.Civil // the cheapest to tell it in
	cost   float64        // of its story
	chance float64        // of the whole year, up to a factor: a story is as much less likely by e as it costs
}

func (y *yearTold) add(month quantity.Civil, cost float64) {
	if cost < y.cost {
		y.month, y.cost = month, cost
	}
	y.chance += math.Exp(-cost)
}

const (
	asLikely = 0.35 // from this share of the likeliest year's chance on another puts it in doubt
	unheard  = 6.0  // a story that costs so much more than another is not told to its end
)

// teller tells the moments as written in some month.
func (c *calendar) teller(moments []moment, month quantity.Civil) *teller {
	named := map[int]bool{month.Year: true}
	for i := range moments {
		named[moments[i].From.Year] = true
	}
	return &teller{
		moments: moments,
		named:   named,
		written: month,
		english: c.english,
		known:   c.known && c.ref.Month != 0,
		year:    c.known && c.ref.Month == 0,
		counts: slices.ContainsFunc(moments, func(m moment) bool {
			return m.From.Base == quantity.Reference && m.From.Month != 0 && m.From.Year == 0
		}),
	}
}

// retell notes the cheapest story of a text written in some month.
func (t *teller) retell() {
	kept := make([][]story, len(t.moments))
	t.tell(kept, math.Inf(1))
	n := 0
	for i := len(t.moments) - 1; i >= 0; i-- {
		t.moments[i].told, n = kept[i][n].at, kept[i][n].before
	}
}

// moments are the dates of the text that stories tell.
func (c *calendar) moments(p *passage) []moment {
	var out []moment
	for i := range p.sentences {
		s := &p.sentences[i]
		if s.Heading {
			continue
		}
		for k := range c.dates[i] {
			d := &c.dates[i][k]
			bareDay := d.From.Base == quantity.Absent && d.From.Year == 0 && d.From.Month == 0
			m := moment{dated: d, sentence: i, paragraph: s.Paragraph, opens: d.Start <= headStart(s.view.Text), alone: len(c.dates[i]) == 1 && s.clauseAt(d.Start) == 0, lastOne: c.lastOne(s, d)}
			m.aside = d.quoted || d.since || d.period || d.aside || c.looksBack(s, k)
			if d.From.Span != 0 || bareDay || d.From.Base == quantity.Following {
				continue
			}
			m.lies = d.ahead || c.lies(s, d)
			if d.From.Year == 0 {
				m.facts = c.facts(s, k)
			}
			out = append(out, m)
		}
	}
	return out
}

// looksBack reports whether the k-th date of a sentence only looks back from its first.
func (c *calendar) looksBack(s *sentence, k int) bool {
	first, d := &c.dates[s.index][0], &c.dates[s.index][k]
	if k > 0 && d.From.Year != 0 && first.From.Year == 0 && !first.aim && ofName(s.view.Text, d) {
		return true
	}
	return k > 0 && d.From.Year != 0 && !first.since && !first.quoted && !first.aim && first.From.Year-d.From.Year > longAgo
}

// monthsOfWriting are the months in which the text may have been written.
func (c *calendar) monthsOfWriting(known beginnings, likely int) (out []quantity.Civil) {
	switch {
	case c.known && c.ref.Month != 0:
		return []quantity.Civil{{Year: c.ref.Year, Month: c.ref.Month}}
	case c.known:
		return []quantity.Civil{{Year: c.ref.Year, Month: 12}} // all of the year may have been told
	case likely == 0:
		return nil
	}
	began := 0
	for _, b := range known {
		began = max(began, b.since.Year)
	}
	first, last := cmp.Or(c.toldDay, likely), max(c.toldDay, likely, began)
	if c.aims && began != 0 {
		first, last = min(likely, began), began
	} else if c.toldDay == 0 && began != 0 {
		first = min(first, began) // a year that is all that is said may be one to come
	}
	for y := first; y <= last+yearsOn; y++ {
		for m := 1; m <= 12; m++ {
			out = append(out, quantity.Civil{Year: y, Month: m})
		}
	}
	return out
}

// yearsOn is how many years a text may be written after the last of which it tells a
// day, or knows who came to office.
const yearsOn = 2

// silence is what it costs that a text tells nothing of the last months before it
// was written, or knows of nobody of the last years.
func (t *teller) silence(s *story, known beginnings) float64 {
	year := 0
	for i := range t.moments {
		if m := &t.moments[i]; !m.lies && !m.aim && m.From.Year <= t.written.Year {
			year = max(year, m.From.Year)
		}
	}
	for _, b := range known {
		if b.since.Year <= t.written.Year {
			year = max(year, b.since.Year)
		}
	}
	return silentMonth*float64(min(maxSilence, monthsBetween(s.latest, t.written))) + silentYear*float64(t.written.Year-year)
}

// thisYears reports whether a moment is said to be of a month of this year.
func (m *moment) thisYears() bool {
	return m.From.Base == quantity.Reference && m.From.Month != 0 && m.From.Year == 0 && m.From.Shift == (quantity.Shift{})
}

// monthsBetween is how many months b lies behind a.
func monthsBetween(a, b quantity.Civil) int { return (b.Year-a.Year)*12 + b.Month - a.Month }

// tell returns the cheapest story, as far as it does not cost more than most. Into
// kept, if there is room, go the stories up to each moment, the cheapest first.
func (t *teller) tell(kept [][]story, most float64) story {
	stories := []story{{}}
	for i := range t.moments {
		if stories = t.goOn(stories, i); stories[0].cost > most {
			break
		}
		if kept != nil {
			kept[i] = stories
		}
	}
	return stories[0]
}

// goOn tells one moment more.
func (t *teller) goOn(stories []story, i int) []story {
	var out []story
	for n := range stories {
		for _, at := range t.options(&stories[n], &t.moments[i]) {
			next := t.step(stories[n], i, at)
			next.before = n
			k := slices.IndexFunc(out, func(o story) bool { return o.last == next.last && o.frame == next.frame && o.at == next.at })
			switch {
			case k < 0:
				out = append(out, next)
			case next.cost < out[k].cost:
				out[k] = next
			}
		}
	}
	slices.SortStableFunc(out, func(a, b story) int { return cmp.Compare(a.cost, b.cost) })
	return out[:min(len(out), maxStories)]
}

// options are when a moment may have been, if a story goes on with it. The zero
// date says that nobody knows.
func (t *teller) options(s *story, m *moment) []quantity.Civil {
	p := m.From
	switch {
	case p.Year != 0:
		return []quantity.Civil{{Year: p.Year, Month: p.Month, Day: p.Day}}
	case p.Base != quantity.Absent:
		at, _ := p.Resolve(t.written, s.last)
		if m.lastOne && p.Base == quantity.Reference && p.Shift.Years == -1 && p.Month != 0 && p.Month < t.written.Month {
			at.Year++
		}
		return []quantity.Civil{at}
	}
	var out []quantity.Civil
	for _, y := range []int{t.written.Year, t.written.Year - 1, t.written.Year + 1, s.last.Year, s.last.Year + 1, s.frame.Year, s.frame.Year + 1} {
		at := quantity.Civil{Year: y, Month: p.Month, Day: p.Day}
		if y > 1 && (y <= t.written.Year || m.lies) && !slices.Contains(out, at) {
			out = append(out, at)
		}
	}
	return out
}

// step is a story with one moment more, that was at some date.
func (t *teller) step(s story, i int, at quantity.Civil) story {
	m := &t.moments[i]
	s.at = at
	if m.since && m.From.Year != 0 && at.Month != 0 {
		t.hear(&s, at)
	}
	if at.Year == 0 || m.aside && m.From.Year != 0 {
		return s
	}
	s.cost += t.ahead(&s, m, at) + t.leap(&s, i, at)
	bare := m.From.Year == 0 && m.From.Base == quantity.Absent
	if planned := m.dated.ahead && at.Year == t.written.Year; bare && !t.named[at.Year] && s.unnamed < 2 && !planned {
		s.unnamed++
		s.cost += neverNamed
	}
	if m.From.Year == 0 {
		for _, ok := range m.facts {
			if !ok(at.String()) {
				s.cost += impossible
			}
		}
	}
	if m.aside || at.Year > t.written.Year {
		return s
	}
	if (m.From.Year != 0 || m.thisYears()) && !m.lies && !m.aim && (at.Month != 0 || at.Year < t.written.Year) {
		t.hear(&s, at)
	} else if m.From.Year == t.written.Year && at.Month == 0 && !m.lies && !m.aim {
		t.hear(&s, quantity.Civil{Year: at.Year, Month: 1}) // the year of writing itself is spoken of
	}
	s.last, s.lastAt = at, i
	if recent := at.Month != 0 && at.Year >= t.written.Year-2; bare || m.opens || t.english && m.alone && at.Month != 0 || recent || t.known && at.Day != 0 && at.Year >= t.written.Year-ledYears || at.Year == t.written.Year {
		s.frame, s.framed = at, i
	}
	return s
}

// hear notes the last month of which something is told.
func (t *teller) hear(s *story, at quantity.Civil) {
	if monthsBetween(at, t.written) >= 0 && monthsBetween(s.latest, at) > 0 {
		s.latest = at
	}
}

// ahead is what it costs that a moment lies where it does from the month of writing.
func (t *teller) ahead(s *story, m *moment, at quantity.Civil) float64 {
	if m.From.Base == quantity.Context {
		return 0 // it hangs on the date before
	}
	if t.counts && m.From.Year == t.written.Year && at.Month != 0 && monthsBetween(t.written, at) <= 0 {
		return yearOfOwn
	}
	if at.Month == 0 {
		if at.Year > t.written.Year && !m.lies && m.From.Year != 0 {
			return yearToCome
		}
		return 0
	}
	bare := m.From.Year == 0 && m.From.Base == quantity.Absent
	switch months := monthsBetween(t.written, at); {
	case t.year && at.Year <= t.written.Year && at.Year >= t.written.Year-1:
		return 0
	case m.dated.ahead && months < 0:
		return hasBeen
	case months >= 12 && m.lies && bare:
		return overAYear
	case months > 0 && m.dated.ahead:
		return 0
	case months > 0 && m.lies && bare:
		return mayBeAhead
	case months > 0 && m.lies:
		return 0
	case months > 1 && m.From.Year != 0:
		return yearSaid
	case months > 1:
		return yetToCome
	case months > 0:
		return soonToCome
	case bare && months <= -24:
		return overTwo * t.strict(s, m, at)
	case bare && months <= -12:
		return overAYear * t.strict(s, m, at)
	case bare && m.lies && t.known && !t.english:
		return mayHaveBeen
	}
	return 0
}

// strict is how much more it counts that a month is the last one that was.
func (t *teller) strict(s *story, m *moment, at quantity.Civil) float64 {
	much, led := 1.0, ledBack
	if t.known {
		much, led = lastKnown, ledBackKnown
	}
	lately := at.Year >= t.written.Year-ledYears || t.nextTo(s, m) // farther back one date often stands alone
	if months := monthsBetween(s.frame, at); lately && s.frame.Month != 0 && (s.frame.Year == at.Year && months >= -ledBehind || months > 0 && months <= ledAhead && t.moments[s.framed].From.Year == 0) {
		switch far := m.paragraph - t.moments[s.framed].paragraph; {
		case far == 0:
			much *= led
		case far <= ledOn && t.known && t.moments[s.framed].From.Year == 0:
			much *= ledFar
		}
	}
	return much
}

// nextTo reports whether a moment stands in the sentence next to the one that others take
// their year from, or in that one.
func (t *teller) nextTo(s *story, m *moment) bool {
	f := &t.moments[s.framed]
	return t.english && m.sentence-f.sentence <= 1 && f.paragraph == m.paragraph
}

// leap is what it costs to get to a moment from the date that it hangs on: the more,
// the farther that is.
func (t *teller) leap(s *story, i int, at quantity.Civil) float64 {
	m := &t.moments[i]
	from, cost := s.frame, leapFar
	switch {
	case i == 0:
		return 0
	case t.moments[s.lastAt].sentence == m.sentence && s.last.Year != 0:
		from, cost = s.last, leapHere
	case from.Year == 0:
		return t.unled(at)
	case m.sentence-t.moments[s.framed].sentence <= 1:
		cost = leapNext
	case t.moments[s.framed].paragraph == m.paragraph:
		cost = leapOn
	}
	months := monthsBetween(from, at)
	if from.Month == 0 && t.moments[s.lastAt].sentence != m.sentence {
		cost *= wholeYear
	}
	if from.Month == 0 || at.Month == 0 {
		months = (at.Year - from.Year) * 12
	}
	far := max(leastLeap, min(mostLeap, math.Abs(float64(months))/12))
	switch bare := m.From.Year == 0 && m.From.Base == quantity.Absent; {
	case m.thisYears() && from.Year == at.Year && t.moments[s.framed].From.Base == quantity.Absent:
		return saidAnew
	case from.Year == at.Year && months < 0 && m.From.Year == 0:
		return turnsBack * float64(-months)
	case from.Year == at.Year:
		return 0
	case m.From.Year != 0:
		return sayingIt * cost * far
	case !bare:
		return 0
	case at.Year == from.Year+1 && months < 12 && from.Month != 0:
		return goesOn * float64(months)
	case m.lies && monthsBetween(t.written, at) > 0:
		return aheadAnyway * cost * far
	case t.english:
		return cost * far
	default:
		return unlessEnglish*cost*far + t.unled(at)
	}
}

// unled is what it costs that a month of the year before that of writing is told
// of, and nothing led there.
func (t *teller) unled(at quantity.Civil) float64 {
	if at.Year < t.written.Year && !t.english {
		return notLedTo
	}
	return 0
}
