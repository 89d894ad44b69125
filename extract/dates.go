package extract

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/extract/quantity"
	"github.com/ententelab/entente/fold"
	"github.com/ententelab/entente/lexicon"
)

// A dated is a date in a sentence, placed on the calendar.
type dated struct {
	quantity.Date
	from, to quantity.Civil // to is zero unless the text gives a range
	basis    string         // explicit, inherited, relative
	quoted   bool           // inside quotation marks or a title
	since    bool           // only where something is counted from: since 2018
	ahead    bool           // said to be still to come
	aim      bool           // a whole year by or for which something is to be, which may be far off: by 2035, 到2030年
	period   bool           // a budget year, for which something holds rather than happens
	aside    bool           // of what had been so long before the date beside it, and the story goes on from that
	told     quantity.Civil // when it was as the story of the document goes; zero if that tells nothing of it
}

// datesIn returns the dates of a sentence.
func (p *passage) datesIn(s *sentence) []dated {
	if p.calendar == nil {
		p.calendar = newCalendar(p)
	}
	return p.calendar.dates[s.index]
}

// dateIn returns the date that a sentence holds for, as YYYY, YYYY-MM or
// YYYY-MM-DD: its own first date, or that of the meeting it is set in, if the
// text dated the meeting before. It is "" if the text gives none.
func (p *passage) dateIn(s *sentence) string {
	if d, ok := p.mainDate(s, len(s.view.Text)); ok {
		return d.from.String()
	}
	return p.dateOfScene(s)
}

// dateOfScene is when what a sentence without a date of its own tells took place.
func (p *passage) dateOfScene(s *sentence) string {
	if c, ok := p.calendar.scene(p, s); ok {
		return c.String()
	}
	return ""
}

// dateAt returns the date that holds at view.Text[i:]: the last one before it
// in the sentence, or else the sentence's.
func (p *passage) dateAt(s *sentence, i int) string {
	if d, ok := p.mainDate(s, i); ok {
		return d.from.String()
	}
	if slices.ContainsFunc(s.view.Text[i:], itemMark) {
		return p.dateOfScene(s) // the date is that of another item of the list
	}
	return p.dateIn(s)
}

// dateSaid returns the date on which something at view.Text[i:] was said. In Japanese and
// Korean a date that only describes a noun is none: 2月7日の会談の成果を踏まえつつ.
func (p *passage) dateSaid(s *sentence, i int) string {
	d, ok := p.mainDate(s, i)
	if ok && d.End < len(s.view.Text) && (s.view.Text[d.End] == 'の' || s.view.Text[d.End] == '의') {
		return p.dateOfScene(s)
	}
	return p.dateAt(s, i)
}

// mainDate returns the last usable date before view.Text[i:], or else the first
// one of the sentence.
func (p *passage) mainDate(s *sentence, i int) (dated, bool) {
	var best dated
	ok := false
	for _, d := range p.datesIn(s) {
		if d.quoted || d.since || d.from.Year == 0 || d.From.Span != 0 {
			continue
		}
		if ok && (d.Start >= i || i == len(s.view.Text)) || d.Start > i && slices.ContainsFunc(s.view.Text[i:d.Start], itemMark) {
			break
		}
		best, ok = d, true
	}
	return best, ok
}

// A calendar holds the dates of a whole document, in its order, and when the
// meetings that it names took place.
type calendar struct {
	ref      quantity.Civil // the day of writing, as far as known
	lang     entente.Lang
	english  bool // whose bare months are of the year of writing
	known    bool // the text or its head gives ref; otherwise its year is a guess
	toldDay  int  // the last year of which a day is told that is not ahead
	aims     bool // all years of the text are aimed at
	head     int  // where the text begins, behind title and byline
	dates    [][]dated
	meetings map[string]quantity.Civil
	happened map[happened]bool // events already given
	scenes   []scene           // by sentence, made on first use

	last      quantity.Civil // the date spoken of before
	sentence  int            // where it stood
	lastAt    int            // and in which paragraph
	lastYear  bool           // its year stood beside it
	lastTold  bool           // it was counted from the day of writing: 先月18日
	day       quantity.Civil // the last day spoken of, for Korean but 지난 4일
	daySaid   int            // where it stood
	month     quantity.Civil // the last date that gave a month, not counted from the day of writing
	monthIn   int            // the paragraph it stood in
	byDays    bool           // the text begins with a day of the month of writing, as news does
	monthTold int            // how many days of that month were told one after another
	lastPast  bool           // the date spoken of before is 지난 4일: 이날 is another
	written   quantity.Civil // the month of writing, or the likeliest
}

