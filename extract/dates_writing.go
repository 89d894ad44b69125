package extract

import (
	"math"
	"slices"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/extract/quantity"
)

// This file guesses when a text was written that does not say so apart, and
// what a day without its month owes to that.

// likelyYear is the year of writing, when the document does not give it: the one
// that most dates give, or a later one of which it tells a day that is not
// ahead. Years that something aims at count where there are no others.
func (c *calendar) likelyYear() quantity.Civil {
	best := c.mostGiven(false)
	if best == 0 {
		best = c.mostGiven(true)
		c.aims = true
	}
	return quantity.Civil{Year: max(best, c.toldDay)}
}

// mostGiven is the year that most dates give, of those that are aimed at or the others.
func (c *calendar) mostGiven(aims bool) (best int) {
	count := make(map[int]int)
	for _, list := range c.dates {
		for _, d := range list {
			y := d.From.Year
			if y == 0 || d.From.Span != 0 || d.aim != aims {
				continue
			}
			if d.From.Day != 0 && !d.since && !d.ahead && !d.quoted {
				c.toldDay = max(c.toldDay, y)
			}
			count[y]++
			if d.From.Month != 0 {
				count[y] += 2
			}
			if count[y] > count[best] || count[y] == count[best] && y > best {
				best = y
			}
		}
	}
	return best
}

// dateline is the day that news gives in front of its first words, ROME, May
// 3 –, 新华社北京1月30日电, and the year that what it tells leaves open. Nothing
// that is told happened on it for that.
func (c *calendar) dateline(p *passage, year int) (quantity.Civil, bool) {
	const reach = 40
	first := slices.IndexFunc(p.sentences, func(s sentence) bool {
		return !s.Heading && (s.Start >= c.head || len(c.dates[s.index]) > 0)
	})
	if first < 0 || len(c.dates[first]) == 0 {
		return quantity.Civil{}, false
	}
	d := &c.dates[first][0]
	if d.Start > reach || d.From.Day == 0 || d.From.Month == 0 || !closesDateline(p.sentences[first].view.Text, d.End) {
		return quantity.Civil{}, false
	}
	d.since = true
	at := quantity.Civil{Year: d.From.Year, Month: d.From.Month, Day: d.From.Day}
	if at.Year == 0 && year != 0 {
		at.Year = c.yearFor(p, at, year)
	}
	return at, at.Year != 0
}

// closesDateline reports whether a date that ends at text[i] closes a dateline:
// a dash follows, behind the agency's name at most, or 电.
func closesDateline(text []rune, i int) bool {
	i = skipAhead(text, i)
	if i < len(text) && text[i] == '(' {
		if k := slices.Index(text[i:], ')'); k > 0 && k < 24 {
			i = skipAhead(text, i+k+1)
		}
	}
	return i < len(text) && strings.ContainsRune("–—-电讯", text[i])
}

// yearFor is the year of a dateline that gives none: of the likely one, the one before
// and those after it, the one in which the text is told most cheaply, of which nothing
// is told of a later month, and no month stands with its year that, without it, another
// sentence means too. Who writes May 6 and May 2019 speaks of two Mays.
func (c *calendar) yearFor(p *passage, at quantity.Civil, likely int) int {
	const before, after = 1, 2
	moments, known := c.moments(p), c.knownOf(p)
	best, least := likely, math.Inf(1)
	for at.Year = likely - before; at.Year <= likely+after; at.Year++ {
		if c.contradicts(at) {
			continue
		}
		t := c.teller(moments, quantity.Civil{Year: at.Year, Month: at.Month})
		t.known = true
		story := t.tell(nil, math.Inf(1))
		if cost := story.cost + known.cost(t.written) + t.silence(&story, known); cost < least {
			best, least = at.Year, cost
		}
	}
	return best
}

