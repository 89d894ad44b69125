package quantity

import (
	"fmt"
	"time"
)

// A Civil is a day, month or year of the calendar; what is finer than known is 0.
type Civil struct{ Year, Month, Day int }

// ParseCivil reads YYYY, YYYY-MM or YYYY-MM-DD; the zero Civil if s is none of
// them.
func ParseCivil(s string) Civil {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			c := Civil{t.Year(), int(t.Month()), t.Day()}
			if len(layout) < 10 {
				c.Day = 0
			}
			if len(layout) < 7 {
				c.Month = 0
			}
			return c
		}
	}
	return Civil{}
}

// String writes YYYY, YYYY-MM or YYYY-MM-DD, "" for the zero Civil.
func (c Civil) String() string {
	switch {
	case c.Year == 0:
		return ""
	case c.Month == 0:
		return fmt.Sprintf("%04d", c.Year)
	case c.Day == 0:
		return fmt.Sprintf("%04d-%02d", c.Year, c.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", c.Year, c.Month, c.Day)
}

// Grain is the finest unit known.
func (c Civil) Grain() Grain {
	switch {
	case c.Day != 0:
		return Day
	case c.Month != 0:
		return Month
	}
	return Year
}

func (c Civil) time() time.Time {
	return time.Date(c.Year, time.Month(max(1, c.Month)), max(1, c.Day), 0, 0, 0, 0, time.UTC)
}

func civilOf(t time.Time) Civil { return Civil{t.Year(), int(t.Month()), t.Day()} }

// Resolve places p on the calendar. ref is the day of writing, ctx the date
// spoken of before; either may be partly or wholly unknown. It fails if what p
// leaves out is not known, or the day does not exist.
func (p Point) Resolve(ref, ctx Civil) (Civil, bool) {
	base := ctx
	if p.Base == Reference {
		base = ref
	}
	switch {
	case p.Base != Absent && (p.Grain == Week || p.Shift.Weeks != 0 || p.Shift.Days != 0 || p.Weekday != 0):
		return p.nearDay(base)
	case p.Base != Absent && base.Year == 0:
		return Civil{}, false
	}
	c := p.filled(base)
	if c.Year == 0 || c.Day > daysIn(c.Year, c.Month) {
		return Civil{}, false
	}
	return c, true
}

// filled takes from base what p leaves out.
func (p Point) filled(base Civil) Civil {
	c := Civil{p.Year, p.Month, p.Day}
	if c.Year == 0 {
		c.Year = base.Year + p.Shift.Years + p.turnOver(base)
		if c.Month == 0 && (p.Grain >= Month || p.Shift.Months != 0) {
			c.Month = base.Month
		}
	}
	if c.Month != 0 && p.Shift.Months != 0 && p.Month == 0 {
		t := time.Date(c.Year, time.Month(c.Month+p.Shift.Months), 1, 0, 0, 0, 0, time.UTC)
		c.Year, c.Month = t.Year(), int(t.Month())
	}
	if p.Base != Absent && p.Grain == Day && c.Day == 0 && p.Month == 0 {
		c.Day = base.Day
	}
	if p.Quarter != 0 && c.Month == 0 {
		c.Month = p.firstMonth()
	}
	if c.Month == 0 {
		c.Day = 0
	}
	return c
}

// turnOver is how many years on or back the month of the following May or the
// previous May lies: none, if it is still to come in the year of the base, or was
// already.
func (p Point) turnOver(base Civil) int {
	month := p.Month
	if month == 0 {
		month = p.firstMonth()
	}
	if base.Month != 0 && (month-base.Month)*p.Turn > 0 {
		return 0
	}
	return p.Turn
}

// nearDay places yesterday, last week, last Saturday. A week is given as its
// month, since the calendar of a document knows years, months and days.
func (p Point) nearDay(base Civil) (Civil, bool) {
	if base.Year == 0 || base.Month == 0 {
		return Civil{}, false
	}
	if base.Day == 0 {
		return base, p.Shift.Days == 0
	}
	t := base.time().AddDate(0, 0, p.Shift.Weeks*7+p.Shift.Days)
	switch {
	case p.Weekday != 0 && p.Grain == Day && p.Shift == (Shift{}) && p.Base == Reference:
		back := (isoWeekday(t) - p.Weekday + 7) % 7
		return civilOf(t.AddDate(0, 0, -back)), true
	case p.Weekday != 0 && p.Base == Context:
		return civilOf(t.AddDate(0, 0, p.daysTo(isoWeekday(t)))), true
	case p.Weekday != 0:
		return civilOf(t.AddDate(0, 0, p.Weekday-isoWeekday(t))), true
	case p.Grain == Week:
		c := civilOf(t)
		c.Day = 0
		return c, true
	}
	return civilOf(t), true
}

// daysTo is how many days lie between a day of the week and p's: that Friday is the first
// from then on, the following Friday the first behind it.
func (p Point) daysTo(from int) int {
	days := (p.Weekday - from + 7) % 7
	switch {
	case p.Turn < 0:
		return days - 7
	case p.Turn > 0 && days == 0:
		return 7
	}
	return days
}

func isoWeekday(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

func daysIn(year, month int) int {
	if month == 0 {
		return 31
	}
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// firstMonth is the month that a quarter or season begins with.
func (p Point) firstMonth() int {
	if p.Season {
		return p.Quarter * 3
	}
	return p.Quarter*3 - 2
}

// End is the last month of a quarter or season; the zero Civil for other dates.
func (p Point) End(from Civil) Civil {
	if p.Quarter == 0 || p.Month != 0 {
		return Civil{}
	}
	t := time.Date(from.Year, time.Month(from.Month+2), 1, 0, 0, 0, 0, time.UTC)
	return Civil{Year: t.Year(), Month: int(t.Month())}
}

// Interval returns the days that d covers: from its first day up to, and not
// including, until. Early and late are the halves of a
// month or year; its middle is the whole.
func (d Date) Interval(ref, ctx Civil) (from, until Civil, ok bool) {
	from, until, ok = d.From.interval(ref, ctx)
	if !ok || d.To == nil {
		return from, until, ok
	}
	end, after, ok := d.To.interval(ref, from)
	if d.To.Day == 0 {
		end = after
	}
	return from, end, ok
}

func (p Point) interval(ref, ctx Civil) (from, until Civil, ok bool) {
	if p.Grain == Week && p.Base != Absent {
		return p.week(ref, ctx)
	}
	c, ok := p.Resolve(ref, ctx)
	if !ok {
		return Civil{}, Civil{}, false
	}
	start := c.time()
	var end Civil
	switch {
	case c.Day == 0 && (p.Part == Early || p.Part == Late) && p.Quarter == 0:
		from, until = c.half(p.Part)
		return from, until, true
	case c.Day != 0:
		end = civilOf(start.AddDate(0, 0, 1))
	case p.Quarter != 0 && p.Month == 0:
		end = civilOf(start.AddDate(0, 3, 0))
	case c.Month != 0:
		end = civilOf(start.AddDate(0, 1, 0))
	case p.Part == FirstHalf:
		end = civilOf(start.AddDate(0, 6, 0))
	case p.Part == SecondHalf:
		start = start.AddDate(0, 6, 0)
		end = civilOf(start.AddDate(0, 6, 0))
	default:
		end = civilOf(start.AddDate(max(1, p.Span), 0, 0))
	}
	return civilOf(start), end, true
}

// half is the early or the late half of a month or year.
func (c Civil) half(part Part) (from, until Civil) {
	start := c.time()
	middle, end := start.AddDate(0, 6, 0), start.AddDate(1, 0, 0)
	if c.Month != 0 {
		middle, end = start.AddDate(0, 0, 15), start.AddDate(0, 1, 0)
	}
	if part == Early {
		return civilOf(start), civilOf(middle)
	}
	return civilOf(middle), civilOf(end)
}

// week returns the days of a week, Monday first.
func (p Point) week(ref, ctx Civil) (from, until Civil, ok bool) {
	base := ctx
	if p.Base == Reference {
		base = ref
	}
	if base.Day == 0 {
		return Civil{}, Civil{}, false
	}
	t := base.time().AddDate(0, 0, 7*p.Shift.Weeks)
	t = t.AddDate(0, 0, 1-isoWeekday(t))
	return civilOf(t), civilOf(t.AddDate(0, 0, 7)), true
}