// happened names a kind of event at a date.
type happened struct {
	date  quantity.Civil
	class cueClass
}

// newCalendar dates all sentences of a document.
func newCalendar(p *passage) *calendar {
	c := &calendar{
		dates:    make([][]dated, len(p.sentences)),
		meetings: make(map[string]quantity.Civil),
		happened: make(map[happened]bool),
		lang:     p.doc.Lang,
		english:  p.doc.Lang == entente.English,
		sentence: -1,
	}
	for i := range p.sentences {
		c.read(&p.sentences[i])
	}
	c.head = headEnd(p)
	year := c.likelyYear()
	c.ref = quantity.ParseCivil(p.doc.Date)
	if c.ref.Month == 0 && c.ref.Year < year.Year {
		c.ref = quantity.Civil{} // a year beside the text, of a grant or a volume
	}
	if c.known = c.ref.Year != 0; !c.known {
		c.ref, c.known = c.likelyDate(p, year)
	}
	if day, ok := c.dateline(p, year.Year); ok && (!c.known || c.ref.Month == 0) {
		c.ref, c.known = day, true
	}
	if named := dateInName(p.doc.Name); !c.known && named.Year >= c.toldDay && named.Year != 0 {
		c.ref, c.known = named, true
	}
	c.byDays = c.beginsByDay(p)
	written, sure := c.chronology(p, c.ref.Year)
	if !c.known {
		c.ref.Year, c.known = written, sure
	}
	for i := range p.sentences {
		s := &p.sentences[i]
		if s.Heading {
			continue
		}
		for k := range c.dates[i] {
			c.place(s, k)
		}
		c.comeBack(s)
		c.remember(s)
	}
	return c
}

// read finds the dates of a sentence and what stands beside them.
func (c *calendar) read(s *sentence) {
	text := s.view.Text
	quotes := quoteScan{text: text}
	for _, d := range quantity.Dates(text) {
		n, _ := dateData.Before.before(text, skipSpace(text, d.Start), 0)
		m, _ := dateData.After.at(text, skipAhead(text, d.End), len(text))
		if n > 0 && s.named(skipSpace(text, d.Start)-1) {
			n = 0 // the 比 of 科尔比 compares nothing
		}
		f, _ := dateData.Future.before(text, skipSpace(text, d.Start), 0)
		if byThen(text, d) || waitedTill(text, d) {
			n, f = 0, 0
		}
		if c.lang == entente.Korean {
			inTheStory(text, &d)
		}
		ahead := (f > 0 && n == 0 || toCome(text, d)) && !calledOff(text, d)
		c.dates[s.index] = append(c.dates[s.index], dated{Date: d, ahead: ahead, quoted: quotes.at(d.Start) || s.inName(d) || cited(text, d), since: (n > 0 || m > 0) && d.To == nil, aim: aimedAt(text, d), period: budgetYear(text, d)})
	}
	if c.english {
		shareYears(text, c.dates[s.index])
		for k := range c.dates[s.index] {
			if d := &c.dates[s.index][k]; d.From.Base == quantity.Beside {
				d.aside, d.From.Base = k > 0, quantity.Context
			}
		}
	}
}

// named reports whether a longer name ends with view.Text[i].
func (s *sentence) named(i int) bool {
	k, _ := slices.BinarySearchFunc(s.names, i, func(m lexicon.Mention, at int) int { return m.Start - at })
	for k--; k >= 0 && i-s.names[k].Start < 40; k-- {
		if s.names[k].End == i+1 {
			return true
		}
	}
	return false
}

// likelyDate is the date of a document that does not give it apart from its
// text: the finest date above its text, and true, or else the given year.
func (c *calendar) likelyDate(p *passage, year quantity.Civil) (quantity.Civil, bool) {
	best := quantity.Civil{}
	for _, d := range quantity.Dates(fold.Of(p.doc.Runes(), 0, c.head, nil).Text) {
		f := d.From
		if f.Year < max(c.toldDay, 1) || f.Span != 0 || d.To != nil || f.Month == 0 && f.Day != 0 {
			continue
		}
		if at := (quantity.Civil{Year: f.Year, Month: f.Month, Day: f.Day}); best.Year == 0 || at.Grain() > best.Grain() {
			best = at
		}
	}
	if best.Month == 0 {
		return year, false
	}
	return best, true
}