// contradicts reports whether the dates of the text do not fit the day of
// writing at.
func (c *calendar) contradicts(at quantity.Civil) bool {
	var bare [13]bool // months that the text gives without their year
	for _, list := range c.dates {
		for _, d := range list {
			last := d.From.Base == quantity.Reference && d.From.Shift == (quantity.Shift{Years: -1})
			if d.From.Year == 0 && !d.ahead && !d.quoted && (last || c.english && d.From.Base == quantity.Absent) {
				bare[d.From.Month] = true
			}
		}
	}
	for _, list := range c.dates {
		for _, d := range list {
			if d.From.Year == 0 || d.From.Month == 0 || d.ahead || d.quoted || d.since {
				continue
			}
			told := quantity.Civil{Year: d.From.Year, Month: d.From.Month}
			if later(told, quantity.Civil{Year: at.Year, Month: at.Month}) {
				return true
			}
			if ago := (at.Year-told.Year)*12 + at.Month - told.Month; bare[told.Month] && ago < 12 {
				return true
			}
		}
	}
	return false
}

// monthOf is where a day without its month belongs: in Japanese and Korean news
// to the month of writing, unless the sentence before or its own gives another,
// and so is 지난 14일, the last 14th that was.
func (c *calendar) monthOf(s *sentence, d *dated, ctx quantity.Civil) quantity.Civil {
	if c.ref.Day == 0 || !c.known {
		return ctx
	}
	if c.last.Month != 0 && c.carries(s, d) {
		return c.last
	}
	if !c.byDays && c.month.Day != 0 && (c.month.Day <= d.From.Day || before(s.view.Text, d.Start)) && s.Paragraph-c.monthIn <= 1 && !lastThatWas(s.view.Text, d.Start) {
		return c.month // a commentary goes on telling
	}
	month := quantity.Civil{Year: c.ref.Year, Month: c.ref.Month}
	if d.From.Day > c.ref.Day && !d.ahead {
		if month.Month--; month.Month == 0 {
			month = quantity.Civil{Year: c.ref.Year - 1, Month: 12}
		}
	}
	return month
}

// before reports whether a word that goes back in the story stands before text[i]:
// 앞서 4일, これに先立つ4日.
func before(text []rune, i int) bool {
	n, _ := dateData.GoesBack.before(text, skipSpace(text, i), 0)
	return n > 0
}

// beginsByDay reports whether the first date that a text tells, or the second, is a day
// without its month, as in news of that month: 首相は3日、, 지난 4일.
func (c *calendar) beginsByDay(p *passage) bool {
	const first = 2
	n := 0
	for i := range p.sentences {
		s := &p.sentences[i]
		if s.Heading || s.Start < c.head {
			continue
		}
		for _, d := range c.dates[i] {
			if d.From.Base == quantity.Absent && d.From.Year == 0 && d.From.Month == 0 && d.From.Day != 0 {
				return true
			}
			if n++; n == first {
				return false
			}
		}
	}
	return false
}

// carries reports whether a day takes the month that was spoken of last: in its
// sentence, or just before it in a story that goes on.
func (c *calendar) carries(s *sentence, d *dated) bool {
	const lately, soon = 3, 4 // months, days
	text := s.view.Text
	switch {
	case lastThatWas(text, d.Start):
		return false
	case s.index == c.sentence, d.Start > 0 && text[d.Start-1] == '同':
		return true
	case (c.lang == entente.Chinese || c.english) && s.Paragraph == c.lastAt:
		return true
	case c.lastTold:
		return false
	}
	if c.monthTold > 1 && s.Paragraph == c.lastAt && s.index-c.sentence <= 2 && d.From.Day >= c.last.Day {
		return true // 7日…, 同22日…, 30日…
	}
	ago := (c.ref.Year-c.last.Year)*12 + c.ref.Month - c.last.Month
	return s.index-c.sentence <= 1 && (ago == 0 || c.last.Day != 0 && c.last.Day <= d.From.Day && (ago <= lately || d.From.Day-c.last.Day <= soon))
}

// lastThatWas reports whether 지난 or 去る stands before the day at text[i].
func lastThatWas(text []rune, i int) bool {
	i = skipSpace(text, i)
	return i >= 2 && (text[i-2] == '지' && text[i-1] == '난' || text[i-2] == '去' && text[i-1] == 'る')
}

// presentEnd reports whether a Japanese or Korean sentence ends in the present of a
// verb that with a date tells what is to come: 4月に発効する, 4월에 열린다.
func (c *calendar) presentEnd(text []rune) bool {
	end := len(text)
	for end > 0 && strings.ContainsRune("。.」”\" ", text[end-1]) {
		end--
	}
	n, _ := dateData.PresentEnd.before(text, end, 0)
	return n > 0
}