// dateInName is the date or the year that a file was given in its name, as
// remarks-2025-02-07.txt, 20250207.pdf or 政府工作报告2019.txt; zero if it names
// none, or two.
func dateInName(name string) quantity.Civil {
	var at quantity.Civil
	words := asciiWords.FindAllString(filepath.Base(name), -1)
	for i, w := range words {
		var d quantity.Civil
		switch {
		case len(w) == len("20250207"):
			d = quantity.ParseCivil(w[:4] + "-" + w[4:6] + "-" + w[6:])
		case len(w) == len("2025"):
			d = quantity.ParseCivil(strings.Join(words[i:min(i+3, len(words))], "-"))
			if d.Year == 0 {
				d = quantity.ParseCivil(w)
			}
		}
		if d.Year < 1900 || d.Year >= 2100 {
			continue
		}
		if at.Year != 0 {
			return quantity.Civil{}
		}
		at = d
	}
	return at
}

var asciiWords = regexp.MustCompile(`[0-9A-Za-z]+`)

// maxHeadLine is how long a line of a byline may be; a paragraph is longer.
const maxHeadLine = 60

// headEnd is where the text itself begins: behind the title and the short
// lines under it that name author, place and date of writing.
func headEnd(p *passage) int {
	const lines = 4
	end := min(len(p.doc.Runes()), 600)
	for i := range p.sentences {
		s := &p.sentences[i]
		if s.Heading || s.End <= s.Start {
			continue
		}
		para := p.doc.Paragraphs[s.Paragraph]
		if s.Paragraph >= lines || para.End-para.Start > maxHeadLine || strings.ContainsRune("。!?！？", p.doc.Runes()[s.End-1]) || strings.HasSuffix(string(s.view.Text), "다.") {
			return min(end, s.Start)
		}
	}
	return end
}

// maxAway is how many sentences back the date may stand that another is counted
// from.
const maxAway = 3

// place puts a date on the calendar, and makes it the one that the next may
// leave its year to.
func (c *calendar) place(s *sentence, k int) {
	d := &c.dates[s.index][k]
	if d.From.Base == quantity.Context && d.From.Shift != (quantity.Shift{}) && s.index-c.sentence > maxAway {
		return // six days after what?
	}
	from, ok := c.when(s, d)
	if !ok {
		return
	}
	d.from = from
	if d.To != nil {
		if to, ok := d.To.Resolve(c.ref, from); ok {
			d.to = to
		}
	} else {
		d.to = d.From.End(from)
	}
	switch {
	case d.From.Base != quantity.Absent:
		d.basis = "relative"
	case d.From.Year == 0:
		d.basis = "inherited"
	default:
		d.basis = "explicit"
	}
	if d.quoted || d.aside || d.since && !d.begins(s.view.Text) || d.period || d.From.Span != 0 || from.Year > c.ref.Year && (c.known || d.ahead && c.ref.Year != 0) {
		return
	}
	if k > 0 && d.ahead && d.From.Base == quantity.Absent && c.english {
		return // from 1 August: two days later counts from what was told
	}
	if c.monthTold++; from.Year != c.last.Year || from.Month != c.last.Month || from.Day == 0 {
		c.monthTold = 1
	}
	if from.Month != 0 {
		c.month, c.monthIn = from, s.Paragraph
		if d.From.Base == quantity.Reference {
			c.month = quantity.Civil{} // 昨年12月: the next day may be of this month
		}
	}
	c.last, c.sentence, c.lastAt, c.lastYear = from, s.index, s.Paragraph, d.basis == "explicit"
	c.lastTold = d.From.Base == quantity.Reference
	c.lastPast = c.lang == entente.Korean && d.Start >= 3 && string(s.view.Text[d.Start-3:d.Start]) == "지난 "
	if from.Day != 0 && !c.lastPast {
		c.day, c.daySaid = from, s.index
	}
}

// longAgo is how many years before the first date of a sentence another only looks back.
const longAgo = 3

// comeBack takes a date that only looked back from the first one of its sentence out of
// the story: the next that year is that of the first.
func (c *calendar) comeBack(s *sentence) {
	for _, d := range c.dates[s.index] {
		if d.quoted || d.since || d.period || d.from.Year == 0 || d.From.Span != 0 {
			continue
		}
		if c.sentence == s.index && d.from.Year-c.last.Year > longAgo && d.from.Year <= c.ref.Year {
			c.last = d.from
		}
		return
	}
}

// lasts reports whether a Korean or Japanese date is the first of the days that something
// lasted: 6월 27일부터 사흘간, 9月11日から15日間.
func (d *dated) lasts(text []rune) bool {
	const reach = 9
	rest := string(text[d.End:min(len(text), d.End+reach)])
	if from, ok := strings.CutPrefix(rest, "부터 "); ok {
		return strings.Contains(from, "간 ") || strings.Contains(from, "까지") || strings.Contains(from, "동안")
	}
	from, ok := strings.CutPrefix(rest, "から")
	return ok && (strings.Contains(from, "日間") || strings.Contains(from, "まで") || strings.Contains(from, "にかけて"))
}

// begins reports whether what holds from a date on happens then: 4月3日起加征, unless it
// is only said to.
func (d *dated) begins(text []rune) bool {
	if d.lasts(text) {
		return true
	}
	return d.From.Month != 0 && d.End < len(text) && text[d.End] == '起' && !d.ahead && !dateData.Promised.in(text, 0, d.Start)
}

// when is where a date lies on the calendar. A month without its year is where the
// story of the document has it.
func (c *calendar) when(s *sentence, d *dated) (quantity.Civil, bool) {
	p := d.From
	ctx := c.last
	if ctx.Year == 0 {
		ctx = c.ref
	}
	switch bare := p.Base == quantity.Absent && p.Year == 0; {
	case bare && p.Month != 0 && d.told.Year != 0:
		ctx.Year = d.told.Year
	case bare && p.Month == 0 && p.Day != 0:
		ctx = c.monthOf(s, d, ctx)
	case p.Base == quantity.Context && p.Grain == quantity.Day && p.Month == 0 && p.Day == 0 && (ctx.Day == 0 || c.lastPast && string(s.view.Text[d.Start:min(d.End, d.Start+2)]) == "이날") && c.day.Day != 0 && s.index-c.daySaid <= maxAway:
		ctx = c.day // the same day, behind a year that was only looked ahead to
	case p.Base == quantity.Context && p.Grain >= quantity.Month && p.Month == 0 && ctx.Month == 0 && c.day.Month != 0 && s.index-c.daySaid <= maxAway:
		ctx = c.day // that month, behind a year that was only looked back to
	case d.ahead && c.ref.Year != 0 && p.Base == quantity.Absent:
		ctx = c.ref
	}
	if p.Base == quantity.Following {
		next := c.behind(s, d)
		if next == nil {
			return quantity.Civil{}, false
		}
		ctx, _ = c.when(s, next)
	}
	at, ok := p.Resolve(c.ref, ctx)
	if ok && c.thisLast(s, d) {
		at.Year++
	}
	return at, ok
}

// behind is the date that comes next in the sentence of one that counts from it, nil
// if none does.
func (c *calendar) behind(s *sentence, d *dated) *dated {
	dates := c.dates[s.index]
	for k := range dates {
		if dates[k].Start > d.Start && dates[k].From.Base != quantity.Following {
			return &dates[k]
		}
	}
	return nil
}

// thisLast reports whether a date counted from the year before that of writing is of
// the year of writing: "last April" is the last April that was.
func (c *calendar) thisLast(s *sentence, d *dated) bool {
	p := d.From
	if !c.lastOne(s, d) || p.Shift.Years != -1 {
		return false
	}
	return p.Base == quantity.Reference && p.Month != 0 && p.Month < c.written.Month || p.Quarter != 0 && p.Quarter*3+2 < c.ref.Month
}

// lies reports whether a word near a date says that it may lie ahead.
func (c *calendar) lies(s *sentence, d *dated) bool {
	near, text := 16, s.view.Text
	if c.english {
		if doneIn(text, d) {
			return false
		}
		near = 60
	}
	to := min(len(text), d.End+near)
	if c.english {
		to = toldFrom(text, d.End, to) // what is said on a day may lie ahead of it
	}
	for i := max(0, d.Start-near); i < to; i++ {
		if d.To != nil && i == d.Start {
			i = min(to, d.End+2) // 9월 15일부터 19일까지 is no deadline
		}
		if n, _ := dateData.NotAhead.at(text, i, to); n > 0 {
			i += n - 1
		} else if n, _ = dateData.Ahead.at(text, i, to); n > 0 {
			return true
		}
	}
	return c.presentEnd(text)
}

// lastOne reports whether a date is one of which the words mean the last that
// was: English last April, Korean 지난 4월.
func (c *calendar) lastOne(s *sentence, d *dated) bool {
	text := s.view.Text
	if c.english {
		return hasWord(text, d.Start, len(text), "last") // not: in May of last year
	}
	return d.Start+2 < len(text) && text[d.Start] == '지' && text[d.Start+1] == '난' && text[d.Start+2] == ' '
}

// headStart is how many runes into a sentence a date still opens it: behind
// "Meanwhile, on" or 同时,.
func headStart(text []rune) int {
	if len(text) > 0 && latin(text[0]) {
		return 16
	}
	return 5
}
